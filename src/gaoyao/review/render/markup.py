"""Markup that is escaped by construction: every text is escaped unless it was made by `tag` itself.

`Safe` is the type of finished markup; there is no way to turn a text into `Safe` but by escaping it.  Characters
that no document may hold (controls, lone surrogates) and those that reorder what a reader sees (bidirectional
overrides) are shown as U+FFFD, so that a file cannot change how its own review reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape as _escape

_VOID = frozenset(("meta", "br", "hr", "rect", "line", "circle", "path", "col"))
_BARRED = [
    *range(0x09),
    0x0B,
    0x0C,
    0x0D,
    *range(0x0E, 0x20),
    *range(0x7F, 0xA0),
    0x061C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
    0xFFFE,
    0xFFFF,
]
_SHOWN = dict.fromkeys(_BARRED, "\ufffd")


class Safe(str):
    """Finished markup; joined as it is."""

    __slots__ = ()


def visible(text: str) -> str:
    """A text with every barred character shown as U+FFFD; also for a terminal, whose escapes begin with one."""
    return text.translate(_SHOWN)


def esc(text: str) -> Safe:
    """A text as markup: quotes, angle brackets and ampersands escaped, barred characters shown as U+FFFD."""
    return text if isinstance(text, Safe) else Safe(_escape(visible(text)))


def join(parts: Iterable[str], between: str = "") -> Safe:
    """Parts one after another, each escaped unless it is markup, with `between` (escaped) between them."""
    return Safe(esc(between).join([esc(part) for part in parts]))


def tag(name: str, /, *children: str, **attributes: str | int | float | bool | None) -> Safe:
    """An element.  Attribute names lose a final underscore (`class_`) and write `_` as `-` (`aria_label`).

    An attribute that is None or False is left out; True stands without a value.
    """
    given = "".join(
        _attribute(key, value)
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _VOID and not children:
        return Safe(f"<{name}{given}/>")
    return Safe(f"<{name}{given}>{join(children)}</{name}>")


def _attribute(key: str, value: str | int | float | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return f' {name}="{_escape(visible(text))}"'


def row(cells: Iterable[str], head: str = "", **attributes: str | int | None) -> Safe:
    """A table row; `head` ("row") makes its first cell a header of that scope."""
    made = [
        tag("th", cell, scope=head) if head and number == 0 else tag("td", cell)
        for number, cell in enumerate(cells)
    ]
    return tag("tr", *made, **attributes)


def table(caption: str, heads: Iterable[str], bodies: Iterable[str], class_: str | None = None) -> Safe:
    """A table with a caption, column headers with scope, and bodies (rows are given by `row`)."""
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", *bodies),
        class_=class_,
    )


def fold(summary: str, *children: str, opened: bool = False, class_: str | None = None) -> Safe:
    """Something a reader may unfold; printing unfolds it (see `style`)."""
    return tag("details", tag("summary", summary), *children, open=opened, class_=class_)


def long(caption: str, heads: Sequence[str], rows: Sequence[str], shown: int = 15) -> Safe:
    """A table whose first rows stand open; a reader may unfold the others."""
    first = table(caption, heads, rows[:shown])
    if len(rows) <= shown:
        return first
    return join((first, fold(f"其余 {len(rows) - shown} 行", table(f"{caption}（续）", heads, rows[shown:]))))


def anchor(kind: str, number: int) -> str:
    """The id of a subject's own place on the page.  Made of our numbers only, never of what a file says."""
    return f"{kind}-{number + 1}"
