"""Values that several options share."""

from __future__ import annotations

from datetime import date

import click


def as_date(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """A date option; raises click.BadParameter that teaches the form."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"“{value}”不是日期，应写作 2024-05-01") from None
