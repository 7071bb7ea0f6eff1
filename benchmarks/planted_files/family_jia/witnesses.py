"""Who is asked when, who identifies, and the trace that belongs to nobody known."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.planted_files.family_jia.asides import for_witness
from benchmarks.planted_files.family_jia.asked import identification, inquiry
from benchmarks.planted_files.family_jia.blocks import Flaw, Paper
from benchmarks.planted_files.family_jia.plot import Item, Plot, cn_day
from benchmarks.planted_files.family_jia.story import Story, minutes

DEED = {"盗窃": "案发当晚盗窃后离开店铺", "抢劫": "抢劫", "故意伤害": "持刀捅伤他人", "贩卖毒品": "贩卖毒品"}


def statements(story: Story, plot: Plot) -> list[Paper]:
    """询问笔录 of the injured person and the witnesses, with the flaws of witnesses."""
    s, t, o = story, story.times, story.officers
    team = [o[2], o[3]]
    papers: list[Paper] = []
    station = f"{s.brigade}询问室"
    if plot.victim:
        hospital = s.charge != "盗窃"
        place = f"{s.cast.county}人民医院外科病房（被害人提出的地点）" if hospital else station
        papers.append(
            inquiry(s, [s.victim], plot.victim + for_witness(s, 0), t["talk_victim"], team, place, "被害人")
        )
    if s.has("witness_together"):
        marks: tuple[Flaw, ...] = (
            Flaw("witness_together", f"{s.first.name}、{s.second.name}在同一份笔录里一起接受询问"),
        )
        papers.append(
            inquiry(
                s,
                [s.first, s.second],
                plot.first + plot.second + for_witness(s, 2),
                t["talk_first"],
                team,
                station,
                marks=marks,
            )
        )
    else:
        papers.append(inquiry(s, [s.first], plot.first + for_witness(s, 1), t["talk_first"], team, station))
        unsigned = s.has("witness_unsigned")
        marks = (Flaw("witness_unsigned", f"{s.second.name}没有核对签名捺印"),) if unsigned else ()
        papers.append(
            inquiry(
                s,
                [s.second],
                plot.second + for_witness(s, 2),
                t["talk_second"],
                team,
                f"{s.second.home}（证人住处）",
                marks=marks,
                unsigned=unsigned,
            )
        )
    if not s.lean or s.has("officer_in_two_places") or s.has("dates_inside"):
        papers.append(third(s, plot))
    if s.has("identification_shown"):
        begin = t["show_second"] + timedelta(days=1)
        marks = (Flaw("identification_shown", f"{s.first.name}辨认前看过犯罪嫌疑人的照片"),)
        papers.append(inquiry(s, [s.first], shown(s), begin, team, station, marks=marks))
    return papers


def third(story: Story, plot: Plot) -> Paper:
    """The third witness; with the flaws, at the hour of an interrogation or signed before it began."""
    s, o = story, story.officers
    begin, team = s.times["talk_third"], [o[2], o[3]]
    marks: tuple[Flaw, ...] = ()
    signed_on = None
    if s.has("officer_in_two_places"):
        talk = s.talks[1]
        begin, team = talk.begin + minutes(15), [o[0], o[3]]
        marks = (Flaw("officer_in_two_places", f"{o[0]}同一时间在{talk.place}讯问{s.accused.name}"),)
    if s.has("dates_inside") and s.seed % 2:
        signed_on = begin - timedelta(days=2)
        marks += (Flaw("dates_inside", f"询问在{cn_day(begin)}，签名日期为{cn_day(signed_on)}"),)
    return inquiry(
        s,
        [s.third],
        plot.third + for_witness(s, 3),
        begin,
        team,
        f"{s.brigade}询问室",
        marks=marks,
        signed_on=signed_on,
    )


def shown(story: Story) -> list[tuple[str, str]]:
    """He tells that he was shown the man before."""
    return [
        (
            "你辨认以前见过这个人的照片吗？",
            story.pick(
                "见过。辨认前一天，你们有个民警拿手机给我看了一张照片，说人抓到了，就是他，让我第二天来认一下。",
                "见过。那天进辨认室以前，我在走廊上看见他戴着手铐被带过去，民警还说就是这个人。",
            ),
        ),
        ("你是凭什么认出来的？", "就是照着先看到的那个样子认的。"),
    ]


def identifications(story: Story, plot: Plot) -> list[Paper]:
    """Two identifications one after the other, or one by two people together where the flaw is planted."""
    s, t = story, story.times
    seen = DEED[s.charge]
    second = s.victim if s.charge in {"抢劫", "故意伤害"} else s.second
    if s.has("identification_together"):
        return identification(s, [s.first, second], t["show_first"], 1, seen)
    shown_first = identification(s, [s.first], t["show_first"], 1, seen)
    if s.lean:
        return shown_first
    return shown_first + identification(s, [second], t["show_second"], 2, seen)


def added_trace(story: Story, plot: Plot) -> None:
    """With the flaw: a trace of the scene that is neither the accused's nor the injured person's."""
    s = story
    if not s.has("unmatched_trace"):
        return
    people = f"{s.accused.name}、{s.victim.name}" if plot.victim else s.accused.name
    if plot.sign_of == "指纹":
        plot.scene.append("在后窗外侧窗框上刷显出指纹1枚，编号3号，拍照后用胶带提取。")
        plot.scene_items.append(Item("指纹", "1枚", "3号位于后窗外侧窗框，用胶带提取"))
        plot.trace.samples.append("现场指纹1枚（3号）")
        plot.trace.conclusion += f"；3号指纹与{people}的指纹样本均不是同一人所留，经指纹库比对未比中"
        return
    plot.scene[-1] = plot.scene[-1].replace(
        "现场未发现其他与案件有关的痕迹物证。", "中心现场旁提取新鲜烟蒂1枚，编号9号。"
    )
    plot.scene_items.append(Item("烟蒂", "1枚", "9号，过滤嘴有齿痕，原物提取"))
    plot.trace.samples.append("9号烟蒂1枚")
    plot.trace.conclusion += f"；9号烟蒂检出一名未知男性的基因型，与{people}均不一致，经DNA数据库比对未比中"
