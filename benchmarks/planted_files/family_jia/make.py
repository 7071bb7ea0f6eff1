"""Draws the story of a case from its seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from benchmarks.planted_files.family_jia.flaws import choose, draw
from benchmarks.planted_files.family_jia.people import Cast
from benchmarks.planted_files.family_jia.plot import Plot
from benchmarks.planted_files.family_jia.plots_person import drugs, injury
from benchmarks.planted_files.family_jia.plots_property import robbery, theft
from benchmarks.planted_files.family_jia.story import HEAVY, Story, calendar, make_talks, talk_times

ROLES = (
    "副局长 大队长 值班民警 报案民警 检察官 检察官助理 书记员 驻所检察官 检察长 看守民警 送押看守 医生 鉴定人甲 鉴定人乙 "
    "痕检人甲 痕检人乙 送检人 翻译 同案外人 邻居 房东 见证人勘验 见证人搜查 见证人辨认 见证人提取 见证人称量 见证人采样"
).split()
FATHERS = ("老满", "正德", "来福", "兆祥", "守业", "广田")
# What the injured person and the three witnesses do for a living; empty is drawn.
JOBS = {
    "盗窃": ("个体经营", "", "早点摊主", "会计"),
    "抢劫": ("超市收银员", "", "手机店店主", "超市收银员"),
    "故意伤害": ("", "餐馆店主", "", "医生"),
    "贩卖毒品": ("", "", "", "退休"),
}
TONGUES = ("彝族", "苗族", "傣族")


def size(rng: Random) -> int:
    """How many pages the case is to have, about: mostly 45 to 80, some thin, some up to three hundred."""
    draw_at = rng.random()
    if draw_at < 0.2:
        return 30
    if draw_at < 0.8:
        return rng.randrange(50, 84)
    if draw_at < 0.95:
        return rng.randrange(85, 160)
    return rng.randrange(200, 290)


def make_story(seed: int, flaws: Sequence[str] | None) -> Story:
    """The story of one case; the same for the same seed and flaws."""
    rng = Random(f"jia-{seed}")
    charge, wanted = choose(rng, flaws)
    if flaws is None and seed % 10:
        wanted = draw(rng, charge)
    heavy, jobs = charge in HEAVY, JOBS[charge]
    times = calendar(rng, charge, wanted, heavy)
    cast, day = Cast(rng), times["crime"].date()
    minor = "minor_alone" in wanted or (charge in {"盗窃", "抢劫"} and rng.random() < 0.1)
    foreign = "no_interpreter" in wanted or (not minor and rng.random() < 0.05)
    accused = cast.person(day, (16, 17) if minor else (20, 47), "男")
    if minor:
        accused = replace(accused, school="初中文化", job="无业")
    if foreign:
        accused = replace(accused, school="小学文化")
    age = accused.age(day)
    father = cast.person(day, (age + 22, age + 29), "男", "务农")
    father = replace(father, name=accused.name[0] + rng.choice(FATHERS), home=accused.home)
    officers = [cast.name() for _ in range(8)]
    names = {role: cast.name() for role in ROLES}
    story = Story(
        seed=seed,
        rng=rng,
        charge=charge,
        flaws=wanted,
        cast=cast,
        accused=accused,
        victim=cast.person(day, (24, 60), "女" if charge == "抢劫" else "", jobs[0]),
        first=cast.person(day, (22, 58), "男", jobs[1]),
        second=cast.person(day, (22, 58), "男", jobs[2]),
        third=cast.person(day, (22, 58), "", jobs[3]),
        kin=father,
        lawyer=cast.name(),
        officers=officers,
        times=times,
        talks=[],
        names=names,
        minor=minor,
        heavy=heavy,
        foils=6 if "identification_few" in wanted else rng.choice((10, 12)),
        tongue=rng.choice(TONGUES) if foreign else "",
        pages=size(rng),
    )
    if foreign and "no_interpreter" not in wanted:
        story.interpreter = names["翻译"]
    story.talks = make_talks(story, talk_times(rng, times, wanted))
    return story


def make_plot(story: Story) -> Plot:
    """What the charge tells."""
    return {"盗窃": theft, "抢劫": robbery, "故意伤害": injury, "贩卖毒品": drugs}[story.charge](story)
