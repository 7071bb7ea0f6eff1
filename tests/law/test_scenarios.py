"""每条规则的情景：案卷片段 → 这条规则怎么说。情景都是虚构的，写在 tests/scenarios/，一句话一个。"""

from pathlib import Path

import pytest

from gaoyao.review.engine import rules
from gaoyao.review.scenarios import Scenario, ScenarioError, answer, prepare, read

FOLDER = Path(__file__).parent.parent / "scenarios"
SCENARIOS = [scenario for path in sorted(FOLDER.glob("*.yaml")) for scenario in read(path)]
RULES = {rule.id: rule for rule in rules()}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[scenario.place for scenario in SCENARIOS])
def test_规则对情景的回答与预期一致(scenario: Scenario) -> None:
    assert scenario.rule in RULES, f"{scenario.place}：没有规则 {scenario.rule}"
    assert answer(RULES[scenario.rule], prepare(scenario)) == scenario.answer, scenario.says


def test_情景的说明各不相同() -> None:
    said = [(scenario.rule, scenario.says) for scenario in SCENARIOS]
    assert sorted({pair for pair in said if said.count(pair) > 1}) == []


# 情景文件写错了，要说清楚哪里错、应当怎么写。
BAD = [
    ("{规则: a.b, 情景: []}", "最外层应为列表"),
    ("- {规则: a.b}", "“规则”和“情景”"),
    ("- {规则: a.b, 情景: [x]}", "键: 值"),
    ("- {规则: a.b, 情景: [{说明: 一}]}", "开庭"),
    (
        "- {规则: a.b, 情景: [{说明: 一, 开庭: 昨天, 阶段: 一审, 案卷: {}, 预期: {对象: E1, 结果: 成立}}]}",
        "开庭应为",
    ),
    (
        "- {规则: a.b, 情景: [{说明: 一, 开庭: 2024-01-01, 阶段: 庭上, 案卷: {}, 预期: {对象: E1, 结果: 成立}}]}",
        "没有“庭上”",
    ),
    (
        "- {规则: a.b, 情景: [{说明: 一, 开庭: 2024-01-01, 阶段: 一审, 案卷: {}, 预期: {对象: E1, 结果: 有罪}}]}",
        "预期应为",
    ),
    ("- [", "YAML 写法有误"),
]


@pytest.mark.parametrize(("text", "says"), BAD, ids=[says for _, says in BAD])
def test_情景文件的错误说得清楚(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "坏.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioError, match=says):
        read(path)


def test_案卷片段的错误照原样说出来() -> None:
    bad = Scenario(
        "a.b",
        "坏.yaml",
        "说明",
        SCENARIOS[0].hearing,
        "first_instance",
        (),
        '{"皋陶": "1", "证据": [{"名字": "x"}]}',
        "E1",
        "成立",
    )
    with pytest.raises(ScenarioError, match="名字"):
        prepare(bad)
