"""评议、审委会的次序由程序本身保证：次序以外的行为，带着条文被拒绝。人名都是虚构。"""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.procedure.deliberation import (
    Deliberation,
    DeliberationRefused,
    Matter,
    Seat,
    committee,
    panel,
)

THREE = {"承": (Seat.IN_CHARGE,), "审": (Seat.JUDGE,), "长": (Seat.PRESIDING,)}
LAY = {"承": (Seat.IN_CHARGE,), "陪": (Seat.LAY,), "长": (Seat.PRESIDING,)}
SEVEN = {
    "承": (Seat.IN_CHARGE,),
    "长": (Seat.PRESIDING,),
    "审": (Seat.JUDGE,),
    **{f"陪{n}": (Seat.LAY,) for n in "一二三四"},
}


def filed(members: dict[str, tuple[Seat, ...]]) -> Deliberation:
    """A panel where everybody has filed."""
    one = panel(members)
    one = one.explain("承") if one.with_lay else one
    for name in members:
        one = one.file(name, "证据不足", f"{name}的理由")
    return one


def spoken(members: dict[str, tuple[Seat, ...]]) -> Deliberation:
    """A panel where everybody has spoken in a lawful order."""
    one = filed(members)
    while one.next_speaker:
        one = one.speak(one.next_speaker[0])
    return one


# 次序以外的行为，和拒绝时引用的条文。
REFUSED: list[tuple[str, Callable[[], object], str]] = [
    ("合议庭四人", lambda: panel({**THREE, "丁": (Seat.JUDGE,)}), "刑事诉讼法第一百八十三条第五款"),
    ("没有审判长", lambda: panel({"承": (Seat.IN_CHARGE,), "审": (Seat.JUDGE,), "乙": (Seat.JUDGE,)}), "法院组织法第三十条第二款"),
    ("陪审员担任审判长", lambda: panel({"承": (Seat.IN_CHARGE,), "审": (Seat.JUDGE,), "陪": (Seat.LAY, Seat.PRESIDING)}), "合议庭规定第一条第二款"),
    ("审委会的身份不能参加合议庭", lambda: panel({**THREE, "审": (Seat.MEMBER,)}), "刑事诉讼法第一百八十三条"),
    ("外人提交意见", lambda: panel(THREE).file("院长", "有罪", "理由"), "刑诉法解释第二百一十四条"),
    ("只写同意，没有理由", lambda: panel(THREE).file("审", "同意", " "), "防范冤假错案意见第十六条第二款"),
    ("拒绝陈述意见", lambda: panel(THREE).file("审", "", "理由"), "合议庭规定第十条第二款"),
    ("提交后更改", lambda: panel(THREE).file("审", "有罪", "甲").file("审", "无罪", "乙"), "防范冤假错案意见第十六条第二款"),
    ("别人没有提交就查看", lambda: panel(THREE).file("审", "有罪", "理由").read("承", "审"), "防范冤假错案意见第十六条第二款"),
    ("有陪审员而没有先介绍", lambda: panel(LAY).file("陪", "无罪", "理由"), "陪审员法解释第十二条"),
    ("由审判长介绍", lambda: panel(LAY).explain("长"), "陪审员法解释第十二条"),
    ("有人没有提交就开始发言", lambda: panel(THREE).file("承", "有罪", "理由").speak("承"), "防范冤假错案意见第十六条第二款"),
    ("审判长先发言", lambda: filed(THREE).speak("长"), "合议庭规定第十条第一款"),
    ("没有陪审员的，承办法官应当先发言", lambda: filed(THREE).speak("审"), "合议庭规定第十条第一款"),
    ("有陪审员的，审判长也在最后", lambda: filed(LAY).speak("陪").speak("长"), "陪审员法解释第十二条"),
    ("同一人说两次", lambda: filed(THREE).speak("承").speak("承"), "合议庭规定第十条第一款"),
    ("没有说完就表决", lambda: filed(THREE).speak("承").vote(Matter.FACTS, {"承": "有罪"}), "合议庭规定第十条第一款"),
    ("有人不表决", lambda: spoken(THREE).vote(Matter.FACTS, {"承": "有罪", "审": "有罪"}), "合议庭规定第十条第二款"),
    ("七人庭的陪审员对法律适用表决", lambda: spoken(SEVEN).vote(Matter.LAW, dict.fromkeys(SEVEN, "盗窃罪")), "陪审员法第二十二条"),
    ("外人表决", lambda: spoken(THREE).vote(Matter.FACTS, {**dict.fromkeys(THREE, "有罪"), "院长": "有罪"}), "刑事诉讼法第一百八十四条"),
    ("没有表决就签名", lambda: spoken(THREE).sign("审"), "刑事诉讼法第一百八十四条"),
    ("审委会不足半数", lambda: committee("主", ("甲", "乙"), 6), "法院组织法第三十八条第一款"),
    ("同一委员登记两次", lambda: committee("主", ("甲", "甲"), 3), "法院组织法第三十八条第一款"),
    ("主持人先发言", lambda: committee("主", ("甲", "乙"), 5).speak("主", "有罪", "理由"), "防范冤假错案意见第十七条"),
    ("委员不说理由", lambda: committee("主", ("甲", "乙"), 5).speak("甲", "同意", ""), "防范冤假错案意见第十六条第二款"),
    ("委员不先提交书面意见", lambda: committee("主", ("甲", "乙"), 5).file("甲", "有罪", "理由"), "防范冤假错案意见第十七条"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "act", "article"), REFUSED, ids=[row[0] for row in REFUSED])
def test_次序以外的行为带着条文被拒绝(says: str, act: Callable[[], object], article: str) -> None:
    with pytest.raises(DeliberationRefused) as refused:
        act()
    assert article in str(refused.value), says
    assert refused.value.citations


def test_全体提交以前只看得到自己的意见_提交以后都看得到() -> None:
    one = panel(THREE).file("审", "无罪", "疑点没有排除")
    assert one.read("审", "审").reasons == "疑点没有排除"
    assert filed(THREE).read("承", "审").reasons == "审的理由"
    assert "审的理由" not in repr(filed(THREE)), "封存的意见不会随手打印出来"


def test_有陪审员的_陪审员和法官依次发言_次序自由_审判长最后() -> None:
    one = filed(LAY)
    assert set(one.next_speaker) == {"承", "陪"}
    assert one.speak("陪").speak("承").speak("长").next_speaker == ()
    assert filed(THREE).next_speaker == ("承",)


def test_审判长兼任承办法官的_最后发言() -> None:
    both = {"长": (Seat.PRESIDING, Seat.IN_CHARGE), "甲": (Seat.JUDGE,), "乙": (Seat.JUDGE,)}
    one = panel(both)
    for name in both:
        one = one.file(name, "无罪", "理由")
    assert set(one.next_speaker) == {"甲", "乙"}
    assert one.speak("甲").speak("乙").next_speaker == ("长",)


def test_少数意见留在笔录里_全体签名才完成() -> None:
    one = spoken(THREE).vote(Matter.FACTS, {"承": "不能认定", "审": "能认定", "长": "不能认定"})
    assert one.ballots[0].majority == "不能认定"
    assert one.ballots[0].minority == ("审",)
    assert not one.complete
    for name in THREE:
        one = one.sign(name)
    assert one.complete


def test_没有过半数的意见就没有多数() -> None:
    one = spoken(THREE).vote(Matter.FACTS, {"承": "盗窃", "审": "抢夺", "长": "无罪"})
    assert one.ballots[0].majority == ""
    assert set(one.ballots[0].minority) == set(THREE)


def test_七人庭_事实共同表决_法律由法官表决() -> None:
    one = spoken(SEVEN).vote(Matter.FACTS, dict.fromkeys(SEVEN, "能认定"))
    one = one.vote(Matter.LAW, dict.fromkeys(("承", "长", "审"), "抢夺罪"))
    assert [ballot.majority for ballot in one.ballots] == ["能认定", "抢夺罪"]
    with pytest.raises(DeliberationRefused, match="已经表决"):
        one.vote(Matter.FACTS, dict.fromkeys(SEVEN, "能认定"))


def test_原来的值不因后来的行为改变() -> None:
    before = panel(THREE)
    before.file("承", "有罪", "理由")
    assert before.waiting == tuple(THREE)


@given(st.sampled_from(list(permutations("甲乙丙丁主"))))
def test_审委会_任何次序里只有主持人最后的能够走完(order: tuple[str, ...]) -> None:
    one = committee("主", tuple("甲乙丙丁"), 9)
    try:
        for name in order:
            one = one.speak(name, "不能认定", f"{name}的理由")
    except DeliberationRefused:
        assert order[-1] != "主"
    else:
        assert order[-1] == "主"
        assert one.next_speaker == ()


@given(st.sampled_from(list(permutations(THREE))))
def test_合议庭_只有承办法官先_审判长后的次序能够走完(order: tuple[str, ...]) -> None:
    one = filed(THREE)
    try:
        for name in order:
            one = one.speak(name)
    except DeliberationRefused:
        assert order != ("承", "审", "长")
    else:
        assert order == ("承", "审", "长")
