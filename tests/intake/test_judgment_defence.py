"""辩解、辩护意见和法院的回应：认罪不是辩解，沉默不是回应。"""

from __future__ import annotations

import pytest

from gaoyao.intake.judgments import read_judgment
from tests.intake.invented import FIRST, appeal, one_line

START = FIRST.index("被告人赵某甲辩称")
END = FIRST.index("经审理查明")
ANSWER_START = FIRST.index("关于赵某甲及其辩护人提出")
ANSWER_END = FIRST.index("孙某1如实供述，可以从轻")


def read(plea: str, answer: str) -> list[tuple[str, str | None]]:
    """换掉辩护段和回应段，读出（意见，回应）。"""
    text = FIRST[:START] + plea + "\n" + FIRST[END:ANSWER_START] + answer + FIRST[ANSWER_END:]
    return [(d.quote, d.result) for d in read_judgment(text).defence]


@pytest.mark.parametrize("text", [FIRST, one_line(FIRST)])
def test_谁说了什么法院怎么答(text: str) -> None:
    found = {d.quote: (d.by, d.result) for d in read_judgment(text).defence}
    assert found["指控赵某甲参与盗窃的证据不足"] == ("辩护人钱某（赵某甲）", "accepted")
    assert found["赵某甲系初犯"] == ("辩护人钱某（赵某甲）", None)


ROWS = [
    # 认罪、无异议不是辩护意见
    ("被告人赵某甲、孙某1对指控的事实和罪名均无异议，自愿认罪。", "", []),
    # 供述和辩解是证据种类，不是辩解
    ("公诉机关出示了被告人的供述和辩解等证据。被告人赵某甲、孙某1均无异议。", "", []),
    # 无异议之后另有辩解
    (
        "被告人赵某甲对指控的事实无异议。辩称其行为属于正当防卫。",
        "故其关于正当防卫的辩解意见，本院不予采纳。",
        [("其行为属于正当防卫", "rejected")],
    ),
    # 按序号回应
    (
        "被告人赵某甲的辩护人提出：1、本案系民间矛盾激化引发；2、赵某甲有自首情节。",
        "辩护人的第1点意见与事实相符，予以采纳；第2点意见，经查赵某甲系被抓获归案，不构成自首，不予采纳。",
        [("本案系民间矛盾激化引发", "accepted"), ("赵某甲有自首情节", "rejected")],
    ),
    # 其余意见一并回应
    (
        "被告人赵某甲的辩护人提出：1、赵某甲系从犯；2、赵某甲认罪态度好。",
        "辩护人提出赵某甲系从犯的意见，与事实不符，不予采纳，其他辩护意见予以采纳。",
        [("赵某甲系从犯", "rejected"), ("赵某甲认罪态度好", "accepted")],
    ),
    # 没有回应就是没有回应
    ("被告人赵某甲辩称，当晚其在外地打工，没有到过现场。", "", [("当晚其在外地打工，没有到过现场", None)]),
    # 宣告缓刑的请求单独成一项
    (
        "辩护人提出，赵某甲系初犯，建议对其适用缓刑。",
        "辩护人建议适用缓刑的意见，不予采纳。",
        [("赵某甲系初犯", None), ("建议对其适用缓刑", "rejected")],
    ),
]


@pytest.mark.parametrize(("plea", "answer", "expected"), ROWS)
def test_意见与回应(plea: str, answer: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(plea, answer) == expected


def test_上诉理由写在审理经过里() -> None:
    found = read_judgment(
        appeal(
            "驳回上诉，维持原判。", "关于冯某×所提没有非法占有目的的上诉理由，与查明的事实不符，不能成立。"
        )
    ).defence
    assert [(d.quote, d.result) for d in found] == [("其没有非法占有的目的", "rejected")]


def test_以某某为由上诉() -> None:
    text = appeal("驳回上诉，维持原判。").replace(
        "宣判后，冯某×不服，提出上诉称：其没有非法占有的目的。",
        "宣判后，冯某×以“原判量刑过重”为由，提出上诉。",
    )
    assert [d.quote for d in read_judgment(text).defence] == ["原判量刑过重"]


def test_辩护只见于回应时从回应里取() -> None:
    text = FIRST[:START] + FIRST[END:]
    assert "指控赵某甲参与盗窃的证据不足" in [d.quote for d in read_judgment(text).defence]


EXCLUSION = [
    # 申请排除而驳回
    (
        "辩护人提出，侦查人员刑讯逼供，赵某甲的供述属于非法证据，应予排除。",
        "辩护人关于非法证据的意见，经查有同步录音录像证实讯问合法，不予采纳。",
        (True, "rejected"),
    ),
    # 申请排除而采纳
    (
        "辩护人提出，侦查人员刑讯逼供，赵某甲的供述属于非法证据，应予排除。",
        "辩护人关于赵某甲的供述属于非法证据的意见成立，本院予以采纳，对该供述依法予以排除。",
        (True, "excluded"),
    ),
    # 不能排除合理怀疑不是申请排除
    ("辩护人提出，现有证据不能排除他人作案的可能。", "该意见成立，予以采纳。", (False, None)),
    # 没有提出
    ("被告人赵某甲均无异议。", "", (False, None)),
]


@pytest.mark.parametrize(("plea", "answer", "expected"), EXCLUSION)
def test_排除非法证据(plea: str, answer: str, expected: tuple[bool, str | None]) -> None:
    text = FIRST[:START] + plea + "\n" + FIRST[END:ANSWER_START] + answer + FIRST[ANSWER_END:]
    found = read_judgment(text).exclusion
    assert (found.application, found.result) == expected
