"""审查意见页上的“供述比对”和“登记簿”：有才列，未答复的看得出来，图有同样内容的表，恶意文字只当文字。"""

from __future__ import annotations

from dataclasses import replace

import pytest

from gaoyao.review.pages import (
    ContradictionLine,
    RegisterLine,
    Registers,
    SharedLine,
    SignLine,
    StatementsPage,
)
from gaoyao.review.render.sections.entries import entries
from gaoyao.review.render.sections.statements import statements
from tests.review.render.pages import Element, parsed
from tests.review.render.test_statement_pictures import RIVALS, item, page

BAD = "<script>alert(1)</script>"
ANSWERED = RegisterLine(
    "疑点1", "doubt", "疑点", "D1", "刀从哪里来", "已排除", True, "", "购买记录在卷", "承办人甲", (item(1),), (), "卷一", "", 0, False
)  # fmt: skip
OPEN = replace(
    ANSWERED, number="疑点2", about=BAD, answered=False, lacking="没有写明理由", reason="", by="", items=()
)
CLASH = ContradictionLine(1, "工具", "", "锤子", (item(1),), BAD, (item(2), item(3)), "未判断", ())


def read(section: object) -> Element:
    return parsed(f"<!DOCTYPE html>\n<html><body>{section}</body></html>\n")


def test_什么都没有录入的_不列空的一节() -> None:
    assert statements(StatementsPage()) is None
    assert entries(Registers()) is None


def test_未答复的登记写明缺什么_已答复的写明依据() -> None:
    root = read(entries(replace(RIVALS, entries=(ANSWERED, OPEN), contradictions=(CLASH,))))
    rows = [one.text for one in root.all("tr")]
    assert any(
        "疑点1" in one and "已排除" in one and "购买记录在卷" in one and "未答复" not in one for one in rows
    )
    assert any("疑点2" in one and "▲ 未答复" in one and "没有写明理由" in one for one in rows)
    assert "登记 2 项，其中 1 项还没有得到答复" in root.text
    assert "1 项未答复" in root.all("caption")[0].text
    assert any("锤子" in one and "E2、E3" in one for one in rows)
    assert BAD in root.text
    assert not list(root.all("script"))
    assert len(list(root.all("figure"))) == 1


# 陈述次数 · 细节数 · 图的幅数：都画到，多于两幅的折叠，每幅有文字表
@pytest.mark.parametrize(("versions", "slots", "figures"), [(3, 2, 1), (9, 2, 2), (20, 40, 9)])
def test_供述比对的图和文字表一样多(versions: int, slots: int, figures: int) -> None:
    root = read(statements(page(versions, slots)))
    assert len(list(root.all("figure"))) == figures
    assert sum("的各次陈述（第" in one.text for one in root.all("caption")) == figures


def test_供述比对列出改口_相同文字_讯问迹象() -> None:
    made = replace(
        page(3, 2),
        shared=(SharedLine(item(0), item(1), 12, 80, BAD * 5),),
        questioning=(SignLine("night", "夜间讯问", item(1), None, BAD),),
    )
    root = read(statements(made))
    captions = [one.text for one in root.all("caption")]
    for words in ("越供越像）：1 处", "前后说法不一致：1 处", "相同的文字：1 对", "讯问过程的迹象：1 处"):
        assert any(words in one for one in captions), words
    assert not list(root.all("script"))
    assert "不说明真假" in root.text


def test_长的登记簿_先列前十五行_其余折叠_一行不少() -> None:
    lines = tuple(replace(ANSWERED, number=f"疑点{n}") for n in range(40))
    root = read(entries(Registers(entries=lines)))
    assert (
        sum(one.text.startswith("疑点") for one in root.all("th") if one.attributes.get("scope") == "row")
        == 40
    )
    assert "其余 25 行" in root.text
