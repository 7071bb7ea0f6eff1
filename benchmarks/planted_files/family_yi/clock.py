"""The hours of one case, lawful unless a flaw moves them."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from benchmarks.planted_files.family_yi.plot import Plot

HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)
Span = tuple[datetime, datetime]


class Hours:
    """Every hour the papers of one case need; `sittings` are the five interrogations in order."""

    def __init__(self, rng: random.Random, plot: Plot, flaws: set[str]) -> None:
        self.rng, self.flaws = rng, flaws
        start = date(2022, 3, 1) + rng.randint(0, 1000) * DAY
        low, high = plot.hours
        self.crime = datetime.combine(start, time(rng.randint(low, high - 1), rng.randrange(0, 60, 5)))
        self.report = {
            "盗窃": datetime.combine(start, time(7, 40)),
            "诈骗": datetime.combine(start + 6 * DAY, time(9, 20)),
            "故意杀人": datetime.combine(start + DAY, time(8, 30)),
            "强奸": datetime.combine(start + DAY, time(1, 15)),
            "贩卖毒品": datetime.combine(start + DAY, time(14, 10)),
        }[plot.charge] + self._some(35)
        self.accept = self.report + self._some(20, 10)
        self.filing = self.report + 5 * HOUR
        self.capture = self.report.date() + rng.randint(4, 9) * DAY
        self.scene: Span = (self.report + 55 * MINUTE, self.report + 3 * HOUR)
        self._custody()
        self._later()

    def _some(self, most: int, least: int = 0) -> timedelta:
        return self.rng.randint(least, most) * MINUTE

    def _at(self, day: date, hour: int, minute: int = 0, wobble: int = 25) -> datetime:
        return datetime.combine(day, time(hour, minute)) + self._some(wobble)

    def _custody(self) -> None:
        """The day of capture: by day, by evening, or as a flaw has it."""
        d, nxt = self.capture, self.capture + DAY
        evening = self.rng.random() < 0.4 and not self.flaws & {"summons_overlong", "custody_late"}
        night = "night_without_rest" in self.flaws
        if evening or night:
            self.summoned = self._at(d, 19, 30)
            first = self.summoned + self._some(45, 30)
            self.sittings: list[Span] = [
                (first, self._at(nxt, 6, 10, 20) if night else first + self._some(175, 130))
            ]
            self.detained = (self.sittings[0][1] + 25 * MINUTE) if night else self._at(nxt, 0, 10)
            self.search = self._around(self._at(nxt, 9), 60)
            self.reveal = self._around(self._at(nxt, 11), 40)
            self.entry = self._at(nxt, 14, 30)
            second = self._at(nxt, 19, 20)
        else:
            self.summoned = self._at(d, 8, 30)
            first = self.summoned + self._some(50, 35)
            self.sittings = [(first, first + self._some(160, 110))]
            self.reveal = self._around(self._at(d, 13, 40), 45)
            self.search = self._around(self._at(d, 15, 20), 60)
            self.detained = self._at(d, 19)
            self.entry = self._at(d, 21, 10)
            second = self._at(nxt, 9, 30)
            if "summons_overlong" in self.flaws:
                self.detained = self._at(nxt, 12, 50)
                self.entry, second = self.detained + 3 * HOUR, self._at(nxt, 19, 20)
            if "custody_late" in self.flaws:
                self.entry = self.detained + self._some(420, 200) + DAY
        self.left = self.detained
        self.sittings.append((second, second + self._some(120, 80)))
        if "confession_after_finding" in self.flaws:  # found the day before he was caught and spoke
            self.reveal = self._around(self._at(d - DAY, 15), 40)
        if "custody_before_filing" in self.flaws:
            self.filing = self.entry + 20 * HOUR

    def _around(self, start: datetime, minutes: int) -> Span:
        return (start, start + minutes * MINUTE + self._some(15))

    def _later(self) -> None:
        base = self.detained.date()
        third = self._at(base + 4 * DAY, 14, 20)
        self.sittings.append((third, third + self._some(110, 70)))
        self.extended = self._at(base + 2 * DAY, 16)
        self.request = self._at(base + (12 if "arrest_overdue" in self.flaws else 6) * DAY, 10)
        self.approved = self._at(self.request.date() + 5 * DAY, 15)
        self.arrested = self._at(self.approved.date() + DAY, 9, 30)
        fourth = self.arrested + 55 * MINUTE
        self.sittings.append((fourth, fourth + self._some(80, 50)))
        self.sent = self.capture + 2 * DAY
        self.concluded = self.arrested.date() + self.rng.randint(36, 50) * DAY
        self.moved = self.concluded + DAY
        fifth = self._at(self.moved + 11 * DAY, 9, 40)
        self.sittings.append((fifth, fifth + self._some(75, 45)))
        self.plea = self._at(self.moved + 15 * DAY, 10)
        self.indicted = self.moved + 23 * DAY
