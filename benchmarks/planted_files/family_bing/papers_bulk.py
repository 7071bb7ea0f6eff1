"""Papers that make a file thick: lists of calls, the table of contents, the last sheet."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.planted_files.family_bing.case import Case
from benchmarks.planted_files.family_bing.layout import Paper
from benchmarks.planted_files.family_bing.world import ar


def calls(case: Case, count: int, title: str = "通话清单") -> Paper:
    """A list of calls before the crime."""
    rng = case.rng
    paper = case.paper("通话清单", "望舒通信有限公司" + case.w.city + "分公司")
    paper.title(title, 17)
    paper.line(
        f"机主：{case.a}　查询区间：{ar(case.p.crime - timedelta(days=60))}至{ar(case.p.crime - timedelta(days=1))}",
        size=10,
    )
    rows: list[tuple[str, ...]] = [("序号", "通话日期", "起始时刻", "时长（秒）", "类型", "对方号码")]
    moment = case.p.crime - timedelta(days=60)
    step = 59 * 86400 // (count + 1)
    for number in range(1, count + 1):
        moment += timedelta(seconds=rng.randint(step // 2, step))
        kind = rng.choice(("主叫", "被叫"))
        other = f"100{rng.randint(10000000, 99999999)}"
        rows.append(
            (str(number), f"{moment:%Y-%m-%d}", f"{moment:%H:%M:%S}", str(rng.randint(4, 900)), kind, other)
        )
    paper.table(rows, (0.1, 0.22, 0.18, 0.16, 0.12, 0.22), size=9.5)
    paper.footer = "第{n}页 共{m}页　本清单由计费系统导出"
    return paper


def account(case: Case, count: int) -> Paper:
    """A bank account's movements before the crime."""
    rng = case.rng
    paper = case.paper("账户明细", "东溟农商银行")
    paper.title("个人账户交易明细", 17)
    paper.line(f"户名：{case.a}", size=10)
    rows: list[tuple[str, ...]] = [("序号", "交易日期", "摘要", "借方", "贷方", "余额")]
    moment, left = case.p.crime - timedelta(days=300), rng.randint(3000, 9000)
    for number in range(1, count + 1):
        moment += timedelta(hours=rng.randint(1, max(2, 298 * 24 // (count + 1))))
        spent = rng.randint(3, 300)
        into = left < 600
        left += 2500 if into else -min(spent, left)
        cells = ("", "2500.00") if into else (f"{spent}.00", "")
        word = "工资" if into else rng.choice(("超市消费", "扫码付款", "餐饮", "话费", "转账支出"))
        rows.append((str(number), f"{moment:%Y-%m-%d}", word, *cells, f"{left}.00"))
    paper.table(rows, (0.1, 0.22, 0.2, 0.15, 0.15, 0.18), size=9.5)
    paper.footer = "第{n}页 共{m}页"
    return paper


def contents(case: Case, entries: list[tuple[str, int]]) -> Paper:
    """卷内目录; some of its page numbers are off, as in a file put together in haste."""
    paper = case.paper("卷内目录", "")
    paper.title("卷　内　目　录")
    rows: list[tuple[str, ...]] = [("序号", "文书名称", "页次", "备注")]
    for number, (name, page) in enumerate(entries, 1):
        slip = case.rng.choice((0, 0, 0, 0, 1, -1, 2))
        rows.append((str(number), name, str(max(1, page + slip)), ""))
    paper.table(rows, (0.1, 0.6, 0.15, 0.15), size=9.5)
    return paper


def last_sheet(case: Case) -> Paper:
    """The last sheet: all of this is invented."""
    paper = case.paper("说明页", "")
    paper.gap(240)
    paper.centre("虚构，供测试", 22)
    paper.centre("以上案卷材料中的人名、地名、单位和事实均为编造。", 12)
    return paper
