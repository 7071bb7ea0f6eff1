"""Parsing in a process apart: a file that crashes its parser, hangs it or eats memory costs its own page and nothing else."""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

from gaoyao.intake.pages.confined import page_of
from gaoyao.intake.pages.model import Line, Page, State, Trouble, Why
from gaoyao.intake.pages.pdf import Spans
from gaoyao.intake.sources.model import Form

LONGEST_ANSWER = 256 << 20
"""Bytes of one answer; more is a parser that has gone mad."""
MOST_FALLS = 5
"""So often the parser is started again for one file; then its other pages are listed unread."""
CURE = "请另存为 PDF 或者图片后重新读取；来源可疑的，请在别的机器上打开核对"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a parser may use: bytes of address space, seconds of processor time and of waiting for one page.  Ours."""

    memory: int = 3 << 30
    seconds: int = 60
    patience: float = 180.0


class FellError(Exception):
    """The parser did not come to its end: `why` is CRASHED, TIMED_OUT or OUT_OF_MEMORY."""

    def __init__(self, why: Why, told: str) -> None:
        super().__init__(told)
        self.why, self.told = why, told


class Apart:
    """One parsing process, started when needed and again after a fall."""

    def __init__(self, bounds: Bounds | None = None) -> None:
        self.bounds = bounds or Bounds()
        self._lock = RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._room: tempfile.TemporaryDirectory[str] | None = None
        self._rest = b""

    def pages(self, path: Path, form: Form) -> Iterator[Page]:
        """The pages of a file, in order; a page on which the parser fell is unread and the next ones are read.

        Raises Trouble for a file that gives no pages; a parser's own fault is a Trouble too.
        """
        with self._lock:
            count = seen = falls = 0
            while True:
                try:
                    for told in self._ask(
                        {
                            "path": str(path.resolve()),
                            "form": form.value,
                            "first": seen,
                        }
                    ):
                        if told[0] == "count":
                            count = int(told[1])
                        else:
                            page = page_of(told[1])
                            seen = page.number
                            yield page
                    return
                except FellError as fell:
                    falls += 1
                    if form is not Form.PDF or seen >= count:
                        raise Trouble(fell.told, CURE) from None
                    seen += 1
                    yield _fallen(seen, fell)
                    if falls >= MOST_FALLS:
                        for number in range(seen + 1, count + 1):
                            yield _fallen(
                                number,
                                FellError(fell.why, f"读取程序在前面的页上已经失败 {falls} 次，没有再试"),
                            )
                        return
                    if seen >= count:
                        return

    def lines_on(self, path: Path, wanted: Mapping[int, Spans]) -> Iterator[tuple[int, list[Line]]]:
        """Where spans of the pages of a PDF stand on them.  Raises Trouble."""
        with self._lock:
            try:
                for _, number, lines in self._ask({"path": str(path.resolve()), "lines": wanted}):
                    yield int(number), [Line(a, b, (x, y, z, w), float(s)) for a, b, (x, y, z, w), s in lines]
            except FellError as fell:
                raise Trouble(fell.told, CURE) from None

    def close(self) -> None:
        """End the process; the next request starts another."""
        with self._lock:
            process, self._process, self._rest = self._process, None, b""
            if process is not None:
                process.kill()
                process.wait()
                for stream in (process.stdin, process.stdout):
                    if stream is not None:
                        with suppress(OSError):
                            stream.close()
            if self._room is not None:
                self._room.cleanup()
                self._room = None

    # ------------------------------------------------------------ the conversation

    def _ask(self, request: dict[str, Any]) -> Iterator[list[Any]]:
        process = self._started()
        whole = False
        try:
            if process.stdin is not None:
                process.stdin.write(json.dumps(request).encode() + b"\n")
                process.stdin.flush()
            while True:
                told = self._answer(process)
                match told:
                    case ["done"]:
                        whole = True
                        return
                    case ["trouble", problem, cure]:
                        whole = True
                        raise Trouble(str(problem), str(cure))
                    case ["error", name, words]:
                        raise FellError(Why.CRASHED, f"读取程序出错（{name}: {words}）")
                    case ["memory"]:
                        raise FellError(
                            Why.OUT_OF_MEMORY, f"读取程序所用内存超过 {self.bounds.memory >> 20} MB"
                        )
                    case _:
                        yield told
        except (BrokenPipeError, ValueError, TypeError, KeyError, IndexError) as error:
            raise FellError(Why.CRASHED, f"读取程序崩溃（{type(error).__name__}）") from None
        finally:
            if not whole:
                self.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        self._room = tempfile.TemporaryDirectory(prefix="gaoyao-parse-")
        room, bounds = self._room.name, self.bounds
        plain = {name: value for name, value in os.environ.items() if not name.startswith("GAOYAO_")}
        plain |= {"TMPDIR": room, "HOME": room, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "gaoyao.intake.pages.confined", room, str(bounds.memory), str(bounds.seconds)],
            env=plain, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0,
        )  # fmt: skip
        return self._process

    def _answer(self, process: subprocess.Popen[bytes]) -> list[Any]:
        until = time.monotonic() + self.bounds.patience
        assert process.stdout is not None  # noqa: S101 - it was opened as a pipe
        while b"\n" not in self._rest:
            left = until - time.monotonic()
            if left <= 0 or not select.select([process.stdout], [], [], left)[0]:
                raise FellError(
                    Why.TIMED_OUT, f"读取程序超时（{self.bounds.patience:.0f} 秒没有结果），已结束"
                )
            block = os.read(process.stdout.fileno(), 1 << 20)
            if not block:
                raise _ended(process.wait(), self.bounds)
            self._rest += block
            if len(self._rest) > LONGEST_ANSWER:
                raise FellError(Why.CRASHED, "读取程序给出的内容过大，已结束")
        line, _, self._rest = self._rest.partition(b"\n")
        told = json.loads(line)
        if not isinstance(told, list):
            raise TypeError(type(told).__name__)
        return told


def _ended(code: int, bounds: Bounds) -> FellError:
    if code == -signal.SIGXCPU:
        return FellError(Why.TIMED_OUT, f"读取程序超时（用了 {bounds.seconds} 秒处理器时间），已结束")
    try:
        told = signal.Signals(-code).name if code < 0 else f"退出码 {code}"
    except ValueError:
        told = f"信号 {-code}"
    return FellError(Why.CRASHED, f"读取程序崩溃（{told}；内存限度 {bounds.memory >> 20} MB）")


def _fallen(number: int, fell: FellError) -> Page:
    return Page(number, f"第{number}页", State.UNREAD, why=fell.why, notes=(fell.told,))


PARSER = Apart()
"""The parser of this process."""
atexit.register(PARSER.close)
