"""日期、数量、是否、选项、标识、分卷怎样写，怎样读。"""

from datetime import datetime

import pytest
from hypothesis import given

from gaoyao.dossier.exchange.moments import minutes, parse_moment, write_moment
from gaoyao.dossier.exchange.problems import Wrong
from gaoyao.dossier.exchange.quantities import parse_amount, write_amount
from gaoyao.dossier.exchange.values import parse_choice, parse_flag, parse_id, parse_place
from gaoyao.dossier.model import Amount, Span
from gaoyao.dossier.schema import Part
from gaoyao.dossier.vocabulary import Case
from tests.dossier.exchange.generate import amounts, spans

INF = float("inf")


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        # 写到哪一级，就是哪一级的全部：年、月、日
        ("2021", "2021-01-01 00:00", "2021-12-31 23:59"),
        ("2021年", "2021-01-01 00:00", "2021-12-31 23:59"),
        ("2021-03", "2021-03-01 00:00", "2021-03-31 23:59"),
        ("2020年2月", "2020-02-01 00:00", "2020-02-29 23:59"),
        ("2021-03-05", "2021-03-05 00:00", "2021-03-05 23:59"),
        ("2021/3/5", "2021-03-05 00:00", "2021-03-05 23:59"),
        ("2021.3.5", "2021-03-05 00:00", "2021-03-05 23:59"),
        ("2021年3月5日", "2021-03-05 00:00", "2021-03-05 23:59"),
        # 上旬、中旬、下旬
        ("2021年3月上旬", "2021-03-01 00:00", "2021-03-10 23:59"),
        ("2021年3月中旬", "2021-03-11 00:00", "2021-03-20 23:59"),
        ("2021年2月下旬", "2021-02-21 00:00", "2021-02-28 23:59"),
        # 写到分的，就是那一分钟
        ("2021-03-05 23:00", "2021-03-05 23:00", "2021-03-05 23:00"),
        ("2021-03-05T23:00", "2021-03-05 23:00", "2021-03-05 23:00"),
        ("2021-03-05 23:00:59", "2021-03-05 23:00", "2021-03-05 23:00"),
        ("2021年3月5日23时30分", "2021-03-05 23:30", "2021-03-05 23:30"),
        ("2021年3月5日 23点半", "2021-03-05 23:30", "2021-03-05 23:30"),
        ("2021年3月5日23时整", "2021-03-05 23:00", "2021-03-05 23:00"),
        # 只写到时的，是那一个小时
        ("2021年3月5日23时", "2021-03-05 23:00", "2021-03-05 23:59"),
        # “许”“左右”是前后三十分钟
        ("2021年3月5日23时许", "2021-03-05 22:30", "2021-03-05 23:30"),
        ("2021年3月5日0时许", "2021-03-04 23:30", "2021-03-05 00:30"),
        ("2021-03-05 23:10左右", "2021-03-05 22:40", "2021-03-05 23:40"),
        # 二十四时就是次日零时
        ("2021年3月5日24时", "2021-03-06 00:00", "2021-03-06 00:00"),
        ("2021-12-31 24:00", "2022-01-01 00:00", "2022-01-01 00:00"),
        # 凌晨、上午、中午、下午、晚
        ("2021年3月5日凌晨3时", "2021-03-05 03:00", "2021-03-05 03:59"),
        ("2021年3月5日下午3时20分", "2021-03-05 15:20", "2021-03-05 15:20"),
        ("2021年3月5日晚", "2021-03-05 18:00", "2021-03-05 23:59"),
        ("2021-03-05 凌晨", "2021-03-05 00:00", "2021-03-05 05:59"),
        ("2021年3月5日夜", "2021-03-05 18:00", "2021-03-06 05:59"),
        ("2021年3月5日晚11时许", "2021-03-05 22:30", "2021-03-05 23:30"),
        ("2021年3月5日晚上23时", "2021-03-05 23:00", "2021-03-05 23:59"),
        ("2021年3月5日中午1点", "2021-03-05 13:00", "2021-03-05 13:59"),
        # 起止
        ("2021-03-05 22:00 ~ 2021-03-06 01:00", "2021-03-05 22:00", "2021-03-06 01:00"),
        ("2021-03-05 22:00~23:30", "2021-03-05 22:00", "2021-03-05 23:30"),
        ("2021年3月5日22时至2021年3月6日1时", "2021-03-05 22:00", "2021-03-06 01:59"),
        ("2021-03 ~ 2021-05", "2021-03-01 00:00", "2021-05-31 23:59"),
        # 全角数字和冒号
        ("２０２１年３月５日２３：１０", "2021-03-05 23:10", "2021-03-05 23:10"),
        ("1970-01-01", "1970-01-01 00:00", "1970-01-01 23:59"),
        ("1949-10-01", "1949-10-01 00:00", "1949-10-01 23:59"),
    ],
)  # fmt: skip
def test_moments(written: str, low: str, high: str) -> None:
    span = parse_moment(written)
    assert span == Span(minutes(datetime.fromisoformat(low)), minutes(datetime.fromisoformat(high)), written)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2021-02-30", "2021年2月只有28天"),
        ("2021年4月31日23时", "2021年4月只有30天"),
        ("2021-13-01", "没有13月"),
        ("2021-00-01", "没有0月"),
        ("2021年13月上旬", "没有13月"),
        ("3月上旬", "不是日期或时间"),
        ("2021-01-00", "没有0日"),
        ("2021-03-05 25:00", "一天到24时止"),
        ("2021-03-05 23:60", "一小时60分"),
        ("2021-03-05 24:01", "一天到24时止"),
        ("0021-03-05", "1900—2100"),
        ("21-03-05", "不是日期或时间"),
        ("3月5日", "不是日期或时间"),
        ("23:00", "不是日期或时间"),
        ("2021年3月5日许", "不是日期或时间"),
        ("2021-3/5", "不是日期或时间"),
        ("2021年3月5日晚12时", "两种理解"),
        ("2021年3月5日夜里2时", "不是日期或时间"),
        ("2021年3月5日夜2时", "两种理解"),
        ("2021年3月5日凌晨9时", "“凌晨”与钟点不符"),
        ("2021-03-05T23:00+08:00", "时区"),
        ("2021-03-05T23:00Z", "时区"),
        ("2021-03-05 23:00 ~ 01:00", "止点早于起点"),
        ("2021-03-05 ~ 23:00", "起点也要写到时间"),
        ("2021-03-05 ~ 2021-03-06 ~ 2021-03-07", "不是日期或时间"),
        ("~ 2021-03-05", "不是日期或时间"),
        ("二〇二一年三月五日", "不是日期或时间"),
        ("", "不是日期或时间"),
        ("9" * 100, "太长"),
        ("²⁰²¹-03-05", "不是日期或时间"),
    ],
)  # fmt: skip
def test_wrong_moments_teach(written: str, said: str) -> None:
    with pytest.raises(Wrong, match=said):
        parse_moment(written)


@given(spans())
def test_canonical_moments_read_back(span: Span) -> None:
    """程序写出的时间，读回来还是同一区间。"""
    assert parse_moment(write_moment(span))[:2] == span[:2]


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("50", 50, 50),
        ("50克", 50, 50),
        ("50 克", 50, 50),
        ("0.35", 0.35, 0.35),
        ("1,200克", 1200, 1200),
        ("1.5万", 15000, 15000),
        ("1.5万克", 15000, 15000),
        ("2亿", 2e8, 2e8),
        # “约”“左右”是上下百分之十
        ("约50克", 45, 55),
        ("50左右", 45, 55),
        ("50~60", 50, 60),
        ("50克～60克", 50, 60),
        ("50至60克", 50, 60),
        ("50以上", 50, INF),
        ("1万克以上", 10000, INF),
        # “以下”含本数，不会低于零
        ("50以下", 0, 50),
        ("５０", 50, 50),
        ("0", 0, 0),
    ],
)  # fmt: skip
def test_amounts(written: str, low: float, high: float) -> None:
    assert parse_amount(written, "克") == Amount(low, high, written)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("50元", "单位应为“克”"),
        ("50千克", "单位应为“克”"),
        ("-5", "负数"),
        ("五十", "不是数量"),
        ("50余克", "请写 50以上"),
        ("五十多克", "不是数量"),
        ("60~50", "上限小于下限"),
        ("1~2~3", "不是数量"),
        ("约50~60", "不是数量"),
        ("12,00", "不是数量"),
        ("1e5", "不是数量"),
        ("", "不是数量"),
        ("9" * 400, "过大"),
        ("9" * 900, "太长"),
        (".5", "不是数量"),
        ("nan", "不是数量"),
    ],
)  # fmt: skip
def test_wrong_amounts_teach(written: str, said: str) -> None:
    with pytest.raises(Wrong, match=said):
        parse_amount(written, "克")


@given(amounts())
def test_canonical_amounts_read_back(amount: Amount) -> None:
    """程序写出的数量，读回来还是同一区间。"""
    assert parse_amount(write_amount(amount), "克")[:2] == amount[:2]


@pytest.mark.parametrize("text", ["是", "true", "True", "TRUE"])
def test_yes(text: str) -> None:
    assert parse_flag(text, Case.invented) is True


@pytest.mark.parametrize("text", ["否", "false", "False", "FALSE"])
def test_no(text: str) -> None:
    assert parse_flag(text, Case.invented) is False


@pytest.mark.parametrize(
    "text", ["yes", "no", "on", "off", "y", "n", "1", "0", "有", "无", "tRUE", "不是", "未查"]
)
def test_neither_yes_nor_no(text: str) -> None:
    """YAML 1.1 的 yes、no、on、off 和数字都不当作是否；未知不会变成否。"""
    with pytest.raises(Wrong, match="不是“是”或“否”"):
        parse_flag(text, Case.invented)


def test_choices() -> None:
    """选项用中文名或英文代号；写错的列出全部可用的。"""
    assert parse_choice("一审", Case.stage) == parse_choice("first_instance", Case.stage) == "first_instance"
    with pytest.raises(Wrong, match=r"不是可用的选项。可用：侦查 \| 审查逮捕 \|"):
        parse_choice("审查起诉阶段", Case.stage)


def test_parts() -> None:
    """分卷用中文名或英文代号；只有辩护材料写明属于谁。"""
    assert parse_place("正卷") == (Part.MAIN, "")
    assert parse_place("辩护材料：甲律师") == parse_place("defence:甲律师") == (Part.DEFENCE, "甲律师")
    for wrong, said in (
        ("副卷", "不是分卷"),
        ("辩护材料", "要写明属于谁"),
        ("正卷:甲", "只有辩护材料"),
        ("defence:a:b", "不含冒号"),
    ):
        with pytest.raises(Wrong, match=said):
            parse_place(wrong)


@pytest.mark.parametrize("wrong", ["", " E1", "E1\n", "卷内无记载", "x" * 201])
def test_wrong_ids(wrong: str) -> None:
    with pytest.raises(Wrong, match="不能作标识"):
        parse_id(wrong)
