"""已经依法处理的发现不再强制：瑕疵已裁定补正、证据已裁定排除或者撤回。"""

from __future__ import annotations

from datetime import date

import pytest

from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import View, readable
from gaoyao.law.rule import Weight
from gaoyao.review.api import review

HEAD = "皋陶: 1\n案件: {id: C, 虚构案件: 是, 诉讼阶段: 一审, 开庭日期: 2023-05-10}\n证据:\n"
UNSIGNED = "讯问: {经被讯问人核对确认: 是, 讯问人签名: 否}"
UNCONFIRMED = "讯问: {经被讯问人核对确认: 否, 讯问人签名: 是}"

# 一句话；讯问的情况；裁定、撤回；规则；应有的分量；句末应写明什么。
ROWS = [
    ("讯问人没有签名，没有补正", UNSIGNED, "", "confession.officers_unsigned", Weight.MANDATORY, ""),
    (
        "讯问人没有签名，已裁定补正成立",
        UNSIGNED,
        "裁定: [{结论: 补正或解释成立}]",
        "confession.officers_unsigned",
        Weight.RISK,
        "补正或者解释已经裁定成立。",
    ),
    (
        "讯问人没有签名，补正不成立",
        UNSIGNED,
        "裁定: [{结论: 补正或解释不成立}]",
        "confession.officers_unsigned",
        Weight.MANDATORY,
        "",
    ),
    (
        "笔录没有核对确认，不能补正：裁定补正成立也不改变",
        UNCONFIRMED,
        "裁定: [{结论: 补正或解释成立}]",
        "confession.unconfirmed",
        Weight.MANDATORY,
        "",
    ),
    (
        "笔录没有核对确认，已裁定排除",
        UNCONFIRMED,
        "裁定: [{结论: 予以排除}]",
        "confession.unconfirmed",
        Weight.RISK,
        "该证据已经裁定排除。",
    ),
    (
        "笔录没有核对确认，裁定不予排除：法律的后果还在",
        UNCONFIRMED,
        "裁定: [{结论: 不予排除}]",
        "confession.unconfirmed",
        Weight.MANDATORY,
        "",
    ),
    (
        "笔录没有核对确认，控方已撤回",
        UNCONFIRMED,
        "控方已撤回: 是",
        "confession.unconfirmed",
        Weight.RISK,
        "该证据已由控方撤回。",
    ),
]


@pytest.mark.parametrize(
    ("says", "how", "done", "rule", "weight", "ends"), ROWS, ids=[row[0].replace("：", "-") for row in ROWS]
)
def test_已经依法处理的发现不再强制(
    says: str, how: str, done: str, rule: str, weight: Weight, ends: str
) -> None:
    parts = ["id: E1", "证据种类: 被告人供述和辩解", "用以证明不利于被告人的事实: 是", how]
    text = HEAD + "  - {" + ", ".join([*parts, *([done] if done else [])]) + "}\n"
    made = review(View(load(text).log, readable("judge")), date(2024, 6, 1))
    (found,) = [one for one in made.findings if one.rule.id == rule]
    assert found.weight is weight, says
    assert found.sentence.endswith(ends or "。"), says
    assert ("已经裁定" in found.sentence or "已由" in found.sentence) is bool(ends), says
