"""每条规则都有依据、说明、后果和情景；引用的条、款、项在法规里确实有；目录编号确实存在。"""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from benchmarks.single_readers import reasons, single_readers
from gaoyao.dossier.vocabulary import Fact
from gaoyao.law.citation import Citation
from gaoyao.law.rule import RULES, Effect, Rule
from gaoyao.law.rules.proving import ROLES_OF_GUILT, ROLES_OF_SENTENCE
from gaoyao.review.engine import rules
from gaoyao.review.scenarios import FOUND, SILENT, Scenario, read

HERE = Path(__file__).parent
CATALOGUE = frozenset((HERE / "catalogue_ids.txt").read_text(encoding="utf-8").split())
PROVISIONS = json.loads((HERE / "provisions.json").read_text(encoding="utf-8"))
DECLARED = list(RULES.values())
COMPILED = rules()
SCENARIOS: dict[str, list[Scenario]] = defaultdict(list)
for path in sorted((HERE.parent / "scenarios").glob("*.yaml")):
    for scenario in read(path):
        SCENARIOS[scenario.rule].append(scenario)


OUTSIDE = {"plea.leave_summary"}
"""目录没有收的条文（刑诉法221条、解释368条）。"""


def ids(found: list[Rule] | tuple[Rule, ...]) -> list[str]:
    return [rule.id for rule in found]


@pytest.mark.parametrize("rule", DECLARED, ids=ids(DECLARED))
def test_规则有标题_说明_依据_后果(rule: Rule) -> None:
    assert rule.title
    assert rule.consequence
    assert rule.sources
    assert rule.statement.endswith("。"), "说明是完整的中文句子"


@pytest.mark.parametrize("rule", COMPILED, ids=ids(COMPILED))
def test_不是例外的规则写明怎样补救(rule: Rule) -> None:
    assert rule.cure
    assert rule.rows or rule.id in OUTSIDE, "写明覆盖目录的哪几行"


@pytest.mark.parametrize("rule", DECLARED, ids=ids(DECLARED))
def test_所列目录编号都存在(rule: Rule) -> None:
    assert set(rule.rows) - CATALOGUE == set()


COVERED = ("05", "06", "07", "08", "09", "12", "13", "14", "15", "18")


@pytest.mark.parametrize("article", COVERED)
def test_二〇一三年意见的这些条每一行都有规则(article: str) -> None:
    wanted = {row for row in CATALOGUE if row.startswith(f"spc2013-{article}-")}
    assert wanted
    assert wanted - {row for rule in DECLARED for row in rule.rows} == set()


def missing(citation: Citation) -> str:
    """What is wrong with a verified citation; '' when the provision exists."""
    articles = PROVISIONS.get(citation.instrument_id)
    if articles is None:
        return f"{citation.brief}：没有这部法规的条文结构，不能写成已核"
    shape = articles.get(str(citation.article) + (f"-{citation.sub}" if citation.sub else ""))
    if shape is None:
        return f"{citation.brief}：没有这一条"
    if citation.paragraph and citation.paragraph > len(shape):
        return f"{citation.brief}：该条只有{len(shape)}款"
    items = shape[citation.paragraph - 1] if citation.paragraph else max(shape)
    if citation.item and citation.item > items:
        return f"{citation.brief}：没有这一项"
    return ""


@pytest.mark.parametrize("rule", DECLARED, ids=ids(DECLARED))
def test_引用的条款项都存在(rule: Rule) -> None:
    assert [text for text in map(missing, (one for one in rule.sources if one.verified)) if text] == []


# 条文结构表自己也要信得过：几处人工数过的条文。
COUNTED = [
    ("刑诉法解释第八十六条有三款，第二款四项", "spc2021", "86", [0, 4, 0]),
    ("刑诉法解释第一百零五条一款六项", "spc2021", "105", [6]),
    ("二〇一二年解释第九十条有两款，第二款六项", "spc2012", "90", [0, 6]),
    ("公安程序规定第二百六十条有四款", "mps2020", "260", [0, 0, 0, 0]),
    ("二〇一三年意见第九条有两款", "spc2013", "9", [0, 0]),
]


@pytest.mark.parametrize(("says", "instrument", "article", "shape"), COUNTED, ids=[row[0] for row in COUNTED])
def test_条文结构表与人工清点一致(says: str, instrument: str, article: str, shape: list[int]) -> None:
    assert PROVISIONS[instrument][article] == shape, says


@pytest.mark.parametrize("rule", COMPILED, ids=ids(COMPILED))
def test_每条规则至少五个情景_有成立的_有不成立的_有另一日期的(rule: Rule) -> None:
    own = SCENARIOS[rule.id]
    answers = {scenario.answer for scenario in own}
    assert len(own) >= 5
    assert FOUND in answers
    assert answers - {FOUND}, "至少一个不成立、待查或者不涉及"
    assert len({scenario.hearing for scenario in own}) > 1, "至少一个情景换一个开庭日期"


@pytest.mark.parametrize("rule", COMPILED, ids=ids(COMPILED))
def test_施行以前开庭的不适用(rule: Rule) -> None:
    first = min(one.since or one.instrument.since for one in rule.sources)
    before = [one for one in SCENARIOS[rule.id] if one.hearing < first]
    assert {one.answer for one in before} <= {SILENT}


@pytest.mark.parametrize("rule", COMPILED, ids=ids(COMPILED))
def test_手续问题只用来限制不利于被告人的证据(rule: Rule) -> None:
    """凡使一份证据不能使用的规则，同样的案卷改为有利于被告人的证据，就不再成立。"""
    if rule.about != "item" or rule.effect not in (Effect.GROUND, Effect.NOT_BASIS, Effect.CURABLE):
        return
    favourable = [one for one in SCENARIOS[rule.id] if '"用以证明不利于被告人的事实": "否"' in one.fragment]
    assert favourable, "要有一个证据有利于被告人的情景"
    assert {one.answer for one in favourable} == {SILENT}


# 哪些性质的事实是定罪事实，要达到确实、充分：一项一项数，规则共用这一张表。
GUILT = [
    ("crime_exists", True), ("victim_identity", True), ("identity", True), ("act", True), ("result", True), ("causation", True),
    ("presence", True), ("tool", True), ("intent", True), ("subject", True), ("age", True), ("capacity", True), ("joint_role", False),
    ("quantity", True), ("exclusion", True), ("element", True), ("aftermath", False), ("aggravating", False), ("mitigating", False),
    ("exculpatory", False), ("procedural", False), ("property", False), ("motive", False),
]  # fmt: skip


def test_定罪事实的性质逐项清点() -> None:
    assert sorted(code for code, _ in GUILT) == sorted(code for code, _ in Fact.role.options), (
        "每一种性质都要表态"
    )
    assert {code for code, guilt in GUILT if guilt} == set(ROLES_OF_GUILT)


def test_不利于被告人的量刑事实同样要证明_但存疑不等于无罪() -> None:
    """从重、加重情节，共同犯罪中的地位、作用，事后情况：证明标准相同，存疑时不予认定，不影响定罪（意见第六条第二款）。"""
    assert set(ROLES_OF_SENTENCE) == {"aggravating", "joint_role", "aftermath"}


def test_没有给不存在的规则写情景() -> None:
    assert sorted(set(SCENARIOS) - set(ids(COMPILED))) == []


def test_只有一条规则读取的字段都写有理由() -> None:
    written = reasons()
    assert written.keys() == single_readers().keys(), (
        "运行 python -m benchmarks.single_readers --write 并写理由"
    )
    assert [path for path, (_, reason) in written.items() if len(reason) < 10] == []
