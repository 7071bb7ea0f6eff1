"""The papers of procedure: from acceptance of the case to the notices after arrest."""

from __future__ import annotations

from datetime import datetime, timedelta

from benchmarks.planted_files.family_jia.blocks import (
    Fields,
    Flaw,
    Gap,
    Paper,
    Para,
    Sign,
    Table,
    Title,
    Val,
)
from benchmarks.planted_files.family_jia.people import chinese_date
from benchmarks.planted_files.family_jia.plot import Plot, cn_day, cn_time
from benchmarks.planted_files.family_jia.story import Story


def dotted(moment: datetime) -> str:
    """2021.03.05, as the list of contents writes it."""
    return f"{moment:%Y.%m.%d}"


def accepted(story: Story, plot: Plot) -> list[Paper]:
    """受案登记表 and 受案回执."""
    s, t = story, story.times
    teller = s.first if s.charge != "盗窃" else s.victim
    source = "工作中发现" if s.charge == "贩卖毒品" else "110指令"
    who = [
        ["报案人", f"{teller.name}  性别 {teller.sex}  出生日期 {chinese_date(teller.birth)}"],
        ["联系方式", teller.phone],
        ["现住址", teller.home],
    ]
    if s.charge == "贩卖毒品":
        who = [["报案人", "无（工作中发现）"]]
    rows = [
        ["案件来源", source],
        *who,
        ["移送单位", "无"],
        ["接报民警", f"{s.names['报案民警']}    接报时间 {cn_time(t['report'])}"],
        ["接报地点", f"{s.bureau}指挥中心"],
        [
            "简要案情或者报案记录（发案时间、地点、简要过程、涉案人基本情况、受害情况等）以及是否接受证据",
            plot.brief + "是否接受证据：否。",
        ],
        [
            "受案意见",
            (
                "√ 属本单位管辖的刑事案件，建议及时立案侦查。\n"
                f"受案民警：{s.names['报案民警']}、{s.officers[2]}    {cn_day(t['report'])}"
            ),
        ],
        ["受案审批", f"同意。\n受案部门负责人：{s.names['大队长']}    {cn_day(t['report'])}"],
    ]
    table = Paper(
        "受案登记表",
        [
            Title("受 案 登 记 表"),
            Para(f"（受案单位名称和印章）{s.brigade}    {s.number('受案')}", indent=False, size=11),
            Table((2, 7), rows, pad=9, marks=(Val("受案时间", f"{t['report']:%Y-%m-%dT%H:%M}"),)),
            Sign([s.brigade], seal=s.bureau),
        ],
        "受案登记表",
        dotted(t["report"]),
    )
    receipt = Paper(
        "受案回执",
        [
            Title("受 案 回 执"),
            Para(f"{teller.name}："),
            Para(
                f"你于{cn_day(t['report'])}报称的{plot.case_name}我单位已受理（受案登记表文号为{s.number('受案')}）。"
            ),
            Para(f"你可通过到{s.brigade}或者拨打电话查询案件进展情况。联系人：{s.names['报案民警']}。"),
            Sign([s.bureau, cn_day(t["report"])], seal=s.bureau),
            Para(f"报案人：{teller.name}（捺印）    {cn_day(t['report'])}", indent=False),
        ],
        "受案回执",
        dotted(t["report"]),
    )
    return [table] if s.charge == "贩卖毒品" or s.lean else [table, receipt]


def filed(story: Story, plot: Plot) -> list[Paper]:
    """立案决定书 and 立案告知书."""
    s, day = story, story.times["filing"]
    marks: tuple[Flaw | Val, ...] = (Val("立案日期", f"{day:%Y-%m-%d}"),)
    if s.has("custody_before_filing"):
        marks += (Flaw("custody_before_filing", f"{cn_day(day)}才立案，{cn_day(s.times['held'])}已经拘留"),)
    decision = Paper(
        "立案决定书",
        [
            Title(s.bureau, 18),
            Title("立 案 决 定 书"),
            Sign([s.number("立")], size=12),
            Para(
                f"根据《中华人民共和国刑事诉讼法》第一百一十二条之规定，决定对{plot.case_name}立案侦查。",
                marks=marks,
            ),
            Gap(60),
            Sign([s.bureau, cn_day(day)], seal=s.bureau),
        ],
        "立案决定书",
        dotted(day),
    )
    if s.charge == "贩卖毒品" or s.lean:
        return [decision]
    notice = Paper(
        "立案告知书",
        [
            Title("立 案 告 知 书"),
            Para(f"{s.victim.name}："),
            Para(
                f"{plot.case_name}，我局认为有犯罪事实发生，需要追究刑事责任，且属于管辖范围，现已立案侦查（{s.number('立')}）。特此告知。"
            ),
            Sign([s.bureau, cn_day(day)], seal=s.bureau),
            Para(f"本告知书已收到。  被告知人：{s.victim.name}（捺印）    {cn_day(day)}", indent=False),
        ],
        "立案告知书",
        dotted(day),
    )
    return [decision, notice]


def summons(story: Story) -> Paper:
    """传唤证 with the hours of arrival and leaving written by the person himself."""
    s, t = story, story.times
    marks: tuple[Flaw | Val, ...] = (
        Val("到达时间", f"{t['arrive']:%Y-%m-%dT%H:%M}"),
        Val("传唤结束时间", f"{t['held']:%Y-%m-%dT%H:%M}"),
    )
    if s.has("summons_overlong"):
        hours = (t["held"] - t["arrive"]) / timedelta(hours=1)
        marks += (Flaw("summons_overlong", f"传唤持续{hours:.1f}小时，没有批准延长的手续"),)
    return Paper(
        "传唤证",
        [
            Title(s.bureau, 18),
            Title("传 唤 证"),
            Sign([s.number("传唤")], size=12),
            Para(
                f"根据《中华人民共和国刑事诉讼法》第一百一十九条之规定，兹传唤涉嫌{s.charge}的犯罪嫌疑人{s.accused.name}（性别{s.accused.sex}"
                f"，出生日期{chinese_date(s.accused.birth)}，住址{s.accused.home}）"
                f"于{cn_day(t['arrive'])}到{s.office}接受讯问。"
            ),
            Para("被传唤人必须持此件报到，无故不到的，可以依法拘传。"),
            Sign([s.bureau, cn_day(t["arrive"])], seal=s.bureau),
            Gap(16),
            Para(
                f"本证副本已于{cn_day(t['arrive'])}收到。  被传唤人：{s.accused.name}（捺印）", indent=False
            ),
            Fields([("被传唤人到达时间", cn_time(t["arrive"]))], marks=marks),
            Fields([("传唤结束时间", cn_time(t["held"]))]),
            Para(
                f"被传唤人：{s.accused.name}（捺印）    传唤人：{s.officers[0]}、{s.officers[1]}",
                indent=False,
            ),
        ],
        "传唤证",
        dotted(t["arrive"]),
    )


def detained(story: Story) -> list[Paper]:
    """拘留证, 拘留通知书 and, where the request came after three days, 延长拘留期限通知书."""
    s, t, a = story, story.times, story.accused
    marks: tuple[Flaw | Val, ...] = (
        Val("宣布拘留时间", f"{t['held']:%Y-%m-%dT%H:%M}"),
        Val("送看守所时间", f"{t['jailed']:%Y-%m-%dT%H:%M}"),
    )
    if s.has("custody_late"):
        hours = (t["jailed"] - t["held"]) / timedelta(hours=1)
        marks += (Flaw("custody_late", f"拘留后{hours:.0f}小时才送看守所"),)
    warrant = Paper(
        "拘留证",
        [
            Title(s.bureau, 18),
            Title("拘 留 证"),
            Sign([s.number("拘")], size=12),
            Para(
                f"根据《中华人民共和国刑事诉讼法》第八十二条之规定，兹决定对犯罪嫌疑人{a.name}（性别{a.sex}，出生日期{chinese_date(a.birth)}"
                f"，住址{a.home}）执行拘留，送{s.jail}羁押。"
            ),
            Sign([s.bureau, cn_day(t["held"])], seal=s.bureau),
            Para(f"本证已于{cn_time(t['held'])}向我宣布。", marks=marks),
            Para(f"被拘留人：{a.name}（捺印）", indent=False),
            Para(f"本证副本已收到，被拘留人{a.name}已于{cn_time(t['jailed'])}送至我所。"),
            Para(f"接收民警：{s.names['看守民警']}    （看守所印）    {cn_day(t['jailed'])}", indent=False),
            Para(f"执行民警：{s.officers[0]}、{s.officers[1]}", indent=False),
        ],
        "拘留证",
        dotted(t["held"]),
        scan=True,
    )
    notice = Paper(
        "拘留通知书",
        [
            Title("拘 留 通 知 书"),
            Para(f"{s.kin.name}："),
            Para(
                f"根据《中华人民共和国刑事诉讼法》第八十二条之规定，我局已于{cn_time(t['held'])}将涉嫌{s.charge}罪的{a.name}刑事拘留，现羁押在{s.jail}。"
            ),
            Sign([s.bureau, cn_day(t["told_kin"])], seal=s.bureau),
            Para(
                f"本通知书已收到。  被通知人：{s.kin.name}（捺印）    {cn_time(t['told_kin'])}", indent=False
            ),
        ],
        "拘留通知书",
        dotted(t["told_kin"]),
    )
    extend = Paper(
        "延长拘留期限通知书",
        [
            Title("延 长 拘 留 期 限 通 知 书"),
            Sign([s.number("延拘")], size=12),
            Para(f"{s.jail}："),
            Para(
                "因案情复杂、取证工作尚未完成，根据《中华人民共和国刑事诉讼法》第九十一条第一款之规定，"
                f"经本局负责人批准，犯罪嫌疑人{a.name}的拘留期限延长至{cn_day(t['held'] + timedelta(days=7))}。"
            ),
            Sign([s.bureau, cn_day(t["extend"])], seal=s.bureau),
            Para(f"已向我宣布。  被拘留人：{a.name}（捺印）    {cn_day(t['extend'])}", indent=False),
        ],
        "延长拘留期限通知书",
        dotted(t["extend"]),
    )
    return [warrant, notice, extend]


def arrested(story: Story, plot: Plot) -> list[Paper]:
    """提请批准逮捕书, 批准逮捕决定书, 逮捕证, 逮捕通知书."""
    s, t, a = story, story.times, story.accused
    marks: tuple[Flaw | Val, ...] = (Val("提请批准逮捕日期", f"{t['request']:%Y-%m-%d}"),)
    if s.has("arrest_overdue"):
        days = (t["request"].date() - t["held"].date()).days
        marks += (Flaw("arrest_overdue", f"拘留后{days}日才提请批准逮捕，延长至三十日的情形不存在"),)
    proof = (
        "受案登记表、现场勘验笔录、证人证言、鉴定意见、犯罪嫌疑人供述等证据"
        if not s.has("confession_only")
        else "犯罪嫌疑人供述等证据"
    )
    request = Paper(
        "提请批准逮捕书",
        [
            Title(s.bureau, 18),
            Title("提 请 批 准 逮 捕 书"),
            Sign([s.number("提捕")], size=12),
            Para(
                f"犯罪嫌疑人{a.name}，{a.sex}，{chinese_date(a.birth)}出生，居民身份证号码{a.number}，{s.tongue or a.folk}"
                f"，{a.school}，{a.job if not s.minor else '无业'}，住{a.home}。无违法犯罪前科。{cn_day(t['held'])}"
                f"因涉嫌{s.charge}罪被我局刑事拘留，现羁押于{s.jail}。"
            ),
            Para(
                f"犯罪嫌疑人{a.name}涉嫌{s.charge}罪一案，我局于{cn_day(t['report'])}受案，{cn_day(t['filing'])}立案侦查。"
            ),
            Para("经依法侦查查明：" + plot.facts),
            Para(f"认定上述事实的证据有：{proof}。"),
            Para(
                f"综上所述，犯罪嫌疑人{a.name}的行为已触犯《中华人民共和国刑法》{plot.article}之规定，涉嫌{s.charge}罪，有逮捕必要。依照《中华人民"
                "共和国刑事诉讼法》第八十一条、第八十七条之规定，特提请批准逮捕。",
                marks=marks,
            ),
            Para(f"此致\n{s.procuratorate}"),
            Sign([s.bureau, cn_day(t["request"])], seal=s.bureau),
        ],
        "提请批准逮捕书",
        dotted(t["request"]),
    )
    approval = Paper(
        "批准逮捕决定书",
        [
            Title(s.procuratorate, 18),
            Title("批 准 逮 捕 决 定 书"),
            Para(f"{s.bureau}："),
            Para(
                f"你局于{cn_day(t['request'])}以{s.number('提捕')}提请批准逮捕书移送的犯罪嫌疑人{a.name}涉嫌{s.charge}一案收"
                f"悉。经本院审查认为，该犯罪嫌疑人涉嫌{s.charge}罪，符合《中华人民共和国刑事诉讼法》第八十一条规定的逮捕条件，决定批准逮捕。请依法立即执行，并将执行情况"
                "在三日以内通知本院。"
            ),
            Sign([s.procuratorate, cn_day(t["approve"])], seal=s.procuratorate),
        ],
        "批准逮捕决定书",
        dotted(t["approve"]),
    )
    warrant = Paper(
        "逮捕证",
        [
            Title(s.bureau, 18),
            Title("逮 捕 证"),
            Sign([s.number("捕")], size=12),
            Para(
                f"根据《中华人民共和国刑事诉讼法》第八十条之规定，经{s.procuratorate}批准，兹由我局对涉嫌{s.charge}罪的{a.name}（性别{a.sex}"
                f"，出生日期{chinese_date(a.birth)}，住址{a.home}）执行逮捕，送{s.jail}羁押。"
            ),
            Sign([s.bureau, cn_day(t["arrest"])], seal=s.bureau),
            Para(
                f"本证已于{cn_time(t['arrest'])}向我宣布。",
                marks=(Val("宣布逮捕时间", f"{t['arrest']:%Y-%m-%dT%H:%M}"),),
            ),
            Para(f"被逮捕人：{a.name}（捺印）    执行民警：{s.officers[0]}、{s.officers[1]}", indent=False),
        ],
        "逮捕证",
        dotted(t["arrest"]),
        scan=True,
    )
    notice = Paper(
        "逮捕通知书",
        [
            Title("逮 捕 通 知 书"),
            Para(f"{s.kin.name}："),
            Para(
                f"经{s.procuratorate}批准，我局已于{cn_time(t['arrest'])}对涉嫌{s.charge}罪的{a.name}执行逮捕，现羁押在{s.jail}。"
            ),
            Sign([s.bureau, cn_day(t["arrest"])], seal=s.bureau),
            Para(f"本通知书已收到。  被通知人：{s.kin.name}（捺印）    {cn_day(t['arrest'])}", indent=False),
        ],
        "逮捕通知书",
        dotted(t["arrest"]),
    )
    return [request, approval, warrant, notice]
