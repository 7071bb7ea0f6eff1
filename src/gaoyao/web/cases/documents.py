"""Documents of a file (PDF, Word, pictures, archives) to a draft case, read by `gaoyao read` in a process of its own.

What comes from outside is parsed there, not in the server: a crash or an endless loop ends that process only.
Scanned pages are not recognised here; they are counted as unread, and the review says so.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gaoyao.dossier.exchange import load
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DossierError

SECONDS = 120
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Draft:
    """The log of the draft and what was and was not read, in sentences."""

    log: Log
    told: tuple[str, ...]


def draft(files: list[tuple[str, bytes]], actor: str, at: str) -> Draft:
    """Read the documents.  Raises DossierError where they cannot be read in time, or hold nothing to read."""
    with tempfile.TemporaryDirectory(prefix="gaoyao-upload-") as room:
        folder, output = Path(room) / "材料", Path(room) / "draft.yaml"
        folder.mkdir()
        for number, (name, data) in enumerate(files, 1):
            (folder / f"{number:03d}-{_safe(name)}").write_bytes(data)
        command = [
            sys.executable,
            "-m",
            "gaoyao",
            "read",
            str(folder),
            "--output",
            str(output),
            "--no-ocr",
            "--jobs",
            "1",
        ]
        try:
            done = subprocess.run(  # noqa: S603 - our own command, our own folder
                command, capture_output=True, text=True, timeout=SECONDS, check=False, cwd=room
            )
        except subprocess.TimeoutExpired:
            raise DossierError(
                (
                    f"材料在 {SECONDS} 秒内没有读完，没有载入。请用 gaoyao read 在命令行读取，再载入写出的案件文件。",
                )
            ) from None
        if done.returncode or not output.is_file():
            why = done.stderr.strip().splitlines()[-1:] or ["程序没有说明原因"]
            raise DossierError((f"材料没有读成，没有载入：{why[0].replace(room, '')}",))
        log = load(output, name="机器读取的草稿", actor=actor, at=at).log
        left = json.loads(output.with_suffix(".coverage.json").read_text(encoding="utf-8")).get(
            "left_out", []
        )
        lines = [line for line in done.stdout.splitlines() if line.strip() and not line.startswith("  ")]
    more = [f"读到而没有提出：{one['where']} {one['what']}：{one['why']}" for one in left[:SHOWN]]
    return Draft(log, (*lines[:SHOWN], *more))


def _safe(name: str) -> str:
    """The last part of a name, without what a file system or a log might trip over."""
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(one if one.isalnum() or one in "._-（）()" else "_" for one in last).lstrip(".")
    stem, dot, suffix = kept.rpartition(".")
    return f"{stem[:60]}.{suffix[:8]}" if dot else kept[:60] or "file"
