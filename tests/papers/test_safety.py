"""文书不会被内容弄坏、骗人或者泄密；同样的内容、同样的日期，一个字节也不差。"""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoyao.papers import NothingToWriteError, PaperError, form, paper, reader
from gaoyao.papers.sheet import Sheet, plain
from gaoyao.review.api import Reader
from gaoyao.review.provenance import provenance
from tests.papers.making import (
    CASES,
    DEMO,
    IN_DEMO,
    KINDS,
    ON,
    lines,
    made,
    material,
    opened,
    reviewed,
    words,
    written,
)

HOSTILE = [
    "一、<w:p>伪造的段落</w:p>",
    "换行\n二、结论\r\n应当作出",
    "控制符\x07\x1b[31m红",
    "翻转\u202e卷页\u2066",
    "]]>&amp;&lt;{{变量}}${系统}",
    "=CMD()|' /C calc'!A0",
    "PAGE \\* MERGEFORMAT",
    "很长" * 3000,
    "　　　签名：张某",
]


def case(title: str, **more: object) -> str:
    """A small invented case with one confession against which there is a ground, and one argument."""
    made = {
        "皋陶": 1,
        "案件": {"id": "C1", "案件名称": title, "虚构案件": True, "诉讼阶段": "一审", "开庭日期": "2024-04-10", "办案机关": "公安机关"},
        "被告人": [{"id": "A1", "姓名": title}],
        "证据组": [{"id": "Z1", "名称": title}],
        "证据": [{
            "id": "E1", "名称": title, "证据种类": "被告人供述和辩解", "卷宗页码": "卷一第1页", "要点": title, "证据组": "Z1",
            "用以证明不利于被告人的事实": True, "承认犯罪": True, "讯问": {"地点": title, "殴打、违法使用戒具等暴力": True, "遭受难以忍受的痛苦": True, "违背意愿作出供述": True, "卷宗页码": "卷一第2页"},
        }],
        "疑点": [{"id": "Q1", "内容": title}],
        "辩解、辩护意见": [{"id": "G1", "内容": title, "提出人": title}],
        **more,
    }  # fmt: skip
    return json.dumps(made, ensure_ascii=False)


def possible(text: str, kind: str) -> bytes | None:
    """The paper, or None where there is nothing to write."""
    try:
        return written(text, kind)
    except NothingToWriteError:
        return None


def counted(package: bytes) -> tuple[int, list[int]]:
    """Paragraphs of the body, rows of each table."""
    document = opened(package)
    return len(document.paragraphs), [len(table.rows) for table in document.tables]


ALWAYS = [one.label for one in IN_DEMO if one.id not in ("exclusion-application", "exclusion-decision")]


@pytest.mark.parametrize("kind", ALWAYS)
@pytest.mark.parametrize("text", HOSTILE)
def test_怪异的内容不增加段落和行_不留控制符(text: str, kind: str) -> None:
    calm, odd = possible(case("平常"), kind), possible(case(text), kind)
    assert calm is not None
    assert odd is not None
    assert counted(odd) == counted(calm)
    together = "\n".join(lines(odd))
    assert not any(ord(one) < 32 and one != "\n" for one in together)
    assert not set("\u202e\u2066\x7f") & set(together)
    assert plain(text) in together


@settings(max_examples=30)
@given(st.text(max_size=60))
def test_任何文字都成一行_不含不能显示的字符(text: str) -> None:
    shown = plain(text)
    assert not set(shown) & set("\n\r\t\x00\x0b\x0c\x85\u2028\u2029\u202e")
    assert plain(shown) == shown
    sheet = Sheet("试", ON)
    sheet.say(text, "内容：")
    sheet.table(("甲",), (1,), [(text,), ((text, text),)])
    sheet.pairs([("一", text, "二", text)])
    assert opened(sheet.bytes()).paragraphs[1].text == f"内容：{shown}"


@pytest.mark.parametrize("kind", KINDS)
def test_同样的内容同样的字节(kind: str) -> None:
    text = case("虚构", 排除非法证据申请或合法性疑问=[{"id": "M1", "涉及证据": ["E1"]}])
    first, second = possible(text, kind), possible(text, kind)
    assert first == second
    if first is not None:
        later = written(text, kind, on=date(2024, 5, 2))
        assert later != first


@pytest.mark.parametrize("kind", KINDS)
def test_包里的时间只来自草拟日期_没有作者_没有缩略图(kind: str) -> None:
    package = made(CASES[0], kind)
    assert package is not None
    with ZipFile(BytesIO(package)) as archive:
        infos = archive.infolist()
    assert {info.date_time for info in infos} == {(2024, 5, 1, 0, 0, 0)}
    names = [info.filename for info in infos]
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert not [name for name in names if "thumbnail" in name]
    core = opened(package).core_properties
    assert (core.created.date(), core.modified.date()) == (ON, ON)
    assert (core.author, core.last_modified_by, core.comments) == ("", "", provenance().told())


@pytest.mark.parametrize("kind", KINDS)
def test_字体用名称指定_中文字体逐字指定(kind: str) -> None:
    package = made(CASES[0], kind)
    assert package is not None
    document = opened(package)
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    faces = set()
    for run in document.element.body.iter(f"{space}r"):
        fonts = run.find(f"{space}rPr/{space}rFonts")
        assert fonts is not None
        faces.add(fonts.get(f"{space}eastAsia"))
    assert {"方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"} <= faces
    title = document.paragraphs[0].runs[0]
    assert title.font.size.pt == 22


# ---------------------------------------------------------------- 三种回答不混


ARGUMENTS = [
    ({"已说明采纳与否": True, "已说明理由": True}, "○ 已回应并说明理由"),
    ({"已说明采纳与否": True, "已说明理由": False}, "▲ 已回应，没有说明理由"),
    ({"已说明采纳与否": True}, "△ 已回应，有无理由未录入"),
    ({"已说明采纳与否": False}, "■ 没有回应"),
    ({}, "△ 有无回应未录入"),
    ({"已说明采纳与否": "查而不明"}, "△ 有无回应未录入"),
]


@pytest.mark.parametrize(("fields", "told"), ARGUMENTS)
def test_没有回应和没有录入不是一回事(fields: dict[str, object], told: str) -> None:
    text = case("虚构", **{"辩解、辩护意见": [{"id": "G1", "内容": "没有到过现场", **fields}]})
    table = opened(written(text, "辩护意见采纳情况表")).tables[1]
    assert table.rows[1].cells[4].text == told


COURT = [
    # 逐件录入的优先
    ({"已当庭出示（含原审）": False}, {"已当庭出示": True}, [], "未出示"),
    # 成组出示的，组内各件都算
    ({}, {"已当庭出示": True}, [], "已出示"),
    # 庭审记录列了该组的
    (
        {},
        {},
        [{"id": "H1", "类型": "开庭审理", "卷宗页码": "卷三第4页", "当庭出示的证据": ["Z1"]}],
        "已出示（卷三第4页",
    ),
    # 都没有录入的，写未录入，不写没有出示
    ({}, {}, [], "出示：未录入"),
]


@pytest.mark.parametrize(("item", "group", "hearings", "told"), COURT)
def test_出示与否从逐件_成组_庭审记录依次看(
    item: dict[str, object], group: dict[str, object], hearings: list[object], told: str
) -> None:
    items = [{"id": "E1", "名称": "书证一", "证据种类": "书证", "证据组": "Z1", **item}]
    text = case(
        "虚构", 证据=items, 证据组=[{"id": "Z1", "名称": "一组", **group}], **{"庭审、庭前会议": hearings}
    )
    tables = opened(written(text, "证据审查表")).tables
    (table,) = [one for one in tables if one.rows[0].cells[2].text == "当庭"]
    assert table.rows[1].cells[2].paragraphs[0].text.startswith(told)


# ---------------------------------------------------------------- 谁能看、谁能写


SECRET = "只给辩护人看的线索七四一九"


@pytest.mark.parametrize("one", IN_DEMO, ids=KINDS)
def test_辩护材料只进辩护人自己的文书(one) -> None:
    arguments = [
        {"id": "G1", "内容": "没有到过现场"},
        {"id": "G9", "分卷": "辩护材料:甲律师", "内容": SECRET},
    ]
    text = case("虚构", **{"辩解、辩护意见": arguments})
    for role in one.readers:
        try:
            told = "\n".join(lines(written(text, one.label, role)))
        except NothingToWriteError:
            continue
        assert (SECRET in told) == (role is Reader.DEFENDER and one.id in ("arguments", "report"))


INNER = "合议庭评议时说过的话八八二三"


@pytest.mark.parametrize("one", IN_DEMO, ids=KINDS)
def test_法院副卷的内容不进送出去的文书(one) -> None:
    doubts = [{"id": "Q1", "内容": "时间对不上"}, {"id": "Q8", "分卷": "法院副卷", "内容": INNER}]
    if Reader.JUDGE not in one.readers:
        return
    told = "\n".join(lines(written(case("虚构", 疑点=doubts), one.label, Reader.JUDGE)))
    assert (INNER in told) == (one.id in ("notes", "report"))


@pytest.mark.parametrize("kind", ["补充侦查提纲", "排除非法证据决定书草稿"])
def test_调用的人给了副卷_送出去的文书仍只用正卷(kind: str) -> None:
    doubts = [{"id": "Q1", "内容": "时间对不上"}, {"id": "Q8", "分卷": "法院副卷", "内容": INNER}]
    m = reviewed(case("虚构", 疑点=doubts), "阅卷笔录", Reader.JUDGE, ON)
    assert "Q8" in m.subjects("doubt")
    told = "\n".join(lines(paper(form(kind), m.review, m.view, m.file, ON)))
    assert INNER not in told
    assert told == "\n".join(lines(written(case("虚构", 疑点=doubts), kind, Reader.JUDGE)))


def test_评议记录存疑是评议秘密_不写进提纲() -> None:
    assert "评议" in words(CASES[0], "审查报告")
    assert "评议" not in words(CASES[0], "补充侦查提纲")


ROLES = [
    # 申请书是辩护人写的
    ("排除非法证据申请书", Reader.JUDGE, "由辩护人制作"),
    # 决定书、补充侦查提纲不由辩护人写
    ("排除非法证据决定书草稿", Reader.DEFENDER, "由审判人员、检察人员制作"),
    ("补充侦查提纲", Reader.DEFENDER, "由检察人员、审判人员制作"),
]


@pytest.mark.parametrize(("kind", "role", "told"), ROLES)
def test_不该由他写的文书说明由谁写(kind: str, role: Reader, told: str) -> None:
    with pytest.raises(PaperError, match=told):
        reader(form(kind), role)


def test_审判人员的提纲叫补充调查建议书_依据是建议补充调查的条文() -> None:
    told = "\n".join(lines(written(case("虚构"), "补充侦查提纲", Reader.JUDGE)))
    assert "补充调查建议书" in told
    assert "《最高人民法院关于建立健全防范刑事冤假错案工作机制的意见》（法发〔2013〕11号）第十五条" in told
    assert "补充侦查提纲" not in told


def test_不是虚构的案件不标虚构() -> None:
    real = json.loads(case("某案"))
    real["案件"]["虚构案件"] = False
    told = "\n".join(lines(written(json.dumps(real, ensure_ascii=False), "阅卷笔录")))
    assert "虚构案例" not in told


# ---------------------------------------------------------------- 没有内容


BARE = '{"皋陶": 1, "案件": {"id": "C1", "虚构案件": true}}'
EMPTY = [
    ("阅卷笔录", "没有录入证据，这一部分未检查。"),
    ("证据审查表", "没有录入证据，这一部分未检查。"),
    ("补充侦查提纲", "没有录入的部分没有检查，不等于没有问题。"),
    ("辩护意见采纳情况表", "没有录入不等于没有提出"),
    ("审查报告", "没有录入待证事实，事实部分未检查。"),
]


@pytest.mark.parametrize(("kind", "told"), EMPTY)
def test_空案件的文书写明没有录入_不写成没有问题(kind: str, told: str) -> None:
    text = "\n".join(lines(written(BARE, kind)))
    assert told in text
    assert "本次运行的检查没有发现法律障碍" not in text


@pytest.mark.parametrize("kind", ["排除非法证据申请书", "排除非法证据决定书草稿"])
def test_没有理由也没有申请的_不写申请书和决定书(kind: str) -> None:
    with pytest.raises(NothingToWriteError, match="草拟"):
        written(BARE, kind)


def test_行号是案件文件里真有的行() -> None:
    m = material(CASES[0], Reader.JUDGE)
    rows = (DEMO / CASES[0]).read_text(encoding="utf-8").splitlines()
    assert m.review.items
    for line in m.review.items:
        number = m.line(line.subject.id)
        assert 0 < number <= len(rows)
        assert m.title(line.subject.id) in rows[number - 1]
