"""The command line: `gaoyao review | whatif | new | explain | law | schema` — thin; everything is done elsewhere.

Exit codes: 0 reviewed, 2 bad input (nothing written), 3 with --strict when a finding compels.
"""

from __future__ import annotations

import gc
import json
import sys
from datetime import date
from pathlib import Path

import click

from gaoyao import __version__
from gaoyao.commands.chinese import install
from gaoyao.commands.law import law
from gaoyao.commands.lazy import LazyGroup
from gaoyao.commands.options import HEARING, READERS, STAGE, defence_option, reader_option, today_option
from gaoyao.commands.outputs import OutputError, write
from gaoyao.commands.reviewing import FORMATS, Job, Settings, imported_texts, review_files
from gaoyao.dossier.model import DossierError
from gaoyao.law.interpretations import UnknownInterpretationError
from gaoyao.options import HELP
from gaoyao.review.api import Reader, ReviewError

COLLECT = (100_000, 20, 50)
"""Thresholds of the garbage collector: a case is many small values without cycles, and the defaults walk all of
them again and again (5,000 items: the view takes half as long)."""

install()


@click.group(
    cls=LazyGroup,
    context_settings=HELP,
    lazy={
        "audit": "gaoyao.commands.audit:audit",
        "cite": "gaoyao.citing.command:cite",
        "paper": "gaoyao.commands.papers:paper_command",
        "quality": "gaoyao.commands.quality:quality",
        "read": "gaoyao.commands.reading:read",
        "whatif": "gaoyao.commands.whatif:whatif",
    },
)
@click.version_option(__version__, prog_name="gaoyao", message="皋陶 %(version)s")
def main() -> None:
    """皋陶：指出法律上哪里不允许定罪——哪一条、哪一页、怎样补救。

    只作刹车：输出“有障碍”“待查”“未见障碍”，不判断有罪，不打分，不预测刑期。

    \b
    例：
      gaoyao review demo/                      审查一个文件夹里的全部案件文件
      gaoyao review 案卷.yaml --on 2024-05-01   以指定日期为今日
      gaoyao new --charge 故意杀人 > 案卷.yaml  生成带说明的空白案件文件
      gaoyao explain confession.minor_alone    说明一条规则
    """
    gc.set_threshold(*COLLECT)


@main.command(context_settings=HELP)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@today_option()
@HEARING
@STAGE
@reader_option(f"审查者：{READERS}；只读取其有权阅看的分卷。", default=Reader.JUDGE)
@defence_option("辩护人审查时，读取哪一方的辩护材料（文件里有几方时须写明）。")
@click.option(
    "--interpretation",
    "switches",
    multiple=True,
    metavar="名称=学派",
    help="切换解释口径，可重复，如 recording=wording_2013。",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default=None,
    metavar="格式",
    help="terminal、html 或 json；写到文件时默认按扩展名。",
)
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="路径", help="写到文件；多个案件时写到文件夹。"
)
@click.option(
    "--robustness", is_flag=True, help="另算：去掉哪些证据会使待证事实出现障碍，以及四项压力测试（较慢）。"
)
@click.option("--strict", is_flag=True, help="有“法律强制”的发现时退出码为 3。")
def review(
    paths: tuple[Path, ...], today: date | None, hearing: date | None, stage: str | None, role: Reader, defence: str, switches: tuple[str, ...],
    format_: str | None, output: Path | None, robustness: bool, strict: bool,
) -> None:  # fmt: skip
    """审查一个或多个案件文件（YAML 或 JSON），或文件夹里的全部案件文件。

    \b
    例：
      gaoyao review demo/
      gaoyao review 案卷.yaml --format html --output 审查.html
      gaoyao review 案卷.yaml --stage 二审 --as 辩护人 --interpretation co_accused=other

    几个案件里有一个有误的，其余照常审查，有误的不写，退出码仍为 2。

    退出码：0 已审查；2 输入有误（原因写在标准错误）；--strict 时 3 表示有法律强制的发现。
    """
    if defence and role is not Reader.DEFENDER:
        raise click.UsageError("--defence 只在以辩护人身份审查时用；请加上 --as 辩护人")
    settings = Settings(
        today or date.today(), hearing, stage, role, _switches(switches), format_, output, defence, imported_texts(), robustness,
    )  # fmt: skip
    try:
        job: Job = review_files(paths, settings)
    except OutputError as error:
        raise click.UsageError(str(error)) from None
    if job.failed or not job.written:
        sys.exit(2)
    if strict and job.compelling:
        sys.exit(3)


def _switches(pairs: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        name, mark, school = pair.partition("=")
        if not mark:
            raise click.UsageError(
                f"“{pair}”不是“名称=学派”的写法，例：recording=wording_2013。全部口径见 gaoyao law interpretations"
            )
        found[name] = school
    return found


@main.command(context_settings=HELP)
@click.option("--charge", metavar="罪名", help="按罪名列出常见的待证事实。")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="写到文件（已存在则拒绝）；默认写到标准输出。",
)
def new(charge: str | None, output: Path | None) -> None:
    """生成一份带说明的空白案件文件。

    \b
    例：
      gaoyao new --output 案卷.yaml
      gaoyao new --charge 故意杀人 > 案卷.yaml
    """
    from gaoyao.commands.charges import outline
    from gaoyao.dossier.exchange.scaffold import scaffold
    from gaoyao.law.charges import find

    if output is not None and output.exists():
        raise click.UsageError(f"{output} 已经存在；为免覆盖，请换一个文件名")
    try:
        text = scaffold(charge, outline(charge))
        if output is not None:
            write(output, text)
    except (DossierError, OutputError) as error:
        raise click.UsageError(
            "；".join(error.problems) if isinstance(error, DossierError) else str(error)
        ) from None
    if charge and find(charge) is None:
        click.echo(
            f"没有“{charge.strip()}”的专门数据，待证事实用的是通用提纲。收录的罪名见 gaoyao law charges",
            err=True,
        )
    if output is None:
        click.echo(text, nl=False)
        return
    click.echo(f"已写出 {output}；填写后运行 gaoyao review {output}", err=True)


@main.command(context_settings=HELP)
@click.argument("rule")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@today_option("以该日为今日。")
def explain(rule: str, path: Path | None, today: date | None) -> None:
    """说明一条规则：它说什么、依据什么、怎样判断；给出案件文件时，逐个对象说明它在本案的结论和理由。

    \b
    例：
      gaoyao explain confession.minor_alone
      gaoyao explain confession.minor_alone 案卷.yaml
    """
    from gaoyao.commands.explaining import explain_in_case, explain_rule

    try:
        lines = explain_rule(rule) if path is None else explain_in_case(rule, path, today or date.today())
    except (DossierError, ReviewError, LookupError, UnknownInterpretationError) as error:
        raise click.UsageError(str(error.args[0] if error.args else error)) from None
    click.echo("\n".join(lines))


@main.command(context_settings=HELP)
@click.option(
    "--of",
    "which",
    type=click.Choice(["case", "review"]),
    default="case",
    metavar="对象",
    help="case：案件文件；review：审查结果。",
)
def schema(which: str) -> None:
    """输出案件文件或审查结果的 JSON Schema。

    \b
    例：
      gaoyao schema > 案件.schema.json
      gaoyao schema --of review > 审查.schema.json
    """
    if which == "case":
        from gaoyao.dossier.exchange.jsonschema import json_schema as made
    else:
        from gaoyao.review.render.as_json import schema as made
    click.echo(json.dumps(made(), ensure_ascii=False, indent=2))


main.add_command(law)
