"""Pictures made by rule: stamps, photographs of faces, of things and of places, and scanned pages."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

RED = (196, 30, 38)
FONT_ROOTS = ("/usr/share/fonts", "/usr/local/share/fonts")


@lru_cache(maxsize=1)
def font_file() -> Path:
    """The Noto CJK font file scans are written with; raises FileNotFoundError with the cure."""
    for name in ("NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc"):
        for root in FONT_ROOTS:
            found = sorted(Path(root).rglob(name)) if Path(root).is_dir() else []
            if found:
                return found[0]
    raise FileNotFoundError("no Noto CJK font under /usr/share/fonts: install the package fonts-noto-cjk")


@lru_cache(maxsize=64)
def font(size: int) -> ImageFont.FreeTypeFont:
    """The simplified-Chinese face at `size` pixels."""
    return ImageFont.truetype(str(font_file()), size, index=2)


@lru_cache(maxsize=32)
def seal_picture(text: str) -> Image.Image:
    """A round red stamp: the name of the body along the ring, a star in the middle; transparent ground."""
    side = 300
    image = Image.new("RGBA", (side, side), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    ink = (*RED, 190)
    draw.ellipse((8, 8, side - 8, side - 8), outline=ink, width=8)
    centre = side / 2
    star = []
    for corner in range(10):
        radius = 44 if corner % 2 == 0 else 17
        angle = math.pi * corner / 5 - math.pi / 2
        star.append((centre + radius * math.cos(angle), centre + radius * math.sin(angle)))
    draw.polygon(star, fill=ink)
    size = 34 if len(text) <= 10 else 27
    spread = min(250.0, 24.0 * len(text))
    for index, char in enumerate(text):
        turn = -spread / 2 + spread * index / max(1, len(text) - 1)
        tile = Image.new("RGBA", (60, 60), (255, 255, 255, 0))
        ImageDraw.Draw(tile).text((30, 30), char, font=font(size), fill=ink, anchor="mm")
        tile = tile.rotate(-turn, resample=Image.Resampling.BICUBIC)
        angle = math.radians(turn - 90)
        x, y = centre + 112 * math.cos(angle), centre + 112 * math.sin(angle)
        image.alpha_composite(tile, (round(x - 30), round(y - 30)))
    return image


def face_picture(rng: Random) -> Image.Image:
    """A photograph-like face on a blue-grey ground: hair, brows, eyes, mouth and build vary."""
    image = Image.new("RGB", (120, 150), (190 + rng.randrange(20), 200, 215))
    draw = ImageDraw.Draw(image)
    skin = (214 + rng.randrange(-18, 18), 180 + rng.randrange(-14, 14), 150 + rng.randrange(-12, 12))
    wide, high = 27 + rng.randrange(7), 35 + rng.randrange(8)
    draw.rectangle((48, 95, 72, 120), fill=skin)
    draw.ellipse(
        (10, 112, 110, 190), fill=rng.choice(((40, 44, 60), (90, 90, 96), (60, 30, 30), (30, 60, 50)))
    )
    hair = rng.choice(((20, 18, 18), (38, 32, 30), (70, 66, 64)))
    draw.ellipse((60 - wide - 4, 62 - high - 8, 64 + wide, 80), fill=hair)
    draw.ellipse((60 - wide, 66 - high + rng.randrange(5), 60 + wide, 66 + high), fill=skin)
    eye, gap = 60 + rng.randrange(-3, 3), 10 + rng.randrange(4)
    for side in (-1, 1):
        draw.ellipse((60 + side * gap - 4, eye - 2, 60 + side * gap + 4, eye + 2), fill=(30, 26, 24))
        draw.line(
            (60 + side * gap - 7, eye - 9, 60 + side * gap + 7, eye - 8 - rng.randrange(3)),
            fill=hair,
            width=3,
        )
    draw.line((60, eye + 4, 58, eye + 16), fill=(160, 126, 104), width=2)
    draw.line((52 - rng.randrange(3), eye + 25, 68, eye + 24 + rng.randrange(3)), fill=(150, 80, 76), width=3)
    return image


def scene_picture(rng: Random) -> Image.Image:
    """A photograph-like view: ground, wall, some objects, one yellow evidence marker, film noise."""
    image = Image.new("RGB", (320, 220), (150 + rng.randrange(50),) * 3)
    draw = ImageDraw.Draw(image)
    line = 100 + rng.randrange(50)
    draw.rectangle((0, line, 320, 220), fill=(90 + rng.randrange(50), 84 + rng.randrange(40), 74))
    for _ in range(3 + rng.randrange(4)):
        x, y = rng.randrange(270), line - 60 + rng.randrange(100)
        tone = tuple(40 + rng.randrange(150) for _ in range(3))
        draw.rectangle(
            (x, y, x + 25 + rng.randrange(60), y + 20 + rng.randrange(50)), fill=tone, outline=(30, 30, 30)
        )
    x, y = 40 + rng.randrange(220), line + 10 + rng.randrange(50)
    draw.polygon(((x, y), (x + 12, y + 26), (x - 12, y + 26)), fill=(236, 200, 30))
    grain = Image.frombytes("L", image.size, rng.randbytes(320 * 220)).convert("RGB")
    return Image.blend(image, grain, 0.1)


def thing_picture(rng: Random) -> Image.Image:
    """A photograph-like view of one thing on white cloth beside a scale."""
    image = Image.new("RGB", (320, 220), (228, 228, 224))
    draw = ImageDraw.Draw(image)
    tone = tuple(30 + rng.randrange(150) for _ in range(3))
    x, y = 60 + rng.randrange(60), 50 + rng.randrange(30)
    draw.rounded_rectangle((x, y, x + 90 + rng.randrange(70), y + 40 + rng.randrange(50)), 12, fill=tone)
    for tick in range(0, 260, 10):
        draw.line((30 + tick, 190, 30 + tick, 182 if tick % 50 else 174), fill=(20, 20, 20), width=2)
    draw.line((30, 190, 285, 190), fill=(20, 20, 20), width=2)
    grain = Image.frombytes("L", image.size, rng.randbytes(320 * 220)).convert("RGB")
    return Image.blend(image, grain, 0.07)


def worn(page: Image.Image, rng: Random) -> Image.Image:
    """A page as a flat-bed scanner gives it: a little skew, grain, a shadow at the edge."""
    turned = page.rotate(
        rng.uniform(-0.9, 0.9), resample=Image.Resampling.BILINEAR, fillcolor=(250, 249, 246)
    )
    grain = Image.frombytes("L", turned.size, rng.randbytes(turned.width * turned.height)).convert("RGB")
    mixed = Image.blend(turned, grain, 0.07)
    draw = ImageDraw.Draw(mixed)
    for step in range(6):
        tone = 150 + step * 14
        draw.line((step, 0, step, mixed.height), fill=(tone, tone, tone))
    for _ in range(40):
        x, y = rng.randrange(mixed.width), rng.randrange(mixed.height)
        draw.ellipse((x, y, x + 1, y + 1), fill=(90, 90, 90))
    return mixed


def spoiled(page: Image.Image, way: str, mark: str) -> Image.Image:
    """An unreadable page: turned upside down, mirrored, blank, or nothing but a watermark."""
    if way == "倒置":
        return page.rotate(180)
    if way == "镜像":
        return page.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    image = Image.new("RGB", page.size, (252, 252, 250))
    if way == "水印":
        tile = Image.new("RGB", (page.width, 260), (252, 252, 250))
        ImageDraw.Draw(tile).text(
            (page.width // 2, 130), mark, font=font(80), fill=(224, 224, 228), anchor="mm"
        )
        tile = tile.rotate(18, expand=True, fillcolor=(252, 252, 250))
        for top in (100, 800):
            image.paste(tile, ((page.width - tile.width) // 2, top))
    return image
