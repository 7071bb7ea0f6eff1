"""没有人说过证据是否用来指控，不能当作查过没有问题。案件为虚构。"""

from datetime import date

import pytest

from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import View, readable
from gaoyao.review.api import review
from gaoyao.review.standing import Rung

CASE = """皋陶: 1
案件: {{标识: C0, 虚构案件: 是, 诉讼阶段: 一审}}
被告人: [{{标识: A1, 姓名: 虚构甲}}]
犯罪事实: [{{标识: I1, 简述: 虚构的事}}]
指控: [{{标识: C1, 被告人: A1, 犯罪事实: I1, 罪名: 盗窃}}]
待证事实: [{{标识: F1, 所属指控: [C1], 内容: 虚构的事实, 事实性质: 系被告人所为}}]
证据: [{{标识: E1, 证据种类: 物证{said}, 证明联系: [{link}]}}]
"""

ROWS = [
    # 支持待证事实的证据，没有说是否用来指控：写在未检查里
    ("", "支持", True),
    (", 用以证明不利于被告人的事实: 卷内无记载", "支持", True),
    # 说过是、说过否，都不再列
    (", 用以证明不利于被告人的事实: 是", "支持", False),
    (", 用以证明不利于被告人的事实: 否", "支持", False),
    # 还没有和待证事实联系的证据，同样没有检查
    ("", "", True),
    # 有利于被告人的证据、反对待证事实的证据，不因为没有写而被问
    (", 有利于被告人: 是", "支持", False),
    ("", "反对", False),
]


@pytest.mark.parametrize(("said", "direction", "listed"), ROWS)
def test_没有说是否用来指控的证据列为未检查(said, direction, listed):
    made = review(
        View(
            load(
                CASE.format(said=said, link=f"{{待证事实: F1, 方向: {direction}}}" if direction else "")
            ).log,
            readable("judge"),
        ),
        date(2024, 6, 1),
    )
    assert any("E1（1 件）的取证检查" in one.what for one in made.not_checked) is listed
    assert not (listed and made.certificate.granted)
    assert (made.items[0].rung is Rung.UNEXAMINED) is listed, "处境不写未见障碍"
    assert any(one.field == "item.against" for one in made.questions) is listed, "问一次，把这些证据写在一起"
