"""Lines of a statute → articles with chapter path, number, 之N, paragraphs and items."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from gaoyao.law.texts.amend import is_amendment, read_clauses
from gaoyao.law.texts.dates import date_in_name, in_force_from
from gaoyao.law.texts.head import Head, read_head
from gaoyao.law.texts.model import Article, Clause, Item, Paragraph, StatuteText
from gaoyao.law.texts.numbers import NUMERAL as _N
from gaoyao.law.texts.numbers import from_chinese
from gaoyao.law.texts.readers import ImportProblemError, Lines

ARTICLE = re.compile(rf"^\s*\**第\s*({_N}{{1,9}})\s*条(?:之({_N}{{1,3}}))?\**(?:[\s　:：]+|(?=\S))(.*)$")
_SPACED = re.compile(rf"^\s*\**第\s*{_N}{{1,9}}\s*条(?:之{_N}{{1,3}})?\**[\s　]")
_POINT = re.compile(r"^\s*(\d{1,3})\s*[.．、]\s*(\S.*)$")
_HEADING = re.compile(rf"^\s*#*\s*(第\s*{_N}{{1,4}}\s*([编章节])(?:之{_N}{{1,3}})?)[\s　]*(.*)$")
_ITEM = re.compile(rf"^\s*[（(]({_N}{{1,4}})[）)]\s*(.*)$")
_SECTION = re.compile(r"^\s*#*\s*([一二三四五六七八九十]{1,3})、\s*(.{2,60})$")
_END = re.compile(r"^\s*#*\s*(附件|附[:：]|附\s*录)")
_CLOSING = re.compile(r"^\s*#*\s*附\s*则\s*$")
_FOOTNOTE = re.compile(r"^\s*[①-⑳]")
_ENDINGS = tuple('。：:；;！？”"）)…')
_LEVEL = {"编": 0, "章": 1, "节": 2}


def parse(lines: Lines, since: date | None = None) -> StatuteText:
    """Parse one file; `since` (given by the user) wins over every other date of coming into force.

    Raises `ImportProblemError` naming file and line: no article at all, numbers that run backwards or
    twice, an
    item without a paragraph.
    """
    rows = [(number, text.replace("\ufeff", "").rstrip()) for number, text in lines.lines]
    if not any(text.strip() for _, text in rows):
        raise ImportProblemError(lines.source, 1, "文件是空的")
    start = _first(rows, _is_article_start)
    if start is None or is_amendment(_title_of(rows), rows):
        return _parse_amendment_or_points(lines, rows, since)
    head = read_head(rows[: _head_end(rows, start)])
    notes: list[str] = []
    articles = _articles(lines.source, rows, start, notes)
    return _assemble(lines, head, articles, since, notes=notes)


def _title_of(rows: list[tuple[int, str]]) -> str:
    return next((text.lstrip("# ").strip() for _, text in rows if text.strip()), "")


def _first(rows: list[tuple[int, str]], test: Callable[[str], bool]) -> int | None:
    return next((index for index, (_, text) in enumerate(rows) if test(text)), None)


def _is_article_start(text: str) -> bool:
    match = ARTICLE.match(text)
    return match is not None and from_chinese(match.group(1)) == 1 and not match.group(2)


def _head_end(rows: list[tuple[int, str]], start: int) -> int:
    for index, (_, text) in enumerate(rows[:start]):
        if "INFO END" in text or re.match(r"^\s*#*\s*目\s*录\s*$", text):
            return index
    return start


def _parse_amendment_or_points(lines: Lines, rows: list[tuple[int, str]], since: date | None) -> StatuteText:
    title = _title_of(rows)
    if is_amendment(title, rows):
        clauses = read_clauses(rows)
        first = clauses[0].line if clauses else rows[-1][0]
        head = read_head([row for row in rows if row[0] < first])
        return _assemble(lines, head, (), since, clauses)
    articles = _points(lines.source, rows)
    if not articles:
        raise ImportProblemError(
            lines.source,
            rows[0][0],
            "没有找到条文：既没有“第一条……”，也没有从 1 起连续编号的条目，也不是修正案",
        )
    head = read_head([row for row in rows if row[0] < articles[0].line][:12])
    return _assemble(lines, head, articles, since)


# ------------------------------------------------------------------ articles


class _Builder:
    """Collects the lines of one article into paragraphs and items."""

    def __init__(
        self, source: str, number: int, sub: int | None, line: int, chapter: tuple[str, ...]
    ) -> None:
        self.source, self.number, self.sub, self.line, self.chapter = source, number, sub, line, chapter
        self.paragraphs: list[tuple[str, list[Item]]] = []

    @property
    def open_item(self) -> bool:
        """Is the last line an item (so that ① … below it is its sub-item, not a footnote)?"""
        return bool(self.paragraphs and self.paragraphs[-1][1])

    def add(self, line: int, text: str) -> None:
        text = text.strip()
        if not text:
            return
        item = _ITEM.match(text)
        number = from_chinese(item.group(1)) if item else None
        if item and number and self.paragraphs and number == len(self.paragraphs[-1][1]) + 1:
            self.paragraphs[-1][1].append(Item(number, item.group(2).strip()))
        elif re.match(r"^[⒈-⒛①-⑳]|^\d{1,2}[.．]", text) and self.paragraphs and self.paragraphs[-1][1]:
            last = self.paragraphs[-1][1].pop()
            self.paragraphs[-1][1].append(Item(last.number, f"{last.text}\n{text}"))
        elif self._unfinished():
            self._continue(text)
        else:
            self.paragraphs.append((text, []))

    def _unfinished(self) -> bool:
        """Did the line before stop within a sentence (a line broken by the file, not a new 款)?"""
        if not self.paragraphs:
            return False
        text, items = self.paragraphs[-1]
        return not (items[-1].text if items else text).endswith(_ENDINGS)

    def _continue(self, text: str) -> None:
        before, items = self.paragraphs[-1]
        if items:
            last = items.pop()
            items.append(Item(last.number, last.text + text))
        else:
            self.paragraphs[-1] = (before + text, items)

    def leaked_heading(self) -> str:
        """A last line that is no sentence (二、…的审查与认定 without a number) is a heading: take it out and give
        it."""
        if len(self.paragraphs) < 2 or self.paragraphs[-1][1] or not self._unfinished():
            return ""
        text = self.paragraphs[-1][0]
        if len(text) > 40 or re.search("[，。；]", text):
            return ""
        self.paragraphs.pop()
        return text

    def done(self) -> Article:
        if not self.paragraphs:
            raise ImportProblemError(self.source, self.line, f"第{self.number}条没有正文")
        return Article(
            self.number, self.sub, tuple(Paragraph(text, tuple(items)) for text, items in self.paragraphs),
            self.chapter, self.line,
        )  # fmt: skip


def _articles(source: str, rows: list[tuple[int, str]], start: int, notes: list[str]) -> tuple[Article, ...]:
    done: list[Article] = []

    def close(builder: _Builder) -> None:
        if heading := builder.leaked_heading():
            notes.append(f"第{builder.number}条之后的“{heading}”不成句，按小标题处理，未计入条文")
        done.append(builder.done())

    builder: _Builder | None = None
    path = ["", "", ""]
    for index in range(start):
        _take_heading(path, rows[index][1])
    ended = False
    for line, text in rows[start:]:
        if ended or not text.strip() or text.lstrip().startswith("<!--"):
            continue
        if _take_heading(path, text):
            continue
        if _FOOTNOTE.match(text) and builder is not None and not builder.open_item:
            continue
        if _END.match(text) and builder is not None:
            ended = True
            continue
        match = ARTICLE.match(text)
        if match and _begins(text, match, builder):
            if builder is not None:
                close(builder)
            number = from_chinese(match.group(1))
            sub = from_chinese(match.group(2)) if match.group(2) else None
            if not number:
                raise ImportProblemError(source, line, f"条号“{match.group(1)}”读不出来")
            builder = _Builder(source, number, sub, line, tuple(part for part in path if part))
            _check_order(source, line, done, builder)
            builder.add(line, match.group(3))
        elif builder is not None:
            builder.add(line, text)
    if builder is not None:
        close(builder)
    return tuple(done)


def _begins(text: str, match: re.Match[str], builder: _Builder | None) -> bool:
    """Does this line begin an article, or is it a sentence that begins by citing one (第十条规定的…)?"""
    if _SPACED.match(text) or builder is None:
        return True
    number = from_chinese(match.group(1))
    follows = number == builder.number + 1 or (number == builder.number and match.group(2) is not None)
    return bool(follows and not re.match(r"^[第之的、和规所款项至，]", match.group(3)))


def _check_order(source: str, line: int, done: list[Article], builder: _Builder) -> None:
    if not done:
        return
    last, new = done[-1].key, (builder.number, builder.sub or 0)
    if new <= last:
        raise ImportProblemError(
            source, line, f"条号倒退或重复：{done[-1].label}之后又是第{builder.number}条"
        )
    if new[0] > last[0] + 1:
        raise ImportProblemError(
            source,
            line,
            f"条号不连续：{done[-1].label}之后是第{builder.number}条，中间缺条；请核对文件是否完整",
        )


def _take_heading(path: list[str], text: str) -> bool:
    if _CLOSING.match(text):
        path[:] = ["附则", "", ""]
        return True
    match = _HEADING.match(text)
    if match is None or len(text) > 60 or re.search("[。；，]", match.group(3)):
        return False
    level = _LEVEL[match.group(2)]
    path[level] = re.sub(r"\s+", "", match.group(1)) + (
        " " + re.sub(r"\s+", "", match.group(3)) if match.group(3) else ""
    )
    for deeper in range(level + 1, 3):
        path[deeper] = ""
    return True


def _points(source: str, rows: list[tuple[int, str]]) -> tuple[Article, ...]:
    """Opinions that number their points 1. 2. 3. through their sections."""
    done: list[Article] = []
    builder: _Builder | None = None
    section = ""
    for line, text in rows:
        heading = _SECTION.match(text)
        if heading:
            section = re.sub(r"\s+", "", text.lstrip("# "))
            continue
        match = _POINT.match(text)
        expected = builder.number + 1 if builder else 1
        if match and int(match.group(1)) == expected:
            if builder is not None:
                done.append(builder.done())
            builder = _Builder(source, expected, None, line, (section,) if section else ())
            builder.add(line, match.group(2))
        elif builder is not None:
            builder.add(line, text)
    if builder is not None:
        done.append(builder.done())
    return tuple(done) if len(done) > 1 else ()


# ------------------------------------------------------------------ the whole


def _assemble(
    lines: Lines, head: Head, articles: tuple[Article, ...], since: date | None,
    clauses: Sequence[Clause] = (), notes: Sequence[str] = (),
) -> StatuteText:  # fmt: skip
    if not head.title:
        raise ImportProblemError(lines.source, 1, "没有标题；第一行应当是法规名称")
    title = re.sub(r"[(（](?:[12]\d{3})[^）)]*(?:修[正订]|版)[）)]$", "", head.title)
    changes = tuple(sorted(head.changes, key=lambda change: change.passed))
    passed = changes[-1].passed if changes else date_in_name(lines.source)
    tail = "\n".join(article.text for article in articles[-2:]) or "\n".join(
        row.words for row in clauses[-1:]
    )
    dates = in_force_from(title, head, changes, passed, tail, since)
    if dates.since is None:
        notes = (*notes, "文件没有写明施行日期；查询某日有效文本时不使用它，可用 --since 指定")
    return StatuteText(
        title, "amendment" if clauses else "law", lines.source, lines.sha256, articles, tuple(clauses), passed,
        dates.since, dates.why, changes, head.number, dates.instrument_id, tuple(notes),
    )  # fmt: skip
