"""What recognition mistakes in words that papers of this kind always write alike, set right character by character.

Only where the words around leave one reading: 讯间 is no word, 讯问 is the title of the paper; 3月5曰 is a date.
Names, places and free words are never touched.  Every change keeps the length, so places stay true, and is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from gaoyao.intake.ocr.engine import Word

_UNITS = "年月日时分秒元克岁号个张部台把根份页条款项次"
_CHINESE_FIGURES = "零〇一二三四五六七八九十"

# What is read, and what stands there.  A group named x is one character that is replaced by the second column.
_WORDS: tuple[tuple[str, str], ...] = (
    (r"[讯询](?P<x>[间同闻网])(?=笔录|室|人|时|地点|证人|被害人|犯罪|后|前|过程|情况|结束|开始|$)", "问"),
    (r"^(?P<x>[间闻])(?=[:：](?!\s*(?:\d|二[〇○0零]|自|从)))", "问"),  # a label spaced out ends in 间： too
    (r"^(?P<x>[筐荅客])(?=[:：])", "答"),
    (r"刑(?P<x>[债绩傧])(?=[大支中]队|总队|民警|队)", "侦"),
    (r"(?P<x>[游辦瓣])认(?=笔录|人|对象|过程|结果|照片)", "辨"),
    (r"扣(?P<x>[抻柙钾])(?=笔录|清单|物品|决定|财物|的)", "押"),
    (r"月[\d" + _CHINESE_FIGURES + r"]{1,3}(?P<x>[曰目])(?![的光前标])", "日"),
    (r"(?<=[" + _CHINESE_FIGURES[1:] + r"])(?P<x>[0Oo○◯])(?=[" + _CHINESE_FIGURES[1:] + r"0Oo○◯年])", "〇"),
)  # fmt: skip
_FIGURES = re.compile(r"(?<![A-Za-z0-9])(?=[0-9OoIl|]*\d)[0-9OoIl|]{1,8}(?=[" + _UNITS + "])")
_LONG = re.compile(r"(?<![A-Za-z0-9])(?=(?:[OoIl|]*\d){12})[0-9OoIl|]{14,19}(?=[0-9Xx]?(?![A-Za-z0-9]))")
_ALIKE = str.maketrans("OoIl|", "00111")
_NUMBERED = re.compile(r"([〔\[(（{【])((?:19|20)\d{2})([〕\])）}】])(?=[^，。；\s]{0,12}号)")
_COMPILED = [(re.compile(pattern), right) for pattern, right in _WORDS]


def mended(text: str) -> str:
    """The text with set words, dates, figures and the brackets of document numbers set right; of the same length."""
    for pattern, right in _COMPILED:
        text = pattern.sub(_one(right), text)
    text = _FIGURES.sub(_figures, text)
    text = _LONG.sub(_figures, text)
    return _NUMBERED.sub(lambda found: f"〔{found[2]}〕", text)


def _one(right: str) -> Callable[[re.Match[str]], str]:
    def put(found: re.Match[str]) -> str:
        at = found.start("x") - found.start()
        return found[0][:at] + right + found[0][at + 1 :]

    return put


def _figures(found: re.Match[str]) -> str:
    return found[0].translate(_ALIKE)


def in_set_words(words: Sequence[Word]) -> tuple[list[Word], list[str]]:
    """The lines set right, and every change as 误→正; a bracket alone is not told."""
    out: list[Word] = []
    changes: list[str] = []
    for word in words:
        text = mended(word.text)
        changes += [
            f"{old}→{new}"
            for old, new in zip(word.text, text, strict=True)
            if old != new and new not in "〔〕"
        ]
        out.append(word._replace(text=text))
    return out, changes
