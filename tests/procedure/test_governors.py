"""补充侦查和发回重审：次数、期限、理由、重新计算（案件均虚构）。"""

from datetime import date

import pytest

from gaoyao.procedure import Body, Ground, Remand, Return, Status, remand, suggestion, supplement


def codes(findings):
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("why", "delivered", "answered", "today", "status", "expected"),
    [
        ("二个月内有书面材料", date(2025, 3, 3), date(2025, 4, 20), date(2025, 6, 1), Status.MET, []),
        (
            "二个月内没有书面材料，依在案证据裁判",
            date(2025, 3, 3),
            None,
            date(2025, 5, 7),
            Status.OVERDUE,
            ["suggestion_unanswered"],
        ),
        ("期满遇劳动节假期顺延，未超期", date(2025, 3, 3), None, date(2025, 5, 5), Status.DUE_SOON, []),
        ("没录入送达日", None, None, date(2025, 5, 6), Status.CANNOT_COMPUTE, ["suggestion_undated"]),
    ],
)
def test_补充调查建议二个月(why, delivered, answered, today, status, expected):
    period, findings = suggestion(delivered, answered, today)
    assert (period.status, codes(findings)) == (status, expected), why


def test_法院另行指定时间的并列显示():
    _, findings = suggestion(date(2025, 3, 3), None, date(2025, 3, 20), court_deadline=date(2025, 3, 31))
    assert codes(findings) == ["court_deadline"]
    assert "297" not in findings[0].text
    assert findings[0].citations[0].article == 297


ONCE = Return(Body.POLICE, date(2025, 2, 10), date(2025, 3, 7), outline=True)
TWICE = Return(Body.POLICE, date(2025, 4, 1), date(2025, 4, 28), outline=True)
THRICE = Return(Body.POLICE, date(2025, 5, 20), None, outline=True)


@pytest.mark.parametrize(
    ("why", "returns", "today", "expected", "remaining"),
    [
        ("一次按期", [ONCE], date(2025, 3, 10), [], 1),
        ("两次按期", [ONCE, TWICE], date(2025, 5, 1), [], 0),
        ("第三次没有依据", [ONCE, TWICE, THRICE], date(2025, 5, 25), ["too_many_returns"], 0),
        (
            "超过一个月才移送",
            [Return(Body.POLICE, date(2025, 2, 10), date(2025, 4, 1))],
            None,
            ["supplement_late"],
            1,
        ),
        (
            "超过一个月仍未移送",
            [Return(Body.SUPERVISION, date(2025, 2, 10))],
            date(2025, 4, 1),
            ["supplement_late"],
            1,
        ),
        (
            "没有补充侦查提纲",
            [Return(Body.POLICE, date(2025, 2, 10), date(2025, 3, 1), outline=False)],
            None,
            ["no_outline"],
            1,
        ),
        ("没录入退回日期", [Return(Body.POLICE, None)], None, ["return_undated"], 1),
        ("日期颠倒", [Return(Body.POLICE, date(2025, 2, 10), date(2025, 2, 1))], None, ["return_order"], 1),
        (
            "前一次未回又退",
            [ONCE, Return(Body.POLICE, date(2025, 3, 1))],
            date(2025, 3, 5),
            ["return_overlap"],
            0,
        ),
        (
            "审判中的两次与审查起诉的两次分别计",
            [ONCE, TWICE, Return(Body.TRIAL, date(2025, 7, 1), date(2025, 7, 20))],
            None,
            [],
            0,
        ),
        (
            "审判中逾期未移送，可以根据在案证据裁判",
            [Return(Body.TRIAL, date(2025, 7, 1))],
            date(2025, 8, 5),
            ["supplement_late"],
            2,
        ),
    ],
)
def test_退回补充侦查(why, returns, today, expected, remaining):
    answer = supplement(returns, in_custody=True, today=today)
    assert (codes(answer.findings), answer.remaining) == (expected, remaining), why


def test_审判中第三次延期审理没有依据():
    trial = [Return(Body.TRIAL, date(2025, month, 1), date(2025, month, 20)) for month in (3, 5, 7)]
    assert codes(supplement(trial, in_custody=True).findings) == ["too_many_returns"]


def test_二次补充侦查仍证据不足应当不起诉():
    answer = supplement([ONCE, TWICE], in_custody=True, still_insufficient=True)
    assert codes(answer.findings) == ["must_not_prosecute"]
    assert codes(supplement([ONCE], in_custody=True, still_insufficient=True).findings) == []
    assert codes(supplement([ONCE, TWICE], in_custody=True, still_insufficient=None).findings) == []


def test_移送回来重新计算():
    answer = supplement([ONCE, TWICE], in_custody=True, today=date(2025, 5, 2))
    assert answer.recalculated is not None
    assert (answer.recalculated.rule_id, answer.recalculated.due) == ("cpl-172-1", date(2025, 5, 28))
    assert answer.recalculated.status is Status.RECALCULATED
    at_trial = supplement([Return(Body.TRIAL, date(2025, 7, 1), date(2025, 7, 20))], in_custody=True)
    assert at_trial.recalculated is not None
    assert (at_trial.recalculated.rule_id, at_trial.recalculated.due) == ("cpl-208-1", date(2025, 10, 20))
    assert supplement([THRICE]).recalculated is None


FACTS = Remand(Ground.FACTS, facts_found=False, reasons="作案时间没有查清")


@pytest.mark.parametrize(
    ("why", "remands", "allowed", "expected"),
    [
        ("第一次因事实不清发回，写明理由", [FACTS], True, []),
        ("已经查清的不得发回", [Remand(Ground.FACTS, True, "量刑事实")], False, ["remand_facts_found"]),
        ("没录入是否查清", [Remand(Ground.FACTS, None, "某事实")], None, ["remand_facts_unknown"]),
        ("没写理由", [Remand(Ground.FACTS, False, " ")], None, ["remand_no_reasons"]),
        ("没录入理由种类", [Remand(None)], None, ["remand_no_ground"]),
        ("因事实不清发回后不得再发回", [FACTS, FACTS], False, ["remand_again"]),
        ("换成程序理由也不得再发回", [FACTS, Remand(Ground.PROCEDURE, None, "原一审未公开审理")], False, ["remand_again"]),
        (
            "重新审判过程中程序违法的应当发回",
            [FACTS, Remand(Ground.PROCEDURE_OF_RETRIAL, None, "重审没有另行组成合议庭")], True,
            ["remand_retrial_procedure"],
        ),
        ("先因程序发回，再因事实不清发回一次", [Remand(Ground.PROCEDURE, None, "违反回避制度"), FACTS], True, []),
        ("以前的理由不明", [Remand(None), FACTS], None, ["remand_history_unknown"]),
        ("法定情形以外的理由", [Remand(Ground.OTHER, None, "量刑偏轻")], None, ["remand_other_ground"]),
        ("没有发回", [], None, []),
    ],
)  # fmt: skip
def test_发回重审(why, remands, allowed, expected):
    answer = remand(remands)
    assert (answer.allowed, codes(answer.findings)) == (allowed, expected), why


def test_发回后自收到之日重新计算审理期限():
    answer = remand(
        [Remand(Ground.FACTS, False, "死者身份没有查清", received=date(2025, 6, 30))], in_custody=True
    )
    assert answer.recalculated is not None
    assert answer.recalculated.due == date(2025, 9, 30)


def test_种类都有中文名称():
    assert {body.label for body in Body}
    assert all("侦查" in body.label or "调查" in body.label for body in Body)
    assert len({ground.label for ground in Ground}) == 4
