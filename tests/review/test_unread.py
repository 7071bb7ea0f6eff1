"""未读页：人说读完了，是说当时的材料；以后并入的材料没有读到的，仍然算。"""

import pytest

from gaoyao.dossier.exchange import load, save
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Address, Amount, Basis
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import View, readable
from gaoyao.review.unread import not_read, unread

READ, STATED, CONFIRMED = Basis.READ, Basis.STATED, Basis.CONFIRMED
TABLE = [
    ("没有人说，不算", [], 0, False),
    ("机器数出三页", [(READ, 3)], 3, False),
    ("人看过三页，改为零", [(READ, 3), (STATED, 0)], 0, False),
    ("人改为零以后，又并入两页没有读到的", [(READ, 3), (STATED, 0), (READ, 2)], 2, False),
    ("确认以后又并入，人再次说读完了", [(CONFIRMED, 0), (READ, 2), (CONFIRMED, 0)], 0, False),
    ("确认过的，后来录入的不能压低", [(CONFIRMED, 4), (STATED, 0)], 4, False),
    ("两次说的不同，取大的", [(STATED, 1), (STATED, 5)], 5, False),
    ("有文件没有读到底", [(READ, (0, float("inf")))], 0, True),
]


def written(rows):
    log = Log()
    with log.begin(Part.MAIN, "某人", "录入", "测试", "2026-01-01T10:00") as change:
        change.declare("case", "case")
        change.put("case", "case", "title", "虚构案")
        for basis, number in rows:
            low, high = number if isinstance(number, tuple) else (number, number)
            value = Amount(float(low), float(high), f"{low}页" + ("以上" if high > low else ""))
            change.put(
                "case", "case", "unread_pages", value, basis, Address("案卷", page="全部文件（见覆盖报告）")
            )
    return log


@pytest.mark.parametrize(("sentence", "rows", "number", "more"), TABLE, ids=[row[0] for row in TABLE])
def test_unread(sentence, rows, number, more):
    log = written(rows)
    for kept in (log, load(save(log), name="案件.yaml").log):  # 存成案件文件再载入，也一样
        view = View(kept, readable("judge"))
        assert unread(view) == (number, more)
        assert bool(not_read(view)) == bool(number or more)


def test_another_part_counts_too():
    """辩护材料里没有读到的，只在辩护人看的审查里算。"""
    log = written([(STATED, 0)])
    with log.begin(Part.DEFENCE, "辩护人", "补充", "测试", "2026-01-02T10:00", "d") as change:
        change.put("case", "case", "unread_pages", Amount(2, 2, "2页"), READ, Address("案卷", page="全部"))
    assert unread(View(log, readable("defender", "d"))) == (2, False)
    assert unread(View(log, readable("judge"))) == (0, False)
