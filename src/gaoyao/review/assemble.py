"""From columns to a Review: findings by weight, standing, points, questions, certificate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from gaoyao.dossier.model import Basis
from gaoyao.dossier.vocabulary import Case, Count, Fact, Item, Link
from gaoyao.dossier.vocabulary.court import COUNT_ACCUSED, COUNT_INCIDENT
from gaoyao.law.interpretations import INTERPRETATIONS
from gaoyao.law.rule import RULES, Effect, Rule, Weight, weight_of
from gaoyao.law.rules.common import USABLE
from gaoyao.logic.reasons import Reason, Reasons, leaves, sentence
from gaoyao.logic.tree import Relation
from gaoyao.logic.truth import Truth
from gaoyao.proof.points import unassigned
from gaoyao.review.asking import ORDER
from gaoyao.review.engine import Outcome, Run
from gaoyao.review.model import (
    FactState,
    Finding,
    ItemLine,
    NotChecked,
    Pending,
    PointLine,
    SchoolLine,
    Subject,
    SupportLine,
)
from gaoyao.review.standing import Rung

_WEIGHTS = (Weight.MANDATORY, Weight.EXPLAIN, Weight.RISK, Weight.CLUE)
UNMODELLED = {
    "absentia": "缺席审判",
    "private": "自诉",
    "confiscation": "违法所得没收",
    "treatment": "强制医疗",
}


class Assembler:
    """Reads one run.  Reasons are made only for what is shown."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.frame = run.frame
        self.reasons = Reasons(run.frame)
        self._subjects: dict[tuple[str, int], Subject] = {}

    def subject(self, kind: str, number: int) -> Subject:
        """The subject of a line."""
        known = self._subjects.get((kind, number))
        if known is None:
            known = Subject(kind, self.frame.identifier(kind, number), self.frame.name(kind, number), number)
            self._subjects[kind, number] = known
        return known

    def _shown(self, rule: Rule, code: Outcome) -> Iterable[int]:
        codes = self.run.outcomes.get(rule.id)
        return [] if codes is None else np.flatnonzero(codes == code).tolist()

    def findings(self, chosen: tuple[Rule, ...]) -> tuple[Finding, ...]:
        """Every finding, heaviest first; then what it does (facts before single items), the rules and the file."""
        made: list[tuple[int, int, int, int, Finding]] = []
        for order, rule in enumerate(chosen):
            for number in self._shown(rule, Outcome.FOUND):
                one = self._finding(rule, number)
                made.append((_WEIGHTS.index(one.weight), ORDER[rule.effect], order, number, one))
        made += self._aside(chosen, {(one.school, one.subject.kind, one.subject.number) for *_, one in made})
        made.sort(key=lambda row: row[:4])
        return tuple(_numbered(one, n) for n, (*_, one) in enumerate(made, 1))

    def _aside(
        self, chosen: tuple[Rule, ...], told: set[tuple[str, str, int]]
    ) -> list[tuple[int, int, int, int, Finding]]:
        """Findings of the schools not chosen, where the chosen one found nothing: to be explained, no more (ADR 0005)."""
        made = []
        for order, rule in enumerate(chosen):
            codes = self.run.aside.get(rule.id)
            for number in [] if codes is None else np.flatnonzero(codes == Outcome.FOUND).tolist():
                one = self._finding(rule, number)
                if (one.school, rule.about, number) not in told:
                    weight = Weight.EXPLAIN if one.weight is Weight.MANDATORY else Weight.RISK
                    made.append((_WEIGHTS.index(weight), ORDER[rule.effect], order, number, replace(
                        one, weight=weight, aside=True, sentence=f"本次没有采用这一口径；依这一口径则成立，须写明为何不按其处理。{one.sentence}",
                    )))  # fmt: skip
        return made

    def _finding(self, rule: Rule, number: int) -> Finding:
        reason = self.reasons.explain(rule.whole, number, rule.about)
        decisive = leaves(reason)
        confirmed = all(_confirmed(leaf) for leaf in decisive)
        cited = rule.cited_on(self.run.context.hearing)
        verified = any(one.verified for one in cited)
        school = rule.interpretation[0] if rule.interpretation else ""
        settled = self._settled(rule, number)
        weight = Weight.RISK if settled else weight_of(rule.effect, rule.basis, verified, confirmed)
        return Finding(
            "", rule, self.subject(rule.about, number), weight, reason, sentence(reason, _gate) + settled, cited,
            tuple(dict.fromkeys(s for leaf in decisive for s in leaf.sources)), school,
        )  # fmt: skip

    def _settled(self, rule: Rule, number: int) -> str:
        """What has already been done about a finding on an item, in the law's own direction; '' when it still compels."""
        if rule.about != "item" or rule.effect not in (Effect.GROUND, Effect.NOT_BASIS, Effect.CURABLE):
            return ""
        standing = self.run.standing[number]
        if rule.effect is Effect.CURABLE and standing.cured:
            return "补正或者解释已经裁定成立。"
        return {Rung.EXCLUDED: "该证据已经裁定排除。", Rung.WITHDRAWN: "该证据已由控方撤回。"}.get(
            standing.rung, ""
        )

    def pending(self, chosen: tuple[Rule, ...], limit: int = 50) -> tuple[list[Pending], list[NotChecked]]:
        """What is unsettled, rule by rule; beyond `limit` subjects a rule is counted, not listed."""
        made: list[Pending] = []
        more: list[NotChecked] = []
        for rule in chosen:
            for code in (Outcome.PENDING, Outcome.ASK):
                numbers = list(self._shown(rule, code))
                for number in numbers[:limit]:
                    unknown = self.reasons.explain(rule.breach, number, rule.about)
                    open_leaves = tuple(leaf for leaf in leaves(unknown) if leaf.truth is Truth.UNKNOWN)
                    made.append(
                        Pending(rule, self.subject(rule.about, number), code is Outcome.PENDING, open_leaves)
                    )
                if len(numbers) > limit:
                    more.append(NotChecked(rule.title, f"同类待查另有 {len(numbers) - limit} 项未逐项列出"))
        return made, more

    def items(self, findings: tuple[Finding, ...]) -> tuple[ItemLine, ...]:
        """Every item with its rung."""
        ids: dict[int, list[str]] = defaultdict(list)
        for one in findings:
            if one.subject.kind == "item":
                ids[one.subject.number].append(one.id)
        labels = [label for _, label in Item.type.options] + ["种类未录入"]
        types = self.frame.choice(Item.type)[0]
        return tuple(
            ItemLine(
                self.subject("item", n),
                labels[types[n]],
                self.words("item", n, "page"),
                standing.rung,
                standing.rules,
                tuple(ids[n]),
            )
            for n, standing in enumerate(self.run.standing)
        )

    def words(self, kind: str, number: int, name: str) -> str:
        """The text of a free-text field, '' where none is entered."""
        live = self.frame.view.cells.get(f"{kind}.{name}", {}).get(self.frame.identifier(kind, number))
        return live.value if live is not None and isinstance(live.value, str) else ""

    def _to_one(self, relation: Relation) -> dict[int, int]:
        source, target = self.frame.pairs(relation)
        return dict(zip(source.tolist(), target.tolist(), strict=True))

    def points(self, chosen: tuple[Rule, ...], findings: tuple[Finding, ...]) -> tuple[PointLine, ...]:
        """Every point with its state, obstacles and support."""
        table = self.run.table
        legal: dict[int, list[str]] = defaultdict(list)
        hints: dict[int, list[str]] = defaultdict(list)
        for one in findings:
            if one.subject.kind == "point" and not one.aside:
                sure = one.rule.effect is Effect.OBSTACLE and one.weight in (Weight.MANDATORY, Weight.EXPLAIN)
                (legal if sure else hints)[one.subject.number].append(one.id)
        pending: dict[int, list[str]] = defaultdict(list)
        for rule in chosen:
            if rule.about == "point" and rule.effect in (Effect.OBSTACLE, Effect.HINT):
                for number in self._shown(rule, Outcome.PENDING):
                    pending[number].append(rule.title)
        accused_of, incident_of = self._to_one(COUNT_ACCUSED), self._to_one(COUNT_INCIDENT)
        roles, role_labels = self.frame.choice(Fact.role)[0], [label for _, label in Fact.role.options] + [""]
        supports = self._supports()
        unmodelled, common = self.unmodelled(), unassigned(self.frame)
        lines = []
        for number, (fact, count) in enumerate(zip(table.point_fact, table.point_count, strict=True)):
            open_titles = (
                pending[number]
                + ([] if roles[fact] >= 0 else ["事实性质未录入"])
                + (["没有写明属于哪一项指控"] if fact in common else [])
                + [one.what for one in unmodelled]
            )
            state = (
                FactState.OBSTACLE
                if legal[number]
                else FactState.OPEN
                if hints[number] or open_titles
                else FactState.NO_OBSTACLE
            )
            accused, incident = accused_of.get(count), incident_of.get(count)
            lines.append(PointLine(
                self.subject("point", number), None if accused is None else self.subject("accused", accused),
                None if incident is None else self.subject("incident", incident), self.words(Count.kind, count, "charge"),
                self.subject("count", count), self.subject("fact", fact), role_labels[roles[fact]], state, tuple(legal[number]),
                tuple(hints[number]), tuple(open_titles), tuple(supports[number]),
                "".join(name for name, truth in self.run.routes.truths(number).items() if truth is Truth.YES),
            ))  # fmt: skip
        return tuple(lines)

    def _supports(self) -> dict[int, list[SupportLine]]:
        table = self.run.table
        made: dict[int, list[SupportLine]] = defaultdict(list)
        ties, labels = self.frame.choice(Link.tie)[0], [label for _, label in Link.tie.options] + [""]
        for n, item in enumerate(table.support_item):
            page = self.words("link", table.support_link[n], "page") or self.words("item", item, "page")
            made[table.support_point[n]].append(SupportLine(
                self.subject("item", item), table.support_for[n], labels[ties[table.support_link[n]]], self.run.standing[item].rung,
                table.own[n] == Truth.YES, page,
            ))  # fmt: skip
        return made

    def unmodelled(self) -> list[NotChecked]:
        """A procedure whose standard is not modelled answers 未检查, never a pass (design §4.6)."""
        codes, _ = self.frame.choice(Case.procedure)
        names = [code for code, _ in Case.procedure.options]
        if len(codes) and codes[0] >= 0 and names[codes[0]] in UNMODELLED:
            return [
                NotChecked(f"{UNMODELLED[names[codes[0]]]}程序", "本软件没有该程序的证明标准，事实部分未检查")
            ]
        return []

    def schools(self, switches: dict[str, str]) -> tuple[SchoolLine, ...]:
        """The schools used, default or switched, with the others: those that bear on a subject of this file."""
        sizes = self.frame.size
        carried = {
            rule.interpretation[0] for rule in RULES.values() if rule.interpretation and sizes(rule.about)
        }
        lines = []
        for name, row in INTERPRETATIONS.items():
            if name not in carried | set(switches) and not (row.concerns and sizes(row.concerns)):
                continue
            chosen = row.school(self.run.context.schools[name])
            others = tuple((one.label, one.reading) for one in row.schools if one.id != chosen.id)
            lines.append(SchoolLine(
                name, row.question, chosen.id, chosen.label, chosen.holders, chosen.reading,
                chosen.id == row.default_on(self.run.context.hearing), row.why_default, others,
            ))  # fmt: skip
        return tuple(lines)


_GATES = frozenset((Item.type.path, Item.against.path, Item.admits.path, Fact.role.path))


def _gate(leaf: Reason) -> bool:
    """A leaf that only says whom the rule concerns: the proof tree shows it, the sentence need not."""
    return leaf.field in _GATES or (leaf.field is None and leaf.sentence.startswith(USABLE.yes))


def _confirmed(leaf: Reason) -> bool:
    """Every source of a leaf at least stated by a person; a leaf without sources rests on what is not there."""
    return all(source.basis != Basis.READ.label for source in leaf.sources)


def _numbered(one: Finding, number: int) -> Finding:
    return replace(one, id=f"F{number:03d}")
