"""询问笔录 of the injured person and of the witnesses, and the identifications they make."""

from __future__ import annotations

from datetime import datetime
from random import Random

from benchmarks.planted_files.family_jia.blocks import (
    Block,
    Fields,
    Flaw,
    Gap,
    Paper,
    Para,
    Pictures,
    Sign,
    Title,
    Val,
)
from benchmarks.planted_files.family_jia.people import Person, chinese_date
from benchmarks.planted_files.family_jia.pictures import face_picture
from benchmarks.planted_files.family_jia.plot import QA, cn_day, cn_time
from benchmarks.planted_files.family_jia.story import Story, minutes


def inquiry(
    story: Story,
    who: list[Person],
    asked: list[QA],
    begin: datetime,
    officers: list[str],
    place: str,
    capacity: str = "证人",
    marks: tuple[Flaw | Val, ...] = (),
    unsigned: bool = False,
    signed_on: datetime | None = None,
) -> Paper:
    """One 询问笔录; more than one person in `who` is the planted flaw of asking witnesses together."""
    s, rng = story, story.rng
    end = begin + minutes(38 + rng.randrange(30))
    names = "、".join(person.name for person in who)
    head: tuple[Flaw | Val, ...] = (
        Val("询问开始时间", f"{begin:%Y-%m-%dT%H:%M}"),
        Val("询问结束时间", f"{end:%Y-%m-%dT%H:%M}"),
        Val("询问地点", place),
        Val("询问人", "、".join(officers)),
        Val("记录人", officers[-1]),
        Val("被询问人", names),
    )
    blocks: list[Block] = [
        Title("询 问 笔 录"),
        Fields([("时间", f"{cn_time(begin)} 至 {cn_time(end)}")], marks=head + marks),
        Fields([("地点", place)]),
        Fields([("询问人（签名）", "、".join(officers)), ("工作单位", s.brigade)], size=12),
        Fields([("记录人（签名）", officers[-1]), ("工作单位", s.brigade)], size=12),
    ]
    for person in who:
        blocks += [
            Fields(
                [("被询问人", person.name), ("性别", person.sex), ("年龄", str(person.age(begin.date())))]
            ),
            Fields([("出生日期", chinese_date(person.birth)), ("联系方式", person.phone)]),
            Fields([("身份证件种类及号码", f"居民身份证 {person.number}")]),
            Fields([("现住址", person.home)]),
        ]
    blocks.append(Gap(6))
    duty = (
        f"我们是{s.bureau}的民警（出示工作证件），今天依法向你了解情况。你应当如实提供证据、证言，有意作伪证或者隐匿罪证要负法律责任。《{capacity}诉讼"
        "权利义务告知书》已交你阅读，清楚了吗？"
    )
    lead: list[QA] = [
        (duty, s.pick("看过了，清楚。", "清楚了，我如实讲。", "明白，我照实说。")),
        ("你是否申请回避？", s.pick("不申请。", "不需要。")),
        ("介绍一下你自己？", f"我叫{who[0].name}，{who[0].school}，{who[0].job}，住{who[0].home}。"),
    ]
    tail: list[QA] = [
        (
            s.pick("还有什么要补充的吗？", "你还有没有别的要说？"),
            s.pick("没有了。", "就这些。", "暂时没有补充。"),
        ),
        (
            s.pick("以上所说是否属实？", "你说的是事实吗？"),
            s.pick("属实。", "都是我亲眼见、亲身经历的。", "句句属实。"),
        ),
    ]
    for count, (question, answer) in enumerate(lead + asked + tail):
        blocks.append(Para(f"问：{question}"))
        if len(who) > 1 and count >= len(lead) - 1:
            speaker = who[count % len(who)].name
            blocks.append(Para(f"答（{speaker}）：{answer}"))
            if count % 2 == 0:
                blocks.append(
                    Para(f"答（{who[(count + 1) % len(who)].name}）：和他说的一样，我没有不同意见。")
                )
        else:
            blocks.append(Para(f"答：{answer}"))
    day = cn_day(signed_on or end)
    if unsigned:
        blocks.append(Sign(["被询问人：                    ", "      年    月    日"]))
    else:
        blocks.append(
            Para(
                s.pick(
                    "以上笔录我看过，和我说的相符。",
                    "以上笔录我看过，记得没有错。",
                    "以上笔录民警念给我听过，和我讲的一样。",
                )
            )
        )
        blocks.append(Sign([f"被询问人：{person.name}（捺印）" for person in who] + [day]))
    blocks.append(Sign([f"询问人：{'、'.join(officers)}", f"记录人：{officers[-1]}"]))
    foot = "被询问人（签名、捺印）：" + (
        "" if unsigned else "、".join(f"{person.name}（捺印）" for person in who)
    )
    return Paper(
        "询问笔录", blocks, f"询问{names}笔录（{capacity}）", f"{begin:%Y.%m.%d}", foot, numbered=True
    )


def identification(story: Story, who: list[Person], begin: datetime, order: int, seen: str) -> list[Paper]:
    """辨认笔录 with the sheet of photographs and the list of who they are."""
    s, a = story, story.accused
    rng = Random(f"jia-foils-{s.seed}-{order}")
    end = begin + minutes(16 + rng.randrange(10))
    ward = s.victim in who and s.charge != "盗窃"
    place = f"{s.cast.county}人民医院外科病房" if ward else f"{s.brigade}辨认室"
    watcher = s.seer("辨认")
    foils = s.foils if order == 1 else max(10, s.foils)
    number = rng.randrange(2, foils)
    names = "、".join(person.name for person in who)
    marks: list[Flaw | Val] = [
        Val("辨认时间", f"{begin:%Y-%m-%dT%H:%M}"),
        Val("辨认对象数量", str(foils)),
        Val("辨认人", names),
    ]
    if s.has("identification_few") and order == 1:
        marks.append(Flaw("identification_few", f"对照片辨认，只有{foils}张照片"))
    if len(who) > 1:
        marks.append(Flaw("identification_together", f"{names}同一时间一起辨认"))
    together = "共同对上述照片进行辨认" if len(who) > 1 else "对上述照片进行辨认"
    head: list[Block] = [
        Title("辨 认 笔 录"),
        Fields([("时间", f"{cn_time(begin)} 至 {cn_time(end)}")], marks=tuple(marks)),
        Fields([("地点", place)]),
        Fields([("侦查人员（签名）", f"{s.officers[2]}、{s.officers[3]}"), ("单位", s.brigade)], size=12),
        Fields([("记录人（签名）", s.officers[3]), ("单位", s.brigade)], size=12),
        Fields([("辨认人", names), ("性别", "、".join(person.sex for person in who))]),
        Fields([("辨认人住址", who[0].home)]),
        Fields([("见证人", watcher), ("住址", f"{s.cast.county}城关镇{s.cast.roads[3]}社区")], size=12),
        Fields([("辨认对象", f"{foils}张不同男性的正面免冠照片")]),
        Fields([("辨认目的", f"辨认{seen}的人")]),
        Gap(6),
    ]
    told = (
        f"辨认前，侦查人员向辨认人{names}详细询问了被辨认人的体貌特征，并告知其应当如实辨认、作虚假辨认应负的法律责任。"
        f"随后在见证人{watcher}在场的情况下，将{foils}张性别相同、年龄相近的男性照片打乱顺序编号排列，由辨认人{together}。"
    )
    result = (
        f"辨认人{names}经仔细查看，指出{number}号照片上的人就是{seen}的人。{number}号照片上的人系{a.name}。"
    )
    clean: list[Block] = [Para("辨认过程及结果："), Para(told)]
    if not s.has("identification_shown") or order != 1:
        clean.append(
            Para(
                "辨认人在辨认前没有见到辨认对象，辨认系单独进行。"
                if len(who) == 1
                else "辨认人在辨认前没有见到辨认对象。"
            )
        )
    blocks: list[Block] = [*head, *clean, Para(result)]
    blocks.append(Sign([f"辨认人：{person.name}（捺印）" for person in who] + [f"见证人：{watcher}（捺印）"]))
    blocks.append(
        Sign([f"侦查人员：{s.officers[2]}、{s.officers[3]}", f"记录人：{s.officers[3]}", cn_day(end)])
    )
    record = Paper("辨认笔录", blocks, f"{names}辨认笔录", f"{begin:%Y.%m.%d}", numbered=True)
    photos = [(face_picture(rng), f"{at}号") for at in range(1, foils + 1)]
    sheet = Paper(
        "辨认照片",
        [
            Title("辨认照片"),
            Pictures(photos, 4, 130),
            Para(f"我辨认出{number}号照片上的人就是{seen}的人。"),
            Sign(
                [f"辨认人：{person.name}（捺印）" for person in who]
                + [f"见证人：{watcher}（捺印）", cn_day(end)]
            ),
        ],
        f"{names}辨认照片及说明",
        f"{begin:%Y.%m.%d}",
    )
    return [record, sheet]
