"""What papers are made of: a review and the file it was made from, as its reader may read it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.schema import KINDS
from gaoyao.dossier.texts import value_text
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Accused, Case, Count
from gaoyao.logic.frame import Source
from gaoyao.logic.tree import Field
from gaoyao.papers.sheet import plain
from gaoyao.review.model import Finding, ItemLine, PointLine, Review, Subject, SupportLine
from gaoyao.review.render.wording import content, places, quotes

NO_PAGE = "未记页码"
NOT_ENTERED = "未录入"


@dataclass(frozen=True)
class Material:
    """A review with the view it was run on; `file` is the name of the case file that line numbers refer to."""

    review: Review
    view: View
    file: str

    @cached_property
    def frame(self) -> CaseFrame:
        """The view as columns; for names and pages."""
        return CaseFrame(self.view)

    # ------------------------------------------------------------ single values

    def words(self, field: Field, subject: str) -> str:
        """The value in words; '' where none is known."""
        value = self.view.live(field, subject).value
        return "" if value is None else plain(value_text(field, value))

    def told(self, field: Field, subject: str) -> str:
        """The value in words, or why there is none: 未录入, 卷内无记载, 说法冲突, 查而不明, 不适用."""
        return self.words(field, subject) or self.view.live(field, subject).why.label

    def code(self, field: Field, subject: str) -> str | bool | None:
        """The code of a choice or the truth of a flag; None where none is known."""
        value = self.view.live(field, subject).value
        return value if isinstance(value, str | bool) else None

    def refs(self, field: Field, subject: str) -> tuple[str, ...]:
        """The ids a field refers to."""
        value = self.view.live(field, subject).value
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            return tuple(str(one) for one in value)
        return (value,) if isinstance(value, str) and value else ()

    def subjects(self, kind: str) -> list[str]:
        """Ids of the subjects of a kind, in the order of the file."""
        return self.view.subjects(kind)

    def name(self, subject: str) -> str:
        """What a person calls a subject, without the word 证据 before an item's id."""
        kind = self.view.kind(subject)
        return plain(self.frame.name(kind, self.frame.number(kind, subject))) if kind else plain(subject)

    # ------------------------------------------------------------ where it stands

    def line(self, subject: str) -> int:
        """The first line of the case file that tells of a subject; 0 where it did not come from lines."""
        kind = self.view.kind(subject)
        lines = []
        for field in KINDS[kind].fields.values() if kind else ():
            first = self.view.live(field, subject).first
            if first is not None and first.address.line:
                lines.append(first.address.line)
        return min(lines, default=0)

    def place(self, subject: str, page: str = "") -> str:
        """卷二第15页（44行）; 未记页码（44行） where a page could be entered; else the line alone."""
        line = self.line(subject)
        page = plain(page) or (plain(self.frame.page(subject)) if self.view.exists(subject) else "")
        if not page and line and not self._has_page(subject):
            return f"案件文件{line}行"
        return (page or NO_PAGE) + (f"（{line}行）" if line else "")

    def _has_page(self, subject: str) -> bool:
        while subject:
            if "page" in KINDS[self.view.kind(subject)].fields:
                return True
            subject = self.view.parent(subject)
        return False

    def sources(self, sources: tuple[Source, ...]) -> str:
        """Where the values of a finding stand, with quotes; the file is named only where it is another one."""
        found = [plain(one).removesuffix(f"｜{plain(self.file)}") for one in places(sources)]
        found += [f"原文“{plain(one)}”" for one in quotes(sources)]
        return "；".join(found)

    def subject_place(self, one: Subject) -> str:
        """Where a subject of the review stands: its own place, or that of the fact for a point."""
        if one.kind in KINDS and not KINDS[one.kind].derived:
            subject = self.frame.identifier(one.kind, one.number)
            return self.place(subject)
        point = self._points.get(one.number) if one.kind == "point" else None
        return self.place(point.fact.id) if point else ""

    @cached_property
    def _points(self) -> dict[int, PointLine]:
        return {one.subject.number: one for one in self.review.points}

    def finding_place(self, one: Finding) -> str:
        """Where a finding rests; a finding about what is not there gives the place of its subject."""
        return self.sources(one.sources) or self.subject_place(one.subject)

    # ------------------------------------------------------------ the review by item

    @cached_property
    def item_findings(self) -> dict[str, list[Finding]]:
        """Item id → its findings, heaviest first."""
        made: dict[str, list[Finding]] = defaultdict(list)
        for one in self.review.findings:
            if one.subject.kind == "item":
                made[one.subject.id].append(one)
        return made

    @cached_property
    def item_lines(self) -> dict[str, ItemLine]:
        """Item id → its line."""
        return {one.subject.id: one for one in self.review.items}

    @cached_property
    def item_facts(self) -> dict[str, list[tuple[Subject, SupportLine]]]:
        """Item id → the facts it supports or contradicts, each once for each direction."""
        made: dict[str, dict[tuple[str, bool], tuple[Subject, SupportLine]]] = defaultdict(dict)
        for point in self.review.points:
            for row in point.supports:
                made[row.item.id].setdefault((point.fact.id, row.supports), (point.fact, row))
        return {item: list(rows.values()) for item, rows in made.items()}

    def carries(self, item: str) -> str:
        """支持 F1（情状）、F2（言词）；反对 F3, or that nothing is linked."""
        rows = self.item_facts.get(item, [])
        parts = []
        for word, wanted in (("支持", True), ("反对", False)):
            named = [
                fact.id + (f"（{row.tie}）" if row.tie else "")
                for fact, row in rows
                if row.supports is wanted
            ]
            if named:
                parts.append(f"{word}{'、'.join(named)}")
        return "；".join(parts) or "未录入证明联系"

    def title(self, item: str) -> str:
        """The title of an item, or its id where none is entered."""
        return plain(content(self.item_lines[item].subject)) if item in self.item_lines else plain(item)

    # ------------------------------------------------------------ the case

    @property
    def case(self) -> str:
        """The id of the case; '' where none is entered."""
        return self.review.case_id

    @cached_property
    def accused(self) -> str:
        """The names of the accused."""
        return (
            "、".join(self.words(Accused.name, one) or one for one in self.subjects("accused")) or NOT_ENTERED
        )

    @cached_property
    def charges(self) -> str:
        """The charges, each once."""
        told = dict.fromkeys(self.words(Count.charge, one) for one in self.subjects("count"))
        return "、".join(one for one in told if one) or NOT_ENTERED

    def of_case(self, field: Field) -> str:
        """A field of the case in words, or why there is none."""
        return self.told(field, self.case) if self.case else NOT_ENTERED

    @property
    def number(self) -> str:
        """案号."""
        return self.of_case(Case.number)
