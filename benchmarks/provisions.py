"""The shape of the statutes: how many paragraphs and items every article has, as numbers, no words.

    python -m benchmarks.provisions TEXT_FOLDER > tests/law/provisions.json

The tests hold every citation of a rule against this list, so that they need no statute text.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from gaoyao.law.instruments import INSTRUMENTS
from gaoyao.law.texts.parse import parse
from gaoyao.law.texts.readers import ImportProblemError, read_lines
from gaoyao.law.texts.timeline import Library


def shape(library: Library) -> dict[str, dict[str, list[int]]]:
    """Instrument → article (条 or 条之N) → the number of items of each paragraph, in the text of that version."""
    out: dict[str, dict[str, list[int]]] = {}
    for row in INSTRUMENTS.values():
        timeline = library.timeline(row)
        if timeline is None or not row.text_at_hand:
            continue
        bases = [base for base in timeline.bases if base.since and row.in_force(base.since)]
        bases += [base for base in timeline.bases if base.instrument_id == row.id and base not in bases]
        if not bases:
            continue
        out[row.id] = {
            f"{article.number}" + (f"-{article.sub}" if article.sub else ""): [
                len(p.items) for p in article.paragraphs
            ]
            for article in bases[-1].articles
        }
    return out


def main(folder: Path) -> int:
    """Print the shape as JSON, one instrument a line."""
    texts = []
    for path in sorted(folder.iterdir()):
        try:
            texts.append(parse(read_lines(path)))
        except ImportProblemError as error:
            print(error, file=sys.stderr)
    lines = [
        f"{json.dumps(name)}: {json.dumps(articles, separators=(',', ':'))}"
        for name, articles in shape(Library(texts)).items()
    ]
    print("{\n" + ",\n".join(lines) + "\n}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("用法：python -m benchmarks.provisions 法规文本文件夹")
    sys.exit(main(Path(sys.argv[1])))
