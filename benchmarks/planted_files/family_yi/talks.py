"""讯问笔录: five sittings, with what each must tell, and the flaws that show in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from benchmarks.planted_files.family_yi.model import Paper, day, full, span, spoken
from benchmarks.planted_files.family_yi.plot import Talk
from benchmarks.planted_files.family_yi.smalltalk import deal
from benchmarks.planted_files.family_yi.story import Case

ORDER = "一二三四五"
LANGUAGE = "侗语"


@dataclass(slots=True)
class Sitting:
    """One interrogation: number, hours, place, interrogators, recorder, and its paper."""

    number: int
    start: datetime
    end: datetime
    place: str
    officers: tuple[str, ...]
    recorder: str
    paper: Paper


def interrogations(case: Case) -> list[Sitting]:
    """Write the five records and give back their frames for the log and the note on recordings."""
    talks = [case.talk(pairs) for pairs in case.plot.told]
    if case.has("appraisal_not_told"):
        talks[3] = [pair for pair in talks[3] if "鉴定" not in pair[0] and "价格认定" not in pair[0]]
    if case.has("alibi_unchecked"):
        talks[1] = _alibi(case)
    sittings = [_frame(case, at) for at in range(5)]
    if case.has("same_words"):
        talks[2] = [talks[2][0], *talks[1][1:], talks[2][-1]]
        sittings[2].paper.plant("same_words", "第三次讯问笔录的三段回答与第二次讯问笔录整段文字相同")
    for sitting, talk, small in zip(sittings, talks, deal(case), strict=True):
        _write(case, sitting, talk, small)
    return sittings


def _alibi(case: Case) -> Talk:
    when = f"{case.facts['cday']}{case.facts['cspoken']}"
    since = "我从头天下午起" if case.plot.charge == "盗窃" else "那天我从下午起"
    return [
        ("你上次的供述是否属实？", "不属实，我今天要讲真话。"),
        (
            f"{when}你在哪里？",
            (
                f"{since}就在我表哥的铺子里帮他收拾货架，吃完饭又打扑克，一直到天亮才走，根本没去过你们说的那个地方。表哥、表嫂和隔壁修车的老罗都在，"
                "可以找他们问。铺子门口也装着摄像头。"
            ),
        ),
        ("那你第一次为什么承认？", "当时心里慌，怕你们不信，就顺着认了。"),
        ("还有什么要说明的？", "请你们去问我表哥，他的电话在我手机通讯录里，存的是“大表哥”。"),
    ]


def _frame(case: Case, at: int) -> Sitting:
    start, end = case.t.sittings[at]
    room = case.rng.choice(("第三讯问室", "2号讯问室", "第五讯问室"))
    held = start > case.t.entry
    place = f"{case.jail}{room}" if held else f"{case.centre}{room}"
    pair: tuple[str, ...] = (case.officers[0], case.officers[1])
    recorder = pair[1]
    if at == 4:
        pair, recorder = case.prosecutors, case.prosecutors[1]
    stem = f"{case.accused.name}第{ORDER[at]}次" + ("（检察院）" if at == 4 else "")
    paper = case.paper("ask", "讯问笔录", stem, case.mixed())
    if at == 1 and case.has("single_interrogator"):
        pair, recorder = (pair[0],), pair[0]
        paper.plant("single_interrogator", "第二次讯问只有一名侦查人员，讯问、记录均为其一人")
    if at == 2 and case.has("outside_detention"):
        place = f"{case.squad}办公楼三楼302室"
        paper.plant("outside_detention", "送看守所羁押以后，第三次讯问在刑侦部门办公楼进行")
    case.duty(pair, start, end, stem)
    return Sitting(at + 1, start, end, place, pair, recorder, paper)


def _companions(case: Case, sitting: Sitting) -> list[tuple[str, str]]:
    """Who else is present: a legal representative, an interpreter; missing in the third where planted."""
    if case.minor:
        if sitting.number == 3:
            sitting.paper.plant(
                "minor_alone", "讯问未满十八周岁的犯罪嫌疑人，没有法定代理人或者合适成年人到场"
            )
            return []
        return [("法定代理人", case.kin.name)]
    if case.foreign:
        if sitting.number == 3:
            sitting.paper.plant(
                "no_interpreter", f"犯罪嫌疑人不通晓汉语，只讲{LANGUAGE}，第三次讯问没有翻译人员"
            )
            return []
        return [("翻译人员", case.interpreter)]
    return []


def _head(case: Case, sitting: Sitting, companions: list[tuple[str, str]]) -> None:
    paper, a = sitting.paper, case.accused
    unit = f"{case.proc}检察人员" if sitting.number == 5 else f"{case.squad}民警"
    both = "均" if len(sitting.officers) > 1 else ""
    scratch = "除颈部两道旧抓痕外" if case.plot.charge == "强奸" else ""
    paper.title(f"讯问笔录（第{sitting.number}次）" if sitting.number < 5 else "讯问笔录")
    if sitting.number == 1:
        paper.p(
            f"说明：犯罪嫌疑人{a.name}于{full(case.t.summoned)}到案，经人身检查{scratch}"
            "未见外伤，随后进入讯问室，本次讯问全程同步录音录像。"
        )
    else:
        why = case.rng.choice(("为进一步查清案情", "为核实有关情节", "根据办案需要"))
        where = f"在{sitting.place}" if sitting.start > case.t.entry else f"在{case.centre}"
        recorded = "" if case.has("no_recording") and sitting.number == 2 else "，同步录音录像"
        paper.p(f"说明：{why}，今{where}对犯罪嫌疑人{a.name}进行讯问{recorded}。")
    paper.p(
        f"讯问时间：{span(sitting.start, sitting.end, case.style)}",
        f"讯问地点：{sitting.place}",
        (f"讯问人：{'、'.join(sitting.officers)}（{both}为{unit}）　　记录人：{sitting.recorder}"),
        (
            f"被讯问人：{a.name}，{a.sex}，{day(a.born)}生，身份证号{a.number}，{a.school}文化，"
            f"{a.job}，住{case.rent if not case.minor else a.home}，联系电话{a.phone}。"
        ),
    )
    for role, name in companions:
        relation = "（系犯罪嫌疑人父亲）" if role == "法定代理人" else f"（通晓{LANGUAGE}，与本案无利害关系）"
        paper.p(f"到场{role}：{name}{relation}")
    if case.foreign:
        paper.p(f"备注：犯罪嫌疑人自幼讲{LANGUAGE}，汉语只会简单几句，不通晓汉语。")
    for label, value in (
        ("讯问开始时间", sitting.start),
        ("讯问结束时间", sitting.end),
        ("讯问地点", sitting.place),
        ("讯问人", "、".join(sitting.officers)),
        ("记录人", sitting.recorder),
        ("被讯问人", a.name),
    ):
        paper.note(label, value)


def _opening(case: Case, sitting: Sitting) -> Talk:
    pick = case.rng.choice
    if sitting.number == 5:
        return [
            (
                "现向你出示工作证件，并告知你在审查起诉阶段的诉讼权利，听明白了吗？",
                "明白，告知书我收到也签了字，不申请回避。",
            )
        ]
    if sitting.number == 1 and case.has("rights_not_told"):
        sitting.paper.plant(
            "rights_not_told", "首次讯问没有告知诉讼权利、如实供述和认罪认罚的法律规定，卷内也没有告知书"
        )
        return [("我们是刑侦队的，找你了解点情况。", "好。")]
    if sitting.number == 1:
        told = pick(
            (
                ("你先看一遍。", "看完了，都懂，签好了。"),
                ("给你看，也给你念一遍。", "念给我听了，我听明白了，签了名。"),
            )
        )
        return [
            (
                "我们是"
                + case.squad
                + "民警（出示人民警察证）。现依法对你进行讯问，对我们的提问你应当如实回答，与本案无关的问题你有拒绝回答的权利。"
                "这是《犯罪嫌疑人诉讼权利义务告知书》，" + told[0],
                told[1],
            ),
            (
                "你可以委托律师作辩护人，没有委托的可以约见值班律师；如实供述、认罪认罚可以依法从宽处理，清楚吗？",
                pick(("清楚。", "知道了，我想见值班律师的时候再说。")),
            ),
            ("是否申请在场办案人员回避？", pick(("不用。", "不申请。", "没有要回避的。"))),
            (
                "你的身体状况如何，有无疾病、伤情？",
                "没有病，除脖子上那两道旧印子没有别的伤。"
                if case.plot.charge == "强奸"
                else pick(("身体都好，没有伤。", "没有病，身上也没伤。")),
            ),
            (
                "你的简历和家庭情况？",
                f"我{case.accused.school}毕业后{pick(('打过几份零工', '在外面跑了些年', '干过一阵销售'))}，"
                + (
                    "父母都在，跟父亲一起过。"
                    if case.minor
                    else pick(("没有结婚，父亲在老家。", "离过婚，没有孩子，父亲还在。"))
                )
                + "以前没有受过刑事处罚。",
            ),
        ]
    words = (
        ("上次告知你的诉讼权利和义务还记得吗？", "记得。"),
        ("我们再次依法讯问你，权利义务与以前告知的一致，听清没有？", "听清了，如实说。"),
        ("你的诉讼权利前面已书面告知，是否需要再解释？", "不需要，明白的。"),
    )
    return [
        pick(words),
        (pick(("最近身体怎样？", "身体上有没有不舒服？")), pick(("都挺好。", "身体正常，没有不舒服。"))),
    ]


def _closing(case: Case, sitting: Sitting) -> Talk:
    pick = case.rng.choice
    last: Talk = []
    if sitting.number == 1:
        if case.has("night_without_rest"):
            sitting.paper.plant(
                "night_without_rest",
                f"自{full(sitting.start)}连续讯问至{full(sitting.end)}，没有饮食、休息的记载",
            )
        else:
            meal = "早饭" if sitting.start.hour < 12 else "晚饭"
            rest = pick(("中间歇了两回，喝了热水", "休息过，上了厕所，有水喝"))
            late = "问完就安排我到休息室睡觉" if sitting.start.hour > 18 else "午饭、午休也给安排"
            last.append(("到案以后饮食、休息有无保障？", f"有，{meal}给我吃了，{rest}，{late}。"))
    elif sitting.number < 5:  # the procurators have asked it already
        last.append(
            pick(
                (
                    ("讯问中有没有对你刑讯逼供、威胁引诱？", "没有，都挺客气。"),
                    ("我们的讯问是否文明？", "文明，没有打骂吓唬。"),
                )
            )
        )
    last.append(
        (pick(("还有补充的吗？", "你还有什么要讲的？")), pick(("没有了。", "没有补充。", "就这些。")))
    )
    last.append(("以上所讲是否属实？看一下笔录，与你讲的是否一致。", pick(("属实。", "是事实。"))))
    return last


def _write(case: Case, sitting: Sitting, talk: Talk, small: Talk) -> None:
    paper = sitting.paper
    companions = _companions(case, sitting)
    _head(case, sitting, companions)
    paper.qa([*_opening(case, sitting), *talk, *small, *_closing(case, sitting)], case.marks)
    date = day(sitting.end)
    if sitting.number == 3 and case.has("record_unsigned"):
        paper.right("被讯问人：　　　　　　　　", "　　　　年　　月　　日")
        paper.plant("record_unsigned", "第三次讯问笔录没有被讯问人核对的话，也没有签名捺印")
    else:
        paper.p(
            case.rng.choice(
                (
                    "以上笔录我看过，和我说的相符。",
                    "以上笔录共数页，我已看过，与我所讲一致。",
                    "笔录看了，记的都对。",
                )
            )
        )
        paper.right(f"被讯问人：{case.accused.name}（签名、捺指印）　{date}")
    for role, name in companions:
        paper.right(f"{role}：{name}（签名）　{date}")
    paper.right(
        f"讯问人：{'　'.join(f'{name}（签名）' for name in sitting.officers)}　记录人：{sitting.recorder}（签名）"
    )


def summary(case: Case) -> str:
    """How and when the accused came to the police, in one paragraph."""
    t = case.t
    how = {
        "贩卖毒品": "在其住处楼下将其查获，出示证件后口头传唤",
        "故意杀人": "在其住处将其抓获，当场出示拘传证予以拘传",
    }.get(case.plot.charge, "持传唤证到其住处，将其传唤")
    return (
        f"经侦查，{case.accused.name}有重大作案嫌疑。{day(t.summoned)}，民警{case.officers[0]}、{case.officers[1]}{how}，"
        f"{spoken(t.summoned)}带至{case.centre}接受讯问，其到案时未反抗。"
    )
