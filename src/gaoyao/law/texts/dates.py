"""From which day are these words in force?  From the user, the head, the last clause, or our table — in
this order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gaoyao.law.instruments import INSTRUMENTS
from gaoyao.law.texts.amendments import in_force_of
from gaoyao.law.texts.head import Head, find_date, in_force_clause
from gaoyao.law.texts.model import Change


@dataclass(frozen=True, slots=True)
class InForce:
    """The day, where it was read (Chinese), and the row of the table of instruments that it matches."""

    since: date | None
    why: str
    instrument_id: str


def plain_title(title: str) -> str:
    """`title` without marks, blanks and 中华人民共和国, for comparing titles."""
    return re.sub(r"[《》〈〉<>＜＞\s]|中华人民共和国", "", title).replace("(", "（").replace(")", "）")


def date_in_name(source: str) -> date | None:
    """A date YYYY-MM-DD in the file's name."""
    match = re.search(r"(\d{4})-(\d{2})-(\d{2})", Path(source).stem)
    return find_date(f"{match.group(1)}年{match.group(2)}月{match.group(3)}日") if match else None


def in_force_from(
    title: str, head: Head, changes: Sequence[Change], passed: date | None, tail: str, given: date | None
) -> InForce:
    """Decide the day in force.

    The last clause of an amended law states when its first version came into force, so it counts only when
    it is
    not earlier than the last change.  Nothing is taken for the day of passing: 公布之日 counts only when the text
    says so and has one date.
    """
    stated, on_publication = in_force_clause(tail)
    usable = stated if stated and (passed is None or stated >= passed) else None
    if given:
        return InForce(given, "用户指定", _match(title, passed, given))
    if head.since_stated and (passed is None or head.since_stated >= passed):
        return InForce(head.since_stated, "文首", _match(title, passed, head.since_stated))
    if usable:
        return InForce(usable, "末条", _match(title, passed, usable))
    last = changes[-1] if changes else None
    known = in_force_of(title, passed) or (in_force_of(last.by, last.passed) if last else None)
    if known:
        return InForce(known, "修正案的施行日期", _match(title, passed, None))
    matched = _match(title, passed, None)
    if matched and (passed is None or INSTRUMENTS[matched].since >= passed):
        return InForce(INSTRUMENTS[matched].since, "法规目录", matched)
    if on_publication and passed and len({change.passed for change in changes}) <= 1:
        return InForce(passed, "公布之日", matched)
    return InForce(None, "", matched)


def _match(title: str, passed: date | None, since: date | None) -> str:
    """The row with this title whose day in force is `since`, or follows the last change within 400 days."""
    wanted = plain_title(title)
    rows = [row for row in INSTRUMENTS.values() if plain_title(row.title) == wanted]
    exact = [row for row in rows if since and row.since == since]
    if exact:
        return exact[0].id
    if passed and since is None:
        near = [row for row in rows if 0 <= (row.since - passed).days <= 400]
        if near:
            return min(near, key=lambda row: row.since).id
    alone = rows[0] if len(rows) == 1 else None
    day = since or passed
    return alone.id if alone and (day is None or alone.since <= day) else ""
