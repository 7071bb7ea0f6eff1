"""Find what the operative part decides about each accused, and nothing that it only quotes.

A conviction inside 撤销……（即被告人某犯某罪） is quoted, one inside 维持……（即……） stands. 驳回上诉，维持原判 and
核准 take the outcome of the decision below. A drafting template decides nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from gaoyao.intake.judgments.charges import committed, divide, unique
from gaoyao.intake.judgments.model import OutcomeKind
from gaoyao.intake.judgments.parties import Accused
from gaoyao.intake.judgments.sections import Parts

TEMPLATE = re.compile(
    r"…{1,2}[，。]?（(?:写明|概述|列举|阐述|详细|简述|注明|此处)|（(?:写明|概述)[^）]{4,}）|分三种情况：|表述为：[“\"…]"
)
_CLAUSE = re.compile(r"\n|(?<=[；。])|(?<![一二三四五六七八九十第])(?=[一二三四五六七八九十]{1,2}、)")
_REVOKES = re.compile(r"撤销")
_REMANDS = re.compile(
    r"发回[^。；\n]{0,30}?(?:重新?审|法院)|指令[^。；\n]{0,24}再审|(?:由|交)[^。；\n]{0,20}重新审判"
)
_TERMINATES = re.compile(r"终止审理|终止本案")
_WITHDRAWS = re.compile(
    r"(?:准许|准予|同意)[^。；\n]{0,40}?撤回(?:对[^。；\n]{0,40}?的)?(上诉|起诉|抗诉|申诉)"
)
_DISMISSES = re.compile(
    r"驳回[^。；\n]{0,50}?(上诉|抗诉|申诉|申请)|维持原判|维持原审|维持[^。；\n]{0,40}(?:判决|裁定)(?=。|；|$|\n)|维持(?:第一审|原审|一审|原|本院)[^。；\n]{0,30}?(?:判决|裁定|判)|(?<!不)核准"
)
_INNOCENT = re.compile(r"无罪(?!推定)|不负刑事责任|不构成犯罪")
_EXEMPT = re.compile(r"免予刑事处罚|免除(?:刑事)?处罚|免于刑事处罚|免予处罚")
_PENALTY = re.compile(
    r"(?:决定(?:合并)?执行(?:刑期)?|判处(?:原审)?(?:被告人|上诉人)?[^，。；\n]{2,20}?(?=死刑|无期徒刑|有期徒刑|拘役|管制)|判处其|判处|处以|并处|单处|处)(?=(?:死刑|无期|有期|拘役|管制|罚金|剥夺|没收|驱逐))"
)
_STOP = re.compile(
    r"[（。；\n]|的(?:刑事|判决)|，依法实行|，该款|，?(?:犯(?!罪)|于(?:本)?判决|限|自判决|从判决|该刑|刑期)|）"
)
_BY = re.compile(
    r"(?<!犯)以((?:(?!被告人|上诉人|原审)[^，。；\n]){2,40}?(?<!犯)(?<!定)罪)(?:定罪(?:处罚)?|论处)?(?=，?(?:分别)?判处|，?处|，?免予)"
)


@dataclass(slots=True)
class Verdict:
    """What is decided about one accused; offsets in the cleaned text."""

    outcome: OutcomeKind = "not_decided_in_document"
    convicted: list[str] = field(default_factory=list)
    acquitted_of: list[str] = field(default_factory=list)
    sentence: str | None = None
    start: int = 0
    end: int = 0


def is_template(parts: Parts) -> bool:
    """Is any part of the document an unfilled drafting template?

    A text may hold a finished judgment and, after it, the empty form under the same number; which of the two
    stands cannot be told from the text, so such a document decides nothing for us.
    """
    return bool(TEMPLATE.search(parts.text))


def find_outcomes(parts: Parts, accused: list[Accused]) -> dict[str, Verdict]:
    """The verdict on each accused by name."""
    verdicts = {person.name: Verdict() for person in accused}
    start, end = parts.get("operative")
    if not end or is_template(parts) or not accused:
        return verdicts
    _own_decisions(parts.text, start, end, accused, verdicts)
    _whole_case(parts, start, end, accused, verdicts)
    return verdicts


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start] + [start + m.end() for m in _CLAUSE.finditer(text[start:end])] + [end]
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]


def named(text: str, start: int, end: int, accused: list[Accused]) -> list[Accused]:
    """The accused whom a stretch of text names; 二被告人 and a lone accused by role count too."""
    stretch = text[start:end]
    found = [p for p in accused if any(_names(stretch, n, accused) for n in p.names)]
    if not found and (
        len(accused) == 1
        or re.search(r"[二两三四五六七八九各\d]名?被告人|上列被告人|各(?:原审)?被告", stretch)
    ):
        return list(accused)
    return found


def _names(stretch: str, name: str, accused: list[Accused]) -> bool:
    """`name` occurs and is not only the beginning of a longer accused's name (张某 in 张某1)."""
    longer = [n for p in accused for n in p.names if len(n) > len(name) and name in n]
    rest = stretch
    for other in longer:
        rest = rest.replace(other, "")
    return name in rest


def _own_decisions(
    text: str, start: int, end: int, accused: list[Accused], verdicts: dict[str, Verdict]
) -> None:
    """犯某罪, 无罪, 免予刑事处罚 said by this court itself, clause by clause."""
    subject: list[Accused] = []
    carried: list[str] = []
    for a, b in _clauses(text, start, end):
        if _REVOKES.search(text, a, b) and not re.search(r"维持", text[a:b][:8]):
            revoke = _REVOKES.search(text, a, b)
            later = (
                re.search(
                    r"[，；](?=(?:改判|宣告|对?(?:上诉人|原审被告人|被告人)[^，。；]{1,20}(?:无罪|犯)))",
                    text[revoke.end() : b],
                )
                if revoke
                else None
            )
            if not later or "即" in text[a:b]:
                _innocent_after_revoke(text, a, b, accused, verdicts)
                continue
            a = a + (revoke.end() - a if revoke else 0) + later.end()
        position = a
        for names, at, stop in committed(text, a, b) + _by_charge(text, a, b):
            who = (
                named(text, position, at, accused)
                if re.search(r"被告|上诉人|罪犯|[\u4e00-\u9fff]", text[position:at])
                else subject
            )
            carried = names if text[at] == "以" else []
            who = _prefer_named(text, position, at, accused, who, subject)
            if text[at] == "以":
                who = _sentenced(text, stop, b, accused) or who
            subject = who or subject
            for person in subject:
                penalty = _own_penalty(text, stop, b, person, accused) if text[at] == "以" else None
                _convict(text, verdicts[person.name], names, at, stop, b, penalty)
            position = stop
        if position == a and carried:
            for person in [p for p in accused if any(_names(text[a:b], n, accused) for n in p.names)]:
                if _TERM.search(text, a, b):
                    _convict(
                        text,
                        verdicts[person.name],
                        carried,
                        a,
                        a,
                        b,
                        _own_penalty(text, a, b, person, accused),
                    )
        if position == a and (joined := _JOINED.search(text, a, b)):
            for person in [
                p for p in accused if any(_names(text[a:b], n, accused) for n in p.names)
            ] or subject:
                if verdicts[person.name].convicted:
                    verdicts[person.name].sentence = read_sentence(text, joined.start(), b)
        _innocent(text, a, b, accused, verdicts)


_TERM = re.compile(r"死刑|无期徒刑|有期徒刑|拘役|管制")
_JOINED = re.compile(r"决定(?:合并)?执行")


def _prefer_named(
    text: str, a: int, at: int, accused: list[Accused], who: list[Accused], subject: list[Accused]
) -> list[Accused]:
    """A second 犯 without a new name (犯甲罪……；犯乙罪) belongs to the person before."""
    explicit = [p for p in accused if any(_names(text[a:at], n, accused) for n in p.names)]
    if explicit:
        return explicit
    return subject if subject and "被告" not in text[a:at] else who


_NEXT = re.compile(r"[。\n]|以[^，。；]{2,30}罪")


def _sentenced(text: str, stop: int, end: int, accused: list[Accused]) -> list[Accused]:
    """Of 以某罪，分别判处甲、乙……: the persons named after the charge, up to the next one."""
    following = _NEXT.search(text, stop, end)
    limit = following.start() if following else end
    return [p for p in accused if any(_names(text[stop:limit], n, accused) for n in p.names)]


def _by_charge(text: str, a: int, b: int) -> list[tuple[list[str], int, int]]:
    """对被告人某以某罪判处……, as older judgments and approvals write it."""
    return [(divide(m.group(1)), m.start(), m.end()) for m in _BY.finditer(text, a, b)]


_OF_A_DECISION = re.compile(r"的(?:刑事)?(?:判决|裁定)$")


def _own_penalty(text: str, start: int, end: int, person: Accused, accused: list[Accused]) -> str | None:
    """Of 以某罪，判处甲……；判处乙……: the penalty in the first part that names this person."""
    for part in re.finditer(r"[^；。\n]+", text[start:end]):
        a, b = start + part.start(), start + part.end()
        if any(_names(part.group(), n, accused) for n in person.names):
            return read_sentence(text, a, b) or _bare_term(text, a, b)
    return None


def _bare_term(text: str, start: int, end: int) -> str | None:
    """A penalty without its verb (被告人某乙有期徒刑二年), as the later ones of a row are written."""
    term = _TERM.search(text, start, end)
    return _OF_A_DECISION.sub("", text[term.start() : end].strip("，。；\n ")) if term else None


def _convict(
    text: str, verdict: Verdict, names: list[str], at: int, stop: int, limit: int, penalty: str | None = None
) -> None:
    verdict.convicted = unique(verdict.convicted + names)
    exempt = _EXEMPT.search(text, stop, min(limit, stop + 60))
    verdict.outcome = "exempt" if exempt and verdict.outcome != "guilty" else "guilty"
    if not verdict.end:
        verdict.start = at
    verdict.end = stop
    sentence = "免予刑事处罚" if exempt else read_sentence(text, stop, limit)
    sentence = penalty or sentence
    if sentence:
        verdict.sentence = sentence


def read_sentence(text: str, start: int, end: int) -> str | None:
    """The penalty as written, from 判处 or 决定执行 on (the last 决定执行 counts)."""
    marks = list(_PENALTY.finditer(text, start, end))
    if not marks:
        return None
    joined = [m for m in marks if m.group().startswith("决定")]
    first = joined[-1] if joined else marks[0]
    stop = _STOP.search(text, first.end(), end)
    while (
        stop
        and stop.group() == "（"
        and (close := text.find("）", stop.end(), end)) > 0
        and text[close + 1 : close + 3] in ("，并", "，剥", "，缓")
    ):
        stop = _STOP.search(text, close + 1, end)
    written = text[first.end() : stop.start() if stop else end]
    written = re.sub(r"(?<=[年月])(?=缓刑)", "，", written)
    written = re.sub(r"（[^）]*）|人民币|并处|宣告|处(?=罚金)", "", written).strip("，、\n ")
    return _OF_A_DECISION.sub("", written) or None


def _innocent(text: str, a: int, b: int, accused: list[Accused], verdicts: dict[str, Verdict]) -> None:
    match = _INNOCENT.search(text, a, b)
    if not match or re.search(r"驳回|维持", text[a : match.start()]):
        return
    for person in named(text, a, match.start(), accused):
        _acquit(verdicts[person.name], match)


def _innocent_after_revoke(
    text: str, a: int, b: int, accused: list[Accused], verdicts: dict[str, Verdict]
) -> None:
    """撤销原判……，宣告上诉人某无罪 in one clause."""
    match = re.compile(r"(?:改判|宣告)[^，。；]{0,20}无罪").search(text, a, b)
    if match:
        for person in named(text, match.start(), match.end(), accused):
            _acquit(verdicts[person.name], match)


def _acquit(verdict: Verdict, match: re.Match[str]) -> None:
    if verdict.outcome != "guilty":
        verdict.outcome, verdict.start, verdict.end = "acquitted", match.start(), match.end()


def _whole_case(
    parts: Parts, start: int, end: int, accused: list[Accused], verdicts: dict[str, Verdict]
) -> None:
    """Decisions on the case as a whole: remand, termination, withdrawal, dismissal, approval."""
    text = parts.text
    for a, b in _clauses(text, start, end):
        pending = [p for p in accused if verdicts[p.name].outcome == "not_decided_in_document"]
        who = [p for p in named(text, a, b, accused) if p in pending] or pending
        if _TERMINATES.search(text, a, b):
            _set(verdicts, who, "terminated", a, b)
        elif withdrawn := _WITHDRAWS.search(text, a, b):
            if withdrawn.group(1) == "起诉":
                _set(verdicts, who, "prosecution_withdrawn", a, b)
            else:
                below(parts, pending, verdicts)
                kept = [p for p in who if withdrawn.group(1) == "上诉"]
                _set(verdicts, kept, "appeal_withdrawn", a, b)
        elif _REMANDS.search(text, a, b):
            _set(verdicts, pending, "remanded", a, b)
        elif dismissed := _DISMISSES.search(text, a, b):
            if dismissed.group(1) in ("申诉", "申请") and "维持" not in text[a:b]:
                _set(verdicts, who, "petition_rejected", a, b)
            else:
                below(parts, pending, verdicts)
    if _REMANDS.search(text, start, end) and _REVOKES.search(text, start, end):
        for verdict in verdicts.values():
            if verdict.outcome == "remanded":
                verdict.convicted, verdict.sentence = [], None


def _set(verdicts: dict[str, Verdict], who: list[Accused], outcome: OutcomeKind, a: int, b: int) -> None:
    for person in who:
        verdict = verdicts[person.name]
        verdict.outcome, verdict.start, verdict.end = outcome, a, b


def below(parts: Parts, who: list[Accused], verdicts: dict[str, Verdict]) -> None:
    """What the decision below said about these accused, when this one leaves it standing."""
    text = parts.text
    limit = parts.get("reasons")[0] or parts.get("operative")[0] or parts.get("operative")[1]
    floor = 0 if parts.report else parts.get("proceedings")[0] or parts.get("header")[1]
    decided = _decided_below(text, *_operative_below(text, floor, limit), who) or _decided_below(
        text, floor, limit, who
    )
    for person in who:
        verdict = verdicts[person.name]
        convictions = [said for said, people in decided if person in people]
        innocent = re.search(r"(?:判决|宣告|认定)[^。；]{0,60}无罪", text[floor:limit])
        if convictions:
            verdict.convicted = unique([n for names, *_ in convictions for n in names])
            verdict.outcome = "guilty"
            last = convictions[-1]
            stop = re.compile(r"[。\n]").search(text, last[2], min(limit, last[2] + 160))
            bound = stop.start() if stop else min(limit, last[2] + 160)
            own = (
                _own_penalty(text, last[2], min(limit, last[2] + 600), person, who)
                if text[last[1]] == "以"
                else None
            )
            verdict.sentence = own or read_sentence(text, last[2], bound)
            verdict.start, verdict.end = last[1], last[2]
        elif innocent:
            verdict.outcome = "acquitted"
        elif parts.get("operative")[1]:
            verdict.outcome = "guilty"


_LEAD_BELOW = re.compile(r"(?:判决|裁定)(?:如下)?：")
_APPEALED = re.compile(r"宣判后|(?:提出|提起)(?:了)?(?:上诉|抗诉)|不服[^。，]{0,12}判|没有上诉|未上诉")


def _operative_below(text: str, start: int, end: int) -> tuple[int, int]:
    """The operative part of the decision below where the document repeats it; else nothing."""
    leads = list(_LEAD_BELOW.finditer(text, start, end))
    if not leads:
        return start, start
    stop = _APPEALED.search(text, leads[-1].end(), end)
    return leads[-1].end(), stop.start() if stop else end


Said = tuple[list[str], int, int]


def _decided_below(text: str, start: int, end: int, who: list[Accused]) -> list[tuple[Said, list[Accused]]]:
    """Each 犯某罪，判处… before the operative part, as the court below decided it, with whom it concerns."""
    found: list[tuple[Said, list[Accused]]] = []
    subject: list[Accused] = []
    previous = start
    for names, at, stop in sorted(
        committed(text, start, end) + _by_charge(text, start, end), key=lambda said: said[1]
    ):
        sentence = max(text.rfind("。", start, at), text.rfind("\n", start, at), start)
        explicit = [
            p for p in who if any(_names(text[max(previous, sentence) : at], n, who) for n in p.names)
        ]
        if text[at] == "以":
            explicit = _sentenced(text, stop, end, who) or explicit
        subject = explicit or (who if len(who) == 1 else subject)
        previous = stop
        follows = (
            re.match(r"[，；]?(?:判|处|免|，并)|[^。；]{0,12}判处", text[stop : stop + 16])
            or text[at] == "以"
        )
        if follows and not re.search(r"曾因|因犯|前科|刑满", text[sentence:at]):
            found.append(((names, at, stop), subject))
    return found
