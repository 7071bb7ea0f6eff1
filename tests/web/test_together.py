"""同时修改：不同的内容都留下；日志始终只有一条链。数据是真正提交的，不回滚。"""

import random
import subprocess
import sys
import time
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


WRITER = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "gaoyao.web.settings"
import django
django.setup()
from gaoyao.dossier.vocabulary import Item
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.actions import perform
from gaoyao.web.evidence.actions import EditCell
account = Account.objects.get(username=sys.argv[1])
number = 0
while True:
    number += 1
    made = perform(account, sys.argv[2], EditCell(Item.summary, "E14", f"{sys.argv[3]}-{number}"))
    print(made.hash, flush=True)
"""


def test_what_was_acknowledged_survives_a_kill(database):
    # 正在连续保存时强行结束进程，十次；告诉过客户“已保存”的一次也没有丢，日志没有断
    case = Case.objects.create()
    storage.append_log(case.pk, load(CASE).log)
    account = Account.objects.open(f"killed-{case.key}", "某人", Role.CLERK, "a" * 16, one_time=False)
    Assignment.objects.create(case=case, account=account, role=Role.CLERK.value)
    connection.close()
    acknowledged, chance = [], random.Random(20130809)
    for turn in range(10):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, account.username, case.key, str(turn)],
            stdout=subprocess.PIPE,
            text=True,
        )
        acknowledged.append(writer.stdout.readline().strip())
        time.sleep(chance.random() / 4)
        writer.kill()
        acknowledged += writer.stdout.read().split()
        writer.wait()
        writer.stdout.close()
    log = storage.load(case.pk, {MAIN})
    kept = {one.hash for one in log.revisions}
    assert sum(len(one) == 64 for one in acknowledged) >= 10  # 每次都有写完了的
    assert [one for one in acknowledged if len(one) == 64 and one not in kept] == []
    assert len(kept) - 1 <= len(acknowledged) + 10  # 每次至多多出一次已提交而来不及告知的
