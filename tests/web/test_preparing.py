"""worker 在旁边准备案件列表：没有人问也准备，改动以后自己补上，被 kill -9 以后别的进程接着做，打开列表不审查。"""

import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FIRST = "import json, django; django.setup()\nfrom tests.web import people\n"
OPEN = """
from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import Role
from gaoyao.web.cases.models import Assignment, Case
from gaoyao.web.ledger import storage
case = Case.objects.create()
storage.append_log(case.pk, load(people.CASE, actor="测试", at="2026-11-01T09:00:00").log)
Assignment.objects.create(case=case, account=people.account("judge", Role.JUDGE), role=Role.JUDGE.value)
print(json.dumps([case.pk, case.key]))
"""
CHANGE = """
from gaoyao.dossier.chain import MAIN
from gaoyao.dossier.model import Basis
from gaoyao.dossier.schema import Part
from gaoyao.web.cases.models import Case
from gaoyao.web.ledger import storage
case = Case.objects.get()
log = storage.load(case.pk, {MAIN})
with log.begin(Part.MAIN, "测试", "更正", "测试", "2026-11-02T09:00:00") as tx:
    tx.put("item", "E01", "title", "改过的名称", basis=Basis.CONFIRMED)
storage.append(case.pk, tx.revision, log.chain(*MAIN).records[-1])
print(json.dumps(""))
"""
LOOK = """
from django.test import Client
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases import reading
def refused(*_, **__):
    raise AssertionError("列表当场审查了")
reading.review = refused
client = Client(headers={"host": "127.0.0.1"})
client.force_login(Account.objects.get(username="judge"))
print(json.dumps(people.text(client.get("/"))))
"""


class Installation:
    """一个安装：自己的数据文件夹，命令都是真的进程。"""

    def __init__(self, data):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOYAO_")}
        self.data, self.workers = data, []
        self.env = kept | {
            "GAOYAO_WEB_DATA": str(data), "DJANGO_SETTINGS_MODULE": "gaoyao.web.settings", "GAOYAO_WEB_READS_SECONDS": "0",
            "PYTHONPATH": os.pathsep.join([str(ROOT), *kept.get("PYTHONPATH", "").split(os.pathsep)]),
        }  # fmt: skip
        migrate = [sys.executable, "-m", "gaoyao.web", "migrate", "--verbosity", "0"]
        subprocess.run(migrate, env=self.env, cwd=ROOT, check=True)

    def script(self, text):
        command = [sys.executable, "-c", FIRST + text]
        done = subprocess.run(command, env=self.env, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout.splitlines()[-1])

    def worker(self):
        started = subprocess.Popen([sys.executable, "-m", "gaoyao.web", "worker"], env=self.env, cwd=ROOT)
        self.workers.append(started)
        return started

    def state(self):
        """现在保存着的一行是哪个状态的；还没有就是空。"""
        with sqlite3.connect(f"file:{self.data / 'workbench.sqlite3'}?mode=ro", uri=True) as base:
            found = base.execute("SELECT state FROM cases_listed").fetchall()
        base.close()
        return found[0][0] if found else ""

    def until_other(self, before):
        end = time.monotonic() + 180
        while (now := self.state()) in ("", before):
            assert time.monotonic() < end, "三分钟没有准备好"
            time.sleep(0.2)
        return now


@pytest.fixture
def installation(tmp_path):
    made = Installation(tmp_path)
    yield made
    for one in made.workers:
        one.kill()
        one.wait()


def test_a_worker_prepares_what_nobody_asked_for_and_another_takes_over(installation):
    _, key = installation.script(OPEN)
    first = installation.worker()
    state = installation.until_other("")
    told = installation.script(LOOK)
    assert key in told
    assert "正在准备" not in told
    assert "抢劫" in told
    first.kill()
    first.wait()
    installation.script(CHANGE)
    # 没有 worker 时列表不显示旧的数字，也不当场审查
    assert "正在准备" in installation.script(LOOK)
    assert installation.state() == state
    installation.worker()
    installation.until_other(state)
    assert "正在准备" not in installation.script(LOOK)
