"""From declared rules to compiled ones: exceptions applied, strata checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gaoyao.law.rule import Rule, RuleError, joined
from gaoyao.logic.tree import All, Any, At, AtLeast, CannotExclude, Concluded, ForAll, Not, Prop, all_of

CONCEPT_STRATA: dict[tuple[str, str], int] = {
    ("supplement", "expired"): 0,
    ("item", "corroborated"): 3,
    ("item", "from_confession"): 0,
    ("rival", "reasoned"): 0,
    **{(kind, "has_reason"): 0 for kind in ("conflict", "rival", "alibi", "doubt", "favourable")},
    ("fact", "contradiction"): 0,
    ("fact", "foreign_trace"): 0,
    ("trace", "unmatched"): 0,
    ("trace", "disposed"): 0,
    ("accused", "false_sign"): 0,
    ("accused", "false_by_items"): 0,
    ("accused", "false_by_person"): 0,
    ("item", "usable"): 4,
    ("point", "route"): 4,
    ("point", "thin"): 4,
    ("point", "single"): 4,
    ("point", "two_origins"): 4,
    ("point", "barred"): 5,
}
"""Stratum of every concept that the engine itself derives (standing, fact state); see `review.derive`."""


def concepts_in(prop: Prop) -> Iterator[Concluded]:
    """Every `Concluded` leaf of a tree."""
    match prop:
        case Concluded():
            yield prop
        case Not(part=part) | At(part=part) | AtLeast(part=part) | ForAll(part=part):
            yield from concepts_in(part)
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                yield from concepts_in(part)
        case CannotExclude(part=part, closed=closed):
            yield from concepts_in(part)
            yield from concepts_in(closed)
        case _:
            return


def with_exceptions(rules: dict[str, Rule]) -> tuple[Rule, ...]:
    """Compile; see `gaoyao.law.rule.compile_rules`."""
    found: dict[str, list[Rule]] = {}
    for one in rules.values():
        if one.exception_to:
            target = rules.get(one.exception_to)
            if target is None:
                raise RuleError(f"规则 {one.id} 是 {one.exception_to} 的例外，但没有那条规则")
            if target.about != one.about or one.stratum > target.stratum:
                raise RuleError(f"规则 {one.id} 与 {target.id} 对象不同或层次更高，不能作它的例外")
            found.setdefault(target.id, []).append(one)
    strata = dict(CONCEPT_STRATA)
    for one in rules.values():
        key = (one.about, one.concept)
        strata[key] = max(strata.get(key, 0), one.stratum)
    done: list[Rule] = []
    for one in rules.values():
        for concept in concepts_in(one.whole):
            at = strata.get((concept.kind, concept.name))
            if at is None:
                raise RuleError(f"规则 {one.id} 读取没有人给出的中间结论 {concept.kind}.{concept.name}")
            if at >= one.stratum:
                raise RuleError(f"规则 {one.id} 在第{one.stratum}层，不能读取第{at}层的结论 {concept.name}")
        if not one.exception_to:
            done.append(_applied(one, found.get(one.id, [])))
    return tuple(sorted(done, key=lambda one: one.stratum))


def _applied(one: Rule, exceptions: list[Rule]) -> Rule:
    if not exceptions:
        return one
    breach = all_of(one.breach, ~joined([all_of(e.premise, e.breach) for e in exceptions]))
    return replace(
        one, breach=breach, whole=all_of(one.premise, breach), exceptions=tuple(e.id for e in exceptions)
    )
