"""读文件：YAML、JSON、中英文键、几个文件合成一个案件。"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.dossier.exchange import load, load_many, save
from gaoyao.dossier.exchange.names import KEYS, TOP, build, names_of
from gaoyao.dossier.exchange.plain import plain_of
from gaoyao.dossier.model import Absent, Basis, DossierError
from gaoyao.dossier.schema import KINDS, Kind, Part, words
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Case, Item, Link
from gaoyao.logic.truth import Why
from tests.dossier.exchange.content import cells, same, subjects

CASE = """皋陶: 1
案件: {案件名称: 虚构案件, 虚构案件: 是, 诉讼阶段: 一审}
被告人:
  - {id: A1, 姓名: 甲某, 别名: [阿甲, 老甲]}
待证事实:
  - {id: F1, 内容: 虚构}
证据:
  - id: E1
    名称: 第一次讯问笔录
    证据种类: 被告人供述和辩解
    陈述人: A1
    讯问: {讯问开始: 2021-03-05 23:00, 经被讯问人核对确认: 否}
    证明联系: [{待证事实: F1, 方向: 支持, 联系强度: 言词}]
"""
ENGLISH = """gaoyao: 1
case: {title: 虚构案件, invented: true, stage: first_instance}
accused:
  - {id: A1, name: 甲某, aliases: [阿甲, 老甲]}
facts:
  - {id: F1, text: 虚构}
items:
  - id: E1
    title: 第一次讯问笔录
    type: confession
    speaker: A1
    interrogation: {start: 2021-03-05 23:00, confirmed: false}
    links: [{fact: F1, direction: supports, tie: statement}]
"""


def test_both_languages_say_the_same() -> None:
    assert same(load(CASE).log, load(ENGLISH).log)
    assert save(load(CASE).log) == save(load(ENGLISH).log)


@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_json_says_the_same(indent: int | str | None) -> None:
    """同样的内容写成 JSON（紧凑、缩进、制表符缩进）也读得出。"""
    text = json.dumps(plain_of(CASE), ensure_ascii=indent is None, indent=indent)
    assert same(load(text).log, load(CASE).log)


def test_json_keeps_line_numbers() -> None:
    text = json.dumps(plain_of(CASE), ensure_ascii=False, indent=1)
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "第一次讯问笔录" in row)
    assert [r.address.line for r in load(text).log.assertions() if r.field == "title"] == [4, line]


@given(
    st.recursive(
        st.none() | st.booleans() | st.text() | st.integers(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
        max_leaves=15,
    )
)
def test_any_json_is_parsed_as_json_parses_it(data: object) -> None:
    """任何 JSON 都读成同样的内容（与标准库比较）。"""
    whole = {"皋陶": data}
    assert plain_of(json.dumps(whole)) == whole
    assert plain_of(json.dumps(whole, indent="\t")) == whole


def test_yaml_flow_style_is_not_mistaken_for_json() -> None:
    assert same(load("{皋陶: 1, 案件: {虚构案件: 是}}").log, load("皋陶: 1\n案件: {虚构案件: 是}\n").log)


def test_windows_files_are_read() -> None:
    """带 BOM、CRLF 换行的 UTF-8 文件照读，内容相同。"""
    assert same(load(b"\xef\xbb\xbf" + CASE.replace("\n", "\r\n").encode()).log, load(CASE).log)


def test_ids_of_nested_subjects() -> None:
    """没有写标识的下级，按“上级/键#第几个”编号；写了的用写的。"""
    known = {row[0] for row in subjects(load(CASE).log)}
    assert known == {"case", "A1", "F1", "E1", "E1/interrogation#1", "E1/links#1"}
    log = load(CASE.replace("{待证事实: F1,", "{id: L9, 待证事实: F1,")).log
    assert "L9" in {row[0] for row in subjects(log)}


def test_what_is_left_empty_is_not_entered() -> None:
    """冒号后面留空、写 null 或 ~：未录入，不是“否”，也不是“卷内无记载”。"""
    for nothing in ("", "null", "~"):
        view = View(load(f"皋陶: 1\n案件:\n  虚构案件: {nothing}\n").log, [(Part.MAIN, "")])
        assert view.live(Case.invented, "case").why is Why.NOT_ENTERED


@pytest.mark.parametrize(
    ("written", "why", "note"),
    [
        ("卷内无记载", Why.FILE_SILENT, ""),
        ("unresolved", Why.UNRESOLVED, ""),
        ("{查而不明: 已函询，无回复}", Why.UNRESOLVED, "已函询，无回复"),
        ("{卷内无记载: , 页: 卷一}", Why.FILE_SILENT, ""),
        ("{不适用: 没有开庭}", Why.NOT_APPLICABLE, "没有开庭"),
        ("{值: 查而不明, 页: 卷一}", Why.UNRESOLVED, ""),
    ],
)
def test_four_kinds_of_not_knowing(written: str, why: Why, note: str) -> None:
    """未录入、卷内无记载、查而不明、不适用，各是各的。"""
    ((row,),) = cells(load(f"皋陶: 1\n案件: {{命案: {written}}}\n").log).values()
    assert row[3] == Absent(why, note)


def test_two_accounts_of_one_thing_conflict() -> None:
    """一格两说，依据相同：说法冲突，两处页码都在；裁定高于录入。"""
    text = "皋陶: 1\n案件: {命案: {各说: [{值: 是, 页: 卷一第3页}, {值: 否, 页: 卷二第8页}]}}\n"
    live = View(load(text).log, [(Part.MAIN, "")]).live(Case.homicide, "case")
    assert live.why is Why.CONFLICTING
    assert [a.address.page for a in live.assertions] == ["卷一第3页", "卷二第8页"]
    ruled = text.replace("{值: 否,", "{值: 否, 依据: 裁定,")
    live = View(load(ruled).log, [(Part.MAIN, "")]).live(Case.homicide, "case")
    assert (live.value, live.basis) == (False, Basis.RULED)


def test_parts() -> None:
    """拟处理意见归法院副卷；写了分卷的从其所写；下级随上级。"""
    text = CASE + "拟处理意见: [{刑罚: 无}]\n疑点:\n  - {id: D1, 分卷: 检察内卷, 内容: {值: 虚构}}\n"
    parts = {row[0]: row[3] for row in subjects(load(text).log)}
    assert parts["decisions#1"] is Part.COURT_INNER
    assert parts["D1"] is Part.PROCURATORATE_INNER
    assert parts["E1/links#1"] is Part.MAIN


DEFENCE = """皋陶: 1
分卷: 辩护材料:甲律师
证据:
  - id: E1
    有利于被告人: {值: 是, 理由: 含有无罪辩解}
    讯问: {疲劳审讯: 是}
    证明联系:
      - {id: D-L1, 待证事实: F1, 方向: 反对}
辩护意见:
  - {内容: 供述系疲劳审讯取得, 涉及证据: E1}
"""


def test_the_defence_adds_to_the_file_in_its_own_part() -> None:
    """辩护人另写一个文件，对正卷的证据补充自己的意见；只进辩护材料，正卷读者看不到。"""
    log = load_many([CASE, DEFENCE]).log
    mine = (Part.DEFENCE, "甲律师")
    main, both = View(log, [(Part.MAIN, "")]), View(log, [(Part.MAIN, ""), mine])
    assert main.live(Item.favourable, "E1").why is Why.NOT_ENTERED
    assert both.live(Item.favourable, "E1").value is True
    assert both.live(Link.direction, "D-L1").value == "contradicts"
    assert log.chain(Part.MAIN).head == load(CASE).log.chain(Part.MAIN).head
    assert same(load_many([save(log, parts=[(Part.MAIN, "")]), save(log, parts=[mine])]).log, log)


def test_a_defence_file_alone_points_at_the_main_file() -> None:
    with pytest.raises(DossierError, match=r"没有标识为“F1”的待证事实.*请把两个文件一并载入"):
        load(DEFENCE)


def test_different_cases_are_not_merged() -> None:
    one, two = (f"皋陶: 1\n案件: {{案号: （虚构）{n}号}}\n" for n in (1, 2))
    with pytest.raises(DossierError, match=r"乙.yaml:2: 案件\.案号: .*不是同一案件"):
        load_many([one, two], names=["甲.yaml", "乙.yaml"])


def test_a_second_single_and_an_unnamed_second_are_told_apart() -> None:
    """后一个文件里：讯问至多一个；没有写标识而撞号的，请写标识。"""
    first = CASE.replace("讯问: {", "讯问: {id: I1, ") + "辩护意见: [{内容: 虚构}]\n"
    with pytest.raises(DossierError) as caught:
        load_many([first, DEFENCE.replace("分卷: 辩护材料:甲律师\n", "")])
    said = str(caught.value)
    assert "“讯问”至多一个" in said
    assert "请写 id: I1" in said
    assert "自动编号“arguments#1”" in said


def test_short_labels() -> None:
    """名称末尾括号里的说明可以不写。"""
    assert TOP["被告人"] is TOP["被告人（犯罪嫌疑人）"] is TOP["犯罪嫌疑人"] is KINDS["accused"]
    assert KEYS["identification"].entries["供辨认对象总数"] is KEYS["identification"].entries["total"]
    assert same(load(CASE.replace("言词}", "individual}")).log, load(CASE.replace("言词}", "同一认定}")).log)


def test_every_kind_and_field_has_its_keys() -> None:
    """词表里每一种对象、每一个字段，中英文键都认得。"""
    for kind in KINDS.values():
        if kind.derived:
            assert kind.kind not in KEYS
            continue
        table = KEYS[kind.parent].entries if kind.parent else TOP
        assert all(table[name] is kind for name in names_of(kind))
        for field in kind.fields.values():
            assert KEYS[kind.kind].entries[field.name] is KEYS[kind.kind].entries[field.label] is field


def test_two_meanings_under_one_key_are_an_error_at_import() -> None:
    """同一处同一个键有两个含义：一定义就报错，不等用户遇到。"""

    def kind_named(key: str, label: str, parent: str = "") -> type[Kind]:
        namespace = {"kind": f"k-{key}", "label": label, "key": key, "parent": parent, "derived": False,
                     "single": False, "part": Part.MAIN, "fields": {}}  # fmt: skip
        plain = type("Plain", (), {})
        made = type.__new__(type, f"K{key}", (plain,), namespace)
        return made

    with pytest.raises(ValueError, match="最外层的“证据”有两个含义"):
        build([*KINDS.values(), kind_named("others", "证据")])
    with pytest.raises(ValueError, match="“案件”之下的“案号”有两个含义"):
        build([*KINDS.values(), kind_named("numbers", "案号", parent="case")])
    assert words("x").label == "x"
