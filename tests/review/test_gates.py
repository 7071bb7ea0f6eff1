"""评议、裁判、核准以前的闸门：只列出没有处理的程序问题，从不替人停止。案例虚构。"""

from __future__ import annotations

from datetime import date

import pytest

from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import View, readable
from gaoyao.review.api import review
from gaoyao.review.engine import rules
from gaoyao.review.gates import CONCEPTS, Step, gate

HEAD = "皋陶: 1\n案件: {标识: C, 案件名称: 虚构案, 诉讼阶段: STAGE, 审理程序: 普通程序, 法院级别: 基层, 可能判处死刑: 否, 可能判处无期徒刑: 否}\n被告人: [{标识: A1, 姓名: 甲某}]\n"
# 说明、阶段、案卷、哪一步、闸门里的规则。
ROWS = [
    ("送达问题没有处理", "一审", "程序异议: [{标识: O1, 类别: 送达、通知, 已补正、重做或者作出处理: 否, 处理理由已写明: 否}]", Step.DELIBERATION,
     ["principles.objection_open"]),
    ("最后陈述没有听取", "一审", "权利登记: [{标识: R1, 权利: 最后陈述, 本审级、本程序适用: 是, 已行使: 否, 明确放弃: 否}]", Step.DELIBERATION,
     ["principles.last_statement_denied"]),
    ("程序没有问题", "一审", "权利登记: [{标识: R1, 权利: 最后陈述, 本审级、本程序适用: 是, 已行使: 是, 明确放弃: 否}]", Step.DELIBERATION, []),
    ("成员没有说理由，在裁判以前提示", "一审", "合议庭: [{标识: H1, 人数: 三人, 有人民陪审员参加: 否, 评议意见: [{标识: B1, 独立发表意见: 是, 说明理由: 否}]}]",
     Step.DECISION, ["panel.opinion_unreasoned"]),
    ("复核没有讯问被告人", "死刑复核", "", Step.DEATH_APPROVAL, ["management.not_questioned"]),
]  # fmt: skip


@pytest.mark.parametrize(("says", "stage", "body", "step", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_闸门列出没有处理的问题(says: str, stage: str, body: str, step: Step, expected: list[str]) -> None:
    text = HEAD.replace("STAGE", stage) + body + "\n"
    if stage == "死刑复核":
        text = text.replace("姓名: 甲某", "姓名: 甲某, 死刑复核情况: {标识: D1, 已讯问被告人: 否}")
    line = gate(review(View(load(text).log, readable("judge")), date(2024, 6, 1)), step)
    assert [one.rule.id for one in line.findings] == expected, says
    assert ("未见程序上的障碍" in line.sentence) is line.open
    if expected:
        assert "由审判人员写明理由" in line.sentence, "继续进行由人决定"


def test_没有查明的也列出来() -> None:
    text = HEAD.replace("STAGE", "一审") + "权利登记: [{标识: R1, 权利: 最后陈述, 本审级、本程序适用: 是}]\n"
    line = gate(review(View(load(text).log, readable("judge")), date(2024, 6, 1)), Step.DELIBERATION)
    assert not line.open
    assert line.findings == ()
    assert any("right." in one.field for one in line.questions)


def test_闸门里的每个概念都有规则给出() -> None:
    made = {rule.concept for rule in rules()}
    for step in Step:
        assert CONCEPTS[step] - made == set(), step
