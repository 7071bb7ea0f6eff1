"""A page: its text with the place of every character, or why it was not read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

SCALE = 10_000
"""Boxes are in ten-thousandths of the page's width and height, from the upper left corner."""

Box = tuple[int, int, int, int]


class State(StrEnum):
    """What became of a page."""

    TEXT = "text"
    OCR = "ocr"
    PARTIAL = "partial"
    BLANK = "blank"
    UNREAD = "unread"

    @property
    def label(self) -> str:
        """The Chinese name."""
        return {"text": "文字层", "ocr": "识别", "partial": "不完整", "blank": "空白", "unread": "未读"}[
            self.value
        ]

    @property
    def read(self) -> bool:
        """Was the whole page read?"""
        return self in (State.TEXT, State.OCR)

    @property
    def counts_as_unread(self) -> bool:
        """Does the page withhold the certificate?  A page on which nothing at all is printed does not."""
        return self in (State.PARTIAL, State.UNREAD)


class Why(StrEnum):
    """Why a page was not read, or not wholly."""

    SCAN = "scan"
    WATERMARK = "watermark"
    MOJIBAKE = "mojibake"
    UNMAPPED = "unmapped"
    MIRRORED = "mirrored"
    TURNED = "turned"
    OUTSIDE = "outside"
    FAINT = "faint"
    ILLEGIBLE = "illegible"
    LAYER_DIFFERS = "layer_differs"
    PICTURE = "picture"
    BROKEN = "broken"
    CRASHED = "crashed"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"

    @property
    def label(self) -> str:
        """The reason in Chinese."""
        return _WHY[self][0]

    @property
    def cure(self) -> str:
        """What a person can do."""
        return _WHY[self][1]


_SCAN_CURE = "安装识别组件（pip install 'gaoyao[ocr]'）后重新读取，或者由人阅看原页"
_APART_CURE = "请由人阅看原页；来源可疑的，请在别的机器上打开核对，另存后重新读取"
_WHY = {
    Why.SCAN: ("扫描图像，没有文字层", _SCAN_CURE),
    Why.WATERMARK: ("文字层只有水印、页眉，正文是图像", _SCAN_CURE),
    Why.MOJIBAKE: ("文字层是乱码", _SCAN_CURE),
    Why.UNMAPPED: ("字体没有 Unicode 对照，取不出文字", _SCAN_CURE),
    Why.MIRRORED: ("页面左右颠倒（镜像）", "请重新扫描，或者由人阅看原页"),
    Why.TURNED: ("页面倒置或者横置", _SCAN_CURE),
    Why.OUTSIDE: ("页上有没有读到的内容（印章遮盖、图像、手写等）", "请由人对照原页阅看"),
    Why.FAINT: ("字迹过淡", "请提高对比度重新扫描，或者由人阅看原页"),
    Why.ILLEGIBLE: ("识别把握过低（手写、模糊）", "请由人阅看原页并录入要点"),
    Why.LAYER_DIFFERS: ("文字层与页面图像的识别结果不符", "请由人对照原页阅看"),
    Why.PICTURE: ("照片、图形，没有可读的文字", "请由人阅看"),
    Why.CRASHED: ("读取这一页时程序崩溃", _APART_CURE),
    Why.TIMED_OUT: ("读取这一页超时", _APART_CURE),
    Why.OUT_OF_MEMORY: ("读取这一页所用内存超过限度", _APART_CURE),
    Why.BROKEN: ("这一页已损坏，打不开", "请重新取得完整的文件"),
}  # fmt: skip


class Line(NamedTuple):
    """A run of the page's characters, where it stands on the page, and how sure its reading is (0 to 1)."""

    start: int
    end: int
    box: Box
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one file.  `number` counts from 1; `label` is how a person finds it.

    `picture` says that recognition may be tried; `double` that the text layer lies over a scan.
    """

    number: int
    label: str
    state: State
    text: str = ""
    why: Why | None = None
    legibility: float | None = None
    notes: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    picture: bool = False
    double: bool = False

    def box_of(self, start: int, end: int) -> Box | None:
        """The box around the lines that hold these characters; None where places are not known."""
        boxes = [line.box for line in self.lines if line.start < end and start < line.end]
        if not boxes:
            return None
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    def score_of(self, start: int, end: int) -> float | None:
        """The lowest certainty of the recognised lines that hold these characters; None for a text layer."""
        scores = [line.score for line in self.lines if line.start < end and start < line.end]
        return min(scores) if scores and self.state is not State.TEXT else None


class Trouble(Exception):
    """A file whose pages cannot be had; `problem` and `cure` are Chinese."""

    def __init__(self, problem: str, cure: str) -> None:
        super().__init__(problem)
        self.problem, self.cure = problem, cure
