"""Family 乙 of invented volumes: the same seed gives the same bytes, and a flaw asked for is in the papers."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import pytest
from docx import Document

from benchmarks.planted_files.contract import FLAWS
from benchmarks.planted_files.family_yi import build
from benchmarks.planted_files.family_yi.build import places, tell
from benchmarks.planted_files.family_yi.flaws import CHARGES, EVERYWHERE, ONLY, plantable
from benchmarks.planted_files.family_yi.writers import plain

CODES = (*EVERYWHERE, *ONLY)


def digest(folder: Path) -> dict[str, str]:
    """The hash of each file under a folder, by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@cache
def papers(seed: int, *flaws: str) -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    """Each paper told for a seed: kind, path, text, codes planted in it."""
    return tuple(
        (paper.kind, path, plain(paper), tuple(code for code, _ in paper.planted))
        for paper, path in places(tell(seed, flaws))
    )


def test_同一种子写出同样的字节(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    truths = [build(folder, 7, ["log_disagrees", "page_unreadable"]) for folder in (first, second)]
    assert truths[0] == truths[1]
    assert digest(first) == digest(second)
    existing = set(digest(first))
    assert {flaw.code for flaw in truths[0].flaws} == {"log_disagrees", "page_unreadable"}
    assert {flaw.file for flaw in truths[0].flaws} <= existing
    assert {value.file for value in truths[0].values} <= existing
    assert {
        file.split(".zip/")[0] + (".zip" if ".zip/" in file else "") for _, file, _, _ in truths[0].papers
    } == existing
    document = Document(str(next(first.rglob("*封面.docx"))))
    assert any("虚构" in paragraph.text for paragraph in document.paragraphs)
    for path in first.rglob("*.docx"):
        Document(str(path))


@pytest.mark.parametrize("code", CODES)
def test_要求种下的瑕疵都种下了而且只种这一种(code: str) -> None:
    planted = {found for _, _, _, codes in papers(3, code) for found in codes}
    assert planted == {code}


@pytest.mark.parametrize("charge", CHARGES)
def test_没有瑕疵的案件讯问笔录都有两名侦查人员和签名(charge: str) -> None:
    told = papers(CHARGES.index(charge))
    assert not [codes for _, _, _, codes in told if codes]
    records = [text for kind, _, text, _ in told if kind == "讯问笔录"]
    assert len(records) == 5
    for text in records:
        asked = next(line for line in text.splitlines() if line.startswith("讯问人："))
        assert "、" in asked.split("（")[0]
        assert "（签名、捺指印）" in text


@pytest.mark.parametrize(
    ("code", "kind", "present", "absent"),
    [
        # 只有一名侦查人员：标题行只写“为”，不写“均为”
        ("single_interrogator", "讯问笔录", "（为", ""),
        # 被讯问人签名处空白
        ("record_unsigned", "讯问笔录", "被讯问人：　", ""),
        # 照片辨认只有六张
        ("identification_few", "辨认笔录", "照片6张", ""),
        # 搜查没有见证人
        ("search_no_witness", "搜查笔录", "见证人：无", "全程录像"),
        # 有一次讯问没有录制
        ("no_recording", "录音录像说明", "未录制", "均全程"),
        # 在办公楼讯问已经羁押的人
        ("outside_detention", "讯问笔录", "办公楼三楼302室", ""),
    ],
)
def test_瑕疵写在它该在的那一件里(code: str, kind: str, present: str, absent: str) -> None:
    text = next(text for found, _, text, codes in papers(4, code) if found == kind and code in codes)
    assert present in text
    assert not absent or absent not in text


def test_没有扣押清单的案件确实没有扣押清单() -> None:
    whole = [path for kind, path, _, _ in papers(1) if kind == "扣押清单"]
    without = [path for kind, path, _, _ in papers(1, "seizure_no_list") if kind == "扣押清单"]
    assert whole
    assert not without


def test_十个种子里有一个没有瑕疵_其余一到四个() -> None:
    counts = [
        len({code for paper in tell(seed, None).papers for code, _ in paper.planted}) for seed in range(30)
    ]
    assert [seed for seed, count in enumerate(counts) if count == 0] == [7, 17, 27]
    assert max(counts) <= 4


def test_不能同在一案的瑕疵要说明() -> None:
    with pytest.raises(ValueError, match="cannot stand in one case"):
        tell(1, ["minor_alone", "no_interpreter"])
    with pytest.raises(ValueError, match="no charge of family yi"):
        tell(1, ["confession_only", "no_recording"])


def test_能种的瑕疵都在约定之内() -> None:
    assert set(CODES) <= set(FLAWS)
    assert len(CODES) >= 24
    assert set(CODES) == {code for charge in CHARGES for code in plantable(charge)}
