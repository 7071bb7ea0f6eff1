"""The facts of a flat record: every key that is understood, and what it sets.

Keys are the catalogue's input names and their usual variants.  `READERS` maps a key to the function that
reads its value into a `Draft`; `INFORMATIONAL` keys are known and never change a day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from gaoyao.procedure.counting import Length
from gaoyao.procedure.declared import Exclusion, Restart
from gaoyao.procedure.model import Cause, DeadlineRule, Excluded, Value
from gaoyao.procedure.wording import (
    UnreadableError,
    amount_in,
    article_in,
    body_in,
    cause_in,
    day_of,
    kind_in,
    moment_of,
    spans_of,
    truth_of,
    value_of,
)


@dataclass
class Draft:
    """Values collected while the facts of one record are read."""

    rule: DeadlineRule
    assume: bool
    attributes: dict[str, Value] = field(default_factory=dict)
    claims: list[tuple[str, Length | None, str | None]] = field(default_factory=list)
    amount: Length | None = None
    stated: Length | None = None
    body: str = ""
    extended: bool | None = None
    approved: bool | None = None
    in_custody: bool | None = None
    leg: str | None = None
    exclusions: list[Exclusion] = field(default_factory=list)
    restarts: list[Restart] = field(default_factory=list)
    transit_days: int = 0
    mailed_on: date | None = None
    until: date | None = None
    done_on: date | datetime | None = None
    earliest_start: date | datetime | None = None
    count: int | None = None
    paper: str = ""
    number: str = ""
    other_start: date | datetime | None = None
    warning: date | datetime | None = None
    notes: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)


def _int(name: str, raw: object) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or raw < 0:
        raise UnreadableError(f"“{name}”应当是不小于零的整数，收到 {raw!r}")
    return raw


def _yes(attribute: str) -> Callable[[Draft, str, object], None]:
    def read(draft: Draft, name: str, raw: object) -> None:
        draft.attributes[attribute] = truth_of(name, raw)

    return read


def _choice(attribute: str) -> Callable[[Draft, str, object], None]:
    def read(draft: Draft, name: str, raw: object) -> None:
        value = value_of(attribute, raw)
        draft.attributes[attribute] = value
        if attribute == "procedure" and any(
            "fast_track" in dict(a.when) for g in draft.rule.legs for a in g.alternatives
        ):
            del draft.attributes["procedure"]
            draft.attributes["fast_track"] = value == "速裁"

    return read


def _excluded(kind: Excluded) -> Callable[[Draft, str, object], None]:
    def read(draft: Draft, name: str, raw: object) -> None:
        for first, last, count, word in spans_of(name, raw):
            draft.exclusions.append(Exclusion(kind_in(word) if word else kind, first, last, count))

    return read


def _restarted(cause: Cause) -> Callable[[Draft, str, object], None]:
    def read(draft: Draft, name: str, raw: object) -> None:
        if raw is False:
            return
        draft.restarts.append(Restart(cause, None if raw is True else day_of(name, raw)))

    return read


def _by_kind(draft: Draft, name: str, raw: object) -> None:
    """{"精神病鉴定": [起, 止]} or any form of `spans_of`."""
    if isinstance(raw, dict) and not {"from", "start", "first", "days"} & set(raw):
        for word, spans in raw.items():
            _excluded(kind_in(str(word)))(draft, name, spans)
    else:
        _excluded(Excluded.UNSPECIFIED)(draft, name, raw)


def _restart(draft: Draft, name: str, raw: object) -> None:
    if raw is False:
        return
    if isinstance(raw, list):
        for part in raw:
            _restart(draft, name, part)
    elif raw is True:
        draft.restarts.append(Restart(Cause.UNSPECIFIED))
    elif isinstance(raw, dict):
        word = str(raw.get("cause") or raw.get("reason") or raw.get("event") or "")
        on = raw.get("date") or raw.get("on")
        draft.restarts.append(
            Restart(cause_in(word) if word else Cause.UNSPECIFIED, day_of(name, on) if on else None)
        )
    elif isinstance(raw, str) and raw[:4].isdigit():
        draft.restarts.append(Restart(Cause.UNSPECIFIED, day_of(name, raw)))
    elif isinstance(raw, str):
        draft.restarts.append(Restart(cause_in(raw)))
    else:
        raise UnreadableError(f"“{name}”应当是事由、日期或者是/否，收到 {raw!r}")


def _claim(draft: Draft, name: str, raw: object) -> None:
    """extension, approval, approvals: a body with or without an amount, yes/no, or a list of these."""
    if isinstance(raw, bool):
        draft.extended = raw
    elif isinstance(raw, int):
        raise UnreadableError(
            f"“{name}”只写了数字 {raw}，请写明日、月（如 2个月）或者用 extension_days、extension_months"
        )
    elif isinstance(raw, str):
        draft.claims.append((body_in(raw), amount_in(raw), article_in(raw)))
    elif isinstance(raw, dict):
        body = str(raw.get("authority") or raw.get("org") or raw.get("by") or raw.get("approval") or "")
        amount = amount_in(body)
        if "months" in raw or "days" in raw:
            unit = "months" if "months" in raw else "days"
            amount = Length(**{unit: _int(f"{name}.{unit}", raw[unit])})
        draft.claims.append((body_in(body), amount, article_in(body)))
    elif isinstance(raw, list):
        for part in raw:
            _claim(draft, name, part)
    else:
        raise UnreadableError(f"“{name}”应当是批准机关（可带期限），收到 {raw!r}")


def _chain(draft: Draft, name: str, raw: object) -> None:
    _claim(draft, name, raw)
    if isinstance(raw, list):
        draft.attributes["approval_chain"] = True


def _set(attribute: str, convert: Callable[[str, object], object]) -> Callable[[Draft, str, object], None]:
    def read(draft: Draft, name: str, raw: object) -> None:
        setattr(draft, attribute, convert(name, raw))

    return read


def _adds(unit: str) -> Callable[[Draft, str, object], None]:
    """A number of one unit added to the length that the record states: {"years": 1, "months": 6}."""

    def read(draft: Draft, name: str, raw: object) -> None:
        draft.amount = (draft.amount or Length()) + Length(**{unit: _int(name, raw)})

    return read


def _custody(draft: Draft, name: str, raw: object) -> None:
    """Yes or no; or, written as periods, time in detention that is not counted."""
    if isinstance(raw, list | dict):
        _excluded(Excluded.DETAINED)(draft, name, raw)
    else:
        draft.in_custody = truth_of(name, raw)


def _text(name: str, raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise UnreadableError(f"“{name}”应当是文字，收到 {raw!r}")
    return raw.strip()


def _length(name: str, raw: object) -> Length:
    found = amount_in(raw) if isinstance(raw, str) else None
    if found is None:
        raise UnreadableError(f"“{name}”应当写明长度（如 6个月、三日），收到 {raw!r}")
    return found


def _mailed(draft: Draft, name: str, raw: object) -> None:
    if not isinstance(raw, bool):
        draft.mailed_on = day_of(name, raw)
    elif raw:
        draft.notes.append("期满前已交邮的不算过期；交邮不改变届满日")


def _returns(draft: Draft, name: str, raw: object) -> None:
    """退补起止: the last return that came back starts the review again; their number is counted."""
    spans = spans_of(name, raw)
    draft.count = sum(1 for first, _, _, _ in spans if first) or (raw if isinstance(raw, int) else None)
    ended = [last for _, last, _, _ in spans if last]
    if ended:
        draft.restarts.append(Restart(Cause.SUPPLEMENT, max(ended)))


def _received_before(draft: Draft, name: str, raw: object) -> None:
    draft.restarts.append(Restart(Cause.SUPPLEMENT))
    draft.notes.append(f"首次收案 {day_of(name, raw)}，所录起算日为重新收案之日")


def _exemption(draft: Draft, name: str, raw: object) -> None:
    """无法通知 / 有碍侦查 / 无, the ground for not telling the family."""
    text = _text(name, raw)
    if not any(word in text for word in ("无法通知", "有碍", "妨碍", "无")):
        raise UnreadableError(f"“{name}”应当是 无法通知、有碍侦查 或者 无，收到 {raw!r}")
    draft.attributes["unable_to_notify"] = "无法通知" in text
    draft.attributes["hinders"] = "有碍" in text or "妨碍" in text


def _refusal(draft: Draft, name: str, raw: object) -> None:
    draft.leg = "不同意决定" if "不同意" in _text(name, raw) else "申请"


def _renewals(draft: Draft, name: str, raw: object) -> None:
    """Days on which an extension was approved: one claim each."""
    for day in raw if isinstance(raw, list) else [raw]:
        draft.notes.append(f"延长批准日 {day_of(name, day)}")
        draft.claims.append(("", None, None))


def _same_kind(draft: Draft, name: str, raw: object) -> None:
    draft.attributes["same_kind"] = _text(name, raw).startswith("同")


START_KEYS = (
    "arrest", "arrest_date", "arrest_time", "detain", "detain_date", "detain_time", "accept_date",
    "case_received_date",
    "received_time", "request_time", "trial_date", "trial_end", "deadline_end", "order_date", "entrust_date",
    "delivery_date", "refuse_date", "suggestion_date", "effective_date", "irrelevant_found_date",
    "start_date",
    "start_time", "withdraw_date", "suspend_date", "return_date", "review_received_date", "found",
    "known", "closed",
)  # fmt: skip
DONE_KEYS = (
    "submit", "submit_date", "submitted", "transfer_date", "judgment_date", "reply_date", "review_date",
    "appeal_date",
    "interrogation", "interrogation_time", "notice_time", "meeting_time", "forwarded", "forwarded_date",
    "forwarded_time", "finish_date", "released_date", "resume_date", "told", "told_date", "opinion_date",
    "report_date",
    "protest_date", "sent_date", "response_date", "arranged_date", "end_time", "arrive_time",
    "delivered", "receipt_date",
)  # fmt: skip
INFORMATIONAL = frozenset((
    "reason", "reasons", "reason_given", "reason_noted", "exemption_reason", "explained", "case_level",
    "handling_level",
    "deciding_org", "detention_decided", "other_prosecutor", "remote", "suspend_ground", "expired",
    "transferred",
    "resumed", "told_defendant", "error", "eligible", "new_crime_type", "subtype_evidence", "interval",
    "total_days",
    "extend_count", "delay_days", "detain_days", "returned_ground", "charge", "accused", "note",
    "source", "stage_note",
))  # fmt: skip
_STEMS: tuple[tuple[str, Excluded], ...] = (
    ("psych", Excluded.PSYCHIATRIC), ("mental", Excluded.PSYCHIATRIC), ("suspen", Excluded.STAY), ("stay", Excluded.STAY),
    ("review", Excluded.FILE_REVIEW), ("reading", Excluded.FILE_REVIEW), ("decision", Excluded.DECISION),
    ("custod", Excluded.DETAINED), ("detain", Excluded.DETAINED), ("obstacle", Excluded.OBSTACLE),
    ("exclu", Excluded.UNSPECIFIED),
)  # fmt: skip


def reader_for(name: str, raw: object) -> Callable[[Draft, str, object], None] | None:
    """The reader of a key: by the table, or for periods by the stem of the key (psych…, suspen…, 中止…)."""
    if name in READERS:
        return READERS[name]
    if not isinstance(raw, list):
        return None
    for stem, kind in _STEMS:
        if stem in name.lower():
            return _excluded(kind)
    try:
        return _excluded(kind_in(name))
    except UnreadableError:
        return None


READERS: dict[str, Callable[[Draft, str, object], None]] = {
    **dict.fromkeys(("in_custody", "custody", "detained"), _custody),
    **{key: _yes("complex") for key in ("complex", "major_complex", "complicated")},
    **{key: _yes("fast_track") for key in ("fast_track", "plea")},
    **{key: _yes("over_1y") for key in ("over_1y", "possible_over_1y")},
    **{key: _yes("over_3y") for key in ("over_3y", "possible_over_3y")},
    **{key: _yes("possible_10y") for key in ("possible_10y", "over_10y", "ten_years")},
    **{key: _yes("grave") for key in ("grave", "grave_case", "especially_grave")},
    **{key: _yes("unable_to_notify") for key in ("unable_to_notify", "cannot_notify")},
    **{key: _yes("hinders") for key in ("hinders", "hinders_investigation", "obstructs")},
    **{key: _yes("waived") for key in ("waived", "waive", "voluntary_short")},
    "has_counsel": _yes("has_counsel"), "permission": _yes("permission"), "is_sentence": _yes("is_sentence"),
    "category_158": _yes("category_158"), "ground_208": _yes("ground_208"),
    **{key: _choice("doc") for key in ("doc", "doc_type", "document")},
    **{key: _choice("procedure") for key in ("procedure", "procedure_type")},
    **{key: _choice("measure") for key in ("measure", "measure_type")},
    **{key: _choice("case_subtype") for key in ("case_subtype", "subtype")},
    "crime_type": _choice("crime_type"), "stage": _choice("stage"),
    **{key: _choice("pronounced") for key in ("pronounced", "pronounce", "pronounce_type")},
    **{key: _set("leg", _text) for key in ("leg", "route", "which", "step")},
    **dict.fromkeys(("extension", "extensions", "approval"), _claim),
    "approvals": _chain,
    **{key: _set("extended", truth_of) for key in ("extended", "extension_granted")},
    **{key: _set("approved", truth_of) for key in ("approved", "extension_approved")},
    **{key: _set("body", _text) for key in ("approval_org", "authority", "approved_by")},
    **{
        key: _set("stated", lambda n, raw: Length(days=_int(n, raw)))
        for key in ("extension_days", "approval_days", "approved_days", "extended_days")
    },
    **{
        key: _set("stated", lambda n, raw: Length(months=_int(n, raw)))
        for key in ("extension_months", "approval_months", "approved_months", "extended_months")
    },
    **{key: _set("paper", _text) for key in ("paper", "approval_paper")},
    **{key: _set("number", _text) for key in ("approval_no", "number", "doc_no")},
    **dict.fromkeys(("months", "sentence_months", "probation_months", "term_months"), _adds("months")),
    **dict.fromkeys(("days", "sentence_days"), _adds("days")),
    **dict.fromkeys(("years", "sentence_years"), _adds("years")),
    **{key: _set("amount", _length) for key in ("length", "term", "sentence", "probation", "period")},
    **dict.fromkeys(("half_months", "half_month"), _adds("half_months")),
    "until": _set("until", day_of),
    **dict.fromkeys(("restart", "restarts", "restart_events", "recalculated", "recalculate",
        "restart_date"), _restart),
    "identity_known": _restarted(Cause.IDENTITY), "identity_known_date": _restarted(Cause.IDENTITY),
    **{key: _restarted(Cause.NEW_CRIME) for key in ("new_crime", "new_crime_found", "found_other_crime")},
    **{key: _restarted(Cause.JURISDICTION) for key in ("jurisdiction_changed", "jurisdiction_change")},
    "designated": _restarted(Cause.DESIGNATED),
    **{key: _restarted(Cause.REMAND) for key in ("remand", "remanded", "remand_received")},
    **{key: _restarted(Cause.CONVERSION) for key in ("converted", "converted_date", "conversion")},
    **{key: _restarted(Cause.SUPPLEMENT) for key in ("supplement_done", "resubmitted", "re_received",
        "supplement_finished")},
    **{key: _restarted(Cause.REDECIDED) for key in ("redecided", "re_decided")},
    "first_received": _received_before, "returns": _returns,
    **{key: _excluded(Excluded.STAY) for key in ("suspended", "suspension", "stay", "stayed",
        "suspended_days")},
    **{
        key: _excluded(Excluded.PSYCHIATRIC)
        for key in (
            "psychiatric", "psychiatric_period", "psychiatric_days", "psychiatric_exam",
            "psychiatric_appraisal",
            "mental_exam", "mental_appraisal", "psych_exam", "psych",
        )
    },
    **{key: _excluded(Excluded.FILE_REVIEW) for key in ("file_review", "file_review_period",
        "file_reading", "reading", "reading_period")},
    **{key: _excluded(Excluded.DECISION) for key in ("decision_period", "decision_days")},
    **{key: _excluded(Excluded.DETAINED) for key in ("detained_period", "custody_period",
        "custody_periods", "detention_period")},
    **{key: _excluded(Excluded.OBSTACLE) for key in ("obstacle", "obstacle_period", "force_majeure")},
    **{key: _excluded(Excluded.OTHER_APPRAISAL) for key in ("appraisal", "appraisal_period",
        "other_appraisal")},
    **dict.fromkeys(("excluded", "excluded_periods", "exclusions", "excluded_days", "not_counted"), _by_kind),
    **{key: _set("transit_days", _int) for key in ("transit_days", "transit", "travel_days")},
    **dict.fromkeys(("mailed", "mailed_on", "mailed_before_due", "posted"), _mailed),
    **{key: _set("done_on", moment_of) for key in ("done", "done_on", "fulfilled", "fulfilled_on")},
    **{key: _set("earliest_start", moment_of) for key in ("earliest_start", "earliest")},
    **{key: _set("count", _int) for key in ("count", "return_count", "delay_count", "times")},
    **{key: _set("other_start", moment_of) for key in START_KEYS},
    **{key: _set("done_on", moment_of) for key in DONE_KEYS},
    "exemption": _exemption, "decision_result": _refusal, "extend_dates": _renewals,
    **{key: _yes("liuzhi") for key in ("liuzhi", "lz_case", "from_liuzhi")},
    "major": _yes("major"), "affects_charge_or_band": _yes("affects_band"), "same_or_different": _same_kind,
    "necessary": _yes("necessary"), "via_duty_lawyer": _yes("via_duty_lawyer"),
    "restart_approved": _yes("restart_approved"), "non_arrest_ground": _choice("non_arrest_ground"),
    "conservative_due": _set("warning", moment_of),
    "ground": lambda draft, name, raw: draft.attributes.__setitem__("ground_208", "无" not in _text(name,
        raw)),
    **{
        key: lambda draft, name, raw: draft.attributes.__setitem__("category_158", "无" not in _text(name,
            raw))
        for key in ("category", "case_category")
    },
}  # fmt: skip
