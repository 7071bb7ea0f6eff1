"""A review on the terminal (rich): what compels first, then standing, facts, questions; plain text into a pipe.

Long lists are condensed: findings of one rule stand together, what shows no obstacle is counted and named by
number.  Nothing is hidden except questions beyond the first twenty, which are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from gaoyao.law.interpretations import INTERPRETATIONS
from gaoyao.law.rule import Weight
from gaoyao.logic.truth import Truth
from gaoyao.review.mismatches import HINT
from gaoyao.review.model import FactState, Finding, ItemLine, PointLine, Review
from gaoyao.review.provenance import provenance
from gaoyao.review.render.markup import visible
from gaoyao.review.render.robust_terminal import robust_lines
from gaoyao.review.render.sections.notes import schools_used
from gaoyao.review.render.wording import RUNGS, STATES, WEIGHTS, at, content, places, quotes, told
from gaoyao.review.render.wrapping import wrapped
from gaoyao.review.standing import Rung

_COLOURS = {"bad": "bold red", "warn": "yellow", "note": "cyan", "calm": "green", "mute": "dim"}
SHOWN_QUESTIONS = 20
_NAMES = 3


def render(review: Review, console: Console, robust: bool = False) -> None:
    """Print the whole review; `robust` adds what breaks if evidence is lost."""
    mark = "（虚构案例）" if review.invented else ""
    console.rule(f"[bold]{_cell(review.title or review.case_id or '未命名案件')}[/bold]{mark}")
    by = "录入的开庭或裁判日" if review.hearing_entered else "未录入开庭日，以今日代替"
    _say(
        console,
        f"{review.stage_label} · 审查者：{review.role_label} · 今日 {review.today} · 适用法律日 {review.hearing}（{by}）",
    )
    if review.certificate.granted:
        console.print(
            "[bold green]○ 未见障碍[/]：本次运行的检查没有发现法律障碍，也没有未检查的部分。由审判人员判断。"
        )
    else:
        console.print("[bold]■ 不出具“未见障碍”[/]，因为：")
        for why in review.certificate.withheld_because:
            _say(console, why, "  · ")
    _findings(review, console)
    _items(review, console)
    _points(review, console)
    if robust:
        _heading(console, "经不经得起去掉证据（只就本案，不作案件之间的比较）")
        robust_lines(review.robustness, lambda words, lead: _say(console, words, lead))
    _mismatches(review, console)
    _questions(review, console)
    _deadlines(review, console)
    _notes(review, console)


def _say(console: Console, words: str, first: str = "", style: str | None = None) -> None:
    """Words in lines that break well, the following ones under the first."""
    for one in wrapped(words, console.width, first, " " * cell_len(first)):
        console.print(one, style=style, markup=False, highlight=False, soft_wrap=True)


def _cell(words: str) -> str:
    """Words for a table or a title: no markup, no terminal escapes."""
    return escape(visible(words))


def _heading(console: Console, words: str, style: str = "bold") -> None:
    console.print()
    console.print(words, style=style, markup=False, highlight=False)


# ---------------------------------------------------------------- findings


def _findings(review: Review, console: Console) -> None:
    for weight in Weight:
        groups: dict[str, list[Finding]] = {}
        for one in review.findings:
            if one.weight is weight:
                groups.setdefault(one.rule.id, []).append(one)
        if not groups:
            continue
        sign, tone = WEIGHTS[weight]
        note = "：依法应当如此处理，由有权处理的人确认" if weight is Weight.MANDATORY else ""
        _heading(console, f"{sign} {weight.label}（{sum(map(len, groups.values()))}）{note}", _COLOURS[tone])
        for group in groups.values():
            _group(group, review, console)


def _group(group: list[Finding], review: Review, console: Console) -> None:
    """The findings of one rule: what they share once, then each subject."""
    first = group[0]
    if len(group) == 1:
        _say(console, f"{first.rule.title} — {first.subject.name}", f"  {first.id} ", "bold")
        _one(first, console, "     ")
    else:
        _say(console, f"{first.rule.title}（{len(group)} 项）", f"  {first.id}—{group[-1].id} ", "bold")
    _shared(first, review, console)
    for one in group if len(group) > 1 else ():
        _say(console, one.subject.name, f"     · {one.id} ")
        _one(one, console, "       ")


def _one(one: Finding, console: Console, margin: str) -> None:
    _say(console, told(one), f"{margin}理由：")
    where = "；".join([*places(one.sources), *(f"原文“{words}”" for words in quotes(one.sources))])
    if where:
        _say(console, where, f"{margin}出处：")


def _shared(one: Finding, review: Review, console: Console) -> None:
    _say(console, "；".join(cited.brief for cited in one.citations), "     依据：")
    for cited in one.citations:
        if cited.full in review.words:
            _say(console, review.words[cited.full], f"     条文：{cited.brief}　")
    _say(console, one.rule.consequence, "     后果：")
    if one.rule.cure:
        _say(console, one.rule.cure, "     补救：")
    if one.school:
        _say(console, f"{school_text(one)}（见文末“解释口径”）", "     口径：")
    _say(console, one.rule.id, "     规则：")


def school_text(one: Finding) -> str:
    """The name of the school a finding used."""
    if one.rule.interpretation is None:
        return ""
    name, school = one.rule.interpretation
    return INTERPRETATIONS[name].school(school).label


# ---------------------------------------------------------------- items and facts


def _items(review: Review, console: Console) -> None:
    if not review.items:
        _heading(console, "证据的处境：没有录入证据，这一部分未检查")
        return
    _heading(console, f"证据的处境（{len(review.items)} 件）")
    attention = [one for one in review.items if one.rung.truth is not Truth.YES]
    if attention:
        table = _table("证据", "种类", "处境", "页码", "发现")
        for one in attention:
            table.add_row(
                _item_name(one),
                one.type,
                _signed(*RUNGS[one.rung], one.rung.label),
                _cell(one.page),
                " ".join(one.findings),
            )
        console.print(table)
    for rung in (Rung.USABLE, Rung.CURED):
        found = [one.subject.id for one in review.items if one.rung is rung]
        if found:
            _say(console, f"{_listed(found)}（{len(found)} 件）", f"  {RUNGS[rung][0]} {rung.label}：")


def _item_name(one: ItemLine) -> str:
    return _cell(f"{one.subject.id}《{content(one.subject)}》")


def _signed(sign: str, tone: str, words: str) -> str:
    return f"[{_COLOURS[tone]}]{sign} {words}[/]"


def _listed(names: Iterable[str]) -> str:
    return " ".join(names)


def _table(*heads: str) -> Table:
    table = Table(pad_edge=False)
    for name in heads:
        table.add_column(name, overflow="fold", no_wrap=name == "处境")
    return table


def _points(review: Review, console: Console) -> None:
    if not review.points:
        _heading(console, "待证事实：没有录入，事实部分未检查")
        return
    _heading(console, f"待证事实（{len(review.points)} 个待证点；每一被告人、每一起、每一罪名分别看）")
    titles = {one.id: one.rule.title for one in review.findings}
    for points in _by_count(review.points):
        first = points[0]
        parts = [first.accused.name if first.accused else "被告人未录入", first.charge or "罪名未录入"]
        if first.incident:
            parts.append(f"{first.incident.id} {content(first.incident)}")
        _say(console, " · ".join(parts), f"  {first.count.id} ", "bold")
        for one in points:
            if one.state is not FactState.NO_OBSTACLE:
                _point(one, titles, console)
        clear = [one.fact.id for one in points if one.state is FactState.NO_OBSTACLE]
        if clear:
            _say(
                console,
                f"{_listed(clear)}（{len(clear)} 个）",
                f"    {STATES[FactState.NO_OBSTACLE][0]} 未见障碍：",
            )


def _by_count(points: tuple[PointLine, ...]) -> Iterator[list[PointLine]]:
    groups: dict[int, list[PointLine]] = {}
    for one in points:
        groups.setdefault(one.count.number, []).append(one)
    yield from groups.values()


def _point(one: PointLine, titles: dict[str, str], console: Console) -> None:
    """A point with what stands in its way and the evidence it rests on."""
    sign, tone = STATES[one.state]
    route = f"；途径 {one.route}" if one.route else ""
    _say(
        console,
        f"{one.fact.id} {content(one.fact)}{route}",
        f"    {sign} {one.state.label}：",
        _COLOURS[tone],
    )
    for kind, idents in (("法定", one.legal), ("提示", one.hints)):
        for ident in idents:
            _say(console, f"{titles[ident]}（{ident}）", f"      {kind}：")
    for title in one.pending:
        _say(console, title, "      待查：")
    names = []
    for row in one.supports:
        notes = [] if row.supports else ["反对"]
        notes += (
            ["不能用"] if row.rung.truth is Truth.NO else ["未定"] if row.rung.truth is Truth.UNKNOWN else []
        )
        names.append(row.item.id + (f"（{'，'.join(notes)}）" if notes else ""))
    _say(console, _listed(names) or "没有录入证据", "      证据：")


# ---------------------------------------------------------------- what is next, and the limits


def _mismatches(review: Review, console: Console) -> None:
    if not review.mismatches:
        return
    _heading(console, f"文书之间对不上的（{HINT}，{len(review.mismatches)} 处；请由人对照原页，不是结论）")
    for one in review.mismatches:
        _say(console, f"{one.matter}：{one.about}", f"  {HINT}{one.number} ")
        for side in one.sides:
            _say(console, side.page + (f"“{side.quote}”" if side.quote else ""), "      ", "dim")
        if one.result:
            _say(console, one.result, "      核对：")


def _questions(review: Review, console: Console) -> None:
    if not review.questions:
        return
    number = len(review.questions)
    _heading(
        console,
        f"接下来要查明的（共 {number} 问"
        + (f"，先列 {SHOWN_QUESTIONS} 问）" if number > SHOWN_QUESTIONS else "）"),
    )
    for place, one in enumerate(review.questions[:SHOWN_QUESTIONS], 1):
        names = "、".join(subject.name for subject in one.subjects[:_NAMES])
        names += f"等 {len(one.subjects)} 项" if len(one.subjects) > _NAMES else ""
        duty = "〔法定〕" if one.legal_duty else ""
        _say(
            console,
            f"{duty}{one.text} —— 由{one.answers}回答" + (f"；涉及：{names}" if names else ""),
            f"  {place:>2}. ",
        )
        cited = f"（{'；'.join(one.citations[:2])}）" if one.citations else ""
        _say(console, f"{'；'.join(one.because[:_NAMES])}{cited}", "      为了：", "dim")


def _deadlines(review: Review, console: Console) -> None:
    if not review.deadlines:
        return
    _heading(console, f"期限（{len(review.deadlines)}）")
    for one in review.deadlines:
        whose = f"（{one.accused}）" if one.accused else ""
        sign = "■" if one.overdue else "△" if one.status in ("cannot_compute", "not_entered") else "○"
        style = {"■": _COLOURS["bad"], "△": _COLOURS["warn"]}.get(sign)
        _say(
            console,
            f"{one.title}{whose}：自 {at(one.started)} 至 {at(one.due) or '不能计算'}，{one.status_label}",
            f"  {sign} ",
            style,
        )
        notes = [*(f"缺：{name}" for name in one.missing), *one.findings]
        if notes:
            _say(console, "；".join(notes), "      说明：")
        _say(console, "；".join(one.citations), "      依据：", "dim")


def _notes(review: Review, console: Console) -> None:
    if review.not_checked:
        _heading(console, "未检查（不等于没有问题）")
        for one in review.not_checked:
            _say(console, f"{one.what}：{one.why}", "  · ")
    used = schools_used(review)
    _heading(console, "解释口径（可用 --interpretation 名称=学派 切换）")
    for school in [one for one in review.schools if one.interpretation in used]:
        chosen = "默认" if school.by_default else "本次改用"
        _say(
            console,
            f"{school.question}{chosen}：{school.label}（{school.reading}）",
            f"  · {school.interpretation}　",
        )
    rest = [one.interpretation for one in review.schools if one.interpretation not in used]
    if rest:
        _say(console, f"{_listed(rest)}（都用默认）", "  · 本案的发现没有用到的：")
    console.print()
    if review.findings:
        _say(console, "问一条为什么：gaoyao explain 规则 案件文件")
    _say(console, "以上只说明法律上的障碍和待查之处，不判断有罪与否；由有权的人决定并签名。")
    _say(console, provenance(review.material).told(), style="dim")


def summary(reviews: list[Review], console: Console) -> None:
    """One line a case, after writing many files."""
    table = Table(title="审查汇总", title_justify="left")
    for name in ("案件", "法律强制", "应当说明", "有障碍", "待查", "未见障碍", "要查明的问题"):
        table.add_column(name, overflow="fold", justify="left" if name == "案件" else "right")
    for one in reviews:
        states = [sum(point.state is state for point in one.points) for state in STATES]
        weights = [
            sum(found.weight is weight for found in one.findings)
            for weight in (Weight.MANDATORY, Weight.EXPLAIN)
        ]
        table.add_row(
            _cell(one.title or one.case_id),
            *(str(number) for number in (*weights, *states, len(one.questions))),
        )
    console.print(table)
