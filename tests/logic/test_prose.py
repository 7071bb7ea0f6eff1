"""规则写成文字：没有双重否定，读得出层次。"""

from datetime import date, timedelta

import pytest
from hypothesis import given

from gaoyao.logic.prose import concepts, describe, fields, relations
from gaoyao.logic.relations import at, at_least, exists, forall
from gaoyao.logic.tree import Always, Not, TreeError, cannot_exclude
from tests.logic import words as w
from tests.logic.generate import cases

ROWS = [
    (w.疲劳, ["供述系疲劳讯问取得"]),
    (~w.疲劳, ["供述不是疲劳讯问取得"]),
    (~~w.无词, ["「签名」：是"]),
    (w.疲劳 & w.无词, ["同时具备：", "　　供述系疲劳讯问取得", "　　「签名」：是"]),
    (~(w.疲劳 & w.无词), ["具有下列之一：", "　　供述不是疲劳讯问取得", "　　「签名」：否"]),
    (exists(w.讯问, w.场外), ["任一历次讯问：讯问在规定场所以外进行"]),
    (~exists(w.讯问, w.场外), ["每一历次讯问：讯问在规定场所进行"]),
    (~forall(w.讯问, w.录像), ["任一历次讯问：讯问没有录音录像"]),
    (at_least(2, w.讯问, w.场外), ["至少 2 项历次讯问：讯问在规定场所以外进行"]),
    (~at_least(2, w.讯问, w.场外), ["少于 2 项历次讯问：讯问在规定场所以外进行"]),
    (
        exists(w.讯问, w.场外 & ~w.录像),
        ["任一历次讯问：", "　　同时具备：", "　　　　讯问在规定场所以外进行", "　　　　讯问没有录音录像"],
    ),
    (at(w.首次, w.录像), ["首次讯问：讯问全程录音录像"]),
    (w.开始 > w.结束, ["讯问开始晚于讯问结束"]),
    (~(w.结束 > w.开始 + timedelta(hours=24)), ["讯问结束不晚于讯问开始之后24小时"]),
    (w.结束 > w.开始 - timedelta(days=3), ["讯问结束晚于讯问开始之前3日"]),
    (w.开始 < date(2021, 3, 1), ["讯问开始早于 2021-03-01"]),
    (~(w.份数 < 2), ["笔录份数不少于 2份"]),
    (w.地点.equals("hotel"), ["讯问地点为“宾馆”"]),
    (~w.地点.equals("hotel"), ["讯问地点为“看守所”"]),
    (w.疲劳.unresolved, ["「疲劳讯问」查而不明"]),
    (
        cannot_exclude(w.疲劳),
        ["不能排除：供述系疲劳讯问取得", "　　（查证终结后仍查而不明的，按不能排除认定）"],
    ),
    (
        cannot_exclude(w.疲劳, w.无词),
        ["不能排除：供述系疲劳讯问取得", "　　（不明时，以此表示查证终结）「签名」：是"],
    ),
    (
        ~cannot_exclude(w.疲劳, w.无词),
        ["能够排除：供述系疲劳讯问取得", "　　（不明时，以此表示查证终结）「签名」：是"],
    ),
    (w.结论, ["有应当排除的理由"]),
    (~w.结论, ["没有应当排除的理由"]),
    (Always(False), ["没有任何情形"]),
]


@pytest.mark.parametrize(("prop", "lines"), ROWS, ids=[row[1][0] for row in ROWS])
def test_规则的文字(prop, lines):
    assert describe(prop) == lines


@given(cases())
def test_任何命题都写得出而且不出现双重否定(example):
    _, (prop,) = example
    for text in (describe(prop), describe(Not(prop))):
        assert text
        assert not any(wrong in line for line in text for wrong in ("不不", "没有没有", "并非"))
    assert describe(Not(Not(prop))) == describe(prop)


def test_所读的字段关系和结论都列得出():
    prop = (
        exists(w.清单, w.场外)
        & (w.开始 < w.结束 + timedelta(hours=1))
        & w.疲劳.unresolved
        & ~w.地点.equals("jail")
        & w.结论
    )
    assert fields(prop) == {w.场外, w.完整, w.开始, w.结束, w.疲劳, w.地点}
    assert relations(prop & at(w.首次, w.录像)) == {w.清单, w.首次}
    assert concepts(prop) == {w.结论}


def test_过深的命题不写():
    deep = w.疲劳
    for _ in range(3000):
        deep = Not(deep)
    with pytest.raises(TreeError, match="嵌套超过"):
        describe(deep)
