"""Find what the accused and the defenders are told to have said: who speaks, and from where to where.

A sentence is walked clause by clause. A clause that opens with a person of the defence names the speaker; a verb of
speech in it, or at the head of a later clause (但辩称, 并提出), opens the speech. What comes before the verb is plea
(对指控无异议). Verbs that an account of facts uses too (认为, 提出, 要求) count for the accused only in the part
of the defence; for a defender they count everywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gaoyao.intake.judgments.sections import Parts


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech in the cleaned text; `restated` when the court tells it only to answer it."""

    by: str
    start: int
    end: int
    restated: bool = False


_CLAUSE = re.compile(r"[^，；：。\n]+")
_ROLE = r"(?:原审)?(?:被告人|被告单位|上诉人|申诉人|被告(?!人|单位))(?:（[^）\n]{2,16}）)?"
_DEFENDER = r"(?:各自|分别)?的?(?:第[一二三])?(?:指定|委托|法律援助|共同)?(?:的)?辩护(?:人|律师)"
_PREFIX = (
    r"(?:但|而|另外?|同时|此外|对此|其中|其后|后|经查|故|因此|综上|虽然?|关于|对于?|针对|至于|就|庭审中|当庭|宣判后|审理中|(?:在|经|于)?(?:[一二]审|再审)?(?:法庭|庭审|本院|开庭|审理|再审|法院|二审|诉讼)[^，。；：]{0,10}?(?:中|时|上|期间|过程)"
    r"|(?:在)?(?:第[一二三]次)(?:开庭|庭审)(?:中|时)?|\d{1,2}[、.]|[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十\d]{1,2}）|[①-⑳])*"
)
_LAWYER_NAME = r"(?:(?![的提认辩称意对就在以均还又当及亦未关])[\u4e00-\u9fff×某、·]){2,9}?"
_GOES_ON = r"(?=均|都|还|又|也|则|亦|另|当庭|在|对|就|以|为|同时|一致|主要|的|未|没|无|提|认|辩|称|否|不|要|请|建|表|上诉|及|自|所|向|仅|只|系|到|于|因|关|[，；：]|$)"
_SUBJECT = re.compile(
    _PREFIX
    + r"(?P<who>(?:[一二三四五六七八九十两各\d]{1,2}名?|上述|该|以上|上列|全案)?"
    + _ROLE
    + r"(?:(?![对在就以均还又当亦辩提认称否要请及的不未无自也都所系到])[\u4e00-\u9fff×某A-Za-z\d·*]{2,12}?)?(?:、(?:被告人|上诉人)?[\u4e00-\u9fff×某A-Za-z\d·*]{2,5}?){0,9}?(?:（[^）\n]{2,16}）)?(?:(?:的|及其|和其|与其|及|和|、)"
    + _DEFENDER
    + rf"(?:{_LAWYER_NAME})??)?{_GOES_ON}"
    + r"|(?:(?!其|该|各|上述|以上|指定|委托|由|和|及)[\u4e00-\u9fff×某\d]{2,4}(?:的|及其|和其)?)?(?:其|该|各|上述|以上|[一二三四五六七两]名?)?"
    + _DEFENDER
    + rf"(?:{_LAWYER_NAME})??{_GOES_ON}"
    + r"|(?!提出|提起|宣判|不服|其|并|向|故|因|对)(?P<bare>[\u4e00-\u9fff×某\dA-Za-z·]{2,5}?)(?=(?:不服|均?上诉(?:中)?(?:称|提出|认为|及|，)|(?:均|还)?(?:辩称|辩解称|辩解提出|所提|提出)))"
    r")"
)
_STRONG = (
    r"(?:辩护?称|(?<=辩护人)称(?=[：，]|$)|辩解(?:称|提出|认为)|(?<![和与及、])辩解(?=[：，其是]|$)|(?<!其)辩护(?:称|提出|认为|：)|辩护$|(?:上诉|申诉)(?:中)?(?:称|提出|认为|辩称)|自行辩护|否认|不承认|提出(?:了)?上诉称"
    r"|(?:主要|补充)?的?(?:辩护|辩解|上诉|申诉|质证|答辩|抗辩|辩)(?:及辩护)?(?:意见|理由|观点)(?:主要)?(?:是|为|认为|称|如下|有|系)?(?=[\d（①一二]|$|.)(?![，。]?(?:与|不|本院|予以|成立|无|缺乏|经查|没有|及|和|、|基本|合|符|能|均|理))|的意见(?:是|为))"
)
_WEAK = r"(?:(?<!未)(?<!没有)(?<!无)提出|认为|(?<!宣|声|简|名|自|号|谎|并|供|据|人|通|统|堪|证|陈)称|表示|(?<!的)要求|请求|(?<!量刑)(?<!的)建议|主张|希望|恳请)"
_SAID = re.compile(_STRONG + "|" + _WEAK)
_STRONG_ONLY = re.compile(_STRONG)
_RESTATES = re.compile(r"所提(?:出)?|关于|提及|要求|" + _STRONG + "|" + _WEAK)
_INTRODUCES = re.compile(
    r"(?:了|称|是|为)?(?:(?:如下|以下|下列|相同|可?对[^，。：]{0,14}|[几\d一二三四五六七八九]点|主要|量刑|定罪|从轻处罚|从轻|罪轻|无罪|书面|辩护|辩解|上诉|质证|的)*(?:意见|理由)(?:称|是|为|如下|有)?)?(?:如下|以下)?(?:的(?:关于|是)?)?[：，；“]*"
)
_BARE = re.compile(
    _PREFIX
    + r"(?:但|但是|仅|只是|并|同时|且|另|还|又|后|其|亦|均|当庭|随后|则|而|继而|就[^，]{2,14}|对[^，]{2,14}){0,3}(?:又)?(?P<verb>辩解(?:提出|认为)|(?:提出|提起)(?:了)?上诉(?:，|并)?(?:称|认为|辩称)|辩称|辩解称?|辩护(?:称|提出|认为|意见)|提出|认为|上诉(?:称|提出|认为)|称$|要求|请求|建议|否认|(?:主要|补充)?(?:的)?(?:辩护|辩解|上诉)(?:意见|理由)(?:主要)?(?:是|为|如下|$))"
)
_OTHERS = re.compile(
    r"(?:(?:公诉(?:人|机关)|检察(?:员|机关)|[\u4e00-\u9fff]{2,16}检察院|出庭[^，。]{0,12}检察(?:员|人员))[^，。]{0,12}(?:认为|答辩|发表|出示|宣读|举证|提交|提供|当庭|指派|辩论|建议)|本院|合议庭|经查|经审|经本院|经庭审|经法庭|审理查明"
    r"|(?:上述|以上|上列)(?:[^，。]{0,4})(?:事实|证据)|为证实|附带民事|被害人(?!过错)[^，。]{0,8}(?:诉称|请求|要求|诉讼代理)|自诉人|原告|诉讼代理人|[\u4e00-\u9fff]{2,16}法院(?:经|认为|审理)|针对|综上所述，本院|现已审理|另查|[^，。]{0,12}辩护人(?:当庭)?(?:向[^，。]{0,6})?(?:提交|出示|提供|申请)|据此|(?:以上|上述)意见)"
)
_PROSECUTOR = re.compile(
    r"(?:出庭[^，。]{0,4})?(?:公诉(?:人|机关)|检察(?:员|机关|人员)|[\u4e00-\u9fff]{2,16}检察院)[^，。]{0,14}(?:认为|答辩|发表|建议|意见)"
)
_REPLIED = re.compile(
    r"(?:，|。|；)(?:经查|本院认为|本院予以|法庭认为|公诉(?:人|机关)(?:认为|当庭|答辩|发表)|(?:并|且)?(?:当庭)?(?:向(?:法庭|本院))?(?:出示|提交|提供|举示|宣读)(?:了)?[^，。；]{0,30}(?:证据|证明|材料|谅解书|收条|协议|证言))"
)
_EVIDENCE = re.compile(r"供述(?:和|与|及)?辩解|笔录|证实|证明(?:了|其|上述)")
_GROUND = re.compile(
    r"以(?:“(?P<quoted>[^”]{4,500})”|[“\"]?(?P<ground>(?!起诉书|刑事)[^。；]{4,260}?)[”\"]?)(?:等)?(?:为(?:由|理由|据)|等理由)(?=，|；|。|提|分|向|均|不|要|请|否|辩|再)"
)
_LEAVES = re.compile(r"上诉|申诉|否认|辩")


def find_speeches(parts: Parts, since: int | None = None) -> list[Speech]:
    """Speeches of the defence before the court's reasons, then those told only in the reasons; in text order.

    Of a report of several instances the last one is read, unless `since` names an earlier place to begin.
    """
    text = parts.text
    reasons = parts.get("reasons")
    stop = reasons[0] or parts.get("operative")[0] or len(text)
    start = max(parts.instance, parts.get("proceedings")[0]) if since is None else since
    if not parts.report:
        start = max(start, parts.get("header")[1] if "proceedings" in parts.spans else 0)
    plain = parts.get("defence")
    speeches: list[Speech] = []
    for a, b in _lines(text, start, stop):
        weak = plain[0] <= a < plain[1] or parts.report and not _in(parts, "found", a)
        _walk(text, a, b, weak, speeches)
    grounds = _grounds(parts, start, stop)
    speeches = [s for s in speeches if not any(a <= s.start <= b for _, a, b in grounds)]
    speeches += [s for s, _, _ in grounds]
    below = parts.get("earlier_decision")
    speeches = [s for s in speeches if not (s.restated and below[0] <= s.start < below[1])]
    for a, b in _lines(text, *reasons):
        told: list[Speech] = []
        _walk(text, a, b, True, told, one_sentence=True)
        speeches += [Speech(s.by, s.start, s.end, True) for s in told]
    return sorted(speeches, key=lambda s: (s.start, -s.end))


def _in(parts: Parts, name: str, place: int) -> bool:
    start, end = parts.get(name)
    return start <= place < end


_COUNTS = re.compile(
    r"(?:\d{1,2}[、.]|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十][，、点]|[①-⑳]|其[一二三四五六]，|综上)"
)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Paragraphs; one that only goes on counting belongs to the one before."""
    found: list[tuple[int, int]] = []
    place = start
    while place < end:
        line = text.find("\n", place, end)
        line = line if line >= 0 else end
        goes_on = _COUNTS.match(text, place, line)
        if (
            found
            and (goes_on and not _OTHERS.match(text, goes_on.end(), line) and _counting(text, found[-1]))
            or (
                found
                and text[place - 2 : place - 1] == "："
                and _SUBJECT.match(text, found[-1][0], found[-1][1])
            )
        ):
            found[-1] = (found[-1][0], line)
        elif line > place:
            found.append((place, line))
        place = line + 1
    return found


def _counting(text: str, line: tuple[int, int]) -> bool:
    """Does a paragraph tell a speech at all, so that a counted one may continue it?"""
    return bool(re.search(r"辩|上诉|意见|理由", text[line[0] : line[1]]))


def _walk(
    text: str, start: int, end: int, weak: bool, speeches: list[Speech], one_sentence: bool = False
) -> None:
    """Speeches in one paragraph, appended to `speeches`."""
    told = _Told(text, speeches)
    for clause in _CLAUSE.finditer(text, start, end):
        a, b = clause.span()
        first = a == start or text[a - 1] in "。\n；"
        if first and _PROSECUTOR.match(text, a, b):
            told.foreign = True
        subject = _SUBJECT.match(text, a, b)
        if subject and _names_speaker(text, subject, a, b, first, told):
            lawyer = "辩护" in subject["who"]
            verbs = _RESTATES if one_sentence else _SAID if weak or lawyer else _STRONG_ONLY
            verb = _verb(verbs, text, subject.end(), b, first or lawyer)
            if verb and not first and verb.group() in ("否认", "不承认"):
                verb = None
            if verb and verb.end() == b and _ANSWER_NEXT.match(text, b):
                verb = None
            if verb and not _EVIDENCE.search(text, a, min(b, verb.end() + 8)):
                told.close(subject.start("who"))
                told.by = subject["who"]
                told.answering = bool(_TOPIC.match(text, a, subject.start("who")))
                told.open(verb, a, end)
            elif first and (one_sentence and text[a - 1] in "。\n" or _OTHERS.match(text, a, b)):
                told.close(a)
                told.by = "" if _OTHERS.match(text, a, b) else told.by
            elif told.at < 0 and not told.foreign or _PLEADS.search(text, a, b) and text[a - 1] in "。\n":
                told.close(a)
                told.by = subject["who"]
            continue
        if told.at < 0:
            bare = _BARE.match(text, a, b) if told.by else None
            serious = bool(bare and re.search(r"辩|上诉", bare["verb"]))
            if bare and (serious or not first and (weak or "辩护" in told.by)):
                told.open(bare, a, end)
            elif first:
                told.by = ""
        elif first and (_OTHERS.match(text, a, b) or one_sentence and text[a - 1] != "；"):
            told.close(a)
            told.by = ""
    told.close(end)


def _names_speaker(text: str, subject: re.Match[str], a: int, b: int, first: bool, told: _Told) -> bool:
    """Does a clause that begins with a person bring in a speaker (and not go on about one)?"""
    if subject["bare"]:
        follows = text[subject.end() : subject.end() + 2]
        if follows[0] in "所提":
            return first and bool(_TOPIC.match(text, a, subject.start("who")))
        return first or follows in ("不服", "上诉")
    return (
        first or told.at < 0 or bool(_STRONG_ONLY.search(text, subject.end(), b)) or "辩护" in subject["who"]
    )


_PLEADS = re.compile(r"异议|认罪|供认|意见|辩解|辩护(?!人)")
_ASKS = ("要求", "请求", "建议", "否认", "希望", "恳请", "不承认")


class _Told:
    """The speech that is open while a paragraph is walked."""

    def __init__(self, text: str, speeches: list[Speech]) -> None:
        self.text = text
        self.speeches = speeches
        self.by = ""
        self.at = -1
        self.answering = False
        self.foreign = False

    def open(self, verb: re.Match[str], clause: int, end: int) -> None:
        """A speech begins after its verb; what is asked or denied belongs to it with the verb."""
        self.foreign = False
        word = verb.group("verb") if "verb" in verb.re.groupindex else verb.group()
        if word in _ASKS:
            self.at = clause if word in ("否认", "不承认") else verb.end() - len(word)
            return
        skipped = _INTRODUCES.match(self.text, verb.end(), end)
        self.at = skipped.end() if skipped else verb.end()

    def close(self, end: int) -> None:
        """The speech ends here, or earlier where somebody replies."""
        start, self.at = self.at, -1
        if start < 0 or end - start < 4:
            return
        sentence = self.text.find("。", start, end)
        sentence = sentence if sentence > 0 else end
        answered = _ANSWERED.search(self.text, start, sentence)
        if answered:
            end = sentence
        elif replied := _REPLIED.search(self.text, start, end):
            end = replied.start()
        if end - start >= 4:
            self.speeches.append(Speech(clean_who(self.by), start, end, bool(answered) or self.answering))


_ANSWER_NEXT = re.compile(r"，(?:经查|与|不|本院|予以|无|没有|缺乏|均|理|查)")
_TOPIC = re.compile(r"关于|对于?|针对|至于|故|因此|就")
_ANSWERED = re.compile(
    r"(?:意见|理由|辩解|主张|观点|请求)[^。；]{0,60}(?:采纳|采信|成立|不符|相符|支持|考虑|驳回|依据|属实)"
)


def _verb(verbs: re.Pattern[str], text: str, start: int, end: int, near: bool) -> re.Match[str] | None:
    """The verb of speech in the rest of a clause that names its speaker."""
    match = verbs.search(text, start, end)
    return match if match and match.start() - start <= (70 if near else 24) else None


def _grounds(parts: Parts, start: int, stop: int) -> list[tuple[Speech, int, int]]:
    """以……为由，提出上诉: the grounds an appeal names, with the stretch that tells them."""
    text = parts.text
    found = []
    for match in _GROUND.finditer(text, start, stop):
        sentence = (
            max(text.rfind("。", start, match.start()), text.rfind("\n", start, match.start()), start - 1) + 1
        )
        full_stop = text.find("。", match.end(), stop)
        full_stop = full_stop if full_stop > 0 else stop
        before = text[sentence : match.start()]
        if not _LEAVES.search(text, match.end(), full_stop) or "检察院" in before and "上诉" not in before:
            continue
        if re.search(r"附带民事|原告", before[max(0, before.rfind("，", 0, -12)) :]):
            continue
        names = _APPELLANT.findall(text[max(start, sentence - 200) : match.start()])
        place, end = match.span("quoted" if match["quoted"] else "ground")
        if text.startswith("否认", match.end()):
            place, end = sentence, _clause_end(text, match.end(), full_stop)
        by = clean_who(names[-1]) if names else "上诉人"
        after = text[match.end() : full_stop]
        told_to = match.end() if re.search(r"称|认为|理由是|：", after) else full_stop
        found.append((Speech(by, place, end), sentence, told_to))
    return found


def _clause_end(text: str, place: int, stop: int) -> int:
    while place < stop and text[place] not in "，；。":
        place += 1
    return place


_APPELLANT = re.compile(
    r"(?:上诉人|原审被告人|被告人)[\u4e00-\u9fff×某\d]{2,4}?(?=不服|均|上诉|、|，|及|以|对|提|分|（|$)|(?<=[，。\n])(?!宣判|判决|一审)[\u4e00-\u9fff×某\d]{2,4}?(?=不服|均?以|$)"
)


def clean_who(who: str) -> str:
    """The speaker without what the clause goes on to say."""
    return re.sub(r"(?:在[^，]*|对.*|为.*|当庭.*|就.*|均|还|当庭|亦|又|的$|，.*)$", "", who).strip("，：的")
