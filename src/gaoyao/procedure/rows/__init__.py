"""The deadline rows: 120 of the catalogue, and a few periods outside it, by identifier."""

from __future__ import annotations

from difflib import get_close_matches

from gaoyao.procedure.model import DeadlineRule
from gaoyao.procedure.rows import appeal, coercive, custody, extra, review, rights, trial

CATALOGUE: dict[str, DeadlineRule] = {
    rule.id: rule for module in (coercive, custody, review, trial, appeal, rights) for rule in module.ROWS
}
SUPPLEMENTARY: dict[str, DeadlineRule] = {rule.id: rule for rule in extra.ROWS}
RULES: dict[str, DeadlineRule] = CATALOGUE | SUPPLEMENTARY


class UnknownDeadlineError(LookupError):
    """No deadline row has that identifier."""


def rule(ident: str) -> DeadlineRule:
    """Return the row `ident`; raise `UnknownDeadlineError` naming the nearest identifiers."""
    try:
        return RULES[ident]
    except KeyError:
        near = get_close_matches(ident, RULES, n=3)
        hint = f"；相近的有：{'、'.join(near)}" if near else ""
        raise UnknownDeadlineError(f"没有编号为“{ident}”的期限规则{hint}") from None
