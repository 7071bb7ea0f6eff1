"""Format versions: reading the version of a file and bringing an older tree up to the present one.

An upgrade changes the parsed tree in place, so that every message still names the line the user wrote.
"""

from __future__ import annotations

from collections.abc import Callable

from gaoyao.dossier.exchange.names import FORMAT, VERSION
from gaoyao.dossier.exchange.nodes import Mapping, Node, Scalar, Sequence
from gaoyao.dossier.exchange.problems import Problems

Upgrade = Callable[[Mapping], None]

UPGRADES: dict[int, Upgrade] = {}
"""The upgrade from version n to n + 1."""


def upgrades(version: int) -> Callable[[Upgrade], Upgrade]:
    """Register the function that brings a tree from `version` to the next one."""

    def register(function: Upgrade) -> Upgrade:
        if version in UPGRADES:
            raise ValueError(f"版本 {version} 的升级定义了两次")
        UPGRADES[version] = function
        return function

    return register


def upgrade(root: Mapping, problems: Problems) -> Mapping:
    """The tree in the present version.  Raises DossierError for a missing, unreadable or newer version."""
    version = version_of(root, problems)
    for step in range(version, VERSION):
        UPGRADES[step](root)
    return root


def version_of(root: Mapping, problems: Problems) -> int:
    """The version a file states.  Raises DossierError."""
    stated = [(key, node) for key, node in root.pairs if key.text in (FORMAT.en, FORMAT.zh)]
    if not stated:
        raise problems.stop(root.line, f"缺少格式版本。请在第一行写“皋陶: {VERSION}”。")
    key, node = stated[0]
    text = node.text if isinstance(node, Scalar) else ""
    if not text.isascii() or not text.isdigit() or len(text) > 6:
        raise problems.stop(node.line, f"格式版本应为整数。请写“{key.text}: {VERSION}”。")
    version = int(text)
    if version > VERSION:
        raise problems.stop(
            node.line,
            f"文件的格式版本是 {version}，本程序只认识到 {VERSION}。请升级程序，或者用新程序另存为旧版本。",
        )
    return version


def rename(mapping: Mapping, old: str, new: str) -> None:
    """Rename a key where it stands; its line stays."""
    mapping.pairs[:] = [
        (Scalar(new, key.plain, key.line) if key.text == old else key, node) for key, node in mapping.pairs
    ]


def mappings(node: Node) -> list[Mapping]:
    """Every mapping in a tree, outermost first, without recursion."""
    out: list[Mapping] = []
    waiting: list[Node] = [node]
    while waiting:
        top = waiting.pop()
        if isinstance(top, Mapping):
            out.append(top)
            waiting.extend(child for _, child in reversed(top.pairs))
        elif isinstance(top, Sequence):
            waiting.extend(reversed(top.items))
    return out


@upgrades(0)
def draft_to_first(root: Mapping) -> None:
    """Version 0 was the draft circulated before the first release: 证据材料 → 证据, 口供 → 讯问, 页码 → 卷宗页码."""
    rename(root, "证据材料", "证据")
    for mapping in mappings(root):
        rename(mapping, "口供", "讯问")
        rename(mapping, "页码", "卷宗页码")
