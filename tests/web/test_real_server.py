"""真的服务进程：阅读登记按时写入，正常停止时也写入；旧的明文分卷在升级时密封。"""

import http.client
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.kill import CASE, PREPARE, Server

ROOT = Path(__file__).resolve().parents[2]


class Place:
    """An installation of its own."""

    def __init__(self, folder, **settings):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOYAO_")}
        self.environment = kept | {"GAOYAO_WEB_DATA": str(folder)} | settings
        self.folder = folder

    def run(self, *words):
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "gaoyao.web", *words],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def readings(self):
        code = (
            "from gaoyao.web.audit.models import Reading; print(Reading.objects.filter(what='case').count())"
        )
        return int(self.run("shell", "-v0", "-c", code))


@pytest.mark.parametrize(
    ("seconds", "stop"),
    [
        # 每秒写一次：服务还在运行，登记已经写入
        ("1", False),
        # 一小时写一次：正常停止时写入
        ("3600", True),
    ],
)
def test_a_reading_is_written_in_time_or_at_the_end(tmp_path, seconds, stop):
    place = Place(tmp_path / "data", GAOYAO_WEB_READS_SECONDS=seconds)
    place.run("migrate", "-v0")
    key, session, _ = json.loads(place.run("shell", "-v0", "-c", PREPARE.format(path=str(CASE))))
    server = Server(place.environment, tmp_path / "log")
    try:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        connection.request("GET", f"/cases/{key}/", headers={"Cookie": f"sessionid={session}"})
        assert connection.getresponse().status == 200
        connection.close()
        if stop:
            assert place.readings() == 0
        else:
            for _ in range(20):
                if place.readings():
                    break
                time.sleep(0.2)
            assert place.readings() == 1
    finally:
        server.stop()
    assert place.readings() == 1


PLAIN = """
from pathlib import Path
from gaoyao.dossier.exchange import load
from gaoyao.dossier.schema import Part
from gaoyao.web.cases.models import Case
from gaoyao.web.ledger.boxes import record_row, revision_row
from gaoyao.web.ledger.models import Record
case = Case.objects.create(key="plaincase")
log = load(Path({path!r})).log
with log.begin(Part.DEFENCE, "录入人", "录入", "理由", "2026-11-01T09:00:00", "d") as change:
    change.declare("doubt", "DX")
    change.put("doubt", "DX", "about", "从前的明文记号")
for act in log.revisions:
    row = revision_row(case.pk, act, None)
    row.save()
    Record.objects.bulk_create([
        record_row(row, place, one, None)
        for place, one in enumerate(log.chain(act.part, act.part_owner).records[act.number - 1], 1)
    ])
open({to!r}, "wb").write(log.dump())
"""
SEALED = """
from gaoyao.dossier.schema import Part
from gaoyao.web.cases.models import Case
from gaoyao.web.ledger import storage
from gaoyao.web.ledger.models import Revision
from django.db import DatabaseError, connection
keys = [(Part(part), owner) for part, owner in Revision.objects.values_list("part", "owner").distinct()]
log = storage.load(Case.objects.get().pk, keys)
print(log.dump() == open({to!r}, "rb").read())
try:
    Revision.objects.update(actor="x")
except DatabaseError as error:
    print("只能追加" in str(error))
connection.cursor().execute("VACUUM")
"""


def test_what_was_written_before_encryption_is_sealed_by_the_upgrade(tmp_path):
    """升级以后：明文不见了，日志逐字节相同，触发器仍在。"""
    place = Place(tmp_path / "data")
    dump = str(tmp_path / "log.jsonl")
    place.run("migrate", "-v0", "ledger", "0003")
    place.run("shell", "-v0", "-c", PLAIN.format(path=str(CASE), to=dump))
    place.run("migrate", "-v0")
    assert place.run("shell", "-v0", "-c", SEALED.format(to=dump)).split() == ["True", "True"]
    kept = b"".join(path.read_bytes() for path in place.folder.glob("workbench.sqlite3*"))
    assert "从前的明文记号".encode() not in kept
    assert "危险驾驶".encode() in kept  # 正卷的文字本来就不加密
