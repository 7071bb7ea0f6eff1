"""How a question is answered: on sheets of papers that belong together, one sheet in one act.

A sheet is what one person looks through at one time, with every part of the question: the papers of one evidence
group, or else of one kind of paper, at most ROWS of them; kinds of which there are few share a sheet of at most FEW
papers.  The same answer may be given for a whole sheet; what is different is taken out and answered by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from gaoyao.dossier.model import Basis
from gaoyao.dossier.schema import KINDS
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Group, Item
from gaoyao.logic.tree import Field
from gaoyao.logic.truth import Why
from gaoyao.review.model import QuestionLine

ROWS, FEW = 40, 12
"""Papers answered for in one act at most: of one group or kind; of several kinds."""
UNNAMED = "种类没有录入的证据"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Subjects that are answered for together: the names of the group or the kinds, and their ids."""

    title: str
    subjects: tuple[str, ...]


def fields_of(line: QuestionLine) -> tuple[Field, ...]:
    """The fields that a person enters to answer; empty where another form answers (counter-checks, contradictions)."""
    kinds = (path.partition(".") for path in line.fields)
    return tuple(
        KINDS[kind].fields[name] for kind, _, name in kinds
        if kind in KINDS and not KINDS[kind].derived and name in KINDS[kind].fields
    )  # fmt: skip


def subjects_of(view: View, line: QuestionLine) -> tuple[str, ...]:
    """Ids of the subjects of the question in the dossier, without those that are not entered there."""
    return tuple(found for one in line.subjects if (found := _id(view, one.kind, one.number)))


def open_cells(view: View, line: QuestionLine, subjects: tuple[str, ...]) -> tuple[tuple[Field, str], ...]:
    """The cells a person has not answered yet: nothing entered, or only a machine's reading, or sources differ."""
    return tuple(
        (field, subject)
        for subject in subjects for field in fields_of(line)
        if view.kind(subject) == field.kind and not _answered(view, field, subject)
    )  # fmt: skip


def sheets(view: View, line: QuestionLine) -> tuple[Sheet, ...]:
    """The sheets of a question that still have an open cell: evidence groups, then kinds, in the order of the file."""
    groups: dict[tuple[bool, str], list[str]] = {}
    for subject in subjects_of(view, line):
        if open_cells(view, line, (subject,)):
            groups.setdefault(_heading(view, subject), []).append(subject)
    made: list[Sheet] = []
    few: list[tuple[str, list[str]]] = []
    for (entered, title), rows in groups.items():
        if not entered and len(rows) <= FEW // 2:
            few.append((title, rows))
        else:
            made += [Sheet(title, tuple(rows[at : at + ROWS])) for at in range(0, len(rows), ROWS)]
    return (*made, *_shared(few))


def _shared(few: list[tuple[str, list[str]]]) -> list[Sheet]:
    """Kinds of few papers, as many on a sheet as find room; none is parted."""
    made: list[Sheet] = []
    for title, rows in few:
        if made and len(made[-1].subjects) + len(rows) <= FEW:
            made[-1] = Sheet(f"{made[-1].title}、{title}", (*made[-1].subjects, *rows))
        else:
            made.append(Sheet(title, tuple(rows)))
    return made


def _id(view: View, kind: str, number: int) -> str:
    ids = view.subjects(kind)
    return ids[number] if 0 <= number < len(ids) else ""


def _answered(view: View, field: Field, subject: str) -> bool:
    live = view.live(field, subject)
    return live.basis is not None and live.basis > Basis.READ and live.why is not Why.CONFLICTING


def _heading(view: View, subject: str) -> tuple[bool, str]:
    """Was a group entered, and its name; or the kind of the paper a subject stands in, else of the subject itself."""
    item = subject
    while item and view.kind(item) != Item.kind:
        item = view.parent(item)
    if not item:
        return False, KINDS[view.kind(subject)].label
    group = view.live(Item.group, item).value
    if isinstance(group, str) and view.exists(group):
        title = view.live(Group.title, group).value
        return True, title if isinstance(title, str) else group
    code = view.live(Item.type, item).value
    return False, dict(Item.type.options).get(code if isinstance(code, str) else "", UNNAMED)
