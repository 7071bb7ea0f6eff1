"""The entries of a declared relation, read from a view: nested subjects, references, the case and its all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gaoyao.dossier.model import Absent, Amount, Span, Value
from gaoyao.dossier.view import Live, View
from gaoyao.dossier.vocabulary import KINDS
from gaoyao.logic.frame import Ints
from gaoyao.logic.tree import Relation, TreeError
from gaoyao.logic.truth import Why

Edges = tuple[Ints, Ints]


def edges(view: View, relation: Relation) -> Edges:
    """Source and target numbers of every entry, sorted by source, then by the order of entry.

    The relation's name says how it is read (see `schema.children`, `by_field`, `reverse`): "<kind.field",
    "field:kind", "case", "all_kind", or the key under which the target is nested.  A reference whose value
    is in conflict gives every entry that one side names, so that nothing claimed is lost; a single
    reference in conflict gives at least two targets or none, and so stays unknown.  Raises TreeError for a
    relation that cannot be read this way.
    """
    name = relation.name
    if name.startswith("<"):
        sources, targets = _referring(view, name[1:], relation.target, relation.source)
        return sorted_edges(targets, sources)
    if ":" in name:
        field, kind = name.split(":", 1)
        if kind == relation.target:
            return sorted_edges(*_referring(view, f"{relation.source}.{field}", relation.source, kind))
    elif name == "case" or name == f"all_{relation.target}":
        return _product(len(view.index(relation.source)), len(view.index(relation.target)))
    elif (
        relation.target in KINDS
        and KINDS[relation.target].parent == relation.source
        and KINDS[relation.target].key == name
    ):
        above = view.index(relation.source)
        parents = [above[view.parent(child)] for child in view.index(relation.target)]
        return sorted_edges(parents, list(range(len(parents))))
    raise TreeError(f"关系 {relation.path} 不能从卷宗读出；派生的关系要用 add_table 给出")


def sorted_edges(sources: Sequence[int] | Ints, targets: Sequence[int] | Ints) -> Edges:
    """Pairs as arrays, sorted by source; the order within one source is kept."""
    source, target = np.asarray(sources, dtype=np.int64), np.asarray(targets, dtype=np.int64)
    order = np.argsort(source, kind="stable")
    source, target = source[order], target[order]
    source.flags.writeable = target.flags.writeable = False
    return source, target


def _product(sources: int, targets: int) -> Edges:
    return sorted_edges(np.repeat(np.arange(sources), targets), np.tile(np.arange(targets), sources))


def _referring(view: View, path: str, kind: str, named_kind: str) -> tuple[list[int], list[int]]:
    """Numbers of referring and named subjects of one REF or REFS field, in the order of the referring ones."""
    column = view.cells.get(path, {})
    named = view.index(named_kind)
    sources: list[int] = []
    targets: list[int] = []
    for subject, number in view.index(kind).items():
        live = column.get(subject)
        if live is not None:
            found = [named[target] for target in references(live) if target in named]
            sources.extend([number] * len(found))
            targets.extend(found)
    return sources, targets


def references(live: Live) -> tuple[str, ...]:
    """The ids that a REF or REFS cell names; in a conflict the union of all sides (none for a lone single one)."""
    if live.why is Why.KNOWN:
        return _named(live.value)
    if live.why is not Why.CONFLICTING:
        return ()
    values = [record.value for record in live.assertions]
    named = tuple(dict.fromkeys(target for value in values for target in _named(value)))
    single = any(isinstance(value, str) for value in values)
    return () if single and len(named) < 2 else named


def _named(value: Value | None) -> tuple[str, ...]:
    match value:
        case str():
            return (value,)
        case Absent() | Amount() | Span() | bool() | None:
            return ()
    return value
