"""已知案件的映射：不读结局。删掉、改动、打乱禁止读取的字段，结果不变。案例虚构，格式同公布的案件表。"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.known_cases import load, main, reviewed, rows_of
from benchmarks.known_flags import flags_of

ROOT = Path(__file__).resolve().parents[2]
UNKNOWN = dict.fromkeys(
    ("dna", "blood_type", "fingerprint", "footprint", "tool", "tool_provenance", "victim_identity", "time_of_death", "cause_of_death",
     "scene_trace_of_accused"), "unknown",
)  # fmt: skip
CONFESSION = {
    "exists": "yes", "guilty_statements": "unknown", "denials": "unknown", "pattern": "confess->retract", "versions_conflict": "unknown",
    "conflicts": [], "conflicts_with_objective": [], "led_to_hidden_evidence": "unknown", "hidden_evidence_note": "", "recorded": "unknown",
    "place": "unknown", "interrogation_duration": "unknown", "torture_claimed": "unknown", "torture_found": "unknown", "record_gap": "unknown",
}  # fmt: skip


def item(
    ident: str, kind: str, supports: list[str], contradicts: list[str] | None = None, **more: Any
) -> dict[str, Any]:
    return {
        "id": ident, "kind": "虚构", "kind_norm": kind, "role": "evidence", "summary": "虚构的要点", "supports": supports,
        "contradicts": contradicts or [], "how_obtained": "unknown", "known_at_trial": "assumed_in_file", "outcome_leak": False, "sources": [],
        "basis": "source", **more,
    }  # fmt: skip


def case(**more: Any) -> dict[str, Any]:
    return {
        "id": "X01", "name": "虚构案", "group": "corrected", "defendants": ["甲某"], "place": "某地", "crime_date": "2001-01-01",
        "charges": ["故意杀人罪"], "facts_to_prove": [{"id": "F1", "text": "虚构"}, {"id": "F3", "text": "虚构"}],
        "evidence": [item("E1", "confession", ["F3"]), item("E2", "autopsy", ["F1"])], "identification": dict(UNKNOWN),
        "confession": dict(CONFESSION), "alibi": {"claimed": "not_reported", "content": "", "checked": "unknown", "result": ""},
        "alternative_suspects": [], "exculpatory_withheld": [], "witness_appearance": "unknown", "defence_arguments": [],
        "remands": {"count": None, "items": [], "note": "", "status": ""}, "meddling": {"present": "not_reported", "detail": "", "sources": []},
        "supplementary_investigation": "", "sentence": {"final": "死缓"}, "correction": {"basis": "insufficient"},
        "expected": {"verdict": "INSUFFICIENT"}, "unknown": [], "recalled_not_verified": [], "sources": [], "note": "", "conflicts": [],
        "detail_level": "full", "scoring": {"use_for_verdict": True}, "per_fact": {"F3": {"label": "obstacle", "basis": "court", "accused": "all"}},
        "derivable_flags": ["CONF_ONLY"], "was_final": True, **more,
    }  # fmt: skip


def states(one: dict[str, Any]) -> dict[str, str]:
    return {row["fact"]: row["state"] for row in rows_of(one, reviewed(one))}


STABLE = {**CONFESSION, "pattern": "stable"}
MATCH = {**UNKNOWN, "dna": "match_accused", "victim_identity": "confirmed"}
EXCLUDES = {**UNKNOWN, "dna": "excludes_accused"}


@pytest.mark.parametrize(
    ("one", "state"),
    [
        # 除本人供述外没有指向他的证据
        (case(), "obstacle"),
        # 现场DNA个别对应，另有供述
        (
            case(
                evidence=[item("E1", "confession", ["F3"]), item("E2", "dna", ["F3"])],
                identification=MATCH,
                confession=STABLE,
            ),
            "no_obstacle",
        ),
        # 同样的证据，供述后来翻了：先审查供述的真实性
        (
            case(
                evidence=[item("E1", "confession", ["F3"]), item("E2", "dna", ["F3"])], identification=MATCH
            ),
            "open",
        ),
        # 体内DNA排除被告人，没有解释
        (
            case(
                evidence=[item("E1", "confession", ["F3"]), item("E2", "dna", [], ["F3"])],
                identification=EXCLUDES,
            ),
            "obstacle",
        ),
        # 两名被告人只有互相印证的供述
        (case(defendants=["甲某", "乙某"]), "obstacle"),
        # 被害人指认，只有一个来源：提示，待查
        (case(evidence=[item("E1", "victim", ["F3"])], confession={**CONFESSION, "exists": "no"}), "open"),
        # 同监人转述他的话，等于他自己的供述
        (case(evidence=[item("E1", "confession", ["F3"]), item("E2", "informant", ["F3"])]), "obstacle"),
        # 不在场主张提出而没有查
        (case(alibi={"claimed": "yes", "content": "", "checked": "unknown", "result": ""}), "obstacle"),
    ],
)
def test_系其所为的状态(one: dict[str, Any], state: str) -> None:
    assert states(one)["F3"] == state


FORBIDDEN = (
    "group", "correction", "sentence", "defence_arguments", "exculpatory_withheld", "expected", "per_fact", "note", "unknown", "scoring",
    "detail_level", "recalled_not_verified", "derivable_flags", "was_final",
)  # fmt: skip


@pytest.mark.parametrize("change", ["delete", "replace"])
def test_删掉或者改动禁止读取的字段_行和标记都不变(change: str) -> None:
    one = case(
        evidence=[item("E1", "confession", ["F3"]), item("E2", "dna", [], ["F3"], summary="另有所见")], identification=EXCLUDES,
        conflicts=[{"between": ["E1", "E2"], "about": "虚构", "resolution": "dismissed_without_reason", "sources": []}],
    )  # fmt: skip
    other = copy.deepcopy(one)
    for name in FORBIDDEN:
        if change == "delete":
            del other[name]
        else:
            other[name] = {"verdict": "SUFFICIENT"} if isinstance(other[name], dict) else "别的"
    for row in other["conflicts"]:
        row["resolution"] = "answered"
    for row in other["evidence"]:
        row["summary"] = row["kind"] = row["how_obtained"] = ""
    assert rows_of(other, reviewed(other)) == rows_of(one, reviewed(one))
    assert flags_of(other, reviewed(other)) == flags_of(one, reviewed(one))


def test_映射表不到二百行() -> None:
    assert len((ROOT / "benchmarks" / "known_mapping.py").read_text(encoding="utf-8").splitlines()) < 200


def test_命令输出一个对象_行数与事实相符(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(json.dumps(case(), ensure_ascii=False) + "\n", encoding="utf-8")
    main([str(file), "--json"])
    out = json.loads(capsys.readouterr().out)
    assert set(out) == {"rows", "flags", "summary"}
    assert {(row["case"], row["fact"], row["state"]) for row in out["rows"]} == {
        ("X01", "F1", "no_obstacle"),
        ("X01", "F3", "obstacle"),
    }
    assert "CONF_ONLY" in out["flags"][0]["flags"]


def test_坏行指明行号(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text('{"id": 1}\n{坏', encoding="utf-8")
    with pytest.raises(SystemExit, match=":2:"):
        load(file)
