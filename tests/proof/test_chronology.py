"""时间上不能同时成立的：一行一句话，写明是“重叠”“可能重叠”还是没有。案情全部虚构。"""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoyao.dossier.exchange import load
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.view import View, readable
from gaoyao.logic.truth import Truth
from gaoyao.proof.chronology import CLASHES, Reader, clashes
from gaoyao.review.lanes import SORTS, Chronicle, chronicle
from tests.proof import dossiers

SURE, PERHAPS = "重叠", "可能重叠"


def found(**parts: Any) -> list[tuple[str, str]]:
    """(说的是什么, 重叠还是可能重叠)。"""
    file = {
        "皋陶": "1", "case": {"id": "C", "title": "虚构案", "stage": "first_instance"}, "accused": [{"id": "A1", "name": "甲某"}],
        "people": [{"id": "P1", "name": "民警一", "role": "investigator"}, {"id": "P2", "name": "民警二", "role": "investigator"}, {"id": "W1", "name": "证人乙"}],
        "incidents": [{"id": "I1", "happened": "2024-01-05 21:00 ~ 21:30", "place": "甲镇河边"}],
        "counts": [{"id": "N1", "accused": "A1", "incident": "I1", "charge": "盗窃罪"}], **parts,
    }  # fmt: skip
    frame = CaseFrame(View(load(json.dumps(file, ensure_ascii=False), name="案.json").log, readable("judge")))
    made = clashes(frame, Reader(frame).events())
    return [(CLASHES[one.code], SURE if one.truth is Truth.YES else PERHAPS) for one in made]


def record(
    ident: str, start: str, end: str, officers: tuple[str, ...] = ("P1",), **more: Any
) -> dict[str, Any]:
    act = {"start": start, "end": end, "officers": list(officers), **more}
    return {"id": ident, "type": "confession", "speaker": "A1", "interrogation": act}


def inquiry(
    ident: str, start: str, end: str, officers: tuple[str, ...] = ("P1",), speaker: str = "W1"
) -> dict[str, Any]:
    return {
        "id": ident,
        "type": "witness",
        "speaker": speaker,
        "inquiry": {"start": start, "end": end, "officers": list(officers)},
    }


def taken(ident: str, when: str, officers: tuple[str, ...] = ("P1",), **more: Any) -> dict[str, Any]:
    return {
        "id": ident,
        "type": "physical",
        "acquisition": {"happened": when, "officers": list(officers), "place": "甲镇"},
        **more,
    }


OFFICER, PERSON = "同一人员同一时间在两份笔录里", "同一人同一时间在两处"
DAY = "2024-01-08"


@pytest.mark.parametrize(
    ("items", "expected", "sentence"),
    [
        ([record("E1", f"{DAY} 09:00", f"{DAY} 10:00"), inquiry("E2", f"{DAY} 09:30", f"{DAY} 10:30")], [(OFFICER, SURE)],
         "九点讯问甲，九点半又在询问乙，是同一名民警"),
        ([record("E1", f"{DAY} 09:00", f"{DAY} 10:00"), inquiry("E2", f"{DAY} 10:00", f"{DAY} 10:30")], [], "前后相接，不算"),
        ([record("E1", f"{DAY} 09:00", f"{DAY} 10:00"), inquiry("E2", f"{DAY} 09:30", f"{DAY} 10:30", ("P2",))], [], "两名民警，各做各的"),
        ([record("E1", f"{DAY} 09:00", f"{DAY} 10时许"), inquiry("E2", f"{DAY} 10:10", f"{DAY} 10:30")], [(OFFICER, PERHAPS)],
         "十时许结束的，十点十分又开始：可能重叠"),
        ([record("E1", DAY, DAY), inquiry("E2", f"{DAY} 10:10", f"{DAY} 10:30")], [], "只写到日的，说“可能”没有用处，不说"),
        ([record("E1", f"{DAY} 09:00", f"{DAY} 10:00"), taken("E2", f"{DAY} 09:30")], [(OFFICER, SURE)], "讯问到一半，在别处提取物证"),
        ([taken("E1", f"{DAY} 09:30"), taken("E2", f"{DAY} 09:30")], [], "一次勘验提取几样东西，是一件事"),
        ([record("E1", f"{DAY} 09:00", f"{DAY} 10:00"), record("E2", f"{DAY} 09:30", f"{DAY} 10:30", ("P2",))], [(PERSON, SURE)],
         "同一人在两份讯问笔录里，时间重叠"),
        ([inquiry("E1", f"{DAY} 09:00", f"{DAY} 10:00"), inquiry("E2", f"{DAY} 09:00", f"{DAY} 09:40", ("P2",))], [(PERSON, SURE)], "证人在两份笔录里"),
        ([inquiry("E1", f"{DAY} 09:00", f"{DAY} 10:00"),
          {"id": "E2", "type": "identification", "speaker": "W1", "identification": {"happened": f"{DAY} 09:30"}}], [],
         "询问当中辨认，可以是同一场合"),
        ([taken("E1", "2024-01-10"), {"id": "E2", "type": "expert", "derived_from": ["E1"], "appraisal": {"issued_on": DAY}}],
         [("鉴定早于检材提取", SURE)], "先出鉴定书，后扣押检材"),
        ([taken("E1", DAY), {"id": "E2", "type": "expert", "derived_from": ["E1"], "appraisal": {"issued_on": DAY}}], [], "同一天，先后不明，不说"),
        ([{"id": "E1", "type": "witness", "claims": [{"slot": "place", "accused": "A1", "value": "邻县车站", "at": "2024-01-05 20:50 ~ 21:40"}]}],
         [("不在场的说法与行为时间重叠", PERHAPS)], "证人说案发前后他在邻县车站，时间是一段里的某一刻：可能"),
        ([{"id": "E1", "type": "witness", "claims": [{"slot": "place", "accused": "A1", "value": "河边", "at": "2024-01-05 21:10"}]}], [],
         "说的就是案发地点，不是不在场"),
        ([{"id": "E1", "type": "witness", "claims": [{"slot": "place", "accused": "A1", "value": "邻县", "at": "2024-01-03"}]}], [], "说的是另一天"),
    ],
)  # fmt: skip
def test_不能同时成立的(items: list[dict[str, Any]], expected: list[tuple[str, str]], sentence: str) -> None:
    assert found(items=items) == expected, sentence


CUSTODY, ARRIVAL = "看守所讯问不在羁押期间", "讯问早于到案"


def step(ident: str, event: str, when: str) -> dict[str, Any]:
    return {"id": ident, "event": event, "happened": when, "accused": "A1"}


@pytest.mark.parametrize(
    ("steps", "when", "place", "expected", "sentence"),
    [
        ([step("S1", "detained", "2024-01-10 09:00")], "2024-01-08", "detention_room", [(CUSTODY, SURE)], "拘留以前两天，在看守所讯问"),
        ([step("S1", "detained", "2024-01-10 09:00")], "2024-01-11", "detention_room", [], "拘留以后"),
        ([step("S1", "detained", "2024-01-05"), step("S2", "bailed", "2024-01-07")], "2024-01-08", "detention_room", [(CUSTODY, SURE)],
         "取保候审以后，在看守所讯问"),
        ([step("S1", "detained", "2024-01-05"), step("S2", "bailed", "2024-01-08")], "2024-01-08", "detention_room", [], "取保当天，不能说不在"),
        ([step("S1", "detained", "2024-01-10 09:00")], "2024-01-08", "case_room", [], "在办案场所讯问，与羁押无关"),
        ([], "2024-01-08", "detention_room", [], "没有录入羁押，不能比"),
    ],
)  # fmt: skip
def test_看守所讯问与羁押期间(
    steps: list[dict[str, Any]], when: str, place: str, expected: list[tuple[str, str]], sentence: str
) -> None:
    made = found(items=[record("E1", f"{when} 09:00", f"{when} 10:00", place_type=place)], steps=steps)
    assert made == expected, sentence


@pytest.mark.parametrize(
    ("arrived", "expected"),
    [("2024-01-08 12:00", [(ARRIVAL, SURE)]), ("2024-01-08 08:00", []), ("2024-01-08", [])],
)
def test_讯问早于到案(arrived: str, expected: list[tuple[str, str]]) -> None:
    accused = [{"id": "A1", "name": "甲某", "arrival": {"happened": arrived}}]
    assert found(accused=accused, items=[record("E1", f"{DAY} 09:00", f"{DAY} 10:00")]) == expected


def drawn(seed: int) -> Chronicle:
    return chronicle(CaseFrame(dossiers.view(dossiers.case(random.Random(seed), 20))))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_每一条提示有两处出处_编号连续_每件事在泳道里(seed: int) -> None:
    made = drawn(seed)
    inside = {(one.sort, one.subject) for lane in made.lanes for one in lane.events}
    assert [one.number for one in made.clashes] == list(range(1, len(made.clashes) + 1))
    for one in made.clashes:
        assert one.one.address
        assert one.other.address
        for event in (one.one, one.other):
            assert (event.sort, event.subject) in inside or event in made.acts
    for lane in made.lanes:
        assert [one.when.low for one in lane.events] == sorted(one.when.low for one in lane.events)
    assert drawn(seed) == made


def test_每种事件都有名称() -> None:
    assert {one.sort for seed in range(30) for lane in drawn(seed).lanes for one in lane.events} <= set(SORTS)


ABSENT, APART, HERE = (
    "不在场主张与作案时间重叠",
    "不在场主张与作案时间不重叠",
    "不在场主张所称地点与作案地点相同",
)


def absent(**told: str) -> list[dict[str, Any]]:
    return [{"id": "L1", "accused": "A1", "facts": [], **told}]


@pytest.mark.parametrize(
    ("alibis", "expected", "sentence"),
    [
        (absent(start="2024-01-05 20:00", end="2024-01-05 23:00", place="邻县车站"), [(ABSENT, SURE)], "称从八时到十一时在邻县，案发在九时：两说不能都对"),
        (absent(start="2024-01-05 21:10", end="2024-01-05 23:00", place="邻县车站"), [(ABSENT, PERHAPS)], "只盖住作案时间的后半：可能"),
        (absent(start="2024-01-05 21:10"), [(ABSENT, PERHAPS)], "只写了起于：一个时刻，可能"),
        (absent(end="2024-01-05 20:00"), [(APART, SURE)], "只写了止于，在作案以前：不包括作案时间"),
        (absent(start="2024-01-05 22:00", end="2024-01-05 23:00", place="邻县车站"), [(APART, SURE)], "称十时以后在邻县：不包括作案时间"),
        (absent(start="2024-01-05 20:00", end="2024-01-05 23:00", place="河边"), [(HERE, SURE)], "称在河边，案发就在河边"),
        (absent(start="2024-01-05 20:00", end="2024-01-05 23:00"), [(ABSENT, SURE)], "没有写地点，时间重叠"),
        (absent(place="邻县车站"), [], "没有写时间，不比"),
        ([{"id": "L1", "facts": [], "start": "2024-01-05 20:00", "end": "2024-01-05 23:00"}], [(ABSENT, SURE)], "没有写被告人，本案只有一名"),
        (absent(start="2024-01", place="邻县"), [(ABSENT, PERHAPS)], "只写到月：模糊的，可能"),
    ],
)  # fmt: skip
def test_不在场主张有自己的时间和地点(
    alibis: list[dict[str, Any]], expected: list[tuple[str, str]], sentence: str
) -> None:
    assert found(alibis=alibis) == expected, sentence


def test_不在场主张写在被告人的一道里_写明地点() -> None:
    file = {
        "皋陶": "1", "case": {"id": "C"}, "accused": [{"id": "A1", "name": "甲某"}], "incidents": [{"id": "I1", "happened": "2024-01-05 21:00"}],
        "counts": [{"id": "N1", "accused": "A1", "incident": "I1", "charge": "盗窃罪"}],
        "alibis": absent(start="2024-01-05 20时许", end="2024-01-05 23:00", place="邻县车站"),
    }  # fmt: skip
    frame = CaseFrame(View(load(json.dumps(file, ensure_ascii=False), name="案.json").log, readable("judge")))
    made = chronicle(frame)
    (lane,) = [one for one in made.lanes if one.role == "被告人"]
    (line,) = lane.events
    assert (line.sort, line.label, line.place, line.address) == ("absent", "L1", "邻县车站", "案.json:1")
    assert line.words.startswith("2024-01-05 ")
    assert "23:00" in line.words
    (clash,) = made.clashes
    assert "核对证人、轨迹、监控、票据" in clash.sentence
