"""How a thing is described when it is taken and when it is examined: its number, colour, shape, sizes, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gaoyao.dossier.vocabulary import Appraisal
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.mismatches import Mismatch, Side, side
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.judgments.numerals import number

_UNIT = r"把|部|辆|个|件|台|根|条|支|只|枚|包|袋|瓶|张|本|双|顶|副|套|块|粒|片|份|处|管"
_THING = re.compile(
    rf"(?:(?<=[\n：、，；．.）。\d到现押有为了的出得])|^)(?P<before>[\u4e00-\u9fffA-Za-z]{{0,6}}?)(?P<thing>[\u4e00-\u9fff]{{2,6}})(?:（(?P<first>[^）\n]{{1,60}})）)?(?P<n>[一二两三四五六七八九十]|\d{{1,3}})(?P<unit>{_UNIT})(?:（(?P<said>[^）\n]{{1,80}})）|，(?P<free>[^。；\n]{{1,60}}))?"
)
_COLOURS = re.compile(
    r"(?<![斑痕血暗])(黑|白|红|蓝|绿|黄|灰|紫|棕|银|粉|橙|褐|金|青)色?(?![^，；]{0,3}(?:斑|血|污|痕))"
)
_SIDES = re.compile(r"左|右")
_SHAPES = re.compile(r"椭圆|圆形|方形|长方|正方|三角|圆柱|扁平|菱形|单刃|双刃|折叠")
_STUFFS = re.compile(r"塑料|木|金属|不锈钢|铁|玻璃|橡胶|皮|布|陶瓷|纸")
_NUMBERS = re.compile(
    r"(?P<what>全长|总长|通长|刃长|柄长|刃宽|直径|长径|短径|尾号|末四位|串号|序列号|IMEI|型号|车牌号?|号码|编号)[^，；。\d）A-Za-z]{0,6}(?P<value>[A-Za-z]{0,4}\d[\dA-Za-z.\-]*)"
)
_NET = re.compile(r"净重(?:为|：)?(\d+(?:\.\d+)?)克")
"""What was examined may weigh less than what was taken, never more."""
_FORMS = ("晶体", "粉末", "颗粒", "药片", "片剂", "块状物", "液体", "膏状物", "植物")
_FORM = re.compile("|".join(_FORMS))
_DETAILS = (("颜色", _COLOURS), ("形状", _SHAPES), ("材质", _STUFFS), ("部位", _SIDES))
_NO_THING = re.compile(
    r"照片|相片|附件|光盘|样本|血样|唾液|卷宗|名称|数量|人员|民警|一份|封条|物证袋|试剂|材料|报告|意见|情况"
)


class _Described(NamedTuple):
    thing: str
    pieces: int
    unit: str
    said: str
    side: Side
    raw: tuple[int, int]
    entry: Entry


def compare_descriptions(draft: Draft, opinion: Entry, taken: list[Entry]) -> Iterator[Mismatch]:
    """Things examined that differ in number, form or description from every paper that took things of that name."""
    before = [one for entry in taken for one in _read(entry, 0, len(entry.sheet.cleaned.text))]
    span = _samples(opinion)
    if not before or span is None:
        return
    for one in _read(opinion, *span):
        same = [other for other in before if other.thing[-2:] == one.thing[-2:] and other.unit == one.unit]
        wrong = _count(one, same) or _words(one, same) or _form(one, before)
        if wrong is not None:
            what, other = wrong
            yield Mismatch("sample_description", f"{one.thing}：{what}", (other.side, one.side))
            draft.put(opinion.act, Appraisal.sample_mismatch, True, opinion.sheet, *one.raw)
            return


def _samples(opinion: Entry) -> tuple[int, int] | None:
    """The part of an opinion that lists what was sent; the whole of it before the opinion itself where no part is headed so."""
    text = opinion.sheet.cleaned.text
    head = re.search(
        r"(?:^|\n|、|）)(?:送检)?(?:检材|鉴定材料|送检物品|送检材料|材料|样品|标的)(?:和样本|及样本|、样本|情况|描述)?[：:\n]",
        text,
    )
    if head is None:
        return None
    stop = re.search(
        r"\n[一二三四五六]、|(?:鉴定|检验)(?:要求|过程|意见|方法|结论)|委托(?:要求|事项)|论证",
        text[head.end() :],
    )
    return head.end(), head.end() + (stop.start() if stop else 400)


def _read(entry: Entry, start: int, end: int) -> list[_Described]:
    out = []
    for found in _THING.finditer(entry.sheet.cleaned.text, start, end):
        count = number(found["n"].replace("两", "二"))
        if not count or _NO_THING.search(found["thing"]):
            continue
        raw = entry.sheet.raw_span(*found.span())
        said = "".join(found[name] or "" for name in ("before", "thing", "first", "said", "free"))
        out.append(
            _Described(found["thing"], count, found["unit"], said, side(entry.sheet, *raw), raw, entry)
        )
    return out


def _count(one: _Described, same: list[_Described]) -> tuple[str, _Described] | None:
    """More pieces than were taken altogether, and than any paper tells: several papers tell of one taking."""
    named = [
        other
        for other in same
        if other.thing == one.thing or other.thing.endswith(one.thing) or one.thing.endswith(other.thing)
    ]
    if not named or one.pieces <= max(other.pieces for other in named):
        return None
    most = max(named, key=lambda other: other.pieces)
    papers = {id(other.entry) for other in named}
    total = max(sum(other.pieces for other in named if id(other.entry) == paper) for paper in papers)
    if one.pieces <= total:
        return None
    return f"提取、扣押时{most.pieces}{one.unit}，鉴定时{one.pieces}{one.unit}", most


def _words(one: _Described, same: list[_Described]) -> tuple[str, _Described] | None:
    """Colour, shape, stuff or a number that both tell and that is told so in no paper of taking."""
    if not same:
        return None
    for what, pattern in _DETAILS:
        mine = set(pattern.findall(one.said))
        theirs = [(set(pattern.findall(other.said)), other) for other in same]
        theirs = [row for row in theirs if row[0]]
        if mine and theirs and not any(mine & row[0] for row in theirs):
            return f"{what}不同（提取、扣押时“{theirs[0][1].said[:40]}”，鉴定时“{one.said[:40]}”）", theirs[
                0
            ][1]
    heavy = [float(value) for value in _NET.findall(one.said)]
    light = [
        (float(value), other)
        for other in same
        if other.pieces == one.pieces
        for value in _NET.findall(other.said)
    ]
    if len(heavy) == 1 and light and heavy[0] > 1.01 * max(value for value, _ in light):
        value, other = max(light, key=lambda row: row[0])
        return f"净重不同（提取、扣押时{value:g}克，鉴定时{heavy[0]:g}克）", other
    for found in _NUMBERS.finditer(one.said):
        told = [
            (hit["value"], other)
            for other in same
            for hit in _NUMBERS.finditer(other.said)
            if hit["what"] == found["what"]
        ]
        if told and not any(value == found["value"] for value, _ in told):
            return f"{found['what']}不同（提取、扣押时{told[0][0]}，鉴定时{found['value']}）", told[0][1]
    return None


def _form(one: _Described, before: list[_Described]) -> tuple[str, _Described] | None:
    """Powder was taken and crystals were examined: none of the things taken has the form of the thing examined."""
    mine = _FORM.search(one.thing)
    others = [other for other in before if _FORM.search(other.thing)]
    if mine is None or not others or any(mine.group() in other.thing for other in others):
        return None
    return f"提取、扣押的是{others[0].thing}，鉴定的是{one.thing}", others[0]
