"""Is a text layer what stands on the page?  Mojibake, watermarks, ink that no character covers.

The limits below are ours (提示), set on invented pages; `benchmarks/reading.py` prints how they do.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]

INK = 0.6
"""A pixel with less than this share of the light of the paper around it, on the red channel, is ink; stamps vanish."""
LARGE = 2000
"""A picture with a longer side than this is halved before its ink is looked at: the share stays, the time does not."""
DARKEST_PAPER = 0.4
"""Paper in a shadow keeps at least this share of the light of the page; what is darker over an area is a patch."""
FAINT = 24
"""A pixel this much darker than the paper may be faint writing."""
COMMON_SHARE = 0.22
"""Of thirty or more Chinese characters at least this share are among the most common ones."""
UNCOVERED = 0.25
"""Where more of the ink than this lies outside all characters, something on the page was not read."""

COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经"
    "么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又"
    "关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通"
    "教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直"
    "德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该"
    "交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔证供述讯询辩认鉴扣押提取搜查勘验逮捕拘留起诉侦审判决裁定罪案犯嫌疑被害签名"
    "捺印权利义务告知姓住址身份号码族县省镇村局派所六七八九百千元号日时分某甲乙丙丁检察辨人录音像场痕迹物品清单编号备注持有见证"
)
_LETTER = re.compile(r"[A-Za-z0-9\u3400-\u9fff]")
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def letters(text: str) -> int:
    """How many letters, figures and Chinese characters a text holds."""
    return len(_LETTER.findall(text))


def is_mojibake(text: str) -> bool:
    """Are these characters no text that anyone wrote?"""
    body = "".join(text.split())
    if len(body) < 8:
        return bool(body) and all(not _plausible(char) for char in body)
    if sum(not _plausible(char) for char in body) > 0.15 * len(body):
        return True
    chinese = _CHINESE.findall(body)
    return len(chinese) >= 30 and sum(char in COMMON for char in chinese) < COMMON_SHARE * len(chinese)


def _plausible(char: str) -> bool:
    code = ord(char)
    if code < 0x7F:
        return code >= 0x20
    if (
        0x4E00 <= code <= 0x9FFF
        or 0x3000 <= code <= 0x30FF
        or 0xFF00 <= code <= 0xFFEF
        or 0x2000 <= code <= 0x27FF
    ):
        return True
    if 0x80 <= code <= 0x24F:
        return char in "·×÷°§±²³éèêàáāǎēéěèīíǐìōóǒòūúǔùü¥£"
    return (
        unicodedata.category(char) not in ("Co", "Cn", "Cc", "Cs")
        and code != 0xFFFD
        and (0x370 <= code <= 0x4FF or code >= 0x3100)
    )


def watermarks(texts: Sequence[str]) -> set[int]:
    """The indices of pages whose few characters only repeat on other pages: a watermark or a running head."""
    keys = [re.sub(r"[\d\s\W]+", "", text) for text in texts]
    counts = Counter(key for key in keys if key)
    enough = max(3, len(texts) // 5)
    return {n for n, key in enumerate(keys) if key and len(key) <= 120 and counts[key] >= enough}


def is_blank(grey: Grey) -> bool:
    """Is nothing printed or written here?  The grain of a scan is averaged away first; its dark rim does not count."""
    if grey.size == 0:
        return True
    calm = _averaged(_inner(grey))
    return bool(np.median(calm) - np.percentile(calm, 0.02) < FAINT // 2)


def is_faint(grey: Grey) -> bool:
    """Is there something, but nothing dark enough to read?"""
    if is_blank(grey):
        return False
    calm = _averaged(_inner(grey))
    return float((calm < np.median(calm) - 2 * FAINT).mean()) < 0.0005


def _inner(grey: Grey) -> Grey:
    y, x = grey.shape[0] // 40, grey.shape[1] // 40
    return grey[y : grey.shape[0] - y, x : grey.shape[1] - x]


def _averaged(grey: Grey) -> NDArray[np.float32]:
    block = max(1, min(2 if max(grey.shape) < 900 else 4, *grey.shape))
    height, width = (size // block * block for size in grey.shape)
    tiles = grey[:height, :width].reshape(height // block, block, width // block, block)
    return np.asarray(tiles.mean(axis=(1, 3)), np.float32)


def uncovered(grey: Grey, boxes: Sequence[tuple[int, int, int, int]], spread: int = 2) -> float:
    """The share of the ink that no box (pixels: left, top, right, bottom) covers; 0 where there is no ink.

    Long ruled lines of forms and tables, the dark rim of a scan, the holes of a binder and paper in a shadow are not
    ink to be read.
    """
    if not grey.size:
        return 0.0
    if max(grey.shape) > LARGE and min(grey.shape) > 1:
        grey, spread = _halved(grey), -(-spread // 2)
        boxes = [(left // 2, top // 2, -(-right // 2), -(-bottom // 2)) for left, top, right, bottom in boxes]
    ink = grey < _darkest(paper(grey), grey)
    if not ink.any():
        return 0.0
    ink = _without_holes(_without_rulings(ink))
    total = int(ink.sum())
    if total < 0.0002 * grey.size:
        return 0.0
    for left, top, right, bottom in boxes:
        ink[max(0, top - spread) : bottom + spread, max(0, left - spread) : right + spread] = False
    return float(ink.sum()) / total


def paper(grey: Grey) -> NDArray[np.float32]:
    """The light of the paper in every tile of a page, `_tile` pixels wide: the brightest near by.

    So a shadow is paper and a black patch is not.
    """
    tile = _tile(grey) // 2
    calm = _halved(grey)
    light = np.maximum.reduceat(calm, np.arange(0, calm.shape[0], tile), axis=0)
    light = np.maximum.reduceat(light, np.arange(0, calm.shape[1], tile), axis=1).astype(np.float32)
    rows, columns = light.shape
    around = np.pad(light, 1, mode="edge")
    light = np.max([around[y : y + rows, x : x + columns] for y in range(3) for x in range(3)], axis=0)
    return np.asarray(np.maximum(light, DARKEST_PAPER * np.median(light)), np.float32)


def _tile(grey: Grey) -> int:
    return max(8, int(max(grey.shape)) // 80 * 2)


def _darkest(light: NDArray[np.float32], grey: Grey) -> Grey:
    """For every pixel the lightest that is still ink, of the light of the tiles."""
    tile, (height, width) = _tile(grey), grey.shape
    limits = np.ceil(INK * light).astype(np.uint8)
    limits = np.pad(limits, 1, mode="edge")[1:, 1:]
    return np.repeat(np.repeat(limits, tile, axis=0), tile, axis=1)[:height, :width]


def _halved(grey: Grey) -> Grey:
    """Four pixels made one."""
    height, width = grey.shape[0] // 2 * 2, grey.shape[1] // 2 * 2
    if not height or not width:
        return grey
    four = grey[:height:2, :width:2].astype(np.uint16)
    for y, x in ((0, 1), (1, 0), (1, 1)):
        four += grey[y:height:2, x:width:2]
    return (four >> 2).astype(np.uint8)


def _without_holes(ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Without the round black spots that the holes of a binder leave in the margins at the sides."""
    width = ink.shape[1]
    margin, thick = width // 14, max(3, width // 120)
    if margin <= thick:
        return ink
    out = ink.copy()
    for strip in (np.s_[:, :margin], np.s_[:, width - margin :]):
        core = _shifted(ink[strip], thick, np.logical_and)
        out[strip] &= ~_shifted(core, 2 * thick, np.logical_or)
    return out


def _shifted(area: NDArray[np.bool_], reach: int, join: Any) -> NDArray[np.bool_]:
    """Every pixel joined with those up to `reach` away in its row, then in its column (odd window, edges kept)."""
    for axis in (0, 1):
        padded = np.pad(
            area, [(reach // 2, reach // 2) if n == axis else (0, 0) for n in (0, 1)], mode="edge"
        )
        size = area.shape[axis]
        parts = [
            padded[start : start + size] if axis == 0 else padded[:, start : start + size]
            for start in range(2 * (reach // 2) + 1)
        ]
        area = join.reduce(parts)
    return area


def _without_rulings(ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    height, width = ink.shape
    rim_y, rim_x = max(1, height // 60), max(1, width // 60)
    out = ink & ~_rulings(ink, width) & ~_rulings(np.ascontiguousarray(ink.T), height).T
    out[:rim_y], out[-rim_y:], out[:, :rim_x], out[:, -rim_x:] = False, False, False, False
    return out


def _rulings(ink: NDArray[np.bool_], width: int) -> NDArray[np.bool_]:
    """Long thin runs along the rows, also a little slanted.  A broad black patch is no ruling: it may hide writing."""
    run = max(24, width // 12)
    slant = max(1, run // 48)  # a run may leave its row by so much: some two and a half degrees
    near = ink.copy()
    for shift in range(1, slant + 1):
        near[shift:] |= ink[:-shift]
        near[:-shift] |= ink[shift:]
    out = _runs(near, run)
    if not out.any():
        return out
    thick = max(3, width // 150) + 2 * slant
    core = out.copy()
    for shift in range(1, thick + 1):
        core[shift:] &= out[:-shift]
        core[:shift] = False
    broad = core.copy()
    for shift in range(1, thick + 1):
        broad[:-shift] |= core[shift:]
    return out & ~broad & ink


def _runs(ink: NDArray[np.bool_], run: int) -> NDArray[np.bool_]:
    """The pixels that stand in unbroken runs of at least `run` along their row."""
    out = np.zeros_like(ink)
    for y in np.flatnonzero(ink.sum(axis=1) > run):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], ink[y].astype(np.int8), [0]))))
        starts, ends = edges[::2], edges[1::2]
        for n in np.flatnonzero(ends - starts >= run):
            out[y, starts[n] : ends[n]] = True
    return out
