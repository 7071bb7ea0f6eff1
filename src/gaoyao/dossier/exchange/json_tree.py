"""JSON to the same nodes as YAML, with line numbers and without recursion."""

from __future__ import annotations

import json
import re

from gaoyao.dossier.exchange.nodes import Limits, Mapping, Node, Scalar, Sequence
from gaoyao.dossier.exchange.problems import Problems

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"')
_WORD = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b")


class NotJson(ValueError):
    """The text is not JSON; `line` and the message say where and why."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def looks_like_json(text: str) -> bool:
    """Does the text begin as a JSON object or list?"""
    return text[_SPACE.match(text).end() :][:1] in ("{", "[")  # type: ignore[union-attr]  # it matches everywhere


def parse_json(text: str, problems: Problems) -> Node:
    """The tree of a JSON text.  Raises NotJson, or DossierError beyond `Limits`."""
    return _Scanner(text, problems).run()


class _Scanner:
    def __init__(self, text: str, problems: Problems) -> None:
        self.text, self.problems = text, problems
        self.at, self.line, self.counted, self.count = 0, 1, 0, 0

    def run(self) -> Node:
        root = self._value()
        stack: list[Mapping | Sequence] = [] if isinstance(root, Scalar) else [root]
        fresh = True
        while stack:
            top = stack[-1]
            char = self._next()
            if char == ("}" if isinstance(top, Mapping) else "]"):
                self.at += 1
                stack.pop()
                fresh = False
                continue
            if not fresh:
                self._expect(",", "缺少英文逗号，或者括号没有配对")
            child = self._member(top)
            fresh = not isinstance(child, Scalar)
            if not isinstance(child, Scalar):
                if len(stack) >= Limits.DEPTH:
                    raise self.problems.stop(
                        child.line, f"嵌套超过 {Limits.DEPTH} 层的上限。案件文件不需要这么深，请核对括号。"
                    )
                stack.append(child)
        if self._next():
            raise NotJson(self.line, "一个案件写完之后还有多余的内容")
        return root

    def _member(self, top: Mapping | Sequence) -> Node:
        if isinstance(top, Sequence):
            child = self._value()
            top.items.append(child)
            return child
        if self._next() != '"':
            raise NotJson(self.line, "键要写在英文双引号里")
        key = self._string()
        self._expect(":", "键之后缺少英文冒号")
        child = self._value()
        top.pairs.append((key, child))
        return child

    def _next(self) -> str:
        self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]  # it matches everywhere
        self.line += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        return self.text[self.at : self.at + 1]

    def _expect(self, char: str, message: str) -> None:
        if self._next() != char:
            raise NotJson(self.line, message)
        self.at += 1

    def _value(self) -> Node:
        char = self._next()
        self.count += 1
        if self.count > Limits.NODES:
            raise self.problems.stop(
                self.line, f"内容超过 {Limits.NODES:,} 项的上限。请拆成几个文件一并载入。"
            )
        if char == '"':
            return self._string()
        if char == "{":
            self.at += 1
            return Mapping(self.line)
        if char == "[":
            self.at += 1
            return Sequence(self.line)
        found = _WORD.match(self.text, self.at)
        if not found:
            raise NotJson(self.line, "此处应为值" if char else "文件没有写完，可能被截断")
        self.at = found.end()
        return Scalar(found.group(), True, self.line)

    def _string(self) -> Scalar:
        found = _STRING.match(self.text, self.at)
        if not found:
            raise NotJson(self.line, "英文双引号没有配对，或者引号里直接换了行")
        raw = found.group()
        self.at = found.end()
        text = raw[1:-1]
        if "\\" in raw:
            try:
                text = json.loads(raw, strict=False)
                text.encode("utf-8")
            except ValueError:
                raise NotJson(self.line, "反斜杠写法有误") from None
        if len(text) > Limits.SCALAR:
            raise self.problems.stop(
                self.line, f"一个值超过 {Limits.SCALAR:,} 个字符的上限。请只写要点，并写明页码。"
            )
        return Scalar(text, False, self.line)
