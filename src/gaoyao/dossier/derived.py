"""Tables that detectors compute from a case: points to be proved and the support each has.

A point is one fact for one count (accused × incident × charge).  A support is one link seen from one point:
A's confession is his own confession for A and a co-accused's statement for B.
"""

from __future__ import annotations

from gaoyao.dossier.schema import Answerer, Kind, flag, relate
from gaoyao.dossier.vocabulary import Count, Fact, Item
from gaoyao.logic.tree import Relation

COURT = Answerer.COURT


class Point(Kind, kind="point", label="待证点", key="points", derived=True):
    """One fact to be proved for one count."""

    complete = flag("全案证据已录入齐全", "全案证据已录入齐全", "全案证据尚未录入齐全", Answerer.CLERK,
                    question="证据目录所列证据是否已全部录入？")  # fmt: skip


class Support(Kind, kind="support", label="证明联系", key="supports", derived=True):
    """One item supporting (or contradicting) one point."""

    own_confession = flag("本人供述", "它是该被告人本人的供述", "它不是该被告人本人的供述", COURT)
    co_confession = flag("同案被告人供述", "它是同案被告人的供述", "它不是同案被告人的供述", COURT)
    objective = flag(
        "客观性证据", "它是物证、书证、鉴定意见、电子数据等客观性证据", "它不是客观性证据", COURT
    )
    restates = flag("仅由供述派生", "它只是供述的派生材料，没有独立信息", "它含有供述以外的独立信息", COURT)
    perhaps_other = flag(
        "或有供述以外的内容",
        "它不是供述，也没有确定只是供述的派生材料",
        "它是供述或者只是供述的派生材料",
        COURT,
    )
    perhaps_confession = flag(
        "或只是供述",
        "它是供述，或者没有确定含有供述以外的独立信息",
        "它不是供述，也含有供述以外的独立信息",
        COURT,
    )
    identifies = flag(
        "指向被告人本人", "它所证明的内容指向被告人本人", "它只证明有事发生，不指向被告人本人", COURT
    )
    explained = flag(
        "相反内容已有合理解释", "相反的内容已有合理解释并写明依据", "相反的内容没有合理解释", COURT
    )
    not_denied = flag("没有否认", "它是供述，没有写明否认犯罪", "它不是供述，或者否认犯罪", COURT)
    reasoned = flag(
        "解释写明了依据", "相反的内容何以不影响认定写明了依据", "相反的内容何以不影响认定没有写明依据", COURT
    )


POINT_COUNT = relate(Relation("count", "point", "count", "指控", to_one=True))
POINT_FACT = relate(Relation("fact", "point", "fact", "待证事实", to_one=True))
POINT_CASE = relate(Relation("case", "point", "case", "本案", to_one=True))
POINT_SUPPORTS = relate(Relation("supports", "point", "support", "支持它的证据", closed=Point.complete))
POINT_AGAINST = relate(Relation("against", "point", "support", "反对它的证据"))
SUPPORT_ITEM = relate(Relation("item", "support", "item", "证据", to_one=True))
COUNT_POINTS = relate(Relation("points", "count", "point", "待证事实"))

__all__ = [
    "COUNT_POINTS", "POINT_AGAINST", "POINT_CASE", "POINT_COUNT", "POINT_FACT", "POINT_SUPPORTS", "SUPPORT_ITEM",
    "Count", "Fact", "Item", "Point", "Support",
]  # fmt: skip
