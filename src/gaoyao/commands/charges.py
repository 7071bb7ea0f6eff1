"""`gaoyao law charges`: the charges known, or one with its facts, evidence, traps and counter-checks."""

from __future__ import annotations

import json
from typing import Any

import click

from gaoyao.dossier.vocabulary import Case, Fact, Item
from gaoyao.law.charges import Charge, ChargeFact, find, general
from gaoyao.law.charges import charges as known
from gaoyao.law.charges.model import LEVELS
from gaoyao.options import HELP, form_option

_ROLES, _TYPES = dict(Fact.role.options), dict(Item.type.options)
_SINCE = dict(zip(LEVELS, ("审查逮捕", "审查起诉", "审判"), strict=True))
OPEN = "以上是常见的，不是法定清单；另有的，在案件文件里自行添加。"


def outline(charge: str | None) -> list[tuple[str, str, str]]:
    """The facts of a charge for the template of a new case: (role, text, id); the general ones for an unknown charge."""
    if charge is None:
        return []
    found = find(charge) or general()
    return [(one.role, _asked(one), one.id) for one in (*found.facts, *found.aggravating)]


def _asked(one: ChargeFact) -> str:
    return f"{one.text}（{one.condition}才写）" if one.condition else one.text


@click.command(context_settings=HELP)
@click.argument("name", required=False, metavar="[罪名]")
@form_option()
def charges(name: str | None, format_: str) -> None:
    """列出收录的罪名；写出罪名时，列出它的待证事实、常用证据、常见陷阱和反证问题。

    \b
    例：
      gaoyao law charges
      gaoyao law charges 抢劫
      gaoyao law charges 抢劫 --format json
    """
    if name is None:
        _list(format_)
        return
    found = find(name)
    if found is None:
        click.echo(f"没有“{name}”的专门数据，下面是通用提纲。收录的罪名见 gaoyao law charges", err=True)
        found = general()
    click.echo(
        json.dumps(as_dict(found), ensure_ascii=False, indent=2)
        if format_ == "json"
        else "\n".join(lines(found))
    )


def _list(format_: str) -> None:
    if format_ == "json":
        click.echo(json.dumps([as_dict(one) for one in known().values()], ensure_ascii=False, indent=2))
        return
    chosen = [one for one in known().values() if not one.general]
    click.echo(f"收录的罪名（{len(chosen)} 个；其余的用通用提纲）")
    for one in chosen:
        click.echo(
            f"  {one.name}  〔{one.articles[0].brief}〕 待证事实 {len(one.facts)} 项，反证问题 {len(one.checks)} 个"
        )


def lines(one: Charge) -> list[str]:
    """One charge in words."""
    out = [
        one.name + (f"（又作：{'、'.join(one.aliases)}）" if one.aliases else ""),
        "",
        f"要件：{one.elements}",
    ]
    out.append(f"依据：{'、'.join(cited.brief for cited in one.articles)}")
    if one.unverified:
        out.append(f"文本未核，用前核对：{'；'.join(one.unverified)}")
    out += ["", "待证事实："]
    for fact in one.facts:
        scope = "各被告人分别" if fact.personal else "共同"
        when = f"，{fact.condition}" if fact.condition else ""
        out.append(
            f"  {fact.text}〔{_ROLES[fact.role]}，{scope}，{_SINCE[fact.since]}起{when}〕（代号 {fact.id}）"
        )
        out.append(f"    常用材料：{fact.materials}")
    if one.aggravating:
        out += ["", "从重、加重的事实（同样要证据确实、充分）："]
        out += [f"  {fact.text}〔{fact.condition}〕（代号 {fact.id}）" for fact in one.aggravating]
    out += [OPEN, "", "常见的错案陷阱和反证问题："]
    for check in one.checks:
        duty = f"〔{check.duty.brief}〕" if check.duty else ""
        out.append(f"  {check.trap} → {check.question}（{check.answers.label}）{duty}（代号 {check.id}）")
    return out


def as_dict(one: Charge) -> dict[str, Any]:
    """One charge as plain data."""
    return {
        "id": one.id, "name": one.name, "aliases": list(one.aliases), "elements": one.elements,
        "articles": [{"text": cited.full, "verified": cited.verified} for cited in one.articles], "unverified": list(one.unverified),
        "facts": [_fact(fact) for fact in one.facts], "aggravating": [_fact(fact) for fact in one.aggravating],
        "needed": {stage: [fact.id for fact in one.needed(stage)] for stage, _ in Case.stage.options},
        "counter_checks": [
            {"id": check.id, "trap": check.trap, "question": check.question, "answers": check.answers.value,
             "duty": check.duty.full if check.duty else None}
            for check in one.checks
        ],
    }  # fmt: skip


def _fact(one: ChargeFact) -> dict[str, Any]:
    return {
        "id": one.id, "text": one.text, "role": one.role, "role_label": _ROLES[one.role], "personal": one.personal, "since": one.since,
        "leaves_traces": one.leaves_traces, "evidence": [_TYPES[kind] for kind in one.evidence], "materials": one.materials,
        "condition": one.condition,
    }  # fmt: skip
