"""How often a proposed link of an item to a fact is right, on real judgments, by labels made by hand.

Usage: python -m benchmarks.links GOLD.jsonl [MORE.jsonl …] [--sample N] [--labels FILE]

The gold judgments hold no links.  So a fixed sample of proposals was read by hand, one annotator, and every one was
called right or wrong: right means that the item is named whole, that the sentence says it proves something, and
that the fact (its role, and whose deed) is one the sentence speaks to.  The labels hold ids and offsets, no text.

Prints precision on the labelled proposals with its Wilson interval, by role, and how many proposals of the sampled
documents bear no label.  --sample N prints N unlabelled proposals with their words, for reading.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.wilson import interval
from gaoyao.intake.documents.cut import Document, Piece, Sheet
from gaoyao.intake.documents.kinds import BY_CODE
from gaoyao.intake.drafting.accusing import accuse
from gaoyao.intake.drafting.linking import link
from gaoyao.intake.drafting.people import People
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.pages.dispatch import Volume
from gaoyao.intake.pages.model import Page, State
from gaoyao.intake.sources.model import Form, Source
from gaoyao.law.charges import outline

LABELS = Path(__file__).parent / "data" / "link_labels.jsonl"
STEP, FIRST = 5, 2
"""Of the documents of MORE every fifth is read, from the third.  The rules were written on the gold judgments and on
every fifth from the first; these were labelled once, afterwards, and no rule was changed for them."""


Key = tuple[str, int, int, str, int, int]


class Proposed(NamedTuple):
    """One proposed link: document, characters of the sentence, role of the fact, whose deed (the number of the accused,
    -1 for all), number of the incident, and the fact in words."""

    document: str
    start: int
    end: int
    role: str
    accused: int
    incident: int
    fact: str

    @property
    def key(self) -> Key:
        """What a label is found by."""
        return self[:6]


def texts(path: Path, step: int, first: int = 0) -> Iterator[tuple[str, str]]:
    """(id, text) of every step-th judgment of a file, from the `first`."""
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row: dict[str, Any] = json.loads(line)
        text = row.get("fd") or row.get("text") or ""
        if n % step == first and text:
            yield str(row.get("id") or row.get("text_id") or n), text


def proposals(document: str, text: str) -> list[Proposed]:
    """The links that are proposed where this judgment is the only paper."""
    source = Source(f"{document}.txt", "", 0, Form.TEXT)
    page = Page(1, "第1页", State.TEXT, text)
    volume = Volume(source, [page])
    sheet = Sheet(Document(volume, BY_CODE["judgment"], "判决书", [Piece(page, 0, len(text))]))
    draft = Draft()
    people = People(draft)
    made = accuse(draft, people, [sheet], outline)
    link(draft, people, [sheet], [], made)
    names = list(people.accused)
    points = {point.fact: point for point in made.points}
    told = {one.subject: str(one.value) for one in draft.proposals if one.field.path == "fact.text"}
    out = []
    for one in draft.proposals:
        if one.field.path == "link.fact" and one.place is not None:
            point = points[str(one.value)]
            out.append(
                Proposed(
                    document,
                    one.place.start,
                    one.place.end,
                    point.role,
                    names.index(point.name) if point.name else -1,
                    point.incident,
                    told[point.fact],
                )
            )
    return list({one.key: one for one in out}.values())


def labels(path: Path) -> dict[Key, bool]:
    """Key → was it called right?"""
    rows = (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []
    )
    return {
        (row["id"], row["start"], row["end"], row["role"], row["accused"], row["incident"]): row["right"]
        for row in rows
    }


def main() -> None:
    """Print the figures, or a sample for reading."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("more", type=Path, nargs="*")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--labels", type=Path, default=LABELS)
    given = parser.parse_args()
    documents = dict(texts(given.gold, 1))
    for path in given.more:
        documents |= dict(texts(path, STEP, FIRST))
    found = [one for document, text in documents.items() for one in proposals(document, text)]
    known = labels(given.labels)
    if given.sample:
        fresh = [one for one in found if one.key not in known]
        chosen = fresh[:: max(1, len(fresh) // given.sample)][: given.sample]
        for one in chosen:
            words = " ".join(documents[one.document][one.start : one.end].split())
            print(
                json.dumps(
                    {
                        "id": one.document,
                        "start": one.start,
                        "end": one.end,
                        "role": one.role,
                        "accused": one.accused,
                        "incident": one.incident,
                        "fact": one.fact,
                        "words": words[:300],
                    },
                    ensure_ascii=False,
                )
            )
        return
    judged = [(one, known[one.key]) for one in found if one.key in known]
    right = sum(answer for _, answer in judged)
    low, high = interval(right, len(judged))
    print(
        f"判决书 {len(documents)} 件，提出证明联系 {len(found)} 条（{len({one.document for one in found})} 件有）；人工标注过的 {len(judged)} 条，其中对的 {right} 条 = {right / max(1, len(judged)):.3f}（{low:.3f}–{high:.3f}）"
    )
    for role, number in Counter(one.role for one, _ in judged).most_common():
        own = sum(answer for one, answer in judged if one.role == role)
        print(f"  {role}: {own}/{number}")
    print(
        f"标注过而现在不再提出的 {len(known) - len(judged)} 条，其中当时对的 {sum(known.values()) - right} 条；没有标注的 {len(found) - len(judged)} 条"
    )


if __name__ == "__main__":
    main()
