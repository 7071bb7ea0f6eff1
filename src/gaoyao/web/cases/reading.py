"""A case as one reader sees it: log, view and review of his parts only.  What is derived is kept in memory only."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import Lock

from django.db import transaction
from django.utils import timezone

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.log import Log
from gaoyao.dossier.naming import name_of
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import Role, View
from gaoyao.review.api import Reader, review
from gaoyao.review.model import Review
from gaoyao.review.render.style import style
from gaoyao.review.words import with_words
from gaoyao.web.cases.models import Assignment, Case
from gaoyao.web.cases.policy import Answer, Permission, Policy
from gaoyao.web.cases.texts import imported
from gaoyao.web.ledger import storage

KEPT = 160
"""How many read cases a process keeps: what some fifty people have open, with a state before and after a change."""

READERS = {
    Role.JUDGE: Reader.JUDGE, Role.PRESIDING_JUDGE: Reader.JUDGE, Role.CLERK: Reader.JUDGE, Role.PROSECUTOR: Reader.PROSECUTOR,
    Role.DEFENDER: Reader.DEFENDER, Role.REVIEWER: Reader.REVIEWER, Role.LAY_ASSESSOR: Reader.JUDGE, Role.COMMITTEE_MEMBER: Reader.JUDGE,
}  # fmt: skip

Key = tuple[int, frozenset[PartKey], storage.Heads, Reader, date]


class Read:
    """Log, view, frame and review of one state of a case for one kind of reader; made once, never changed.

    `heads` name the state where it is one that stands; `noted`: its line in the list of cases was seen to.
    """

    def __init__(
        self, log: Log, parts: Iterable[PartKey], reader: Reader, today: date, heads: storage.Heads = ()
    ) -> None:
        self.log, self.parts, self.reader, self.today = log, frozenset(parts), reader, today
        self.heads, self.noted = heads, False

    @cached_property
    def view(self) -> View:
        """The live values of the parts."""
        return View(self.log, self.parts)

    @cached_property
    def frame(self) -> CaseFrame:
        """The view as columns: numbers of subjects as the review uses them."""
        return CaseFrame(self.view)

    @cached_property
    def review(self) -> Review:
        """The review of today, on these parts, with the words of the law where they were imported."""
        made, library = review(self.view, self.today, role=self.reader), imported()
        return with_words(made, library) if library else made

    def name(self, subject: str) -> str:
        """What a person calls a subject."""
        return name_of(self.view, subject)

    def subject(self, kind: str, number: int) -> str:
        """The id of a subject of the dossier by the number the review gives it; '' for a derived one."""
        ids = self.view.subjects(kind)
        return ids[number] if number < len(ids) else ""


class Shelf:
    """The cases read last; safe to use from several threads."""

    def __init__(self, size: int) -> None:
        self._size, self._lock = size, Lock()
        self._kept: OrderedDict[Key, Read] = OrderedDict()

    def get(self, key: Key) -> Read | None:
        """What is kept under that state."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def last(self, case: int, parts: frozenset[PartKey]) -> tuple[storage.Heads, Log] | None:
        """The newest state of these parts of a case that was read, for whatever reader and day, and its log."""
        with self._lock:
            found = [one for key, one in self._kept.items() if key[:2] == (case, parts) and one.heads]
        newest = max(found, key=lambda one: sum(head[2] for head in one.heads), default=None)
        return None if newest is None else (newest.heads, newest.log)

    def put(self, key: Key, read: Read) -> Read:
        """Keep it; what another thread kept first stays."""
        with self._lock:
            kept = self._kept.setdefault(key, read)
            self._kept.move_to_end(key)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
            return kept


SHELF = Shelf(KEPT)


@dataclass(frozen=True)
class Desk:
    """One person at one case."""

    policy: Policy
    assignment: Assignment

    @property
    def case(self) -> Case:
        """The case."""
        return self.assignment.case

    @property
    def role(self) -> Role:
        """The role in this case."""
        return Role(self.assignment.role)

    @cached_property
    def parts(self) -> frozenset[PartKey]:
        """The parts read here."""
        return self.policy.parts(self.assignment)

    def may(self, permission: Permission) -> Answer:
        """May this be done here?"""
        return self.policy.may(permission, self.assignment)

    @cached_property
    def read(self) -> Read:
        """The case as it stands now."""
        return read(self.case.pk, self.parts, READERS[self.role])

    def before(self, part: Part, owner: str, number: int) -> Read:
        """The case as it stood before that revision of that part."""
        log = self.read.log
        numbers = {key: last for key, (last, _) in log.heads.items()} | {(part, owner): number - 1}
        heads = tuple(
            (key[0].value, key[1], last, log.chain(*key).revisions[last - 1].hash)
            for key, last in sorted(numbers.items(), key=lambda pair: (pair[0][0].value, pair[0][1])) if last
        )  # fmt: skip
        reader, today = READERS[self.role], timezone.localdate()
        key = (self.case.pk, self.parts, heads, reader, today)
        return SHELF.get(key) or SHELF.put(key, Read(log.until(numbers), self.parts, reader, today))


def log_of(case: int, parts: frozenset[PartKey], wanted: frozenset[PartKey], reader: Reader) -> Log:
    """A log of `wanted` to be appended to, as it stands now; copied where this reader's state of it is in memory.

    `parts` are those of the reader; the heads of all that is wanted are asked for, so that nothing newer is missed.
    """
    key = (case, parts, storage.heads(case, wanted), reader, timezone.localdate())
    found = SHELF.get(key)
    if found is None:
        return storage.load(case, wanted)
    return found.log.until({part: number for part, (number, _) in found.log.heads.items()})


def keep(case: int, parts: frozenset[PartKey], log: Log, reader: Reader) -> None:
    """Put a log that was just written on the shelf, once it is saved; not one that holds a part this reader may not read."""
    if log.parts <= parts:
        key = (case, parts, storage.heads(case, parts), reader, timezone.localdate())
        transaction.on_commit(lambda: SHELF.put(key, Read(log, parts, reader, key[-1], key[2])))


def warm() -> None:
    """Compile the rules before the first request, so that no reader waits for it."""
    log = Log()
    with log.begin(Part.MAIN, "启动", "启动", "启动", "1970-01-01T00:00") as change:
        change.declare("case", "C")
    _ = Read(log, {MAIN}, Reader.JUDGE, timezone.localdate()).review
    style("")
    imported()


def read(case: int, parts: frozenset[PartKey], reader: Reader) -> Read:
    """The case as it stands now: one query, and two more where its state is not in memory."""
    today = timezone.localdate()
    key = (case, parts, storage.heads(case, parts), reader, today)
    return SHELF.get(key) or SHELF.put(key, Read(_log(case, parts, key[2]), parts, reader, today, key[2]))


def fresh(case: int, parts: frozenset[PartKey], reader: Reader) -> Read:
    """The case as it stands now, read whole and not put on the shelf: for what passes many cases by."""
    heads = storage.heads(case, parts)
    return Read(storage.load(case, parts), parts, reader, timezone.localdate(), heads)


def _log(case: int, parts: frozenset[PartKey], heads: storage.Heads) -> Log:
    """The log as it stood with these heads.  To an earlier state in memory only what was written since is added."""
    numbers = {(Part(part), owner): number for part, owner, number, _ in heads}
    earlier = SHELF.last(case, parts)
    found = None if earlier is None else storage.onward(case, *earlier, heads)
    log = storage.load(case, parts) if found is None else found
    newer = any(number > numbers.get(part, 0) for part, (number, _) in log.heads.items())
    return log.until(numbers) if newer else log
