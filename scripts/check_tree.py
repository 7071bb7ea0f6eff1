"""Read the repository's tracked files and tell what must not, or should not, stand in them.

Errors (exit 1): a package registry's host name; a path of somebody's machine.
Warnings: a source file over 400 lines; a line over 110 characters (a Chinese character counts as one).

Usage: python scripts/check_tree.py [FILE…]     without files: every tracked file.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400
LONGEST_LINE = 110

# The backslashes also keep this file from containing what it forbids.
_HOSTS = [r"pypi\.org", r"pythonhosted\.org", r"npmjs\.(com|org)", r"deb\.debian\.org", r"mirrors?\.[a-z]+\."]
_FOLDERS = ["work", "root", "farm", "tmp", r"home/\w+", "opt/pypi", r"Users/\w+"]
FORBIDDEN = {
    "软件包仓库的地址": re.compile("|".join(_HOSTS), re.IGNORECASE),
    "某台机器上的路径": re.compile(r"(?<![\w.}~-])/(?:" + "|".join(_FOLDERS) + r")(?![\w-])"),
}


class Remark(NamedTuple):
    """One thing found: where (path, line from 1), what, and whether it is an error."""

    path: str
    line: int
    what: str
    error: bool

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {'错误' if self.error else '提示'}：{self.what}"


def tracked_files() -> list[str]:
    """Paths of all tracked files, relative to the root."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True)
    return [name for name in listing.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def read_remarks(name: str, text: str) -> Iterator[Remark]:
    """Everything to say about one file's text."""
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        for what, pattern in FORBIDDEN.items():
            if found := pattern.search(line):
                yield Remark(name, number, f"出现{what}“{found.group()}”，请删去", error=True)
        if name.endswith(".py") and len(line) > LONGEST_LINE:
            yield Remark(name, number, f"一行 {len(line)} 字，超过 {LONGEST_LINE} 字", error=False)
    if name.startswith("src/") and name.endswith(".py") and len(lines) > LONGEST_FILE:
        yield Remark(
            name, len(lines), f"{len(lines)} 行，超过 {LONGEST_FILE} 行：哪里可以拆开？", error=False
        )


def check(names: Iterable[str]) -> list[Remark]:
    """Remarks on the named files (relative to the root); files that are not UTF-8 text are passed over."""
    remarks: list[Remark] = []
    for name in names:
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        remarks.extend(read_remarks(name, text))
    return remarks


def main(arguments: list[str]) -> int:
    """Print the remarks; 1 if any is an error."""
    remarks = check(arguments or tracked_files())
    for remark in remarks:
        print(remark)
    return int(any(remark.error for remark in remarks))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
