"""JSON 里画图用的数据：别的程序照着就能画证明图、时间经过、其他可能与证据、供述比对，与网页上的一致。案情虚构。"""

import random
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import View, readable
from gaoyao.review.api import review
from gaoyao.review.render.as_json import as_dict, schema
from gaoyao.review.render.drawings_json import drawings, drawings_schema
from tests.proof import dossiers
from tests.proof.small import case, confessed, item, link, tied

ROOT = Path(__file__).parents[3]
DEMOS = sorted((ROOT / "demo").glob("*.yaml"))
GUIDE = (ROOT / "docs" / "guide" / "reading-a-review.md").read_text(encoding="utf-8")


def of(path):
    text = path.read_text(encoding="utf-8")
    return review(View(load(text, name=path.name).log, readable("judge")), date(2024, 6, 1))


@pytest.mark.parametrize("path", DEMOS, ids=[path.stem for path in DEMOS])
def test_演示案件的数据合于公布的结构_所指的证据和事件都存在(path):
    made = of(path)
    whole = as_dict(made)
    Draft202012Validator(schema()).validate(whole)
    block = whole["drawings"]
    assert block["format"] == "gaoyao-drawings/1"
    items = {one["item"]["id"] for one in whole["items"]}
    assert [one["point"] for one in block["graphs"]] == [one["id"] for one in whole["points"]]
    for graph, point in zip(block["graphs"], whole["points"], strict=True):
        assert (
            {one["item"] for one in graph["items"]}
            == {one["item"]["id"] for one in point["support"]}
            <= items
        )
        assert (
            "".join(one["route"] for one in graph["routes"] if one["truth"] == "yes" and one["route"])
            == point["route"]
        )
    found = block["chronicle"]
    events = range(len(found["events"]))
    assert {*found["acts"], *(n for lane in found["lanes"] for n in lane["events"])} <= set(events)
    assert [(one["label"], one["sure"]) for one in found["clashes"]] == [
        (one.label, one.sure) for one in made.chronicle.clashes
    ]
    assert sum(len(row["cells"]) for one in block["drift"] for row in one["details"]) == sum(
        len(one.cells) for one in made.statements.slots
    )


@pytest.mark.parametrize("seed", range(20))
def test_随意的案卷也合于公布的结构(seed):
    made = dossiers.reviewed(dossiers.case(random.Random(8800 + seed)))
    Draft202012Validator(drawings_schema()).validate(drawings(made))


def block(*items, **registers):
    return drawings(dossiers.reviewed(case(*items, **registers)))


def test_证明图写明哪条途径_哪个条件_哪份证据_来源_断点():
    (graph,) = block(confessed(), tied(), item("像", "audio_video", link(), derived_from=["供"]))["graphs"]
    routes = {one["route"]: one for one in graph["routes"]}
    assert (routes["C"]["truth"], routes["E"]["truth"]) == ("yes", "no")
    who = next(one for one in routes["C"]["conditions"] if one["label"] == "指向本人的非言词证据")
    assert {"item": "物", "truth": "yes"} in who["items"]
    assert {"item": "像", "truth": "unknown"} in who["items"], "录像有没有供述以外的内容，没有人说"
    assert ["物"] in graph["breaking"], "途径都靠它"


def test_其他可能与证据逐格写明_无区分力的标出():
    told = {"facts": ["F0"], "status": "open"}
    found = block(
        confessed(), tied(),
        rivals=[{"id": "R1", "items": ["供"], "excluded_by": ["物"], **told}, {"id": "R2", "items": ["供"], **told}],
    )["rivals"]  # fmt: skip
    assert found["rows"] == [
        {"item": "供", "cells": ["consistent", "consistent"], "undistinguishing": True},
        {"item": "物", "cells": ["inconsistent", "neutral"], "undistinguishing": False},
    ]


def test_供述比对逐格写明移向哪里():
    def say(ident, day, value):
        told = {"slot": "tool", "value": value, "known_to_police": "2024-01-02"}
        return confessed(
            id=ident, interrogation={"confirmed": "是", "start": f"2024-01-{day} 10:00"}, claims=[told]
        )

    (person,) = block(say("供一", "01", "木棍"), say("供二", "05", "尖刀"))["drift"]
    (row,) = person["details"]
    assert [(one["item"], one["words"], one["moved"]) for one in row["cells"]] == [
        ("供一", "木棍", None),
        ("供二", "尖刀", "drifted"),
    ]


def test_时间写到分_最早和最晚():
    file = case(
        confessed(),
        alibis=[
            {
                "id": "L1",
                "facts": ["F0"],
                "start": "2024-01-05 20时许",
                "end": "2024-01-05 23:00",
                "place": "邻县",
            }
        ],
    )
    file["incidents"][0] |= {"happened": "2024-01-05 21:00", "place": "河边"}
    made = dossiers.reviewed(file)
    (entry,) = [one for one in made.registers.entries if one.kind == "alibi"]
    assert entry.about == "（所称：2024-01-05 20时许 至 2024-01-05 23:00，邻县）"
    found = drawings(made)["chronicle"]
    (absent,) = [one for one in found["events"] if one["sort"] == "absent"]
    assert absent["end"] == {"first": "2024-01-05T23:00", "last": "2024-01-05T23:00"}
    assert absent["start"]["first"] < "2024-01-05T20:00" < absent["start"]["last"]
    (clash,) = found["clashes"]
    assert (clash["code"], clash["sure"], found["events"][clash["one"]]["place"]) == ("absent", True, "邻县")


def test_指南写明每一个字段():
    block_ = drawings_schema()["properties"]
    names = {
        "drawings",
        *block_,
        *block_["graphs"]["items"]["properties"],
        *block_["chronicle"]["properties"],
    }
    assert {name for name in names if f"`{name}`" not in GUIDE} == set()
