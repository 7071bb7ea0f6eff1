"""辨认, 搜查、扣押、提取、称量、勘验, 到案经过 and other records of acts."""

from __future__ import annotations

import re

from gaoyao.dossier.model import Amount, Span
from gaoyao.dossier.vocabulary import Acquisition, Arrival, Identification, Item
from gaoyao.intake.forms.base import Cell, Form, Names, Reader, whole
from gaoyao.intake.forms.signing import MARK, marks_signatures, shows_signers, signature, typed
from gaoyao.intake.judgments.numerals import number
from gaoyao.intake.pages.model import State
from gaoyao.logic.tree import Field

_TIME = r"(?:辨认|勘验|勘查|检查|搜查|扣押|提取|称量|取样|采集|封存|销毁|抓获|到案)?(?:起止|开始)?时间"
_WITNESS = r"见证人(?:（签名）|（签字）)?(?:姓名(?:、(?:性别、)?(?:住址|单位|职业))?)?"
IDENTIFICATION_EXPECTED = (
    Identification.happened, Identification.total, Identification.mixed, Identification.two_officers, Identification.features_asked,
    Identification.individual, Identification.signatures_complete,
)  # fmt: skip
TAKING_EXPECTED = (Acquisition.happened, Acquisition.place, Acquisition.officers)
ARRIVAL_EXPECTED = (
    Arrival.happened,
    Arrival.manner,
    Arrival.how_identified,
    Arrival.officers_signed,
    Arrival.sealed,
)
_GOODS = r"手机|刀|车|衣|鞋|包|电脑|项链|戒指|首饰|物品|工具|棍|斧|锤|枪|印章|箱|酒|烟"
_SUBJECTS = (
    ("object_photo", rf"(?:\d+|[一二三四五六七八九十两]+)(?:张|幅)[^。，\n男女人]{{0,8}}(?:{_GOODS})[^。，\n]{{0,8}}(?:照片|相片)|(?:{_GOODS})[^。，\n男女人]{{0,4}}(?:照片|相片)[^。，\n]{{0,6}}(?:\d+|[一二三四五六七八九十]+)张"),
    ("person_photo", r"(?:\d+|[一二三四五六七八九十两]+)(?:张|幅)[^。\n]{0,20}(?:照片|相片)|(?:照片|相片)[^。\n]{0,6}(?:\d+|[一二三四五六七八九十]+)(?:张|幅)|(?:男|女)性[^。\n]{0,10}照片|照片(?:混杂|辨认)|混杂辨认照片|辨认照片|免冠照片"), ("corpse", r"尸体|死者"),
    ("object_photo", r"物品照片"), ("scene", r"(?:指认|辨认)(?:作案|犯罪)?(?:现场|地点|场所)"), ("object", r"(?:件|把|部|辆|个|根)[^。\n]{0,12}(?:物品|刀|手机|车|衣)[^。\n]{0,20}辨认"),
    ("person", r"(?:\d+|[一二三四五六七八九十]+)名(?:男|女)?[^。\n]{0,10}(?:人员|男子|女子|辨认对象)|(?:站|排)成一(?:排|列|行)|共(?:\d+|[一二三四五六七八九十]+)人"),
)  # fmt: skip
_COUNT = re.compile(
    r"(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<unit>张|名|件|把|部|个|辆|幅)(?P<what>[^。，；\n]{0,22}?(?:照片|相片|人员|男子|女子|物品|辨认对象))"
)
_LISTED = re.compile(r"(?:照片|相片)(?:共|计)?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<unit>张|幅)")
_OTHERS = re.compile(
    r"(?:与|和|同|及|在|于|另)(?:其他|其它|其余|另外?)(?:的)?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<unit>张|名|件|把|部|个|辆)"
)


def identification(reader: Reader) -> Form:
    """An identification parade."""
    form = Form("identification")
    who = reader.labelled("辨认人(?!住址|单位|签名)(?:姓名)?")
    names = reader.names(*who) if who else ()
    form.speaker, form.speaker_role = (names[0] if names else ""), "witness"
    kind = Identification
    cells: list[Cell | None] = [_when(reader, kind.happened), _shown(reader), _total(reader)]
    cells += [
        reader.yes(kind.mixed, _MIXED, r"(?:未|没有)(?:进行)?混杂|(?:只|仅)有(?:一|1)(?:张|名|人|件)|单独(?:出示|指认)(?:一|1)张"),
        reader.yes(kind.features_asked, r"(?:辨认前)?[^。\n]{0,12}(?:询问|描述|陈述|讲述)[^。\n]{0,16}(?:特征|体貌|相貌)", r"(?:未|没有)(?:详细)?询问[^。\n]{0,12}特征"),
        _individual(reader, who), _seen(reader),
        *_hosts(reader), _complete(reader),
    ]  # fmt: skip
    named = any(cell is not None and cell.field.name == "conducted_by_officers" for cell in cells)
    expected = [one for one in IDENTIFICATION_EXPECTED if not (named and one.name == "two_officers")]
    form.cells = whole(cells, tuple(expected))
    _happened(form, kind.happened)
    return form


_MIXED = r"混杂|混合编排|混放|混同|随机(?:编号|排列|摆放)|打乱(?:次序|顺序)|无规则(?:排列|摆放)|(?:其余|其他|另外?)[^。\n]{0,12}与本案无关"
_ALONE = r"(?:单独|个别|各自|分别|逐一|独自|独立)(?:逐[张一个件])?[^。，\n]{0,6}(?:辨认|查看|观看|进行|指出)"
_JOINED = r"(?:共同|一起|一同|同时)(?:逐[张一个件])?[^。，\n]{0,6}(?:辨认|查看|观看|进行|指出|回答)"
_SAW = re.compile(
    r"(?P<no>没有|未曾|不曾|从未|均未|未|没)?(?:让|给|叫|带|使|向)?[^。，；\n]{0,12}?(?:看过|见过|见到|看到|看了|见了|(?:出示|展示|播放|辨看)(?:过|了))[^。；\n]{0,24}?(?:照片|相片|本人|对象|视频|录像|嫌疑人|这个人|那个人|其人|此人)"
)
_BEFORE = re.compile(
    r"辨认(?:以|之)?前|先行|先(?=[向给让带])|昨[天日晚]|前[一几两]?[天日]|此前|事先|之前|来之前|刚才|上午|早上"
)
_ACT = re.compile(r"案发|作案|当(?:天|晚|时)|陈述的|那次|那天")


def _individual(reader: Reader, who: tuple[int, int] | None) -> Cell | None:
    """One by one; two who identify are named in one record, or the words say they did it together."""
    together = re.search(_JOINED, reader.text)
    talked = re.search(
        r"(?:与|和|跟)[\u4e00-\u9fff]{2,4}(?:互相)?(?:商量|讨论|议论|交流)|互相(?:商量|提示|讨论|交流|提醒)|(?<!未)(?<!没有)(?:商量|讨论)(?:以)?后",
        reader.text,
    )
    if talked and not re.search(r"(?:不得|禁止|没有|未)[^。\n]{0,6}$", reader.text[: talked.start()][-8:]):
        return reader.cell(Identification.individual, False, *talked.span())
    signed = [
        *re.finditer(
            rf"^\s*辨认人[：:]\s*[\u4e00-\u9fff]{{2,4}}\s*{MARK.pattern}", reader.sheet.raw, re.MULTILINE
        )
    ]
    if len(signed) > 1:
        return Cell(Identification.individual, False, signed[0].start(), signed[-1].end())
    if who and len(reader.names(*who)) > 1 and (together or re.search("二人|两人", reader.text)):
        return reader.cell(Identification.individual, False, *who)
    if (
        together
        and not re.search(
            r"(?:不得|禁止|没有|未)[^。\n]{0,6}$",
            reader.text[max(0, together.start() - 8) : together.start()],
        )
        and re.search(r"[二两三]人|[二两三]名辨认人", reader.text)
    ):
        return reader.cell(Identification.individual, False, *together.span())
    return reader.yes(Identification.individual, _ALONE)


def _seen(reader: Reader) -> Cell | None:
    """Shown the person or a picture before the parade; that it was asked and denied is no."""
    denied: re.Match[str] | None = None
    for sentence in re.finditer(r"[^。；\n]+", reader.text):
        for found in _SAW.finditer(reader.text, *sentence.span()):
            before = reader.text[sentence.start() : found.end()]
            if found["no"] or re.search(
                r"(?:没有|未曾|从未|未|没)[^，]{0,6}(?:[看见]过|[看见]到|[看见]了|出示过|展示过)",
                reader.text[max(sentence.start(), found.start() - 4) : found.end()],
            ):
                denied = denied or found
            elif (
                _BEFORE.search(before)
                and not _ACT.search(before)
                and not re.search(r"是否|有无|有没有|混杂|一组|编号|\d张|其他|不同", before)
            ):
                return reader.cell(Identification.seen_before, True, *sentence.span())
    return reader.cell(Identification.seen_before, False, *denied.span()) if denied else None


def _when(reader: Reader, field: Field) -> Cell | None:
    found = reader.labelled(_TIME)
    moments = list(reader.moments(*found)) if found else []
    if not moments:
        return None
    value, start, end = moments[0]
    if len(moments) > 1 and moments[1][0].low >= value.low:
        value = Span(value.low, moments[1][0].high, reader.raw(start, moments[1][2]))
        end = moments[1][2]
    return reader.cell(field, value, start, end)


def _happened(form: Form, field: Field) -> None:
    cell = form.get(field)
    if cell is not None and isinstance(cell.value, Span):
        form.item.append(cell._replace(field=Item.happened))


def _shown(reader: Reader) -> Cell | None:
    for code, pattern in _SUBJECTS:
        found = re.search(pattern, reader.text)
        if found:
            return reader.cell(Identification.subject, code, *found.span())
    return None


_ALL = re.compile(
    r"(?:共|计|总计|合计)(?:有|为)?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<unit>张|幅|名|人|件|把|部|个|辆)"
)
_PEOPLE = re.compile(r"(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<unit>张|幅)(?:照片|相片|（|\()")
_NUMBERED = re.compile(
    r"编号(?:为|分别为|依次为|从)?[第]?[1一](?:号)?(?:至|到|－|-|—|~)(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})号?"
)


def _total(reader: Reader) -> Cell | None:
    """The number shown, the target included (与其他十一张 makes twelve)."""
    others = _OTHERS.search(reader.text)
    found = others or next(
        (hit for one in (_COUNT, _LISTED, _ALL, _PEOPLE, _NUMBERED) if (hit := one.search(reader.text))), None
    )
    count = number(found["n"]) if found else None
    if found is None or count is None:
        return None
    total = float(count + (1 if others else 0))
    return reader.cell(Identification.total, Amount(total, total, f"{total:g}个"), *found.span())


def _hosts(reader: Reader) -> list[Cell | None]:
    found = reader.labelled("主持人、侦查人员|侦查人员|办案人员|主持人|主持辨认人|组织辨认人")
    names = reader.names(*found) if found else ()
    if not found or not names:
        return []
    cells: list[Cell | None] = [reader.cell(Identification.conducted_by_officers, True, *found)]
    recognised = any(page.state is not State.TEXT for page in reader.sheet.document.pages)
    if len(names) >= 2 or (
        len(names[0]) <= 3 and not recognised
    ):  # two names without a blank, or one not recognised, are not one
        cells.append(reader.cell(Identification.two_officers, len(names) >= 2, *found))
    return cells


def _complete(reader: Reader) -> Cell | None:
    """All three signatures printed: yes.  A signature that cannot be seen in a text says nothing."""
    places = [
        reader.labelled(label) for label in ("主持人、侦查人员|侦查人员|办案人员|主持人", "辨认人", _WITNESS)
    ]
    for label in (r"主持人|侦查人员|办案人员", "辨认人", "见证人"):
        made = signature(reader, label)
        if made is not None and not made[0]:
            return Cell(Identification.signatures_complete, *made)
    if all(place and reader.names(*place) for place in places):
        last = places[-1]
        return reader.cell(Identification.signatures_complete, True, *last) if last else None
    return None


def taking(reader: Reader) -> Form:
    """Search, seizure, extraction, weighing, inspection: when, where, by whom, who attested."""
    form = Form("acquisition")
    kind = Acquisition
    cells: list[Cell | None] = [_when(reader, kind.happened) or _signed_on(reader, kind.happened)]
    place = reader.labelled(r"(?:勘验|检查|搜查|扣押|提取|称量|取样)?地点|现场地点")
    if place and place[0] < place[1]:
        cells.append(reader.cell(kind.place, reader.raw(*place).strip(), *place))
    who = reader.labelled("侦查人员|办案人员|勘验人员|检查人员|提取人|扣押人|称量人|取样人|搜查人员|勘查人员")
    names = reader.names(*who) if who else ()
    if who and names:
        cells.append(reader.cell(kind.officers, Names(names, "investigator"), *who))
    title = reader.sheet.document.kind.label
    head = reader.text.find("\n") if "\n" in reader.text else len(reader.text)
    cells.append(reader.cell(kind.record_or_list, True, 0, min(head, 60)))
    cells.append(
        reader.yes(
            kind.by_search_or_scene,
            r"(?:搜查|勘验|检查)(?:中|时|过程中)[^。\n]{0,16}(?:提取|扣押)|从[^。\n]{0,24}搜(?:查)?出",
        )
    )
    cells += [*_attested(reader), *_signatures(reader, bool(names)), *_searching(reader, names)]
    form.cells = whole(cells, TAKING_EXPECTED if "清单" not in title else TAKING_EXPECTED[:1])
    _happened(form, kind.happened)
    return form


_ATTESTED = frozenset(("search", "seizure_record", "scene", "extraction", "weighing", "sampling"))
"""Papers of acts to which attestors are to be called (CPL 133, 139, 142; 公安程序规定 194)."""
_NOBODY = r"见证人(?:（[^）\n]{0,6}）)?[：:]?\s*(?:无(?![\u4e00-\u9fff]{0,2}利害)|没有|/|－|—|空缺)|(?:没有|无|未(?:能)?(?:邀请|安排|通知|找到|联系)(?:到)?)[^。，\n]{0,8}见证人"
_BARRED = re.compile(
    r"见证人[：:\s]*[\u4e00-\u9fff某×]{2,4}?[，,（(\s]{0,2}(?:系|为|是|身份[：:]?|单位[：:]?|工作单位[：:]?)?[^，。；：:）)\n]{0,16}?"
    r"(?:辅警|协警|民警|警察|警务(?:辅助|助理)人?员?|辅助警察|协勤|公安局|派出所|(?:刑侦|禁毒|治安|刑警|巡特?警)(?:大队|支队|中队))"
)
"""Who enforces the law, or is hired by those who do, is named as attestor (Interp. 2021 art. 80; 公安程序规定 194)."""
_REASON = r"(?:由于|因(?!此)|鉴于|客观原因|无法|未能|找不到)[^。\n]{0,40}见证人|见证人[^。\n]{0,24}(?:由于|因(?!此)|原因|无法|拒绝)"
_FILMED = r"全程(?:同步)?(?:录音)?录像|(?:同步|全程)录音录像|执法记录仪"
_UNSIGNED = r"(?:拒绝|拒不|无法|不能|不愿)(?:在[^。\n]{0,12})?签(?:名|字)|在逃|不在(?:现)?场"


def _attested(reader: Reader) -> list[Cell | None]:
    """Was there an attestor; where there was none, was the reason noted and the act filmed?"""
    kind = Acquisition
    if reader.sheet.document.kind.code not in _ATTESTED:
        return []
    none = re.search(_NOBODY, reader.text)
    named = reader.labelled(_WITNESS)
    if none is None and named and reader.names(*named):
        barred = _BARRED.search(reader.text)
        return [
            reader.cell(kind.no_attestor, False, *named),
            reader.cell(kind.attestor_unqualified, True, *barred.span()) if barred else None,
        ]
    if none is None and reader.sheet.document.kind.code == "search":
        by = reader.labelled("在场(?:的)?(?:人员|人|家属|邻居)|被搜查人家属|当事人家属")
        if by and reader.names(*by):
            return [reader.cell(kind.no_attestor, False, *by)]
    empty = re.search(r"^\s*见证人[^\n：:]{0,6}[：:][\s_＿　]*$", reader.sheet.raw, re.MULTILINE)
    spoken = re.search("见证", reader.text) and not (
        empty and not re.search(r"见证(?!人)|见证人[^：:\n\s（]", reader.sheet.raw)
    )
    if none is None and (
        spoken or not typed(reader) or not (shows_signers(reader) if empty else marks_signatures(reader))
    ):
        return []
    span = none.span() if none else (0, min(len(reader.text), 40))
    reason, filmed = re.search(_REASON, reader.text), re.search(_FILMED, reader.text)
    noted = reason is not None and filmed is not None
    where = reason.span() if noted and reason else span
    said = reader.cell(kind.no_attestor_explained, noted, *where) if noted or typed(reader) else None
    return [reader.cell(kind.no_attestor, True, *span), said]


def _signatures(reader: Reader, named: bool) -> list[Cell | None]:
    """Investigators, holder, attestor: an empty place that the paper leaves, and whether it says why."""
    kind = Acquisition
    places = ["侦查人员|办案人(?:员)?|提取人|扣押人|勘验人(?:员)?|检查人(?:员)?|称量人|取样人"]
    places += [
        label
        for label in ("见证人", "持有人|物品持有人|被搜查人|当事人")
        if re.search(rf"(?:{label})[^：:\n]{{0,8}}[：:]", reader.sheet.raw[-300:])
    ]
    missing = next(
        (
            made
            for label in places
            if (made := signature(reader, label, owed=False)) is not None and not made[0]
        ),
        None,
    )
    explained = re.search(_UNSIGNED, reader.text)
    if missing is not None:
        note = (
            reader.cell(kind.missing_signature_explained, True, *explained.span())
            if explained
            else Cell(kind.missing_signature_explained, False, missing[1], missing[2])
        )
        return [Cell(kind.signatures_missing, True, missing[1], missing[2]), note]
    witness = reader.labelled(_WITNESS)
    cells: list[Cell | None] = [
        reader.yes(
            kind.missing_signature_explained,
            r"(?:拒绝|无法|不能)签(?:名|字)[^。\n]{0,20}(?:注明|原因|因|见证|录像)",
        )
    ]
    if witness and reader.names(*witness) and named:
        cells.append(reader.cell(kind.signatures_missing, False, *witness))
    return cells


def _searching(reader: Reader, names: tuple[str, ...]) -> list[Cell | None]:
    """The warrant, and how many investigators."""
    kind, code = Acquisition, reader.sheet.document.kind.code
    cells: list[Cell | None] = []
    if code == "search":
        shown = reader.yes(
            kind.no_warrant,
            r"(?:未|没有)(?:能)?(?:向[^。\n]{0,12})?出示搜查证|无搜查证|无证搜查",
            r"(?<!未)(?<!没有)出示(?:了)?[^。，\n]{0,6}搜查证",
        )
        cells += [
            shown,
            reader.yes(kind.urgent_at_arrest, r"(?:执行|实施)?(?:拘留|逮捕)[^。\n]{0,20}(?:遇有)?紧急情况"),
        ]
    if code in ("search", "scene") and names and typed(reader):
        recorder = reader.labelled("记录人")
        both = {*names, *(reader.names(*recorder) if recorder else ())}
        if len(both) > 1 or len(names[0]) <= 3:
            cells.append(reader.cell(kind.too_few_officers, len(both) < 2, 0, min(len(reader.text), 60)))
    return cells


def _signed_on(reader: Reader, field: Field) -> Cell | None:
    """The last date of the paper, where no label gives the time."""
    moments = list(reader.moments(0, len(reader.text)))
    return reader.cell(field, *moments[-1]) if moments else None


_MANNERS = (
    ("surrendered", r"(?:主动|自动|自行)(?:到[^。\n]{0,14})?投案|投案自首|主动到(?:公安|派出所)"), ("handed_over", r"扭送"),
    ("summoned", r"(?:口头|书面|电话)?传唤(?:到案|至)|电话通知[^。\n]{0,12}到案|经(?:口头|电话)?传唤"), ("caught", r"抓获|捉获|当场(?:控制|查获)|抓捕|拘捕"),
)  # fmt: skip


def arrival(reader: Reader) -> Form:
    """How the suspect came into custody."""
    form = Form("arrival", speaker_role="accused")
    who = re.search(
        r"(?:犯罪)?嫌疑人([\u4e00-\u9fff·×]{2,4}?)(?=[，。、（抓被于在到的自主经有]|$)", reader.text
    )
    form.speaker = who[1] if who else ""
    kind = Arrival
    manner: Cell | None = None
    for code, pattern in _MANNERS:
        found = re.search(pattern, reader.text)
        if found:
            manner = reader.cell(kind.manner, code, *found.span())
            break
    moments = list(reader.moments(0, len(reader.text)))
    chosen = _nearest(reader, moments, manner)
    how = re.search(
        r"(?:经|通过|根据|据)[^。\n]{2,60}?(?:锁定|确定|发现|认定)[^。\n]{0,24}(?:嫌疑|作案|系)[^。\n]{0,16}",
        reader.text,
    )
    cells = [
        chosen and reader.cell(kind.happened, *chosen), manner, reader.cell(kind.how_identified, reader.raw(*how.span()).strip(), *how.span()) if how else None,
        reader.yes(kind.sealed, r"（(?:公章|印章|盖章)）|加盖(?:单位)?公章"), _officers_signed(reader),
    ]  # fmt: skip
    form.cells = whole(cells, ARRIVAL_EXPECTED)
    if chosen:
        form.item.append(reader.cell(Item.happened, *chosen))
    return form


def _nearest(
    reader: Reader, moments: list[tuple[Span, int, int]], manner: Cell | None
) -> tuple[Span, int, int] | None:
    """The last moment told before the words that say how; the first moment where nothing says how."""
    if not moments:
        return None
    if manner is None or manner.start is None:
        return moments[0]
    place = manner.start
    before = [one for one in moments if reader.span(one[1], one[2])[0] <= place]
    return before[-1] if before else moments[0]


def _officers_signed(reader: Reader) -> Cell | None:
    found = re.search(
        r"(?:抓获人|抓获民警|办案人|办案民警|侦查人员|民警|出具人|抓捕人)(?:员)?(?:（签名）|签名)?[：:]([^\n]{2,30})",
        reader.text,
    )
    if found and re.search(r"[\u4e00-\u9fff]{2}", found[1]):
        return reader.cell(Arrival.officers_signed, True, *found.span())
    return None
