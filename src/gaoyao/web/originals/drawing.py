"""The process that draws one page of an original: python -m gaoyao.web.originals.drawing FILE FORM NUMBER PLACE TURN

The picture (WebP, at most WIDE pixels wide and TALL high) goes to standard output.  It is bounded in time and memory, knows no
database and no key, and ends with the process that started it.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from PIL import Image

from gaoyao.intake.ocr.jobs import Task, picture_of
from gaoyao.intake.pages.confined import write_only_in
from gaoyao.intake.pages.model import Trouble
from gaoyao.intake.sources.model import Form
from gaoyao.web.originals.child import bound, end_with

WIDE, TALL, QUALITY = 1240, 3000, 70
SECONDS, MEMORY = 40, 4 << 30


def drawn(path: Path, form: Form, number: int, place: int, turn: int) -> bytes:
    """The page as WebP, turned to the left by `turn` quarters.  Raises Trouble."""
    image = Image.fromarray(picture_of(Task("", path, form, number, place)))
    if turn:
        image = image.rotate(90 * turn, expand=True)
    image.thumbnail((WIDE, TALL), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.save(out, "WEBP", quality=QUALITY, method=2)
    return out.getvalue()


def main(arguments: list[str]) -> int:
    """Run as a process of its own; 3 where the page cannot be drawn."""
    path, form, number, place, turn = arguments
    bound(seconds=SECONDS, memory=MEMORY)
    end_with(os.getppid())
    write_only_in(Path(path).parent)
    try:
        sys.stdout.buffer.write(drawn(Path(path), Form(form), int(number), int(place), int(turn)))
    except (Trouble, OSError, ValueError, IndexError, MemoryError):
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
