"""一个文件夹，在真的浏览器里走到裁定和阅卷笔录；读取时关掉浏览器，回来接着看；最后从导出文件核对。"""

import io
import re
import time
from collections import Counter

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import expect

from gaoyao.dossier.model import Basis
from gaoyao.dossier.vocabulary import Group, Item, Ruling
from tests.web import volumes, walker
from tests.web.test_walk import CONTRAST, browser, enter, exported, workbench  # noqa: F401 - fixtures

HOTEL = "赵某甲讯问笔录（第1次）"
expect.set_options(timeout=60_000)  # 机器忙的时候一页要几秒


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return walker.write(volumes.files(pages=60, scans=2), tmp_path_factory.mktemp("卷") / "赵某甲案卷")


def checked(page):
    """没有无障碍问题，没有看不清的字，不横向滚动，不超过 300 KB。"""
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert len(page.content().encode()) < 200_000  # 样式和脚本另有约 90 KB


def drawn(page, image, wide):
    """图像真的画出来了，至少这么宽。"""
    until = time.monotonic() + 60
    while page.locator(image).first.evaluate("one => one.naturalWidth") <= wide:
        assert time.monotonic() < until, image
        page.wait_for_timeout(100)


def test_a_folder_becomes_a_ruling(enter, folder):  # noqa: F811
    page = enter("judge")
    page.set_default_timeout(60_000)
    acts = walker.Acts(page)
    page.goto("/load/")
    checked(page)
    walker.upload(page, acts, folder)
    checked(page)
    # 关掉这一页，工作照常；从“后台工作”回来
    job = page.url
    page.goto("/jobs/")
    checked(page)
    page.get_by_role("link", name="读取卷宗材料").first.click()
    assert page.url == job
    case = walker.read(page, acts)
    # 第一项：问题、原页的一处、等它的发现
    expect(page.get_by_role("complementary", name="等这一项的发现")).to_contain_text(
        "讯问笔录未经被告人核对确认"
    )
    crop = page.locator("figure.crop img")
    drawn(page, "figure.crop img", 300)
    assert crop.get_attribute("alt")
    checked(page)
    # 看整页：框在引用的字上
    page.get_by_role("link", name="看整页").click()
    drawn(page, "figure.leaf img", 600)
    box, leaf = (
        page.locator("figure.leaf rect").first.bounding_box(),
        page.locator("figure.leaf").bounding_box(),
    )
    assert box["width"] > 20
    assert leaf["y"] <= box["y"] < leaf["y"] + leaf["height"] * 0.2
    expect(page.locator("mark")).to_contain_text("讯问笔录")
    checked(page)
    page.go_back()
    # 更正一项：把没有读准的改掉，它就不再排在待确认里
    single, groups = walker.confirm(page, acts)
    assert single >= 2
    assert groups >= 5
    expect(page.get_by_text("没有待确认的内容")).to_be_visible()
    checked(page)
    # 确认以后，该强制的强制了
    page.goto(case)
    expect(page.get_by_role("heading", name=re.compile("依法应当如此处理的（[1-9]"))).to_be_visible()
    page.goto(case + "coverage/")
    expect(page.get_by_role("list", name="各页的情况")).to_contain_text("60 页")
    expect(page.get_by_role("list", name="各页的情况")).to_contain_text("识别 2 页")
    checked(page)
    walker.gather(page, acts)
    walker.without_statements(page, acts)
    walker.rule(page, acts, HOTEL)
    drawn(page, "figure.leaf img", 600)
    checked(page)
    paper = Document(io.BytesIO(walker.paper(page, acts)))
    told = "".join(one.text for one in paper.element.body.iter() if one.text)
    assert "讯问笔录" in told
    # 数据库里的，从导出文件看
    page.goto(case)
    view = exported(page)
    items = view.subjects(Item.kind)
    titles = {view.live(Item.title, one).value: one for one in items}
    group = view.subjects(Group.kind)[0]
    assert all(view.live(Item.group, one).value == group for one in items)
    assert [view.live(mark, group).value for mark in (Group.shown, Group.confronted, Group.undisputed)] == [
        True
    ] * 3
    assert [view.live(Ruling.outcome, one).value for one in view.children("ruling", titles[HOTEL])] == [
        "excluded"
    ]
    bases = Counter(live.basis for column in view.cells.values() for live in column.values())
    assert bases[Basis.CONFIRMED] > 200
    assert bases[Basis.READ] <= len(view.cells["item.title"])  # 只剩说法冲突的
    assert acts.count <= 60


def test_correcting_in_the_queue_and_skipping(enter, tmp_path):  # noqa: F811
    page = enter("presiding")
    acts = walker.Acts(page)
    walker.upload(page, acts, walker.write(volumes.files(pages=7, scans=0), tmp_path / "小卷"))
    case = walker.read(page, acts)
    first = page.locator(".answer").inner_text()
    acts.key("n")
    assert page.url == case + "confirming/?at=1"
    acts.key("k")
    expect(page.locator(".answer")).to_have_text(first)
    acts.key("e")
    page.get_by_label("更正的理由").fill("对照原页")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("status")).to_contain_text("已保存")
    assert page.url.startswith(case + "confirming/")


def test_cancelling_in_the_browser(enter, tmp_path):  # noqa: F811
    page = enter("clerk")
    acts = walker.Acts(page)
    given = volumes.files(pages=8, scans=3)
    walker.upload(page, acts, walker.write(given, tmp_path / "要取消的卷"))
    page.get_by_role("button", name="取消").click()
    expect(page.get_by_text("已取消")).to_be_visible(timeout=60_000)
    checked(page)
    page.get_by_role("button", name="重新开始").click()
    walker.read(page, acts)
    expect(page.get_by_text("由审判员")).to_be_visible()  # 书记员只能看，不能确认
    checked(page)
