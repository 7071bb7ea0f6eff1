"""询问笔录 of victims and witnesses, their notices of rights, and the identifications."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from benchmarks.planted_files.family_yi.model import Person, day, full, span
from benchmarks.planted_files.family_yi.plot import Witness
from benchmarks.planted_files.family_yi.story import Case

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def _hours(case: Case, at: int, witness: Witness) -> tuple[datetime, datetime]:
    """When each is heard: one after the other, in the working hours of three days."""
    base: date = case.t.report.date()
    starts = (
        case.t.report + 75 * MINUTE,
        datetime.combine(base, time(16, 10))
        if case.plot.charge != "贩卖毒品"
        else datetime.combine(base, time(17, 30)),
        datetime.combine(base + 2 * DAY, time(10, 5)),
        datetime.combine(case.t.capture + 2 * DAY, time(10, 0)),
    )
    late = at == 2 and case.plot.charge == "贩卖毒品"  # the landlord is asked about the search
    start = starts[3 if late else at] + case.rng.randint(0, 20) * MINUTE
    if witness.key == "w1" and case.has("exculpatory_not_moved"):  # heard again after the capture
        start = datetime.combine(case.t.capture + 2 * DAY, time(15, 30))
    return start, start + case.rng.randint(35, 70) * MINUTE


def interviews(case: Case) -> None:
    """Write a record and a notice of rights for each victim and witness."""
    for at, witness in enumerate(case.plot.witnesses):
        _interview(case, at, witness)


def _described(person: Person) -> str:
    return (
        f"{person.name}，{person.sex}，{day(person.born)}生，身份证号{person.number}，"
        f"{person.job}，住{person.home}，电话{person.phone}"
    )


def _interview(case: Case, at: int, witness: Witness) -> None:
    person = case.people[witness.key]
    start, end = _hours(case, at, witness)
    pair = (
        (case.officers[4], case.officers[5])
        if case.plot.charge == "强奸" and at == 0
        else (case.officers[2], case.officers[3])
    )
    place = case.rng.choice((f"{case.squad}询问室", f"{case.district}派出所询问室", person.home))
    paper = case.paper("wit", "询问笔录", f"{person.name}（{witness.role}）", case.mixed())
    if at == 2 and case.has("officer_in_two_places"):
        start = case.t.sittings[1][0] + 15 * MINUTE
        end, pair, place = start + 50 * MINUTE, (case.officers[0], case.officers[3]), person.home
        paper.plant(
            "officer_in_two_places",
            f"{case.officers[0]}同一时间既在看守所参加第二次讯问，又在别处询问{person.name}",
        )
    together = witness.key == "w1" and case.has("witness_together")
    other = case.people["w2"]
    case.duty(pair, start, end, paper.stem)
    paper.title("询问笔录")
    paper.p(
        f"询问时间：{span(start, end, (case.style + 1) % 4)}",
        f"询问地点：{place}",
        f"询问人：{'、'.join(pair)}（均为{case.squad}{'女' if pair[0] == case.officers[4] else ''}民警）　记录人：{pair[1]}",
        f"被询问人：{_described(person)}"
        + (f"；{_described(other)}（二人一同到场接受询问）" if together else "。"),
    )
    if together:
        paper.plant(
            "witness_together", f"{person.name}、{other.name}在同一份笔录里一起接受询问，没有个别进行"
        )
    paper.qa(_words(case, witness, together), case.marks)
    _sign(
        case, at, paper_signers=[person.name, other.name] if together else [person.name], pair=pair, end=end
    )
    for label, value in (
        ("询问开始时间", start),
        ("询问结束时间", end),
        ("询问地点", place),
        ("询问人", "、".join(pair)),
        ("记录人", pair[1]),
        ("被询问人", "、".join([person.name, other.name]) if together else person.name),
    ):
        paper.note(label, value)
    _rights(case, witness, start)


def _words(case: Case, witness: Witness, together: bool) -> list[tuple[str, str]]:
    pick = case.rng.choice
    notice = "被害人诉讼权利义务告知书" if witness.role.startswith("被害人") else "证人诉讼权利义务告知书"
    start = [
        (
            f"我们是{case.squad}民警（出示证件），依法向你询问。你应当如实提供证据、证言，有意作伪证或者隐匿罪证要负法律责任。这是《{notice}》，请阅读。",
            pick(("看了，明白。", "我看清楚了，如实说。")),
        ),
    ]
    talk = case.talk(witness.talk)
    if together:
        name = case.people["w2"].name
        talk += [
            (
                f"{name}，你也说说。",
                f"（{name}）他讲的就是那么回事，我当时和他说过，我记得也是这样，没有别的补充。",
            )
        ]
    if case.has("exculpatory_not_moved") and witness.key == "w1":
        talk.append(
            (
                "你前天在我队做过一份笔录，说看到的人一米八五以上、体形很胖，跟今天讲的不一样，怎么回事？",
                "前天那份我是照我记得的说的，个子挺高、挺胖的，今天我再想想，也说不准了。",
            )
        )
    return [
        *start,
        *talk,
        (pick(("还有别的吗？", "有无补充？")), pick(("没有。", "没有了。"))),
        ("以上是否属实？", pick(("属实。", "都是实话。"))),
    ]


def _sign(case: Case, at: int, paper_signers: list[str], pair: tuple[str, str], end: datetime) -> None:
    paper = case.papers[-1]
    if at == 2 and case.has("witness_unsigned"):
        paper.right("被询问人：　　　　　　　　")
        paper.plant("witness_unsigned", f"{paper_signers[0]}的询问笔录没有经其核对，没有签名捺印")
    else:
        paper.p(
            case.rng.choice(
                ("以上笔录我看过，和我说的相符。", "笔录已看，与我说的一样。", "看过了，没有出入。")
            )
        )
        paper.right(f"被询问人：{'　'.join(f'{name}（签名、捺印）' for name in paper_signers)}　{day(end)}")
    paper.right(f"询问人：{'　'.join(f'{name}（签名）' for name in pair)}　记录人：{pair[1]}（签名）")
    if case.has("exculpatory_not_moved") and paper_signers[0] == case.people["w1"].name:
        paper.plant(
            "exculpatory_not_moved", "笔录提到此前另有一份对犯罪嫌疑人有利的询问笔录，该份笔录没有入卷移送"
        )


def _rights(case: Case, witness: Witness, when: datetime) -> None:
    person = case.people[witness.key]
    role = "被害人" if witness.role.startswith("被害人") else "证人"
    paper = case.paper("wit", "权利义务告知书", f"{person.name}权利义务告知书", "docx")
    paper.title(f"{role}诉讼权利义务告知书")
    paper.p(
        f"根据《中华人民共和国刑事诉讼法》的有关规定，{role}在侦查阶段有如下权利和义务：",
        "一、有权使用本民族语言文字进行诉讼，不通晓当地通用语言文字的有权要求配备翻译。",
        "二、有权核对询问笔录，记载有遗漏或者差错的可以要求补充、更正；可以自行书写。",
        "三、因作证使本人或者近亲属的人身安全面临危险的，可以请求保护。",
        "四、对侦查人员侵犯其诉讼权利或者人身侮辱的行为，有权申诉、控告。",
        "五、应当如实提供证据、证言，有意作伪证或者隐匿罪证应负法律责任。",
    )
    if role == "被害人":
        paper.p(
            "六、有权知道用作证据的鉴定意见的内容，可以申请补充鉴定或者重新鉴定；有权委托诉讼代理人、提起附带民事诉讼。"
        )
    paper.p("以上内容我已知晓。")
    paper.right(f"被告知人：{person.name}（签名）　{day(when)}", f"告知单位：{case.squad}")


def identifications(case: Case) -> None:
    """Identify the accused among photographs, each witness alone, twelve photographs."""
    seers = [witness for witness in case.plot.witnesses if witness.sees]
    if len(seers) == 2 and case.has("identification_together"):
        _identify(case, 0, seers)
        return
    for at, witness in enumerate(seers):
        _identify(case, at, [witness])


def _identify(case: Case, at: int, seers: list[Witness]) -> None:
    people = [case.people[witness.key] for witness in seers]
    start = datetime.combine(case.t.capture + 3 * DAY, time(9 + 6 * at, case.rng.randrange(5, 50, 5)))
    end = start + case.rng.randint(18, 30) * MINUTE
    pair = (case.officers[2], case.officers[3])
    few = at == 0 and case.has("identification_few")
    count = 6 if few else 12
    chosen = case.rng.randint(1, count)
    names = "、".join(person.name for person in people)
    case.duty(pair, start, end, f"{names}辨认")
    paper = case.paper("ident", "辨认笔录", f"{names}辨认笔录", case.mixed())
    attestor = case.attestors[1]
    paper.title("辨认笔录")
    paper.p(
        f"时间：{span(start, end, case.style)}",
        f"地点：{case.squad}辨认室　　主持人、侦查人员：{'、'.join(pair)}　记录人：{pair[1]}",
        f"辨认人：{names}　　见证人：{attestor.name}（{attestor.job}，身份证号{attestor.number}，与本案无利害关系）",
        (
            f"辨认对象：不同男性正面免冠照片{count}张，编号1至{count}号，{case.accused.name}的照片为{chosen}号，"
            f"其余{count - 1}人与本案无关，年龄、发型、脸型相近。"
        ),
        f"辨认目的：请辨认人辨认其中有无{'、'.join(case.say(witness.sees) for witness in seers)}。",
        "事前询问：辨认前分别询问了辨认对象的具体特征并告知有意作虚假辨认应负的法律责任"
        + (
            "，二人共同回答后开始辨认。"
            if len(people) > 1
            else f"，{names}讲明了体貌、脸型、年龄等特征，随后开始辨认。"
        ),
    )
    if at == 0 and case.has("identification_shown"):
        paper.p(
            f"辨认人{names}称：昨天民警打电话叫我来队里，给我看过手机上这个人的照片，说抓的就是他，我当时看了好一会儿。"
        )
        paper.plant("identification_shown", "辨认前一日侦查人员已让辨认人看过犯罪嫌疑人的照片")
    else:
        paper.p(f"经问，除{names}陈述的那次见面以外，本次辨认以前没有见过辨认对象本人，也没有看过其照片。")
    paper.p(
        f"辨认过程和结果：将{count}张照片无规则排列贴在一张纸上，{names}{'一起逐张查看' if len(people) > 1 else '独自逐张查看'}，"
        f"约{case.rng.randint(1, 4)}分钟后指出{chosen}号照片上的人就是{case.say(seers[0].sees)}。过程未作任何暗示，并拍照、录像。",
        "附：辨认照片一组及照片说明。",
    )
    paper.right(
        f"辨认人：{'　'.join(f'{person.name}（签名、捺印）' for person in people)}　{day(start)}",
        f"见证人：{attestor.name}（签名）　侦查人员：{pair[0]}（签名）　{pair[1]}（签名）",
    )
    if few:
        paper.plant("identification_few", "照片辨认只有6张照片，不足十张")
    if len(people) > 1:
        paper.plant("identification_together", f"{names}二人在同一时间、同一地点一起辨认")
    paper.note("辨认时间", start)
    paper.note("辨认对象数量", str(count))
    paper.note("辨认人", names)
    sheet = case.paper("ident", "辨认照片", f"{names}辨认照片", "jpg")
    sheet.title("辨认照片")
    sheet.p(f"辨认人：{names}　制作：{full(start)}")
    sheet.picture = f"faces{count}"
    note = case.paper("ident", "辨认照片说明", f"{names}照片说明", "utf8")
    note.title("辨认照片对应身份说明")
    note.p(*(f"{n}号：{case.accused.name if n == chosen else '与本案无关人员'}" for n in range(1, count + 1)))
    note.right(f"辨认人确认{chosen}号。{names}（签名）　{day(start)}")
