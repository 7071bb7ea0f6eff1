"""读取进行到一半，后台进程被 kill -9 几次，时刻随机：最后的案件与没有中断的完全一样，没有一页识别两次，没有留下进程和明文。"""

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLS = 5
ASK = """
import json, sys
from django.test import Client
from gaoyao.dossier.view import Role
from tests.web import people, volumes
judge = people.account("judge", Role.JUDGE)
client = Client(headers={"host": "127.0.0.1"})
client.force_login(judge)
answer = volumes.send(client, volumes.files(pages=14, scans=3))
print(answer.headers["Location"].split("/")[2])
"""
TELL = """
import json
from gaoyao.dossier.view import readable
from gaoyao.dossier.wire import assertion_lines
from gaoyao.web.jobs.models import Job
from gaoyao.web.cases.models import Case
from gaoyao.web.ledger import storage
job = Job.objects.get()
lines = assertion_lines(storage.load(job.case_id, readable("judge")).assertions()) if job.case_id else []
print(json.dumps([job.status, job.problem, job.attempts, Case.objects.count(), lines, job.result]))
"""


class Installation:
    """一个安装：自己的数据文件夹，命令都是真的进程。"""

    def __init__(self, data):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOYAO_")}
        self.data = data
        self.env = kept | {
            "GAOYAO_WEB_DATA": str(data), "DJANGO_SETTINGS_MODULE": "gaoyao.web.settings", "PYTHONPATH": str(ROOT), "GAOYAO_WEB_OCR_PROCESSES": "1",
        }  # fmt: skip
        self.command("migrate", "--verbosity", "0")
        self.key = self.script(ASK).strip()

    def command(self, *arguments):
        subprocess.run([sys.executable, "-m", "gaoyao.web", *arguments], env=self.env, cwd=ROOT, check=True)

    def script(self, text):
        first = "import django; django.setup()\n"
        done = subprocess.run(
            [sys.executable, "-c", first + text],
            env=self.env,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout.strip().splitlines()[-1]

    def worker(self):
        return subprocess.Popen(
            [sys.executable, "-m", "gaoyao.web", "worker", "--once"], env=self.env, cwd=ROOT
        )

    def recognised(self):
        """每个原件每一页在识别结果里出现几次。"""
        found = Counter()
        for path in (self.data / "work" / "rooms").glob("*/store/pages/*.ocr.jsonl"):
            for line in path.read_bytes().split(b"\n"):
                try:
                    found[path.name, json.loads(line)[1]] += 1
                except ValueError:
                    continue  # 被 kill 切断的一行，下次重读
        return found

    def processes(self):
        """命令行里有这个数据文件夹的进程。"""
        found = []
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                if str(self.data).encode() in path.read_bytes():
                    found.append(path.parent.name)
            except OSError:
                continue
        return found


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory):
    made = Installation(tmp_path_factory.mktemp("whole"))
    assert made.worker().wait(300) == 0
    return json.loads(made.script(TELL))


def test_killed_again_and_again_it_reads_every_page_once(uninterrupted, tmp_path):
    seed = random.SystemRandom().randrange(10**6)
    chance = random.Random(seed)
    made = Installation(tmp_path)
    seen = Counter()
    for _ in range(KILLS):
        worker = made.worker()
        try:
            worker.wait(chance.uniform(1.5, 14))
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
        # 进程一死，它派出的进程也结束
        until = time.monotonic() + 30
        while made.processes():
            assert time.monotonic() < until, f"种子 {seed}：还有进程 {made.processes()}"
            time.sleep(0.1)
        now = made.recognised()
        if now:
            assert all(now[page] >= seen[page] for page in seen), f"种子 {seed}：已经识别的丢了"
            seen = now
        assert all(count == 1 for count in now.values()), f"种子 {seed}：{now}"
    assert made.worker().wait(300) == 0
    told = json.loads(made.script(TELL))
    status, problem, attempts, cases, lines, result = told
    assert (status, problem, cases) == ("done", "", 1), f"种子 {seed}"
    assert 1 <= attempts <= KILLS + 1, f"种子 {seed}"
    assert (lines, result) == (uninterrupted[4], uninterrupted[5]), f"种子 {seed}"
    assert not list((tmp_path / "work" / "rooms").glob("*"))
