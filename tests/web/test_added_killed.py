"""补充材料读到一半，后台进程被 kill -9：重新启动就接着做，并入一次，与没有中断的一样，没有留下明文。"""

import json
import random
import subprocess
import time

from tests.web.test_killed import Installation

ADD = """
from django.test import Client
from gaoyao.dossier.view import Role
from gaoyao.web.accounts.models import Account
from gaoyao.web.jobs.models import Job
from tests.intake.papers import scan, scan_pdf, text_pdf
from tests.web import volumes
from tests.web.test_adding import send
client = Client(headers={"host": "127.0.0.1"})
client.force_login(Account.objects.get(username="judge"))
case = Job.objects.get(kind="read").case
scans = scan_pdf(*(scan(volumes.witness(n, "韩某"), width=930, height=1316, size=25, seed=50 + n) for n in range(3)))
given = {"补卷/补充讯问.pdf": text_pdf(volumes.questioning(4, 20, "青岭县看守所讯问室")), "补卷/扫描.pdf": scans}
print(send(client, case.key, given).headers["Location"].split("/")[2])
"""
TELL = """
import json
from gaoyao.dossier.view import readable
from gaoyao.dossier.wire import assertion_lines
from gaoyao.web.jobs.models import Job
from gaoyao.web.ledger import storage
from gaoyao.web.originals.models import Upload
job = Job.objects.get(kind="add")
log = storage.load(job.case_id, readable("judge"))
print(json.dumps([job.status, job.problem, job.result, len(log.revisions), Upload.objects.count(), assertion_lines(log.assertions())]))
"""


def installed(data):
    made = Installation(data)
    assert made.worker().wait(600) == 0
    made.script(ADD)
    return made


def test_killed_while_it_reads_it_merges_once(tmp_path):
    whole = installed(tmp_path / "whole")
    assert whole.worker().wait(600) == 0
    wanted = json.loads(whole.script(TELL))
    assert wanted[:2] == ["done", ""]
    seed = random.SystemRandom().randrange(10**6)
    chance, made = random.Random(seed), installed(tmp_path / "killed")
    for _ in range(2):
        worker = made.worker()
        try:
            worker.wait(chance.uniform(2, 20))
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
        until = time.monotonic() + 60
        while made.processes():
            assert time.monotonic() < until, f"种子 {seed}：还有进程"
            time.sleep(0.1)
    assert made.worker().wait(600) == 0
    told = json.loads(made.script(TELL))
    assert told == wanted, f"种子 {seed}"
    assert not list((tmp_path / "killed" / "work" / "rooms").glob("*"))
