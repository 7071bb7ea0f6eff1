"""What the papers themselves say ought to be in the file and is not: a record spoken of, a list, a notice, material kept back.

Nothing is said to be missing where an unread page may well be that very paper: its file's name, its own title, or the list of
contents of its volume tells that it is not; of a few unread pages in a long volume the message speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Favourable, Interrogation
from gaoyao.intake.documents.cut import Document
from gaoyao.intake.documents.kinds import kind_of_title
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.mismatches import Mismatch, side
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.drafting.samples import TAKING
from gaoyao.intake.drafting.telling import NOTICE, told_in
from gaoyao.intake.pages.dispatch import Volume
from gaoyao.intake.pages.model import Page, State

_SENTENCE = re.compile(r"[^。；\n]+")
_MATERIAL = (
    r"录像|监控|视频|光盘|笔录|证言|证词|鉴定|检验|检测|比对|报告|照片|材料|记录|清单|账|说明|辨认|截图|数据"
)
_LEFT_OUT = re.compile(
    rf"(?P<what>[^。；\n]{{0,80}}(?:{_MATERIAL})[^。；\n]{{0,30}}?)(?:(?:没有|未|不予|不再|暂未|均未|尚未)(?:予以|能|一并|再)?(?:入卷|附卷|装卷|归卷|订卷|存卷|随案移送|移送(?:检察|审查起诉|起诉|本院|法院)|放入(?:案)?卷)|另行(?:存放|保存)[^。；\n]{{0,10}}(?:未|没有|不)[^。；\n]{{0,4}}(?:入卷|附卷|移送))"
)
_PROPERTY = re.compile(r"(?:财物|赃款|赃物|车辆|物品|款项|现金)[^。；\n]{0,16}$")
_FAVOURABLE = re.compile(
    r"不符|不一致|不吻合|不同|不是|并非|排除|矛盾|未(?:能)?(?:认出|辨认出|检出|比中|见到|发现)|没有(?:认出|辨认出|看见|发现)|不在(?:现)?场|无法(?:认定|确认|辨认)|有利|无罪|罪轻|否认|另有他人|案发时[^。；]{0,12}在"
)
_SPOKE = re.compile(
    r"(?:前天|昨天|上次|上回|头一次|之前|此前|先前|以前|第一次|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|(?:\d|[一二三四五])天(?:以)?前)"
    r"[^。？?\n]{0,24}(?:(?:做|作|制作|形成|录|记)(?:过|了|的)?(?:的)?(?:一份|一次|份|过)?[^。？?\n，]{0,4}(?:笔录|材料|证言|询问)|(?:询问|问)(?:过)?你[^。？?\n，]{0,10}笔录|(?:那份|那次)(?:询问|辨认)?笔录)"
)
_NO_MATCH = re.compile(
    r"(?:组织|让|叫|请|带)?(?P<who>[\u4e00-\u9fff]{2,3})?[^。；\n，]{0,14}(?:辨认|认)[^。；\n]{0,14}(?:没有?|未)(?:能)?(?:认出|辨认出|指认出|认准)"
)


def missing(draft: Draft, entries: list[Entry], hidden: Hidden) -> Iterator[Mismatch]:
    """Everything the papers say is elsewhere, or ought to be here."""
    yield from _kept_back(draft, entries)
    yield from _spoken_of(entries, hidden)
    yield from _unlisted(entries, hidden)
    yield from _untold(entries, hidden)
    yield from _restless(entries)


class Hidden:
    """Which papers unread pages may be."""

    def __init__(self, volumes: Sequence[Volume], documents: Sequence[Document]) -> None:
        self.volumes = [
            one for one in volumes if one.open_end or any(page.state is State.UNREAD for page in one.pages)
        ]
        self.lists: dict[int, list[str]] = {}
        self.titles: dict[int, list[str]] = {}
        for one in documents:
            if one.kind.code == "catalogue":
                self.lists.setdefault(id(one.volume), []).extend(
                    "".join(line.split()) for line in one.text.split("\n")
                )
            else:
                self.titles.setdefault(id(one.volume), []).append(one.title)

    def may_be(self, pattern: str, strict: bool = False) -> bool:
        """May an unread page be a paper whose title matches?  A few unread pages among many of a volume without a list of
        contents are not taken for it, but told of (`note`); `strict`: they are."""
        for volume in self.volumes:
            title = volume.source.title
            if re.search(pattern, title):
                return True
            if len(volume.pages) <= 4 and len(re.findall(r"[\u4e00-\u9fff]", title)) >= 2:
                continue
            unknown = [page for page in volume.pages if page.state is State.UNREAD and not _titled(page)]
            if not unknown and not volume.open_end:
                continue
            listed = self.lists.get(id(volume))
            if listed is None:
                few = len(unknown) <= min(_FEW, len(volume.pages) // 10) and not volume.open_end
                if strict or not few:
                    return True
            elif sum(re.search(pattern, line) is not None for line in listed) > sum(
                re.search(pattern, one) is not None for one in self.titles.get(id(volume), ())
            ):
                return True
        return False

    @property
    def note(self) -> str:
        """Words for a message where pages were not read."""
        count = sum(page.state is State.UNREAD for volume in self.volumes for page in volume.pages)
        return f"（另有{count}页没有读，请一并核对）" if count else ""


_FEW = 8
"""So many unread pages, and a tenth of the volume at most, are few.  Ours."""


def _titled(page: Page) -> bool:
    """Does the text that an unread page has tell what paper it is?"""
    lines = ["".join(line.split()) for line in page.text.split("\n") if line.strip()]
    return any(kind_of_title(line) is not None for line in lines[:4])


# ------------------------------------------------------------ material kept back


def _kept_back(draft: Draft, entries: list[Entry]) -> Iterator[Mismatch]:
    """A paper says that material was not put into the file; with words that speak for the accused it is favourable."""
    for entry in entries:
        text = entry.sheet.flow.text
        if entry.form.kind in ("interrogation", "motion") or entry.sheet.document.kind.is_list:
            continue
        for found in _LEFT_OUT.finditer(text):
            if _PROPERTY.search(found["what"]) or re.search(r"申请|辩护人|家属|请求", found["what"]):
                continue
            raw = entry.sheet.flow_span(*found.span())
            yield Mismatch(
                "kept_back",
                f"{entry.sheet.document.title}写明有材料没有入卷、没有移送：{' '.join(entry.sheet.raw[slice(*raw)].split())[-80:]}",
                (side(entry.sheet, *raw),),
            )
            around = text[max(0, found.start() - 160) : found.end() + 80]
            if _FAVOURABLE.search(around):
                subject = draft.declare("favourable", "F")
                draft.put(subject, Favourable.about, entry.sheet.raw[slice(*raw)].strip(), entry.sheet, *raw)
                draft.put(subject, Favourable.transferred, False, entry.sheet, *raw)
                break


# ------------------------------------------------------------ records spoken of


def _spoken_of(entries: list[Entry], hidden: Hidden) -> Iterator[Mismatch]:
    """A question speaks of an earlier record of the same person, or of an identification that failed, and none is in the file."""
    for entry in entries:
        speaker, begun = entry.form.speaker, entry.begun
        if entry.form.kind not in ("inquiry", "interrogation") or not speaker or begun is None:
            continue
        found = _SPOKE.search(entry.sheet.flow.text)
        earlier = [
            one
            for one in entries
            if one is not entry
            and one.form.kind == entry.form.kind
            and one.form.speaker == speaker
            and (one.begun is None or one.begun.low < begun.low)
        ]
        if found is None or earlier or hidden.may_be(rf"{re.escape(speaker)}.*笔录|[讯询]问笔录"):
            continue
        raw = entry.sheet.flow_span(*found.span())
        yield Mismatch(
            "record_missing",
            f"{speaker}的{entry.sheet.document.title}问到此前的笔录，卷内没有{speaker}更早的笔录{hidden.note}",
            (side(entry.sheet, *raw),),
        )
    yield from _failed(entries, hidden)


def _failed(entries: list[Entry], hidden: Hidden) -> Iterator[Mismatch]:
    known = {
        one.form.speaker
        for one in entries
        if one.form.kind in ("inquiry", "interrogation") and one.form.speaker
    }
    parades = {one.form.speaker for one in entries if one.form.kind == "identification"}
    titles = "".join(one.sheet.cleaned.text[:120] for one in entries if one.form.kind == "identification")
    for entry in entries:
        if entry.form.kind in ("identification", "interrogation"):
            continue
        for found in _NO_MATCH.finditer(entry.sheet.flow.text):
            named = [name for name in known if name in found.group()] or (
                [entry.form.speaker] if entry.form.kind == "inquiry" else []
            )
            who = next((name for name in named if name not in parades and name not in titles), "")
            if who and not hidden.may_be(rf"{re.escape(who)}.*辨认|辨认笔录"):
                raw = entry.sheet.flow_span(*found.span())
                yield Mismatch(
                    "record_missing",
                    f"{entry.sheet.document.title}说到{who}辨认没有认出，卷内没有这次辨认的笔录{hidden.note}",
                    (side(entry.sheet, *raw),),
                )
                break


# ------------------------------------------------------------ objects without a list

_SAMPLES = re.compile(
    r"(?:^|\n|[一二三四五]、)(?:送检)?(?:检材|鉴定材料|送检物品|材料)(?:和样本|及样本|、样本|情况)?[：:\n](?P<said>.{4,400}?)(?=\n[一二三四五六]、|(?:鉴定|检验)(?:要求|过程|意见|方法)|$)",
    re.DOTALL,
)
_UNIT = r"把|部|辆|个|件|台|根|条|支|只|枚|包|袋|瓶|张|本|双|顶|副|套"
_THING = re.compile(
    rf"(?:(?<=[\n：、，；．.）。])|^)(?:现场|涉案|作案|缴获|扣押)?(?P<thing>[\u4e00-\u9fffA-Za-z]{{2,8}}?)(?:（[^）\n]{{0,40}}）)?(?P<n>[一二两三四五六七八九十]|\d{{1,3}})(?P<unit>{_UNIT})(?![\u4e00-\u9fff]{{0,2}}(?:照片|相片|案|人))"
)
_BODILY = re.compile(
    r"棉签|棉球|CT|光片|影像|胶片|病历|切片|发票|票据|合同|血|指纹|指印|掌纹|足迹|鞋印|拭子|毛发|唾液|尿|样本|样品|检材|基因|照片|光盘|图|录像|截图|附件|试剂|编号|物证袋|封条|物品|证据|卷|份"
)
_TAKEN = re.compile(
    r"(?:予以|依法|当场|现场|全部|一并|均|后)?(?:扣押|提取|带回|收缴|查获|起获|搜出|搜查出|登记保存)"
)
_FOUND = re.compile(r"(?:发现|搜出|搜得|查获|起获|搜查到|找到)(?P<what>[^。\n]{2,160})")
_LISTS = frozenset(
    ("seizure_record", "seizure_list", "seizure_decision", "extraction", "sampling", "weighing")
)
_ACTS = TAKING | {"electronic", "experiment", "arrival", "delivery"}


def _unlisted(entries: list[Entry], hidden: Hidden) -> Iterator[Mismatch]:
    """A search that found things and no list of them; things photographed or examined that no paper of taking names.

    Told only of a file whose investigation is closed: before, lists may still come."""
    if not _closed(entries) or hidden.may_be(r"扣押|提取|清单|调取|搜查|勘验|勘查|登记保存"):
        return
    listed = "\n".join(one.sheet.cleaned.text for one in entries if one.sheet.document.kind.code in _LISTS)
    for entry in entries:
        if entry.sheet.document.kind.code != "search":
            continue
        found = _FOUND.search(entry.sheet.cleaned.text)
        things = _things(found["what"]) if found else []
        if found and things and not any(_named(thing, listed) for thing in things):
            raw = entry.sheet.raw_span(*found.span())
            yield Mismatch(
                "object_unlisted",
                f"{entry.sheet.document.title}发现{'、'.join(things[:4])}，卷内没有这些物品的扣押笔录、扣押清单{hidden.note}",
                (side(entry.sheet, *raw),),
            )
    yield from _sourceless(entries, hidden)


def _closed(entries: list[Entry]) -> bool:
    """Is the investigation closed: has the file a paper of accusation?"""
    return any(one.sheet.document.kind.code in ("prosecution_opinion", "indictment") for one in entries)


def _sourceless(entries: list[Entry], hidden: Hidden) -> Iterator[Mismatch]:
    taken = "\n".join(
        one.sheet.cleaned.text
        for one in entries
        if one.sheet.document.kind.code in _ACTS or "清单" in one.sheet.document.title
    )
    if not taken:
        return
    told: set[str] = set()
    for entry in entries:
        text, start, end = entry.sheet.cleaned.text, 0, 0
        if entry.sheet.document.kind.code == "photos" and re.search(
            r"物证|物品|工具|赃物", entry.sheet.document.title + text[:40]
        ):
            end = len(text)
        elif (
            entry.form.kind == "appraisal"
            and not re.search(r"价格|审计|会计|伤|尸|精神", text[:60])
            and (part := _SAMPLES.search(text))
        ):
            start, end = part.span("said")
        for found in _THING.finditer(text, start, end):
            thing = found["thing"]
            if _BODILY.search(thing) or _named(thing, taken) or thing[-2:] in told:
                continue
            told.add(thing[-2:])
            raw = entry.sheet.raw_span(*found.span())
            yield Mismatch(
                "object_unlisted",
                f"{entry.sheet.document.title}有{thing}，卷内没有写到它的搜查、扣押、提取笔录或者清单{hidden.note}",
                (side(entry.sheet, *raw),),
            )


def _things(words: str) -> list[str]:
    return list(
        dict.fromkeys(one["thing"] for one in _THING.finditer(words) if not _BODILY.search(one["thing"]))
    )


def _named(thing: str, text: str) -> bool:
    """Does a text name such a thing: by its last two characters, which are its kind?"""
    return thing[-2:] in text


# ------------------------------------------------------------ opinions nobody was told of


def _untold(entries: list[Entry], hidden: Hidden) -> Iterator[Mismatch]:
    """The investigation is closed, and no notice and no record tells anybody of any opinion."""
    opinions = [one for one in entries if one.form.kind == "appraisal" and one.item]
    if not opinions or not _closed(entries) or hidden.may_be(NOTICE):
        return
    if any(one.form.kind == "told" for one in entries) or any(
        told_in(one) for one in entries if one.form.kind in ("interrogation", "inquiry", "appraisal", "note")
    ):
        return
    first = opinions[0]
    title = first.sheet.cleaned.text.split("\n", 1)[0]
    raw = first.sheet.raw_span(0, max(1, len(title)))
    yield Mismatch(
        "opinion_untold",
        f"卷内有鉴定意见{len(opinions)}份，没有告知犯罪嫌疑人、被害人的通知书，讯问、询问笔录也没有告知的记载{hidden.note}",
        (side(first.sheet, *raw),),
    )


# ------------------------------------------------------------ long questionings at night

_REST = re.compile(
    r"休息|睡|吃[饭了过]|用餐|就餐|饮食|供餐|[早午晚中]饭|[早午晚]餐|夜宵|宵夜|喝(?:了|过|口)?[热开]?水|饮水"
)
NIGHT, LENGTH, LEAST, IN_NIGHT = 22 * 60, 8 * 60, 4 * 60, 2 * 60
"""A questioning of LEAST minutes with IN_NIGHT of them between 22:00 and 06:00 ought to tell of rest or food.  Ours."""


def _restless(entries: list[Entry]) -> Iterator[Mismatch]:
    """A record of a long questioning in the night that holds no word of rest, food or drink."""
    for entry in entries:
        start, end = entry.form.get(Interrogation.start), entry.form.get(Interrogation.end)
        if (
            entry.sheet.document.incomplete
            or start is None
            or end is None
            or start.start is None
            or end.end is None
        ):
            continue
        if (
            not isinstance(start.value, Span)
            or not isinstance(end.value, Span)
            or _REST.search(entry.sheet.flow.text)
        ):
            continue
        first, last = start.value.high, end.value.low
        if last - first >= LEAST and _at_night(first, last) >= IN_NIGHT:
            yield Mismatch(
                "rest_untold",
                f"{entry.form.speaker}的{entry.sheet.document.title}从{start.value.text}到{end.value.text}，跨夜间（22时至次日6时），没有饮食、休息的记载",
                (side(entry.sheet, start.start, end.end),),
            )


def _at_night(first: int, last: int) -> int:
    today = first // 1440 * 1440
    return sum(
        max(0, min(last, day + NIGHT + LENGTH) - max(first, day + NIGHT))
        for day in (today - 1440, today, today + 1440)
    )
