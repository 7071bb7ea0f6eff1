"""gaoyao new 写出的样本：原样就能读入，也合乎 Schema。"""

import jsonschema
import pytest

from gaoyao.dossier.exchange import json_schema, load, scaffold
from gaoyao.dossier.exchange.names import TOP, Word, top_kinds
from gaoyao.dossier.exchange.plain import plain_of
from gaoyao.dossier.model import DossierError
from tests.dossier.exchange.content import cells


@pytest.mark.parametrize("charge", [None, "盗窃", "故意杀人", "a: b # c", "《罪》", "true"])
def test_the_template_loads_as_it_stands(charge: str | None) -> None:
    text = scaffold(charge)
    jsonschema.Draft202012Validator(json_schema()).validate(plain_of(text))
    written = cells(load(text).log)
    said = [row[3] for row in written.get(("C1", "charge"), [])]
    assert said == ([charge] if charge else [])


def test_the_template_claims_nothing_about_the_case() -> None:
    """样本里除了引用和待证事实的提纲，没有任何一格有值：留空是未录入，不是“否”。"""
    filled = {field for _, field in cells(load(scaffold()).log)}
    assert filled == {"accused", "incident", "text", "counts", "role", "fact"}


def test_the_template_names_every_list() -> None:
    """最外层的每一项，样本里都有或者都提到。"""
    text = scaffold()
    mentioned = {line.lstrip("# ").split(":")[0] for line in text.splitlines() if ":" in line}
    kinds = {TOP[name].kind for name in mentioned if not isinstance(TOP.get(name, Word("", "")), Word)}
    assert {kind.kind for kind in top_kinds()} - kinds == set()


def test_the_caller_may_give_the_facts_of_the_charge() -> None:
    """罪名常见的待证事实由调用者给出，依次编号。"""
    log = load(scaffold("盗窃", [("act", "秘密窃取: 财物"), ("quantity", "数额较大")])).log
    rows = cells(log)
    assert [rows[f"F{n}", "text"][0][3] for n in (1, 2)] == ["秘密窃取: 财物", "数额较大"]
    assert [rows[f"F{n}", "role"][0][3] for n in (1, 2)] == ["act", "quantity"]
    with pytest.raises(DossierError, match="应为事实性质的代号"):
        scaffold("盗窃", [("动机", "虚构")])


@pytest.mark.parametrize("charge", ["", "  ", "盗窃\n抢劫"])
def test_a_charge_is_one_line(charge: str) -> None:
    with pytest.raises(DossierError, match="罪名应为一行文字"):
        scaffold(charge)


def test_the_samples_in_comments_load_when_opened() -> None:
    """注释里的证言、物证、人员、程序事项，去掉行首的“# ”就能读入。"""
    before, rest = scaffold().split("# 证言、物证、人员、程序事项", 1)
    shown = rest.splitlines()[1:]
    opened = [line.removeprefix("# ") for line in shown[: shown.index("")]]
    log = load("\n".join([before, *opened]) + "\n").log
    rows = cells(log)
    assert rows["E2", "speaker"][0][3] == "P1"
    assert rows["E3", "against"][0][3] is True
    assert rows["P1", "role"][0][3] == "witness"
    assert [key for key in rows if key[1] == "event"]
