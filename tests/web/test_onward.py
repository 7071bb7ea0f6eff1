"""记忆里有较早的日志时只补读后来的修改，结果与整个重读完全一样；后来的修改被改动过，同样认得出来。"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gaoyao.dossier.chain import MAIN
from gaoyao.dossier.model import Basis
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import Role, readable
from gaoyao.review.api import Reader
from gaoyao.web.cases import reading
from gaoyao.web.cases.reading import SHELF
from gaoyao.web.ledger import storage
from gaoyao.web.ledger.storage import BrokenLogError
from tests.web import people

JUDGE = readable(Role.JUDGE)


def write(case, part=Part.MAIN, owner="", title="改过的名称"):
    """另一个进程写了一次修改。"""
    log = storage.load(case.pk, {MAIN, (part, owner)})
    with log.begin(part, "测试", "更正", "测试", "2026-11-02T09:00:00", owner) as tx:
        tx.put("item", "E01", "title", title, basis=Basis.CONFIRMED)
    storage.append(case.pk, tx.revision, log.chain(part, owner).records[-1])


def read(cast, parts=JUDGE, reader=Reader.JUDGE):
    return reading.read(cast.case.pk, parts, reader)


def records(queries):
    return [one["sql"] for one in queries if "ledger_record" in one["sql"]]


WRITTEN = [
    # 正卷一次
    [(Part.MAIN, "")],
    # 正卷三次
    [(Part.MAIN, "")] * 3,
    # 密封的法院副卷一次
    [(Part.COURT_INNER, "")],
    # 正卷和副卷交替
    [(Part.MAIN, ""), (Part.COURT_INNER, ""), (Part.MAIN, "")],
]


@pytest.mark.parametrize("written", WRITTEN)
def test_what_was_written_since_is_added_to_what_is_known(cast, written):
    first = read(cast)
    before = first.log.dump()
    for number, (part, owner) in enumerate(written):
        write(cast.case, part, owner, f"第{number}次改的名称")
    with CaptureQueriesContext(connection) as queries:
        now = read(cast)
    whole = storage.load(cast.case.pk, JUDGE)
    assert now.log.dump() == whole.dump()
    assert now.log.verify() == []
    # 只读了后来的修改，没有读第一次修改的几百条
    assert len(records(queries)) == 1
    pks = storage.Revision.objects.filter(case=cast.case).order_by("pk").values_list("pk", flat=True)
    assert f"IN ({pks[0]}," not in records(queries)[0]
    # 以前读到的没有变
    assert first.log.dump() == before


def test_a_revision_of_a_part_the_reader_has_not_changes_nothing(cast):
    first = read(cast)
    write(cast.case, Part.DEFENCE, "defender")
    assert read(cast) is first


def test_each_reader_goes_on_from_his_own_parts(cast):
    defender = readable(Role.DEFENDER, "defender")
    read(cast), read(cast, defender, Reader.DEFENDER)
    write(cast.case, Part.DEFENCE, "defender", "辩方起的名称")
    judges, defenders = read(cast), read(cast, defender, Reader.DEFENDER)
    assert "辩方起的名称" in defenders.log.dump().decode()
    assert "辩方起的名称" not in judges.log.dump().decode()
    assert judges.log.parts <= JUDGE
    assert defenders.log.dump() == storage.load(cast.case.pk, defender).dump()


TAMPERED = {
    "改一个值": """UPDATE ledger_record SET value = '"别的"' WHERE revision_id = {last} AND place = 1""",
    "删一条记录": "DELETE FROM ledger_record WHERE revision_id = {last} AND place = 1",
    "改修改人": "UPDATE ledger_revision SET actor = '他人' WHERE id = {last}",
    "改前一次的校验值": "UPDATE ledger_revision SET previous_hash = '0' WHERE id = {last}",
}


@pytest.mark.parametrize("name", TAMPERED)
def test_a_later_revision_that_was_tampered_with_is_recognised(cast, name):
    read(cast)
    write(cast.case)
    last = storage.Revision.objects.filter(case=cast.case, part="main").order_by("-pk")[0].pk
    with connection.cursor() as cursor:
        people.drop_triggers(cursor)
        cursor.execute(TAMPERED[name].format(last=last))
    with pytest.raises(BrokenLogError):
        read(cast)


def test_known_heads_that_are_no_more_are_read_whole(cast):
    known = read(cast)
    write(cast.case)
    heads = storage.heads(cast.case.pk, JUDGE)
    other = tuple((part, owner, number, "0" * 64) for part, owner, number, _ in heads)
    log = known.log
    assert storage.onward(cast.case.pk, heads, log, other) is None
    assert storage.onward(cast.case.pk, heads, log, known.heads) is None
    assert storage.onward(cast.case.pk, heads, log, ()) is None


def test_what_is_written_while_we_read_is_not_taken_for_the_older_state(cast, monkeypatch):
    heads = storage.heads
    state = heads(cast.case.pk, JUDGE)
    write(cast.case)
    monkeypatch.setattr(storage, "heads", lambda *_: state)
    old = read(cast)
    assert old.heads == state
    assert old.log.heads[MAIN][0] == {(p, o): n for p, o, n, _ in state}["main", ""]
    monkeypatch.setattr(storage, "heads", heads)
    assert read(cast).log.heads[MAIN][0] == old.log.heads[MAIN][0] + 1
    assert SHELF.get((cast.case.pk, JUDGE, state, Reader.JUDGE, timezone.localdate())) is old
