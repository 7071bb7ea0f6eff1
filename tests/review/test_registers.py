"""登记项目只能处理，不能消失：每一种让它消失的办法都试一遍。案例全部虚构。"""

from __future__ import annotations

from datetime import date

import jsonschema
import pytest

from gaoyao.dossier.chain import MAIN
from gaoyao.dossier.exchange import load
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Basis, DossierError
from gaoyao.dossier.schema import Part
from gaoyao.dossier.transaction import NEVER_REMOVED
from gaoyao.dossier.view import View, readable
from gaoyao.law.rule import Weight
from gaoyao.review.api import review
from gaoyao.review.model import FactState, Review
from gaoyao.review.render.as_json import as_dict, schema

TODAY = date(2024, 6, 1)
CASE = """皋陶: 1
案件: {标识: C, 案件名称: 虚构案, 虚构案件: 是, 诉讼阶段: 一审, 审理程序: 普通程序, 开庭日期: 2024-05-10, 全案证据已录入齐全: 是}
被告人: [{标识: A1, 姓名: 甲某, 庭审中翻供: 是}]
犯罪事实: [{标识: I1, 简述: 某事}]
指控: [{标识: N1, 被告人: A1, 犯罪事实: I1, 罪名: 盗窃罪}]
待证事实: [{标识: F1, 内容: 系其所为, 所属指控: [N1], 事实性质: 系被告人所为}]
证据:
  - {标识: E1, 名称: 甲某的供述, 证据种类: 被告人供述和辩解, 陈述人: A1, 承认犯罪: 是, 用以证明不利于被告人的事实: 是,
     讯问: {讯问开始: 2023-03-01 10:00, 讯问结束: 2023-03-01 11:00}, 笔录正文: "答：我用尖刀撬开后窗进入屋内，从抽屉里拿走一部手机和两千元现金，出来以后沿着河边的小路一直走到镇上的汽车站，把手机卖给一个不认识的人，钱都花完了。",
     说法: [{细节: 工具, 内容: 尖刀}], 证明联系: [{待证事实: F1, 方向: 支持}]}
  - {标识: E2, 名称: 痕迹鉴定, 证据种类: 鉴定意见, 说法: [{细节: 工具, 内容: 撬棍}], 证明联系: [{待证事实: F1, 方向: 支持}],
     现场痕迹、生物样本: [{标识: T1, 痕迹类别: 指纹, 提取位置: 窗台, 遗留在现场: 是, 比对结论: 排除（不同一）}]}
其他可能: [{标识: R1, 内容: 另有其人, 涉及事实: [F1], 类型: 他人作案, 状态: 审查后仍不能排除}]
不在场: [{标识: L1, 被告人: A1, 内容: 在外地, 涉及事实: [F1], 状态: 提出而未查}]
疑点: [{标识: D1, 编号: 疑一, 内容: 谁报的警, 涉及事实: [F1], 提出方: 法院, 状态: 未消除}]
有利证据: [{标识: V1, 内容: 邻居证言, 涉及事实: [F1], 状态: 未回应, 已随案移送: 是}]
矛盾: [{标识: K1, 涉及证据: [E1, E2], 涉及事实: [F1], 内容: 时间不合, 涉及定罪的实质矛盾: 是, 处理: 未处理}]
"""
NAMES = {"K1", "R1", "L1", "D1", "V1", "T1", "A1"}


def log_of(text: str = CASE) -> Log:
    return load(text, name="案.yaml").log


def reviewed(log: Log) -> Review:
    return review(View(log, readable("judge")), TODAY)


def open_ids(one: Review) -> set[str]:
    return {line.id for line in one.registers.open}


def test_每一项都有编号_状态_出处() -> None:
    lines = reviewed(log_of()).registers.entries
    assert {line.id for line in lines} == NAMES
    assert len({line.number for line in lines}) == len(lines)
    assert all(line.state and line.address for line in lines if line.kind != "false_confession")
    assert {line.id for line in lines if line.by_machine} == {"T1", "A1"}
    assert next(line.number for line in lines if line.id == "D1") == "疑一", "疑点保留自己的编号"


def test_没有处理的每一项都列为未答_不出具未见障碍() -> None:
    one = reviewed(log_of())
    assert open_ids(one) == NAMES
    assert not one.certificate.granted


@pytest.mark.parametrize("kind", sorted(NEVER_REMOVED))
def test_登记不能撤回(kind: str) -> None:
    log = log_of()
    (declared,) = [one for one in log.assertions([MAIN]) if one.kind == kind and one.field == "@"]
    with (
        pytest.raises(DossierError, match="不能删去，只能处理并写明理由"),
        log.begin(Part.MAIN, "某人", "撤回", "不要了", "2024-01-02T00:00") as tx,
    ):
        tx.retract(declared.id, "不要了")
    assert open_ids(reviewed(log)) == NAMES


# 每一种只改一格的办法：对象种类、标识、字段、新值；仍然未答
TRIES = [
    ("rival", "R1", "status", "excluded"), ("alibi", "L1", "status", "refuted"), ("doubt", "D1", "status", "removed"),
    ("doubt", "D1", "status", "unreasonable"), ("favourable", "V1", "status", "answered"), ("favourable", "V1", "status", "tested"),
    ("conflict", "K1", "status", "explained"), ("conflict", "K1", "status", "excluded_one"), ("conflict", "K1", "status", "supplemented"),
    ("conflict", "K1", "status", "accepted_as_doubt"), ("trace", "T1", "disposal", "explained"), ("trace", "T1", "disposal", "traced"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "ident", "field", "value"), TRIES)
def test_只改状态而不写理由_仍然未答(kind: str, ident: str, field: str, value: str) -> None:
    log = log_of()
    with log.begin(Part.MAIN, "某人", "处理", "改状态", "2024-01-02T00:00") as tx:
        tx.put(kind, ident, field, value, Basis.CONFIRMED)
    assert ident in open_ids(reviewed(log))
    assert reviewed(log).points[0].state is not FactState.NO_OBSTACLE


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_空的理由录不进去(reason: str) -> None:
    log = log_of()
    with (
        pytest.raises(DossierError, match="空的"),
        log.begin(Part.MAIN, "某人", "处理", "改", "2024-01-02T00:00") as tx,
    ):
        tx.put("rival", "R1", "reason", reason)


@pytest.mark.parametrize(("kind", "ident", "status", "value", "listed"), [
    ("rival", "R1", "status", "excluded", "excluded_by"), ("alibi", "L1", "status", "refuted", "items"),
    ("conflict", "K1", "status", "excluded_one", "support"),
])  # fmt: skip
def test_以供述为依据_写了理由也仍然未答(kind: str, ident: str, status: str, value: str, listed: str) -> None:
    log = log_of()
    with log.begin(Part.MAIN, "某人", "处理", "以供述为准", "2024-01-02T00:00") as tx:
        tx.put(kind, ident, status, value, Basis.CONFIRMED)
        tx.put(kind, ident, "reason", "供述稳定")
        tx.put(kind, ident, listed, ("E1",), Basis.CONFIRMED)
    one = reviewed(log)
    assert next(line.lacking for line in one.registers.entries if line.id == ident) == "依据只有被告人供述"
    assert any(line.subject.id == "N1/F1" and line.weight is Weight.MANDATORY for line in one.findings)


@pytest.mark.parametrize(
    ("kind", "ident"),
    [("rival", "R1"), ("alibi", "L1"), ("doubt", "D1"), ("favourable", "V1"), ("conflict", "K1")],
)
def test_抹去所涉事实_列为未检查(kind: str, ident: str) -> None:
    log = log_of()
    (cell,) = [
        one for one in log.assertions([MAIN]) if (one.kind, one.subject, one.field) == (kind, ident, "facts")
    ]
    with log.begin(Part.MAIN, "某人", "撤回", "不涉及", "2024-01-02T00:00") as tx:
        tx.retract(cell.id, "不涉及")
    one = reviewed(log)
    assert ident in open_ids(one)
    assert any(ident in line.what for line in one.not_checked)


@pytest.mark.parametrize("kind", ["rival", "doubt", "alibi", "favourable", "conflict"])
def test_撤回状态_仍然未答(kind: str) -> None:
    log = log_of()
    (cell,) = [one for one in log.assertions([MAIN]) if one.kind == kind and one.field == "status"]
    with log.begin(Part.MAIN, "某人", "撤回", "录错", "2024-01-02T00:00") as tx:
        tx.retract(cell.id, "录错")
    assert cell.subject in open_ids(reviewed(log))


def test_说法的矛盾有人登记以后由登记处理_登记不全的仍然列出() -> None:
    one = reviewed(log_of())
    assert one.registers.contradictions == (), "矛盾 K1 已经包括这两份证据"
    other = reviewed(log_of(CASE.replace("涉及证据: [E1, E2]", "涉及证据: [E1]")))
    (line,) = other.registers.contradictions
    assert (line.number, line.slot, line.essential) == (1, "工具", "未判断")
    assert {line.one, line.other} == {"尖刀", "撬棍"}
    asked = [question for question in other.questions if question.field == "claim.material"]
    assert len(asked) == 1
    assert "不同证据的说法互相矛盾" in other.points[0].pending


def test_处理完毕并写明理由和依据_才算已答() -> None:
    log = log_of()
    with log.begin(Part.MAIN, "某人", "处理", "逐项处理", "2024-01-02T00:00") as tx:
        for kind, ident, field, value, listed in (
            ("rival", "R1", "status", "excluded", "excluded_by"), ("alibi", "L1", "status", "refuted", "items"),
            ("doubt", "D1", "status", "removed", "items"), ("favourable", "V1", "status", "answered", "items"),
            ("conflict", "K1", "status", "explained", "support"), ("trace", "T1", "disposal", "traced", "support"),
        ):  # fmt: skip
            tx.put(kind, ident, field, value, Basis.CONFIRMED)
            tx.put(kind, ident, "reason", "写明的理由")
            tx.put(kind, ident, listed, ("E2",), Basis.CONFIRMED)
    answered = open_ids(reviewed(log))
    assert answered == {"A1", "R1", "L1", "D1"}, "痕迹鉴定能否使用还没有查，以它为依据的不算已答"
    with log.begin(Part.MAIN, "某人", "处理", "查明鉴定可以使用", "2024-01-03T00:00") as tx:
        tx.put("item", "E2", "against", False)
        for name in ("shown", "confronted", "verified"):
            tx.put("item", "E2", name, True)
    one = reviewed(log)
    assert open_ids(one) == {"A1"}, "翻供的供述仍要排除虚假供述的可能"
    assert len(one.registers.entries) == len(NAMES), "处理以后仍在登记簿里"


def test_供述的页_有笔录相同段落和各张表() -> None:
    again = CASE.replace(
        "  - {标识: E2,",
        """  - {标识: E3, 名称: 第二次供述, 证据种类: 被告人供述和辩解, 陈述人: A1, 承认犯罪: 是,
     讯问: {讯问开始: 2023-03-05 23:00, 讯问结束: 2023-03-06 01:00}, 笔录正文: "答：我用尖刀撬开后窗进入屋内，从抽屉里拿走一部手机和两千元现金，出来以后沿着河边的小路一直走到镇上的汽车站，把手机卖给一个不认识的人，钱都花完了。",
     说法: [{细节: 工具, 内容: 撬棍, 侦查机关最早掌握的时间: 2023-03-02}]}
  - {标识: E2,""",
    )
    page = reviewed(log_of(again)).statements
    assert [(line.place, line.item.id) for line in page.versions] == [(1, "E1"), (2, "E3")]
    assert [line.item.id for line in page.drifted] == ["E3"]
    assert [(line.before, line.words) for line in page.contradictory] == [("尖刀", "撬棍")]
    assert [(line.one.id, line.other.id, line.lines) for line in page.shared] == [("E1", "E3", 1)]
    assert ("E3", "night") in {(line.item.id, line.code) for line in page.questioning}


@pytest.mark.parametrize("text", [CASE, CASE.replace("涉及证据: [E1, E2]", "涉及证据: [E1]")])
def test_JSON合乎Schema(text: str) -> None:
    data = as_dict(reviewed(log_of(text)))
    jsonschema.Draft202012Validator(schema()).validate(data)
    assert data["registers"]["entries"]
    assert data["statements"]["versions"]


def test_与录入次序无关() -> None:
    lines = CASE.split("证据:\n")
    items, rest = lines[1].split("其他可能:")
    first, second = items.split("  - {标识: E2")
    turned = lines[0] + "证据:\n  - {标识: E2" + second + first + "其他可能:" + rest
    turned = turned.replace("涉及证据: [E1, E2]", "涉及证据: [E1]")
    straight = CASE.replace("涉及证据: [E1, E2]", "涉及证据: [E1]")
    told = [
        [(one.number, one.one, one.other) for one in reviewed(log_of(text)).registers.contradictions]
        for text in (straight, turned)
    ]
    assert told[0] == told[1]
