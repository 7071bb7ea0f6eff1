"""Reading a page back: its elements as a tree, and the reviews that tests render."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import View, readable
from gaoyao.review.api import review
from gaoyao.review.model import Review

CASE = Path(__file__).with_name("case.yaml")
TODAY = date(2023, 5, 12)
DEMO = sorted((Path(__file__).parents[3] / "demo").glob("*.yaml"))
VOID = {"meta", "br", "col"}


@cache
def sample() -> Review:
    """The review of the invented case beside this file."""
    return reviewed(CASE)


@cache
def demo(path: Path) -> Review:
    """The review of one of the invented demonstration cases, by the day that the guides use."""
    return reviewed(path, date(2024, 6, 1))


def reviewed(path: Path, today: date = TODAY) -> Review:
    """A file reviewed for a judge."""
    return review(View(load(path).log, readable("judge")), today)


@dataclass
class Element:
    """An element with its attributes, its parts and its parent."""

    name: str
    attributes: dict[str, str]
    parts: list[Element | str] = field(default_factory=list)

    def walk(self) -> list[Element]:
        """This element and all below, in the order of the document."""
        return [self, *(inner for part in self.parts if isinstance(part, Element) for inner in part.walk())]

    def all(self, name: str) -> list[Element]:
        """Every element of a name below."""
        return [one for one in self.walk() if one.name == name]

    @property
    def text(self) -> str:
        """All text below, style sheets excepted."""
        if self.name == "style":
            return ""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def at(self, ident: str) -> Element:
        """The one element with an id."""
        (found,) = [one for one in self.walk() if one.attributes.get("id") == ident]
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> 的属性重复：{names}"
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].parts.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> 关闭的却是 <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].parts.append(data)


def parsed(page: str) -> Element:
    """The tree of a page; fails where an element is not closed in order."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root], f"没有关闭：{[one.name for one in reader.open[1:]]}"
    return reader.root
