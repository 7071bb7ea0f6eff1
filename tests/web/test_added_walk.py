"""后来的材料，在真的浏览器里走一遍：审判员补充一册、关掉那一页再回来、看来了什么、确认其中一项；最后从导出文件核对。全部虚构。"""

import re

import pytest
from playwright.sync_api import expect

from gaoyao.dossier.model import Basis
from gaoyao.dossier.vocabulary import Accused, Interrogation, Item
from tests.intake.papers import scan, scan_pdf, text_pdf
from tests.web import volumes, walker
from tests.web.test_folder_walk import checked
from tests.web.test_walk import browser, enter, exported, workbench  # noqa: F401 - fixtures

expect.set_options(timeout=60_000)
LATER = "赵某甲讯问笔录（第4次）"


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    return walker.write(volumes.files(pages=7, scans=0), tmp_path_factory.mktemp("卷") / "赵某甲案卷")


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    """补充侦查卷：一次新的讯问（没有核对签名），一页扫描，一份与原来相同的文件。"""
    given = volumes.files(pages=7, scans=0)
    return walker.write(
        {
            "补/补充讯问.pdf": text_pdf(volumes.questioning(4, 20, "青岭县云河宾馆305房间", "")),
            "补/扫描.pdf": scan_pdf(
                scan(volumes.witness(1, "韩某"), width=930, height=1316, size=25),
                scan(volumes.witness(2, "韩某"), width=930, height=1316, size=25, seed=2),
            ),
            "补/又一份起诉书.txt": given["案卷/卷一 起诉.txt"],
        },
        tmp_path_factory.mktemp("补") / "补充侦查卷",
    )


def numbers(page):
    """工作页写的：新来几个文件、几页，已有几个。"""
    told = page.get_by_role("region", name="进度").inner_text()
    return [
        int(re.search(pattern, told)[1])
        for pattern in (r"新来文件 (\d+) 个", r"，页 (\d+)", r"新提出内容 (\d+) 项", r"已经有的文件 (\d+) 个")
    ]


def test_a_judge_adds_a_supplementary_volume_and_confirms_one_of_its_values(enter, first, second):  # noqa: F811
    page = enter("judge")
    page.set_default_timeout(60_000)
    acts = walker.Acts(page)
    walker.upload(page, acts, first)
    case = walker.read(page, acts)
    # 先确认一项：后来的材料不能动它
    acts.key("y")
    expect(page.get_by_role("status")).to_contain_text("已确认")
    page.goto(case)
    before = exported(page)
    settled = {
        (path, one): live.value
        for path, column in before.cells.items()
        for one, live in column.items()
        if live.basis is Basis.CONFIRMED
    }
    assert settled
    # 补充一册；关掉那一页，从“后台工作”回来
    walker.link(page, "补充材料").click()
    checked(page)
    page.get_by_label("一个文件夹").set_input_files(second)
    page.get_by_role("button", name="上传并读取").click()
    page.wait_for_url("**/jobs/*/", timeout=walker.LONG)
    page.close()
    page = enter("judge")
    acts = walker.Acts(page)
    page.goto("/jobs/")
    page.get_by_role("link", name="补充材料").first.click()
    expect(walker.link(page, "开始确认")).to_be_visible(timeout=walker.LONG)
    files, pages, proposals, known = numbers(page)
    assert (files, pages, known) == (2, 3, 1)
    assert proposals > 10
    checked(page)
    # 概览和“补充材料”都说来了什么
    page.goto(case)
    expect(page.get_by_text("最近补充的材料")).to_be_visible()
    page.goto(case + "material/")
    expect(page.get_by_role("region", name="补充侦查卷")).to_contain_text("新来文件 2 个")
    page.get_by_text("已经有的文件（1）").click()
    expect(page.get_by_text("与 卷一 起诉.txt 内容相同")).to_be_visible()
    checked(page)
    page.goto(case + "coverage/")
    expect(page.get_by_role("heading", name=re.compile("补充讯问.pdf"))).to_be_visible()
    # 待确认里有它的值，对照原页，确认
    page.goto(case + "confirming/")
    while not page.locator("main", has_text=LATER).count():
        assert page.locator("a[rel=next]").count(), "待确认里没有后来那一份"
        acts.key("n")
    rows = page.locator("table.look tbody tr")
    for row in rows.all():  # 成组的：只留那一份的勾
        row.get_by_role("checkbox").set_checked(LATER in row.inner_text())
    acts.key("y")
    expect(page.get_by_role("status")).to_contain_text("已确认")
    # 数据库里的，从导出文件看
    page.goto(case)
    view = exported(page)
    titles = {live.value: one for one, live in view.cells["item.title"].items()}
    new = titles[LATER]
    asked = view.children(Interrogation.kind, new)[0]
    bases = [
        live.basis for column in view.cells.values() for one, live in column.items() if one in (new, asked)
    ]
    assert Basis.CONFIRMED in bases
    assert len(view.subjects(Accused.kind)) == len(before.subjects(Accused.kind))
    assert len(view.subjects(Item.kind)) > len(before.subjects(Item.kind))
    for (path, one), value in settled.items():
        live = view.cells[path][one]
        assert (live.value, live.basis) == (value, Basis.CONFIRMED), path
    # 同样的一册再传一次：同一项工作，什么也不增加
    page.goto(case + "material/")
    page.get_by_label("一个文件夹").set_input_files(second)
    page.get_by_role("button", name="上传并读取").click()
    page.wait_for_url("**/jobs/*/", timeout=walker.LONG)
    assert numbers(page) == [files, pages, proposals, known]
