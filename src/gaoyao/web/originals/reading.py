"""The body of a reading: originals out of the vault, a process that reads them, everything back into the vault, a case."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import IO, Any, Protocol

from django.conf import settings

from gaoyao.dossier import raw
from gaoyao.dossier.log import Log
from gaoyao.intake.folder import recognised
from gaoyao.intake.sources.store import Store
from gaoyao.web.cases.actions import one_line, open_case
from gaoyao.web.jobs.models import Job
from gaoyao.web.jobs.running import JobError, Outcome, StoppedError, Told
from gaoyao.web.originals import child
from gaoyao.web.originals.listed import files, keep
from gaoyao.web.originals.models import Original, Upload
from gaoyao.web.originals.vault import COVERAGE, ORIGINAL, PAGES, RECOGNISED, LostOriginalError, Vault

SILENT = 15 * 60
"""Seconds without any progress after which the reading is ended: one page never takes that long."""
COVERAGE_NAME = "report"


class Teller(Protocol):
    """Where the body of a reading says where it is."""

    @property
    def place(self) -> str:
        """Which file or page was told last."""

    def __call__(self, what: str, done: int, total: int, place: str = "") -> None:
        """Progress; raises where the job is to stop."""

    def look(self, *, force: bool = False) -> None:
        """The same without news."""


def read(job: Job, told: Told) -> Outcome:
    """Read what was uploaded; the case is opened in the transaction that ends the job."""
    upload = Upload.objects.select_related("account").get(key=job.options["upload"])
    room = room_of(upload)
    try:
        return _read(job, upload, room, told)
    except (StoppedError, JobError):
        shutil.rmtree(room, ignore_errors=True)
        raise


def _read(job: Job, upload: Upload, room: Path, told: Told) -> Outcome:
    vault = Vault(upload)
    if not (room / child.WHOLE).exists():
        _stage(upload, vault, room, told)
        read_apart(job, upload.title, room, told)
    log = raw.load((room / child.DRAFT).read_bytes())
    report = json.loads((room / child.REPORT).read_text(encoding="utf-8"))
    if not report["pages"]:
        raise JobError(
            "没有一个文件能打开成页，没有开立案件",
            "请按所列的原因另存为 PDF、Word、图片或者文本后重新上传",
            troubles(report["volumes"]),
        )
    keep_read(vault, room, [one["sha256"] for one in report["volumes"]], told)
    keep_report(vault, report)
    return Outcome(
        _summary(report),
        lambda ended: _open(ended, upload, log, report),
        lambda: shutil.rmtree(room, ignore_errors=True),
    )


def room_of(upload: Upload) -> Path:
    """Where the reading keeps plain files while it runs."""
    folder: Path = settings.WORK / "rooms" / upload.key
    return folder


def _stage(upload: Upload, vault: Vault, room: Path, told: Told) -> None:
    """Plain copies of the originals for the parsers; what an earlier run copied is there already."""
    originals = list(upload.originals.filter(given=True))
    room.mkdir(parents=True, exist_ok=True, mode=0o700)
    for number, one in enumerate(originals, 1):
        target = room / "in" / one.name
        told("取出原件", number, len(originals), one.name)
        if not (target.is_file() and target.stat().st_size == one.size):
            try:
                vault.extract(one.sha256, target)
            except LostOriginalError as error:
                raise JobError(str(error), "请重新上传", one.name) from error


def read_apart(job: Job, title: str, room: Path, told: Teller, outside: int = 0) -> None:
    """Read what is in the room in a process of its own; `outside`: unread pages of papers that are not here.

    Raises JobError where it ends without having read everything to its end.
    """
    who = one_line(f"{job.account.name}（{job.account.profession.label}，{job.account.username}）")
    command = [sys.executable, "-m", "gaoyao.web.originals.child", str(room / "in"), str(room), title, who,
               job.created.astimezone().isoformat(timespec="seconds"), str(settings.OCR_PROCESSES), str(outside)]  # fmt: skip
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GAOYAO_")}
    process = subprocess.Popen(  # noqa: S603 - our own module; names are arguments, never a shell
        command, env=plain | {"PYTHONIOENCODING": "utf-8"}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    try:
        _follow(process, told)
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
    if not (room / child.WHOLE).exists():
        raise JobError(
            f"读取的进程意外结束（代码 {process.returncode}），没有读成", "多半是这个文件已损坏或者过大：请把它另存为 PDF 后换掉，或者拿出来以后重新上传", told.place
        )  # fmt: skip


def _follow(process: subprocess.Popen[str], told: Teller) -> None:
    lines: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_pass_on, args=(process.stdout, lines), daemon=True).start()
    last = time.monotonic()
    while True:
        try:
            line = lines.get(timeout=0.5)
        except queue.Empty:
            told.look()
            if time.monotonic() - last > SILENT:
                raise JobError(
                    "读取停住了，十五分钟没有进展",
                    "请拿出这个文件以后重新上传，并把它告诉管理员",
                    told.place,
                ) from None
            continue
        if line is None:
            process.wait()
            return
        last = time.monotonic()
        what, done, total, place = json.loads(line)
        told(what, done, total, place)


def _pass_on(stream: IO[str] | None, lines: queue.Queue[str | None]) -> None:
    try:
        for line in stream or ():
            lines.put(line)
    finally:
        lines.put(None)


def keep_read(vault: Vault, room: Path, given: Iterable[str], told: Teller) -> None:
    """Members of archives, the text of every page, and what was recognised go into the vault."""
    hashes = list(dict.fromkeys(sha256 for sha256 in given if sha256))
    store = Store(room / "store")
    for number, sha256 in enumerate(hashes, 1):
        told("保存", number, len(hashes), "")
        plain, pages = store.path_of(sha256), store.pages_of(sha256)
        if plain.is_file() and not vault.has(ORIGINAL, sha256):
            with plain.open("rb") as stream:
                vault.put(ORIGINAL, sha256, stream)
        for kind, path in ((PAGES, pages), (RECOGNISED, recognised(pages))):
            if path.is_file():
                vault.put(kind, sha256, path.read_bytes())


def keep_report(vault: Vault, report: dict[str, Any]) -> None:
    """The coverage report goes into the vault."""
    vault.put(COVERAGE, COVERAGE_NAME, json.dumps(report, ensure_ascii=False).encode())


def troubles(volumes: Iterable[dict[str, Any]]) -> str:
    """The first files that could not be opened, and why."""
    told = [f"{one['name']}：{one['problem']}" for one in volumes if one["problem"]]
    return "；".join(told[:5]) + ("……" if len(told) > 5 else "")


def _summary(report: dict[str, Any]) -> dict[str, Any]:
    states = report["pages_by_state"]
    return {
        "files": report["files"], "pages": report["pages"], "unread": report["unread_pages"], "recognised": states.get("ocr", 0),
        "documents": len(report["documents"]), "proposals": report["proposals"], "links": report["links"],
    }  # fmt: skip


def _open(job: Job, upload: Upload, log: Log, report: dict[str, Any]) -> None:
    """Open the case, and say which originals it has."""
    job.case = upload.case = open_case(upload.account, log)
    upload.save(update_fields=["case"])
    given = {one.name for one in files(upload)}
    keep(upload, rows_of(upload, report["volumes"], given), upload.title)


def rows_of(upload: Upload, volumes: Iterable[dict[str, Any]], given: Collection[str]) -> list[Original]:
    """The files of an upload as its report names them; `given` are those that were uploaded by themselves."""
    return [
        Original(
            upload=upload, place=n, name=one["name"], sha256=one["sha256"], size=one["bytes"], form=one["form"], pages=len(one["pages"]),
            given=one["name"] in given,
        ) for n, one in enumerate(volumes, 1) if one["sha256"]
    ]  # fmt: skip
