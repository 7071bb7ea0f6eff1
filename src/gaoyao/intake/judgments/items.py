"""Split an enumeration of evidence into its items without losing a character's place.

`、` stands between items, between the names of several witnesses and inside compound words (扣押、发还清单);
及 and 和 stand between items and inside one title (辨认笔录及照片, 供述和辩解). A piece that does not end in the
name of a kind of paper or thing is joined to the piece that completes it.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

_HEAD = re.compile(
    r"(?:证言|证词|陈述|供述|供词|辩解|供认|笔录|记录|鉴定|意见|报告|结论|[书表单证图册卡票据账帐函条信]|照片|图片|像|录音|视频|光[盘碟]|资料|材料|经过|说明|情况|证明"
    r"|凭证|合同|协议|流水|明细|截图|截屏|信息|档案|户籍|户口|证据|通知|复印件|数据|文书|病历|物品|毒品|物证|[刀枪车机款币钱物]|工具|手续|来源|查询|登记|批复|文件|决定|样本|清样|身份|前科|短信|内容|结果|请示|纪要|存根|摘录|摘要|指纹|报案|告知|电文|图表|监控|[^日]本|笔记|日志|名单|公告|执照|光碟)"
    r"(?:各?[一二三四五六七八九十两\d]+[份张部把本页册个支包枚辆台件])?(?:等)?(?:（[^）]*）)?[”》]?$"
)
_PERSON = re.compile(
    r"^(?:未到庭|吸毒|购毒|涉毒|另案|同案|同伙|涉案|集资|报案)?(?:证人|被害人|被告人|人员|参与人|上诉人|原审被告人|犯罪嫌疑人|嫌疑人|罪犯|犯|行为人|关系人|投资人|受害人|受害单位|被害单位|被告单位)"
)
_ASKED = re.compile(r"(?:讯问|询问|关于|对)(?:被告人|证人|被害人|上诉人)[^、，]{1,5}$")
_STATEMENT = re.compile(r"证言|证词|陈述|供述|辩解|证明$|辨认|笔录")
_NAME = re.compile(r"^[\u4e00-\u9fff·×某A-Za-z\d*\s]{1,5}(?:等(?:\d+|[一二三四五六七八九十几多]+)?人?)?$")
_VERB = re.compile(
    r"(?:扣押|发还|提取|封存|搜查|辨认|称[量重]|检查|抓获|破案|受案|立案|到案|案发|发案|归案|取样|勘[验查]|拘留|逮捕|移[交送]|接受|查封|冻结|取保候审|监视居住|收缴|调取|检验|鉴定|指认"
    r"|登记|检测|通话|聊天|现场|微信|入所|开户|出入境|送检|起获|缴获|追缴|接[报处]?警|痕迹|出[入]?库|入库|检材|抽[血取]|销毁|审讯|讯问|询问|侦破|枪支|户籍|物证|毒品|尿[检液]|入院|出院|前科|违法|犯罪|查获|抓捕|破获|人身|住所|签|毒资|手机|涉案|到|出具|制作|清点|封装|讯问)$"
)
_ISSUER = re.compile(r"(?:机关|公司|[公分]局|法院|检察院|中心|[大支中]队|派出所|委员会)$|(?:出具|制作|提供)$")
_CONJ = re.compile(r"以及|及其|及|和|与|暨|并(?=[^、]{2})")
_DEPENDENT = re.compile(
    r"^(?:其|相关|现场|有关)?(?:照片|图片|相片|附图|附件|视频|录像|光盘|文字材料|文字说明|清单|附表|说明|材料|截图|复印件|通知书|回执|示意图|平面图|现场图|方位图|刻录光盘|录像光盘|视频光盘|(?:现场|辨认|指认|称量|称重|提取|取样|搜查|扣押|检查|物证|人身检查|勘验|勘查|物品|检材|刑事摄影|刑事科技|刑事技术|摄影|拍摄)照片|照片说明|制作说明|(?:制作)?过程说明|情况|视频截图)(?:[一二三四五六七八九十\d]+[份张])?(?:（[^）]*）)?$"
)
_JOINABLE = re.compile(
    r"(?:笔录|记录|清单|图|录像|视频|登记表|照片|光盘|录音|截图|单|称量|报告|鉴定|检查|勘查)(?:（[^）]*）)?$"
)
_PAIR = re.compile(r"供述(?:笔录)?$")
_STRIP = re.compile(
    r"(?:[\s：:，、；。]|(?:并|且|还|另|亦|均|同时|其中|分别|主要|即|又|更|也)?有(?!关|期|无|价|线)|经?庭审(?:质证|举证)的|并(?!发|购)|及(?!时)|以及|和|与(?!会)|且|还(?![款贷])|同时|包括|另|亦|"
    r"(?:书证|物证|视听资料|鉴定意见|证人证言|电子数据|勘验笔录|被害人陈述)[：:—－-]|书证(?=物证)"
    r"|(?:的)?证据(?:有|包括)(?=[\u4e00-\u9fff])|出具的(?=[\u4e00-\u9fff])|(?:二审期间，?)?(?:公诉|抗诉|检察)(?:机关|人)(?:[和及与][^、，。；]{0,14}辩护人)?(?:当庭|补充)*(?:提供|提交|出示|宣读|举示)的|(?:相关|有关)的?(?=(?:证人|被告人|被害人)))+"
)  # fmt: skip
_SUFFIX = re.compile(
    r"(?:等(?:物证|书证|证据|言词证据|材料|证|相关|客观|视听资料|鉴定意见|笔录)?(?:、(?:书证|物证))?)$|等(?:书证|物证|证据|书面|相关)[^、，；]{0,8}$"
)
_ANY_EVIDENCE = re.compile(
    r"证|述|辩解|笔录|鉴定|录|书|表|单|照片|图|材料|经过|说明|报告|信息|资料|户籍|光盘|视频|病历|票|短信|结论|意见"
)
_SENTENCE = re.compile(
    r"^(?:均|证明|证实|其中|确实|充分)|程序合法|清楚$|属实|确凿|无异议|供认不讳|事实清楚|足[以资]认定|予以确认|不持异议"
)
_BRACKETS = {"（": "）", "《": "》", "“": "”"}


def split_items(text: str, start: int, end: int) -> list[Span]:
    """Spans of the single items in an enumeration, in order."""
    pieces = _cut(text, start, end)
    spans = _join(text, pieces)
    found: list[Span] = []
    for a, b in spans:
        for c, d in _divide(text, a, b):
            item = trim(text, c, d)
            if item:
                found.append(item)
    return _attach(text, found)


def _cut(text: str, start: int, end: int) -> list[Span]:
    """Cut at 、，； outside brackets and quotes, and between two titles in 《》."""
    pieces, depth, begin = [], 0, start
    closing: list[str] = []
    for place in range(start, end):
        char = text[place]
        if char in _BRACKETS and _BRACKETS[char] in text[place + 1 : min(end, place + 80)]:
            closing.append(_BRACKETS[char])
            depth += 1
            if char == "《" and depth == 1 and place > begin and text[place - 1] == "》":
                pieces.append((begin, place))
                begin = place
        elif closing and char == closing[-1]:
            closing.pop()
            depth -= 1
        elif char in "、，；：\n。" and not depth:
            if (
                char == "，"
                and text[place + 1 : place + 2].isdigit()
                and text[place + 2 : place + 3] in "、的"
            ):
                continue
            pieces.append((begin, place))
            begin = place + 1
    pieces.append((begin, end))
    return [(a, b) for a, b in pieces if text[a:b].strip()]


_MEASURES = re.compile(
    r"^(?:物证)?[^、，]{0,6}?(?:长|宽|高|重|厚|直径|刃|柄|约|净重)[^、，]{0,6}?[\d.一二三四五六七八九十]+(?:余)?(?:厘米|毫米|公分|米|克|千克|公斤|cm|mm|g|kg)$"
)


_SOMEBODY = re.compile(
    r"(?:人员|股民|经理|负责人|会计|出纳|主任|董事长|局长|所长|科长|教师|驾驶员|售票员|司机|乘客|村民|民警|职工|员工|亲属|家属|邻居|同事|医生|老师|学生|工人|店主|老板|保安)(?:[^、，的]{2,4})?$"
)
_SAID_BY = re.compile(r"的?(?:证言|证词|陈述|供述|(?:报案|询问|陈述)笔录)$")
_THING = re.compile(r"^[^书单表录告图的]{0,8}(?:毒品|毒资|手机|工具|物品|枪支|赃物|赃款|凶器|刀|现金|车辆)$")
_PICTURES = re.compile(r"^[^、，]{2,20}的(?:现场)?(?:照片|图片)$")
_UNFINISHED = re.compile(r"(?:第?[\d〇一二三四五六七八九十]+号|\d日)$")
_CONTINUES = re.compile(r"第?[\d（〔][^、，]*(?:号|日)")


def _join(text: str, pieces: list[Span]) -> list[Span]:
    """Join names to the statement they belong to, and bare verbs and measures to the paper or thing they qualify."""
    joined: list[Span] = []
    index = 0
    while index < len(pieces):
        last = index
        while last + 1 < len(pieces) and _MEASURES.match(text[slice(*pieces[last])]):
            last += 1
        if _THING.match(text[slice(*pieces[index])]):
            last = _pictured(text, pieces, index)
        if last == index and not _HEAD.search(text[slice(*pieces[index])].rstrip("等")):
            last = _reach(text, pieces, index)
        joined.append((pieces[index][0], pieces[last][1]))
        index = last + 1
    return joined


def _after_a_title(piece: str) -> str:
    """Of 例会纪要以及林某 the part that is no title yet (林某)."""
    for match in reversed(list(_CONJ.finditer(piece))):
        if (
            match.end() < len(piece)
            and len(piece[: match.start()]) > 3
            and _HEAD.search(piece[: match.start()])
        ):
            return piece[match.end() :]
    return piece


_BODY = re.compile(r"(?:公司|[^工]厂|银行|学校|医院|中心|商店|酒店|宾馆|企业|支行|分行|营业部|政府)$")
_TO_WHOM = re.compile(r"[向对由][^、，的]{2,12}$|(?:提供|出具)的[\u4e00-\u9fff×]{2,3}[\d×]?$")


def _same_class(first: str, body: str) -> bool:
    """甲公司、乙公司的材料, 红利基金、均衡基金明细, 向工商、土地部门的凭证: one title, of which first is only the beginning."""
    if _TO_WHOM.search(first):
        return True
    if _BODY.search(first):
        return bool(_BODY.search(body) or re.search(_BODY.pattern[:-1] + "的", body))
    return len(first) > 3 and first[-2:] in body[:-2] and not _HEAD.search(first)


def _pictured(text: str, pieces: list[Span], index: int) -> int:
    """毒品、毒资和工具的照片: the things before belong to the pictures of all of them."""
    for last in range(index + 1, min(len(pieces), index + 4)):
        body = text[slice(*pieces[last])]
        if text[pieces[last][0] - 1] != "、":
            return index
        if _PICTURES.match(body):
            return last
        if not _THING.match(body):
            return index
    return index


def _reach(text: str, pieces: list[Span], index: int) -> int:
    """How far the piece at `index`, which is no complete title, has to be extended (itself: not at all)."""
    first = text[slice(*pieces[index])]
    first = _after_a_title(first)
    lead = _STRIP.match(first)
    person = bool(_PERSON.search(first[lead.end() :] if lead else first) or _ASKED.search(first))
    for last in range(index + 1, min(len(pieces), index + 200)):
        body = text[slice(*pieces[last])]
        if text[pieces[last][0] - 1] == "；":
            return index
        complete = bool(_HEAD.search(body))
        joined = all(text[pieces[i][0] - 1] == "、" for i in range(index + 1, last + 1))
        if (
            text[pieces[last][0] - 1] == "，"
            and not _NAME.match(text[slice(*pieces[last - 1])])
            and last - 1 > index
        ):
            return index
        if complete and person:
            return last if text[pieces[last][0] - 1] == "、" or _STATEMENT.search(body) else index
        if complete and _VERB.search(first):
            return (
                last if joined and all(_VERB.search(text[slice(*p)]) for p in pieces[index:last]) else index
            )
        if complete and _UNFINISHED.search(first) and _CONTINUES.match(body):
            return last if last == index + 1 and text[pieces[last][0] - 1] == "、" else index
        if complete and "关于" in first and not _ASKED.search(first):
            return last if joined else index
        if complete and _SOMEBODY.search(first) and _SAID_BY.search(body):
            return last if joined else index
        if complete and joined and _same_class(first, body):
            return last
        if complete and _NAME.match(first):
            head = re.split(r"的|证言|陈述|供述|证词", body)[0]
            return last if _STATEMENT.search(body) and len(head) <= 12 else index
        if complete and _ISSUER.search(first):
            return last if last == index + 1 else index
        if complete:
            return (
                last
                if _VERB.search(first) and text[pieces[last][0] - 1] == "、" and last == index + 1
                else index
            )
        if "关于" in first and text[pieces[last][0] - 1] == "、":
            continue
        if joined and _same_class(first, body):
            continue
        somebody = _SOMEBODY.search(first) and text[pieces[last][0] - 1] == "、"
        if not (person or somebody or _NAME.match(first)) and not _VERB.search(body):
            return index
    return index


_SEIZED = re.compile(r"(?:查获|缴获|扣押|提取|收缴|起获)的[^，。；]{2,14}$")
_BARE_NOUN = re.compile(r"(?:^|[的、，])(?:机动车|车辆|驾驶人|人员|人口|户籍|身份|手机|车|账户|房屋)$")


def _divide(text: str, start: int, end: int) -> list[Span]:
    """Divide at 及, 和, 与 where both sides are complete titles and the right one stands on its own."""
    parts: list[Span] = []
    begin = start
    for match in _CONJ.finditer(text, start, end):
        left, right = text[begin : match.start()], text[match.end() : end]
        whole = _HEAD.search(left) or _SEIZED.match(left)
        if _inside(text, begin, match.start(), end) or not whole or len(left) < 2:
            continue
        if "关于" in left and not re.search(r"的[^的]{0,6}$", left[-8:]):
            continue
        right_first = (
            re.split(r"以及|及|和|与", right)[0]
            if _HEAD.search(re.split(r"以及|及|和|与", right)[0])
            else right
        )
        if _PAIR.search(left) and right.startswith("辩解"):
            continue
        if not _HEAD.search(right_first) and not _HEAD.search(right):
            continue
        if re.match(r"(?:其?相关|有关)(?:文件|材料|资料|证件|手续|照片)$", right_first):
            continue
        if left.endswith("报案") and right_first.startswith(("陈述", "笔录")) or right_first == "笔录":
            continue
        if left.endswith(("机", "号")) and re.search(r"通话|聊天|短信", right_first):
            continue
        if left.endswith("来源") and re.search(r"经过|说明|材料", right_first):
            continue
        if _BARE_NOUN.search(left) and re.search(r"信息|查询|登记|情况", right_first):
            continue
        if _DEPENDENT.match(right_first) and _JOINABLE.search(left):
            continue
        parts.append((begin, match.start()))
        begin = match.end()
    parts.append((begin, end))
    return parts


def _inside(text: str, start: int, place: int, end: int) -> bool:
    before = text[start:place]
    return any(before.count(opening) > before.count(closing) for opening, closing in _BRACKETS.items())


def trim(text: str, start: int, end: int) -> Span | None:
    """Strip joining words, headings and 等…… from both ends; None when no title is left."""
    while start < end:
        lead = _STRIP.match(text, start, end)
        if not lead or lead.end() == start:
            break
        start = lead.end()
    tail = _SUFFIX.search(text, start, end)
    if tail:
        end = tail.start()
    while end > start and text[end - 1] in "，、；：。\n ":
        end -= 1
    short = text.find("（以下简称", start, end)
    if short > start and text[end - 1] == "）":
        end = short
    if (
        end - start < 2
        or text[start:end] in ("证据", "相关证据", "其他证据", "上述证据", "书证", "物证", "事实")
        and end - start < 3
    ):
        return (start, end) if text[start:end] in ("书证", "物证") else None
    return start, end


def _attach(text: str, spans: list[Span]) -> list[Span]:
    """搜查笔录、照片 is one joint title."""
    out: list[Span] = []
    for a, b in spans:
        if (
            out
            and text[a:b] in ("照片", "图片", "相片", "视频")
            and re.search(r"笔录$", text[slice(*out[-1])])
            and text[out[-1][1] : a] in ("、", "，")
        ):
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


_COUNTED = re.compile(
    r"[一二两三四五六七八九十\d](?:把|部|支|包|台|辆|根|枚|个|袋|件|条|块|张|份|本|套|只|瓶|双)$"
)


def looks_like_evidence(title: str) -> bool:
    """Could this be the title of an item at all (and not a clause of a sentence)?"""
    if len(title) > (900 if _PERSON.search(title) else 120) or _SENTENCE.search(title):
        return False
    return bool(
        _COUNTED.search(title) or _ANY_EVIDENCE.search(title) or _HEAD.search(title) or len(title) <= 14
    )


def complete_title(title: str) -> bool:
    """Does it end in the name of a kind of paper, statement or thing?"""
    return bool(_HEAD.search(title))
