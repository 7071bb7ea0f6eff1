"""Two papers on one act: logs and records, reporting and filing, custody, officers at work, names and identity numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Accused, Acquisition, Inquiry, Interrogation
from gaoyao.dossier.vocabulary.steps import Step
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.drafting.crossing import SLACK
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.mismatches import Mismatch, Side, found_in, side
from gaoyao.intake.drafting.people import People
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.forms.base import Form, Names, Reader

Found = Iterator[Mismatch]
_NOT_QUESTIONED = re.compile(r"律师|会见|辨认|指认|开庭|庭审|体检|就医|鉴定|送达|提审?解|搜查")


def compare_papers(
    draft: Draft, people: People, entries: list[Entry], incidents: dict[str, Span]
) -> list[Mismatch]:
    """Everything that can be compared by rule; fields that rules read are proposed on the way."""
    found = [
        *_unrecorded(entries),
        *_at_work(draft, entries),
        *_arrivals(entries),
        *_reports(entries, incidents),
        *_names(people, entries),
    ]
    _custody(draft, entries)
    return found


# ------------------------------------------------------------ logs and records


def _unrecorded(entries: list[Entry]) -> Found:
    """Taken out for questioning, and no record of it: told only where every record of the person was read whole."""
    for log in entries:
        if log.form.kind != "extraction_log" or log.sheet.document.incomplete or not log.form.speaker:
            continue
        own = [
            one
            for one in entries
            if one.form.kind == "interrogation" and one.form.speaker == log.form.speaker
        ]
        if not own or any(one.sheet.document.incomplete or one.begun is None for one in own):
            continue
        for out, back, start, end in log.form.rows:
            line = log.sheet.raw[log.sheet.raw.rfind("\n", 0, start) + 1 : _line_end(log.sheet.raw, end)]
            last = back.high if back else out.high + 720
            if _NOT_QUESTIONED.search(line) or any(
                out.low - SLACK <= one.begun.high and one.begun.low <= last + SLACK
                for one in own
                if one.begun
            ):
                continue
            yield Mismatch(
                "log_without_record",
                f"提讯登记记载{out.text}提讯{log.form.speaker}，卷内没有这次讯问的笔录",
                (side(log.sheet, start, end),),
            )


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _custody(draft: Draft, entries: list[Entry]) -> None:
    """A questioning after the day of admission to the detention house, held elsewhere: the person was in custody."""
    admitted: dict[str, tuple[Span, Entry]] = {}
    for entry in entries:
        if (
            entry.sheet.document.kind.code in ("body_check", "custody_log")
            and entry.form.speaker
            and entry.begun
        ):
            known = admitted.get(entry.form.speaker)
            if known is None or entry.begun.low < known[0].low:
                admitted[entry.form.speaker] = (entry.begun, entry)
    for entry in entries:
        held = entry.form.get(Interrogation.place_type) if entry.form.kind == "interrogation" else None
        if held is not None and held.value == "detention_room" and entry.begun:
            known = admitted.get(entry.form.speaker)
            if known is None or entry.begun.low < known[0].low:
                admitted[entry.form.speaker] = (entry.begun, entry)
    for name, when, sheet in _sent(draft):
        known = admitted.get(name)
        if known is None or when.low < known[0].low:
            admitted[name] = (when, Entry(sheet, Form()))
    freed = {
        name
        for entry in entries
        if entry.sheet.document.kind.code in ("release", "bail", "residence")
        for name in admitted
        if name in entry.sheet.raw
    }
    for one in entries:
        place = one.form.get(Interrogation.place_type)
        known = admitted.get(one.form.speaker) if one.form.kind == "interrogation" and one.act else None
        if (
            known is None
            or one.form.speaker in freed
            or one.begun is None
            or (place is not None and place.value == "detention_room")
        ):
            continue
        if one.begun.low > known[0].high:
            sheet = known[1].sheet
            cell = next(
                (
                    cell
                    for cell in known[1].form.item
                    if cell.field.path == "item.happened" and cell.start is not None
                ),
                None,
            )
            draft.put(
                one.act, Interrogation.in_custody, True, sheet, *((cell.start, cell.end) if cell else (0, 1))
            )
            if (
                place is not None
                and place.value in ("case_room", "residence", "other")
                and place.start is not None
            ):
                for said in [
                    row
                    for row in draft.proposals
                    if row.subject == one.act and row.field.path == Interrogation.outside_premises.path
                ]:
                    draft.proposals.remove(said)
                draft.put(one.act, Interrogation.outside_premises, True, one.sheet, place.start, place.end)


def _sent(draft: Draft) -> Iterator[tuple[str, Span, Sheet]]:
    """The steps that tell of an accused's admission to a detention house: name, moment, paper."""
    names = {one.subject: str(one.value) for one in draft.proposals if one.field.path == Accused.name.path}
    events = {
        one.subject
        for one in draft.proposals
        if one.field.path == Step.event.path and one.value == "sent_to_centre"
    }
    whose = {one.subject: str(one.value) for one in draft.proposals if one.field.path == Step.accused.path}
    for one in draft.proposals:
        if (
            one.subject in events
            and one.field.path == Step.happened.path
            and isinstance(one.value, Span)
            and whose.get(one.subject) in names
        ):
            yield names[whose[one.subject]], one.value, one.sheet


# ------------------------------------------------------------ officers


class _Work:
    """One record at which officers were: certainly from `low` to `high`."""

    def __init__(self, entry: Entry, low: int, high: int) -> None:
        self.entry, self.low, self.high = entry, low, high
        self.place = _text(entry, "place")
        self.officers = _people(entry)
        self.recorder = _recorder(entry.sheet)

    def where(self, name: str) -> Side:
        """Where the name stands in the head or foot of the record."""
        return side(self.entry.sheet, *found_in(self.entry.sheet, name))

    @property
    def title(self) -> str:
        """The record and whom it concerns."""
        return f"{self.entry.form.speaker}{self.entry.sheet.document.title}"


def _works(entries: list[Entry]) -> list[_Work]:
    out = []
    for entry in entries:
        if entry.form.kind == "acquisition":
            taken = entry.form.get(Acquisition.happened)
            if (
                taken
                and isinstance(taken.value, Span)
                and _RANGE.search(taken.value.text)
                and taken.value.high - taken.value.low < 720
            ):
                out.append(_Work(entry, taken.value.low, taken.value.high))
            continue
        if entry.form.kind not in ("interrogation", "inquiry"):
            continue
        start, end = (
            (cell.value if (cell := entry.form.get(one)) else None) for one in _TIMES[entry.form.kind]
        )
        if isinstance(start, Span) and isinstance(end, Span) and start.high < end.low:
            out.append(_Work(entry, start.high, end.low))
    return sorted(out, key=lambda one: (one.low, one.high))


_RANGE = re.compile(r"至|到|—|－|-|~")
_TIMES = {"interrogation": (Interrogation.start, Interrogation.end), "inquiry": (Inquiry.start, Inquiry.end)}


def _at_work(draft: Draft, entries: list[Entry]) -> Found:
    """One officer, or one recorder, in two records at one time with different persons."""
    works = _works(entries)
    for n, one in enumerate(works):
        for other in works[n + 1 :]:
            if other.low >= one.high:
                break
            if (
                one.entry.form.speaker == other.entry.form.speaker
                or one.place
                and one.place == other.place
                and not other.entry.form.speaker
            ):
                continue
            shared = sorted(one.officers & other.officers)
            both = sorted((one.officers | {one.recorder}) & (other.officers | {other.recorder}) - {""})
            for name in both:
                code = "officer_twice" if name in shared else "recorder_twice"
                yield Mismatch(
                    code,
                    f"{name}在同一时间（重叠）出现在{one.title}和{other.title}",
                    (one.where(name), other.where(name)),
                )
            if shared and one.entry.form.kind == other.entry.form.kind == "inquiry":
                for mine, its in ((one, other), (other, one)):
                    place = found_in(its.entry.sheet, shared[0])
                    draft.put(mine.entry.act, Inquiry.same_time_same_officer, True, its.entry.sheet, *place)


def _people(entry: Entry) -> frozenset[str]:
    cell = next(
        (
            cell
            for cell in entry.form.cells
            if cell.field.name == "officers" and isinstance(cell.value, Names)
        ),
        None,
    )
    return frozenset(cell.value.names) if cell is not None and isinstance(cell.value, Names) else frozenset()


def _text(entry: Entry, name: str) -> str:
    cell = next(
        (cell for cell in entry.form.cells if cell.field.name == name and isinstance(cell.value, str)), None
    )
    return str(cell.value) if cell else ""


def _recorder(sheet: Sheet) -> str:
    reader = Reader(sheet)
    found = reader.labelled("记录人")
    names = reader.names(*found) if found else ()
    return names[0] if names else ""


# ------------------------------------------------------------ arrival, reporting, filing, detention


def _moment(entry: Entry) -> tuple[Span, Side] | None:
    for cell in (*entry.form.cells, *entry.form.item):
        if (
            cell.field.name in ("happened", "start")
            and isinstance(cell.value, Span)
            and cell.start is not None
            and cell.end is not None
        ):
            return cell.value, side(entry.sheet, cell.start, cell.end)
    return None


def _arrivals(entries: list[Entry]) -> Found:
    """A questioning that begins before the person is said to have been caught."""
    for arrival in (entry for entry in entries if entry.form.kind == "arrival"):
        came = _moment(arrival)
        if came is None or not arrival.form.speaker:
            continue
        for one in entries:
            began = (
                _moment(one)
                if one.form.kind == "interrogation" and one.form.speaker == arrival.form.speaker
                else None
            )
            if began is not None and began[0].high + SLACK < came[0].low:
                yield Mismatch(
                    "questioned_before_arrival",
                    f"{arrival.form.speaker}的讯问开始于{began[0].text}，到案经过记载{came[0].text}才到案",
                    (began[1], came[1]),
                )


def _reports(entries: list[Entry], incidents: dict[str, Span]) -> Found:
    """The act, the report, the filing of the case, the detention: in that order."""
    dated: dict[str, list[tuple[Span, Side]]] = defaultdict(list)
    for entry in entries:
        code = entry.sheet.document.kind.code
        made = _moment(entry) if code in ("intake_form", "report_record", "filing", "detention") else None
        if made is not None:
            dated["report" if code in ("intake_form", "report_record") else code].append(made)
    report = min(dated["report"], key=lambda one: one[0].low, default=None)
    filing = min(dated["filing"], key=lambda one: one[0].low, default=None)
    if report and filing and filing[0].high < report[0].low:
        yield Mismatch(
            "filed_before_report",
            f"立案（{filing[0].text}）早于报案、受案（{report[0].text}）",
            (filing[1], report[1]),
        )
    if filing:
        for when, where in dated["detention"]:
            if when.high < filing[0].low:
                yield Mismatch(
                    "detained_before_filing",
                    f"拘留（{when.text}）早于立案（{filing[0].text}）",
                    (where, filing[1]),
                )
    act = next(iter(incidents.values())) if len(incidents) == 1 else None
    if act is not None and report and report[0].high < act.low:
        yield Mismatch(
            "reported_before_act",
            f"报案、受案（{report[0].text}）早于指控的案发时间（{act.text}）",
            (report[1],),
        )


# ------------------------------------------------------------ names


_ID = re.compile(r"(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dXx])")


def _names(people: People, entries: list[Entry]) -> Found:
    """One identity number under two names; one speaker under two numbers; names that may be one person's."""
    numbers: dict[str, dict[str, Side]] = defaultdict(dict)
    owners: dict[str, dict[str, Side]] = defaultdict(dict)
    for entry in entries:
        name = entry.form.speaker
        found = (
            _ID.search(entry.sheet.cleaned.text[:800])
            if name and entry.form.kind in ("interrogation", "inquiry", "body_check")
            else None
        )
        if found is not None:
            where = side(entry.sheet, *entry.sheet.raw_span(*found.span()))
            numbers[found.group().upper()].setdefault(people.known_as(name), where)
            owners[people.known_as(name)].setdefault(found.group().upper(), where)
    for number, names in sorted(numbers.items()):
        for one, other in combinations(sorted(names), 2):
            yield Mismatch(
                "one_id_two_names",
                f"身份证号码{number[:6]}…{number[-4:]}在“{one}”和“{other}”名下都有，请核对是否同一人",
                (names[one], names[other]),
            )
    for name, found_numbers in sorted(owners.items()):
        for one, other in combinations(sorted(found_numbers), 2):
            yield Mismatch(
                "one_name_two_ids",
                f"{name}的身份证号码有两种写法（尾号{one[-4:]}、{other[-4:]}）",
                (found_numbers[one], found_numbers[other]),
            )
    yield from _alike(people, entries)


def _alike(people: People, entries: list[Entry]) -> Found:
    """赵某 and 赵某甲 among the accused: two subjects until a person says they are one."""
    first: dict[str, Side] = {}
    for entry in entries:
        for name in people.accused:
            at = entry.sheet.raw.find(name) if name not in first else -1
            if at >= 0:
                first[name] = side(entry.sheet, at, at + len(name))
    for one, other in combinations(sorted(people.accused), 2):
        short, long = sorted((one, other), key=len)
        if (
            len(short) == 2
            and short[1] in "某×"
            and long.startswith(short)
            and one in first
            and other in first
        ):
            yield Mismatch(
                "names_alike",
                f"被告人、犯罪嫌疑人的姓名有“{one}”和“{other}”两种写法，系统按两人处理，是否同一人请由人确认",
                (first[one], first[other]),
            )
