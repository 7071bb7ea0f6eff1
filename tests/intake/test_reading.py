"""从一个文件夹到案件文件草稿，再到审查：值有页和原文，机器读的不强制，两名被告人都在，陈述按时间排。全部虚构。"""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from gaoyao.cli import main
from gaoyao.dossier.exchange import load, save
from gaoyao.dossier.model import Absent, Amount, Basis
from gaoyao.dossier.view import View, readable
from gaoyao.intake.drafting.build import build
from gaoyao.intake.drafting.linking import sentences
from gaoyao.intake.folder import read_folder
from gaoyao.intake.sources.store import Store
from gaoyao.law.rule import Weight
from gaoyao.logic.truth import Why
from gaoyao.review.api import review
from tests.intake.invented import FIRST
from tests.intake.papers import prose, scan, scan_pdf, text_pdf

INDICTMENT = """青岭县人民检察院
起诉书
青检刑诉〔2021〕66号
被告人赵某甲，男，1990年1月2日出生，汉族，农民。因涉嫌抢劫罪，于2021年3月7日被青岭县公安局刑事拘留，同年4月5日经本院批准逮捕，同日由青岭县公安局执行逮捕。
被告人孙某丙，男，1992年2月2日出生，汉族，无业。
本案由青岭县公安局侦查终结，以被告人赵某甲、孙某丙涉嫌抢劫罪，于2021年6月1日向本院移送审查起诉。
经依法审查查明：
2021年3月5日22时许，被告人赵某甲、孙某丙在青岭县北街小店持刀抢走钱某乙的手提包，内有现金3000元。
认定上述事实的证据如下：
1.物证：作案工具单刃刀一把；
2.被害人钱某乙的陈述，证实当晚两名男子持刀抢走其手提包；
3.证人吴某的证言，证实其看见赵某甲从小店跑出；
4.被告人赵某甲的供述和辩解。
本院认为，被告人赵某甲、孙某丙持刀劫取他人财物，其行为触犯了《中华人民共和国刑法》第二百六十三条，应当以抢劫罪追究其刑事责任。
此致
青岭县人民法院
检察员：周某
2021年7月1日"""


def questioning(number, day, place="青岭县看守所讯问室", tail="以上笔录我看过，和我说的相符。"):
    return f"""讯问笔录（第{number}次）
时间 2021年3月{day}日9时10分至2021年3月{day}日11时20分
地点 {place}
讯问人 张某、李某
记录人 王某
被讯问人 赵某甲 性别 男 出生日期 1990年1月2日
问：说说经过。
答：我到过北街小店。
{tail}"""


HOTEL = questioning(1, 6, "青岭县云河宾馆302房间", "")
LOG = "提讯提解证\n姓名 赵某甲\n2021年3月10日9时05分 2021年3月10日11时40分 张某\n2021年3月12日15时00分 2021年3月12日18时20分"
CHECK = "入所健康检查表\n姓名 赵某甲 性别 男\n体表检查：左前臂有淤青两处。\n2021年3月7日"
WARRANT = "拘留证\n兹决定对赵某甲执行拘留。\n青岭县公安局\n2021年3月6日\n本证已于2021年3月7日10时向我宣布。"
VICTIM = "询问笔录\n询问时间：2021年3月5日23时10分至23时50分\n询问地点：青岭县北街小店\n询问人：孙丁、周戊\n被询问人：钱某乙 性别：女\n问：你作为被害人，享有被害人诉讼权利义务，听清了吗？"


@pytest.fixture
def case(tmp_path):
    """卷一：起诉书；卷二：笔录，次序与时间相反；卷三：看守所材料；卷四：没有文字层的扫描件。"""
    folder = tmp_path / "案卷"
    folder.mkdir()
    (folder / "卷一.txt").write_text(INDICTMENT, encoding="utf-8")
    (folder / "证据卷(2).pdf").write_bytes(
        text_pdf(questioning(3, 12, tail="赵某甲拒绝签名。"), questioning(2, 10), HOTEL, VICTIM)
    )
    (folder / "证据卷(1).txt").write_bytes("\f".join([LOG, CHECK, WARRANT]).encode("gb18030"))
    (folder / "卷四.pdf").write_bytes(scan_pdf(scan(prose(), width=620, height=877, size=16)))
    return folder


@pytest.fixture
def drafted(case, tmp_path):
    volumes = read_folder(case, Store(tmp_path / "store"), ocr=False)
    return build(volumes, case.name, "2026-01-01T10:00")


def cells(drafted, path):
    kind, field = path.split(".")
    return [one for one in drafted.log.assertions() if one.kind == kind and one.field == field]


def values(drafted, path):
    return [one.value for one in cells(drafted, path)]


def test_每个值都标读取而且有页(drafted):
    for one in drafted.log.assertions():
        if one.field != "@":
            assert one.basis is Basis.READ
            assert one.address.page
            assert one.address.sha256 or one.field == "unread_pages"


def test_原文就在所说的那一页的那几个字(drafted):
    pages = {}
    for document in drafted.documents:
        for piece in document.pieces:
            pages[f"{document.volume.source.name} {piece.page.label}"] = piece.page.text
    quoted = [one for one in drafted.log.assertions() if one.address.start is not None]
    assert len(quoted) > 60
    for one in quoted:
        said = pages[one.address.page][one.address.start : one.address.end]
        assert " ".join(said.split())[:300] == one.address.quote
        if one.address.page.startswith("证据卷(2).pdf"):
            assert one.address.box


def test_两名被告人都在而且各有指控(drafted):
    assert values(drafted, "accused.name") == ["赵某甲", "孙某丙"]
    assert values(drafted, "count.charge") == ["抢劫罪", "抢劫罪"]
    assert values(drafted, "count.accused") == ["A1", "A2"]


def test_陈述按时间不按装订次序(drafted):
    titles = [value for value in values(drafted, "item.title") if "笔录" in value]
    assert titles == [
        "钱某乙询问笔录",
        "赵某甲讯问笔录（第1次）",
        "赵某甲讯问笔录（第2次）",
        "赵某甲讯问笔录（第3次）",
    ]


def test_未读页数记入案件(drafted):
    (amount,) = values(drafted, "case.unread_pages")
    assert amount == Amount(1.0, 1.0, "1页")


def test_提讯登记与笔录对照(drafted):
    found = {
        one.subject: (one.value, one.address.page)
        for one in cells(drafted, "interrogation.extraction_log_conflicts")
    }
    titles = {one.subject: one.value for one in cells(drafted, "item.title")}
    named = {titles[subject.removesuffix("-interrogation")]: said for subject, said in found.items()}
    # 三月十日的在登记的时段内；十二日登记的是下午，笔录写的是上午
    assert named == {
        "赵某甲讯问笔录（第2次）": (False, "证据卷(1).txt 第1页"), "赵某甲讯问笔录（第3次）": (True, "证据卷(1).txt 第1页"),
    }  # fmt: skip


def test_入所检查有伤记到此前的讯问(drafted):
    (one,) = cells(drafted, "interrogation.injury_at_check")
    assert one.value is True
    assert "淤青" in one.address.quote


def test_程序事项来自文书_起诉书和第一次讯问的笔录而且同一天不算矛盾(drafted):
    events = {one.subject: one.value for one in cells(drafted, "step.event")}
    days = [(events[one.subject], one.value.text) for one in cells(drafted, "step.happened")]
    assert sorted(days) == [
        ("arrested", "2021年4月5日"),
        ("detained", "2021年3月7日10时"),
        ("indicted", "2021年7月1日"),
        ("questioned", "2021年3月10日9时10分"),
        ("transferred", "2021年6月1日"),
    ]


def test_起诉书列举的才是用来指控的(drafted):
    titles = {one.subject: one.value for one in cells(drafted, "item.title")}
    against = [titles[one.subject] for one in cells(drafted, "item.against")]
    assert sorted(against) == [
        "证人吴某的证言", "赵某甲讯问笔录（第1次）", "赵某甲讯问笔录（第2次）", "赵某甲讯问笔录（第3次）", "钱某乙询问笔录",
    ]  # fmt: skip


def test_没有写的是卷内无记载(drafted):
    first = next(one for one in cells(drafted, "interrogation.confirmed") if isinstance(one.value, Absent))
    assert first.value.why is Why.FILE_SILENT
    assert first.address.page == "证据卷(2).pdf 第3页"


def test_存成案件文件再读回来一样(drafted):
    text = save(drafted.log)
    again = load(text, name="案件.yaml")
    assert save(again.log) == text
    one, two = (View(log, readable("judge")) for log in (drafted.log, again.log))
    assert {path: {s: live.value for s, live in column.items()} for path, column in one.cells.items()} == {
        path: {s: live.value for s, live in column.items()} for path, column in two.cells.items()
    }


def confirmed(drafted):
    """同样的内容，由人逐项确认。"""
    text = save(drafted.log).replace("依据: 读取", "依据: 确认")
    return load(text).log


def test_机器读取的不强制_人确认以后才强制(drafted):
    read = review(View(drafted.log, readable("judge")), date(2021, 12, 1))
    person = review(View(confirmed(drafted), readable("judge")), date(2021, 12, 1))
    assert not [one for one in read.findings if one.weight is Weight.MANDATORY]
    assert [one for one in person.findings if one.weight is Weight.MANDATORY]
    assert {one.rule.id for one in read.findings} == {one.rule.id for one in person.findings}
    assert not read.certificate.granted
    assert any("没有读到" in one.why for one in read.not_checked)


def test_一句证实给出一条联系(drafted):
    quotes = values(drafted, "link.quote")
    told = [
        "被害人钱某乙的陈述，证实当晚两名男子持刀抢走其手提包",
        "证人吴某的证言，证实其看见赵某甲从小店跑出",
    ]
    # 只列名称的供述，联系到卷内每一份讯问笔录
    assert quotes == [*told, *["被告人赵某甲的供述和辩解"] * 3]
    facts = {one.subject: one.value for one in cells(drafted, "fact.role")}
    assert [facts[value] for value in values(drafted, "link.fact")] == ["crime_exists", *["identity"] * 4]
    # 被害人陈述在卷，联系挂在那一份上；证人吴某的证言不在卷，另立一项而没有页
    owners = {one.subject: str(one.value) for one in cells(drafted, "link.@")}
    titles = {one.subject: one.value for one in cells(drafted, "item.title")}
    assert [titles[owners[one.subject]] for one in cells(drafted, "link.quote")][:2] == [
        "钱某乙询问笔录",
        "证人吴某的证言",
    ]
    assert values(drafted, "link.tie") == []


SENTENCES = [
    ("3.证人吴某的证言，证实其看见赵某甲。", [("证人吴某的证言", "其看见赵某甲。")]),
    ("1、扣押清单（卷二第5页）：证明扣押手提包一个", [("扣押清单", "扣押手提包一个")]),
    ("鉴定意见：DNA鉴定书，证明烟头系赵某甲所留；辨认笔录", [("DNA鉴定书", "烟头系赵某甲所留")]),
    ("第一组 受案登记表、立案决定书\t证明目的：案件来源", [("受案登记表、立案决定书", "案件来源")]),
    # 法院的论断、否定的话不是一条联系
    ("上述证据不能，证明赵某甲到过现场。", []),
    ("本院认为，证明标准没有达到。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SENTENCES)
def test_证明内容的句子(text, wanted):
    assert [(one.item, one.fact) for one in sentences(text)] == wanted


def test_在卷的判决书成为以往审次而且意见有回应(tmp_path):
    folder = tmp_path / "卷"
    folder.mkdir()
    (folder / "一审判决.txt").write_text(FIRST, encoding="utf-8")
    made = build(read_folder(folder, Store(tmp_path / "s"), ocr=False), "卷", "2026-01-01T10:00")
    assert values(made, "instance.court") == ["青岭省云河县人民法院"]
    assert [one.text for one in values(made, "instance.decided_on")] == ["2021-05-20"]
    assert len(values(made, "argument.text")) == 3
    assert values(made, "argument.answered").count(True) >= 1
    assert values(made, "accused.name") == ["赵某甲", "孙某1"]


# ---------------------------------------------------------------- 命令


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_命令写出案件文件_覆盖报告和原件(case, tmp_path):
    output = tmp_path / "out" / "案件.yaml"
    done = run("read", case, "--output", output, "--no-ocr")
    assert done.exit_code == 0, done.output
    data = json.loads(output.with_suffix(".coverage.json").read_text())
    assert [one["name"] for one in data["volumes"]] == [
        "卷一.txt",
        "卷四.pdf",
        "证据卷(1).txt",
        "证据卷(2).pdf",
    ]
    assert data["unread_pages"] == 1
    store = output.with_suffix(".originals")
    for one in data["volumes"]:
        original = store / "originals" / one["sha256"][:2] / one["sha256"]
        assert original.read_bytes() == (case / one["name"]).read_bytes()
    assert "卷四.pdf 第1页：未读：扫描图像，没有文字层" in done.output
    assert run("review", output).exit_code == 0
    again = run("read", case, "--output", output, "--no-ocr")
    assert again.exit_code == 2
    assert "已经存在" in again.output


def test_写在卷宗文件夹里的草稿不会被当作卷宗再读(case):
    first = run("read", case, "--output", case / "甲.yaml", "--no-ocr")
    second = run("read", case, "--output", case / "乙.yaml", "--store", case / "甲.originals", "--no-ocr")
    assert (first.exit_code, second.exit_code) == (0, 0)
    names = [one["name"] for one in json.loads((case / "乙.coverage.json").read_text())["volumes"]]
    assert not [name for name in names if "originals" in name or "乙" in name]


def test_审查只有材料的文件夹_有案件文件的照旧(case, tmp_path):
    done = run("review", case)
    assert done.exit_code == 0
    assert "赵某甲等人抢劫案" in done.output
    assert "草稿" in done.output
    assert not list(case.glob("*.yaml"))
    run("read", case, "--output", case / "案件.yaml", "--no-ocr", "--store", tmp_path / "s")
    (case / "案件.coverage.json").unlink()
    assert "草稿" not in run("review", case).output
    empty = tmp_path / "空"
    empty.mkdir()
    assert "没有案件文件" in run("review", empty).output


def test_没有的路径和写不进的地方说清楚(case, tmp_path):
    assert run("read", tmp_path / "无", "--output", tmp_path / "a.yaml").exit_code == 2
    Path(tmp_path / "文件").write_text("x")
    done = run("read", case, "--output", tmp_path / "文件" / "a.yaml", "--no-ocr")
    assert done.exit_code == 2
    assert "不能写入" in done.output


def test_全是扫描件的文件夹也写出案件文件(tmp_path):
    folder = tmp_path / "卷"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(scan_pdf(scan(prose(), width=620, height=877, size=16)))
    done = run("read", folder, "--output", tmp_path / "a.yaml", "--no-ocr")
    assert done.exit_code == 0
    assert "未能阅读的页数" in (tmp_path / "a.yaml").read_text()
    assert "不出具" in run("review", tmp_path / "a.yaml").output
