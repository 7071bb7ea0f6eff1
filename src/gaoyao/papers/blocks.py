"""Parts that several papers share: the case, findings, registers, facts, the closing lines."""

from __future__ import annotations

from collections.abc import Iterable

from gaoyao.dossier.vocabulary import Alibi, Case, Conflict, Doubt, Favourable, Rival
from gaoyao.law.citation import Citation
from gaoyao.law.interpretations import INTERPRETATIONS
from gaoyao.law.rule import Weight
from gaoyao.papers.material import Material
from gaoyao.papers.quotable import UNQUOTED, briefly, official, quotable
from gaoyao.papers.sheet import Cell, Sheet, plain
from gaoyao.review.model import Finding, PointLine
from gaoyao.review.render.wording import content, told

_REGISTERS = (
    ("矛盾", Conflict, Conflict.about, Conflict.status, Conflict.reason),
    ("疑点", Doubt, Doubt.about, Doubt.status, Doubt.reason),
    ("其他可能", Rival, Rival.story, Rival.status, Rival.reason),
    ("不在场主张", Alibi, Alibi.content, Alibi.status, Alibi.reason),
)


def case_form(sheet: Sheet, m: Material) -> None:
    """The case in one form, and how pages and lines are to be read."""
    r = m.review
    law = f"{r.hearing}" + ("" if r.hearing_entered else "（未录入开庭或裁判日，以草拟日代替）")
    sheet.pairs(
        [
            ("案件名称", plain(r.title) or "未录入", "案号", m.number),
            ("被告人", m.accused, "指控罪名", m.charges),
            ("诉讼阶段", r.stage_label, "审理程序", m.of_case(Case.procedure)),
            ("阅看身份", r.role_label, "适用法律日", law),
        ]
    )
    sheet.note(f"页码为卷宗页码；括号内的行数为案件文件“{m.file}”的行号，供核对录入。")


def basis(found: Finding) -> str:
    """The quotable articles of a finding in short form, or that none may be quoted."""
    return briefly(quotable(found.citations)) or UNQUOTED


def by_rule(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings of one rule together, in order."""
    groups: dict[str, list[Finding]] = {}
    for one in findings:
        groups.setdefault(one.rule.id, []).append(one)
    return list(groups.values())


def findings_of(sheet: Sheet, m: Material, weight: Weight) -> None:
    """Every finding of a weight: what its rule shares once, then subject, reason and place."""
    chosen = [one for one in m.review.findings if one.weight is weight]
    if not chosen:
        sheet.say(f"本次检查没有“{weight.label}”的发现。")
    for group in by_rule(chosen):
        finding_group(sheet, m, group)


def finding_group(sheet: Sheet, m: Material, group: list[Finding]) -> None:
    """The findings of one rule under a second heading."""
    first = group[0]
    sheet.subheading(f"{first.rule.title}" + (f"（{len(group)}项）" if len(group) > 1 else ""))
    sheet.say(basis(first), "依据：")
    if first.rule.consequence:
        sheet.say(first.rule.consequence, "后果：")
    if first.rule.cure:
        sheet.say(first.rule.cure, "补救：")
    if first.rule.interpretation is not None:
        name, school = first.rule.interpretation
        row = INTERPRETATIONS[name]
        sheet.say(f"{row.question}本次按“{row.school(school).label}”。", "解释口径：")
    for number, one in enumerate(group, 1):
        label = f"{number}．" if len(group) > 1 else ""
        where = m.finding_place(one)
        sheet.say(
            f"{told(one)}" + (f"（出处：{where}）" if where else ""), f"{label}{one.id}　{one.subject.name}："
        )


def facts_table(sheet: Sheet, m: Material) -> None:
    """Every point: the fact, its state, what stands in the way; ids as used elsewhere in the paper."""
    if not m.review.points:
        sheet.say("没有录入待证事实，事实部分未检查。")
        return
    rows: dict[tuple[Cell, ...], list[str]] = {}
    for one in m.review.points:
        row = (
            one.fact.id,
            (content(one.fact), m.place(one.fact.id)),
            one.state.label,
            _evidence_of(one),
            _barred(m, one),
        )
        who = f"{one.count.id} {one.accused.name if one.accused else '被告人未录入'}，{one.charge or '罪名未录入'}"
        rows.setdefault(row, []).append(who)
    sheet.table(
        ("编号", "待证事实及出处", "指控", "状态", "证据", "障碍、提示、待查"),
        (4, 12, 9, 4, 10, 15),
        [(*row[:2], tuple(counts), *row[2:]) for row, counts in rows.items()],
    )


def _evidence_of(one: PointLine) -> Cell:
    told = tuple(
        f"{word}{' '.join(ids)}"
        for word, wanted in (("支持：", True), ("反对：", False))
        if (ids := [row.item.id for row in one.supports if row.supports is wanted])
    )
    return told or "没有录入证据"


def _barred(m: Material, one: PointLine) -> Cell:
    titles = {found.id: found for found in m.review.findings if found.subject.kind == "point"}
    barred = [
        f"{kind}：{titles[ident].rule.title}（{basis(titles[ident])}）"
        for kind, idents in (("法定", one.legal), ("提示", one.hints))
        for ident in idents
    ]
    return (*barred, *(f"待查：{title}" for title in one.pending)) or "—"


def registers(sheet: Sheet, m: Material) -> None:
    """Contradictions, doubts, rivals and alibis with what became of them; nothing entered is said, not passed over."""
    for label, kind, about, status, reason in _REGISTERS:
        found = m.subjects(kind.kind)
        if not found:
            sheet.say(f"{label}：没有录入。")
            continue
        items, facts = kind.fields["items"], kind.fields["facts"]
        rows = [
            (
                one,
                (m.told(about, one), m.place(one)),
                "、".join([*m.refs(facts, one), *m.refs(items, one)]) or "—",
                m.told(status, one),
                m.words(reason, one) or "—",
            )
            for one in found
        ]
        sheet.say(f"{label}（{len(found)}项）", keep=True)
        sheet.table(("编号", "内容及出处", "涉及的事实、证据", "处理", "理由"), (4, 16, 9, 6, 12), rows)


def ledger(sheet: Sheet, m: Material) -> None:
    """What speaks for the accused, and who has answered it."""
    found = m.subjects("favourable")
    if not found:
        sheet.say("有利于被告人的证据没有登记。没有登记不等于没有，请核对全卷。")
        return
    rows = [
        (
            one,
            (m.told(Favourable.about, one), m.place(one)),
            "、".join([*m.refs(Favourable.items, one), *m.refs(Favourable.facts, one)]) or "—",
            m.told(Favourable.transferred, one),
            m.told(Favourable.status, one),
            m.words(Favourable.reason, one) or "—",
        )
        for one in found
    ]
    sheet.table(("编号", "内容及出处", "证据、事实", "已移送", "回应", "理由"), (4, 14, 8, 5, 8, 11), rows)


def unchecked(sheet: Sheet, m: Material) -> None:
    """What was not checked: never a pass."""
    if not m.review.not_checked:
        sheet.say("没有未检查的部分。")
    for number, one in enumerate(m.review.not_checked, 1):
        sheet.say(f"{one.what}：{one.why}", f"{number}．")


def instruments(sheet: Sheet, cited: Iterable[Citation]) -> None:
    """The full titles behind the short forms, each once, with the articles used."""
    groups: dict[str, list[Citation]] = {}
    for one in quotable(cited):
        groups.setdefault(one.instrument_id, []).append(one)
    if not groups:
        return
    sheet.heading("所引规定全称")
    for number, group in enumerate(groups.values(), 1):
        first = group[0]
        articles = sorted(
            group, key=lambda one: (one.article, one.sub or 0, one.paragraph or 0, one.item or 0)
        )
        full = official(first).removesuffix(first.provision)
        sheet.say(
            f"{full}：{'、'.join(dict.fromkeys(one.provision for one in articles))}。",
            f"{number}．{first.instrument.short}，即",
        )


def closing(sheet: Sheet, signers: tuple[str, ...]) -> None:
    """What the paper is not, the day of the draft, and blank lines for the people who answer for it."""
    sheet.note(
        "本文书由软件根据录入内容草拟，只列法律上的障碍、理由和待查之处，不判断有罪与否；经有权的人员核对、修改并签名后才成为文书。",
        keep=True,
    )
    sheet.dated()
    sheet.signed(signers)
