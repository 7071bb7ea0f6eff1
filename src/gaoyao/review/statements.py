"""Building the page of statements from one run; made when a renderer asks."""

from __future__ import annotations

from collections.abc import Iterable

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Item
from gaoyao.proof.claims import SLOTS, Key, Said, read
from gaoyao.proof.passages import shared
from gaoyao.proof.sessions import CODES, signs
from gaoyao.proof.statements import Drift, Move, drift, versions
from gaoyao.review.model import Subject
from gaoyao.review.pages import (
    CellLine,
    MoveLine,
    SharedLine,
    SignLine,
    SlotLine,
    StatementsPage,
    VersionLine,
)


class Pages:
    """Puts names to numbers."""

    def __init__(self, frame: CaseFrame) -> None:
        self.frame = frame

    def item(self, number: int) -> Subject:
        """An item of evidence."""
        return Subject("item", self.frame.identifier("item", number), self.frame.name("item", number), number)

    def who(self, identifier: str) -> str:
        """A person's name, by id; the id itself where nobody is declared."""
        for kind in ("accused", "person"):
            number = self.frame.view.index(kind).get(identifier)
            if number is not None:
                return self.frame.name(kind, number)
        return identifier

    def about(self, key: Key) -> str:
        """Whom, which incident and which matter a claim is about; '' where nothing is said."""
        accused, incident, _, matter = key
        number = self.frame.view.index("incident").get(incident)
        several = self.frame.size("incident") > 1
        named = self.frame.name("incident", number) if number is not None and several else ""
        return "，".join(
            part for part in (f"关于{self.who(accused)}" if accused else "", named, matter) if part
        )

    def moves(self, moves: Iterable[Move], sentence: str) -> tuple[MoveLine, ...]:
        """The lines of one list."""
        return tuple(
            MoveLine(
                self.who(one.person), SLOTS[one.key[2]], self.about(one.key), one.before.words if one.before else "",
                self.item(one.before.item) if one.before else None, one.claim.words, self.item(one.claim.item), self.frame.page(one.claim.id),
                sentence.format(known=_text(one.claim.known), public=_text(one.claim.public)),
            )
            for one in moves
        )  # fmt: skip


def _text(span: object) -> str:
    return str(getattr(span, "text", "")) or "没有录入"


def page(frame: CaseFrame) -> StatementsPage:
    """The page.  Deterministic; persons by id, slots by key, statements in time."""
    pages = Pages(frame)
    found = drift(versions(frame), read(frame))
    told = {one.item: one for own in found.versions.values() for one in own}
    return StatementsPage(
        tuple(
            VersionLine(pages.who(person), one.place, pages.item(one.item), one.when.text if one.when else "")
            for person, own in found.versions.items() for one in own
        ),
        _slots(pages, found),
        pages.moves(found.changed, "前后说法不一致"),
        pages.moves(found.drifted, "改口到侦查机关此前（{known}）已经掌握的说法"),
        pages.moves(found.novel, "先于侦查机关掌握（{known}）说出，后经查证属实，此前没有公开"),
        pages.moves(found.public, "说出以前已经公开（{public}）"),
        pages.moves(found.known, "说出以前侦查机关已经掌握（{known}）"),
        pages.moves(found.unsure, "经查证属实，但掌握时间（{known}）、公开时间（{public}）不足以判断先后"),
        tuple(_first(pages, key, claim, version.person) for key, claim, version in found.first),
        _shared(pages), _signs(pages) if told or frame.size("interrogation") else (),
    )  # fmt: skip


def _slots(pages: Pages, found: Drift) -> tuple[SlotLine, ...]:
    return tuple(
        SlotLine(
            pages.who(person), SLOTS[key[2]], pages.about(key),
            tuple(CellLine(version.place, pages.item(claim.item), claim.words, pages.frame.page(claim.id)) for version, claim in row),
        )
        for (person, key), row in found.claims.items()
    )  # fmt: skip


def _first(pages: Pages, key: Key, claim: Said, person: str) -> MoveLine:
    return MoveLine(
        pages.who(person),
        SLOTS[key[2]],
        pages.about(key),
        "",
        None,
        claim.words,
        pages.item(claim.item),
        pages.frame.page(claim.id),
        "最先说出，其他人在后",
    )


def _shared(pages: Pages) -> tuple[SharedLine, ...]:
    numbers = pages.frame.view.index(Item.kind)
    cells = pages.frame.view.cells.get(Item.transcript.path, {})
    texts = {numbers[ident]: live.value for ident, live in cells.items() if isinstance(live.value, str)}
    return tuple(
        SharedLine(pages.item(one.one), pages.item(one.other), one.lines, one.length, one.longest) for one in shared(texts)
    )  # fmt: skip


def _signs(pages: Pages) -> tuple[SignLine, ...]:
    return tuple(
        SignLine(
            one.code,
            CODES[one.code],
            pages.item(one.item),
            None if one.other is None else pages.item(one.other),
            one.sentence,
        )
        for one in signs(pages.frame, pages.who)
    )
