"""Papers of the detention house and of the close: health check, register, explanations, opinion."""

from __future__ import annotations

from benchmarks.planted_files.family_bing.case import Case
from benchmarks.planted_files.family_bing.layout import Marks, Paper
from benchmarks.planted_files.family_bing.plan import LogRow
from benchmarks.planted_files.family_bing.world import ar, at, clock, cn, iso


def health(case: Case) -> Paper:
    """入所健康检查表."""
    w, p = case.w, case.p
    paper = case.paper("入所健康检查表", w.jail)
    paper.title("入所健康检查表")
    skin = "无外伤、无瘀斑"
    hurt = "injury_at_entry" in case.flaws
    if hurt:
        skin = case.rng.choice((
            "左侧肋部见8×5厘米皮下青紫，双腕环形擦伤，自述“自己碰的”，成因不明",
            "双膝及右肩背部多处瘀青，左眼睑肿胀，问及原因不语",
        ))  # fmt: skip
    rows: list[tuple[str, ...]] = [
        ("姓名", f"‹{case.a}›", "性别", "‹男›"),
        ("出生日期", f"‹{ar(w.born['A'])}›", "检查时间", f"‹{ar(p.entry)}{clock(p.entry)}›"),
        ("血压", f"‹{case.rng.randint(112, 134)}/{case.rng.randint(70, 86)}mmHg›", "体温", "‹36.6℃›"),
        ("心率", f"‹{case.rng.randint(66, 88)}次/分›", "心肺", "‹未见异常›"),
        ("既往病史", "‹无›", "传染病", "‹无›"),
    ]
    paper.table(rows, (0.16, 0.34, 0.16, 0.34), marks={1: ((("检查时间", iso(p.entry)),), ())})
    tick = "☑有 □无" if hurt else "□有 ☑无"
    flaws = case.has("injury_at_entry", f"入所检查体表：{skin}")
    paper.table(
        [("体表有无外伤", f"{tick}　‹{skin}›"), ("检查结论", "☑可以收押 □不宜收押")],
        (0.22, 0.78),
        marks={0: ((), flaws)},
    )
    paper.gap()
    paper.line(f"本人自述情况属实。被检查人：‹{case.a}›（捺印）")
    paper.right(f"检查医生：‹{w['doctor']}›　送押民警：‹{w['o1']}›　值班民警：‹{w['jailer']}›")
    paper.stamp(w.jail)
    return paper


def log(case: Case, rows: list[LogRow], moved: LogRow | None, kind: str = "提讯提解证") -> Paper:
    """提讯提解证 with its register."""
    w = case.w
    paper = case.paper(kind, w.jail if kind == "提讯提解证" else w.proc)
    paper.title("提讯、提解证" if kind == "提讯提解证" else "提　讯　证")
    paper.line(
        f"‹{w.jail}›：因侦查（审查）需要，对‹{case.a}›（涉嫌{case.story.charge}罪）进行提讯、提解。", size=11
    )
    marks: dict[int, tuple[Marks, Marks]] = {}
    table: list[tuple[str, ...]] = [("提出时间", "还押时间", "事由", "提讯人", "看守民警")]
    for number, row in enumerate(rows, 1):
        away = "outside_detention" in case.flaws and row.out.date() == case.p.sessions[2].start.date()
        reason = "提解出所" if away and row.reason == "讯问" else row.reason
        times = (f"‹{ar(row.out)}{clock(row.out)}›", f"‹{ar(row.back)}{clock(row.back)}›")
        table.append((*times, f"‹{reason}›", f"‹{row.officers}›", f"‹{w['jailer']}›"))
        flaws: Marks = ()
        if row is moved:
            third = case.p.sessions[2]
            flaws = case.has(
                "log_disagrees",
                f"登记{clock(row.out)}至{clock(row.back)}，笔录{clock(third.start)}至{clock(third.end)}",
            )
        marks[number] = ((("提出时间", iso(row.out)), ("还押时间", iso(row.back))), flaws)
    paper.table(table, (0.25, 0.25, 0.16, 0.2, 0.14), marks=marks)
    paper.stamp(w.jail)
    return paper


def recordings(case: Case) -> Paper:
    """讯问同步录音录像情况说明."""
    w, p = case.w, case.p
    paper = case.paper("录音录像说明")
    paper.title("讯问同步录音录像情况说明", 17)
    paper.para(f"我局侦查的{case.a}涉嫌{case.story.charge}案，讯问犯罪嫌疑人时同步录音录像情况如下：")
    rows: list[tuple[str, ...]] = [("次数", "讯问起止时间", "地点", "光盘编号")]
    for s in p.sessions[:3]:
        away = "outside_detention" in case.flaws and s is p.sessions[2]
        place = f"{w.office}第五讯问室" if away else s.place
        if "no_recording" in case.flaws and s is p.sessions[0]:
            rows.append((f"第{s.number}次", f"‹{at(s.start)}至{clock(s.end)}›", f"‹{place}›", "‹未录制›"))
        else:
            disc = f"‹GP{s.start:%Y%m%d}-{s.number:02d}›"
            rows.append((f"第{s.number}次", f"‹{at(s.start)}至{clock(s.end)}›", f"‹{place}›", disc))
    paper.table(rows, (0.13, 0.37, 0.3, 0.2), size=10)
    paper.para("录制的资料均为不间断录制，已刻盘封存，" + case.say("[随案移送|随卷移送]。"))
    paper.right(f"制作人：‹{w['o1']}›　‹{w['o2']}›")
    paper.right(ar(p.transfer))
    paper.stamp(w.bureau)
    return paper


def household(case: Case) -> Paper:
    """常住人口登记信息."""
    w, p = case.w, case.p
    paper = case.paper("户籍证明", w.station)
    paper.title("常住人口基本信息", 18)
    rows: list[tuple[str, ...]] = [
        ("姓名", case.a, "性别", "男"),
        ("出生日期", ar(w.born["A"]), "民族", "哈尼族" if case.trait == "tongue" else "汉族"),
        ("公民身份号码", w.number("A"), "文化程度", "小学" if case.trait == "tongue" else "初中"),
        ("住址", f"{w.area}{w.street2}", "服务处所", "无固定单位"),
    ]
    paper.table(rows, (0.18, 0.36, 0.16, 0.3))
    paper.line("以上信息与人口信息系统一致。")
    paper.right(f"查询人：‹{w['o2']}›　{ar(p.detain)}")
    paper.stamp(w.station)
    return paper


def clean_record(case: Case) -> Paper:
    """违法犯罪记录查询."""
    paper = case.paper("情况说明", case.w.bureau)
    paper.title("违法犯罪记录查询情况说明", 17)
    paper.para(f"经在公安违法犯罪人员信息系统中查询，至{ar(case.p.detain)}，未发现{case.a}有违法犯罪记录。")
    paper.para("特此说明。")
    paper.right(f"查询人：‹{case.w['o2']}›")
    paper.right(ar(case.p.detain))
    paper.stamp(case.w.station)
    return paper


def opinion(case: Case) -> Paper:
    """起诉意见书."""
    w, p, s = case.w, case.p, case.story
    paper = case.paper("起诉意见书")
    paper.title("起 诉 意 见 书")
    paper.right(case.number("刑诉"))
    paper.para(
        f"犯罪嫌疑人{case.a}，男，{ar(w.born['A'])}出生，公民身份号码{w.number('A')}，住{w.area}{w.street2}。"
        f"因涉嫌{s.charge}罪，于{ar(p.detain)}被刑事拘留，经{w.proc}批准，于{ar(p.arrest)}被逮捕，现羁押于{w.jail}。"
    )
    paper.para(f"{case.a}涉嫌{s.charge}一案，我局于{ar(p.filing)}立案侦查，现已侦查终结。")
    paper.para("经依法侦查查明：" + facts(case, s.facts))
    paper.para("认定上述事实的证据如下：")
    for number, line in enumerate(evidence(case), 1):
        paper.para(f"{number}．{line}；")
    paper.para(
        f"综上，犯罪嫌疑人{case.a}的行为触犯{s.article}之规定，涉嫌{s.charge}罪。根据《中华人民共和国刑事诉讼法》第一百六十二条之规定，"
        "现将此案移送审查起诉。"
    )
    paper.line(f"　　此致\n{w.proc}")
    paper.right(f"局长：‹{w['chief']}›")
    paper.right(cn(p.transfer), values=(("日期", p.transfer.isoformat()),))
    paper.stamp(w.bureau)
    paper.line("附：本案卷宗二卷。", size=11)
    return paper


WITHOUT_FIND = (
    "，将刀藏于{hid}",
    "，刀具后在{hid}起获",
    "，事后藏于{hid}",
    "后藏于{hid}",
    "，现已发还被害人{V}",
    "，逃离后将手镯埋藏于{hid}",
    "赃物在{hid}追回，已由{V}领取。",
)


def facts(case: Case, text: str) -> str:
    """The facts as charged; where nothing was found the words about the find fall away."""
    if not case.linked:
        for words in WITHOUT_FIND:
            text = text.replace(words, "")
    return case.say(text)


def evidence(case: Case) -> list[str]:
    """The list of evidence in the opinion."""
    s = case.story
    lines = ["受案登记表、立案决定书、到案经过、户籍证明等书证"]
    if case.has_thing:
        lines.append(f"物证{case.item.name}{case.item.count}及照片")
    lines.append(
        "证人证言、被害人陈述（被害人亲属陈述）"
        if s.victim != "V"
        else f"被害人{case.w['V']}的陈述及证人证言"
    )
    lines.append(f"犯罪嫌疑人{case.a}的供述和辩解")
    lines.append("、".join(lab.title for lab in s.labs))
    lines.append(
        "现场勘验笔录、现场照片"
        + (
            "、提取笔录、辨认笔录"
            if case.linked and "seizure_no_list" not in case.flaws
            else "、辨认笔录"
            if case.linked
            else ""
        )
    )
    lines.append("监控录像")
    return lines
