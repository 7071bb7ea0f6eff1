"""When everything happened: lawful by default, and moved where a flaw of time is planted."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from benchmarks.planted_files.family_bing.world import World, minutes

DAY = timedelta(days=1)


@dataclass(slots=True)
class Session:
    """One questioning: who asked, who wrote, where, from when to when."""

    number: int
    start: datetime
    end: datetime
    place: str
    askers: tuple[str, ...]
    recorder: str
    stage: str = "police"  # or "prosecutor"


@dataclass(slots=True)
class LogRow:
    """One line of the register of taking out of the cell."""

    out: datetime
    back: datetime
    reason: str
    officers: str


@dataclass(slots=True)
class Plan:
    """The times of one case."""

    crime: datetime
    report: datetime
    accept: datetime
    filing: date
    scene: tuple[datetime, datetime]
    arrive: datetime
    leave: datetime
    detain: datetime
    entry: datetime
    search: tuple[datetime, datetime]
    extract: tuple[datetime, datetime]
    lineup: datetime
    sessions: list[Session]
    log: list[LogRow]
    extension: date | None
    extended_to: date | None
    request: date
    approve: date
    arrest: datetime
    labs: date
    told: date
    transfer: date
    rights: date
    returned: date | None
    again: date
    plea: datetime
    indict: date


def clock_on(day: datetime, hour: int, minute: int) -> datetime:
    """A time of day on the day of a moment."""
    return day.replace(hour=hour, minute=minute)


def summoned(rng: Random, crime: datetime, flaws: Set[str]) -> tuple[datetime, datetime, Session]:
    """Arrival, departure and the first questioning, within twelve hours."""
    day = crime + DAY * rng.randint(2, 5)
    if "night_without_rest" in flaws:
        arrive = clock_on(day, 20, rng.randint(35, 50))
        start = arrive + minutes(rng.randint(15, 25))
        end = start + minutes(rng.randint(640, 660))
        return arrive, end + minutes(14), Session(1, start, end, "", (), "")
    arrive = clock_on(day, 8, rng.randint(30, 55))
    start = arrive + minutes(rng.randint(32, 55))
    end = start + minutes(rng.randint(78, 128))
    leave = clock_on(day, rng.randint(15, 17), rng.randint(20, 58))
    if "summons_overlong" in flaws:
        leave = arrive + timedelta(hours=rng.choice((15, 25, 27)), minutes=rng.randint(3, 40))
    return arrive, leave, Session(1, start, end, "", (), "")


def entered(rng: Random, detain: datetime, late: bool) -> datetime:
    """When the detention house took him: the same evening, or the next morning; late beyond a day."""
    if late:
        return clock_on(detain + 2 * DAY, 9, rng.randint(5, 55))
    entry = detain + minutes(rng.randint(130, 215))
    if entry.hour >= 22 or entry.hour < 7:
        entry = clock_on(entry + (DAY if entry.hour >= 22 else 0 * DAY), 9, rng.randint(5, 30))
    return entry


def second(rng: Random, detain: datetime, entry: datetime, late: bool) -> datetime:
    """The questioning within twenty-four hours of detention."""
    if late:
        return clock_on(detain + DAY, 9, rng.randint(10, 50))
    start = entry + minutes(rng.randint(70, 100))
    if start.hour >= 18 or start.hour < 8:
        start = clock_on(start + (DAY if start.hour >= 18 else 0 * DAY), 9, rng.randint(10, 50))
    if not detain < start < detain + DAY:
        raise ValueError(f"second questioning {start} is not within a day of detention {detain}")
    return start


def arrest_dates(rng: Random, detain: datetime, overdue: bool) -> tuple[date | None, date | None, date, date]:
    """Extension granted, extended to, request and approval."""
    day = detain.date()
    if rng.random() < 0.5:
        wait = rng.randint(9, 12) if overdue else rng.randint(5, 6)
        request, given, till = day + DAY * wait, day + 2 * DAY, day + 7 * DAY
    else:
        wait = rng.randint(6, 9) if overdue else rng.randint(2, 3)
        request, given, till = day + DAY * wait, None, None
    return given, till, request, request + DAY * rng.randint(4, 6)


def entries(w: World, sessions: list[Session], told: date, late: bool) -> list[LogRow]:
    """The register: one line for each questioning inside, and one for notices."""
    rows = []
    for s in sessions:
        if s.stage != "police" or s.number in (1, 4) or (s.number == 2 and late):
            continue
        gap = 4 + s.number
        officers = "、".join(s.askers)
        rows.append(LogRow(s.start - minutes(gap), s.end + minutes(gap - 1), "讯问", officers))
    out = datetime(told.year, told.month, told.day, 15, 10)
    rows.append(LogRow(out, out + minutes(22), "告知鉴定意见", f"{w['o1']}、{w['o2']}"))
    return sorted(rows, key=lambda row: row.out)


def reported(rng: Random, crime: datetime, charge: str) -> datetime:
    """When the police were told: at once, or when the loss was found in the morning."""
    if charge == "盗窃":
        return clock_on(crime, 5, rng.randint(32, 50))
    if charge.startswith("掩饰"):
        return clock_on(crime + DAY, 7, rng.randint(32, 55))
    return crime + minutes(rng.randint(6, 40))


def make_plan(rng: Random, w: World, flaws: Set[str], crime: datetime, charge: str) -> Plan:
    """Draw the times of the case from the crime on."""
    traffic = charge == "交通肇事"
    report = reported(rng, crime, charge)
    accept = report + minutes(rng.randint(25, 45))
    scene = report + minutes(rng.randint(50, 75))
    arrive, leave, one = summoned(rng, crime, flaws)
    detain = leave + minutes(rng.randint(6, 18))
    late = "custody_late" in flaws
    entry = entered(rng, detain, late)
    pair = (w["o1"], w["o2"])
    one.place, one.askers, one.recorder = f"{w.office}第{rng.randint(2, 6)}讯问室", pair, w["o2"]
    start = second(rng, detain, entry, late)
    place = f"{w.office}第{rng.randint(2, 6)}讯问室" if late else f"{w.jail}第{rng.randint(3, 9)}讯问室"
    two = Session(2, start, start + minutes(rng.randint(62, 105)), place, pair, w["o2"])
    given, till, request, approve = arrest_dates(rng, detain, "arrest_overdue" in flaws)
    arrest = datetime(approve.year, approve.month, approve.day, 10, rng.randint(2, 50))
    start = clock_on(arrest, 14, rng.randint(6, 40))
    room = f"{w.jail}第{rng.randint(3, 9)}讯问室"
    three = Session(3, start, start + minutes(rng.randint(55, 95)), room, pair, w["o2"])
    dig = clock_on(two.start + DAY, 10, rng.randint(5, 40))
    if traffic:
        dig = clock_on(crime + DAY, 15, rng.randint(40, 55))
    elif "confession_after_finding" in flaws:
        dig = clock_on(crime + DAY, 18, rng.randint(2, 20))
    labs = max(dig, detain).date() + DAY
    told = labs + DAY * rng.randint(9, 12)
    told += DAY if told == approve else 0 * DAY
    transfer = approve + DAY * rng.randint(32, 52)
    back = rng.random() < 0.65 and "alibi_unchecked" not in flaws
    returned = transfer + DAY * rng.randint(24, 28) if back else None
    again = returned + DAY * rng.randint(18, 27) if returned else transfer
    indict = again + DAY * rng.randint(16, 26)
    plea_day = indict - DAY * rng.randint(3, 5)
    sessions = [one, two, three]
    if returned:
        sup = datetime(
            returned.year, returned.month, returned.day, 9, rng.randint(10, 50)
        ) + DAY * rng.randint(4, 8)
        sessions.append(Session(4, sup, sup + minutes(rng.randint(45, 80)), room, pair, w["o2"]))
    day = transfer + DAY * rng.randint(6, 12)
    ask = datetime(day.year, day.month, day.day, 9, rng.randint(20, 55))
    sessions.append(
        Session(1, ask, ask + minutes(rng.randint(50, 80)), room, (w["q1"], w["q2"]), w["q2"], "prosecutor")
    )
    look = (
        clock_on(arrive, 13, rng.randint(5, 25))
        if arrive.hour < 12
        else clock_on(detain, 16, rng.randint(5, 25))
    )
    filing = accept.date() + DAY * rng.randint(0, 1)
    if "custody_before_filing" in flaws:
        filing = detain.date() + DAY * rng.randint(1, 3)
    return Plan(
        crime, report, accept, filing, (scene, scene + minutes(rng.randint(65, 110))), arrive, leave, detain,
        entry,
        (look, look + minutes(rng.randint(45, 70))), (dig, dig + minutes(rng.randint(25, 40))),
        clock_on(detain + DAY, 16, rng.randint(2, 20)), sessions,
        entries(w, sessions, told, late), given, till,
        request, approve, arrest, labs, told, transfer, transfer + DAY * rng.randint(1, 3), returned, again,
        datetime(plea_day.year, plea_day.month, plea_day.day, 10, rng.randint(2, 40)), indict,
    )  # fmt: skip


def shift_log(plan: Plan) -> LogRow:
    """Move the register's line of the third questioning to the morning, before the questioning began."""
    row = next(r for r in plan.log if r.out.date() == plan.sessions[2].start.date() and r.reason == "讯问")
    row.out, row.back = clock_on(row.out, 8, 12), clock_on(row.out, 9, 3)
    return row
