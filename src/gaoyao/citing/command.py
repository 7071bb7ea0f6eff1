"""`gaoyao cite …`: the commands of this package (mounted by gaoyao.cli)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from gaoyao.citing.report import as_dict, check_text, lines
from gaoyao.citing.verify import Pages
from gaoyao.law.texts.command import PROBLEMS, fail
from gaoyao.law.texts.readers import ImportProblemError, read_lines
from gaoyao.law.texts.store import Store, home
from gaoyao.law.texts.timeline import Library
from gaoyao.options import HELP, as_date, form_option


def load_library(folder: Path | None) -> Library:
    """Imported texts of the data folder `folder` (default: GAOYAO_HOME), or texts read straight from a
    folder of files."""
    if folder is None or (folder / "laws").is_dir():
        return Library(Store(home(folder)).load())
    from gaoyao.law.texts.parse import parse

    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".md", ".txt", ".docx"))
    return Library([parse(read_lines(path)) for path in files])


def load_pages(path: Path) -> Pages:
    """Page texts from a JSONL file of {"volume", "volume_number", "page", "text"}; raises ValueError naming
    the line."""
    pages: dict[tuple[int | None, int], str] = {}
    named: dict[tuple[str, int], str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            page, text = int(row["page"]), str(row["text"])
            volume_number = int(row["volume_number"]) if row.get("volume_number") is not None else None
            volume = str(row.get("volume", ""))
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path} 第 {number} 行不是页文字（要有 page 和 text）：{error}") from None
        pages[volume_number, page] = text
        named[volume, page] = text

    def lookup(volume: str, volume_number: int | None, page: int) -> str | None:
        if volume_number is not None:
            return pages.get((volume_number, page))
        return named.get((volume, page))

    return lookup


@click.group("cite", context_settings=HELP, help="查找并核对法律引用、案号、卷页指引和引文。")
def cite() -> None:
    """Group of the citation commands."""


@cite.command("check", context_settings=HELP)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--on", callback=as_date, metavar="日期", help="审理（裁判）日期，按这一天有效的文本核对；默认今天。"
)
@click.option("--act-date", callback=as_date, metavar="日期", help="行为日期；给出后同时按行为时的文本核对。")
@form_option()
@click.option(
    "--laws",
    type=click.Path(path_type=Path),
    help="法规文本所在：已导入的数据目录，或一个法规文件夹。默认 GAOYAO_HOME。",
)
@click.option(
    "--pages",
    type=click.Path(path_type=Path),
    help="案卷页文字（JSONL：volume、volume_number、page、text），用来核对引文。",
)
def check(
    file: Path,
    on: date | None,
    act_date: date | None,
    format_: str,
    laws: Path | None,
    pages: Path | None,
) -> None:
    """核对一份文书（.txt .md .docx）里的每一处法律引用和引文。

    名称不认识的文件、不存在的条款项、已废止的法律、与原文不符的引文，逐一列出；核不了的写明缺什么。

    \b
    例：
      gaoyao cite check 判决书.docx --on 2024-05-06 --act-date 2023-08-01

    退出码：0 没有发现问题；1 有问题；2 输入有误。
    """
    for path, name in ((file, "文书"), (laws, "法规目录"), (pages, "页文字文件")):
        if path is not None and not path.exists():
            raise fail(f"找不到{name}：{path}")
    try:
        text = "\n".join(line for _, line in read_lines(file).lines)
        library = load_library(laws)
        lookup = load_pages(pages) if pages else None
    except (ImportProblemError, ValueError, OSError) as problem:
        raise fail(str(problem)) from None
    report = check_text(text, library=library, on=on or date.today(), act=act_date, pages=lookup)  # noqa: DTZ011 - the day where the user sits
    if format_ == "json":
        click.echo(json.dumps(as_dict(report), ensure_ascii=False, indent=1))
    else:
        for line in lines(report):
            click.echo(line)
    raise click.exceptions.Exit(PROBLEMS if report.problems else 0)
