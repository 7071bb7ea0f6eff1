"""指派：谁可以指派谁、开始和结束、理由、经过；结束以后案件不再存在。"""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from gaoyao.dossier.view import Role
from gaoyao.web.cases.models import Assignment, AssignmentEntry
from tests.web import people
from tests.web.people import STRANGER, text


def give(client, cast, username, **more):
    return client.post(
        cast.at("assignments/"), {"do": "give", "username": username, "reason": "随机分案第7号", **more}
    )


@pytest.fixture
def presiding(cast):
    return cast.client(Role.PRESIDING_JUDGE)


@pytest.fixture
def admin(cast):
    return cast.client(Role.ADMINISTRATOR)


def test_the_presiding_judge_assigns_a_judge_who_then_opens_the_case(cast, presiding):
    stranger = cast.client(STRANGER)
    assert stranger.get(cast.at()).status_code == 404
    assert give(presiding, cast, STRANGER).status_code == 302
    assert stranger.get(cast.at()).status_code == 200
    page = text(presiding.get(cast.at("assignments/")))
    assert "随机分案第7号" in page
    entry = AssignmentEntry.objects.get(account=cast.accounts[STRANGER])
    assert (entry.what, entry.role, entry.reason) == ("given", "judge", "随机分案第7号")
    assert "presiding_judge" in entry.by


def test_an_ended_assignment_closes_the_case_and_keeps_what_was_written(cast, presiding):
    judge = cast.client(Role.JUDGE)
    judge.post(cast.at("cell/?f=item.technical_measure&s=E14"), {"answer": "no"})
    row = Assignment.objects.get(case=cast.case, account=cast.accounts[Role.JUDGE])
    assert (
        presiding.post(
            cast.at("assignments/"), {"do": "end", "assignment": row.pk, "reason": " "}
        ).status_code
        == 422
    )
    assert (
        presiding.post(
            cast.at("assignments/"), {"do": "end", "assignment": row.pk, "reason": "回避"}
        ).status_code
        == 302
    )
    assert judge.get(cast.at()).status_code == 404
    assert "测试审判员" in text(presiding.get(cast.at("revisions/")))
    assert (
        presiding.post(
            cast.at("assignments/"), {"do": "end", "assignment": row.pk, "reason": "再来"}
        ).status_code
        == 422
    )


@pytest.mark.parametrize(
    ("since", "ends", "opens"),
    [
        # 明天才开始
        (timedelta(days=1), None, False),
        # 昨天已经结束
        (timedelta(days=-9), timedelta(days=-1), False),
        # 今天是最后一天
        (timedelta(days=-9), timedelta(0), True),
    ],
)
def test_an_assignment_opens_the_case_from_its_start_to_its_end(cast, presiding, since, ends, opens):
    today = timezone.localdate()
    given = {
        "since": (today + since).isoformat(),
        "ends": (today + ends).isoformat() if ends is not None else "",
    }
    assert give(presiding, cast, STRANGER, **given).status_code == 302
    assert (cast.client(STRANGER).get(cast.at()).status_code == 200) == opens
    assert (cast.key in text(cast.client(STRANGER).get("/"))) == opens


WRONG = [
    ("没有理由", {"reason": " "}, "理由"),
    ("日期写错", {"since": "明天"}, "日期"),
    ("结束在开始以前", {"since": "2026-05-01", "ends": "2026-04-01"}, "开始以前"),
]


@pytest.mark.parametrize(("case", "given", "told"), WRONG, ids=[one[0] for one in WRONG])
def test_what_is_wrong_is_told_and_nothing_is_assigned(cast, presiding, case, given, told):
    before = Assignment.objects.count(), AssignmentEntry.objects.count()
    response = give(presiding, cast, STRANGER, **given)
    assert response.status_code == 422
    assert told in text(response)
    assert (Assignment.objects.count(), AssignmentEntry.objects.count()) == before


def test_the_presiding_judge_does_not_assign_the_other_sides(cast, presiding):
    people.account("p2", Role.PROSECUTOR)
    assert give(presiding, cast, "p2").status_code == 422
    row = Assignment.objects.get(case=cast.case, account=cast.accounts[Role.DEFENDER])
    response = presiding.post(
        cast.at("assignments/"), {"do": "end", "assignment": row.pk, "reason": "不要他"}
    )
    assert response.status_code == 422
    assert cast.client(Role.DEFENDER).get(cast.at()).status_code == 200


@pytest.mark.parametrize(
    "who", [Role.JUDGE, Role.CLERK, Role.PROSECUTOR, Role.DEFENDER, Role.REVIEWER, Role.LAY_ASSESSOR]
)
def test_others_are_told_who_assigns(cast, who):
    for response in (
        cast.client(who).get(cast.at("assignments/")),
        give(cast.client(who), cast, STRANGER),
        cast.client(who).get("/assignments/"),
    ):
        assert response.status_code == 403
        assert "审判长" in text(response)


def test_the_administrator_assigns_without_seeing_the_case(cast, admin):
    page = text(admin.get(f"/assignments/?case={cast.key}"))
    assert "抢劫" not in page
    people.account("p2", Role.PROSECUTOR)
    given = {"do": "give", "username": "p2", "reason": "检察院函", "register": "on"}
    assert admin.post(f"/assignments/?case={cast.key}", given).status_code == 302
    made = Assignment.objects.get(case=cast.case, account__username="p2")
    assert (made.role, made.reads_register) == ("prosecutor", True)
    assert admin.get(cast.at()).status_code == 404
    # 审判长变更指派，不动专门人员的指定；管理员可以取消
    row = Assignment.objects.get(case=cast.case, account=cast.accounts[Role.CLERK])
    clerk = {"do": "give", "username": "clerk", "reason": "变更"}
    for given, client, path, after in (
        (clerk | {"register": "on"}, admin, f"/assignments/?case={cast.key}", True), (clerk, cast.client(Role.PRESIDING_JUDGE), cast.at("assignments/"), True),
        (clerk | {"register": "on"}, cast.client(Role.PRESIDING_JUDGE), cast.at("assignments/"), True), (clerk, admin, f"/assignments/?case={cast.key}", False),
        (clerk | {"register": "on"}, cast.client(Role.PRESIDING_JUDGE), cast.at("assignments/"), False),
    ):  # fmt: skip
        assert client.post(path, given).status_code == 302
        row.refresh_from_db()
        assert row.reads_register == after
    unknown = admin.get("/assignments/?case=nothing")
    assert "没有这个代号" in text(unknown)


def test_the_history_is_only_added(cast, presiding):
    give(presiding, cast, STRANGER)
    for statement in ("UPDATE cases_assignmententry SET reason = ''", "DELETE FROM cases_assignmententry"):
        with (
            pytest.raises(DatabaseError, match="只能追加"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
