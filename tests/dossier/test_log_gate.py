"""The gate: what may be written into the log, and what the refusal says.  虚构材料。"""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Callable

import pytest

from gaoyao.dossier.chain import MAIN
from gaoyao.dossier.derived import Point
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Absent, Address, Amount, Basis, DossierError, Span
from gaoyao.dossier.schema import Part
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.vocabulary import Item
from gaoyao.logic.truth import Why
from tests.dossier.logs import AT, DEFENCE, begin, problems_of, small

REFUSED: list[tuple[str, Callable[[Transaction], object], tuple[str, ...]]] = [
    # 情形, 所写的内容, 拒绝的话里应当有的字
    ("词表里没有的对象", lambda tx: tx.declare("items", "E9"), ("没有“items”", "item")),
    ("派生的对象由系统计算，不能录入", lambda tx: tx.declare(Point.kind, "P1"), ("不能录入",)),
    ("词表里没有的字段", lambda tx: tx.put("item", "E1", "showm", True), ("没有字段“showm”", "shown")),
    ("对没有登记的证据录入内容", lambda tx: tx.put("item", "E9", "shown", True), ("没有登记", "E9", "证据")),
    (
        "把证据当作事实录入",
        lambda tx: tx.put("fact", "E1", "text", "内容"),
        ("登记的是“证据”", "不是“待证事实”"),
    ),
    ("同一编号登记为两种对象", lambda tx: tx.declare("fact", "E1"), ("已登记为“证据”", "换一个编号")),
    ("讯问没有写明属于哪件证据", lambda tx: tx.declare("interrogation", "Q"), ("要登记在一个“证据”之下",)),
    ("讯问登记在事实之下", lambda tx: tx.declare("interrogation", "Q", "F1"), ("“F1”不是已登记的“证据”",)),
    ("证据登记在被告人之下", lambda tx: tx.declare("item", "E9", "A1"), ("不属于别的对象",)),
    ("同一对象换了上级", lambda tx: tx.declare("interrogation", "E1.讯问", "E2"), ("已登记在“E1”之下",)),
    (
        "一件证据下有两次讯问",
        lambda tx: tx.declare("interrogation", "Q", "E1"),
        ("只能有一个“讯问”", "E1.讯问"),
    ),
    ("一份卷宗里有两个案件", lambda tx: tx.declare("case", "C2"), ("只能有一个“案件”",)),
    ("编号是空的", lambda tx: tx.declare("item", " "), ("编号",)),
    ("编号里有换行", lambda tx: tx.declare("item", "E\n9"), ("控制字符",)),
    ("是否字段写了文字", lambda tx: tx.put("item", "E1", "shown", "是"), ("应当是“是”", "'是'")),
    ("是否字段写了数字一", lambda tx: tx.put("item", "E1", "shown", 1), ("应当是“是”",)),
    (
        "选项写了中文",
        lambda tx: tx.put("item", "E1", "type", "物证"),
        ("没有“物证”这个选项", "physical（物证）"),
    ),
    ("文字是空的", lambda tx: tx.put("item", "E1", "title", "  "), ("文字是空的",)),
    ("数量写了裸数字", lambda tx: tx.put("case", "C", "unread_pages", 3), ("Amount",)),
    (
        "数量下限大于上限",
        lambda tx: tx.put("case", "C", "unread_pages", Amount(3, 1, "")),
        ("下限 3 大于上限 1",),
    ),
    ("数量不是数", lambda tx: tx.put("case", "C", "unread_pages", Amount(math.nan, 1, "")), ("Amount",)),
    ("时间开始晚于结束", lambda tx: tx.put("item", "E1", "happened", Span(9, 3, "倒置")), ("开始晚于结束",)),
    ("时间写了文字", lambda tx: tx.put("item", "E1", "happened", "昨天"), ("Span",)),
    (
        "不适用而没有理由",
        lambda tx: tx.put("item", "E1", "shown", Absent(Why.NOT_APPLICABLE, " ")),
        ("必须同时写明理由",),
    ),
    (
        "未录入不是可以录入的值",
        lambda tx: tx.put("item", "E1", "shown", Absent(Why.NOT_ENTERED)),
        ("未录入", "查而不明"),
    ),
    ("说法冲突由系统得出", lambda tx: tx.put("item", "E1", "shown", Absent(Why.CONFLICTING)), ("说法冲突",)),
    (
        "引用写了两次同一编号",
        lambda tx: tx.put("item", "E1", "derived_from", ("E2", "E2")),
        ("写了两次", "E2"),
    ),
    ("机器读取而没有出处", lambda tx: tx.put("item", "E1", "shown", True, Basis.READ), ("必须写明出处",)),
    ("识别把握超出范围", lambda tx: tx.put("item", "E1", "shown", True, confidence=1.5), ("0 到 1",)),
    ("出处不是出处", lambda tx: tx.put("item", "E1", "shown", True, address="卷一"), ("出处",)),
    (
        "出处的行号是负数",
        lambda tx: tx.put("item", "E1", "shown", True, address=Address("a", -1)),
        ("出处的写法不对",),
    ),
    ("撤回没有理由", lambda tx: tx.retract("main:1:1", "  "), ("要写明理由",)),
    ("撤回不存在的记录", lambda tx: tx.retract("main:1:99", "录错"), ("没有编号为“main:1:99”的记录",)),
    ("撤回的编号不成样子", lambda tx: tx.retract("main:x:１", "录错"), ("没有编号",)),
]


@pytest.mark.parametrize(("case", "act", "words"), REFUSED, ids=[row[0] for row in REFUSED])
def test_不合词表的内容被拒绝_什么也没有写入(
    case: str, act: Callable[[Transaction], object], words: tuple[str, ...]
) -> None:
    log = small()
    before = log.dump()
    with pytest.raises(DossierError) as caught, begin(log) as tx:
        act(tx)
    for word in words:
        assert word in problems_of(caught.value), case
    assert log.dump() == before


def test_拒绝的话里写明文件和行() -> None:
    log = small()
    expected = re.escape(f"案件.yaml 第31行：证据 E1 的“{Item.shown.label}”（item.shown）：应当是")
    with pytest.raises(DossierError, match=expected), begin(log) as tx:
        tx.put("item", "E1", "shown", "有", address=Address("案件.yaml", 31))


def test_一次修改里的错误一并报告() -> None:
    """逐条接住错误、继续往下写的，结束时一并报告，什么也不写入。"""
    log = small()
    before = log.dump()

    def careless() -> None:
        with begin(log) as tx:
            for field in ("shown", "nonsense", "type"):
                with contextlib.suppress(DossierError):
                    tx.put("item", "E1", field, "某")
            tx.put("item", "E1", "verified", True)

    with pytest.raises(DossierError) as caught:
        careless()
    assert len(caught.value.problems) == 3
    assert log.dump() == before


def test_中途出错的修改什么也不写入() -> None:
    log = small()
    before = log.dump()

    def interrupted() -> None:
        with begin(log) as tx:
            tx.put("item", "E1", "verified", True)
            raise RuntimeError("断电")

    with pytest.raises(RuntimeError, match="断电"):
        interrupted()
    assert log.dump() == before


def test_引用可以指向本次修改中后登记的对象_不能指向没有的对象() -> None:
    log = small()
    with begin(log) as tx:
        tx.declare("link", "L1", "E1")
        tx.put("link", "L1", "fact", "F9")
        tx.declare("fact", "F9")
    for kind, subject, field, value in (
        ("link", "L1", "fact", "F404"),  # 没有这个事实
        ("link", "L1", "fact", "E2"),  # 是证据，不是事实
        ("item", "E1", "derived_from", ("E1",)),  # 派生自自己
    ):
        with pytest.raises(DossierError, match=r"应当指向一个“待证事实”|指向了自己"), begin(log) as tx:
            tx.put(kind, subject, field, value)


HEADERS = [
    # 情形, 部分, 修改人, 所作的事, 时间, 归属, 拒绝的话
    ("没有修改人", Part.MAIN, " ", "录入", AT, "", "要写明修改人"),
    ("没有写所作的事", Part.MAIN, "甲", "", AT, "", "要写明所作的事"),
    ("时间不是时间", Part.MAIN, "甲", "录入", "昨天", "", "不是 2021-03-05T14:30 这样的写法"),
    ("辩护材料没有归属", Part.DEFENCE, "甲", "录入", AT, "", "要写明归属"),
    ("正卷写了归属", Part.MAIN, "甲", "录入", AT, "D1", "其他部分不写归属"),
    ("归属里有冒号", Part.DEFENCE, "甲", "录入", AT, "D:1", "不能有冒号"),
    ("修改人分两行", Part.MAIN, "甲\n乙", "录入", AT, "", "一行文字"),
    ("没有这个部分", "side", "甲", "录入", AT, "", "没有“side”这个部分"),
]


@pytest.mark.parametrize(
    ("case", "part", "actor", "action", "at", "owner", "words"), HEADERS, ids=[r[0] for r in HEADERS]
)
def test_修改的说明不全的不能开始(
    case: str, part: Part, actor: str, action: str, at: str, owner: str, words: str
) -> None:
    with pytest.raises(DossierError, match=words):
        Log().begin(part, actor, action, "", at, owner)


def test_编号由部分_次数和次序决定() -> None:
    log = small()
    with begin(log, DEFENCE) as tx:
        assert tx.put("item", "E1", "favourable", True) == "defence:D1:1:1"
        assert tx.put("item", "E2", "favourable", True) == "defence:D1:1:2"
    with begin(log) as tx:
        assert tx.put("item", "E2", "shown", True) == "main:2:1"
    found = log.find("defence:D1:1:2")
    assert found is not None
    assert (found.subject, found.value) == ("E2", True)
    assert [revision.number for revision in log.revisions] == [1, 1, 2]


def test_没有内容的修改不成为一次修改() -> None:
    log = small()
    with begin(log):
        pass
    assert len(log.revisions) == 1


def test_撤回只能一次_撤回本身不能撤回_只能撤回本部分的() -> None:
    log = small()
    with begin(log, DEFENCE) as tx:
        theirs = tx.put("item", "E1", "favourable", True)
    with begin(log) as tx:
        mine = tx.put("item", "E1", "verified", True)
    with begin(log) as tx:
        taken = tx.retract(mine, "录错")
    for wrong, words in ((mine, "已经撤回过"), (taken, "本身是一次撤回"), (theirs, "只能撤回同一部分")):
        with pytest.raises(DossierError, match=words), begin(log) as tx:
            tx.retract(wrong, "再撤")


def test_撤回登记后不能再录入_重新登记后连同下级一起恢复() -> None:
    log = small()
    declared = next(r.id for r in log.assertions() if r.subject == "E1" and r.field == "@")
    with begin(log) as tx:
        tx.retract(declared, "误列")
    for kind, subject in (("item", "E1"), ("interrogation", "E1.讯问")):
        with pytest.raises(DossierError, match="已被撤回"), begin(log) as tx:
            tx.put(kind, subject, "page", "卷1")
    with begin(log) as tx:
        tx.declare("item", "E1")
        tx.put("interrogation", "E1.讯问", "page", "卷1")


def test_正卷的人看不到辩护材料的编号() -> None:
    """辩护材料用过的编号，正卷照样可以用；正卷也不能指向它，拒绝的话不泄露它的存在。"""
    log = small()
    with begin(log, DEFENCE) as tx:
        tx.declare("fact", "密")
    with begin(log) as tx:
        tx.declare("link", "L", "E1")
    with pytest.raises(DossierError, match="没有登记这样的“密”"), begin(log) as tx:
        tx.put("link", "L", "fact", "密")
    with begin(log) as tx:
        tx.declare("item", "密")


def test_两个人同时修改_后写的要重新读取() -> None:
    log = small()
    first, second, defence = begin(log), begin(log), begin(log, DEFENCE)
    with first:
        first.put("item", "E1", "verified", True)
    for late in (second, defence):
        with pytest.raises(DossierError, match="已有别的修改"), late:
            late.put("item", "E1", "disputed", False)
    assert len(log.revisions) == 2


def test_结束以后不能再写() -> None:
    log = small()
    with begin(log) as tx:
        tx.put("item", "E1", "verified", True)
    for act in (
        lambda: tx.put("item", "E1", "shown", True),
        lambda: tx.declare("item", "E9"),
        lambda: tx.retract("main:1:1", "晚了"),
    ):
        with pytest.raises(DossierError, match="已经结束"):
            act()


def test_不成对的代用字符不能保存() -> None:
    log = small()
    with pytest.raises(DossierError, match="代用字符"), begin(log) as tx:
        tx.put("item", "E1", "title", "坏\ud800字")
    assert len(log.revisions) == 1


def test_回到从前的某次修改() -> None:
    log = small()
    with begin(log) as tx:
        tx.put("item", "E1", "verified", True)
    with begin(log, DEFENCE) as tx:
        tx.put("item", "E1", "favourable", True)
    then = log.until({MAIN: 1})
    assert then.dump() == small().dump()
    assert then.verify() == []
