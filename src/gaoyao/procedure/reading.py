"""Read a flat record {"rule", "start", "facts"} into `Declared`; nothing it cannot read passes in silence.

The keys are the catalogue's input names and their usual variants.  A key or value that is not understood,
and a fact that the row does not use, are reported in `Read.problems` and `Read.unused`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from gaoyao.procedure.counting import Length
from gaoyao.procedure.declared import Declared, Extension
from gaoyao.procedure.facts import INFORMATIONAL, READERS, Draft, reader_for
from gaoyao.procedure.legs import choose_leg, names_leg
from gaoyao.procedure.model import DeadlineRule, Leg
from gaoyao.procedure.rows import rule as find_rule
from gaoyao.procedure.wording import UnreadableError, amount_in, moment_of

_ALWAYS_USED = {"approval_chain", "ground_208", "category_158", "waived", "procedure", "restart_approved"}


@dataclass
class Read:
    """What was read: the row, the declared values, an expected warning, problems, facts the row does
    not use."""

    rule: DeadlineRule
    declared: Declared
    expected_warning: date | datetime | None
    problems: list[str]
    unused: list[str]
    notes: list[str]


def _claims(draft: Draft) -> tuple[Extension, ...]:
    """The claimed extensions, with their papers as stated, or taken as complete in an exercise (题设)."""
    thirty = any(rule.key == "thirty" for leg in draft.rule.legs for rule in leg.extensions)
    grouped = any(rule.key == "complex" for leg in draft.rule.legs for rule in leg.extensions)
    claims: list[tuple[str, Length | None, str | None]] = list(draft.claims)
    if draft.stated and len(claims) == 1 and claims[0][1] is None:
        claims = [(claims[0][0], draft.stated, claims[0][2])]
    elif draft.stated:
        claims.append((draft.body, draft.stated, None))
    elif not claims and draft.attributes.get("case_subtype") and thirty and draft.approved is not False:
        claims.append((draft.body, None, "thirty"))
        draft.used.add("case_subtype")
    elif not claims and grouped and draft.attributes.get("complex"):
        claims.append((draft.body, None, "complex"))
        draft.used.add("complex")
    elif not claims and (draft.extended or draft.approved or draft.body):
        claims.append((draft.body, None, None))
    if draft.extended is False:
        claims = []
    assumed = draft.assume and draft.approved is not False
    return tuple(
        Extension(body, draft.paper, draft.number, amount, key, None, assumed) for body, amount, key in claims
    )


def _match_row(draft: Draft) -> None:
    """Read two facts in the words of the row: 复杂 of a summons, a restart whose approval was refused."""
    names = {name for leg in draft.rule.legs for a in leg.alternatives for name, _ in a.when}
    keys = {extension.key for leg in draft.rule.legs for extension in leg.extensions}
    if "grave" in names | keys and "complex" in draft.attributes:
        draft.attributes["grave"] = draft.attributes.pop("complex")
        draft.notes.append("complex 按本条“案情特别重大、复杂，需要采取拘留、逮捕措施”理解")
    if "grave" in keys and draft.attributes.get("grave") is True and draft.extended is None:
        draft.extended = True
        draft.used.add("grave")
    known = {extension.key for leg in draft.rule.legs for extension in leg.extensions}
    draft.claims = [(body, amount, key if key in known else None) for body, amount, key in draft.claims]
    if len(draft.claims) > 1:
        draft.attributes["approval_chain"] = True
    if draft.attributes.get("restart_approved") is False and draft.restarts:
        draft.restarts.clear()
        draft.notes.append("重新计算未经批准，不采用")


def _read_attributes(leg: Leg) -> set[str]:
    conditions = (
        [a.when for a in leg.alternatives]
        + [e.when for e in leg.exemptions]
        + [x.needs for x in leg.extensions]
    )
    return {name for when in (*conditions, leg.selected_by) for name, _ in when} | set(leg.requires)


def _amount_in_why(draft: Draft, leg: Leg, why: str) -> None:
    """A length that only the row's remark states (刑期六个月, 最高法批准2个月), when the row cannot do without."""
    wants = leg.length is None and not leg.alternatives and not leg.stays_open
    if not wants or draft.amount or draft.stated or any(amount for _, amount, _ in draft.claims):
        return
    for mark in ("刑期", "批准", "考验期", "期限"):
        _, found, rest = why.partition(mark)
        if found and (amount := amount_in(rest[:12])):
            draft.amount = amount
            draft.notes.append(f"facts 没有写明长度，取自说明栏：{amount.text}")
            return


def read(record: Mapping[str, object], *, assume_papers: bool = False) -> Read:
    """Read one record; raises `UnknownDeadlineError`, `UnreadableError` for a record without rule or
    facts."""
    ident, facts = record.get("rule"), record.get("facts", {})
    if not isinstance(ident, str) or not isinstance(facts, Mapping):
        raise UnreadableError("每行须有 rule（文字）和 facts（对象）")
    rule = find_rule(ident)
    draft, problems, informational = Draft(rule, assume_papers), [], []
    start: date | datetime | None = None
    try:
        start = moment_of("start", record["start"]) if record.get("start") is not None else None
    except UnreadableError as error:
        problems.append(str(error))
    for name, raw in facts.items():
        if name in INFORMATIONAL:
            informational.append(f"{name}（不影响期限）")
            continue
        reader = reader_for(name, raw)
        if reader is None:
            problems.append(f"不认识的事实“{name}”＝{raw!r}，未采用")
            continue
        if raw is None:
            continue
        if name not in READERS:
            draft.notes.append(f"“{name}”按不计入的期间理解")
        try:
            reader(draft, name, raw)
        except (UnreadableError, ValueError) as error:
            problems.append(str(error))
    start = start or draft.other_start
    _match_row(draft)
    if draft.leg is not None and len(rule.legs) == 1 and not names_leg(rule, draft.leg):
        problems.append(f"本规则只有“{rule.legs[0].name}”一个期限，未采用 leg＝{draft.leg}")
        draft.leg = None
    declared = Declared(
        start, draft.leg, draft.in_custody, draft.attributes, draft.amount, draft.until, _claims(draft),
        tuple(draft.exclusions), tuple(draft.restarts), draft.transit_days, draft.count, draft.done_on,
        draft.mailed_on, draft.earliest_start, assume_papers,
    )  # fmt: skip
    try:
        leg = choose_leg(rule, declared)
    except ValueError as error:
        return Read(rule, declared, draft.warning, [*problems, str(error)], [], draft.notes)
    why = record.get("why")
    if isinstance(why, str):
        _amount_in_why(draft, leg, why)
        declared = replace(declared, amount=draft.amount)
    used = _read_attributes(leg) | _ALWAYS_USED | draft.used
    unused = [f"{name}＝{value}" for name, value in draft.attributes.items() if name not in used]
    return Read(rule, declared, draft.warning, problems, informational + unused, draft.notes)
