"""Citations found in real judgments: recall on gold files, every miss listed, and speed beside a plain scan.

    python -m benchmarks.citations GOLD.jsonl [--judge-test FILE] [--speed FILE] [--json]

GOLD.jsonl: one judgment a line with `text` and `cited_articles` (law, article, sub, paragraph, item).
--judge-test: one judgment a line with `fd` (text) and `la` (numbers of Criminal Law articles of its basis).
--speed: any such file, or plain text.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from pathlib import Path
from typing import Any

from benchmarks.legal_basis import legal_basis
from benchmarks.wilson import share
from gaoyao.citing import Status, find, resolve
from gaoyao.citing.find import default_catalogue
from gaoyao.citing.names import plain
from gaoyao.law.texts.numbers import from_chinese

_PLAIN_SCAN = re.compile(r"第[零〇一二三四五六七八九十百千0-9]+条")
Key = tuple[str, int, int | None, int | None, int | None]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _family(law: str) -> str:
    """The gold file names laws in full, with the year of an old version in brackets."""
    families = default_catalogue().by_title(re.sub("（[0-9]{4}）$", "", plain(law)))
    return families[0] if len(families) == 1 else law


def _gold(row: dict[str, Any], field: str) -> set[Key]:
    keys: set[Key] = set()
    for cited in row.get(field) or []:
        sub = from_chinese(str(cited["sub"]).removeprefix("之")) if cited.get("sub") else None
        keys.add((_family(cited["law"]), cited["article"], sub, cited.get("paragraph"), cited.get("item")))
    return keys


def gold(path: Path) -> dict[str, Any]:
    """Compare the legal basis of each gold judgment with what was found: whole keys and articles only."""
    wanted = right = extra = found_anywhere = article_right = 0
    misses: list[str] = []
    extras: list[str] = []
    for row in _rows(path):
        expected = _gold(row, "cited_articles")
        resolutions = [item for item in resolve(find(row["text"])) if item.status is Status.RESOLVED]
        every = {(r.family, r.article or 0, r.sub, r.paragraph, r.item) for r in resolutions}
        basis = {
            (r.family, r.article or 0, r.sub, r.paragraph, r.item)
            for r in legal_basis(row["text"], resolutions)
        }
        wanted += len(expected)
        right += len(expected & basis)
        found_anywhere += len(expected & every)
        article_right += len([key for key in expected if key[:3] in {other[:3] for other in every}])
        extra += len(basis - expected)
        misses += [
            f"{row['id']}: {key}" + ("（见于正文，未入裁判依据）" if key in every else "")
            for key in sorted(expected - basis, key=str)
        ]
        extras += [f"{row['id']}: {key}" for key in sorted(basis - expected, key=str)]
    return {
        "texts": len(_rows(path)), "citations": wanted, "found_anywhere": share(found_anywhere, wanted),
        "article_found_anywhere": share(article_right, wanted), "in_legal_basis": share(right, wanted),
        "precision_of_basis": share(right, right + extra), "misses": misses, "beyond_gold": extras,
    }  # fmt: skip


def judge_test(path: Path) -> dict[str, Any]:
    """Recall of the Criminal Law articles labelled for each judgment, in the whole text and in its basis."""
    wanted = anywhere = basis_right = basis_found = 0
    misses: list[str] = []
    for row in _rows(path):
        labels = {int(number) for number in row["la"]}
        resolutions = [
            item
            for item in resolve(find(row["fd"]))
            if item.status is Status.RESOLVED and item.family == "cl"
        ]
        articles = _expand(resolutions)
        basis = _expand(legal_basis(row["fd"], resolutions))
        wanted += len(labels)
        anywhere += len(labels & articles)
        basis_right += len(labels & basis)
        basis_found += len(basis)
        misses += [
            f"{row['text_id']}: 第{number}条" + ("（见于正文，未入裁判依据）" if number in articles else "")
            for number in sorted(labels - basis)
        ]
    return {
        "texts": len(_rows(path)), "labels": wanted, "recall_anywhere": share(anywhere, wanted),
        "recall_basis": share(basis_right, wanted), "precision_basis": share(basis_right, basis_found), "misses": misses,
    }  # fmt: skip


def _expand(resolutions: list[Any]) -> set[int]:
    return {
        number
        for item in resolutions
        if item.article
        for number in range(item.article, (item.citation.last_article or item.article) + 1)
    }


def speed(path: Path) -> dict[str, Any]:
    """MB of UTF-8 text a second, on one core: find, find with resolve, and a plain scan for 第…条."""
    if path.suffix == ".jsonl":
        texts = [
            max((value for value in row.values() if isinstance(value, str)), key=len) for row in _rows(path)
        ]
    else:
        texts = [path.read_text(encoding="utf-8")]
    size = sum(len(text.encode()) for text in texts) / 1e6
    jobs = {
        "plain_scan": _PLAIN_SCAN.findall,
        "find": find,
        "find_and_resolve": lambda text: resolve(find(text)),
    }
    result: dict[str, Any] = {"texts": len(texts), "megabytes": round(size, 2)}
    for name, job in jobs.items():
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            for text in texts:
                job(text)
            best = min(best, time.process_time() - start)
        result[f"{name}_mb_per_s"] = round(size / best, 2)
    return result


def main() -> None:
    """Run the comparisons asked for and print them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--judge-test", type=Path)
    parser.add_argument("--speed", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    result = {"gold": gold(arguments.gold)}
    if arguments.judge_test:
        result["judge_test"] = judge_test(arguments.judge_test)
    if arguments.speed:
        result["speed"] = speed(arguments.speed)
    if arguments.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
        return
    for part, figures in result.items():
        print(f"== {part}")
        for name, value in figures.items():
            if isinstance(value, list):
                print(f"  {name} ({len(value)}):", *(f"\n    {line}" for line in value))
            else:
                print(f"  {name}: {value if not isinstance(value, dict) else value['text']}")


if __name__ == "__main__":
    main()
