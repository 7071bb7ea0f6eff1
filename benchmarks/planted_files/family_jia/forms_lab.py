"""鉴定聘请书, 鉴定意见 with certificates, 鉴定意见通知书."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from benchmarks.planted_files.family_jia.blocks import (
    Block,
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
from benchmarks.planted_files.family_jia.forms_filing import dotted
from benchmarks.planted_files.family_jia.plot import Lab, Plot, cn_day
from benchmarks.planted_files.family_jia.story import Story

SPOT = ("appraiser_unqualified", "appraisal_unsigned")


def body(story: Story, lab: Lab) -> str:
    """Who gives the opinion."""
    s = story
    if lab.outside:
        return f"{s.cast.county}价格认证中心"
    return f"{s.cast.city}公安局物证鉴定所"


def experts(story: Story, lab: Lab, plot: Plot) -> list[str]:
    """The two who sign."""
    roles = ("鉴定人甲", "鉴定人乙") if lab is plot.lab else ("痕检人甲", "痕检人乙")
    return [story.names[role] for role in roles]


def paper_number(story: Story, lab: Lab) -> str:
    """Number of the opinion."""
    s = story
    serial = Random(f"jia-{s.seed}-{lab.specialty}").randrange(30, 700)
    year = s.times["lab"].year
    if lab.outside:
        return f"{s.cast.county[0]}价认刑〔{year}〕{serial}号"
    short = {"手": "痕", "法": "物", "毒": "理化", "人": "法临"}[lab.specialty[0]]
    return f"（{s.cast.city[0]}）公（物）鉴（{short}）字〔{year}〕{serial}号"


def spot(story: Story, code: str, plot: Plot) -> Lab:
    """Which of the two opinions a flaw of this code stands in; never the price paper."""
    if plot.lab.outside:
        return plot.trace
    return Random(f"jia-{code}-{story.seed}").choice((plot.lab, plot.trace))


def hours(story: Story, lab: Lab, plot: Plot) -> tuple[datetime, datetime]:
    """Day of receipt, day of the opinion."""
    t = story.times
    return (t["lab"], t["lab_done"]) if lab is plot.lab else (t["trace_lab"], t["trace_done"])


def engaged(story: Story, lab: Lab, plot: Plot) -> Paper:
    """鉴定聘请书."""
    s = story
    day = hours(s, lab, plot)[0]
    return Paper(
        "鉴定聘请书",
        [
            Title(s.bureau, 18),
            Title("鉴 定 聘 请 书"),
            Sign([s.number("鉴聘", len(lab.specialty))], size=12),
            Para(f"{body(s, lab)}："),
            Para(
                f"为了查明{plot.case_name}，根据《中华人民共和国刑事诉讼法》第一百四十六条之规定，特聘请你单位对{lab.asked}进行{lab.specialty}"
                f"。请于{cn_day(day + timedelta(days=15))}前将鉴定情况和意见书面告知我局。"
            ),
            Sign([s.bureau, cn_day(day)], seal=s.bureau),
            Para("本聘请书已收到。  " + f"接收人：{experts(s, lab, plot)[0]}    {cn_day(day)}", indent=False),
        ],
        f"鉴定聘请书（{lab.specialty}）",
        dotted(day),
    )


def sent_samples(story: Story, lab: Lab, plot: Plot) -> tuple[list[str], Flaw | None]:
    """The samples as the opinion lists them; with the flaw they differ from the lists of the file."""
    s = story
    which = plot.lab if s.charge == "贩卖毒品" else plot.trace
    if not s.has("sample_disagrees") or lab is not which:
        return lab.samples, None
    if s.charge == "贩卖毒品":
        packs = plot.items[0].count
        other = f"{int(packs.removesuffix('包')) + 1}包"
        count = int(packs.removesuffix("包")) + 1
        tags = "、".join(f"{number}号" for number in range(1, count + 1))
        changed = f"淡黄色粉末{other}（编号{tags}）的取样各1份"
        return [lab.samples[0], changed], Flaw(
            "sample_disagrees", f"扣押清单为白色晶体{packs}，送检为淡黄色粉末{other}"
        )
    old = lab.samples[0]
    new = old.replace("2枚", "4枚").replace("（1号、2号）", "（1号至4号）").replace("2支", "5支")
    return [new, *lab.samples[1:]], Flaw("sample_disagrees", f"提取登记为“{old}”，送检为“{new}”")


def opinion(story: Story, lab: Lab, plot: Plot) -> list[Paper]:
    """鉴定意见 and the copies of the certificates of the body and of the experts."""
    s = story
    received, done = hours(s, lab, plot)
    people, number, house = experts(s, lab, plot), paper_number(s, lab), body(s, lab)
    samples, differ = sent_samples(s, lab, plot)
    name = "价格认定结论书" if lab.outside else "鉴定书"
    kind = "价格认定结论书" if lab.outside else "鉴定意见"
    head: tuple[Flaw | Val, ...] = (Val("鉴定机构", house), Val("鉴定文书编号", number))
    if differ:
        head += (differ,)
    if s.has("appraisal_not_told") and not lab.outside:
        head += (Flaw("appraisal_not_told", "卷内没有鉴定意见通知书，笔录也没有告知的记载"),)
    if lab is plot.trace and s.has("unmatched_trace"):
        head += (Flaw("unmatched_trace", "现场另一检材不属于被告人、被害人，没有排除他人"),)
    shown = received
    if s.has("dates_inside") and lab is plot.trace and s.seed % 2 == 0:
        shown = done + timedelta(days=6)
        head += (Flaw("dates_inside", f"受理日期{cn_day(shown)}晚于鉴定完成日期{cn_day(done)}"),)
    blocks: list[Block] = [
        Title(house, 18),
        Title(name, 22),
        Sign([number], size=12),
        Gap(2, marks=head),
        Fields([("委托单位", s.bureau), ("送检人", f"{s.names['送检人']}、{s.officers[3]}")], size=12),
        Fields(
            [
                ("受理日期", cn_day(shown)),
                (
                    "基准日" if lab.outside else "鉴定开始日期",
                    cn_day(s.times["crime"] if lab.outside else received + timedelta(days=1)),
                ),
            ],
            size=12,
        ),
        Fields([("案（事）件名称", plot.case_name)], size=12),
        Para("一、简要案情：" + plot.brief),
        Para("二、检材和样本："),
    ]
    blocks += [Para(f"{count}．{line}；") for count, line in enumerate(samples, 1)]
    blocks.append(Para("检材包装完好，标识清楚。" if not lab.outside else "以上标的由委托单位提供购置凭证。"))
    blocks.append(Para(f"三、{'认定' if lab.outside else '鉴定'}要求：{lab.asked}。"))
    blocks.append(Para("四、检验过程和论证："))
    blocks += [Para(line) for line in lab.steps]
    blocks.append(
        Para(
            f"五、{'认定结论' if lab.outside else '鉴定意见'}：{lab.conclusion}。",
            marks=(Val("鉴定意见", lab.conclusion),),
        )
    )
    titles = ("价格认定人员", "价格认定人员") if lab.outside else ("鉴定人", "鉴定人")
    if s.has("appraisal_unsigned") and spot(s, "appraisal_unsigned", plot) is lab:
        flaw = Flaw("appraisal_unsigned", "鉴定人签名处空白，没有加盖鉴定专用章")
        blocks.append(
            Sign([f"{titles[0]}：            ", f"{titles[1]}：            ", cn_day(done)], marks=(flaw,))
        )
    else:
        rank = ("价格认定师", "价格认定师") if lab.outside else ("副主任法医师", "工程师")
        blocks.append(
            Sign(
                [
                    f"{titles[0]}：{rank[0]} {people[0]}（签名）",
                    f"{titles[1]}：{rank[1]} {people[1]}（签名）",
                    house,
                    cn_day(done),
                ],
                seal=house,
            )
        )
    paper = Paper(kind, blocks, f"{name}（{lab.specialty}）", dotted(done), numbered=True)
    return [paper, certificates(s, lab, plot)]


def certificates(story: Story, lab: Lab, plot: Plot) -> Paper:
    """Copies of the certificates; with the flaw they are out of date or for another specialty."""
    s, house = story, body(story, lab)
    done = hours(s, lab, plot)[1]
    start = datetime(done.year - 2, 3, 1)
    last = datetime(done.year + 3, 2, 28)
    scope = lab.certified
    marks: tuple[Flaw, ...] = ()
    if s.has("appraiser_unqualified") and spot(s, "appraiser_unqualified", plot) is lab:
        if s.seed % 2:
            start, last = datetime(done.year - 6, 3, 1), datetime(done.year - 1, 2, 28)
            marks = (
                Flaw(
                    "appraiser_unqualified", f"鉴定机构、鉴定人资格证书有效期至{cn_day(last)}，鉴定时已经失效"
                ),
            )
        else:
            scope = "声像资料鉴定"
            marks = (Flaw("appraiser_unqualified", f"资格证书的鉴定项目只有{scope}，没有{lab.certified}"),)
    issuer = f"{s.cast.province}公安厅" if not lab.outside else f"{s.cast.province}发展和改革委员会"
    span = f"{cn_day(start)}至{cn_day(last)}"
    what = "价格认定机构" if lab.outside else "鉴定机构"
    rows = [
        ["证书名称", "持证单位（人）", "鉴定（业务）项目", "发证机关", "有效期"],
        [f"{what}资格证书", house, scope, issuer, span],
    ]
    for person in experts(s, lab, plot):
        rows.append([f"{'价格认定' if lab.outside else '鉴定'}人资格证书", person, scope, issuer, span])
    return Paper(
        "鉴定资质证书复印件",
        [
            Title("鉴定机构、鉴定人资格证书（复印件）", 17),
            Table((2, 2.4, 2.2, 2.2, 2.6), rows, head=1, size=10.5, pad=9, marks=marks),
            Para("经核对，与原件一致。", indent=False),
            Sign([house, cn_day(done)], seal=house),
        ],
        f"资格证书复印件（{lab.specialty}）",
        dotted(done),
    )


def told(story: Story, plot: Plot) -> list[Paper]:
    """鉴定意见通知书 to the accused and, where there is one, to the injured person."""
    s, day = story, story.times["told"]
    if s.has("appraisal_not_told"):
        return []
    papers = []
    for person, role in [(s.accused, "犯罪嫌疑人")] + ([(s.victim, "被害人")] if plot.victim else []):
        lines: list[Block] = [
            Title(s.bureau, 18),
            Title("鉴 定 意 见 通 知 书"),
            Sign([s.number("鉴通", len(role))], size=12),
            Para(f"{person.name}："),
        ]
        for lab in (plot.lab, plot.trace):
            lines.append(
                Para(
                    f"我局聘请有关人员，对{lab.asked}进行了{lab.specialty}（{paper_number(s, lab)}）。意见是：{lab.conclusion}。"
                )
            )
        lines.append(
            Para(
                "根据《中华人民共和国刑事诉讼法》第一百四十八条之规定，如果你对该鉴定意见有异议，可以提出补充鉴定或者重新鉴定的申请。"
            )
        )
        lines.append(Sign([s.bureau, cn_day(day)], seal=s.bureau))
        lines.append(
            Para(
                f"本通知书已收到，对鉴定意见没有异议。  {role}：{person.name}（捺印）    {cn_day(day)}",
                indent=False,
            )
        )
        papers.append(Paper("鉴定意见通知书", lines, f"鉴定意见通知书（{role}）", dotted(day)))
    return papers
