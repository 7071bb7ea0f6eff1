"""`gaoyao law`: instruments, rules, interpretations."""

from __future__ import annotations

import json
from typing import Any

import click

from gaoyao.commands.lazy import LazyGroup
from gaoyao.law.instruments import INSTRUMENTS, Instrument
from gaoyao.law.interpretations import INTERPRETATIONS
from gaoyao.law.rule import Rule
from gaoyao.options import HELP, form_option

LAZY = {
    "import": "gaoyao.law.texts.command:import_texts", "search": "gaoyao.law.texts.command:search", "check": "gaoyao.commands.texts:check",
    "charges": "gaoyao.commands.charges:charges",
}  # fmt: skip


@click.group(cls=LazyGroup, context_settings=HELP, lazy=LAZY)
def law() -> None:
    """法律文件、规则和解释口径。

    \b
    例：
      gaoyao law list
      gaoyao law show spc2013
      gaoyao law show confession.violence --format json
    """


def _instrument(one: Instrument) -> dict[str, Any]:
    return {
        "id": one.id, "title": one.title, "short": one.short, "number": one.number, "issuer": one.issuer, "rank": one.rank.value,
        "citable": one.citable.value, "since": one.since.isoformat(), "until": one.until.isoformat() if one.until else None,
        "replaced_by": one.replaced_by, "text_at_hand": one.text_at_hand,
    }  # fmt: skip


def _rule(one: Rule) -> dict[str, Any]:
    return {
        "id": one.id, "title": one.title, "statement": one.statement, "about": one.about, "effect": one.effect.value, "concept": one.concept,
        "consequence": one.consequence, "consequence_basis": one.basis.value, "cure": one.cure, "stages": list(one.stages),
        "interpretation": list(one.interpretation) if one.interpretation else None, "exceptions": list(one.exceptions),
        "sources": [
            {"text": cited.full, "instrument": cited.instrument_id, "article": cited.article, "sub": cited.sub, "paragraph": cited.paragraph,
             "item": cited.item, "verified": cited.verified, "since": (cited.since or cited.instrument.since).isoformat()}
            for cited in one.sources
        ],
        "catalogue_rows": list(one.rows),
    }  # fmt: skip


def _echo(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


@law.command("list", context_settings=HELP)
@form_option()
def list_(format_: str) -> None:
    """列出全部规则和法律文件。例：gaoyao law list --format json"""
    from gaoyao.review.engine import rules

    if format_ == "json":
        _echo(
            {
                "rules": [_rule(one) for one in rules()],
                "instruments": [_instrument(one) for one in INSTRUMENTS.values()],
            }
        )
        return
    click.echo(f"规则（{len(rules())} 条）")
    for rule in rules():
        click.echo(f"  {rule.id:<42}{rule.title}  〔{rule.sources[0].brief}〕")
    click.echo(f"法律文件（{len(INSTRUMENTS)} 件）")
    for one in INSTRUMENTS.values():
        until = f"至 {one.until}" if one.until else "起"
        click.echo(
            f"  {one.id:<12}{one.full_title} {one.since} {until} · {one.rank.label} · {one.citable.label}"
        )


@law.command(context_settings=HELP)
@click.argument("ident")
@form_option()
def show(ident: str, format_: str) -> None:
    """显示一条规则或一件法律文件。例：gaoyao law show confession.violence"""
    from gaoyao.commands.explaining import explain_rule, find_rule
    from gaoyao.review.engine import rules

    if ident in INSTRUMENTS:
        one = INSTRUMENTS[ident]
        citing = [rule for rule in rules() if any(cited.instrument_id == ident for cited in rule.sources)]
        if format_ == "json":
            _echo({**_instrument(one), "rules": [rule.id for rule in citing]})
            return
        click.echo(f"{one.full_title}\n{one.issuer} · {one.rank.label} · {one.citable.label}")
        click.echo(
            f"施行：{one.since}{f' 至 {one.until}' if one.until else ''}"
            + (f"；后由 {one.replaced_by} 代替" if one.replaced_by else "")
        )
        if not one.text_at_hand:
            click.echo("条文未核：编写时手边没有全文，引用时标“条号未核”，不进入文书。")
        click.echo("依据它的规则：" + ("、".join(rule.id for rule in citing) or "无"))
        return
    try:
        if format_ == "json":
            _echo(_rule(find_rule(ident)))
        else:
            click.echo("\n".join(explain_rule(ident)))
    except LookupError as error:
        raise click.UsageError(str(error.args[0])) from None


@law.command(context_settings=HELP)
@form_option()
def interpretations(format_: str) -> None:
    """列出解释口径：问题、学派、默认、理由。例：gaoyao law interpretations"""
    if format_ == "json":
        _echo([
            {"id": row.id, "question": row.question, "why_default": row.why_default, "settled": row.settled,
             "schools": [{"id": one.id, "label": one.label, "holders": one.holders, "reading": one.reading} for one in row.schools],
             "defaults": [{"since": since.isoformat(), "school": school} for since, school in row.defaults]}
            for row in INTERPRETATIONS.values()
        ])  # fmt: skip
        return
    for row in INTERPRETATIONS.values():
        click.echo(f"{row.id}：{row.question}")
        for one in row.schools:
            since = [str(first) for first, school in row.defaults if school == one.id]
            default = (
                f"〔默认{'，' + since[0] + ' 起审理的' if len(row.defaults) > 1 else ''}〕" if since else ""
            )
            click.echo(f"  {one.id}{default} {one.label}：{one.reading}。{one.holders}")
        click.echo(f"  默认的理由：{row.why_default}")
        if row.settled:
            click.echo(f"  不能改用：{row.settled}")
