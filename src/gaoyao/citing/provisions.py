"""Read a run of provisions: 第五十五条、第五十六条第一款第（二）项, 第52、53条, 第一百三十三条之一, 第三条至第五条."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from gaoyao.law.texts.numbers import from_chinese

NUMBER = "(?:[0-9]{1,4}|[零〇一二三四五六七八九十百千两]{1,9})"
_LIST = rf"{NUMBER}(?:(?:[、，,和及与]第?|第){NUMBER})*"
# 第六十七第三款: 条 left out by the writer; read only when a 款 follows and the number has two characters or more.
_NO_WORD = r"[零〇一二三四五六七八九十百千0-9]{2,9}(?=第[一二三四五六七八九1-9]款)"
_ARTICLE = re.compile(rf"第?(?:({_LIST})条(?![约件例文款街船线路河沟腿鱼狗裤])|(?<=第)({_NO_WORD}))")
_SUB = re.compile(rf"(?:、|，|和|及)?之({NUMBER})")
_TO = re.compile(rf"(?:至|到|—+|～|~)第?({NUMBER})条(?:之({NUMBER}))?")
_PARAGRAPH = re.compile(rf"第?({_LIST})条?款")
_ITEM_LIST = rf"（?{NUMBER}）?(?:(?:[、，,和及与]第?|第)（?{NUMBER}）?)*"
_ITEM = re.compile(rf"第?({_ITEM_LIST})项")
_SEPARATOR = re.compile(r"\s*(?:、|，|,|；|;|以及|和|及|与|或者|或|并)?\s*")
_NOTE = re.compile(r"[〔（][^〔〕（）《》。；\n]{1,24}[〕）]")
_NUMBER = re.compile(NUMBER)


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision of a run, with its own span in the cleaned text."""

    start: int
    end: int
    article: int
    sub: int | None = None
    paragraph: int | None = None
    item: int | None = None
    last_article: int | None = None


def _numbers(text: str, at: int) -> list[tuple[int, int, int]]:
    """(value, start, end) for each number of a list such as 五十二、第五十三; unreadable ones are left out."""
    found = []
    for match in _NUMBER.finditer(text):
        value = from_chinese(match.group())
        if value:
            found.append((value, at + match.start(), at + match.end()))
    return found


class _Run:
    """Reads one run from left to right; the state is the article and paragraph that 款 and 项 belong to."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.at = self.end = start
        self.article: int | None = None
        self.sub: int | None = None
        self.paragraph: int | None = None
        self.found: list[Provision] = []

    def _replace_or_add(self, wider: bool, provision: Provision) -> None:
        """A 款 right after its 条 narrows it (one citation); 第一款第二款 or a separator makes a further one."""
        last = self.found[-1] if self.found else None
        deeper = (
            last is not None
            and last.last_article is None
            and (
                (provision.item is not None and last.item is None)
                or (provision.item is None and last.paragraph is None and provision.paragraph is not None)
                or (provision.paragraph is None and last.sub is None and provision.sub is not None)
            )
        )
        if wider and deeper:
            provision = Provision(self.found.pop().start, *_rest(provision))
        self.found.append(provision)

    def take_article(self, chained: bool) -> bool:
        match = _ARTICLE.match(self.text, self.at)
        if match is None:
            return False
        if chained and self.text[self.at] != "第" and self.text[self.at - 1] not in "、；;和及与":
            return False  # “，3条香烟” is no article
        group = 1 if match.group(1) else 2
        numbers = _numbers(match.group(group), match.start(group))
        if not numbers:
            return False
        for index, (value, start, end) in enumerate(numbers):
            first = match.start() if index == 0 else start
            last = match.end() if index == len(numbers) - 1 else end
            self.found.append(Provision(first, last, value))
        self.article, self.sub, self.paragraph = numbers[-1][0], None, None
        self.at = self.end = match.end()
        return True

    def take_range(self) -> bool:
        match = _TO.match(self.text, self.at)
        if match is None or self.article is None or self.paragraph is not None:
            return False
        last = from_chinese(match.group(1))
        last_sub = from_chinese(match.group(2)) if match.group(2) else None
        first = self.found[-1]
        if not last or (last, last_sub or 0) <= (first.article, first.sub or 0):
            return False
        self.found.pop()
        if last == first.article:
            for sub in range(first.sub or 0, (last_sub or 0) + 1):
                self.found.append(Provision(first.start, match.end(), last, sub or None))
        else:
            self.found.append(Provision(first.start, match.end(), first.article, first.sub, None, None, last))
        self.article, self.sub = last, last_sub
        self.at = self.end = match.end()
        return True

    def take_sub(self, joined: bool) -> bool:
        match = _SUB.match(self.text, self.at)
        if match is None or self.article is None or (joined and match.group()[0] != "之"):
            return False
        value = from_chinese(match.group(1))
        if not value or value > 40:
            return False
        self.sub, self.paragraph = value, None
        start = match.start(1) - 1
        self._replace_or_add(joined, Provision(start, match.end(), self.article, value))
        self.at = self.end = match.end()
        return True

    def take_paragraphs(self, joined: bool) -> bool:
        values = self._take_list(_PARAGRAPH, joined, lambda value: (value, None))
        if values:
            self.paragraph = values[-1]
        return bool(values)

    def take_items(self, joined: bool) -> bool:
        return bool(self._take_list(_ITEM, joined, lambda value: (self.paragraph, value)))

    def _take_list(
        self, pattern: re.Pattern[str], joined: bool, place: Callable[[int], tuple[int | None, int | None]]
    ) -> list[int]:
        """Read a list of 款 or of 项 under the present article; `place` makes (款, 项) of a number.  The numbers."""
        match = pattern.match(self.text, self.at)
        numbers = _numbers(match.group(1), match.start(1)) if match else []
        if match is None or self.article is None or not numbers:
            return []
        for index, (value, start, end) in enumerate(numbers):
            first = match.start() if index == 0 else start
            last = match.end() if index == len(numbers) - 1 else end
            self._replace_or_add(
                joined and index == 0, Provision(first, last, self.article, self.sub, *place(value))
            )
        self.at = self.end = match.end()
        return [value for value, _, _ in numbers]

    def read(self) -> None:
        """Read as far as the run goes; `end` is where it stopped."""
        if not self.take_article(chained=False):
            return
        while True:
            while (
                self.take_sub(joined=True)
                or self.take_range()
                or self.take_paragraphs(joined=True)
                or self.take_items(joined=True)
            ):
                pass
            if not self._next():
                self.at = self.end
                return

    def _next(self) -> bool:
        """Step over a separator (and a note in brackets) to a further provision; False when there is none."""
        note = _NOTE.match(self.text, self.end)
        for start in (self.end, note.end()) if note else (self.end,):
            separator = _SEPARATOR.match(self.text, start)
            if separator is None or separator.end() == separator.start() == self.end:
                continue
            self.at = separator.end()
            if self.at < len(self.text) and (
                self.take_article(chained=True)
                or (separator.group().strip() and self.take_sub(joined=False))
                or self.take_paragraphs(joined=False)
                or self.take_items(joined=False)
            ):
                return True
        return False


def _rest(provision: Provision) -> tuple[int, int, int | None, int | None, int | None, int | None]:
    return (
        provision.end, provision.article, provision.sub, provision.paragraph, provision.item, provision.last_article,
    )  # fmt: skip


def read_run(text: str, start: int) -> tuple[list[Provision], int]:
    """Read the run of provisions that begins at `start`; return its provisions and the position after it.

    A number that cannot be read makes no provision: it is never guessed.
    """
    run = _Run(text, start)
    run.read()
    return run.found, run.end
