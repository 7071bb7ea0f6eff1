"""Appraisals: commission, opinion, qualifications, notices of the opinion."""

from __future__ import annotations

from datetime import date, timedelta

from benchmarks.planted_files.family_bing.case import Case
from benchmarks.planted_files.family_bing.layout import Marks, Paper
from benchmarks.planted_files.family_bing.story import Lab
from benchmarks.planted_files.family_bing.world import ar, cn

DAY = timedelta(days=1)


def flawed(case: Case, number: int, code: str) -> bool:
    """Whether a flaw of appraisals is planted and is to show in this one."""
    places = {
        "appraiser_unqualified": 1,
        "appraisal_unsigned": 1,
        "appraisal_not_told": 1,
        "unmatched_trace": 1,
    }
    return code in case.flaws and places.get(code) == number


def house(case: Case, lab: Lab) -> str:
    """The institution's name."""
    return f"{case.w.city}价格认证中心" if lab.house == "price" else f"{case.w.city}公安司法鉴定中心"


def days(case: Case, number: int) -> tuple[date, date, date]:
    """Commissioned and accepted, begun, finished."""
    first = case.p.labs + DAY * number
    return first, first + DAY, first + DAY * (4 + number)


def samples(case: Case, number: int) -> list[tuple[str, str, str]]:
    """What was sent in: name, number and feature."""
    lab, item = case.story.labs[number], case.item
    rows: list[tuple[str, str, str]] = []
    if lab.sample == "{item}" and case.has_thing:
        odd = "sample_disagrees" in case.flaws
        rows.append(
            (item.name, item.odd_count if odd else item.count, item.odd_feature if odd else item.feature)
        )
    elif lab.sample == "{item}" and lab.house == "price":
        rows.append(("购货凭证复印件", "1份", "由被害人提供"))
    elif lab.sample not in ("{item}", "{trace}"):
        rows.append((case.say(lab.sample), "1具", "新鲜"))
    if number == 1:
        rows.append((f"1号现场检材（{case.story.trace}）", "1份", "封装完好"))
        if "unmatched_trace" in case.flaws:
            rows.append((f"2号现场检材（{case.story.trace_kind}）", "1份", "封装完好"))
        rows.append((f"{case.a}的样本", "1份", "血样" if case.story.trace_kind == "生物检材" else "十指指印"))
    return rows


def commission(case: Case, number: int) -> Paper:
    """鉴定聘请书 or 价格认定协助书."""
    lab = case.story.labs[number]
    paper = case.paper("鉴定聘请书")
    paper.title("价格认定协助书" if lab.house == "price" else "鉴 定 聘 请 书")
    paper.right(case.number("鉴聘"))
    paper.line(f"‹{house(case, lab)}›：")
    paper.para(
        f"为了查明案情，根据《中华人民共和国刑事诉讼法》第一百四十六条之规定，兹聘请你单位就以下事项进行鉴定（认定）：{case.say(lab.subject)}。"
    )
    paper.gap()
    paper.right(cn(days(case, number)[0]))
    paper.stamp(case.w.bureau)
    return paper


def conclusion(case: Case, number: int) -> str:
    """The conclusion, by what the case has."""
    lab = case.story.labs[number]
    text = lab.conclusion
    if number == 1 and not case.linked:
        text = lab.unlinked
    elif number == 1 and "unmatched_trace" in case.flaws:
        text = lab.unmatched
    return case.say(text)


def appraisal(case: Case, number: int) -> Paper:
    """鉴定书."""
    lab = case.story.labs[number]
    sent, begun, done_on = days(case, number)
    name = house(case, lab)
    paper = case.paper(lab.title, name)
    mark = case.number("鉴", "鉴")
    values = (("鉴定机构", name), ("文号", mark))
    paper.centre(name, 15, values=values)
    paper.title(" ".join(lab.title), 19)
    paper.right(mark)
    inside = "dates_inside" in case.flaws and case.story.charge == "交通肇事" and number == 0
    when = sent + DAY * 2 + DAY * (done_on - sent).days if inside else sent
    told = case.has("dates_inside", f"受理日期{ar(when)}晚于鉴定完成的{ar(done_on)}") if inside else ()
    unnoticed = case.has("appraisal_not_told", f"{lab.title}没有告知犯罪嫌疑人和被害人一方")
    paper.para("一、绪论", flaws=unnoticed if flawed(case, number, "appraisal_not_told") else ())
    paper.line(f"委托单位：{case.w.bureau}")
    paper.line(f"受理日期：{ar(when)}", flaws=told)
    paper.line(f"鉴定事项：{case.say(lab.subject)}")
    paper.line(f"鉴定日期：{ar(begun)}至{ar(done_on)}")
    rows: list[tuple[str, ...]] = [("检材（样本）", "数量", "特征")]
    rows += samples(case, number)
    listed = (
        f"清单为{case.item.count}，{case.item.feature}；送检为{case.item.odd_count}，{case.item.odd_feature}"
    )
    marks: dict[int, tuple[Marks, Marks]] = {}
    if lab.sample == "{item}":
        marks = {1: ((), case.has("sample_disagrees", listed))}
    paper.table(rows, (0.42, 0.16, 0.42), marks=marks)
    paper.gap(6)
    paper.para("二、检验")
    method = (
        lab.method
        if case.linked or lab.house != "price"
        else "因实物未追回，依据购货凭证和市场调查，采用市场法"
    )
    paper.para(f"{case.say(method)}。检验过程均有记录。")
    paper.para("三、论证")
    paper.para(case.say("检验结果清楚，方法符合现行技术规范，各项结果之间[相互一致|没有矛盾]。"))
    paper.para("四、鉴定意见（认定结论）")
    text = conclusion(case, number)
    other = case.has("unmatched_trace", "2号现场痕迹不是被告人的，来源不明，没有再查")
    paper.para(text, values=(("鉴定意见", text),), flaws=other if number == 1 else ())
    signatures(case, paper, number, done_on)
    return paper


def signatures(case: Case, paper: Paper, number: int, done_on: date) -> None:
    """Who signs, and the institution's stamp."""
    w, lab = case.w, case.story.labs[number]
    job = "价格认定人员" if lab.house == "price" else "鉴定人"
    pair = ("e3", "e4") if number == 0 else ("e1", "e2")
    paper.gap()
    if flawed(case, number, "appraisal_unsigned"):
        paper.right(
            f"{job}：＿＿＿＿＿＿", flaws=case.has("appraisal_unsigned", "鉴定人没有签名，也没有鉴定机构印章")
        )
        paper.right(f"{job}：＿＿＿＿＿＿")
        paper.right(ar(done_on))
        return
    for key in pair:
        paper.right(f"{job}：‹{w[key]}›（签名）")
    paper.gap(34)
    paper.right(ar(done_on))
    paper.stamp(house(case, lab) + "鉴定专用章")


def qualification(case: Case, number: int) -> Paper:
    """资格证书 of the institution and its people."""
    w, lab = case.w, case.story.labs[number]
    name = house(case, lab)
    paper = case.paper("鉴定资质", name)
    paper.title("鉴定机构、鉴定人资格证明", 17)
    sent = days(case, number)[0]
    bad = flawed(case, number, "appraiser_unqualified")
    fields = {
        "法医学尸体检验鉴定书": "法医病理",
        "法庭科学DNA鉴定书": "法医物证（DNA）",
        "手印鉴定书": "痕迹检验（手印）",
    }
    scope = fields.get(lab.title, "价格认定")
    till = date(sent.year - 1, 11, 30) if bad else date(sent.year + 2, 11, 30)
    given = date(till.year - 5, 12, 1)
    pair = ("e3", "e4") if number == 0 else ("e1", "e2")
    done = f"鉴定机构资格证书有效期至{ar(till)}，鉴定时已经过期，没有延续"
    rows: list[tuple[str, ...]] = [
        ("机构名称", name),
        ("证书编号", f"东鉴〔{given.year}〕{case.rng.randint(101, 899)}号"),
        ("业务范围", scope),
        ("有效期", f"{ar(given)}至{ar(till)}"),
        *(
            (
                f"{'价格认定人员' if lab.house == 'price' else '鉴定人'}",
                f"{w[key]}（资格：{scope}，证号{case.rng.randint(20011, 90099)}）",
            )
            for key in pair
        ),
    ]
    marks: dict[int, tuple[Marks, Marks]] = {3: ((), case.has("appraiser_unqualified", done))} if bad else {}
    paper.table(rows, (0.28, 0.72), marks=marks)
    paper.stamp(name)
    return paper


def notice(case: Case, number: int, accused: bool) -> Paper:
    """鉴定意见通知书 to the accused or to the victim's side."""
    w, p, lab = case.w, case.p, case.story.labs[number]
    who = case.a if accused else w[case.story.victim]
    paper = case.paper("鉴定意见通知书")
    paper.title("鉴定意见通知书")
    paper.right(case.number("鉴通"))
    paper.line(f"‹{who}›：")
    paper.para(
        f"我局聘请有关人员对{case.say(lab.subject)}进行了鉴定（认定）。意见是：‹{conclusion(case, number)}›"
        "根据《中华人民共和国刑事诉讼法》第一百四十八条之规定，如有异议，可以申请补充鉴定或者重新鉴定。"
    )
    paper.gap()
    paper.right(cn(p.told))
    paper.stamp(w.bureau)
    paper.gap(40)
    role = "犯罪嫌疑人" if accused else "被害人（亲属）"
    paper.line(
        "本通知书已收到，"
        + case.say("[没有异议|不申请重新鉴定]")
        + f"。{role}：‹{who}›（捺印）　‹{ar(p.told)}›"
    )
    if accused and case.trait == "minor":
        paper.line(f"法定代理人：‹{w['K']}›")
    if accused and case.trait == "tongue":
        paper.line(f"翻译人员：‹{w['tongue']}›")
    paper.line("此联附卷（一式三联）", size=10)
    return paper
