"""Bodies of the other jobs: the whole review with what would change it, and the export with its originals."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Iterable
from typing import IO

from django.conf import settings

from gaoyao.dossier.exchange import save
from gaoyao.review.render.html import page
from gaoyao.review.render.sections.head import case_title
from gaoyao.web.cases.policy import Permission, Policy
from gaoyao.web.cases.reading import Desk
from gaoyao.web.jobs.models import Job
from gaoyao.web.jobs.results import keep
from gaoyao.web.jobs.running import JobError, Outcome, Told
from gaoyao.web.originals.listed import files
from gaoyao.web.originals.models import Original, Upload
from gaoyao.web.originals.vault import COVERAGE, ORIGINAL, LostOriginalError, Vault

HTML, ZIP = "text/html; charset=utf-8", "application/zip"


def review(job: Job, told: Told) -> Outcome:
    """The whole review of the asker's parts as one page, with which losses of evidence would change a state."""
    desk = desk_of(job, Permission.CASE_READ)
    told("审查", 0, 2, "")
    made = desk.read.review
    told("稳固性：逐件假设没有", 1, 2, "")
    text = page(made, made.robustness)
    told("保存", 2, 2, "")
    size = keep(job, io.BytesIO(text.encode()))
    return Outcome({"name": f"{case_title(made)} 审查意见.html", "type": HTML, "bytes": size})


def export(job: Job, told: Told) -> Outcome:
    """One zip: exchange file, log and originals of the asker's parts."""
    desk = desk_of(job, Permission.CASE_EXPORT)
    uploads = [one for one in desk.case.uploads.all() if one.part_key in desk.parts]
    settings.WORK.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryFile(dir=settings.WORK) as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
            box.writestr("案件.yaml", save(desk.read.log, parts=desk.read.log.parts & desk.parts))
            box.writestr("日志.jsonl", desk.read.log.dump())
            for number, upload in enumerate(uploads, 1):
                _upload(box, upload, f"原件{number if len(uploads) > 1 else ''}", told)
        out.seek(0)
        size = keep(job, out)
    return Outcome({"name": f"{case_title(desk.read.review)}.zip", "type": ZIP, "bytes": size})


def _upload(box: zipfile.ZipFile, upload: Upload, folder: str, told: Told) -> None:
    vault = Vault(upload)
    originals: Iterable[Original] = [one for one in files(upload) if one.given]
    for number, one in enumerate(originals, 1):
        told("导出原件", number, len(list(originals)), one.name)
        try:
            with box.open(f"{folder}/{one.name}", "w", force_zip64=True) as target:
                _copy(vault, one, target)
        except LostOriginalError as error:
            raise JobError(str(error), "请从备份恢复原件以后重新导出", one.name) from error
    if vault.has(COVERAGE, "report"):
        report = json.loads(vault.get(COVERAGE, "report"))
        box.writestr(f"{folder}-覆盖报告.json", json.dumps(report, ensure_ascii=False, indent=1))


def _copy(vault: Vault, one: Original, target: IO[bytes]) -> None:
    for chunk in vault.chunks(ORIGINAL, one.sha256):
        target.write(chunk)


def desk_of(job: Job, permission: Permission) -> Desk:
    """The asker's desk as his assignment stands now.  Raises Http404, JobError with the reason of a denial."""
    policy = Policy(job.account)
    desk = Desk(policy, policy.of(job.case.key if job.case else ""))
    answer = desk.may(permission)
    if not answer:
        raise JobError(answer.reason, "请由可以办理的人重新开始")
    return desk
