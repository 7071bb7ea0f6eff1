"""Making the lines of the list of cases away from the people who wait for a page.

One process of an installation prepares at a time: the worker, or `prepare_lists` at night.  It takes first what
somebody looks at, then whatever is not of today, of the log as it stands and of this program.  Where no worker runs,
the page that waits for its lines has one of them made each time it asks (`here`).
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Event

from django.db import Error, connection
from django.db.models import QuerySet
from django.utils import timezone

from gaoyao.web.cases import reading
from gaoyao.web.cases.listing import line_of
from gaoyao.web.cases.models import Assignment, Listed
from gaoyao.web.cases.prepared import Line, Place, keep, places, rows_of
from gaoyao.web.cases.reading import Read
from gaoyao.web.jobs.queue import held
from gaoyao.web.ledger.storage import BrokenLogError

LOG = logging.getLogger("gaoyao.lists")
LOCK = "lists"
LOOK, SWEEP, CHUNK, SHARE = 0.5, 60.0, 200, 20
"""Seconds between two looks for what is asked; at least so many between two sweeps, and `SHARE` times what one took
when it found nothing to do; cases looked at together."""


def made(place: Place, read: Callable[[Place], Read]) -> Line:
    """The line of a case as it stands, kept.  A log that does not verify, or a review that fails, has a line that says so.

    Raises django.db.Error where the database does not answer.
    """
    try:
        line = line_of(place.key, read(place))
    except BrokenLogError:
        line = Line(place.key, "日志校验不符", problem="不显示内容，请管理员核查")
    except Error:
        raise
    except Exception as error:  # noqa: BLE001 - one case must not keep the others from their lines; its content stays out of the log
        LOG.error("line of %s: %s", place.key, type(error).__name__)
        line = Line(place.key, "没有做成", problem="程序出错，这一行没有数字；请打开案件查看，并告诉管理员")
    keep(place, line)
    return line


def _read(place: Place) -> Read:
    return reading.fresh(place.case, place.parts, place.reader)


def running() -> QuerySet[Assignment]:
    """The assignments that open a case now, of those who read cases."""
    now = timezone.now()
    roles = [role.value for role in reading.READERS]
    return Assignment.objects.filter(since__lte=now, role__in=roles).exclude(ends__lte=now)


def due(cases: Sequence[int]) -> list[Place]:
    """What is not prepared of these cases, one place for each scope.  Three queries."""
    found = list(running().filter(case__in=cases).select_related("case"))
    every = {(one.case, one.scope): one for one in places(found).values()}
    rows = rows_of(every.values())
    return [
        place
        for key, place in every.items()
        if (row := rows.get(key)) is None or row.state != place.state or row.broken or row.asked
    ]


def asked() -> list[int]:
    """The cases somebody waits for, the latest first: he still looks."""
    rows = Listed.objects.filter(asked__isnull=False).order_by("-asked").values_list("case_id", flat=True)
    return list(dict.fromkeys(rows[:CHUNK]))


def sweep() -> Iterator[list[Place]]:
    """Everything that is not prepared, some cases at a time, the newest first."""
    cases = list(running().order_by("-case_id").values_list("case_id", flat=True).distinct())
    for start in range(0, len(cases), CHUNK):
        yield due(cases[start : start + CHUNK])


def everything() -> int:
    """Prepare every line that is not; how many were made."""
    return sum(len([made(place, _read) for place in found]) for found in sweep())


def here(waiting: Sequence[Place], *, anyway: bool = False) -> None:
    """Make one of the lines a page waits for, where no process prepares; it is on the shelf when the case is opened.

    `anyway`: also where one does, because it should long have been made (a worker that hangs, or of another version).
    """
    with held(LOCK) as free:
        if waiting and (free or anyway):
            made(waiting[0], lambda place: reading.read(place.case, place.parts, place.reader))


@dataclass
class Preparer:
    """What the worker runs beside its jobs, until `stop` is set: the lowest priority, and in a sweep half of the time."""

    stop: Event
    _next: float = field(default=0.0)

    def run(self) -> None:
        """Prepare while this process is the one that does; look now and then whether it may."""
        os.nice(19)  # on Linux: of this thread only
        while not self.stop.wait(LOOK):
            with held(LOCK) as mine:
                while mine and not self.stop.is_set():
                    self._once()
                    self.stop.wait(LOOK)
            self.stop.wait(SWEEP / 6)

    def _once(self) -> None:
        try:
            self._wanted()
            if time.monotonic() >= self._next:
                began = time.monotonic()
                busy = sum(self._calmly(found) for found in sweep())
                took = 0.0 if busy else time.monotonic() - began
                self._next = time.monotonic() + max(SWEEP, SHARE * took)
        except Error as error:
            LOG.warning("lists: %s", type(error).__name__)
            connection.close()
            self.stop.wait(SWEEP / 6)

    def _wanted(self) -> int:
        """What somebody looks at, without a pause."""
        count = 0
        while not self.stop.is_set() and (cases := asked()):
            found = due(cases[:10])
            for place in found:
                if self.stop.is_set():
                    break
                made(place, _read)
                count += 1
            _withdraw(cases[:10])
        return count

    def _calmly(self, found: list[Place]) -> int:
        """What nobody waits for, with a rest after each; what somebody asks for meanwhile comes first."""
        for place in found:
            if self.stop.is_set():
                break
            began = time.monotonic()
            made(place, _read)
            if not self._wanted():
                self.stop.wait(min(1.0, time.monotonic() - began))
        return len(found)


def _withdraw(cases: list[int]) -> None:
    """Nobody waits any more for what was seen to: lines of assignments that ended meanwhile, or that do not keep."""
    Listed.objects.filter(case__in=cases, asked__isnull=False).update(asked=None)
