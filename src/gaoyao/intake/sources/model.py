"""A file of the folder as it was found, and what it is by its content."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Form(StrEnum):
    """What a file is, by its first bytes, never by its name."""

    PDF = "pdf"
    DOCX = "docx"
    IMAGE = "image"
    TEXT = "text"
    HTML = "html"
    RTF = "rtf"
    OFD = "ofd"
    OLE = "ole"
    ZIP = "zip"
    ARCHIVE = "archive"
    SHEET = "sheet"
    SLIDES = "slides"
    RECORDING = "recording"
    EMPTY = "empty"
    CASE = "case"
    SYSTEM = "system"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The Chinese name."""
        return _LABELS[self]


_LABELS = {
    Form.PDF: "PDF", Form.DOCX: "Word 文档（docx）", Form.IMAGE: "图片", Form.TEXT: "文本", Form.HTML: "网页", Form.RTF: "RTF 文档",
    Form.OFD: "OFD 版式文件", Form.OLE: "旧版 Word 或 WPS 文档", Form.ZIP: "ZIP 压缩包", Form.ARCHIVE: "其他压缩包", Form.SHEET: "电子表格",
    Form.SLIDES: "演示文稿", Form.RECORDING: "录音录像", Form.EMPTY: "空文件", Form.CASE: "皋陶案件文件", Form.SYSTEM: "系统文件",
    Form.UNKNOWN: "不认识的文件",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """One file.  `name` is its path inside the folder (members of an archive after the archive's own name).

    `path` is where its bytes are (None: they could not be had); `problem` says in Chinese why it cannot be
    read ('' when it can) and `cure` what to do; `same_as` names the earlier file with the same bytes.
    """

    name: str
    sha256: str = ""
    size: int = 0
    form: Form = Form.UNKNOWN
    path: Path | None = None
    problem: str = ""
    cure: str = ""
    notes: tuple[str, ...] = ()
    same_as: str = ""

    @property
    def title(self) -> str:
        """The last part of the name."""
        return self.name.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what an archive may unfold to.  Ours, not anybody's law."""

    entries: int = 20_000
    depth: int = 3
    total: int = 8 << 30
    one: int = 4 << 30
    ratio: int = 250
    ratio_from: int = 32 << 20
