"""Three truth values, ordered no < unknown < yes (strong Kleene), and why a value is unknown."""

from __future__ import annotations

from enum import IntEnum
from typing import NoReturn


class Truth(IntEnum):
    """What a rule answers for a subject.  AND is the minimum, OR the maximum, NOT the negation."""

    NO = -1
    UNKNOWN = 0
    YES = 1

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "真值有是、否、不明三个，不能当作真假使用；请与 Truth.YES、Truth.NO、Truth.UNKNOWN 比较"
        )

    @property
    def label(self) -> str:
        """是 / 否 / 不明."""
        return {-1: "否", 0: "不明", 1: "是"}[int(self)]


class Why(IntEnum):
    """Why a cell holds no value, or that it does (`KNOWN`).

    未录入, 卷内无记载, 说法冲突 and 查而不明 are different things: only 查而不明 (asked, the inquiry is
    closed, still not established) may turn a burden.  不适用 is a value with a reason: a leaf that does
    not apply never contributes to a finding.
    """

    KNOWN = 0
    NOT_ENTERED = 1
    FILE_SILENT = 2
    CONFLICTING = 3
    UNRESOLVED = 4
    NOT_APPLICABLE = 5

    @property
    def label(self) -> str:
        """The Chinese name that the pages print."""
        return ("已录入", "未录入", "卷内无记载", "说法冲突", "查而不明", "不适用")[int(self)]
