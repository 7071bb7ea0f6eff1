"""说理：每一行是一个命题、几个格，和人读到的那段话。"""

from datetime import timedelta

import pytest

from gaoyao.logic.frame import Cell, Source
from gaoyao.logic.reasons import explain, leaves, sentence
from gaoyao.logic.relations import at, at_least, exists, forall
from gaoyao.logic.tree import Always, cannot_exclude
from gaoyao.logic.truth import Truth, Why
from tests.logic import words as w
from tests.logic.frames import MemoryFrame, day, known, moment, open_

ROWS = [
    ("是用肯定句", w.疲劳, {w.疲劳: known(True)}, "供述系疲劳讯问取得。"),
    ("否用字段自己的否定句", w.疲劳, {w.疲劳: known(False)}, "供述不是疲劳讯问取得。"),
    ("否定一个叶，不写双重否定", ~w.疲劳, {w.疲劳: known(False)}, "供述不是疲劳讯问取得。"),
    ("未录入", w.疲劳, {}, "是否疲劳讯问不明（未录入）。"),
    ("卷内无记载", w.疲劳, {w.疲劳: open_(Why.FILE_SILENT)}, "是否疲劳讯问不明（卷内无记载）。"),
    ("说法冲突", w.疲劳, {w.疲劳: open_(Why.CONFLICTING)}, "是否疲劳讯问不明（说法冲突）。"),
    (
        "查而不明写明缘由",
        w.疲劳,
        {w.疲劳: open_(Why.UNRESOLVED, "看守所登记已销毁")},
        "是否疲劳讯问不明（查而不明：看守所登记已销毁）。",
    ),
    (
        "不适用写明缘由",
        w.疲劳,
        {w.疲劳: open_(Why.NOT_APPLICABLE, "系书面供词")},
        "「疲劳讯问」不适用（系书面供词）。",
    ),
    ("没有句子的字段用标签", w.无词, {w.无词: known(False)}, "「签名」：否。"),
    (
        "时间晚于，两边的值都写出来",
        w.开始 > w.结束,
        {w.开始: moment(2021, 3, 5, 23), w.结束: moment(2021, 3, 5, 22)},
        "讯问开始 2021-03-05 23:00 晚于讯问结束 2021-03-05 22:00。",
    ),
    (
        "比较不成立时用相反的说法",
        w.开始 > w.结束,
        {w.开始: moment(2021, 3, 5, 9), w.结束: moment(2021, 3, 5, 10)},
        "讯问开始 2021-03-05 09:00 不晚于讯问结束 2021-03-05 10:00。",
    ),
    (
        "只知同一天，先后不能确定",
        w.开始 < w.结束,
        {w.开始: day(2021, 3, 5), w.结束: day(2021, 3, 5)},
        "讯问开始 2021-03-05 与讯问结束 2021-03-05 先后不能确定。",
    ),
    (
        "加上期间以后再比较",
        w.结束 > w.开始 + timedelta(hours=24),
        {w.开始: moment(2021, 3, 5, 9), w.结束: moment(2021, 3, 6, 10)},
        "讯问结束 2021-03-06 10:00 晚于讯问开始之后24小时（2021-03-06 09:00）。",
    ),
    ("缺一个时间", w.开始 > w.结束, {w.开始: moment(2021, 3, 5, 9)}, "讯问结束不明（未录入）。"),
    ("数量", w.份数 >= 2, {w.份数: known((1, 1))}, "笔录份数 1份 小于 2份。"),
    ("用人读到的写法", w.份数 >= 2, {w.份数: known((2, 3), "两三份")}, "笔录份数 两三份 不少于 2份。"),
    ("选项用标签", w.地点.equals("hotel"), {w.地点: known("hotel")}, "讯问地点为“宾馆”。"),
    ("否定选项仍写卷内的值", ~w.地点.equals("hotel"), {w.地点: known("jail")}, "讯问地点为“看守所”。"),
    ("并且为否：只写起决定作用的一项", w.疲劳 & w.无词, {w.疲劳: known(False)}, "供述不是疲劳讯问取得。"),
    (
        "或者为否：两项都写",
        w.疲劳 | w.无词,
        {w.疲劳: known(False), w.无词: known(False)},
        "供述不是疲劳讯问取得，「签名」：否。",
    ),
    ("否定整个或者，不写双重否定", ~(w.疲劳 | w.无词), {w.疲劳: known(True)}, "供述系疲劳讯问取得。"),
    (
        "不能排除要写出查证已经终结",
        cannot_exclude(w.疲劳),
        {w.疲劳: open_(Why.UNRESOLVED)},
        "是否疲劳讯问不明（查而不明），「疲劳讯问」查而不明。",
    ),
    ("只有常量时写常量本身", Always(False), {}, "本项一律不成立。"),
    ("常量与别的理由并存时不写常量", Always(True) & w.疲劳, {w.疲劳: known(True)}, "供述系疲劳讯问取得。"),
    ("不起作用的常量", Always(False) | w.疲劳, {w.疲劳: known(True)}, "供述系疲劳讯问取得。"),
]


def frame_of(cells, targets=(), complete=None, results=(0,)):
    found = {(field.path, 0): cell for field, cell in cells.items()}
    if complete is not None:
        found[w.完整.path, 0] = complete
    names = {("供述", 0): "证据1《供述》", ("讯问", 0): "第一次讯问", ("讯问", 1): "第二次讯问"}
    links = {path: {0: targets} for path in ("供述.r", "供述.l", "供述.o")}
    return MemoryFrame({"供述": 1, "讯问": 8}, found, links, {"供述.c": results}, names)


@pytest.mark.parametrize(("what", "prop", "cells", "text"), ROWS, ids=[row[0] for row in ROWS])
def test_说理的句子(what, prop, cells, text):
    assert sentence(explain(prop, frame_of(cells), 0, "供述")) == text


def interrogated(*values, complete=None):
    frame = frame_of({}, tuple(range(len(values))), complete)
    cells = {(w.录像.path, n): known(v) if isinstance(v, bool) else open_(v) for n, v in enumerate(values)}
    return frame.with_cells(cells)


GROUPS = [
    (
        "存在：点出符合的那一次",
        exists(w.讯问, ~w.录像),
        interrogated(True, False),
        "「历次讯问」中有 1 项符合（第二次讯问）",
        "第二次讯问：讯问没有录音录像。",
    ),
    (
        "存在为否：逐项写明",
        exists(w.讯问, ~w.录像),
        interrogated(True, True),
        "「历次讯问」共 2 项，没有一项符合",
        "第一次讯问：讯问全程录音录像；第二次讯问：讯问全程录音录像。",
    ),
    (
        "并非每一次：点出例外",
        ~forall(w.讯问, w.录像),
        interrogated(True, False),
        "「历次讯问」中有 1 项符合（第二次讯问）",
        "第二次讯问：讯问没有录音录像。",
    ),
    (
        "每一次为否",
        forall(w.讯问, w.录像),
        interrogated(True, False),
        "「历次讯问」中有 1 项不符合（第二次讯问）",
        "第二次讯问：讯问没有录音录像。",
    ),
    (
        "清单有缺：不能说没有",
        exists(w.清单, ~w.录像),
        interrogated(True, complete=known(False)),
        "「历次讯问」共 1 项，清单是否完整尚未确认",
        "历次讯问没有列全。",
    ),
    (
        "清单列全：不存在要靠清单完整",
        exists(w.清单, ~w.录像),
        interrogated(True, complete=known(True)),
        "「历次讯问」共 1 项，没有一项符合",
        "第一次讯问：讯问全程录音录像；历次讯问已列全。",
    ),
    (
        "没有任何一项",
        exists(w.讯问, ~w.录像),
        interrogated(),
        "「历次讯问」没有任何一项",
        "「历次讯问」没有任何一项。",
    ),
    (
        "至少两次而只有一次",
        at_least(2, w.讯问, ~w.录像),
        interrogated(True, False, True),
        "「历次讯问」共 3 项，至多 1 项符合，至少须 2 项",
        "第一次讯问：讯问全程录音录像；讯问3：讯问全程录音录像。",
    ),
    (
        "不足两次",
        ~at_least(2, w.讯问, ~w.录像),
        interrogated(False, False),
        "「历次讯问」中有 2 项（第一次讯问、第二次讯问），已达 2 项",
        "第一次讯问：讯问没有录音录像；第二次讯问：讯问没有录音录像。",
    ),
    (
        "不明的一次说明为何不明",
        exists(w.讯问, ~w.录像),
        interrogated(True, Why.FILE_SILENT),
        "「历次讯问」共 2 项，第二次讯问是否符合不明",
        "第二次讯问：讯问是否录音录像没有材料（卷内无记载）。",
    ),
    (
        "名字太多时只列前五个",
        exists(w.讯问, ~w.录像),
        interrogated(*[False] * 6),
        "「历次讯问」中有 6 项符合（第一次讯问、第二次讯问、讯问3、讯问4、讯问5等 6 项）",
        "；".join(
            f"{n}：讯问没有录音录像" for n in ("第一次讯问", "第二次讯问", "讯问3", "讯问4", "讯问5", "讯问6")
        )
        + "。",
    ),
    (
        "单值关系写出对象",
        at(w.首次, w.录像),
        interrogated(False),
        "「首次讯问」是第一次讯问",
        "第一次讯问：讯问没有录音录像。",
    ),
    (
        "单值关系没有录入",
        at(w.首次, w.录像),
        interrogated(),
        "「首次讯问」没有录入",
        "「首次讯问」没有录入。",
    ),
]


@pytest.mark.parametrize(("what", "prop", "frame", "head", "text"), GROUPS, ids=[row[0] for row in GROUPS])
def test_量词的说理点出对象(what, prop, frame, head, text):
    reason = explain(prop, frame, 0)
    assert reason.sentence == head
    assert sentence(reason) == text


def test_出处随叶带出而不起作用的部分排在后面():
    page = (Source(page="证据卷二第14页", quote="未录像"),)
    frame = frame_of({w.疲劳: Cell(False, sources=page), w.无词: known(True)})
    reason = explain(w.无词 & w.疲劳, frame, 0)
    assert [(part.field, part.decisive) for part in reason.parts] == [
        ("供述.疲劳", True),
        ("供述.签名", False),
    ]
    (leaf,) = leaves(reason)
    assert (leaf.sources, leaf.truth, leaf.name) == (page, Truth.NO, "证据1《供述》")


def test_比较的两边出处都带上():
    a, b = Source(page="1"), Source(page="2")
    cells = {w.开始: Cell((5, 5), sources=(a,)), w.结束: Cell((6, 6), sources=(a, b))}
    assert explain(w.开始 < w.结束, frame_of(cells), 0).sources == (a, b)


def test_下一层的结论带着它的理由():
    assert (
        sentence(explain(w.结论, frame_of({}, results=(1,)), 0)) == "有应当排除的理由（前一层的规则成立）。"
    )
    assert sentence(explain(~w.结论, frame_of({}, results=(-1,)), 0)) == "没有应当排除的理由。"
    assert explain(~w.结论, frame_of({}, results=(-1,)), 0).truth is Truth.YES


@pytest.mark.parametrize(
    ("prop", "cell", "closed", "text"),
    [
        (cannot_exclude(w.疲劳, w.无词), open_(Why.CONFLICTING), known(True), "查证已经终结，仍不能排除"),
        (cannot_exclude(w.疲劳, w.无词), open_(Why.CONFLICTING), known(False), "尚未查明，查证还没有终结"),
        (
            cannot_exclude(w.疲劳, w.无词),
            open_(Why.CONFLICTING),
            open_(Why.NOT_ENTERED),
            "尚未查明，查证是否终结也不明",
        ),
        (cannot_exclude(w.疲劳, w.无词), known(True), known(False), "该情形存在"),
        (~cannot_exclude(w.疲劳, w.无词), known(False), known(True), "该情形不存在"),
    ],
)
def test_不能排除的说理(prop, cell, closed, text):
    assert explain(prop, frame_of({w.疲劳: cell, w.无词: closed}), 0).sentence == text


def test_没有的对象报错():
    with pytest.raises(IndexError, match="只有 1 个对象，没有第 3 个"):
        explain(w.疲劳, frame_of({}), 2)
