"""Days that one paper tells and that cannot stand together: received after it was issued, announced before it was signed,
ended before it began, born on two days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Appraisal
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.mismatches import Mismatch, side
from gaoyao.intake.forms.base import Cell, Reader
from gaoyao.intake.forms.present import head

_DAY = 1440
_EARLIER = (
    ("受理", r"受理(?:日期|时间)"),
    ("送检", r"(?:送检|委托)(?:日期|时间)"),
    ("鉴定开始", r"(?:鉴定|检验|检测)(?:开始)?(?:日期|时间)|开始日期"),
)
_WARRANTS = frozenset(
    ("detention", "arrest", "summons", "search_warrant", "residence", "bail", "detention_notice")
)
_ANNOUNCED = re.compile(r"向我宣布|宣布|已?执行|出示")
_TOLD = re.compile(r"[^，。；\n]{0,30}(?:拘留|逮捕|监视居住|取保候审|扣押|查封)")
_ID = re.compile(
    r"(?<!\d)\d{6}(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])\d{3}[\dXx](?!\d)"
)


def days_of(entry: Entry) -> Iterator[Mismatch]:
    """What one paper says against itself about days."""
    if entry.form.kind == "appraisal":
        yield from _opinion(entry)
    elif entry.form.kind in ("interrogation", "inquiry"):
        yield from _backwards(entry)
        yield from _born(entry)
    if entry.sheet.document.kind.code in _WARRANTS:
        yield from _announced(entry)


def _said(entry: Entry, message: str, *spans: tuple[int, int]) -> Mismatch:
    return Mismatch(
        "inside",
        f"{entry.sheet.document.title}：{message}",
        tuple(side(entry.sheet, *span) for span in spans),
    )


def _opinion(entry: Entry) -> Iterator[Mismatch]:
    issued = entry.form.get(Appraisal.issued_on)
    if issued is None or not isinstance(issued.value, Span) or issued.start is None or issued.end is None:
        return
    reader = Reader(entry.sheet)
    for what, label in _EARLIER:
        found = reader.labelled(label)
        moment = next(iter(reader.moments(*found)), None) if found else None
        if moment is not None and moment[0].low // _DAY > issued.value.high // _DAY:
            span = reader.span(moment[1], moment[2])
            yield _said(
                entry,
                f"{what}日期（{moment[0].text}）晚于出具日期（{issued.value.text}）",
                span,
                (issued.start, issued.end),
            )
            return


def _times(entry: Entry) -> tuple[Cell, Cell] | None:
    start = next(
        (cell for cell in entry.form.cells if cell.field.name == "start" and cell.start is not None), None
    )
    end = next(
        (cell for cell in entry.form.cells if cell.field.name == "end" and cell.start is not None), None
    )
    return (start, end) if start and end else None


def _backwards(entry: Entry) -> Iterator[Mismatch]:
    times = _times(entry)
    if times is None:
        return
    start, end = times
    if (
        not isinstance(start.value, Span)
        or not isinstance(end.value, Span)
        or start.start is None
        or end.end is None
    ):
        return
    if end.value.high < start.value.low:
        yield _said(
            entry,
            f"结束（{end.value.text}）早于开始（{start.value.text}）",
            (start.start, max(end.end, start.start + 1)),
        )


def _born(entry: Entry) -> Iterator[Mismatch]:
    """The day of birth on the form and the one in the identity number."""
    reader = Reader(entry.sheet)
    top = head(reader)
    numbers = list(_ID.finditer(top))
    if len(numbers) != 1:
        return
    for value, start, end in reader.moments(0, len(top)):
        if "出生" not in reader.text[max(0, start - 8) : start] and not reader.text[end : end + 3].startswith(
            ("出生", "生")
        ):
            continue
        known = f"{numbers[0]['y']}年{int(numbers[0]['m'])}月{int(numbers[0]['d'])}日"
        low = value.low // _DAY
        from gaoyao.dossier.exchange.moments import parse_moment
        from gaoyao.dossier.exchange.problems import Wrong

        try:
            told = parse_moment(known).low // _DAY
        except Wrong:
            return
        if value.high - value.low < _DAY and low != told:
            yield _said(
                entry,
                f"出生日期（{value.text}）与身份证号码（{known}）不同",
                reader.span(start, end),
                reader.span(*numbers[0].span()),
            )
        return


def _announced(entry: Entry) -> Iterator[Mismatch]:
    """Signed after it was announced; a notice signed before what it tells of."""
    reader = Reader(entry.sheet)
    moments = list(reader.moments(0, len(reader.text)))
    signed = [one for one in moments if _alone(reader, one[1], one[2])]
    if len(signed) != 1:
        return
    day, start, end = signed[0]
    for value, first, last in moments:
        if (first, last) == (start, end):
            continue
        after = reader.text[last : last + 40]
        done = (
            _ANNOUNCED.match(after) is not None or re.match(r"向", after) is not None and "宣布" in after[:8]
        )
        told = (
            entry.sheet.document.kind.code == "detention_notice"
            and reader.text[max(0, first - 2) : first] == "已于"
            and _TOLD.match(after)
        )
        if done and value.high // _DAY < day.low // _DAY:
            yield _said(
                entry,
                f"落款（{day.text}）晚于宣布、执行（{value.text}）",
                reader.span(start, end),
                reader.span(first, last),
            )
            return
        if told and value.low // _DAY > day.high // _DAY:
            yield _said(
                entry,
                f"落款（{day.text}）早于所通知的事（{value.text}）",
                reader.span(start, end),
                reader.span(first, last),
            )
            return


def _alone(reader: Reader, start: int, end: int) -> bool:
    """Does the date stand on a line of its own (after the name of an office at most)?"""
    raw = reader.sheet.raw
    first, last = reader.span(start, end)
    stop = raw.find("\n", last)
    line = raw[raw.rfind("\n", 0, first) + 1 : stop if stop >= 0 else len(raw)]
    rest = "".join(
        (
            line[: max(0, first - raw.rfind("\n", 0, first) - 1)]
            + line[last - raw.rfind("\n", 0, first) - 1 :]
        ).split()
    )
    return (
        not rest
        or re.fullmatch(r"[\u4e00-\u9fff（）()]{2,26}(?:局|院|所|队|委员会)(?:（[印公章院]{1,3}）)?", rest)
        is not None
    )
