"""Values and subjects as a person reads them: 12页, 2021-03-05, 证据 E1《讯问笔录（第一次）》.  虚构材料。"""

from __future__ import annotations

import math

import pytest

from gaoyao.dossier.chain import MAIN
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.model import Absent, Amount, Span, Value
from gaoyao.dossier.texts import span_text, value_text
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Case, Conflict, Incident, Item
from gaoyao.logic.tree import Field
from gaoyao.logic.truth import Why
from tests.dossier.logs import begin, small

DAY = 1440
MARCH5 = 18691 * DAY  # 2021-03-05

TEXTS: list[tuple[str, Field, Value, str]] = [
    ("是", Item.shown, True, "是"),
    ("否", Item.shown, False, "否"),
    ("选项写中文", Item.type, "expert", "鉴定意见"),
    ("没有记载", Item.shown, Absent(Why.FILE_SILENT), "卷内无记载"),
    ("整数", Case.unread_pages, Amount(12, 12, "十二页"), "12页"),
    ("大数不写成科学记数", Incident.amount, Amount(1234567, 1234567, "1234567元"), "1234567元"),
    ("小数", Incident.amount, Amount(0.5, 0.5, "5角"), "0.5元"),
    ("约数：写明原文和区间", Incident.amount, Amount(9, 11, "约10元"), "约10元（9至11元）"),
    ("以上", Incident.amount, Amount(5, math.inf, "5元以上"), "5元以上"),
    ("以下", Incident.amount, Amount(-math.inf, 5, ""), "5元以下"),
    ("时刻", Item.happened, Span(MARCH5 + 1380, MARCH5 + 1380, "3月5日23时"), "2021-03-05 23:00"),
    ("某日", Item.happened, Span(MARCH5, MARCH5 + DAY - 1, "2021年3月5日"), "2021-03-05"),
    ("某月", Item.happened, Span(MARCH5 - 4 * DAY, MARCH5 + 27 * DAY - 1, "2021年3月"), "2021-03"),
    ("某年", Item.happened, Span(18628 * DAY, 18993 * DAY - 1, "2021年"), "2021"),
    ("几日之间", Item.happened, Span(MARCH5, MARCH5 + 3 * DAY - 1, "5日到7日"), "5日到7日（2021-03-05至2021-03-07）"),
    ("同日的时段", Item.happened, Span(MARCH5 + 60, MARCH5 + 120, ""), "2021-03-05 01:00至02:00"),
    ("跨日的时段", Item.happened, Span(MARCH5 + 1380, MARCH5 + 1500, ""), "2021-03-05 23:00至2021-03-06 01:00"),
    ("几个月", Item.happened, Span(18628 * DAY, 18687 * DAY - 1, ""), "2021-01至2021-02"),
    ("文字", Item.title, "笔录", "笔录"),
    ("几个编号", Conflict.items, ("E1", "E2"), "E1、E2"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "field", "value", "text"), TEXTS, ids=[row[0] for row in TEXTS])
def test_值按人读的样子写出(case: str, field: Field, value: Value, text: str) -> None:
    assert value_text(field, value) == text, case


def test_超出历法的时间不出错() -> None:
    assert "分钟" in span_text(10**15, 10**15 + 1)


def named() -> CaseFrame:
    log = small()
    with begin(log) as tx:
        for kind, subject, parent in (
            ("person", "P1", ""), ("person", "P2", ""), ("incident", "I1", ""), ("count", "K1", ""), ("doubt", "Y1", ""),
            ("trace", "T1", "E2"), ("trace", "T2", "E2"), ("accused", "A2", ""), ("group", "G1", ""), ("supplement", "B1", ""),
        ):  # fmt: skip
            tx.declare(kind, subject, parent)
        tx.put("person", "P1", "name", "乙某")
        tx.put("person", "P1", "role", "witness")
        tx.put("incident", "I1", "title", "某年某月某日夜间在某市某区某路某号门前发生的一起事件")
        tx.put("count", "K1", "accused", "A1")
        tx.put("count", "K1", "charge", "盗窃罪")
        tx.put("doubt", "Y1", "number", "疑3")
        tx.put("doubt", "Y1", "about", "时间不合")
        tx.put("fact", "F1", "text", "当晚在场")
    return CaseFrame(View(log, [MAIN]))


NAMES = [
    ("证据写编号和名称", "item", "E1", "证据 E1《讯问笔录（第一次）》"),
    ("没有名称的证据写编号", "item", "E2", "证据 E2"),
    ("被告人写姓名", "accused", "A1", "甲某"),
    ("没有姓名的被告人写编号", "accused", "A2", "被告人 A2"),
    ("证人写身份和姓名", "person", "P1", "证人乙某"),
    ("不知姓名的人写编号", "person", "P2", "其他人员 P2"),
    ("长的名称截短", "incident", "I1", "犯罪事实 I1《某年某月某日夜间在某市某区某路某号门前发生的一…》"),
    ("指控写被告人和罪名", "count", "K1", "指控 K1（甲某，盗窃罪）"),
    ("疑点用它的编号", "doubt", "Y1", "疑点 疑3“时间不合”"),
    ("事实写内容", "fact", "F1", "待证事实 F1“当晚在场”"),
    ("讯问随它的证据", "interrogation", "E1.讯问", "证据 E1《讯问笔录（第一次）》的讯问"),
    ("同一证据下几处痕迹写第几项", "trace", "T2", "证据 E2的现场痕迹、生物样本（第2项）"),
    ("没有名称的案件", "case", "C", "本案"),
    ("没有内容的写编号", "supplement", "B1", "补充调查 B1"),
]


@pytest.mark.parametrize(("case", "kind", "subject", "name"), NAMES, ids=[row[0] for row in NAMES])
def test_对象按人的叫法(case: str, kind: str, subject: str, name: str) -> None:
    frame = named()
    assert frame.name(kind, frame.number(kind, subject)) == name, case
