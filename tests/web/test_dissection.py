"""剖析：从触发到教训成为情景；全部提交以前互相看不到；只有参加的人和评查人员看得到；页面上没有任何人的数。"""

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from gaoyao.dossier.view import Role
from gaoyao.web.dissection.models import Dissection, Entry
from tests.quality.test_lessons import LESSON
from tests.web.people import text

WORDS = {"prosecutor": "自查的秘密子", "peer": "同行的秘密丑", "expert": "专家的秘密寅"}
OPENING = {
    "trigger": "acquitted", "document": "（2026）虚01刑初9号", "happened": "2026-10-01", "page": "第2页", "who-self": "prosecutor", "who-peer": "peer",
    "who-expert": "expert",
}  # fmt: skip


@pytest.fixture
def office(cast):
    """Beside the usual people: a peer and an expert, assigned to the case."""
    return cast.join(peer=Role.PROSECUTOR, expert=Role.REVIEWER)


def begin(cast, who="reviewer", **more):
    return cast.by(who).post(cast.at("dissections/"), {**OPENING, **more})


def address(cast):
    return cast.at(f"dissection/?id={Dissection.objects.get().key}")


def do(cast, username, what, **data):
    return cast.by(username).post(address(cast), {"do": what, **data})


def ticked(*codes, why="卷三第5页就有"):
    out = {}
    for code in codes:
        out |= {f"code-{code}": "on", f"visible-{code}": "yes", f"gate-{code}": "charge", f"why-{code}": why}
    return out


def filed(cast):
    assert begin(cast).status_code == 302
    for username, words in WORDS.items():
        assert do(cast, username, "file", text=words).status_code == 302


def settled(cast):
    filed(cast)
    assert do(cast, "peer", "code", **ticked("C3", "E1")).status_code == 302
    assert do(cast, "expert", "code", **ticked("C3")).status_code == 302
    assert (
        do(
            cast, "reviewer", "settle", **ticked("C3", why="两人一致"), **{"safeguard-C3": "没有逐项核对"}
        ).status_code
        == 302
    )


def test_from_trigger_to_a_lesson_that_runs(office):
    settled(office)
    page = text(office.by("reviewer").get(address(office)))
    assert "22 项里，21 项判断相同" in page
    assert "没有逐项核对" in page
    assert do(office, "reviewer", "learn", code="C3", text="起诉以前逐项核对矛盾").status_code == 302
    late = (timezone.localdate() - timedelta(days=1)).isoformat()
    assert (
        do(
            office, "reviewer", "plan", lesson="0", text="增加核对表", owner="审查起诉部门", due=late
        ).status_code
        == 302
    )
    assert "已超过期限" in text(office.by("reviewer").get(address(office)))
    assert "已超过期限的改进措施（1）" in text(office.by("peer").get("/dissections/"))
    assert do(office, "reviewer", "finish", measure="0", done=late, result="已启用").status_code == 302
    assert "已超过期限" not in text(office.by("reviewer").get(address(office)))
    assert (
        do(office, "reviewer", "send", to="某侦查机关", text="请补充核对", sent="2026-10-20").status_code
        == 302
    )
    assert do(office, "reviewer", "hear", feedback="0", received="2026-10-22").status_code == 302
    assert (
        do(office, "reviewer", "hear", feedback="0", answered="2026-11-01", answer="已经改进").status_code
        == 302
    )
    assert "已答复" in text(office.by("reviewer").get(address(office)))
    assert do(office, "reviewer", "keep", lesson="0", text=LESSON).status_code == 302
    page = text(office.by("reviewer").get(address(office)))
    assert "在 6 件虚构案件里，1 件有这一发现" in re.sub(r"<[^>]+>", "", page)
    kept = office.by("reviewer").get(address(office).replace("dissection/", "dissection/scenario/") + "&n=0")
    assert kept.content.decode() == LESSON


def test_nobody_reads_a_review_before_all_are_filed(office):
    begin(office)
    do(office, "prosecutor", "file", text=WORDS["prosecutor"])
    do(office, "peer", "file", text=WORDS["peer"])
    for username in ("reviewer", "expert", "peer", "prosecutor"):
        page = text(office.by(username).get(address(office)))
        for owner in ("prosecutor", "peer"):
            assert (WORDS[owner] in page) == (owner == username), (username, owner)
    boxes = b"".join(bytes(one.box) for one in Entry.objects.all())
    assert not any(word.encode() in boxes for word in WORDS.values())
    do(office, "expert", "file", text=WORDS["expert"])
    page = text(office.by("prosecutor").get(address(office)))
    assert all(word in page for word in WORDS.values())


def test_the_coders_do_not_see_each_other_until_both_are_done(office):
    filed(office)
    assert do(office, "peer", "code", **ticked("E1", why="同行的编码理由卯")).status_code == 302
    for username in ("expert", "reviewer", "prosecutor"):
        assert "同行的编码理由卯" not in text(office.by(username).get(address(office))), username
    assert do(office, "expert", "code", **ticked("C3")).status_code == 302
    assert "同行的编码理由卯" in text(office.by("reviewer").get(address(office)))


REFUSED = [
    ("承办人编码", "prosecutor", "code", ticked("C3"), 422, "承办人不编码"),
    ("没有选择关口", "peer", "code", {"code-C3": "on", "visible-C3": "yes", "why-C3": "理由"}, 422, "关口"),
    ("没有理由", "peer", "code", ticked("C3", why=" "), 422, "没有写明理由"),
    ("还没有编码就定原因", "reviewer", "settle", ticked("C3"), 422, "两人都提交"),
    ("承办人定原因", "prosecutor", "settle", ticked("C3"), 403, "承办人不主持"),
    ("没有原因就写教训", "reviewer", "learn", {"code": "C3", "text": "教训"}, 422, "已经确定的原因"),
    ("日期写错", "reviewer", "send", {"to": "某机关", "text": "内容", "sent": "昨天"}, 422, "2026-01-31"),
    ("没有这种操作", "reviewer", "nothing", {}, 422, "没有这种操作"),
    ("再提交一次", "peer", "file", {"text": "改"}, 422, "不能更改"),
]


@pytest.mark.parametrize(
    ("case", "who", "what", "given", "status", "told"), REFUSED, ids=[one[0] for one in REFUSED]
)
def test_what_is_out_of_order_is_refused_and_nothing_is_written(office, case, who, what, given, status, told):
    filed(office)
    before = Entry.objects.count()
    response = do(office, who, what, **given)
    assert response.status_code == status
    assert told in text(response)
    assert Entry.objects.count() == before


OPENINGS = [
    ("承办人自己发起", "prosecutor", {}, 422, "承办人不能发起"),
    ("一人两个角色", "reviewer", {"who-peer": "expert"}, 422, "三个不同的人"),
    ("没有文书", "reviewer", {"document": " "}, 422, "文书"),
    ("没有指派的人", "reviewer", {"who-peer": "stranger"}, 422, "没有被指派"),
    ("辩护人参加", "reviewer", {"who-peer": "defender"}, 422, "不参加剖析"),
    ("没有触发的原因", "reviewer", {"trigger": "convicted"}, 422, "触发的原因"),
    ("审判员发起", "judge", {}, 403, "发起剖析"),
]


@pytest.mark.parametrize(
    ("case", "who", "given", "status", "told"), OPENINGS, ids=[one[0] for one in OPENINGS]
)
def test_an_opening_that_is_not_in_order_is_refused(office, case, who, given, status, told):
    response = begin(office, who, **given)
    assert response.status_code == status
    assert told in text(response)
    assert not Dissection.objects.exists()


def test_a_lesson_that_does_not_run_is_not_kept(office):
    settled(office)
    do(office, "reviewer", "learn", code="C3", text="教训")
    before = Entry.objects.count()
    for wrong, told in (
        (LESSON.replace("含目标）: 6", "含目标）: 12"), "规则的回答是"),
        ("<script>", "列表"),
        (LESSON.replace("虚构案件: 是, ", ""), "虚构案件"),
    ):
        response = do(office, "reviewer", "keep", lesson="0", text=wrong)
        assert response.status_code == 422
        assert told in text(response)
        assert b"<script>\n" not in response.content
    assert Entry.objects.count() == before


def test_only_those_who_take_part_and_reviewers_see_it(office):
    filed(office)
    for username in ("judge", "presiding_judge"):
        client = office.by(username)
        answers = [
            client.get(office.at(f"dissection/?id={key}")) for key in (Dissection.objects.get().key, "x" * 12)
        ]
        assert [one.status_code for one in answers] == [404, 404]
        assert not any(
            word in text(client.get(path))
            for word in WORDS.values()
            for path in (office.at("dissections/"), "/dissections/")
        )
    for username in ("clerk", "defender", "lay_assessor"):
        response = office.by(username).get(office.at("dissections/"))
        assert response.status_code == 403
        assert "参加剖析" in text(response)
    # 剖析不进案件的页面、导出、日志
    for username in ("prosecutor", "judge"):
        for path in ("", "export/", "revisions/", "revisions/log/"):
            told = text(office.by(username).get(office.at(path)))
            assert not any(word in told for word in WORDS.values())


def test_no_page_shows_a_figure_about_a_person(office):
    settled(office)
    for username in ("reviewer", "peer", "prosecutor"):
        page = re.sub(
            r"<header.*?</header>", "", text(office.by(username).get("/dissections/")), flags=re.DOTALL
        )
        for one in office.accounts.values():
            assert one.name not in page
            assert one.username not in re.sub(r"<[^>]+>", "", page)
    assert "1 / 1" in page
    assert "审查起诉" in page


def test_a_draft_is_made_from_a_finding_of_the_case(office):
    settled(office)
    do(office, "reviewer", "learn", code="C3", text="教训")
    page = text(office.by("reviewer").get(address(office)))
    finding = next(
        ident
        for ident, label in re.findall(r'<option value="([^"]+)">([^<]+)</option>', page)
        if "辨认" in label
    )
    page = text(office.by("reviewer").get(address(office) + f"&finding={finding}"))
    drafted = re.search(r'<textarea name="text" id="keep-text"[^>]*>(.*?)</textarea>', page, flags=re.DOTALL)[
        1
    ]
    assert "虚构案件: 是" in drafted
    assert "贺某甲" not in drafted


def test_entries_are_only_added_and_a_changed_one_is_not_shown(office):
    filed(office)
    for statement in ("UPDATE dissection_entry SET kind = kind", "DELETE FROM dissection_entry"):
        with (
            pytest.raises(DatabaseError, match="只能追加"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP TRIGGER dissection_entry_append_only ON dissection_entry")
        else:
            cursor.execute("DROP TRIGGER dissection_entry_no_UPDATE")
        cursor.execute("UPDATE dissection_entry SET at = '2020-01-01' WHERE number = 2")
    for path in (address(office), "/dissections/"):
        response = office.by("reviewer").get(path)
        assert response.status_code == 500
        assert "校验" in text(response)


@pytest.mark.parametrize("stage", ["empty", "coding", "after"])
def test_pages_stay_small_and_without_inline_code(office, stage):
    if stage == "empty":
        page = office.by("peer").get("/dissections/").content
    elif stage == "coding":
        filed(office)
        page = office.by("peer").get(address(office)).content
    else:
        settled(office)
        page = office.by("reviewer").get(address(office)).content
    assert b"style=" not in page
    assert b" onclick" not in page
    assert len(page) < 200_000
    ids = re.findall(r' id="([^"]+)"', page.decode())
    assert len(ids) == len(set(ids))
