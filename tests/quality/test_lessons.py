"""教训成为可以运行的情景：运行不了的说明怎样改；从发现写出的草稿不带任何人的名字。"""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import Role, View, readable
from gaoyao.quality import lessons
from gaoyao.review.api import review

DEMO = Path(__file__).parents[2] / "demo"
DAY = date(2026, 11, 1)
LESSON = """- 规则: identification.too_few_persons_police
  情景:
  - 说明: 辨认照片只有六张
    开庭: 2023-09-14
    阶段: 一审
    案卷:
      案件: {虚构案件: 是, 办案机关: 公安机关}
      证据: [{标识: E1, 证据种类: 辨认笔录, 用以证明不利于被告人的事实: 是, 辨认: {辨认对象: 人的照片, 辨认时间: 2021-03-22, 有独有特征、无需混杂: 否, 供辨认对象总数（含目标）: 6}}]
    预期: {对象: E1, 结果: 成立}
"""


def test_a_lesson_runs_and_is_counted_over_the_invented_cases():
    made = lessons.check(LESSON)
    assert made.rule == "identification.too_few_persons_police"
    shown = lessons.over(made.rule, DEMO, DAY)
    assert len(shown) == len(list(DEMO.glob("*.yaml")))
    by_hand = []
    for path in sorted(DEMO.glob("*.yaml")):
        found = review(View(load(path).log, readable(Role.JUDGE)), DAY).findings
        by_hand.append(sum(one.rule.id == made.rule for one in found))
    assert [one.found for one in shown] == by_hand
    assert sum(bool(one) for one in by_hand) >= 1


WRONG = [
    ("预期不符", LESSON.replace("含目标）: 6", "含目标）: 12"), "规则的回答是“不成立”"),
    ("没有标明虚构", LESSON.replace("虚构案件: 是, ", ""), "虚构案件: 是"),
    ("没有这条规则", LESSON.replace("too_few_persons_police", "nothing"), "没有“identification.nothing”这条规则"),
    ("不是 YAML", "{", "写法有误"),
    ("不是情景", "甲: 乙", "列表"),
    ("没有成立的", LESSON.replace("含目标）: 6", "含目标）: 12").replace("结果: 成立", "结果: 不成立"), "至少要有一个"),
    ("片段读不进", LESSON.replace("辨认对象: 人的照片", "辨认对象: 月亮"), "辨认对象"),
    ("对象不在", LESSON.replace("对象: E1", "对象: E9"), "E9"),
    ("案卷不是键值", LESSON.replace("    案卷:\n      案件: {虚构案件: 是, 办案机关: 公安机关}\n", "    案卷: 甲\n").replace("      证据: [{标识: E1, 证据种类: 辨认笔录, 用以证明不利于被告人的事实: 是, 辨认: {辨认对象: 人的照片, 辨认时间: 2021-03-22, 有独有特征、无需混杂: 否, 供辨认对象总数（含目标）: 6}}]\n", ""), "案卷"),
    ("太长", "- " + "长" * 70_000, "超过"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "text", "told"), WRONG, ids=[one[0] for one in WRONG])
def test_a_lesson_that_does_not_run_says_what_to_change(case, text, told):
    with pytest.raises(lessons.LessonError, match=told):
        lessons.check(text)


def problems(text):
    """What keeps a text from running; None for a lesson that runs."""
    try:
        lessons.check(text)
    except lessons.LessonError as error:
        return error.problems
    return None


@given(st.text(max_size=200))
def test_any_text_is_a_lesson_or_a_reason(text):
    told = problems(text)
    assert told is None or told
    assert all(one.strip() for one in told or ())


def test_a_draft_from_a_finding_runs_and_takes_no_words_over():
    view = View(load(DEMO / "01-共同抢劫-二审.yaml").log, readable(Role.JUDGE))
    made = review(view, DAY)
    drafts = [(one, text) for one in made.findings if (text := lessons.draft(view, made, one))]
    assert drafts
    running = 0
    for _, text in drafts:
        for name in ("贺某甲", "庞某丁", "沈某", "葛某一", "卷一", "卷五", "虚01"):
            assert name not in text
        running += problems(text) is None
    assert running * 2 >= len(drafts)


def test_without_invented_cases_it_says_so(tmp_path):
    with pytest.raises(lessons.LessonError, match="没有虚构案件"):
        lessons.over("identification.too_few_persons_police", tmp_path, DAY)
    (tmp_path / "a.yaml").write_text("皋陶: 1\n案件: {标识: C, 案件名称: 甲}\n", encoding="utf-8")
    with pytest.raises(lessons.LessonError, match="没有标明虚构"):
        lessons.over("identification.too_few_persons_police", tmp_path, DAY)
