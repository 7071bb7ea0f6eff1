"""How many pages nobody has read: never fewer than what was counted after the number that a person gave."""

from __future__ import annotations

from collections.abc import Iterator

from gaoyao.dossier.chain import Chain
from gaoyao.dossier.log import in_order
from gaoyao.dossier.model import Amount, Assertion, Basis
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Case
from gaoyao.review.model import NotChecked

NAME = Case.unread_pages.name


def unread(view: View) -> tuple[int, bool]:
    """Pages known to be unread, and whether there may be more.

    A person's number holds for the papers that were there: what the machine counts of papers added later, or in
    another part, stands beside it and is not overruled.  Where numbers differ, the largest counts.
    """
    numbers = [
        one.value
        for key in in_order(view.parts & view.log.parts)
        for one in _counting(view.log.chain(*key))
        if isinstance(one.value, Amount)
    ]
    low = max((value.low for value in numbers), default=0.0)
    return int(low), max((value.high for value in numbers), default=0.0) > low


def _counting(chain: Chain) -> list[Assertion]:
    """What counts in one part: the last word of a person, and what the machine counted after it."""
    out: list[Assertion] = []
    top = Basis.READ
    for one in _standing(chain):
        if one.basis is Basis.READ:
            out.append(one)
        elif one.basis >= top:
            out = [known for known in out if known.basis is one.basis]
            out.append(one)
            top = one.basis
    return out


def _standing(chain: Chain) -> Iterator[Assertion]:
    for records in chain.records:
        for one in records:
            if one.field == NAME and one.kind == Case.kind and not one.retracts and one.id not in chain.dead:
                yield one


def not_read(view: View) -> list[NotChecked]:
    """What is said of it under 未检查."""
    number, more = unread(view)
    if number:
        return [NotChecked(f"{'至少 ' if more else ''}{number} 页材料", "没有读到内容，不能视为没有问题")]
    if more:
        return [NotChecked("没有读到底的文件", "后面可能还有页，不能视为没有问题")]
    return []
