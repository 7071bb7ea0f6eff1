"""讯问笔录 and 询问笔录: when, where, by whom, rights, confirmation, recording, who else was there."""

from __future__ import annotations

import re

from gaoyao.dossier.model import Amount, Span
from gaoyao.dossier.vocabulary import Inquiry, Interrogation, Item
from gaoyao.intake.forms import present
from gaoyao.intake.forms.base import Cell, Form, Names, Reader, names_in, whole
from gaoyao.intake.forms.boxes import ticked
from gaoyao.intake.forms.signing import MARK, refused, signature, tail, typed
from gaoyao.intake.judgments.numerals import number
from gaoyao.logic.tree import Field

_TIME = r"(?:讯问|询问|谈话|起止)?(?:起止)?时间"
_START, _END = r"(?:讯问|询问)?开始时间", r"(?:讯问|询问)?结束时间"
_PLACE = r"(?:讯问|询问|谈话)?地点"
_SAME = r"(?:相符|一样|一致|相同|属实|无误|没有出入|没出入|都对|没有错|没错|是对的|真实)"
_CONFIRM = (
    rf"(?:(?:以上|上述|这份|本)?笔录|(?:看|听|读|念|阅|核对)(?:过|完|了|清)+)[^。\n？?]{{0,30}}{_SAME}"
    rf"|(?:和|与|跟)(?:我|本人)(?:所)?(?:说|讲|述|陈述)的?[^。\n？?]{{0,6}}{_SAME}"
)
_RIGHTS = (
    r"(?:权利(?:和)?义务|诉讼权利)[^。\n]{0,30}(?:告知|宣读|交给|送达)|(?:告知|宣读|向你?[宣告])[^。\n]{0,40}(?:诉讼权利|权利(?:和)?义务)"
    r"|享有(?:以下|下列|如下)?[^。\n]{0,12}权利|(?:告知|宣读|宣告)[^。\n]{0,30}(?:享有|依法)[^。\n]{0,10}权利|权利义务告知书[^。\n]{0,24}(?:看(?:清|过|懂)|听清|知道|明白)|你(?:是否)?(?:看清|听清|知道|明白)[^。\n]{0,8}(?:权利|告知书)"
)
_PREMISES = (
    ("detention_room", r"看守所|羁押中心"), ("liuzhi", r"留置(?:场所|点|中心)"), ("prison", r"监狱|戒毒所"), ("hospital", r"医院|卫生院|病房"),
    ("scene", r"现场"), ("case_room", r"(?:公安|派出所|刑侦|办案|检察院|检察|法院|监委|纪委|海关|分局|大队|支队)[^。\n]{0,20}(?:讯问室|询问室|办案区|办案中心|执法办案|审讯室|办公室)|讯问室|询问室|谈话室|办案区|办案中心|(?:刑侦|刑警|侦查|经侦|禁毒|治安|侦缉|公安)[^。\n]{0,12}(?:办公楼|办公区|办公室|中队|大队|支队|部门|值班室|会议室)|办公楼|派出所|公安局$|大队$|支队$"),
    ("residence", r"家中|住处|住所|居所"), ("other", r"宾馆|旅馆|旅店|酒店|招待所|饭店|度假村|农家乐|培训中心|车内|车上|出租屋"),
)  # fmt: skip
_RECORDED = (
    r"(?<![应可])(?:已|有|进行|全程|正在)[^。，\n]{0,10}(?:同步)?录[音像](?:和)?录?[音像]?|(?:全程|同步)录音录像(?:[：:]?(?:是|有|已)|编号)|录音录像[：:]?(?:是|有)"
    r"|(?:^|[，。；\n、：])(?:本次讯问)?(?:全程)?同步录音录像(?=[，。；\n、]|$)"
)
_NOT_RECORDED = (
    r"(?:未|没有?|不)(?:能|曾|再)?(?:进行|予以|制作|开启|开展|安排|作|做)?(?:全程|同步|讯问|的)*(?:录音录像|录像录音|录音、录像|录像)(?<!监控录像)(?!里|中|上|的)"
    r"|(?:讯问|询问|同步|本次|此次)(?!人)[^。，\n]{0,16}(?:未|没有?)(?:能)?(?:全程|同步|进行)*(?:录[音像]|录制|摄录)"
    r"|录音录像(?:情况|资料)?[：:]?(?:否|无|没有|未)|无(?:同步|讯问)*录音录像"
)
_FILMING = r"录音录像|同步录音|录音、录像|全程录像|音视频"
_NO_RIGHTS = re.compile(r"权利|回避|律师|辩护|法律帮助|法律援助|认罪认罚")
_NO_DUTY = re.compile(r"权利|如实|伪证|作证|法律责任|告知")
"""Where none of these words stands anywhere in a record, it does not record that rights were told."""
_SUSPECT = r"被讯问人|被审讯人|犯罪嫌疑人|被告人|陈述人"
_WITNESS = r"被询问人|证人|被害人|报案人|陈述人"
_TOGETHER = re.compile(
    r"(?:[二两三四]人|[二两三四]名证人|几人)[^。\n]{0,6}(?:一同|一起|共同|同时)[^。\n]{0,10}(?:询问|作证|陈述|到场)"
    r"|在(?:旁|场)(?:[^。，\n]{0,4})(?:一同|一起|共同|补充)[^。，\n]{0,4}(?:回答|陈述|作答)|^问[：:]?你们[二两三](?:个)?人(?:都|一起|分别)?(?:说|讲|谈)",
    re.MULTILINE,
)

INTERROGATION_EXPECTED = (
    Interrogation.start, Interrogation.end, Interrogation.place, Interrogation.officers, Interrogation.confirmed, Interrogation.officers_signed,
    Interrogation.rights_recorded, Interrogation.recorded,
)  # fmt: skip
INQUIRY_EXPECTED = (
    Inquiry.start,
    Inquiry.end,
    Inquiry.place,
    Inquiry.officers,
    Inquiry.confirmed,
    Inquiry.rights_recorded,
)


def interrogation(reader: Reader) -> Form:
    """One questioning of a suspect or accused."""
    form = Form("interrogation", speaker_role="accused")
    _subject(reader, form, r"被讯问人(?:姓名)?|犯罪嫌疑人(?:姓名)?|被告人")
    kind = Interrogation
    cells = [
        *_times(reader, kind.start, kind.end),
        *_place(reader),
        _officers(
            reader,
            kind.officers,
            "(?<!被)讯问人(?:员)?|侦查员(?:姓名、单位)?|侦查人员|办案人员|(?:讯问|办案|侦查)民警|检察人员|检察官|审判人员",
        ),
    ]
    minor = present.minor(reader, kind.minor, kind.start, cells)
    cells += [
        *_sequence(reader), _confirmed(reader, kind.confirmed, _SUSPECT, form.speaker), _signed(reader), _rights(reader, kind.rights_recorded, _NO_RIGHTS),
        _recorded(reader), present.interpreter(reader, kind.interpreter_present), _number(reader, cells),
        present.adult(reader, kind.adult_present, minor), minor, _rest(reader), _refused(reader),
        reader.yes(kind.consequences_told, r"认罪认罚[^。\n]{0,30}(?:法律后果|法律规定|后果)|认罪的法律后果"), _later_stage(reader),
    ]  # fmt: skip
    form.cells = whole(cells, _expected(reader, INTERROGATION_EXPECTED))
    _happened(form, kind.start)
    return form


def inquiry(reader: Reader) -> Form:
    """One questioning of a witness or victim."""
    form = Form("inquiry", speaker_role="witness")
    _subject(reader, form, r"被询问人(?:姓名)?|证人(?:姓名)?|被害人(?:姓名)?|报案人(?:姓名)?")
    if re.search(
        r"被害人(?:诉讼)?权利义务|你作为(?:本案)?被害人|被询问人[^。\n]{0,12}（被害人）", reader.text
    ):
        form.speaker_role = "victim"
    kind = Inquiry
    cells = [
        *_times(reader, kind.start, kind.end),
        _officers(
            reader,
            kind.officers,
            "(?<!被)询问人(?:员)?|侦查员(?:姓名、单位)?|侦查人员|办案人员|(?:询问|办案)民警|调查人(?:员)?",
        ),
    ]
    place = reader.labelled(_PLACE)
    if place and place[0] < place[1]:
        cells.append(reader.cell(kind.place, reader.raw(*place).strip(), *place))
    minor = present.minor(reader, kind.minor, kind.start, cells)
    cells += [
        _confirmed(reader, kind.confirmed, _WITNESS, form.speaker), _rights(reader, kind.rights_recorded, _NO_DUTY, r"|如实(?:提供证据|作证|陈述)[^。\n]{0,40}(?:法律责任|伪证)"),
        present.interpreter(reader, kind.interpreter_present), present.adult(reader, kind.adult_present, minor), minor, _individual(reader),
    ]  # fmt: skip
    form.cells = whole(cells, INQUIRY_EXPECTED)
    _happened(form, kind.start)
    return form


def _expected(reader: Reader, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Rights are owed on the record of the first questioning; later ones are not silent about them."""
    later = _later(reader)
    return tuple(one for one in fields if not (later and one.name == "rights_recorded"))


def _later(reader: Reader) -> bool:
    """Is this, by its title, the second or a later questioning?"""
    first = re.search(r"第[（]?(\d{1,2}|[一二三四五六七八九十]{1,3})[）]?次", reader.text[:200])
    return first is not None and (number(first[1]) or 1) > 1


def _happened(form: Form, start: Field) -> None:
    cell = form.get(start)
    if cell is not None and isinstance(cell.value, Span):
        form.item.append(cell._replace(field=Item.happened))


def _subject(reader: Reader, form: Form, labels: str) -> None:
    for one in (labels, "姓名"):
        found = reader.labelled(one)
        names = reader.names(*found) if found else ()
        if names:
            form.speaker = names[0]
            return


def _times(reader: Reader, start: Field, end: Field) -> list[Cell | None]:
    found = reader.labelled(_TIME)
    parted = re.search(rf"{_END}|结束时间", reader.text[:400])
    if found and found[0] < found[1] and not parted:
        moments = list(
            reader.moments(
                found[0], min(found[1] + 60, len(reader.text)) if _runs_on(reader, found) else found[1]
            )
        )
        return [reader.cell(field, *one) for field, one in zip((start, end), moments, strict=False)]
    cells: list[Cell | None] = []
    for label, field in ((_START, start), (_END, end)):
        at = reader.labelled(label)
        moments = list(reader.moments(*at)) if at else []
        cells.append(reader.cell(field, *moments[0]) if moments else None)
    return cells


def _runs_on(reader: Reader, found: tuple[int, int]) -> bool:
    """Does the line end in the middle of a range (至 …)?"""
    return bool(
        re.search(r"(?:至|到|—|-|~)$", reader.text[found[0] : found[1]])
        or re.match(r"\n(?:至|到)", reader.text[found[1] : found[1] + 2])
    )


def _place(reader: Reader) -> list[Cell | None]:
    found = reader.labelled(_PLACE)
    if not found or found[0] == found[1]:
        return []
    text = reader.text[found[0] : found[1]]
    cells: list[Cell | None] = [reader.cell(Interrogation.place, reader.raw(*found).strip(), *found)]
    for code, pattern in _PREMISES:
        if re.search(pattern, text):
            cells.append(reader.cell(Interrogation.place_type, code, *found))
            if code in ("detention_room", "case_room", "other"):
                cells.append(reader.cell(Interrogation.outside_premises, code == "other", *found))
            if code == "detention_room":
                cells.append(reader.cell(Interrogation.in_custody, True, *found))
            break
    return cells


def _officers(reader: Reader, field: Field, labels: str) -> Cell | None:
    found = reader.labelled(labels)
    names = reader.names(*found) if found else ()
    role = (
        "prosecutor"
        if re.search(r"检察院", reader.text[:120])
        else "judge"
        if re.search(r"人民法院", reader.text[:120])
        else "investigator"
    )
    return reader.cell(field, Names(names, role), *found) if found and names else None


def _signed(reader: Reader) -> Cell | None:
    """讯问人签名: a name after the label at the end of the record; handwriting that was not read proves nothing."""
    for found in re.finditer(
        r"(?:讯问人|侦查人员|办案人员)(?:（签名）|（签字）|签名|签字)[：:]?([^\n]{0,40})", reader.text
    ):
        if names_in(reader.raw(found.start(1), found.end(1))):
            return reader.cell(Interrogation.officers_signed, True, found.start(), found.end())
    made = signature(reader, r"(?<!被)讯问人(?:员)?|侦查人员|办案人员|检察人员")
    if made is None or (made[0] and not MARK.search(reader.sheet.raw, made[1], made[2])):
        return None
    return Cell(Interrogation.officers_signed, *made)


def _confirmed(reader: Reader, field: Field, labels: str, name: str) -> Cell | None:
    """Read over and signed.  Typed words of confirmation over an empty place of signature confirm nothing."""
    no = refused(reader)
    if no is not None:
        return reader.cell(field, False, *no.span())
    signed = signature(reader, labels, name)
    if signed is not None and not signed[0]:
        return Cell(field, *signed)
    said = [*re.finditer(_CONFIRM, reader.text[-500:])]
    if not said:
        return None
    shift = max(0, len(reader.text) - 500)
    return reader.cell(field, True, said[-1].start() + shift, said[-1].end() + shift)


def _refused(reader: Reader) -> Cell | None:
    no = refused(reader)
    return reader.cell(Interrogation.refusal_noted, True, *no.span()) if no else None


def _recorded(reader: Reader) -> Cell | None:
    """By the ticked box, else by the words; what answers tell of surveillance films is not of the questioning."""
    box = ticked(reader.text, _FILMING)
    if box is not None:
        return reader.cell(Interrogation.recorded, *box)
    return reader.yes(Interrogation.recorded, _RECORDED, _NOT_RECORDED)


def _rights(reader: Reader, field: Field, none: re.Pattern[str], more: str = "") -> Cell | None:
    """Told as the record says; a record read whole that holds no word of it does not record it."""
    told = reader.yes(field, _RIGHTS + more)
    if (
        told is not None
        or none.search(reader.text)
        or _later(reader)
        or not typed(reader)
        or not signature(reader, r"(?<!被)[讯询]问人(?:员)?|侦查人员|办案人员")
    ):
        return told
    return reader.cell(field, False, 0, min(len(reader.text), 40))


def _number(reader: Reader, cells: list[Cell | None]) -> Cell | None:
    """Fewer than two who question; a record keeper counts.  Two names without a mark between them are not one."""
    officers = next((cell for cell in cells if cell and cell.field.name == "officers"), None)
    if (
        officers is None
        or not isinstance(officers.value, Names)
        or officers.start is None
        or officers.value.role != "investigator"
        or not typed(reader)
    ):
        return None
    names = set(officers.value.names)
    recorder = reader.labelled("记录人(?:员)?|记录员|记录民警|书记员")
    names |= set(reader.names(*recorder)) if recorder else set()
    if len(names) == 1 and len(next(iter(names))) > 3:
        return None
    return Cell(Interrogation.too_few_officers, len(names) < 2, officers.start, officers.end)


def _individual(reader: Reader) -> Cell | None:
    """Two witnesses in one record were not questioned one by one."""
    together = _TOGETHER.search(reader.text)
    if together:
        return reader.cell(Inquiry.individual, False, *together.span())
    named = [
        *re.finditer(
            r"(?<!人)被询问人(?:姓名)?[：:\s]*([\u4e00-\u9fff]{2,4}?)(?=[\s，、；（]|性别|$)",
            present.head(reader),
        )
    ]
    answered = {
        one[1]: one
        for one in re.finditer(r"^答?[：:]?（([\u4e00-\u9fff]{2,3})(?:答)?）", reader.text, re.MULTILINE)
    }
    several = {one[1]: one for one in named}
    for found in (several, answered):
        if len(found) > 1:
            return reader.cell(Inquiry.individual, False, *next(reversed([*found.values()])).span())
    begin, text = tail(reader)
    for signed in re.finditer(rf"(?:{_WITNESS})[：:](?P<said>[^\n]*)", text):
        said = signed["said"]
        if (
            len(MARK.findall(said)) > 1
            and len(names_in(MARK.sub(" ", said))) > 1
            and not re.search(r"代理|成年人|父|母|翻译|[讯询]问人|记录", said)
        ):
            return Cell(Inquiry.individual, False, begin + signed.start(), begin + signed.end())
    return reader.yes(Inquiry.individual, r"(?:单独|个别)(?:对[^。\n]{0,8})?(?:进行)?询问")


def _sequence(reader: Reader) -> list[Cell | None]:
    found = re.search(r"第[（]?(\d{1,2}|[一二三四五六七八九十]{1,3})[）]?次", reader.text[:200])
    value = number(found[1]) if found else None
    if found is None or not value:
        return []
    said = Amount(float(value), float(value), f"{value}次")
    return [
        reader.cell(Interrogation.sequence, said, *found.span()),
        reader.cell(Interrogation.first, value == 1, *found.span()),
    ]


def _rest(reader: Reader) -> Cell | None:
    found = re.search(
        r"(?:连续)?(?:休息|睡)(?:了)?(?:约)?(\d{1,2}|[一二三四五六七八九十]{1,3})个?(?:多)?小时", reader.text
    )
    value = number(found[1]) if found else None
    if found is None or value is None:
        return None
    return reader.cell(
        Interrogation.rest_hours,
        Amount(float(value), float(value), f"{value}小时"),
        found.start(),
        found.end(),
    )


def _later_stage(reader: Reader) -> Cell | None:
    found = re.search(r"[\u4e00-\u9fff]{2,16}人民(?:检察院|法院)", reader.text[:160])
    label = re.search(r"讯问人[^\n]{0,40}(?:检察|审判|法官)", reader.text)
    if label:
        return reader.cell(Interrogation.questioned_by_later_stage, True, *label.span())
    return (
        reader.cell(Interrogation.questioned_by_later_stage, True, *found.span())
        if found and found.start() < 30
        else None
    )
