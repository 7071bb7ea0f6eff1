"""Walking along relations: the builders that do so, and the kind of subject a finished tree speaks about."""

from __future__ import annotations

from collections.abc import Iterable

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
    Not,
    OneOf,
    Prop,
    Relation,
    TreeError,
    Unresolved,
)


def _checked(relation: Relation, part: Prop, to_one: bool) -> None:
    if not isinstance(part, Prop):
        raise TreeError(f"{part!r} 不是命题")
    if relation.to_one is not to_one:
        raise TreeError(
            f"关系 {relation.path} {'不是' if to_one else '是'}单值关系；单值用 at，多值用 exists、forall、at_least"
        )


def exists(relation: Relation, part: Prop) -> Prop:
    """Some target of the declared relation satisfies `part`."""
    return at_least(1, relation, part)


def at_least(count: int, relation: Relation, part: Prop) -> Prop:
    """At least `count` targets satisfy `part`.  Raises TreeError when count < 1."""
    _checked(relation, part, to_one=False)
    if count < 1:
        raise TreeError("at_least 的个数至少为 1")
    return AtLeast(count, relation, part)


def forall(relation: Relation, part: Prop) -> Prop:
    """Every target satisfies `part`; yes for an empty closed list."""
    _checked(relation, part, to_one=False)
    return ForAll(relation, part)


def at(relation: Relation, part: Prop) -> Prop:
    """The target of a to-one relation satisfies `part`."""
    _checked(relation, part, to_one=True)
    return At(relation, part)


def kind_of(prop: Prop) -> str:
    """The kind of subject a tree speaks about; '' for a constant.  Raises TreeError when parts disagree."""
    match prop:
        case Flag():
            return prop.kind
        case Always():
            return ""
        case Compare(left=left):
            return left.kind
        case OneOf(field=field):
            return field.kind
        case Unresolved(field=flag):
            return flag.kind
        case Concluded(kind=kind):
            return kind
        case Not(part=part):
            return kind_of(part)
        case All(parts=parts) | Any(parts=parts):
            return _same(parts, prop)
        case CannotExclude(part=part, closed=closed):
            return _same((part, closed), prop)
        case (
            At(relation=relation, part=part)
            | AtLeast(relation=relation, part=part)
            | ForAll(relation=relation, part=part)
        ):
            inner = kind_of(part)
            if inner not in ("", relation.target):
                raise TreeError(
                    f"关系 {relation.path} 的对象是 {relation.target}，里面的命题却是关于 {inner} 的"
                )
            return relation.source
    raise TreeError(f"语言里没有这种节点：{prop!r}")


def _same(parts: Iterable[Prop], whole: Prop) -> str:
    kinds = {kind for kind in map(kind_of, parts) if kind}
    if len(kinds) > 1:
        raise TreeError(f"同一命题里混有不同对象 {sorted(kinds)}；要用 at、exists 等沿关系走过去")
    return kinds.pop() if kinds else ""
