"""OFD (GB/T 33190): the text objects of every page, top to bottom; pictures are said to be there."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from gaoyao.intake.pages.model import Page, State, Trouble, Why
from gaoyao.intake.pages.parcel import open_parcel, tree
from gaoyao.intake.pages.plain import judged


def pages(path: Path) -> Iterator[Page]:
    """The pages of every document in the file.  Raises Trouble."""
    with open_parcel(path) as box:
        number = 0
        for root in _texts(tree(box, "OFD.xml"), "DocRoot"):
            home = posixpath.dirname(root.lstrip("/"))
            for one in tree(box, root.lstrip("/")).iter():
                if _local(one) == "Page" and one.get("BaseLoc"):
                    number += 1
                    yield _page(
                        box, posixpath.normpath(posixpath.join(home, str(one.get("BaseLoc")))), number
                    )
        if not number:
            raise Trouble("OFD 里没有页", "请用 OFD 阅读器打开后另存为 PDF")


def _local(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


def _texts(root: Element, name: str) -> list[str]:
    return [one.text.strip() for one in root.iter() if _local(one) == name and one.text]


def _page(box: zipfile.ZipFile, name: str, number: int) -> Page:
    label = f"第{number}页"
    try:
        root = tree(box, name)
    except Trouble:
        return Page(number, label, State.UNREAD, why=Why.BROKEN)
    placed: list[tuple[float, float, str]] = []
    pictures = 0
    for one in root.iter():
        if _local(one) == "ImageObject":
            pictures += 1
        if _local(one) == "TextObject":
            x, y, *_ = [*_numbers(one.get("Boundary", "")), 0.0, 0.0]
            placed.append(
                (round(y, 1), x, "".join(code.text or "" for code in one if _local(code) == "TextCode"))
            )
    lines: dict[float, list[str]] = {}
    for y, _, text in sorted(placed, key=lambda one: one[:2]):
        lines.setdefault(y, []).append(text)
    text = "\n".join("".join(parts) for parts in lines.values())
    page = judged(number, label, text, (f"页上有 {pictures} 幅图片，没有读",) if pictures else ())
    if pictures and not page.state.read:
        return Page(number, label, State.UNREAD, text, Why.SCAN, notes=page.notes)
    return Page(number, label, State.PARTIAL, text, Why.OUTSIDE, notes=page.notes) if pictures else page


def _numbers(text: str) -> list[float]:
    try:
        return [float(word) for word in text.split()[:2]]
    except ValueError:
        return []
