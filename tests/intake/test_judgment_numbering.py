"""编号：不论用哪种写法，都认得是第几；句子里的数字不是编号。"""

from __future__ import annotations

import pytest

from gaoyao.intake.judgments.numbering import MARK, in_sequence, is_first, value

ROWS = [
    ("1、证人", 1), ("12.证人", 12), ("（3）证人", 3), ("④证人", 4), ("⑸证人", 5), ("⒍证人", 6), ("（七）证人", 7),
    ("八、证人", 8), ("（十二）证人", 12), ("二十、证人", 20), ("二十一、证人", 21), ("⒛证人", 20), ("⑳证人", 20),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_各种写法(text: str, expected: int) -> None:
    mark = MARK.match(text)
    assert mark is not None
    assert value(mark) == expected
    assert is_first(mark) == (expected == 1)


def test_不接续的数字不是编号() -> None:
    marks = list(MARK.finditer("1、甲，2016年，2、乙，30、丙，3、丁"))
    assert [value(m) for m in in_sequence(marks)] == [1, 2, 3]
