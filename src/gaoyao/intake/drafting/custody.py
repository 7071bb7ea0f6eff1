"""Steps that other papers than the warrants tell: notices to the family, extensions, the detention house, the procuratorate."""

from __future__ import annotations

import re
from collections.abc import Callable

from gaoyao.dossier.model import Amount, Span
from gaoyao.dossier.vocabulary.steps import Approval
from gaoyao.dossier.vocabulary.steps import Step as Event
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.forms.base import Reader

Found = tuple[Span, int, int]
Step = Callable[[str, Found], str]
"""Makes or finds the step of an event and gives its id."""
CODES = frozenset(("detention", "detention_notice", "body_check", "extraction_log", "rights", "indictment"))
_HELD = (
    ("detained", r"[^。，；\n]{0,30}(?:刑事拘留|执行拘留|予以拘留|拘留)"),
    ("arrested", r"[^。，；\n]{0,30}(?:执行逮捕|依法逮捕|逮捕)"),
)
_ADMITTED = re.compile(r"(?:入所|收押|羁押|送押|入监)(?:时间|日期|于)?[：:]?")
_DELIVERED = re.compile(
    r"\D{0,14}(?:送(?:至|达|到|交)?(?:我所|本所|看守所|[\u4e00-\u9fff]{2,8}看守所)|(?:由)?我所收押|收押)"
)
_FAMILY = re.compile(r"(?:家属|收件人|被通知人|父亲|母亲|妻子?|丈夫|配偶)[^\n]{0,30}")
_RANGE = re.compile(r"延长[^\n]{0,40}?(?:拘留|羁押)期限|(?:拘留|羁押)期限[^\n。]{0,6}延长(?=至|到)")
_NUMBER = re.compile(r"[\u4e00-\u9fff（）()]{1,14}[〔\[（(]\d{4}[〕\]）)](?:第)?\d{1,6}号")
_DAY = 1440


def tell_custody(draft: Draft, step: Step, reader: Reader, sheet: Sheet) -> None:
    """Propose what such a paper tells of custody.  `step` declares the step of an event at a moment."""
    code = sheet.document.kind.code
    if code == "detention":
        _delivered(step, reader)
    elif code == "detention_notice":
        if "延长" in sheet.document.title or "延长" in reader.text[:60]:
            _extension(draft, step, reader, sheet)
        else:
            _notice(step, reader)
    elif code in ("body_check", "extraction_log"):
        for found in _ADMITTED.finditer(reader.text):
            made = next(iter(reader.moments(found.end(), min(len(reader.text), found.end() + 30))), None)
            if made is not None and reader.text[found.end() : made[1]].strip("：: |\t") == "":
                step("sent_to_centre", (made[0], *reader.span(made[1], made[2])))
                return
    elif (
        code == "rights"
        and "人民检察院" in reader.text
        and "审查起诉" in reader.text + sheet.document.volume.source.name
    ):
        _last(step, "rights_told", reader)
    elif code == "indictment":
        _last(step, "indicted", reader)


def _last(step: Step, event: str, reader: Reader) -> None:
    moments = list(reader.moments(max(0, len(reader.text) - 200), len(reader.text)))
    if moments:
        value, start, end = moments[-1]
        step(event, (value, *reader.span(start, end)))


def _delivered(step: Step, reader: Reader) -> None:
    """The receipt of the detention house on the copy of the warrant."""
    for value, start, end in reader.moments(0, len(reader.text)):
        if _DELIVERED.match(reader.text, end):
            step("sent_to_centre", (value, *reader.span(start, end)))
            return


def _notice(step: Step, reader: Reader) -> None:
    """我局已于某时将某人刑事拘留: the moment of detention or arrest, and when the family signed."""
    moments = list(reader.moments(0, len(reader.text)))
    for value, start, end in moments:
        for event, words in _HELD:
            if re.match(words, reader.text[end : end + 60]):
                step(event, (value, *reader.span(start, end)))
                break
        else:
            continue
        break
    if "拘留通知" in reader.text[:40]:
        for found in _FAMILY.finditer(reader.text):
            made = next(iter(reader.moments(found.start(), min(len(reader.text), found.end() + 30))), None)
            if made is not None and re.search(r"签|收到", found.group()):
                step("told_family", (made[0], *reader.span(made[1], made[2])))
                return


_FIRST_DAYS = 3
"""The days of CPL 91(1) that need no extension; an extension “to” a day is counted from their end."""


def _extension(draft: Draft, step: Step, reader: Reader, sheet: Sheet) -> None:
    """An extension of the time in detention hangs on the step it lengthens, with paper, number and days."""
    said = _RANGE.search(reader.text)
    if said is None or "拘留" not in said.group():
        return
    parent = step("detained", (Span(0, 0, ""), 0, 0))
    moments = list(reader.moments(said.start(), len(reader.text)))
    if not parent or not moments:
        return
    count, last = _count(draft, parent, reader, said.end(), moments)
    if not 0 < count <= 30:
        return
    raw = reader.span(moments[0][1], last[2])
    subject = draft.declare("approval", "V", parent)
    draft.put(subject, Approval.authority, "县级以上公安机关负责人", sheet, *raw)
    draft.put(subject, Approval.paper, sheet.document.title, sheet, *raw)
    draft.put(subject, Approval.days, Amount(float(count), float(count), f"{count}日"), sheet, *raw)
    number = _NUMBER.search(reader.text)
    if number:
        draft.put(subject, Approval.number, number.group(), sheet, *reader.span(*number.span()))
    draft.put(subject, Approval.page, sheet.document.where, sheet, *raw)


def _count(
    draft: Draft, parent: str, reader: Reader, said: int, moments: list[tuple[Span, int, int]]
) -> tuple[int, tuple[Span, int, int]]:
    """How many days longer: from … to …, or to a day; and the moment that ends it."""
    first = moments[0]
    if len(moments) > 1 and re.search(r"自|从", reader.text[max(0, first[1] - 3) : first[1]]):
        return moments[1][0].high // _DAY - first[0].low // _DAY, moments[1]
    held = next(
        (
            one.value
            for one in draft.proposals
            if one.subject == parent and one.field.path == Event.happened.path
        ),
        None,
    )
    if not isinstance(held, Span) or not re.search(
        r"(?:至|到)$", reader.text[max(0, first[1] - 4) : first[1]]
    ):
        return 0, first
    return first[0].high // _DAY - held.low // _DAY - _FIRST_DAYS, first
