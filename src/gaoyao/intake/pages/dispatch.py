"""One file, whatever its form: its pages, and the trouble with the file as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from gaoyao.intake.pages import external, markup, ofd, pdf, pictures, plain, rtf, word
from gaoyao.intake.pages.apart import PARSER
from gaoyao.intake.pages.model import Page, State, Trouble, Why
from gaoyao.intake.pages.quality import watermarks
from gaoyao.intake.sources.model import Form, Source

Reader = Callable[[Path], Iterator[Page]]
READERS: dict[Form, Reader] = {  # called by `confined` only
    Form.PDF: pdf.pages, Form.DOCX: word.pages, Form.IMAGE: pictures.pages, Form.TEXT: plain.pages, Form.HTML: markup.pages,
    Form.RTF: rtf.pages, Form.OFD: ofd.pages,
}  # fmt: skip
_UNREADABLE = {
    Form.EMPTY: ("空文件（零字节）", "请重新取得这个文件"),
    Form.ARCHIVE: ("不能打开的压缩格式（rar、7z 等）", "请解压后把里面的文件放进文件夹，或者改为 zip"),
    Form.SHEET: ("电子表格", "请另存为 PDF 后放进文件夹"),
    Form.SLIDES: ("演示文稿", "请另存为 PDF 后放进文件夹"),
    Form.RECORDING: ("录音录像，不是页", "请由人播放，并录入要点和起止时间"),
    Form.UNKNOWN: ("不认识的文件", "请另存为 PDF、docx、图片或者文本"),
}
NOT_MATERIAL = frozenset({Form.SYSTEM, Form.CASE, Form.ZIP})
"""Forms that hold no page of their own: leftovers of a system, a case file of ours, an archive whose members are listed."""


@dataclass(slots=True)
class Volume:
    """A file and its pages.  `problem` and `cure` tell of the file as a whole; `open_end`: pages may be missing."""

    source: Source
    pages: list[Page] = field(default_factory=list)
    problem: str = ""
    cure: str = ""
    open_end: bool = False

    @property
    def unread(self) -> int:
        """How many pages are known to be unread; a file that could not be opened counts as one."""
        known = sum(page.state.counts_as_unread for page in self.pages)
        return known or int(bool(self.problem) and not self.pages)


def read_volume(source: Source) -> Volume:
    """Read what can be read without recognition.  Never raises for what stands in the file."""
    volume = Volume(source, problem=source.problem, cure=source.cure, open_end=bool(source.problem))
    if source.problem or source.same_as or source.form in NOT_MATERIAL:
        return volume
    if source.form in _UNREADABLE or source.path is None:
        volume.problem, volume.cure = _UNREADABLE.get(source.form, ("没有内容", "请重新取得这个文件"))
        volume.open_end = source.form is not Form.EMPTY
        return volume
    try:
        for page in _pages(source, source.path):
            volume.pages.append(_sound(page))
    except Trouble as trouble:
        volume.problem, volume.cure, volume.open_end = trouble.problem, trouble.cure, True
    except Exception as error:  # noqa: BLE001 - a parser's own fault must not hide the other files; the file is listed unread
        volume.problem, volume.open_end = f"读取程序出错，没有读完（{type(error).__name__}: {error}）", True
        volume.cure = "请另存为 PDF 后重试，并把出错的文件告诉维护者"
    if source.form is Form.PDF and volume.pages and not pdf.whole(source.path):
        volume.problem, volume.open_end = "PDF 没有结尾标记，疑被截断；后面可能还有页", True
        volume.cure = "请重新取得完整的文件"
    _drop_watermarks(volume)
    return volume


_HALF = re.compile("[\ud800-\udfff]")


def _sound(page: Page) -> Page:
    """The page with every half of a broken character shown as one that could not be read; places stay true."""
    return replace(page, text=_HALF.sub("�", page.text)) if _HALF.search(page.text) else page


def _pages(source: Source, path: Path) -> Iterator[Page]:
    if source.form is Form.OLE:
        yield from external.pages(path, PurePosixPath(source.name).suffix.lower() or ".doc")
    else:
        yield from PARSER.pages(path, source.form)


def _drop_watermarks(volume: Volume) -> None:
    """Pages whose only words repeat on the other pages carry a watermark, not a text."""
    paged = volume.source.form in (Form.PDF, Form.OFD)
    if not paged or len(volume.pages) < 3:
        return
    for n in watermarks([page.text for page in volume.pages]):
        page = volume.pages[n]
        if page.state is State.TEXT:
            volume.pages[n] = replace(
                page, state=State.UNREAD, why=Why.WATERMARK, picture=volume.source.form is Form.PDF
            )
