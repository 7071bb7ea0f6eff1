"""讯问笔录: the five records of interrogation."""

from __future__ import annotations

from benchmarks.planted_files.family_jia.asides import for_accused
from benchmarks.planted_files.family_jia.blocks import Block, Fields, Flaw, Gap, Paper, Para, Sign, Title, Val
from benchmarks.planted_files.family_jia.people import chinese_date
from benchmarks.planted_files.family_jia.plot import QA, Plot, cn_day, cn_time
from benchmarks.planted_files.family_jia.story import MUST_RECORD, Story

ORDER = ("第一次", "第二次", "第三次", "第四次", "第五次")


def opening(story: Story, index: int) -> list[QA]:
    """Who asks, what he must know, his rights, his body, the recording."""
    s = story
    who = (
        f"我是{s.bureau}的侦查员"
        if s.has("single_interrogator") and index == 2
        else f"我们是{s.bureau}的侦查员"
    )
    if index == 4:
        who = f"我们是{s.prosecutor}的办案人员"
    asked: list[QA] = [
        (
            f"{who}（出示工作证件），现依法对你进行讯问，对我们的提问你应当如实回答，与本案无关的问题你有权拒绝回答，你听清楚了吗？",
            s.pick("听清楚了。", "我听清了。", "听明白了。", "清楚。"),
        )
    ]
    told = not s.has("rights_not_told")
    if index == 0 and told:
        asked += [
            (
                "现在把《犯罪嫌疑人诉讼权利义务告知书》交给你，你可以自己看，也可以由我们念给你听。你享有的诉讼权利、如实供述可以从宽处理和认罪认罚的法律规定，你是否清楚？",
                "念给我听了，我清楚。"
                if s.tongue
                else s.pick(
                    "我自己看了一遍，清楚了。",
                    "看完了，上面的内容我都明白，我签了字。",
                    "你们念给我听了，我清楚。",
                ),
            ),
            ("你是否申请办案人员回避？", s.pick("不申请。", "不要求回避。")),
            (
                "从现在起你有权委托辩护人；因经济困难没有委托的，可以申请法律援助，也可以约见值班律师。你有什么要求？",
                s.pick("我和家里商量以后再说。", "暂时不委托，需要时再提出。", "请帮我告诉家里人一声。"),
            ),
        ]
    elif index == 4:
        asked.append(
            (
                "审查起诉阶段的权利义务告知书你收到没有？",
                s.pick("收到了，上面写的我看懂了。", "前几天收到的，清楚。"),
            )
        )
    asked.append(
        (
            s.pick("你今天身体怎么样，能不能接受讯问？", "你有没有疾病，现在身体状况如何？"),
            s.pick("身体没什么毛病，可以。", "我身体正常，能接受讯问。", "没有病，可以问。"),
        )
    )
    if index == 4 or not s.has("no_recording"):
        asked.append(
            (
                "本次讯问全程进行同步录音录像，你知道了吗？",
                s.pick("知道了。", "我知道。", "看到摄像头了，知道。"),
            )
        )
    return asked


def person_part(story: Story) -> list[QA]:
    """His person, family and record, in the first interrogation."""
    a, k = story.accused, story.kin
    since = a.birth.year + 15
    work = f"做{a.job}" if a.job not in {"务农", "无业", "装修工"} else "在家务农、打零工"
    work = "在家闲着" if story.minor else work
    school = f"{since}年以前上学，" if not story.minor else "今年初中毕业，"
    return [
        (
            "说一下你的个人简历和家庭情况？",
            f"{school}{a.school}，后来{work}。父亲{k.name}在本县{k.job}，家里还有母亲。",
        ),
        ("你有没有受过刑事处罚或者行政处罚？", story.pick("没有受过。", "以前没有被处理过。")),
    ]


def language_part(story: Story, index: int) -> list[QA]:
    """He does not know the language of the place; asked in the first two records."""
    if not story.tongue or index > 1:
        return []
    answer = f"我是{story.tongue}，从小讲{story.tongue[0]}话，普通话和本地话只听得懂一点点，字也认不全。"
    if story.interpreter:
        return [("你懂不懂普通话？", answer + "请翻译给我讲。")]
    return [("你懂不懂普通话？", answer), ("我们讲慢一点，你尽量听。", "好。")]


def alibi_part(story: Story) -> list[QA]:
    """He says where he was; nothing in the file follows it up."""
    other, near = story.names["同案外人"], story.names["邻居"]
    where = story.pick("在柳泉水库工地的板房里打牌", "在邻县石琅镇表哥家吃酒席", "在城东网吧包间里上网")
    return [
        (
            "你对以前的供述有没有要更正的？",
            f"有。案发那个时候我不在现场，我{where}，{other}和{near}都跟我在一起，他们可以证明，你们去问一问就知道。",
        ),
        ("为什么现在才讲？", f"我原来怕连累{other}。请你们找他们两个核实。"),
    ]


def told_story(story: Story, plot: Plot, index: int) -> list[QA]:
    """What he says of the deed in the record of this number."""
    if index == 2 and story.has("same_words"):
        return plot.confess[0] + plot.confess[1][:1]
    if index == 3 and story.has("alibi_unchecked"):
        return alibi_part(story)
    if index == 4 and story.has("alibi_unchecked"):
        name = story.names["同案外人"]
        return [
            (
                "你对起诉意见书认定的事实有什么意见？",
                f"不是事实，我上次就说了，当时我和{name}在一起，没有人去问过他。",
            ),
            ("办案人员有没有打骂过你？", "没有打骂。"),
        ]
    return plot.confess[index]


def closing(story: Story, index: int) -> list[QA]:
    """Whether it is true, how he was treated, read it over."""
    s = story
    asked: list[QA] = []
    if index != 4:
        rest = (
            ""
            if s.has("night_without_rest") and index == 0
            else s.pick("饮食、饮水有保证。", "中间喝过水，上过厕所。")
        )
        asked.append(
            (
                s.pick("讯问中侦查人员有没有对你刑讯逼供、威胁、引诱？", "我们对你有没有不文明的行为？"),
                s.pick("没有。", "没有这些事。", "没有，很正常。") + rest,
            )
        )
    asked.append(
        (
            s.pick("你以上所讲是否属实？", "以上说的是不是事实？", "你对自己说的话负责吗？"),
            s.pick("属实。", "是实话。", "我负责，是事实。"),
        )
    )
    asked.append(
        ("请看笔录，如有差错、遗漏可以更正、补充，无误后签名捺印。", s.pick("好的。", "我看一下。", "好。"))
    )
    return asked


def present(story: Story, index: int) -> list[tuple[str, str]]:
    """Who else is there: (capacity, name)."""
    people = []
    if story.minor and not (story.has("minor_alone") and index == 1):
        people.append(("法定代理人", story.kin.name))
    if story.interpreter:
        people.append(("翻译人员", story.interpreter))
    return people


def marks_of(story: Story, index: int) -> tuple[Flaw | Val, ...]:
    """Values in the head of the record and the flaws planted in it."""
    s, talk = story, story.talks[index]
    marks: list[Flaw | Val] = [
        Val("讯问开始时间", f"{talk.begin:%Y-%m-%dT%H:%M}"),
        Val("讯问结束时间", f"{talk.end:%Y-%m-%dT%H:%M}"),
        Val("讯问地点", talk.place),
        Val("讯问人", "、".join(talk.askers)),
        Val("记录人", talk.writer),
        Val("被讯问人", s.accused.name),
    ]

    def plant(code: str, at: int, done: str) -> None:
        if s.has(code) and index == at:
            marks.append(Flaw(code, done))

    plant("single_interrogator", 2, "第三次讯问只有一名侦查人员，讯问人、记录人为同一人")
    plant("outside_detention", 2, f"羁押后在{talk.place}讯问")
    plant("rights_not_told", 0, "首次讯问笔录没有告知权利，卷内没有权利义务告知书")
    if index < 4 and s.charge in MUST_RECORD:
        plant("no_recording", index, "笔录没有录音录像的记载，情况说明称未录音录像")
    plant(
        "night_without_rest", 0, f"从{talk.begin:%H:%M}连续讯问到次日{talk.end:%H:%M}，没有休息、饮食的记载"
    )
    plant("same_words", 2, "第三次笔录的叙述与第一次逐字相同")
    plant("minor_alone", 1, "被讯问人未满十八周岁，没有法定代理人、合适成年人到场")
    plant("no_interpreter", 0, f"被讯问人为{s.tongue}，不通晓汉语，没有翻译")
    return tuple(marks)


def interrogation(story: Story, plot: Plot, index: int) -> Paper:
    """One 讯问笔录 on the printed form."""
    s, talk, a = story, story.talks[index], story.accused
    unit = s.prosecutor if index == 4 else s.brigade
    bare = s.has("record_unsigned") and index == 2
    blocks: list[Block] = [
        Title("讯 问 笔 录"),
        Title(f"（{ORDER[index]}）", 13),
        Fields([("时间", f"{cn_time(talk.begin)} 至 {cn_time(talk.end)}")], marks=marks_of(s, index)),
        Fields([("地点", talk.place)]),
        Fields([("讯问人（签名）", "、".join(talk.askers)), ("工作单位", unit)], size=12),
        Fields([("记录人（签名）", talk.writer), ("工作单位", unit)], size=12),
        Fields([("被讯问人", a.name), ("性别", a.sex), ("年龄", str(a.age(talk.begin.date())))]),
        Fields([("出生日期", chinese_date(a.birth)), ("民族", s.tongue or a.folk)]),
        Fields([("身份证件种类及号码", f"居民身份证 {a.number}")]),
        Fields([("户籍所在地及现住址", a.home)]),
        Fields([("文化程度", a.school), ("联系方式", a.phone)]),
    ]
    for role, name in present(s, index):
        blocks.append(
            Fields(
                [
                    (f"到场的{role}", name),
                    ("与被讯问人关系", "父子" if role == "法定代理人" else "无利害关系"),
                ],
                size=12,
            )
        )
    if index == 0:
        came, left = cn_time(s.times["arrive"]), cn_time(s.times["held"])
        blocks.append(Fields([("被传唤人到达时间", came)], size=12))
        blocks.append(Fields([("离开时间", left), ("本人签名", f"{a.name}（捺印）")], size=12))
    blocks.append(Gap(6))
    asked = opening(s, index) + (person_part(s) if index == 0 else []) + language_part(s, index)
    asked += told_story(s, plot, index) + for_accused(s, index) + closing(s, index)
    alibi = s.has("alibi_unchecked") and index == 3
    for question, answer in asked:
        blocks.append(Para(f"问：{question}"))
        marks = (
            (Flaw("alibi_unchecked", "提出不在现场并说出证人，卷内没有查证"),)
            if alibi and "不在现场" in answer
            else ()
        )
        blocks.append(Para(f"答：{answer}", marks=marks))
    if bare:
        blocks.append(
            Para("以上笔录经被讯问人核对。", marks=(Flaw("record_unsigned", "被讯问人没有签名捺印"),))
        )
        blocks.append(Sign(["被讯问人：                    ", "      年    月    日"]))
    else:
        blocks.append(
            Para(
                "以上笔录已向我宣读，和我说的相符。"
                if s.tongue
                else s.pick(
                    "以上笔录我看过，和我说的相符。",
                    "以上笔录我看过，和我讲的一样。",
                    "以上笔录已向我宣读，和我说的相符。",
                )
            )
        )
        blocks.append(Sign([f"被讯问人：{a.name}（捺印）", cn_day(talk.end)]))
    for role, name in present(s, index):
        blocks.append(Sign([f"{role}：{name}（捺印）    {cn_day(talk.end)}"]))
    blocks.append(Sign([f"讯问人：{'、'.join(talk.askers)}", f"记录人：{talk.writer}"]))
    foot = "被讯问人（签名、捺印）：" + ("" if bare else f"{a.name}（捺印）")
    name = f"讯问{a.name}笔录（{ORDER[index]}）"
    return Paper("讯问笔录", blocks, name, f"{talk.begin:%Y.%m.%d}", foot, numbered=True)
