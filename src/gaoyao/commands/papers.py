"""`gaoyao paper`: one paper of one case as docx; bad input writes nothing."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date
from pathlib import Path

import click

from gaoyao.commands.options import HEARING, READERS, STAGE, defence_option, reader_option, today_option
from gaoyao.commands.outputs import reason
from gaoyao.commands.reviewing import parts_for
from gaoyao.dossier.exchange import load
from gaoyao.dossier.model import DossierError
from gaoyao.dossier.view import View
from gaoyao.options import HELP
from gaoyao.papers import NothingToWriteError, PaperError, form, paper, parts, reader
from gaoyao.review.api import Reader, ReviewError, review

NOTHING = 1


@click.command("paper", context_settings=HELP)
@click.argument("kind", metavar="文书")
@click.argument("path", metavar="案件文件", type=click.Path(path_type=Path))
@click.option(
    "--output", required=True, type=click.Path(path_type=Path), metavar="文件", help="写到这个 .docx 文件。"
)
@today_option("以该日为今日和草拟日期（默认：当天），如 2024-05-01。")
@HEARING
@STAGE
@reader_option(f"由谁制作：{READERS}；只读取其有权阅看的分卷。默认为这种文书通常的制作人。")
@defence_option("辩护人制作时，读取哪一方的辩护材料（文件里有几方时须写明）。")
def paper_command(
    kind: str,
    path: Path,
    output: Path,
    today: date | None,
    hearing: date | None,
    stage: str | None,
    role: Reader | None,
    defence: str,
) -> None:
    """写出一份文书（.docx，公文格式，逐项写明卷页）。

    文书：阅卷笔录、证据审查表、补充侦查提纲（审判人员制作时为补充调查建议书）、排除非法证据申请书、
    排除非法证据决定书草稿、辩护意见采纳情况表、审查报告。结论、签名留空，由人填写；条号未核的条文不进入文书。

    \b
    例：
      gaoyao paper 阅卷笔录 案卷.yaml --output 阅卷笔录.docx
      gaoyao paper 补充侦查提纲 案卷.yaml --output 提纲.docx --as 检察人员
      gaoyao paper 排除非法证据申请书 案卷.yaml --output 申请书.docx --on 2024-05-01

    退出码：0 已写出；1 本案没有应当写入这种文书的内容，没有写文件；2 输入有误（原因写在标准错误，不写任何文件）。
    """
    on = today or date.today()
    try:
        wanted = form(kind)
        _check(output)
        who = reader(wanted, role)
        log = load(path).log
        view = View(log, parts(wanted, who, parts_for(log, who, defence)))
        made = paper(wanted, review(view, on, stage, hearing, role=who), view, path.name, on)
        if output.exists():
            raise PaperError(f"“{output}”已经存在；为免盖掉人改过的文书，请换一个文件名，或者先移走它。")
        write(output, made)
    except NothingToWriteError as nothing:
        click.echo(f"没有写文件：{nothing}", err=True)
        sys.exit(NOTHING)
    except (DossierError, ReviewError, PaperError) as error:
        click.echo(f"未写出：{path}\n{error.args[0] if error.args else error}", err=True)
        sys.exit(2)
    except OSError as error:
        click.echo(f"未写出：{output}：{reason(error)}。请检查文件夹是否可写、磁盘是否已满。", err=True)
        sys.exit(2)
    click.echo(f"已写出《{wanted.label}》：{output}（{who.label}）", err=True)


def _check(output: Path) -> None:
    """Raises PaperError before any work when the paper could not be put there."""
    if output.suffix.lower() != ".docx":
        raise PaperError(f"“{output.name}”的扩展名不是 .docx；文书是 Word 文档，例：--output 阅卷笔录.docx。")
    if output.is_dir():
        raise PaperError(f"“{output}”是文件夹；请写文件名。")


def write(output: Path, made: bytes) -> None:
    """Put the paper where it is asked for, whole or not at all."""
    output.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=output.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(made)
        Path(name).chmod(0o644)
        Path(name).replace(output)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
