"""The daily head: one leaf for every part of every case, compared with the head before, then added to.

A head is refused where a chain is shorter than it was, or is not what it was, at the head before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from gaoyao.audit import history
from gaoyao.audit.tree import Tree
from gaoyao.audit.verifier import part_leaf
from gaoyao.dossier.chain import PartKey, part_name
from gaoyao.dossier.log import Log
from gaoyao.dossier.schema import Part
from gaoyao.web.audit.models import Head, Leaf
from gaoyao.web.ledger.boxes import closed, revision_of
from gaoyao.web.ledger.models import Revision
from gaoyao.web.ledger.storage import BrokenLogError, seals_told
from gaoyao.web.sealing.envelope import SealError
from gaoyao.web.sealing.keys import Seal, of_many

KEPT = 400
"""An export proves its parts under the last so many heads."""

Place = tuple[str, PartKey]
"""Case key and part."""


@dataclass(frozen=True)
class State:
    """The chains as they stand: the last revision of each, its leaf, and what is wrong with it."""

    leaves: dict[Place, tuple[int, str]]
    problems: list[str]


def make(date: str) -> tuple[Head | None, list[str]]:
    """The head of that day, or why there is none.  Nothing new since a head of the same day: that head."""
    with transaction.atomic():
        last = Head.objects.order_by("-number").first()
        standing = _standing()
        state = _state(standing)
        if state.problems:
            return None, state.problems
        changed = {
            place: now for place, now in state.leaves.items()
            if place not in standing or (standing[place].number, standing[place].leaf) != now
        }  # fmt: skip
        if last is not None and last.date == date and not changed:
            return last, []
        tree = Tree()
        for one in sorted(standing.values(), key=lambda leaf: leaf.place):
            tree.put(one.place, one.leaf)
        rows = []
        for (case, (part, owner)), (number, leaf) in changed.items():
            place = standing[case, (part, owner)].place if (case, (part, owner)) in standing else len(tree)
            tree.put(place, leaf)
            rows.append(
                Leaf(place=place, case_key=case, part=part.value, owner=owner, number=number, leaf=leaf)
            )
        made = history.Head.after(_plain(last) if last else None, date, tree)
        head = Head.objects.create(
            number=made.number,
            date=date,
            leaves=made.leaves,
            root=made.root,
            previous=made.previous,
            head=made.head,
        )
        for row in rows:
            row.head = head
        Leaf.objects.bulk_create(rows, batch_size=500)
        return head, []


def problems() -> list[str]:
    """Where the chains of today do not continue those of the last head; without content."""
    return _state(_standing()).problems


def proofs(case: str, log: Log) -> dict[str, object]:
    """The proofs for the parts in this log (a reader's own).  Raises BrokenLogError where the log is too short."""
    changes: dict[int, list[tuple[int, str]]] = defaultdict(list)
    own: dict[int, list[history.Leaf]] = defaultdict(list)
    numbers = dict(Head.objects.values_list("pk", "number"))
    with seals_told():
        seals = of_many((case, key) for key in log.parts if closed(key[0]))
    for row in Leaf.objects.order_by("head_id", "place").iterator():
        number = numbers[row.head_id]
        changes[number].append((row.place, row.leaf))
        key = (Part(row.part), row.owner)
        if row.case_key == case and key in log.parts:
            revisions = log.chain(*key).revisions
            if len(revisions) < row.number:
                raise BrokenLogError(
                    [
                        f"{part_name(key)}：校验头 {number} 时有 {row.number} 次修改，现在只有 {len(revisions)} 次；最后的修改被删去"
                    ]
                )
            salt = _salt(seals.get((case, key)), row.number)
            own[number].append(
                history.Leaf(row.place, row.part, row.owner, row.number, revisions[row.number - 1].hash, salt)
            )
    heads = [_plain(one) for one in Head.objects.order_by("number")]
    return history.proofs(case, heads, changes, own, KEPT)


def _plain(head: Head) -> history.Head:
    return history.Head(head.number, head.date, head.leaves, head.root, head.previous, head.head)


def _standing() -> dict[Place, Leaf]:
    """The leaf of every place as of the last head."""
    last = Leaf.objects.order_by().values("place").annotate(last=Max("pk")).values("last")
    return {(one.case_key, (Part(one.part), one.owner)): one for one in Leaf.objects.filter(pk__in=last)}


def _state(standing: dict[Place, Leaf]) -> State:
    last = Revision.objects.order_by().values("case", "part", "owner").annotate(last=Max("pk")).values("last")
    rows = {
        _place(row): row for row in Revision.objects.filter(pk__in=last).select_related("case").order_by("pk")
    }
    state = State({}, [])
    try:
        seals = of_many(place for place in rows if closed(place[1][0]))
    except SealError as error:
        state.problems.append(str(error))
        return state
    for place, row in rows.items():
        try:
            state.leaves[place] = (row.number, leaf_of(row, seals.get(place)))
        except (SealError, ValueError) as error:
            state.problems.append(f"{_told(place)}：第{row.number}次修改读不出来：{error}")
    _compare(standing, rows, state, seals)
    return state


def _compare(
    standing: dict[Place, Leaf], rows: dict[Place, Revision], state: State, seals: dict[Place, Seal]
) -> None:
    """Every chain of the last head is still there, as long, and with the same revision in its place."""
    for place, before in standing.items():
        number, leaf = state.leaves.get(place, (0, ""))
        if place not in rows or (place in state.leaves and number < before.number):
            state.problems.append(
                f"{_told(place)}：上一个校验头时有 {before.number} 次修改，现在只有 {number} 次；最后的修改被删去"
            )
            continue
        if number > before.number:
            leaf = _leaf_then(rows[place], before.number, seals.get(place))
        if place in state.leaves and leaf != before.leaf:
            state.problems.append(
                f"{_told(place)}：第{before.number}次修改与上一个校验头时的不同；日志被改写过"
            )


def _leaf_then(now: Revision, number: int, seal: Seal | None) -> str:
    then = Revision.objects.filter(case=now.case_id, part=now.part, owner=now.owner, number=number)
    row = then.select_related("case").first()
    try:
        return leaf_of(row, seal) if row else ""
    except (SealError, ValueError):
        return ""


def leaf_of(row: Revision, seal: Seal | None) -> str:
    """The leaf of a chain that ends with this revision.  Raises SealError, ValueError."""
    if closed(row.part) and seal is None:
        raise ValueError("没有数据密钥")
    hash_ = revision_of(row, seal).hash
    return part_leaf(row.case.key, row.part, row.owner, row.number, hash_, _salt(seal, row.number))


def _salt(seal: Seal | None, number: int) -> str:
    return "" if seal is None else seal.commitment("salt", str(number))


def _place(row: Revision) -> Place:
    return row.case.key, (Part(row.part), row.owner)


def _told(place: Place) -> str:
    """How a message names a chain to an administrator: the owner of a defence part is not told."""
    case, (part, _) = place
    return f"案件 {case} 的{part.label}"


def told(heads: Iterable[Head]) -> list[str]:
    """Heads as lines to be copied or printed."""
    return [f"校验头 {one.number}　{one.date}　{one.leaves} 卷　{one.head}" for one in heads]
