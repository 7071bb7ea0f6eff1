"""Cut a speech of the defence into its arguments: at its numbers, at sentences, at clauses that open a new claim.

Left out are the plea (无异议, 自愿认罪), bare requests for leniency beside a reason, and sentences of a long story
that claim nothing. A request for more than leniency (缓刑, 免予刑事处罚, 无罪) is an argument of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument in the cleaned text."""

    by: str
    start: int
    end: int
    text: str


Piece = tuple[int, int]

_NUMBER = re.compile(
    r"(?:(?<=^)|(?<=[\n：；。，、是为出称见]))(?:\d{1,2}(?:[、.]|(?=[\u4e00-\u9fff]))(?!\d|年|月|日|时|元|克|次|万|名|人|号|个|起|部|份|余|小时|天|岁|倍|级|楼|室|页|米|分|公斤|公里)|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十](?:[，、]|点[，：])|[①-⑩]|其[一二三四五六][，、]|(?:首先|其次|再次|最后)，)"
)
_OBJECTS_NOT = r"(?:均|亦|都|表示|并|也)*(?:无|没有|没|未提出?|不持|不|未作|未表示|无有)(?:任何|提出|什么|实质性?|有)*(?:异议|辩解|意见|辩护)(?:意见|和辩解|及辩解|和辩护意见)?"
_CONFESSES = r"(?:均|亦|都|表示|当庭|自愿|真诚|能够?|愿意|也|并)*(?:认罪(?:悔罪|认罚|服法|伏法|态度[^，]{0,6})*|认罚|供认(?:不讳)?|属实|签字具结|签署[^，]{0,8}具结书|服判|如实供述[^，]{0,12}|悔罪|同意适用[^，]{0,12}|(?:予以)?(?:供认|认可|承认)|深感后悔|知[罪错])"
_HAS_MERIT = re.compile(r"初犯|偶犯|自首|从犯|立功|赔偿|谅解|退[赃赔缴]|但(?!未|没|不)")
_PLEA = re.compile(rf"(?:[^，。；]{{0,70}}?(?:{_OBJECTS_NOT}|{_CONFESSES})[，。；、]*)+$")
_PLEA_OF_DEFENDER = re.compile(rf"(?:[^，。；]{{0,70}}?{_OBJECTS_NOT}[，。；、]*)+$")
_LEADING_PLEA = re.compile(
    rf"[^，；。：]{{0,80}}?(?:{_OBJECTS_NOT}|供认不讳|自愿认罪(?:认罚)?|当庭认罪)[，；]+(?:(?:但是?|并|同时|且|而)?(?:其|辩护人)?(?:辩称|辩解称?|认为|提出|辩护(?:称|认为)?|称)?(?:如下|以下)?(?:辩护)?(?:意见)?[：，]?)(?=.)"
)
_REQUEST = re.compile(
    r"^(?:综上[，所述]*|据此[，]?|为此[，]?|故[，]?|因此[，]?|并|且|同时|特|二审|依法)*(?:请求?(?!求撤)|建议|要求|恳请|恳求|希望|望|应当?(?:对其)?(?:依法)?(?:酌情)?(?:予以)?(?:从轻|减轻|从宽)|(?:依法)?(?:可以?|应)?(?:对其)?(?:酌情)?(?:予以)?(?:从轻|减轻|从宽))[^，]*(?:，(?:并|且|对|适用|判处|给予|宣告|予以|依法)[^，]*)*$"
)
_CLAIM = re.compile(
    r"交代|存疑|并非|矛盾|不实|实际|仅|只|次数|数额|数量|不|没|未|无(?!锡|为县)|系|属|应|自首|从犯|初犯|偶犯|坦白|立功|过错|谅解|赔偿|退赃|退赔|轻|悔罪|认罪|过重|畸重|偏重|正当防卫|防卫|缓刑|改判|无罪|否认|证据|构成|具有|有[^关期价]|如实|是|困难|冤|误|错|疾病|抚养|赡养|被迫|受|为了"
)
_STRONG = re.compile(
    r"否认|并非|交代|存疑|不|没有|未|无罪|系|属|自首|从犯|构成|过错|过重|具有|认罪|有[^关期价]{0,6}情节|如实|悔罪|赔偿|谅解"
)
_NEW_SUBJECT = re.compile(
    r"，(?=(?:(?:其)?辩护人(?:认为|提出|辩称)|其(?:系|行为|没有|不|有|是|未|本人没|具有|认罪)|被告人[^，。]{1,8}(?:系|行为|没有|不|有|是|未|的行为|具有|认罪|主观|犯罪)|本案|被害人[^，]{0,6}(?:对|有|存在|也)|公诉机关|原[判审](?:量刑|认定|判决)|起诉书|且本案|(?:且|并)?(?:系|属|是)(?:初犯|偶犯|从犯|自首|坦白|未遂)|案发后|归案后|到案后|(?:没有|不)(?:犯罪|主观|构成|应)))"
)
_LEGAL = re.compile(
    r"存疑|并非|不具有|不构成|不是|没有[^，。]{0,30}(?:故意|目的|动机|证据|实施|参与)|不能成为|不属于|不属|不符|证据|自首|从犯|初犯|偶犯|过错|过重|畸重|无罪|不应|防卫|矛盾|错误|立功|谅解|退赃|退赔|赔偿|认罪|悔罪|情节|未遂|违法|危害|较小|较轻|次要|辅助|实际|非法|不清|不足|不明"
    r"|请求|建议|不成立|主观|轻微|否认|家庭|坦白|如实|供述|困难|被迫|冤|恶性|罪"
)
_TRIM = re.compile(
    r"^(?:[：，、；。\n\s“]|但是?(?!书)|且|并(?!非|不|没|未)|同时|另外?，?|此外，?|综上(?:所述)?，?|认为(?=.{6})|之(?=侦|公)|的(?=[^的]{4})|综上，|(?:被告人[^，。]{2,8})?辩称|(?:其)?辩护人(?:认为|提出|辩称)|还?提出|还(?=认为)|如下[：，]?|(?:在)?(?:定罪|量刑|定性|事实)(?:方面|上)?[：，]|虽然?(?=对)|第[一二三四五六]点[，：])+"
)
_TAIL = re.compile(
    r"(?:”|。”)?(?:的|等|这一|之)(?:上述|该|相关|以上|几点|[一二三四五六七八九\d][点项]|的)*(?:从轻|减轻|量刑|定罪|罪轻|无罪|从宽)?(?:处罚)?的?(?:[、及和与]?(?:辩解|辩护|上诉|申诉|抗辩))*(?:意见|理由|观点|主张|请求|辩解|辩护|要求)(?:[，。；].*|经查.*|本院.*|与[^，。；]{2,40}|[^，。；]{0,30}(?:采纳|成立|支持|考虑)[^，。；]*)?$",
    re.S,
)
_REPORTED = re.compile(
    r"(?:，|。|；)(?:经查|与(?:查明|事实|本案)[^，。；]{0,20}(?:不符|相符)|无事实|没有事实|缺乏|本院|均?不能?成立|不予|予以采).*$",
    re.S,
)
_ASKS_MORE = re.compile(r"缓刑|免予|免除|无罪|免于|判处[^，。；]{1,14}(?:以下|以内)|监外执行")
_BARE_SAYS = re.compile(
    r"(?<=[，。；])(?:但|但是|仅|只是|并|同时|庭审中|其)?(?:辩称|辩解称|辩解|辩护称|提出(?:如下|以下)?辩护意见|但?认为|建议|请求(?=对|法|从)|还?提出)(?:：|，|是|称)*"
)
_NOTHING = re.compile(
    r"^(?:一审|原审|原判|原)[^，。]{0,14}(?:正确|得当|适当)[^，。]{0,4}，?(?:请求|应当?|要求|建议)[^，。]{0,6}维持|^.*(?:审理终结|到庭参加)|^经查|^(?:提出)?(?:与[^，。]{2,30})?(?:相同|一致|同样)的?(?:辩护|辩解|上诉)?(?:意见|理由)|^(?:如|同)上|^(?:上述|以上|该|此|其他|其余|相关)(?:[^，。]{0,6})(?:意见|理由|辩解)$|^(?:辩护|辩解|上诉)?(?:意见|理由)|^(?:均)?符合(?:本案)?(?:事实|法律)"
)


def cut(text: str, by: str, start: int, end: int, restated: bool = False) -> list[Argument]:
    """The arguments of one speech by `by` between `start` and `end`; `restated` ones end where the answer begins."""
    defender = "辩护" in by or "上诉" in by or "申诉" in by or bool(_GROUND_OF_APPEAL.match(text, end))
    start, end = _without_tail(text, start, end, restated)
    start = _after_plea(text, start, end, defender)
    marks = list(_NUMBER.finditer(text, start, end))
    pieces: list[Piece] = []
    if len(marks) >= 2 or marks and marks[0].start() == start:
        if _CLAIM.search(text, start, marks[0].start()) and marks[0].start() - start > 12:
            pieces += _sentences(text, start, marks[0].start())
        for index, mark in enumerate(marks):
            stop = marks[index + 1].start() if index + 1 < len(marks) else end
            pieces += _headline(text, _sentences(text, mark.end(), stop))
    else:
        pieces = _sentences(text, start, end)
        if len(pieces) >= (7 if defender else 4):
            pieces = [p for p in pieces if _LEGAL.search(text, *p)] or pieces
    everything = defender or len(pieces) < 4
    pieces = [p for a, b in pieces for p in _claims(text, a, b)]
    kept = [
        q
        for a, b in pieces
        for q in _parted(text, *_without_tail(text, a, b, restated), defender, everything)
    ]
    requests = [p for p in kept if _REQUEST.match(text[slice(*p)]) and not _ASKS_MORE.search(text, *p)]
    kept = [p for p in kept if p not in requests] or requests[:1]
    if restated:
        kept = [p for p in kept if not _ANSWER.search(text, *p)]
    return [Argument(by, a, b, text[a:b]) for a, b in kept]


_GROUND_OF_APPEAL = re.compile(r"[”]?(?:等)?为(?:由|理由)，[^。；]{0,24}(?:上诉|申诉)")
_ANSWER = re.compile(
    r"采纳|采信|与(?:查明)?的?(?:本案)?事实|^与[^，]{0,14}(?:相符|不符|一致)|^该|不予支持|意见"
)


def _without_tail(text: str, start: int, end: int, restated: bool) -> Piece:
    """Without ……的辩护意见 and, in a passage that answers, without the answer."""
    if restated and (reply := _REPORTED.search(text, start, end)):
        end = reply.start()
    tail = _TAIL.search(text, start, end)
    return (start, tail.start()) if tail and tail.start() - start >= 4 else (start, end)


def _after_plea(text: str, start: int, end: int, defender: bool) -> int:
    """Skip 对指控的事实无异议， in front of what is argued (认罪 argued by a defender is no plea)."""
    match = _LEADING_PLEA.match(text, start, end)
    if not match or end - match.end() < 4 or defender and "异议" not in match.group():
        return start
    return match.end()


def _headline(text: str, sentences: list[Piece]) -> list[Piece]:
    """Of a numbered point: the short claim it opens with; what follows a full stop supports it."""
    if len(sentences) < 2:
        return sentences
    start, end = sentences[0]
    claims = text[end] == "。" and end - start <= 40 and _STRONG.search(text, start, end)
    asks = [s for s in sentences[1:] if _ASKS_MORE.search(text, *s)]
    return sentences[:1] + asks if claims else sentences


def _sentences(text: str, start: int, end: int) -> list[Piece]:
    cuts, begin, quoted = [], start, 0
    for place in range(start, end):
        char = text[place]
        quoted += (char == "“") - (char == "”" and quoted > 0)
        if char in "。；\n" and not quoted:
            cuts.append((begin, place))
            begin = place + 1
    cuts.append((begin, end))
    return [(a, b) for a, b in cuts if b - a >= 4]


def _claims(text: str, start: int, end: int) -> list[Piece]:
    """Divide a sentence where a clause with its own subject makes a further claim."""
    pieces, begin = [], start
    for match in _NEW_SUBJECT.finditer(text, start, end):
        if (
            _STRONG.search(text, begin, match.start())
            and _STRONG.search(text, match.end(), end)
            and match.start() - begin >= 6
        ):
            pieces.append((begin, match.start()))
            begin = match.end()
    pieces.append((begin, end))
    return pieces


def _parted(text: str, start: int, end: int, defender: bool, everything: bool) -> list[Piece]:
    """The trimmed argument, and what it asks for when that is more than leniency (缓刑, 免予刑事处罚, 无罪)."""
    kept = trim(text, start, end, defender, everything)
    if not kept:
        return []
    tail = text[kept[1] : end].strip("，。；、 \n")
    asked = _ASKS_MORE.search(tail)
    if asked and len(tail) >= 4:
        at = text.index(tail, kept[1])
        return [kept, (at, at + len(tail))]
    return [kept]


def trim(text: str, start: int, end: int, defender: bool, everything: bool) -> Piece | None:
    """One argument without its lead-in and without the request it ends with; None when nothing is argued."""
    lead = _TRIM.match(text, start, end)
    start = lead.end() if lead else start
    said = _BARE_SAYS.search(text, start, min(end, start + 60))
    if said and is_plea(text[start : said.start()].strip("，"), defender):
        start = said.end()
    while end > start and text[end - 1] in "，；。、”“ \n":
        end -= 1
    while True:
        comma = text.rfind("，", start, end)
        if comma > start + 5 and _REQUEST.match(text[comma + 1 : end]):
            end = comma
        else:
            break
    body = text[start:end]
    if end - start < 4 or body.endswith("：") or _NOTHING.match(body) or is_plea(body, defender):
        return None
    if not (everything or _CLAIM.search(body) or _REQUEST.match(body)):
        return None
    if re.match(r"(?:公诉机关|检察机关|以上|上述)(?:指控|提供|出示|出庭|当庭|证据)", body) and not re.search(
        r"不|没有|未|错误|有误", body
    ):
        return None
    return start, end


def is_request(body: str) -> bool:
    """Nothing but a request for leniency?"""
    return bool(_REQUEST.match(body)) and not _ASKS_MORE.search(body)


def is_plea(body: str, defender: bool) -> bool:
    """Nothing but 无异议 or, from the accused, a confession (a defender argues 自愿认罪 as a merit)."""
    if _HAS_MERIT.search(body):
        return False
    return bool((_PLEA_OF_DEFENDER if defender else _PLEA).match(body))
