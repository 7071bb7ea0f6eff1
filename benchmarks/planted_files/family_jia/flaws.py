"""Which flaws this family plants, in which charges, and which cannot stand together."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

CHARGES = ("盗窃", "故意伤害", "贩卖毒品", "抢劫")
ALL = frozenset(CHARGES)
GRAVE = ALL - {"盗窃"}
HURT = ALL - {"贩卖毒品"}

PLANTABLE: dict[str, frozenset[str]] = {
    "single_interrogator": ALL,
    "outside_detention": ALL,
    "summons_overlong": ALL,
    "rights_not_told": ALL,
    "record_unsigned": ALL,
    "no_recording": GRAVE,
    "log_disagrees": ALL,
    "injury_at_entry": ALL,
    "night_without_rest": ALL,
    "same_words": ALL,
    "officer_in_two_places": ALL,
    "minor_alone": HURT,
    "no_interpreter": ALL,
    "identification_few": ALL,
    "identification_shown": ALL,
    "identification_together": ALL,
    "search_no_witness": ALL,
    "seizure_no_list": ALL,
    "sample_disagrees": ALL,
    "appraiser_unqualified": ALL,
    "appraisal_unsigned": ALL,
    "appraisal_not_told": ALL,
    "custody_late": ALL,
    "custody_before_filing": ALL,
    "arrest_overdue": ALL,
    "witness_together": ALL,
    "witness_unsigned": ALL,
    "confession_only": HURT,
    "confession_after_finding": ALL,
    "alibi_unchecked": ALL,
    "unmatched_trace": ALL,
    "exculpatory_not_moved": ALL,
    "dates_inside": ALL,
    "page_unreadable": ALL,
}

# Of each group only one can stand in a case.
APART: tuple[frozenset[str], ...] = (
    frozenset({"night_without_rest", "summons_overlong", "custody_late"}),
    frozenset({"identification_few", "identification_shown", "identification_together", "confession_only"}),
    frozenset({"seizure_no_list", "search_no_witness", "confession_only"}),
    frozenset({"seizure_no_list", "sample_disagrees"}),
    frozenset({"seizure_no_list", "confession_after_finding", "confession_only"}),
    frozenset({"confession_only", "unmatched_trace"}),
    frozenset({"confession_only", "exculpatory_not_moved"}),
    frozenset({"log_disagrees", "outside_detention", "single_interrogator", "record_unsigned"}),
    frozenset({"minor_alone", "no_interpreter"}),
    frozenset({"witness_together", "officer_in_two_places", "witness_unsigned", "same_words"}),
    frozenset({"custody_late", "custody_before_filing"}),
    frozenset({"confession_after_finding", "custody_late"}),
)


def clash(flaws: frozenset[str]) -> str:
    """The first two flaws that cannot stand together, as 'a and b'; empty where there are none."""
    for group in APART:
        both = sorted(group & flaws)
        if len(both) > 1:
            return f"{both[0]} and {both[1]}"
    return ""


def choose(rng: Random, flaws: Sequence[str] | None) -> tuple[str, frozenset[str]]:
    """The charge and the flaws of a case.

    Raises:
        ValueError: a flaw this family does not plant, or flaws that cannot stand in one case.
    """
    if flaws is not None:
        wanted = frozenset(flaws)
        for code in sorted(wanted):
            if code not in PLANTABLE:
                raise ValueError(f"family_jia cannot plant {code!r}: take one of {', '.join(PLANTABLE)}")
        if clash(wanted):
            raise ValueError(f"{clash(wanted)} cannot stand in one case: plant them in two")
        fitting = [charge for charge in CHARGES if all(charge in PLANTABLE[code] for code in wanted)]
        return rng.choice(fitting), wanted
    charge = rng.choice(CHARGES)
    return charge, frozenset()


def draw(rng: Random, charge: str) -> frozenset[str]:
    """One to four flaws that can stand together in a case of this charge."""
    codes = [code for code, charges in PLANTABLE.items() if charge in charges]
    rng.shuffle(codes)
    count, chosen = rng.choice((1, 1, 2, 2, 3, 4)), frozenset[str]()
    for code in codes:
        if len(chosen) < count and not clash(chosen | {code}):
            chosen |= {code}
    return chosen
