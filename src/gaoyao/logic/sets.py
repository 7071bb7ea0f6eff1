"""Sets of answers that settle a proposition, as alternatives of forbidden states in machine words.

An atom is a question; its states are: left as it is, yes, no, cannot be established.  A *term* forbids some
states of some atoms: one integer with four bits an atom.  Two conditions together are the union of what they
forbid; a term that forbids every state of an atom is impossible; a term is weaker than another when it
forbids less.  An atom must be answered when `as it is` is forbidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

AS_IT_IS, YES, NO, CANNOT = 1, 2, 4, 8
STATES = (AS_IT_IS, YES, NO, CANNOT)

Term = int
Terms = tuple[Term, ...]
"""Alternatives: one of the terms must hold.  No alternative: impossible; the empty term: no condition."""

ALWAYS: Terms = (0,)
NEVER: Terms = ()


@dataclass(slots=True)
class Space:
    """The atoms, the limits, and whether a limit was met.

    `size` is the most answers in one set, `most` the most alternatives kept at any step.  `larger` becomes
    true when an alternative was dropped for its size, `complete` false when one was dropped for their number.
    """

    size: int
    most: int
    impossible: list[int] = field(default_factory=list)
    larger: bool = False
    complete: bool = True
    _lanes: int = 0
    _base: Term = 0

    def atom(self, impossible: int = 0) -> int:
        """A new atom's number; `impossible` are states that it cannot take."""
        number = len(self.impossible)
        self.impossible.append(impossible)
        self._lanes |= 1 << 4 * number
        self._base |= impossible << 4 * number
        return number

    def only(self, atom: int, states: int) -> Terms:
        """The atom is in one of the states."""
        term = (15 & ~states) << 4 * atom
        return (term,) if self._possible(term) else NEVER

    def both(self, first: Terms, second: Terms) -> Terms:
        """Each condition holds."""
        if first == ALWAYS or second == NEVER:
            return second
        if second == ALWAYS or first == NEVER:
            return first
        return self._trim({a | b for a, b in product(first, second)})

    def either(self, *choices: Terms) -> Terms:
        """One of the conditions holds."""
        if ALWAYS in choices:
            return ALWAYS
        return self._trim({term for choice in choices for term in choice})

    def every(self, parts: Iterable[Terms]) -> Terms:
        """All conditions hold."""
        out = ALWAYS
        for part in parts:
            out = self.both(out, part)
            if out == NEVER:
                break
        return out

    def at_least(self, count: int, parts: Sequence[Terms]) -> Terms:
        """At least `count` of the conditions hold."""
        if count <= 0:
            return ALWAYS
        reached: list[Terms] = [ALWAYS] + [NEVER] * count
        for part in parts:
            if part != NEVER:
                for size in range(count, 0, -1):
                    reached[size] = self.either(reached[size], self.both(reached[size - 1], part))
        return reached[count]

    def answers(self, terms: Terms) -> list[tuple[tuple[int, int], ...]]:
        """The smallest sets of (atom, YES | NO | CANNOT) that meet one of the alternatives."""
        found: set[frozenset[tuple[int, int]]] = set()
        for term in terms:
            choices = []
            for atom, impossible in enumerate(self.impossible):
                forbidden = (term >> 4 * atom) & 15
                if forbidden & AS_IT_IS:
                    states = [state for state in STATES[1:] if not (forbidden | impossible) & state]
                    choices.append([(atom, state) for state in states])
            found |= {frozenset(choice) for choice in product(*choices)}
        smallest: list[frozenset[tuple[int, int]]] = []
        for answer in sorted(found, key=lambda each: (len(each), sorted(each))):
            if not any(other <= answer for other in smallest):
                smallest.append(answer)
        return [tuple(sorted(answer)) for answer in smallest]

    def _possible(self, term: Term) -> bool:
        full = term | self._base
        full &= full >> 1
        return not full & (full >> 2) & self._lanes

    def _required(self, term: Term) -> int:
        return (term & self._lanes).bit_count()

    def _trim(self, terms: set[Term]) -> Terms:
        """Without the impossible, the too large, and those that a weaker one makes needless."""
        possible = [term for term in terms if self._possible(term)]
        possible.sort(key=lambda term: (self._required(term), term.bit_count(), term))
        kept: list[Term] = []
        for term in possible:
            too_large = self._required(term) > self.size
            if too_large and self.larger:
                break
            if not any(weaker & term == weaker for weaker in kept):
                if too_large:
                    self.larger = True
                    break
                kept.append(term)
        if len(kept) > self.most:
            self.complete = False
            del kept[self.most :]
        return tuple(kept)
