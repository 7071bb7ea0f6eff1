"""Invented pages as scanners really give them: grey paper, slant, stamps, signatures, shadows, holes, weak JPEG.

Every page is drawn from a seed; the same seed gives the same picture.  Each kind of wear has its own words in KINDS.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

Rgb = NDArray[np.uint8]
_FACES = (
    "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf", "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
)  # fmt: skip
INCHES = (8.27, 11.69)


@dataclass(frozen=True, slots=True)
class Wear:
    """How a page is worn.  `paper`: grey of the paper, `ink`: of the ink (0 black); `jpeg`: quality, 0 for none."""

    dpi: int = 200
    points: float = 14
    skew: float = 0.0
    paper: int = 250
    ink: int = 25
    noise: float = 4
    blur: float = 0.0
    jpeg: int = 85
    stamps: int = 0
    hand: int = 0
    shadow: float = 0.0
    holes: bool = False
    specks: int = 0
    ruled: bool = False
    copied: bool = False  # a black-and-white copy: stamps turn grey


KINDS: dict[str, tuple[str, Wear]] = {
    "clean": ("清楚，二百点", Wear()),
    "dpi150": ("一百五十点", Wear(dpi=150)),
    "dpi300": ("三百点", Wear(dpi=300)),
    "skew": ("歪斜", Wear(skew=2.5)),
    "jpeg": ("压缩得重", Wear(jpeg=30, dpi=150, noise=3)),
    "grey": ("灰底、有颗粒", Wear(paper=205, noise=14, ink=60)),
    "stamps": ("红章压字", Wear(stamps=2)),
    "signed": ("有手写签名", Wear(hand=3)),
    "shadow": ("半边阴影", Wear(shadow=0.55, jpeg=70)),
    "holes": ("装订孔、黑边、污点", Wear(holes=True, specks=60)),
    "table": ("有格线的表，略歪", Wear(ruled=True, dpi=150, skew=1.3)),
    "worn": ("以上几样都有", Wear(dpi=150, skew=1.2, paper=215, ink=55, noise=9, jpeg=45, stamps=1, hand=2, shadow=0.3, holes=True, specks=25)),
    "copied": ("黑白复印，印章成灰", Wear(dpi=150, stamps=2, copied=True)),
    "small": ("小字，一百五十点", Wear(dpi=150, points=10.5)),
    "faded": ("字迹淡", Wear(ink=165, paper=235, noise=7, dpi=150)),
    "lowdpi": ("七十五点", Wear(dpi=75, jpeg=40, noise=5)),
    "blurred": ("失焦", Wear(dpi=150, blur=4.2, jpeg=50)),
    "grain": ("颗粒盖过字迹", Wear(dpi=150, ink=120, noise=70, jpeg=30)),
    "smudged": ("字小、失焦、压缩", Wear(dpi=110, points=10.5, blur=1.9, jpeg=25, noise=9)),
    "fax": ("传真", Wear(dpi=96, points=12, noise=26, blur=0.9, jpeg=20, ink=70)),
}  # fmt: skip
"""Name → in words, and the wear.  How well each can be read is measured, not supposed."""


def lines_of(seed: int) -> list[str]:
    """The lines of one invented page: labels, dates, hours, numbers, weights, articles, then sentences."""
    rng = Random(seed)
    two = lambda low, high: f"{rng.randint(low, high)}"  # noqa: E731
    year, month, day = rng.randint(2018, 2024), rng.randint(1, 12), rng.randint(1, 28)
    hour, minute = rng.randint(8, 20), rng.randint(0, 59)
    number = f"3{two(10000, 99999)}{rng.randint(1960, 2003)}{month:02}{day:02}{two(1000, 9999)}"
    name = rng.choice(("赵某甲", "钱某乙", "孙某丙", "李某丁"))
    head = [
        rng.choice(("讯 问 笔 录（第一次）", "询 问 笔 录（第1次）", "扣 押 清 单", "辨 认 笔 录")),
        f"时间{year}年{month}月{day}日{hour}时{minute}分至{year}年{month}月{day}日{hour + 1}时{minute}分",
        f"地点{rng.choice(('青岭县公安局城关派出所询问室', '青岭县看守所第三讯问室', '北街一百二十号'))}",
        "讯问人张某、王某  工作单位青岭县公安局刑侦大队",
        f"被讯问人{name}  性别男  出生日期{year - 30}年{month}月{day}日",
        f"公民身份号码{number}  联系方式1{two(3000000000, 9999999999)}",
        f"案号青公（刑）立字〔{year}〕{two(10, 999)}号",
    ]
    said = [
        f"问：你于{year}年{month}月{day}日到过什么地方？",
        f"答：当日{hour}时许我在北街一号，{two(1, 12)}日以后没有再去过。",
        f"上述物品重{two(1, 99)}.{two(10, 99)}克，单价{two(100, 9000)}元，共计{two(10000, 90000)}元。",
        f"依照《中华人民共和国刑事诉讼法》第一百{rng.choice('一二三四')}十{rng.choice('一二三五六八九')}条之规定。",
        "以上笔录我看过，和我说的相符。一式二份，入卷一份，交持有人一份。",
        f"证人{rng.choice(('周某', '吴某', '郑某'))}曰：“土地在未末之间，己已巳三字不同，日曰不分。”",
        f"银行卡号6222{two(100000000000, 999999999999)}，车牌苏A{two(10000, 99999)}，编号JZ-{two(100, 999)}。",
    ]
    rng.shuffle(said)
    return [*head, *said, *said[:3]]


@lru_cache(maxsize=64)
def _face(place: int, size: int) -> ImageFont.FreeTypeFont:
    found = [one for one in _FACES if Path(one).exists()]
    if not found:
        raise FileNotFoundError("no Chinese font: install fonts-noto-cjk or fonts-arphic-*")
    return ImageFont.truetype(found[place % len(found)], size)


def drawn(lines: Sequence[str], wear: Wear, seed: int) -> Rgb:
    """The page as a picture: rows, columns, red-green-blue."""
    rng, shake = Random(seed), np.random.default_rng(seed)
    width, height = (int(side * wear.dpi) for side in INCHES)
    image = Image.new("RGB", (width, height), (wear.paper,) * 3)
    draw = ImageDraw.Draw(image)
    size = max(6, round(wear.points / 72 * wear.dpi))
    step, left, top = int(size * 1.9), int(width * 0.11), int(height * 0.09)
    face = _face(seed, size)
    for number, line in enumerate(lines):
        draw.text((left, top + number * step), line, font=face, fill=(wear.ink,) * 3)
    if wear.ruled:
        _rulings(draw, left, top, step, len(lines), width, wear)
    for number in range(wear.stamps):
        _stamp(image, rng, width, height, number)
    for _ in range(wear.hand):
        _signature(draw, rng, width, top + (len(lines) + 1) * step, height, wear.dpi)
    for _ in range(wear.specks):
        x, y, r = rng.randrange(width), rng.randrange(height), rng.choice((1, 1, 2))
        draw.ellipse((x - r, y - r, x + r, y + r), fill=(rng.randint(20, 120),) * 3)
    if wear.holes:
        _holes(draw, width, height)
    return _through_the_glass(image, wear, shake)


def _rulings(
    draw: ImageDraw.ImageDraw, left: int, top: int, step: int, count: int, width: int, wear: Wear
) -> None:
    thick = max(1, wear.dpi // 100)
    for number in range(count + 1):
        y = top + number * step - int(step * 0.2)
        draw.line((left - step // 3, y, int(width * 0.93), y), fill=(wear.ink,) * 3, width=thick)
    for x in (left - step // 3, int(width * 0.93)):
        draw.line((x, top - int(step * 0.2), x, top + count * step - int(step * 0.2)), fill=(wear.ink,) * 3, width=thick)  # fmt: skip


def _stamp(image: Image.Image, rng: Random, width: int, height: int, number: int) -> None:
    """A round stamp with a star and letters; its ink darkens, black print under it stays black."""
    radius = int(width * 0.13)
    layer = Image.new("RGB", (2 * radius, 2 * radius), (255, 255, 255))
    draw, red = ImageDraw.Draw(layer), (205 + rng.randint(0, 30), 40 + rng.randint(0, 35), 60)
    draw.ellipse((2, 2, 2 * radius - 3, 2 * radius - 3), outline=red, width=max(3, radius // 22))
    draw.text((radius * 0.3, radius * 1.25), "青岭县公安局", font=_face(3, int(radius / 4.4)), fill=red)
    points = [
        (radius + radius * 0.32 * (1 if n % 2 == 0 else 0.4) * float(np.sin(n * np.pi / 5)), radius * 0.8 - radius * 0.32 * (1 if n % 2 == 0 else 0.4) * float(np.cos(n * np.pi / 5)))
        for n in range(10)
    ]  # fmt: skip
    draw.polygon(points, fill=red)
    layer = layer.rotate(rng.randint(-25, 25), fillcolor=(255, 255, 255))
    place = (int(width * (0.5 + 0.15 * number)), int(height * (0.12 + 0.2 * number + 0.05 * rng.random())))
    below = image.crop((*place, place[0] + 2 * radius, place[1] + 2 * radius))
    image.paste(ImageChops.multiply(below, layer), place)


def _signature(draw: ImageDraw.ImageDraw, rng: Random, width: int, top: int, height: int, dpi: int) -> None:
    """Strokes as of a name written quickly, below the text."""
    x, y = rng.randint(int(width * 0.45), int(width * 0.7)), min(height - dpi, top + rng.randint(0, dpi))
    for _ in range(rng.randint(2, 3)):
        for _ in range(rng.randint(3, 6)):
            points = [(x + rng.randint(0, dpi // 3), y + rng.randint(0, dpi // 3)) for _ in range(3)]
            draw.line(points, fill=(35, 35, 80), width=max(2, dpi // 70), joint="curve")
        x += int(dpi * 0.4)


def _holes(draw: ImageDraw.ImageDraw, width: int, height: int) -> None:
    radius = int(width * 0.013)
    for part in (0.3, 0.5, 0.7):
        x, y = int(width * 0.035), int(height * part)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(12, 12, 12))
    draw.rectangle((0, 0, int(width * 0.008), height), fill=(18, 18, 18))


def _through_the_glass(image: Image.Image, wear: Wear, shake: np.random.Generator) -> Rgb:
    """Slant, lack of focus, shadow, grain and compression, in the order in which a scanner adds them."""
    if wear.copied:
        image = image.convert("L").convert("RGB")
    if wear.skew:
        image = image.rotate(wear.skew, fillcolor=(wear.paper,) * 3, resample=Image.Resampling.BICUBIC)
    if wear.blur:
        image = image.filter(ImageFilter.GaussianBlur(wear.blur))
    light = np.asarray(image).astype(np.float32)
    if wear.shadow:
        fall = np.clip(np.linspace(1.6, -0.4, light.shape[1]), 0, 1).astype(np.float32)
        light *= (1 - wear.shadow * fall)[None, :, None]
    if wear.noise:
        light += shake.normal(0, wear.noise, (*light.shape[:2], 1)).astype(np.float32)
    made = Image.fromarray(np.clip(light, 0, 255).astype(np.uint8))
    if wear.jpeg:
        out = io.BytesIO()
        made.save(out, "JPEG", quality=wear.jpeg)
        made = Image.open(io.BytesIO(out.getvalue())).convert("RGB")
    return np.asarray(made)


def page(kind: str, seed: int) -> tuple[list[str], Rgb]:
    """The lines and the picture of one page of a kind of wear; the slant goes both ways."""
    lines, wear = lines_of(seed), KINDS[kind][1]
    return lines, drawn(lines, replace(wear, skew=wear.skew * (1 if seed % 2 else -1)), seed)
