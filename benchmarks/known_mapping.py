"""From a row of the known-cases file to a dossier: tables only, no text matching.

Reads: id, defendants, charges, facts_to_prove[].id, evidence[].{id, kind_norm, role, known_at_trial, supports,
contradicts}, identification, confession.{exists, pattern tokens, versions_conflict, torture_claimed, recorded,
led_to_hidden_evidence, conflicts_with_objective (only whether empty)}, alibi.{claimed, checked},
alternative_suspects[].known_at_trial, conflicts[].between, exculpatory_withheld is NOT read, remands.items (only how many).
`assumed_in_file` means examined and no ground known; legal acts not reported stay 未录入.
"""

from __future__ import annotations

from typing import Any

from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Absent, Span
from gaoyao.dossier.schema import Part
from gaoyao.logic.truth import Why

# fmt: off
Row = dict[str, Any]
TYPES = {
    "autopsy": "expert", "co_confession": "confession", "confession": "confession", "dna": "expert", "documentary": "documentary",
    "electronic": "electronic", "experiment": "experiment", "expert_witness": "special_report", "financial": "documentary",
    "forensic_other": "expert", "identification": "identification", "informant": "witness", "physical": "physical",
    "scene": "scene", "seizure": "seizure", "trace_fingerprint": "physical", "trace_footprint": "physical",
    "trace_other": "physical", "victim": "victim", "witness": "witness",
}  # fmt: skip
ROLES = {  # a number the shared numbering does not explain stays 未录入
    number: {"role": role} for number, role in (
        ("F1", "crime_exists"), ("F2", "causation"), ("F3", "identity"), ("F4", "presence"), ("F5", "tool"), ("F6", "intent"), ("F7", "aftermath"),
        ("F9", "exclusion"), ("F10", "quantity"), ("F11", "capacity"), ("F12", "element"), ("F13", "element"), ("F14", "element"), ("F15", "element"))
}  # fmt: skip
WITHHELD = frozenset(("withheld", "withheld_or_not_done", "missing", "lost"))
TRACES = {"dna": "dna", "trace_fingerprint": "fingerprint", "trace_footprint": "footprint"}
RESULTS = {
    "match_accused": ("identity", "accused", "individual"), "victim_on_tool": ("identity", "victim", "individual"),
    "victim_identified": ("identity", "victim", "individual"), "class_match_only": ("class_only", "", "class"),
    "excludes_accused": ("exclusion", "third", ""), "excludes_accused_and_unknown_third": ("exclusion", "unknown_person", ""),
    "unknown_third_party": ("exclusion", "unknown_person", ""), "inconclusive": ("inconclusive", "", "class"),
}  # fmt: skip
TOOLS = {"linked": "individual", "not_linked": "class", "fibre_class_match_only": "class", "not_found": ""}
ANSWERS = {"answered": "explained", "answered_in_court": "explained", "explained": "explained", "supplemented": "supplemented"}
OBJECTS = frozenset(("physical", "scene", "seizure", "identification"))
UNSURE = frozenset(("unconfirmed", "disputed"))
STATE_OF_PATTERN = {"retract": ("retracted_in_court", "pretrial_unstable"), "unstable": ("pretrial_unstable",), "mixed": ("pretrial_unstable",)}
HEARING = "2024-06-01"

def token(value: object) -> str:
    """The code in front of an encoder's remark: match_accused(inner layer) → match_accused."""
    return str(value).split("(", 1)[0].split("（", 1)[0].strip()


def kept(case: Row, court_view: bool) -> list[Row]:
    """Evidence as it was before the court (court view) or in the file: later, assessment and context are dropped."""
    return [
        item for item in case["evidence"]
        if item["role"] not in ("assessment", "context") and not str(item["known_at_trial"]).startswith(("later", "partly later"))
        and not (court_view and item["known_at_trial"] in WITHHELD)
    ]  # fmt: skip


class Builder:
    """Writes one case into a log."""

    def __init__(self, case: Row, court_view: bool, resolutions: bool = False) -> None:
        self.case, self.items, self.resolutions = case, kept(case, court_view), resolutions
        self.log = Log()
        self.marks = {name: token(value) for name, value in case["identification"].items()}
        self.facts = [fact["id"] for fact in case["facts_to_prove"]]
        self.confessions: list[str] = []

    def build(self) -> Log:
        """The log of the case."""
        with self.log.begin(Part.MAIN, "mapping", "load", "known case", "2024-01-01T00:00") as tx:
            self.tx = tx
            self._frame()
            for item in self.items:
                self._item(item)
            self._confession()
            self._registers()
            self._earlier()
        return self.log

    def put(self, kind: str, subject: str, parent: str = "", **values: Any) -> str:
        """Declare a subject and its values."""
        self.tx.declare(kind, subject, parent)
        for name, value in values.items():
            self.tx.put(kind, subject, name, value)
        return subject

    def _frame(self) -> None:
        day = 28620000
        self.put("case", self.case["id"], stage="first_instance", procedure="ordinary", evidence_complete=True, hearing_on=Span(day, day, HEARING))
        suffixes = sorted({self._suffix(fact) for fact in self.facts})
        known = {"victim_identified_otherwise": True} if self.marks["victim_identity"] == "confirmed" else {}
        for suffix in suffixes:
            self.put("incident", f"I{suffix}", title=suffix or "1", **known)
        for number, name in enumerate(self.case["defendants"], 1):
            self.put("accused", f"A{number}", name=name)
            for suffix in suffixes:
                self.put("count", f"N{number}{suffix}", accused=f"A{number}", incident=f"I{suffix}", charge="、".join(self.case["charges"]))
        for fact in self.facts:
            counts = tuple(f"N{n}{self._suffix(fact)}" for n, _ in enumerate(self.case["defendants"], 1))
            self.put("fact", fact, text=fact, counts=counts, **ROLES.get(fact.rstrip("abcdefgh"), {}))

    @staticmethod
    def _suffix(fact: str) -> str:
        return fact[len(fact.rstrip("abcdefgh")):]

    def _item(self, item: Row) -> None:
        kind, links = item["kind_norm"], [(fact, "supports") for fact in item["supports"]]
        if item["role"] == "gap" and item["contradicts"]:
            self.put("doubt", f"D{item['id']}", facts=tuple(item["contradicts"]), status="open", raised_by="machine")
        if item["role"] == "gap":
            return
        if kind == "plea":
            self.put("argument", f"G{item['id']}", facts=tuple(item["contradicts"]))
            return
        links += [(fact, "contradicts") for fact in item["contradicts"]]
        speakers = range(1, len(self.case["defendants"]) + 1) if kind == "confession" else (0,)
        for number in speakers:
            self._one(item, f"{item['id']}.{number}" if number else item["id"], kind, links, number)

    def _one(self, item: Row, ident: str, kind: str, links: list[tuple[str, str]], speaker: int) -> None:
        values: Row = {"against": bool(item["supports"]), "shown": True, "confronted": True, "verified": True}
        if kind in TYPES:
            values["type"] = TYPES[kind]
        if kind == "co_confession":
            values["speaker"] = self.put("accused", f"{ident}.other", name="同案人")
        if speaker:
            values |= {"speaker": f"A{speaker}", "admits": True}
            self.confessions.append(ident)
        values |= ({} if item["supports"] else {"favourable": True}) | ({"only_restates_confession": True} if kind == "informant" else {})
        self.put("item", ident, **values)
        result = RESULTS.get(self.marks.get(TRACES.get(kind, kind), ""), ("", "", ""))
        if item["supports"] and result[0] == "exclusion":
            result = ("", "", "")  # the file holds two readings of the trace; which one this item is, is not told
        tie = self._tie(kind, result[2])
        for number, (fact, direction) in enumerate(links):
            told = {"tie": tie} if tie else {"direct": True, "identifies": True} if kind == "victim" else {}  # a victim tells what was done to them
            self.put("link", f"{ident}.l{number}", ident, fact=fact, direction=direction, **(told if direction == "supports" else {}))
        if kind in TRACES:
            known: Row = {name: value for name, value in (("result", result[0]), ("matched_to", result[1])) if value}
            known |= {"compared": True} if known else {}
            self.put("trace", f"{ident}.t", ident, type=TRACES[kind], from_scene=True, **known)
        loose = self.marks["tool_provenance"] == "unconfirmed" or self.marks["tool"] == "not_linked"
        if loose and kind in OBJECTS and any(fact.startswith("F5") for fact in item["supports"]):
            self.put("exhibit", f"{ident}.x", ident, source_by_identification=False, source_by_appraisal=False, source_by_other=False)

    def _tie(self, kind: str, by_result: str) -> str:
        if kind in TRACES:
            return by_result
        if kind in ("physical", "scene", "forensic_other"):
            return TOOLS.get(self.marks["tool"], "")
        return "circumstance" if kind in ("inference", "other", "polygraph_dog") else ""

    def _confession(self) -> None:
        told = self.case["confession"]
        words = {part.split()[0] for part in token(told["pattern"]).replace(";", "->").split("->") if part.split()}
        states = {name for word in words for name in STATE_OF_PATTERN.get(word, ())}
        for number, name in ((n, name) for n, _ in enumerate(self.case["defendants"], 1) for name in sorted(states)):
            self.tx.put("accused", f"A{number}", name, True)
        if self.confessions and told["torture_claimed"] == "yes":
            self.put("motion", "M1", items=tuple(self.confessions), clue=True)
        identity = tuple(fact for fact in self.facts if fact.startswith("F3"))
        if self.confessions and told["versions_conflict"] == "yes":
            self.put("conflict", "X.versions", items=tuple(self.confessions[:1]), facts=identity, about="各次供述不一致")
        if self.confessions and told["conflicts_with_objective"]:
            self.put("conflict", "X.objective", items=tuple(self.confessions[:1]), facts=identity, about="供述与客观证据不一致", status="open")

    def _registers(self) -> None:
        identity = tuple(fact for fact in self.facts if fact.startswith(("F3", "F4"))) or tuple(self.facts)
        alibi = self.case["alibi"]
        if token(alibi["claimed"]) == "yes":
            checked = token(alibi["checked"]) == "yes"
            values: Row = {"status": Absent(Why.FILE_SILENT, "结果未见报道")} if checked else {"status": "unchecked"}
            self.put("alibi", "L1", facts=identity, **values)
        excluding = tuple(item["id"] for item in self.items if item["kind_norm"] in TRACES and item["contradicts"])
        own = tuple(fact for fact in self.facts if fact.startswith("F9")) or tuple(fact for fact in self.facts if fact.startswith("F3"))
        if excluding:
            self.put("rival", "R.trace", facts=own, type="other_person", status="not_examined", items=excluding, raised_by="machine")
        for number, other in enumerate(self.case["alternative_suspects"]):
            if token(other["known_at_trial"]).startswith("in_file"):
                self.put("rival", f"R{number}", facts=own, type="other_person", status="not_examined", raised_by="defence")
        for mark, prefix in (("time_of_death", "F2"), ("cause_of_death", "F2"), ("victim_identity", "F1")):
            facts = tuple(fact for fact in self.facts if fact.startswith(prefix))
            if self.marks[mark] in UNSURE and facts:
                self.put("doubt", f"D.{mark}", facts=facts, status="open", raised_by="machine", about=mark)
        names = {item["id"]: f"{item['id']}.1" if item["kind_norm"] == "confession" else item["id"] for item in self.items
                 if item["role"] != "gap" and item["kind_norm"] != "plea"}  # fmt: skip
        for number, row in enumerate(self.case["conflicts"]):
            facts = tuple(sorted({fact for item in self.items if item["id"] in row["between"] for fact in item["contradicts"]}))
            if facts and all(one in names for one in row["between"]):
                told = {"status": ANSWERS.get(row["resolution"], "open"), "essential": True, "reason": str(row["resolution"])} if self.resolutions else {}
                self.put("conflict", f"X{number}", items=tuple(names[one] for one in row["between"]), facts=facts, **told)

    def _earlier(self) -> None:
        for number, _ in enumerate(self.case["remands"]["items"]):
            self.put("instance", f"P{number}", result=Absent(Why.FILE_SILENT, "发回理由只见报道"))
