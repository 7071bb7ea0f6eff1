"""What recognition said of the pages of one original, a line each, so that a run can go on where it was killed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from gaoyao.intake.ocr.reading import Read
from gaoyao.intake.pages.model import Line, State, Why

VERSION = "1"


class Cache:
    """Results of one original: `get` by page number, `put` appends at once.

    A line that was cut by a kill, or written by another engine or version, counts as not there.
    """

    def __init__(self, path: Path, engine: str) -> None:
        self.path, self.key = path, f"{VERSION} {engine}"
        self.known: dict[int, Read] = {}
        self.torn = False
        if path.exists():
            data = path.read_bytes()
            self.torn = bool(data) and not data.endswith(b"\n")
            for line in data.split(b"\n"):
                found = _parsed(line, self.key)
                if found is not None:
                    self.known[found[0]] = found[1]

    def get(self, number: int) -> Read | None:
        """What was read of that page before."""
        return self.known.get(number)

    def put(self, number: int, read: Read) -> None:
        """Keep a result."""
        self.known[number] = read
        row = [
            self.key,
            number,
            read.state.value,
            read.text,
            read.why.value if read.why else None,
            read.legibility,
            read.notes,
            read.lines,
        ]
        with self.path.open("ab") as out:
            out.write((b"\n" if self.torn else b"") + json.dumps(row, ensure_ascii=False).encode() + b"\n")
        self.torn = False


def _parsed(line: bytes, key: str) -> tuple[int, Read] | None:
    try:
        row: list[Any] = json.loads(line)
        wrote, number, state, text, why, legibility, notes, lines = row
        if wrote != key or not isinstance(number, int) or not isinstance(text, str):
            return None
        made = tuple(
            Line(int(a), int(b), (int(x1), int(y1), int(x2), int(y2)), float(s))
            for a, b, (x1, y1, x2, y2), s in lines
        )
        return number, Read(
            State(state), text, Why(why) if why else None, float(legibility), tuple(map(str, notes)), made
        )
    except (ValueError, TypeError):
        return None
