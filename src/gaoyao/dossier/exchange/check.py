"""Checks over all files read together: ids, references, visibility between parts, circles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from gaoyao.dossier.chain import MAIN, part_name
from gaoyao.dossier.chain import PartKey as Place
from gaoyao.dossier.exchange.cells import Put, Reference
from gaoyao.dossier.exchange.problems import Problem, Problems
from gaoyao.dossier.exchange.subjects import Content, Declaration
from gaoyao.dossier.schema import KINDS
from gaoyao.logic.tree import Field


class Known(NamedTuple):
    """A subject of any of the files: its first declaration and every part that registers it."""

    first: Declaration
    places: set[Place]

    def seen_from(self, place: Place) -> bool:
        """May the part `place` speak of it?  A part sees 正卷 and itself."""
        return MAIN in self.places or place in self.places


def check(contents: Iterable[Content]) -> tuple[list[Problem], list[Content]]:
    """Everything wrong between the subjects of the files, and the contents with each subject declared once.

    A later file that names a subject of an earlier one again, by id, adds to it; it declares it anew only where
    it says 分卷, or where its own part cannot see the earlier declaration.
    """
    found = Problems("")
    known: dict[str, Known] = {}
    singles: dict[tuple[str, str], str] = {}
    merged = [
        content._replace(declarations=_new(content.declarations, known, singles, found.found))
        for content in contents
    ]
    for content in merged:
        _visible(content.declarations, content.puts, known, found.found)
        for reference in content.references:
            _resolve(reference, known, found)
    _circles([reference for content in merged for reference in content.references], known, found.found)
    return found.found, merged


def _new(
    declarations: list[Declaration],
    known: dict[str, Known],
    singles: dict[tuple[str, str], str],
    found: list[Problem],
) -> list[Declaration]:
    """The declarations of one file that are not only additions to an earlier file's subjects."""
    here: set[str] = set()
    out: list[Declaration] = []
    for declared in declarations:
        subject = declared.subject
        before = known.get(subject)
        if before is None:
            if declared.kind.single:
                first = singles.setdefault((declared.kind.kind, declared.parent), subject)
                if first != subject:
                    found.append(_second_single(declared, known[first].first))
            known[subject] = Known(declared, set(declared.places))
            out.append(declared)
        elif subject in here or not _same(before.first, declared):
            found.append(_twice(before.first, declared))
        elif declared.placed or not before.seen_from(declared.places[0]):
            before.places.update(declared.places)
            out.append(declared)
        here.add(subject)
    return out


def _same(first: Declaration, second: Declaration) -> bool:
    return (
        first.kind is second.kind
        and first.parent == second.parent
        and (second.explicit or second.kind.single)
    )


def _second_single(declared: Declaration, first: Declaration) -> Problem:
    text = (
        f"“{declared.kind.label}”至多一个，{_where(first, declared)}已有（标识“{first.subject}”）。"
        f"是同一个的，请写 id: {first.subject}。"
    )
    return Problem(declared.address.file, declared.address.line, declared.path, text)


def _where(first: Declaration, second: Declaration) -> str:
    file = "" if first.address.file == second.address.file else f"{first.address.file} "
    return f"{file}第{first.address.line}行"


def _twice(first: Declaration, second: Declaration) -> Problem:
    where = f"{_where(first, second)}的“{first.path}”（{first.kind.label}）"
    if second.explicit:
        text = f"标识“{second.subject}”与{where}重复。整个案件里标识不能重复，请换一个。"
    else:
        text = f"没有写标识，自动编号“{second.subject}”与{where}重复。请给它写一个标识（id）。"
    return Problem(second.address.file, second.address.line, f"{second.path}.id", text)


def _visible(
    declarations: list[Declaration], puts: list[Put], known: dict[str, Known], found: list[Problem]
) -> None:
    for declared in declarations:
        parent = known.get(declared.parent)
        if parent is None:
            continue
        for place in declared.places:
            if not parent.seen_from(place):
                text = (
                    f"它在{part_name(place)}，而它所属的“{declared.parent}”不在{part_name(place)}或者正卷。"
                    "请把两者放在同一分卷，或者把上一级放入正卷。"
                )
                found.append(
                    Problem(declared.address.file, declared.address.line, f"{declared.path}.分卷", text)
                )
    for put in puts:
        owner = known.get(put.subject)
        if owner is not None and not owner.seen_from(put.place):
            path = f"{owner.first.path}.{put.field.label}"
            text = (
                f"这个值写在{part_name(put.place)}，而“{put.subject}”没有登记在{part_name(put.place)}或者正卷。"
                "请改这个值的分卷，或者把该对象登记到几个分卷：分卷: [正卷, …]。"
            )
            found.append(Problem(put.address.file, put.address.line, path, text))


def _resolve(reference: Reference, known: dict[str, Known], found: Problems) -> None:
    place, targets = reference.place, reference.field.target.split("|")
    target = known.get(reference.target)
    if target is not None and target.first.kind.kind in targets and target.seen_from(place):
        return
    labels = "或者".join(KINDS[kind].label for kind in targets)
    if target is None:
        several = (
            "几个标识请写成列表，例如 [E1, E2]。"
            if any(mark in reference.target for mark in ",，、;； ")
            else ""
        )
        text = f"没有标识为“{reference.target}”的{labels}。{several}{_near_id(reference, known, found)}请改正标识，或者补上该{labels}；它在另一个文件里的，请把两个文件一并载入。"
    elif target.first.kind.kind not in targets:
        file = target.first.address.file
        where = f"{'' if file == reference.file else file + ' '}第{target.first.address.line}行"
        text = f"“{reference.target}”是{target.first.kind.label}（{where}），这里应为{labels}。请改正标识。"
    else:
        names = "、".join(part_name(p) for p in sorted(target.places))
        text = (
            f"“{reference.target}”在{names}，{part_name(place)}的内容不能引用它（正卷不引用内卷，各内卷互不引用）。"
            "请把引用它的这一项也放到该分卷。"
        )
    found.found.append(Problem(reference.file, reference.line, reference.path, text))


def _near_id(reference: Reference, known: dict[str, Known], found: Problems) -> str:
    targets = reference.field.target.split("|")
    ids = (
        [subject for subject, entry in known.items() if entry.first.kind.kind in targets]
        if found.hints
        else []
    )
    return found.near(reference.target, ids, 0.5)


def _circles(references: list[Reference], known: dict[str, Known], found: list[Problem]) -> None:
    """Fields that point at their own kind (派生自) may not lead back to where they started."""
    by_field: dict[Field, list[Reference]] = {}
    for reference in references:
        if reference.field.kind in reference.field.target.split("|"):
            by_field.setdefault(reference.field, []).append(reference)
    for field, edges in by_field.items():
        graph: dict[str, list[Reference]] = {}
        for edge in edges:
            graph.setdefault(edge.source, []).append(edge)
        for circle in _cycles(graph):
            last = circle[-1]
            names = " → ".join([circle[0].source, *(edge.target for edge in circle)])
            text = f"“{field.label}”绕成了圈：{names}。来源关系不能回到自己，请核对哪一份是先形成的。"
            found.append(Problem(last.file, last.line, last.path, text))


def _cycles(graph: dict[str, list[Reference]]) -> list[list[Reference]]:
    """One circle for each reference that closes one, found without recursion."""
    out: list[list[Reference]] = []
    done: set[str] = set()
    for start in graph:
        if start in done:
            continue
        trail: list[Reference] = []
        on_trail = {start: 0}
        waiting = [iter(graph[start])]
        nodes = [start]
        while waiting:
            edge = next(waiting[-1], None)
            if edge is None:
                waiting.pop()
                node = nodes.pop()
                done.add(node)
                del on_trail[node]
                if trail:
                    trail.pop()
                continue
            if edge.target in on_trail:
                out.append([*trail[on_trail[edge.target] :], edge])
            elif edge.target not in done and edge.target in graph:
                on_trail[edge.target] = len(nodes)
                nodes.append(edge.target)
                trail.append(edge)
                waiting.append(iter(graph[edge.target]))
    return out
