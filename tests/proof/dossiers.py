"""Small invented case files, as plain data in the exchange format, and a plain way to delete from them.

虚构，与任何真实案件无关。The deletion here works on the file and knows nothing of `dossier.without`.
"""

import copy
import json
import random
from datetime import date
from typing import Any

from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import View, readable
from gaoyao.review.api import review
from gaoyao.review.model import Review
from gaoyao.review.render.as_json import as_dict

File = dict[str, Any]
TODAY = date(2024, 6, 1)
TYPES = (
    "confession",
    "confession",
    "witness",
    "victim",
    "expert",
    "physical",
    "documentary",
    "scene",
    "identification",
    "electronic",
    "experiment",
)
LISTS = {
    "conflicts": ("items", "support"), "rivals": ("items", "excluded_by"), "alibis": ("items",), "doubts": ("items",), "favourables": ("items",),
    "motions": ("items",), "arguments": ("items",), "hearings": ("shown", "confronted"),
}  # fmt: skip
SETTLED = {
    ("rivals", "excluded_by"): {"excluded"}, ("conflicts", "support"): {"excluded_one", "explained", "supplemented"},
    ("doubts", "items"): {"removed", "unreasonable"}, ("alibis", "items"): {"refuted"},
}  # fmt: skip


def case(rng: random.Random, most: int = 7) -> File:
    """A file with up to `most` items, one or two accused, two or three facts and some registers."""
    accused = [f"A{n}" for n in range(rng.choice((1, 1, 2)))]
    file: File = {
        "皋陶": "1",
        "case": {"id": "C", "title": "虚构案", "evidence_complete": rng.choice(("是", "是", "否")), "stage": "first_instance", "hearing_on": "2024-05-10"},
        "accused": [{"id": one, "name": f"甲{one}", **_some(rng, 0.4, pretrial_unstable="是", confesses_in_court="否")} for one in accused],
        "people": [{"id": f"P{n}", "name": f"警{n}"} for n in range(3)],
        "incidents": [{"id": "I1"}],
        "counts": [{"id": f"N{one}", "accused": one, "incident": "I1", "charge": "盗窃"} for one in accused],
        "facts": _facts(rng, accused),
        "items": [],
    }  # fmt: skip
    facts = [one["id"] for one in file["facts"]]
    for number in range(rng.randrange(1, most + 1)):
        file["items"].append(_item(rng, f"E{number}", [f"E{n}" for n in range(number)], facts, accused))
    _registers(rng, file, facts)
    return file


def _some(rng: random.Random, chance: float, **values: object) -> File:
    return {name: value for name, value in values.items() if rng.random() < chance}


def _facts(rng: random.Random, accused: list[str]) -> list[File]:
    roles = [
        "identity",
        *rng.sample(
            ["crime_exists", "act", "result", "intent", "exclusion", "aggravating", "presence"],
            rng.choice((1, 2)),
        ),
    ]
    return [
        {"id": f"F{n}", "role": role, **_some(rng, 0.5, counts=[f"N{rng.choice(accused)}"])}
        for n, role in enumerate(roles)
    ]


def _item(rng: random.Random, ident: str, earlier: list[str], facts: list[str], accused: list[str]) -> File:
    kind = rng.choice(TYPES)
    bad = rng.random() < 0.2
    item: File = {
        "id": ident, "type": kind, "title": f"材料{ident}", "page": f"卷一第{len(earlier) + 1}页", "against": "是", "shown": "是", "confronted": "是",
        "verified": "是", "withdrawn": "是" if bad and rng.random() < 0.4 else "否",
        "links": [
            {"fact": fact, "direction": rng.choice(("supports", "supports", "supports", "contradicts")),
             **_some(rng, 0.7, tie=rng.choice(("individual", "class", "presence", "statement", "circumstance"))),
             **_some(rng, 0.4, identifies=rng.choice(("是", "否"))), **_some(rng, 0.3, direct=rng.choice(("是", "否"))),
             **_some(rng, 0.2, explained="是")}
            for fact in rng.sample(facts, rng.randrange(0, len(facts) + 1))
        ],
        **_some(rng, 0.15, origin=rng.choice(("甲源", "乙源"))), **_some(rng, 0.1, only_restates_confession="是"),
    }  # fmt: skip
    if earlier and rng.random() < 0.25:
        item["derived_from"] = rng.sample(earlier, min(len(earlier), rng.choice((1, 2))))
    officers = {"officers": rng.sample(["P0", "P1", "P2"], rng.choice((0, 1, 2)))}
    if kind == "confession":
        item |= {"speaker": rng.choice(accused), "admits": "是"}
        item["interrogation"] = {
            "confirmed": "是",
            "start": f"2024-01-{len(earlier) + 1:02} 10:00",
            **officers,
            **_some(rng, 0.2, minor="是", adult_present="否"),
            **_some(rng, 0.2, injury_at_check="是"),
        }
    elif kind in ("witness", "victim"):
        item |= _some(rng, 0.4, speaker=rng.choice(("P0", "P1")))
        item["inquiry"] = {**officers, **_some(rng, 0.2, individual="否")}
    elif kind == "expert":
        item["appraisal"] = {
            **_some(rng, 0.6, sample=rng.choice(("检材一", "检材二"))),
            **_some(rng, 0.2, sample_unreliable="是"),
        }
    elif kind == "physical":
        item["acquisition"] = {**officers, **_some(rng, 0.2, source_provable="否")}
        item |= _some(rng, 0.3, hidden=dict.fromkeys(HIDDEN, "是"))
        item |= _some(rng, 0.15, traces=[{"from_scene": "是", "result": "exclusion"}])
    if rng.random() < 0.2:
        told = {
            "slot": "tool",
            "value": rng.choice(("尖刀", "木棍")),
            **_some(rng, 0.3, material=rng.choice(("是", "否"))),
        }
        item["claims"] = [told | _some(rng, 0.3, known_to_police="2024-01-01")]
    if rng.random() < 0.1:
        item["rulings"] = [{"outcome": rng.choice(("excluded", "not_excluded"))}]
    return item


HIDDEN = (
    "from_statement",
    "concealed",
    "police_unaware",
    "confirmed",
    "collusion_excluded",
    "coercion_excluded",
)


def _registers(rng: random.Random, file: File, facts: list[str]) -> None:
    items = [one["id"] for one in file["items"]]

    def some(most: int) -> list[str]:
        return rng.sample(items, min(len(items), rng.randrange(0, most + 1)))

    def entry(kind: str, values: File) -> None:
        if rng.random() < 0.3:
            file[kind] = [
                {
                    "id": f"{kind}1",
                    "facts": rng.sample(facts, rng.choice((1, len(facts)))),
                    **values,
                    **_some(rng, 0.7, reason="写明的理由"),
                }
            ]

    entry(
        "conflicts",
        {
            "items": some(2),
            "essential": rng.choice(("是", "否")),
            "status": rng.choice(("open", "explained", "excluded_one")),
            "support": some(2),
        },
    )
    entry(
        "rivals",
        {
            "items": some(1),
            "excluded_by": some(2),
            "status": rng.choice(("open", "not_examined", "excluded", "excluded")),
        },
    )
    entry("alibis", {"items": some(1), "status": rng.choice(("unchecked", "refuted", "stands"))})
    entry(
        "doubts",
        {
            "items": some(1),
            "status": rng.choice(("open", "removed")),
            "raised_by": rng.choice(("court", "defence")),
        },
    )
    entry("favourables", {"items": some(1), "status": rng.choice(("open", "answered"))})
    if rng.random() < 0.2:
        file["motions"] = [{"id": "M1", "items": some(2), "clue": "是"}]


def text(file: File) -> str:
    """The file as it is written."""
    return json.dumps(file, ensure_ascii=False, indent=1)


def view(file: File) -> View:
    """What the judge reads."""
    return View(load(text(file), name="案.json").log, readable("judge"))


def reviewed(file: File) -> Review:
    """Its review on the fixed day."""
    return review(view(file), TODAY)


def data(made: Review) -> str:
    """A review as JSON with every line number of the file blotted out."""
    return json.dumps(_lineless(as_dict(made)), ensure_ascii=False, indent=1)


def _lineless(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: 0 if key == "line" else _lineless(inner) for key, inner in value.items()}
    return [_lineless(inner) for inner in value] if isinstance(value, list) else value


def states(made: Review) -> dict[str, str]:
    """Point → state."""
    return {one.subject.id: one.state.value for one in made.points}


def deleted(file: File, gone: set[str]) -> File:
    """The file after a person deleted these items: the entries, their ids in every list, contradictions left without
    two sides, and settlements that rested on nothing else."""
    out = copy.deepcopy(file)
    out["items"] = [one for one in out["items"] if one["id"] not in gone]
    for one in out["items"]:
        if "derived_from" in one:
            one["derived_from"] = [source for source in one["derived_from"] if source not in gone]
    for kind, names in LISTS.items():
        for entry in list(out.get(kind, ())):
            for name in names:
                before = entry.get(name)
                if before is None or gone.isdisjoint(before):
                    continue
                entry[name] = [one for one in before if one not in gone]
                if (kind, name) == ("conflicts", "items") and len(entry[name]) < min(2, len(before)):
                    out[kind].remove(entry)
                elif not entry[name] and entry.get("status") in SETTLED.get((kind, name), ()):
                    del entry["status"]
    return out
