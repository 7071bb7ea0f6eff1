"""Old Word and WPS files: read where a tool is installed that gives their text, otherwise listed with the way.

The tool is found at run time; it works on a copy in a folder of its own, with a time limit, and its output is
a text like any other.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from gaoyao.intake.pages import plain
from gaoyao.intake.pages.apart import PARSER
from gaoyao.intake.pages.model import Page, Trouble
from gaoyao.intake.sources.model import Form

SECONDS = 120
MEMORY, LARGEST_FILE = 4 << 30, 1 << 30
"""Address space of a tool, and bytes of a file it writes.  Ours."""
CURE = "请用 Word、WPS 或者 LibreOffice 另存为 docx 或者 PDF；或者安装 LibreOffice（libreoffice-writer-nogui）或 antiword 后重新读取"
_OFFICE = ("soffice", "libreoffice")
_TEXT_TOOLS = (("antiword", ("-m", "UTF-8.txt")), ("catdoc", ("-d", "utf-8")))


def pages(path: Path, suffix: str) -> Iterator[Page]:
    """The pages as a tool gives them.  Raises Trouble where there is no tool or it fails."""
    for name in _OFFICE:
        if tool := shutil.which(name):
            yield from _by_office(tool, path, suffix)
            return
    for name, options in _TEXT_TOOLS:
        if tool := shutil.which(name):
            yield from _by_text(tool, options, path)
            return
    raise Trouble("旧版 Word 或 WPS 文档，这台机器上没有能读它的工具", CURE)


def _by_office(tool: str, path: Path, suffix: str) -> Iterator[Page]:
    with tempfile.TemporaryDirectory() as room:
        copy = Path(room) / f"paper{suffix}"
        shutil.copyfile(path, copy)
        profile = f"-env:UserInstallation={(Path(room) / 'profile').as_uri()}"
        _run([tool, profile, "--headless", "--convert-to", "pdf", "--outdir", room, str(copy)], room)
        made = Path(room) / "paper.pdf"
        if not made.exists():
            raise Trouble(f"{Path(tool).name} 没有能转换这个文件", CURE)
        yield from PARSER.pages(made, Form.PDF)


def _by_text(tool: str, options: tuple[str, ...], path: Path) -> Iterator[Page]:
    with tempfile.TemporaryDirectory() as room:
        copy = Path(room) / "paper.doc"
        shutil.copyfile(path, copy)
        said = _run([tool, *options, str(copy)], room)
    text, _ = plain.decode(said)
    if not text.strip():
        raise Trouble(f"{Path(tool).name} 没有从这个文件取出文字", CURE)
    yield from plain.of_text(text)


def _run(command: list[str], room: str) -> bytes:
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": room, "TMPDIR": room, "LANG": "C.UTF-8"}
    name = Path(command[0]).name
    try:
        tool = subprocess.Popen(  # noqa: S603 - a fixed list
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=room, env=environment,
            start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise Trouble(f"{name} 运行不了（{error.strerror}）", CURE) from None
    with tool:
        _bound(tool.pid)
        try:
            said, _ = tool.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(tool.pid, signal.SIGKILL)  # with whatever it started
            raise Trouble(f"{name} 在 {SECONDS} 秒内没有完成", CURE) from None
    if tool.returncode:
        raise Trouble(f"{name} 没有能读这个文件（退出码 {tool.returncode}）", CURE)
    return said


def _bound(pid: int) -> None:
    """Limits of a tool that has just begun; what it starts has them too."""
    limits = (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    )
    if sys.platform == "linux":
        with suppress(ProcessLookupError):
            for which, limit in limits:
                resource.prlimit(pid, which, (limit, limit))
