"""文书自身的矛盾：写出来的地方指得出来，没有矛盾的文书一条也不报。"""

from __future__ import annotations

import pytest

from gaoyao.intake.judgments import read_judgment
from tests.intake.invented import FIRST, appeal

ROWS = [
    # 刑期终日早于始日
    ("自2021年5月20日起至2021年9月19日止", "自2021年5月20日起至2012年9月19日止", "term_reversed"),
    # 中文数字写的刑期
    (
        "自2021年5月20日起至2021年9月19日止",
        "自二〇二一年五月二十日起至二〇一二年九月十九日止",
        "term_reversed",
    ),
    # 落款早于开庭
    ("二〇二一年五月二十日", "二〇二一年四月二十日", "signed_before_hearing"),
    # 开庭早于起诉
    ("于2021年3月1日向本院提起公诉", "于2021年8月1日向本院提起公诉", "hearing_before_charge"),
    # 没判罚金却写缴纳期限
    (
        "判处拘役四个月，并处罚金人民币一千元（",
        "判处拘役四个月（罚金于判决生效后十日内缴纳；",
        "fine_not_imposed",
    ),
    # 理由和主文刑种不同
    ("孙某1如实供述，可以从轻处罚。", "孙某1如实供述，决定判处有期徒刑四个月。", "penalty_differs"),
    # 刑期漏字
    ("判处拘役四个月，", "判处拘役四个，", "broken_term"),
    # 不存在的日期
    ("经审理查明：2021年1月3日", "经审理查明：2021年13月3日", "impossible_date"),
    # 认定的事实晚于判决
    ("经审理查明：2021年1月3日", "经审理查明：2022年1月3日", "fact_after_judgment"),
    # 抓获早于接报
    (
        "价值3000元。",
        "价值3000元。2021年1月4日17时许，民警将孙某1抓获。报警登记表证实，2021年1月4日18时许，派出所接匿名举报。",
        "arrest_before_report",
    ),
    # 逮捕早于拘留
    (
        "于2021年1月5日被刑事拘留，同年1月20日被逮捕",
        "于2021年1月5日被刑事拘留，2020年1月20日被逮捕",
        "arrest_before_detention",
    ),
    # 说无异议，又载有否认
    (
        "上述事实，有经庭审质证的下列",
        "上述事实，被告人赵某甲亦无异议，有经庭审质证的下列",
        "objection_overlooked",
    ),
    # 同一鉴定两个编号
    (
        "价值3000元。",
        "价值3000元。公安部（9）公物证鉴字第3994号物证鉴定书，又称公安部（99）公物证鉴字第3904号物证鉴定书。",
        "paper_numbers_differ",
    ),
]


@pytest.mark.parametrize(("old", "new", "code"), ROWS)
def test_有矛盾就报(old: str, new: str, code: str) -> None:
    assert old in FIRST
    read = read_judgment(FIRST.replace(old, new))
    found = [f for f in read.findings if f.code == code]
    assert len(found) == 1
    assert found[0].spans
    assert all(0 <= s.start < s.end <= len(read.text) for s in found[0].spans)


def test_别人无异议不是矛盾() -> None:
    text = FIRST.replace("上述事实，有经庭审质证的", "上述事实，被告人孙某1亦无异议，有经庭审质证的")
    text = text.replace("其辩护人提出：1、指控赵某甲参与盗窃的证据不足；2、赵某甲系初犯，请求从轻处罚。", "")
    assert read_judgment(text).findings == ()


def test_没有矛盾的文书不报() -> None:
    assert read_judgment(FIRST).findings == ()
    assert read_judgment(appeal("驳回上诉，维持原判。")).findings == ()


def test_同一判决两个案号() -> None:
    text = appeal(
        "一、撤销云河县人民法院（2021）青0199刑初字88号刑事判决；\n二、发回云河县人民法院重新审判。"
    )
    assert [f.code for f in read_judgment(text).findings] == ["two_numbers"]


def test_案号前的零不算两个() -> None:
    text = appeal(
        "一、撤销云河县人民法院（2021）青0199刑初00088号刑事判决；\n二、发回云河县人民法院重新审判。"
    )
    assert read_judgment(text).findings == ()


def test_缺主文引语要说缺段() -> None:
    text = appeal("驳回上诉，维持原判。").replace(
        "本院认为，原判认定事实清楚，量刑适当。依照《中华人民共和国刑事诉讼法》第二百三十六条第一款第（一）项之规定，裁定如下：\n",
        "",
    )
    read = read_judgment(text)
    assert read.completeness == "truncated"
    assert {f.code for f in read.findings} == {"missing_part"}
