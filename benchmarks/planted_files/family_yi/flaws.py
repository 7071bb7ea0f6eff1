"""Which flaws family 乙 can plant in which charge, and which cannot stand together."""

from __future__ import annotations

import random
from collections.abc import Sequence

CHARGES = ("盗窃", "诈骗", "故意杀人", "强奸", "贩卖毒品")

EVERYWHERE = (
    "single_interrogator",
    "outside_detention",
    "rights_not_told",
    "record_unsigned",
    "log_disagrees",
    "injury_at_entry",
    "night_without_rest",
    "same_words",
    "officer_in_two_places",
    "identification_few",
    "identification_shown",
    "identification_together",
    "search_no_witness",
    "seizure_no_list",
    "sample_disagrees",
    "appraiser_unqualified",
    "appraisal_unsigned",
    "appraisal_not_told",
    "custody_late",
    "custody_before_filing",
    "arrest_overdue",
    "witness_together",
    "witness_unsigned",
    "exculpatory_not_moved",
    "dates_inside",
    "page_unreadable",
)
ONLY = {
    "alibi_unchecked": ("盗窃", "故意杀人", "贩卖毒品"),
    "no_recording": ("故意杀人", "贩卖毒品"),
    "summons_overlong": ("盗窃", "诈骗", "故意杀人", "强奸"),
    "minor_alone": ("盗窃",),
    "no_interpreter": ("盗窃", "故意杀人"),
    "confession_only": ("盗窃",),
    "confession_after_finding": ("盗窃", "故意杀人", "贩卖毒品"),
    "unmatched_trace": ("盗窃", "故意杀人", "强奸"),
}

# At most one of each group in one case: they would meet in one paper or in one stretch of time.
APART = (
    {"minor_alone", "no_interpreter"},
    {"identification_few", "identification_shown", "identification_together"},
    {"seizure_no_list", "sample_disagrees", "search_no_witness"},
    {"summons_overlong", "night_without_rest", "custody_late", "custody_before_filing"},
    {"custody_late", "log_disagrees"},
    {"single_interrogator", "officer_in_two_places"},
    {"witness_together", "officer_in_two_places"},
    {"witness_together", "witness_unsigned"},
    {"same_words", "witness_together"},
    {"same_words", "alibi_unchecked"},
    {"single_interrogator", "log_disagrees"},
    {"outside_detention", "record_unsigned"},
    {"custody_late", "officer_in_two_places"},
    {"night_without_rest", "rights_not_told"},
    {"exculpatory_not_moved", "unmatched_trace"},
    {"alibi_unchecked", "confession_only"},
    {"minor_alone", "outside_detention"},
    {"no_interpreter", "outside_detention"},
    {"appraisal_unsigned", "appraiser_unqualified"},
)
NO_LINK = {
    "identification_few",
    "identification_shown",
    "identification_together",
    "seizure_no_list",
    "sample_disagrees",
    "confession_after_finding",
    "search_no_witness",
    "unmatched_trace",
    "appraiser_unqualified",
    "appraisal_unsigned",
    "appraisal_not_told",
    "exculpatory_not_moved",
    "dates_inside",
    "same_words",
}


def plantable(charge: str) -> tuple[str, ...]:
    """The codes that can be planted in a case of this charge."""
    return EVERYWHERE + tuple(code for code, charges in ONLY.items() if charge in charges)


def together(codes: set[str]) -> bool:
    """Whether these flaws can stand in one case."""
    if "confession_only" in codes and codes & NO_LINK:
        return False
    return all(len(codes & group) < 2 for group in APART)


def choose(seed: int, flaws: Sequence[str] | None) -> tuple[str, set[str]]:
    """The charge and the flaws of a case; raise ValueError where those asked for cannot stand together."""
    rng = random.Random(f"yi flaws {seed}")
    charge = CHARGES[seed % len(CHARGES)]
    if flaws is None:
        if seed % 10 == 7:
            return charge, set()
        chosen: set[str] = set()
        wanted = rng.choice((1, 2, 2, 3, 3, 4))
        order = rng.sample(plantable(charge), k=len(plantable(charge)))
        rare = [code for code in order if len(ONLY.get(code, CHARGES)) <= 3]
        if rng.random() < 0.4:  # what few charges can carry comes first now and then
            order = rare[:1] + order
        for code in order:
            if len(chosen) < wanted and together(chosen | {code}):
                chosen.add(code)
        return charge, chosen
    asked = set(flaws)
    if not together(asked):
        raise ValueError(f"these flaws cannot stand in one case of family yi: {', '.join(sorted(asked))}")
    for turn in range(len(CHARGES)):
        charge = CHARGES[(seed + turn) % len(CHARGES)]
        if asked <= set(plantable(charge)):
            return charge, asked
    raise ValueError(f"no charge of family yi can carry all of: {', '.join(sorted(asked))}")
