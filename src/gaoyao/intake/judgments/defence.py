"""Find what the defence argues: each argument with its speaker and place.

A plea of guilty or 无异议 alone is no argument; 被告人的供述和辩解 is a kind of evidence, not a plea. Where a
document tells the defence only while answering it (关于……的辩解意见，经查……), it is taken from there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gaoyao.intake.judgments.parties import Accused, Defender
from gaoyao.intake.judgments.sections import Parts


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument in the cleaned text."""

    by: str
    start: int
    end: int
    text: str


_WHO = (
    r"(?P<who>(?:[一二三四五六七八九十两各\d]{1,2}名?)?(?:原审)?(?:被告人|被告单位|上诉人|申诉人)(?:（原审被告人）)?[^，。：；\n]{0,40}?(?:(?:的|及其)(?:指定|委托)?辩护人[^，。：；\n]{0,12}?)?"
    r"|(?:(?:其|该|指定|上述|[二三四两各]名?|委托|法律援助|各自的?)?(?:指定|委托)?辩护人)[^，。：；\n]{0,24}?|[\u4e00-\u9fff×某\d]{2,4}(?:的(?:指定)?辩护人[^，。：；\n]{0,8}?|(?=上诉)))"
)
_SAYS = re.compile(
    r"(?:^|(?<=[\n。；]))(?:(?:在)?(?:法庭|庭审|本院|开庭|审理|宣判后)[^，。\n]{0,10}，?|对于?[^。，\n]{0,30}，|经审理，|针对[^。，]{0,30}，|另外?，|同时，|而)?"
    + _WHO
    + r"(?:[，]?(?:及其|的|和其|与其|均|还|又|也|则|亦|另|当庭|[，；]?(?:但)?(?:在)?庭审[中时]|在[^，。：]{1,14}[中时上]|以[^。；]{2,60}为由，?|对[^，。：\n]{2,40}?(?:事实|罪名|指控|证据|定性)[^，。：\n]{0,14}?(?:异议|意见)[，；]?但?(?:其|同时|并)?)){0,4}?"
    r"(?:提出(?:了)?(?:如下|以下)?(?:的?(?:主要)?(?:辩护|辩解|上诉)?(?:意见|理由)(?:是|为|如下)?)?|(?:的)?(?:主要)?(?:辩护|辩解|上诉|质证)(?:意见|理由)(?:是|为|认为|称|如下)?|辩称|辩解(?:称|提出|认为|其|是)?|辩护(?:称|提出|认为)?(?!人|意见|理由)|上诉(?:称|提出|认为)|认为|称(?=[，：其])|否认|要求(?=从|对|法|宣|适)|请求(?=从|对|法|宣|适|二|依)|的意见(?:是|为)?)"
    r"(?:称|是|为|：|，|；|其)*"
)
_BARE_SAYS = re.compile(
    r"(?<=[，。；])(?:但|但是|仅|只是|并|同时|庭审中|其)?(?:辩称|辩解称|辩解|辩护称|提出(?:如下|以下)?辩护意见|但?认为|建议|请求(?=对|法|从)|还?提出)(?:：|，|是|称)*"
)
_CONTINUES = re.compile(
    r"\n(?:\d{1,2}[、.]|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十][，、点]|[①-⑩]|其[一二三四五六]，|综上)"
)
_NUMBER = re.compile(
    r"(?:(?<=^)|(?<=[\n：；。，、是为出称]))(?:\d{1,2}(?:[、.]|(?=[\u4e00-\u9fff]))(?!\d|年|月|日|时|元|克|次|万|名|人|号|个|起|部|份|余)|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十][，、]|[①-⑩]|其[一二三四五六][，、]|(?:首先|其次|再次|最后)，)"
)
_PLEA_ONLY = re.compile(
    r"^(?!.*(?:初犯|偶犯|自首|从犯|立功|赔偿|谅解|退[赃赔缴]|但))(?:[^，。]{0,16}?(?:对|就)?[^，。]{0,50}?(?:(?:均|亦|都|表示|并|也|没有|未|不)*(?:无|没有|未提出?|不持|不|未作)(?:任何|提出|什么)?(?:异议|辩解|意见|辩护)|认罪(?:悔罪|认罚|服法|态度[^，]{0,6})?|供认(?:不讳)?|属实|签字具结|服判|如实供述[^，]{0,12}|当庭(?:自愿)?认罪|自愿认罪(?:认罚)?|悔罪|同意适用[^，]{0,12}|表示认可|予以(?:供认|认可))[，。；]?)+$"
)
_REQUEST = re.compile(
    r"^(?:综上[，所述]*|据此[，]?|为此[，]?|故[，]?|因此[，]?|并|且|同时|特)?(?:请求?(?!求撤)|建议|要求|恳请|希望|望|应当?(?:对其)?(?:依法)?(?:酌情)?(?:予以)?(?:从轻|减轻|从宽)|(?:依法)?(?:可以?|应)?(?:对其)?(?:酌情)?(?:予以)?(?:从轻|减轻|从宽))[^，]*(?:，(?:并|且|对|适用|判处|给予|宣告|予以|依法)[^，]*)*$"
)
_CLAIM = re.compile(
    r"交代|存疑|并非|矛盾|不实|实际|仅|只有|次数|数额|数量|不|没有|未|无(?!锡|为县)|系|属|应|自首|从犯|初犯|偶犯|坦白|立功|过错|谅解|赔偿|退赃|退赔|轻|悔罪|认罪|过重|正当防卫|缓刑|改判|无罪|否认|矛盾|证据|构成|具有|有[^关期价]|如实|是"
)
_STRONG = re.compile(
    r"否认|并非|交代|存疑|不|没有|未|无罪|系|属|自首|从犯|构成|过错|过重|具有|认罪|有[^关期价]{0,6}情节|如实|悔罪|赔偿|谅解"
)
_NEW_SUBJECT = re.compile(
    r"，(?=(?:(?:其)?辩护人(?:认为|提出|辩称)|其(?:系|行为|没有|不|有|是|未|本人没|具有|认罪)|被告人[^，。]{1,8}(?:系|行为|没有|不|有|是|未|的行为|具有|认罪|主观|犯罪)|本案|被害人[^，]{0,6}(?:对|有|存在|也)|公诉机关|原[判审](?:量刑|认定|判决)|起诉书|且本案|(?:且|并)?(?:系|属|是)(?:初犯|偶犯|从犯|自首|坦白|未遂)|案发后|归案后|到案后|(?:没有|不)(?:犯罪|主观|构成|应)))"
)
_LEGAL = re.compile(
    r"存疑|并非|不具有|不构成|不是|没有[^，。]{0,30}(?:故意|目的|动机|证据|实施|参与)|不能成为|不属于|不属|不符|证据|自首|从犯|初犯|偶犯|过错|过重|无罪|不应|正当防卫|矛盾|错误|立功|谅解|退赃|退赔|赔偿|认罪|悔罪|情节|未遂|违法|危害|较小|较轻|次要|辅助|实际|非法|不清|不足|不明"
    r"|请求|建议|不成立|主观|轻微|否认|家庭|坦白"
)
_TRIM = re.compile(
    r"^(?:[：，、；。\n\s]|但|且|并|同时|另外?，?|此外，?|综上(?:所述)?，?|认为(?=.{6})|之(?=侦|公)|的(?=[^的]{4})|综上，|(?:被告人[^，。]{2,8})?辩称|(?:其)?辩护人(?:认为|提出|辩称)|还?提出|还(?=认为)|如下[：，]?)+"
)


def find_arguments(parts: Parts) -> list[Argument]:
    """Arguments of the accused and the defenders, in order."""
    text = parts.text
    found: list[Argument] = []
    for start, end in _regions(parts):
        for by, a, b in _speeches(text, start, end):
            found += _arguments(text, by, a, b)
    for by, a, b in _appeals(parts):
        if not any(f.start < b and a < f.end for f in found):
            found += _arguments(text, by, a, b)
    if not found:
        found = _from_answers(parts)
    seen: list[Argument] = []
    for argument in sorted(found, key=lambda x: x.start):
        if not seen or argument.start >= seen[-1].end:
            seen.append(argument)
    return seen


_APPEALS = re.compile(
    r"(?:提出|提起)?上诉(?:中)?(?:称|提出|认为)[：，]?|上诉的?(?:主要)?(?:理由|意见)(?:是|为|如下)?[：，]?|提出上诉，(?:其?(?:主要)?理由(?:是|为)|称|认为)[：，]?"
    r"|以[“\"]?(?P<ground>[^。；”]{4,120}?)[”\"]?(?:等)?为(?:由|理由)，?(?:分别|均)?(?:向[^，。]{2,24})?(?:提出|提起)上诉"
)


def _appeals(parts: Parts) -> list[tuple[str, int, int]]:
    """Grounds of appeal told inside another part (宣判后，……提出上诉称：……; 以“……”为由提出上诉)."""
    text = parts.text
    start = max(parts.instance, parts.get("proceedings")[0])
    end = parts.get("found")[0] or parts.get("reasons")[0]
    speeches = []
    for match in _APPEALS.finditer(text, start, end):
        before = text[max(start, match.start() - 50) : match.start()].rsplit("。", 1)[-1]
        if "检察院" in before and "上诉" not in before:
            continue
        names = re.findall(
            r"(?:上诉人|原审被告人|被告人)[\u4e00-\u9fff×某]{2,4}?(?=不服|均|上诉|、|，|及|以|对|提)",
            text[start : match.start()],
        )
        who = names[-1] if names else "上诉人"
        if match.group("ground"):
            speeches.append((who, match.start("ground"), match.end("ground")))
            continue
        stop = _paragraph_end(text, match.end(), end)
        said = _SAYS.search(text, match.end(), stop)
        speeches.append((who, match.end(), said.start() if said else stop))
    return speeches


def _regions(parts: Parts) -> list[tuple[int, int]]:
    start, end = parts.get("defence")
    return [(start, end)] if end else []


def _speeches(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """(speaker, start, end) of what each speaker is told to have said."""
    marks = [
        (m.group("who"), m.start(), m.end()) for m in _SAYS.finditer(text, start, end) if _is_speaker(text, m)
    ]
    marks += [
        (_last_speaker(text, start, m.start()), m.start(), m.end())
        for m in _GOES_ON.finditer(text, start, end)
    ]
    marks = _apart(marks)
    speeches = []
    for index, (who, begin, said) in enumerate(marks):
        limit = marks[index + 1][1] if index + 1 < len(marks) else end
        limit = _paragraph_end(text, said, limit)
        if text[said - 2 : said].startswith(("否认", "要求", "请求")) or re.search(
            r"否认$|(?:要求|请求)$", text[begin:said]
        ):
            said = begin + len(who) if "求" in text[begin:said] else begin
        speeches.append((_clean_who(who), said, limit))
    return speeches


_GOES_ON = re.compile(r"(?<=[。；\n])(?:但|但是|同时|庭审中|并|后)?(?:辩称|辩解称?|辩护称)(?!意见)[：，]?")
_SPEAKERS = re.compile(
    r"(?:被告人|上诉人|辩护人)[\u4e00-\u9fff×某A-Za-z\d]{0,4}?(?=对|在|及|的|辩|提|认|，|均|未|当)"
)


def _last_speaker(text: str, start: int, place: int) -> str:
    """Who was named last before a sentence that only says 辩称."""
    names = _SPEAKERS.findall(text, start, place)
    return names[-1] if names else "被告人"


def _apart(marks: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    kept: list[tuple[str, int, int]] = []
    for mark in sorted(marks, key=lambda m: (m[1], -m[2])):
        if not kept or mark[1] >= kept[-1][2]:
            kept.append(mark)
    return kept


def _is_speaker(text: str, match: re.Match[str]) -> bool:
    told = match.group()
    if re.search(r"供述和辩解|供述与辩解|供述及辩解|检察员|公诉|本院|法院|证人|被害人(?!.*辩护)", told):
        return False
    return "认为" not in told or "辩护人" in told or "上诉" in told or "被告" in told


def _clean_who(who: str) -> str:
    return re.sub(r"(?:在[^，]*|对.*|为.*|当庭.*|就.*|均|还|当庭|亦|又|的$|，.*)$", "", who).strip("，：的")


def _paragraph_end(text: str, start: int, limit: int) -> int:
    """A speech ends with its paragraph, unless the next one goes on counting."""
    place = start
    while True:
        line = text.find("\n", place, limit)
        if line < 0:
            return limit
        goes_on = _CONTINUES.match(text, line, limit)
        if (
            not (goes_on and not text.startswith(("公诉", "检察"), goes_on.end()))
            and text[line - 1] not in "："
        ):
            return line
        place = line + 1


def _arguments(text: str, by: str, start: int, end: int) -> list[Argument]:
    """Cut a speech into arguments: at its numbers, else at sentences and at clauses that open a new claim."""
    start = _after_plea(text, start, end)
    marks = list(_NUMBER.finditer(text, start, end))
    pieces: list[tuple[int, int]] = []
    if len(marks) >= 2 or marks and marks[0].start() == start:
        if _CLAIM.search(text, start, marks[0].start()) and marks[0].start() - start > 12:
            pieces += _sentences(text, start, marks[0].start())
        for index, mark in enumerate(marks):
            stop = marks[index + 1].start() if index + 1 < len(marks) else end
            pieces += _headline(text, _sentences(text, mark.end(), stop))
    else:
        pieces = _sentences(text, start, end)
        if len(pieces) >= 4:
            pieces = [p for p in pieces if _LEGAL.search(text, *p)] or pieces
    pieces = [p for a, b in pieces for p in _claims(text, a, b)]
    defender = "辩护人" in by
    kept = [q for a, b in pieces for q in _parted(text, a, b, defender)]
    requests = [p for p in kept if _REQUEST.match(text[slice(*p)]) and not _ASKS_MORE.search(text, *p)]
    kept = [p for p in kept if p not in requests] or requests[:1]
    return [Argument(by, a, b, text[a:b]) for a, b in kept]


def _after_plea(text: str, start: int, end: int) -> int:
    """Skip 对指控的事实无异议， in front of what is argued."""
    match = re.compile(
        r"[^。；]{0,80}?(?:无异议|没有异议|不持异议|无意见|自愿认罪)[，。；]?(?=(?:但|辩称|认为|提出|建议|请求|同时|并|辩解)[^。])"
    ).match(text, start, end)
    if match:
        start = match.end()
        bare = re.compile(r"(?:但|并|同时)?(?:其|辩护人)?(?:辩称|辩解称?|认为|提出|辩护)?[：，]?").match(
            text, start, end
        )
        return bare.end() if bare else start
    return start


def _headline(text: str, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of a numbered point: the short claim it opens with; what follows a full stop supports it."""
    if len(sentences) < 2:
        return sentences
    start, end = sentences[0]
    claims = text[end] == "。" and end - start <= 40 and _STRONG.search(text, start, end)
    return sentences[:1] if claims else sentences


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts, begin, quoted = [], start, 0
    for place in range(start, end):
        char = text[place]
        quoted += (char == "“") - (char == "”" and quoted > 0)
        if char in "。；\n" and not quoted:
            cuts.append((begin, place))
            begin = place + 1
    cuts.append((begin, end))
    return [(a, b) for a, b in cuts if b - a >= 4]


def _claims(text: str, start: int, end: int) -> list[tuple[int, int]]:
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


_ASKS_MORE = re.compile(r"缓刑|免予|免除|无罪|免于")


def _parted(text: str, start: int, end: int, defender: bool) -> list[tuple[int, int]]:
    """The trimmed argument, and what it asks for when that is more than leniency (缓刑, 免予刑事处罚, 无罪)."""
    kept = _trim(text, start, end, defender)
    if not kept:
        return []
    tail = text[kept[1] : end].strip("，。；、 \n")
    asked = _ASKS_MORE.search(tail)
    if asked and len(tail) >= 4:
        at = text.index(tail, kept[1])
        return [kept, (at, at + len(tail))]
    return [kept]


def _trim(text: str, start: int, end: int, defender: bool = False) -> tuple[int, int] | None:
    lead = _TRIM.match(text, start, end)
    start = lead.end() if lead else start
    said = _BARE_SAYS.search(text, start, min(end, start + 60))
    if said and _PLEA_ONLY.match(text[start : said.start()].strip("，")):
        start = said.end()
    while end > start and text[end - 1] in "，；。、 \n":
        end -= 1
    while True:
        comma = text.rfind("，", start, end)
        if comma > start + 5 and _REQUEST.match(text[comma + 1 : end]) and _CLAIM.search(text, start, comma):
            end = comma
        else:
            break
    body = text[start:end]
    if text[end - 1] in "：":
        return None
    plea = _PLEA_ONLY.match(body) and not (
        defender and re.search(r"认罪|供述|悔罪", body) and "异议" not in body
    )
    if end - start < 4 or plea or not (_CLAIM.search(body) or _REQUEST.match(body)):
        return None
    if re.match(r"(?:公诉机关|检察机关|以上|上述)(?:指控|提供|出示|出庭|当庭|证据)", body) and not re.search(
        r"不|没有|未|错误", body
    ):
        return None
    return start, end


def name_speakers(
    parts: Parts, arguments: list[Argument], accused: list[Accused], defenders: list[Defender]
) -> list[Argument]:
    """其辩护人 as the defender named in the header, where the header leaves only one choice."""
    named = []
    for argument in arguments:
        by = argument.by
        if "辩护人" in by and not any(d.name in by for d in defenders):
            whose = [p for p in accused if any(n in by for n in p.names)] or _spoken_last(
                parts, argument, accused
            )
            counsel = (
                [d for d in defenders if whose and d.accused == whose[0].name]
                if len(accused) > 1
                else defenders
            )
            if counsel and not by.startswith(("各", "二", "两", "被告人及", "上诉人及")) and "及其" not in by:
                by = (
                    "辩护人"
                    + "、".join(d.name for d in counsel)
                    + (f"（{whose[0].name}）" if whose and len(accused) > 1 else "")
                )
        named.append(Argument(by, argument.start, argument.end, argument.text))
    return named


def _spoken_last(parts: Parts, argument: Argument, accused: list[Accused]) -> list[Accused]:
    """The accused who was the last to open a sentence before this argument (for 其辩护人)."""
    if not argument.by.startswith("其"):
        return []
    start = parts.get("defence")[0]
    before = parts.text[start : argument.start]
    last = max(
        accused,
        key=lambda p: max(before.rfind(f"被告人{p.name}"), before.rfind(f"上诉人{p.name}")),
        default=None,
    )
    return [last] if last and last.name in before else []


_ANSWERED = re.compile(
    r"(?:关于|对于|对|针对|至于|故|因此|虽然?)?(?:(?P<who>(?:各|二|两)?(?:被告人|上诉人|原审被告人|申诉人)[^，。：；]{0,24}?(?:(?:的|及其)(?:指定|委托)?辩护人[^，。：；]{0,12}?)?|[^，。：；]{0,12}?辩护人[^，。：；]{0,12}?|(?<=于)[\u4e00-\u9fff×某\d]{2,5}(?=提出|所提|辩称|辩解|上诉))(?:及其辩护人)?)(?:均|还|又|当庭)?(?:所提|提出的?|辩称|辩解(?:称|的)?|关于|认为|要求|上诉(?:称|提出)?|辩护(?:提出)?(?!人|意见|理由))[：，“]?(?P<what>(?:(?!经查|采纳|采信|意见，)[^。；]){4,160}?)”?(?:的|等|这一)?(?:该[项点]?|此[项点]?)?(?=(?:上诉|辩解|辩护|申诉)?(?:及辩护|和辩护|、辩护)?(?:意见|理由|观点|主张)|[，。]经查)"
)


def _from_answers(parts: Parts) -> list[Argument]:
    start, end = parts.get("reasons")
    found: list[Argument] = []
    for match in _ANSWERED.finditer(parts.text, start, end):
        what = match.group("what")
        if (
            re.match(r"(?:上述|该|此|其他|其余|相关|以上)|(?:的)?(?:辩护|辩解|上诉)(?:意见|理由)", what)
            or "公诉" in match.group()
        ):
            continue
        piece = _trim(parts.text, match.start("what"), match.end("what"))
        if piece and not (found and piece[0] < found[-1].end):
            found.append(Argument(_clean_who(match.group("who")), *piece, parts.text[slice(*piece)]))
    return found
