"""Periods outside the 120 rows of the catalogue that share its arithmetic (rows with another kind)."""

from __future__ import annotations

from gaoyao.law.citation import cite
from gaoyao.procedure.counting import days
from gaoyao.procedure.model import DeadlineRule, Leg, Nature
from gaoyao.procedure.rows._parts import days_row, row
from gaoyao.procedure.rows.appeal import TEN_OR_FIVE

ROWS: tuple[DeadlineRule, ...] = (
    days_row("cpl-95-1", "回复羁押必要性审查建议", "收到释放或者变更建议之日", 10, cite("cpl", 95), name="通知处理情况"),
    row(
        "cpl-105-1", "期间的计算：上诉、抗诉期限",
        Leg("上诉、抗诉", "接到判决书、裁定书之日", None, requires=("doc",), alternatives=TEN_OR_FIVE),
        by=(cite("cpl", 105), cite("cpl", 230)),
    ),
    days_row("cpl-106-1", "申请恢复耽误的期限", "障碍消除之日", 5, cite("cpl", 106, 1), name="申请"),
    row(
        "spc2021-202-1", "以月计算的期间和刑期",
        Leg("期间", "期限起算之日", None, words=("期限",)),
        Leg("刑期", "刑期起算之日", None, Nature.SENTENCE, selected_by=(("is_sentence", True),)),
        by=(cite("spc2021", 202),),
    ),
    days_row("spp2019-665-1", "回复流程监控通知", "收到流程监控通知之日", 10, cite("spp2019", 665), name="回复"),
    row(
        "ed2016-12-1", "制作协助解除冻结通知书",
        Leg("制作通知书", "决定解除冻结之日", days(3)), by=(cite("ed2016", 12),),
    ),
)  # fmt: skip
