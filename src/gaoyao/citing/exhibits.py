"""Find pointers into the file: 证据卷二第15页, 侦查卷（三）P12-15, 卷P15, 证据3."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoyao.citing.model import Exhibit
from gaoyao.citing.text import Cleaned
from gaoyao.law.texts.numbers import from_chinese

_N = r"(?:[0-9]{1,4}|[一二三四五六七八九十百零〇]{1,5})"
_VOLUME = (
    r"(?:(?:诉讼|刑事|补充)?(?:证据|侦查|检察|诉讼|文书|补侦|补充侦查|技术|审判|正|副|主|内|案|预审|电子|上访|一审|二审)(?:材料)?卷宗?"
    r"|卷宗?|(?<![一-鿿])[案]卷)"
)
_PAGES = rf"(?:第\s*({_N})\s*(?:页?\s*(?:至|到|—+|～|、)\s*第?\s*({_N})\s*)?页|[Pp](?:age|\.)?\s*([0-9]{{1,4}})(?:\s*(?:至|到|—+|～)\s*[Pp]?\s*([0-9]{{1,4}}))?页?)"
_VOLUME_PAGE = re.compile(
    rf"(?:第({_N})({_VOLUME})|({_VOLUME})(?:第?（?({_N})）?[卷册]?)?)[，,、：:]?\s*{_PAGES}"
)
_VOLUME_ONLY = re.compile(
    rf"第({_N})(证据卷|侦查卷|检察卷|诉讼卷|文书卷)|((?:证据|侦查|检察|诉讼|文书)卷)第?（?({_N})）?[卷册]?(?![一-鿿]?第|[Pp0-9])"
)
_ITEM = re.compile(
    r"证据(?:材料)?（?((?:[0-9]{1,3})|[一二三四五六七八九十]{1,3}(?=[：:，。、；）\s]|证实|证明))）?(?![0-9年月日条]|、[0-9]+年)"
)


def _pages(groups: tuple[str | None, ...]) -> tuple[int | None, int | None]:
    numbers = [from_chinese(group) for group in groups if group]
    if not numbers:
        return None, None
    first, last = numbers[0], numbers[-1]
    return first, last


def find_exhibits(cleaned: Cleaned) -> Iterator[Exhibit]:
    """Yield every pointer into the file, in order.  Page ranges keep their first and last page as written."""
    text = cleaned.text
    found: list[tuple[int, int, str, int | None, int | None, int | None, int | None]] = []
    if "卷" in text and ("页" in text or "P" in text or "p" in text or "第" in text):
        for match in _VOLUME_PAGE.finditer(text):
            number = match.group(1) or match.group(4)
            first, last = _pages(match.groups()[4:])
            name = match.group(2) or match.group(3)
            found.append(
                (
                    match.start(),
                    match.end(),
                    name,
                    from_chinese(number) if number else None,
                    first,
                    last,
                    None,
                )
            )
        for match in _VOLUME_ONLY.finditer(text):
            number = match.group(1) or match.group(4)
            name = match.group(2) or match.group(3)
            found.append((match.start(), match.end(), name, from_chinese(number), None, None, None))
    for match in _ITEM.finditer(text):
        found.append((match.start(), match.end(), "", None, None, None, from_chinese(match.group(1))))
    after = -1
    for start, end, name, number, first, last, item in sorted(found, key=lambda row: (row[0], -row[1])):
        if start < after:
            continue
        after = end
        begin, stop = cleaned.span(start, end)
        yield Exhibit(begin, stop, cleaned.source[begin:stop], name, number, first, last, item)
