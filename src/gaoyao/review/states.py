"""The state of every point straight from the rules' outcomes, without making a single reason.

The same answer as `Assembler.points` gives in a review (tested on every scenario and on generated files); here
for thousands of supposed losses at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gaoyao.law.rule import ConsequenceBasis, Effect, Rule
from gaoyao.logic.frame import Int8
from gaoyao.review.applicable import Context
from gaoyao.review.engine import Outcome
from gaoyao.review.model import FactState

CLEAR, OPEN, OBSTACLE = range(3)
STATE = (FactState.NO_OBSTACLE, FactState.OPEN, FactState.OBSTACLE)
Bools = NDArray[np.bool_]


FOUND, PENDING = int(Outcome.FOUND), int(Outcome.PENDING)


@dataclass(slots=True)
class States:
    """Per point: 0 未见障碍, 1 待查, 2 有障碍; and what each rule about points said.

    `said` has a row per rule of `rules` and a column per point: the outcome where it is found or pending, else 0.
    """

    codes: Int8
    said: Int8
    rules: tuple[str, ...]

    def because(self, point: int) -> tuple[str, ...]:
        """The rules that stand in the way of a point: first what is found, then what is pending."""
        codes = self.said[:, point].tolist()
        found = [rule for rule, code in zip(self.rules, codes, strict=True) if code == FOUND]
        return (*found, *(rule for rule, code in zip(self.rules, codes, strict=True) if code == PENDING))


def about_points(chosen: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules that decide the state of a point."""
    return tuple(
        rule for rule in chosen if rule.about == "point" and rule.effect in (Effect.OBSTACLE, Effect.HINT)
    )


def states(outcomes: Mapping[str, Int8], chosen: tuple[Rule, ...], context: Context, loose: Bools) -> States:
    """The states from the outcomes of the rules; `loose` are points that are 待查 in any case."""
    own = [rule for rule in about_points(chosen) if rule.id in outcomes]
    said = np.zeros((len(own), len(loose)), np.int8)
    legal, doubted = np.zeros(len(loose), np.bool_), loose.copy()
    for place, rule in enumerate(own):
        codes = outcomes[rule.id]
        said[place] = np.where(codes >= PENDING, codes, np.int8(0))
        found = codes == FOUND
        if compels(rule, context):
            legal |= found
        else:
            doubted |= found
        doubted |= codes == PENDING
    states = np.where(legal, np.int8(OBSTACLE), np.where(doubted, np.int8(OPEN), np.int8(CLEAR)))
    return States(states, said, tuple(rule.id for rule in own))


def compels(rule: Rule, context: Context) -> bool:
    """Does a finding of this rule make an obstacle of the law (see `law.rule.weight_of`)?

    The consequence must be the law's and one source in force must have been read against its text.
    """
    statutory = rule.basis in (ConsequenceBasis.STATUTE, ConsequenceBasis.CROSS_REFERENCE)
    verified = any(one.verified for one in rule.cited_on(context.hearing))
    return rule.effect is Effect.OBSTACLE and statutory and verified
