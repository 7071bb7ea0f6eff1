"""Certificates in papers of their own: past their last day when the opinion was given, or for another kind of examination."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Appraisal
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.forms.base import MOMENT, moment_of

_LAST = re.compile(r"(?:至|到|－|—|-|~|有效期(?:限)?(?:为|：)?(?:至|到|：)?|截止(?:日期)?：?)$")


def certificates(draft: Draft, entries: list[Entry]) -> None:
    """Certificates in papers of their own: past their last day when the opinion they belong to was given."""
    for n, paper in enumerate(entries):
        if paper.sheet.document.kind.code != "qualification":
            continue
        for opinion in _opinions_of(paper, entries, n):
            issued = opinion.form.get(Appraisal.issued_on)
            if issued is None or not isinstance(issued.value, Span):
                continue
            done: set[str] = set()
            for last, body, start, end in _ends(paper):
                field = Appraisal.agency_unqualified if body else Appraisal.expert_unqualified
                if last.high < issued.value.low and field.name not in done:
                    done.add(field.name)
                    draft.put(opinion.act, field, True, paper.sheet, start, end)
            beyond = _beyond(paper, opinion)
            if beyond is not None and Appraisal.agency_unqualified.name not in done:
                draft.put(opinion.act, Appraisal.agency_unqualified, True, paper.sheet, *beyond)


def _opinions_of(paper: Entry, entries: list[Entry], place: int) -> list[Entry]:
    """The opinions whose experts the paper names; else the opinion that it follows in its volume."""
    text = "".join(paper.sheet.cleaned.text.split())
    opinions = [one for one in entries if one.form.kind == "appraisal" and one.act]
    before = [
        one
        for one in entries[:place]
        if one in opinions and one.sheet.document.volume is paper.sheet.document.volume
    ]
    if before:
        return before[-1:]
    named = []
    for one in opinions:
        signed = re.findall(
            r"(?:鉴定人|检验人)[^\n]{0,12}?([\u4e00-\u9fff]{2,3})(?:（|\n|$)", one.sheet.cleaned.text[-300:]
        )
        body = one.form.get(Appraisal.agency)
        if any(name in text for name in signed) or (body is not None and str(body.value) in text):
            named.append(one)
    return named


def _ends(paper: Entry) -> Iterator[tuple[Span, bool, int, int]]:
    """The last days of certificates, whether the institution's, and where they stand; lines of a table are joined."""
    text = paper.sheet.cleaned.text
    places = [at for at, char in enumerate(text) if char != "\n"]
    flat = text.replace("\n", "")
    for found in MOMENT.finditer(flat):
        if not _LAST.search(flat[max(0, found.start() - 8) : found.start()]):
            continue
        value = moment_of(found, found.group())
        if value is None:
            continue
        before = flat[: found.start()]
        body = before.rfind("机构") > before.rfind("鉴定人")
        yield value, body, *paper.sheet.raw_span(places[found.start()], places[found.end() - 1] + 1)


_FIELDS = (
    ("法医物证", r"DNA|基因|分型|STR", r"法医物证|DNA|生物物证"), ("法医临床", r"损伤程度|伤情|轻伤|重伤|轻微伤|伤残", r"法医临床|临床"),
    ("法医病理", r"尸体|死亡原因|死因", r"法医病理|病理|尸体"), ("毒物", r"毒品|甲基苯丙胺|海洛因|氯胺酮|大麻|乙醇|毒物", r"毒物|毒品|理化|微量|毒化"),
    ("痕迹", r"指纹|指印|手印|足迹|鞋印|枪弹|工具痕", r"痕迹|指纹|手印|足迹|枪弹"), ("文书", r"印文|印章|笔迹|签名字迹|文书", r"文书|文件|笔迹|印"),
    ("电子数据", r"电子数据|手机数据|硬盘|恢复", r"电子|声像|计算机"), ("精神", r"精神|刑事责任能力", r"精神"), ("声像资料", r"录像|语音|人像|声纹", r"声像|视听|图像"),
)  # fmt: skip
"""Kinds of examination: words of an opinion of the kind, words of a certificate for it."""


def _beyond(paper: Entry, opinion: Entry) -> tuple[int, int] | None:
    """The words of a certificate for other kinds of examination than the opinion's; None where it names its kind, or none."""
    text = paper.sheet.cleaned.text
    said = opinion.sheet.cleaned.text
    conclusion = said[max(said.rfind("意见"), said.rfind("结论"), 0) :] + opinion.sheet.document.title
    needed = [held for _, words, held in _FIELDS if re.search(words, conclusion)]
    named = [
        found
        for _, _, held in _FIELDS
        if (
            found := re.search(rf"(?:{held})[^，。；\n]{{0,4}}(?:鉴定|检验)", text.replace("鉴定人", "鉴_人"))
        )
    ]
    if (
        not needed
        or not named
        or any(re.search(held, text) for held in needed)
        or re.search(r"法医类|物证类|全部|刑事技术", text)
    ):
        return None
    first = min(named, key=lambda one: one.start())
    return paper.sheet.raw_span(*first.span())
