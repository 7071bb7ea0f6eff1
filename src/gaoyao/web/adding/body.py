"""The body of the job: everything read together, what is new merged in the transaction that ends the job."""

from __future__ import annotations

import json
import shutil
from typing import Any

from django.utils import timezone

from gaoyao.dossier import raw
from gaoyao.dossier.chain import MAIN
from gaoyao.dossier.log import Log
from gaoyao.intake.coverage import FORMAT
from gaoyao.intake.drafting.proposals import ACTION as FIRST
from gaoyao.intake.merging.beside import beside
from gaoyao.intake.merging.merge import ACTOR, COUNT, Merged, apply, merge, next_base
from gaoyao.intake.merging.notes import account
from gaoyao.web.adding.staging import OUTSIDE, Stock, earlier, forget_known, prepare, stock
from gaoyao.web.cases.actions import actor, one_line
from gaoyao.web.cases.models import Case
from gaoyao.web.cases.policy import Permission
from gaoyao.web.jobs.making import desk_of
from gaoyao.web.jobs.models import Job
from gaoyao.web.jobs.running import AgainError, JobError, Outcome, StoppedError, Told
from gaoyao.web.ledger import storage
from gaoyao.web.ledger.boxes import closed
from gaoyao.web.originals import child
from gaoyao.web.originals.listed import files, keep, title
from gaoyao.web.originals.models import Upload
from gaoyao.web.originals.places import REPORTS
from gaoyao.web.originals.reading import (
    Teller,
    keep_read,
    keep_report,
    read_apart,
    room_of,
    rows_of,
    troubles,
)
from gaoyao.web.originals.vault import READING, Vault

BASE = "base"
Report = dict[str, Any]


class Hushed:
    """Says how far a job is without naming anything: the database keeps what is told, and the part is closed."""

    place = ""

    def __init__(self, told: Told) -> None:
        self._told = told

    def __call__(self, what: str, done: int, total: int, place: str = "") -> None:
        """Progress without the place."""
        self._told(what, done, total)

    def look(self, *, force: bool = False) -> None:
        """The same without news."""
        self._told.look(force=force)


def add(job: Job, told: Told) -> Outcome:
    """Read what came together with what is there, and merge it as proposals.  Raises JobError."""
    upload = Upload.objects.select_related("account").get(key=job.options["upload"])
    room, teller = room_of(upload), Hushed(told) if closed(upload.part) else told
    try:
        return _add(job, upload, teller)
    except JobError as error:
        shutil.rmtree(room, ignore_errors=True)
        if closed(upload.part):
            raise JobError(error.problem, error.cure) from None
        raise
    except StoppedError:
        shutil.rmtree(room, ignore_errors=True)
        raise


def _add(job: Job, upload: Upload, told: Teller) -> Outcome:
    found, room = stock(desk_of(job, Permission.MATERIAL_ADD), upload), room_of(upload)
    if not found.fresh:
        return Outcome(_counted(found, {}, Merged()), lambda ended: _nothing(ended, found))
    prepare(room, found, told)
    if not (room / child.WHOLE).exists():
        read_apart(job, title(upload), room, told, found.outside)
    log = raw.load((room / child.DRAFT).read_bytes())
    whole = json.loads((room / child.REPORT).read_text(encoding="utf-8"))
    report = _of_these(whole, found)
    if not report["pages"] and not any(one["same_as"] for one in report["volumes"]):
        raise JobError(
            "没有一个文件能打开成页，没有并入",
            "请按所列的原因另存为 PDF、Word、图片或者文本后重新上传",
            "" if closed(upload.part) else troubles(report["volumes"]),
        )
    vault = Vault(upload)
    keep_read(vault, room, [one["sha256"] for one in report["volumes"] if not one["same_as"]], told)
    return Outcome(
        {},
        lambda ended: _merge(ended, found, log, report, whole),
        lambda: shutil.rmtree(room, ignore_errors=True),
    )


def _of_these(whole: Report, stock: Stock) -> Report:
    """The part of the report that is about the papers that came; a paper that is there already has no pages of its own."""
    there = {row.sha256: row.name for one in stock.earlier for row in files(one)}
    volumes = []
    for one in whole["volumes"]:
        if stock.own(one["name"]):
            before = there.get(one["sha256"], "") if one["sha256"] else ""
            volumes.append(one | {"pages": [], "same_as": before} if before else one)
    ours = {one["sha256"] for one in volumes if not one["same_as"] and one["sha256"]}
    states = dict.fromkeys(whole["pages_by_state"], 0)
    for one in volumes:
        for page in one["pages"]:
            states[page["state"]] += 1
    return {
        "format": FORMAT, "files": len(volumes), "pages": sum(states.values()), "pages_by_state": states,
        "unread_pages": sum(_unread(one) for one in volumes), "volumes": volumes,
        "unread_pages_at_least": any(one["may_hold_more_pages"] for one in volumes),
        "documents": [one for one in whole["documents"] if one["sha256"] in ours],
        "left_out": [one for one in whole["left_out"] if any(one["where"].startswith(name) for name in stock.fresh)],
        "mismatches": [one for one in whole["mismatches"] if any(side["sha256"] in ours for side in one["sides"])],
        OUTSIDE: stock.outside,
    }  # fmt: skip


def _unread(volume: Report) -> int:
    known = sum(page["state"] in ("partial", "unread") for page in volume["pages"])
    return known or int(bool(volume["problem"]) and not volume["pages"] and not volume["same_as"])


def _nothing(job: Job, stock: Stock) -> None:
    """Everything was there: nothing is kept and nothing changes."""
    job.result = _counted(stock, {}, Merged())
    upload = Upload.objects.get(pk=stock.upload.pk)
    Vault(upload).drop()
    upload.delete()


def _merge(job: Job, stock: Stock, theirs: Log, report: Report, whole: Report) -> None:
    """Merge, append, and say which papers the case has now.  Raises AgainError where other papers came meanwhile."""
    desk, upload, part = desk_of(job, Permission.MATERIAL_ADD), stock.upload, stock.part
    case = Case.objects.select_for_update().get(pk=desk.case.pk)
    if [one.pk for one in earlier(desk, part)] != [one.pk for one in stock.earlier]:
        raise AgainError
    log = storage.load(case.pk, stock.parts)
    read = {one["sha256"] for one in whole["volumes"]}
    merged = merge(log, theirs, _base(stock, log), read, stock.parts, "" if part == MAIN else "B")
    if part != MAIN:
        merged = _own(merged, log, stock, report)
    at = timezone.localtime().isoformat(timespec="seconds")
    reason = one_line(title(upload))
    by = f"{ACTOR}，{actor(job.account, desk.assignment)}上传"
    revision = apply(merged, log, reason, at, part, by)
    if revision is not None:
        storage.append(case.pk, revision, log.chain(*part).records[-1])
    job.result = _counted(stock, report, merged) | {"revision": revision.number if revision else 0}
    vault = Vault(upload)
    vault.put(READING, BASE, next_base(merged, reason, at).dump())
    keep_report(
        vault, report | {"merge": account(merged.notes), "came": job.result, "known": stock.known, "at": at}
    )
    forget_known(stock)
    keep(upload, rows_of(upload, report["volumes"], stock.fresh), reason)
    upload.case = case
    upload.save(update_fields=["case"])


def _own(merged: Merged, log: Log, stock: Stock, report: Report) -> Merged:
    """What goes into a side's own part: what stands on its own papers, and how many of those were not read."""
    volumes = [
        *report["volumes"],
        *(row for one in stock.earlier if one.part_key != MAIN for row in REPORTS.of(one)["volumes"]),
    ]
    ours = {one["sha256"] for one in volumes if one["sha256"]}
    known = [one.subject for key in stock.parts for one in log.chain(*key).declarations]
    made = beside(merged, log, stock.part, ours, known)
    if not sum(map(_unread, volumes)):
        made.put = [one for one in made.put if (one.kind, one.field) != COUNT]
    return made


def _base(stock: Stock, log: Log) -> Log | None:
    """The last reading of the own part, or of 正卷; where none was kept, the reading that the case was opened with."""
    for key in (stock.part, MAIN):
        for one in reversed(stock.earlier):
            if one.part_key == key and Vault(one).has(READING, BASE):
                return raw.load(Vault(one).get(READING, BASE))
    first = log.chain(*MAIN).revisions[:1]
    return log.until({MAIN: 1}) if first and first[0].action == FIRST else None


def _counted(stock: Stock, report: Report, merged: Merged) -> dict[str, Any]:
    """Numbers only: they are kept beside the job."""
    again = [one for one in report.get("volumes", ()) if one["same_as"]]
    links = sum(kind == "link" for kind, _, _ in merged.declare)
    return {
        "files": report.get("files", 0) - len(again), "pages": report.get("pages", 0), "unread": report.get("unread_pages", 0),
        "more": bool(report.get("unread_pages_at_least")), "recognised": report.get("pages_by_state", {}).get("ocr", 0),
        "documents": len(report.get("documents", ())), "proposals": len(merged.put), "links": links,
        "subjects": len(merged.declare), "conflicts": len(merged.notes.conflicts), "kept": len(merged.notes.kept),
        "withdrawn": len(merged.retract), "mismatches": len(report.get("mismatches", ())), "known": len(stock.known) + len(again), "revision": 0,
    }  # fmt: skip
