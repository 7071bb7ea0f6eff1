"""Recognition of many pages: a process a core, results kept as they come, one bad page never ends the run."""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import Any, NamedTuple

from gaoyao.intake.ocr.cache import Cache
from gaoyao.intake.ocr.engine import engine
from gaoyao.intake.ocr.reading import Read, read_picture
from gaoyao.intake.pages import pdf, pictures, word
from gaoyao.intake.pages.confined import arm, bound, write_only_in
from gaoyao.intake.pages.model import State, Trouble, Why
from gaoyao.intake.sources.model import Form

DPI = 200
READING = "reading 2"
"""What is made of the recognised lines; raised when verdicts or set words change, so that kept pages are read again."""
_FAILED = "识别这一页时程序出错"
SECONDS, PATIENCE, MEMORY = 300, 900.0, 8 << 30
"""For one page: processor time (all threads), waiting until any page comes; address space of a process.  Ours."""


class Task(NamedTuple):
    """One picture to read: page `number` of an original; in a docx the picture with this `place`."""

    sha256: str
    path: Path
    form: Form
    number: int
    place: int = 0


def picture_of(task: Task) -> Any:
    """The page as rows, columns, red-green-blue.  Raises Trouble."""
    if task.form is Form.PDF:
        with pdf.open_pdf(task.path) as document:
            page = document[task.number - 1]
            try:
                return pdf.picture(page, DPI / 72)
            finally:
                page.close()
    if task.form is Form.DOCX:
        return pictures.frame(word.picture_bytes(task.path, task.place), 1)
    return pictures.frame(task.path, task.number)


def one(task: Task, threads: int) -> Read:
    """Read one page in this process; what goes wrong with the picture is a result."""
    try:
        return read_picture(picture_of(task), engine(threads))
    except Trouble as trouble:
        return Read(State.UNREAD, "", Why.BROKEN, 0.0, (trouble.problem,), ())


def _bounded(task: Task, threads: int) -> Read:
    """The same in a process of the pool: the kernel ends it where one page takes too long."""
    arm(SECONDS)
    return one(task, threads)


def engine_name() -> str:
    """Which recogniser and which reading of its lines, for the cache: another version reads again."""
    names = []
    for name in ("rapidocr", "openvino", "onnxruntime"):
        try:
            names.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return ", ".join([*names[:2], READING])


def run(
    tasks: Iterable[Task], cache_of: Callable[[str], Path], workers: int = 0
) -> Iterator[tuple[Task, Read]]:
    """Read every task, those in the cache at once; results come as they are ready.

    A process that dies takes only its page with it; the processes end when this one is killed.
    """
    caches: dict[str, Cache] = {}
    name = engine_name()
    waiting: list[Task] = []
    for task in tasks:
        cache = (
            caches.setdefault(task.sha256, Cache(cache_of(task.sha256), name))
            if task.sha256 not in caches
            else caches[task.sha256]
        )
        known = cache.get(task.number)
        if known is None:
            waiting.append(task)
            continue
        yield task, known
    for task, read, keep in _anew(waiting, workers):
        if keep:
            caches[task.sha256].put(task.number, read)
        yield task, read


def _anew(tasks: list[Task], workers: int) -> Iterator[tuple[Task, Read, bool]]:
    cores = os.cpu_count() or 1
    count = max(1, min(workers or cores, len(tasks)))
    left = list(tasks)
    while left:
        finished: set[Task] = set()
        broke = False
        for task, read, keep in _pool(left, count, max(1, cores // count)):
            if read is None:
                broke = True
                continue
            finished.add(task)
            yield task, read, keep
        left = [task for task in left if task not in finished]
        if broke and count == 1 and left:
            yield left[0], Read(State.UNREAD, "", Why.ILLEGIBLE, 0.0, (_FAILED,), ()), False
            left = left[1:]
        count = 1 if broke else count


def _begin(parent: int) -> None:
    """In a process of the pool: bounded like the parser of text layers, and writing nowhere but in the temporary folder."""
    bound(MEMORY)
    write_only_in(Path(tempfile.gettempdir()))
    _end_with(parent)


def _end_with(parent: int) -> None:
    """End when the process that started it was killed, instead of waiting for ever."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _pool(tasks: list[Task], count: int, threads: int) -> Iterator[tuple[Task, Read | None, bool]]:
    """Results of one pool; None where the pool broke (what was under way is tried again alone)."""
    queue = iter(tasks)
    with ProcessPoolExecutor(
        count, mp_context=get_context("spawn"), initializer=_begin, initargs=(os.getpid(),)
    ) as pool:
        running: dict[Future[Read], Task] = {
            pool.submit(_bounded, task, threads): task for task in islice(queue, count * 2)
        }
        while running:
            ready, _ = wait(running, timeout=PATIENCE, return_when=FIRST_COMPLETED)
            if not ready:  # all of them hang; the futures then say that the pool is broken
                for process in active_children():
                    process.kill()
            for future in ready:
                task = running.pop(future)
                try:
                    yield task, future.result(), True
                except BrokenProcessPool:
                    yield task, None, False
                    return
                except Exception as error:  # noqa: BLE001 - a recogniser's own fault is a result of this page
                    yield (
                        task,
                        Read(
                            State.UNREAD,
                            "",
                            Why.ILLEGIBLE,
                            0.0,
                            (f"{_FAILED}（{type(error).__name__}）",),
                            (),
                        ),
                        False,
                    )
                for following in islice(queue, 1):
                    running[pool.submit(_bounded, following, threads)] = following
