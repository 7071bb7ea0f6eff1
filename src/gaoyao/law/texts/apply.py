"""Apply one clause of an amendment to an article — or refuse, with the reason."""

from __future__ import annotations

from dataclasses import replace

from gaoyao.law.texts.model import Article, Clause, Item, Paragraph


class CannotApplyError(ValueError):
    """The clause does not fit the article at hand; the message (Chinese) says why."""


def apply(clause: Clause, article: Article | None, target: tuple[int, int | None]) -> Article | None:
    """Return the article `target` after `clause`; None when the clause deletes it.

    `article` is its text before, None when there was none.  Raises `CannotApplyError` when positions do not
    fit.
    """
    if clause.act == "unread":
        raise CannotApplyError(f"第{clause.ordinal}项：{clause.why}")
    if clause.act in ("replace", "insert_article"):
        index = clause.targets.index(target)
        if clause.act == "insert_article" and article is not None:
            raise CannotApplyError(f"第{clause.ordinal}项要增加{article.label}，但原文已有这一条")
        chapter = article.chapter if article else ()
        return Article(target[0], target[1], clause.paragraphs[index], chapter, clause.line)
    if article is None:
        raise CannotApplyError(f"第{clause.ordinal}项要修改第{target[0]}条，但手头没有修改前的文本")
    if clause.act == "delete_article":
        return None
    paragraphs = list(article.paragraphs)
    match clause.act:
        case "replace_paragraph":
            for position, paragraph in zip(clause.positions, clause.paragraphs[0], strict=True):
                _within(clause, article, position, len(paragraphs))
                paragraphs[position - 1] = paragraph
        case "insert_paragraph":
            for position, paragraph in zip(clause.positions, clause.paragraphs[0], strict=True):
                _within(clause, article, position, len(paragraphs) + 1)
                paragraphs.insert(position - 1, paragraph)
        case "delete_paragraph":
            for position in sorted(clause.positions, reverse=True):
                _within(clause, article, position, len(paragraphs))
                del paragraphs[position - 1]
        case "renumber":
            for _, new in clause.renumbered:
                _within(clause, article, new, len(paragraphs))
        case "replace_item" | "insert_item":
            _items(clause, article, paragraphs)
        case _:
            raise CannotApplyError(f"第{clause.ordinal}项：不认识的修改方式 {clause.act}")
    if not paragraphs:
        raise CannotApplyError(f"第{clause.ordinal}项会使{article.label}没有正文")
    return replace(article, paragraphs=tuple(paragraphs))


def _within(clause: Clause, article: Article, position: int, last: int) -> None:
    if not 1 <= position <= last:
        raise CannotApplyError(
            f"第{clause.ordinal}项指第{position}款，{article.label}只有{len(article.paragraphs)}款"
        )


def _items(clause: Clause, article: Article, paragraphs: list[Paragraph]) -> None:
    """Items are addressed by paragraph and item, or by item alone when exactly one paragraph has items."""
    *place, number = clause.positions
    listed = [index for index, paragraph in enumerate(paragraphs) if paragraph.items]
    if place:
        _within(clause, article, place[0], len(paragraphs))
        index = place[0] - 1
    elif len(listed) == 1:
        index = listed[0]
    else:
        raise CannotApplyError(f"第{clause.ordinal}项没有写明款，而{article.label}不止一款有项")
    items = list(paragraphs[index].items)
    new = "\n".join(part.full for part in clause.paragraphs[0])
    new = new.split("）", 1)[1] if new.startswith("（") and "）" in new[:6] else new
    if clause.act == "replace_item":
        if not 1 <= number <= len(items):
            raise CannotApplyError(
                f"第{clause.ordinal}项指第（{number}）项，{article.label}只有{len(items)}项"
            )
        items[number - 1] = Item(number, new)
    else:
        if not 1 <= number <= len(items) + 1:
            raise CannotApplyError(
                f"第{clause.ordinal}项要增加第（{number}）项，{article.label}只有{len(items)}项"
            )
        items.insert(number - 1, Item(number, new))
    renumbered = tuple(Item(position, item.text) for position, item in enumerate(items, 1))
    paragraphs[index] = replace(paragraphs[index], items=renumbered)
