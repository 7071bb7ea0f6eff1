"""What was taken and what was examined: weights, marks, sizes, numbers of objects, and the order of the days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Appraisal
from gaoyao.intake.drafting.describing import compare_descriptions
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.mismatches import Mismatch, Side, found_in, side
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.forms.base import Reader
from gaoyao.intake.judgments.numerals import number
from gaoyao.intake.saying.lexicon import LOOT, TOOLS

TAKING = frozenset(
    (
        "seizure_record",
        "seizure_list",
        "search",
        "extraction",
        "weighing",
        "sampling",
        "scene",
        "body_examination",
    )
)
_MARKS = re.compile(
    r"(?:检材|样本|样品|物证|封条|封存袋)(?:的)?编号[：为是]?(?P<mark>[A-Za-z0-9][A-Za-z0-9－\-#]{2,19})"
)
_WEIGHT = re.compile(
    r"(?P<drug>甲基苯丙胺|海洛因|氯胺酮|冰毒|麻古|大麻|可卡因|摇头丸|毒品(?:疑似物)?|疑似毒品|白色(?:晶体|粉末|粉末状物)|可疑(?:晶体|粉末)|红色(?:药|片)丸?)[^。；\n]{0,30}?(?P<kind>净重|毛重|重|重量)(?:为|共计?|：)?(?P<n>\d+(?:\.\d+)?)(?P<unit>克|千克|公斤|g|kg|毫克|mg)"
)
_ANY_WEIGHT = re.compile(
    r"(?P<kind>净重|重量?)(?:为|共计?|：)?(?P<n>\d+(?:\.\d+)?)(?P<unit>克|千克|公斤|g|kg|毫克|mg)"
)
_UNITS = {"克": 1.0, "g": 1.0, "千克": 1000.0, "公斤": 1000.0, "kg": 1000.0, "毫克": 0.001, "mg": 0.001}
_THINGS = "|".join(sorted({*TOOLS, *LOOT} - {"刀", "枪"}, key=len, reverse=True))
_SIZE = re.compile(
    rf"(?P<thing>{_THINGS})[^。；\n]{{0,24}}?(?P<what>全长|总长|通长|刃长|刀刃长|刀身长|柄长)(?:约|为)?(?P<n>\d+(?:\.\d+)?)(?P<unit>厘米|cm|毫米|mm)"
)
_COUNT = re.compile(
    rf"(?P<thing>{_THINGS})(?:（[^）\n]{{0,12}}）)?(?P<n>[一二两三四五六七八九十]|\d{{1,3}})(?P<unit>把|部|辆|个|件|台|根|条|支|只|块)"
)
_CENTIMETRES = {"厘米": 1.0, "cm": 1.0, "毫米": 0.1, "mm": 0.1}
_SENT = "受理日期|受理时间|送检日期|送检时间|委托日期|委托时间|收样日期"
_SIZE_TOLERANCE = 0.5


class _Said(NamedTuple):
    what: str
    value: float
    side: Side
    raw: tuple[int, int]


def compare_samples(draft: Draft, entries: list[Entry]) -> list[Mismatch]:
    """Compare every expert opinion with the papers of taking, and those with one another."""
    taken = [entry for entry in entries if entry.sheet.document.kind.code in TAKING]
    opinions = [entry for entry in entries if entry.form.kind == "appraisal"]
    found: list[Mismatch] = []
    for opinion in opinions:
        found += [
            *_weights(draft, opinion, taken),
            *_marks(draft, opinion, taken),
            *_sizes(draft, opinion, taken),
            *_days(opinion, taken),
            *compare_descriptions(draft, opinion, taken),
        ]
    return found + list(_numbers(taken))


def _whole(entries: list[Entry]) -> bool:
    return bool(entries) and not any(entry.sheet.document.incomplete for entry in entries)


def _read(entry: Entry, pattern: re.Pattern[str], units: dict[str, float], what: str) -> list[_Said]:
    out = []
    for found in pattern.finditer(entry.sheet.cleaned.text):
        raw = entry.sheet.raw_span(*found.span())
        name = "".join(found[one] for one in what.split(",")) if what else ""
        out.append(_Said(name, float(found["n"]) * units[found["unit"]], side(entry.sheet, *raw), raw))
    return out


def _weights(draft: Draft, opinion: Entry, taken: list[Entry]) -> Iterator[Mismatch]:
    """A net weight that was examined must stand in some paper of taking, weighing or sampling, or be less than one."""
    weighed = [one for entry in taken for one in _read(entry, _ANY_WEIGHT, _UNITS, "")]
    examined = [one for one in _read(opinion, _WEIGHT, _UNITS, "") if "净重" in one.side.quote]
    if not weighed or not _whole(taken):
        return
    most = max(weighed, key=lambda one: one.value)
    for one in examined:
        total = sum(other.value for other in weighed)
        if one.value > total + 0.01:
            yield Mismatch(
                "sample_weight",
                f"鉴定的检材净重{one.value:g}克，多于扣押、称量、取样材料记载的全部重量（合计{total:g}克）",
                (one.side, most.side),
            )
            draft.put(opinion.act, Appraisal.sample_mismatch, True, opinion.sheet, *one.raw)
        elif not any(abs(one.value - other.value) < 0.005 for other in weighed) and not any(
            "取样" in entry.sheet.document.title or "封装" in entry.sheet.document.title for entry in taken
        ):
            yield Mismatch(
                "sample_weight",
                f"鉴定的检材净重{one.value:g}克，扣押、称量材料没有这个重量，也没有取样笔录",
                (one.side, most.side),
            )


def _marks(draft: Draft, opinion: Entry, taken: list[Entry]) -> Iterator[Mismatch]:
    """A mark of the sample that no paper of taking bears, where these papers bear marks."""
    known: dict[str, Side] = {}
    for entry in taken:
        for found in _MARKS.finditer(entry.sheet.cleaned.text):
            known.setdefault(found["mark"].upper(), side(entry.sheet, *entry.sheet.raw_span(*found.span())))
    if not known or not _whole(taken):
        return
    for found in _MARKS.finditer(opinion.sheet.cleaned.text):
        if found["mark"].upper() not in known:
            raw = opinion.sheet.raw_span(*found.span())
            listed = "、".join(sorted(known)[:6])
            yield Mismatch(
                "sample_mark",
                f"鉴定的检材编号{found['mark']}不在提取、扣押、取样材料的编号（{listed}）之中",
                (side(opinion.sheet, *raw), next(iter(known.values()))),
            )
            draft.put(opinion.act, Appraisal.sample_mismatch, True, opinion.sheet, *raw)


def _sizes(draft: Draft, opinion: Entry, taken: list[Entry]) -> Iterator[Mismatch]:
    """One object with two lengths."""
    before = {one.what: one for entry in taken for one in _read(entry, _SIZE, _CENTIMETRES, "thing,what")}
    for one in _read(opinion, _SIZE, _CENTIMETRES, "thing,what"):
        other = before.get(one.what)
        if other is not None and abs(one.value - other.value) > _SIZE_TOLERANCE:
            yield Mismatch(
                "object_size",
                f"{one.what}：提取、扣押时{other.value:g}厘米，鉴定时{one.value:g}厘米",
                (other.side, one.side),
            )
            draft.put(opinion.act, Appraisal.sample_mismatch, True, opinion.sheet, *one.raw)


def _days(opinion: Entry, taken: list[Entry]) -> Iterator[Mismatch]:
    """Sent for examination before the only papers that took such an object."""
    reader = Reader(opinion.sheet)
    found = reader.labelled(_SENT)
    moments = list(reader.moments(*found)) if found else []
    if not moments:
        return
    sent, start, end = moments[0]
    things = {one.group() for one in re.finditer(_THINGS, opinion.sheet.cleaned.text)}
    for thing in sorted(things):
        own = [(entry.begun, entry) for entry in taken if entry.begun and thing in entry.sheet.cleaned.text]
        if own and all(when.low > sent.high for when, _ in own):
            when, entry = min(own, key=lambda row: row[0].low)
            yield Mismatch(
                "sent_before_taken",
                f"{thing}于{sent.text}送检，{when.text}才提取、扣押",
                (
                    side(opinion.sheet, *reader.span(start, end)),
                    side(entry.sheet, *found_in(entry.sheet, thing)),
                ),
            )


def _numbers(taken: list[Entry]) -> Iterator[Mismatch]:
    """One thing in two numbers, in a record and a list of the same day."""
    counted: dict[tuple[str, str], list[tuple[int, Side, Entry]]] = {}
    for entry in taken:
        if (
            entry.sheet.document.kind.code not in ("seizure_record", "seizure_list", "search")
            or entry.begun is None
        ):
            continue
        seen: dict[tuple[str, str], list[tuple[int, Side, Entry]]] = {}
        for found in _COUNT.finditer(entry.sheet.cleaned.text):
            value = number(found["n"])
            if value:
                seen.setdefault((found["thing"], found["unit"]), []).append(
                    (value, side(entry.sheet, *entry.sheet.raw_span(*found.span())), entry)
                )
        for key, rows in seen.items():
            if len(rows) == 1:
                counted.setdefault(key, []).extend(rows)
    for (thing, unit), rows in sorted(counted.items()):
        for n, (value, where, entry) in enumerate(rows):
            for other, its, second in rows[n + 1 :]:
                if (
                    value != other
                    and entry.sheet.document.kind is not second.sheet.document.kind
                    and _same_day(entry.begun, second.begun)
                ):
                    yield Mismatch(
                        "object_number",
                        f"{thing}：{entry.sheet.document.title}记载{value}{unit}，{second.sheet.document.title}记载{other}{unit}",
                        (where, its),
                    )


def _same_day(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.low // 1440 == other.low // 1440
