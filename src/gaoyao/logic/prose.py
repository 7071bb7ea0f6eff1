"""Reading a proposition as text: the rule as a lawyer reads it on its page, and what it rests on.

Negations are pushed inwards as in `reasons`, so that no line negates a negation.
"""

from __future__ import annotations

from gaoyao.logic.compare import ORDER_WORDS, SIZE_WORDS, shift_text
from gaoyao.logic.leaves import no_phrase, yes_phrase
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
    Flag,
    ForAll,
    Moment,
    Not,
    OneOf,
    Prop,
    Quantity,
    Relation,
    Shift,
    Term,
    TreeError,
    Unresolved,
)
from gaoyao.logic.walk import check_depth, nodes, operands

INDENT = "　　"


def describe(prop: Prop) -> list[str]:
    """The proposition as lines of Chinese, two full-width spaces a level.  Raises TreeError when too deep."""
    check_depth(prop)
    return _lines(prop, False)


def fields(prop: Prop) -> frozenset[Flag | Quantity | Moment | Choice]:
    """Every field the tree reads, the completeness flags of its relations included."""
    found: set[Flag | Quantity | Moment | Choice] = set()
    for node in nodes(prop):
        match node:
            case Flag():
                found.add(node)
            case Compare():
                found.update(operands(node))
            case OneOf(field=choice):
                found.add(choice)
            case Unresolved(field=flag):
                found.add(flag)
    found.update(relation.closed for relation in _lists(prop) if relation.closed is not None)
    return frozenset(found)


def relations(prop: Prop) -> frozenset[Relation]:
    """Every relation the tree walks along."""
    to_one = {node.relation for node in nodes(prop) if isinstance(node, At)}
    return frozenset(to_one | _lists(prop))


def concepts(prop: Prop) -> frozenset[Concluded]:
    """Every result of a lower stratum the tree rests on."""
    return frozenset(node for node in nodes(prop) if isinstance(node, Concluded))


def _lists(prop: Prop) -> set[Relation]:
    return {node.relation for node in nodes(prop) if isinstance(node, AtLeast | ForAll)}


def _lines(prop: Prop, negated: bool) -> list[str]:
    match prop:
        case Not(part=part):
            return _lines(part, not negated)
        case All(parts=parts) | Any(parts=parts):
            every = isinstance(prop, All) is not negated
            return _block("同时具备：" if every else "具有下列之一：", parts, negated)
        case CannotExclude(part=part, closed=closed):
            return _cannot_exclude(part, closed, negated)
        case At(relation=relation, part=part):
            return _over(f"{relation.label}：", part, negated)
        case AtLeast(count=1, relation=relation, part=part):
            return _over(f"{'每一' if negated else '任一'}{relation.label}：", part, negated)
        case AtLeast(count=count, relation=relation, part=part):
            return _over(f"{'少于' if negated else '至少'} {count} 项{relation.label}：", part, False)
        case ForAll(relation=relation, part=part):
            return _over(f"{'任一' if negated else '每一'}{relation.label}：", part, negated)
    return [_leaf(prop, negated)]


def _block(head: str, parts: tuple[Prop, ...], negated: bool) -> list[str]:
    inner = [line for part in parts for line in _lines(part, negated)]
    return [head, *(INDENT + line for line in inner)]


def _over(head: str, part: Prop, negated: bool) -> list[str]:
    """One line when the part is one line, otherwise a block."""
    inner = _lines(part, negated)
    return [head + inner[0]] if len(inner) == 1 else [head, *(INDENT + line for line in inner)]


def _cannot_exclude(part: Prop, closed: Prop, negated: bool) -> list[str]:
    """Negated it is certain only when the part is refuted, or open while the inquiry is not closed."""
    lines = _over("能够排除：" if negated else "不能排除：", part, False)
    own = isinstance(part, Flag) and closed == Unresolved(part)
    if own:
        return [*lines, f"{INDENT}（查证终结后仍查而不明的，按不能排除认定）"]
    return [*lines, *(INDENT + line for line in _over("（不明时，以此表示查证终结）", closed, False))]


def _leaf(prop: Prop, negated: bool) -> str:
    match prop:
        case Flag():
            return no_phrase(prop) if negated else yes_phrase(prop)
        case Compare(left=left, op=op, right=right):
            words = ORDER_WORDS if isinstance(left, Moment) else SIZE_WORDS
            word = words[op.opposite if negated else op]
            gap = " " if isinstance(right, Const) else ""
            return f"{left.label}{word}{gap}{_term(right)}"
        case OneOf(field=field, codes=codes):
            labels = dict(field.options)
            chosen = [code for code in labels if (code in codes) is not negated]
            if not chosen:
                return f"{field.label}在所列各项之外"
            return f"{field.label}为" + "或".join(f"“{labels[code]}”" for code in chosen)
        case Unresolved(field=flag):
            return f"「{flag.label}」" + ("尚未到查而不明的地步" if negated else "查而不明")
        case Concluded(name=name, yes=yes, no=no):
            fallback = f"「{name}」：{'否' if negated else '是'}"
            return (no if negated else yes) or fallback
        case Always(value=value):
            return "任何情形" if value is not negated else "没有任何情形"
    raise TreeError(f"语言里没有这种节点：{prop!r}")


def _term(term: Term) -> str:
    match term:
        case Const(text=text):
            return text
        case Shift(field=field, minutes=minutes):
            return f"{field.label}{shift_text(minutes)}"
        case Quantity() | Moment():
            return term.label
