"""Photographs and scans as pages: one a frame; nothing is read here, only seen whether there is anything."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from gaoyao.intake.pages.model import Page, State, Trouble, Why
from gaoyao.intake.pages.quality import is_blank, is_faint

MOST_PIXELS = 120_000_000
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, MemoryError, UnidentifiedImageError)


def pages(path: Path) -> Iterator[Page]:
    """A page for every frame.  Raises Trouble."""
    with _opened(path) as image:
        frames = getattr(image, "n_frames", 1)
        for number in range(1, frames + 1):
            label = f"第{number}页"
            try:
                image.seek(number - 1)
                grey = red_of(_array(image))
            except _BROKEN:
                yield Page(number, label, State.UNREAD, why=Why.BROKEN)
                continue
            if is_blank(grey):
                yield Page(number, label, State.BLANK)
            else:
                yield Page(
                    number, label, State.UNREAD, why=Why.FAINT if is_faint(grey) else Why.SCAN, picture=True
                )


def frame(source: Path | bytes, number: int) -> Any:
    """One frame as rows, columns, red-green-blue, as it is meant to be shown.  Raises Trouble."""
    with _opened(source) as image:
        try:
            for _, one in zip(range(number), ImageSequence.Iterator(image), strict=False):
                image = one
            return _array(image)
        except _BROKEN as error:
            raise Trouble(f"图片已损坏（{error}）", "请重新取得这张图片") from None


def red_of(rgb: Any) -> Any:
    """The red channel: stamps vanish, black ink stays."""
    return np.ascontiguousarray(rgb[:, :, 0])


def _opened(source: Path | bytes) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(source) if isinstance(source, bytes) else source)
        except Image.DecompressionBombError:
            raise Trouble("图片像素过多，疑为压缩炸弹，没有打开", "请核对来源，缩小后再放进文件夹") from None
        except _BROKEN as error:
            raise Trouble(f"图片打不开（{error}）", "请用看图软件打开后另存为 PNG 或者 PDF") from None
    if image.width * image.height > MOST_PIXELS:
        image.close()
        raise Trouble(
            f"图片有 {image.width}×{image.height} 像素，超过限度，没有打开", "请核对来源，缩小后再放进文件夹"
        )
    return image


def _array(image: Image.Image) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        straight = ImageOps.exif_transpose(image)
        if straight.mode in ("RGBA", "LA", "PA") or "transparency" in straight.info:
            clear = straight.convert("RGBA")
            paper = Image.new("RGBA", clear.size, (255, 255, 255, 255))
            straight = Image.alpha_composite(paper, clear)
        return np.asarray(straight.convert("RGB"))
