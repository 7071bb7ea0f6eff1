"""性质：起算越晚届满越晚；在押不晚于未在押；顺延落在工作日；倒算与顺算相反；延长不使期限变短。"""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gaoyao.procedure import (
    CATALOGUE,
    Cause,
    Declared,
    Excluded,
    Exclusion,
    Nature,
    Restart,
    compute,
    is_workday,
    months,
)
from gaoyao.procedure.extensions import Extension

DAYS = st.dates(date(2019, 1, 1), date(2024, 12, 31))
FORWARD = [
    (row.id, leg.name) for row in CATALOGUE.values() for leg in row.legs
    if leg.direction.value == "forward" and leg.length and (leg.length.days or leg.length.months)
]  # fmt: skip
BACKWARD = [
    (row.id, leg) for row in CATALOGUE.values() for leg in row.legs if leg.direction.value == "backward"
]
CASE = [
    (row.id, leg.name)
    for row in CATALOGUE.values()
    for leg in row.legs
    if leg.nature is Nature.CASE and leg.length
]


def due(rule, **given_values):
    found = compute(rule, Declared(papers_assumed=True, **given_values)).due
    assert found is not None
    return found.date() if isinstance(found, datetime) else found


@given(st.sampled_from(FORWARD), DAYS, st.integers(1, 400))
def test_起算越晚届满越晚(leg, start, later):
    first = due(leg[0], leg=leg[1], start=start, in_custody=True)
    second = due(leg[0], leg=leg[1], start=start + timedelta(days=later), in_custody=True)
    # 月末规则（解释202条）使月末起算的届满日最多比次日起算的晚三日。
    assert first <= second + timedelta(days=3)
    if later > 3:
        assert first <= second


@given(st.sampled_from(CASE), DAYS)
def test_在押的届满不晚于未在押的(leg, start):
    detained = due(leg[0], leg=leg[1], start=start, in_custody=True)
    free = due(leg[0], leg=leg[1], start=start, in_custody=False)
    assert detained <= free
    assert detained == due(leg[0], leg=leg[1], start=start, in_custody=None)
    assert is_workday(free)


@given(st.sampled_from(FORWARD), DAYS)
def test_一般期限届满在工作日_顺延不越过工作日(leg, start):
    answer = compute(leg[0], Declared(leg=leg[1], start=start, papers_assumed=True, in_custody=False))
    row_leg = next(x for x in CATALOGUE[leg[0]].legs if x.name == leg[1])
    if row_leg.nature not in (Nature.ORDINARY, Nature.CASE):
        return
    assert is_workday(answer.due)
    gap = (answer.due - answer.raw_due).days
    assert not any(is_workday(answer.raw_due + timedelta(days=n)) for n in range(gap))


@given(st.sampled_from(BACKWARD), DAYS)
def test_倒算与顺算相反(found, anchor):
    rule, leg = found
    latest = due(rule, leg=leg.name, start=anchor)
    assert latest + timedelta(days=leg.length.days) == anchor


@given(DAYS, st.integers(0, 90), st.integers(0, 60))
def test_扣除只使期限后移扣除的日数(start, offset, length):
    first = start + timedelta(days=1 + offset)
    claim = Exclusion(Excluded.STAY, first, first + timedelta(days=length))
    plain = due("cpl-208-1", start=start, in_custody=True)
    longer = due("cpl-208-1", start=start, in_custody=True, exclusions=(claim,))
    assert longer == (plain + timedelta(days=length + 1) if first <= plain else plain)


@given(DAYS, st.integers(0, 50))
def test_重新计算与自那一天起算相同(start, later):
    again = start + timedelta(days=later)
    restarted = due("cpl-156-1", start=start, in_custody=True, restarts=(Restart(Cause.NEW_CRIME, again),))
    assert restarted == due("cpl-156-1", start=again, in_custody=True)


@given(DAYS, st.lists(st.sampled_from(["上一级人民检察院", "省级人民检察院"]), max_size=5))
def test_延长不使期限变短_最多七个月(start, bodies):
    claims = tuple(Extension(body, "决定书", "虚1号") for body in bodies)
    plain = due("cpl-156-1", start=start, in_custody=True)
    extended = due("cpl-156-1", start=start, in_custody=True, extensions=claims)
    assert plain <= extended
    from gaoyao.procedure.counting import add_length

    assert extended <= add_length(start, months(7))


@given(DAYS, st.lists(st.sampled_from(["上一级人民检察院", "省级人民检察院"]), max_size=5))
def test_没有文号的延长等于没有延长(start, bodies):
    claims = tuple(Extension(body, "决定书", "") for body in bodies)
    assert due("cpl-156-1", start=start, in_custody=True, extensions=claims) == due(
        "cpl-156-1", start=start, in_custody=True
    )


@given(st.sampled_from(FORWARD), DAYS, st.integers(0, 30))
def test_路途时间不使期限变短(leg, start, transit):
    plain = due(leg[0], leg=leg[1], start=start, in_custody=True)
    assert plain <= due(leg[0], leg=leg[1], start=start, in_custody=True, transit_days=transit)


@given(st.sampled_from(sorted(CATALOGUE)), DAYS)
def test_同样的输入同样的答案(rule, start):
    declared = Declared(start=start, in_custody=True, papers_assumed=True)
    assert compute(rule, declared) == compute(rule, declared)
