"""A case of one fact, in which nothing else is open: whatever a row adds decides the state alone.  虚构。"""

from typing import Any

from tests.proof import dossiers

File = dict[str, Any]


def link(**told: str) -> File:
    """Supports F0 as circumstantial evidence that points at the accused."""
    return {
        "fact": "F0",
        "direction": "supports",
        "tie": "circumstance",
        "identifies": "是",
        "direct": "否",
        **told,
    }


def item(ident: str, kind: str, *links: File, **told: Any) -> File:
    """An item examined in court with no ground known."""
    made: File = {
        "id": ident,
        "type": kind,
        "against": "是",
        "shown": "是",
        "confronted": "是",
        "verified": "是",
    }
    made["links"] = list(links)
    match kind:
        case "documentary" | "physical":
            made["acquisition"] = dict.fromkeys(("source_provable", "record_or_list"), "是")
        case "confession":
            made |= {"speaker": "A0", "admits": "是", "interrogation": {"confirmed": "是"}}
        case "witness" | "victim":
            made["inquiry"] = {"individual": "是"}
    return made | told


def case(*items: File, role: str = "identity", **registers: Any) -> File:
    """One accused, one incident, one fact."""
    return {
        "皋陶": "1", "case": {"id": "C", "title": "虚构案", "evidence_complete": "是", "hearing_on": "2024-05-10"}, "accused": [{"id": "A0"}],
        "people": [{"id": f"P{n}"} for n in (1, 2, 3)], "incidents": [{"id": "I1"}],
        "counts": [{"id": "N1", "accused": "A0", "incident": "I1", "charge": "盗窃"}], "facts": [{"id": "F0", "role": role}],
        "items": list(items), **registers,
    }  # fmt: skip


def confessed(**told: Any) -> File:
    """The accused admits."""
    return item("供", "confession", link(tie="statement"), **told)


def tied(**told: Any) -> File:
    """An object tied to the accused individually: with a confession nothing stands in the way."""
    return item("物", "physical", link(tie="individual"), **told)


def labels(file: File) -> list[str]:
    """The state of every point."""
    return [one.state.label for one in dossiers.reviewed(file).points]


def titles(file: File) -> set[str]:
    """What stands in the way of any point, found or pending."""
    made = dossiers.reviewed(file)
    named = {one.id: one.rule.title for one in made.findings}
    return {
        title
        for one in made.points
        for title in (*(named[each] for each in (*one.legal, *one.hints)), *one.pending)
    }
