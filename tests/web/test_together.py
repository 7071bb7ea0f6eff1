"""同时修改：不同的内容都留下；日志始终只有一条链。数据是真正提交的，不回滚。"""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection, connections

from gaoyao.dossier.exchange import load
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import Role, View
from gaoyao.dossier.vocabulary import Item
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.actions import perform
from gaoyao.web.cases.models import Assignment, Case
from gaoyao.web.evidence.actions import EditCell
from gaoyao.web.ledger import storage
from tests.web.people import CASE

MAIN = (Part.MAIN, "")
EDITS = 6


def test_six_people_edit_different_cells_at_once(database):
    case = Case.objects.create()
    log = load(CASE).log
    storage.append_log(case.pk, log)
    items = View(log, {MAIN}).subjects("item")
    people = []
    for number in range(EDITS):
        one = Account.objects.open(
            f"together-{case.key}-{number}", f"同事{number}", Role.CLERK, "a" * 16, one_time=False
        )
        Assignment.objects.create(case=case, account=one, role=Role.CLERK.value)
        people.append(one)

    def edit(number):
        try:
            return [
                perform(people[number], case.key, EditCell(Item.police_note, item, False)).hash
                for item in items[number * 3 : number * 3 + 3]
            ]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(EDITS) as pool:
        acknowledged = {hash_ for hashes in pool.map(edit, range(EDITS)) for hash_ in hashes}
    connection.close()
    after = storage.load(case.pk, {MAIN})
    assert acknowledged <= {one.hash for one in after.revisions}
    assert len(after.revisions) == 1 + EDITS * 3
    view = View(after, {MAIN})
    assert [view.live(Item.police_note, item).value for item in items[: EDITS * 3]] == [False] * (EDITS * 3)
