"""The process in which files from outside are parsed: bounded in memory and time, writing nowhere but its own folder.

    python -m gaoyao.intake.pages.confined ROOM MEMORY SECONDS

It reads requests from standard input and answers on standard output, a line of JSON each, so that what it says is data
and never code.  MEMORY in bytes of address space; SECONDS of processor time for one page.  It ends with the process
that started it.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from gaoyao.intake.pages.model import Line, Page, State, Trouble, Why
from gaoyao.intake.sources.model import Form

LARGEST_FILE = 1 << 30
_DEATH_SIGNAL, _NO_NEW_PRIVILEGES = 1, 38
_CREATE, _ADD, _RESTRICT = 444, 445, 446
_WRITES = 0x2 | 0x10 | 0x20 | 0x40 | 0x80 | 0x100 | 0x200 | 0x400 | 0x800 | 0x1000
"""Landlock: writing a file, removing, and making anything (rights of its first version)."""
_TRUNCATE, _REFER, _TCP = 0x4000, 0x2000, 0x3


class _Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("net", ctypes.c_uint64)]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32)]


def bound(memory: int) -> None:
    """Limits that hold for the whole life of the process."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))


def arm(seconds: int) -> None:
    """So much more processor time from now; the kernel ends the process that needs more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def write_only_in(room: Path) -> bool:
    """Let the kernel (Landlock, Linux 5.13) refuse every write outside the room, and every connection; False where it cannot."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1))
    if version < 1:
        return False
    handled = _WRITES | (_REFER if version >= 2 else 0) | (_TRUNCATE if version >= 3 else 0)
    rules = _Ruleset(handled, _TCP if version >= 4 else 0)
    size = ctypes.c_size_t(16 if version >= 4 else 8)
    made = libc.syscall(_CREATE, ctypes.byref(rules), size, ctypes.c_uint32(0))
    if made < 0:
        return False
    for path, allowed in ((room, handled), (Path(os.devnull), handled & (0x2 | _TRUNCATE))):
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        beneath = _Beneath(allowed, place)
        libc.syscall(_ADD, made, ctypes.c_int(1), ctypes.byref(beneath), ctypes.c_uint32(0))
        os.close(place)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    done = libc.syscall(_RESTRICT, made, ctypes.c_uint32(0))
    os.close(made)
    return bool(done == 0)


def row(page: Page) -> list[Any]:
    """A page as plain data."""
    why = page.why.value if page.why else None
    return [page.number, page.label, page.state.value, page.text, why, page.legibility, page.notes, page.lines, page.picture, page.double]  # fmt: skip


def page_of(given: list[Any]) -> Page:
    """Plain data as a page.  Raises ValueError, TypeError for what is none: the process may have been taken over."""
    number, label, state, text, why, legibility, notes, lines, picture, double = given
    made = tuple(
        Line(int(a), int(b), (int(x), int(y), int(z), int(w)), float(score))
        for a, b, (x, y, z, w), score in lines
    )
    return Page(
        int(number), str(label), State(state), str(text), Why(why) if why else None, None if legibility is None else float(legibility),
        tuple(map(str, notes)), made, bool(picture), bool(double),
    )  # fmt: skip


def _pages(request: dict[str, Any], rearm: Callable[[], None]) -> Iterator[list[Any]]:
    from gaoyao.intake.pages import pdf
    from gaoyao.intake.pages.dispatch import READERS

    path, form = Path(request["path"]), Form(request["form"])
    if form is Form.PDF:
        yield ["count", pdf.count(path)]
        found = pdf.pages(path, request["first"])
    else:
        found = READERS[form](path)
    for page in found:
        yield ["page", row(page)]
        rearm()


def _lines(request: dict[str, Any], rearm: Callable[[], None]) -> Iterator[list[Any]]:
    from gaoyao.intake.pages import pdf

    wanted = {int(number): [(a, b) for a, b in spans] for number, spans in request["lines"].items()}
    for number, lines in pdf.lines_on(Path(request["path"]), wanted):
        yield ["lines", number, lines]
        rearm()


def serve(requests: Iterator[str], tell: Callable[[list[Any]], None], seconds: int) -> None:
    """Answer every request; what a parser raises is an answer."""
    for line in requests:
        request = json.loads(line)
        arm(seconds)
        try:
            for told in (_lines if "lines" in request else _pages)(request, lambda: arm(seconds)):
                tell(told)
            tell(["done"])
        except Trouble as trouble:
            tell(["trouble", trouble.problem, trouble.cure])
        except MemoryError:
            tell(["memory"])
        except Exception as error:  # noqa: BLE001 - a parser's own fault is an answer, and the file is listed
            tell(["error", type(error).__name__, str(error)[:300]])


def main(arguments: list[str]) -> None:
    """Run as a process of its own."""
    room, memory, seconds = arguments
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_DEATH_SIGNAL, signal.SIGKILL)
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)  # what a library prints is not an answer
    for name in ("numpy", "pypdfium2", "PIL.Image", "gaoyao.intake.pages.dispatch"):
        import_module(name)  # before the limits
    bound(int(memory))
    write_only_in(Path(room))

    def tell(told: list[Any]) -> None:
        out.write(json.dumps(told, ensure_ascii=True) + "\n")
        out.flush()

    serve(iter(sys.stdin.readline, ""), tell, int(seconds))


if __name__ == "__main__":
    main(sys.argv[1:])
