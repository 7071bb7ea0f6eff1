"""The four fixed stress tests, in words (proof model C3.5)."""

from __future__ import annotations

from gaoyao.review.breaking import Breaker
from gaoyao.review.losses import Change
from gaoyao.review.model import PointChange, Robustness, StressLine
from gaoyao.review.states import OBSTACLE, STATE
from gaoyao.review.supposing import Loss, first_confessions, officers, opinions, statements

SHOWN = 3


def robustness(breaker: Breaker) -> Robustness:
    """Everything about how easily the facts of one case break."""
    return Robustness(breaker.lines(), stress(breaker))


def stress(breaker: Breaker) -> tuple[StressLine, ...]:
    """Without any statement of any accused; without any one expert opinion; without anything one officer obtained;
    with the first confession excluded for torture."""
    frame = breaker.losses.frame
    said = statements(frame)
    first = first_confessions(frame)
    return (
        _line(breaker, "statements", "去掉全部被告人供述和辩解", "被告人供述和辩解", [("全部被告人供述和辩解", said)] if said else []),
        _line(breaker, "expert_opinion", "逐一去掉每一份鉴定意见", "鉴定意见", opinions(frame)),
        _line(breaker, "officer", "逐一去掉每一名办案人员参与取得的全部证据", "办案人员取得的证据", officers(frame)),
        _told(
            breaker, "first_confession", "假定首次供述系刑讯逼供取得而被排除，受其影响的重复性供述一并排除（刑诉法解释第一百二十四条）",
            "承认犯罪的供述", [("首次供述及重复性供述", frozenset(first), breaker.losses.excluding(first))] if first else [],
        ),
    )  # fmt: skip


def _line(breaker: Breaker, ident: str, label: str, what: str, losses: list[tuple[str, Loss]]) -> StressLine:
    changes = breaker.changes([lost for _, lost in losses])
    return _told(
        breaker,
        ident,
        label,
        what,
        [(name, lost, each) for (name, lost), each in zip(losses, changes, strict=True)],
    )


def _told(
    breaker: Breaker, ident: str, label: str, what: str, tried: list[tuple[str, Loss, tuple[Change, ...]]]
) -> StressLine:
    moved = [
        (name, lost, tuple(one for one in changes if one.after != one.before))
        for name, lost, changes in tried
    ]
    changing = [one for one in moved if one[2]]
    if not changing:
        sentence = (
            f"{label}：各待证点的状态不变。" if tried else f"{label}：本案没有录入{what}，这一项没有可试的。"
        )
        return StressLine(ident, label, sentence, len(tried), 0, "", (), ())
    name, lost, changes = max(changing, key=lambda one: _weight(one[2]))
    lines = tuple(
        PointChange(
            breaker.subject("point", one.point), STATE[one.before], STATE[one.after], breaker.added(one)
        )
        for one in changes
    )
    items = tuple(breaker.subject("item", item) for item in sorted(lost))
    several = (
        f"共试 {len(tried)} 次，其中 {len(changing)} 次有变化；影响最大的是{name}："
        if len(tried) > 1
        else f"{name}："
    )
    return StressLine(
        ident, label, f"{label}：{several}{_words(lines)}。", len(tried), len(changing), name, items, lines
    )


def _weight(changes: tuple[Change, ...]) -> tuple[int, int, int]:
    """How much worse: new obstacles first, then points that are worse, then points that changed."""
    return (
        sum(one.after == OBSTACLE for one in changes if one.after > one.before), sum(one.after > one.before for one in changes), len(changes),
    )  # fmt: skip


def _words(lines: tuple[PointChange, ...]) -> str:
    told = [
        f"{one.point.name}由{one.before.label}变为{one.after.label}"
        + (f"（{'、'.join(one.because)}）" if one.because else "")
        for one in lines[:SHOWN]
    ]
    return "；".join(told) + (f"；另有 {len(lines) - SHOWN} 个待证点有变化" if len(lines) > SHOWN else "")
