"""Options that commands of several layers share: dates, the form of the output, what `-h` does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
"""Settings of a command's context."""


def as_date(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """A date option (ISO form); raises click.BadParameter that teaches the form."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"“{value}”不是日期，应写作 2024-05-01") from None


def form_option(words: str = "terminal（默认）或 json。") -> Callable[[Command], Command]:
    """`--format`, passed as `format_`: for people on the terminal (the default) or for programs."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(["terminal", "json"]),
        default="terminal",
        metavar="格式",
        help=words,
    )
