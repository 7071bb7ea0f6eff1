"""追问：哪些答案凑在一起就能定下来——与逐一试遍所有答案的结果比较。"""

from itertools import combinations, product

import pytest
from hypothesis import assume, given, settings

from gaoyao.logic.columns import evaluate
from gaoyao.logic.frame import Cell
from gaoyao.logic.leaves import read_leaf
from gaoyao.logic.questions import Answer, settle
from gaoyao.logic.relations import at_least, exists, forall
from gaoyao.logic.tree import (
    All,
    Any,
    At,
    AtLeast,
    CannotExclude,
    Choice,
    Compare,
    FieldType,
    Flag,
    ForAll,
    Moment,
    Not,
    OneOf,
    Relation,
    TreeError,
    Unresolved,
    cannot_exclude,
)
from gaoyao.logic.truth import Truth, Why
from tests.logic.frames import MemoryFrame, known, open_
from tests.logic.generate import cases

VALUES = {Answer.YES: 1, Answer.NO: -1, Answer.CANNOT: 0}


class Trial:
    """A plain reading of a tree with some questions answered: the slow twin of the symbolic search."""

    def __init__(self, frame, answers):
        self.frame = frame
        self.answers = {reply_to.identity: answer for reply_to, answer in answers}

    def given(self, field, subject):
        return self.answers.get((field.path, subject, ""))

    def closed(self, flag, subject):
        if flag is None:
            return True
        given_answer = self.given(flag, subject)
        if given_answer:
            return given_answer is Answer.YES
        cell = self.frame.cell(flag, subject)
        return cell.why is Why.KNOWN and cell.value is True

    def value(self, prop, subject, odd=False):
        match prop:
            case Not(part=part):
                return -self.value(part, subject, not odd)
            case All(parts=parts):
                return min(self.value(part, subject, odd) for part in parts)
            case Any(parts=parts):
                return max(self.value(part, subject, odd) for part in parts)
            case CannotExclude(part=part, closed=closed):
                found = self.value(part, subject, odd)
                return 1 if found == 0 and self.value(closed, subject, odd) == 1 else found
            case At(relation=relation, part=part):
                targets = self.frame.targets(relation, subject)
                return self.value(part, targets[0], odd) if len(targets) == 1 else 0
            case AtLeast(count=count, relation=relation, part=part):
                found = [self.value(part, target, odd) for target in self.frame.targets(relation, subject)]
                if found.count(1) >= count:
                    return 1
                few = found.count(1) + found.count(0) < count
                return -1 if few and self.closed(relation.closed, subject) else 0
            case ForAll(relation=relation, part=part):
                found = [self.value(part, target, odd) for target in self.frame.targets(relation, subject)]
                worst = min(found, default=1)
                return worst if worst < 1 or self.closed(relation.closed, subject) else 0
        return self.leaf(prop, subject, odd)

    def leaf(self, prop, subject, odd):
        if isinstance(prop, Unresolved):
            given_answer = self.given(prop.field, subject)
            now = self.frame.cell(prop.field, subject).why is Why.UNRESOLVED
            return 1 if (given_answer is Answer.CANNOT if given_answer else now) else -1
        if isinstance(prop, Compare):
            key = (prop.left.path, subject, f"{prop.op}{prop.right!r}")
        else:
            key = (prop.field.path, subject, "|".join(prop.codes)) if isinstance(prop, OneOf) else None
        key = (prop.path, subject, "") if isinstance(prop, Flag) else key
        if key in self.answers:
            return VALUES[self.answers[key]]
        truth = read_leaf(prop, self.frame, subject, odd).truth
        return -truth if odd else truth


def brute(prop, frame, subject, asked, limit, goal):
    """Every smallest set of at most `limit` answers after which the tree is `goal`, by trying all."""
    found = []
    for size in range(limit + 1):
        for questions in combinations(asked, size):
            for answers in product(Answer, repeat=size):
                chosen = frozenset(zip((q.identity for q in questions), answers, strict=True))
                if any(smaller <= chosen for smaller in found):
                    continue
                if Trial(frame, zip(questions, answers, strict=True)).value(prop, subject) == goal:
                    found.append(chosen)
    return set(found)


def as_sets(replies):
    return {frozenset((reply.question.identity, reply.answer) for reply in each) for each in replies}


@settings(max_examples=250)
@given(cases(depth=3))
def test_最小答案组与逐一试遍的结果相同(example):
    case, (prop,) = example
    found = settle(prop, case.frame, 0, limit=2, kind=case.kind)
    assume(1 <= len(found.asked) <= 9)
    assume(
        not any(
            isinstance(q.prop, OneOf) and len(q.prop.codes) == len(q.prop.field.options) for q in found.asked
        )
    )
    assert Trial(case.frame, ()).value(prop, 0) == found.truth
    assert found.complete
    assert as_sets(found.to_yes) == brute(prop, case.frame, 0, found.asked, 2, 1)
    assert as_sets(found.to_no) == brute(prop, case.frame, 0, found.asked, 2, -1)


@settings(max_examples=200)
@given(cases(depth=4))
def test_把答案录入案卷后按列求值确实得到该结论(example):
    case, (prop,) = example
    found = settle(prop, case.frame, 0, kind=case.kind)
    for goal, choices in ((1, found.to_yes), (-1, found.to_no)):
        for replies in choices[:20]:
            if all(isinstance(reply.question.prop, Flag) for reply in replies):
                frame = case.frame.with_cells(
                    {(r.question.prop.path, r.question.subject): entered(r) for r in replies}
                )
                assert evaluate(prop, frame, case.kind)[0] == goal


def entered(reply):
    return open_(Why.UNRESOLVED) if reply.answer is Answer.CANNOT else known(reply.answer is Answer.YES)


@settings(max_examples=150)
@given(cases(depth=4))
def test_只问案卷里没有值的格(example):
    case, (prop,) = example
    found = settle(prop, case.frame, 0, kind=case.kind)
    for question in found.asked:
        if isinstance(question.prop, Flag) and question.relation is None:
            assert question.why not in (Why.KNOWN, Why.NOT_APPLICABLE)
        if isinstance(question.prop, OneOf):
            assert question.why not in (Why.KNOWN, Why.NOT_APPLICABLE)
    assert len({question.identity for question in found.asked}) == len(found.asked)
    if found.truth is Truth.YES:
        assert found.to_yes == ((),)
    if found.truth is Truth.NO:
        assert found.to_no == ((),)


def flag(name, kind="供述"):
    return Flag(kind, name, FieldType.FLAG, name, f"{name}", f"没有{name}", f"{name}情况不明")


录像, 签名, 核对 = flag("录像"), flag("签名"), flag("核对")
疲劳 = flag("疲劳讯问")
讯问完整 = flag("讯问清单完整")
讯问 = Relation("interrogations", "供述", "讯问", "讯问")
讯问清单 = Relation("listed", "供述", "讯问", "讯问", closed=讯问完整)
外部 = flag("场所外讯问", "讯问")
场内 = flag("场所内讯问", "讯问")
地点 = Choice(
    "供述", "地点", FieldType.CHOICE, "讯问地点", options=(("jail", "看"), ("hotel", "宾"), ("home", "家"))
)
空卷 = MemoryFrame({"供述": 1, "讯问": 2}, {}, {"供述.interrogations": {0: (0, 1)}, "供述.listed": {0: (0,)}})


def told(replies):
    return sorted(
        sorted(f"{r.question.name}{r.question.fields[0].label}：{r.answer.label}" for r in each)
        for each in replies
    )


TABLE = [
    (
        "两项都要有：全是才成立，任一否就不成立",
        录像 & 签名,
        [["供述1录像：是", "供述1签名：是"]],
        [["供述1录像：否"], ["供述1签名：否"]],
    ),
    (
        "两项有其一：任一是就成立，全否才不成立",
        录像 | 签名,
        [["供述1录像：是"], ["供述1签名：是"]],
        [["供述1录像：否", "供述1签名：否"]],
    ),
    ("否定：没有录像才成立", ~录像, [["供述1录像：否"]], [["供述1录像：是"]]),
    ("自相矛盾的条件：没有答案能使它成立", 录像 & ~录像, [], [["供述1录像：否"], ["供述1录像：是"]]),
    (
        "不能排除：查而不明与是一样使它成立，只有否能使它不成立",
        cannot_exclude(疲劳),
        [["供述1疲劳讯问：是"], ["供述1疲劳讯问：查而不明"]],
        [["供述1疲劳讯问：否"]],
    ),
    (
        "任一讯问在场所外：有一次就成立；两次都不是才不成立",
        exists(讯问, 外部),
        [["讯问1场所外讯问：是"], ["讯问2场所外讯问：是"]],
        [["讯问1场所外讯问：否", "讯问2场所外讯问：否"]],
    ),
    (
        "清单未确认完整时，要不成立还须确认清单完整",
        exists(讯问清单, 外部),
        [["讯问1场所外讯问：是"]],
        [["供述1讯问清单完整：是", "讯问1场所外讯问：否"]],
    ),
    (
        "每一次讯问都在场所外：清单完整也是一个问题",
        forall(讯问清单, 外部),
        [["供述1讯问清单完整：是", "讯问1场所外讯问：是"]],
        [["讯问1场所外讯问：否"]],
    ),
    (
        "至少两次：两次都是才成立，一次否就不成立",
        at_least(2, 讯问, 外部),
        [["讯问1场所外讯问：是", "讯问2场所外讯问：是"]],
        [["讯问1场所外讯问：否"], ["讯问2场所外讯问：否"]],
    ),
]


TABLE += [
    (
        "地点的三个取值都算：录入任何一个都成立，没有答案能使它不成立",
        地点.isin("jail", "hotel", "home"),
        [["供述1讯问地点：是"]],
        [],
    ),
    (
        "里层还没有查清，外层的查证已经终结，就够了",
        cannot_exclude(~cannot_exclude(疲劳, 录像), 核对),
        [["供述1核对：是"], ["供述1疲劳讯问：否"]],
        [["供述1录像：是"], ["供述1疲劳讯问：是"]],
    ),
    (
        "清单没有确认完整，查证终结，不能排除没有遗漏",
        cannot_exclude(~exists(讯问清单, 场内), 核对),
        [["供述1核对：是"], ["供述1讯问清单完整：是", "讯问1场所内讯问：否"]],
        [["讯问1场所内讯问：是"]],
    ),
]


@pytest.mark.parametrize(("sentence", "prop", "to_yes", "to_no"), TABLE, ids=[row[0] for row in TABLE])
def test_追问表(sentence, prop, to_yes, to_no):
    found = settle(prop, 空卷, 0)
    assert (told(found.to_yes), told(found.to_no)) == (sorted(to_yes), sorted(to_no))
    assert found.complete


def test_已知清单有缺时也可以补全清单():
    frame = 空卷.with_cells({("供述.讯问清单完整", 0): known(False), ("讯问.场所外讯问", 0): known(False)})
    found = settle(exists(讯问清单, 外部), frame, 0)
    assert told(found.to_no) == [["供述1讯问清单完整：是"]]
    assert found.asked[0].relation == 讯问清单


def test_清单没有确认完整而查证已经终结就不必再问清单():
    frame = 空卷.with_cells({("讯问.场所外讯问", 0): known(False)})
    found = settle(cannot_exclude(exists(讯问清单, 外部), 核对), frame, 0)
    assert told(found.to_yes) == [["供述1核对：是"]]
    assert told(found.to_no) == [["供述1讯问清单完整：是"]]


def test_同一时间的两个比较是两个问题():
    start = Moment("讯问", "start", FieldType.MOMENT, "开始")
    end = Moment("讯问", "end", FieldType.MOMENT, "结束")
    found = settle((start < end) & (start > end), 空卷, 0)
    assert len(found.asked) == 2
    assert [question.fields for question in found.asked] == [(start, end), (start, end)]


def test_超出大小限制时说明还可能有更大的组():
    many = All(tuple(flag(f"第{n}项") for n in range(5)))
    found = settle(many, 空卷, 0, limit=3)
    assert found.to_yes == ()
    assert found.larger
    assert found.complete
    assert len(settle(many, 空卷, 0, limit=5).to_yes[0]) == 5


def test_超出组数限制时说明没有列全而列出的仍然有效():
    pairs = All(tuple(Any(tuple(flag(f"{n}{m}") for m in "甲乙丙丁")) for n in range(3)))
    found = settle(pairs, 空卷, 0, set_limit=10)
    assert not found.complete
    for replies in found.to_yes:
        frame = 空卷.with_cells({(r.question.prop.path, 0): entered(r) for r in replies})
        assert evaluate(pairs, frame)[0] == 1
    assert len(settle(pairs, 空卷, 0).to_yes) == 64


def test_多余的条件被较弱的吸收而不占组数():
    assert settle(录像 | (录像 & 签名) | (录像 & 核对), 空卷, 0, set_limit=2).complete


def test_没有的对象和过深的命题都有明白的报错():
    with pytest.raises(IndexError, match="只有 1 个对象"):
        settle(录像, 空卷, 3)
    deep = 录像
    for _ in range(5000):
        deep = Not(deep)
    with pytest.raises(TreeError, match="嵌套超过"):
        settle(deep, 空卷, 0)


def test_已知的值不用再问():
    frame = 空卷.with_cells({("供述.录像", 0): Cell(True)})
    found = settle(录像 & 签名, frame, 0)
    assert [question.prop for question in found.asked] == [签名]
