"""Order of volumes as people number them, and names that came out of an archive."""

from __future__ import annotations

import re
import zipfile

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}
_NUMBER = re.compile(
    r"\d+|(?<=[第卷册（(])[一二三四五六七八九十百]+(?=$|[卷册部分）).、\s])|[一二三四五六七八九十百]+(?=[卷册])"
)
_WIDTH = str.maketrans("０１２３４５６７８９（）", "0123456789()")


def natural(name: str) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """A sort key: 卷2 before 卷10, 卷二 before 卷十, folder by folder."""
    return tuple(_key(part) for part in name.translate(_WIDTH).split("/"))


def _key(part: str) -> tuple[tuple[int, int, str], ...]:
    out: list[tuple[int, int, str]] = []
    at = 0
    for found in _NUMBER.finditer(part):
        if found.start() > at:
            out.append((1, 0, part[at : found.start()]))
        text = found.group()
        out.append((0, int(text) if text.isdecimal() else chinese(text), text))
        at = found.end()
    if at < len(part):
        out.append((1, 0, part[at:]))
    return tuple(out)


def chinese(text: str) -> int:
    """The value of 一 … 九百九十九."""
    total = current = 0
    for char in text:
        if char == "百":
            total, current = total + (current or 1) * 100, 0
        elif char == "十":
            total, current = total + (current or 1) * 10, 0
        else:
            current = _DIGITS.get(char, 0)
    return total + current


def member_name(info: zipfile.ZipInfo) -> str:
    """The name of a zip member; Chinese Windows writes GBK without saying so, which zipfile reads as cp437."""
    name = info.filename
    if not info.flag_bits & 0x800:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            return _plain(name)
        for encoding in ("utf-8", "gb18030"):
            try:
                return _plain(raw.decode(encoding))
            except UnicodeDecodeError:
                continue
    return _plain(name)


def _plain(name: str) -> str:
    return "".join(char if char.isprintable() else "�" for char in name.replace("\\", "/"))


def leaves_the_folder(name: str) -> bool:
    """Would this member be written outside the folder it is unpacked to?"""
    return name.startswith("/") or bool(re.match(r"[A-Za-z]:", name)) or ".." in name.split("/")


_SYSTEM = re.compile(r"(?:^|/)(?:__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$|\._)", re.IGNORECASE)


def of_the_system(name: str) -> bool:
    """Files that an operating system or an office program leaves behind."""
    return bool(_SYSTEM.search(name))
