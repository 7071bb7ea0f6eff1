"""Which papers are read together: all that this person's part of the case rests on, and the new ones, each under one name."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.intake.folder import recognised
from gaoyao.intake.sources.store import Store
from gaoyao.review.unread import unread
from gaoyao.web.cases.reading import Desk
from gaoyao.web.jobs.running import JobError
from gaoyao.web.originals import child
from gaoyao.web.originals.listed import files
from gaoyao.web.originals.models import Original, Upload
from gaoyao.web.originals.places import REPORTS
from gaoyao.web.originals.reading import Teller
from gaoyao.web.originals.vault import ORIGINAL, RECOGNISED, LostOriginalError, Vault

STAMP = "sources.json"
OUTSIDE = "outside_unread"


@dataclass
class Stock:
    """The papers that are there, and those that came.

    `fresh`: of what came, what is not there yet, by the name under which it is read; `known`: what is there already,
    by the name under which it came, with the name that it has.
    """

    desk: Desk
    upload: Upload
    earlier: list[Upload]
    fresh: dict[str, Original] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    staged: dict[str, tuple[Upload, str]] = field(default_factory=dict)

    @property
    def part(self) -> PartKey:
        """Where the new papers belong."""
        return self.upload.part_key

    @property
    def parts(self) -> tuple[PartKey, ...]:
        """What counts as the case: 正卷, and the own part where it is another."""
        return (MAIN,) if self.part == MAIN else (MAIN, self.part)

    @cached_property
    def outside(self) -> int:
        """Unread pages of papers that the workbench does not have, such as those of a case file that was loaded."""
        for one in sorted(self.earlier, key=lambda one: one.part_key != MAIN):
            return int(REPORTS.of(one).get(OUTSIDE, 0))
        return unread(self.desk.read.view)[0]

    def own(self, name: str) -> bool:
        """Is this a file that came now, or a member of one?"""
        return name in self.fresh or any(name.startswith(f"{one}/") for one in self.fresh)


def earlier(desk: Desk, part: PartKey) -> list[Upload]:
    """The uploads that are read again: of 正卷, and of the own part; oldest first."""
    wanted = {MAIN, part}
    return [one for one in desk.case.uploads.order_by("pk") if one.part_key in wanted]


def stock(desk: Desk, upload: Upload) -> Stock:
    """Sort what came into what is new and what is there.  Raises JobError."""
    out = Stock(desk, upload, earlier(desk, upload.part_key))
    try:
        for one in out.earlier:
            for row in files(one):
                out.names.setdefault(row.sha256, row.name)
                if row.given:
                    out.staged[_free(row.name, out.staged)] = (one, row.sha256)
        came, folder = files(upload), _folder(upload)
    except LostOriginalError as error:
        raise JobError(str(error), "请管理员用备份核对") from error
    for row in came:
        if row.sha256 in out.names:
            out.known[row.name] = out.names[row.sha256]
            continue
        taken = out.staged | dict.fromkeys(out.fresh, (upload, ""))
        name = row.name if row.name not in taken else f"{folder}/{row.name}"
        out.fresh[_free(name, taken)] = row
        out.names[row.sha256] = name
    return out


def _folder(upload: Upload) -> str:
    return f"补充{upload.created.astimezone().strftime('%Y%m%d')}"


def _free(name: str, taken: dict[str, Any]) -> str:
    stem, dot, suffix = name.rpartition(".")
    at, number = name, 1
    while at in taken:
        number += 1
        at = f"{stem}#{number}.{suffix}" if dot and "/" not in suffix else f"{name}#{number}"
    return at


def prepare(room: Path, stock: Stock, told: Teller) -> None:
    """Plain copies of the papers for the parsers, with what was recognised of them before.  Raises JobError.

    What an earlier run copied is there already; where other papers came meanwhile, it begins anew.
    """
    stamp = json.dumps(
        {"uploads": [one.key for one in (*stock.earlier, stock.upload)], OUTSIDE: stock.outside}
    )
    if not (room / STAMP).is_file() or (room / STAMP).read_text(encoding="utf-8") != stamp:
        shutil.rmtree(room / "in", ignore_errors=True)
        (room / child.WHOLE).unlink(missing_ok=True)
        room.mkdir(parents=True, exist_ok=True, mode=0o700)
        (room / STAMP).write_text(stamp, encoding="utf-8")
    if (room / child.WHOLE).exists():
        return
    store = Store(room / "store")
    every = [(name, upload, sha) for name, (upload, sha) in stock.staged.items()]
    every += [(name, stock.upload, one.sha256) for name, one in stock.fresh.items()]
    for number, (name, upload, sha) in enumerate(every, 1):
        told("取出原件", number, len(every), name)
        try:
            if not (room / "in" / name).is_file():
                part = room / "part"
                Vault(upload).extract(sha, part)
                (room / "in" / name).parent.mkdir(parents=True, exist_ok=True)
                part.replace(room / "in" / name)
        except LostOriginalError as error:
            raise JobError(str(error), "请管理员用备份恢复原件，然后重新开始", name) from error
    _recognised(store, stock)
    there = {row.sha256: row.name for one in reversed(stock.earlier) for row in files(one)}
    (room / child.NAMES).write_text(json.dumps(there, ensure_ascii=False), encoding="utf-8")


def _recognised(store: Store, stock: Stock) -> None:
    for upload in stock.earlier:
        vault = Vault(upload)
        for row in files(upload):
            target = recognised(store.pages_of(row.sha256))
            if not target.exists() and vault.has(RECOGNISED, row.sha256):
                target.write_bytes(vault.get(RECOGNISED, row.sha256))


def forget_known(stock: Stock) -> None:
    """What is kept with an earlier upload is not kept twice."""
    vault, new = Vault(stock.upload), {one.sha256 for one in stock.fresh.values()}
    for row in files(stock.upload):
        if row.sha256 not in new:
            vault.forget(ORIGINAL, row.sha256)
