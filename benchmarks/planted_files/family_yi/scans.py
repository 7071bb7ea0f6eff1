"""Scanned pages: drawn with Pillow, skewed, noisy, stamped; spoiled where a page is to be unreadable."""

from __future__ import annotations

import io
import math
import random
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

from benchmarks.planted_files.family_yi.model import Paper, fold

SIZE = (1000, 1414)
FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
)
RED = (200, 40, 45)


def _font(size: int) -> ImageFont.FreeTypeFont:
    for path in FONTS:
        if Path(path).exists():
            return ImageFont.truetype(path, size, index=2)
    raise FileNotFoundError("no Noto CJK font for the scanned pages: install the package fonts-noto-cjk")


def scan(paper: Paper, seed: int) -> bytes:
    """The JPEG bytes of a scanned paper of one page."""
    rng = random.Random(f"scan {seed} {paper.stem}")
    page = Image.new("RGB", SIZE, (250, 249, 244))
    if paper.spoil == "watermark":
        ImageDraw.Draw(page).text((180, 640), "打印预览 内部资料", font=_font(70), fill=(226, 226, 224))
    elif paper.spoil != "blank":
        bottom, seat = _write(page, paper)
        if paper.picture:
            _picture(page, paper.picture, bottom, rng)
            seat = 1210
        if paper.stamp:
            _stamp(page, paper.stamp, (690 + rng.randint(-30, 30), seat))
    if paper.spoil == "mirror":
        page = ImageOps.mirror(page)
    elif paper.spoil == "upside":
        page = page.rotate(180)
    page = page.rotate(rng.uniform(-0.9, 0.9), fillcolor=(236, 235, 230), resample=Image.Resampling.BICUBIC)
    page = page.filter(ImageFilter.GaussianBlur(0.5))
    grain = np.random.default_rng(rng.randrange(2**32)).normal(0, 5, (SIZE[1], SIZE[0], 1))
    page = Image.fromarray(np.clip(np.asarray(page, dtype=np.float64) + grain, 0, 255).astype(np.uint8))
    out = io.BytesIO()
    page.save(out, "JPEG", quality=72)
    return out.getvalue()


def _write(page: Image.Image, paper: Paper) -> tuple[int, int]:
    """Write the blocks; give back where they end and where the stamp sits: at its unit, else at the end."""
    draw, y, seat = ImageDraw.Draw(page), 110, 0
    small, large = _font(25), _font(38)
    for block in paper.blocks:
        if block.kind == "title":
            draw.text((SIZE[0] / 2, y), block.text, font=large, fill=(20, 20, 20), anchor="ma")
            y += 84
        elif block.kind == "table":
            y = _grid(draw, block.rows, y, _font(21))
        elif block.kind == "right":
            draw.text((900, y), block.text, font=small, fill=(25, 25, 25), anchor="ra")
            seat = y + 20 if block.text == paper.stamp else seat
            y += 46
        else:
            for line in fold("　　" + block.text, 32):
                draw.text((95, y), line, font=small, fill=(25, 25, 25))
                y += 42
    return y, seat or y


def _grid(draw: ImageDraw.ImageDraw, rows: list[list[str]], y: int, font: ImageFont.FreeTypeFont) -> int:
    columns = max(map(len, rows))
    weights = [max(4, *(min(len(row[i]), 18) for row in rows if i < len(row))) for i in range(columns)]
    widths = [int(820 * weight / sum(weights)) for weight in weights]
    for row in rows:
        cells = [fold(cell, max(2, (width - 16) // 21.5)) for cell, width in zip(row, widths, strict=False)]
        height = 18 + 28 * max(map(len, cells))
        x = 90
        for cell, width in zip(cells, widths, strict=False):
            draw.rectangle((x, y, x + width, y + height), outline=(60, 60, 60))
            for at, line in enumerate(cell):
                draw.text((x + 8, y + 8 + 28 * at), line, font=font, fill=(25, 25, 25))
            x += width
        y += height
    return y + 40


def _stamp(page: Image.Image, text: str, at: tuple[int, int]) -> None:
    side = 230
    stamp = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(stamp)
    draw.ellipse((6, 6, side - 6, side - 6), outline=(*RED, 200), width=6)
    star = [
        (side / 2 + r * math.sin(k * math.pi / 5), side / 2 - r * math.cos(k * math.pi / 5))
        for k, r in ((k, 36 if k % 2 == 0 else 15) for k in range(10))
    ]
    draw.polygon(star, fill=(*RED, 190))
    for i, character in enumerate(text):
        angle = math.radians(-120 + 240 * i / max(1, len(text) - 1))
        glyph = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
        ImageDraw.Draw(glyph).text((20, 20), character, font=_font(24), fill=(*RED, 200), anchor="mm")
        glyph = glyph.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
        x, y = side / 2 + 86 * math.sin(angle), side / 2 - 86 * math.cos(angle)
        stamp.alpha_composite(glyph, (int(x - 20), int(y - 20)))
    page.paste(stamp, (at[0] - side // 2 + 60, at[1] - side // 2), stamp)


def _picture(page: Image.Image, kind: str, top: int, rng: random.Random) -> None:
    draw = ImageDraw.Draw(page)
    if kind.startswith("faces"):
        count = int(kind[5:])
        for i in range(count):
            x, y = 120 + 205 * (i % 4), top + 10 + 250 * (i // 4)
            grey = rng.randint(150, 190)
            draw.rectangle((x, y, x + 160, y + 200), fill=(222, 226, 230), outline=(90, 90, 90))
            draw.ellipse((x + 48, y + 34, x + 112, y + 112), fill=(grey, grey - 12, grey - 26))
            draw.pieslice((x + 18, y + 118, x + 142, y + 290), 180, 360, fill=(70 + rng.randint(0, 60),) * 3)
            draw.text((x + 80, y + 206), f"{i + 1}号", font=_font(22), fill=(20, 20, 20), anchor="ma")
        return
    for i in range(2):  # frames of a camera
        y = top + 10 + 400 * i
        draw.rectangle((150, y, 850, y + 360), fill=(58, 62, 66))
        draw.polygon([(150, y + 360), (850, y + 360), (620, y + 130), (380, y + 130)], fill=(92, 94, 96))
        x = rng.randint(420, 560)
        draw.ellipse((x, y + 150, x + 26, y + 180), fill=(140, 132, 126))
        draw.rectangle((x - 8, y + 180, x + 34, y + 270), fill=(34, 36, 44))
        draw.text((165, y + 10), f"CAM-{rng.randint(10, 99)}", font=_font(22), fill=(235, 235, 235))
