"""案卷层面的单调：加有利材料、重复录入陈述、改名、调换顺序，都不会使任何待证点变好；去掉证据而变好的，说出落空的是什么。"""

import copy
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.proof import dossiers

RANK = {"no_obstacle": 0, "open": 1, "obstacle": 2}
FEW = settings(max_examples=40, deadline=None)
files = st.randoms(use_true_random=False).map(lambda rng: dossiers.case(rng, most=6))


def states(file):
    return dossiers.states(dossiers.reviewed(file))


def no_better(before, after):
    return [point for point, state in before.items() if RANK[after[point]] < RANK[state]]


def statement(ident, kind, facts, direction, **more):
    return {
        "id": ident, "type": kind, "against": "否", "favourable": "是", "shown": "是", "confronted": "是", "verified": "是",
        "links": [{"fact": fact, "direction": direction} for fact in facts], **more,
    }  # fmt: skip


def facts_of(file):
    return [one["id"] for one in file["facts"]]


# 加进去的有利材料：一份反对该事实的书证、鉴定、证言；其他可能；不在场主张；疑点；有利证据台账；矛盾
def with_material(file, which):
    out = copy.deepcopy(file)
    facts = facts_of(out)
    match which:
        case "documentary" | "expert" | "witness":
            out["items"].append(statement("有利1", which, facts, "contradicts"))
        case "rivals":
            out.setdefault("rivals", []).append(
                {"id": "R新", "facts": facts, "type": "other_person", "status": "not_examined"}
            )
        case "supported rival":
            out["items"].append(statement("有利1", "documentary", [], "contradicts"))
            out.setdefault("rivals", []).append(
                {"id": "R新", "facts": facts, "status": "not_examined", "items": ["有利1"]}
            )
        case "alibis":
            out.setdefault("alibis", []).append({"id": "L新", "facts": facts, "status": "unchecked"})
        case "doubts":
            out.setdefault("doubts", []).append(
                {"id": "D新", "facts": facts, "status": "open", "raised_by": "defence"}
            )
        case "favourables":
            out.setdefault("favourables", []).append({"id": "V新", "facts": facts, "status": "open"})
        case "conflicts":
            out.setdefault("conflicts", []).append(
                {
                    "id": "K新",
                    "facts": facts,
                    "essential": "是",
                    "status": "open",
                    "items": [one["id"] for one in out["items"]][:2],
                }
            )
    return out


MATERIAL = (
    "documentary",
    "expert",
    "witness",
    "rivals",
    "supported rival",
    "alibis",
    "doubts",
    "favourables",
    "conflicts",
)


@FEW
@given(files, st.sampled_from(MATERIAL))
def test_加有利材料不会使任何待证点变好(file, which):
    assert no_better(states(file), states(with_material(file, which))) == []


@FEW
@given(files, st.integers(0, 5))
def test_把一份证据再录一次_同一页同一名称_不会使任何待证点变好(file, number):
    copied = copy.deepcopy(file["items"][number % len(file["items"])])
    copied["id"] = "再录"
    more = copy.deepcopy(file)
    more["items"].append(copied)
    assert no_better(states(file), states(more)) == []


@FEW
@given(files, st.integers(0, 5))
def test_同一个人再说一次_不会使任何待证点变好(file, number):
    spoken = [one for one in file["items"] if one["type"] in ("confession", "witness", "victim")]
    if not spoken:
        return
    same = copy.deepcopy(file)
    first = next(one for one in same["items"] if one["id"] == spoken[number % len(spoken)]["id"])
    first.setdefault("speaker", "P2")
    more = copy.deepcopy(same)
    more["items"].append(copy.deepcopy(first) | {"id": "再问", "page": "另一页", "title": "另一份"})
    assert no_better(states(same), states(more)) == []


DRAWN = st.sampled_from(("documentary", "audio_video", "scene", "witness", "arrival_note"))


@settings(max_examples=25, deadline=None)
@given(files, st.integers(0, 5), DRAWN)
def test_供述录成别的种类_派生自供述_不会使任何待证点成为未见障碍(file, number, kind):
    """有没有独立信息没有人写明的，至多使有障碍变为待查：那是一个问题，不是一份新的证据。"""
    said = [one for one in file["items"] if one["type"] == "confession"]
    if not said:
        return
    source = said[number % len(said)]
    links = [link for link in copy.deepcopy(source["links"]) if link["direction"] == "supports"]
    more = copy.deepcopy(file)
    more["items"].append(
        statement("抄件", kind, [], "supports")
        | {"against": "是", "links": links, "derived_from": [source["id"]]}
    )
    before, after = states(file), states(more)
    assert [one for one in before if after[one] == "no_obstacle" != before[one]] == []


def renamed(value, names):
    if isinstance(value, dict):
        return {key: renamed(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [renamed(inner, names) for inner in value]
    return names.get(value, value) if isinstance(value, str) else value


@FEW
@given(files)
def test_改名以后每个待证点的状态一样(file):
    names = {one["id"]: f"改{one['id']}" for kind in ("items", "accused", "people") for one in file[kind]}
    before, after = states(file), states(renamed(file, names))
    assert list(before.values()) == list(after.values())


@FEW
@given(files, st.randoms(use_true_random=False))
def test_调换证据和登记的顺序_每个待证点的状态一样(file, rng):
    turned = copy.deepcopy(file)
    for kind in ("items", "facts", "counts", "accused", *dossiers.LISTS):
        rng.shuffle(turned.get(kind, []))
    for one in turned["items"]:
        rng.shuffle(one["links"])
    assert states(file) == states(turned)


# ---- 登记的其他可能不能以同源的供述回应，也不能因此消失


def answered(file, items, **more):
    out = copy.deepcopy(file)
    out["rivals"] = [
        {
            "id": "R1",
            "facts": facts_of(out),
            "type": "false_confession",
            "status": "excluded",
            "excluded_by": items,
            **more,
        }
    ]
    return out


@FEW
@given(files)
def test_以任何供述排除其他可能_不会比没有排除更好(file):
    confessions = [one["id"] for one in file["items"] if one["type"] == "confession"]
    if not confessions:
        return
    stays_open = copy.deepcopy(file)
    stays_open["rivals"] = [
        {"id": "R1", "facts": facts_of(file), "type": "false_confession", "status": "open"}
    ]
    answered_so = answered(file, confessions, by="某审判员", reason="供述稳定")
    assert no_better(states(stays_open), states(answered_so)) == []
    assert states(stays_open) == states(answered_so)


def test_同一份卷宗_以书证排除可以_以供述排除不可以():
    file = dossiers.case(random.Random(0))
    for kind in dossiers.LISTS:
        file.pop(kind, None)
    file["facts"] = [{"id": "F0", "role": "result"}]
    base = {
        "against": "是",
        "shown": "是",
        "confronted": "是",
        "verified": "是",
        "links": [{"fact": "F0", "direction": "supports"}],
    }
    file["items"] = [
        {"id": "E1", "type": "documentary", **base, "acquisition": {"source_provable": "是"}},
        {
            "id": "E2",
            "type": "confession",
            "speaker": "A0",
            "admits": "是",
            "interrogation": {"confirmed": "是"},
            **base,
        },
    ]
    (by_document,) = set(states(answered(file, ["E1"], reason="书证在先")).values())
    (by_confession,) = set(states(answered(file, ["E2"], reason="供述稳定")).values())
    assert (by_document, by_confession) == ("no_obstacle", "obstacle")
