"""Papers of the procuratorate, of counsel, and of the supplementary investigation."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.planted_files.family_bing.case import Case
from benchmarks.planted_files.family_bing.layout import Paper
from benchmarks.planted_files.family_bing.papers_custody import facts
from benchmarks.planted_files.family_bing.world import ar, at, cn, iso


def taken_in(case: Case) -> Paper:
    """受理审查起诉案件登记表."""
    w, p = case.w, case.p
    paper = case.paper("受理案件登记表", w.proc)
    paper.title("受理审查起诉案件登记表", 17)
    rows: list[tuple[str, ...]] = [
        ("移送单位", f"‹{w.bureau}›"),
        ("案由", f"‹{case.story.charge}›"),
        ("犯罪嫌疑人", f"‹{case.a}›　强制措施　□取保候审 □监视居住 ☑逮捕"),
        ("受理日期", f"‹{ar(p.transfer)}›"),
        ("随案材料", "☑案卷二卷 ☑光盘 □其他"),
        ("承办人", f"‹{w['q1']}›　书记员　‹{w['q2']}›"),
    ]
    paper.table(rows, (0.24, 0.76))
    paper.stamp(w.proc)
    return paper


def victim_rights(case: Case) -> Paper:
    """委托诉讼代理人告知书 to the victim's side."""
    w, p = case.w, case.p
    paper = case.paper("委托诉讼代理人告知书", w.proc)
    paper.title("委托诉讼代理人告知书", 18)
    paper.line(f"‹{w[case.story.victim]}›：")
    paper.para(
        f"{w.bureau}移送审查起诉的{case.a}涉嫌{case.story.charge}一案，本院已经受理。根据《中华人民共和国刑事诉讼法》第四十六条之规定，"
        "你有权委托诉讼代理人；因犯罪行为遭受物质损失的，可以提起附带民事诉讼。"
    )
    paper.right(cn(p.rights))
    paper.stamp(w.proc)
    paper.gap(40)
    paper.line(f"已收到。‹{w[case.story.victim]}›　‹{ar(p.rights)}›")
    return paper


def legal_aid(case: Case) -> Paper:
    """法律援助公函, where the law gives a defender."""
    w, p = case.w, case.p
    paper = case.paper("法律援助公函", f"{w.area}法律援助中心")
    paper.title("提供法律援助公函", 18)
    paper.line(f"‹{w.bureau}›：")
    paper.para(
        f"你局通知为犯罪嫌疑人{case.a}提供辩护，本中心指派{w.city}澄明律师事务所律师‹{w['lawyer']}›担任其辩护人。"
    )
    paper.right(ar(p.detain.date() + timedelta(days=1)))
    paper.stamp(f"{w.area}法律援助中心")
    return paper


def counsel(case: Case) -> Paper:
    """值班律师意见 or 辩护人意见."""
    w, p = case.w, case.p
    aid = case.needs_counsel
    kind = "辩护人意见" if aid else "值班律师意见"
    paper = case.paper(kind, "" if aid else f"{w.area}法律援助中心")
    paper.title("辩　护　人　意　见" if aid else "值班律师法律意见表", 18)
    paper.line(f"{w.proc}：")
    paper.para(
        "本人"
        + case.say("[查阅了案卷|经查阅案卷]")
        + f"，会见了犯罪嫌疑人{case.a}，现就其涉嫌{case.story.charge}一案提出以下意见："
    )
    if "alibi_unchecked" in case.flaws:
        paper.para(
            f"一、{case.a}提出案发时在枣岭镇亲戚家，并说出可以证明的人和班车站登记，卷内未见查证材料，请求调查核实。"
        )
        paper.para("二、在查清以前，建议不认定其实施犯罪。")
    else:
        paper.para(
            "一、对认定的罪名"
            + case.say("[没有异议|不持异议]")
            + f"。二、{case.a}系初犯，如实供述，认罪态度好。"
        )
        paper.para(case.say("三、[建议|希望]依法从宽处理。"))
    paper.right(f"{'辩护人' if aid else '值班律师'}：‹{w['lawyer']}›")
    paper.right(ar(p.plea.date() - timedelta(days=2)))
    return paper


def wants(case: Case) -> list[str]:
    """What the supplementary investigation is asked for."""
    wanted = [
        "补充讯问犯罪嫌疑人，核实作案细节和经过",
        "补充调取犯罪嫌疑人案发前后的通话清单",
        case.say("核实监控设备的[时间误差|校时情况]并附说明"),
    ]
    return wanted


def returned(case: Case) -> Paper:
    """补充侦查决定书."""
    w, p = case.w, case.p
    assert p.returned
    paper = case.paper("补充侦查决定书", w.proc)
    paper.title("补充侦查决定书")
    paper.right(case.number("补侦", "检"))
    paper.line(f"‹{w.bureau}›：")
    paper.para(
        f"你局移送审查起诉的{case.a}涉嫌{case.story.charge}一案，经审查，部分事实需要补充核实。根据《中华人民共和国刑事诉讼法》第一百七十五条之规定，"
        "退回你局补充侦查，请于一个月内补充侦查完毕，并重新移送。"
    )
    paper.right(cn(p.returned), values=(("日期", p.returned.isoformat()),))
    paper.stamp(w.proc)
    return paper


def outline(case: Case) -> Paper:
    """补充侦查提纲."""
    p = case.p
    assert p.returned
    paper = case.paper("补充侦查提纲", case.w.proc)
    paper.title("补充侦查提纲", 18)
    for number, line in enumerate(wants(case), 1):
        paper.para(f"{number}．{line}。")
    paper.right(f"检察官：‹{case.w['q1']}›")
    paper.right(cn(p.returned))
    return paper


def supplemented(case: Case) -> Paper:
    """补充侦查报告书."""
    w, p = case.w, case.p
    assert p.returned
    paper = case.paper("补充侦查报告书")
    paper.title("补充侦查报告书")
    paper.right(case.number("补侦"))
    paper.line(f"‹{w.proc}›：")
    paper.para(
        f"你院于{cn(p.returned)}退回补充侦查的{case.a}涉嫌{case.story.charge}一案，已经补充侦查完毕，结果如下："
    )
    four = p.sessions[3]
    paper.para(f"1．已于{ar(four.start)}在{w.jail}讯问{case.a}，笔录附后；")
    paper.para("2．已调取通话清单，附后；")
    paper.para("3．监控设备时间误差在三秒以内，说明附后。")
    paper.para("现将该案卷宗一并移送，请审查。")
    paper.right(cn(p.again), values=(("日期", p.again.isoformat()),))
    paper.stamp(w.bureau)
    return paper


def clock_note(case: Case) -> Paper:
    """情况说明 about the recorder's clock."""
    w, p = case.w, case.p
    paper = case.paper("情况说明")
    paper.title("情　况　说　明")
    paper.para(
        "关于监控设备的时间：经技术人员与标准时间比对，案发地周边两处摄像机的误差分别为一秒、三秒，不影响时间的认定。"
    )
    paper.para("特此说明。")
    paper.right(f"民警：‹{w['o5']}›　‹{w['o6']}›")
    paper.right(ar(p.again - timedelta(days=1)))
    paper.stamp(w.station)
    return paper


def disc_note(case: Case) -> Paper:
    """录音录像说明 of the supplementary questioning."""
    four = case.p.sessions[3]
    paper = case.paper("录音录像说明")
    paper.title("补充讯问同步录音录像说明", 17)
    paper.para(
        f"{at(four.start)}至{at(four.end)}在{four.place}对{case.a}的讯问，全程不间断录音录像，"
        f"光盘编号GP{four.start:%Y%m%d}-04，随卷移送。"
    )
    paper.right(f"民警：‹{case.w['o1']}›　‹{case.w['o2']}›")
    paper.right(ar(four.end))
    paper.stamp(case.w.bureau)
    return paper


def plea(case: Case) -> Paper:
    """认罪认罚具结书, signed before counsel."""
    w, p = case.w, case.p
    paper = case.paper("认罪认罚具结书", w.proc)
    paper.title("认罪认罚具结书")
    paper.para(f"一、本人‹{case.a}›，男，{ar(w.born['A'])}出生，已知晓认罪认罚的法律规定和后果。")
    paper.para(f"二、{w.proc}就本人涉嫌{case.story.charge}一案告知了诉讼权利，本人自愿承认指控的犯罪事实。")
    paper.para("三、本人对量刑建议和程序适用没有异议。程序适用：□速裁程序 □简易程序 ☑普通程序")
    paper.para("四、以上系在律师在场的情况下自愿签署，未受到暴力、威胁、引诱。")
    paper.line(f"签署时间‹{at(p.plea)}›　地点‹{w.jail}›", values=(("签署时间", iso(p.plea)),))
    paper.right(f"签名：‹{case.a}›（捺印）")
    if case.trait == "minor":
        paper.right(f"法定代理人：‹{w['K']}›")
    if case.trait == "tongue":
        paper.right(f"翻译人员：‹{w['tongue']}›")
    paper.right(f"{'辩护人' if case.needs_counsel else '值班律师'}：‹{w['lawyer']}›")
    paper.right(f"检察官：‹{w['q1']}›　‹{ar(p.plea)}›")
    return paper


def social(case: Case) -> Paper:
    """未成年人社会调查报告."""
    w, p = case.w, case.p
    paper = case.paper("社会调查报告", f"{w.area}司法局")
    paper.title("未成年人社会调查报告", 18)
    paper.para(
        f"受{w.bureau}委托，对{case.a}的成长经历进行调查。其随父亲{w['K']}生活，初中毕业后务工，平时表现"
        + case.say("[一般|尚可]")
        + "，无不良记录。"
    )
    paper.para("其家庭和社区愿意配合监护帮教。")
    paper.right(ar(p.request))
    paper.stamp(f"{w.area}司法局")
    return paper


def indictment(case: Case) -> Paper:
    """起诉书."""
    w, p, s = case.w, case.p, case.story
    paper = case.paper("起诉书", w.proc)
    paper.title("起　诉　书", 22)
    paper.right(case.number("刑诉", "检"))
    paper.para(
        f"被告人{case.a}，男，{ar(w.born['A'])}出生，公民身份号码{w.number('A')}，住{w.area}{w.street2}。因涉嫌{s.charge}罪，"
        f"于{ar(p.detain)}被刑事拘留，{ar(p.arrest)}被逮捕，现羁押于{w.jail}。"
    )
    text = f"本案由{w.bureau}侦查终结，以{case.a}涉嫌{s.charge}罪，于{ar(p.transfer)}向本院移送审查起诉。"
    if p.returned:
        text += f"本院于{ar(p.returned)}退回补充侦查，{w.bureau}于{ar(p.again)}重新移送。"
    paper.para(
        text
        + f"本院受理后，于{ar(p.rights)}告知了被告人诉讼权利，依法讯问了被告人，听取了辩护人（值班律师）、被害人一方的意见。"
    )
    paper.para("经依法审查查明：")
    paper.para(facts(case, s.facts_again))
    if "alibi_unchecked" in case.flaws:
        paper.para(f"被告人{case.a}在审查起诉阶段辩称案发时在枣岭镇。")
    paper.para(
        "认定上述事实的证据有：书证、"
        + ("物证、" if case.has_thing else "")
        + "证人证言、被告人的供述和辩解、鉴定意见、勘验笔录、视听资料等。"
    )
    plead = "被告人自愿认罪认罚，可以从宽处理。" if case.pleads else ""
    paper.para(
        f"本院认为，被告人{case.a}的行为触犯了{s.article}，应当以{s.charge}罪追究其刑事责任。{plead}根据《中华人民共和国刑事诉讼法》"
        "第一百七十六条的规定，提起公诉，请依法判处。"
    )
    paper.line(f"　　此致\n{w.court}")
    paper.right(f"检察员：‹{w['q1']}›")
    paper.right(cn(p.indict), values=(("日期", p.indict.isoformat()),))
    paper.stamp(w.proc)
    paper.line("附：案卷材料和证据；证人名单。", size=11)
    return paper
