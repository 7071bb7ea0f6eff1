"""What a person calls a subject: 证据 E3《讯问笔录（第二次）》, 李某, 证据 E3《…》的讯问."""

from __future__ import annotations

from gaoyao.dossier.texts import shortened
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import KINDS, Accused, Case, Count, Doubt, Item, Person


def name_of(view: View, subject: str) -> str:
    """The name of a subject of the dossier; its id where it does not exist."""
    kind = view.kind(subject)
    if not kind:
        return subject
    own = KINDS[kind]
    if own.parent:
        parent = view.parent(subject)
        name = f"{name_of(view, parent)}的{plain_label(own.label)}"
        siblings = view.children(kind, parent)
        return name if len(siblings) < 2 else f"{name}（第{siblings.index(subject) + 1}项）"
    match kind:
        case Item.kind:
            return f"证据 {subject}{_title(view, kind, subject)}"
        case Accused.kind:
            return _word(view, kind, "name", subject) or f"被告人 {subject}"
        case Person.kind:
            return _person(view, subject)
        case Count.kind:
            return _count(view, subject)
        case Case.kind:
            return _word(view, kind, "title", subject) or "本案"
    number = _word(view, kind, "number", subject) if kind == Doubt.kind else ""
    return f"{plain_label(own.label)} {number or subject}{_title(view, kind, subject) or _content(view, kind, subject)}"


def plain_label(label: str) -> str:
    """A kind's label without what stands in brackets: 犯罪事实（起） → 犯罪事实."""
    return label.split("（", 1)[0]


def _word(view: View, kind: str, field: str, subject: str) -> str:
    declared = KINDS[kind].fields.get(field)
    value = None if declared is None else view.live(declared, subject).value
    return value if isinstance(value, str) else ""


def _title(view: View, kind: str, subject: str) -> str:
    title = _word(view, kind, "title", subject) or _word(view, kind, "name", subject)
    return f"《{shortened(title)}》" if title else ""


def _content(view: View, kind: str, subject: str) -> str:
    words = (_word(view, kind, field, subject) for field in ("text", "about", "story", "content", "court"))
    found = next((word for word in words if word), "")
    return f"“{shortened(found)}”" if found else ""


def _person(view: View, subject: str) -> str:
    name, role = _word(view, Person.kind, "name", subject), _word(view, Person.kind, "role", subject)
    label = dict(Person.role.options).get(role, "") if role != "other" else ""
    return f"{label}{name}" if name else f"{label or Person.label} {subject}"


def _count(view: View, subject: str) -> str:
    accused, charge = _word(view, Count.kind, "accused", subject), _word(view, Count.kind, "charge", subject)
    parts = [part for part in (name_of(view, accused) if accused else "", charge) if part]
    return f"指控 {subject}" + (f"（{'，'.join(parts)}）" if parts else "")
