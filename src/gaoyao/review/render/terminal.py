"""A review on the terminal (rich): what compels first, then standing, facts, questions; plain text into a pipe."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from gaoyao.law.interpretations import INTERPRETATIONS
from gaoyao.law.rule import Weight
from gaoyao.review.model import FactState, Finding, Review
from gaoyao.review.standing import Rung

_COLOURS = {Weight.MANDATORY: "bold red", Weight.EXPLAIN: "yellow", Weight.RISK: "cyan", Weight.CLUE: "dim"}
_RUNGS = {Rung.USABLE: "green", Rung.CURED: "green", Rung.PENDING: "yellow", Rung.CURABLE: "yellow"}
_STATES = {FactState.NO_OBSTACLE: "green", FactState.OPEN: "yellow", FactState.OBSTACLE: "bold red"}
SHOWN_QUESTIONS = 20


def render(review: Review, console: Console) -> None:
    """Print the whole review; nothing is hidden except questions beyond the first twenty, which are counted."""
    mark = "（虚构案例）" if review.invented else ""
    console.rule(f"[bold]{escape(review.title or review.case_id or '未命名案件')}[/bold]{mark}")
    by = "录入的开庭或裁判日" if review.hearing_entered else "未录入开庭日，以今日代替"
    console.print(f"{review.stage_label} · 审查者：{review.role_label} · 今日 {review.today} · 适用法律日 {review.hearing}（{by}）")
    if review.certificate.granted:
        console.print("[bold green]未见障碍[/]：本次运行的检查没有发现法律障碍，也没有未检查的部分。由审判人员判断。")
    else:
        console.print("[bold]不出具“未见障碍”[/]：" + "；".join(map(escape, review.certificate.withheld_because)))
    _items(review, console)
    _points(review, console)
    _findings(review, console)
    _questions(review, console)
    _deadlines(review, console)
    _notes(review, console)


def _items(review: Review, console: Console) -> None:
    if not review.items:
        return
    table = Table(title="证据的处境", title_justify="left", show_lines=False)
    for name in ("证据", "种类", "处境", "页码", "发现"):
        table.add_column(name, overflow="fold")
    for one in review.items:
        colour = _RUNGS.get(one.rung, "red")
        table.add_row(escape(one.subject.name), one.type, f"[{colour}]{one.rung.label}[/]", escape(one.page), "、".join(one.findings))
    console.print(table)


def _points(review: Review, console: Console) -> None:
    if not review.points:
        return
    table = Table(title="待证事实（每一被告人、每一起、每一罪名）", title_justify="left")
    for name in ("被告人", "罪名", "待证事实", "状态", "障碍与提示", "依据的证据"):
        table.add_column(name, overflow="fold")
    titles = {one.id: one.rule.title for one in review.findings}
    for one in review.points:
        why = [f"法定：{titles[i]}（{i}）" for i in one.legal] + [f"提示：{titles[i]}（{i}）" for i in one.hints]
        why += [f"待查：{title}" for title in one.pending]
        support = "、".join(f"{row.item.id}{'' if row.supports else '（反对）'}" for row in one.supports)
        table.add_row(
            escape(one.accused.name if one.accused else "—"), escape(one.charge), escape(one.fact.name),
            f"[{_STATES[one.state]}]{one.state.label}[/]", escape("\n".join(why)), escape(support),
        )  # fmt: skip
    console.print(table)


def _findings(review: Review, console: Console) -> None:
    for weight in Weight:
        rows = [one for one in review.findings if one.weight is weight]
        if rows:
            console.print(f"\n[{_COLOURS[weight]}]{weight.label}（{len(rows)}）[/]" + ("：依法应当如此处理，由审判人员确认" if weight is Weight.MANDATORY else ""))
        for one in rows:
            _finding(one, console, review.words)


def _finding(one: Finding, console: Console, words: Mapping[str, str]) -> None:
    console.print(f"  [bold]{one.id} {escape(one.rule.title)}[/] — {escape(one.subject.name)}")
    console.print(f"     理由：{escape(one.sentence)}")
    where = "；".join(dict.fromkeys(place(source.page, source.file, source.line) for source in one.sources))
    if where:
        console.print(f"     出处：{escape(where)}")
    console.print(f"     依据：{escape('；'.join(cited.brief for cited in one.citations))}")
    for cited in one.citations:
        if cited.full in words:
            console.print(f"       原文 {escape(cited.brief)}：{escape(' '.join(words[cited.full].split()))}")
    console.print(f"     后果：{escape(one.rule.consequence)}")
    if one.rule.cure:
        console.print(f"     补救：{escape(one.rule.cure)}")
    if one.school:
        console.print(f"     口径：{escape(school_text(one))}（见文末“解释口径”）")


def school_text(one: Finding) -> str:
    """The name of the school a finding used."""
    if one.rule.interpretation is None:
        return ""
    name, school = one.rule.interpretation
    return INTERPRETATIONS[name].school(school).label


def place(page: str, file: str, line: int) -> str:
    """An address as a person reads it: 卷二第15页 · 案卷.yaml:12."""
    spot = f"{file}:{line}" if file and line else file
    return " · ".join(part for part in (page, spot) if part)


def _questions(review: Review, console: Console) -> None:
    if not review.questions:
        return
    console.print(f"\n[bold]接下来要查明的（共 {len(review.questions)} 问，先列 {min(SHOWN_QUESTIONS, len(review.questions))} 问）[/]")
    for number, one in enumerate(review.questions[:SHOWN_QUESTIONS], 1):
        names = "、".join(subject.name for subject in one.subjects[:3]) + (f"等{len(one.subjects)}项" if len(one.subjects) > 3 else "")
        duty = "〔法定〕" if one.legal_duty else ""
        console.print(f"  {number}. {duty}{escape(one.text)} —— 由{one.answers}回答；涉及：{escape(names)}")
        console.print(f"     为了：{escape('；'.join(one.because[:3]))}（{escape('；'.join(one.citations[:2]))}）")


def _notes(review: Review, console: Console) -> None:
    if review.not_checked:
        console.print("\n[bold]未检查[/]")
        for one in review.not_checked:
            console.print(f"  · {escape(one.what)}：{escape(one.why)}")
    console.print("\n[bold]解释口径[/]（可用 --interpretation 名称=学派 切换）")
    for school in review.schools:
        chosen = "默认" if school.by_default else "本次改用"
        console.print(f"  · {school.interpretation}：{escape(school.question)} {chosen}：{escape(school.label)}（{escape(school.reading)}）")
    console.print("以上只说明法律上的障碍和待查之处，不判断有罪与否；由有权的人决定并签名。")


def summary(reviews: list[Review], console: Console) -> None:
    """One line a case, after writing many files."""
    table = Table(title="审查汇总", title_justify="left")
    for name in ("案件", "法律强制", "应当说明", "有障碍", "待查", "未见障碍", "要查明的问题"):
        table.add_column(name, overflow="fold")
    for one in reviews:
        states = [sum(point.state is state for point in one.points) for state in (FactState.OBSTACLE, FactState.OPEN, FactState.NO_OBSTACLE)]
        weights = [sum(found.weight is weight for found in one.findings) for weight in (Weight.MANDATORY, Weight.EXPLAIN)]
        table.add_row(escape(one.title), *(str(number) for number in (*weights, *states, len(one.questions))))
    console.print(table)


def _deadlines(review: Review, console: Console) -> None:
    if not review.deadlines:
        return
    table = Table(title="期限", title_justify="left")
    for name in ("期限", "被告人", "起算", "届满", "状态", "依据"):
        table.add_column(name, overflow="fold")
    for one in review.deadlines:
        notes = "；".join((*(f"缺：{name}" for name in one.missing), *one.findings))
        label = f"[bold red]{one.status_label}[/]" if one.overdue else one.status_label
        table.add_row(escape(one.title), escape(one.accused), one.started, one.due, label + (f"（{escape(notes)}）" if notes else ""),
                      escape("；".join(one.citations[:3])))  # fmt: skip
    console.print(table)
