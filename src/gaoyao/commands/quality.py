"""`gaoyao quality`: the code book of causes; a lesson's scenario, run and counted over invented cases."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from gaoyao.commands.options import today_option
from gaoyao.quality import lessons
from gaoyao.quality.codebook import codebook


@click.group()
def quality() -> None:
    """剖析用的编码表和情景：原因连着法条，教训可以运行。"""


@quality.command()
def codes() -> None:
    """列出编码表：编码、原因、含义、条文、通常可以看到的关口。"""
    group = ""
    for one in codebook():
        if one.group != group:
            group = one.group
            click.echo(group)
        click.echo(f"  {one.code} {one.label}：{one.definition}")
        click.echo(f"     依据 {one.basis}；关口 {'、'.join(gate.label for gate in one.gates)}")


@quality.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--over", "folder", type=click.Path(path_type=Path), help="另在这个文件夹的全部虚构案件上运行那条规则。"
)
@today_option("以该日为今日（默认：当天）。")
def run(file: Path, folder: Path | None, today: date | None) -> None:
    """运行一个情景文件：读得进、回答与预期相符，才算通过。

    \b
    例：
      gaoyao quality run 教训.yaml
      gaoyao quality run 教训.yaml --over demo/

    退出码：0 通过；2 没有通过，原因写在标准错误。
    """
    try:
        checked = lessons.check(file.read_text(encoding="utf-8"))
        shown = lessons.over(checked.rule, folder, today or date.today()) if folder else ()
    except (OSError, UnicodeDecodeError) as error:
        click.echo(
            f"{file.name}：读不出来：{getattr(error, 'strerror', None) or '不是 UTF-8 文字'}", err=True
        )
        sys.exit(2)
    except lessons.LessonError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        sys.exit(2)
    click.echo(f"通过：{checked.title}（{checked.rule}），{len(checked.scenarios)} 个情景的回答与预期相符。")
    for one in shown:
        click.echo(f"  {one.file}　{one.title}：{one.found} 处")
    if shown:
        click.echo(f"{len(shown)} 件虚构案件里，{sum(one.found > 0 for one in shown)} 件有这一发现。")
