"""Find what stands above and below the text: court, number, kind of paper, procedure, procuratorate, date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gaoyao.intake.judgments.numerals import dates, signature_dates
from gaoyao.intake.judgments.sections import Parts

Place = tuple[str, int, int]

CASE_NUMBER = re.compile(
    r"（(?:19|20)\d\d）[^\n，。；：（）、“”《》\d]{1,9}\d{0,6}[^\n，。；：（）、“”《》\d]{1,12}\d{1,9}(?:-\d+|之[一二三])?号(?:之[一二三四五六])?|（(?:19|20)\d\d）[^\n，。；：（）、“”《》\d]{2,16}第?\d{1,6}(?:-\d+)?号|(?<=\n)[\u4e00-\u9fff]{1,6}刑[\u4e00-\u9fff]{1,6}字第\d{1,6}号"
)
_COURT_LINE = re.compile(
    r"(?:^|(?<=\n)|(?<=书))([\u4e00-\u9fff×]{2,32}?法院(?:[\u4e00-\u9fff]{2,10}分院)?)(?=\n|[^\n]{0,6}刑事|（)"
)
_KIND = re.compile(r"刑事(?:附带民事)?(?:判决书|裁定书|决定书|调解书)|驳回申诉通知书")
_PROCURATORATE = re.compile(
    r"(?:^|(?<=[\n号]))(原?(?:公诉|诉|公诉机关暨附带民事公益诉讼起诉)(?:机)?关(?:暨[^，。：\n]{0,16}?(?:起诉人|机关))?|原?公诉[^：，。\n]{0,14}?机关|原?公诉关)(?:（[^）]{1,12}）)?：?((?:[\u4e00-\u9fff×]{2,24}（(?:以下)?简称[^）]{1,20}）)?[\u4e00-\u9fff×]{0,34}?(?:检察院|检察院[\u4e00-\u9fff]{2,6}分院))(?=[，。\n（]|$)"
)
_PROTEST = re.compile(
    r"(?:^|(?<=\n))抗诉机关(?:（[^）]{1,14}）)?：?([\u4e00-\u9fff×（）]{2,34}?检察院)(?=[，。\n（]|$)"
)
_BRINGS = re.compile(
    r"(?:^|(?<=[\n。，、；由理]))(?:经)?([\u4e00-\u9fff×]{2,26}?检察院(?:分院|[\u4e00-\u9fff]{1,6}分院)?)(?=以|指控|提起公诉|于|起诉|向|因|对)"
)
_TYPE = re.compile(
    r"）[^\d]{0,8}\d{0,6}[^\d]{0,6}?刑(?:事)?([一二三四]?[初终]|再|抗|核|复|申|监|更|提|执|辖|他)?"
)


@dataclass(slots=True)
class Header:
    """The header fields with their places in the cleaned text."""

    court: Place | None = None
    case_number: Place | None = None
    kind: Place | None = None
    procuratorate: Place | None = None
    date: Place | None = None
    procedure: str | None = None
    report: bool = False


def find_header(parts: Parts) -> Header:
    """Read the header fields; a field the document does not state stays None."""
    text = parts.text
    head_end = min(len(text), max(parts.get("header")[1], 400))
    header = Header()
    header.court = _group(_COURT_LINE.search(text, 0, min(head_end, 300)))
    header.kind = _whole(_KIND.search(text, 0, min(head_end, 300)))
    header.case_number = _own_number(text, parts, header)
    header.report = parts.report
    header.procuratorate = _procuratorate(text, head_end, parts)
    header.date = _date(text, parts)
    if header.report:
        report_fields(parts, header)
    else:
        header.procedure = _procedure(text, parts, header)
    return header


def _group(match: re.Match[str] | None, group: int = 1) -> Place | None:
    return (match.group(group), match.start(group), match.end(group)) if match else None


def _whole(match: re.Match[str] | None) -> Place | None:
    return _group(match, 0)


def _own_number(text: str, parts: Parts, header: Header) -> Place | None:
    """The first case number, if it stands before the first party."""
    match = CASE_NUMBER.search(text, 0, 400)
    if match is None:
        return None
    before = text[: match.start()]
    return _whole(match) if header.kind or before.count("\n") <= 3 and "公诉" not in before else None


def _procuratorate(text: str, head_end: int, parts: Parts) -> Place | None:
    """The body that brought the charge; the one that protests only when it is the same."""
    named = _group(_PROCURATORATE.search(text, 0, head_end), 2)
    if named:
        return re.sub(r"（[^）]*）", "", named[0]), named[1], named[2]
    protests = _group(_PROTEST.search(text, 0, head_end))
    if protests:
        return protests
    limit = parts.get("found")[0] or parts.get("reasons")[0] or len(text)
    brings = [m for m in _BRINGS.finditer(text, 0, limit) if not m.group(1).startswith(("经", "该", "本"))]
    for match in brings:
        place = _trim_court(_group(match))
        if place:
            return place
    return None


def _trim_court(place: Place | None) -> Place | None:
    """Drop what stands before the procuratorate's own name (……法院审理 / 被告人某一案由)."""
    if place is None:
        return None
    name, start, end = place
    cut = max(name.rfind(word) + len(word) for word in ("审理", "一案由", "案由", "法院", "由") if word in name) if any(
        word in name for word in ("审理", "案由", "法院", "由")
    ) else 0  # fmt: skip
    name = name[cut:]
    return (name, start + cut, end) if len(name) > 4 else None


def _date(text: str, parts: Parts) -> Place | None:
    """The date under the document: the last written-out date among the signatures."""
    start, end = parts.get("signatures")
    if end:
        found = signature_dates(text, start, end) or signature_dates(text, start, min(len(text), end + 60))
        if found:
            return found[-1]
        written = dates(text, start, end)
        return written[-1] if written else None
    return None


_REMANDED = re.compile(r"发回[^。；\n]{0,24}(?:重新审判|重审|重新审理)")
_PROCEDURES = {"初": "一审", "终": "二审", "再": "再审", "抗": "再审（审判监督抗诉）", "提": "再审", "申": "申诉审查",
               "监": "申诉审查", "更": "减刑假释", "执": "执行", "他": "其他", "辖": "管辖"}  # fmt: skip


def _procedure(text: str, parts: Parts, header: Header) -> str | None:
    """Procedure from the case number, refined by what the course of the proceedings tells."""
    number = header.case_number[0] if header.case_number else ""
    body = text[: parts.get("found")[0] or parts.get("reasons")[0] or parts.get("operative")[0]]
    course = text[: max(parts.get("proceedings")[1], parts.get("header")[1])] or body
    if "再" in number and "刑" in number:
        return "再审"
    match = _TYPE.search(number)
    code = (match.group(1) or "")[-1:] if match else ""
    if code in ("核", "复"):
        return "死缓复核" if "缓期" in body else "死刑复核"
    base = _PROCEDURES.get(code) or _from_words(text, parts)
    if base == "一审" and _REMANDED.search(course):
        return "一审（发回重审）"
    if base == "二审" and _protested(text, parts):
        return "二审（抗诉）"
    return base


def _from_words(text: str, parts: Parts) -> str | None:
    head = text[: max(parts.get("proceedings")[1], 300)]
    if "上诉人" in head or "本判决为终审" in text or "本裁定为终审" in text:
        return "二审"
    if "原审被告人" in head:
        return "再审"
    if "申诉人" in head:
        return "申诉审查"
    return "一审" if "公诉机关" in head or "提起公诉" in head else None


def _protested(text: str, parts: Parts) -> bool:
    """In second instance: did the procuratorate protest (and not only some accused appeal)?"""
    head = text[: parts.get("proceedings")[1] or 600]
    return "抗诉机关" in head[:300] or bool(
        re.search(r"检察院[^。，]{0,30}(?<!没有)(?<!未)(?<!不)(?:提出|提起)抗诉", head)
    )


_COURT = re.compile(r"[\u4e00-\u9fff]{2,26}?法院")
_NOT_IN_COURT = re.compile(
    r"^.*?(?:据此|为此|由|向|经|报请|发回|后|判决|裁定|撤销|维持|指控|，|审理|根据|对|本案|不服)(?=[\u4e00-\u9fff]{3})"
)


def report_fields(parts: Parts, header: Header) -> None:
    """Court, date and procedure of a published case report: those of the decision it ends with."""
    text, lead = parts.text, parts.get("operative")[0]
    if not lead:
        return
    window = max(0, lead - 320, parts.get("reasons")[0] - 40)
    courts = [m for m in _COURT.finditer(text, window, lead) if _acts(text, m)]
    if not courts:
        courts = [m for m in _COURT.finditer(text, 0, lead) if _acts(text, m)]
    if courts:
        last = courts[-1]
        name = last.group()
        while cut := _NOT_IN_COURT.match(name):
            name = name[cut.end() :]
        header.court = (full_name(text, name, header), last.end() - len(name), last.end())
    near = (max(0, lead - 320), min(len(text), lead))
    when = sorted(dates(text, *near) + signature_dates(text, *near), key=lambda found: found[1])
    header.date = header.date or (when[-1] if when else None)
    header.procedure = _report_procedure(parts)


def _acts(text: str, match: re.Match[str]) -> bool:
    """Is this court the one that decides here, and not the author of an interpretation or another court?"""
    name, follows = match.group(), text[match.end() : match.end() + 4]
    if "人民法院" not in name or "原审" in name or re.match(r"关于|《|、最高|和最高|的?授权|依法授", follows):
        return False
    return not re.search(
        r"(?:项|条|款|规定)和?最高人民法院$|(?:依照|根据|按照|报请|以及|及|和)最高人民法院$", name
    )


def full_name(text: str, short: str, header: Header) -> str:
    """A court's name with its province, when the text itself gives the longer form somewhere."""
    longer = re.compile(
        rf"(?:[\u4e00-\u9fff]{{2,3}}省|[\u4e00-\u9fff]{{2,8}}自治区|(?:北京|上海|天津|重庆)市)(?:[\u4e00-\u9fff]{{2,6}}[市州盟])?{re.escape(short)}"
    )
    area = re.sub(r"(?:中级|高级)?人民法院$", "", short)
    known = re.sub(r"人民检察院.*$", "", header.procuratorate[0]) if header.procuratorate else ""
    if area and area in known:
        return known[: known.index(area)] + short
    found = longer.search(text)
    if found:
        name = found.group()
        while cut := _NOT_IN_COURT.match(name):
            name = name[cut.end() :]
        return name if name.endswith(short) else short
    return short


def _report_procedure(parts: Parts) -> str:
    text, lead = parts.text, parts.get("operative")[0]
    before, after = text[:lead], text[lead:]
    own = text[parts.instance : lead]
    if "最高人民法院" in own[-200:] and re.match(r"[^。]{0,40}核准", after):
        return "死刑复核"
    if re.search(r"再审[^。]{0,40}(?:查明|认为)|依照审判监督程序", own):
        return "再审"
    if _REMANDED.search(before) and re.search(r"重新(?:审理|审判)[^。，]{0,10}(?:认为|查明|判决)", own):
        return "一审（发回重审）"
    if re.search(r"上诉人|终审|第二审|二审|原判|上诉理由", own) and re.search(r"上诉|抗诉", before):
        return "二审（抗诉）" if re.search(r"检察院[^。]{0,60}抗诉|抗诉机关", before) else "二审"
    if re.search(r"再审|审判监督", before) and _REMANDED.search(before):
        return "一审（再审发回重审）"
    if _REMANDED.search(before):
        return "一审（发回重审）"
    return "一审（抗诉后撤回）" if "撤回抗诉" in after else "一审"
