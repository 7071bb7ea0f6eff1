"""Search imported articles in everyday words: BM25 over characters and bigrams, with our own table of
expansions.

BM25: Robertson & Zaragoza, The Probabilistic Relevance Framework (2009), k1 = 1.2, b = 0.4.  An article is
one
document; the headings it stands under count as part of it, at a lower weight.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

import yaml

from gaoyao.law.instruments import INSTRUMENTS, Rank
from gaoyao.law.texts.model import Article, StatuteText

_K1, _B = 1.2, 0.4
_SINGLE, _HEADING, _EXPANDED, _BUDGET = 0.3, 0.5, 0.4, 6.0
_FUSE, _OWN, _DEPTH = 3, 0.5, 40
_WORDS = re.compile(r"[一-鿿]+|[a-z0-9]+")
_STOP = re.compile(
    r"能不能|可不可以|是不是|有没有|怎么办|怎么样|怎么|怎样|如何|什么时候|什么|为什么|哪些|哪个|多少年|多少天|多少|多久|多长时间|几年|几天|几次|几种|吗|呢|吧|啊|"
    r"可以|应该|应当|需要|必须|会不会|要不要|到底|究竟|请问|的话|时候|还是|或者|如果|因为|所以|但是"
)
_RANK = {
    Rank.LAW: 1.0,
    Rank.JUDICIAL_INTERPRETATION: 1.0,
    Rank.DEPARTMENTAL_RULE: 0.85,
    Rank.NORMATIVE_DOCUMENT: 1.0,
    Rank.REPORT: 0.5,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found: its text and file, the score (only for ordering), and the query words it holds."""

    text: StatuteText
    article: Article
    score: float
    matched: tuple[str, ...]

    @property
    def label(self) -> str:
        """《title》第…条."""
        return f"《{self.text.title}》{self.article.label}"


@lru_cache(maxsize=1)
def expansions() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Everyday words → words of the law, longest first (data/expansion.yaml)."""
    raw = yaml.safe_load((files("gaoyao.law.texts") / "data" / "expansion.yaml").read_text(encoding="utf-8"))
    rows = [(word, tuple(row["terms"])) for row in raw["expansions"] for word in row["words"]]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def grams(text: str) -> Counter[str]:
    """Characters and bigrams of the Chinese runs of `text`, whole words of the others."""
    found: Counter[str] = Counter()
    for run in _WORDS.findall(text.lower()):
        if run[0].isascii():
            found[run] += 1
            continue
        found.update(run)
        found.update(run[index : index + 2] for index in range(len(run) - 1))
    return found


def expand(query: str, table: bool = True) -> dict[str, float]:
    """Weighted grams of a question: its own words, and the legal terms that its words stand for.

    The terms of one row of the table share a budget, so that a long row does not drown the question's own words.
    """
    weights: dict[str, float] = defaultdict(float)
    for gram in grams(_STOP.sub(" ", query)):
        weights[gram] = _SINGLE if len(gram) == 1 and not gram.isascii() else 1.0
    added: dict[str, float] = defaultdict(float)
    for word, terms in expansions() if table else ():
        if re.search(word, query):
            row = {gram for term in terms for gram in grams(term) if len(gram) > 1}
            for gram in row:
                added[gram] = max(added[gram], min(_EXPANDED, _BUDGET / len(row)))
    for gram, weight in added.items():
        weights[gram] += weight
    return dict(weights)


class Index:
    """Inverted index over the articles of the texts in force on a day (all of them without a day)."""

    def __init__(self, texts: Iterable[StatuteText], on: date | None = None) -> None:
        self.documents: list[tuple[StatuteText, Article]] = []
        self.postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self.lengths: list[float] = []
        for text in current(texts, on):
            for article in text.articles:
                self._add(text, article)
        total = sum(self.lengths)
        self.mean = total / len(self.lengths) if self.lengths else 1.0

    def _add(self, text: StatuteText, article: Article) -> None:
        number = len(self.documents)
        self.documents.append((text, article))
        counts: dict[str, float] = dict(grams(article.text))
        length = sum(counts.values())
        for gram, count in grams(" ".join((*article.chapter, text.title))).items():
            counts[gram] = counts.get(gram, 0.0) + _HEADING * min(count, 1)
        for gram, weight in counts.items():
            self.postings[gram].append((number, weight))
        self.lengths.append(length)

    def search(self, query: str, limit: int = 5, table: bool = True) -> list[Hit]:
        """The best `limit` articles for a question, best first.

        The ranking with the table and the ranking by the question's own words are fused by reciprocal rank
        (Cormack, Clarke & Büttcher 2009), so that a subject the table does not know is not lost.  `table=False`
        searches with the own words alone.
        """
        weights = expand(query, table)
        scores = self._scores(weights)
        if table:
            fused: dict[int, float] = defaultdict(float)
            for share, ranking in ((1.0, scores), (_OWN, self._scores(expand(query, False)))):
                for place, number in enumerate(_ranked(ranking)[:_DEPTH]):
                    fused[number] += share / (_FUSE + place)
            scores = fused
        return [self._hit(number, scores[number], weights) for number in _ranked(scores)[:limit]]

    def _scores(self, weights: dict[str, float]) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for gram, weight in weights.items():
            rows = self.postings.get(gram, ())
            if not rows:
                continue
            rarity = math.log(1 + (len(self.documents) - len(rows) + 0.5) / (len(rows) + 0.5))
            for number, count in rows:
                norm = _K1 * (1 - _B + _B * self.lengths[number] / self.mean)
                scores[number] += weight * rarity * count * (_K1 + 1) / (count + norm)
        for number in scores:
            scores[number] *= _weight(self.documents[number][0])
        return scores

    def _hit(self, number: int, score: float, weights: dict[str, float]) -> Hit:
        text, article = self.documents[number]
        words = tuple(gram for gram in weights if len(gram) > 1 and gram in article.text)
        return Hit(text, article, score, words)


def _ranked(scores: dict[int, float]) -> list[int]:
    """Numbers of documents, best first; ties in the order of the texts."""
    return sorted(scores, key=lambda number: (-scores[number], number))


def _weight(text: StatuteText) -> float:
    row = INSTRUMENTS.get(text.instrument_id)
    return _RANK[row.rank] if row else 0.9


def current(texts: Iterable[StatuteText], on: date | None) -> list[StatuteText]:
    """Full texts, of each title the newest one in force on the day; replaced versions are left out."""
    newest: dict[str, StatuteText] = {}
    for text in texts:
        row = INSTRUMENTS.get(text.instrument_id)
        if text.kind != "law" or (on and text.since and text.since > on):
            continue
        if on and row and row.until and row.until < on:
            continue
        key = row.family if row else text.title
        known = newest.get(key)
        if known is None or (text.since or date.min) > (known.since or date.min):
            newest[key] = text
    return sorted(newest.values(), key=lambda text: text.title)
