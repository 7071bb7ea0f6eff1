"""Pages drawn: text pages by reportlab, scanned pages by Pillow; all bytes follow from the seed."""

from __future__ import annotations

import io
import math
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from benchmarks.planted_files.family_bing.layout import FONT, HEIGHT, WIDTH, Laid, Op, text_width

DPI = 140
SCALE = DPI / 72
FOLDER = Path("/usr/share/fonts/opentype/noto")
FACES = {"": "NotoSerifCJK-Regular.ttc", "bold": "NotoSerifCJK-Bold.ttc", "hand": "NotoSansCJK-Regular.ttc"}
SIMPLIFIED = 2  # index of the SC face in the collections


@lru_cache(maxsize=64)
def face(style: str, pixels: int) -> ImageFont.FreeTypeFont:
    """A font by style and size in pixels."""
    return ImageFont.truetype(str(FOLDER / FACES[style]), pixels, index=SIMPLIFIED)


def stamp_lines(text: str) -> list[str]:
    """A stamp's text in lines of at most seven characters."""
    return [text[at : at + 7] for at in range(0, len(text), 7)]


def draw_hand(image: Image.Image, op: Op, rng: Random) -> None:
    """Write a filled-in place: slanted, blue-black, a little off the line."""
    font = face("hand", round(op.size * SCALE))
    wide = round(font.getlength(op.text)) + 24
    tall = round(op.size * SCALE * 1.6)
    layer = Image.new("L", (wide, tall), 0)
    ImageDraw.Draw(layer).text((2, 0), op.text, font=font, fill=230)
    layer = layer.transform((wide, tall), Image.Transform.AFFINE, (1, 0.18, -0.18 * tall / 2, 0, 1, 0))
    fit = round(text_width(op.text, op.size) * SCALE) + 24
    if fit < wide:
        layer, wide = layer.resize((fit, tall)), fit
    ink = Image.new("RGB", (wide, tall), (28, 34, 92))
    top = round(op.y * SCALE - op.size * SCALE * 1.14) + rng.randint(-2, 2)
    image.paste(ink, (round(op.x * SCALE), top), layer)


def draw_stamp(image: Image.Image, op: Op, rng: Random) -> None:
    """Press a round red stamp, turned a little."""
    side = round(118 * SCALE)
    seal = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(seal)
    pen.ellipse((6, 6, side - 6, side - 6), outline=190, width=5)
    lines = stamp_lines(op.text)
    font = face("bold", round(12 * SCALE))
    for number, line in enumerate(lines):
        y = side / 2 - 12 * SCALE - (len(lines) - number) * 14 * SCALE
        pen.text(((side - font.getlength(line)) / 2, y), line, font=font, fill=190)
    star = face("bold", round(15 * SCALE))
    pen.text((side / 2, side * 0.72), "★", font=star, fill=190, anchor="mm")
    seal = seal.rotate(rng.uniform(-14, 14), resample=Image.Resampling.BICUBIC)
    corner = (round(op.x * SCALE - side / 2), round(op.y * SCALE - side / 2))
    image.paste(Image.new("RGB", (side, side), (205, 38, 38)), corner, seal)


def ticks(op: Op) -> list[list[tuple[float, float]]]:
    """The strokes of the ticks in a run of text, in points from the top left corner."""
    strokes = []
    for at, char in enumerate(op.text):
        if char == "☑":
            x, size = op.x + text_width(op.text[:at], op.size), op.size
            low, middle, high = op.y - 0.05 * size, op.y - 0.4 * size, op.y - 0.85 * size
            strokes.append([(x + 0.15 * size, middle), (x + 0.42 * size, low), (x + 0.95 * size, high)])
    return strokes


def shades(op: Op) -> list[tuple[tuple[float, float, float, float], float]]:
    """The grey boxes a photograph is shown by: (left, top, right, bottom) in points, and how light."""
    wide, high = op.x2 - op.x, op.y2 - op.y
    turn = (op.y % 97) / 97
    boxes = [((op.x, op.y, op.x2, op.y2), 0.82), ((op.x, op.y + 0.62 * high, op.x2, op.y2), 0.6)]
    left = op.x + (0.1 + 0.3 * turn) * wide
    boxes.append(((left, op.y + 0.25 * high, left + 0.28 * wide, op.y + 0.75 * high), 0.42))
    left = op.x + (0.55 + 0.2 * turn) * wide
    boxes.append(((left, op.y + 0.45 * high, left + 0.2 * wide, op.y + 0.85 * high), 0.3))
    return boxes


def picture(page: Laid, rng: Random) -> Image.Image:
    """A page as a clean picture."""
    image = Image.new("RGB", (round(WIDTH * SCALE), round(HEIGHT * SCALE)), (255, 255, 255))
    pen = ImageDraw.Draw(image)
    for op in page.ops:
        if op.what == "line":
            box = (op.x * SCALE, op.y * SCALE, op.x2 * SCALE, op.y2 * SCALE)
            pen.line(box, fill=(60, 60, 60), width=2)
        elif op.what == "photo":
            for box, light in shades(op):
                pen.rectangle([side * SCALE for side in box], fill=(round(255 * light),) * 3)
        elif op.what == "stamp":
            draw_stamp(image, op, rng)
        elif op.style == "hand":
            draw_hand(image, op, rng)
        else:
            font = face(op.style, round(op.size * SCALE))
            top = op.y * SCALE - op.size * SCALE * 1.14
            pen.text((op.x * SCALE, top), op.text.replace("☑", "□"), font=font, fill=(25, 25, 25))
            for tick in ticks(op):
                pen.line([(x * SCALE, y * SCALE) for x, y in tick], fill=(28, 34, 92), width=3)
    return image


def worn(image: Image.Image, rng: Random) -> Image.Image:
    """The picture as it comes from an old scanner: skewed, faded, noisy, a dark edge."""
    paper = (rng.randint(238, 250), rng.randint(236, 247), rng.randint(226, 240))
    image = image.rotate(rng.uniform(-1.3, 1.3), resample=Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 0.6)))
    fade = rng.uniform(0.0, 0.38)
    grain = np.random.default_rng(rng.getrandbits(32))
    dots = np.asarray(image, dtype=np.float32)
    dots = dots * (1 - fade) + 255 * fade
    dots = dots * (np.array(paper, dtype=np.float32) / np.float32(255))
    dots += grain.normal(0, rng.uniform(3, 8), dots.shape[:2]).astype(np.float32)[..., None]
    edge = rng.randint(4, 22)
    dots[:, :edge] *= 0.55
    return Image.fromarray(np.clip(dots, 0, 255).astype(np.uint8))


def watermark() -> Image.Image:
    """A page with nothing but a pale watermark across it."""
    image = Image.new("RGB", (round(WIDTH * SCALE), round(HEIGHT * SCALE)), (255, 255, 255))
    layer = Image.new("RGB", image.size, (255, 255, 255))
    pen = ImageDraw.Draw(layer)
    for row in range(4):
        pen.text((180, 240 + 380 * row), "内部资料  禁止复制", font=face("", 64), fill=(216, 216, 216))
    return layer.rotate(30, fillcolor=(255, 255, 255))


def spoiled(image: Image.Image, how: str) -> Image.Image:
    """The picture upside down, mirrored, empty or with a watermark only."""
    if how == "倒置":
        return image.rotate(180)
    if how == "镜像":
        return image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if how == "空白":
        return Image.new("RGB", image.size, (255, 255, 255))
    return watermark()


def draw_picture(canvas: Canvas, image: Image.Image, sideways: bool) -> None:
    """Put a scanned page into the PDF; stored sideways it is turned upright by the page's own rotation."""
    if sideways:
        image = image.rotate(90, expand=True)
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=62)
    stream.seek(0)
    wide, high = (HEIGHT, WIDTH) if sideways else (WIDTH, HEIGHT)
    canvas.setPageSize((WIDTH, HEIGHT))  # reportlab turns the page's size itself when the page is rotated
    if sideways:
        canvas.setPageRotation(90)
    canvas.drawImage(ImageReader(stream), 0, 0, wide, high)
    canvas.showPage()
    canvas.setPageRotation(0)


def draw_seal_on(canvas: Canvas, op: Op) -> None:
    """A round red stamp on a text page."""
    canvas.saveState()
    canvas.setStrokeColorRGB(0.8, 0.1, 0.1)
    canvas.setFillColorRGB(0.8, 0.1, 0.1)
    canvas.setLineWidth(2)
    canvas.circle(op.x, HEIGHT - op.y, 56)
    canvas.setFont(FONT, 11)
    lines = stamp_lines(op.text)
    for number, line in enumerate(lines):
        canvas.drawCentredString(op.x, HEIGHT - op.y + 14 * (len(lines) - number), line)
    canvas.restoreState()


def draw_tick(canvas: Canvas, op: Op, tick: list[tuple[float, float]]) -> None:
    """Draw a ticked box, which the font has in its text but not as a picture."""
    left = tick[0][0] - 0.15 * op.size
    canvas.rect(left + 1, HEIGHT - op.y - 1, op.size - 2, op.size - 2)
    for (x, y), (x2, y2) in pairwise(tick):
        canvas.line(x, HEIGHT - y, x2, HEIGHT - y2)


def draw_text(canvas: Canvas, page: Laid) -> None:
    """Draw one page with a text layer."""
    canvas.setLineWidth(0.7)
    for op in page.ops:
        if op.what == "line":
            canvas.line(op.x, HEIGHT - op.y, op.x2, HEIGHT - op.y2)
        elif op.what == "photo":
            for (left, top, right, low), light in shades(op):
                canvas.setFillGray(light)
                canvas.rect(left, HEIGHT - low, right - left, low - top, stroke=0, fill=1)
            canvas.setFillGray(0)
        elif op.what == "stamp":
            draw_seal_on(canvas, op)
        elif op.text.strip():
            body = canvas.beginText()
            body.setFont(FONT, op.size)
            slant = math.tan(math.radians(11)) if op.style == "hand" else 0
            body.setTextTransform(1, 0, slant, 1, op.x, HEIGHT - op.y)
            body.setFillColorRGB(*((0.12, 0.14, 0.4) if op.style == "hand" else (0, 0, 0)))
            body.setTextRenderMode(2 if op.style == "bold" else 0)
            body.textOut(op.text)
            body.setTextRenderMode(0)
            canvas.drawText(body)
            for tick in ticks(op):
                draw_tick(canvas, op, tick)
    canvas.showPage()
