"""Binds papers into one volume PDF: cover, list of contents, pages; gives the place of every mark."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw
from reportlab import rl_config  # type: ignore[import-untyped]
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from benchmarks.planted_files.family_jia.blocks import Block, Flaw, Gap, Paper, Para, Sign, Table, Title, Val
from benchmarks.planted_files.family_jia.layout import (
    HEIGHT,
    WIDTH,
    Page,
    Picture,
    Stroke,
    Text,
    lay_out,
    measure,
)
from benchmarks.planted_files.family_jia.pictures import font, spoiled, worn

DPI = 150
SCALE = DPI / 72
FACE = "STSong-Light"


@dataclass(slots=True)
class Bound:
    """One bound volume: pages, papers (kind, first, last) and marks (page, kind, mark)."""

    pages: int = 0
    papers: list[tuple[str, int, int]] = field(default_factory=list)
    marks: list[tuple[int, str, Flaw | Val]] = field(default_factory=list)


def raster(page: Page, rng: Random) -> Image.Image:
    """A scanned picture of a laid-out page at 150 dots an inch."""
    image = Image.new("RGB", (round(WIDTH * SCALE), round(HEIGHT * SCALE)), (250, 249, 246))
    draw = ImageDraw.Draw(image)
    for op in page.ops:
        if isinstance(op, Text):
            face = font(round(op.size * SCALE))
            draw.text((op.x * SCALE, op.y * SCALE), op.text, font=face, fill=(28, 28, 34), anchor="ls")
        elif isinstance(op, Stroke):
            ends = (op.x1 * SCALE, op.y1 * SCALE, op.x2 * SCALE, op.y2 * SCALE)
            draw.line(ends, fill=(50, 50, 56), width=max(1, round(op.width * SCALE)))
    for op in page.ops:
        if isinstance(op, Picture):
            small = op.image.resize((round(op.w * SCALE), round(op.h * SCALE)))
            at = (round(op.x * SCALE), round(op.y * SCALE))
            image.paste(small, at, small if small.mode == "RGBA" else None)
    return worn(image, rng)


def photo(image: Image.Image) -> ImageReader:
    """What the PDF takes in: JPEG for photographs and scans, the picture itself for a transparent stamp."""
    if image.mode == "RGBA":
        return ImageReader(image)
    held = BytesIO()
    image.save(held, "JPEG", quality=72)
    held.seek(0)
    return ImageReader(held)


def put(canvas: Canvas, page: Page) -> None:
    """Draw a laid-out page with a text layer."""
    for op in page.ops:
        if isinstance(op, Text):
            canvas.setFont(FACE, op.size)
            canvas.drawString(op.x, HEIGHT - op.y, op.text)
        elif isinstance(op, Stroke):
            canvas.setLineWidth(op.width)
            canvas.line(op.x1, HEIGHT - op.y1, op.x2, HEIGHT - op.y2)
        else:
            bottom = HEIGHT - op.y - op.h
            canvas.drawImage(photo(op.image), op.x, bottom, op.w, op.h, mask="auto")


def contents(papers: list[Paper], spans: list[tuple[int, int]]) -> Paper:
    """卷内目录: number, name, date, pages and remark of every paper."""
    rows = [["序号", "材料名称", "日期", "页码", "备注"]]
    for number, (paper, (first, last)) in enumerate(zip(papers, spans, strict=True), 1):
        where = str(first) if first == last else f"{first}-{last}"
        rows.append([str(number), paper.name or paper.kind, paper.date, where, ""])
    table = Table((1, 6, 2.6, 1.7, 1.2), rows, head=1, pad=4)
    return Paper("卷内目录", [Title("卷 内 目 录"), Gap(4), table])


def cover(bureau: str, volume: str, lines: list[tuple[str, str]], case_no: str) -> Paper:
    """The printed cover of a volume."""
    rows = [[label, value] for label, value in lines]
    blocks: list[Block] = [
        Gap(20),
        Title(bureau, 24),
        Gap(16),
        Title("刑事侦查卷宗", 30),
        Title(f"（{volume}）", 20),
        Gap(16),
        Para(case_no, indent=False, size=12),
        Table((2, 6), rows, size=13, pad=10),
        Gap(24),
        Sign([f"立卷单位：{bureau}"], seal=bureau),
        Gap(24),
        Para("本卷为虚构，供测试", indent=False, size=8),
    ]
    return Paper("卷宗封面", blocks)


def bind(path: Path, front: Paper, papers: list[Paper], rng: Random, mark: str) -> Bound:
    """Write one volume: invariant PDF, no clock.  Its page numbers start after the list."""
    laid = [lay_out(paper) for paper in papers]
    spans: list[tuple[int, int]] = []
    at = 1
    for pages in laid:
        spans.append((at, at + len(pages) - 1))
        at += len(pages)
    listing = contents(papers, spans)
    heads = [(front, lay_out(front)), (listing, lay_out(listing))]
    rl_config.useA85 = 0
    pdfmetrics.registerFont(UnicodeCIDFont(FACE))
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1)
    canvas.setTitle(path.stem)
    bound = Bound()
    stamped = 0
    for index, (paper, pages) in enumerate(heads + list(zip(papers, laid, strict=True))):
        first = bound.pages + 1
        for number, page in enumerate(pages, 1):
            bound.pages += 1
            if index >= len(heads):
                stamped += 1
                stamp = str(stamped)
                page.ops.append(Text(WIDTH - 52 - measure(stamp, 11), 44, 11, stamp))
            spoil = paper.spoil if paper.spoil and paper.spoil[0] == number else None
            if spoil or paper.scan:
                image = raster(page, rng)
                image = spoiled(image, spoil[1], mark) if spoil else image
                canvas.drawImage(photo(image), 0, 0, WIDTH, HEIGHT)
            else:
                put(canvas, page)
            canvas.showPage()
            for found in page.marks:
                if not (spoil and isinstance(found, Val)):
                    bound.marks.append((bound.pages, paper.kind, found))
            if spoil:
                done = f"第{bound.pages}页（{paper.kind}）{spoil[1]}，不能阅读"
                bound.marks.append((bound.pages, paper.kind, Flaw("page_unreadable", done)))
        bound.papers.append((paper.kind, first, bound.pages))
    canvas.save()
    return bound
