"""到案经过, 户籍证明, 情况说明, 录音录像说明, 调取 and the sheets that fill a volume."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from benchmarks.planted_files.family_jia.blocks import (
    Flaw,
    Gap,
    Paper,
    Para,
    Pictures,
    Sign,
    Table,
    Title,
    Val,
)
from benchmarks.planted_files.family_jia.forms_filing import dotted
from benchmarks.planted_files.family_jia.people import chinese_date
from benchmarks.planted_files.family_jia.pictures import face_picture, scene_picture
from benchmarks.planted_files.family_jia.plot import Item, Plot, cn_day, cn_time
from benchmarks.planted_files.family_jia.story import Story
from benchmarks.planted_files.family_jia.talks import ORDER


def brought_in(story: Story, plot: Plot) -> Paper:
    """到案经过."""
    s, t, a = story, story.times, story.accused
    how = "经走访调查和比对，" if not s.has("confession_only") else "经不愿透露姓名的群众举报，"
    return Paper(
        "到案经过",
        [
            Title("到 案 经 过"),
            Para(
                f"{cn_time(t['report'])}，我局接到{plot.case_name}的线索后展开工作。{how}发现{a.name}有作案嫌疑。"
            ),
            Para(
                f"{cn_time(t['arrive'])}，侦查人员{s.officers[0]}、{s.officers[1]}持传唤证将{a.name}传唤至{s.office}"
                f"接受讯问。传唤过程中{a.name}没有反抗、逃跑。",
                marks=(Val("到案时间", f"{t['arrive']:%Y-%m-%dT%H:%M}"),),
            ),
            Para(f"{cn_time(t['held'])}，经本局负责人批准，对{a.name}宣布刑事拘留。"),
            Sign(
                [f"侦查人员：{s.officers[0]}、{s.officers[1]}", s.brigade, cn_day(t["held"])], seal=s.bureau
            ),
        ],
        "",
        dotted(t["held"]),
    )


def household(story: Story) -> list[Paper]:
    """户籍证明 and the search for earlier offences."""
    s, a = story, story.accused
    day = s.times["extend"]
    station = f"{s.bureau}{s.cast.town}派出所"
    photo = face_picture(Random(f"jia-face-{s.seed}"))
    rows = [
        ["姓名", a.name, "性别", a.sex],
        ["民族", s.tongue or a.folk, "出生日期", chinese_date(a.birth)],
        ["公民身份号码", a.number, "文化程度", a.school],
        ["住址", a.home],
        ["户口登记", f"{station}，常住户口"],
    ]
    proof = Paper(
        "户籍证明",
        [
            Title("常住人口基本信息（户籍证明）", 18),
            Pictures([(photo, a.name)], 1, 120),
            Table(
                (2, 3.4, 1.6, 3),
                rows,
                pad=9,
                marks=(Val("出生日期", f"{a.birth:%Y-%m-%d}"), Val("姓名", a.name)),
            ),
            Sign([f"经办人：{s.names['值班民警']}", station, cn_day(day)], seal=station),
        ],
        "",
        dotted(day),
    )
    clean = Paper(
        "违法犯罪记录查询证明",
        [
            Title("违法犯罪记录查询证明", 18),
            Para(
                f"经查询公安机关违法犯罪人员信息系统，截至{cn_day(day)}，{a.name}（居民身份证号码{a.number}）没有违法犯罪记录。"
            ),
            Sign([f"查询人：{s.names['值班民警']}、{s.officers[6]}", station, cn_day(day)], seal=station),
        ],
        "",
        dotted(day),
    )
    return [proof] if s.lean and not s.has("page_unreadable") else [proof, clean]


def tapes(story: Story) -> Paper:
    """讯问录音录像说明; with the flaw a 情况说明 that there are none."""
    s = story
    day = s.times["suggest"] - timedelta(days=4)
    if s.has("no_recording"):
        return Paper(
            "情况说明",
            [
                Title("情 况 说 明"),
                Para(
                    f"我大队办理的{s.accused.name}涉嫌{s.charge}一案，侦查期间因办案区录音录像设备检修，对{s.accused.name}的讯问没有同步录音"
                    "录像，无法提供讯问录音录像资料。",
                    marks=(Flaw("no_recording", "情况说明称讯问没有录音录像"),),
                ),
                Sign([f"侦查人员：{s.officers[0]}、{s.officers[1]}", s.brigade, cn_day(day)], seal=s.bureau),
            ],
            "情况说明（录音录像）",
            dotted(day),
        )
    rows = [["次", "讯问时间", "地点", "录制设备", "光盘编号"]]
    for index, talk in enumerate(s.talks[:4]):
        same = (
            f"{talk.end.hour}时{talk.end.minute:02d}分"
            if talk.end.date() == talk.begin.date()
            else cn_time(talk.end)
        )
        rows.append(
            [
                ORDER[index],
                f"{cn_time(talk.begin)}至{same}",
                talk.place,
                f"{Random(index + s.seed).randrange(2, 9)}号主机",
                f"{s.code}-{index + 1}",
            ]
        )
    return Paper(
        "讯问录音录像资料说明",
        [
            Title("讯问同步录音录像资料说明", 18),
            Para(
                f"犯罪嫌疑人{s.accused.name}涉嫌{s.charge}一案，侦查阶段共讯问四次，每次讯问均全程不间断同步录音录像，录音录像起止时间与讯问笔录一致，资料刻录光盘封存备查。"
            ),
            Table((0.9, 4.2, 3.4, 1.6, 2.6), rows, head=1, size=10, pad=7),
            Sign(
                [
                    f"制作人：{s.officers[6]}",
                    f"侦查人员：{s.officers[0]}、{s.officers[1]}",
                    s.brigade,
                    cn_day(day),
                ],
                seal=s.bureau,
            ),
        ],
        "",
        dotted(day),
    )


def explained(story: Story, plot: Plot) -> list[Paper]:
    """情况说明: ordinary ones, and the one that tells of evidence left out."""
    s = story
    day = s.times["suggest"] - timedelta(days=3)
    papers = []
    if s.has("exculpatory_not_moved"):
        text = (
            f"侦查期间我大队调取了{plot.scene_place}附近的监控录像一份。经查看，录像显示案发时段从现场方向离开的男子身高约1.85米、左臂有大面积文身、"
            f"行走时右腿跛行，体貌与{s.accused.name}不符。因画面与本案已有证据不一致，该录像光盘及观看笔录没有入卷，未随案移送。"
        )
        papers.append(
            Paper(
                "情况说明",
                [
                    Title("情 况 说 明"),
                    Para(text, marks=(Flaw("exculpatory_not_moved", "对被告人有利的监控录像没有随案移送"),)),
                    Sign(
                        [f"侦查人员：{s.officers[2]}、{s.officers[3]}", s.brigade, cn_day(day)], seal=s.bureau
                    ),
                ],
                "情况说明（监控录像）",
                dotted(day),
            )
        )
    if s.lean:
        return papers
    text = s.pick(
        "本案提取的各项物证、检材自提取之日起由我大队涉案财物管理室统一保管，出入库均有登记，送检、移交手续齐全。",
        "本案的询问、辨认、勘验由不同侦查小组分别完成，各小组的工作时间以相应笔录记载为准，没有交叉。"
        if not s.has("officer_in_two_places") and not s.has("confession_only")
        else "本案的物证均由我大队涉案财物管理室统一保管。",
    )
    papers.append(
        Paper(
            "情况说明",
            [
                Title("情 况 说 明"),
                Para(text),
                Para("特此说明。"),
                Gap(20),
                Sign([f"侦查人员：{s.officers[2]}、{s.officers[3]}", s.brigade, cn_day(day)], seal=s.bureau),
            ],
            "情况说明（保管）",
            dotted(day),
        )
    )
    return papers


def given_back(story: Story, items: list[Item]) -> Paper:
    """发还清单."""
    s, day = story, story.times["told"] + timedelta(days=1)
    rows = [["编号", "名称", "数量", "特征"]] + [
        [str(at), item.name, item.count, item.feature] for at, item in enumerate(items, 1)
    ]
    return Paper(
        "发还清单",
        [
            Title("发 还 清 单"),
            Table((0.7, 2, 1, 4.6), rows, head=1, pad=8),
            Para("上列财物已经拍照固定，现依法发还被害人。"),
            Sign(
                [
                    f"领取人：{s.victim.name}（捺印）",
                    f"批准人：{s.names['副局长']}",
                    f"办案民警：{s.officers[2]}、{s.officers[3]}",
                    cn_day(day),
                ],
                seal=s.bureau,
            ),
        ],
        "",
        dotted(day),
    )


def obtained(story: Story, what: str, holder: str) -> Paper:
    """调取证据通知书 with the receipt."""
    s, day = story, story.times["extend"]
    return Paper(
        "调取证据通知书",
        [
            Title("调 取 证 据 通 知 书"),
            Sign([s.number("调证", len(what))], size=12),
            Para(f"{holder}："),
            Para(
                f"根据《中华人民共和国刑事诉讼法》第五十四条之规定，我局侦查的{s.charge}案需调取你处下列有关证据：{what}。"
            ),
            Sign([s.bureau, cn_day(day)], seal=s.bureau),
            Para(
                f"证据已按要求提供。  {holder}（印）    经办人：{s.names['房东']}    侦查人员：{s.officers[2]}、{s.officers[6]}",
                indent=False,
            ),
        ],
        f"调取证据通知书（{what}）",
        dotted(day),
    )


def call_list(story: Story, phone: str, pages: int, tag: str) -> Paper:
    """通话清单 of one number, about so many pages."""
    rng = Random(f"jia-calls-{story.seed}-{tag}")
    moment = story.times["crime"] - timedelta(days=12)
    rows = [["序号", "通话起始时间", "时长（秒）", "类型", "对方号码", "通话地"]]
    for count in range(1, max(6, pages * 31 - 6)):
        moment += timedelta(minutes=rng.randrange(20, 340))
        if moment.hour < 7:
            moment = moment.replace(hour=7 + rng.randrange(3))
        other = f"1{rng.choice('35789')}0{rng.randrange(10**7, 10**8)}"
        rows.append(
            [
                str(count),
                f"{moment:%Y-%m-%d %H:%M:%S}",
                str(rng.randrange(6, 420)),
                rng.choice(("主叫", "被叫")),
                other,
                story.cast.county,
            ]
        )
    table = Table((0.8, 2.8, 1.3, 1, 2.2, 1.4), rows, head=1, size=9.5, pad=3.5)
    return Paper(
        "通话清单",
        [
            Title("通 话 清 单"),
            Para(
                f"查询号码：{phone}    提供单位：{story.cast.province}通信有限公司{story.cast.county}分公司",
                indent=False,
                size=10.5,
            ),
            table,
        ],
        f"通话清单（{phone}）",
        dotted(story.times["extend"]),
    )


def payment_list(story: Story, pages: int) -> Paper:
    """支付交易明细 of the accused, about so many pages."""
    rng = Random(f"jia-pay-{story.seed}")
    moment = story.times["crime"] - timedelta(days=40)
    rows = [["序号", "交易时间", "收/支", "金额（元）", "交易对方", "备注"]]
    shops = ("早点摊", "粮油店", "加油站", "理发店", "药房", "话费充值", "水果店", "小吃店", "五金店")
    for count in range(1, max(6, pages * 31 - 6)):
        moment += timedelta(minutes=rng.randrange(60, 900))
        if moment.hour < 7:
            moment = moment.replace(hour=8)
        rows.append(
            [
                str(count),
                f"{moment:%Y-%m-%d %H:%M:%S}",
                "支出",
                f"{rng.randrange(300, 9800) / 100:.2f}",
                rng.choice(shops),
                "消费",
            ]
        )
    table = Table((0.8, 2.8, 1, 1.4, 2, 1.2), rows, head=1, size=9.5, pad=3.5)
    return Paper(
        "支付交易明细",
        [
            Title("支 付 交 易 明 细"),
            Para(
                f"账户名：{story.accused.name}    证件号码：{story.accused.number}", indent=False, size=10.5
            ),
            table,
        ],
        "",
        dotted(story.times["extend"]),
    )


def stills(story: Story, pages: int, tag: str) -> Paper:
    """Photographs of the surroundings, six a page."""
    rng = Random(f"jia-stills-{story.seed}-{tag}")
    photos = [(scene_picture(rng), f"照片{at}") for at in range(1, pages * 6 + 1)]
    return Paper(
        "走访照片", [Title("现场周边走访照片"), Pictures(photos, 2, 150)], "", dotted(story.times["scene"])
    )
