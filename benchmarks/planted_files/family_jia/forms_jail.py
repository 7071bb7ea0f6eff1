"""Papers of the detention house, and those that end the investigation and bring the charge."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.planted_files.family_jia.blocks import Flaw, Gap, Paper, Para, Sign, Table, Title, Val
from benchmarks.planted_files.family_jia.forms_filing import dotted
from benchmarks.planted_files.family_jia.people import chinese_date
from benchmarks.planted_files.family_jia.plot import Plot, cn_day, cn_time
from benchmarks.planted_files.family_jia.story import Story, minutes


def log(story: Story) -> Paper:
    """提讯提解证: a line for every time he was taken out and brought back."""
    s = story
    rows = [["次", "提讯（提解）事由", "提出时间", "收押时间", "提讯人", "看守民警"]]
    lines: list[tuple[str, str, str, str, str, str, int]] = []
    for index, talk in enumerate(s.talks):
        if talk.row is None or (s.lean and index == 4):
            continue
        lines.append(
            (
                f"{talk.row[0]:%Y%m%d%H%M}",
                "讯问",
                cn_time(talk.row[0]),
                cn_time(talk.row[1]),
                "、".join(talk.askers),
                s.names["看守民警"],
                index,
            )
        )
    told = s.times["told"]
    if not s.has("appraisal_not_told"):
        begin, end = told - minutes(12), told + minutes(20)
        lines.append(
            (
                f"{begin:%Y%m%d%H%M}",
                "告知鉴定意见",
                cn_time(begin),
                cn_time(end),
                f"{s.officers[0]}、{s.officers[1]}",
                s.names["看守民警"],
                -1,
            )
        )
    if s.heavy:
        begin = s.times["suggest"] - timedelta(days=2)
        lines.append(
            (
                f"{begin:%Y%m%d%H%M}",
                "驻所检察官询问",
                cn_time(begin - minutes(8)),
                cn_time(begin + minutes(35)),
                f"{s.names['驻所检察官']}、{s.names['书记员']}",
                s.names["看守民警"],
                -2,
            )
        )
    lines.sort()
    marks: dict[int, tuple[Flaw | Val, ...]] = {}
    for count, (_, why, out, back, who, guard, index) in enumerate(lines, 1):
        rows.append([str(count), why, out, back, who, guard])
        if index >= 0:
            row = s.talks[index].row
            assert row is not None
            marks[count] = (
                Val("提出时间", f"{row[0]:%Y-%m-%dT%H:%M}"),
                Val("收押时间", f"{row[1]:%Y-%m-%dT%H:%M}"),
            )
            if index == 2 and s.has("log_disagrees"):
                talk = s.talks[2]
                done = f"提讯提解证为{row[0]:%H:%M}至{row[1]:%H:%M}，讯问笔录为{talk.begin:%H:%M}至{talk.end:%H:%M}"
                marks[count] += (Flaw("log_disagrees", done),)
    for count in range(len(rows), 12):
        rows.append([str(count), "", "", "", "", ""])
    head = Para(
        f"犯罪嫌疑人 {s.accused.name}    性别 {s.accused.sex}    涉嫌罪名 {s.charge}    羁押单位 {s.jail}",
        indent=False,
        size=11,
    )
    return Paper(
        "提讯提解证",
        [
            Title("提 讯 提 解 证"),
            Sign([s.number("提讯")], size=11),
            head,
            Table((0.6, 2.2, 3.1, 3.1, 2.2, 1.6), rows, head=1, size=10, pad=7, row_marks=marks),
            Sign([s.bureau, cn_day(s.times["jailed"])], seal=s.bureau),
        ],
        "",
        dotted(s.times["jailed"]),
        scan=True,
    )


def body_check(story: Story) -> Paper:
    """入所健康检查表."""
    s, t, a = story, story.times, story.accused
    hurt = s.has("injury_at_entry")
    surface = (
        s.pick(
            "左眼眶青紫肿胀，范围约3cm×2cm；右前臂外侧条状皮下出血两处；腰背部片状淤青。",
            "双手腕环形皮肤擦伤、红肿；右侧胸壁淤青约5cm×4cm，触痛。",
        )
        if hurt
        else s.pick("体表未见外伤、淤青及新鲜瘢痕。", "全身皮肤完好，未见伤痕。")
    )
    cause = "被检查人不愿说明，送押民警未作说明。" if hurt else "无"
    when = t["jailed"] - minutes(25)
    rows = [
        ["姓名", a.name, "性别", a.sex],
        ["出生日期", chinese_date(a.birth), "入所时间", cn_time(t["jailed"])],
        [
            "体温",
            f"36.{s.rng.randrange(2, 8)}℃",
            "血压",
            f"{s.rng.randrange(112, 132)}/{s.rng.randrange(70, 86)}mmHg",
        ],
        ["心率", f"{s.rng.randrange(68, 88)}次/分", "心电图", "窦性心律，大致正常"],
        ["既往病史", "否认"],
        ["体表检查", surface],
        ["伤情原因", cause],
        ["胸片、B超", "未见明显异常"],
        ["自述症状", "无" if not hurt else "自述身上疼痛"],
        ["检查结论", "符合收押条件。"],
        ["检查医生", f"{s.names['医生']}    检查时间 {cn_time(when)}"],
        ["被检查人签名", f"{a.name}（捺印）"],
        ["送押民警", f"{s.officers[0]}、{s.officers[1]}    收押民警 {s.names['看守民警']}"],
    ]
    marks: tuple[Flaw | Val, ...] = (Val("体表检查", surface),)
    if hurt:
        marks += (Flaw("injury_at_entry", f"入所检查记{surface}原因未说明"),)
    return Paper(
        "入所健康检查表",
        [
            Title(f"{s.jail}", 16),
            Title("入 所 健 康 检 查 表"),
            Table((2, 3.4, 1.6, 3), rows, pad=8, marks=marks),
            Sign([s.jail, cn_day(t["jailed"])], seal=s.jail),
        ],
        "",
        dotted(t["jailed"]),
        scan=True,
    )


def proof_list(story: Story, plot: Plot) -> str:
    """The evidence named in the papers of accusation."""
    s = story
    parts = ["受案登记表、到案经过等书证"]
    if plot.items or not s.has("confession_only"):
        names = "、".join(item.name for item in [*plot.items, plot.tool])
        parts.append(f"{names}等物证")
    parts.append("证人证言" + ("" if not plot.victim else "、被害人陈述"))
    parts += [f"犯罪嫌疑人{s.accused.name}的供述", "鉴定意见", "勘验、检查、辨认等笔录"]
    if s.has("confession_only"):
        parts[-1] = "现场勘验笔录"
    return "；".join(parts)


def suggestion(story: Story, plot: Plot) -> Paper:
    """起诉意见书."""
    s, t, a = story, story.times, story.accused
    found = ""
    if not s.has("confession_only"):
        found = f"侦查机关根据{a.name}的供述，在{plot.hide}起获{plot.tool.name}{plot.tool.count}。"
    alone: tuple[Flaw, ...] = ()
    if s.has("confession_only"):
        alone = (Flaw("confession_only", "除被告人供述外，没有证据把被告人与作案联系起来"),)
    custody = (
        f"{cn_day(t['held'])}因涉嫌{s.charge}罪被我局刑事拘留，经{s.procuratorate}批准，于{cn_day(t['arrest'])}"
        f"被执行逮捕，现羁押于{s.jail}。"
    )
    return Paper(
        "起诉意见书",
        [
            Title(s.bureau, 18),
            Title("起 诉 意 见 书"),
            Sign([s.number("诉")], size=12),
            Para(
                f"犯罪嫌疑人{a.name}，{a.sex}，{chinese_date(a.birth)}出生，居民身份证号码{a.number}，{s.tongue or a.folk}"
                f"，{a.school}，住{a.home}。违法犯罪经历：无。{custody}"
            ),
            Para(
                f"犯罪嫌疑人{a.name}涉嫌{s.charge}罪一案，由我局于{cn_day(t['report'])}受案，{cn_day(t['filing'])}立案"
                f"侦查。犯罪嫌疑人{a.name}于{cn_day(t['arrive'])}被传唤到案。现已侦查终结。"
            ),
            Para("经依法侦查查明：" + plot.facts + found),
            Para(f"认定上述事实的证据如下：{proof_list(s, plot)}。", marks=alone),
            Para(
                f"综上所述，犯罪嫌疑人{a.name}的行为已触犯《中华人民共和国刑法》{plot.article}之规定，涉嫌{s.charge}罪。依照《中华人民共和国刑事诉"
                "讼法》第一百六十二条之规定，现将此案移送审查起诉。"
            ),
            Para(f"此致\n{s.procuratorate}"),
            Sign([s.bureau, cn_day(t["suggest"])], seal=s.bureau),
            Para(
                "附：1．本案卷宗二卷；2．犯罪嫌疑人现羁押处所见前；3．随案移送物品清单一份。",
                indent=False,
                size=11,
            ),
        ],
        "",
        dotted(t["suggest"]),
    )


def indictment(story: Story, plot: Plot) -> Paper:
    """起诉书 of the procuratorate."""
    s, t, a = story, story.times, story.accused
    facts = plot.facts.replace("犯罪嫌疑人", "被告人")
    sent = f"本案由{s.bureau}侦查终结，以被告人{a.name}涉嫌{s.charge}罪，于{cn_day(t['suggest'])}向{s.procuratorate}移送审查起诉。"
    if s.heavy:
        sent += f"{s.procuratorate}于{cn_day(t['accept'])}报送本院审查起诉。"
    year = t["indict"].year
    guard = f"法定代理人{s.kin.name}，系被告人父亲。" if s.minor else ""
    return Paper(
        "起诉书",
        [
            Title(s.prosecutor, 18),
            Title("起 诉 书"),
            Sign([f"{s.prosecutor[0]}检刑诉〔{year}〕{s.seed % 300 + 11}号"], size=12),
            Para(
                f"被告人{a.name}，{a.sex}，{chinese_date(a.birth)}出生，居民身份证号码{a.number}，{s.tongue or a.folk}"
                f"，{a.school}，住{a.home}。{guard}"
                f"因涉嫌{s.charge}罪，{cn_day(t['held'])}被{s.bureau}刑事拘留，{cn_day(t['arrest'])}"
                f"被依法逮捕。现羁押于{s.jail}。"
            ),
            Para(
                sent
                + f"本院受理后，于{cn_day(t['accept'] + timedelta(days=1))}已告知被告人有权委托辩护人"
                + ("，告知被害人有权委托诉讼代理人" if plot.victim else "")
                + "，依法讯问了被告人，听取了辩护人或者值班律师的意见，审阅了全部案件材料。"
            ),
            Para("经依法审查查明：" + facts),
            Para(f"认定上述事实的证据如下：{proof_list(s, plot).replace('犯罪嫌疑人', '被告人')}。"),
            Para(
                f"本院认为，被告人{a.name}的行为触犯了《中华人民共和国刑法》{plot.article}，犯罪事实清楚，证据确实、充分，应当以{s.charge}罪追究其"
                "刑事责任。根据《中华人民共和国刑事诉讼法》第一百七十六条的规定，提起公诉，请依法判处。"
            ),
            Para(f"此致\n{s.court}"),
            Sign(
                [
                    f"检察官：{s.names['检察官']}",
                    f"检察官助理：{s.names['检察官助理']}",
                    s.prosecutor,
                    cn_day(t["indict"]),
                ],
                seal=s.prosecutor,
            ),
        ],
        "",
        dotted(t["indict"]),
    )


def moved(story: Story) -> list[Paper]:
    """换押证 and the prosecutor's 委托辩护人告知书."""
    s, t, a = story, story.times, story.accused
    papers = [
        Paper(
            "换押证",
            [
                Title("换 押 证"),
                Para(f"{s.jail}："),
                Para(
                    f"犯罪嫌疑人{a.name}涉嫌{s.charge}一案，{s.bureau}已于{cn_day(t['suggest'])}侦查终结，移送{s.procuratorate}"
                    f"审查起诉，自{cn_day(t['accept'])}起由{s.prosecutor}继续羁押。"
                ),
                Sign([s.procuratorate, cn_day(t["accept"])], seal=s.procuratorate),
            ],
            "",
            dotted(t["accept"]),
        ),
        Paper(
            "委托辩护人、申请法律援助告知书",
            [
                Title("委托辩护人/申请法律援助告知书", 17),
                Para(f"{a.name}："),
                Para(
                    f"本院已受理你涉嫌{s.charge}罪一案。根据《中华人民共和国刑事诉讼法》第三十四条、第三十五条、第三十六条的规定，你有权委托辩护人；因经济困难等原因没有委托"
                    "辩护人的，可以申请法律援助；没有辩护人的，可以约见值班律师。现一并告知你审查起诉阶段的诉讼权利和义务、认罪认罚从宽的规定。"
                ),
                Sign([s.prosecutor, cn_day(t["accept"] + timedelta(days=1))], seal=s.prosecutor),
                Para(
                    f"本告知书已收到。  {a.name}（捺印）    {cn_day(t['accept'] + timedelta(days=1))}",
                    indent=False,
                ),
            ],
            "",
            dotted(t["accept"] + timedelta(days=1)),
        ),
    ]
    return papers


def checked(story: Story) -> list[Paper]:
    """讯问合法性核查意见书, for the grave cases: the resident prosecutor asked him how he was questioned."""
    s, t, a = story, story.times, story.accused
    if not s.heavy:
        return []
    when = t["suggest"] - timedelta(days=2)
    return [
        Paper(
            "讯问合法性核查意见书",
            [
                Title("重大案件侦查终结前讯问合法性核查意见书", 16),
                Para(f"{s.bureau}："),
                Para(
                    f"本院驻{s.jail}检察官于{cn_day(when)}在该所询问犯罪嫌疑人{a.name}，其在核查笔录中未提出受到刑讯逼供的线索，并签名捺印。"
                ),
                Gap(8),
                Sign(
                    [f"驻所检察官：{s.names['驻所检察官']}", s.procuratorate, cn_day(when)],
                    seal=s.procuratorate,
                ),
            ],
            "",
            dotted(when),
        )
    ]
