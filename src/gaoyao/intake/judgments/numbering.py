"""The signs that number an enumeration in a judgment (1、 1. （1） ① ⑴ （一） 一、) and which of them count on."""

from __future__ import annotations

import re
import unicodedata

from gaoyao.intake.judgments.numerals import number

MARK = re.compile(
    r"(?:(?<=^)|(?<=[\n：；。，、]))(?:(?P<arabic>\d{1,2})(?:[、.]|(?=[\u4e00-\u9fff《（])(?![年月日时分元角万千百余多克吨米岁天次名人位号个起部份支把条张枚只页层楼室栋第]))(?!\d)|（(?P<paren>\d{1,2})）[、.]?|(?P<circle>[①-⑳])[、.]?|(?P<dotted>[⑴-⒇⒈-⒛])[、.]?"
    r"|（(?P<cnparen>[一二三四五六七八九十]{1,3})）[、.]?|(?P<cn>[一二三四五六七八九十]{1,3})[、.])"
)
"""One numbering sign; the group that matched names its style."""


CIRCLED = re.compile(r"(?P<circle>[①-⑳])[、.]?|(?P<dotted>[⑴-⒇⒈-⒛])[、.]?")
"""A sign that numbers wherever it stands, because it is nothing else."""


def value(mark: re.Match[str]) -> int:
    """The number a sign stands for, whatever its style; 0 when it is no number (十十)."""
    figure = mark.group(mark.lastgroup or 0)
    if len(figure) == 1:
        return int(unicodedata.numeric(figure, 0))
    return number(figure) or 0


def is_first(mark: re.Match[str]) -> bool:
    """Does an enumeration begin here?"""
    return value(mark) == 1


def in_sequence(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Of signs in one style those that count on (small gaps allowed); a figure inside a sentence does not."""
    kept: list[re.Match[str]] = []
    last = 0
    for mark in marks:
        this = value(mark)
        if last < this <= last + 3 or kept and this == last and mark.string[mark.start() - 1] == "\n":
            kept.append(mark)
            last = this
    return kept
