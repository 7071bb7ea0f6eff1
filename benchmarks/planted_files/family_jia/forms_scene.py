"""现场勘验, 搜查, 扣押, 提取, 称量: the papers of things and places."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageDraw

from benchmarks.planted_files.family_jia.blocks import (
    Block,
    Fields,
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
from benchmarks.planted_files.family_jia.forms_search import bare_event, things_table
from benchmarks.planted_files.family_jia.pictures import scene_picture, thing_picture
from benchmarks.planted_files.family_jia.plot import Plot, cn_day, cn_time
from benchmarks.planted_files.family_jia.story import Story, minutes


def scene(story: Story, plot: Plot) -> list[Paper]:
    """现场勘验笔录, the list of what was taken, the plan and the photographs."""
    seer = story.seer("勘验")
    s, o = story, story.officers
    begin = s.times["scene"]
    end = begin + minutes(70 + s.rng.randrange(25))
    bare = bare_event(s) == "勘验"
    marks: tuple[Flaw | Val, ...] = (
        Val("勘验开始时间", f"{begin:%Y-%m-%dT%H:%M}"),
        Val("勘验结束时间", f"{end:%Y-%m-%dT%H:%M}"),
    )
    if bare:
        marks += (Flaw("search_no_witness", "现场勘验没有见证人，笔录也没有说明原因"),)
    seen = "" if bare else f"，邀请{seer}为见证人"
    technicians = f"{o[4]}、{o[5]}"
    blocks: list[Block] = [
        Title("现 场 勘 验 笔 录"),
        Fields([("现场勘验单位", s.brigade)], size=12),
        Fields([("指派/报告单位", f"{s.bureau}指挥中心"), ("时间", cn_time(s.times["report"]))], size=11),
        Fields([("勘验事由", plot.case_name)], size=12),
        Fields([("勘验开始时间", cn_time(begin))], size=12, marks=marks),
        Fields([("勘验结束时间", cn_time(end))], size=12),
        Fields([("现场地点", plot.scene_place)], size=12),
        Fields(
            [
                ("天气", "晴"),
                ("光线", "自然光" if 6 < begin.hour < 18 else "灯光"),
                ("现场条件", "原始现场"),
            ],
            size=12,
        ),
        Fields([("现场指挥人", s.names["大队长"]), ("勘验人员", technicians)], size=12),
        Gap(4),
        Para(
            f"{cn_time(s.times['report'])}，我大队接到指令后，由{o[4]}、{o[5]}到达现场{seen}，对现场进行勘验。勘验前现场由{s.names['报案民警']}"
            "设置警戒带保护。"
        ),
    ]
    blocks += [Para(line) for line in plot.scene]
    taken = "；".join(item.line for item in plot.scene_items)
    blocks.append(Para(f"现场提取：{taken}。现场绘制平面示意图1张，拍摄照片若干张，录像一段。"))
    blocks.append(
        Sign(
            [
                f"勘验人员：{technicians}",
                f"笔录人：{o[5]}    制图人：{o[4]}    照相人：{o[5]}",
                f"见证人：{'' if bare else seer + '（捺印）'}",
                cn_day(end),
            ],
            size=12,
        )
    )
    record = Paper("现场勘验笔录", blocks, "", dotted(begin), numbered=True)
    rows = [["编号", "名称", "数量", "特征及提取部位、方法"]]
    for count, item in enumerate(plot.scene_items, 1):
        rows.append([str(count), item.name, item.count, item.feature])
    listing = Paper(
        "现场提取痕迹物证登记表",
        [
            Title("现场提取痕迹、物证登记表", 17),
            Table((0.7, 2, 1.2, 5), rows, head=1, pad=8),
            Sign([f"提取人：{technicians}", f"见证人：{'' if bare else seer + '（捺印）'}", cn_day(end)]),
        ],
        "",
        dotted(begin),
    )
    rng = Random(f"jia-scene-{s.seed}")
    plan = Paper(
        "现场平面示意图",
        [
            Title("现场平面示意图"),
            Pictures([(plan_picture(rng), "比例尺 1:100    方位：上北下南")], 1, 260),
            Para(f"制图人：{o[4]}    制图时间：{cn_day(end)}", indent=False),
        ],
        "",
        dotted(begin),
    )
    names = ("现场方位", "现场概貌", "中心现场", "重点部位", "痕迹细目", "物证原始位置")
    photos = [(scene_picture(rng), f"照片{at}  {name}") for at, name in enumerate(names, 1)]
    album = Paper(
        "现场照片",
        [
            Title("现 场 照 片"),
            Pictures(photos, 2, 150),
            Para(f"拍摄人：{o[5]}    拍摄时间：{cn_day(begin)}", indent=False),
        ],
        "",
        dotted(begin),
    )
    return [record, listing, plan, album]


def plan_picture(rng: Random) -> Image.Image:
    """A plan drawn with plain lines."""
    image = Image.new("RGB", (420, 300), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, 400, 280), outline=(0, 0, 0), width=2)
    for _ in range(5):
        x, y = 30 + rng.randrange(280), 30 + rng.randrange(180)
        draw.rectangle(
            (x, y, x + 40 + rng.randrange(50), y + 25 + rng.randrange(40)), outline=(0, 0, 0), width=2
        )
    for _ in range(2):
        x, y = 50 + rng.randrange(310), 50 + rng.randrange(190)
        draw.ellipse((x - 7, y - 7, x + 7, y + 7), outline=(180, 0, 0), width=3)
    draw.line((370, 70, 370, 35), fill=(0, 0, 0), width=3)
    draw.polygon(((370, 28), (363, 44), (377, 44)), fill=(0, 0, 0))
    return image


def weighing(story: Story, plot: Plot) -> Paper:
    """称量取样笔录 of the drugs found, in the presence of the holder and a witness."""
    seer = story.seer("称量")
    s, o = story, story.officers
    begin = s.times["weigh"]
    item = plot.items[0]
    packs = int(item.count.removesuffix("包"))
    total = round(float(item.feature.rsplit("共", 1)[1].removesuffix("克")) * 100)
    rng = Random(f"jia-weigh-{s.seed}")
    parts = [total // packs + rng.randrange(-90, 90) for _ in range(packs - 1)]
    parts.append(total - sum(parts))
    rows = [["编号", "外观", "毛重（克）", "净重（克）", "取样（克）", "剩余封存"]]
    for count, part in enumerate(parts, 1):
        rows.append(
            [
                f"{count}号",
                "透明自封袋装白色晶体",
                f"{(part + rng.randrange(60, 95)) / 100:.2f}",
                f"{part / 100:.2f}",
                f"1.{rng.randrange(10, 40)}",
                "封存袋编号" + str(rng.randrange(10000, 99999)),
            ]
        )
    rows.append(["合计", f"{packs}包", "", f"{total / 100:.2f}", "", ""])
    return Paper(
        "称量取样笔录",
        [
            Title("毒品称量、取样笔录"),
            Fields(
                [("时间", f"{cn_time(begin)} 至 {cn_time(begin + minutes(45))}")],
                marks=(Val("称量时间", f"{begin:%Y-%m-%dT%H:%M}"), Val("净重", f"{total / 100:.2f}克")),
            ),
            Fields([("地点", f"{s.office}称量室")], size=12),
            Fields([("侦查人员", f"{o[2]}、{o[3]}"), ("见证人", seer)], size=12),
            Para(
                f"在毒品持有人{s.accused.name}和见证人{seer}在场的情况下，侦查人员拆除封存包装，先用棉签对各自封袋封口逐一擦拭取样、分别封装，再使用经检定合"
                "格的电子天平（检定证书在有效期内，分度值0.01克，称量前已归零）逐包称量，并随机抽样："
            ),
            Table((0.8, 2.4, 1.3, 1.3, 1.3, 2.2), rows, head=1, size=10.5, pad=6),
            Para("取样后的检材和剩余毒品分别当场封装、编号，由在场人员在封口处签名。称量取样过程全程录像。"),
            Sign(
                [
                    f"毒品持有人：{s.accused.name}（捺印）",
                    f"见证人：{seer}（捺印）",
                    f"侦查人员：{o[2]}、{o[3]}",
                    f"记录人：{o[3]}",
                    cn_day(begin),
                ]
            ),
        ],
        "",
        dotted(begin),
    )


def taken_back(story: Story, plot: Plot) -> list[Paper]:
    """提取笔录 and 扣押清单 of the hidden thing."""
    seer = story.seer("提取")
    s, o = story, story.officers
    begin = s.times["find"]
    early = s.has("confession_after_finding")
    marks: tuple[Flaw | Val, ...] = (
        Val("提取时间", f"{begin:%Y-%m-%dT%H:%M}"),
        Val("提取物品", f"{plot.tool.name}{plot.tool.count}"),
    )
    if early:
        marks += (Flaw("confession_after_finding", f"{cn_day(begin)}已经起获，第二次讯问才供述藏匿地点"),)
    why = (
        "经走访，群众反映该处有异常"
        if early
        else f"根据犯罪嫌疑人{s.accused.name}{cn_day(s.talks[1].begin)}的供述"
    )
    record = Paper(
        "提取笔录",
        [
            Title("提 取 笔 录"),
            Fields([("时间", f"{cn_time(begin)} 至 {cn_time(begin + minutes(32))}")], marks=marks),
            Fields([("地点", plot.hide)], size=12),
            Fields([("侦查人员", f"{o[2]}、{o[3]}"), ("见证人", seer)], size=12),
            Para(
                f"{why}，侦查人员{o[2]}、{o[3]}在见证人{seer}的见证下，在{plot.hide}提取到：{plot.tool.line}。提取时该物品外有尘"
                "土覆盖，戴手套取出，原物封装，封口处由侦查人员、见证人签名。"
            ),
            Para("提取前后对物品及所在位置进行了拍照。"),
            Sign(
                [
                    f"侦查人员：{o[2]}、{o[3]}",
                    f"记录人：{o[3]}",
                    f"见证人：{seer}（捺印）",
                    cn_day(begin),
                ]
            ),
        ],
        f"提取笔录（{plot.tool.name}）",
        dotted(begin),
    )
    rng = Random(f"jia-tool-{s.seed}")
    photo = Paper(
        "物证照片",
        [
            Title("物 证 照 片"),
            Pictures(
                [(thing_picture(rng), f"{plot.tool.name}概貌"), (scene_picture(rng), "提取位置")], 2, 150
            ),
            Para(f"{plot.tool.line}，拍摄人：{o[3]}，拍摄时间：{cn_day(begin)}。"),
        ],
        f"物证照片（{plot.tool.name}）",
        dotted(begin),
    )
    listing = Paper(
        "提取物证清单",
        [
            Title("提 取 物 证 清 单"),
            things_table([plot.tool]),
            Sign(
                [f"见证人：{seer}（捺印）", f"办案民警：{o[2]}、{o[3]}", s.bureau, cn_day(begin)],
                seal=s.bureau,
            ),
        ],
        f"提取物证清单（{plot.tool.name}）",
        dotted(begin),
    )
    return [record, listing] if s.lean else [record, listing, photo]


def thing_photos(story: Story, plot: Plot) -> Paper:
    """物证照片 of what was found at his home; where the flaw is planted nothing else tells where it came from."""
    s = story
    rng = Random(f"jia-things-{s.seed}")
    marks: tuple[Flaw, ...] = ()
    if s.has("seizure_no_list"):
        names = "、".join(item.name for item in plot.items)
        marks = (Flaw("seizure_no_list", f"{names}没有搜查、提取、扣押笔录和清单，来源不明"),)
    photos = [(thing_picture(rng), f"{item.name}{item.count}") for item in plot.items]
    lines = [Para(item.line + "。") for item in plot.items]
    return Paper(
        "物证照片",
        [
            Title("物 证 照 片"),
            Pictures(photos, 2, 150, marks=marks),
            *lines,
            Para(f"拍摄人：{s.officers[3]}    拍摄时间：{cn_day(s.times['search'])}", indent=False),
        ],
        "物证照片",
        dotted(s.times["search"]),
    )


def body_sample(story: Story, plot: Plot) -> Paper:
    """提取笔录 of the fingerprints or blood of the accused."""
    seer = story.seer("采样")
    s, o, begin = story, story.officers, story.times["sample"]
    what = "十指指纹、掌纹样本1份" if plot.sign_of == "指纹" else "指尖血样1份（血样采集卡）"
    return Paper(
        "提取笔录",
        [
            Title("人身检查、生物样本提取笔录", 18),
            Fields([("时间", f"{cn_time(begin)} 至 {cn_time(begin + minutes(12))}")]),
            Fields([("地点", f"{s.office}信息采集室")], size=12),
            Fields([("侦查人员", f"{o[4]}、{o[5]}"), ("见证人", seer)], size=12),
            Para(
                f"根据《中华人民共和国刑事诉讼法》第一百三十二条之规定，侦查人员对犯罪嫌疑人{s.accused.name}采集{what}，采集后当场封装编号。"
            ),
            Sign(
                [
                    f"被采集人：{s.accused.name}（捺印）",
                    f"侦查人员：{o[4]}、{o[5]}",
                    f"见证人：{seer}（捺印）",
                    cn_day(begin),
                ]
            ),
        ],
        f"提取笔录（{s.accused.name}样本）",
        dotted(begin),
    )


def victim_sample(story: Story, plot: Plot) -> Paper:
    """提取笔录 of the fingerprints or blood of the injured person, to tell his traces apart."""
    seer = story.seer("采样")
    s, o, begin = story, story.officers, story.times["talk_victim"] + minutes(90)
    what = "十指指纹样本1份" if plot.sign_of == "指纹" else "指尖血样1份（血样采集卡）"
    place = f"{s.brigade}信息采集室" if s.charge == "盗窃" else f"{s.cast.county}人民医院外科病房"
    return Paper(
        "提取笔录",
        [
            Title("生物样本提取笔录", 18),
            Fields([("时间", f"{cn_time(begin)} 至 {cn_time(begin + minutes(10))}")]),
            Fields([("地点", place)], size=12),
            Fields([("侦查人员", f"{o[4]}、{o[5]}"), ("见证人", seer)], size=12),
            Para(f"经被害人{s.victim.name}同意，侦查人员采集其{what}，用于比对、排除，采集后当场封装编号。"),
            Sign(
                [
                    f"被采集人：{s.victim.name}（捺印）",
                    f"侦查人员：{o[4]}、{o[5]}",
                    f"见证人：{seer}（捺印）",
                    cn_day(begin),
                ]
            ),
        ],
        f"提取笔录（{s.victim.name}样本）",
        dotted(begin),
    )
