"""What docx and OFD share: a zip of XML parts, opened with bounds and without entities."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

from gaoyao.intake.pages.model import Trouble
from gaoyao.zips import BROKEN

LARGEST_PART = 256 << 20
LARGEST_ALL = 1 << 30
_RATIO, _RATIO_FROM = 250, 32 << 20
_REFUSED = "请用办公软件打开核对，另存为新文件或者 PDF"


def open_parcel(path: Path) -> zipfile.ZipFile:
    """The opened zip.  Raises Trouble for one that is broken, encrypted or unfolds to too much."""
    try:
        box = zipfile.ZipFile(path)
    except BROKEN as error:
        raise Trouble(f"文件已损坏，打不开（{error}）", "请重新取得或者重新导出这个文件") from None
    sizes = [info.file_size for info in box.infolist()]
    odd = any(
        one.file_size > _RATIO_FROM and one.file_size > _RATIO * max(one.compress_size, 1)
        for one in box.infolist()
    )
    if odd or sum(sizes) > LARGEST_ALL or max(sizes, default=0) > LARGEST_PART:
        box.close()
        raise Trouble("文件内部展开后过大，疑为压缩炸弹，没有打开", _REFUSED)
    if any(info.flag_bits & 1 for info in box.infolist()):
        box.close()
        raise Trouble("文件加了密码，打不开", "请解除密码后另存，再放进文件夹")
    return box


def part(box: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one part.  Raises Trouble for a broken part or one that declares a document type or entities."""
    try:
        data = box.read(name)
    except BROKEN as error:
        raise Trouble(f"文件已损坏：{name} 读不出来（{error}）", "请重新取得或者重新导出这个文件") from None
    if name.endswith((".xml", ".rels")) and (
        b"<!DOCTYPE" in data or b"<!ENTITY" in data or "<!DOCTYPE".encode("utf-16-le") in data
    ):
        raise Trouble(f"{name} 里有 XML 实体声明，没有展开，也没有读", _REFUSED)
    return data


def tree(box: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """The XML tree of one part.  Raises Trouble."""
    try:
        return ElementTree.fromstring(part(box, name))  # noqa: S314 - document types and entities were refused above
    except ElementTree.ParseError as error:
        raise Trouble(
            f"文件已损坏：{name} 不是完整的 XML（{error}）", "请重新取得或者重新导出这个文件"
        ) from None
