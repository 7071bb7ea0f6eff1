"""Who is who: one subject a name.  Two names are never taken for one person because they look alike."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Accused, Person
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.drafting.proposals import Draft


class People:
    """The accused and the other persons of a draft, by name as written."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.accused: dict[str, str] = {}
        self.others: dict[str, str] = {}
        self.roles: dict[str, set[str]] = {}
        self.aliases: dict[str, str] = {}

    def known_as(self, name: str) -> str:
        """The name under which a person stands: his own, or that of whom a paper says it is another name of."""
        return self.aliases.get(name, name)

    def add_alias(self, name: str, alias: str, sheet: Sheet, start: int, end: int) -> None:
        """A paper says that an accused has another name; where two claim it, it is nobody's."""
        if alias == name or alias in self.accused or name not in self.accused:
            return
        if self.aliases.get(alias, name) != name:
            self.aliases[alias] = alias
            return
        known = [one for one, whose in self.aliases.items() if whose == name]
        self.aliases[alias] = name
        if alias not in known:
            for before in [
                one
                for one in self.draft.proposals
                if one.subject == self.accused[name] and one.field.path == Accused.aliases.path
            ]:
                self.draft.proposals.remove(before)
            self.draft.put(
                self.accused[name], Accused.aliases, (*known, alias), sheet, *_found(sheet, alias, start, end)
            )

    def add_accused(self, name: str, sheet: Sheet, start: int | None = None, end: int | None = None) -> str:
        """The id of an accused."""
        name = self.known_as(name)
        if name not in self.accused:
            self.accused[name] = self.draft.declare("accused", "A")
            self._name(self.accused[name], Accused.name, name, sheet, start, end)
        return self.accused[name]

    def add(
        self, name: str, role: str, sheet: Sheet, start: int | None = None, end: int | None = None
    ) -> str:
        """The id of a person in a role; of the accused where that is an accused's name and the role is no official's."""
        if role == "accused":
            name = self.known_as(name)
        if name in self.accused and role in ("accused", "witness", "victim", "other"):
            return self.accused[name]
        if name not in self.others:
            self.others[name] = self.draft.declare("person", "P")
            self._name(self.others[name], Person.name, name, sheet, start, end)
        if role != "accused" and role not in self.roles.setdefault(name, set()):
            self.roles[name].add(role)
            self.draft.put(self.others[name], Person.role, role, sheet, *_found(sheet, name, start, end))
        return self.others[name]

    def _name(
        self, subject: str, field: object, name: str, sheet: Sheet, start: int | None, end: int | None
    ) -> None:
        target = Accused.name if field is Accused.name else Person.name
        self.draft.put(subject, target, name, sheet, *_found(sheet, name, start, end))


def _found(sheet: Sheet, name: str, start: int | None, end: int | None) -> tuple[int | None, int | None]:
    """The place of the name inside what was read, or its first place in the paper."""
    low, high = (start, end) if start is not None and end is not None else (0, len(sheet.raw))
    at = sheet.raw.find(name, low, high)
    at = at if at >= 0 else sheet.raw.find(name)
    return (at, at + len(name)) if at >= 0 else (start, end)
