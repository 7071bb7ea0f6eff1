"""甲家族的虚构案卷：种下的瑕疵真在卷里，没有瑕疵的案件时间、人员合法有序。"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from benchmarks.planted_files.contract import FLAWS, Truth
from benchmarks.planted_files.family_jia import APART, PLANTABLE, build
from benchmarks.planted_files.family_jia.flaws import CHARGES, clash
from benchmarks.planted_files.family_jia.make import make_plot, make_story

CLEAN = 30


def groups() -> list[tuple[str, ...]]:
    """All the codes in as few cases as can hold them together."""
    held: list[list[str]] = []
    for code in PLANTABLE:
        for group in held:
            charges = set.intersection(*(set(PLANTABLE[each]) for each in [*group, code]))
            if len(group) < 9 and charges and not clash(frozenset([*group, code])):
                group.append(code)
                break
        else:
            held.append([code])
    return [tuple(group) for group in held]


@dataclass
class Built:
    truth: Truth
    folder: Path

    def text(self, file: str, page: int) -> str:
        document = pypdfium2.PdfDocument(self.folder / file)
        found: str = document[page - 1].get_textpage().get_text_range()
        document.close()
        return found

    def lengths(self) -> dict[str, int]:
        lengths = {}
        for path in sorted(self.folder.rglob("*.pdf")):
            document = pypdfium2.PdfDocument(path)
            lengths[path.relative_to(self.folder).as_posix()] = len(document)
            document.close()
        return lengths


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("clean")
    return Built(build(folder, CLEAN), folder)


def digest(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*.pdf"))}


def test_同一种子两次生成的案卷逐字节相同(clean: Built, tmp_path: Path) -> None:
    again = build(tmp_path, CLEAN)
    assert digest(tmp_path) == digest(clean.folder)
    assert again == clean.truth


def test_无瑕疵的案件真相里没有瑕疵_页数一致_文字可以提取(clean: Built) -> None:
    truth = clean.truth
    assert truth.flaws == ()
    assert truth.pages == sum(clean.lengths().values())
    assert truth.family == "甲"
    assert truth.charge in CHARGES
    asked = [paper for paper in truth.papers if paper[0] == "讯问笔录"]
    assert len(asked) in {4, 5}
    text = clean.text(asked[0][1], asked[0][2])
    for word in ("讯问笔录", truth.accused[0], "被讯问人"):
        assert word in text.replace(" ", "")
    cover = clean.text(truth.papers[0][1], 1)
    assert "本卷为虚构，供测试" in cover


def test_每个值都能在所说的那一页读到(clean: Built) -> None:
    scans = {"拘留证", "逮捕证", "提讯提解证", "入所健康检查表"}
    for value in clean.truth.values:
        if value.paper in scans:
            continue
        text = "".join(clean.text(value.file, value.page).split())
        if value.label in {"讯问人", "记录人", "被讯问人", "被询问人", "辨认人", "鉴定机构", "鉴定文书编号"}:
            for part in value.value.split("、"):
                assert part in text, (value.label, value.value, value.page)
        if value.label == "讯问开始时间":
            moment = datetime.fromisoformat(value.value)
            assert f"{moment.month}月{moment.day}日{moment.hour}时{moment.minute:02d}分" in text


def test_各文书的页码首尾相接_盖满全卷(clean: Built) -> None:
    for file, length in clean.lengths().items():
        spans = [(first, last) for _, where, first, last in clean.truth.papers if where == file]
        assert spans[0][0] == 1
        assert spans[-1][1] == length
        assert all(a[1] + 1 == b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize("codes", groups(), ids=lambda codes: f"{codes[0]}_等{len(codes)}种")
def test_要求种下的瑕疵都在真相里_文件和页都存在(codes: tuple[str, ...], tmp_path: Path) -> None:
    truth = build(tmp_path, 40, codes)
    built = Built(truth, tmp_path)
    assert {flaw.code for flaw in truth.flaws} == set(codes)
    lengths = built.lengths()
    assert truth.pages == sum(lengths.values())
    for flaw in truth.flaws:
        assert 1 <= flaw.page <= lengths[flaw.file], flaw
        assert flaw.done


def test_可以种的瑕疵都在约定里_不少于二十四种() -> None:
    assert set(PLANTABLE) <= set(FLAWS)
    assert len(PLANTABLE) >= 24


def test_不认识的和不能并存的瑕疵被拒绝_什么也不写(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot plant"):
        build(tmp_path, 1, ["no_such_flaw"])
    with pytest.raises(ValueError, match="cannot stand"):
        build(tmp_path, 1, sorted(APART[0])[:2])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("seed", range(0, 400, 10))
def test_无瑕疵案件的期限和作息合法(seed: int) -> None:
    story = make_story(seed, None)
    times, talks = story.times, story.talks
    assert not story.flaws
    assert (
        times["report"] <= times["filing"] <= times["arrive"] < talks[0].begin < talks[0].end < times["held"]
    )
    assert times["held"] - times["arrive"] <= timedelta(hours=12)
    assert times["held"] < times["jailed"] <= times["held"] + timedelta(hours=24)
    assert times["held"] < talks[1].begin <= times["held"] + timedelta(hours=24)
    assert times["told_kin"] <= times["held"] + timedelta(hours=24)
    assert times["request"].date() <= times["held"].date() + timedelta(days=7)
    assert times["approve"].date() <= times["request"].date() + timedelta(days=7)
    assert times["arrest"] < talks[3].begin <= times["arrest"] + timedelta(hours=24)
    assert talks[1].end < times["find"] < times["trace_lab"] < times["trace_done"] < times["told"]
    assert times["suggest"] <= times["arrest"] + timedelta(days=60)
    assert times["accept"] < talks[4].begin < times["indict"] <= times["accept"] + timedelta(days=30)
    for talk in talks:
        assert talk.begin.hour >= 6
        assert talk.end.hour < 22
        assert talk.end - talk.begin < timedelta(hours=3)
        assert len(set(talk.askers)) == 2
        if talk.begin > times["jailed"]:
            assert "看守所" in talk.place
            assert talk.row is not None
            assert talk.row[0] <= talk.begin < talk.end <= talk.row[1]


@pytest.mark.parametrize("seed", range(0, 200, 10))
def test_无瑕疵案件各次供述没有整句雷同(seed: int) -> None:
    plot = make_plot(make_story(seed, None))
    said = [answer for talk in plot.confess for _, answer in talk if len(answer) >= 18]
    said += [answer for talk in (plot.first, plot.second, plot.third, plot.victim) for _, answer in talk]
    assert len(said) == len(set(said))
