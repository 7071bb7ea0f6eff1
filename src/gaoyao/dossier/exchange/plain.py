"""A case file as plain Python data, typed as YAML 1.2 (core schema) or JSON types it: what a JSON Schema sees."""

from __future__ import annotations

import re
from typing import Any

from gaoyao.dossier.exchange.load import Source, tree_of
from gaoyao.dossier.exchange.nodes import Mapping, Node, Scalar, Sequence
from gaoyao.dossier.exchange.problems import Problems, error_of

_INTEGER = re.compile(r"[-+]?[0-9]{1,300}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})


def plain_of(source: Source) -> dict[str, Any]:
    """The file as dicts, lists, text, numbers, booleans and None.  Raises DossierError when it cannot be parsed."""
    problems = Problems("（文件）")
    root = tree_of(source, problems)
    if problems.found:
        raise error_of(problems.found)
    return {key.text: plain(node) for key, node in root.pairs}


def plain(node: Node) -> Any:
    """One node as plain data (a tree is at most `Limits.DEPTH` deep, so recursion is safe)."""
    if isinstance(node, Scalar):
        return _scalar(node)
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Mapping)  # noqa: S101 - the union has no other member
    return {key.text: plain(value) for key, value in node.pairs}


def _scalar(node: Scalar) -> Any:
    text = node.text
    if not node.plain:
        return text
    if node.empty:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
