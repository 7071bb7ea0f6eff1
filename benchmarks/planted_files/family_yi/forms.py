"""程序文书: from the acceptance of the report to the warrant of arrest and its notices."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.planted_files.family_yi.model import Paper, day, full
from benchmarks.planted_files.family_yi.story import Case
from benchmarks.planted_files.family_yi.talks import LANGUAGE, summary

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def opening(case: Case) -> None:
    """受案登记表, 立案决定书, 传唤证 or 拘传证, 权利义务告知书."""
    t, a = case.t, case.accused
    first = next(witness for witness in case.plot.witnesses if witness.key in ("v", "w1"))
    reporter = case.people["w1" if case.plot.dead or case.plot.charge == "贩卖毒品" else first.key]
    paper = case.paper("law", "受案登记表", "受案登记表", "docx")
    paper.title("受案登记表")
    paper.table(
        [
            ["受案单位", case.squad, "受案编号", case.number("受案")],
            [
                "案件来源",
                "工作中发现" if case.plot.charge == "贩卖毒品" else case.rng.choice(("报案", "110指令")),
                "报案（检举）人",
                reporter.name,
            ],
            ["报案时间", full(t.report), "受案时间", full(t.accept)],
            ["简要案情", case.say(case.plot.report)],
            [
                "受案意见",
                (
                    "属本单位管辖，建议受理为刑事案件开展调查。受案民警："
                    f"{case.officers[2]}、{case.officers[3]}"
                ),
            ],
            ["受案审批", f"同意。{case.leader}　{day(t.accept)}"],
        ]
    )
    paper.note("受案时间", t.accept)
    paper = case.paper("law", "立案决定书", "立案决定书", case.rng.choice(("docx", "pdf")))
    paper.title("立案决定书")
    paper.right(case.number("立"))
    paper.p(
        f"根据《中华人民共和国刑事诉讼法》第一百一十二条之规定，决定对{case.facts.get('v') if case.plot.charge != '贩卖毒品' else '“一叶”'}"
        f"{ {'盗窃': '被盗窃', '诈骗': '被诈骗', '故意杀人': '被故意杀害', '强奸': '被强奸'}.get(case.plot.charge, '贩卖毒品') }案立案侦查。"
    )
    paper.right(
        f"{case.bureau}（印）", full(t.filing) if case.has("custody_before_filing") else day(t.filing)
    )
    paper.note("立案日期", t.filing.date())
    if case.has("custody_before_filing"):
        paper.plant("custody_before_filing", f"{day(t.detained)}已经拘留，{day(t.filing)}才立案")
    _summons(case)
    if not case.has("rights_not_told"):
        paper = case.paper("law", "权利义务告知书", "犯罪嫌疑人诉讼权利义务告知书", "docx")
        paper.title("犯罪嫌疑人诉讼权利义务告知书")
        paper.p(
            "在公安机关对案件进行侦查期间，犯罪嫌疑人有如下诉讼权利和义务：",
            "1．不通晓当地通用语言文字的，有权要求配备翻译；2．对侦查人员侵犯其诉讼权利和人身侮辱的行为有权提出控告；",
            "3．有权申请侦查人员、鉴定人、记录人、翻译人员回避；4．自第一次讯问或者采取强制措施之日起有权委托律师作为辩护人，"
            "因经济困难等原因没有委托的可以申请法律援助，有权约见值班律师；",
            "5．对与本案无关的问题有权拒绝回答，对侦查人员的提问应当如实回答；自愿如实供述自己罪行、承认指控事实、愿意接受处罚的，可以依法从宽处理；",
            "6．有权核对讯问笔录，可以要求补充、更正；有权知道用作证据的鉴定意见的内容，可以申请补充鉴定或者重新鉴定；7．强制措施法定期限届满，有权要求解除。",
            "以上内容，我已看过（已向我宣读）。",
        )
        paper.right(
            f"犯罪嫌疑人：{a.name}（签名、捺指印）　{full(t.sittings[0][0])}",
            f"告知人：{case.officers[0]}、{case.officers[1]}",
        )
        if case.minor:
            paper.right(f"法定代理人：{case.kin.name}（签名）")


def _summons(case: Case) -> None:
    t, a = case.t, case.accused
    word = "拘传" if case.plot.dead else "传唤"
    if case.plot.charge == "贩卖毒品":
        return  # told by word of mouth on the spot; the account of the capture says so
    paper = case.paper("law", f"{word}证", f"{word}证", "docx")
    paper.title(f"{word}证")
    paper.right(case.number(word))
    law = "第六十六条" if word == "拘传" else "第一百一十九条"
    paper.p(
        f"根据《中华人民共和国刑事诉讼法》{law}之规定，兹{word}涉嫌{case.plot.charge}的犯罪嫌疑人{a.name}（{a.sex}，"
        f"住{a.home if case.minor else case.rent}）"
        f"到{case.centre}接受讯问。"
    )
    paper.right(f"{case.bureau}（印）", day(t.summoned))
    paper.p(
        f"到案时间：{full(t.summoned)}　　{a.name}（签名、捺指印）",
        f"{word}结束时间：{full(t.left)}　　{a.name}（签名、捺指印）",
    )
    paper.note("到案时间", t.summoned)
    paper.note(f"{word}结束时间", t.left)
    if case.has("summons_overlong"):
        paper.p(f"{word}期间饮食、休息：供餐四次，在候问室睡眠八小时，{a.name}签名确认。")
        paper.plant("summons_overlong", f"{word}自{full(t.summoned)}至{full(t.left)}，超过二十四小时")


def custody(case: Case) -> None:
    """拘留证, notices, 延长拘留, 提请批捕, 批捕决定, 逮捕证, 法律援助."""
    t, a, charge = case.t, case.accused, case.plot.charge
    paper = case.paper("law", "拘留证", "拘留证", "jpg")
    paper.title("拘　留　证")
    paper.right(case.number("拘"))
    paper.p(
        (
            f"根据《中华人民共和国刑事诉讼法》第八十二条第{case.rng.choice(('一', '三'))}项之规定，兹决定对犯罪嫌疑人{a.name}（性别{a.sex}，"
            f"出生日期{day(a.born)}，住址{a.home}）执行拘留，送{case.jail}羁押。"
        ),
    )
    paper.right(f"{case.bureau}", day(t.detained))
    paper.p(f"本证已于{full(t.detained)}向我宣布。", f"被拘留人：{a.name}（捺指印）")
    paper.p(
        f"本证副本已收到，被拘留人{a.name}已于{full(t.entry)}送至我所。接收人：{case.rng.choice('江柳万莫')}警官"
    )
    paper.right(f"{case.jail}（印）")
    paper.stamp = case.bureau
    paper.note("拘留时间", t.detained)
    paper.note("送看守所时间", t.entry)
    if case.has("custody_late"):
        paper.plant("custody_late", f"{full(t.detained)}拘留，{full(t.entry)}才送看守所，超过二十四小时")
    _notice(case, "拘留通知书", "第八十五条", "刑事拘留")
    paper = case.paper("law", "延长拘留期限通知书", "延长拘留期限通知书", "docx")
    paper.title("延长拘留期限通知书")
    paper.right(case.number("延拘"))
    paper.p(
        f"{case.jail}：因案情{case.rng.choice(('复杂', '需要进一步查证'))}，根据《中华人民共和国刑事诉讼法》第九十一条第一款之规定，"
        f"决定延长对{a.name}的拘留期限，"
        f"自{day(t.detained + 3 * DAY)}至{day(t.detained + 7 * DAY)}。"
    )
    paper.right(
        f"{case.bureau}（印）",
        day(t.extended),
        f"本通知书已向我宣布。{a.name}（签名、捺指印）{day(t.extended)}",
    )
    paper.note("延长拘留至", (t.detained + 7 * DAY).date())
    paper = case.paper("law", "提请批准逮捕书", "提请批准逮捕书", case.rng.choice(("docx", "pdf")))
    paper.title("提请批准逮捕书")
    paper.right(case.number("提捕"))
    paper.p(
        (
            f"犯罪嫌疑人{a.name}，{a.sex}，{day(a.born)}出生，身份证号{a.number}，{a.school}文化，"
            f"{a.job}。{day(t.detained)}因涉嫌{charge}罪被刑事拘留。"
        ),
        "经依法侦查查明：" + case.facts["brief"],
        f"认定上述事实的证据如下：{case.say(case.plot.evidence)}，犯罪嫌疑人{a.name}的供述和辩解。",
        f"综上，其行为涉嫌触犯《中华人民共和国刑法》{case.plot.article}，有逮捕必要。依照《中华人民共和国刑事诉讼法》第八十一条、第八十七条之规定，特提请批准逮捕。",
    )
    paper.right(f"此致　{case.proc}", f"{case.bureau}（印）", day(t.request))
    paper.note("提请批准逮捕日期", t.request.date())
    if case.has("arrest_overdue"):
        paper.plant("arrest_overdue", f"{day(t.detained)}拘留，只延长至七日，{day(t.request)}才提请批准逮捕")
    _arrest(case)


def _arrest(case: Case) -> None:
    t, a, charge = case.t, case.accused, case.plot.charge
    paper = case.paper("law", "批准逮捕决定书", "批准逮捕决定书", "docx")
    paper.title("批准逮捕决定书")
    asked = f"经讯问犯罪嫌疑人{'并听取其法定代理人、辩护律师意见' if case.minor else '、听取值班律师意见'}、审查，"
    paper.p(
        f"{case.bureau}：你局提请批准逮捕犯罪嫌疑人{a.name}的文书及案卷材料收悉。{asked}本院认为该犯罪嫌疑人涉嫌{charge}罪，符合逮捕条件，决定批准逮捕。"
    )
    paper.right(f"{case.proc}（印）", day(t.approved))
    paper.note("批准逮捕日期", t.approved.date())
    paper = case.paper("law", "逮捕证", "逮捕证", "docx")
    paper.title("逮捕证")
    paper.right(case.number("捕"))
    paper.p(
        f"根据《中华人民共和国刑事诉讼法》第八十条之规定，经{case.proc}批准，兹由我局对涉嫌{charge}罪的{a.name}执行逮捕，羁押于{case.jail}。",
        f"本证已于{full(t.arrested)}向我宣布。被逮捕人：{a.name}（签名、捺指印）",
    )
    paper.right(f"{case.bureau}（印）", day(t.arrested))
    paper.note("逮捕时间", t.arrested)
    _notice(case, "逮捕通知书", "第九十三条", "逮捕")
    paper = case.paper("law", "法律援助", "值班律师与法律援助情况", "docx")
    paper.title(
        "提供法律帮助情况记录" if not (case.plot.dead or case.minor) else "指定辩护（法律援助）通知回执"
    )
    if case.plot.dead or case.minor:
        why = "可能被判处无期徒刑、死刑" if case.plot.dead else "系未成年人"
        paper.p(
            f"犯罪嫌疑人{a.name}{why}且没有委托辩护人，{case.city}市法律援助中心收到通知后指派{case.city}市明规律师事务所律师{case.lawyer}"
            f"担任其辩护人，手续已转交{case.jail}。"
        )
    else:
        paper.p(
            f"已告知{a.name}有权委托辩护人、约见值班律师。值班律师{case.lawyer}（{case.city}市法律援助中心派驻）"
            f"已在{case.jail}与其会见并提供法律咨询。"
        )
    paper.right(f"{case.city}市法律援助中心（印）", day(t.detained + 2 * DAY))
    if case.foreign:
        paper = case.paper("law", "翻译人员聘请书", "翻译人员聘请书", "docx")
        paper.title("翻译人员聘请书")
        paper.p(
            f"兹聘请{case.interpreter}（{case.city}民族语文翻译中心工作人员，通晓{LANGUAGE}和汉语，与本案当事人无利害关系）担任本案翻译。"
        )
        paper.right(f"{case.bureau}（印）", day(t.summoned))


def _notice(case: Case, kind: str, article: str, word: str) -> None:
    t, a = case.t, case.accused
    done = t.detained if kind == "拘留通知书" else t.arrested
    moment = done + 3 * HOUR
    paper = case.paper("law", kind, kind, "docx")
    paper.title(kind)
    paper.right(case.number("通"))
    paper.p(
        (
            f"{case.kin.name}：根据《中华人民共和国刑事诉讼法》{article}之规定，我局已于{full(done)}"
            f"将涉嫌{case.plot.charge}罪的{a.name}{word}，现羁押在{case.jail}。"
        ),
        f"本通知书已收到。家属（父亲）：{case.kin.name}（签名）　{full(moment)}",
    )
    paper.right(f"{case.bureau}（印）", day(moment))


def cover(case: Case) -> Paper:
    """The cover: names the case, and says discreetly that it is invented."""
    paper = case.paper("", "卷宗封面", "00 卷宗封面", "docx")
    paper.title("刑事侦查卷宗")
    paper.table(
        [
            ["案件名称", f"{case.accused.name}涉嫌{case.plot.charge}案"],
            ["案件编号", f"A9901{case.t.report:%Y%m%d}{case.seed % 1000:03d}"],
            ["犯罪嫌疑人", case.accused.name],
            ["立案时间", day(case.t.filing)],
            ["结案时间", day(case.t.concluded)],
            ["立卷单位", case.squad],
            ["立卷人", case.officers[1]],
            ["审核人", case.leader],
        ]
    )
    paper.p("说明：本卷为办案系统分件导出，各件独立成文，按类别存放。", "（虚构，供测试）")
    return paper


def coming(case: Case) -> None:
    """到案经过, 户籍, 前科, 情况说明."""
    t, a = case.t, case.accused
    paper = case.paper("note", "到案经过", "到案经过", case.mixed())
    paper.title("到案经过")
    paper.p(summary(case))
    if case.plot.charge == "贩卖毒品":
        paper.p(
            f"{a.name}到案时间为{full(t.summoned)}，离开{case.centre}时间为{full(t.left)}，口头传唤的情况已在讯问前向其说明。"
        )
    if case.plot.hidden:
        paper.p(
            f"到案后，{a.name}在第一次讯问中供述了{case.plot.hidden.name}的藏放位置，侦查人员根据其供述将{case.plot.hidden.name}提取。"
        )
    paper.right(
        f"民警：{case.officers[0]}（签名）　{case.officers[1]}（签名）",
        f"{case.squad}（印）",
        day(t.detained + 3 * DAY),
    )
    paper.note("到案时间", t.summoned)
    for person in [a] + [case.people["v"]] * (case.plot.charge != "贩卖毒品"):
        paper = case.paper("who", "户籍证明", f"{person.name}户籍证明", case.rng.choice(("docx", "pdf")))
        paper.title("常住人口信息")
        rows = [
            ["姓名", person.name],
            ["性别", person.sex],
            ["出生日期", day(person.born)],
            ["公民身份号码", person.number],
            ["住址", person.home],
            ["文化程度", person.school],
        ]
        paper.table(rows)
        paper.right(f"{case.district}派出所（户口专用章）", day(t.detained + 4 * DAY))
        paper.note("出生日期", person.born)
    paper = case.paper("who", "前科查询", "违法犯罪记录查询", "utf8")
    paper.title("违法犯罪经历查询情况说明")
    paper.p(
        f"经在全国违法犯罪人员信息系统查询，截至{day(t.detained)}，未发现{a.name}（{a.number}）有前科劣迹记录。"
    )
    paper.right(f"查询人：{case.officers[2]}　{case.officers[3]}", f"{case.squad}（印）", day(t.detained))
    if case.minor:
        paper = case.paper("who", "社会调查报告", "未成年人社会调查报告", "docx")
        paper.title("未成年犯罪嫌疑人社会调查报告")
        paper.p(
            f"{a.name}，{day(a.born)}出生，案发时已满十七周岁未满十八周岁。父亲{case.kin.name}务工，母亲在外地。"
            "初中毕业后辍学，平时上网、打牌，无不良前科；邻里反映其胆小、听话，家庭愿意加强监护。"
        )
        paper.right(f"{case.district}区未成年人保护中心（印）", day(t.detained + 5 * DAY))
