"""click's own words in Chinese: headings, usage, help and version options."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

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
        super().write_usage(prog, args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 …"), prefix or "用法：")

    def write_dl(self, rows: Any, *spacing: Any, **options: Any) -> None:
        """Definition lists, translated."""
        super().write_dl([(term, _WORDS.get(text, text)) for term, text in rows], *spacing, **options)


def install() -> None:
    """Use the Chinese formatter for every command of this process."""
    click.Context.formatter_class = ChineseFormatter
