"""Find the words that open an enumeration of evidence (上述事实，有…; 认定上述事实的证据有：…) and where its items begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gaoyao.intake.judgments.numbering import MARK, is_first


@dataclass(frozen=True, slots=True)
class Listing:
    """A place where evidence is enumerated: where the first item starts and the latest place it can end."""

    start: int
    limit: int
    section: str


_FACT = r"(?:(?:上述|以上|上列|前述|该|本案|前列|综上)[^。，：；\n]{0,16}?(?:事实|情节|犯罪|情况(?=，有))|(?:指控|认定)的?(?:上述)?[^。，：；\n]{0,6}事实)"
LEAD = re.compile(
    _FACT
    + r"(?:和证据)?(?:(?<=事实)[有由]|[^。\n：]{0,90}?(?:。(?:并|且|另|上述事实)?)?[^。\n：]{0,24}?(?:(?:且|并|还|另|亦|均|，|业|。|事实|辩护人|分别)(?:均?有|由|经|尚有|且有)|(?<=[，。实])有|议有|议，[并且](?=书证|物证|证人|被害|被告)|证据有|证据是|证据：|证据如下|举证的|证据证[实明]))"
    r"|事实(?:清楚)?，(?:并|且|均)?有(?!期)(?=[^。\n]{4,600}?(?:证据|证实|为证|佐证|为凭))|本案[由有](?=[^。\n]{4,900}?证据证实)|异议，并(?=书证|证人|被害)"
    r"|(?:认定|证明|证实)(?:上述|以上|本案|前述|该|犯罪|被告人|上列)[^。：\n]{0,30}?(?:证据|材料)(?:有|如下|是)?[^。\n：]{0,12}[：，、]"
    r"|(?:有|由)?(?:下列|以下|如下)[^。：\n]{0,24}?证据[^。：\n]{0,40}?[：。]"
    r"|(?:公诉机关|公诉人|检察机关)[^。：\n]{0,30}?(?:提供|提交|出示|宣读|举示|列举|移送)[^。：\n]{0,24}?(?:证据(?:有|材料)?[^。：\n]{0,6}：|了(?:以下|下列|如下)?)"
    r"|(?:事实|证据)[^。，\n]{0,24}(?:一致|相同)，(?:并|且)?有(?=[^。\n]{4,900}?(?:证据|证实|佐证))|(?:无异议[，。]|(?<=[。\n]))(?:且|并|同时)有(?=[^。\n]{4,900}?证据)|(?<=[。\n])另有(?=[^。\n]{4,200}?(?:佐证|证实|为证|印证))"
    r"|(?:公诉机关|公诉人|检察机关)(?:[^。：，\n]{0,12})(?:提供|提交|出示|宣读|举示|列举|移送)了?(?=[^。\n：]{4,900}?等(?:相关|主要)?证据)"
    r"|(?:公诉机关|公诉人)(?:当庭)?(?:提供|提交|出示)的(?=[^。：\n]{2,120}?(?:证实|证明|证据|记载：))"
)
_MODIFIERS = re.compile(
    r"(?:[，、：\s]|(?:且|并|还|另|亦|均|业|已|尚)?(?:有|由|经)(?!关|营|过|济)"
    r"|(?:公诉机关|公诉人|检察机关|[\u4e00-\u9fff]{2,12}检察院|控方)(?:[^。；：、]{0,14}?)(?:提交|提供|出示|举示|举证|宣读|提举|移送)(?:、(?:提交|提供|出示|举示|举证|宣读))*(?:的?，?(?=并?经)|的|了|：|，)"
    r"|(?:(?:原审|一审)(?:法院)?(?:庭审|当庭)?|当庭|庭审|法庭|本院|控辩双方|开庭|审理|在庭审中)?(?:当庭|公开|依法)?(?:审理|举证|质证|认证|宣读|出示|示证|核实|查证|确认|辨认|采信|查实|审核|提交|审查)[^。；：，]{0,14}?(?:、[^。；：，]{0,12}?(?:质证|认证|核实|确认|采信|举证)[^。；：，、]{0,8}?)*(?:的|：|，|属实的?|无异)"
    r"|(?:的?证据予以证实[。：])|(?:本院|法庭)(?:予以)?(?:确认|采信|认定)的?|(?:合法有效|客观真实|真实有效)的?|[^。；：，、]{0,6}(?:下列|以下|如下|相关|上述)[^。；：，、]{0,14}?证据(?:材料)?(?:可以|足以|予以|相互|予|来)?(?:佐证|证实|证明|印证|为证|支持|在案|在卷|认定)?[^。：\n，]{0,10}[，：。]?)"
)


_ANNOUNCED = re.compile(
    r"[^。\n：]{0,160}?(?:下列|以下|如下)[^。：\n]{0,24}?证据[^。：\n]{0,60}[：。](?=\n|.)"
)


def listing_after(text: str, match: re.Match[str], end: int, section: str) -> Listing:
    """Where the enumeration that this lead opens begins: after 下列证据： and after who offered and examined it."""
    start = match.end()
    counted = next((m for m in MARK.finditer(text, match.start(), start) if is_first(m)), None)
    if counted and counted.start() > match.start():
        return Listing(counted.start(), end, section)
    announced = _ANNOUNCED.match(text, match.start(), end)
    if announced and announced.end() > start:
        return Listing(announced.end(), end, section)
    back = re.compile(r"(?:有|由|经|举证的)$").search(text, max(match.start(), start - 3), start)
    if back:
        start = back.start()
    while modifier := _MODIFIERS.match(text, start, min(end, start + 160)):
        if modifier.end() == start:
            break
        start = modifier.end()
    return Listing(start, end, section)
