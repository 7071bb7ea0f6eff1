"""视听资料 and 电子数据: cameras, calls, phones, banks; and the bulk that makes a volume thick."""

from __future__ import annotations

import hashlib
from datetime import datetime, time, timedelta

from benchmarks.planted_files.family_yi.model import day, full, span
from benchmarks.planted_files.family_yi.story import Case

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def cameras(case: Case) -> None:
    """调取证据通知书, 监控截图说明, one printed frame as a scan."""
    when = datetime.combine(case.t.report.date() + DAY, time(15, 10))
    pair = (case.officers[6], case.officers[7])
    paper = case.paper("av", "调取证据通知书", "调取证据通知书（监控）", "docx")
    paper.title("调取证据通知书")
    paper.right(case.number("调证"))
    paper.p(
        "根据《中华人民共和国刑事诉讼法》第五十四条之规定，我局侦办案件需调取你处保存的视频监控资料，请予配合。伪造、隐匿、毁灭证据的将承担法律责任。"
    )
    paper.right(
        f"{case.bureau}（印）　{day(when)}",
        f"证据持有人：{case.keeper}（签收）",
    )
    paper = case.paper("av", "监控截图说明", "视频监控调取及截图说明", case.mixed())
    paper.title("视频监控调取及截图说明")
    paper.p(
        f"{full(when)}，民警{'、'.join(pair)}调取涉案监控视频，校时后与北京时间一致。文件存入蓝光盘1张，SHA-256值："
        f"{hashlib.sha256(str(case.seed).encode()).hexdigest()}。情况如下："
    )
    paper.p(*(case.say(text) for text in case.plot.camera))
    paper.p("以上视频原始载体由持有人保管，复制件与原始文件核对无异，制作过程有持有人签名。")
    paper.right(
        f"调取人：{pair[0]}（签名）　{pair[1]}（签名）",
        f"持有人：{case.keeper}（签名）",
        f"说明制作日期：{day(case.t.capture + 4 * DAY)}",
    )
    frame = case.paper("av", "监控截图", "监控截图打印件", "jpg")
    frame.title("监控截图打印件")
    frame.p(
        f"调取时间：{full(when)}　打印人：{pair[1]}",
        "画面自上而下依次为1号探头、2号探头对应时段截图，详见说明。",
    )
    frame.picture = "frames"
    frame.stamp = case.squad
    if case.has("page_unreadable"):
        frame.spoil = case.rng.choice(("mirror", "upside", "blank", "watermark"))
        how = {"mirror": "左右镜像", "upside": "上下倒置", "blank": "空白", "watermark": "只有水印"}[
            frame.spoil
        ]
        frame.plant("page_unreadable", f"监控截图打印件这一页{how}，不能阅读")


def electronics(case: Case) -> None:
    """电子数据提取笔录: from the seized phone, or from the victim's or witness's phone."""
    owner = case.people["w1" if case.plot.charge in ("贩卖毒品", "故意杀人") else "v"]
    start = datetime.combine(case.t.report.date() + 3 * DAY, time(9, 20)) + case.rng.randint(0, 30) * MINUTE
    end = start + 45 * MINUTE
    pair = (case.officers[6], case.officers[7])
    case.duty(pair, start, end, "电子数据提取")
    wrong = case.has("dates_inside") and not case.plot.hidden
    signed = case.t.crime - 4 * DAY if wrong else end
    digest = hashlib.sha256(f"{case.seed}e".encode()).hexdigest()
    paper = case.paper("av", "电子数据提取笔录", "电子数据提取笔录", case.mixed())
    paper.title("电子数据提取笔录")
    what = {
        "诈骗": f"其与“桃李王”的聊天记录{case.facts['chatpages']}页及转账截图3张",
        "贩卖毒品": "其与“一叶”的聊天、付款记录",
        "强奸": "其收到的致歉短信1条及案发当晚通话记录",
        "盗窃": "被盗手机的购买订单及激活信息",
        "故意杀人": "其案发次日报警通话记录截图",
    }[case.plot.charge]
    paper.p(
        f"提取时间：{span(start, end, case.style)}　地点：{case.squad}电子物证室",
        f"提取人：{'、'.join(pair)}　见证人：{case.attestors[2].name}（身份证号{case.attestors[2].number}，与本案无利害关系）",
        f"提取对象：{owner.name}自愿提供的手机1部（尾号{owner.phone[-4:]}），开启飞行模式，原始存储介质检查后退还持有人，因系证人（被害人）日常使用不予扣押。",
        (
            f"提取方法和过程：在见证人在场下以写保护方式提取{what}，导出为文件并计算完整性校验值（SHA-256）：{digest}"
            "，刻录光盘一张。全程录像。"
        ),
    )
    paper.right(
        f"持有人：{owner.name}（签名）　见证人：{case.attestors[2].name}（签名）",
        f"提取人：{pair[0]}（签名）　{pair[1]}（签名）　{day(signed)}",
    )
    paper.note("提取时间", start)
    if wrong:
        paper.plant("dates_inside", f"提取时间写{day(start)}，落款却写{day(signed)}，早于案发")


def bulk(case: Case) -> None:
    """通话记录 and 银行交易明细: tables of a length that varies by seed."""
    rng = case.rng
    # some volumes are thick: a few seeds in ten carry hundreds of pages of lists
    rows = rng.choice((12, 20, 30, 45, 70, 110, 300, 900)) * 4
    numbers = [f"1{rng.choice('369')}0000{rng.randint(0, 99999):05d}" for _ in range(12)]
    paper = case.paper("data", "通话记录", f"{case.accused.phone}话单", rng.choice(("utf8", "gbk", "pdf")))
    paper.title("通信记录清单")
    paper.p(
        f"机主：{case.accused.name}　号码：{case.accused.phone}　调取单位：{case.squad}　以下为起止时段内全部通信记录。"
    )
    # the list begins after the crime: where the accused was that night stands in the other papers
    moment = case.t.crime - 30 * DAY
    table = [["序号", "开始时间", "时长(秒)", "类型", "对端号码"]]
    for n in range(1, rows + 1):
        moment += timedelta(minutes=max(1, 30 * 1440 // rows + rng.randint(-12, 12)))
        if moment >= case.t.crime - DAY:
            break
        table.append(
            [
                str(n),
                f"{moment:%Y-%m-%d %H:%M:%S}",
                str(rng.randint(4, 420)),
                rng.choice(("主叫", "被叫", "短信")),
                rng.choice(numbers),
            ]
        )
    paper.table(table)
    paper = case.paper("data", "银行交易明细", "银行账户交易明细", rng.choice(("utf8", "gbk", "pdf")))
    paper.title("账户交易明细")
    paper.p(
        f"户名：{case.accused.name}　卡号尾号：{case.facts['card']}　币种：人民币　查询单位：{case.bureau}"
    )
    moment, table = case.t.crime - 60 * DAY, [["日期", "摘要", "收支", "金额", "对方"]]
    for _ in range(rows // 4):
        moment += timedelta(hours=max(1, 58 * 24 * 4 // rows + rng.randint(-1, 1)))
        if moment >= case.t.crime - 2 * DAY:
            break
        table.append(
            [
                f"{moment:%Y-%m-%d}",
                rng.choice(("消费", "转账", "扫码支付", "ATM取款")),
                rng.choice(("支", "支", "收")),
                f"{rng.randint(500, 90000) / 100:.2f}",
                "—",
            ]
        )
    if case.plot.charge in ("诈骗", "贩卖毒品"):
        for n, amount in enumerate(("m1", "m2", "m3") if case.plot.charge == "诈骗" else ("m2", "m1")):
            gap = (2 - n) * 9 if case.plot.charge == "诈骗" else (1 - n) * 9
            payer = case.facts["v" if case.plot.charge == "诈骗" else "w1"]
            table.append(
                [f"{case.t.crime - gap * DAY:%Y-%m-%d}", "转账", "收", f"{case.facts[amount]}.00", payer]
            )
        table[1:] = sorted(table[1:], key=lambda row: row[0])
    paper.table(table)
    paper.right("经办：柜台专用章（印）")
