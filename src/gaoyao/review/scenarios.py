"""Scenarios: small case files a lawyer can read, and what one rule must say about them.

A file holds a list of rules (规则), each with its scenarios (情景): one sentence (说明), the day of the hearing
(开庭), the stage (阶段), chosen schools where they matter (解释), a fragment in the exchange format (案卷) and
the answer (预期).  成立: premise and breach yes.  不成立: premise yes, breach no.  待查: premise yes, breach
unknown.  不涉及: premise not yes, or not in force, other stage, other school.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from gaoyao.dossier.exchange import load
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.model import DossierError
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import Role, View, readable
from gaoyao.dossier.vocabulary import Case
from gaoyao.law.interpretations import resolve
from gaoyao.law.rule import Rule
from gaoyao.logic.columns import Columns
from gaoyao.logic.truth import Truth
from gaoyao.review.applicable import Context, Gate, applicable
from gaoyao.review.engine import rules, run

FOUND, CLEAR, PENDING, SILENT = "成立", "不成立", "待查", "不涉及"
ANSWERS = (FOUND, CLEAR, PENDING, SILENT)
STAGES = {label: code for code, label in Case.stage.options}
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_KEYS = ("说明", "开庭", "阶段", "解释", "案卷", "预期")
_OPTIONAL = ("解释",)


class ScenarioError(ValueError):
    """A scenario file cannot be read; the message names file, rule and number."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario of one rule.  `fragment` is an exchange file as JSON text; `subject` the id asked about."""

    rule: str
    place: str
    says: str
    hearing: date
    stage: str
    switches: tuple[tuple[str, str], ...]
    fragment: str
    subject: str
    answer: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A scenario whose case has been run once with the lower strata, so that what its rule may read is there."""

    scenario: Scenario
    frame: CaseFrame
    context: Context


def read(path: Path) -> list[Scenario]:
    """Every scenario of a file, in its order.  Raises ScenarioError."""
    return parse(path.read_text(encoding="utf-8"), path.name)


def parse(text: str, name: str) -> list[Scenario]:
    """Every scenario of a text, in its order; `name` is what errors call it.  Raises ScenarioError."""
    try:
        tree = yaml.load(text, Loader=_LOADER)  # noqa: S506 - strings only
    except (yaml.YAMLError, RecursionError) as error:
        raise ScenarioError(f"{name}：YAML 写法有误：{error}") from None
    if not isinstance(tree, list):
        raise ScenarioError(f"{name}：最外层应为列表，每项一条规则（规则、情景）")
    return [one for block in tree for one in _block(name, block)]


def _block(file: str, block: object) -> list[Scenario]:
    if not isinstance(block, dict) or set(block) != {"规则", "情景"} or not isinstance(block["情景"], list):
        raise ScenarioError(f"{file}：每一项应有“规则”和“情景”（列表），现为 {str(block)[:60]}")
    return [
        _one(f"{file} {block['规则']} 第{n}个", block["规则"], raw) for n, raw in enumerate(block["情景"], 1)
    ]


def _one(place: str, rule: str, raw: object) -> Scenario:
    if not isinstance(raw, dict):
        raise ScenarioError(f"{place}：情景应为“键: 值”的组合")
    wrong = [key for key in raw if key not in _KEYS] + [
        k for k in _KEYS if k not in raw and k not in _OPTIONAL
    ]
    if wrong:
        raise ScenarioError(
            f"{place}：多了或者少了 {'、'.join(wrong)}；应有 {'、'.join(_KEYS)}（解释可以不写）"
        )
    expected = raw["预期"]
    if not isinstance(expected, dict) or set(expected) != {"对象", "结果"} or expected["结果"] not in ANSWERS:
        raise ScenarioError(f"{place}：预期应为 {{对象: 标识, 结果: {' | '.join(ANSWERS)}}}")
    if raw["阶段"] not in STAGES:
        raise ScenarioError(f"{place}：没有“{raw['阶段']}”这一阶段；可用 {'、'.join(STAGES)}")
    try:
        hearing = date.fromisoformat(raw["开庭"])
    except (TypeError, ValueError):
        raise ScenarioError(f"{place}：开庭应为 2024-05-10 这样的日期") from None
    given = raw["案卷"]
    if not isinstance(given, dict) or not isinstance(given.get("案件", {}), dict):
        raise ScenarioError(f"{place}：案卷和其中的案件应为“键: 值”的组合")
    case = {"标识": "案", **given.get("案件", {})}
    fragment = json.dumps({"皋陶": "1", **raw["案卷"], "案件": case}, ensure_ascii=False)
    if not isinstance(raw.get("解释", {}), dict):
        raise ScenarioError(f"{place}：解释应为“名称: 学派”的组合")
    switches = tuple(sorted(raw.get("解释", {}).items()))
    return Scenario(
        rule,
        place,
        raw["说明"],
        hearing,
        STAGES[raw["阶段"]],
        switches,
        fragment,
        expected["对象"],
        expected["结果"],
    )


def prepare(scenario: Scenario) -> Prepared:
    """Load the fragment and run the strata below its rule.  Raises ScenarioError for a fragment that does not load."""
    try:
        log = load(scenario.fragment, name=scenario.place).log
    except DossierError as error:
        raise ScenarioError(f"{scenario.place}：{error}") from None
    parts = readable(Role.JUDGE) | {
        (Part.INTERFERENCE, "")
    }  # no ordinary reader has the register; its rules need it
    frame = CaseFrame(View(log, parts))
    schools = resolve(scenario.hearing, dict(scenario.switches))
    context = Context(scenario.hearing, scenario.hearing, scenario.stage, schools, Role.JUDGE.value)
    run(frame, context, _below(scenario.rule))
    return Prepared(scenario, frame, context)


@cache
def _below(ident: str) -> tuple[Rule, ...]:
    """The rules of lower strata than a rule; every rule for one that does not exist."""
    own = next((rule.stratum for rule in rules() if rule.id == ident), None)
    return tuple(rule for rule in rules() if own is None or rule.stratum < own)


def answer(rule: Rule, prepared: Prepared, columns: Columns | None = None) -> str:
    """What the rule says about the scenario's subject.  Raises ScenarioError for a subject that is not there."""
    if applicable(rule, prepared.context) is not Gate.OPEN:
        return SILENT
    reading = columns or Columns(prepared.frame)
    try:
        number = prepared.frame.number(rule.about, prepared.scenario.subject)
    except LookupError as error:
        raise ScenarioError(f"{prepared.scenario.place}：{error}") from None
    if reading.evaluate(rule.premise, rule.about)[number] != Truth.YES:
        return SILENT
    breach = reading.evaluate(rule.breach, rule.about)[number]
    return {Truth.YES: FOUND, Truth.NO: CLEAR, Truth.UNKNOWN: PENDING}[Truth(int(breach))]
