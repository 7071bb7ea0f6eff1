"""The user's folder of imported texts: one JSON file a text, named by the SHA-256 of the file it was read
from."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gaoyao.law.texts.model import Article, Change, Clause, Item, Paragraph, StatuteText
from gaoyao.law.texts.parse import parse
from gaoyao.law.texts.readers import ImportProblemError, read_lines

FORMAT = 1


def home(given: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """The data folder: the one given, else GAOYAO_HOME, else ~/.local/share/gaoyao."""
    if given is not None:
        return given
    named = environment.get("GAOYAO_HOME")
    return Path(named) if named else Path.home() / ".local" / "share" / "gaoyao"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: `imported`, `known` (the same bytes are there already) or `refused` with the
    reason."""

    path: str
    state: str
    text: StatuteText | None = None
    message: str = ""


class Store:
    """Imported texts under `folder`/laws.  Writing is atomic; a broken file is reported, never skipped in
    silence."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "laws"

    def add(self, path: Path, since: date | None = None) -> Outcome:
        """Import one file; nothing is written when it cannot be read."""
        try:
            text = parse(read_lines(path), since)
        except ImportProblemError as problem:
            return Outcome(str(path), "refused", None, str(problem))
        target = self.folder / f"{text.sha256}.json"
        new = json.dumps({"format": FORMAT, "text": asdict(text)}, ensure_ascii=False, default=str, indent=1)
        if target.exists() and target.read_text(encoding="utf-8") == new:
            return Outcome(str(path), "known", text, "同一文件此前已导入")
        self.folder.mkdir(parents=True, exist_ok=True)
        partial = target.with_suffix(".part")
        partial.write_text(new, encoding="utf-8")
        partial.replace(target)
        return Outcome(str(path), "imported", text)

    def add_all(self, paths: Iterable[Path], since: date | None = None) -> list[Outcome]:
        """Import files and the files of folders; every file is accounted for, in order."""
        files: list[Path] = []
        for path in paths:
            if path.is_dir():
                files.extend(sorted(entry for entry in path.rglob("*") if entry.is_file()))
            else:
                files.append(path)
        return [self.add(path, since) for path in files]

    def load(self) -> list[StatuteText]:
        """Every imported text; raises `ImportProblemError` naming a stored file that cannot be read."""
        if not self.folder.is_dir():
            return []
        return [self._read(path) for path in sorted(self.folder.glob("*.json"))]

    def _read(self, path: Path) -> StatuteText:
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            if data["format"] != FORMAT:
                raise ValueError(f"格式版本 {data['format']}")
            return _text(data["text"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ImportProblemError(
                str(path), None, f"已导入的文本损坏（{error}）；请删除它并重新导入原文件"
            ) from None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _paragraphs(rows: list[dict[str, Any]]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(row["text"], tuple(Item(item["number"], item["text"]) for item in row["items"]))
        for row in rows
    )


def _text(data: dict[str, Any]) -> StatuteText:
    articles = tuple(
        Article(row["number"], row["sub"], _paragraphs(row["paragraphs"]), tuple(row["chapter"]), row["line"])
        for row in data["articles"]
    )
    clauses = tuple(
        Clause(
            row["ordinal"], row["line"], row["words"], row["act"], row["law"],
            tuple((number, sub) for number, sub in row["targets"]), tuple(row["positions"]),
            tuple(_paragraphs(group) for group in row["paragraphs"]),
            tuple((old, new) for old, new in row["renumbered"]), row["why"],
        )
        for row in data["clauses"]
    )  # fmt: skip
    changes = tuple(Change(date.fromisoformat(row["passed"]), row["by"]) for row in data["changes"])
    return StatuteText(
        data["title"], data["kind"], data["source"], data["sha256"], articles, clauses, _day(data["passed"]),
        _day(data["since"]), data["since_from"], changes, data["number"], data["instrument_id"], tuple(data["notes"]),
    )  # fmt: skip
