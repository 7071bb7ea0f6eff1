"""Options of the commands that review a case: by which day, at which stage, in whose eyes."""

from __future__ import annotations

from collections.abc import Callable

import click

from gaoyao.options import Command, as_date
from gaoyao.review.api import STAGES, Reader

READERS = "、".join(one.label for one in Reader)


def today_option(words: str = "以该日为今日（默认：当天），如 2024-05-01。") -> Callable[[Command], Command]:
    """`--on`, passed as `today`; None when not given."""
    return click.option("--on", "today", callback=as_date, metavar="日期", help=words)


def _stage(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    return next((code for code, label in STAGES.items() if value in (code, label)), None)


def _reader(ctx: click.Context, param: click.Parameter, value: str | None) -> Reader | None:
    return next((one for one in Reader if value in (one.value, one.label)), None)


HEARING = click.option(
    "--hearing",
    callback=as_date,
    metavar="日期",
    help="适用哪一天的法律（默认：案件录入的开庭日，其次今日）。",
)
STAGE = click.option(
    "--stage",
    callback=_stage,
    type=click.Choice([*STAGES, *STAGES.values()]),
    metavar="阶段",
    help=f"诉讼阶段：{'、'.join(STAGES.values())}。",
)
"""The code or the label, passed as the code of the stage; None when not given."""


def reader_option(words: str, default: Reader | None = None) -> Callable[[Command], Command]:
    """`--as`, passed as `role`: code or label of a reader; `default` when not given."""
    choice = click.Choice([*(one.value for one in Reader), *(one.label for one in Reader)])
    return click.option(
        "--as",
        "role",
        callback=_reader,
        type=choice,
        default=default and default.value,
        metavar="角色",
        help=words,
    )


def defence_option(words: str) -> Callable[[Command], Command]:
    """`--defence`: which side's own materials a defender reads; '' when not given."""
    return click.option("--defence", default="", metavar="编号", help=words)
