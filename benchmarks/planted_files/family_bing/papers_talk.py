"""Records of what people said: questionings, statements, notices of rights, identifications."""

from __future__ import annotations

from datetime import date

from benchmarks.planted_files.family_bing.case import Case, Statement, words_of
from benchmarks.planted_files.family_bing.layout import Marks, Paper
from benchmarks.planted_files.family_bing.plan import Session
from benchmarks.planted_files.family_bing.world import ar, iso, small


def person_lines(case: Case, paper: Paper, key: str, role: str, on: date) -> None:
    """The lines of a person's particulars."""
    w = case.w
    sex = "女" if key in ("W2", "S2") or (key == "V" and case.story.charge == "抢劫") else "男"
    born = w.born[key]
    values = ((role, w[key]),) if role.startswith("被") else ()
    paper.line(f"{role}‹{w[key]}›　性别‹{sex}›　年龄‹{w.age(key, on)}›　出生日期‹{ar(born)}›", values=values)
    paper.line(f"身份证件种类及号码‹居民身份证 {w.number(key)}›")
    paper.line(f"现住址‹{w.home(key)}›　联系方式‹100{born:%d%m}{born.year}›")


def span_lines(case: Case, paper: Paper, s: Session | Statement) -> None:
    """The time of a record, on one line or on two."""
    values = (("开始时间", iso(s.start)), ("结束时间", iso(s.end)))
    lines = case.hours(s.start, s.end)
    paper.line(f"时间‹{lines[0]}›", values=values)
    for more in lines[1:]:
        paper.line(f"‹{more}›")


def helpers(case: Case, session: Session) -> tuple[str, str]:
    """Who else must be there: a guardian or an interpreter, unless the flaw leaves them out."""
    if case.trait == "minor" and not ("minor_alone" in case.flaws and session is case.p.sessions[1]):
        return "法定代理人", case.w["K"]
    if case.trait == "tongue" and not ("no_interpreter" in case.flaws and session is case.p.sessions[1]):
        return "翻译人员", case.w["tongue"]
    return "", ""


def opening(case: Case, session: Session) -> list[tuple[str, str]]:
    """The first questions: who we are, what your rights are, that it is recorded."""
    w, say = case.w, case.say
    alone = "single_interrogator" in case.flaws and session is case.p.sessions[1]
    we, show = ("我是", "出示工作证件") if alone else ("我们是", "出示工作证件")
    if session.stage == "prosecutor":
        we, organ = "我们是", f"{w.proc}的检察人员"
    else:
        organ = f"{w.bureau}的民警"
    hello = f"{we}{organ}（{show}），现依法对你进行讯问，"
    hello += say(
        "[你应当如实回答，与本案无关的问题有权拒绝回答|对提问要如实回答，与案件无关的可以不回答]。听明白没有？"
    )
    talk = [(hello, say("[听明白了|明白]。"))]
    if session.number == 1:
        if "rights_not_told" not in case.flaws or session.stage == "prosecutor":
            ask = "这是《犯罪嫌疑人诉讼权利义务告知书》，给你看并向你宣读：你有权辩护、申请回避、委托律师、核对笔录；"
            ask += "如实供述、自愿认罪认罚的可以依法从宽处理。你清楚吗？"
            talk.append(
                (
                    ask,
                    say("[看过了，清楚，不申请回避|都清楚了，没有要求回避的]，[暂不请律师|律师等家里人定]。"),
                )
            )
        talk.append(
            ("你的基本情况？", f"我叫{case.a}，{ar(w.born['A'])}生，{w.area}人，以前没有受过刑事处罚。")
        )
    elif "rights_not_told" not in case.flaws:
        asks = (
            "诉讼权利前面给你告知过，有没有新的要求？",
            "告知书上的权利，你还有哪一条不明白？",
            "对回避和请律师，你现在有什么要求？",
        )
        talk.append((asks[session.number - 2], say("[没有|都明白，没有要求]。")))
    kind, name = helpers(case, session)
    if kind == "法定代理人":
        talk.append(
            (f"你是未成年人，今天通知了你的父亲{name}到场，你有什么要说的？", say("[没有|他在场我放心]。"))
        )
        if session.number == 1:
            words = f"{name}答：我清楚我的权利和义务，我会在场听完。"
            talk.append((f"（问{name}）向你宣布法定代理人到场的权利义务，清楚吗？", words))
    elif kind == "翻译人员":
        talk.append(
            (
                f"因你主要使用哈尼语，为你聘请了翻译{name}，听得懂他的翻译吗？",
                say("（翻译）[听得懂|能听懂]。"),
            )
        )
    elif case.trait == "tongue":
        talk.append(("你平时讲什么话？", "（摇头，用哈尼语说了一句）……哈尼话，汉话听不大懂。"))
    elif case.trait == "minor":
        talk.append(("你今年多大？", f"我是{ar(w.born['A'])}生的。"))
    return talk


def recording(case: Case, session: Session) -> str:
    """The sentence about sound and picture recording."""
    if "no_recording" in case.flaws and session is case.p.sessions[0]:
        return "（因讯问室录音录像设备检修，本次讯问未进行录音录像）"
    return case.say("（本次讯问[全程同步录音录像|从开始到结束同步录音录像]）")


def closing(case: Case, session: Session) -> list[tuple[str, str]]:
    """The last questions, about treatment, food and rest."""
    say = case.say
    words = "以上所说是否属实？", say("[属实|都是实话]。")
    if session.number == 1 and session.stage == "police":
        if "night_without_rest" in case.flaws:
            return [
                ("你还有什么要说的？", "我一夜没合眼，从昨天晚上到现在没吃东西，能不能让我歇一下。"),
                ("签字以后再说。", "好。"),
                words,
            ]
        fed = "（提供盒饭一份、饮水，安排休息）" if "summons_overlong" in case.flaws else "（有饮水）"
        return [
            (
                f"到这里以后，饮食和休息有没有保障？{fed}",
                say("[有，给我倒了水|有保障]，[没人打骂我|没有打我]。"),
            ),
            words,
        ]
    ask = say("[今天讯问中有没有打骂、威胁、引诱的情况|讯问人员有没有违法的行为]？")
    return [(ask, say("没有。")), words] if session.number != 2 else [words]


def interrogation(case: Case, session: Session) -> Paper:
    """A record of questioning, by the police or by the prosecutor."""
    w, p = case.w, case.p
    prosecutor = session.stage == "prosecutor"
    paper = case.paper("讯问笔录", w.proc if prosecutor else w.bureau)
    paper.title("讯　问　笔　录")
    paper.centre(f"（第{small(session.number)}次）")
    span_lines(case, paper, session)
    away = "outside_detention" in case.flaws and session is p.sessions[2]
    if away:
        session.place = f"{w.office}第五讯问室"
    done = f"{ar(p.entry)}送{w.jail}羁押后，{ar(session.start)}仍在{session.place}讯问"
    paper.line(
        f"地点‹{session.place}›",
        values=(("地点", session.place),),
        flaws=case.has("outside_detention", done) if away else (),
    )
    alone = "single_interrogator" in case.flaws and session is p.sessions[1]
    askers = session.askers[:1] if alone else session.askers
    recorder = askers[0] if alone else session.recorder
    names = "、".join(askers)
    job = "检察人员" if prosecutor else case.rng.choice(("讯问人（签名）", "侦查人员姓名"))
    paper.line(
        f"{job}‹{names}›　工作单位‹{w.proc if prosecutor else w.bureau}›",
        values=(("讯问人", names),),
        flaws=case.has("single_interrogator", f"第二次讯问只有{names}一人，讯问人和记录人都是他")
        if alone
        else (),
    )
    paper.line(f"记录人（签名）‹{recorder}›", values=(("记录人", recorder),))
    person_lines(case, paper, "A", "被讯问人", session.start.date())
    if session is p.sessions[0]:
        paper.line(
            f"（传唤）‹{p.arrive.month}月{p.arrive.day}日{p.arrive.hour}时{p.arrive.minute}分›到达，本人签名‹{case.a}›"
        )
    kind, name = helpers(case, session)
    if kind:
        unit = "（父亲）" if kind == "法定代理人" else "（望舒民族语文翻译服务中心）"
        paper.line(f"{kind}‹{name}›{unit}")
    body(case, paper, session)
    finish(case, paper, session)
    return paper


def body(case: Case, paper: Paper, session: Session) -> None:
    """Questions and answers, with the flaws that show in them."""
    p = case.p
    first = session is p.sessions[0]
    paper.gap(6)
    for number, (ask, answer) in enumerate(opening(case, session)):
        flaws: Marks = ()
        if first and number == 0:
            flaws = case.has(
                "rights_not_told", "首次讯问从头到尾没有告知诉讼权利，卷内也没有侦查阶段的权利义务告知书"
            )
        if session is p.sessions[1] and number == 0:
            flaws = case.has("minor_alone", "第二次讯问未成年的犯罪嫌疑人，没有法定代理人、合适成年人到场")
            flaws += case.has("no_interpreter", "第二次讯问不通晓汉语的犯罪嫌疑人，没有翻译")
        talk(paper, ask, answer, flaws)
    missing = case.has("no_recording", "第一次讯问没有录音录像，只记“设备检修”") if first else ()
    paper.line(recording(case, session), flaws=missing)
    for number, (ask, answer) in enumerate(words_of(case, session)):
        talk(paper, ask, answer, content_flaws(case, session, number))
    for ask, answer in closing(case, session):
        flaws = (
            case.has("night_without_rest", "连续讯问约十一小时，没有饮食和休息")
            if "一夜没合眼" in answer
            else ()
        )
        talk(paper, ask, answer, flaws)


def content_flaws(case: Case, session: Session, number: int) -> tuple[tuple[str, str], ...]:
    """The flaws that lie in what was said."""
    if session.stage == "prosecutor":
        return (
            case.has("alibi_unchecked", "审查起诉讯问提出不在现场并说出证人，卷内没有查证")
            if number == 1
            else ()
        )
    if session.number == 1 and number == 1:
        return case.has("confession_only", "谁实施只有供述；证人没看清，手印或检材没有比中，录像辨不清")
    if session.number == 3 and number == 0:
        return case.has("same_words", "第三次讯问笔录的大段文字与第一次一字不差")
    return ()


def talk(paper: Paper, ask: str, answer: str, flaws: tuple[tuple[str, str], ...] = ()) -> None:
    """One question and its answer."""
    paper.line(f"问：{ask}", flaws=flaws)
    paper.line(f"答：{answer}")


def finish(case: Case, paper: Paper, session: Session) -> None:
    """The signatures at the end and at the foot of each page."""
    flawed = "record_unsigned" in case.flaws and session is case.p.sessions[1]
    kind, name = helpers(case, session)
    foot = "被讯问人：　　　　　" if flawed else f"被讯问人：‹{case.a}›（指印）"
    paper.footer = foot + (f"　{kind}：‹{name}›" if kind else "") + "　　第{n}页 共{m}页"
    paper.gap(8)
    if flawed:
        paper.line(
            "以上笔录内容核对意见：　　　　　　　　　　",
            flaws=case.has("record_unsigned", "笔录各页和末尾没有被讯问人签名捺印，也没有记明拒绝签名"),
        )
        paper.right("被讯问人：＿＿＿＿＿＿　　　年　　月　　日")
    else:
        through = case.rng.choice(
            (
                "以上笔录我看过，和我说的相符。",
                "以上笔录我已看过，与我讲的一样。",
                "笔录向我宣读过，和我说的相符。",
            )
        )
        if case.trait == "tongue" and kind:
            through = "以上笔录翻译人员逐句给我译过，和我说的相符。"
        paper.line(f"‹{through}›")
        paper.right(f"被讯问人：‹{case.a}›（捺印）　‹{ar(session.end)}›")
        if kind:
            paper.right(f"{kind}：‹{name}›　‹{ar(session.end)}›")
    alone = "single_interrogator" in case.flaws and session is case.p.sessions[1]
    askers = session.askers[:1] if alone else session.askers
    paper.right("讯问人：" + "　".join(f"‹{name}›" for name in askers))
    paper.right(f"记录人：‹{askers[0] if alone else session.recorder}›")


def rights_notice(case: Case, prosecutor: bool = False) -> Paper:
    """The notice of the rights of the accused, signed."""
    w, p = case.w, case.p
    paper = case.paper("权利义务告知书", w.proc if prosecutor else w.bureau)
    stage = "审查起诉" if prosecutor else "侦查"
    paper.title("犯罪嫌疑人诉讼权利义务告知书", 18)
    paper.para(f"根据《中华人民共和国刑事诉讼法》的规定，犯罪嫌疑人在{stage}阶段有下列权利和义务：")
    rights = (
        "用本民族语言文字进行诉讼；不通晓当地语言文字的，有权要求配备翻译。",
        "对办案人员侵犯诉讼权利和人身侮辱的行为，有权提出申诉和控告。",
        "有法定情形的，有权要求办案人员、鉴定人、翻译人员回避，对驳回的决定可以申请复议一次。",
        "自被第一次讯问或者采取强制措施之日起，有权委托律师为辩护人；没有委托的，可以约见值班律师。",
        "有权核对讯问笔录；没有阅读能力的，应当向其宣读；记录有遗漏或者差错的，可以补充或者改正。",
        "未满十八周岁的，讯问时应当通知法定代理人到场；聋、哑的，应当有通晓手势的人参加。",
        "有权知道用作证据的鉴定意见，可以申请补充鉴定或者重新鉴定。",
        "自愿如实供述自己的罪行，承认指控的犯罪事实，愿意接受处罚的，可以依法从宽处理。",
        "对办案人员的提问应当如实回答，但是对与本案无关的问题有拒绝回答的权利。",
    )
    for number, right in enumerate(rights, 1):
        paper.para(f"{small(number)}、{right}")
    day = p.rights if prosecutor else p.arrive.date()
    paper.gap()
    paper.para(f"本告知书于‹{ar(day)}›{'' if prosecutor else at_hour(case)}收到，并已向我宣读，我已知晓。")
    paper.right(f"被告知人：‹{case.a}›（捺印）")
    if case.trait == "minor":
        paper.right(f"法定代理人：‹{case.w['K']}›")
    if case.trait == "tongue":
        paper.right(f"翻译人员：‹{case.w['tongue']}›")
    officers = (w["q1"], w["q2"]) if prosecutor else (w["o1"], w["o2"])
    paper.right(f"告知人：‹{officers[0]}›　‹{officers[1]}›")
    return paper


def at_hour(case: Case) -> str:
    """The hour the notice was handed over: as the first questioning begins."""
    start = case.p.sessions[0].start
    return f"‹{start.hour}时{start.minute}分›"
