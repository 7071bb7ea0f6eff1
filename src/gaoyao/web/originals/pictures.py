"""Pictures of pages: drawn once in a process of their own, kept sealed; a crop around what is quoted."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import BoundedSemaphore

from django.conf import settings
from PIL import Image, ImageDraw

from gaoyao.intake.pages.model import SCALE, Box
from gaoyao.intake.sources.model import Form
from gaoyao.web.originals import drawing
from gaoyao.web.originals.models import Original
from gaoyao.web.originals.vault import IMAGE, Vault

DRAWABLE = frozenset({Form.PDF.value, Form.IMAGE.value, Form.DOCX.value})
AT_ONCE = BoundedSemaphore(2)
"""Pages drawn at the same time by one server process."""
CROP_WIDE = 900
_SIGN = (176, 96, 0)


def picture(original: Original, number: int, place: int = 0, turn: int = 0) -> bytes | None:
    """The page as WebP, from the vault or drawn now; None where it cannot be drawn.  Raises LostOriginalError."""
    vault, name = Vault(original.upload), f"{original.sha256}-{number}"
    if vault.has(IMAGE, name):
        return vault.get(IMAGE, name)
    with AT_ONCE:
        made = _drawn(vault, original, number, place, turn)
    if made:
        vault.put(IMAGE, name, made)
    return made


def _drawn(vault: Vault, original: Original, number: int, place: int, turn: int) -> bytes | None:
    settings.WORK.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=settings.WORK, prefix="draw-") as room:
        path = Path(room) / "original"
        vault.extract(original.sha256, path)
        command = [
            sys.executable,
            "-m",
            "gaoyao.web.originals.drawing",
            str(path),
            original.form,
            str(number),
            str(place),
            str(turn),
        ]
        plain = {key: value for key, value in os.environ.items() if not key.startswith("GAOYAO_")}
        try:
            done = subprocess.run(  # noqa: S603 - our own module and a file of our own
                command, env=plain, capture_output=True, timeout=drawing.SECONDS + 5, check=False
            )
        except subprocess.TimeoutExpired:
            return None
    return done.stdout if done.returncode == 0 and done.stdout else None


def crop(page: bytes, box: Box | None) -> bytes:
    """The strip of the page around the box, with a frame around it; the head of the page without a box."""
    with Image.open(io.BytesIO(page)) as opened:
        image = opened.convert("RGB")
    wide, tall = image.size
    left, top, right, bottom = box or (0, 0, SCALE, SCALE * 22 // 100)
    pad = max(SCALE * 5 // 100, (SCALE * 14 // 100 - (bottom - top)) // 2)
    upper, lower = max(0, top - pad), min(SCALE, bottom + pad, top - pad + SCALE * 45 // 100)
    if box is not None:
        frame = (
            left * wide // SCALE - 5,
            top * tall // SCALE - 4,
            right * wide // SCALE + 5,
            bottom * tall // SCALE + 4,
        )
        ImageDraw.Draw(image).rectangle(frame, outline=_SIGN, width=3)
    strip = image.crop(
        (0, upper * tall // SCALE, wide, max(lower * tall // SCALE, upper * tall // SCALE + 20))
    )
    strip.thumbnail((CROP_WIDE, CROP_WIDE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    strip.save(out, "WEBP", quality=75, method=2)
    return out.getvalue()


def turned(notes: list[str]) -> int:
    """Quarter turns that set a page upright as it was recognised: upside down is known, on its side is not told which."""
    return 2 if any(note.startswith("页面倒置") for note in notes) else 0


def on_its_side(notes: list[str]) -> bool:
    """Was the page recognised lying on its side?  Then its boxes do not fit the picture."""
    return any(note.startswith("页面横置") for note in notes)


def place_in_docx(label: str, form: str) -> int:
    """Which picture of a docx a page is; 0 for the others."""
    found = re.fullmatch(r"\D(\d+)", label)
    return int(found[1]) if form == Form.DOCX and found else 0
