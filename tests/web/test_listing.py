"""案件列表的数字事先准备、密封保存：列表从不当场审查；不是今天、不是现在的日志、不是这个程序的，一个也不显示。"""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gaoyao.dossier.chain import MAIN
from gaoyao.dossier.exchange import load
from gaoyao.dossier.model import Basis
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import Role, readable
from gaoyao.law.rule import Weight
from gaoyao.review import api
from gaoyao.review.api import Reader
from gaoyao.review.model import FactState
from gaoyao.web.cases import prepared, preparing, reading
from gaoyao.web.cases.models import Assignment, Listed
from gaoyao.web.cases.reading import SHELF
from gaoyao.web.jobs.queue import held
from gaoyao.web.ledger import storage
from tests.web import people
from tests.web.people import CASE, SECRETS, text


@pytest.fixture
def reviews(monkeypatch):
    """数一数审查了几次。"""
    done = []

    def counted(*given, **more):
        done.append(given)
        return api.review(*given, **more)

    monkeypatch.setattr(reading, "review", counted)
    return done


def row(page, key):
    """列表里一件案件的一行。"""
    found = re.search(rf'<tr>\s*<th scope="row"><a id="case-{key}".*?</tr>', page, re.DOTALL)
    return found[0] if found else ""


def figures(page, key):
    return re.findall(r'<td class="num">(?:<b[^>]*>\D*)?(\d+)', row(page, key))


def test_a_list_never_reviews(cast, judge, reviews):
    first = text(judge.get("/"))
    assert reviews == []
    assert "1 件的数字正在准备" in first
    assert "正在准备" in row(first, cast.key)
    # 没有准备好的一行没有一个数字
    assert figures(first, cast.key) == []
    assert 'hx-get="/lines/?page=1&asked=0"' in first


def test_what_waits_is_prepared_and_stays(cast, judge, reviews):
    judge.get("/")
    assert preparing.everything() == 5  # 法院、检察、两名辩护人、评查：各一行
    assert len(reviews) == 5
    page = text(judge.get("/"))
    assert "正在准备" not in page
    assert len(figures(page, cast.key)) == 6
    assert preparing.everything() == 0
    assert len(reviews) == 5


def test_the_numbers_are_those_of_the_review(cast, judge, reviews):
    judge.get(cast.at())
    review = reading.read(cast.case.pk, readable(Role.JUDGE), Reader.JUDGE).review
    # 打开过的案件不必另外准备
    told = figures(text(judge.get("/")), cast.key)
    weights = [one.weight for one in review.findings]
    states = [one.state for one in review.points]
    assert told[:4] == [
        str(count)
        for count in (
            weights.count(Weight.MANDATORY),
            weights.count(Weight.EXPLAIN),
            states.count(FactState.OBSTACLE),
            states.count(FactState.OPEN),
        )
    ]
    assert len(reviews) == 1


def test_without_a_worker_the_waiting_page_makes_one_line_each_time(cast, judge, reviews):
    judge.get("/")
    page = text(judge.get("/lines/?page=1&asked=0"))
    assert len(reviews) == 1
    assert "hx-get" in page
    page = text(judge.get("/lines/?page=1&asked=1"))
    assert len(reviews) == 1
    assert "正在准备" not in page
    assert len(figures(page, cast.key)) == 6


def test_where_a_worker_prepares_the_page_only_looks(cast, judge, reviews):
    with held(preparing.LOCK) as free:
        assert free
        page = text(judge.get("/lines/?page=1&asked=0"))
    assert reviews == []
    assert "正在准备" in page


def test_a_worker_that_does_not_get_there_is_not_waited_for_for_ever(cast, judge, reviews):
    with held(preparing.LOCK):
        judge.get("/lines/?asked=19")
        assert reviews == []
        judge.get("/lines/?asked=20")
    assert len(reviews) == 1
    assert "正在准备" not in text(judge.get("/"))


def test_the_page_asks_less_often_and_stops(cast, judge, monkeypatch):
    monkeypatch.setattr(preparing, "here", lambda *_, **__: None)
    assert "load delay:1s" in text(judge.get("/"))
    assert "load delay:15s" in text(judge.get("/lines/?asked=40"))
    last = text(judge.get("/lines/?asked=59"))
    assert "hx-get" not in last
    assert "后台进程" in last
    for wrong in ("x", "-1", "９", "9" * 30, ""):
        assert judge.get("/lines/", {"asked": wrong}).status_code == 200


def change(cast, part=Part.MAIN, owner="", title="改过的名称"):
    """另一个进程写了一次修改：这个进程的记忆里没有。"""
    log = storage.load(cast.case.pk, {MAIN, (part, owner)})
    with log.begin(part, "测试", "更正", "测试", "2026-11-02T09:00:00", owner) as tx:
        tx.put("item", "E01", "title", title, basis=Basis.CONFIRMED)
    storage.append(cast.case.pk, tx.revision, log.chain(part, owner).records[-1])


def test_after_a_change_nothing_old_is_shown(cast, judge, reviews):
    preparing.everything()
    old = figures(text(judge.get("/")), cast.key)
    assert old
    change(cast)
    page = text(judge.get("/"))
    assert figures(page, cast.key) == []
    assert "正在准备" in row(page, cast.key)
    # 名称是上一次的，并且说明是上一次的
    assert "名称是上一次准备时的" in row(page, cast.key)
    preparing.everything()
    assert figures(text(judge.get("/")), cast.key)


@pytest.mark.parametrize("other", ["day", "program"])
def test_another_day_or_program_is_another_line(cast, judge, monkeypatch, other):
    preparing.everything()
    if other == "day":
        tomorrow = timezone.localdate() + timedelta(days=1)
        monkeypatch.setattr(timezone, "localdate", lambda *_: tomorrow)
    else:
        monkeypatch.setattr(prepared, "program", lambda: "另一个版本")
    assert figures(text(judge.get("/")), cast.key) == []
    assert preparing.everything() == 5


def test_lines_of_different_parts_are_different_and_sealed(cast):
    preparing.everything()
    rows = list(Listed.objects.filter(case=cast.case))
    assert len({one.scope for one in rows}) == len(rows) == 5
    title = text(cast.client(Role.JUDGE).get("/"))
    name = re.search(rf'id="case-{cast.key}"[^>]*>([^<]+)<', title)[1]
    for one in rows:
        assert name.encode() not in bytes(one.sealed)
        for secret in SECRETS.values():
            assert secret.encode() not in bytes(one.sealed)
    # 一行的密封换到另一行（另一种读者），打不开，也就不显示
    mine, other = rows[0], rows[1]
    other.sealed = mine.sealed
    assert prepared.opened(other, cast.key, prepared.seal()) is None
    assert prepared.opened(mine, cast.key, prepared.seal()) is not None


def test_a_line_put_in_the_place_of_another_is_not_shown(cast, judge):
    preparing.everything()
    policy_rows = {one.scope: one for one in Listed.objects.filter(case=cast.case)}
    boxes = [bytes(one.sealed) for one in policy_rows.values()]
    for one, box in zip(policy_rows.values(), boxes[1:] + boxes[:1], strict=True):
        Listed.objects.filter(pk=one.pk).update(sealed=box)
    page = text(judge.get("/"))
    assert figures(page, cast.key) == []
    assert "正在准备" in row(page, cast.key)


def test_what_is_asked_for_comes_first_and_only_running_assignments(cast, judge):
    judge.get("/")
    assert preparing.asked() == [cast.case.pk]
    Assignment.objects.filter(case=cast.case).update(ends=timezone.now())
    assert preparing.due([cast.case.pk]) == []
    assert preparing.everything() == 0
    assert cast.key not in text(judge.get("/"))


def test_a_list_of_many_costs_no_more_queries(cast, judge):
    def count():
        judge.get("/")
        with CaptureQueriesContext(connection) as queries:
            judge.get("/")
        return len(queries)

    preparing.everything()
    one = count()
    log = load(CASE, actor="测试", at="2026-11-01T09:00:00").log
    for _ in range(3):
        case = people.Case.objects.create()
        storage.append_log(case.pk, log)
        Assignment.objects.create(case=case, account=cast.accounts[Role.JUDGE], role=Role.JUDGE.value)
    waits = count()
    preparing.everything()
    assert waits == count() == one


def test_one_failing_case_does_not_keep_the_others_waiting(cast, judge, monkeypatch):
    second = people.Case.objects.create()
    storage.append_log(second.pk, load(CASE, actor="测试", at="2026-11-01T09:00:00").log)
    Assignment.objects.create(case=second, account=cast.accounts[Role.JUDGE], role=Role.JUDGE.value)
    real = preparing._read

    def failing(place):
        if place.key == second.key:
            raise RuntimeError("虚构的程序错误")
        return real(place)

    monkeypatch.setattr(preparing, "_read", failing)
    preparing.everything()
    page = text(judge.get("/"))
    assert "没有做成" in row(page, second.key)
    assert figures(page, second.key) == []
    assert figures(page, cast.key)
    # 程序好了以后自己补上
    monkeypatch.setattr(preparing, "_read", real)
    assert preparing.everything() == 1
    assert figures(text(judge.get("/")), second.key)


def test_the_command_says_how_many(cast, capsys):
    call_command("prepare_lists")
    assert "准备了 5 行" in capsys.readouterr().out
    call_command("prepare_lists")
    assert "准备了 0 行" in capsys.readouterr().out


def test_a_page_in_memory_is_not_noted_twice(cast, judge):
    judge.get(cast.at())
    with CaptureQueriesContext(connection) as queries:
        judge.get(cast.at())
    assert not [one for one in queries if "cases_listed" in one["sql"]]
    assert SHELF._kept
