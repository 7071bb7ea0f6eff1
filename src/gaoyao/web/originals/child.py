"""The process that opens files from outside: reads a folder and writes the draft.  It knows no database and no key.

    python -m gaoyao.web.originals.child FOLDER ROOM TITLE WHO AT OCR_PROCESSES (-1: one a core; 0: none) OUTSIDE

Progress goes to standard output, a line of JSON each: [what, done, total, place].  ROOM keeps what was recognised,
so that a run that was killed goes on where it was.  OUTSIDE are unread pages of papers that are not in
the folder: they are counted too.  It ends when the process that started it ends.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import resource
import signal
import sys
import threading
import time
from pathlib import Path

from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DECLARES, Amount
from gaoyao.dossier.schema import Part
from gaoyao.intake.drafting.build import build
from gaoyao.intake.drafting.proposals import ACTION, ACTOR
from gaoyao.intake.drafting.report import report
from gaoyao.intake.folder import read_folder
from gaoyao.intake.merging.merge import COUNT
from gaoyao.intake.sources.store import Store
from gaoyao.law.charges import outline

LARGEST_FILE = 5 << 30
DRAFT, REPORT, WHOLE = "draft.log", "report.json", "whole"
NAMES = "names.json"
"""In the room, where papers were read before: sha256 → the name under which a paper is known."""
_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux


def bound(*, seconds: int = 0, memory: int = 0) -> None:
    """Limits of this process: no core dump, no file beyond LARGEST_FILE, and time and memory where given."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    if seconds:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def end_with(parent: int) -> None:
    """End when the process that started this one ends: by the kernel where it can, and by looking every second."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_DEATH_SIGNAL, signal.SIGKILL)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def tell(what: str, done: int, total: int, place: str) -> None:
    """One line of progress."""
    sys.stdout.write(json.dumps([what, done, total, place], ensure_ascii=False) + "\n")
    sys.stdout.flush()


def signed(drafted: Log, who: str, outside: int = 0) -> Log:
    """The draft as read by the machine from what this person uploaded."""
    log, act = Log(), drafted.revisions[0]
    with log.begin(Part.MAIN, f"{ACTOR}，{who}上传", ACTION, act.reason, act.at) as change:
        for one in drafted.assertions():
            if one.field == DECLARES:
                change.declare(one.kind, one.subject, str(one.value), one.address)
            else:
                counts = outside and (one.kind, one.field) == COUNT and isinstance(one.value, Amount)
                change.put(
                    one.kind,
                    one.subject,
                    one.field,
                    more(one.value, outside) if counts and isinstance(one.value, Amount) else one.value,
                    one.basis,
                    one.address,
                    one.confidence,
                    one.note,
                )
    return log


def more(counted: Amount, pages: int) -> Amount:
    """So many pages more."""
    low = int(counted.low) + pages
    return Amount(
        float(low), counted.high + pages, f"{low}页" + ("以上" if counted.high > counted.low else "")
    )


def read(folder: Path, room: Path, title: str, who: str, at: str, processes: int, outside: int = 0) -> None:
    """Read the folder; DRAFT, REPORT and then WHOLE are written into the room."""
    with (room / "held").open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)  # the process of a killed worker may still be ending
        names = json.loads((room / NAMES).read_text(encoding="utf-8")) if (room / NAMES).is_file() else {}
        volumes = read_folder(
            folder,
            Store(room / "store"),
            ocr=processes != 0,
            workers=max(0, processes),
            progress=tell,
            names=names,
        )
        tell("整理", 0, 1, "")
        drafted = build(volumes, title, at, outline)
        (room / DRAFT).write_bytes(signed(drafted.log, who, outside).dump())
        (room / REPORT).write_text(json.dumps(report(volumes, drafted), ensure_ascii=False), encoding="utf-8")
        (room / WHOLE).write_bytes(b"")


def main(arguments: list[str]) -> None:
    """Run as a process of its own."""
    folder, room, title, who, at, processes, outside = arguments
    bound()
    end_with(os.getppid())
    read(Path(folder), Path(room), title, who, at, int(processes), int(outside))


if __name__ == "__main__":
    main(sys.argv[1:])
