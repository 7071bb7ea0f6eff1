"""Which papers of the file a listed title means, where it names several: “证人甲、乙的证言及辨认笔录”, “扣押的手机”, “鉴定意见”.

Only kinds of paper that the title names, and only the papers of the persons it names; a title that names persons
but none of these papers' means none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.drafting.items import Entry

_SPOKEN = re.compile(r"证言|陈述|证词|询问笔录")
_BY_KIND: tuple[tuple[str, frozenset[str]], ...] = (
    (r"辨认", frozenset(("identification",))),
    (r"勘验|勘查|勘察|现场(?:图|照片|方位)", frozenset(("scene",))),
    (r"人身检查|身体检查|检查笔录", frozenset(("body_examination",))),
    (r"搜查", frozenset(("search",))),
    (r"扣押|查获|缴获|起获|搜查", frozenset(("seizure_record", "seizure_list"))),
    (r"提取|取样|采集", frozenset(("extraction", "sampling"))),
    (r"称量|称重|取样", frozenset(("weighing", "sampling"))),
    (r"电子数据(?!检验|鉴定)|聊天记录", frozenset(("electronic", "chat"))),
    (r"监控|录像|视频", frozenset(("recording",))),
    (r"银行|流水|交易明细|转账", frozenset(("bank",))),
    (r"话单|通话", frozenset(("chat",))),
    (r"侦查实验", frozenset(("experiment",))),
)
_OPINION = re.compile(r"鉴定|检验|检测|认定(?:书|结论|意见)|审计|尸检")
SUBJECTS = re.compile(
    r"DNA|物证|指纹|手印|足迹|损伤|伤情|尸|死|毒|含量|价格|价值|电子|文书|印文|笔迹|痕迹|精神|酒精|乙醇|血|理化|会计|车辆|枪"
)


def several(title: str, entries: list[Entry]) -> list[str]:
    """Items that the title means together; [] where it means none that can be told."""
    out: list[str] = []
    speakers = {
        entry.form.speaker
        for entry in entries
        if entry.item and entry.form.kind in ("inquiry", "identification") and entry.form.speaker
    }
    named = {name for name in speakers if name in title}
    if _SPOKEN.search(title):
        out += [
            entry.item
            for entry in entries
            if entry.item and entry.form.kind == "inquiry" and entry.form.speaker in named
        ]
    for pattern, codes in _BY_KIND:
        if not re.search(pattern, title):
            continue
        for entry in entries:
            own = (
                not named
                or entry.form.kind != "identification"
                or any(name in entry.form.speaker or name in entry.sheet.document.title for name in named)
            )
            if entry.item and own and entry.sheet.document.kind.code in codes:
                out.append(entry.item)
    if _OPINION.search(title) and not re.search(r"告知|通知|聘请|委托", title):
        out += _opinions(title, entries)
    return list(dict.fromkeys(out))


def _opinions(title: str, entries: list[Entry]) -> list[str]:
    """The opinions on what the title names; all where it says no more than that they are opinions."""
    opinions = [entry for entry in entries if entry.item and entry.form.kind == "appraisal"]
    about = set(SUBJECTS.findall(title))
    if not about:
        return (
            [entry.item for entry in opinions]
            if re.fullmatch(r"(?:各?项?|相关)?(?:司法)?(?:鉴定|检验)(?:意见|报告|结论|文书)?书?", title)
            else []
        )
    own = [entry for entry in opinions if about & set(SUBJECTS.findall(entry.sheet.document.title))]
    return [entry.item for entry in own] or ([opinions[0].item] if len(opinions) == 1 else [])


_LIST = re.compile(
    r"(?:上述|以上)[^。\n]{0,12}事实的?(?:主要)?证据(?:如下|有|包括)?[：:，]?(?P<list>.{4,900}?)(?=本院认为|综上|上述证据|以上证据|\Z)",
    re.DOTALL,
)


_PROVED = re.compile(
    r"(?:上述|以上)(?:犯罪)?事实，?(?:清楚，证据(?:确实、?充分)?，)?有(?:下列|如下|以下)?(?:证据)?(?:予以)?(?:证实|证明|佐证)?[：:，]?(?P<list>[^。]{4,600}?)(?:等证据)?(?:予以|加以)?(?:证实|证明|佐证|在案)?(?=。)",
    re.DOTALL,
)
"""“上述事实，有……等证据证实”: the same list in one sentence."""


def listed_by_kind(sheet: Sheet, entries: list[Entry]) -> Iterator[tuple[str, int, int]]:
    """Items that an accusation lists by the kinds of the law (证人证言；鉴定意见；勘验、辨认等笔录), with the raw span.

    A kind that names persons means theirs; one that names nobody means all papers of that kind in the file.
    """
    text = sheet.cleaned.text
    for paragraph in (*_LIST.finditer(text), *_PROVED.finditer(text)):
        parts = r"[^；;。]+" if paragraph.re is _LIST else r"[^；;。，、]+(?:、[^；;。，、]{1,4}(?=[、，]))?"
        for piece in re.finditer(parts, text[: paragraph.end("list")][paragraph.start("list") :]):
            start = paragraph.start("list") + piece.start()
            raw = sheet.raw_span(start, start + len(piece.group()))
            for item in dict.fromkeys(
                [*several(piece.group(), entries), *_whole_kind(piece.group(), entries)]
            ):
                yield item, *raw


_RECORDS = frozenset(
    (
        "scene",
        "body_examination",
        "experiment",
        "identification",
        "search",
        "seizure_record",
        "extraction",
        "weighing",
        "sampling",
        "electronic",
    )
)
"""What the law calls records (CPL 50: 勘验、检查、辨认、侦查实验等笔录), and those of taking, which lists put with them."""
_TAKINGS = frozenset(("search", "seizure_record", "seizure_list", "extraction", "weighing", "sampling"))


def _of_things(piece: str, entries: list[Entry]) -> list[str]:
    """The papers of taking that name the objects a piece lists: an object is proved through them."""
    words = re.sub(
        r"物证[：:]?|作案工具|扣押的|涉案的?|等|[一二两三四五六七八九十\d]+[部把件个台张枚支根条包袋]",
        "",
        piece,
    )
    things = [
        one[-2:]
        for part in re.split(r"[、，,：:；\s]|和|及", words)
        if len(one := part.strip("。.0123456789．")) >= 2
    ]
    return [
        entry.item
        for entry in entries
        if entry.item
        and entry.sheet.document.kind.code in _TAKINGS
        and any(thing in entry.sheet.cleaned.text for thing in things)
    ]


def _whole_kind(piece: str, entries: list[Entry]) -> list[str]:
    spoken = [entry for entry in entries if entry.item and entry.form.kind in ("inquiry", "interrogation")]
    out: list[str] = []
    for pattern, kind, role in (
        (r"证言", "inquiry", "witness"),
        (r"被害人[^；]{0,12}陈述", "inquiry", "victim"),
        (r"供述|辩解", "interrogation", "accused"),
    ):
        if re.search(pattern, piece):
            own = [entry for entry in spoken if entry.form.kind == kind and entry.form.speaker_role == role]
            named = [entry for entry in own if entry.form.speaker and entry.form.speaker in piece]
            out += [entry.item for entry in named or own]
    if re.search(r"(?:勘验|检查|辨认|侦查实验|搜查|扣押|提取)[^；]{0,20}等?笔录", piece):
        wide = re.search(r"等[^；]{0,4}笔录", piece) is not None
        out += [
            entry.item
            for entry in entries
            if entry.item and wide and entry.sheet.document.kind.code in _RECORDS
        ]
    if "物证" in piece and "书证" not in piece.split("物证", maxsplit=1)[0]:
        out += _of_things(piece, entries)
    if re.search(r"鉴定意见", piece) and not SUBJECTS.search(piece):
        out += [entry.item for entry in entries if entry.item and entry.form.kind == "appraisal"]
    return out
