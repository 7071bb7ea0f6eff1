"""YAML to nodes: events only, no tags, anchors, aliases or merge keys, and no guessing of scalar types.

PyYAML resolves YAML 1.1 (`no`, `on`, `12:30`, `0777` change meaning); here a scalar stays the text that was
written, and the reader gives it a type from the vocabulary.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml import events

from gaoyao.dossier.exchange.nodes import Limits, Mapping, Node, Scalar, Sequence
from gaoyao.dossier.exchange.problems import Problems

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TEACH = (
    (
        "cannot start any token",
        "此处不能这样开头。缩进只能用空格，不能用制表符（Tab）；以特殊符号开头的内容请加英文引号。",
    ),
    (
        "mapping values are not allowed",
        "此处不能有冒号。内容里有“: ”的请给整个内容加英文引号；也可能是上一行缩进不对。",
    ),
    ("could not find expected ':'", "这一行或者上一行缺少英文冒号。写法是“键: 值”，冒号后要有一个空格。"),
    ("did not find expected key", "缩进没有对齐，或者引号、冒号有误。同一层的键要对齐。"),
    ("expected <block end>", "缩进没有对齐，或者引号、冒号有误。同一层的键要对齐。"),
    ("did not find expected '-' indicator", "列表没有对齐。同一列表的“-”要在同一列。"),
    ("expected ',' or", "方括号、花括号没有配对，或者缺少英文逗号。"),
    ("found unexpected end of stream", "引号没有配对，文件到末尾也没有结束；文件可能被截断。"),
    ("found unexpected document", "引号或括号没有配对。"),
    ("unexpected document", "一个文件只能写一个案件，不能用“---”分成几份。"),
    ("did not find expected <document start>", "一个文件只能写一个案件；文件开头可能有多余的内容。"),
    ("found unknown escape", "双引号里的反斜杠写法有误。请改用单引号，或者把 \\ 写成 \\\\。"),
    ("found invalid Unicode", "双引号里的 \\u 写法有误，不是完整的字符。"),
    ("did not find expected node content", "此处缺少内容，文件可能被截断。"),
    ("undefined tag handle", "不接受“!”标记。请删去，或者给内容加英文引号。"),
    ("undefined alias", "不接受“*”引用。请把内容写全，或者给内容加英文引号。"),
)


def parse_yaml(text: str, problems: Problems) -> Node | None:
    """The tree of the one document in `text`, or None when it is empty.

    Tags, anchors, aliases and merge keys are noted and passed over, so that the rest is still checked.
    Raises DossierError for text that is no YAML, for a second document and beyond `Limits`.
    """
    builder = _Builder(problems)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise problems.stop(mark.line + 1 if mark else 0, _taught(error)) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise problems.stop(0, f"不是正确的 YAML（{type(error).__name__}）。请核对文件是否完整。") from None
    return builder.root


def _taught(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.problem or ''} {error.context or ''}"
    for part, lesson in _TEACH:
        if part in said:
            return f"YAML 写法有误：{lesson}"
    return f"YAML 写法有误，请核对这一行和上一行的缩进、冒号和引号（解析器原文：{said.strip()}）。"


class _Builder:
    __slots__ = ("count", "documents", "keys", "problems", "root", "stack")

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.root: Node | None = None
        self.stack: list[Mapping | Sequence] = []
        self.keys: list[Scalar | None] = []
        self.count = 0
        self.documents = 0

    def take(self, event: Any) -> None:  # PyYAML's events have no types of their own
        kind = type(event)
        if kind is events.ScalarEvent:
            self._scalar(event)
        elif kind is events.MappingStartEvent:
            self._open(event, Mapping(event.start_mark.line + 1))
        elif kind is events.SequenceStartEvent:
            self._open(event, Sequence(event.start_mark.line + 1))
        elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
            self.stack.pop()
            self.keys.pop()
        elif kind is events.AliasEvent:
            line = event.start_mark.line + 1
            self.problems.add(
                line, "", f"不接受“*{event.anchor}”这样的引用。请把内容写全；若是文字，请加英文引号。"
            )
            self._put(Scalar("", True, line))
        elif kind is events.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise self.problems.stop(
                    event.start_mark.line + 1, "一个文件只能写一个案件，不能用“---”分成几份。"
                )

    def _scalar(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if event.anchor is not None or event.tag is not None:
            self._decorated(event, line)
        style = event.style
        text: str = event.value
        if len(text) > Limits.SCALAR:
            raise self.problems.stop(
                line, f"一个值超过 {Limits.SCALAR:,} 个字符的上限。请只写要点，并写明页码。"
            )
        if style in ("|", ">"):
            text = text.rstrip("\n")
        node = Scalar(text, style is None or style == "", line)
        if (
            self.stack
            and self.keys[-1] is None
            and type(self.stack[-1]) is Mapping
            and node.plain
            and text == "<<"
        ):
            self.problems.add(line, "", "不接受“<<”合并键。请把内容写全。")
        self._put(node)

    def _open(self, event: Any, node: Mapping | Sequence) -> None:
        if event.anchor is not None or event.tag is not None:
            self._decorated(event, node.line)
        if self.stack and type(self.stack[-1]) is Mapping and self.keys[-1] is None:
            raise self.problems.stop(
                node.line, "键只能是文字，不能是列表或者组合。以“[”“{”开头的文字请加英文引号。"
            )
        if len(self.stack) >= Limits.DEPTH:
            raise self.problems.stop(
                node.line, f"嵌套超过 {Limits.DEPTH} 层的上限。案件文件不需要这么深，请核对括号和缩进。"
            )
        self._put(node)
        self.stack.append(node)
        self.keys.append(None)

    def _decorated(self, event: Any, line: int) -> None:
        if event.anchor is not None:
            self.problems.add(
                line, "", f"不接受“&{event.anchor}”锚点。请删去，把内容写全；若是文字，请加英文引号。"
            )
        if event.tag is not None:
            self.problems.add(line, "", f"不接受“{event.tag}”标记。请删去；若是文字，请加英文引号。")

    def _put(self, node: Node) -> None:
        self.count += 1
        if self.count > Limits.NODES:
            raise self.problems.stop(
                node.line, f"内容超过 {Limits.NODES:,} 项的上限。请拆成几个文件一并载入。"
            )
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if type(top) is Sequence:
            top.items.append(node)
            return
        assert type(top) is Mapping  # noqa: S101 - the stack holds nothing else
        key = self.keys[-1]
        if key is None:
            self.keys[-1] = node if type(node) is Scalar else Scalar("", True, node.line)
        else:
            top.pairs.append((key, node))
            self.keys[-1] = None
