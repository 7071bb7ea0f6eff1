"""A lesson as a scenario: a small invented file and what one rule must say about it, run over the invented cases.

The format is that of the scenario tests (`gaoyao.review.scenarios`, docs/dev/rules-and-scenarios.md), so that a lesson
that is kept can become a test as it stands.  It must be invented and say so: no real case enters a scenario.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from gaoyao.dossier.exchange import load, save
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DossierError
from gaoyao.dossier.schema import KINDS, Part
from gaoyao.dossier.view import Role, View, readable
from gaoyao.dossier.vocabulary import Case
from gaoyao.law.interpretations import UnknownInterpretationError
from gaoyao.logic.tree import FieldType
from gaoyao.logic.truth import Why
from gaoyao.review.api import review
from gaoyao.review.engine import rules
from gaoyao.review.model import Finding, Review
from gaoyao.review.scenarios import FOUND, STAGES, Scenario, ScenarioError, answer, parse, prepare

LONGEST = 60_000
PLAIN = frozenset((FieldType.FLAG, FieldType.CHOICE, FieldType.QUANTITY, FieldType.MOMENT))
"""What a draft takes over from a case: nothing that is free text, so no name and no quotation."""


class LessonError(ValueError):
    """A lesson is not a scenario that runs; `problems` says, line by line, what to change."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("；".join(self.problems))


@dataclass(frozen=True, slots=True)
class Checked:
    """A scenario file that reads, loads and gives the answers it expects."""

    rule: str
    title: str
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One invented case: its file, title, how often the rule found something."""

    file: str
    title: str
    found: int


def check(text: str) -> Checked:
    """Read, load and run a scenario file.  Raises LessonError with every problem."""
    if len(text) > LONGEST:
        raise LessonError([f"情景文件超过 {LONGEST} 字。"])
    try:
        found = parse(text, "情景文件")
    except ScenarioError as error:
        raise LessonError([str(error)]) from None
    named = {one.rule for one in found}
    if len(named) != 1:
        raise LessonError(["一条教训对应一条规则：情景文件里写一条规则，至少一个情景。"])
    rule = next((one for one in rules() if one.id in named), None)
    if rule is None:
        raise LessonError(
            [f"没有“{next(iter(named))}”这条规则；规则的标识见“法条与规则”或者 gaoyao explain。"]
        )
    problems = [problem for one in found if (problem := _problem(one))]
    if problems:
        raise LessonError(problems)
    if not any(one.answer == FOUND for one in found):
        raise LessonError(["至少要有一个预期为“成立”的情景：教训是软件应当指出而当时没有看到的。"])
    return Checked(rule.id, rule.title, tuple(found))


def _problem(one: Scenario) -> str:
    """Why a scenario is not kept; '' where it is."""
    if str(json.loads(one.fragment)["案件"].get("虚构案件", "")) not in ("是", "true", "True"):
        return f"{one.place}：案件里要写明“虚构案件: 是”。情景必须是编造的，不得写入真实案件的人名、文书。"
    try:
        prepared = prepare(one)
        rule = next(rule for rule in rules() if rule.id == one.rule)
        said = answer(rule, prepared)
    except (ScenarioError, DossierError, UnknownInterpretationError) as error:
        return str(error)
    return (
        ""
        if said == one.answer
        else f"{one.place}：预期“{one.answer}”，规则的回答是“{said}”。请修改案卷片段或者预期。"
    )


def over(rule: str, folder: Path, today: date) -> tuple[Shown, ...]:
    """What a rule finds in every invented case of a folder (*.yaml), for a judge, at the case's own stage.

    Raises LessonError for a folder without cases or a file that does not load or is not marked as invented.
    """
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise LessonError([f"文件夹“{folder.name}”里没有虚构案件（*.yaml）。"])
    return tuple(_shown(rule, path, today) for path in files)


def _shown(rule: str, path: Path, today: date) -> Shown:
    try:
        log = load(path.read_bytes(), name=path.name).log
    except DossierError as error:
        raise LessonError([f"{path.name}：{error}"]) from None
    view = View(log, readable(Role.JUDGE) | {(Part.INTERFERENCE, "")})
    made = review(view, today)
    if not made.invented:
        raise LessonError([f"{path.name}：没有标明虚构案件，不用来运行情景。"])
    return Shown(path.name, made.title, sum(one.rule.id == rule for one in made.findings))


def draft(view: View, made: Review, finding: Finding) -> str:
    """A first scenario from a finding: its subject, what it is nested in and beside it, flags, choices, numbers and days only.

    '' for a finding about something derived.  Names, quotes and pages are left out; what the rule needs beyond that
    is added by a person, and `check` says whether the fragment shows the finding.
    """
    subject = finding.subject.id
    if not view.kind(subject):
        return ""
    chain = [subject]
    while parent := view.parent(chain[0]):
        chain.insert(0, parent)
    chain += [
        child
        for kind in KINDS.values()
        if kind.parent == view.kind(subject)
        for child in view.children(kind.kind, subject)
    ]
    log = Log()
    with log.begin(Part.MAIN, "剖析", "起草情景", "", f"{made.today.isoformat()}T00:00") as change:
        case = next(iter(view.subjects(Case.kind)), "案")
        change.declare(Case.kind, case)
        change.put(Case.kind, case, "invented", True)
        for one in dict.fromkeys([case, *chain]):
            kind = view.kind(one) or Case.kind
            if one != case:
                change.declare(kind, one, view.parent(one))
            for name, field in KINDS[kind].fields.items():
                live = view.live(field, one)
                if (
                    field.type in PLAIN
                    and live.why is Why.KNOWN
                    and live.value is not None
                    and (one, name) != (case, "invented")
                ):
                    change.put(kind, one, name, live.value)
    fragment = yaml.load(save(log), Loader=yaml.BaseLoader)  # noqa: S506 - our own text, strings only
    fragment.pop("皋陶", None)
    fragment["案件"] = {"标识" if key == "id" else key: value for key, value in fragment["案件"].items()}
    stage = next((label for label, code in STAGES.items() if code == made.stage), next(iter(STAGES)))
    block = {
        "规则": finding.rule.id,
        "情景": [{
            "说明": "（写一句：当时看到什么，应当指出什么）", "开庭": made.hearing.isoformat(), "阶段": stage, "案卷": fragment,
            "预期": {"对象": subject, "结果": FOUND},
        }],
    }  # fmt: skip
    return yaml.safe_dump([block], allow_unicode=True, sort_keys=False, width=1000)
