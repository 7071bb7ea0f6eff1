"""用起来顺手：键盘说明看得见、按得开；打印出来内容都在，按钮都不在；选文件的按钮说中文；每一步之后知道做什么。真的浏览器。"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.web.test_accessible import RULES, open_case
from tests.web.test_walk import browser, enter, workbench  # noqa: F401 - fixtures


@pytest.fixture
def page(enter):  # noqa: F811
    return enter("judge")


def test_键盘说明_问号打开_Esc关闭_打开时别的键不起作用(page):
    case = open_case(page)
    page.goto(case + "evidence/item/?id=E52")
    here = page.url
    page.keyboard.press("?")
    told = page.get_by_role("dialog", name="键盘")
    expect(told).to_contain_text("下一件")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    assert [one["id"] for one in found] == []
    page.keyboard.press("j")
    assert page.url == here
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    with page.expect_navigation():
        page.keyboard.press("j")
    assert page.url != here
    # 写着的键就是管用的键
    assert page.get_by_role("link", name="下一件").get_attribute("aria-keyshortcuts") == "j"
    page.get_by_role("button", name="键盘").click()
    expect(told).to_be_visible()


def test_打印一件证据_发现和所依据的内容都在_按钮和导航不在(page):
    case = open_case(page)
    page.goto(case + "evidence/item/?id=E52")
    page.emulate_media(media="print")
    main = page.locator("main")
    expect(main.get_by_text("不能排除以非法方法取得的供述")).to_be_visible()
    expect(main.locator("form.prints table")).to_be_visible()
    for gone in ("button", ".bar", ".tabs", "nav.row", "input", "dialog"):
        assert all(not one.is_visible() for one in page.locator(gone).all()), gone


def test_打印待证事实_不从第二页开始(page):
    case = open_case(page)
    page.goto(case + "facts/")
    page.emulate_media(media="print")
    assert page.locator("section.group").first.evaluate("one => getComputedStyle(one).breakInside") == "auto"


def test_选文件的按钮说中文_键盘走得到_选了什么说得出(page, tmp_path):
    page.goto("/load/")
    chosen = tmp_path / "一.txt"
    chosen.write_text("虚构", encoding="utf-8")
    several = page.get_by_label("或者几个文件、一个压缩包")
    several.focus()
    assert several.evaluate("one => one === document.activeElement")
    several.set_input_files(chosen)
    expect(page.locator("output[for=papers]")).to_have_text("一.txt")
    assert page.locator(".pick .btn").all_inner_texts() == ["选择文件夹", "选择文件", "选择文件"]


def test_概览说出接下来做什么_走得到(page):
    open_case(page)
    step = page.get_by_role("link", name="件证据有应当排除的理由，等待裁定")
    step.click()
    expect(page.get_by_role("heading", name="证据（")).to_be_visible()
    expect(page.get_by_role("link", name="贺某甲第二次讯问笔录")).to_be_visible()
