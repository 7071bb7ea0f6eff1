"""罪名数据：每个文件都读得通、条文确有其条、阶段只增不减；加一个罪名只加一个文件；写错了说得清楚。"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from gaoyao.dossier.exchange import load, scaffold
from gaoyao.dossier.vocabulary import Fact, Item
from gaoyao.law.charges import Charge, ChargeError, charges, find, general, read_folder
from gaoyao.law.charges.loader import FOLDER, plain
from gaoyao.law.rules.proving import ROLES_OF_GUILT, ROLES_OF_SENTENCE

ALL = list(charges().values())
PROVISIONS = json.loads((Path(__file__).parent / "provisions.json").read_text(encoding="utf-8"))
NAMES = (
    "故意杀人", "故意伤害", "抢劫", "强奸", "盗窃", "诈骗", "贩卖毒品", "放火", "绑架", "受贿", "交通肇事", "寻衅滋事", "危险驾驶",
    "帮助信息网络犯罪活动", "掩饰、隐瞒犯罪所得、犯罪所得收益", "开设赌场", "运输毒品", "非法经营",
)  # fmt: skip


@pytest.mark.parametrize("charge", ALL, ids=[one.id for one in ALL])
def test_罪名的待证事实都是没有证据就不能定罪的_不会因为性质写成涉案财物而不查(charge: Charge) -> None:
    checked = {*ROLES_OF_GUILT, *ROLES_OF_SENTENCE}
    assert [(fact.id, fact.role) for fact in charge.facts if fact.role not in checked] == []


@pytest.mark.parametrize("name", NAMES)
def test_常用罪名都有数据_带罪字不带罪字都找得到(name: str) -> None:
    found = find(name)
    assert found is not None
    assert found is find(name + "罪")
    assert not found.general


@pytest.mark.parametrize("charge", ALL, ids=[one.id for one in ALL])
def test_引用的条文确实有_手边没有文本的另列(charge: Charge) -> None:
    for cited in (*charge.articles, *(one.duty for one in charge.checks if one.duty)):
        articles = PROVISIONS.get(cited.instrument_id)
        assert articles is not None, cited.brief
        shape = articles.get(str(cited.article) + (f"-{cited.sub}" if cited.sub else ""))
        assert shape is not None, cited.brief
        assert (cited.paragraph or 1) <= len(shape), cited.brief
        assert cited.verified


@pytest.mark.parametrize("charge", ALL, ids=[one.id for one in ALL])
def test_后一阶段要的事实包含前一阶段的(charge: Charge) -> None:
    arrest, indictment, trial = (
        set(charge.needed(stage)) for stage in ("arrest_review", "prosecution_review", "first_instance")
    )
    assert arrest <= indictment <= trial
    assert arrest, "逮捕至少要有犯罪发生和系其所为（刑诉法第八十一条）"
    assert {"crime_exists", "identity"} <= {one.role for one in charge.needed("arrest_review")} | {
        {"result": "crime_exists"}.get(one.role, one.role) for one in charge.facts
    }


@pytest.mark.parametrize("charge", ALL, ids=[one.id for one in ALL])
def test_角色和证据种类都是词汇里的(charge: Charge) -> None:
    roles, types = dict(Fact.role.options), dict(Item.type.options)
    for fact in (*charge.facts, *charge.aggravating):
        assert fact.role in roles
        assert set(fact.evidence) <= set(types)
        assert fact.materials
    assert all(one.role == "aggravating" for one in charge.aggravating)


@pytest.mark.parametrize("charge", ALL, ids=[one.id for one in ALL])
def test_反证用中性的问话_写明由谁回答(charge: Charge) -> None:
    assert 3 <= len(charge.checks) <= 20
    for check in charge.checks:
        assert check.question.endswith("？")
        assert not any(word in check.question for word in ("有罪", "定罪", "供认不讳")), check.question


@pytest.mark.parametrize("charge", ALL, ids=[one.id for one in ALL])
def test_每个罪名的提纲都能写成可读入的案件文件(charge: Charge) -> None:
    facts = [(one.role, one.text, one.id) for one in (*charge.facts, *charge.aggravating)]
    log = load(scaffold(charge.name, facts)).log
    written = {
        record.value for record in log.assertions() if record.kind == "fact" and record.field == "template"
    }
    assert written == {one.id for one in (*charge.facts, *charge.aggravating)}


def test_运输毒品与贩卖毒品分开_选择性罪名不含糊归到其中一个() -> None:
    assert find("贩卖毒品罪") is not find("运输毒品罪")
    assert find("走私、贩卖、运输、制造毒品罪") is None


# 名称的比较：不看“罪”字、空白、括号里的说明、顿号
SAME = [
    ("故意杀人罪", "故意杀人"),
    ("抢劫罪（未遂）", "抢劫"),
    ("掩饰隐瞒犯罪所得 犯罪所得收益罪", "掩饰、隐瞒犯罪所得、犯罪所得收益"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_罪名的写法(one: str, other: str) -> None:
    assert plain(one) == plain(other)


def test_没有数据的罪名用通用提纲() -> None:
    assert find("重婚罪") is None
    assert general().general
    assert find("通用提纲") is None, "提纲不是罪名"


NEW = """罪名: 重婚罪
条文: [{法规: cl, 条: 258}]
要件: 有配偶而重婚，或者明知他人有配偶而与之结婚
待证事实:
  - {代号: first_marriage, 内容: 前一婚姻有效存在, 性质: 犯罪发生, 范围: 共同, 起自: 审查逮捕, 证据: [书证], 材料: 婚姻登记}
  - {代号: second_marriage, 内容: 系被告人又与他人结婚, 性质: 系被告人所为, 范围: 个人, 起自: 审查逮捕, 证据: [书证], 材料: 登记}
反证:
  - {代号: divorced, 陷阱: 前婚已经解除, 问: 后一婚姻开始时，前一婚姻是否已经解除？, 由谁: 人民检察院}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in FOLDER.glob("*.yaml"):
        shutil.copy(path, tmp_path / path.name)
    return tmp_path


def test_加一个罪名只加一个文件_不写代码(folder: Path) -> None:
    (folder / "bigamy.yaml").write_text(NEW, encoding="utf-8")
    known = read_folder(folder)
    found = find("重婚", known)
    assert found is not None
    assert [one.id for one in found.needed("first_instance")] == ["first_marriage", "second_marriage"]
    assert len(known) == len(charges()) + 1


BAD = [
    ("罪名: 重婚罪", "罪名: [重婚罪]", "罪名：应为一行文字"),
    ("条: 258", "条: 二百五十八", "应为数字"),
    ("法规: cl", "法规: xf", "没有代号为“xf”的法律文件"),
    ("性质: 犯罪发生", "性质: 有罪", "没有“有罪”；可用的是：犯罪发生"),
    ("起自: 审查逮捕", "起自: 立案", "审查逮捕、审查起诉、审判"),
    ("证据: [书证]", "证据: [纸]", "没有“纸”"),
    ("代号: divorced", "代号: 离婚", "代号应为小写英文字母"),
    ("由谁: 人民检察院", "由谁: 公诉人", "没有“公诉人”"),
    ("解除？", "解除", "以“？”结尾"),
    ("second_marriage", "first_marriage", "用了两次"),
    ("系被告人所为, 范围", "结果, 范围", "至少要有一项性质为“系被告人所为”"),
    ("要件:", "构成:", "不认识的键“构成”"),
    ("条文: [", "条文: [[", "写法有误"),
    ("罪名: 重婚罪", "罪名: 盗窃罪", "一个名称只能归一个罪名"),
    ("范围: 个人", "范围: 每人", "没有“每人”；可用的是：个人、共同"),
    ("材料: 婚姻登记", "材料: 婚姻登记, 留痕: 也许", "应为 是 或 否"),
    ("问: 后一", "旁白: 无, 问: 后一", "不认识的键“旁白”"),
    ("陷阱: 前婚已经解除, ", "", "缺少“陷阱”"),
]


@pytest.mark.parametrize(("before", "after", "says"), BAD, ids=[row[2] for row in BAD])
def test_罪名文件写错了_说清楚哪里错怎么改(folder: Path, before: str, after: str, says: str) -> None:
    assert before in NEW
    (folder / "bigamy.yaml").write_text(NEW.replace(before, after), encoding="utf-8")
    with pytest.raises(ChargeError) as caught:
        read_folder(folder)
    assert says in str(caught.value)
    assert "bigamy.yaml" in str(caught.value)


def test_不是文字的文件也说得清楚(folder: Path) -> None:
    (folder / "bigamy.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ChargeError, match=r"bigamy\.yaml"):
        read_folder(folder)
