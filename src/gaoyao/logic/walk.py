"""Going through a tree: its children, every node once, and the checks that every reading relies on."""

from __future__ import annotations

from collections.abc import Iterator

from gaoyao.logic.relations import kind_of
from gaoyao.logic.tree import (
    All,
    Always,
    Any,
    At,
    AtLeast,
    CannotExclude,
    Compare,
    Concluded,
    Flag,
    ForAll,
    Moment,
    Not,
    OneOf,
    Prop,
    Quantity,
    Shift,
    Term,
    TreeError,
    Unresolved,
)

DEPTH_LIMIT = 100
"""Deepest tree a reading accepts; rules are below 20, the limit only keeps recursion safe."""


def children(prop: Prop) -> tuple[Prop, ...]:
    """The propositions directly inside `prop`.  Raises TreeError for a node the language does not know."""
    match prop:
        case Flag() | Always() | Compare() | OneOf() | Unresolved() | Concluded():
            return ()
        case Not(part=part) | At(part=part) | AtLeast(part=part) | ForAll(part=part):
            return (part,)
        case All(parts=parts) | Any(parts=parts):
            return parts
        case CannotExclude(part=part, closed=closed):
            return (part, closed)
    raise TreeError(f"语言里没有这种节点：{prop!r}")


def nodes(prop: Prop) -> Iterator[Prop]:
    """Every node of the tree once (by identity), parents first."""
    seen: set[int] = set()
    stack = [prop]
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        stack.extend(reversed(children(node)))


def operands(compare: Compare) -> tuple[Quantity | Moment, ...]:
    """The one or two fields that a comparison reads."""
    right = operand(compare.right)
    return (compare.left,) if right is None else (compare.left, right)


def operand(term: Term) -> Quantity | Moment | None:
    """The field of a term; None for a constant."""
    match term:
        case Shift(field=field):
            return field
        case Quantity() | Moment():
            return term
    return None


def check(prop: Prop, kind: str | None = None) -> str:
    """The kind of subject the tree speaks about, after the checks that readings rely on.

    `kind` gives the kind of a constant tree.  Raises TreeError when the tree is deeper than DEPTH_LIMIT, its
    parts speak about different kinds, a comparison reads a field of another kind, a relation's `closed` flag
    is not a flag of its source, or the kind is missing or contradicts `kind`.
    """
    check_depth(prop)
    for node in nodes(prop):
        match node:
            case Compare(left=left):
                for field in operands(node):
                    if field.kind != left.kind:
                        raise TreeError(
                            f"{left.path} 与 {field.path} 属于不同对象，不能直接比较；要把其中一个做成同一对象的字段"
                        )
            case At(relation=relation) | AtLeast(relation=relation) | ForAll(relation=relation):
                if relation.closed is not None and relation.closed.kind != relation.source:
                    raise TreeError(
                        f"关系 {relation.path} 的清单完整字段 {relation.closed.path} 不属于 {relation.source}"
                    )
    own = kind_of(prop)
    if own and kind and own != kind:
        raise TreeError(f"命题是关于 {own} 的，不能对 {kind} 求值")
    if not own and not kind:
        raise TreeError("命题是常量，没有对象；求值时要用 kind= 写明对象种类")
    return own or kind or ""


def check_depth(prop: Prop) -> None:
    """Raise TreeError for a tree deeper than DEPTH_LIMIT.  Iterative, so that no tree overflows the stack."""
    depth: dict[int, int] = {}
    stack = [prop]
    while stack:
        node = stack[-1]
        inner = children(node)
        missing = [child for child in inner if id(child) not in depth]
        if missing:
            stack.extend(missing)
            continue
        stack.pop()
        depth[id(node)] = 1 + max((depth[id(child)] for child in inner), default=0)
        if depth[id(node)] > DEPTH_LIMIT:
            raise TreeError(f"命题嵌套超过 {DEPTH_LIMIT} 层；请拆成几条规则，用下一层的结论连接")
