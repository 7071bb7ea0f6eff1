"""同一案件在二〇一二、二〇一五、二〇一九、二〇二二年审理，引用四套条文；没有文本的版本指名说出，不默不作声。案例虚构。"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import View, readable
from gaoyao.law.citation import cite
from gaoyao.law.instruments import INSTRUMENTS, family_in_force
from gaoyao.law.rule import Weight
from gaoyao.law.versions import FAMILIES, unavailable, uncited
from gaoyao.review.api import review
from gaoyao.review.engine import rules
from gaoyao.review.model import Review

CASE = """皋陶: 1
案件: {标识: C, 案件名称: 虚构的旧案, 虚构案件: 是, 诉讼阶段: 一审, 审理程序: 普通程序, 法院级别: 基层, 可能判处无期徒刑: 是}
被告人: [{标识: A1, 姓名: 甲某}]
权利登记: [{标识: R1, 被告人: A1, 权利: 最后陈述, 本审级、本程序适用: 是, 已行使: 否, 明确放弃: 否}]
庭审: [{标识: T1, 类型: 开庭审理, 公开情况: {标识: G1, 公开进行: 否, 不公开的事由: 没有法定事由}}]
辩护申请: [{标识: Q1, 申请事项: 通知证人等出庭, 已作出决定: 否}]
证据: [{标识: E1, 证据种类: 被告人供述和辩解, 用以证明不利于被告人的事实: 是, 讯问: {经被讯问人核对确认: 否}}]
"""
TWELVE, FIFTEEN, NINETEEN, TWENTY_TWO = (
    date(2012, 5, 10),
    date(2015, 5, 10),
    date(2019, 5, 10),
    date(2022, 5, 10),
)


def tried(on: date) -> Review:
    return review(View(load(CASE).log, readable("judge")), date(2024, 6, 1), hearing=on)


def cited(on: date, rule: str) -> list[str]:
    return [one.brief for found in tried(on).findings if found.rule.id == rule for one in found.citations]


# 审理日、规则、所引的条文：四个时期四套。
FOUR = [
    (TWELVE, "principles.last_statement_denied", "刑事诉讼法（1996）第一百六十条〔条号未核〕"),
    (FIFTEEN, "principles.last_statement_denied", "刑诉法解释（2012）第二百三十五条"),
    (NINETEEN, "principles.last_statement_denied", "刑事诉讼法第一百九十八条第三款"),
    (NINETEEN, "principles.last_statement_denied", "刑诉法解释（2012）第二百三十五条"),
    (TWENTY_TWO, "principles.last_statement_denied", "刑诉法解释第二百八十七条第一款"),
    (TWELVE, "principles.closed_without_ground", "刑事诉讼法（1996）第一百五十二条〔条号未核〕"),
    (FIFTEEN, "principles.closed_without_ground", "刑诉法解释（2012）第一百八十六条"),
    (NINETEEN, "principles.closed_without_ground", "刑事诉讼法第一百八十八条第一款"),
    (TWENTY_TWO, "principles.closed_without_ground", "刑诉法解释第二百二十二条"),
    (TWELVE, "trial_process.request_unanswered", "刑事诉讼法（1996）第一百五十九条〔条号未核〕"),
    (FIFTEEN, "trial_process.request_unanswered", "刑诉法解释（2012）第五十三条第二款"),
    (NINETEEN, "trial_process.request_unanswered", "刑事诉讼法第一百九十七条第三款"),
    (TWENTY_TWO, "trial_process.request_unanswered", "刑诉法解释第六十一条第二款"),
    (TWELVE, "management.level_too_low", "刑事诉讼法（1996）第二十条第（二）项〔条号未核〕"),
    (FIFTEEN, "management.level_too_low", "刑诉法解释（2012）第十五条第一款"),
    (TWENTY_TWO, "management.level_too_low", "刑诉法解释第十七条第一款"),
    (FIFTEEN, "confession.unconfirmed", "刑诉法解释（2012）第八十一条第（一）项"),
    (TWENTY_TWO, "confession.unconfirmed", "刑诉法解释第九十四条第（一）项"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("on", "rule", "article"), FOUR, ids=[f"{on:%Y} {rule} {article}" for on, rule, article in FOUR]
)
def test_审理时施行哪一套就引哪一套(on: date, rule: str, article: str) -> None:
    assert article in cited(on, rule)


def test_四个时期引用的条文两两不同() -> None:
    sets = [
        tuple(cited(on, "principles.last_statement_denied")) for on in (TWELVE, FIFTEEN, NINETEEN, TWENTY_TWO)
    ]
    assert len(set(sets)) == 4


def test_引用的每一条在审理日都在施行() -> None:
    for on in (TWELVE, FIFTEEN, NINETEEN, TWENTY_TWO):
        assert tried(on).findings
        for found in tried(on).findings:
            assert all(one.in_force(on) for one in found.citations), found.rule.id


def test_只有未核条号的发现不强制() -> None:
    found = [one for one in tried(TWELVE).findings if one.rule.id == "principles.last_statement_denied"]
    assert [one.weight for one in found] == [Weight.RISK]
    assert {
        one.weight for one in tried(FIFTEEN).findings if one.rule.id == "principles.last_statement_denied"
    } == {Weight.MANDATORY}


# 审理日 → 未检查里点名的没有文本的版本。
NAMED = [
    (TWELVE, "刑事诉讼法（1996）"), (TWELVE, "刑诉法解释（1998）"), (FIFTEEN, "刑事诉讼法（2012）"),
]  # fmt: skip


@pytest.mark.parametrize(("on", "version"), NAMED)
def test_没有文本的版本指名说出(on: date, version: str) -> None:
    assert any(version in line.what + line.why for line in tried(on).not_checked)
    assert not tried(on).certificate.granted


def test_文本齐全的时期不说没有文本() -> None:
    assert [line.what for line in tried(TWENTY_TWO).not_checked if "没有文本可核" in line.why] == []


def test_没有对象的规则不列入旧法未检查() -> None:
    assert not any("死刑复核" in line.what for line in tried(TWELVE).not_checked)


# 某一天施行的是哪个版本。
IN_FORCE = [
    ("cpl", "1996-12-31", None), ("cpl", "2012-12-31", "cpl1996"), ("cpl", "2013-01-01", "cpl2012"), ("cpl", "2018-10-25", "cpl2012"),
    ("cpl", "2018-10-26", "cpl"), ("spcint", "2012-12-31", "spc1998"), ("spcint", "2013-01-01", "spc2012"),
    ("spcint", "2021-02-28", "spc2012"), ("spcint", "2021-03-01", "spc2021"), ("spprules", "2012-12-31", "spp1999"),
    ("spprules", "2019-12-29", "spp2012"), ("spprules", "2019-12-30", "spp2019"), ("mps", "2012-12-31", "mps1998"),
    ("mps", "2020-08-31", "mps2012"), ("mps", "2020-09-01", "mps2020"),
]  # fmt: skip


@pytest.mark.parametrize(("family", "on", "ident"), IN_FORCE)
def test_当天施行的版本(family: str, on: str, ident: str | None) -> None:
    found = family_in_force(family, date.fromisoformat(on))
    assert (found.id if found else None) == ident


def test_同一部法的版本前后相接_没有重叠() -> None:
    for family in FAMILIES:
        rows = sorted(
            (row for row in INSTRUMENTS.values() if row.family == family), key=lambda row: row.since
        )
        for early, late in pairwise(rows):
            assert early.until is not None
            assert early.until < late.since, family
            assert early.replaced_by == late.id


def test_没有文本的版本和没有引用的版本分得清() -> None:
    sources = [cite("cpl", 198, 3), cite("cpl2012", 193, 3), cite("spc2021", 287, 1)]
    assert [row.id for row in unavailable(sources, FIFTEEN)] == ["cpl2012"]
    assert [row.id for row in uncited(sources, FIFTEEN)] == ["spc2012"]
    assert unavailable(sources, TWENTY_TWO) == ()


# 引用二〇二一年解释而没有并列二〇一二年解释的规则，逐条写明为什么（tests/law/no_parallel.yaml）。
REASONS: dict[str, str] = yaml.safe_load(
    (Path(__file__).parent / "no_parallel.yaml").read_text(encoding="utf-8")
)


def without_parallel(new: str, old: str) -> set[str]:
    return {
        rule.id
        for rule in rules()
        for ids in [{one.instrument_id for one in rule.sources}]
        if new in ids and old not in ids
    }


def test_没有并列旧解释的规则都写明理由() -> None:
    assert sorted(without_parallel("spc2021", "spc2012") - set(REASONS)) == [], (
        "查二〇一二年解释：有对应条文的并列，没有的在表里写明"
    )
    assert all(len(reason) >= 6 for reason in REASONS.values())
