"""搜查 and 扣押: warrant, decision, records and list."""

from __future__ import annotations

from random import Random

from benchmarks.planted_files.family_jia.blocks import Fields, Flaw, Gap, Paper, Para, Sign, Table, Title, Val
from benchmarks.planted_files.family_jia.forms_filing import dotted
from benchmarks.planted_files.family_jia.people import chinese_date
from benchmarks.planted_files.family_jia.plot import Item, Plot, cn_day, cn_time
from benchmarks.planted_files.family_jia.story import Story, minutes


def bare_event(story: Story) -> str:
    """Which event has no witness where that flaw is planted: 勘验 or 搜查."""
    if not story.has("search_no_witness"):
        return ""
    return Random(f"jia-bare-{story.seed}").choice(("勘验", "搜查"))


def things_table(items: list[Item]) -> Table:
    """Number, name, quantity, features, remark: the columns of 扣押清单."""
    rows = [["编号", "名称", "数量", "特征", "备注"]]
    for count, item in enumerate(items, 1):
        rows.append([str(count), item.name, item.count, item.feature, ""])
    rows.append(["", "（以下空白）", "", "", ""])
    return Table((0.7, 2, 1, 4.6, 0.9), rows, head=1, pad=8)


def search(story: Story, plot: Plot) -> tuple[list[Paper], list[Paper]]:
    """搜查证 and 扣押决定书 for the papers of procedure; 搜查笔录, 扣押笔录, 扣押清单 for the evidence."""
    s, a, o = story, story.accused, story.officers
    begin = s.times["search"]
    end = begin + minutes(45 + s.rng.randrange(20))
    bare, seer = bare_event(s) == "搜查", s.seer("搜查")
    watcher = "" if bare else f"{seer}（捺印）"
    home = f"{a.home}{a.name}住处"
    marks: tuple[Flaw | Val, ...] = (
        Val("搜查开始时间", f"{begin:%Y-%m-%dT%H:%M}"),
        Val("见证人", "" if bare else seer),
    )
    if bare:
        marks = (marks[0], Flaw("search_no_witness", "搜查没有见证人，笔录也没有说明原因"))
    found = "；".join(item.line for item in plot.items)
    in_presence = "" if bare else f"在见证人{seer}的见证下，"
    warrant = Paper(
        "搜查证",
        [
            Title(s.bureau, 18),
            Title("搜 查 证"),
            Sign([s.number("搜查")], size=12),
            Para(
                f"根据《中华人民共和国刑事诉讼法》第一百三十六条之规定，兹派我局侦查人员{o[2]}、{o[3]}对{home}进行搜查。"
            ),
            Sign([s.bureau, cn_day(begin)], seal=s.bureau),
            Para(
                f"本证已于{cn_time(begin)}向我宣布。  被搜查人或者其家属：{s.kin.name}（捺印）", indent=False
            ),
        ],
        "",
        dotted(begin),
    )
    order = Paper(
        "扣押决定书",
        [
            Title(s.bureau, 18),
            Title("扣 押 决 定 书"),
            Sign([s.number("扣")], size=12),
            Para(
                f"姓名{a.name}，{a.sex}，{chinese_date(a.birth)}出生，住{a.home}。我局在侦查{plot.case_name}中发现{a.name}"
                f"持有的下列财物可用以证明犯罪嫌疑人有罪或者无罪，根据《中华人民共和国刑事诉讼法》第一百四十一条之规定，"
                f"决定予以扣押：{'、'.join(item.name + item.count for item in plot.items)}。"
            ),
            Sign([s.bureau, cn_day(begin)], seal=s.bureau),
            Para(f"本决定书已收到。  持有人家属：{s.kin.name}（捺印）", indent=False),
        ],
        "",
        dotted(begin),
    )
    record = Paper(
        "搜查笔录",
        [
            Title("搜 查 笔 录"),
            Fields([("时间", f"{cn_time(begin)} 至 {cn_time(end)}")], marks=marks),
            Fields([("侦查人员", f"{o[2]}、{o[3]}"), ("记录人", o[3])], size=12),
            Fields([("当事人或者其家属", s.kin.name), ("见证人", "" if bare else seer)], size=12),
            Fields([("搜查对象", home)], size=12),
            Para(
                f"侦查人员{o[2]}、{o[3]}向{s.kin.name}出示{s.number('搜查')}搜查证，{in_presence}依法对{home}进行搜查。"
            ),
            Para(
                f"搜查从{s.pick('进门左侧', '东侧卧室', '堂屋')}开始，依次进行，在{a.name}所住房间内发现：{found}。上述物品当场清点，另行制作扣押笔录和扣押清单。"
            ),
            Para("搜查中没有损坏物品，没有发现其他与案件有关的物品。搜查过程进行了拍照。"),
            Sign(
                [
                    f"侦查人员：{o[2]}、{o[3]}",
                    f"记录人：{o[3]}",
                    f"当事人家属：{s.kin.name}（捺印）",
                    f"见证人：{watcher}",
                    cn_day(end),
                ]
            ),
        ],
        "",
        dotted(begin),
    )
    seized: tuple[Flaw | Val, ...] = (
        Val("扣押日期", f"{begin:%Y-%m-%d}"),
        Val("扣押物品", "、".join(f"{item.name}{item.count}" for item in plot.items)),
    )
    if bare:
        seized += (Flaw("search_no_witness", "扣押没有见证人"),)
    taken = Paper(
        "扣押笔录",
        [
            Title("扣 押 笔 录"),
            Fields(
                [("时间", f"{cn_time(end + minutes(2))} 至 {cn_time(end + minutes(20))}")],
                marks=seized[:1] + seized[2:],
            ),
            Fields([("地点", home)], size=12),
            Fields([("侦查人员", f"{o[2]}、{o[3]}"), ("见证人", "" if bare else seer)], size=12),
            Para(
                f"侦查人员出示工作证件和{s.number('扣')}扣押决定书，{in_presence}会同持有人家属{s.kin.name}对下列物品查点清楚并予以扣押：{found}"
                "。当场开列扣押清单一式三份。"
            ),
            Sign(
                [
                    f"侦查人员：{o[2]}、{o[3]}",
                    f"记录人：{o[3]}",
                    f"持有人家属：{s.kin.name}（捺印）",
                    f"见证人：{watcher}",
                    cn_day(end),
                ]
            ),
        ],
        "",
        dotted(begin),
    )
    listing = Paper(
        "扣押清单",
        [
            Title("扣 押 清 单"),
            Gap(2, marks=seized),
            things_table(plot.items),
            Sign(
                [
                    f"持有人家属：{s.kin.name}（捺印）",
                    f"见证人：{watcher}",
                    f"保管人：{s.names['值班民警']}",
                    f"办案民警：{o[2]}、{o[3]}",
                    s.bureau,
                    cn_day(end),
                ],
                seal=s.bureau,
            ),
        ],
        "",
        dotted(begin),
    )
    return [warrant, order], [record, taken, listing]
