"""Does the Criminal Law of one year, with the amendments applied to it, give the official text of a later year?

    python -m benchmarks.consolidation ARTICLES.jsonl NEW_TEXT [--base-since 2021-03-01] [--json]

ARTICLES.jsonl: one article a line (law_name, article_no, article_text) of the older full text and of every
amendment.  NEW_TEXT: the later full text (.md, .txt, .docx).  Every article that differs is listed; also how many
instructions of all amendments were read, and art. 390 on four days.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.wilson import share
from gaoyao.law.instruments import instrument
from gaoyao.law.texts.apply import apply
from gaoyao.law.texts.model import Article, StatuteText
from gaoyao.law.texts.parse import parse
from gaoyao.law.texts.readers import Lines, read_lines
from gaoyao.law.texts.timeline import Library, squeeze

_LAW = "中华人民共和国刑法"
_DAYS = ("2015-11-01", "2024-02-29", "2024-03-01", "2025-01-01")


def _texts(path: Path, since: date) -> list[StatuteText]:
    groups: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        name, label = row["law_name"], row["article_no"]
        if not name.startswith(_LAW) or (name != _LAW and "修正案" not in name):
            continue
        lines = groups.setdefault(name, [f"# {name}", "<!-- INFO END -->"])
        lead = (
            f"{label}　"
            if name == _LAW
            else f"{label.removeprefix('条目')}、"
            if label.startswith("条目")
            else ""
        )
        lines.extend((lead + row["article_text"]).split("\n"))
    return [
        parse(
            Lines(name, name.encode().hex()[:64], tuple(enumerate(lines, 1))), since if name == _LAW else None
        )
        for name, lines in groups.items()
    ]


def run(articles: Path, new: Path, since: date) -> dict[str, Any]:
    """Articles of the later text that the older one with amendments gives word for word."""
    older, later = _texts(articles, since), parse(read_lines(new))
    library = Library([*older, later])
    differing = library.timelines["刑法"].disagreements()
    acts = Counter(clause.act for text in older for clause in text.clauses)
    operations = sum(acts.values()) - acts["in_force"]
    readings = {day: library.read(instrument("cl"), 390, None, date.fromisoformat(day)) for day in _DAYS}
    return {
        "same": share(len(later.articles) - len(differing), len(later.articles)),
        "differing": differing,
        "rebuilt": share(*rebuilt(older)[:2]),
        "rebuilt_differing": rebuilt(older)[2],
        "instructions_read": share(operations - acts["unread"], operations),
        "acts": dict(acts),
        "article_390": {
            day: (reading.article.text[:16] if reading.article else "；".join(reading.notes))
            for day, reading in readings.items()
        },
    }


def rebuilt(older: list[StatuteText]) -> tuple[int, int, list[str]]:
    """Articles given in full by an amendment, with all later clauses applied, against the older full text.

    (same, all, articles that differ): a test of every form of clause, on words nobody consolidated for us.
    """
    base = next(text for text in older if text.kind == "law")
    changes = sorted(
        (text for text in older if text.since and text.kind == "amendment"), key=lambda text: str(text.since)
    )
    words: dict[tuple[int, int | None], Article | None] = {}
    for text in changes:
        if text.since and base.since and text.since > base.since:
            continue
        for clause in text.clauses:
            for target in clause.targets:
                if clause.act in ("replace", "insert_article"):
                    words[target] = apply(
                        clause, None if clause.act == "insert_article" else words.get(target), target
                    )
                elif words.get(target) is not None:
                    words[target] = apply(clause, words[target], target)
    full = {(row.number, row.sub): row for row in base.articles if "（删去）" not in row.text}
    differing = [
        f"第{target[0]}条" + (f"之{target[1]}" if target[1] else "")
        for target, article in words.items()
        if squeeze(article) != squeeze(full.get(target))
    ]
    return len(words) - len(differing), len(words), differing


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--base-since", type=date.fromisoformat, default=date(2021, 3, 1))
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    result = run(arguments.articles, arguments.new, arguments.base_since)
    if arguments.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
        return
    print(f"与官方新文本逐字相同的条文：{result['same']['text']}")
    for sentence in result["differing"]:
        print(f"  不同：{sentence}")
    print(f"只凭修正案重建、与旧全文逐字相同的条文：{result['rebuilt']['text']}")
    for label in result["rebuilt_differing"]:
        print(f"  不同：{label}")
    print(f"读懂的修改指令：{result['instructions_read']['text']}（{result['acts']}）")
    for day, words in result["article_390"].items():
        print(f"第三百九十条 {day}：{words}")


if __name__ == "__main__":
    main()
