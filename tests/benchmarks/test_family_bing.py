"""Family 丙 of invented volumes: its flaws are really planted, its truth tells the pages as they are."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from benchmarks.planted_files.contract import FLAWS, Truth
from benchmarks.planted_files.family_bing import build

# Each row: flaws planted together in one case (seed, codes); every code of the contract stands in some row.
TOGETHER = [
    (
        1,
        (
            "single_interrogator",
            "outside_detention",
            "rights_not_told",
            "identification_few",
            "search_no_witness",
        ),
    ),
    (2, ("summons_overlong", "record_unsigned", "no_recording", "log_disagrees", "witness_unsigned")),
    (3, ("night_without_rest", "injury_at_entry", "same_words", "arrest_overdue", "page_unreadable")),
    (4, ("officer_in_two_places", "minor_alone", "identification_shown", "custody_late", "dates_inside")),
    (
        5,
        (
            "no_interpreter",
            "identification_together",
            "sample_disagrees",
            "witness_together",
            "appraisal_unsigned",
        ),
    ),
    (6, ("seizure_no_list", "appraiser_unqualified", "custody_before_filing", "exculpatory_not_moved")),
    (8, ("confession_only", "appraisal_not_told")),
    (9, ("confession_after_finding", "alibi_unchecked", "unmatched_trace")),
]


def page_text(folder: Path, file: str, page: int) -> str:
    """The text layer of one page."""
    document = pdfium.PdfDocument(folder / file)
    try:
        return str(document[page - 1].get_textpage().get_text_range()).replace("\r\n", "")
    finally:
        document.close()


def page_counts(folder: Path) -> dict[str, int]:
    """Pages of every file."""
    counts = {}
    for path in sorted(folder.glob("*.pdf")):
        document = pdfium.PdfDocument(path)
        counts[path.name] = len(document)
        document.close()
    return counts


def test_每一种缺陷都有一行() -> None:
    assert {code for _, codes in TOGETHER for code in codes} == set(FLAWS)


@pytest.mark.parametrize(("seed", "codes"), TOGETHER)
def test_要求的缺陷都在_页码真实(tmp_path: Path, seed: int, codes: tuple[str, ...]) -> None:
    """要求埋下的缺陷正好都在；文书首尾相接，铺满每个文件的每一页。"""
    truth = build(tmp_path, seed, codes)
    assert {flaw.code for flaw in truth.flaws} == set(codes)
    counts = page_counts(tmp_path)
    assert truth.pages == sum(counts.values())
    for flaw in truth.flaws:
        assert 1 <= flaw.page <= counts[flaw.file]
        assert flaw.done
    for file, count in counts.items():
        ranges = [(first, last) for _, name, first, last in truth.papers if name == file]
        assert [page for first, last in ranges for page in range(first, last + 1)] == list(
            range(1, count + 1)
        )


def test_没有缺陷的案件(tmp_path: Path) -> None:
    """末位是7的种子不埋缺陷；要求不埋也不埋；姓名和声明都在纸上。"""
    truth = build(tmp_path, 7)
    assert truth.flaws == ()
    assert build(tmp_path / "again", 12, ()).flaws == ()
    last = truth.papers[-1]
    assert "虚构，供测试" in page_text(tmp_path, last[1], last[3])


def shown(folder: Path, truth: Truth) -> tuple[int, int]:
    """How many values are literally in the text layer of their pages, and how many lie on such pages."""
    found = total = 0
    for value in truth.values:
        text = page_text(folder, value.file, value.page)
        if text and value.label in ("讯问人", "记录人", "被讯问人", "见证人", "鉴定机构", "文号"):
            total += 1
            found += value.value in text
    return found, total


def test_值写在所说的那一页(tmp_path: Path) -> None:
    """有文字层的页上，姓名、机构、文号逐字可见；首次讯问的时间是有先有后的时刻。"""
    truth = build(tmp_path, 11)
    found, total = shown(tmp_path, truth)
    assert total > 8
    assert found == total
    starts = [v.value for v in truth.values if v.paper == "讯问笔录" and v.label == "开始时间"]
    ends = [v.value for v in truth.values if v.paper == "讯问笔录" and v.label == "结束时间"]
    assert len(starts) == len(ends) >= 4
    assert all(start < end for start, end in zip(starts, ends, strict=True))


def test_同一种子字节相同(tmp_path: Path) -> None:
    first, second = build(tmp_path / "a", 3), build(tmp_path / "b", 3)
    assert first == second
    for path in sorted((tmp_path / "a").glob("*.pdf")):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


@pytest.mark.parametrize("codes", [("no_such_flaw",), ("minor_alone", "no_interpreter")])
def test_埋不了的缺陷要说明(tmp_path: Path, codes: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="take"):
        build(tmp_path, 1, codes)
