"""草稿：写了一半的理由，关掉浏览器还在；提交以后没有了；只有写的人看得到，数据库里也读不出。"""

from django.http import QueryDict

from gaoyao.dossier.view import Role
from gaoyao.web.drafts.models import Draft
from tests.web.people import STRANGER, text

SAID = "两次讯问的时间对不上，丙寅丁卯"
RULING = "ruling/?item=EX1"


def keep(cast, who, form="ruling:EX1", **more):
    return cast.client(who).post(
        cast.at(f"draft/?form={form}"), {"reason": SAID, "outcome": "excluded", **more}
    )


def test_a_half_written_ruling_comes_back_in_a_new_session(cast):
    answer = keep(cast, Role.JUDGE)
    assert "草稿已保存" in text(answer)
    page = text(cast.client(Role.JUDGE).get(cast.at(RULING)))
    assert SAID in page
    assert "没有提交的草稿" in page
    assert 'value="excluded" required checked' in page
    # 另一件证据的裁定不受影响
    assert SAID not in text(cast.client(Role.JUDGE).get(cast.at("ruling/?item=EX2")))


def test_nobody_else_sees_it_and_the_row_does_not_hold_the_words(cast):
    keep(cast, Role.JUDGE)
    for who in (Role.PRESIDING_JUDGE, Role.CLERK, Role.DEFENDER):
        assert SAID not in text(cast.client(who).get(cast.at(RULING)))
    row = Draft.objects.get()
    assert SAID.encode() not in bytes(row.sealed)


def test_it_is_gone_when_the_form_is_submitted(cast):
    keep(cast, Role.JUDGE)
    given = {
        "outcome": "not_excluded",
        "by": "合议庭",
        "ruled_on": "2026-11-01",
        "reason": "查明合法",
        "page": "卷一第1页",
    }
    assert cast.client(Role.JUDGE).post(cast.at(RULING), given).status_code == 302
    assert not Draft.objects.exists()


def test_a_refused_form_keeps_its_draft(cast):
    keep(cast, Role.JUDGE)
    assert cast.client(Role.JUDGE).post(cast.at(RULING), {"outcome": "excluded"}).status_code == 422
    assert Draft.objects.count() == 1


def test_it_can_be_given_up(cast):
    keep(cast, Role.JUDGE)
    answer = keep(cast, Role.JUDGE, drop="1", back=cast.at(RULING))
    assert answer.headers["Location"] == cast.at(RULING)
    assert not Draft.objects.exists()
    # 不会被带到别的网站去
    assert keep(cast, Role.JUDGE, drop="1", back="//example.org/").headers["Location"] == cast.at()


def test_answers_values_and_register_entries_come_back_too(cast):
    judge = cast.client(Role.JUDGE)
    for form, path, name in (("answer:DX1", "registers/?entry=DX1", "reason"), ("enter:favourable", "favourable/?new=1", "about"),
                             ("cell:doubt.about|DX1", "cell/?f=doubt.about&s=DX1", "value"), ("argument:GX1", "arguments/", "reason")):  # fmt: skip
        assert "草稿已保存" in text(
            judge.post(cast.at("draft/"), {name: SAID}, QUERY_STRING=QueryDict(f"form={form}").urlencode())
        )
        assert SAID in text(judge.get(cast.at(path))), form


def test_what_is_no_form_and_what_is_too_much_is_refused(cast):
    judge = cast.client(Role.JUDGE)
    assert "没有这样的表单" in text(keep(cast, Role.JUDGE, form="cases:x"))
    assert "草稿没有保存" in text(judge.post(cast.at("draft/?form=ruling:EX1"), {"reason": "字" * 60_001}))
    assert keep(cast, STRANGER).status_code == 404
    assert not Draft.objects.exists()


def test_what_a_person_had_seen_never_comes_from_a_draft(cast):
    # 草稿写下以后别人改了同一项：再打开时看到的是现在的内容，提交时以现在看到的为准
    keep(cast, Role.CLERK, form="cell:doubt.about|DX1", seen="main:1:1", value="旧的想法")
    page = text(cast.client(Role.CLERK).get(cast.at("cell/?f=doubt.about&s=DX1")))
    assert "旧的想法" in page
    assert 'name="seen" value="main:1:1"' not in page
