"""`gaoyao whatif`: the case as it is beside the case without some items, on the terminal or as JSON."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from gaoyao.commands.options import today_option
from gaoyao.dossier.exchange import load
from gaoyao.dossier.model import DossierError
from gaoyao.dossier.view import View, readable
from gaoyao.options import HELP, form_option
from gaoyao.review.api import ReviewError
from gaoyao.review.model import Finding, PointChange, Subject
from gaoyao.review.render.as_json import as_dict, finding
from gaoyao.review.render.robustness_json import change
from gaoyao.review.whatif import Supposition, WhatIf, WhatIfError, suppose

FORMAT = "gaoyao-whatif/1"


@click.command(context_settings=HELP)
@click.argument("path", metavar="案件文件", type=click.Path(path_type=Path))
@click.option(
    "--without",
    "without",
    multiple=True,
    metavar="标识",
    help="去掉这一项证据，可重复，如 --without E3 --without E7。",
)
@click.option("--without-statements", "statements", is_flag=True, help="去掉全部被告人供述和辩解。")
@click.option(
    "--exclude-first-confession",
    "first",
    is_flag=True,
    help="假定各被告人的首次供述系刑讯取得而被排除，受影响的重复性供述一并排除。",
)
@today_option()
@form_option("terminal 或 json；json 附有去掉以后的完整审查。")
def whatif(
    path: Path, without: tuple[str, ...], statements: bool, first: bool, today: date | None, format_: str
) -> None:
    """假定去掉几项证据，看哪些待证事实、证据处境和发现会变。只是假定，不改动文件。

    与真的从文件里删去这些证据再审查，结果完全相同：证据连同它之下的内容、各处名单里的标识一并去掉；
    只剩一方的矛盾不复存在；只靠这些证据作出的排除、解释、核查也随之落空。

    \b
    例：
      gaoyao whatif 案卷.yaml --without E3
      gaoyao whatif 案卷.yaml --without E3 --without E7 --format json
      gaoyao whatif 案卷.yaml --without-statements
      gaoyao whatif 案卷.yaml --exclude-first-confession --on 2024-05-01

    退出码：0 已比较；2 输入有误（原因写在标准错误）。
    """
    try:
        view = View(load(path).log, readable("judge"))
        made = suppose(view, Supposition(without, statements, first), today or date.today())
    except (DossierError, ReviewError, WhatIfError) as error:
        click.echo(str(error.args[0] if error.args else error), err=True)
        sys.exit(2)
    if format_ == "json":
        click.echo(json.dumps(whatif_dict(made), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(lines(made)))


def whatif_dict(made: WhatIf) -> dict[str, Any]:
    """The comparison as plain data; `review` is the whole review without the items."""

    def subject(one: Subject) -> dict[str, str]:
        return {"kind": one.kind, "id": one.id, "name": one.name}

    return {
        "format": FORMAT,
        "removed": [subject(one) for one in made.removed],
        "excluded": [subject(one) for one in made.excluded],
        "fell": list(made.fell),
        "standings": [
            {"item": subject(one), "before": before.value, "after": after.value}
            for one, before, after in made.standings
        ],
        "worse": [change(one) for one in made.worse],
        "better": [
            {**change(one.change), "gone": list(one.gone), "fell": list(one.fell)} for one in made.better
        ],
        "findings_gained": [finding(one) for one in made.gained],
        "findings_lost": [finding(one) for one in made.lost],
        "review": as_dict(made.after),
    }


def lines(made: WhatIf) -> list[str]:
    """The comparison in words."""
    out = [
        f"{made.before.title or made.before.case_id or '未命名案件'} · 今日 {made.before.today} · 只是假定，没有改动文件"
    ]
    out += _names("假定去掉", made.removed) + _names("假定被裁定排除", made.excluded)
    out += [f"随之变化：{one}" for one in made.fell]
    out += _section("状态变差的待证点", [_change(one) for one in made.worse])
    out += _section(
        "状态变好的待证点", [line for one in made.better for line in _better(one.change, one.gone, one.fell)]
    )
    out += _section(
        "处境变化的证据",
        [f"{one.name}：{before.label} → {after.label}" for one, before, after in made.standings],
    )
    out += _section("新增的发现", [_finding(one) for one in made.gained])
    out += _section("不再有的发现（关于所去证据本身的不列）", [_finding(one) for one in made.lost])
    if not (made.worse or made.better):
        out.append("各待证点的状态不变。")
    out.append("以上只说明证据结构的变化，不判断有罪与否，也不比较案件。")
    return out


def _names(label: str, found: tuple[Subject, ...]) -> list[str]:
    return [f"{label}：{'、'.join(one.name for one in found)}"] if found else []


def _section(title: str, rows: list[str]) -> list[str]:
    return (
        [
            "",
            f"{title}（{sum(not row.startswith(' ') for row in rows)}）",
            *(f"  · {row}" if not row.startswith(" ") else f"  {row}" for row in rows),
        ]
        if rows
        else []
    )


def _change(one: PointChange) -> str:
    why = f"：{'、'.join(one.because)}" if one.because else ""
    return f"{one.point.name}：{one.before.label} → {one.after.label}{why}"


def _better(one: PointChange, gone: tuple[str, ...], fell: tuple[str, ...]) -> list[str]:
    return [
        _change(one),
        *(f"    不再有：{title}" for title in gone),
        *(f"    因为：{told}" for told in fell),
    ]


def _finding(one: Finding) -> str:
    return f"{one.weight.label} · {one.rule.title} — {one.subject.name}（{'；'.join(cited.brief for cited in one.citations[:2])}）"
