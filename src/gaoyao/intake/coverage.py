"""What became of every file and every page: the terminal and JSON accounts of a reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from gaoyao.dossier.model import Amount
from gaoyao.intake.pages.dispatch import NOT_MATERIAL, Volume
from gaoyao.intake.pages.model import Page, State

FORMAT = "gaoyao-coverage/1"


@dataclass(frozen=True, slots=True)
class Totals:
    """Files and pages by what became of them; `open_end` is the number of files that may hold more pages."""

    files: int
    read_files: int
    pages: int
    states: dict[State, int]
    unread: int
    open_end: int


def totals(volumes: Iterable[Volume]) -> Totals:
    """Count a reading."""
    chosen = list(volumes)
    states: Counter[State] = Counter(page.state for volume in chosen for page in volume.pages)
    material = [one for one in chosen if one.source.form not in NOT_MATERIAL or one.problem]
    return Totals(
        len(chosen), sum(bool(one.pages) and not one.problem for one in material), sum(states.values()),
        {state: states.get(state, 0) for state in State}, sum(one.unread for one in chosen), sum(one.open_end for one in chosen),
    )  # fmt: skip


def unread_pages(volumes: Iterable[Volume]) -> Amount:
    """Case.unread_pages: exact where every file could be opened, otherwise “at least”."""
    counted = totals(volumes)
    if counted.open_end:
        return Amount(float(counted.unread), float("inf"), f"{counted.unread}页以上")
    return Amount(float(counted.unread), float(counted.unread), f"{counted.unread}页")


def read_whole(volumes: Iterable[Volume]) -> bool:
    """Was every file opened to its end, and every page of it read?"""
    counted = totals(volumes)
    return not counted.open_end and counted.unread == 0


def account(volumes: Sequence[Volume]) -> dict[str, Any]:
    """The coverage report as JSON-ready data; the same input gives the same data."""
    counted = totals(volumes)
    return {
        "format": FORMAT,
        "files": counted.files,
        "files_read": counted.read_files,
        "pages": counted.pages,
        "pages_by_state": {state.value: number for state, number in counted.states.items()},
        "unread_pages": counted.unread,
        "unread_pages_at_least": bool(counted.open_end),
        "volumes": [_volume(volume) for volume in volumes],
    }


def _volume(volume: Volume) -> dict[str, Any]:
    source = volume.source
    return {
        "name": source.name, "sha256": source.sha256, "bytes": source.size, "form": source.form.value, "notes": list(source.notes),
        "same_as": source.same_as, "problem": volume.problem, "cure": volume.cure, "may_hold_more_pages": volume.open_end,
        "pages": [_page(page) for page in volume.pages],
    }  # fmt: skip


def _page(page: Page) -> dict[str, Any]:
    return {
        "number": page.number, "label": page.label, "state": page.state.value, "characters": len(page.text) if page.state.read else 0,
        "legibility": page.legibility, "why": page.why.value if page.why else "", "reason": page.why.label if page.why else "",
        "cure": page.why.cure if page.why else "", "notes": list(page.notes),
    }  # fmt: skip


def told(volumes: Sequence[Volume]) -> list[str]:
    """The account in Chinese lines for the terminal: totals, then everything that was not read and why."""
    counted = totals(volumes)
    shown = "，".join(f"{state.label} {number}" for state, number in counted.states.items() if number)
    lines = [f"文件 {counted.files} 个，页 {counted.pages}（{shown or '没有页'}）"]
    if counted.unread or counted.open_end:
        lines.append(f"未读 {'至少 ' if counted.open_end else ''}{counted.unread} 页，不能视为没有问题：")
    for volume in volumes:
        lines += _troubles(volume)
    return lines


def _troubles(volume: Volume) -> list[str]:
    out = []
    if volume.problem:
        out.append(f"  {volume.source.name}：{volume.problem}。{volume.cure}。")
    if volume.source.same_as:
        out.append(f"  {volume.source.name}：与 {volume.source.same_as} 内容相同，只读一次")
    groups: dict[tuple[str, str], list[str]] = {}
    for page in volume.pages:
        if page.why is not None and page.state.counts_as_unread:
            groups.setdefault((f"{page.state.label}：{page.why.label}", page.why.cure), []).append(page.label)
        elif page.state is State.BLANK:
            groups.setdefault(("空白页", "请确认确无内容"), []).append(page.label)
        for note in page.notes:
            groups.setdefault((note, ""), []).append(page.label)
    for (reason, cure), labels in groups.items():
        out.append(f"  {volume.source.name} {runs(labels)}：{reason}。{cure + '。' if cure else ''}")
    for note in volume.source.notes:
        out.append(f"  {volume.source.name}：{note}")
    return out


def runs(labels: Sequence[str]) -> str:
    """第1、2、3、7页 → 第1—3、7页; other labels as they are."""
    numbers = [
        int(label[1:-1])
        for label in labels
        if label[1:-1].isdecimal() and label[0] == "第" and label[-1] == "页"
    ]
    others = [label for label in labels if not (label[0] == "第" and label[1:-1].isdecimal())]
    parts: list[str] = []
    at = 0
    while at < len(numbers):
        end = at
        while end + 1 < len(numbers) and numbers[end + 1] == numbers[end] + 1:
            end += 1
        parts.append(str(numbers[at]) if end == at else f"{numbers[at]}—{numbers[end]}")
        at = end + 1
    shown = [f"第{'、'.join(parts)}页"] if parts else []
    return "、".join(shown + others)
