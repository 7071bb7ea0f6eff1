"""待证点、支持、来源、印证、途径：与照字面逐个数出来的一致。"""

import random
from itertools import product

import numpy as np
import pytest

from gaoyao.dossier.frame import CaseFrame
from gaoyao.proof import corroboration, drawn, origins, points
from gaoyao.proof.points import NO, UNKNOWN, YES
from gaoyao.review.api import context_of
from gaoyao.review.engine import run
from tests.proof import dossiers

SEEDS = range(40)


def ran(seed):
    file = dossiers.case(random.Random(3000 + seed), most=8)
    frame = CaseFrame(dossiers.view(file))
    return file, run(frame, context_of(frame, dossiers.TODAY))


def links(file):
    """(item, link) of the file that say for or against something."""
    return [(one, link) for one in file["items"] for link in one["links"]]


@pytest.mark.parametrize("seed", SEEDS)
def test_待证点是事实与指控的配对_没有写指控的事实属于每一项指控(seed):
    file, done = ran(seed)
    wanted = [
        f"{count['id']}/{fact['id']}" for fact in file["facts"] for count in file["counts"] if count["id"] in fact.get("counts", [one["id"] for one in file["counts"]])
    ]  # fmt: skip
    assert list(done.frame.subjects("point")) == wanted


@pytest.mark.parametrize("seed", SEEDS)
def test_每个待证点的支持和反对一条不多一条不少(seed):
    file, done = ran(seed)
    frame, table = done.frame, done.table
    got = [
        (frame.identifier("point", table.support_point[n]), frame.identifier("item", table.support_item[n]), table.support_for[n], table.own[n], table.co[n])
        for n in range(len(table.support_item))
    ]  # fmt: skip
    accused = {one["id"]: one["accused"] for one in file["counts"]}
    wanted = []
    for (item, link), point in product(links(file), frame.subjects("point")):
        count, fact = point.split("/")
        if fact == link["fact"]:
            spoke = item["type"] == "confession"
            own = spoke and item["speaker"] == accused[count]
            wanted.append(
                (
                    point,
                    item["id"],
                    link["direction"] == "supports",
                    YES if own else NO,
                    YES if spoke and not own else NO,
                )
            )
    assert sorted(got) == sorted(wanted)


def restated(file):
    """Item → does it only restate a confession, followed step by step until nothing changes?"""
    items = {one["id"]: one for one in file["items"]}
    told = {one: YES if item.get("only_restates_confession") == "是" else NO for one, item in items.items()}
    while True:
        then = dict(told)
        for one, item in items.items():
            sources = [
                YES if items[each]["type"] == "confession" else told[each]
                for each in item.get("derived_from", [])
            ]
            drawn_from = max(sources, default=NO)
            if item["type"] == "confession" or told[one] == YES or drawn_from == NO:
                continue
            if item["type"] in drawn.DERIVATIVE:
                then[one] = drawn_from
            elif item["type"] not in ("physical", "seizure", "expert") and "hidden" not in item:
                then[one] = UNKNOWN
        if then == told:
            return told
        told = then


def record(item):
    """What makes two entries one record."""
    names = ("type", "title", "page", "file", "transcript", "summary", "happened", "origin", "speaker")
    return tuple(item.get(name) for name in names) if item.keys() & {"page", "file", "transcript"} else None


def same_origin(file):
    """Pairs of items that are one origin, the closure taken step by step."""

    items = {one["id"]: one for one in file["items"]}

    def joined(one, other):
        first, second = items[one], items[other]
        marks = [
            (each.get("origin"), each.get("speaker"), each.get("appraisal", {}).get("sample"), record(each))
            for each in (first, second)
        ]
        if any(mark and mark == twin for mark, twin in zip(*marks, strict=True)):
            return True
        for child, source in ((first, second), (second, first)):
            found = (
                source["type"] == "confession"
                and child["type"] in drawn.OBJECTIVE
                and restated(file)[child["id"]] != YES
            )
            if source["id"] in child.get("derived_from", []) and not found:
                return True
        return False

    near = {one: {other for other in items if other == one or joined(one, other)} for one in items}
    while True:
        wider = {one: set().union(*(near[other] for other in near[one])) for one in items}
        if wider == near:
            return near
        near = wider


@pytest.mark.parametrize("seed", SEEDS)
def test_来源与逐步合并出来的一致(seed):
    file, done = ran(seed)
    frame = done.frame
    made = origins.origins(frame, drawn.derivations(frame))
    near = same_origin(file)
    for one, other in product(range(len(made)), repeat=2):
        ids = frame.identifier("item", one), frame.identifier("item", other)
        assert (made[one] == made[other]) == (ids[1] in near[ids[0]])


@pytest.mark.parametrize("seed", SEEDS)
def test_印证与逐对比较出来的一致(seed):
    file, done = ran(seed)
    able = np.full(done.frame.size("item"), points.YES, np.int8)
    got = corroboration.corroborated(done.frame, done.table, able)
    closed = file["case"]["evidence_complete"] == "是"

    def supported(item):
        return {link["fact"] for link in item["links"] if link["direction"] == "supports"}

    counted = {point.split("/")[1] for point in done.frame.subjects("point")}
    near, drawn_from = same_origin(file), restated(file)
    for number, item in enumerate(file["items"]):
        others = [
            drawn_from[other["id"]] for other in file["items"]
            if other["id"] not in near[item["id"]] and drawn_from[other["id"]] != YES and item["id"] not in other.get("derived_from", [])
            and other["id"] not in item.get("derived_from", []) and supported(other) & supported(item) & counted
        ]  # fmt: skip
        assert got[number] == (YES if NO in others else UNKNOWN if others or not closed else NO)


@pytest.mark.parametrize("seed", SEEDS)
def test_证据能用得越多_途径只会越开(seed):
    _, done = ran(seed)
    for point in done.routes.formulas:
        now = done.routes.after(point).route
        for item in range(done.frame.size("item")):
            assert done.routes.after(point, frozenset([item])).route <= now


# 证据 · 哪几条途径成立（身份事实；各份证据都可以使用）
DNA = {"id": "D", "type": "expert", "links": [{"fact": "F0", "direction": "supports", "tie": "individual"}]}
SHOE = {"id": "S", "type": "physical", "links": [{"fact": "F0", "direction": "supports", "tie": "class"}]}
SAID = {
    "id": "供",
    "type": "confession",
    "speaker": "A0",
    "admits": "是",
    "links": [{"fact": "F0", "direction": "supports"}],
}
SEEN = {"id": "W", "type": "witness", "links": [{"fact": "F0", "direction": "supports", "direct": "是"}]}
HEARD = {"id": "H", "type": "witness", "links": [{"fact": "F0", "direction": "supports", "direct": "否"}]}
FOUND = {
    "id": "K",
    "type": "physical",
    "hidden": dict.fromkeys(dossiers.HIDDEN, "是"),
    "links": [{"fact": "F0", "direction": "supports", "tie": "class", "identifies": "否"}],
}
ROUTES = [
    ("只有供述，没有途径", [SAID], ""),
    ("两份供述，仍然没有途径", [SAID, SAID | {"id": "C2"}], ""),
    ("同一认定的鉴定，另有证言", [DNA, HEARD], "AD"),
    ("只有一份同一认定的鉴定，没有其他来源", [DNA], ""),
    ("供述，另有指向本人的鉴定", [SAID, DNA], "AC"),
    ("供述，加根据供述提取的隐蔽物证", [SAID, FOUND], "B"),
    ("供述，加种类相同的鞋", [SAID, SHOE], ""),
    ("目击证言一份", [SEEN], "E"),
    ("两份传闻证言，没有非言词证据，不成链", [HEARD, HEARD | {"id": "H2"}], ""),
    ("一份传闻证言加种类相同的鞋，两个来源", [HEARD, SHOE], "D"),
]


@pytest.mark.parametrize(("says", "items", "letters"), ROUTES, ids=[row[0] for row in ROUTES])
def test_手列的途径(says, items, letters):
    file = dossiers.case(random.Random(0))
    for kind in dossiers.LISTS:
        file.pop(kind, None)
    file["accused"] = [{"id": "A0", "name": "甲"}]
    file["counts"] = [{"id": "N1", "accused": "A0", "incident": "I1", "charge": "盗窃"}]
    file["facts"] = [{"id": "F0", "role": "identity"}]
    lawful = {"against": "否", "shown": "是", "confronted": "是", "verified": "是"}
    file["items"] = [{**lawful, **one} for one in items]
    (point,) = dossiers.reviewed(file).points
    assert point.route == letters, says
