"""在真的浏览器里：合议庭三名成员各用自己的账户，按次序评议，谁也看不到别人还没有启封的意见；一次剖析从触发走到情景。

测试只碰浏览器；合议庭的记录最后从文书里核对。
"""

import io
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import expect

from tests.quality.test_lessons import LESSON
from tests.web.test_accessible import RULES
from tests.web.test_walk import CONTRAST, browser, enter, workbench  # noqa: F401 - fixtures

SEATS = (("judge", "承办法官"), ("judge2", "审判员"), ("presiding", "审判长"))
SAID = {"judge": "承办法官的密封意见", "judge2": "审判员的密封意见", "presiding": "审判长的密封意见"}


@pytest.fixture
def shot(request):
    """Keep a picture of a page where a folder was asked for with --basetemp; nothing else depends on it."""
    folder = Path(str(request.config.getoption("basetemp") or "")) / "pictures"

    def shot(page, name):
        if request.config.getoption("basetemp"):
            folder.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=folder / f"{name}.png", full_page=True)

    return shot


def sound(page):
    """axe without a violation, contrast, names of controls, no sideways scrolling, with everything unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    found = Axe().run(
        page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    )
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found.response["violations"]] == []
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_three_judges_deliberate_in_order_and_nobody_sees_a_sealed_opinion(enter, shot):  # noqa: F811
    pages = {who: enter(who) for who, _ in SEATS}
    presiding = pages["presiding"]
    presiding.get_by_role("link", name="贺某甲等四人抢劫案").click()
    case = presiding.url
    presiding.get_by_role("link", name="评议", exact=True).click()
    expect(presiding.get_by_text("还没有在工作台上评议")).to_be_visible()
    presiding.get_by_role("link", name="召集评议").click()
    names = {"judge": "演示审判员", "judge2": "演示审判员乙", "presiding": "演示审判长"}
    for who, seat in SEATS:
        presiding.get_by_label(f"{names[who]}的席位", exact=True).select_option(label=seat)
    shot(presiding, "panel-convene")
    sound(presiding)
    presiding.get_by_label("评议事项").fill("贺某甲河堤路一起")
    presiding.get_by_role("button", name="召集", exact=True).click()
    expect(presiding.get_by_label("进度")).to_contain_text("等待提交意见")
    address = presiding.url
    for who, page in pages.items():
        page.goto(address)
        page.get_by_label("你的意见").fill(SAID[who])
        page.get_by_label("理由（事实根据和法律依据").fill(f"{SAID[who]}的理由")
        page.get_by_label("我参加了庭审").check()
        page.get_by_label("我阅了卷").check()
        page.get_by_label("认同，依该规定处理").first.check()
        if who == "judge":
            shot(page, "panel-file")
            sound(page)
        page.get_by_role("button", name="提交并密封").click()
        expect(page.get_by_role("status").first).to_contain_text("已密封")
        # 还没有全部提交：别人的看不到
        for other, seen in pages.items():
            seen.goto(address)
            told = seen.content()
            for owner, words in SAID.items():
                assert (words in told) == (
                    owner == other and owner in list(SAID)[: list(SAID).index(who) + 1]
                ), (other, owner)
    # 审判长不能先发言；承办法官先发言
    expect(presiding.get_by_text("现在应由演示审判员发言")).to_be_visible()
    assert presiding.get_by_role("button", name="发表意见").count() == 0
    for who in SAID:
        page = pages[who]
        page.goto(address)
        page.get_by_role("button", name="发表意见（启封）").click()
        expect(page.get_by_role("status").first).to_contain_text("已启封")
        if who == "judge":
            pages["judge2"].goto(address)
            assert SAID["judge"] in pages["judge2"].content()
            assert SAID["presiding"] not in pages["judge2"].content()
    shot(presiding, "panel-spoken")
    for who, result in (("judge", "证据不足的无罪"), ("judge2", "维持"), ("presiding", "证据不足的无罪")):
        page = pages[who]
        page.goto(address)
        page.get_by_label("对事实认定").select_option(
            label="事实不清、证据不足" if who != "judge2" else "事实清楚，证据确实、充分"
        )
        page.get_by_label("对裁判结果").select_option(label=result)
        page.get_by_role("button", name="表决").click()
    for page in pages.values():
        page.goto(address)
        page.get_by_role("button", name="审阅无误，签名").click()
    expect(presiding.get_by_label("进度")).to_contain_text("评议完毕，已签名")
    expect(presiding.get_by_role("region", name="演示审判员乙的意见")).to_contain_text(
        "少数意见，保留在笔录里"
    )
    expect(presiding.get_by_role("region", name="演示审判长的意见")).to_contain_text("第 3 位发言")
    expect(presiding.get_by_text("与提交时的密封校验值相符")).to_have_count(3)
    expect(presiding.get_by_role("group", name="对障碍的意见")).to_contain_text("认同，依该规定处理")
    shot(presiding, "panel-signed")
    sound(presiding)
    with presiding.expect_download() as waiting:
        presiding.get_by_role("link", name="评议笔录.docx").click()
    paper = Document(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    told = "".join(one.text for one in paper.element.body.iter() if one.text)
    places = [told.index(SAID[who]) for who, _ in SEATS]
    assert places == sorted(places)
    assert "（少数意见）" in told
    # 检察人员打不开
    other = enter("prosecutor")
    other.goto(address)
    expect(other.get_by_text("评议、审判委员会讨论的情况写在法院副卷")).to_be_visible()
    other.goto(case)
    assert other.get_by_role("link", name="评议", exact=True).count() == 0
    shot(other, "panel-denied")


def test_a_dissection_from_the_trigger_to_a_lesson_that_runs(enter, shot):  # noqa: F811
    people = {who: enter(who) for who in ("reviewer", "prosecutor", "prosecutor2", "presiding")}
    lead = people["reviewer"]
    lead.get_by_role("link", name="贺某甲等四人抢劫案").click()
    lead.get_by_role("link", name="剖析", exact=True).click()
    lead.get_by_text("发起一次剖析").click()
    lead.get_by_label("宣告无罪").check()
    lead.get_by_label("文书（判决书").fill("（2026）虚01刑终77号")
    lead.get_by_label("承办人自查").select_option("prosecutor")
    lead.get_by_label("同行评议").select_option("prosecutor2")
    lead.get_by_label("专家点评").select_option("presiding")
    shot(lead, "dissection-open")
    sound(lead)
    lead.get_by_role("button", name="发起", exact=True).click()
    expect(lead.get_by_label("进度")).to_contain_text("等待提交")
    address = lead.url
    for who in ("prosecutor", "prosecutor2", "presiding"):
        page = people[who]
        page.goto(address)
        page.get_by_label("当时看到什么").fill(f"{who}写下的一份")
        page.get_by_role("button", name="提交并密封").click()
        expect(page.get_by_role("status").first).to_contain_text("已密封")
        if who == "prosecutor":
            lead.goto(address)
            assert "prosecutor写下的一份" not in lead.content()
    for who, codes in (("prosecutor2", ("C3", "E1")), ("presiding", ("C3",))):
        page = people[who]
        page.goto(address)
        for code in codes:
            page.locator(f"input[name=code-{code}]").check()
            page.get_by_label(f"{code} 起诉时看得到吗").select_option(label="看得到")
            page.get_by_label(f"{code} 哪一关口可以看到").select_option(label="审查起诉")
            page.get_by_label(f"{code} 理由").fill("卷五第9页已有不同的说法")
        if who == "prosecutor2":
            shot(page, "dissection-coding")
            sound(page)
        page.get_by_role("button", name="提交编码并密封").click()
    lead.goto(address)
    expect(lead.get_by_text("22 项里，21 项判断相同")).to_be_visible()
    lead.locator("input[name=code-E1]").uncheck()
    lead.get_by_label("C3 略过的把关").fill("没有逐项核对矛盾")
    shot(lead, "dissection-settle")
    sound(lead)
    lead.get_by_role("button", name="确定原因").click()
    lead.get_by_text("写一条教训").click()
    lead.get_by_label("教训：下一次").fill("审查起诉时先核对辨认照片的张数")
    lead.get_by_role("button", name="记载教训").click()
    lead.get_by_text("增加一项措施").click()
    lead.get_by_label("措施", exact=True).fill("核对表增加一栏")
    lead.get_by_label("负责的部门、岗位").fill("审查起诉部门")
    lead.get_by_label("期限").fill("2020-01-31")
    lead.get_by_role("button", name="记载措施").click()
    expect(lead.get_by_text("已超过期限")).to_be_visible()
    lead.get_by_text("发出一次反馈").click()
    lead.get_by_label("发给哪个机关").fill("虚构侦查机关")
    lead.get_by_label("内容", exact=True).fill("辨认照片张数不足")
    lead.get_by_role("button", name="记载发出").click()
    # 从一项发现起草，再换成写好的教训
    lead.get_by_label("从本案的发现起草").select_option(index=1)
    lead.get_by_role("button", name="起草", exact=True).click()
    assert "虚构案件: 是" in lead.get_by_label("情景文件").input_value()
    lead.get_by_label("情景文件").fill(LESSON.replace("含目标）: 6", "含目标）: 12"))
    lead.get_by_role("button", name="运行并保存").click()
    expect(lead.get_by_role("alert")).to_contain_text("规则的回答是")
    lead.get_by_label("情景文件").fill(LESSON)
    lead.get_by_role("button", name="运行并保存").click()
    expect(lead.get_by_text("件有这一发现")).to_be_visible()
    shot(lead, "dissection-lesson")
    sound(lead)
    with lead.expect_download() as waiting:
        lead.get_by_role("link", name="下载情景文件").click()
    assert Path(waiting.value.path()).read_text(encoding="utf-8") == LESSON
    lead.goto("/dissections/")
    expect(lead.get_by_role("heading", name="已超过期限的改进措施（1）")).to_be_visible()
    shot(lead, "dissection-all")
    sound(lead)
    # 没有参加的人打不开
    stranger = enter("judge")
    stranger.goto(address)
    expect(stranger.get_by_role("heading", name="没有这一页")).to_be_visible()


def test_a_contact_is_registered_and_an_assignment_made(enter, shot):  # noqa: F811
    judge, presiding, admin = enter("judge"), enter("presiding"), enter("admin")
    judge.get_by_role("link", name="冯某甲危险驾驶案").click()
    judge.get_by_role("link", name="过问登记").click()
    judge.get_by_label("过问人").fill("虚构某人")
    judge.get_by_label("方式").fill("电话")
    judge.get_by_label("内容").fill("问能不能判轻一点的原话")
    shot(judge, "interference")
    sound(judge)
    judge.get_by_role("button", name="登记", exact=True).click()
    expect(judge.get_by_role("status").first).to_contain_text("已登记，编号 GW-")
    address = judge.url
    presiding.goto(address)
    assert "问能不能判轻一点的原话" not in presiding.content()
    presiding.get_by_role("link", name="办案人员").click()
    presiding.get_by_label("人员").select_option("member1")
    presiding.get_by_label("结束（可空）").fill("2099-12-31")
    presiding.get_by_label("理由", exact=True).last.fill("审判委员会讨论")
    shot(presiding, "assignments")
    sound(presiding)
    presiding.get_by_role("button", name="指派", exact=True).click()
    expect(presiding.get_by_role("status").first).to_contain_text("已指派")
    admin.get_by_role("link", name="指派", exact=True).click()
    admin.locator("table a").first.click()
    expect(admin.get_by_role("heading", name="经过")).to_be_visible()
    shot(admin, "staff")
    sound(admin)
    assert "抢劫" not in admin.content()
