"""Read a file into lines: official docx, Markdown, plain text.  What cannot be read is said with file and
line."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as Xml

from gaoyao.zips import BROKEN

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAX = 64 * 1024 * 1024


class ImportProblemError(ValueError):
    """A file that cannot be imported: which file, which line, what is wrong, what to do."""

    def __init__(self, path: str, line: int | None, message: str) -> None:
        where = f"{path} 第 {line} 行" if line else path
        super().__init__(f"{where}：{message}")
        self.path, self.line, self.message = path, line, message


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file (number from 1, text), with the file's name and SHA-256."""

    source: str
    sha256: str
    lines: tuple[tuple[int, str], ...]


def read_lines(path: Path) -> Lines:
    """Read `path` by its ending (.docx, .md, .txt); raise `ImportProblemError` for anything else or
    anything broken."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ImportProblemError(str(path), None, f"打不开文件（{error.strerror}）") from None
    if len(data) > _MAX:
        raise ImportProblemError(str(path), None, "文件超过 64 MB，不像法规文本")
    digest = hashlib.sha256(data).hexdigest()
    ending = path.suffix.lower()
    if ending == ".docx":
        texts = _docx(path)
    elif ending in (".md", ".markdown", ".txt"):
        texts = _decode(path, data).splitlines()
    else:
        raise ImportProblemError(
            str(path), None, f"不认识的文件类型“{ending or '无扩展名'}”；请导入 .docx、.md 或 .txt"
        )
    return Lines(path.name, digest, tuple((number, text) for number, text in enumerate(texts, 1)))


def _decode(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        raise ImportProblemError(
            str(path), line, "既不是 UTF-8 也不是 GB18030 编码；请另存为 UTF-8"
        ) from None


def _docx(path: Path) -> list[str]:
    """Paragraph texts of the main document part, in order (tables included), with tabs and breaks as
    blanks."""
    try:
        with zipfile.ZipFile(path) as archive:
            info = archive.getinfo("word/document.xml")
            if info.file_size > _MAX:
                raise ImportProblemError(str(path), None, "文档正文超过 64 MB")
            content = archive.read(info)
    except KeyError:
        raise ImportProblemError(str(path), None, "不是 Word 文档（缺 word/document.xml）") from None
    except BROKEN:
        raise ImportProblemError(str(path), None, "docx 文件损坏，打不开；请重新下载") from None
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
        raise ImportProblemError(str(path), None, "文档含有实体声明，拒绝读取")
    try:
        root = Xml.fromstring(content)  # noqa: S314  (entity declarations are refused above)
    except Xml.ParseError as error:
        raise ImportProblemError(str(path), error.position[0], "docx 正文的 XML 损坏") from None
    lines: list[str] = []
    for paragraph in root.iter(f"{_W}p"):
        pieces: list[str] = []
        for node in paragraph.iter():
            if node.tag == f"{_W}t":
                pieces.append(node.text or "")
            elif node.tag == f"{_W}tab":
                pieces.append(" ")
            elif node.tag == f"{_W}br":
                pieces.append("\n")
        lines.extend("".join(pieces).split("\n"))
    return lines
