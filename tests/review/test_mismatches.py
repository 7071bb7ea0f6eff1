"""两份材料对不上的：写进案件文件，两边的页和原文都在；审查里是编号的提示，永远不强制；材料补来了就不再列。全部虚构。"""

import io
import json
from datetime import date

import jsonschema
import pytest
from rich.console import Console

from gaoyao.dossier.exchange import load, save
from gaoyao.dossier.model import Basis
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import View, readable
from gaoyao.dossier.vocabulary import Mismatch
from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import read_folder
from gaoyao.intake.merging.merge import apply, merge, next_base
from gaoyao.intake.sources.store import Store
from gaoyao.logic.tree import FieldType
from gaoyao.review.api import review
from gaoyao.review.mismatches import mismatches
from gaoyao.review.render.as_json import dumps, schema
from gaoyao.review.render.html import page
from gaoyao.review.render.terminal import render
from tests.intake.test_mismatches import LOG, heard, opinion, seized

TODAY = date(2026, 1, 1)
WEIGHED = [seized("白色晶体一袋，净重9.87克"), opinion("检材：白色晶体，净重12.30克")]
CASES = [
    ("检材重量多于扣押的", WEIGHED, "检材重量对不上", [("第1页", "净重9.87克"), ("第2页", "白色晶体，净重12.30克")]),
    ("提讯了而没有笔录", [heard(), LOG.format(why="讯问")], "提讯登记有而没有笔录", [("第2页", "2021年3月12日15时00分 2021年3月12日18时20分")]),
]  # fmt: skip


def drafted(papers, tmp_path, name="案卷"):
    room = tmp_path / name
    room.mkdir()
    for number, text in enumerate(papers, 1):
        (room / f"卷{number}.txt").write_text(text, encoding="utf-8")
    volumes = read_folder(room, Store(tmp_path / "store"), ocr=False)
    return build(volumes, "案卷", "2026-01-01T10:00").log, frozenset(one.source.sha256 for one in volumes)


def view(log):
    return View(log, readable("judge"))


@pytest.mark.parametrize(("sentence", "papers", "matter", "sides"), CASES, ids=[row[0] for row in CASES])
def test_a_hint_stands_in_the_file_and_in_the_review(tmp_path, sentence, papers, matter, sides):
    log, _ = drafted(["\f".join(papers)], tmp_path)
    for kept in (log, load(save(log), name="案件.yaml").log):  # 写出再载入，两边都在
        (one,) = [line for line in mismatches(view(kept)) if line.matter == matter]
        assert sorted((side.page.split(" ")[-1], side.quote) for side in one.sides) == sides
        assert not one.looked_at
        assert all(kept.find(side.assertion).address.sha256 for side in one.sides)
    made = review(view(log), TODAY)
    html, out = page(made, None), io.StringIO()
    render(made, Console(file=out, width=200))
    for told in (html, out.getvalue()):
        assert "提示1" in told
        assert matter in told
        for _, quote in sides:
            assert quote in told
    data = json.loads(dumps(made))
    jsonschema.validate(data, schema())
    assert [one["matter"] for one in data["mismatches"]] == [one.matter for one in made.mismatches]


def test_a_hint_never_compels():
    """只有文字，没有规则读它：有没有它，发现、问题、状态都一样。"""
    assert {field.type for field in Mismatch.fields.values()} == {FieldType.TEXT}


def test_the_review_is_the_same_but_for_the_hints(tmp_path):
    log, _ = drafted(["\f".join(WEIGHED)], tmp_path)
    with_hints = review(view(log), TODAY)
    bare = load(
        "\n".join(_without(save(log).split("\n"))) + "\n", name="案件.yaml"
    ).log  # 同一文件，删去“文书不一致”一节
    without = review(view(bare), TODAY)
    assert with_hints.mismatches
    assert not without.mismatches
    for name in ("certificate", "questions", "points"):
        assert getattr(with_hints, name) == getattr(without, name), name
    told = [
        [(one.rule.id, one.subject.id, one.weight) for one in made.findings] for made in (with_hints, without)
    ]
    assert told[0] == told[1]


def _without(lines):
    inside = False
    for line in lines:
        if line and not line.startswith((" ", "-")):
            inside = line.startswith("文书不一致")
        if not inside:
            yield line


def test_a_person_looked(tmp_path):
    log, _ = drafted(["\f".join(WEIGHED)], tmp_path)
    ident = view(log).subjects(Mismatch.kind)[0]
    with log.begin(Part.MAIN, "某人", "核对", "看过", "2026-01-02T10:00") as change:
        change.put(Mismatch.kind, ident, "result", "鉴定书笔误，鉴定人已书面更正")
    line = mismatches(view(log))[0]
    assert (line.looked_at, line.result) == (True, "鉴定书笔误，鉴定人已书面更正")


def test_the_missing_paper_came_and_a_person_had_looked_at_another(tmp_path):
    """补来了那次讯问的笔录：不再列；人看过的那一处，机器不再提出也保留。"""
    log, _ = drafted(["\f".join([heard(), LOG.format(why="讯问")]), "\f".join(WEIGHED)], tmp_path)
    base = load(save(log), name="案件.yaml").log
    weighed = next(one for one in mismatches(view(log)) if one.matter == "检材重量对不上")
    with log.begin(Part.MAIN, "某人", "确认", "看过", "2026-01-02T10:00") as change:
        change.put(Mismatch.kind, weighed.id, "about", weighed.about, Basis.CONFIRMED)
    later = [
        "\f".join([heard(), LOG.format(why="讯问")]),
        "\f".join(WEIGHED),
        heard(n=2, day=12, start="15时10分", end="18时"),
    ]
    theirs, read = drafted(later, tmp_path, "第二次")
    merged = merge(log, theirs, base, read)
    apply(merged, log, "案卷", "2026-01-03T10:00")
    left = {one.matter for one in mismatches(view(log))}
    assert "检材重量对不上" in left
    assert "提讯登记有而没有笔录" not in left
    assert not merge(log, theirs, next_base(merged, "案卷", "2026-01-03T10:00"), read).changes
