"""一百二十行期限：齐全、能算、有条文，任何一行缺起算事件都不会说“未超期”。"""

from collections import Counter
from datetime import date, datetime

import pytest

from gaoyao.procedure import CATALOGUE, RULES, SUPPLEMENTARY, Declared, Nature, Status, compute, rule
from gaoyao.procedure.counting import months
from gaoyao.procedure.legs import QUESTIONS
from gaoyao.procedure.rows import UnknownDeadlineError

START = datetime(2025, 3, 3, 10, 20)
LEGS = [(row, leg) for row in RULES.values() for leg in row.legs]
NAMES = [f"{row.id}·{leg.name}" for row, leg in LEGS]
FULL = {
    "doc": "判决", "measure": "取保候审",
}  # fmt: skip


def test_目录一百二十行_各来源的行数():
    assert len(CATALOGUE) == 120
    assert not set(CATALOGUE) & set(SUPPLEMENTARY)
    assert Counter(name.split("-")[0] for name in CATALOGUE) == {
        "cpl": 44, "dr2019": 1, "gp2012": 1, "hy2002": 1, "jcf2024": 1, "la2021": 2, "mps2020": 14,
        "spc2013": 1, "spc2021": 18, "spp2019": 37,
    }  # fmt: skip


@pytest.mark.parametrize(("row", "leg"), LEGS, ids=NAMES)
def test_每一段期限都有条文_起算和长度(row, leg):
    assert row.citations
    assert leg.start
    assert (
        leg.length is not None
        or leg.alternatives
        or leg.stays_open
        or leg.approval
        or row.id == "spc2021-202-1"
    )
    for alternative in leg.alternatives:
        assert all(name in QUESTIONS for name, _ in alternative.when)
        assert alternative.reason
    for extension in leg.extensions:
        assert extension.citations
        assert set(extension.after) <= {other.key for other in leg.extensions}
    assert all(exemption.citations for exemption in leg.exemptions)


@pytest.mark.parametrize(("row", "leg"), LEGS, ids=NAMES)
def test_事实齐全时每一段都算得出(row, leg):
    declared = Declared(
        start=START, leg=leg.name, in_custody=True, attributes=FULL,
        amount=months(2) if leg.length is None else None,
        papers_assumed=True,
    )  # fmt: skip
    answer = compute(row, declared)
    if leg.stays_open:
        assert answer.status is Status.SUSPENDED
        return
    assert answer.due is not None, answer.explain()
    day = answer.due.date() if isinstance(answer.due, datetime) else answer.due
    if leg.direction.value == "backward":
        assert day < START.date()
    else:
        assert day >= START.date()


@pytest.mark.parametrize(("row", "leg"), LEGS, ids=NAMES)
def test_缺起算事件不能计算_说得出缺什么(row, leg):
    answer = compute(row, Declared(leg=leg.name, in_custody=True, attributes=FULL), today=date(2026, 1, 1))
    assert answer.due is None
    assert answer.status is Status.CANNOT_COMPUTE
    assert leg.start in answer.missing


@pytest.mark.parametrize(("row", "leg"), LEGS, ids=NAMES)
def test_羁押期限永远不因节假日延长(row, leg):
    if leg.nature is not Nature.CUSTODY or leg.length is None or not (leg.length.days or leg.length.months):
        return
    for start in (date(2025, 1, 24), date(2025, 4, 1), date(2025, 7, 1), date(2025, 9, 1), date(2025, 9, 24)):
        answer = compute(row, Declared(start=start, leg=leg.name, in_custody=True, papers_assumed=True))
        assert answer.due == answer.raw_due


def test_在押是期限或者当时案件的属性():
    assert {row.id for row in CATALOGUE.values() if row.legs[0].nature is Nature.CASE} >= {
        "cpl-172-1", "cpl-175-1", "cpl-204-1", "cpl-208-1", "cpl-220-1", "cpl-225-1", "cpl-243-1",
        "spc2021-210-1",
        "spp2019-346-1", "spp2019-351-1", "spp2019-421-1",
    }  # fmt: skip
    assert rule("cpl-156-1").legs[0].nature is Nature.CUSTODY
    assert rule("cpl-230-1").legs[0].nature is Nature.ORDINARY


def test_条文核对过的行才算已核():
    assert all(row.verified for row in CATALOGUE.values())
    assert not rule("ed2016-12-1").verified


def test_不认识的编号说出相近的():
    with pytest.raises(UnknownDeadlineError, match="cpl-208-1"):
        rule("cpl-208")


def test_不认识的期限名称列出可选的():
    with pytest.raises(ValueError, match="申请、不同意决定"):
        compute("spc2021-210-2", Declared(start=START, leg="复核"))
