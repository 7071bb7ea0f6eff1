"""备份和恢复：SQLite → PostgreSQL → SQLite 走一圈，逐字节相同；半个备份、改过的备份、非空的安装、没有密钥，都不恢复。"""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from gaoyao.web.audit import heads
from gaoyao.web.backup import saving
from gaoyao.web.backup.archive import BackupError, Reader, writing
from tests.web.people import SECRETS
from tests.web.test_postgresql import postgresql  # noqa: F401 - 测试夹具

ROOT = Path(__file__).resolve().parents[2]


class Installation:
    """A real installation in its own folder, with its own database, used through its commands."""

    def __init__(self, folder, keys=None, database=""):
        self.folder = folder
        folder.mkdir()
        if keys is not None:
            shutil.copy2(keys.folder / "keys.json", folder / "keys.json")
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOYAO_")}
        self.environment = kept | {"GAOYAO_WEB_DATA": str(folder), "GAOYAO_WEB_DATABASE": database}

    def run(self, *words, good=True):
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "gaoyao.web", *map(str, words)],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode == 0) is good, done.stdout + done.stderr
        return done.stdout if good else done.stderr

    def state(self):
        """What every person may read of every case, the check of every log, and the heads."""
        return json.loads(self.run("shell", "-v0", "-c", STATE))


STATE = """
import hashlib, io, json
from django.core.management import call_command
from gaoyao.audit.packing import pack
from gaoyao.dossier.exchange import save
from gaoyao.web.audit import heads
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import Policy
from gaoyao.web.ledger import storage
out = {}
for words in (("verify_log",), ("audit_head", "--list")):
    told = io.StringIO()
    call_command(*words, stdout=told)
    out[words[0]] = told.getvalue()
for one in Assignment.objects.order_by("pk"):
    log = storage.load(one.case_id, Policy(one.account).parts(one))
    for what, data in (("yaml", save(log).encode()), ("log", log.dump()), ("zip", pack(log.dump(), heads.proofs(one.case.key, log)))):
        out[f"{one.case.key} {one.account.username} {what}"] = hashlib.sha256(data).hexdigest()
print(json.dumps(out))
"""


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The demonstration cases (invented), heads, an original, on SQLite."""
    made = Installation(tmp_path_factory.mktemp("backup") / "first")
    made.run("serve", "--prepare-only")
    made.run("audit_head")
    original = made.folder / "originals" / "upload" / "original" / "0a1b"
    original.parent.mkdir(parents=True)
    original.write_bytes(os.urandom(3_000_000))
    (original.parent / "0c.new").write_bytes(b"half")
    return made


@pytest.fixture(scope="module")
def backup(first):
    path = first.folder.parent / "first.backup"
    first.run("backup", path)
    return path


def members(path):
    return Reader(path).manifest.members


def test_the_round_trip_over_both_databases_changes_not_a_byte(first, backup, postgresql, tmp_path):  # noqa: F811
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("CREATE DATABASE restored")
    before, source = first.state(), backup
    assert len(before) > 30
    for name, database in (("second", postgresql.replace("/postgres", "/restored")), ("third", "")):
        there = Installation(tmp_path / name, first, database)
        there.run("migrate", "-v0")
        assert "逐表读回相符" in there.run("restore", source)
        # 日志、校验头、每个人能读到的每件案件，逐字节相同
        assert there.state() == before
        source = tmp_path / f"{name}.backup"
        there.run("backup", source)
        assert members(source) == members(backup)
    # 恢复以后能继续做：新的账户，编号接着排；不再是空的，不再恢复
    there.run("account", "open", "newcomer", "--name", "新人", "--role", "judge")
    assert "不是空的" in there.run("restore", source, good=False)


def test_the_backup_holds_no_key_and_no_word_of_a_closed_part(cast, tmp_path):
    heads.make("2026-11-01")
    path = tmp_path / "x.backup"
    saving.save(path)
    with zipfile.ZipFile(path) as inside:
        content = b"".join(inside.read(name) for name in inside.namelist())
    seen = {part.value for (part, _), secret in SECRETS.items() if secret.encode() in content}
    assert seen == {"main"}
    for value in json.loads(settings.KEY_FILE.read_text())["keys"].values():
        assert value.encode() not in content
    assert path.stat().st_mode & 0o077 == 0


def test_without_its_keys_nothing_is_restored(backup, tmp_path):
    there = Installation(tmp_path / "keyless")
    there.run("migrate", "-v0")
    told = there.run("restore", backup, good=False)
    assert "密钥文件里没有" in told
    assert "没有改动" in told
    assert there.run("verify_log") == ""


def test_a_running_installation_is_never_overwritten(cast, backup):
    with pytest.raises(CommandError, match="不是空的"):
        call_command("restore", str(backup))


def test_an_existing_backup_is_never_overwritten(db, tmp_path):
    path = tmp_path / "x.backup"
    path.write_text("以前的备份")
    with pytest.raises(CommandError, match="已经存在"):
        call_command("backup", str(path))
    assert path.read_text() == "以前的备份"


def test_a_backup_that_breaks_off_leaves_no_file(db, tmp_path):
    path = tmp_path / "x.backup"
    with pytest.raises(KeyboardInterrupt), writing(path) as out:  # noqa: PT012
        out.table("a", ["1"])
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(CommandError, match="写不进去"):
        call_command("backup", str(tmp_path / "没有的文件夹" / "x.backup"))


def rewritten(backup, target, change):
    """A backup whose members somebody changed: `change` gets name and data and gives data, or None to leave out."""
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            data = change(name, source.read(name))
            if data is not None:
                made.writestr(name, data)


DAMAGED = [
    ("没有清单", lambda name, data: None if name == "manifest.json" else data, "没有做完"),
    ("清单坏了", lambda name, data: data[:-9] if name == "manifest.json" else data, "读不出来"),
    ("清单是别的", lambda name, data: b"[]" if name == "manifest.json" else data, "清单读不出来"),
    (
        "别的格式",
        lambda name, data: data.replace(b"gaoyao-backup", b"other") if name == "manifest.json" else data,
        "不是皋陶",
    ),
    ("少一张表", lambda name, data: None if "revision" in name else data, "与清单不符"),
    (
        "表里改一字",
        lambda name, data: data.replace("演示".encode(), "改动".encode()) if "account" in name else data,
        "校验值不符",
    ),
    ("表里少一行", lambda name, data: data.split(b"\n", 1)[1] if "record" in name else data, "校验值不符"),
    ("原件被换", lambda name, data: b"x" * len(data) if name.startswith("originals") else data, "校验值不符"),
]


@pytest.mark.parametrize(("what", "change", "told"), DAMAGED)
def test_a_changed_backup_is_refused(backup, tmp_path, what, change, told):
    path = tmp_path / "x.backup"
    rewritten(backup, path, change)
    with pytest.raises(BackupError, match=told):
        Reader(path).check()


@pytest.mark.parametrize("share", [0, 1, 10, 50, 90, 99])
def test_half_a_backup_is_refused(backup, tmp_path, share):
    data = backup.read_bytes()
    path = tmp_path / "x.backup"
    path.write_bytes(data[: len(data) * share // 100])
    with pytest.raises(BackupError):
        Reader(path).check()


@pytest.mark.parametrize("byte", [0x00, 0x07, 0xFF])
def test_a_backup_damaged_inside_is_refused(backup, tmp_path, byte):
    """压缩内容中间坏了的备份：说是损坏，不写入任何内容，不是程序出错。"""
    with zipfile.ZipFile(backup) as made:
        table = next(
            one
            for one in made.infolist()
            if one.compress_type == zipfile.ZIP_DEFLATED and one.compress_size > 60
        )
    data = bytearray(backup.read_bytes())
    start = data.index(table.filename.encode()) + len(table.filename) + 28  # past name and zip64 field
    data[start : start + 20] = bytes([byte]) * 20
    path = tmp_path / "x.backup"
    path.write_bytes(data)
    with pytest.raises(BackupError, match="损坏"):
        Reader(path).check()


@pytest.mark.parametrize("name", ["../x", "/etc/x", "tables/../../x", "elsewhere", "originals\\..\\x"])
def test_a_backup_never_writes_outside(backup, tmp_path, name):
    path = tmp_path / "x.backup"
    shutil.copy(backup, path)
    manifest = json.loads(zipfile.ZipFile(backup).read("manifest.json"))
    manifest["members"][name] = {"sha256": "", "size": 1}
    rewritten(
        backup, path, lambda one, data: json.dumps(manifest).encode() if one == "manifest.json" else data
    )
    with zipfile.ZipFile(path, "a") as made:
        made.writestr(name, "x")
    with pytest.raises(BackupError, match="与清单不符"):
        Reader(path)


def test_a_missing_file_is_told(db, tmp_path):
    with pytest.raises(CommandError, match="读不出来"):
        call_command("restore", str(tmp_path / "没有.backup"))
