"""What ends the investigation and comes from the procuratorate."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.planted_files.family_yi.model import day
from benchmarks.planted_files.family_yi.story import Case
from benchmarks.planted_files.family_yi.talks import summary

DAY = timedelta(days=1)
RANGE = {
    "盗窃": "有期徒刑十个月至一年二个月，并处罚金",
    "诈骗": "有期徒刑三年至三年六个月，并处罚金",
    "强奸": "有期徒刑三年至四年",
}


def returned(case: Case) -> None:
    """发还清单 and 谅解书, where there is somebody to return to and to forgive."""
    if case.plot.charge == "盗窃" and case.plot.items and not case.has("seizure_no_list"):
        when = case.t.concluded - 5 * DAY
        paper = case.paper("search", "发还清单", "发还清单", "docx")
        paper.title("发还清单")
        items = [*case.plot.items] + ([case.plot.hidden] if case.plot.hidden else [])
        paper.table(
            [["编号", "名称", "数量", "特征"]]
            + [[str(n), item.name, item.count, case.say(item.feature)] for n, item in enumerate(items, 1)]
        )
        paper.right(
            f"领取人：{case.facts['v']}（签名、捺指印）　{day(when)}",
            f"承办人：{case.officers[2]}、{case.officers[3]}",
        )
    if case.plot.charge in ("盗窃", "诈骗") and case.rng.random() < 0.6:
        when = case.t.concluded - 3 * DAY
        paper = case.paper("note", "谅解书", "谅解书", case.rng.choice(("docx", "utf8")))
        paper.title("谅 解 书")
        paper.p(
            f"本人{case.facts['v']}，系{case.accused.name}{case.plot.charge}案被害人。"
            f"{case.accused.name}家属{case.kin.name}已代为赔偿本人全部损失并道歉，"
            "本人自愿对其表示谅解，请司法机关依法从宽处理。"
        )
        paper.right(f"谅解人：{case.facts['v']}（签名、捺指印）", day(when))


def legality(case: Case) -> None:
    """重大案件侦查终结前讯问合法性核查, and the plain note on how the case was worked."""
    paper = case.paper("note", "情况说明", "情况说明", case.mixed())
    paper.title("情况说明")
    paper.p(
        f"关于{case.accused.name}涉嫌{case.plot.charge}一案，现就有关情况说明如下：",
        (
            f"一、本案由{case.squad}{case.officers[0]}、{case.officers[1]}主办，{case.officers[2]}、"
            f"{case.officers[3]}协办，均具有执法资格；勘验、采样由刑事技术民警{case.officers[6]}、{case.officers[7]}实施。"
        ),
        "二、卷内各件由办案系统导出，与纸质原件核对一致，原件签名、捺印、印章齐备处以文字标注。",
        "三、涉案物品存放于分局物证保管室，出入库有登记。",
    )
    paper.right(
        f"{case.squad}（印）　{day(case.t.concluded)}",
        f"说明人：{case.officers[0]}（签名）　{case.officers[1]}（签名）",
    )
    if not case.plot.life or case.has("no_recording"):
        return
    paper = case.paper("proc", "合法性核查意见", "讯问合法性核查意见书", "docx")
    paper.title("重大案件侦查终结前讯问合法性核查意见书")
    paper.p(
        f"{case.bureau}：经本院驻{case.jail}检察人员询问犯罪嫌疑人{case.accused.name}，并抽看讯问录音录像，"
        "其表示侦查人员没有刑讯逼供等非法取证行为。核查未发现非法取证情形。"
    )
    paper.right(f"{case.proc}（印）", day(case.t.concluded - 2 * DAY))


def ending(case: Case) -> None:
    """起诉意见书, 移送告知, 审查起诉告知, 认罪认罚具结书, 起诉书."""
    t, a, charge = case.t, case.accused, case.plot.charge
    paper = case.paper("proc", "起诉意见书", "起诉意见书", case.rng.choice(("docx", "pdf")))
    paper.title("起诉意见书")
    paper.right(case.number("诉"))
    who = f"{a.name}，{a.sex}，{day(a.born)}出生，公民身份号码{a.number}，{a.school}文化，{a.job}，户籍所在地{a.home}"
    paper.p(
        (
            f"犯罪嫌疑人{who}。无前科。{day(t.detained)}因涉嫌{charge}罪被刑事拘留，经{case.proc}批准，"
            f"于{day(t.arrested)}被逮捕，现押于{case.jail}。"
        ),
        summary(case),
        f"经依法侦查查明：{case.facts['brief']}",
        f"认定上述事实的证据如下：{case.say(case.plot.evidence)}，犯罪嫌疑人{a.name}的供述和辩解。"
        + (f"其中{case.plot.hidden.name}系根据{a.name}的供述提取。" if case.plot.hidden else ""),
        f"综上所述，犯罪嫌疑人{a.name}的行为已触犯《中华人民共和国刑法》{case.plot.article}，涉嫌{charge}罪。"
        "其自愿认罪认罚。依照《中华人民共和国刑事诉讼法》第一百六十二条之规定，"
        "现将此案移送审查起诉。",
        f"已将案件移送情况告知犯罪嫌疑人及其辩护律师（值班律师）{case.lawyer}。",
    )
    paper.right(f"此致　{case.proc}", f"{case.bureau}（印）", day(t.concluded))
    paper.note("移送审查起诉日期", t.concluded)
    told = t.moved + DAY
    people = [(a.name, "犯罪嫌疑人")] + (
        [(case.people["k" if case.plot.dead else "v"].name, "被害人" + ("近亲属" if case.plot.dead else ""))]
        if charge != "贩卖毒品"
        else []
    )
    for name, role in people:
        paper = case.paper("proc", "审查起诉权利告知书", f"{name}审查起诉权利告知书", "docx")
        paper.title(f"{role}诉讼权利义务告知书")
        paper.p(
            f"{name}：本院于{day(t.moved)}收到{case.bureau}移送审查起诉的{a.name}涉嫌{charge}一案，"
            "依据《中华人民共和国刑事诉讼法》第三十四条、第四十六条、第一百七十三条，"
            f"告知你有权{'委托辩护人、约见值班律师、申请法律援助' if name == a.name else '委托诉讼代理人、对案件发表意见'}，有权申请回避，享有申诉、控告等权利。"
        )
        paper.right(f"被告知人：{name}（签名）　{day(told)}", f"{case.proc}（印）")
    _plea(case)
    paper = case.paper("proc", "起诉书", "起诉书", case.rng.choice(("docx", "pdf")))
    paper.title(f"{case.proc}起诉书")
    paper.right(
        f"{case.city if case.plot.dead else case.district}检刑诉〔{t.indicted.year}〕{case.rng.randint(30, 700)}号"
    )
    defence = (
        f"辩护人{case.lawyer}，{case.city}市明规律师事务所律师。" if case.plot.dead or case.minor else ""
    )
    paper.p(
        f"被告人{who}。因涉嫌{charge}罪，于{day(t.detained)}被刑事拘留，于{day(t.arrested)}被逮捕。{defence}",
        (
            f"本案由{case.bureau}侦查终结，以{a.name}涉嫌{charge}罪，于{day(t.moved)}向本院移送起诉。"
            f"本院受理后，于{day(told)}告知权利，依法讯问了被告人，审阅了全部案件材料。"
        ),
        f"经依法审查查明：{case.facts['brief']}",
        f"认定上述事实的证据如下：{case.say(case.plot.evidence)}；被告人{a.name}的供述与辩解。",
        f"本院认为，被告人{a.name}的行为触犯了《中华人民共和国刑法》{case.plot.article}，应当以{charge}罪追究其刑事责任。其认罪认罚，可以从宽处理。"
        "根据《中华人民共和国刑事诉讼法》第一百七十六条的规定，提起公诉，请依法判处。",
    )
    paper.right(
        f"此致　{case.court}",
        f"检察官：{case.prosecutors[0]}　检察官助理：{case.prosecutors[1]}",
        f"{case.proc}（院印）　{day(t.indicted)}",
    )
    paper.note("起诉日期", t.indicted)


def _plea(case: Case) -> None:
    a, charge = case.accused, case.plot.charge
    paper = case.paper("proc", "认罪认罚具结书", "认罪认罚具结书", case.rng.choice(("docx", "pdf")))
    paper.title("认罪认罚具结书")
    term = RANGE.get(charge, "由人民检察院依法提出量刑建议，本人已知悉")
    paper.p(
        f"一、犯罪嫌疑人身份信息　本人{a.name}，{a.sex}，{day(a.born)}出生，公民身份号码{a.number}。",
        "二、权利知悉　本人已阅读《认罪认罚从宽制度告知书》，理解并接受其内容，自愿适用认罪认罚从宽制度。",
        f"三、认罪认罚内容　本人对指控的{charge}事实和罪名没有异议；量刑建议：{term}。",
        "四、自愿签署声明　本人在签署时未受任何暴力、威胁或者其他非法影响，知悉认罪认罚的性质和法律后果。",
    )
    paper.right(f"本人签名：{a.name}（捺指印）　{day(case.t.plea)}")
    if case.minor:
        paper.right(f"法定代理人：{case.kin.name}（签名）　{day(case.t.plea)}")
    role = "辩护人" if case.plot.dead or case.minor else "值班律师"
    if case.foreign:
        paper.right(f"翻译人员：{case.interpreter}（签名）")
    paper.p(f"本人是犯罪嫌疑人{a.name}的{role}。本人证明，其已阅读上述内容并理解，系自愿签署。")
    paper.right(f"{role}：{case.lawyer}（签名）　{day(case.t.plea)}")
    paper.note("具结日期", case.t.plea.date())
