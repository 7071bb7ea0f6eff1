"""click's own words in Chinese: headings, usage, help and version options, and what it says of wrong options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import IO, Any

import click

_WORDS = {
    "Options": "选项", "Commands": "命令", "Show this message and exit.": "显示说明并退出。", "Show the version and exit.": "显示版本并退出。",
}  # fmt: skip


class ChineseFormatter(click.HelpFormatter):
    """The formatter of every help page."""

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A heading, translated."""
        with super().section(_WORDS.get(name, name)):
            yield

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """用法 in front."""
        super().write_usage(
            prog,
            args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 …"),
            prefix or "用法：",
        )

    def write_dl(self, rows: Any, *spacing: Any, **options: Any) -> None:
        """Definition lists, translated."""
        super().write_dl([(term, _WORDS.get(text, text)) for term, text in rows], *spacing, **options)


def told(error: click.UsageError) -> str:
    """What is wrong with the options given, in Chinese, with what can be written instead."""
    if isinstance(error, click.MissingParameter):
        return f"缺少{_name(error.param)}"
    if isinstance(error, click.BadParameter):
        return f"{_name(error.param)}：{_value(error)}"
    if isinstance(error, click.NoSuchOption):
        return f"没有选项“{error.option_name}”。{_near(error.possibilities) or '可用的选项见 --help'}"
    for pattern, words in _SENTENCES:
        found = re.match(pattern, error.message)
        if found:
            return words.format(*found.groups()) + (
                _near(_commands(error, found[1])) if words.startswith("没有命令") else ""
            )
    return error.message


_SENTENCES = (
    (r"No such command ['\"](.*?)['\"]", "没有命令“{0}”。"),
    (r"Missing command", "还要写一个命令，见 --help"),
    (r"Got unexpected extra arguments? \((.*)\)", "多写了“{0}”"),
    (r"Option ['\"](.*?)['\"] requires (?:an|\d+) arguments?", "选项“{0}”后面要写一个值"),
    (r"Option ['\"](.*?)['\"] does not take a value", "选项“{0}”后面不写值"),
)


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return f"“{max(param.opts, key=len)}”"
    return f"“{param.metavar or (param.name or '').upper()}”" if param else "输入"


def _value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    wrong = re.match(r"['\"](.*)['\"] is not one of ", error.message)
    if not isinstance(kind, click.Choice) or not wrong:
        return error.message
    known = [str(one) for one in kind.choices]
    shown = [one for one in known if not one.isascii()] or known
    return (
        f"没有“{wrong[1]}”；可写：{'、'.join(shown)}。{_near(get_close_matches(wrong[1], known, 1))}".rstrip(
            "。"
        )
        + "。"
    )


def _commands(error: click.UsageError, word: str) -> list[str]:
    group = error.ctx.command if error.ctx else None
    return (
        get_close_matches(word, group.list_commands(error.ctx), 3)
        if isinstance(group, click.Group) and error.ctx
        else []
    )


def _near(names: list[str] | None) -> str:
    return f"您是不是要写{'或者'.join(f'“{one}”' for one in names)}？" if names else ""


def _show(error: click.UsageError, file: IO[Any] | None = None) -> None:
    if error.ctx is not None:
        click.echo(error.ctx.get_usage(), file=file, err=True)
        click.echo(f"说明见 {error.ctx.command_path} --help\n", file=file, err=True)
    click.echo(f"错误：{told(error)}", file=file, err=True)


def install() -> None:
    """Use the Chinese formatter for every command of this process, and Chinese words for wrong options."""
    click.Context.formatter_class = ChineseFormatter
    click.UsageError.show = _show  # type: ignore[method-assign, assignment]  # click has no setting for it
