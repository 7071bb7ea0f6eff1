"""Old Word and WPS files: read where a tool is installed that gives their text, otherwise listed with the way.

The tool is found at run time; it works on a copy in a folder of its own, with a time limit, and its output is
a text like any other.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gaoyao.intake.pages import pdf, plain
from gaoyao.intake.pages.model import Page, Trouble

SECONDS = 120
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
        yield from pdf.pages(made)


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
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": room, "LANG": "C.UTF-8"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed list
            command, capture_output=True, timeout=SECONDS, cwd=room, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise Trouble(f"{Path(command[0]).name} 在 {SECONDS} 秒内没有完成", CURE) from None
    except OSError as error:
        raise Trouble(f"{Path(command[0]).name} 运行不了（{error.strerror}）", CURE) from None
    if done.returncode:
        raise Trouble(f"{Path(command[0]).name} 没有能读这个文件（退出码 {done.returncode}）", CURE)
    return done.stdout
