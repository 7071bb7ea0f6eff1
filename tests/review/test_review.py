"""审查整体：分量、失败即未检查、解释口径、法律日期、分卷、同样输入同样字节。案例全部虚构。"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import jsonschema
import pytest

from gaoyao.commands.reviewing import parts_for
from gaoyao.dossier.exchange import load
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.view import View, readable
from gaoyao.law.interpretations import UnknownInterpretationError
from gaoyao.law.rule import ConsequenceBasis, Effect, Weight, weight_of
from gaoyao.review import engine
from gaoyao.review.api import Reader, ReviewError, context_of, review
from gaoyao.review.applicable import Gate
from gaoyao.review.model import FactState, Review
from gaoyao.review.render.as_json import dumps, schema
from gaoyao.review.standing import Rung

TODAY = date(2024, 6, 1)
CASE = """皋陶: 1
案件: {标识: C, 案件名称: 虚构的伤害案, 虚构案件: 是, 诉讼阶段: 一审, 审理程序: 普通程序, 开庭日期: 2024-05-10, 全案证据已录入齐全: 是}
被告人: [{标识: A1, 姓名: 甲某}, {标识: A2, 姓名: 乙某}]
犯罪事实: [{标识: I1, 简述: 码头冲突}]
指控:
  - {标识: N1, 被告人: A1, 犯罪事实: I1, 罪名: 故意伤害罪}
  - {标识: N2, 被告人: A2, 犯罪事实: I1, 罪名: 故意伤害罪}
待证事实:
  - {标识: F1, 内容: 被害人受轻伤, 事实性质: 结果}
  - {标识: F2, 内容: 系其所为, 事实性质: 系被告人所为}
证据:
  - {标识: E1, 名称: 甲某的供述, 证据种类: 被告人供述和辩解, 陈述人: A1, 承认犯罪: 是, 用以证明不利于被告人的事实: 是, 已当庭出示（含原审）: 是,
     已当庭质证（含原审）: 是, 证明联系: [{待证事实: F2, 方向: 支持, 联系强度: 言词}]}
  - {标识: E2, 名称: 伤情鉴定, 证据种类: 鉴定意见, 用以证明不利于被告人的事实: 是, 已当庭出示（含原审）: 是, 已当庭质证（含原审）: 是,
     证明联系: [{待证事实: F1, 方向: 支持}]}
"""


def made(text: str = CASE, role: Reader = Reader.JUDGE, **options: object) -> Review:
    log = load(text).log
    return review(View(log, parts_for(log, role, "")), TODAY, role=role, **options)  # type: ignore[arg-type]


def states(one: Review) -> dict[tuple[str, str], FactState]:
    return {(point.accused.id if point.accused else "", point.fact.id): point.state for point in one.points}


@pytest.mark.parametrize(
    ("effect", "basis", "verified", "confirmed", "weight"),
    [
        # 后果在条文里、条文核对过、所依据的值都经人录入或确认：法律强制
        (Effect.NOT_BASIS, ConsequenceBasis.STATUTE, True, True, Weight.MANDATORY),
        (Effect.DUTY, ConsequenceBasis.CROSS_REFERENCE, True, True, Weight.MANDATORY),
        # 只有机器读取的值：至多应当说明
        (Effect.NOT_BASIS, ConsequenceBasis.STATUTE, True, False, Weight.EXPLAIN),
        # 条号未核：至多风险提示
        (Effect.NOT_BASIS, ConsequenceBasis.STATUTE, False, True, Weight.RISK),
        # 后果是软件动作：不强制
        (Effect.DUTY, ConsequenceBasis.WORKFLOW, True, True, Weight.EXPLAIN),
        (Effect.DUTY, ConsequenceBasis.STATUTE_PLUS_WORKFLOW, True, False, Weight.RISK),
        # 提示和说明从不强制
        (Effect.HINT, ConsequenceBasis.STATUTE, True, True, Weight.RISK),
        (Effect.NOTE, ConsequenceBasis.STATUTE, True, True, Weight.RISK),
    ],
)
def test_分量只按一张表(
    effect: Effect, basis: ConsequenceBasis, verified: bool, confirmed: bool, weight: Weight
) -> None:
    assert weight_of(effect, basis, verified, confirmed) is weight


def test_甲只有本人供述_乙只有同案人供述_都不能认定系其所为() -> None:
    found = states(made())
    assert found["A1", "F2"] is FactState.OBSTACLE
    assert found["A2", "F2"] is FactState.OBSTACLE
    assert found["A1", "F1"] is FactState.NO_OBSTACLE


def test_改用同案人供述可作其他证据的口径_乙不再是只有供述() -> None:
    switched = made(interpretations={"co_accused": "other"})
    rules = {one.rule.id for one in switched.findings if one.subject.id == "N2/F2" and not one.aside}
    assert "facts.confession_alone" not in rules
    line = next(one for one in switched.schools if one.interpretation == "co_accused")
    assert (line.school, line.by_default) == ("other", False)


def test_不存在的口径和阶段说明有哪些可选() -> None:
    with pytest.raises(UnknownInterpretationError, match="可选"):
        made(interpretations={"co_accused": "没有这一说"})
    with pytest.raises(ReviewError, match="一审"):
        made(stage="三审")


def test_规则出错即未检查_不出具证书_其他规则照常(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = next(rule for rule in engine.rules() if rule.id == "facts.no_evidence")
    boom = replace(broken, premise=None)  # type: ignore[arg-type]
    monkeypatch.setattr(engine, "_RULES", tuple(boom if rule is broken else rule for rule in engine.rules()))
    frame = CaseFrame(View(load(CASE).log, readable("judge")))
    done = engine.run(frame, context_of(frame, TODAY), engine.rules())
    assert [crash.rule.id for crash in done.crashes] == ["facts.no_evidence"]
    assert "facts.confession_alone" in done.outcomes
    one = made()
    assert any("facts.no_evidence" in line.what for line in one.not_checked)
    assert not one.certificate.granted


def test_同样输入同样字节_符合公布的模式() -> None:
    first, second = dumps(made()), dumps(made())
    assert first == second
    jsonschema.validate(json.loads(first), schema())


def test_证据换个顺序_结论不变() -> None:
    head, first, second = CASE.partition("  - {标识: E1")
    a, mark, b = second.partition("  - {标识: E2")
    turned = head + mark + b + first + a
    assert states(made(turned)) == states(made())


@pytest.mark.parametrize(
    ("hearing", "school"),
    [
        (date(2019, 5, 1), "wording_2013"),
        (date(2021, 2, 28), "wording_2013"),
        (date(2021, 3, 1), "wording_2021"),
        (date(2024, 5, 1), "wording_2021"),
    ],
)
def test_二〇二一年三月一日起审理的用新解释口径(hearing: date, school: str) -> None:
    lines = {one.interpretation: one.school for one in made(hearing=hearing).schools}
    assert lines["recording"] == lines["interrogation_place"] == lines["deprivation"] == school


@pytest.mark.parametrize(
    ("hearing", "article"),
    [
        (date(2015, 5, 1), "刑诉法解释（2012）第八十一条第（一）项"),
        (date(2024, 5, 1), "刑诉法解释第九十四条第（一）项"),
    ],
)
def test_引用的是审理时施行的条文(hearing: date, article: str) -> None:
    text = CASE.replace(
        "证明联系: [{待证事实: F2", "讯问: {经被讯问人核对确认: 否}, 证明联系: [{待证事实: F2"
    )
    found = next(
        one for one in made(text, hearing=hearing).findings if one.rule.id == "confession.unconfirmed"
    )
    assert article in [cited.brief for cited in found.citations]
    assert found.weight is Weight.MANDATORY


def test_在意见施行以前审理的_说明旧法没有编入_不默不作声() -> None:
    one = made(hearing=date(2009, 5, 1))
    assert any("没有编入" in line.why for line in one.not_checked)
    assert not one.certificate.granted


def test_机器读取的值不强制() -> None:
    text = CASE.replace(
        "证明联系: [{待证事实: F2",
        "讯问: {经被讯问人核对确认: {值: 否, 依据: 读取, 页: 卷二第3页, 原文: 以上笔录}}, 证明联系: [{待证事实: F2",
    )
    found = next(one for one in made(text).findings if one.rule.id == "confession.unconfirmed")
    assert found.weight is Weight.EXPLAIN


def test_未录入只发问_不使证据待查_裁定补正后恢复() -> None:
    rungs = {one.subject.id: one.rung for one in made().items}
    assert rungs == {"E1": Rung.USABLE, "E2": Rung.USABLE}
    flawed = CASE.replace("证明联系: [{待证事实: F2", "讯问: {讯问人签名: 否}, 证明联系: [{待证事实: F2")
    assert next(one.rung for one in made(flawed).items if one.subject.id == "E1") is Rung.CURABLE
    cured = flawed.replace(
        "讯问: {讯问人签名: 否}",
        "讯问: {讯问人签名: 否}, 对证据的裁定: [{结论: 补正或解释成立, 理由: 录像可以印证}]",
    )
    assert next(one.rung for one in made(cured).items if one.subject.id == "E1") is Rung.CURED


def test_没有模型的程序不作结论() -> None:
    one = made(CASE.replace("普通程序", "强制医疗"))
    assert FactState.NO_OBSTACLE not in {point.state for point in one.points}
    assert any("强制医疗" in line.what for line in one.not_checked)


def test_辩护人看不到法院副卷里的拟处理意见() -> None:
    text = CASE + "拟处理意见: [{标识: D1, 所涉指控: [N1], 结果: 有罪, 从轻的理由是证据有疑问: 是}]\n"
    judge = {one.rule.id for one in made(text).findings}
    defender = {one.rule.id for one in made(text, role=Reader.DEFENDER).findings}
    assert "dispositions.leave_room" in judge
    assert "dispositions.leave_room" not in defender
    assert "D1" not in dumps(made(text, role=Reader.DEFENDER))


def test_每条规则都说明为什么运行或者没有运行() -> None:
    frame = CaseFrame(View(load(CASE).log, readable("judge")))
    done = engine.run(frame, context_of(frame, TODAY))
    assert set(done.gates) == {rule.id for rule in engine.rules()}
    assert {Gate.OPEN, Gate.OTHER_STAGE, Gate.OTHER_SCHOOL} <= set(done.gates.values())


def test_没有采用的口径下成立的_列为应当说明_不影响证据处境() -> None:
    text = CASE.replace("证明联系: [{待证事实: F2", "讯问: {疲劳审讯: 是}, 证明联系: [{待证事实: F2")
    one = made(text)
    found = next(row for row in one.findings if row.rule.id == "confession.deprivation_2013")
    assert (found.weight, found.aside) == (Weight.EXPLAIN, True)
    assert "须写明为何不按其处理" in found.sentence
    before = made(text, hearing=date(2019, 5, 1))
    assert (
        next(row for row in before.findings if row.rule.id == "confession.deprivation_2013").weight
        is Weight.MANDATORY
    )
    assert next(row.rung for row in before.items if row.subject.id == "E1") is Rung.GROUND_FOUND


def test_没有采用的口径不改变待证事实的状态() -> None:
    switched = made(interpretations={"co_accused": "other"})
    assert any(row.aside and row.rule.id == "facts.confession_alone" for row in switched.findings)
    assert states(switched)["A1", "F1"] is FactState.NO_OBSTACLE
