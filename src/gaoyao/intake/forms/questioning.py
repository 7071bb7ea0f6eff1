"""讯问笔录 and 询问笔录: when, where, by whom, rights, confirmation, recording, who else was there."""

from __future__ import annotations

import re

from gaoyao.dossier.model import Amount, Span
from gaoyao.dossier.vocabulary import Inquiry, Interrogation, Item
from gaoyao.intake.forms.base import MOMENT, Cell, Form, Names, Reader, moment_of, names_in, whole
from gaoyao.intake.judgments.numerals import number
from gaoyao.logic.tree import Field

_TIME = r"(?:讯问|询问|谈话|起止)?(?:起止)?时间"
_START, _END = r"(?:讯问|询问)?开始时间", r"(?:讯问|询问)?结束时间"
_PLACE = r"(?:讯问|询问|谈话)?地点"
_CONFIRM = (
    r"(?:以上|上述|这份|本)?笔录(?:我|已?经本人|本人|向我)?[^。\n]{0,24}(?:和我(?:所)?说的(?:相符|一样|一致)|与我(?:所)?说的(?:相符|一样|一致)|属实|无误|没有出入|记录无误)"
)
_NO_CONFIRM = r"(?:拒绝|拒不)(?:在笔录上)?(?:签名|签字|捺印|核对)"
_RIGHTS = (
    r"(?:权利(?:和)?义务|诉讼权利)[^。\n]{0,30}(?:告知|宣读|交给|送达)|(?:告知|宣读|向你?[宣告])[^。\n]{0,40}(?:诉讼权利|权利(?:和)?义务)"
    r"|权利义务告知书[^。\n]{0,24}(?:看(?:清|过|懂)|听清|知道|明白)|你(?:是否)?(?:看清|听清|知道|明白)[^。\n]{0,8}(?:权利|告知书)"
)
_PREMISES = (
    ("detention_room", r"看守所|羁押中心"), ("liuzhi", r"留置(?:场所|点|中心)"), ("prison", r"监狱|戒毒所"), ("hospital", r"医院|卫生院|病房"),
    ("scene", r"现场"), ("case_room", r"(?:公安|派出所|刑侦|办案|检察院|检察|法院|监委|纪委|海关|分局|大队|支队)[^。\n]{0,20}(?:讯问室|询问室|办案区|办案中心|执法办案|审讯室|办公室)|讯问室|办案区|办案中心"),
    ("residence", r"家中|住处|住所|居所"), ("other", r"宾馆|旅馆|旅店|酒店|招待所|饭店|度假村|农家乐|培训中心|车内|车上|出租屋"),
)  # fmt: skip
_PRESENT = r"(?:{who})(?:（[^）\n]{{0,8}}）)?[：:]?"
_RECORDED = r"(?:已|有|进行|全程)[^。，\n]{0,10}(?:同步)?录音录像|(?:全程|同步)录音录像(?:[：:]?(?:是|有|已)|编号)|录音录像[：:]?(?:是|有)"
_NOT_RECORDED = r"(?:未|没有)(?:进行|予以|制作)?(?:全程|同步)*录音录像|录音录像[：:]?(?:否|无)"

INTERROGATION_EXPECTED = (
    Interrogation.start, Interrogation.end, Interrogation.place, Interrogation.officers, Interrogation.confirmed, Interrogation.officers_signed,
    Interrogation.rights_recorded, Interrogation.recorded,
)  # fmt: skip
INQUIRY_EXPECTED = (Inquiry.start, Inquiry.end, Inquiry.place, Inquiry.officers, Inquiry.confirmed, Inquiry.rights_recorded)


def interrogation(reader: Reader) -> Form:
    """One questioning of a suspect or accused."""
    form = Form("interrogation", speaker_role="accused")
    _subject(reader, form, r"被讯问人(?:姓名)?|犯罪嫌疑人(?:姓名)?|被告人")
    kind = Interrogation
    cells = [*_times(reader, kind.start, kind.end), *_place(reader), _officers(reader, kind.officers, "讯问人|侦查人员|办案人员|检察人员|审判人员|讯问人员")]
    cells += [
        _sequence(reader), reader.yes(kind.confirmed, _CONFIRM, _NO_CONFIRM), _signed(reader), reader.yes(kind.rights_recorded, _RIGHTS),
        reader.yes(kind.recorded, _RECORDED, _NOT_RECORDED), _present(reader, kind.interpreter_present, "翻译人员|翻译"),
        _present(reader, kind.adult_present, "法定代理人|合适成年人"), _minor(reader, kind.minor, kind.start, cells), _rest(reader),
        reader.yes(kind.consequences_told, r"认罪认罚[^。\n]{0,30}(?:法律后果|法律规定|后果)|认罪的法律后果"), _later_stage(reader),
    ]  # fmt: skip
    form.cells = whole(cells, _expected(reader, INTERROGATION_EXPECTED))
    _happened(form, kind.start)
    return form


def inquiry(reader: Reader) -> Form:
    """One questioning of a witness or victim."""
    form = Form("inquiry", speaker_role="witness")
    _subject(reader, form, r"被询问人(?:姓名)?|证人(?:姓名)?|被害人(?:姓名)?|报案人(?:姓名)?")
    if re.search(r"被害人(?:诉讼)?权利义务|你作为(?:本案)?被害人|被询问人[^。\n]{0,12}（被害人）", reader.text):
        form.speaker_role = "victim"
    kind = Inquiry
    cells = [*_times(reader, kind.start, kind.end), _officers(reader, kind.officers, "询问人|侦查人员|办案人员|询问人员|调查人")]
    place = reader.labelled(_PLACE)
    if place and place[0] < place[1]:
        cells.append(reader.cell(kind.place, reader.raw(*place).strip(), *place))
    cells += [
        reader.yes(kind.confirmed, _CONFIRM, _NO_CONFIRM), reader.yes(kind.rights_recorded, _RIGHTS + r"|如实(?:提供证据|作证|陈述)[^。\n]{0,40}(?:法律责任|伪证)"),
        _present(reader, kind.interpreter_present, "翻译人员|翻译"), _present(reader, kind.adult_present, "法定代理人|合适成年人"),
        _minor(reader, kind.minor, kind.start, cells),
    ]  # fmt: skip
    form.cells = whole(cells, INQUIRY_EXPECTED)
    _happened(form, kind.start)
    return form


def _expected(reader: Reader, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Rights are owed on the record of the first questioning; later ones are not silent about them."""
    first = re.search(r"第[（]?(\d{1,2}|[一二三四五六七八九十]{1,3})[）]?次", reader.text[:200])
    later = first is not None and (number(first[1]) or 1) > 1
    return tuple(one for one in fields if not (later and one.name == "rights_recorded"))


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
    if found and found[0] < found[1]:
        moments = list(reader.moments(found[0], min(found[1] + 60, len(reader.text)) if _runs_on(reader, found) else found[1]))
        return [reader.cell(field, *one) for field, one in zip((start, end), moments, strict=False)]
    cells: list[Cell | None] = []
    for label, field in ((_START, start), (_END, end)):
        at = reader.labelled(label)
        moments = list(reader.moments(*at)) if at else []
        cells.append(reader.cell(field, *moments[0]) if moments else None)
    return cells


def _runs_on(reader: Reader, found: tuple[int, int]) -> bool:
    """Does the line end in the middle of a range (至 …)?"""
    return bool(re.search(r"(?:至|到|—|-|~)$", reader.text[found[0] : found[1]]))


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
    role = "prosecutor" if re.search(r"检察院", reader.text[:120]) else "judge" if re.search(r"人民法院", reader.text[:120]) else "investigator"
    return reader.cell(field, Names(names, role), *found) if found and names else None


def _signed(reader: Reader) -> Cell | None:
    """讯问人签名: a name after the label at the end of the record; handwriting that was not read proves nothing."""
    for found in re.finditer(r"(?:讯问人|侦查人员|办案人员)(?:（签名）|（签字）|签名|签字)[：:]?([^\n]{0,40})", reader.text):
        if names_in(reader.raw(found.start(1), found.end(1))):
            return reader.cell(Interrogation.officers_signed, True, found.start(), found.end())
    return None


def _sequence(reader: Reader) -> Cell | None:
    found = re.search(r"第[（]?(\d{1,2}|[一二三四五六七八九十]{1,3})[）]?次", reader.text[:200])
    value = number(found[1]) if found else None
    if found is None or not value:
        return None
    return reader.cell(Interrogation.sequence, Amount(float(value), float(value), f"{value}次"), found.start(), found.end())


def _present(reader: Reader, field: Field, who: str) -> Cell | None:
    found = reader.labelled(who)
    if not found or found[0] == found[1]:
        return None
    names = reader.names(*found)
    return reader.cell(field, True, *found) if names else None


def _minor(reader: Reader, field: Field, start: Field, cells: list[Cell | None]) -> Cell | None:
    """Under eighteen on the day of the questioning, by the date of birth on the form."""
    begun = next((cell.value for cell in cells if cell and cell.field.path == start.path), None)
    for found in MOMENT.finditer(reader.text):
        before, after = reader.text[max(0, found.start() - 8) : found.start()], reader.text[found.end() : found.end() + 3]
        if not ("出生" in before or after.startswith(("出生", "生"))):
            continue
        born = moment_of(found, reader.raw(*found.span()))
        if born is None or not isinstance(begun, Span):
            return None
        years, rest = divmod(begun.low - born.low, 525_960)  # 365.25 days; within a day of the birthday nothing is said
        if years == 17 and rest > 524_000 or years == 18 and rest < 2_000:
            return None
        return reader.cell(field, years < 18, *found.span())
    return None


def _rest(reader: Reader) -> Cell | None:
    found = re.search(r"(?:连续)?(?:休息|睡)(?:了)?(?:约)?(\d{1,2}|[一二三四五六七八九十]{1,3})个?(?:多)?小时", reader.text)
    value = number(found[1]) if found else None
    if found is None or value is None:
        return None
    return reader.cell(Interrogation.rest_hours, Amount(float(value), float(value), f"{value}小时"), found.start(), found.end())


def _later_stage(reader: Reader) -> Cell | None:
    found = re.search(r"[\u4e00-\u9fff]{2,16}人民(?:检察院|法院)", reader.text[:160])
    label = re.search(r"讯问人[^\n]{0,40}(?:检察|审判|法官)", reader.text)
    if label:
        return reader.cell(Interrogation.questioned_by_later_stage, True, *label.span())
    return reader.cell(Interrogation.questioned_by_later_stage, True, *found.span()) if found and found.start() < 30 else None
