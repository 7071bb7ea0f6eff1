"""Cut a cleaned judgment into its parts, in the order the parts have on paper.

The order is that of 法院刑事诉讼文书样式: header, course of the proceedings, accusation, plea and defence, facts
found, reasons, operative part, notice of appeal, signatures, appendix. The markers and how far each may be
trusted were measured on 950 real judgments (docs/dev/judgments.md).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ORDER = (
    "header", "proceedings", "accusation", "earlier_decision", "defence", "found", "reasons", "operative",
    "notice", "signatures", "appendix",
)  # fmt: skip

_SIGNER = re.compile(
    r"(?:^|(?<=[\n。）”]))(?:代理|助理|独任)?审判[长员](?![^\n。]{0,4}[认，])[：:]?[^\n。，；：]{1,60}"
)
_AFTER_SIGNER = re.compile(
    r"书记员|[一二][〇零0Oo][〇零0Oo一二三四五六七八九\d]{2}年|[一二]九[一二三四五六七八九〇]{2}年"
)
_LEAD = re.compile(
    r"(?:判决|裁定|决定|裁判)如下[：:，。]?|(?:\d日|[，。]|依法)(?:作出)?(?:终审|一审|二审)?(?:判决|裁定)(?:：\n?|，(?=驳回|核准|宣告|准许|撤销|维持)|(?=驳回|核准|宣告|准许))"
)
_NOTICE = re.compile(
    r"(?:^|\n|。)(?:(?:如不服|若不服)本|如对本判决|本(?:判决|裁定)(?:书)?(?:为终审|系终审|自(?:送达|宣告|即|作出)|送达(?:后|之日)|已?发生法律效力|立即))"
)
_AFTERMATH = re.compile(
    r"\n(?:(?:第?[一二]审)?(?:宣判|判决|裁定)(?:宣告|送达|生效|作出)?后，|[^。\n，]{2,40}(?:没有(?:提[出起])?上诉|未(?:提[出起])?上诉|不服[^。\n，]{0,12}判))"
)
_APPENDIX = re.compile(
    r"\n?附(?:[：:]|相关|录|本|（|本案|有关|页|《|《|判决|裁定|法律|：)|\n附|〔注〕|《中华人民共和国刑法》\n?第[一二三四五六七八九十百零\d]+条(?:之[一二三])?[^、，第款项之的规]"
)
_REASONS = re.compile(
    r"(?:^|(?<=[\n。]))(?:综上[，、]?)?本院(?!认为[^。]{0,30}质证)(?:[^，。：；\n]{0,12})?认为|(?:^|(?<=\n))[^，。：；\n]{2,22}(?<!上述|原审|一审)法院(?:[^，。：；\n]{0,12})?认为"
)
_EARLIER_COURT = re.compile(r"原审|一审|原判|原一|二审法院|第一审")
_FOUND = re.compile(
    r"(?:^|(?<=[\n。；]))[^。，：；\n]{0,18}?(?:经(?:[^。，：；\n]{0,16}?)(?:查明|确认|审理认定)|(?<!原审)(?<!一审)(?<!原判)查明)|(?<=[，、])(?:依法)?(?:公开)?(?:审理)?查明(?:如下)?："
    r"|(?:^|(?<=[\n。]))[^。，：；\n]{0,18}?(?:审理|审查|复核)，除[^。：\n]{2,40}?外，(?:本院)?(?:另|又|还)查明"
)
_BESIDES = re.compile(r"，除.{2,40}外，")
_PAPER = re.compile(r"刑事?(?:附带民事)?(?:判决|裁定|决定|调解)书|（(?:19|20)\d\d）[^\n，。]{2,16}号\n")
_GRANTS_WITHDRAWAL = re.compile(r"(?:准许|准予|同意)[^。]{0,40}撤回抗诉|撤回抗诉")
_DISMISSES = re.compile(r"驳回[^。；]{0,40}上诉|维持")
_ADOPTS = re.compile(r"(?:指控|起诉书)[^。]{0,40}(?:事实|一致)[^。]{0,30}(?:属实|予以确认|一致|予以认定)")
_CLOSED = re.compile(r"审理终结|复核终结|审查终结|审理完毕|评议终结|审结")
_BEGUN = re.compile(r"提起公诉|出庭支持公诉|到庭参加")
_ACCUSED_BY = re.compile(
    r"(?:检察[^，。：；\n]{0,10}|公诉(?:机关|人)|起诉书)(?:经[^，。：]{0,8})?(?:[^，。：；\n]{0,14})?(?:指控|诉称|起诉称|认定)"
)
_EARLIER = re.compile(
    r"(?:^|(?<=[\n。]))(?:(?:本院)?原[一二]审[^，。：；\n]{0,14}?(?:查明|认定|认为|判决)|原审(?:法院|判决)?(?:[^，。：；\n]{0,14})?(?:查明|认定|认为|判决)|原判(?:[^，。：；\n]{0,8})?(?:认定|认为|查明|确认)"
    r"|一审(?:法院|判决)?(?:[^，。：；\n]{0,10})?(?:认定|查明|认为)|[^，。：；\n]{4,20}法院(?:[^，。：；\n]{0,10})?(?:判决|裁定)?(?:认定|查明)(?!上述))"
)
_PLEA = re.compile(
    r"(?:^|(?<=[\n。；]))(?:(?:在|经)?(?:法庭|庭审|本院|开庭|诉讼|再审|二审)?(?:审理|调查)?(?:过程)?[中，]*|针对[^。]{0,20}，|对于?[^。，]{0,24}，|上述|宣判后，|另外?，)?"
    r"(?:(?:[一二三四五六七八九十两各\d]{1,2}名?|其|该|原审|指定|其委托|法律援助)?(?:被告人?|被告单位|上诉人|辩护人|申诉人|诉讼代表人)|[^。，：\n]{2,6}(?:上诉|的辩护人))"
    r"[^。\n]{0,70}?(?:辩称|辩解|辩护|异议|供认|认罪|提出|认为|上诉[，：称提]|上诉理由|理由是|意见|表示|请求|称[：，]|否认|未作辩)"
)


@dataclass(slots=True)
class Parts:
    """Spans of the parts in the cleaned text; an absent part is missing from `spans`."""

    text: str
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    operative_lead: bool = True
    report: bool = False
    instance: int = 0
    adopts_accusation: bool = False

    def get(self, name: str) -> tuple[int, int]:
        """Span of a part, (0, 0) when the document has none."""
        return self.spans.get(name, (0, 0))

    def body(self, name: str) -> str:
        """Text of a part, empty when the document has none."""
        start, end = self.get(name)
        return self.text[start:end]


def split(text: str) -> Parts:
    """Find the parts of a cleaned judgment; parts that are not there are left out, never invented."""
    parts = Parts(text, report=not _PAPER.search(text, 0, 300))
    signatures = _signatures(text)
    appendix = _appendix(text, signatures)
    limit = signatures if signatures is not None else appendix
    lead_start, operative = _operative(text, limit, parts)
    notice = _first(_NOTICE, text, operative if operative is not None else 0, limit)
    if parts.report and operative is not None:
        told = _first(_AFTERMATH, text, operative, limit)
        notice = min((x for x in (notice, told) if x is not None), default=None)
    reasons = _reasons(text, lead_start if lead_start is not None else limit)
    stop = next(x for x in (reasons, lead_start, operative, limit) if x is not None)
    closed = _closed(text, stop)
    closed = max(closed or 0, parts.instance)
    found = _found(text, closed, stop, parts)
    marks = {
        "header": 0,
        "proceedings": _after_parties(text, stop) if parts.report else _proceedings(text, stop),
        "reasons": reasons,
        "operative": operative,
        "notice": notice,
        "signatures": signatures,
        "appendix": appendix if appendix < len(text) else None,
        "found": found,
    }
    marks |= _middle(text, closed, found if found is not None else stop)
    _lay_out(parts, marks, len(text))
    parts.adopts_accusation = found is None or bool(_ADOPTS.search(text, found, stop))
    return parts


def _first(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    match = pattern.search(text, start, end)
    if not match:
        return None
    return match.start() + (1 if match.group()[0] in "\n。" else 0)


def _signatures(text: str) -> int | None:
    """Start of the first line that signs, recognised by the date or clerk that follows it."""
    for match in _SIGNER.finditer(text, len(text) // 8):
        if _AFTER_SIGNER.search(text, match.end() - 12, match.start() + 260):
            return match.start()
    return None


def _appendix(text: str, signatures: int | None) -> int:
    if signatures is None:
        match = _APPENDIX.search(text, len(text) * 3 // 4)
        return match.start() if match and match.group().lstrip("\n")[0] in "附〔" else len(text)
    match = _APPENDIX.search(text, signatures)
    return match.start() if match else len(text)


_NOT_OPERATIVE = re.compile(
    r"(?:^|\n)[^。\n，：]{0,20}(?:查明|认为)[，：]|(?:上诉|辩护人|抗诉)[^。\n]{0,16}(?:提出|辩称|意见)"
)
_DECIDES = re.compile(
    r"(?:^|(?<=\n))(?:[一二三四五六七八九十]{1,2}、)?(?:准许|准予|驳回|维持|撤销|核准|不核准|发回|终止|本案终止|对?(?:原审|上诉人|被告)[^。\n]{0,40}(?:犯[^。\n]{1,40}罪|无罪)|宣告)"
)


def _operative(text: str, limit: int, parts: Parts) -> tuple[int | None, int | None]:
    """The lead (判决如下 …) and the start of the operative part; the LAST lead counts, earlier ones quote."""
    matches = list(_LEAD.finditer(text, 0, limit))
    for lead in reversed(matches):
        notice = _first(_NOTICE, text, lead.end(), limit)
        told = _first(_AFTERMATH, text, lead.end(), limit) if parts.report else None
        after = text[lead.end() : min(x for x in (notice, told, limit) if x is not None)]
        if parts.report and _GRANTS_WITHDRAWAL.search(after[:60]) and not _DISMISSES.search(after):
            continue
        if len(after.strip()) > 3 and not _NOT_OPERATIVE.search(after):
            parts.instance = _previous_decision(text, matches, lead, parts)
            return lead.start(), lead.end()
        if _is_report(after):
            continue
        break
    parts.operative_lead = False
    notice = _first(_NOTICE, text, len(text) // 4, limit)
    bound = notice if notice is not None else limit
    floor = max((m.end() for m in _NOT_OPERATIVE.finditer(text, 0, bound)), default=0)
    floor = max(
        floor, matches[-1].end() if matches and _NOT_OPERATIVE.search(text, matches[-1].end(), bound) else 0
    )
    match = _DECIDES.search(text, floor, bound)
    return (match.start(), match.start()) if match else (None, None)


def _previous_decision(text: str, matches: list[re.Match[str]], match: re.Match[str], parts: Parts) -> int:
    """In a case report of several instances: where the instance before the last one ended."""
    if not parts.report:
        return 0
    earlier = [
        m for m in matches if m.start() < match.start() and _REASONS.search(text, m.end(), match.start())
    ]
    return earlier[-1].end() if earlier else 0


def _is_report(after: str) -> bool:
    return "宣判后" in after or "上诉" in after or "核准" in after


def _reasons(text: str, limit: int) -> int | None:
    """Start of the court's own reasons: the last marker, moved back over markers of the same run."""
    marks = [
        m for m in _REASONS.finditer(text, 0, limit) if not _EARLIER_COURT.search(_BESIDES.sub("", m.group()))
    ]
    if not marks:
        return None
    start = marks[-1].start()
    for mark in reversed(marks[:-1]):
        between = text[mark.end() : start]
        if (
            parts_of_instances(between)
            or _FOUND.search(between)
            or "审理终结" in between
            or _LEAD.search(between)
            or "检察" in mark.group()
        ):
            break
        start = mark.start()
    return start


def parts_of_instances(between: str) -> bool:
    """Does an appeal or protest lie between two passages, so that two courts speak in them?"""
    return bool(re.search(r"(?:提出|提起)(?:了)?(?:上诉|抗诉)|不服[^。，]{0,12}判|宣判后", between))


def _closed(text: str, limit: int) -> int | None:
    """End of the paragraph that tells the course of the proceedings."""
    match = _CLOSED.search(text, 0, limit) or _BEGUN.search(text, 0, limit)
    return _sentence_end(text, match.end(), limit) if match else None


def _sentence_end(text: str, position: int, limit: int) -> int:
    for place in range(position, min(limit, position + 200)):
        if text[place] in "。\n":
            return place + 1
    return min(position, limit)


def _found(text: str, start: int, limit: int, parts: Parts) -> int | None:
    matches = [
        m
        for m in _FOUND.finditer(text, start, limit)
        if not _EARLIER_COURT.search(_BESIDES.sub("", m.group()))
    ]
    own = [m for m in matches if not re.search(r"另|又|还|检察|公安", m.group()[:8])]
    if not own:
        return None
    earlier = _EARLIER.search(text, start, limit)
    if earlier is not None:
        later = [m for m in own if m.start() >= earlier.start()]
        return later[-1].start() if later else own[-1].start()
    return own[0].start()


_PROCEEDINGS = re.compile(
    r"(?:^|(?<=[\n。]))[^。\n，]{0,40}(?:检察院|公诉机关|法院)[^。\n]{0,30}?(?:以[^。\n]{0,40}(?:起诉书|公诉|号)|审理[^。\n]{0,80}一案|指控[^。\n]{0,60}(?:罪|一案)|提起公诉)"
    r"|(?:^|(?<=[\n。]))(?:上诉人|原审|被告人)[^。\n]{0,60}(?:一案|案)(?=[，由])"
)


def _proceedings(text: str, limit: int) -> int | None:
    return _first(_PROCEEDINGS, text, 0, limit)


_PARTY_LINE = re.compile(r"\n(?:原审)?(?:被告|上诉人|申诉人)[^\n]{2,400}")
_OTHER_LINE = re.compile(
    r"\n(?!(?:原审)?被告(?:人|单位)[：（]|(?:原审)?被告人[^，。\n]{2,8}，(?:男|女|原|又|自)|公诉|原公诉|抗诉|辩护|指定|附带|诉讼|法定|自诉|上诉人|申诉人|委托)[^\n]{6,}"
)


def _after_parties(text: str, limit: int) -> int | None:
    """In a case report: the first paragraph after the lines that introduce the parties."""
    party = _PARTY_LINE.search(text, 0, limit)
    if party is None:
        return _proceedings(text, limit)
    other = _OTHER_LINE.search(text, party.start() + 1, limit)
    return other.start() + 1 if other else _proceedings(text, limit)


def _middle(text: str, start: int, limit: int) -> dict[str, int | None]:
    """Accusation, decision below and defence, between the course of the proceedings and the facts found."""
    accusation = _first(_ACCUSED_BY, text, start, limit)
    if accusation is not None:
        accusation = (
            max(text.rfind("\n", start, accusation), text.rfind("。", start, accusation), start - 1) + 1
        )
    earlier = _first(_EARLIER, text, start, limit)
    defence = _first(_PLEA, text, max(start, accusation or 0, earlier or 0), limit)
    if defence is None and accusation is None:
        defence = _first(_PLEA, text, start, limit)
    if earlier is not None and text[earlier - 1 : earlier] != "\n":
        before = _first(_PLEA, text, max(start, accusation or 0), earlier)
        if before is not None:  # 一审判决认定…… inside a speech of the defence is no part of its own
            earlier, defence = None, before
    return {"accusation": accusation, "earlier_decision": earlier, "defence": defence}


def _lay_out(parts: Parts, marks: dict[str, int | None], length: int) -> None:
    """Turn start marks into spans; a mark that would break the order is dropped."""
    known = sorted((place, ORDER.index(name), name) for name, place in marks.items() if place is not None)
    for index, (place, _, name) in enumerate(known):
        end = known[index + 1][0] if index + 1 < len(known) else length
        if end > place:
            parts.spans[name] = (place, end)
