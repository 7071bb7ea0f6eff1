"""`gaoyao read`: a folder of papers to a draft case file, a coverage report and a store of the originals."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

import click
from rich.console import Console

from gaoyao.commands.outputs import OutputError, reason, write
from gaoyao.dossier.exchange import load, save
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DossierError
from gaoyao.dossier.raw import load as load_log
from gaoyao.intake.coverage import told
from gaoyao.intake.drafting.build import Drafted, build
from gaoyao.intake.drafting.report import report
from gaoyao.intake.folder import read_folder
from gaoyao.intake.merging.merge import Merged, apply, merge, next_base
from gaoyao.intake.merging.notes import account
from gaoyao.intake.merging.notes import lines as told_merge
from gaoyao.intake.pages.dispatch import Volume
from gaoyao.intake.sources.store import Store
from gaoyao.law.charges import outline
from gaoyao.options import HELP

LAST = "last-reading.log"
"""In the store: what the last reading gave, so that the next can tell what people changed or deleted."""
BEFORE = ".合并前"


class Told:
    """Progress on standard error: every file, and recognition in steps of a twentieth."""

    def __init__(self, console: Console) -> None:
        self.console, self.last = console, ("", -1)

    def __call__(self, what: str, done: int, total: int, where: str) -> None:
        """Tell where we are."""
        step = done * 20 // max(total, 1)
        if (what, step) != self.last or done == total:
            self.last = (what, step)
            self.console.print(f"{what} {done}/{total}")


def read_and_draft(
    folder: Path,
    store: Store,
    at: str,
    *,
    ocr: bool = True,
    workers: int = 0,
    skip: frozenset[Path] = frozenset(),
    console: Console | None = None,
) -> tuple[list[Volume], Drafted]:
    """Read a folder into `store` and draft its case; progress goes to `console`."""
    progress = Told(console) if console is not None else (lambda what, done, total, where: None)
    volumes = read_folder(folder, store, ocr=ocr, workers=workers, skip=skip, progress=progress)
    return volumes, build(volumes, folder.name or "案卷", at, outline)


def draft_only(folder: Path) -> Log:
    """The draft of a folder, nothing kept; progress and coverage on standard error.  Raises DossierError."""
    console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    try:
        with tempfile.TemporaryDirectory(prefix="gaoyao-") as room:
            at = datetime.now().isoformat(timespec="minutes")
            volumes, drafted = read_and_draft(folder, Store(Path(room)), at, console=console)
    except OSError as error:
        raise DossierError((f"{folder}: 读取时出错：{reason(error)}。请检查权限和磁盘空间。",)) from None
    for line in lines(volumes, drafted):
        console.print(line)
    console.print(
        f"以上是机器读取的草稿，没有保存；要由人确认、补录的，先运行 gaoyao read {folder} --output 案件.yaml"
    )
    return drafted.log


def lines(volumes: Sequence[Volume], drafted: Drafted) -> list[str]:
    """The same for the terminal."""
    unknown = [one for one in drafted.documents if one.kind.code == "unknown"]
    out = [
        *told(volumes),
        f"材料 {len(drafted.documents)} 份，提出内容 {drafted.proposals} 项、证明联系 {drafted.links} 条，都标“读取”，须经人确认",
    ]
    if unknown:
        out.append(
            f"不认识的材料 {len(unknown)} 份："
            + "；".join(f"{one.where}“{one.title[:20]}”" for one in unknown[:20])
            + ("……" if len(unknown) > 20 else "")
        )
    if drafted.mismatches:
        out.append(f"文书之间、文书自身不一致 {len(drafted.mismatches)} 处，请由人核对（全部见覆盖报告）：")
        out += [
            f"  {one.message}〔{'；'.join(f'{side.where}“{side.quote[:30]}”' for side in one.sides)}〕"
            for one in drafted.mismatches[:40]
        ]
    if drafted.left_out:
        out.append(f"读到而没有提出的 {len(drafted.left_out)} 项：")
        out += [f"  {one.where} {one.what}：{one.why}" for one in drafted.left_out[:20]]
    return out


def merge_into(
    output: Path, mine: Log, theirs: Log, last: Path, read_now: frozenset[str], reason_: str, at: str
) -> Merged:
    """Merge a reading into the case file; the file as it was is kept beside it.  Unchanged cases are not rewritten.

    Raises DossierError, OutputError, OSError.
    """
    base = load_log(last.read_bytes()) if last.is_file() else None
    merged = merge(mine, theirs, base, read_now)
    if merged.changes:
        before = output.read_text(encoding="utf-8-sig")
        apply(merged, mine, reason_, at)
        text = save(mine)
        write(_spare(output), before)
        write(output, text)
    write(last, next_base(merged, reason_, at).dump().decode())
    return merged


def _spare(output: Path) -> Path:
    """A name for the file as it was: 案件.合并前1.yaml, …2."""
    return next(
        path
        for n in count(1)
        if not (path := output.with_name(f"{output.stem}{BEFORE}{n}{output.suffix}")).exists()
    )


@click.command(context_settings=HELP)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="文件",
    help="案件文件写到哪里（.yaml；已存在的，加 --merge 才并入，否则拒绝，以免盖掉人录入的内容）。",
)
@click.option(
    "--merge",
    "merging",
    is_flag=True,
    help="案件文件已存在时，把这次读到的并入：人录入、确认的不改，旧文件另存为“合并前”。",
)
@click.option(
    "--store",
    "store_",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="原件和各页文字存到哪里（默认在案件文件旁边，名为 案件文件名.originals）。",
)
@click.option("--no-ocr", is_flag=True, help="不识别扫描页，列为未读。")
@click.option(
    "--jobs",
    "workers",
    type=click.IntRange(0, 256),
    default=0,
    metavar="数",
    help="同时识别的进程数（默认每个处理器核心一个，每个约占 1 GB 内存）。",
)
def read(folder: Path, output: Path, merging: bool, store_: Path | None, no_ocr: bool, workers: int) -> None:
    """读取一个文件夹（或一个压缩包、一个文件）的卷宗材料，写出案件文件草稿、覆盖报告，并保存原件。

    \b
    例：
      gaoyao read 案卷/ --output 案件.yaml
      gaoyao read 全卷.zip --output 案件.yaml --no-ocr
      gaoyao read 案卷/ --output 案件.yaml --merge

    读取 pdf、docx、图片、txt、html、rtf、ofd；doc、wps 在装有 LibreOffice 或 antiword 时读取。没有读到的每一页都列出原因和办法。
    识别扫描页需要安装识别组件：pip install 'gaoyao[ocr]'。中断以后重新运行，从中断的地方接着识别。
    """
    if not folder.exists():
        raise click.UsageError(f"没有 {folder}，请检查路径")
    if folder.is_dir() and not any(path.is_file() for path in folder.rglob("*")):
        raise click.UsageError(f"{folder} 里没有文件，没有可以读取的材料")
    coverage = output.with_suffix(".coverage.json")
    again = merging and output.exists()
    for path in () if again else (output, coverage):
        if path.exists():
            raise click.UsageError(
                f"{path} 已经存在；为免盖掉人录入的内容，没有写。要把这次读到的并入已有的案件文件（人录入的不改），加 --merge；要另写一份，请换一个文件名"
            )
    root = store_ or output.with_suffix(".originals")
    console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    merged: Merged | None = None
    try:
        store = Store(root)
        mine = load(output).log if again else None
        skip = frozenset(
            path.resolve()
            for path in (output, coverage, *output.parent.glob(f"{output.stem}{BEFORE}*{output.suffix}"))
        )
        at = datetime.now().isoformat(timespec="minutes")
        volumes, drafted = read_and_draft(
            folder, store, at, ocr=not no_ocr, workers=workers, skip=skip, console=console
        )
        data = report(volumes, drafted)
        if mine is None:
            write(output, save(drafted.log))
            write(root / LAST, drafted.log.dump().decode())
        else:
            merged = merge_into(
                output,
                mine,
                drafted.log,
                root / LAST,
                frozenset(one.source.sha256 for one in volumes),
                folder.name or "案卷",
                at,
            )
            data["merge"] = account(merged.notes)
        write(coverage, json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    except (OutputError, DossierError) as error:
        console.print(str(error))
        sys.exit(2)
    except OSError as error:
        console.print(f"不能写入 {error.filename or root}：{reason(error)}。请检查权限和磁盘空间。")
        sys.exit(2)
    for line in lines(volumes, drafted):
        click.echo(line)
    for line in told_merge(merged) if merged is not None else ():
        click.echo(line)
    console.print(f"已写出 {output}、{coverage}；原件在 {root}。下一步：gaoyao review {output}")
