"""Which flaws can be planted in which charge, and which do not go together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from random import Random

from benchmarks.planted_files.contract import FLAWS
from benchmarks.planted_files.family_bing.stories_force import INJURY, ROBBERY
from benchmarks.planted_files.family_bing.stories_theft import CONCEALMENT, THEFT
from benchmarks.planted_files.family_bing.stories_traffic import TRAFFIC
from benchmarks.planted_files.family_bing.story import Story

STORIES: tuple[Story, ...] = (INJURY, THEFT, TRAFFIC, ROBBERY, CONCEALMENT)
NOT_IN: dict[str, set[str]] = {
    "故意伤害": set(),
    "盗窃": {"no_recording"},
    "交通肇事": {
        *("no_recording", "confession_only", "confession_after_finding", "alibi_unchecked", "minor_alone"),
        *("no_interpreter", "search_no_witness"),
    },
    "抢劫": {"no_interpreter"},
    "掩饰、隐瞒犯罪所得": {
        "no_recording",
        "confession_only",
        "alibi_unchecked",
        "minor_alone",
        "no_interpreter",
    },
}
LOOKING = ("identification_few", "identification_shown", "identification_together")
THINGS = (
    "confession_after_finding",
    "search_no_witness",
    "seizure_no_list",
    "sample_disagrees",
    "unmatched_trace",
)
APART = {
    *(frozenset(("confession_only", code)) for code in (*LOOKING, *THINGS, "alibi_unchecked")),
    *(frozenset(("seizure_no_list", code)) for code in ("confession_after_finding", "sample_disagrees")),
    *(
        frozenset(("night_without_rest", code))
        for code in ("summons_overlong", "custody_late", "officer_in_two_places")
    ),
    frozenset(("minor_alone", "no_interpreter")),
    frozenset(("custody_before_filing", "dates_inside")),
}


def fits(charge: str, codes: Iterable[str]) -> bool:
    """Whether the flaws can all be planted in one case of this charge."""
    chosen = set(codes)
    pairs = (frozenset(pair) for pair in combinations(sorted(chosen), 2))
    return not chosen & NOT_IN[charge] and not any(pair in APART for pair in pairs)


def choose_story(rng: Random, codes: Iterable[str]) -> Story:
    """A charge in which the flaws fit; ValueError when there is none."""
    chosen = set(codes)
    if unknown := chosen - set(FLAWS):
        raise ValueError(f"unknown flaws {sorted(unknown)}: take some of {', '.join(FLAWS)}")
    stories = [story for story in STORIES if fits(story.charge, chosen)]
    if not stories:
        raise ValueError(f"no charge takes {sorted(chosen)} together; see NOT_IN and APART")
    return rng.choice(stories)


def draw(rng: Random, seed: int, charge: str) -> frozenset[str]:
    """One to four flaws that fit the charge; none for one seed in ten."""
    if seed % 10 == 7:
        return frozenset()
    wanted, chosen = rng.randint(1, 4), set[str]()
    while len(chosen) < wanted:
        code = rng.choice([code for code in FLAWS if code not in chosen])
        if fits(charge, chosen | {code}):
            chosen.add(code)
    return frozenset(chosen)
