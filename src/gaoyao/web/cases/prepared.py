"""The lines of the list of cases as they are kept: sealed, each for one kind of reader and one state of the case.

A line is derived and disposable.  One that was made for another state of the case, another day or another program
is never shown as what stands now; it is made again (`cases.preparing`), and until then the list says so.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.utils import timezone

import gaoyao
from gaoyao.dossier.chain import PartKey
from gaoyao.dossier.view import Role, readable
from gaoyao.dossier.wire import canonical
from gaoyao.review.api import Reader
from gaoyao.web.cases.models import Assignment, Listed
from gaoyao.web.cases.reading import READERS
from gaoyao.web.ledger import storage
from gaoyao.web.sealing.envelope import SealError
from gaoyao.web.sealing.keys import Seal, of_installation
from gaoyao.web.sealing.ring import BadRingError, MissingKeyError

_USE, _SOURCES = "lists", (".py", ".yaml", ".json")
_UNREADABLE = (SealError, MissingKeyError, BadRingError)


@dataclass(frozen=True, slots=True)
class Line:
    """One case in the list.  `preparing`: its figures are still being made; the name is the one last seen."""

    key: str
    title: str
    role: str = ""
    number: str = ""
    charges: str = ""
    accused: str = ""
    stage: str = ""
    mandatory: int = 0
    explain: int = 0
    obstacles: int = 0
    open: int = 0
    unanswered: int = 0
    late: int = 0
    next_due: str = ""
    unread: int = 0
    invented: bool = False
    problem: str = ""
    preparing: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line is kept: for whom (`scope`: the parts and the kind of reader) and of what (`state`)."""

    case: int
    key: str
    parts: frozenset[PartKey]
    reader: Reader
    scope: str
    state: str


@cache
def program() -> str:
    """SHA-256 over the program as it is installed, rules and law included: another program makes other lines."""
    folder, digest = Path(gaoyao.__file__).parent, hashlib.sha256(gaoyao.__version__.encode())
    for path in sorted(one for one in folder.rglob("*") if one.suffix in _SOURCES):
        digest.update(f"\0{path.relative_to(folder)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def scope_of(parts: Iterable[PartKey], reader: Reader) -> str:
    """Whose line: 64 hex digits of the parts and the kind of reader."""
    names = sorted([part.value, owner] for part, owner in parts)
    return hashlib.sha256(canonical([names, reader.value]).encode()).hexdigest()


def state_of(heads: storage.Heads, day: date) -> str:
    """What a line depends on: the log of these parts, the day, the program."""
    told = [[list(one) for one in heads], day.isoformat(), program()]
    return hashlib.sha256(canonical(told).encode()).hexdigest()


def places(assignments: Sequence[Assignment]) -> dict[int, Place]:
    """Of each assignment (by its primary key) the place of its line.  One query."""
    parts = {one.pk: readable(one.role, one.owner) for one in assignments}
    wanted: dict[int, frozenset[PartKey]] = {}
    for one in assignments:
        wanted[one.case_id] = wanted.get(one.case_id, frozenset()) | parts[one.pk]
    heads, day = storage.heads_of_many(wanted), timezone.localdate()
    out = {}
    for one in assignments:
        names, reader = {(part.value, owner) for part, owner in parts[one.pk]}, READERS[Role(one.role)]
        own = tuple(head for head in heads[one.case_id] if head[:2] in names)
        scope = scope_of(parts[one.pk], reader)
        out[one.pk] = Place(one.case_id, one.case.key, parts[one.pk], reader, scope, state_of(own, day))
    return out


def rows_of(wanted: Iterable[Place]) -> dict[tuple[int, str], Listed]:
    """What is kept at these places, of whatever state, by case and scope.  One query."""
    every = list(wanted)
    rows = Listed.objects.filter(case__in={one.case for one in every}, scope__in={one.scope for one in every})
    return {(row.case_id, row.scope): row for row in rows}


def seal() -> Seal | None:
    """What seals and opens the lines; None without its key: then nothing is kept and nothing shown.  One query."""
    try:
        return of_installation(_USE)
    except _UNREADABLE:
        return None


def opened(row: Listed, key: str, with_: Seal | None) -> Line | None:
    """The line in a row, of the state the row names; None where there is none or it does not open."""
    if with_ is None or not row.state:
        return None
    try:
        return Line(**json.loads(with_.unseal(bytes(row.sealed), key, row.scope, row.state)))
    except (SealError, TypeError, ValueError):
        return None


def keep(place: Place, line: Line) -> None:
    """Keep a line for its state; without the key of the lists nothing is kept.  Two queries."""
    with_ = seal()
    if with_ is None:
        return
    box = with_.seal(json.dumps(asdict(line)).encode(), place.key, place.scope, place.state)
    row = Listed(
        case_id=place.case, scope=place.scope, state=place.state, sealed=box, broken=bool(line.problem)
    )
    _save([row], ("state", "sealed", "broken", "asked"))


def ask(missing: Iterable[Place], rows: Mapping[tuple[int, str], Listed]) -> None:
    """Note that somebody looks at a list without these lines: they are made first.  At most one query."""
    now = timezone.now()
    new = [
        Listed(case_id=one.case, scope=one.scope, state="", sealed=b"", asked=now)
        for one in missing
        if (row := rows.get((one.case, one.scope))) is None or row.asked is None
    ]
    if new:
        _save(new, ("asked",))


def _save(rows: list[Listed], columns: tuple[str, ...]) -> None:
    Listed.objects.bulk_create(
        rows, update_conflicts=True, update_fields=columns, unique_fields=["case", "scope"]
    )
