"""Papers that open the case and hold the accused: filing, summons, detention, arrest."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.planted_files.family_bing.case import Case
from benchmarks.planted_files.family_bing.layout import Paper
from benchmarks.planted_files.family_bing.world import ar, at, clock, cn, iso, minutes


def accepted(case: Case) -> Paper:
    """受案登记表."""
    w, p = case.w, case.p
    paper = case.paper("受案登记表")
    paper.title("受案登记表")
    paper.centre("（受案单位名称和印章）" + w.station, 11)
    box = "☑报案 □控告 □举报 □扭送 □自动投案 □工作中发现 □其他"
    reporter = (
        w["W2"] if case.story.charge == "故意伤害" else w["W1"] if case.story.charge == "交通肇事" else w["V"]
    )
    rows: list[tuple[str, ...]] = [
        ("案件来源", box),
        ("报案人", f"‹{reporter}›"),
        ("接报时间", f"‹{at(p.report)}›"),
        ("接报地点", f"‹{w.station}值班室›"),
        (
            "简要案情",
            f"‹{case.say(case.story.report)}发生时间为{case.fields['date']}{case.fields['hour']}左右。›",
        ),
        ("受案意见", "☑属本单位管辖的刑事案件，建议及时立案侦查 □不属本单位管辖 □其他"),
        ("受案民警", f"‹{w['o3']}›　‹{ar(p.accept)}{clock(p.accept)}›"),
        ("受案部门负责人", f"‹同意。{w['chief']}›　‹{ar(p.accept)}›"),
    ]
    paper.table(rows, (0.22, 0.78), marks={2: ((("接报时间", iso(p.report)),), ())})
    paper.stamp(w.station)
    return paper


def filed(case: Case) -> Paper:
    """立案决定书."""
    w, p = case.w, case.p
    paper = case.paper("立案决定书")
    paper.title("立 案 决 定 书")
    paper.right(case.number("刑立"))
    paper.para(
        f"根据《中华人民共和国刑事诉讼法》第一百一十二条之规定，决定对{ar(p.crime)}发生的{case.story.charge}案立案侦查。"
    )
    paper.gap(40)
    done = f"{at(p.detain)}已经拘留，{ar(p.filing)}才立案"
    paper.right(
        cn(p.filing), values=(("日期", p.filing.isoformat()),), flaws=case.has("custody_before_filing", done)
    )
    paper.stamp(w.bureau)
    paper.gap(50)
    paper.line("此联附卷（一式三联）", size=10)
    return paper


def summons(case: Case) -> Paper:
    """传唤证."""
    w, p = case.w, case.p
    paper = case.paper("传唤证")
    paper.title("传　唤　证")
    paper.right(case.number("刑传"))
    paper.para(
        f"根据《中华人民共和国刑事诉讼法》第一百一十九条之规定，兹传唤涉嫌{case.story.charge}罪的犯罪嫌疑人‹{case.a}›"
        f"（住址{w.area}{w.street2}）于‹{ar(p.arrive)}›{p.arrive.hour + 1}时以前到‹{w.office}›接受讯问。"
    )
    paper.para("无正当理由拒不接受传唤的，可以依法拘传。")
    paper.gap(18)
    paper.right(cn(p.arrive.date()))
    paper.stamp(w.bureau)
    paper.gap(46)
    paper.line("本证已于同日收到。")
    paper.line(f"被传唤人到达时间：‹{at(p.arrive)}›", values=(("到达时间", iso(p.arrive)),))
    hours = (p.leave - p.arrive) // timedelta(minutes=1)
    done = f"传唤到达至结束共{hours // 60}小时{hours % 60}分，没有延长的批准"
    paper.line(
        f"传唤结束时间：‹{at(p.leave)}›",
        values=(("结束时间", iso(p.leave)),),
        flaws=case.has("summons_overlong", done),
    )
    paper.right(f"被传唤人：‹{case.a}›（捺印）")
    paper.line("此联附卷（一式三联）", size=10)
    return paper


def office_register(case: Case) -> Paper:
    """人员进出办案区登记表, with body check, meals and rest."""
    w, p = case.w, case.p
    one = p.sessions[0]
    paper = case.paper("办案区登记表")
    paper.title("人员进出办案区登记表", 18)
    rows: list[tuple[str, ...]] = [
        ("姓名", f"‹{case.a}›", "进入事由", "☑传唤 □抓获 □其他"),
        ("进入时间", f"‹{ar(p.arrive)}{clock(p.arrive)}›", "送入民警", f"‹{w['o1']}、{w['o2']}›"),
        ("人身检查", "‹体表无外伤，自述无疾病›", "见证人", f"‹{w['h1']}›"),
        ("信息采集", "☑指纹 ☑血样 ☑照片", "随身物品", "‹钥匙1串，暂存›"),
    ]
    paper.table(rows, (0.16, 0.34, 0.16, 0.34))
    acts: list[tuple[str, ...]] = [("时间", "活动内容", "记录人")]
    acts.append((f"‹{ar(one.start)}{clock(one.start)}›", f"‹进入{one.place[-5:]}讯问›", f"‹{w['o2']}›"))
    acts.append((f"‹{ar(one.end)}{clock(one.end)}›", "‹讯问结束›", f"‹{w['o2']}›"))
    if "night_without_rest" not in case.flaws:
        noon = p.arrive.replace(hour=12, minute=15)
        acts.append((f"‹{ar(noon)}{clock(noon)}›", "‹就餐（盒饭一份），至13：00›", f"‹{w['guard']}›"))
        acts.append((f"‹{ar(noon)}13：00›", "‹候问室休息›", f"‹{w['guard']}›"))
    if "summons_overlong" in case.flaws:
        eve = p.arrive.replace(hour=18, minute=10)
        acts.append((f"‹{ar(eve)}{clock(eve)}›", "‹晚餐（面条一份），后在候问室休息›", f"‹{w['guard']}›"))
    paper.table(acts, (0.34, 0.46, 0.2))
    paper.table(
        [("离开时间", f"‹{ar(p.leave)}{clock(p.leave)}›", "离开原因", "‹传唤结束，宣布拘留›")],
        (0.16, 0.34, 0.16, 0.34),
    )
    paper.right(f"被登记人：‹{case.a}›（捺印）")
    return paper


def came(case: Case) -> Paper:
    """到案经过."""
    w, p = case.w, case.p
    paper = case.paper("到案经过")
    paper.title("到　案　经　过")
    if case.story.charge == "交通肇事":
        how = f"案发后{case.a}停留在现场等候处理，配合民警作呼气酒精检测（结果为0mg/100ml），当晚返回住处等候通知。"
    elif case.linked:
        how = "侦查人员调取现场周边监控，结合证人陈述的体貌特征，"
        how = case.say(how + f"[摸排|排查]出{case.a}有作案嫌疑。")
    else:
        how = case.say(
            f"侦查人员对案发地周边有前往条件的人员[逐户走访|逐一走访]，发现{case.a}案发后突然离开住处，遂列为排查对象。"
        )
    paper.para(how)
    paper.para(
        f"{ar(p.arrive)}，民警{w['o1']}、{w['o2']}持传唤证到{w.area}{w.street2}{case.a}住处将其传唤，{case.a}未反抗，"
        f"于当日{p.arrive.hour}时{p.arrive.minute}分到达{w.office}。"
    )
    paper.para("以上情况属实，特此说明。")
    paper.right(f"民警：‹{w['o1']}›　‹{w['o2']}›")
    paper.right(ar(p.detain))
    paper.stamp(w.station)
    return paper


def detained(case: Case) -> Paper:
    """拘留证."""
    w, p = case.w, case.p
    paper = case.paper("拘留证")
    paper.title("拘　留　证")
    paper.right(case.number("刑拘"))
    item = "第（一）项" if case.story.charge == "交通肇事" else "第（二）项"
    paper.para(
        f"根据《中华人民共和国刑事诉讼法》第八十二条{item}之规定，兹决定对犯罪嫌疑人‹{case.a}›（性别男，"
        f"出生日期‹{ar(w.born['A'])}›，住址{w.area}{w.street2}）执行拘留，送‹{w.jail}›羁押。"
    )
    paper.gap(12)
    paper.right(cn(p.detain.date()))
    paper.stamp(w.bureau)
    paper.gap(50)
    paper.line(f"本证已于‹{at(p.detain)}›向我宣布。", values=(("拘留时间", iso(p.detain)),))
    paper.right(f"被拘留人：‹{case.a}›（捺印）")
    late = case.has("custody_late", f"{at(p.detain)}宣布拘留，{at(p.entry)}才送看守所")
    paper.line(
        f"本证副本已收到，被拘留人‹{case.a}›于‹{at(p.entry)}›送至我所。",
        values=(("送看守所时间", iso(p.entry)),),
        flaws=late,
    )
    paper.right(f"接收民警：‹{w['jailer']}›（看守所印）")
    return paper


def family_told(case: Case, arrest: bool) -> Paper:
    """拘留通知书, 逮捕通知书: the family told within a day."""
    w, p = case.w, case.p
    word, when = ("逮捕", p.arrest) if arrest else ("拘留", p.detain)
    paper = case.paper(f"{word}通知书")
    paper.title(f"{word}通知书")
    paper.right(case.number("刑捕通" if arrest else "刑拘通"))
    paper.line(f"‹{w['K']}›：")
    law = "第九十三条" if arrest else "第八十五条"
    paper.para(
        f"根据《中华人民共和国刑事诉讼法》{law}之规定，我局已于‹{at(when)}›将涉嫌{case.story.charge}罪的‹{case.a}›{word}，"
        f"{'现羁押在' if arrest else '羁押处所：'}‹{w.jail}›。"
    )
    paper.gap(16)
    paper.right(cn(when.date()))
    paper.stamp(w.bureau)
    paper.gap(44)
    got = when + minutes(case.rng.randint(95, 200))
    if got.hour >= 22 or got.hour < 7:
        got = (when + timedelta(hours=9)).replace(hour=8, minute=case.rng.randint(5, 40))
    paper.line(f"本通知书已收到。被通知人：‹{w['K']}›（家属）　‹{at(got)}›")
    return paper


def extended(case: Case) -> Paper:
    """延长拘留期限通知书."""
    p = case.p
    assert p.extension
    assert p.extended_to
    paper = case.paper("延长拘留期限通知书")
    paper.title("延长拘留期限通知书")
    paper.right(case.number("刑拘延"))
    paper.line(f"‹{case.w.jail}›：")
    paper.para(
        f"因案情需要继续核实，根据《中华人民共和国刑事诉讼法》第八十九条第一款之规定，决定延长犯罪嫌疑人‹{case.a}›"
        f"提请审查批准逮捕的时间四日，即自‹{ar(p.detain.date() + timedelta(days=4))}›至‹{ar(p.extended_to)}›。"
    )
    paper.gap()
    paper.right(cn(p.extension), values=(("日期", p.extension.isoformat()),))
    paper.stamp(case.w.bureau)
    paper.gap(44)
    paper.line(f"已向我宣布。被拘留人：‹{case.a}›（捺印）　‹{ar(p.extension)}›")
    return paper


def asked_arrest(case: Case) -> Paper:
    """提请批准逮捕书."""
    w, p = case.w, case.p
    paper = case.paper("提请批准逮捕书")
    paper.title("提请批准逮捕书")
    paper.right(case.number("提捕"))
    paper.para(
        f"犯罪嫌疑人{case.a}，男，{ar(w.born['A'])}出生，住{w.area}{w.street2}。{ar(p.detain)}被我局刑事拘留，现羁押于{w.jail}。"
    )
    paper.para(
        f"{case.a}涉嫌{case.story.charge}一案，由我局立案侦查。经侦查，"
        + case.say("[有证据证明有犯罪事实|已有证据证明其有犯罪事实]")
        + "，可能判处徒刑以上刑罚，采取取保候审尚不足以防止发生社会危险性。"
    )
    law = "根据《中华人民共和国刑事诉讼法》第八十一条、第八十七条之规定，特提请批准逮捕。"
    paper.para(law)
    paper.line(f"　　此致\n{w.proc}")
    paper.gap()
    wait = (p.request - p.detain.date()).days
    grace = f"延长至{ar(p.extended_to)}，" if p.extended_to else "没有延长，"
    done = f"{ar(p.detain)}拘留，{grace}第{wait}日即{ar(p.request)}才提请批准逮捕"
    paper.right(
        cn(p.request), values=(("日期", p.request.isoformat()),), flaws=case.has("arrest_overdue", done)
    )
    paper.stamp(w.bureau)
    return paper


def approved(case: Case) -> Paper:
    """批准逮捕决定书."""
    w, p = case.w, case.p
    paper = case.paper("批准逮捕决定书", w.proc)
    paper.title("批准逮捕决定书")
    paper.right(case.number("批捕", "检"))
    paper.line(f"‹{w.bureau}›：")
    paper.para(
        f"你局于{cn(p.request)}提请批准逮捕犯罪嫌疑人{case.a}一案，经本院审查认为，{case.a}涉嫌{case.story.charge}罪，符合逮捕条件。"
        "根据《中华人民共和国刑事诉讼法》第八十条、第九十条之规定，决定批准逮捕。请依法立即执行，并将执行情况通知本院。"
    )
    paper.gap()
    paper.right(cn(p.approve), values=(("日期", p.approve.isoformat()),))
    paper.stamp(w.proc)
    return paper


def arrested(case: Case) -> Paper:
    """逮捕证."""
    w, p = case.w, case.p
    paper = case.paper("逮捕证")
    paper.title("逮　捕　证")
    paper.right(case.number("刑捕"))
    paper.para(
        f"根据《中华人民共和国刑事诉讼法》第八十条之规定，经‹{w.proc}›批准，兹由我局对涉嫌‹{case.story.charge}›罪的‹{case.a}›"
        f"执行逮捕，送‹{w.jail}›羁押。"
    )
    paper.gap(12)
    paper.right(cn(p.arrest.date()))
    paper.stamp(w.bureau)
    paper.gap(50)
    paper.line(f"本证已于‹{at(p.arrest)}›向我宣布。", values=(("逮捕时间", iso(p.arrest)),))
    paper.right(f"被逮捕人：‹{case.a}›（捺印）")
    paper.line("此联附卷（一式三联）", size=10)
    return paper
