"""Pages of a PDF by pypdfium2: the text layer where it is one, otherwise why it is not."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from gaoyao.intake.pages.model import SCALE, Box, Line, Page, State, Trouble, Why
from gaoyao.intake.pages.quality import UNCOVERED, Grey, is_blank, is_faint, is_mojibake, letters, uncovered

FEW = 60
"""Pages with fewer letters than this are looked at as a picture too, where anything is drawn on them."""
_LOOK, _LOOK_CLOSER = 60 / 72, 108 / 72
_MANY_PATHS = 150
HUGE = 400_000_000
"""Pixels of an image beyond which it may be left out of the picture of its page: then white does not mean blank."""
_SAMPLE = 24


class _Objects(NamedTuple):
    images: float
    paths: int
    forms: int
    huge: bool


def open_pdf(path: Path) -> pdfium.PdfDocument:
    """The document.  Raises Trouble that says what is wrong with the file."""
    try:
        document = pdfium.PdfDocument(path)
        len(document)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Trouble("PDF 加了密码，打不开", "请解除密码后另存，再放进文件夹") from None
        if whole(path):
            raise Trouble(f"PDF 已损坏，打不开（{error}）", "请重新取得或者重新导出这个文件") from None
        raise Trouble("PDF 不完整（没有结尾标记，疑被截断），打不开", "请重新取得完整的文件") from None
    return document


def whole(path: Path) -> bool:
    """Does the file end as a PDF ends?"""
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - 2048))
        return b"%%EOF" in stream.read()


def count(path: Path) -> int:
    """How many pages there are.  Raises Trouble."""
    with open_pdf(path) as document:
        return len(document)


def pages(path: Path, first: int = 0) -> Iterator[Page]:
    """The pages in order, one at a time, from the one after `first`.  Raises Trouble where the file cannot be opened."""
    document = open_pdf(path)
    try:
        if not len(document):
            raise Trouble("PDF 里没有页", "请重新取得或者重新导出这个文件")
        for index in range(first, len(document)):
            yield _page(document, index)
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, index: int) -> Page:
    label = f"第{index + 1}页"
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return Page(index + 1, label, State.UNREAD, why=Why.BROKEN)
    try:
        text_page = page.get_textpage()
        try:
            return _judge(page, text_page, index + 1, label)
        finally:
            text_page.close()
    except pdfium.PdfiumError:
        return Page(index + 1, label, State.UNREAD, why=Why.BROKEN)
    finally:
        page.close()


def _judge(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, number: int, label: str) -> Page:
    text = text_page.get_text_range().replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    count, objects = letters(text), _objects(page)
    scanned = objects.images > 0.5
    if (
        not count
        and not objects.images
        and not objects.paths
        and not objects.forms
        and not text_page.count_chars()
    ):
        return Page(number, label, State.BLANK)

    def unread(why: Why) -> Page:
        return Page(number, label, State.UNREAD, text, why, picture=True)

    why = _bad_layer(page, text_page, text, count)
    if why is not None:
        return unread(why)
    drawn = objects.paths >= (_MANY_PATHS if count >= FEW else 1)
    if count and objects.images < 0.03 and not drawn and not objects.forms:
        return Page(number, label, State.TEXT, text)
    grey = look(page, _LOOK if count else _LOOK_CLOSER)
    if is_blank(grey) and not count:
        return unread(Why.BROKEN) if objects.huge else Page(number, label, State.BLANK)
    boxes = [_in_pixels(box, grey) for box in char_boxes(page, text_page)]
    outside = uncovered(grey, boxes)
    if outside <= UNCOVERED:
        if not count:
            return unread(Why.FAINT if is_faint(grey) else Why.SCAN)
        return Page(number, label, State.TEXT, text, double=scanned)
    if not count:
        return unread(Why.SCAN)
    return unread(Why.WATERMARK if count < 2 * FEW else Why.OUTSIDE)


def _bad_layer(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, text: str, count: int) -> Why | None:
    characters = text_page.count_chars()
    if not characters:
        return None
    step = max(1, characters // _SAMPLE)
    sample = range(0, characters, step)
    unmapped = sum(raw.FPDFText_HasUnicodeMapError(text_page, n) == 1 for n in sample)
    if unmapped * 3 > len(sample):
        return Why.UNMAPPED
    if is_mojibake(text):
        return Why.MOJIBAKE
    if not count:
        return None
    turned, mirrored = _turned(page, text_page, sample)
    return Why.MIRRORED if mirrored else Why.TURNED if turned else None


def _turned(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, sample: range) -> tuple[bool, bool]:
    """Do most characters stand on their side or head, or in a mirror, as the page is shown?"""
    matrix = raw.FS_MATRIX()
    turned = mirrored = seen = 0
    shown = page.get_rotation()
    for n in sample:
        if not raw.FPDFText_GetUnicode(text_page, n) > 32 or not raw.FPDFText_GetMatrix(text_page, n, matrix):
            continue
        seen += 1
        mirrored += matrix.a * matrix.d - matrix.b * matrix.c < 0
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) - shown
        turned += 45 < angle % 360 < 315
    return turned * 2 > seen, mirrored * 2 > seen


def _objects(page: pdfium.PdfPage) -> _Objects:
    width, height = page.get_size()
    images, paths, forms, huge = 0.0, 0, 0, False
    wide, tall = ctypes.c_uint(), ctypes.c_uint()
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for n in range(raw.FPDFPage_CountObjects(page)):
        one = raw.FPDFPage_GetObject(page, n)
        kind = raw.FPDFPageObj_GetType(one)
        if kind == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(one, left, bottom, right, top):
            images += max(0.0, right.value - left.value) * max(0.0, top.value - bottom.value)
            if raw.FPDFImageObj_GetImagePixelSize(one, wide, tall):
                huge |= wide.value * tall.value > HUGE
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            paths += 1
        elif kind in (raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_SHADING):
            forms += 1
    return _Objects(images / max(width * height, 1.0), paths, forms, huge)


def look(page: pdfium.PdfPage, scale: float) -> Grey:
    """The red channel of the page as shown, at `scale` pixels a point."""
    return np.ascontiguousarray(picture(page, scale)[:, :, 0])


def picture(page: pdfium.PdfPage, scale: float) -> Any:
    """The page as shown: an array of rows, columns, red-green-blue.  Never more than about 40 million pixels."""
    width, height = page.get_size()
    scale = min(scale, math.sqrt(40e6 / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False)
    try:
        return bitmap.to_numpy()[:, :, :3].copy()
    finally:
        bitmap.close()


def char_boxes(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> Iterator[Box]:
    """The box of every visible character, in ten-thousandths of the page as shown."""
    place = _Place(page)
    for n in range(text_page.count_chars()):
        if raw.FPDFText_GetUnicode(text_page, n) > 32:
            yield place(text_page.get_charbox(n, loose=True))


def _in_pixels(box: Box, grey: Grey) -> tuple[int, int, int, int]:
    height, width = grey.shape
    return (
        box[0] * width // SCALE,
        box[1] * height // SCALE,
        -(-box[2] * width // SCALE),
        -(-box[3] * height // SCALE),
    )


class _Place:
    """From PDF points to ten-thousandths of the page as shown, whatever its rotation and crop."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.page = page
        self.x, self.y = ctypes.c_int(), ctypes.c_int()

    def __call__(self, bounds: tuple[float, float, float, float]) -> Box:
        left, bottom, right, top = bounds
        corners = [self._one(x, y) for x, y in ((left, top), (right, bottom))]
        (x1, y1), (x2, y2) = corners
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def _one(self, x: float, y: float) -> tuple[int, int]:
        raw.FPDF_PageToDevice(self.page, 0, 0, SCALE, SCALE, 0, x, y, self.x, self.y)
        return min(max(self.x.value, 0), SCALE), min(max(self.y.value, 0), SCALE)


_MEASURED = 300
"""The box of a longer span is measured at so many of its characters, at equal steps."""
Spans = list[tuple[int, int]]


def lines_of(path: Path, number: int, spans: Spans) -> list[Line]:
    """Where spans of the page's text stand on it; the page is opened again, so nothing is kept for all pages.

    A span whose characters pdfium cannot place gives no line.
    """
    return dict(lines_on(path, {number: spans})).get(number, [])


def lines_on(path: Path, wanted: Mapping[int, Spans]) -> Iterator[tuple[int, list[Line]]]:
    """The same for several pages of a file, which is opened once: page number and lines."""
    with open_pdf(path) as document:
        for number, spans in sorted(wanted.items()):
            page = document[number - 1]
            text_page = page.get_textpage()
            yield number, _lines(page, text_page, spans)
            text_page.close()
            page.close()


def _lines(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, spans: Spans) -> list[Line]:
    place = _Place(page)
    index = _char_indices(text_page, max((end for _, end in spans), default=0))
    out: list[Line] = []
    for start, end in spans:
        step = 1 + (end - start) // _MEASURED
        boxes = [text_page.get_charbox(n, loose=True) for n in index[start:end:step] if n >= 0]
        if boxes:
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            out.append(Line(start, end, place((min(lefts), min(bottoms), max(rights), max(tops)))))
    return out


def _char_indices(text_page: pdfium.PdfTextPage, enough: int) -> list[int]:
    """For the first `enough` characters of the page's text (line ends made one): the index in pdfium, or -1."""
    out: list[int] = []
    text = text_page.get_text_range()
    at = 0
    for position, char in enumerate(text):
        if len(out) >= enough:
            break
        units = 2 if ord(char) > 0xFFFF else 1
        if char == "\r" and text[position + 1 : position + 2] == "\n" or char == "\x00":
            at += units
            continue
        out.append(
            raw.FPDFText_GetCharIndexFromTextIndex(text_page, at)
            if char.isprintable() and char != " "
            else -1
        )
        at += units
    return out
