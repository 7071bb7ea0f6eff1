"""另外两个人的一天，在真的浏览器里：检察人员的补充侦查提纲；辩护人的排除申请和对它的答复；陌生人一无所得；草稿经得起关掉浏览器。"""

import io
import re
from pathlib import Path

from docx import Document
from playwright.sync_api import expect

from tests.web.test_walk import browser, changes, enter, workbench  # noqa: F401 - fixtures

ROBBERY = "贺某甲等四人抢劫案"


def paper(page, name):
    """Download a paper and read its words."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).first.click()
    found = Document(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    return "".join(one.text for one in found.element.body.iter() if one.text)


def test_a_prosecutor_writes_the_outline_of_supplementary_investigation(enter):  # noqa: F811
    page = enter("prosecutor")
    page.locator("tbody th a", has_text="受贿").first.click()
    case = page.url
    # 先看疑点，登记一项没有查清的
    page.get_by_role("link", name="疑点与其他可能").click()
    page.get_by_role("link", name="登记一项").click()
    page.get_by_label("内容").fill("存款的来源没有查明")
    page.get_by_label("涉及的待证事实").select_option(index=0)
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("已登记")
    expect(page.get_by_role("region", name="等待答复")).to_contain_text("存款的来源没有查明")
    page.get_by_role("link", name="待查问题").click()
    expect(page.locator("main")).to_contain_text("问")
    page.goto(case + "papers/")
    told = paper(page, "补充侦查提纲")
    assert "存款的来源没有查明" in told or "补充侦查" in told


def test_a_defender_applies_for_exclusion_and_the_court_answers(enter):  # noqa: F811
    defender, judge = enter("defender"), enter("judge")
    defender.get_by_role("link", name=ROBBERY).click()
    case = defender.url
    defender.goto(case + "evidence/item/?id=E52")
    expect(defender.get_by_role("region", name="处境")).to_be_visible()
    # 裁定不归辩护人，页面说明为什么
    assert defender.get_by_role("link", name="对它作出裁定").count() == 0
    defender.goto(case + "papers/")
    assert "排除" in paper(defender, "排除非法证据申请书")
    # 法庭答复：不予排除，写明理由；辩护人看得到
    judge.goto(case + "ruling/?item=E52")
    judge.get_by_label("不予排除", exact=True).check()
    judge.get_by_label("作出日期").fill("2023-09-20")
    judge.get_by_label("理由（排除、不排除都要写明）").fill("调取了同步录音录像，没有发现所称情形")
    judge.get_by_label("裁定、笔录的页码").fill("庭审笔录第14页")
    judge.get_by_role("button", name="记载裁定").click()
    expect(changes(judge)).to_be_visible()
    defender.goto(case + "evidence/item/?id=E52")
    expect(defender.locator("main")).to_contain_text("调取了同步录音录像，没有发现所称情形")


def test_a_stranger_finds_no_door(enter):  # noqa: F811
    judge, stranger = enter("judge"), enter("admin")
    judge.get_by_role("link", name=ROBBERY).click()
    for path in (
        "",
        "graph/",
        "registers/",
        "favourable/",
        "statements/",
        "timeline/",
        "periods/",
        "laws/",
        "evidence/item/?id=E52",
        "export/",
    ):
        stranger.goto(judge.url + path)
        expect(stranger.get_by_role("heading", name="没有这一页")).to_be_visible()
        assert "抢劫" not in stranger.content()
    stranger.goto("/")
    assert "抢劫" not in stranger.content()


def test_a_half_written_ruling_survives_a_closed_browser(enter):  # noqa: F811
    first = enter("presiding")
    first.get_by_role("link", name=ROBBERY).click()
    address = first.url + "ruling/?item=E27"
    first.goto(address)
    first.get_by_label("理由（排除、不排除都要写明）").fill("写到一半的理由")
    expect(first.get_by_text(re.compile("草稿已保存"))).to_be_visible()
    first.context.close()
    again = enter("presiding")
    again.goto(address)
    expect(again.get_by_label("理由（排除、不排除都要写明）")).to_have_value("写到一半的理由")
    again.get_by_role("button", name="放弃草稿").click()
    expect(again.get_by_label("理由（排除、不排除都要写明）")).to_have_value("")


def test_an_entry_is_answered_and_stays(enter):  # noqa: F811
    page = enter("judge")
    page.get_by_role("link", name=ROBBERY).click()
    page.get_by_role("link", name="疑点与其他可能").click()
    about = "赃款600元转给了小东"
    page.get_by_role("region", name="等待答复").locator("li", has_text=about).get_by_role("link").click()
    page.get_by_label("已消除").check()
    page.get_by_label("理由", exact=True).fill("转账记录显示当日退回，见银行流水")
    page.get_by_label("依据的证据").select_option(index=3)
    page.get_by_role("button", name="记载答复").click()
    expect(page.get_by_role("status").first).to_contain_text("登记仍然保留")
    expect(page.locator("main")).to_contain_text(about)
