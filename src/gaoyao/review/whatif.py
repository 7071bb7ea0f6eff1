"""What if: the review of the case as it is, beside the review as if some items were not there or were excluded.

Nothing is written.  The second review is the review of the file with the items really deleted, byte for byte
(line numbers apart: the deletion keeps every address); `tests/proof` deletes from the file and compares.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.naming import name_of
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import KINDS, Conflict, Item
from gaoyao.dossier.without import Fallen, Removal, excluded
from gaoyao.proof.drawn import derivations, led_by_confession, restating, restating_by, types_of
from gaoyao.proof.origins import joins, merge
from gaoyao.review.api import Reader, review
from gaoyao.review.derived import gone_with
from gaoyao.review.model import FactState, Finding, PointChange, PointLine, Review, Subject
from gaoyao.review.standing import Rung
from gaoyao.review.supposing import first_confessions, statements

_ORDER = (FactState.NO_OBSTACLE, FactState.OPEN, FactState.OBSTACLE)


class WhatIfError(ValueError):
    """The supposition cannot be made in this case; the message says why and what to write."""


@dataclass(frozen=True, slots=True)
class Improvement:
    """A point that is better off: the obstacles that are gone, and what fell with the items."""

    change: PointChange
    gone: tuple[str, ...]
    fell: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What changes.  `removed` and `excluded` are supposed; `fell` says what of the registers went with them."""

    before: Review
    after: Review
    removed: tuple[Subject, ...]
    excluded: tuple[Subject, ...]
    fell: tuple[str, ...]
    standings: tuple[tuple[Subject, Rung, Rung], ...]
    worse: tuple[PointChange, ...]
    better: tuple[Improvement, ...]
    gained: tuple[Finding, ...]
    lost: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Supposition:
    """Which items go, by id; or whose statements; or that the first confessions are excluded for torture."""

    without: tuple[str, ...] = ()
    statements: bool = False
    first_confession: bool = False


def suppose(
    view: View, supposition: Supposition, today: date, stage: str | None = None, hearing: date | None = None,
    interpretations: Mapping[str, str] | None = None, role: Reader = Reader.JUDGE,
) -> WhatIf:  # fmt: skip
    """Review twice and compare.  Raises WhatIfError for an unknown id, or where there is nothing to take away, and
    what `review` raises."""
    removed, falling = _items(view, supposition)
    less = Removal(view).without(removed)
    changed = excluded(less, falling) if falling else less
    before = review(view, today, stage, hearing, interpretations, role)
    after = review(changed, today, stage, hearing, interpretations, role)
    return compared(before, after, tuple(_subject(view, one) for one in removed), tuple(_subject(view, one) for one in falling),
                    (*(_told(view, one) for one in less.fallen), *_parted(view, removed), *gone_with(view, removed)))  # fmt: skip


def _items(view: View, supposition: Supposition) -> tuple[list[str], list[str]]:
    frame = CaseFrame(view)
    wrong = [one for one in supposition.without if view.kind(one) != Item.kind]
    if wrong:
        known = view.subjects(Item.kind)
        shown = "、".join(known[:20]) + (f" 等 {len(known)} 项" if len(known) > 20 else "")
        raise WhatIfError(f"没有标识为“{'”、“'.join(wrong)}”的证据。本案的证据：{shown or '没有录入'}。")
    gone = {frame.number(Item.kind, one) for one in supposition.without}
    if supposition.statements:
        said = statements(frame)
        if not said:
            raise WhatIfError("本案没有录入被告人供述和辩解，--without-statements 没有可去掉的。")
        gone |= said
    falling = (
        []
        if not supposition.first_confession
        else [item for item in first_confessions(frame) if item not in gone]
    )
    if supposition.first_confession and not falling:
        raise WhatIfError(
            "本案没有录入承认犯罪的供述（或者都已去掉），--exclude-first-confession 没有可排除的。"
        )
    if not gone and not falling:
        raise WhatIfError(
            "没有写要去掉什么：用 --without 证据标识、--without-statements 或者 --exclude-first-confession。"
        )
    ids = view.subjects(Item.kind)
    return [ids[item] for item in sorted(gone)], [ids[item] for item in falling]


def _subject(view: View, item: str) -> Subject:
    return Subject(Item.kind, item, name_of(view, item), view.index(Item.kind)[item])


def _told(view: View, one: Fallen) -> str:
    """What became of a register entry, in words."""
    name = name_of(view, one.subject)
    if (one.kind, one.field) == (Conflict.kind, "items"):
        return f"{name}：一方已去掉，矛盾不复存在"
    return f"{name}：“{KINDS[one.kind].fields[one.field].label}”已无证据"


def _parted(view: View, removed: list[str]) -> tuple[str, ...]:
    """What the removed items held together: origins that fall apart, and what is no longer drawn from a confession."""
    frame = CaseFrame(view)
    derived, gone = derivations(frame), {frame.number(Item.kind, one) for one in removed}
    kinds, before = types_of(frame), restating(frame)
    left = {
        item: [one for one in sources if one not in gone]
        for item, sources in derived.items()
        if item not in gone
    }
    after = restating_by(frame, left)
    told = [
        f"{frame.name(Item.kind, item)}：所派生自的供述已去掉，不再算作供述的派生材料"
        for item in sorted(left)
        if before[item] != after[item]
    ]
    told += [
        f"{frame.name(Item.kind, item)}：据以找到它的供述已去掉，不再按隐蔽性证据审查"
        for item in sorted(led_by_confession(frame) & left.keys())
        if not {one for one in left[item] if kinds[one] == "confession"}
    ]
    if not gone:
        return ()
    groups = joins(frame, derived)
    one, then = (
        merge(frame.size(Item.kind), groups),
        merge(frame.size(Item.kind), groups, frozenset(gone)),
    )
    staying = [item for item in range(len(then)) if item not in gone]
    for first in dict.fromkeys(one[item] for item in staying):
        parts = {then[item] for item in staying if one[item] == first}
        if len(parts) > 1:
            names = "、".join(frame.identifier(Item.kind, item) for item in staying if one[item] == first)
            told.append(f"证据 {names}：原来经所去证据相连而算一个来源，现在分成 {len(parts)} 个来源")
    return tuple(told)


def compared(
    before: Review,
    after: Review,
    removed: tuple[Subject, ...],
    ruled: tuple[Subject, ...],
    fell: tuple[str, ...],
) -> WhatIf:
    """The difference of two reviews of one case."""
    was = {one.subject.id: one.rung for one in before.items}
    standings = tuple(
        (one.subject, was[one.subject.id], one.rung)
        for one in after.items
        if one.rung is not was[one.subject.id]
    )
    changes = [
        (old, new) for old, new in zip(before.points, after.points, strict=True) if old.state is not new.state
    ]
    titles = (
        {one.id: one.rule.title for one in before.findings},
        {one.id: one.rule.title for one in after.findings},
    )
    worse: list[PointChange] = []
    better: list[Improvement] = []
    for old, new in changes:
        then, now = _in_the_way(old, titles[0]), _in_the_way(new, titles[1])
        change = PointChange(new.subject, old.state, new.state, tuple(one for one in now if one not in then))
        if _ORDER.index(new.state) > _ORDER.index(old.state):
            worse.append(change)
        else:
            better.append(
                Improvement(
                    change,
                    tuple(one for one in then if one not in now),
                    (*fell, *_against(old, removed, ruled)),
                )
            )
    known, kept = {_key(one) for one in before.findings}, {_key(one) for one in after.findings}
    gone = {one.id for one in removed}
    return WhatIf(
        before, after, removed, ruled, fell, standings, tuple(worse), tuple(better),
        tuple(one for one in after.findings if _key(one) not in known),
        tuple(one for one in before.findings if _key(one) not in kept and one.subject.id.partition("/")[0] not in gone),
    )  # fmt: skip


def _key(one: Finding) -> tuple[str, str, str]:
    return (one.rule.id, one.subject.kind, one.subject.id)


def _in_the_way(point: PointLine, titles: Mapping[str, str]) -> tuple[str, ...]:
    return (*(titles[one] for one in (*point.legal, *point.hints)), *point.pending)


def _against(point: PointLine, *lost: Collection[Subject]) -> tuple[str, ...]:
    """What the lost items were to the point: evidence against it, or the only thing a rule was about."""
    gone = {one.id for each in lost for one in each}
    against = [
        f"{row.item.name}：反对该事实的证据已去掉"
        for row in point.supports
        if row.item.id in gone and not row.supports
    ]
    own = [
        f"{row.item.name}：有关它的疑问随它一并去掉"
        for row in point.supports
        if row.item.id in gone and row.supports
    ]
    return tuple(dict.fromkeys((*against, *own)))
