"""Flags of the known cases that structured fields can carry; no outcome, sentence, argument, resolution or summary is read.

Each flag is one line: a name of the file's glossary and the condition on encoded fields or on the review.
"""

from __future__ import annotations

from typing import Any

from benchmarks.known_mapping import UNSURE, kept, token
from gaoyao.review.model import Review

Row = dict[str, Any]
OBJECTIVE = frozenset((
    "dna", "trace_fingerprint", "trace_footprint", "trace_other", "forensic_other", "electronic", "financial", "documentary", "autopsy",
    "physical", "scene", "seizure",
))  # fmt: skip
CONFESSIONS = frozenset(("confession", "co_confession", "informant"))


def flags_of(case: Row, made: Review) -> list[str]:
    """The flags raised for a case, sorted.  The file view: what was withheld is seen, as an inspector would."""
    items = [one for one in kept(case, court_view=False) if one["role"] != "gap"]
    every = kept(case, court_view=False)
    marks = {name: token(value) for name, value in case["identification"].items()}
    told = {name: token(value) for name, value in case["confession"].items() if not isinstance(value, list)}
    identity = {fact["id"] for fact in case["facts_to_prove"] if fact["id"].startswith("F3")}
    on_who = [one for one in items if identity & set(one["supports"])]
    kinds = {one["kind_norm"] for one in every}
    states = {str(one["known_at_trial"]) for one in every}
    remands = case["remands"]["count"] or len(case["remands"]["items"])
    confessed = told["exists"] == "yes"
    confession_ids = {one["id"] for one in items if one["kind_norm"] == "confession"}
    objective_ids = {one["id"] for one in items if one["kind_norm"] in OBJECTIVE}
    pairs = [set(one["between"]) for one in case["conflicts"]]
    words = set(told["pattern"].replace(";", " ").replace("->", " ").replace(",", " ").split())
    facts = {fact["id"] for fact in case["facts_to_prove"]}
    unproved = {point.fact.id for point in made.points if point.state.value == "obstacle"}
    claimed = token(case["alibi"]["claimed"]) in ("yes", "vague")
    only_confession = bool(on_who) and all(one["kind_norm"] in CONFESSIONS for one in on_who)
    objective_on_who = [one for one in on_who if one["kind_norm"] in OBJECTIVE - {"scene", "autopsy"}]
    class_only = {marks["footprint"], marks["tool"]} & {"class_match_only", "fibre_class_match_only"}
    witnesses = [one for one in items if one["kind_norm"] in ("witness", "victim")]
    said = {fact for one in witnesses for fact in one["supports"]} & {
        fact for one in witnesses for fact in one["contradicts"]
    }
    table = {
        "CONF_ONLY": confessed and only_confession,
        "CODEF_ONLY": confessed and only_confession and len(case["defendants"]) > 1,
        "NO_OBJECTIVE_LINK": bool(identity) and (marks["scene_trace_of_accused"] == "not_found" or not objective_on_who or bool(class_only)),
        "CONF_ILLEGAL_SUSPECT": told["torture_claimed"] == "yes" or told["interrogation_duration"] not in ("unknown", ""),
        "CONF_UNSTABLE": bool(words & {"retract", "unstable", "mixed", "reversal", "retractions"}) or told["denials"] not in ("unknown", "", "None"),
        "CONF_MULTI_VERSION": told["versions_conflict"] == "yes" or bool(case["confession"]["conflicts"]),
        "CONF_CONFLICT_OBJECTIVE": bool(case["confession"]["conflicts_with_objective"])
        or any(pair & confession_ids and pair & objective_ids for pair in pairs),
        "TOOL_NOT_LINKED": marks["tool"] in ("not_linked", "fibre_class_match_only") or marks["tool_provenance"] == "unconfirmed",
        "TOOL_NOT_FOUND": marks["tool"] == "not_found",
        "VICTIM_ID_UNCONFIRMED": "F1" in facts and marks["victim_identity"] not in ("confirmed", "n/a") and marks["dna"] != "victim_identified",
        "DEATH_TIME_UNCERTAIN": marks["time_of_death"] in UNSURE,
        "DEATH_CAUSE_UNCERTAIN": marks["cause_of_death"] in UNSURE,
        "POISON_ID_UNCERTAIN": marks["tool_provenance"] == "unconfirmed" and marks["dna"] in ("n/a", "unknown") and "forensic_other" in kinds,
        "DNA_EXCLUDES": marks["dna"].startswith("excludes_accused"),
        "DNA_UNKNOWN_THIRD": marks["dna"].endswith("unknown_third"),
        "DNA_INCONCLUSIVE": marks["dna"] == "inconclusive",
        "DNA_RELEVANCE_NOT_EXCLUSIVE": marks["dna"] == "match_accused_but_relevance_disputed",
        "NOT_TESTED": "not_tested" in states,
        "PRINT_UNKNOWN_THIRD": marks["fingerprint"] == "unknown_third_party",
        "CLASS_ONLY": bool(class_only),
        "WITHHELD": bool(states & {"withheld", "withheld_or_not_done", "missing"}),
        "ALIBI_UNCHECKED": claimed and token(case["alibi"]["checked"]) not in ("yes", "partial"),
        "ALT_SUSPECT": any(token(one["known_at_trial"]).startswith("in_file") for one in case["alternative_suspects"]),
        "REMAND": remands == 1,
        "REMAND_REPEAT": remands >= 2,
        "MEDDLING": case["meddling"]["present"] == "yes",
        "PUBLIC_PRESSURE": case["meddling"]["present"] in ("pressure", "public_opinion"),
        "INFORMANT": "informant" in kinds,
        "DOG_POLYGRAPH": "polygraph_dog" in kinds,
        "WITNESS_CONFLICT": bool(said),
        "NO_CONFESSION": told["exists"] == "no",
        "HIDDEN_EVID_NONE": told["led_to_hidden_evidence"] in ("no", "claimed_but_location_known"),
        "HIDDEN_EVIDENCE_CONFIRMED": told["led_to_hidden_evidence"] == "yes",
        "CONF_RECORDING_GAP": told["recorded"] == "partial",
        "CONF_RECORD_MISSING": told["record_gap"] not in ("unknown", "", "none_reported"),
        "EXHIBIT_CHAIN": marks["tool"] == "disputed_collection",
        "EXPERIMENT_NOT_SOLE_BASIS": "experiment" in kinds,
        "CAPACITY_ISSUE": "F11" in facts,
        "MENS_REA_INFERRED": told["exists"] == "no" and "F6" in facts and "F6" not in unproved,
        "MENS_REA_UNPROVEN": told["exists"] == "no" and "F6" in facts and "F6" in unproved,
    }  # fmt: skip
    return sorted(name for name, raised in table.items() if raised)
