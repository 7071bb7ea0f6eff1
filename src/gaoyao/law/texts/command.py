"""`gaoyao law import | search | check`: the commands of this package (mounted under `gaoyao law`)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import click

from gaoyao.law.citation import Citation
from gaoyao.law.texts.checking import Check, Held, check_citations, summary
from gaoyao.law.texts.readers import ImportProblemError
from gaoyao.law.texts.search import Index
from gaoyao.law.texts.store import Outcome, Store, home
from gaoyao.law.texts.timeline import Library
from gaoyao.options import HELP, as_date, form_option

PROBLEMS, BAD_INPUT = 1, 2


_HOME = click.option(
    "--home",
    "folder",
    type=click.Path(path_type=Path),
    help="数据目录；默认 GAOYAO_HOME，再默认 ~/.local/share/gaoyao。",
)


def fail(message: str) -> click.exceptions.Exit:
    """Print a Chinese error to standard error and give the exit for bad input (code 2)."""
    click.echo(f"错误：{message}", err=True)
    return click.exceptions.Exit(BAD_INPUT)


def open_library(folder: Path | None) -> Library:
    """The imported texts of the data folder; exits with code 2 when there are none or one is broken."""
    place = home(folder)
    try:
        texts = Store(place).load()
    except ImportProblemError as problem:
        raise fail(str(problem)) from None
    if not texts:
        raise fail(f"{place} 里没有导入过法规；先运行 gaoyao law import 文件…")
    return Library(texts)


def _told(outcome: Outcome) -> str:
    text = outcome.text
    if text is None:
        return f"未导入  {outcome.message}"
    what = f"{len(text.clauses)} 项修改" if text.kind == "amendment" else f"{len(text.articles)} 条"
    since = f"{text.since} 起施行（{text.since_from}）" if text.since else "施行日期不明"
    state = "已导入" if outcome.state == "imported" else "已存在"
    return f"{state}  {outcome.path}：《{text.title}》{what}，{since}，sha256 {text.sha256[:12]}"


@click.command("import", context_settings=HELP)
@click.argument("paths", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--since", callback=as_date, metavar="日期", help="施行日期；文件自己没有写明、目录里也查不到时用。"
)
@_HOME
def import_texts(paths: tuple[Path, ...], since: date | None, folder: Path | None) -> None:
    """导入法规文本（官方 docx、Markdown、纯文本；可给文件夹）。

    文本拆成条、款、项，连同施行日期和文件的 SHA-256 存入本机数据目录；修正案按施行日期合并。
    每个文件都有交代：读不了的写明文件、行号和原因，其余照常导入。

    \b
    例：
      gaoyao law import 刑法.docx 刑法修正案（十二）.docx

    退出码：0 全部导入；1 有文件没有导入，或有修改条款不能套用；2 输入有误。
    """
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise fail(f"找不到：{'、'.join(str(path) for path in missing)}")
    outcomes = Store(home(folder)).add_all(paths, since)
    if not outcomes:
        raise fail("文件夹里没有文件")
    problems = 0
    for outcome in outcomes:
        click.echo(_told(outcome))
        problems += outcome.text is None
        if outcome.text is None:
            continue
        for note in outcome.text.notes:
            click.echo(f"        注意：{note}")
        for clause in outcome.text.clauses:
            if clause.act == "unread":
                problems += 1
                click.echo(f"        第{clause.ordinal}项（第 {clause.line} 行）没有套用：{clause.why}")
    done = sum(outcome.text is not None for outcome in outcomes)
    click.echo(f"共 {len(outcomes)} 个文件，导入或已有 {done} 个，未导入 {len(outcomes) - done} 个")
    raise click.exceptions.Exit(PROBLEMS if problems else 0)


@click.command("search", context_settings=HELP)
@click.argument("question", metavar="问题")
@click.option("--on", callback=as_date, metavar="日期", help="按哪一天有效的文本检索；默认今天。")
@click.option("--limit", type=click.IntRange(1, 50), default=5, show_default=True, help="最多列几条。")
@form_option()
@_HOME
def search(question: str, on: date | None, limit: int, format_: str, folder: Path | None) -> None:
    """用日常的话查已导入的法条。

    \b
    例：
      gaoyao law search "刑讯逼供的口供能不能用"

    退出码：0 有结果；1 没有结果；2 还没有导入法规。
    """
    library = open_library(folder)
    day = on or date.today()  # noqa: DTZ011 - the day where the user sits
    hits = Index(library.texts, day).search(question, limit)
    if format_ == "json":
        rows = [
            {
                "title": hit.text.title, "article": hit.article.number, "sub": hit.article.sub,
                "chapter": list(hit.article.chapter), "text": hit.article.text, "score": round(hit.score, 3),
                "source": hit.text.source, "sha256": hit.text.sha256,
            }
            for hit in hits
        ]  # fmt: skip
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    for hit in hits if format_ == "terminal" else ():
        click.echo(f"{hit.label}（{hit.text.source} 第 {hit.article.line} 行）")
        words = hit.article.text.replace("\n", " ")
        click.echo(f"    {words if len(words) <= 120 else words[:118] + '……'}")
    if not hits and format_ == "terminal":
        click.echo("没有找到相关条文；换一种说法，或导入更多法规")
    raise click.exceptions.Exit(0 if hits else PROBLEMS)


def check_lines(results: Iterable[tuple[Citation, Check]]) -> list[str]:
    """Failures first, then what was not checked and why, then the counts."""
    rows = list(results)
    out = [
        f"不符  {citation.brief}：{check.message}" for citation, check in rows if check.held is Held.FAILED
    ]
    unchecked: dict[str, list[str]] = {}
    for citation, check in rows:
        if check.held is Held.NOT_CHECKED:
            unchecked.setdefault(check.message, []).append(citation.provision)
    out += [f"未核  {len(places)} 处：{message}" for message, places in unchecked.items()]
    counts = summary(rows)
    out.append(
        f"共 {len(rows)} 处引用：相符 {counts['passed']}，不符 {counts['failed']}，未核 {counts['not_checked']}"
    )
    return out


def make_check(citations: Callable[[], Iterable[Citation]]) -> click.Command:
    """The command `check` for the citations that `citations()` gives (all rules', all deadline figures'
    …)."""

    @click.command("check", context_settings=HELP)
    @form_option()
    @_HOME
    def check(format_: str, folder: Path | None) -> None:
        """把本软件引用的每一条（规则、期限）与已导入的法规文本核对：有没有这一条、款、项。

        \b
        例：
          gaoyao law check

        退出码：0 没有不符；1 有不符；2 还没有导入法规。
        """
        library = open_library(folder)
        results = check_citations(library, citations())
        if format_ == "json":
            rows = [
                {"citation": row.full, "result": held.held.value, "code": held.code, "message": held.message}
                for row, held in results
            ]
            click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        else:
            for line in check_lines(results):
                click.echo(line)
            for sentence in [
                text for timeline in library.timelines.values() for text in timeline.disagreements()
            ]:
                click.echo(f"不一致  {sentence}")
        raise click.exceptions.Exit(PROBLEMS if any(held.held is Held.FAILED for _, held in results) else 0)

    return check
