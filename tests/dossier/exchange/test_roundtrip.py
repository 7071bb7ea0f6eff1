"""存了再读，内容不变；读了再存，文字不变。"""

import pytest
from hypothesis import given, settings

from gaoyao.dossier.exchange import load, load_many, save
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Absent, Address, Amount, Basis, DossierError, Span, Value
from gaoyao.dossier.schema import KINDS, Kind, Part
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why
from tests.dossier.exchange.content import cells, same, standing, subjects
from tests.dossier.exchange.generate import AT, ENTERABLE, logs


@settings(max_examples=150)
@given(logs())
@pytest.mark.parametrize("keys", ["zh", "en"])
def test_random_dossiers_survive(keys: str, log: Log) -> None:
    """任意卷宗（分卷、几种说法、各种依据、撤回）存成文件再读入，一格不差；再存，一字不差。"""
    text = save(log, keys=keys)
    again = load(text).log
    assert subjects(again) == subjects(log)
    assert cells(again) == cells(log)
    assert save(again, keys=keys) == text


@settings(max_examples=60)
@given(logs())
def test_main_and_private_parts_in_separate_files(log: Log) -> None:
    """正卷和各分卷分别存成文件，一并载入，与原来的卷宗相同。"""
    parts = [key for key in log.parts if key != (Part.MAIN, "")]
    files = [save(log, parts=[(Part.MAIN, "")]), *(save(log, parts=[part]) for part in parts)]
    assert same(load_many(files).log, log)


def every_value(field: Field) -> list[Value]:
    """One value of each sort for a field (references are tested with their targets)."""
    absent: list[Value] = [
        Absent(Why.FILE_SILENT),
        Absent(Why.UNRESOLVED, "已查"),
        Absent(Why.NOT_APPLICABLE, "无此情形"),
    ]
    match field.type:
        case FieldType.FLAG:
            return [True, False, *absent]
        case FieldType.QUANTITY:
            return [
                Amount(50.0, 50.0, "50"),
                Amount(0.5, float("inf"), "0.5以上"),
                Amount(1.0, 2.0, "好几个"),
                *absent,
            ]
        case FieldType.MOMENT:
            return [Span(26916420, 26916420, "2021-03-05 23:00"), Span(0, 90, "那天夜里"), *absent]
        case FieldType.CHOICE:
            return [*(code for code, _ in field.options), *absent]
        case FieldType.TEXT:
            return ["不适用", "甲：“乙”", *absent]
        case FieldType.TEXTS:
            return [(), ("不适用",), ("甲", "乙,丙"), *absent]
        case _:
            return absent


def nesting(kind: type[Kind]) -> list[str]:
    """The kinds that one is nested in, innermost first."""
    return [kind.parent, *nesting(KINDS[kind.parent])] if kind.parent else []


@pytest.mark.parametrize("kind", [kind.kind for kind in ENTERABLE])
@pytest.mark.parametrize("keys", ["zh", "en"])
def test_every_field_of_the_vocabulary_survives(kind: str, keys: str) -> None:
    """词表里每一种对象的每一个字段，每一种值，中英文键，都能存、能读。"""
    own = KINDS[kind]
    log = Log()
    with log.begin(Part.MAIN, "测试", "录入", "", AT) as tx:
        above = ""
        for outer in reversed(nesting(own)):
            tx.declare(outer, f"P-{outer}", above)
            above = f"P-{outer}"
        tx.declare(kind, "S1", above)
        for field in own.fields.values():
            for basis, value in zip(list(Basis) * 9, every_value(field), strict=False):
                tx.put(kind, "S1", field.name, value, basis, Address("x", 1, page="卷一第1页"))
    text = save(log, keys=keys)
    assert same(load(text).log, log)
    assert {r.field for r in standing(log)} - {"@"} == set(own.fields)


def test_references_of_every_kind_survive() -> None:
    """词表里每一个引用字段都指向一个对象，存、读之后指向同一个。"""
    log = Log()
    with log.begin(Part.MAIN, "测试", "录入", "", AT) as tx:
        for kind in (k for k in ENTERABLE if not k.parent):
            tx.declare(kind.kind, f"x-{kind.kind}")
            tx.declare(kind.kind, f"y {kind.kind}") if not kind.single else None
        for kind in (k for k in ENTERABLE if k.parent):
            tx.declare(kind.kind, f"x-{kind.kind}", f"x-{kind.parent}")
        for kind in ENTERABLE:
            for field in kind.fields.values():
                for target in filter(None, field.target.split("|")):
                    named = f"y {target}" if not KINDS[target].single else f"x-{target}"
                    tx.put(kind.kind, f"x-{kind.kind}", field.name, (named,) if field.many else named)
    assert same(load(save(log)).log, log)


def test_head_is_kept_in_the_revision() -> None:
    """文件写明录入人、录入时间的，记入修改记录；没有写的，用调用者给的。"""
    text = "皋陶: 1\n录入人: 书记员甲\n录入时间: 2024-05-06T09:30\n案件: {虚构案件: 是}\n"
    (revision,) = load(text, actor="乙", at=AT).log.revisions
    assert (revision.actor, revision.at) == ("书记员甲", "2024-05-06T09:30")
    (revision,) = load("皋陶: 1\n案件: {}\n", actor="乙", at=AT).log.revisions
    assert (revision.actor, revision.at) == ("乙", AT)


def test_addresses_name_file_line_page_and_quote() -> None:
    """每一个值都带着文件、行号；写了页码和原文的，一并带着。"""
    text = (
        "皋陶: 1\n证据:\n  - id: E1\n    名称: 笔录\n    要点: {值: 否认, 页: 卷二第15页, 原文: 我没有去过}\n"
    )
    rows = {r.field: r.address for r in load(text, name="案例.yaml").log.assertions()}
    assert rows["title"][:4] == ("案例.yaml", 4, "", "")
    assert rows["summary"][:4] == ("案例.yaml", 5, "卷二第15页", "我没有去过")
    assert rows["@"].line == 3


def test_what_points_at_nothing_is_not_saved() -> None:
    """证据被撤回而联系仍指着它：不保存，说明是哪一处。"""
    log = Log()
    with log.begin(Part.MAIN, "测试", "录入", "", AT) as tx:
        fact = tx.declare("fact", "F1")
        tx.declare("item", "E1")
        tx.declare("link", "L1", "E1")
        tx.put("link", "L1", "fact", "F1")
    with log.begin(Part.MAIN, "测试", "撤回", "", AT) as tx:
        tx.retract(fact, "重复")
    with pytest.raises(DossierError, match=r"L1\.待证事实: 没有标识为“F1”的待证事实"):
        save(log)


def test_one_id_for_two_things_is_not_saved() -> None:
    """两个分卷各自用了同一个标识表示不同的东西：一起保存时报错，分开保存可以。"""
    log = Log()
    for part, kind in ((Part.COURT_INNER, "fact"), (Part.PROCURATORATE_INNER, "doubt")):
        with log.begin(part, "测试", "录入", "", AT) as tx:
            tx.declare(kind, "X1")
    with pytest.raises(DossierError, match="请换一个编号"):
        save(log)
    assert "疑点" in save(log, parts=[(Part.PROCURATORATE_INNER, "")])
