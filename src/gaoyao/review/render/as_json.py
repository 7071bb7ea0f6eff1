"""A review as JSON with a published schema: the same bytes for the same review."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from gaoyao.law.citation import Citation
from gaoyao.logic.frame import Source
from gaoyao.logic.reasons import Reason
from gaoyao.review.deadlines import DeadlineLine
from gaoyao.review.model import (
    FORMAT,
    Finding,
    ItemLine,
    PointLine,
    QuestionLine,
    Review,
    SchoolLine,
    Subject,
)
from gaoyao.review.provenance import Provenance, provenance
from gaoyao.review.render.drawings_json import drawings, drawings_schema
from gaoyao.review.render.registers_json import (
    mismatches_schema,
    plain,
    registers,
    registers_schema,
    statements,
    statements_schema,
)
from gaoyao.review.render.robustness_json import robustness, robustness_schema
from gaoyao.review.standing import Rung

Json = dict[str, Any]


def dumps(review: Review, robust: bool = False) -> str:
    """Canonical JSON text: keys in the schema's order, two-space indent, a final newline."""
    return json.dumps(as_dict(review, robust), ensure_ascii=False, indent=2) + "\n"


def as_dict(review: Review, robust: bool = False) -> Json:
    """The review as plain data, see `schema`; `robust` adds what breaks if evidence is lost (it takes longer)."""
    return {
        "format": FORMAT,
        "case": {
            "id": review.case_id, "title": review.title, "invented": review.invented, "stage": review.stage,
            "stage_label": review.stage_label, "role": review.role, "today": review.today.isoformat(),
            "hearing": review.hearing.isoformat(), "hearing_entered": review.hearing_entered,
        },
        "certificate": {"granted": review.certificate.granted, "withheld_because": list(review.certificate.withheld_because)},
        "findings": [finding(one, review.words) for one in review.findings],
        "items": [_item(one) for one in review.items],
        "points": [_point(one) for one in review.points],
        "questions": [_question(one) for one in review.questions],
        "interpretations": [_school(one) for one in review.schools],
        "not_checked": [{"what": one.what, "why": one.why} for one in review.not_checked],
        "timeline": [{"when": when, "what": what, "subject": _subject(subject)} for when, what, subject in review.timeline],
        "registers": registers(review.registers), "mismatches": plain(review.mismatches), "statements": statements(review.statements),
        "drawings": drawings(review),
        "robustness": robustness(review.robustness) if robust else None,
        "deadlines": [_deadline(one) for one in review.deadlines],
        "rules_run": review.rules_run, "made_with": provenance(review.material)._asdict(),
    }  # fmt: skip


def _subject(one: Subject) -> Json:
    return {"kind": one.kind, "id": one.id, "name": one.name}


def _maybe(one: Subject | None) -> Json | None:
    return None if one is None else _subject(one)


def _source(one: Source) -> Json:
    return {"page": one.page, "file": one.file, "line": one.line, "quote": one.quote, "basis": one.basis}


def _citation(one: Citation) -> Json:
    return {"text": one.brief, "full": one.full, "verified": one.verified, "rank": one.instrument.rank.value,
            "citable": one.instrument.citable.value}  # fmt: skip


def _reason(one: Reason) -> Json:
    return {
        "truth": one.truth.name.lower(), "sentence": one.sentence, "subject": {"kind": one.kind, "name": one.name}, "field": one.field,
        "why": one.why.name.lower(), "sources": [_source(source) for source in one.sources],
        "parts": [_reason(part) for part in one.parts if part.decisive],
    }  # fmt: skip


def finding(one: Finding, words: Mapping[str, str] = MappingProxyType({})) -> Json:
    """One finding; `words` holds the imported words of the law."""
    rule = one.rule
    return {
        "id": one.id, "rule": rule.id, "title": rule.title, "weight": one.weight.value, "weight_label": one.weight.label,
        "effect": rule.effect.value, "concept": rule.concept, "subject": _subject(one.subject), "sentence": one.sentence,
        "consequence": rule.consequence, "consequence_basis": rule.basis.value, "cure": rule.cure, "statement": rule.statement,
        "citations": [_citation(cited) | {"words": words.get(cited.full, "")} for cited in one.citations], "sources": [_source(source) for source in one.sources],
        "interpretation": one.school or None, "aside": one.aside, "catalogue_rows": list(rule.rows), "reason": _reason(one.reason),
    }  # fmt: skip


def _item(one: ItemLine) -> Json:
    return {
        "item": _subject(one.subject), "type": one.type, "page": one.page, "standing": one.rung.value, "standing_label": one.rung.label,
        "rules": list(one.rules), "findings": list(one.findings),
    }  # fmt: skip


def _point(one: PointLine) -> Json:
    return {
        "id": one.subject.id, "accused": _maybe(one.accused), "incident": _maybe(one.incident), "charge": one.charge,
        "count": _subject(one.count), "fact": _subject(one.fact), "role": one.role, "state": one.state.value,
        "state_label": one.state.label, "legal_obstacles": list(one.legal), "hints": list(one.hints), "pending": list(one.pending), "route": one.route,
        "support": [
            {"item": _subject(row.item), "direction": "supports" if row.supports else "contradicts", "tie": row.tie,
             "standing": row.rung.value, "own_confession": row.own_confession, "page": row.page}
            for row in one.supports
        ],
    }  # fmt: skip


def _question(one: QuestionLine) -> Json:
    return {
        "text": one.text, "answers": one.answers, "field": one.field, "subjects": [subject.name for subject in one.subjects],
        "because": list(one.because), "citations": list(one.citations), "legal_duty": one.legal_duty, "holds": one.holds,
        "also": list(one.also), "waits": one.waits, "opens": one.opens,
    }  # fmt: skip


def _school(one: SchoolLine) -> Json:
    return {
        "id": one.interpretation, "question": one.question, "school": one.school, "label": one.label, "holders": one.holders,
        "reading": one.reading, "by_default": one.by_default, "why_default": one.why_default,
        "others": [{"label": label, "reading": reading} for label, reading in one.others],
    }  # fmt: skip


def _deadline(one: DeadlineLine) -> Json:
    return {
        "rule": one.rule, "title": one.title, "accused": one.accused, "started": one.started, "due": one.due, "status": one.status,
        "status_label": one.status_label, "overdue": one.overdue, "steps": list(one.steps), "findings": list(one.findings),
        "missing": list(one.missing), "citations": list(one.citations), "page": one.page,
    }  # fmt: skip


_TEXT: Json = {"type": "string"}
_FLAG: Json = {"type": "boolean"}
_TEXTS: Json = {"type": "array", "items": _TEXT}


def _object(**properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _enum(*values: str) -> Json:
    return {"enum": list(values)}


def schema() -> Json:
    """JSON Schema (draft 2020-12) of the review."""
    subject = _object(kind=_TEXT, id=_TEXT, name=_TEXT)
    maybe: Json = {"anyOf": [subject, {"type": "null"}]}
    source = _object(page=_TEXT, file=_TEXT, line={"type": "integer"}, quote=_TEXT, basis=_TEXT)
    citation = _object(text=_TEXT, full=_TEXT, verified=_FLAG, rank=_TEXT, citable=_TEXT, words=_TEXT)
    reason = _object(
        truth=_enum("yes", "no", "unknown"), sentence=_TEXT, subject=_object(kind=_TEXT, name=_TEXT), field={"type": ["string", "null"]},
        why=_TEXT, sources=_list(source), parts=_list({"$ref": "#/$defs/reason"}),
    )  # fmt: skip
    found = _object(
        id=_TEXT, rule=_TEXT, title=_TEXT, weight=_enum("mandatory", "explain", "risk", "clue"), weight_label=_TEXT, effect=_TEXT,
        concept=_TEXT, subject=subject, sentence=_TEXT, consequence=_TEXT, consequence_basis=_TEXT, cure=_TEXT, statement=_TEXT,
        citations=_list(citation), sources=_list(source), interpretation={"type": ["string", "null"]}, aside=_FLAG, catalogue_rows=_TEXTS,
        reason={"$ref": "#/$defs/reason"},
    )  # fmt: skip
    standing = _enum(*(rung.value for rung in Rung))
    item = _object(
        item=subject,
        type=_TEXT,
        page=_TEXT,
        standing=standing,
        standing_label=_TEXT,
        rules=_TEXTS,
        findings=_TEXTS,
    )
    support = _object(
        item=subject,
        direction=_enum("supports", "contradicts"),
        tie=_TEXT,
        standing=standing,
        own_confession=_FLAG,
        page=_TEXT,
    )
    point = _object(
        id=_TEXT, accused=maybe, incident=maybe, charge=_TEXT, count=subject, fact=subject, role=_TEXT,
        state=_enum("no_obstacle", "open", "obstacle"), state_label=_TEXT, legal_obstacles=_TEXTS, hints=_TEXTS, pending=_TEXTS, route=_TEXT,
        support=_list(support),
    )  # fmt: skip
    question = _object(
        text=_TEXT,
        answers=_TEXT,
        field=_TEXT,
        subjects=_TEXTS,
        because=_TEXTS,
        citations=_TEXTS,
        legal_duty=_FLAG,
        holds=_FLAG,
        also=_TEXTS,
        waits={"type": "integer"},
        opens=_FLAG,
    )
    school = _object(
        id=_TEXT, question=_TEXT, school=_TEXT, label=_TEXT, holders=_TEXT, reading=_TEXT, by_default=_FLAG, why_default=_TEXT,
        others=_list(_object(label=_TEXT, reading=_TEXT)),
    )  # fmt: skip
    case = _object(
        id=_TEXT,
        title=_TEXT,
        invented=_FLAG,
        stage=_TEXT,
        stage_label=_TEXT,
        role=_TEXT,
        today=_TEXT,
        hearing=_TEXT,
        hearing_entered=_FLAG,
    )
    whole = _object(
        format={"const": FORMAT}, case=case, certificate=_object(granted=_FLAG, withheld_because=_TEXTS), findings=_list(found),
        items=_list(item), points=_list(point), questions=_list(question), interpretations=_list(school),
        not_checked=_list(_object(what=_TEXT, why=_TEXT)), timeline=_list(_object(when=_TEXT, what=_TEXT, subject=subject)),
        deadlines=_list(_object(
            rule=_TEXT, title=_TEXT, accused=_TEXT, started=_TEXT, due=_TEXT, status=_TEXT, status_label=_TEXT, overdue=_FLAG, steps=_TEXTS,
            findings=_TEXTS, missing=_TEXTS, citations=_TEXTS, page=_TEXT,
        )),
        registers=registers_schema(), mismatches=mismatches_schema(), statements=statements_schema(),
        drawings=drawings_schema(),
        robustness={"anyOf": [robustness_schema(), {"type": "null"}]}, rules_run={"type": "integer"},
        made_with=_object(**dict.fromkeys(Provenance._fields, _TEXT)),
    )  # fmt: skip
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:gaoyao:review:1", "title": "皋陶审查结果",
            "$defs": {"reason": reason}, **whole}  # fmt: skip
