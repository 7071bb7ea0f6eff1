"""Interpretations used, what was not checked, and the limits of the page."""

from __future__ import annotations

from gaoyao.law.interpretations import INTERPRETATIONS
from gaoyao.review.model import FORMAT, Review, SchoolLine
from gaoyao.review.provenance import provenance
from gaoyao.review.render.markup import Safe, fold, join, row, table, tag

_SHOWN = 40
_HEADS = ("问题", "本次所用", "主张者", "为什么默认", "其他说法与切换命令")


def not_checked(review: Review) -> Safe:
    """What could not be checked; never a pass."""
    heading = tag("h2", f"未检查（{len(review.not_checked)}）")
    if not review.not_checked:
        return join((heading, tag("p", "没有未检查的部分。")))
    lead = tag("p", "未检查不等于没有问题。", class_="soft")
    rows = [row((one.what, one.why), "row") for one in review.not_checked]
    heads = ("什么", "为什么")
    parts = [heading, lead, table("未检查的部分", heads, rows[:_SHOWN])]
    if len(rows) > _SHOWN:
        parts.append(fold(f"其余 {len(rows) - _SHOWN} 项", table("未检查的部分（续）", heads, rows[_SHOWN:])))
    return join(parts)


def schools(review: Review) -> Safe:
    """Which school of every disputed point was used, who holds it, and how to switch."""
    lead = tag(
        "p",
        "法律没有规定或者看法不一的地方，本软件写明用了哪一说；机构可以改用另一说，审查意见会随之改变。",
        class_="soft",
    )
    used = schools_used(review)
    parts = [tag("h2", f"解释口径（{len(review.schools)}）"), lead]
    for caption, wanted in (("本案的发现用到的，或者本次改用的", True), ("本案的发现没有用到的", False)):
        rows = [_school(one) for one in review.schools if (one.interpretation in used) is wanted]
        if rows:
            made = table(f"解释口径：{caption}（{len(rows)}）", _HEADS, rows, class_="schools")
            parts.append(made if wanted else fold(f"{caption}（{len(rows)}）", made, class_="twin"))
    return join(parts)


def schools_used(review: Review) -> frozenset[str]:
    """The interpretations that a finding of this review names, and those switched for it."""
    named = {one.rule.interpretation[0] for one in review.findings if one.rule.interpretation}
    return frozenset(named | {one.interpretation for one in review.schools if not one.by_default})


def _school(one: SchoolLine) -> Safe:
    used = join((tag("strong", one.label), f"（{'默认' if one.by_default else '本次改用'}）：{one.reading}"))
    known = INTERPRETATIONS.get(one.interpretation)
    idents = {school.label: school.id for school in known.schools} if known else {}
    others = [
        tag(
            "li",
            f"{label}：{reading} ",
            tag("code", f"--interpretation {one.interpretation}={idents[label]}") if label in idents else "",
        )
        for label, reading in one.others
    ]
    return row(
        (one.question, used, one.holders, one.why_default, tag("ul", *others)),
        "row",
        id=f"school-{one.interpretation}",
    )


def footer(review: Review) -> Safe:
    """What this page can and cannot say, and how it was made."""
    limits = (
        "本页只说明法律上的障碍、待查之处和补救办法，不判断有罪与否，不评价证明程度，不预测量刑；由有权的人决定并签名。",
        "所有内容来自录入的案卷；没有录入、没有读到、没有规则的事项，本页不能发现。",
        "条文以自己的话概述，引用前请核对原文；标有“条号未核”的不得直接写入文书。",
        "打印件省略推理过程、与图内容相同的文字表和没有用到的解释口径，电子版可以展开。",
    )
    made = (
        f"{provenance(review.material).told()} · {FORMAT} · 审查者：{review.role_label} · 审查日 {review.today.isoformat()} · "
        f"适用法律日 {review.hearing.isoformat()} · {review.stage_label} · 运行规则 {review.rules_run} 条"
    )
    mark = tag("p", "本案为虚构案例，与任何真实的人和事无关。") if review.invented else ""
    return tag(
        "footer", tag("h2", "说明"), tag("ul", *(tag("li", one) for one in limits)), mark, tag("p", made)
    )
