"""状态：今天是参数；已办、交邮、即将届满、超期、停止、重新计算，一句话一行。"""

from datetime import date, datetime

import pytest

from gaoyao.procedure import Cause, Declared, Excluded, Exclusion, Restart, Status, compute, days

RULE = "cpl-97-1"
START = date(2025, 9, 29)  # 三日至十月二日，顺延至十月九日


@pytest.mark.parametrize(
    ("why", "today", "status"),
    [
        ("还远", date(2025, 10, 5), Status.RUNNING),
        ("三日以内即将届满", date(2025, 10, 6), Status.DUE_SOON),
        ("届满当日不算超期", date(2025, 10, 9), Status.DUE_SOON),
        ("次日超期", date(2025, 10, 10), Status.OVERDUE),
        ("届满当日深夜仍不算超期", datetime(2025, 10, 9, 23, 59), Status.DUE_SOON),
    ],
)
def test_进行中的期限(why, today, status):
    assert compute(RULE, Declared(start=START), today=today).status is status, why


def test_没有给今天就不判断():
    assert compute(RULE, Declared(start=START)).status is None


@pytest.mark.parametrize(
    ("done", "status"), [(date(2025, 10, 9), Status.MET), (date(2025, 10, 10), Status.OVERDUE)]
)
def test_已经办理的(done, status):
    assert compute(RULE, Declared(start=START, done_on=done), today=date(2026, 1, 1)).status is status


def test_期满前交邮不算过期_即使后来才收到():
    declared = Declared(
        start=date(2025, 3, 3),
        attributes={"doc": "判决"},
        mailed_on=date(2025, 3, 13),
        done_on=date(2025, 3, 18),
    )
    answer = compute("cpl-230-1", declared, today=date(2025, 4, 1))
    assert (answer.due, answer.status) == (date(2025, 3, 13), Status.MET)
    assert "交邮" in answer.steps[-1].text


def test_期满后交邮的算过期():
    declared = Declared(start=date(2025, 3, 3), attributes={"doc": "判决"}, mailed_on=date(2025, 3, 14))
    assert compute("cpl-230-1", declared, today=date(2025, 3, 15)).status is Status.OVERDUE


def test_中止审理还没有结束():
    stay = Exclusion(Excluded.STAY, date(2025, 2, 1))
    answer = compute(
        "cpl-208-1",
        Declared(start=date(2025, 1, 10), in_custody=True, exclusions=(stay,)),
        today=date(2025, 12, 1),
    )
    assert answer.status is Status.SUSPENDED


def test_重新计算中():
    restart = Restart(Cause.SUPPLEMENT, date(2025, 5, 6))
    declared = Declared(start=date(2025, 2, 10), in_custody=True, restarts=(restart,))
    answer = compute("cpl-172-1", declared, today=date(2025, 5, 10))
    assert (answer.status, answer.due, answer.recalculated) == (Status.RECALCULATED, date(2025, 6, 6), True)
    assert compute("cpl-172-1", declared, today=date(2025, 6, 7)).status is Status.OVERDUE


def test_缺起算事件的在押者按最早可能的起算日保守提示():
    declared = Declared(in_custody=True, earliest_start=date(2024, 12, 31))
    answer = compute("cpl-156-1", declared, today=date(2026, 1, 1))
    assert (answer.status, answer.due, answer.early_warning) == (
        Status.CANNOT_COMPUTE,
        None,
        date(2025, 2, 28),
    )
    assert "不能认为没有超期" in answer.explain()


def test_准备辩护的十五日是最低期间():
    early = Declared(start=date(2025, 6, 3), done_on=date(2025, 6, 18))
    assert [f.code for f in compute("spc2021-313-1", early).findings] == ["too_early"]
    assert (
        compute("spc2021-313-1", Declared(start=date(2025, 6, 3), done_on=date(2025, 6, 19))).status
        is Status.MET
    )
    assert (
        compute("spc2021-313-1", Declared(start=date(2025, 6, 3)), today=date(2025, 6, 18)).status
        is Status.RUNNING
    )
    assert (
        compute("spc2021-313-1", Declared(start=date(2025, 6, 3)), today=date(2025, 6, 19)).status
        is Status.MET
    )


def test_按时的期限按实际经过时间预警():
    answer = compute(
        "cpl-86-1",
        Declared(start=datetime(2025, 1, 29, 9, 0), in_custody=True),
        today=datetime(2025, 1, 30, 9, 30),
    )
    assert (answer.due, answer.early_warning) == (datetime(2025, 1, 30, 10, 0), datetime(2025, 1, 30, 9, 0))
    assert answer.status is Status.DUE_SOON


def test_放假安排未公布的年份不顺延并告警():
    answer = compute(RULE, Declared(start=date(2026, 12, 30)))
    assert answer.due == date(2027, 1, 2)
    assert [f.code for f in answer.findings] == ["year_not_announced"]
    workdays = compute("spp2019-49-1", Declared(start=date(2026, 12, 30)))
    assert (workdays.status, workdays.early_warning) == (Status.CANNOT_COMPUTE, date(2027, 1, 2))


def test_未录入是否在押先按不顺延并给出两种日子():
    answer = compute("cpl-220-1", Declared(start=date(2025, 9, 15)))
    assert (answer.due, [f.code for f in answer.findings]) == (date(2025, 10, 5), ["custody_unknown"])
    assert "2025-10-09" in answer.findings[0].text


def test_羁押期限录成未在押的要核对():
    answer = compute("cpl-91-1", Declared(start=date(2025, 9, 29), in_custody=False))
    assert (answer.due, [f.code for f in answer.findings]) == (date(2025, 10, 2), ["custody_contradiction"])


@pytest.mark.parametrize(
    ("why", "exclusion", "due", "codes"),
    [
        ("首尾都扣除", Exclusion(Excluded.STAY, date(2025, 2, 1), date(2025, 2, 10)), date(2025, 4, 20), []),
        (
            "起算日以前的不扣",
            Exclusion(Excluded.STAY, date(2025, 1, 1), date(2025, 1, 11)),
            date(2025, 4, 11),
            [],
        ),
        (
            "期满以后的不能使已满的期限恢复",
            Exclusion(Excluded.STAY, date(2025, 4, 11), date(2025, 4, 20)),
            date(2025, 4, 10),
            ["exclusion_after_end"],
        ),
        (
            "没有写明事由的扣除要补录",
            Exclusion(Excluded.UNSPECIFIED, date(2025, 2, 1), date(2025, 2, 10)),
            date(2025, 4, 20),
            ["exclusion_unspecified"],
        ),
        (
            "其他鉴定不扣",
            Exclusion(Excluded.OTHER_APPRAISAL, date(2025, 2, 1), date(2025, 2, 10)),
            date(2025, 4, 10),
            ["exclusion_refused"],
        ),
        (
            "一审没有阅卷扣除",
            Exclusion(Excluded.FILE_REVIEW, days=30),
            date(2025, 4, 10),
            ["exclusion_refused"],
        ),
        ("只写日数", Exclusion(Excluded.PSYCHIATRIC, days=30), date(2025, 5, 10), []),
    ],
)
def test_不计入的期间(why, exclusion, due, codes):
    answer = compute("cpl-208-1", Declared(start=date(2025, 1, 10), in_custody=True, exclusions=(exclusion,)))
    assert (answer.due, [f.code for f in answer.findings]) == (due, codes), why


def test_赔偿时效的障碍只在最后六个月内中止():
    obstacle = Exclusion(Excluded.OBSTACLE, date(2024, 10, 1), date(2025, 1, 8))
    answer = compute("gp2012-39-1", Declared(start=date(2023, 5, 10), exclusions=(obstacle,)))
    # 二年至 2025-05-10；最后六个月自 2024-11-10 起，障碍在其中六十日。
    assert answer.raw_due == date(2025, 7, 9)
    earlier = Exclusion(Excluded.OBSTACLE, date(2024, 1, 1), date(2024, 2, 1))
    assert compute("gp2012-39-1", Declared(start=date(2023, 5, 10), exclusions=(earlier,))).raw_due == date(
        2025, 5, 10
    )


def test_重叠的扣除只扣一次():
    one, two = (
        Exclusion(Excluded.STAY, date(2025, 2, 1), date(2025, 2, 10)),
        Exclusion(Excluded.PSYCHIATRIC, date(2025, 2, 5), date(2025, 2, 14)),
    )
    answer = compute("cpl-208-1", Declared(start=date(2025, 1, 10), in_custody=True, exclusions=(one, two)))
    assert answer.due == date(2025, 4, 24)


@pytest.mark.parametrize(
    ("why", "restart", "due", "code"),
    [
        ("没有这种事由", Restart(Cause.CONVERSION, date(2025, 2, 1)), date(2025, 3, 10), "restart_refused"),
        ("没写事由", Restart(Cause.UNSPECIFIED, date(2025, 3, 1)), date(2025, 5, 1), "restart_unspecified"),
        ("早于起算日", Restart(Cause.NEW_CRIME, date(2025, 1, 1)), date(2025, 3, 10), "restart_before_start"),
    ],
)
def test_重新计算的核对(why, restart, due, code):
    answer = compute("cpl-156-1", Declared(start=date(2025, 1, 10), in_custody=True, restarts=(restart,)))
    assert (answer.due, [f.code for f in answer.findings]) == (due, [code]), why


def test_留置重新计算以一次为限():
    twice = (Restart(Cause.LIUZHI, date(2025, 8, 1)), Restart(Cause.LIUZHI, date(2025, 10, 1)))
    answer = compute("jcf2024-48-1", Declared(start=date(2025, 6, 10), in_custody=True, restarts=twice))
    assert (answer.due, [f.code for f in answer.findings]) == (date(2025, 11, 1), ["restart_once"])


def test_施行以前的行为说明条文待核():
    answer = compute("cpl-156-1", Declared(start=date(2015, 5, 15), in_custody=True))
    assert answer.due == date(2015, 7, 15)
    assert [f.code for f in answer.findings] == ["not_in_force"]


def test_超过次数的没有依据():
    answer = compute("cpl-204-1", Declared(start=date(2025, 9, 8), in_custody=True, count=3))
    assert [f.code for f in answer.findings] == ["too_many"]


def test_文书载明的长度超出幅度():
    answer = compute("cpl-283-1", Declared(start=date(2025, 3, 3), amount=days(400)))
    assert [f.code for f in answer.findings] == ["amount_out_of_bounds"]


def test_缺文书种类时列出各种情形():
    answer = compute("cpl-230-1", Declared(start=date(2025, 3, 3)))
    assert dict(answer.candidates) == {
        "不服判决的期限为十日": date(2025, 3, 13),
        "不服裁定的期限为五日": date(2025, 3, 10),
    }
    assert answer.early_warning == date(2025, 3, 10)
    assert answer.missing == ("文书种类（判决、裁定）",)


@pytest.mark.parametrize("bad", [{"first": date(2025, 2, 2), "last": date(2025, 2, 1)}, {}])
def test_不成立的扣除被拒绝(bad):
    with pytest.raises(ValueError, match="不计入期间"):
        Exclusion(Excluded.STAY, **bad)
