"""过问登记、内部评议与定案分开：谈事实、证据、处理的规则不读它们；学习与追责分开。解释口径的每一说都真有作用。"""

from __future__ import annotations

from datetime import date

import pytest

from gaoyao.dossier.exchange import load
from gaoyao.dossier.schema import KINDS, Part
from gaoyao.dossier.view import Role, View, readable
from gaoyao.law.interpretations import INTERPRETATIONS, UnknownInterpretationError, resolve
from gaoyao.law.rule import RULES, Rule
from gaoyao.logic.prose import fields
from gaoyao.review.api import Reader, review
from gaoyao.review.engine import rules
from gaoyao.review.render.as_json import dumps

COMPILED = rules()
ON_GUILT = ("item", "point", "fact", "count", "decision", "link", "trace", "exhibit", "supplement")
KEPT_APART = {kind.kind for kind in KINDS.values() if kind.part is Part.INTERFERENCE}
ASSESSING = {"indicator", "scheme", "responsibility", "joint_handling"}


def test_过问登记单独成卷() -> None:
    assert {"contact"} == KEPT_APART


@pytest.mark.parametrize("rule", COMPILED, ids=[rule.id for rule in COMPILED])
def test_过问登记只有登记规则读取_从不成为理由(rule: Rule) -> None:
    read = {field.kind for field in fields(rule.whole)}
    if read & KEPT_APART:
        assert rule.about == "contact"
        assert rule.about not in ON_GUILT
    if rule.about in ON_GUILT:
        assert not read & (KEPT_APART | ASSESSING), "谈事实、证据、处理的规则不读过问、考核、追责"


def test_没有一种职务当然读得到过问登记() -> None:
    for role in Role:
        owner = "甲" if role is Role.DEFENDER else ""
        assert (Part.INTERFERENCE, "") not in readable(role, owner)


CASE = """皋陶: 1
案件: {标识: C, 案件名称: 虚构案, 诉讼阶段: 一审}
过问、干预、压力登记: [{标识: K1, 类别: 单位来函来电, 单位: 虚构单位, 已全面如实记录: 否, 已报告: 否, 内容: 要求从重}]
合议庭: [{标识: H1, 人数: 三人, 评议意见: [{标识: B1, 独立发表意见: 是, 说明理由: 否}]}]
"""


@pytest.mark.parametrize("role", [Reader.JUDGE, Reader.PROSECUTOR, Reader.DEFENDER, Reader.REVIEWER])
def test_审查结果里没有过问登记的任何内容(role: Reader) -> None:
    log = load(CASE).log
    owner = "甲" if role is Reader.DEFENDER else ""
    text = dumps(review(View(log, readable(role.value, owner)), date(2024, 6, 1), role=role))
    assert "K1" not in text
    assert "虚构单位" not in text
    assert ("B1" in text) is (role is Reader.JUDGE), "评议意见只有法院看得到"


def test_指名监督过问登记的人看得到() -> None:
    log = load(CASE).log
    done = review(View(log, [(Part.INTERFERENCE, "")]), date(2024, 6, 1))
    assert [one.rule.id for one in done.findings] == ["principles.contact_unrecorded"]


OPEN = [row for row in INTERPRETATIONS.values() if not row.settled]
SETTLED = [row for row in INTERPRETATIONS.values() if row.settled]


@pytest.mark.parametrize("row", OPEN, ids=[row.id for row in OPEN])
def test_可以选用的口径_改用另一说确有不同(row: object) -> None:
    ident = row.id
    schools = {
        rule.interpretation[1]
        for rule in RULES.values()
        if rule.interpretation and rule.interpretation[0] == ident
    }
    assert schools
    assert schools <= {one.id for one in row.schools}


@pytest.mark.parametrize("row", INTERPRETATIONS.values(), ids=list(INTERPRETATIONS))
def test_每个口径写明各说_来源_默认和理由(row: object) -> None:
    assert len(row.schools) >= 2
    for one in row.schools:
        assert one.label
        assert one.holders
        assert one.reading
    assert row.question.endswith("？")
    assert row.why_default
    days = [first for first, _ in row.defaults]
    assert days == sorted(days)
    for _, school in row.defaults:
        row.school(school)


@pytest.mark.parametrize("row", SETTLED, ids=[row.id for row in SETTLED])
def test_已经定了的_不能改用另一说_并说明为什么(row: object) -> None:
    on = date(2024, 5, 10)
    default = row.default_on(on)
    other = next(one.id for one in row.schools if one.id != default)
    assert resolve(on, {row.id: default})[row.id] == default
    with pytest.raises(UnknownInterpretationError, match="不能选用"):
        resolve(on, {row.id: other})


# 指南表C第七至二十三行（及审计补充的三行）对应的口径。
TABLE_C = {
    7: "minor_alone", 8: "record_place", 9: "foil_numbers", 10: "identification_form", 11: "data_illegality",
    12: "exclusion_conference", 13: "legality_inquiry", 14: "remand_cleared", 15: "speaking_order", 16: "trial_period",
    17: "preparation_time", 18: "legal_aid_scope", 19: "three_rules", 20: "reprieve_committee", 21: "administrative_material",
    22: "prohibition_without_sanction", 23: "indicator_list",
}  # fmt: skip


def test_冲突表逐行都有口径() -> None:
    assert set(TABLE_C.values()) | {"simplified_procedures", "postponement", "note_signature"} <= set(
        INTERPRETATIONS
    )


# 默认随审理日期变化的口径。
DEFAULTS = [
    ("minor_alone", "2019-05-10", "doubt"), ("minor_alone", "2022-05-10", "not_basis"),
    ("legal_aid_scope", "2021-12-31", "cpl_only"), ("legal_aid_scope", "2022-01-01", "union"),
    ("reprieve_committee", "2015-05-10", "death_only"), ("reprieve_committee", "2022-05-10", "must"),
    ("remand_cleared", "2012-05-10", "statute"), ("remand_cleared", "2015-05-10", "opinion"),
    ("three_rules", "2024-09-02", "trial"), ("three_rules", "2024-09-03", "rules_2024"),
    ("postponement", "2015-05-10", "must"), ("postponement", "2022-05-10", "may"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "on", "school"), DEFAULTS)
def test_默认随审理日期变化(name: str, on: str, school: str) -> None:
    assert INTERPRETATIONS[name].default_on(date.fromisoformat(on)) == school


SMALL = "皋陶: 1\n案件: {标识: C, 案件名称: 虚构案, 诉讼阶段: 一审}\n"


@pytest.mark.parametrize(
    ("says", "body", "name", "shown"),
    [
        ("没有合议庭就不列发言次序", "", "speaking_order", False),
        ("有合议庭就列", "合议庭: [{标识: H1}]\n", "speaking_order", True),
        ("没有证据就不列录音录像", "", "recording", False),
        ("有证据就列", "证据: [{标识: E1}]\n", "recording", True),
        ("法律已经定了的不列", "证据: [{标识: E1}]\n合议庭: [{标识: H1}]\n", "postponement", False),
    ],
)
def test_审查只列出与本案对象有关的口径(says: str, body: str, name: str, shown: bool) -> None:
    done = review(View(load(SMALL + body).log, readable("judge")), date(2024, 6, 1))
    assert (name in {one.interpretation for one in done.schools}) is shown, says
