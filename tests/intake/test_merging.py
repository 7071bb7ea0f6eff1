"""再次读取并入已经由人改过的案件文件：人录入的不改，新读到的加入，读两遍不变，人删去的不加回。全部虚构。"""

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gaoyao.cli import main
from gaoyao.dossier.exchange import load, save
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DECLARES, Basis
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import View, readable
from gaoyao.dossier.vocabulary import Accused, Claim, Item
from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import read_folder
from gaoyao.intake.merging.merge import apply, merge, next_base
from gaoyao.intake.sources.store import Store
from gaoyao.logic.truth import Why
from tests.intake.test_claims import VICTIM, record
from tests.intake.test_reading import INDICTMENT, LOG, WARRANT

AT = "2026-01-02T10:00"
FIRST = record(1, 7, [("用什么打的？", "我用木棍打了他的小腿，我没有拿刀。")])
SECOND = record(2, 10, [("用什么？", "我用一把单刃水果刀捅了他左胸部一刀。")])
OLDER = record(3, 12, [("还有呢？", "没有了。")]).replace("性别 男", "性别 男 出生日期 1989年5月5日")
PAPERS = {"卷一.txt": INDICTMENT, "卷二.txt": "\f".join([FIRST, VICTIM, LOG, WARRANT])}


def draft(papers, tmp_path, name="案卷"):
    room = tmp_path / name
    room.mkdir()
    for file, text in papers.items():
        (room / file).write_text(text, encoding="utf-8")
    volumes = read_folder(room, Store(tmp_path / "store"), ocr=False)
    return build(volumes, "案卷", "2026-01-01T10:00").log, frozenset(one.source.sha256 for one in volumes)


@pytest.fixture
def first(tmp_path):
    return draft(PAPERS, tmp_path)[0]


@pytest.fixture
def second(tmp_path):
    """第二次：多了一份讯问笔录，出生日期与前面不同。"""
    return draft(PAPERS | {"卷三.txt": "\f".join([SECOND, OLDER])}, tmp_path, "第二次")


def copy(log, change=lambda one: one):
    """同样的内容，逐项经 change 改过（None 为删去）。"""
    out = Log()
    gone = set()
    with out.begin(Part.MAIN, "某人", "录入", "测试", AT) as writing:
        for one in log.assertions():
            made = change(one)
            if made is None and one.field == DECLARES:
                gone.add(one.subject)
            if made is None or one.subject in gone or str(one.value) in gone:
                continue
            if made.field == DECLARES:
                writing.declare(made.kind, made.subject, str(made.value))
            else:
                writing.put(
                    made.kind, made.subject, made.field, made.value, made.basis, made.address, made.confidence
                )
    return out


def content(log):
    """现存的内容：每格的值、依据。文书不一致的提示另有测试：缺的材料补来了，机器自己的提示就撤回。"""
    view = View(log, readable("judge"))
    return {
        (path, subject): (
            live.value,
            live.why,
            live.basis,
            sorted(repr(one.value) for one in live.assertions),
        )
        for path, column in view.cells.items()
        if not path.startswith("mismatch.")
        for subject, live in column.items()
    }


def one_subject(log, field, value):
    return next(
        one.subject
        for one in log.assertions()
        if (one.kind, one.field) == (field.kind, field.name) and one.value == value
    )


def test_同一文件夹读两遍_什么也不变(first):
    assert not merge(first, copy(first)).changes
    assert not merge(first, copy(first), first).changes
    kept = load(save(first), name="案件.yaml").log
    assert not merge(kept, first, first).changes
    assert not merge(kept, first).changes


def test_加入新的材料_原有的一字不动_新编号不与原有的冲突(first, second):
    before = content(first)
    merged = merge(first, second[0], first, second[1])
    apply(merged, first, "案卷", AT)
    after = content(first)
    born = one_subject(first, Accused.name, "赵某甲")
    assert {key: row for key, row in before.items() if after[key] != row}.keys() == set()
    assert after["accused.born_on", born][0].text == "1989年5月5日"
    titles = [row[0] for (path, _), row in after.items() if path == "item.title"]
    assert sorted(title for title in titles if "第2次" in title or "第3次" in title) == [
        "赵某甲讯问笔录（第2次）",
        "赵某甲讯问笔录（第3次）",
    ]
    assert len(titles) == len(set(titles))
    assert not merge(first, second[0], next_base(merged, "案卷", AT), second[1]).changes


def test_新材料与原来的说法不同_显示为说法冲突_两个出处都在(first, second, tmp_path):
    older, _ = draft({"卷零.txt": OLDER.replace("1989年5月5日", "1988年8月8日"), **PAPERS}, tmp_path, "原来")
    born = one_subject(older, Accused.name, "赵某甲")
    both = draft(
        {"卷零.txt": OLDER.replace("1989年5月5日", "1988年8月8日"), **PAPERS, "卷三.txt": OLDER},
        tmp_path,
        "两份",
    )
    merged = merge(older, both[0], older, both[1])
    apply(merged, older, "案卷", AT)
    live = View(older, readable("judge")).live(Accused.born_on, born)
    assert live.why is Why.CONFLICTING
    assert len({one.address.sha256 for one in live.assertions}) == 2
    assert any("出生日期" in line for line in merged.notes.conflicts)


def edited(log, subject, field, value, basis=Basis.STATED):
    return copy(
        log,
        lambda one: (
            one._replace(value=value, basis=basis)
            if (one.subject, one.field) == (subject, field.name)
            else one
        ),
    )


@pytest.mark.parametrize("basis", [Basis.STATED, Basis.CONFIRMED, Basis.RULED, Basis.READ])
def test_人改过的值保留_连忘了改依据的也保留(first, basis):
    claim = one_subject(first, Claim.value, "木棍")
    mine = edited(first, claim, Claim.value, "铁管", basis)
    merged = merge(mine, first, first)
    assert not merged.changes
    # 机器这次读出不同的值：仍保留人的，并且说出来
    theirs = edited(first, claim, Claim.value, "木棒", Basis.READ)
    merged = merge(mine, theirs, first)
    assert not merged.changes
    assert any("铁管" in line and "木棒" in line for line in merged.notes.kept)


def test_机器改读的值_撤回旧的换成新的(first):
    claim = one_subject(first, Claim.value, "木棍")
    theirs = edited(first, claim, Claim.value, "木棒", Basis.READ)
    for base in (first, None):
        mine = copy(first)
        merged = merge(mine, theirs, base)
        apply(merged, mine, "案卷", AT)
        assert View(mine, readable("judge")).live(Claim.value, claim).value == "木棒"
        assert any("木棍" in line for line in merged.notes.superseded)


def test_人删去的提议不加回(first):
    claim = one_subject(first, Claim.value, "木棍")
    mine = copy(first, lambda one: None if one.subject == claim else one)
    merged = merge(mine, first, first)
    assert not merged.changes
    # 没有上次读取的底稿时，看不出是人删的，会加回
    assert merge(mine, first).changes


def test_人自己添的对象和证据不动(first):
    mine = copy(first)
    with mine.begin(Part.MAIN, "某人", "录入", "测试", AT) as writing:
        writing.declare("item", "我的证据")
        writing.put("item", "我的证据", "title", "监控录像")
        writing.put("item", "E1", "favourable", True)
    before = content(mine)
    apply(merge(mine, first, first), mine, "案卷", AT)
    assert content(mine) == before


def test_人先登记的被告人与后来读到的同名_是同一人(first, tmp_path):
    mine = Log()
    with mine.begin(Part.MAIN, "某人", "录入", "测试", AT) as writing:
        writing.declare("case", "case")
        writing.declare("accused", "甲")
        writing.put("accused", "甲", "name", "赵某甲")
    apply(merge(mine, first), mine, "案卷", AT)
    view = View(mine, readable("judge"))
    assert sorted(str(view.live(Accused.name, one).value) for one in view.subjects("accused")) == [
        "孙某丙",
        "赵某甲",
    ]
    assert "甲" in {str(live.value) for live in view.cells[Item.speaker.path].values()}


def test_拿走的文件_读到的内容保留并且说明(first, tmp_path):
    fewer, read = draft({"卷一.txt": INDICTMENT}, tmp_path, "少了")
    before = content(first)
    merged = merge(first, fewer, first, read)
    assert any("卷二.txt" in line for line in merged.notes.files_gone)
    apply(merged, first, "案卷", AT)
    after = content(first)
    assert {key for key in before if key[0].startswith("claim.")} <= after.keys()
    assert all(
        after[key] == row for key, row in before.items() if key[0].startswith(("claim.", "interrogation."))
    )


# ---------------------------------------------------------------- 性质

CHOSEN = st.sets(st.integers(0, 400), max_size=60)
QUICK = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def confirmed(log, chosen):
    """按次序选出的若干项由人确认。"""
    places = {one.id: n for n, one in enumerate(log.assertions())}
    return copy(
        log,
        lambda one: (
            one._replace(basis=Basis.CONFIRMED) if one.field != DECLARES and places[one.id] in chosen else one
        ),
    )


@QUICK
@given(chosen=CHOSEN)
def test_确认与并入_先后不影响结果(first, second, chosen):
    base = copy(first)
    one, other = confirmed(first, chosen), copy(first)
    apply(merge(one, second[0], base, second[1]), one, "案卷", AT)
    merged = merge(other, second[0], base, second[1])
    apply(merged, other, "案卷", AT)
    cells = {
        (row.subject, row.field): row.value
        for n, row in enumerate(first.assertions())
        if n in chosen and row.field != DECLARES
    }
    with other.begin(Part.MAIN, "某人", "确认", "测试", AT) as writing:
        kinds = {row.subject: row.kind for row in first.assertions()}
        for (subject, field), value in cells.items():
            writing.put(kinds[subject], subject, field, value, Basis.CONFIRMED)
    left, right = content(one), content(other)
    assert left.keys() == right.keys()
    for key, row in left.items():
        if row[1] is not Why.CONFLICTING and right[key][1] is not Why.CONFLICTING:
            assert row[0] == right[key][0]


@QUICK
@given(chosen=CHOSEN)
def test_并入两遍与一遍相同(first, second, chosen):
    mine = confirmed(first, chosen)
    merged = merge(mine, second[0], first, second[1])
    apply(merged, mine, "案卷", AT)
    assert not merge(mine, second[0], next_base(merged, "案卷", AT), second[1]).changes
    assert not merge(
        load(save(mine), name="案件.yaml").log, second[0], next_base(merged, "案卷", AT), second[1]
    ).changes


@QUICK
@given(chosen=CHOSEN)
def test_人确认的值永远不变(first, second, chosen):
    mine = confirmed(first, chosen)
    held = {key: row[0] for key, row in content(mine).items() if row[2] is Basis.CONFIRMED}
    apply(merge(mine, second[0], None, second[1]), mine, "案卷", AT)
    after = content(mine)
    assert {key: after[key][0] for key in held} == held


# ---------------------------------------------------------------- 命令


def test_命令_已有案件文件时说明怎么办_并入时另存旧文件(tmp_path):
    folder = tmp_path / "案卷"
    folder.mkdir()
    for file, text in PAPERS.items():
        (folder / file).write_text(text, encoding="utf-8")
    case, run = tmp_path / "案件.yaml", CliRunner()
    assert run.invoke(main, ["read", str(folder), "--output", str(case), "--no-ocr"]).exit_code == 0
    text = (
        case.read_text(encoding="utf-8")
        .replace("值: 木棍\n", "值: 铁管\n", 1)
        .replace("赵某甲等人抢劫案", "赵某甲等二人抢劫案", 1)
    )
    case.write_text(text, encoding="utf-8")
    refused = run.invoke(main, ["read", str(folder), "--output", str(case), "--no-ocr"])
    assert refused.exit_code == 2
    assert "--merge" in refused.output
    again = run.invoke(main, ["read", str(folder), "--output", str(case), "--no-ocr", "--merge"])
    assert again.exit_code == 0, again.output
    assert "没有变化" in again.output
    assert case.read_text(encoding="utf-8") == text
    (folder / "卷三.txt").write_text(SECOND, encoding="utf-8")
    more = run.invoke(main, ["read", str(folder), "--output", str(case), "--no-ocr", "--merge"])
    assert more.exit_code == 0, more.output
    assert "新增对象" in more.output
    assert (tmp_path / "案件.合并前1.yaml").read_text(encoding="utf-8") == text
    merged = case.read_text(encoding="utf-8")
    assert "铁管" in merged
    assert "单刃水果刀" in merged
    assert "赵某甲等二人抢劫案" in merged


def test_命令_案件文件写坏了_说明哪里坏_不动它(tmp_path):
    folder = tmp_path / "案卷"
    folder.mkdir()
    (folder / "卷一.txt").write_text(INDICTMENT, encoding="utf-8")
    case = tmp_path / "案件.yaml"
    case.write_text("皋陶: 1\n证据: 不是列表\n", encoding="utf-8")
    made = CliRunner().invoke(main, ["read", str(folder), "--output", str(case), "--no-ocr", "--merge"])
    assert made.exit_code == 2
    assert case.read_text(encoding="utf-8") == "皋陶: 1\n证据: 不是列表\n"


def test_人确认过未读页数_以后补来没有读到的材料_人的数保留_机器的新数也在(first, tmp_path):
    from gaoyao.dossier.vocabulary import Case
    from gaoyao.review.unread import unread

    mine = copy(first)
    with mine.begin(Part.MAIN, "某人", "录入", "看完了", AT) as writing:
        writing.put(
            "case",
            "case",
            "unread_pages",
            load("皋陶: 1\n案件:\n  未能阅读的页数: 0页\n", name="a.yaml").log.assertions()[-1].value,
        )
    room = tmp_path / "补"
    room.mkdir()
    for file, text in PAPERS.items():
        (room / file).write_text(text, encoding="utf-8")
    (room / "补.rar").write_bytes(b"Rar!\x1a\x07\x01\x00" + b"x" * 60)
    volumes = read_folder(room, Store(tmp_path / "store2"), ocr=False)
    theirs, read = build(volumes, "案卷", AT).log, frozenset(one.source.sha256 for one in volumes)
    merged = merge(mine, theirs, first, read)
    apply(merged, mine, "案卷", AT)
    view = View(mine, readable("judge"))
    assert view.live(Case.unread_pages, "case").value.high == 0  # 人说的不改
    assert unread(view) == (1, True)
    assert not merge(mine, theirs, next_base(merged, "案卷", AT), read).changes
