"""从讯问、询问笔录读出说法：哪一问答、哪几个字、谁做的；否认、听说、记不清、打算不当作事实。全部虚构。"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.dossier.exchange import load, save
from gaoyao.dossier.exchange.moments import parse_moment
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.model import Span
from gaoyao.dossier.view import View, readable
from gaoyao.intake.documents.cut import Sheet, documents
from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import read_folder
from gaoyao.intake.saying.admitting import admission
from gaoyao.intake.saying.clocks import times
from gaoyao.intake.saying.details import details
from gaoyao.intake.saying.turns import Spoken, Turn, turns
from gaoyao.intake.sources.store import Store
from gaoyao.review.statements import page

TAKEN = parse_moment("2021年3月8日9时10分")


def spoken(text):
    return Spoken(text, tuple(range(len(text))))


def read(question, answer):
    turn = Turn(1, spoken(question), spoken(answer))
    return [(one.slot, one.value, one.doer) for one in details(turn, {"孙某丙"}, TAKEN)]


SAID = [
    # 时间要与行为说在一起
    ("说说经过。", "2021年3月5日晚上10点多，我捅了他。", ("time", "2021年3月5日晚上10时", "")),
    ("", "3月5日22时30分许，我们在小店抢了手机。", ("time", "2021年3月5日22时30分左右", "")),
    # 按笔录当天推算“昨天”；只答时间的，问的是作案时间才算
    ("你什么时候作案的？", "昨天晚上11点半左右。", ("time", "2021年3月7日晚上11时30分左右", "")),
    # 地点去掉县、镇，因为说不说县名都是同一处
    ("", "我到青岭县城关镇北街小店抢了他。", ("place", "北街小店", "")),
    ("", "我到本市丰台区某花园小区，偷了一辆电动车。", ("place", "某花园小区", "")),
    ("", "我用一把单刃水果刀捅了他。", ("tool", "单刃水果刀", "self")),
    ("", "孙某丙拿着一根铁管打他的头部。", ("tool", "铁管", "孙某丙")),
    ("", "那个男的用木棍打我的头部。", ("tool", "木棍", "other")),
    ("你用的什么工具？", "我用的是一把菜刀。", ("tool", "菜刀", "self")),
    # 否认是一种说法
    ("", "我没有拿刀。", ("tool", "没有用刀", "self")),
    ("", "我没有带任何工具。", ("tool", "没有用工具", "self")),
    # 部位用同一种名称：肚子就是腹部，捅就是刺
    ("", "我朝他肚子捅了两刀。", ("wound", "刺腹部", "self")),
    ("", "我捅了他左胸部一刀。", ("wound", "刺左胸部", "self")),
    ("", "我朝他肚子捅了两刀。", ("wound", "2下", "self")),
    ("", "我们抢走现金三千元。", ("amount", "3000元", "")),
    ("", "抢了手提包，里面有现金3000元。", ("amount", "3000元", "")),
    ("", "我抢了他的钱包和手机。", ("loot", "手机、钱包", "")),
    ("几个人去的？", "我们两个人一起去的。", ("companions", "2人", "")),
    ("", "两名男子冲进来，持刀抢了我的包。", ("companions", "2人", "")),
    ("", "我往河堤方向跑了。", ("route", "河堤", "self")),
    ("", "我穿着一件黑色夹克。", ("clothing", "黑色夹克", "self")),
    ("", "我穿黑色外套。", ("clothing", "黑色", "self")),
    ("", "我把水果刀扔到河堤边的垃圾桶里了。", ("disposal", "河堤边的垃圾桶", "self")),
    ("", "我先打了他一拳，然后抢了他的手机。", ("sequence", "先打后抢", "self")),
    # 问得具体，短短一答也清楚
    ("你用什么工具作案？", "一把水果刀，黑色塑料柄的。", ("tool", "水果刀", "self")),
    ("他用什么打你的？", "是一根铁管。", ("tool", "铁管", "other")),
    ("你抢了多少钱？", "3200块钱。", ("amount", "3200元", "")),
    ("你们几个人？", "就我和孙某丙两个人。", ("companions", "2人", "")),
    ("你和谁一起去的？", "就我一个人。", ("companions", "1人", "")),
    ("你捅了几刀？", "一刀。", ("wound", "1下", "self")),
    ("捅在什么位置？", "左胳膊。", ("wound", "刺左手臂", "asked")),
    ("刀现在在哪里？", "我扔到河里了。", ("disposal", "河里", "asked")),
    ("", "我把柜台上的手提包抢走了，里面有一部手机。", ("loot", "手机、手提包", "")),
    ("你为什么捅他？", "因为他欠我钱不还。", ("motive", "债务、钱款纠纷", "")),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "wanted"), SAID)
def test_说清楚的读出来(question, answer, wanted):
    assert wanted in read(question, answer)


SILENT = [
    ("听别人说的不算", "我听他说用刀捅的。"),
    ("转述同案人的话不算", "孙某丙告诉我他用水果刀捅了人。"),
    ("好像、可能不算", "好像是用木棍打的他。"),
    ("记不清不算", "记不清了，可能是水果刀捅的。"),
    ("打算做的不算做了", "我准备用刀捅他。"),
    ("说的是办案人员的话，不算", "他们说我用水果刀捅了他。"),
    ("说的是上次笔录，不算", "上次笔录里写我用水果刀捅了他。"),
    ("只有日期没有钟点，也没有行为", "3月5日我在家。"),
    ("吃饭的时间不是作案的时间", "3月5日晚上7点我在家吃饭。"),
    ("前面说了时间，后来才做，时间不算作案时间", "3月5日晚上7点我在家吃饭，后来捅了他。"),
    ("大概的钱数不作比较", "抢走现金大概3000元。"),
    ("三千多元不是三千元", "抢走现金3000多元。"),
    ("没有做的事", "我没有捅他的肚子。"),
    ("从身上搜出的不是抢来的", "民警从我身上搜出现金616元和手机一部。"),
    ("失主放手机的地方不是赃物的去向", "手机放在床头柜上。"),
    ("给住宿的钱不是赃款", "他拿了300元给我住宿。"),
    ("举报人说的不算", "3月5日晚上10点群众举报称有人抢了手机。"),
    ("东西值多少钱不是拿到多少钱", "我偷了一条价值人民币3000元的狗。"),
    ("买刀不是用刀作案", "我在超市买过水果刀。"),
    ("晚上两点是哪一天不清楚", "3月5日晚上2点我捅了他。"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "answer"), SILENT)
def test_不清楚的不提(why, answer):
    # 没有问得具体的问话；地点、部位等清楚的另算；这里每一句都不应读出任何说法
    assert read("", answer) == [], why


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("你用什么工具？", "记不清了，好像是刀。"), ("你抢了多少钱？", "大概3000块钱。"), ("你捅了几刀？", "好几刀。"), ("你在哪里打的他？", "胸部受过伤的是我。"), ("家里有什么刀？", "一把菜刀。"),
        ("你抢了多少钱？", "我没有抢，3000块钱是我自己的。"),
    ],
)  # fmt: skip
def test_答得不清楚或者问的是别的_不提(question, answer):
    assert read(question, answer) == []


@pytest.mark.parametrize(
    ("answer", "admits"),
    [
        ("是我干的。", True), ("我捅了他一刀。", True), ("我和孙某丙到小店，抢了他的包。", True), ("我没有捅他。", False), ("不是我干的，我是冤枉的。", False),
        ("我到过北街小店。", None), ("我听说有人被捅了。", None), ("是我干的。后来又说我没有参与。我没有参与。", None), ("他捅了我。", None),
        ("我捅了他一刀，我是自卫。", None), ("我不是故意的，是我捅的。", None),
        ("我越想越气，就翻过院子东边的矮墙进到屋里，顺手从灶台上拿了一把菜刀，朝他头上砍了三四下，又割了一刀。", True),
        ("我越想越气，就跟着走到院子东边，后来他翻过矮墙进到屋里，拿起一把菜刀，朝那人头上砍了三四下。", None),
    ],
)  # fmt: skip
def test_承认还是否认(answer, admits):
    found = admission([Turn(1, spoken(""), spoken(answer))])
    assert (found[0] if found else None) is admits


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2021年3月5日22时许", "2021年3月5日22时左右"), ("3月5号晚上10点半", "2021年3月5日晚上10时30分"), ("今天凌晨1点", "2021年3月8日凌晨1时"),
        ("昨晚11点", "2021年3月7日晚上11时"), ("12月30日上午9点", "2020年12月30日上午9时"), ("去年5月1日", "2020年5月1日"), ("13月5日", None), ("2022年1月1日", None),
    ],
)  # fmt: skip
def test_口头说的时间(text, written):
    # 没有写年份的，取笔录以前最近的一年；笔录以后的日期不取
    assert [value.text for value, *_ in times(text, TAKEN)] == ([written] if written else [])


# ---------------------------------------------------------------- 从卷宗到说法变化


def record(number, day, answers, who="赵某甲"):
    asked = "\n".join(f"问：{question}\n答：{answer}" for question, answer in answers)
    return f"讯问笔录（第{number}次）\n时间 2021年3月{day}日9时10分至2021年3月{day}日11时20分\n地点 青岭县看守所讯问室\n讯问人 张某、李某\n记录人 王某\n被讯问人 {who} 性别 男\n{asked}\n以上笔录我看过，和我说的相符。"


VICTIM = (
    "询问笔录\n询问时间：2021年3月5日23时10分至23时50分\n询问地点：青岭县北街小店\n询问人：孙丁、周戊\n被询问人：钱某乙 性别：女\n"
    "问：你作为被害人，享有被害人诉讼权利义务，听清了吗？\n答：听清了。\n问：说说经过。\n答：今天晚上10点，一个男子冲进来，他用木棍打我的头部，抢走我的手提包。"
)
AUTOPSY = "法医学人体损伤程度鉴定书\n青岭县公安局物证鉴定室\n鉴定日期 2021年3月9日\n检验：左胸部见创口一处，长2cm。\n鉴定意见：轻伤二级。"
SEIZED = "扣押清单\n扣押时间 2021年3月11日\n单刃水果刀一把，自河堤垃圾桶内起获。\n持有人 赵某甲\n见证人 周某"


@pytest.fixture
def folder(tmp_path):
    """三次讯问：先说木棍、没有拿刀；鉴定和起获以后改口说单刃水果刀、左胸。"""
    made = tmp_path / "案卷"
    made.mkdir()
    first = record(1, 7, [("用什么打的？", "我用木棍打了他的小腿，我没有拿刀。")])
    second = record(2, 10, [("用什么？", "我用一把单刃水果刀捅了他左胸部一刀，把水果刀扔到河堤垃圾桶里了。")])
    third = record(3, 12, [("还有呢？", "我用单刃水果刀捅的，捅了他左胸部。")])
    (made / "卷.txt").write_text("\f".join([third, AUTOPSY, second, VICTIM, SEIZED, first]), encoding="utf-8")
    return made


@pytest.fixture
def drafted(folder, tmp_path):
    return build(read_folder(folder, Store(tmp_path / "store"), ocr=False), folder.name, "2026-01-01T10:00")


def claims(drafted):
    """说法：(证据名称, 细节, 内容) → {字段: 值}。"""
    rows, titles = {}, {}
    for one in drafted.log.assertions():
        if one.kind == "item" and one.field == "title":
            titles[one.subject] = one.value
        if one.kind == "claim":
            rows.setdefault(one.subject, {})[one.field] = one
    return {(titles[row["@"].value], row["slot"].value, row["value"].value): row for row in rows.values()}


def test_说法有页有问答有原文(drafted):
    row = claims(drafted)["赵某甲讯问笔录（第2次）", "tool", "单刃水果刀"]
    assert row["page"].value == "卷.txt 第3页 第1问答"
    assert row["value"].address.quote == "我用一把单刃水果刀捅了他左胸部一刀"
    assert row["about"].value == "作案工具"


def test_警方何时掌握取自最早的材料(drafted):
    found = {
        key[1:]: row["known_to_police"] for key, row in claims(drafted).items() if "known_to_police" in row
    }
    # 木棍：被害人当晚已说；左胸：三月九日鉴定；水果刀和抛弃地点：三月十一日起获
    assert {key: one.value.text for key, one in found.items() if key[0] in ("tool", "wound", "disposal")} == {
        ("tool", "木棍"): "2021年3月5日23时10分", ("wound", "刺左胸部"): "2021年3月9日", ("tool", "单刃水果刀"): "2021年3月11日", ("disposal", "河堤垃圾桶"): "2021年3月11日",
    }  # fmt: skip
    assert "左胸部见创" in found["wound", "刺左胸部"].address.quote
    assert found["wound", "刺左胸部"].address.page == "卷.txt 第2页"


def test_审查自己画出说法变化(drafted):
    frame = CaseFrame(View(drafted.log, readable("judge")))
    made = page(frame)
    changed = {(one.before, one.words) for one in made.contradictory}
    assert ("木棍", "单刃水果刀") in changed
    assert ("没有用刀", "用刀") in changed
    # 鉴定以后改口，从小腿改到左胸；第三次在起获以后只是重复，不算改口
    assert [(one.before, one.words) for one in made.drifted] == [("打小腿", "刺左胸部")]
    assert made.shared == ()


def test_两次笔录整段相同由审查列出(folder, tmp_path):
    same = "我当时从后门进去，看见柜台上放着一个黑色的手提包，就把包拿起来从前门走了出去，往河堤那边走，走到桥头把包打开，拿了里面的现金，包扔进了草丛。"
    (folder / "卷.txt").write_text(
        "\f".join([record(1, 7, [("说说。", same)]), record(2, 10, [("再说说。", same)])]), encoding="utf-8"
    )
    made = build(read_folder(folder, Store(tmp_path / "s"), ocr=False), "卷", "2026-01-01T10:00")
    (one,) = page(CaseFrame(View(made.log, readable("judge")))).shared
    assert one.length >= 40
    again = load(save(made.log), name="案件.yaml").log
    assert (
        page(CaseFrame(View(again, readable("judge")))).shared
        == page(CaseFrame(View(made.log, readable("judge")))).shared
    )


def sheet_of(text, tmp_path: Path):
    room = tmp_path / "一份"
    room.mkdir(exist_ok=True)
    (room / "卷.txt").write_text(text, encoding="utf-8")
    (document,) = documents(read_folder(room, Store(tmp_path / "s"), ocr=False))
    return Sheet(document)


def test_折行的答话接起来读而位置不变(tmp_path):
    sheet = sheet_of(
        "讯问笔录\n被讯问人 赵某甲\n问：用什么？\n答：我用一把单刃水\n果刀捅了他。\n问：没有了？\n答：没有了。",
        tmp_path,
    )
    first, second = turns(sheet)
    assert (first.number, second.number) == (1, 2)
    (tool,) = [one for one in details(first, (), None) if one.slot == "tool"]
    start, end = sheet.raw_span(*first.answer.span(tool.start, tool.end))
    assert sheet.raw[start:end] == "单刃水\n果刀"


@given(st.text("问答：。，我他没有用水果刀捅了3月5日晚上10点好像\n", max_size=200))
def test_任何文字都不出错而且说法都落在原文上(text):
    turn = Turn(1, spoken(""), spoken(text.replace("\n", "")))
    for one in details(turn, {"孙某丙"}, TAKEN):
        assert 0 <= one.start < one.end <= len(turn.answer.text)
        assert one.at is None or isinstance(one.at, Span)
    admission([turn])
