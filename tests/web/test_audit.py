"""校验头、可核验的导出、阅读登记：做得出、核对得上、改了就发现；登记没有内容，只有管理员看得到。"""

import zipfile
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import CommandError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from gaoyao.audit.verifier import part_leaf, verify
from gaoyao.dossier.view import Role, readable
from gaoyao.web.audit import heads, readings
from gaoyao.web.audit.models import Head, Leaf, Reading
from gaoyao.web.ledger.models import Revision
from tests.web import people
from tests.web.people import OTHER_DEFENDER, SECRETS, STRANGER, run, text


def downloaded(client, cast, tmp_path):
    response = client.get(cast.at("revisions/export/"))
    assert response.status_code == 200
    path = tmp_path / "导出.zip"
    path.write_bytes(response.content)
    return path


def edit(cast):
    answered = cast.client(Role.JUDGE).post(
        cast.at("cell/?f=item.technical_measure&s=E14"), {"answer": "yes"}
    )
    assert answered.status_code == 302


@pytest.mark.parametrize("who", [Role.JUDGE, Role.PROSECUTOR, Role.DEFENDER, OTHER_DEFENDER])
def test_everyone_verifies_his_own_parts_against_a_deposited_head(cast, tmp_path, who):
    """每个人的导出只含自己的分卷；以前另存的校验头、以后又有修改，都核对得上。"""
    first, problems = heads.make("2026-11-01")
    assert problems == []
    edit(cast)
    second, _ = heads.make("2026-11-02")
    path = downloaded(cast.client(who), cast, tmp_path)
    for head in (first, second):
        found = verify(path, head.head, cast.key)
        assert (found.wrong, found.unchecked) == ([], [])
    with zipfile.ZipFile(path) as inside:
        packed = b"".join(inside.read(name) for name in inside.namelist()).decode()
    role = Role.DEFENDER if who == OTHER_DEFENDER else who
    owner = {Role.DEFENDER: "defender", OTHER_DEFENDER: OTHER_DEFENDER}.get(who, "")
    own = {key for key, secret in SECRETS.items() if secret in packed}
    assert own == {key for key in SECRETS if key in readable(role, owner)}


def test_a_day_without_work_has_its_head_and_the_same_day_has_one(cast):
    first, _ = heads.make("2026-11-01")
    assert heads.make("2026-11-01")[0] == first
    second, _ = heads.make("2026-11-02")
    assert (second.number, second.root, second.previous) == (2, first.root, first.head)
    assert Leaf.objects.filter(head=second).count() == 0


def test_a_head_tells_nothing_about_a_closed_part(cast):
    """谁有数据库而没有密钥，猜不出关闭分卷的叶子；正卷的叶子任何人都能重算。"""
    heads.make("2026-11-01")
    closed = Leaf.objects.filter(case_key=cast.case.key).exclude(part="main")
    assert closed.count() == 5
    for leaf in closed:
        row = Revision.objects.get(part=leaf.part, owner=leaf.owner, number=leaf.number)
        assert leaf.leaf != part_leaf(leaf.case_key, leaf.part, leaf.owner, leaf.number, row.hash)


@pytest.mark.parametrize("table", ["audit_head", "audit_leaf"])
@pytest.mark.parametrize("sql", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_heads_are_only_ever_added(cast, table, sql):
    heads.make("2026-11-01")
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="只能追加"), transaction.atomic():
        cursor.execute(sql.format(table))


REWRITES = [
    ("正卷最后一次被删去", "main", "DELETE", "最后的修改被删去"),
    ("副卷整卷被删去", "court_inner", "DELETE", "最后的修改被删去"),
    ("辩护材料被改写", "defence", "UPDATE", "读不出来"),
    ("正卷被改写", "main", "UPDATE", "改写过"),
]


@pytest.mark.parametrize(("what", "part", "verb", "told"), REWRITES)
def test_a_rewritten_log_is_found_by_the_next_head(cast, what, part, verb, told):
    edit(cast)
    heads.make("2026-11-01")
    last = Revision.objects.filter(part=part).order_by("-pk")[0]
    with connection.cursor() as cursor:
        people.drop_triggers(cursor)
        if verb == "DELETE":
            cursor.execute("DELETE FROM ledger_record WHERE revision_id = %s", [last.pk])
            cursor.execute("DELETE FROM ledger_revision WHERE id = %s", [last.pk])
        else:
            cursor.execute("UPDATE ledger_revision SET hash = %s WHERE id = %s", ["1" * 64, last.pk])
    head, problems = heads.make("2026-11-02")
    assert head is None, what
    assert len(problems) == 1
    assert told in problems[0]
    assert not any(secret in problems[0] or OTHER_DEFENDER in problems[0] for secret in SECRETS.values())
    with pytest.raises(CommandError, match="接不上"):
        run("audit_head")
    with pytest.raises(CommandError, match="与上一个校验头不符"):
        run("verify_log")
    assert Head.objects.count() == 1


def test_work_that_goes_on_does_not_hide_a_rewritten_revision(cast):
    """改写了已进校验头的一次修改，再正常追加：次数多了，仍然发现。"""
    heads.make("2026-11-01")
    row = Revision.objects.filter(part="main").order_by("-pk")[0]
    edit(cast)
    with connection.cursor() as cursor:
        people.drop_triggers(cursor)
        cursor.execute("UPDATE ledger_revision SET hash = %s WHERE id = %s", ["1" * 64, row.pk])
    assert "改写过" in heads.make("2026-11-02")[1][0]


def test_a_truncated_log_gives_no_export(cast, tmp_path):
    edit(cast)
    heads.make("2026-11-01")
    last = Revision.objects.filter(part="main").order_by("-pk")[0]
    with connection.cursor() as cursor:
        people.drop_triggers(cursor)
        cursor.execute("DELETE FROM ledger_record WHERE revision_id = %s", [last.pk])
        cursor.execute("DELETE FROM ledger_revision WHERE id = %s", [last.pk])
    response = cast.client(Role.JUDGE).get(cast.at("revisions/export/"))
    assert response.status_code == 500
    assert "最后的修改被删去" in text(response)


def test_the_commands_make_list_and_export(cast, tmp_path):
    line = run("audit_head")
    head = Head.objects.get()
    assert line.strip().endswith(head.head)
    assert run("audit_head", "--list") == line
    path = tmp_path / "x.zip"
    assert "已写入" in run("audit_export", "judge", cast.key, str(path))
    assert verify(path, head.head).wrong == []
    with pytest.raises(CommandError, match="已经存在"):
        run("audit_export", "judge", cast.key, str(path))
    for who in (STRANGER, "administrator"):
        with pytest.raises(CommandError, match="没有这件案件"):
            run("audit_export", who, cast.key, str(tmp_path / "y.zip"))
    with pytest.raises(CommandError, match="没有用户名"):
        run("audit_export", "nobody", cast.key, str(tmp_path / "y.zip"))


def test_everybody_sees_the_heads_and_nobody_sees_content_in_them(cast):
    heads.make("2020-01-01")
    for who in (Role.DEFENDER, Role.ADMINISTRATOR, STRANGER):
        page = text(cast.client(who).get("/audit/"))
        assert Head.objects.get().head in page.replace(" ", "")
        assert cast.key not in page
        assert Head.objects.get().head in cast.client(who).get("/audit/heads/").content.decode()


# ---------------------------------------------------------------- who read what


def test_a_page_is_noted_with_who_when_which_case_and_object(cast):
    began = timezone.now()
    cast.client(Role.JUDGE).get(cast.at("evidence/item/?id=E14&note=被告人姓名"))
    found = Reading.objects.get(what="item")
    assert (found.username, found.role, found.case_key, found.subject) == ("judge", "judge", cast.key, "E14")
    assert found.parts == "court_inner,main"
    assert found.page == f"/cases/{cast.key}/evidence/item/"
    assert began <= found.at <= timezone.now()


def test_an_object_of_a_closed_part_is_not_named(cast):
    cast.client(Role.DEFENDER).get(cast.at("evidence/item/?id=EX4"))
    assert Reading.objects.get(what="item").subject == "（关闭分卷内）"


@pytest.mark.parametrize(
    ("who", "path", "count"),
    [
        # 没有承办、不存在的对象：没有内容，不登记
        (STRANGER, "", 0),
        (Role.JUDGE, "evidence/item/?id=没有", 0),
        # 导出也是阅读
        (Role.JUDGE, "export/", 1),
        (Role.JUDGE, "revisions/export/", 1),
        (Role.JUDGE, "papers/docx/?kind=notes", 1),
    ],
)
def test_only_what_was_shown_is_noted(cast, who, path, count):
    cast.client(who).get(cast.at(path))
    assert Reading.objects.exclude(case_key="").count() == count


def test_the_administrator_reads_the_register_without_content(cast):
    for who in (Role.JUDGE, Role.DEFENDER, OTHER_DEFENDER, Role.PROSECUTOR):
        for path in ("", "evidence/", "evidence/item/?id=E14", "revisions/"):
            cast.client(who).get(cast.at(path))
    page = text(cast.client(Role.ADMINISTRATOR).get("/audit/readings/"))
    assert "other-defender（辩护人）" in page
    assert not any(secret in page for secret in SECRETS.values())
    assert "证据目录" in page
    one = text(
        cast.client(Role.ADMINISTRATOR).get(
            f"/audit/readings/?who=prosecutor&case={cast.key}&since=2020-01-01"
        )
    )
    assert "judge（" not in one
    assert "prosecutor（" in one
    assert "没有符合" in text(cast.client(Role.ADMINISTRATOR).get("/audit/readings/?until=2020-01-01"))
    assert cast.client(Role.ADMINISTRATOR).get("/audit/readings/?since=昨天").status_code == 422


@pytest.mark.parametrize("who", [Role.JUDGE, Role.DEFENDER, Role.REVIEWER, STRANGER])
def test_nobody_else_reads_the_register(cast, who):
    response = cast.client(who).get("/audit/readings/")
    assert response.status_code == 403
    assert "系统管理员" in text(response)


def test_readings_are_written_in_batches(db):
    buffer = readings.Buffer(most=3)
    with transaction.atomic():
        for number in range(7):
            buffer.note(Reading(at=timezone.now(), username=f"u{number}", role="", what="case"), 3600)
        assert Reading.objects.count() == 6
        buffer.flush()
        assert Reading.objects.count() == 7


def test_nothing_is_lost_while_the_database_does_not_answer(db, monkeypatch):
    buffer = readings.Buffer(most=2)

    def fails(entries):
        raise DatabaseError("锁住了")

    monkeypatch.setattr(Reading.objects, "bulk_create", fails)
    for number in range(5):
        buffer.note(Reading(at=timezone.now(), username=f"u{number}", role="", what="case"), 3600)
    monkeypatch.undo()
    buffer.flush()
    assert sorted(Reading.objects.values_list("username", flat=True)) == [f"u{number}" for number in range(5)]


def test_the_register_is_purged_after_its_time_and_says_so(db):
    for days in (10, settings.READS_DAYS - 1, settings.READS_DAYS + 1, 5000):
        Reading.objects.create(
            at=timezone.now() - timedelta(days=days), username=f"{days}", role="", what="case"
        )
    assert "删去" in run("purge_reads")
    assert set(Reading.objects.values_list("username", flat=True)) == {"10", f"{settings.READS_DAYS - 1}", ""}
    assert "2 条" in Reading.objects.get(what="purge").page
    run("purge_reads")
    assert Reading.objects.filter(what="purge").count() == 1
