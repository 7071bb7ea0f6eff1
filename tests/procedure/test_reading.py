"""扁平记录：认得的键照读，不认得的键和值一定报告，不采用的事实说明不采用。"""

from datetime import date

import pytest

from gaoyao.procedure import Cause, compute, read
from gaoyao.procedure.counting import Length, days, months, workdays
from gaoyao.procedure.facts import DONE_KEYS, INFORMATIONAL, READERS, START_KEYS
from gaoyao.procedure.rows import UnknownDeadlineError
from gaoyao.procedure.wording import (
    UnreadableError,
    amount_in,
    article_in,
    body_in,
    cause_in,
    kind_in,
    number,
    spans_of,
    truth_of,
    value_of,
)


def reading(rule, facts, start="2025-03-03", **more):
    return read({"rule": rule, "start": start, "facts": facts, **more}, assume_papers=True)


@pytest.mark.parametrize(
    ("why", "rule", "facts", "word"),
    [
        ("不认识的键", "cpl-97-1", {"weather": "雨"}, "weather"),
        ("不认识的值", "cpl-230-1", {"doc": "通知"}, "判决、裁定"),
        ("是否写成别的", "cpl-172-1", {"in_custody": "也许"}, "true/false"),
        ("日期写错", "cpl-208-1", {"suspended": ["2025-02-30", "2025-03-01"]}, "日期"),
        ("起止颠倒", "cpl-208-1", {"suspended": ["2025-03-02", "2025-03-01"]}, "早于"),
        ("延长只写数字", "cpl-156-1", {"extension": 1}, "extension_months"),
        ("负数", "cpl-97-1", {"transit_days": -1}, "不小于零"),
        ("不认识的重新计算事由", "cpl-172-1", {"restart": "领导指示"}, "领导指示"),
        ("只有一个期限而写了别的名称", "cpl-97-1", {"leg": "复核"}, "只有"),
        ("几个期限而写了别的名称", "spc2021-210-2", {"leg": "复核"}, "可选"),
        ("起算写错", "cpl-97-1", {}, "start"),
    ],
)
def test_读不懂的都报告(why, rule, facts, word):
    start = "三月三日" if why == "起算写错" else "2025-03-03"
    known = reading(rule, facts, start)
    assert any(word in problem for problem in known.problems), (why, known.problems)


def test_不采用的事实说明不采用():
    known = reading("cpl-97-1", {"complex": True, "reason": "某理由"})
    assert known.problems == []
    assert known.unused == ["reason（不影响期限）", "complex＝True"]


def test_null是未录入不是否():
    known = reading("cpl-220-1", {"in_custody": None, "over_3y": None}, "2025-09-15")
    assert known.declared.in_custody is None
    assert "未录入" in compute(known.rule, known.declared).explain()


def test_没有题设时文书不视为齐备():
    record = {"rule": "cpl-156-1", "start": "2025-03-03", "facts": {"extension": "上一级检察院1个月"}}
    plain, assumed = read(record), read(record, assume_papers=True)
    assert compute(plain.rule, plain.declared).due == date(2025, 5, 3)
    assert compute(assumed.rule, assumed.declared).due == date(2025, 6, 3)
    record["facts"] |= {"paper": "批准延长决定书", "approval_no": "虚检〔2025〕1号"}
    full = read(record)
    assert compute(full.rule, full.declared).due == date(2025, 6, 3)


def test_写明没有批准的延长不计入():
    known = reading("cpl-91-1", {"extension_days": 4, "approved": False}, "2024-09-28")
    answer = compute(known.rule, known.declared)
    assert (answer.due, answer.findings[0].code) == (date(2024, 10, 1), "extension_refused")


def test_长度只在说明栏里写的取自说明栏并写明():
    known = reading("spc2021-202-1", {"is_sentence": True}, why="刑期一年六个月")
    assert known.declared.amount == Length(years=1, months=6)
    assert "说明栏" in known.notes[0]
    assert reading("spc2021-202-1", {"is_sentence": True}).declared.amount is None


def test_写明了长度的不看说明栏():
    known = reading("spc2021-202-1", {"is_sentence": True, "months": 6}, why="刑期三年")
    assert (known.declared.amount, known.notes) == (months(6), [])


def test_批准机关和日数合成一次延长():
    known = reading("spc2021-210-1", {"approval": "最高法", "extension_months": 1})
    assert [(claim.authority, claim.amount) for claim in known.declared.extensions] == [("最高法", months(1))]
    named = reading("cpl-208-1", {"approval": "最高法2个月", "extension_months": 1})
    assert [claim.amount for claim in named.declared.extensions] == [months(2), months(1)]


def test_两次延长写在一起的自逮捕起连续计算():
    known = reading("cpl-158-1", {"extension": ["上一级检察院1个月", "省级检察院2个月"]}, "2024-05-15")
    answer = compute(known.rule, known.declared)
    assert (answer.leg, answer.due) == ("自逮捕起", date(2024, 10, 15))


def test_不认识的规则和残缺的记录():
    with pytest.raises(UnknownDeadlineError):
        read({"rule": "cpl-1-1", "facts": {}})
    with pytest.raises(UnreadableError, match="rule"):
        read({"facts": {}})
    with pytest.raises(UnreadableError, match="facts"):
        read({"rule": "cpl-97-1", "facts": []})


@pytest.mark.parametrize(
    ("facts", "causes"),
    [
        ({"restart": True}, [(Cause.UNSPECIFIED, None)]), ({"restart": False}, []),
        ({"restart": "补侦移送"}, [(Cause.SUPPLEMENT, None)]), ({"restart": "2025-03-09"},
            [(Cause.UNSPECIFIED, date(2025, 3, 9))]),
        ({"restart": {"cause": "改变管辖", "date": "2025-03-09"}}, [(Cause.JURISDICTION, date(2025, 3, 9))]),
        ({"restart_events": ["发回重审", "转普通程序"]}, [(Cause.REMAND, None), (Cause.CONVERSION, None)]),
        ({"jurisdiction_changed": "2025-03-09"}, [(Cause.JURISDICTION, date(2025, 3, 9))]),
    ],
)  # fmt: skip
def test_重新计算的各种写法(facts, causes):
    known = reading("cpl-208-1", facts)
    assert [(restart.cause, restart.on) for restart in known.declared.restarts] == causes


def test_未经批准的留置重新计算不采用():
    known = reading("jcf2024-48-1", {"restart": True, "restart_approved": False})
    assert known.declared.restarts == ()
    assert known.notes


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("2个月", months(2)), ("三日", days(3)), ("十五日", days(15)), ("一个半月", months(1, half=1)), ("两个月",
            months(2)),
        ("3个工作日", workdays(3)), ("四十八小时", Length(hours=48)), ("半个月", Length(half_months=1)), ("一年",
            Length(years=1)),
        ("二十日", days(20)), ("一至三日", days(3)), ("一年六个月", Length(years=1, months=6)),
        ("三年又六个月十五日", Length(years=3, months=6, days=15)), ("没有数字", None),
    ],
)  # fmt: skip
def test_长度的说法(text, length):
    assert amount_in(text) == length


@pytest.mark.parametrize(
    ("text", "body", "article"),
    [
        ("上一级检察院1个月", "上一级检察院", None), ("经上一级人民法院批准延长三个月", "上一级人民法院", None),
        ("原批准机关3个月", "原批准机关", None), ("省级检察院（158条）", "省级检察院", "158"), ("再次省级", "省级", None), ("特殊情况4日", "", None), ("可能判处死刑3个月", "", None),
    ],
)  # fmt: skip
def test_机关的写法(text, body, article):
    assert (body_in(text), article_in(text)) == (body, article)


@pytest.mark.parametrize(
    ("text", "value"), [("7", 7), ("十", 10), ("十五", 15), ("二十", 20), ("九十九", 99), ("两", 2)]
)
def test_数字(text, value):
    assert number(text) == value


def test_期间的写法():
    day = date(2025, 2, 1)
    assert spans_of("x", ["2025-02-01", None]) == [(day, None, None, "")]
    assert spans_of("x", 5) == [(None, None, 5, "")]
    assert spans_of("x", {"from": "2025-02-01", "to": "2025-02-01", "kind": "精神病鉴定"}) == [
        (day, day, None, "精神病鉴定")
    ]
    assert len(spans_of("x", [["2025-02-01", "2025-02-01"], {"days": 3}])) == 2
    for bad in (True, [], "昨天"):
        with pytest.raises(UnreadableError):
            spans_of("x", bad)


@pytest.mark.parametrize(("call", "bad"), [(cause_in, "心情"), (kind_in, "休假")])
def test_不认识的事由(call, bad):
    with pytest.raises(UnreadableError, match=bad):
        call(bad)


def test_是否和选项():
    assert truth_of("x", "是") is True
    assert truth_of("x", "未在押") is False
    assert value_of("case_subtype", "多次") == "多次作案"
    assert value_of("case_subtype", False) is False
    with pytest.raises(UnreadableError, match="x"):
        truth_of("x", 1)


@pytest.mark.parametrize(
    ("why", "rule", "start", "facts", "due"),
    [
        (
            "年和月相加",
            "spc2021-202-1",
            "2024-03-15",
            {"is_sentence": True, "years": 1, "months": 6},
            date(2025, 9, 14),
        ),
        (
            "羁押起止写在 detained 里",
            "gp2012-39-1",
            "2023-05-10",
            {"detained": ["2023-06-01", "2023-06-30"]},
            date(2025, 6, 9),
        ),
        (
            "键的写法略有不同的期间",
            "cpl-243-1",
            "2025-08-01",
            {"procurator_reading": ["2025-08-10", "2025-09-08"], "in_custody": True},
            date(2025, 10, 31),
        ),
        (
            "中文键",
            "cpl-208-1",
            "2025-01-10",
            {"中止审理": ["2025-02-01", "2025-03-02"], "in_custody": True},
            date(2025, 5, 10),
        ),
        ("延长写的是理由不是机关", "cpl-91-1", "2024-09-28", {"extension": "特殊情况4日"}, date(2024, 10, 5)),
        (
            "一审延长写的是理由",
            "cpl-208-1",
            "2025-01-31",
            {"extension": "可能判处死刑3个月", "in_custody": True},
            date(2025, 7, 31),
        ),
    ],
)
def test_宽容而有原则地读(why, rule, start, facts, due):
    known = reading(rule, facts, start)
    assert known.problems == []
    assert compute(known.rule, known.declared).due == due, why


def test_各键各归其类():
    assert not INFORMATIONAL & set(READERS)
    assert not set(START_KEYS) & set(DONE_KEYS)


def test_各键的起算和完成日():
    known = read(
        {
            "rule": "cpl-208-1",
            "facts": {"accept_date": "2025-03-03", "judgment_date": "2025-06-04", "in_custody": True},
        }
    )
    assert compute(known.rule, known.declared).status.value == "overdue"
