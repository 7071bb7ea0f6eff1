"""过问登记：办案的人登记自己遇到的，只有指派时写明的人读得到全部；它不在任何人的案件页面、审查、导出、日志里。"""

import pytest

from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import Role, View
from gaoyao.dossier.vocabulary import Contact
from gaoyao.web.cases.models import Assignment
from gaoyao.web.ledger import storage
from tests.web.people import text

PRESSED = {
    "person": "某领导庚", "unit": "某机关", "happened": "2026-11-02 15:30", "channel": "电话", "content": "要求从重的原话辛", "original": "on",
}  # fmt: skip
REGISTER = (Part.INTERFERENCE, "")


def enter(client, cast, **more):
    return client.post(cast.at("interference/"), {**PRESSED, **more})


def register(cast):
    return View(storage.load(cast.case.pk, {REGISTER}), {REGISTER})


ENTERING = [
    Role.JUDGE,
    Role.PRESIDING_JUDGE,
    Role.CLERK,
    Role.LAY_ASSESSOR,
    Role.COMMITTEE_MEMBER,
    Role.PROSECUTOR,
]


@pytest.mark.parametrize("who", ENTERING)
def test_whoever_handles_the_case_enters_his_own_and_reads_it_back(cast, who):
    client = cast.client(who)
    assert enter(client, cast).status_code == 302
    assert "要求从重的原话辛" in text(client.get(cast.at("interference/")))
    view = register(cast)
    (one,) = [one for one in view.subjects("contact") if view.live(Contact.recorder, one).value == who.value]
    assert view.live(Contact.content, one).value == "要求从重的原话辛"
    assert view.live(Contact.recorded, one).value is True
    # 别的人看不到
    for other in ENTERING:
        if other is not who:
            assert "要求从重的原话辛" not in text(cast.client(other).get(cast.at("interference/"))), other


@pytest.mark.parametrize("who", [Role.DEFENDER, Role.REVIEWER])
def test_others_do_not_enter(cast, who):
    response = enter(cast.client(who), cast)
    assert response.status_code == 403
    assert "登记过问" in text(response)


def test_it_is_in_no_page_review_export_or_log_of_the_case(cast):
    enter(cast.client(Role.JUDGE), cast)
    for who in ENTERING:
        client = cast.client(who)
        for path in (
            "",
            "review/",
            "review/?section=duties",
            "export/",
            "revisions/",
            "revisions/log/",
            "panel/",
        ):
            told = text(client.get(cast.at(path)))
            assert "要求从重的原话辛" not in told, (who, path)
            assert "某领导庚" not in told, (who, path)


def test_a_named_reader_reads_all_and_classes_what_others_entered(cast):
    enter(cast.client(Role.JUDGE), cast)
    row = Assignment.objects.get(case=cast.case, account=cast.accounts[Role.CLERK])
    clerk, judge = cast.client(Role.CLERK), cast.client(Role.JUDGE)
    view = register(cast)
    number = next(
        one for one in view.subjects("contact") if view.live(Contact.recorder, one).value == "judge"
    )
    given = {"do": "class", "number": number, "type": "leader", "reported": "on"}
    denied = clerk.post(cast.at("interference/"), given)
    assert denied.status_code == 403
    assert "专门人员" in text(denied)
    row.reads_register = True
    row.save()
    assert "要求从重的原话辛" in text(clerk.get(cast.at("interference/")))
    for _ in range(2):  # 可以重新归类，不成为说法冲突
        assert clerk.post(cast.at("interference/"), given).status_code == 302
    view = register(cast)
    assert view.live(Contact.type, number).value == "leader"
    assert view.live(Contact.reported, number).value is True
    # 登记的人看不到归类的结果
    assert "领导干部干预" not in text(judge.get(cast.at("interference/"))).split("登记一次")[0]
    # 读得到登记的人，案件的审查里也没有它
    assert "要求从重的原话辛" not in text(clerk.get(cast.at("export/"))) + text(
        clerk.get(cast.at("revisions/log/"))
    )


@pytest.mark.parametrize("missing", ["person", "channel", "content", "happened"])
def test_an_entry_says_who_when_how_and_what(cast, missing):
    before = register(cast).subjects("contact")
    response = enter(cast.client(Role.JUDGE), cast, **{missing: ""})
    assert response.status_code == 422
    assert register(cast).subjects("contact") == before
