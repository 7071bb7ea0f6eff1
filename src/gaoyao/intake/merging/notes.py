"""What a merge did, for the terminal and as JSON-ready data."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from gaoyao.intake.merging.merge import Merged, Notes

HEADS = {
    "subjects": "新增对象", "values": "新增、更新的机器读取值", "conflicts": "说法冲突", "superseded": "不再提出而撤回的机器读取值", "kept": "人录入的与这次读到的不同，保留人录入的",
    "deleted": "人已删去、没有加回", "unread": "这次没有再读到，保留", "files_gone": "文件夹里已没有的文件",
}  # fmt: skip
SHOWN = 20


def lines(merged: Merged) -> list[str]:
    """Chinese lines: what changed, or that nothing did."""
    out = [] if merged.changes else ["案件文件没有变化：这次读到的都已在其中"]
    for name, head in HEADS.items():
        rows: list[str] = getattr(merged.notes, name)
        if rows:
            out.append(f"{head} {len(rows)} 项：")
            out += [f"  {row}" for row in rows[:SHOWN]] + (
                ["  ……（全部见覆盖报告）"] if len(rows) > SHOWN else []
            )
    return out


def account(notes: Notes) -> dict[str, Any]:
    """The same for the coverage report."""
    return asdict(notes)
