"""`gaoyao audit verify`: check an export of the workbench without the workbench."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from gaoyao.audit.verifier import HEX, UnreadableError, report, verify


@click.group()
def audit() -> None:
    """核对工作台的可核验导出。"""


@audit.command(name="verify")
@click.argument("export", type=click.Path(path_type=Path), metavar="导出文件")
@click.option("--head", default="", metavar="校验头", help="以前抄录另存的校验头（64 位十六进制）。")
@click.option("--case", default="", metavar="代号", help="应当是哪一件案件（工作台地址里的代号）。")
def verify_command(export: Path, head: str, case: str) -> None:
    """重算导出的校验链，核对它在每日校验头里的证明；不符的写明在哪里。

    \b
    例：
      gaoyao audit verify 案件.zip --head 3f9a…
      python verifier.py 案件.zip --head 3f9a…     导出里附的核对程序，不需要皋陶

    退出码：0 相符；1 不符；2 读不出来；3 有没有核对到的（例如没有给出另存的校验头）。
    """
    wanted = re.sub(r"[\s-]", "", head).lower()
    if wanted and not HEX.fullmatch(wanted):
        raise click.UsageError("校验头应当是 64 位十六进制数字，请核对抄录。")
    try:
        lines, code = report(verify(export, wanted, case))
    except UnreadableError as error:
        raise click.UsageError(f"{export}：{error}") from None
    click.echo("\n".join(lines))
    sys.exit(code)
