"""Random vocabularies, cases and trees for the properties of the logic, and what they are made of.

The vocabulary and the case come from a seed (their shape is not worth shrinking); the tree is drawn node by
node, so that hypothesis can shrink a failing tree.  `shares` tells how much of what was generated is nested,
empty, open or unknown, so that a property cannot pass on trivial cases.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gaoyao.logic.columns import evaluate
from gaoyao.logic.frame import Cell, Source
from gaoyao.logic.tree import (
    All,
    Always,
    Any,
    At,
    AtLeast,
    CannotExclude,
    Choice,
    Compare,
    Concluded,
    Const,
    FieldType,
    Flag,
    ForAll,
    Moment,
    Not,
    OneOf,
    Op,
    Prop,
    Quantity,
    Relation,
    Unresolved,
)
from gaoyao.logic.truth import Why
from gaoyao.logic.walk import children, nodes
from tests.logic.frames import AnyField, MemoryFrame

KINDS = ("案件", "证据", "讯问")
CODES = (("a", "甲"), ("b", "乙"), ("c", "丙"))
UNKNOWNS = (Why.NOT_ENTERED, Why.FILE_SILENT, Why.CONFLICTING, Why.UNRESOLVED, Why.NOT_APPLICABLE)


@dataclass(frozen=True)
class Vocabulary:
    flags: dict[str, list[Flag]]
    quantities: dict[str, list[Quantity]]
    moments: dict[str, list[Moment]]
    choices: dict[str, list[Choice]]
    concepts: dict[str, list[Concluded]]
    relations: dict[str, list[Relation]]

    def fields(self, kind: str) -> list[AnyField]:
        return [*self.flags[kind], *self.quantities[kind], *self.moments[kind], *self.choices[kind]]


@dataclass(frozen=True)
class Case:
    words: Vocabulary
    frame: MemoryFrame
    kind: str


def _vocabulary(rng: random.Random) -> Vocabulary:
    words = Vocabulary({}, {}, {}, {}, {}, {})
    for kind in KINDS:
        words.flags[kind] = [
            Flag(kind, name, FieldType.FLAG, name, f"{name}成立", f"{name}不成立", f"{name}不明")
            for name in ("录像", "签名")
        ]
        words.quantities[kind] = [
            Quantity(kind, n, FieldType.QUANTITY, n, unit="件") for n in ("件数", "次数")
        ]
        words.moments[kind] = [Moment(kind, n, FieldType.MOMENT, n) for n in ("开始", "结束")]
        words.choices[kind] = [Choice(kind, "地点", FieldType.CHOICE, "地点", options=CODES)]
        words.concepts[kind] = [Concluded(kind, "结论", "结论成立", "结论不成立", "结论不明")]
    for kind in KINDS:
        complete = Flag(
            kind, "清单完整", FieldType.FLAG, "清单完整", "清单完整", "清单有缺", "清单是否完整不明"
        )
        words.flags[kind].append(complete)
        words.relations[kind] = [
            Relation(f"r{number}", kind, rng.choice(KINDS), f"关系{number}", number == 0, closed)
            for number, closed in enumerate((None, complete, None))
        ]
    return words


def _cell(rng: random.Random, field: AnyField) -> Cell:
    if rng.random() < 0.45:
        return Cell(None, rng.choice(UNKNOWNS), note=rng.choice(("", "见说明")))
    return known_cell(rng, field)


def known_cell(rng: random.Random, field: AnyField) -> Cell:
    source = (Source(page=f"第{rng.randrange(1, 90)}页"),)
    if isinstance(field, Flag):
        return Cell(rng.random() < 0.5, sources=source)
    if isinstance(field, Choice):
        return Cell(rng.choice(CODES)[0], sources=source)
    low = rng.randrange(4)
    return Cell((float(low), float(low + rng.choice((0, 0, 1, 2)))), sources=source)


def make_case(seed: int, kind: str = KINDS[0], smallest: int = 1, largest: int = 4) -> Case:
    rng = random.Random(seed)
    words = _vocabulary(rng)
    sizes = {name: rng.randrange(smallest, largest + 1) for name in KINDS}
    cells = {
        (field.path, subject): _cell(rng, field)
        for name in KINDS
        for field in words.fields(name)
        for subject in range(sizes[name])
    }
    links = {}
    for relation in (each for name in KINDS for each in words.relations[name]):
        most = 1 if relation.to_one else 3
        links[relation.path] = {
            subject: sorted(
                rng.sample(
                    range(sizes[relation.target]), min(rng.randrange(most + 1), sizes[relation.target])
                )
            )
            for subject in range(sizes[relation.source])
        }
    results = {f"{name}.结论": [rng.choice((-1, 0, 1)) for _ in range(sizes[name])] for name in KINDS}
    return Case(words, MemoryFrame(sizes, cells, links, results), kind)


@st.composite
def make_trees(draw: st.DrawFn, words: Vocabulary, kind: str, depth: int = 4, burden: bool = True) -> Prop:
    """A tree about `kind`.  `burden=False` leaves out 不能排除 and 查而不明, which look at why, not at values."""
    inner = ["all", "any", "not", "at", "at_least", "forall", "quantifier"] + ["cannot"] * burden
    names = ["leaf"] if depth == 0 else inner + ["leaf"] * 2
    return _node(draw, draw(st.sampled_from(names)), words, kind, depth, burden)


def _node(draw: st.DrawFn, name: str, words: Vocabulary, kind: str, depth: int, burden: bool) -> Prop:
    def sub(about: str = kind) -> Prop:
        return draw(make_trees(words, about, depth - 1, burden))

    one, *many = words.relations[kind]
    match name:
        case "all" | "any":
            parts = tuple(sub() for _ in range(draw(st.integers(2, 3))))
            return All(parts) if name == "all" else Any(parts)
        case "not":
            return Not(sub())
        case "cannot":
            flag = draw(st.sampled_from(words.flags[kind]))
            return (
                CannotExclude(flag, flag.unresolved) if draw(st.booleans()) else CannotExclude(sub(), sub())
            )
        case "at":
            return At(one, sub(one.target))
        case "at_least" | "forall" | "quantifier":
            relation = draw(st.sampled_from(many))
            if draw(st.booleans()):
                return ForAll(relation, sub(relation.target))
            return AtLeast(draw(st.integers(1, 3)), relation, sub(relation.target))
    return draw(make_leaves(words, kind, burden))


@st.composite
def make_leaves(draw: st.DrawFn, words: Vocabulary, kind: str, burden: bool = True) -> Prop:
    names = ["flag", "flag", "flag", "quantity", "moment", "choice", "concluded", "always"] + [
        "unresolved"
    ] * burden
    flag = draw(st.sampled_from(words.flags[kind]))
    op = draw(st.sampled_from(list(Op)))
    match draw(st.sampled_from(names)):
        case "quantity":
            left, right = words.quantities[kind]
            low = draw(st.integers(0, 3))
            const = Const(float(low), float(low + draw(st.integers(0, 1))), f"{low}件")
            return Compare(left, op, draw(st.sampled_from([right, const])))
        case "moment":
            first, second = words.moments[kind]
            shift = second + timedelta(minutes=draw(st.integers(-2, 2)))
            return Compare(first, op, draw(st.sampled_from([second, shift])))
        case "choice":
            codes = draw(st.lists(st.sampled_from("abc"), min_size=1, max_size=2, unique=True))
            return OneOf(words.choices[kind][0], tuple(codes))
        case "concluded":
            return words.concepts[kind][0]
        case "always":
            return Always(draw(st.booleans()))
        case "unresolved":
            return Unresolved(flag)
    return flag


seeds = st.integers(0, 10_000)


@st.composite
def cases(draw: st.DrawFn, trees: int = 1, depth: int = 4, burden: bool = True) -> tuple[Case, list[Prop]]:
    """A case and `trees` trees about the same kind."""
    case = make_case(draw(seeds), draw(st.sampled_from(KINDS)))
    return case, [draw(make_trees(case.words, case.kind, depth, burden)) for _ in range(trees)]


def quantifier_depth(prop: Prop) -> int:
    inner = max(map(quantifier_depth, children(prop)), default=0)
    return inner + isinstance(prop, AtLeast | ForAll)


def shares(examples: int = 300) -> dict[str, float]:
    """What `cases()` generates: shares of trees, cells, lists and answers, each between 0 and 1."""
    count: Counter[str] = Counter()
    total: Counter[str] = Counter()

    def note(group: str, name: str, hits: int, of: int = 1) -> None:
        count[f"{group}：{name}"] += hits
        total[f"{group}：{name}"] += of

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(cases())
    def collect(example: tuple[Case, list[Prop]]) -> None:
        case, (prop,) = example
        _tally(case, prop, note)

    collect()
    return {name: count[name] / total[name] for name in total}


def _tally(case: Case, prop: Prop, note) -> None:
    found = {type(node) for node in nodes(prop)}
    for node in (
        All,
        Any,
        Not,
        At,
        AtLeast,
        ForAll,
        CannotExclude,
        Compare,
        OneOf,
        Unresolved,
        Concluded,
        Always,
    ):
        note("含此节点的命题", node.__name__, int(node in found))
    note("命题", "含量词", int(quantifier_depth(prop) >= 1))
    note("命题", "量词里套量词", int(quantifier_depth(prop) >= 2))
    for relation in (each for kind in KINDS for each in case.words.relations[kind] if not each.to_one):
        for subject in range(case.frame.size(relation.source)):
            note("清单", "空", int(not case.frame.targets(relation, subject)))
            if relation.closed is not None:
                cell = case.frame.cell(relation.closed, subject)
                note("清单", "未确认完整", int(not (cell.why is Why.KNOWN and cell.value is True)))
    for cell in case.frame.cells.values():
        for why in UNKNOWNS:
            note("格", why.label, int(cell.why is why))
    answers = evaluate(prop, case.frame, case.kind)
    for truth, label in ((1, "是"), (0, "不明"), (-1, "否")):
        note("答案", label, int((answers == truth).sum()), len(answers))
