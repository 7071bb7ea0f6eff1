"""Statements of victims and witnesses, their notices of rights, and identifications."""

from __future__ import annotations

from benchmarks.planted_files.family_bing.case import Case, Statement
from benchmarks.planted_files.family_bing.layout import Paper
from benchmarks.planted_files.family_bing.papers_talk import person_lines, span_lines, talk
from benchmarks.planted_files.family_bing.world import ar, at, iso, minutes, small


def statement(case: Case, taken: Statement) -> Paper:
    """A record of asking a victim or witness."""
    w = case.w
    last = taken is case.statements[-1]
    paper = case.paper("询问笔录")
    paper.title("询　问　笔　录")
    paper.centre("（第一次）")
    span_lines(case, paper, taken)
    paper.line(f"地点‹{taken.place}›", values=(("地点", taken.place),))
    names = "、".join(taken.askers)
    double = (
        case.has("officer_in_two_places", f"{names}此时询问，{w['o1']}同一时间在讯问犯罪嫌疑人")
        if last
        else ()
    )
    paper.line(f"询问人（签名）‹{names}›　工作单位‹{w.bureau}›", values=(("询问人", names),), flaws=double)
    paper.line(f"记录人（签名）‹{taken.askers[1]}›", values=(("记录人", taken.askers[1]),))
    person_lines(case, paper, taken.who, "被询问人", taken.start.date())
    paper.gap(6)
    name = case.say("[故意作伪证或者隐匿罪证|作伪证、隐匿证据]")
    ask = f"我们是{w.bureau}的民警（出示工作证件），依法找你了解情况。你应当如实提供证据，{name}要负法律责任，听清了吗？"
    talk(paper, ask, case.say("[听清了|清楚]。"))
    paper.line(
        f"问：《{taken.capacity if taken.capacity != '被害人亲属' else '证人'}诉讼权利义务告知书》给你看了，有什么要求？"
    )
    paper.line("答：" + case.say("[没有要求|看过了，没有要求，不申请回避]。"))
    talked(case, paper, taken)
    talk(paper, case.say("[你还有什么补充|有没有要补充的]？"), case.say("[没有了|没有]。"))
    signed(case, paper, taken)
    return paper


def beside(case: Case) -> str:
    """The role of a witness other than W1 and the one who identifies."""
    return next(
        t.who for t in case.story.told if t.capacity == "证人" and t.who not in ("W1", case.story.identifier)
    )


def talked(case: Case, paper: Paper, taken: Statement) -> None:
    """What was asked and said; two witnesses asked at once, if that is planted."""
    together = taken.who == beside(case) and "witness_together" in case.flaws
    other = case.w["W1"]
    for number, (ask, answer) in enumerate(taken.talk):
        talk(paper, ask, answer)
        if together and number == 0:
            paper.line(
                f"（同时在场的{other}插话：对，他说的没错，我在旁边听着，我知道的和他也一样。）",
                flaws=case.has(
                    "witness_together", f"询问{case.w[taken.who]}时另一证人{other}在场插话，没有个别进行"
                ),
            )


def signed(case: Case, paper: Paper, taken: Statement) -> None:
    """The end of a statement, signed page by page."""
    name = case.w[taken.who]
    flawed = "witness_unsigned" in case.flaws and taken.who == "W1"
    paper.footer = (
        "被询问人：　　　　　" if flawed else f"被询问人：‹{name}›（指印）"
    ) + "　　第{n}页 共{m}页"
    paper.gap(8)
    if flawed:
        done = f"证人{name}没有在笔录上签名捺印，没有核对确认"
        paper.right("被询问人：＿＿＿＿＿＿　　　年　　月　　日", flaws=case.has("witness_unsigned", done))
    else:
        paper.line(case.say("‹以上笔录我看过，[和我说的相符|与我说的一样|没有出入]。›"))
        paper.right(f"被询问人：‹{name}›（捺印）　‹{ar(taken.end)}›")
    paper.right("询问人：" + "　".join(f"‹{one}›" for one in taken.askers))
    paper.right(f"记录人：‹{taken.askers[1]}›")


def witness_notice(case: Case, taken: Statement) -> Paper:
    """The notice of rights of a victim or witness."""
    role = "被害人" if taken.capacity == "被害人" else "证人"
    paper = case.paper("权利义务告知书")
    paper.title(f"{role}诉讼权利义务告知书", 18)
    for number, text in enumerate(
        (
            "有权使用本民族语言文字进行诉讼。",
            "对办案人员侵犯诉讼权利和人身侮辱的行为，有权提出控告。",
            "本人及其近亲属的安全因作证面临危险的，可以请求保护。",
            "有权核对询问笔录，认为有遗漏或者差错的，可以提出补充或者改正。",
            "应当如实提供证据、证言，有意作伪证或者隐匿罪证的，应当负法律责任。",
        ),
        1,
    ):
        paper.para(f"{small(number)}、{text}")
    paper.gap()
    paper.para("以上内容已向我告知，我已知晓。")
    paper.right(f"{role}：‹{case.w[taken.who]}›（捺印）　‹{ar(taken.start)}›")
    return paper


def lineup(case: Case) -> Paper:
    """The record of an identification from photographs."""
    w, p = case.w, case.p
    who = w[case.story.identifier]
    few = "identification_few" in case.flaws
    count = case.rng.choice((4, 5, 6)) if few else case.rng.choice((10, 12))
    case.fields["photos"] = str(count)
    start, end = p.lineup, p.lineup + minutes(case.rng.randint(16, 30))
    mine = case.rng.randint(2, count - 1)
    paper = case.paper("辨认笔录")
    paper.title("辨　认　笔　录")
    lines = case.hours(start, end)
    paper.line(f"时间‹{lines[0]}›", values=(("开始时间", iso(start)), ("结束时间", iso(end))))
    for more in lines[1:]:
        paper.line(f"‹{more}›")
    paper.line(f"地点‹{w.station}辨认室›", values=(("地点", f"{w.station}辨认室"),))
    paper.line(
        f"侦查人员姓名、单位‹{w['o3']}、{w['o4']}　{w.bureau}›",
        values=(("侦查人员", f"{w['o3']}、{w['o4']}"),),
    )
    paper.line(f"记录人‹{w['o4']}›")
    both = "identification_together" in case.flaws
    people = f"{who}、{w[beside(case)]}" if both else who
    paper.line(f"辨认人‹{people}›", values=(("辨认人", people),))
    paper.line(f"见证人‹{w['h1']}　{w.area}{w.street}居民›", values=(("见证人", w["h1"]),))
    paper.line(
        f"辨认对象‹不同男性正面免冠照片{count}张，编号1至{count}，其中{mine}号为{case.a}›",
        values=(("辨认对象数量", str(count)),),
        flaws=case.has("identification_few", f"照片只有{count}张，不足十张"),
    )
    paper.line("辨认目的‹" + case.say("[确认案件中的行为人|看其中有无{hour}许在现场的人]") + "›")
    paper.para("辨认过程及结果：", size=12)
    detailed(case, paper, who, mine, count)
    paper.footer = f"辨认人：‹{people}›（指印）　见证人：‹{w['h1']}›　　" + "第{n}页 共{m}页"
    paper.gap(8)
    for role, names in (
        ("辨认人", people),
        ("见证人", w["h1"]),
        ("侦查人员", f"{w['o3']}　{w['o4']}"),
        ("记录人", w["o4"]),
    ):
        paper.right(f"{role}：‹{names}›")
    paper.right(f"‹{ar(end)}›")
    return paper


def detailed(case: Case, paper: Paper, who: str, mine: int, count: int) -> None:
    """How the identification went, and the flaw in how it went."""
    w = case.w
    paper.para(f"辨认前，侦查人员向{who}详细询问了被辨认人的具体特征，告知其有意作虚假辨认应负的法律责任。")
    if "identification_shown" in case.flaws:
        paper.para(
            f"侦查人员先让{who}在值班室看了{case.a}的户籍照片，问是不是这个人，{who}表示“好像是”，随后带其到辨认室。",
            flaws=case.has("identification_shown", f"辨认前让{who}看了{case.a}的照片"),
        )
    else:
        paper.para(f"辨认前未让{who}见到被辨认人及其照片，也未作任何暗示。")
    if "identification_together" in case.flaws:
        other = w[beside(case)]
        paper.para(
            f"{who}、{other}二人一同在辨认室内查看照片，{who}先指出{mine}号，{other}看后说“我也觉得是{mine}号”。",
            flaws=case.has("identification_together", f"{who}、{other}在同一房间同时辨认"),
        )
    else:
        paper.para(
            case.say(
                f"{who}在见证人见证下[逐张查看|反复观看]{count}张照片后，独自指出{mine}号照片上的人就是其所说的人。"
            )
        )
    paper.para(f"经核对，{mine}号照片上的人为{case.a}。辨认于{at(case.p.lineup + minutes(14))}作出。")


def lineup_photos(case: Case) -> Paper:
    """The sheet explaining whose photographs were shown."""
    paper = case.paper("辨认照片说明")
    paper.title("辨认照片及被辨认人情况说明", 16)
    paper.para("辨认所用照片的被拍摄人均为男性，年龄、体貌相近，照片底色、尺寸相同。")
    count = int(case.fields["photos"])
    rows = [
        tuple(f"{n}号\n\n（照片）\n" if n <= count else "" for n in range(at, at + 4))
        for at in range(1, count + 1, 4)
    ]
    paper.table([(r[0], r[1], r[2], r[3]) for r in rows], (0.25, 0.25, 0.25, 0.25))
    paper.gap()
    paper.para(f"其中{case.a}的照片取自人口信息系统，其余照片取自与本案无关的人员，隐去姓名。")
    paper.right(f"制作人：‹{case.w['o4']}›")
    paper.right(f"‹{ar(case.p.lineup)}›")
    return paper
