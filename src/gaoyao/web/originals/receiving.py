"""Files from a browser: streamed to the disk within the limits, sealed into the vault, and one reading asked for."""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload, TemporaryFileUploadHandler
from django.db import transaction
from django.http import HttpRequest

from gaoyao.dossier.model import DossierError
from gaoyao.dossier.vocabulary import Case
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.actions import one_line
from gaoyao.web.cases.models import Case as CaseRow
from gaoyao.web.cases.reading import Desk
from gaoyao.web.jobs.models import OPEN, READINGS, Job, Kind, Status
from gaoyao.web.jobs.queue import ask, fingerprint
from gaoyao.web.ledger.boxes import closed
from gaoyao.web.originals.listed import keep
from gaoyao.web.originals.models import Original, Upload
from gaoyao.web.originals.vault import ORIGINAL, Vault
from gaoyao.web.sealing.keys import of_installation

_BLOCK = 1 << 20
LONGEST_STEM = 60
MOST_FILES = 2000
HOURS = 24
"""What nothing knows of is kept so long: an upload under way is younger."""


class TooMuchError(StopUpload):
    """More bytes than the limit; the connection is closed without reading the rest."""


class _Quota(FileUploadHandler):
    """Counts what comes in and stops beyond the limit."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.seen = 0
        self.over = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Pass the chunk on, or end the upload."""
        self.seen += len(raw_data)
        if self.seen > settings.MATERIAL_LARGEST:
            self.over = True
            raise TooMuchError(connection_reset=True)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Another handler keeps the file."""
        return


@dataclass(frozen=True, slots=True)
class Given:
    """One file as it came: a path inside the chosen folder, its hash, and where its bytes are."""

    name: str
    sha256: str
    file: UploadedFile[Any]


def prepare(request: HttpRequest) -> _Quota:
    """Handlers for this request: everything goes to files in the data folder, nothing is held in memory."""
    settings.INCOMING.mkdir(parents=True, exist_ok=True, mode=0o700)
    quota = _Quota(request)
    request.upload_handlers = [quota, TemporaryFileUploadHandler(request)]
    return quota


def too_much() -> DossierError:
    """What is said when the limit is exceeded."""
    most = settings.MATERIAL_LARGEST // 1024 // 1024
    return DossierError(
        (f"材料合计超过 {most} MB，没有接收。请分卷上传，或者用命令 gaoyao read 读取后载入案件文件。",)
    )


def receive(account: Account, request: HttpRequest, quota: _Quota) -> Job:
    """Keep the files of a request and ask for their reading; the same files again find the same job.

    Raises DossierError where there are no files, or too many.
    """
    title, given = _within(list(_files(request, quota)))
    return _asked(Kind.READ, Upload(account=account, title=title), given, fingerprint(*_names(given)), title)


def receive_more(desk: Desk, request: HttpRequest, quota: _Quota) -> Job:
    """The same for papers that are added to a case: into the part that this person writes to.

    Of a closed part the database learns no name: the title and the names stand in the sealed list.
    """
    title, given = _within(list(_files(request, quota)))
    part, owner = desk.policy.writes(desk.assignment, Case.kind)
    upload = Upload(account=desk.policy.account, title=title, part=part.value, owner=owner)
    names = (desk.case.key, part.value, owner, *_names(given))
    if not closed(part):
        return _asked(Kind.ADD, upload, given, fingerprint(*names), title, desk.case)
    mark = of_installation("uploads").commitment(*names)
    return _asked(Kind.ADD, upload, given, mark, part.label, desk.case)


def _names(given: list[Given]) -> list[str]:
    return [f"{one.name} {one.sha256}" for one in sorted(given, key=lambda one: one.name)]


def _asked(
    kind: Kind, upload: Upload, given: list[Given], mark: str, title: str, case: CaseRow | None = None
) -> Job:
    """Seal the files and ask for their reading, where the same was not asked before."""
    account = upload.account
    known = Job.objects.filter(account=account, kind=kind, fingerprint=mark).first()
    if known is not None and (known.open or known.status == Status.DONE):
        return known
    whole, upload.title = upload.title, title
    upload.save()
    vault = Vault(upload)
    try:
        for one in {one.sha256: one for one in given}.values():
            one.file.seek(0)
            vault.put(ORIGINAL, one.sha256, cast(BinaryIO, one.file))
        with transaction.atomic():
            keep(upload, [
                Original(upload=upload, place=n, name=one.name, sha256=one.sha256, size=one.file.size or 0)
                for n, one in enumerate(given, 1)
            ], whole)  # fmt: skip
            made = ask(account, kind, title, mark, case, upload=upload.key)
    except BaseException:
        discard(upload)
        raise
    if made.options["upload"] != upload.key:  # the same files came twice at the same moment
        discard(upload)
    elif known is not None:
        discard(Upload.objects.filter(key=known.options["upload"], case=None).first())
    return made


def discard(upload: Upload | None) -> None:
    """Forget an upload that never became a case, with everything it kept."""
    if upload is not None:
        Vault(upload).drop()
        upload.delete()


def tidy() -> None:
    """Remove plain files of readings that have ended, and what an upload that was cut off had kept."""
    rooms = list(
        (settings.WORK / "rooms").glob("*")
    )  # before the question which are needed: one may begin meanwhile
    going = set(
        Job.objects.filter(kind__in=READINGS, status__in=OPEN).values_list("options__upload", flat=True)
    )
    for room in rooms:
        if room.name not in going:
            shutil.rmtree(room, ignore_errors=True)
    known, before = set(Upload.objects.values_list("key", flat=True)), time.time() - HOURS * 3600
    for kept in [*settings.ORIGINALS.glob("*"), *settings.INCOMING.glob("*")]:
        if kept.name not in known and kept.stat().st_mtime < before:
            shutil.rmtree(kept) if kept.is_dir() else kept.unlink()


def _files(request: HttpRequest, quota: _Quota) -> Iterator[Given]:
    files = [one for one in request.FILES.getlist("file") if isinstance(one, UploadedFile)]
    if quota.over:
        raise too_much()
    if not files:
        raise DossierError(("请选择一个文件夹，或者选择文件（PDF、Word、图片、文本、压缩包）。",))
    if len(files) > MOST_FILES:
        raise DossierError(
            (f"一次最多 {MOST_FILES} 个文件，选择了 {len(files)} 个；请打成压缩包，或者分卷上传。",)
        )
    paths = _paths(request.POST.get("paths", ""), files)
    seen: dict[str, int] = {}
    for path, file in zip(paths, files, strict=True):
        name = safe_path(path)
        seen[name] = seen.get(name, 0) + 1
        yield Given(name if seen[name] == 1 else _numbered(name, seen[name]), _digest(file), file)


def _paths(told: str, files: list[UploadedFile[Any]]) -> list[str]:
    """The paths inside the chosen folder, as the page wrote them beside the files; the plain names without."""
    try:
        paths: Any = json.loads(told) if told else []
    except ValueError:
        paths = []
    plain = [one.name or "文件" for one in files]
    if not isinstance(paths, list) or len(paths) != len(files):
        return plain
    return [path if isinstance(path, str) and path else name for path, name in zip(paths, plain, strict=True)]


def safe_path(path: str) -> str:
    """A path that stays inside its folder and that any file system takes; shown to people as it is."""
    parts = [
        _safe(part) for part in PurePosixPath(path.replace("\\", "/")).parts if part not in ("/", ".", "..")
    ]
    return "/".join(part for part in parts[-6:] if part) or "文件"


def _safe(part: str) -> str:
    kept = "".join(
        one if one.isprintable() and one not in '/\\:*?"<>|' else "_" for one in one_line(part)
    ).lstrip(".")
    stem, dot, suffix = kept.rpartition(".")
    return f"{stem[:LONGEST_STEM]}.{suffix[:8]}" if dot and stem else kept[:LONGEST_STEM]


def _numbered(name: str, number: int) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}#{number}.{suffix}" if dot and "/" not in suffix else f"{name}#{number}"


def _digest(file: UploadedFile[Any]) -> str:
    digest = hashlib.sha256()
    file.seek(0)
    while block := file.read(_BLOCK):
        digest.update(block)
    return digest.hexdigest()


def _within(given: list[Given]) -> tuple[str, list[Given]]:
    """The name of the whole, and the files with their paths inside it: a chosen folder is not repeated in every path."""
    tops = {one.name.partition("/")[0] for one in given}
    if len(tops) == 1 and all("/" in one.name for one in given):
        return tops.pop(), [replace(one, name=one.name.partition("/")[2]) for one in given]
    return given[0].name if len(given) == 1 else f"{given[0].name}等 {len(given)} 个文件", given


def load_page(problems: tuple[str, ...] = ()) -> dict[str, Any]:
    """What the page for loading shows."""
    return {
        "title": "载入案件", "problems": problems, "largest": settings.UPLOAD_LARGEST >> 20, "most": settings.MATERIAL_LARGEST,
        "most_mb": settings.MATERIAL_LARGEST >> 20,
    }  # fmt: skip
