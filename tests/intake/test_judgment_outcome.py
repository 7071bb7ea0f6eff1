"""结果：主文对每个被告人、每个罪名说了什么；引用的话、附录的话都不算。"""

from __future__ import annotations

import pytest

from gaoyao.intake.judgments import read_judgment
from tests.intake.invented import FIRST, appeal, first, one_line

GUILTY = "判处有期徒刑一年，并处罚金人民币二千元。"


@pytest.mark.parametrize("text", [FIRST, one_line(FIRST)])
def test_一人无罪一人有罪不混(text: str) -> None:
    read = {p.name: p for p in read_judgment(text).parties}
    assert (read["赵某甲"].outcome, read["赵某甲"].charges_convicted) == ("acquitted", ())
    assert (read["孙某1"].outcome, read["孙某1"].charges_convicted) == ("guilty", ("盗窃罪",))
    assert read["孙某1"].sentence == "拘役四个月，罚金一千元"


FIRST_INSTANCE = [
    # 两人同一句
    (
        f"被告人赵某甲、孙某1犯盗窃罪，{GUILTY}",
        {"赵某甲": ("guilty", ("盗窃罪",)), "孙某1": ("guilty", ("盗窃罪",))},
    ),
    # 一人两罪，决定执行
    (
        f"一、被告人赵某甲犯盗窃罪，判处有期徒刑一年；犯诈骗罪，判处有期徒刑二年；决定执行有期徒刑二年六个月。\n二、被告人孙某1犯盗窃罪，{GUILTY}",
        {"赵某甲": ("guilty", ("盗窃罪", "诈骗罪")), "孙某1": ("guilty", ("盗窃罪",))},
    ),
    # 免予刑事处罚
    (
        f"一、被告人赵某甲犯盗窃罪，免予刑事处罚。\n二、被告人孙某1犯盗窃罪，{GUILTY}",
        {"赵某甲": ("exempt", ("盗窃罪",)), "孙某1": ("guilty", ("盗窃罪",))},
    ),
    # 罪名里有顿号和犯罪二字
    (
        f"被告人赵某甲、孙某1犯掩饰、隐瞒犯罪所得、犯罪所得收益罪，{GUILTY}",
        {"赵某甲": ("guilty", ("掩饰、隐瞒犯罪所得、犯罪所得收益罪",))},
    ),
    # 两个罪名连写在一个罪字下
    (f"被告人赵某甲、孙某1犯盗窃、抢劫罪，{GUILTY}", {"赵某甲": ("guilty", ("盗窃罪", "抢劫罪"))}),
    # 选择性罪名不拆
    (f"被告人赵某甲、孙某1犯走私、贩卖毒品罪，{GUILTY}", {"赵某甲": ("guilty", ("走私、贩卖毒品罪",))}),
    # 终止审理
    (
        f"一、对被告人赵某甲终止审理。\n二、被告人孙某1犯盗窃罪，{GUILTY}",
        {"赵某甲": ("terminated", ()), "孙某1": ("guilty", ("盗窃罪",))},
    ),
    # 不负刑事责任
    (f"一、被告人赵某甲不负刑事责任。\n二、被告人孙某1犯盗窃罪，{GUILTY}", {"赵某甲": ("acquitted", ())}),
    # 准许撤回起诉
    (
        "准许云河县人民检察院撤回起诉。",
        {"赵某甲": ("prosecution_withdrawn", ()), "孙某1": ("prosecution_withdrawn", ())},
    ),
]


@pytest.mark.parametrize(("operative", "expected"), FIRST_INSTANCE)
def test_一审主文(operative: str, expected: dict[str, tuple[str, tuple[str, ...]]]) -> None:
    read = {p.name: (p.outcome, p.charges_convicted) for p in read_judgment(first(operative)).parties}
    for name, want in expected.items():
        assert read[name] == want


SECOND_INSTANCE = [
    # 驳回上诉维持原判：沿用原判
    ("驳回上诉，维持原判。", "guilty", ("诈骗罪",), "有期徒刑二年，罚金五千元"),
    # 撤销发回
    ("一、撤销云河县人民法院（2021）青0199刑初88号刑事判决；\n二、发回云河县人民法院重新审判。", "remanded", (), None),
    # 撤销后宣告无罪：撤销句里引用的犯罪不算
    ("一、撤销云河县人民法院（2021）青0199刑初88号刑事判决，即被告人冯某×犯诈骗罪，判处有期徒刑二年；\n二、上诉人冯某×无罪。", "acquitted", (), None),
    # 改判另一罪名
    ("一、撤销云河县人民法院（2021）青0199刑初88号刑事判决；\n二、上诉人冯某×犯合同诈骗罪，判处有期徒刑一年。", "guilty", ("合同诈骗罪",), "有期徒刑一年"),
    # 准许撤回上诉：原判罪名生效
    ("准许上诉人冯某×撤回上诉。", "appeal_withdrawn", ("诈骗罪",), "有期徒刑二年，罚金五千元"),
    # 维持定罪、改判刑罚
    (
        "一、维持云河县人民法院（2021）青0199刑初88号刑事判决的定罪部分，即被告人冯某×犯诈骗罪；\n二、撤销该判决的量刑部分；\n三、上诉人冯某×犯诈骗罪，判处有期徒刑一年，缓刑二年。",
        "guilty", ("诈骗罪",), "有期徒刑一年，缓刑二年",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("operative", "outcome", "convicted", "sentence"), SECOND_INSTANCE)
def test_二审主文(operative: str, outcome: str, convicted: tuple[str, ...], sentence: str | None) -> None:
    (person,) = read_judgment(appeal(operative)).parties
    assert (person.outcome, person.charges_convicted, person.sentence) == (outcome, convicted, sentence)


def test_维持无罪也是无罪() -> None:
    text = appeal("驳回抗诉，维持原判。").replace(
        "以被告人冯某×犯诈骗罪，判处有期徒刑二年，并处罚金人民币五千元。宣判后，冯某×不服，提出上诉称：其没有非法占有的目的。",
        "判决宣告被告人冯某×无罪。云河县人民检察院提出抗诉。",
    )
    (person,) = read_judgment(text).parties
    assert (person.outcome, person.charges_convicted) == ("acquitted", ())
    assert read_judgment(text).procedure == "二审（抗诉）"


def test_驳回申诉() -> None:
    text = (
        appeal("驳回冯某×的申诉。")
        .replace("刑终9号", "刑申9号")
        .replace("上诉人（原审被告人）", "申诉人（原审被告人）")
    )
    assert read_judgment(text).parties[0].outcome == "petition_rejected"


def test_附录里的无罪与不负刑事责任不算() -> None:
    text = (
        first(f"被告人赵某甲、孙某1犯盗窃罪，{GUILTY}")
        + "\n第二百条证据不足，应当作出证据不足、指控的犯罪不能成立的无罪判决。\n被告人无罪。"
    )
    assert {p.outcome for p in read_judgment(text).parties} == {"guilty"}


def test_辩护人请求无罪不是判决无罪() -> None:
    text = first(f"被告人赵某甲、孙某1犯盗窃罪，{GUILTY}").replace("请求从轻处罚", "请求宣告被告人无罪")
    assert {p.outcome for p in read_judgment(text).parties} == {"guilty"}


TEMPLATE = "……（写明判决结果。分三种情况：第一，定罪判刑的，表述为：“被告人赵某甲犯盗窃罪，判处……”第三，宣告无罪的，表述为：“被告人赵某甲无罪”。）"


def test_没填的样式不得读出结果() -> None:
    read = read_judgment(first(TEMPLATE))
    assert read.completeness == "template"
    assert {p.outcome for p in read.parties} == {"not_decided_in_document"}
    assert read.charges_convicted == ()
    assert "template" in [f.code for f in read.findings]


def test_截断的文书要说截断() -> None:
    read = read_judgment(FIRST[: FIRST.index("判决如下")])
    assert read.completeness == "truncated"
    assert {p.outcome for p in read.parties} == {"not_decided_in_document"}


def test_指控与定罪分开() -> None:
    read = read_judgment(first(f"被告人赵某甲、孙某1犯抢劫罪，{GUILTY}"))
    assert read.charges_accused == ("盗窃罪",)
    assert read.charges_convicted == ("抢劫罪",)
