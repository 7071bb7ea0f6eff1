"""鉴定聘请书, 鉴定意见, 资质, 鉴定意见通知书."""

from __future__ import annotations

import random
from datetime import timedelta

from benchmarks.planted_files.family_yi.model import day, full
from benchmarks.planted_files.family_yi.plot import Expertise
from benchmarks.planted_files.family_yi.story import Case

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def opinions(case: Case) -> None:
    """For each opinion: the commission, the opinion, the qualifications, the notice."""
    if case.plot.dead:
        paper = case.paper("exp", "解剖尸体通知书", "解剖尸体通知书", "docx")
        paper.title("解剖尸体通知书")
        paper.right(case.number("解通"))
        paper.p(
            f"{case.facts['k']}：为查明{case.facts['v']}的死因，根据《中华人民共和国刑事诉讼法》第一百三十一条之规定，"
            f"我局决定于{day(case.t.report)}对{case.facts['v']}的尸体进行解剖，请你届时到场。",
            f"本通知书已收到，届时到场。{case.facts['k']}（签名）　{day(case.t.report)}",
        )
        paper.right(f"{case.bureau}（印）", day(case.t.report))
    for at, expertise in enumerate(case.plot.expertises):
        _opinion(case, at, expertise)


def _lab(case: Case, expertise: Expertise) -> str:
    if "价格" in expertise.kind:
        return f"{case.city}市{case.district}区{expertise.lab}"
    return f"{case.city}市公安局{expertise.lab}"


def _commission(case: Case, expertise: Expertise, samples: str, lab: str) -> None:
    sent = case.t.report + 3 * HOUR if expertise.early else case.t.sent
    priced = "价格" in expertise.kind
    matter = f"{case.facts['v']}被侵害" if expertise.early else f"{case.accused.name}涉嫌{case.plot.charge}"
    kind = "价格认定协助书" if priced else "鉴定聘请书"
    paper = case.paper("exp", kind, f"{kind}（{expertise.kind}）", "docx")
    paper.title(kind)
    paper.right(case.number("鉴聘"))
    paper.p(
        f"{lab}：为查明{matter}一案，"
        f"现{'提请' if priced else '聘请（委托）'}你单位就下列事项进行{'价格认定' if priced else '鉴定'}："
        f"{case.say(expertise.ask)}。",
        f"送检：{samples}。送检人：{case.officers[6]}、{case.officers[7]}。",
    )
    paper.right(f"{case.bureau}（印）", day(sent))


def _opinion(case: Case, at: int, expertise: Expertise) -> None:
    lab = _lab(case, expertise)
    samples = case.say(expertise.samples)
    _commission(case, expertise, samples, lab)
    taken = (case.t.report + 5 * HOUR).date() if expertise.early else case.t.sent
    done = taken + 2 * DAY
    priced = "价格" in expertise.kind
    paper = case.paper("exp", "鉴定意见", expertise.kind, case.rng.choice(("pdf", "docx")))
    number = f"{case.city}{expertise.mark}字〔{done.year}〕{case.rng.randint(20, 900)}号"
    wrong = expertise.linked and case.has("sample_disagrees")
    received = samples
    if wrong:
        received = samples.replace(case.facts["item0"], case.facts["wrong0"])
        paper.plant(
            "sample_disagrees", f"扣押清单写{case.facts['item0']}，鉴定所收检材写{case.facts['wrong0']}"
        )
    stranger = bool(expertise.unknown) and case.has("unmatched_trace")
    conclusion = case.say(expertise.conclusion)
    if stranger:
        conclusion += case.say(expertise.unknown)
        paper.plant("unmatched_trace", case.say(expertise.unknown) + "卷内没有进一步查证")
    state = "实物查验相符。" if priced and case.plot.items else "包装完好，封签完整。"
    if expertise.early or (
        priced and not case.plot.items
    ):  # a body, a person, or invoices: nothing is sealed
        state = "经核对无误。"
    paper.title(expertise.kind)
    paper.right(number)
    paper.p(
        f"一、绪论　委托单位：{case.bureau}　送检人：{case.officers[6]}、{case.officers[7]}　受理日期：{day(taken)}",
        f"检材和样本：{received}。{state}",
        f"{'认定' if priced else '鉴定'}要求：{case.say(expertise.ask)}。　检验起止：{day(taken)}至{day(done)}　地点：{lab}",
        f"二、检验　{case.say(expertise.method)}",
        f"三、{'认定结论' if priced else '鉴定意见'}　{conclusion}",
    )
    _signatures(case, at, lab, priced, done.year)
    paper.right(
        f"{lab}{'（印）' if priced else '（鉴定专用章）'}" if not _blank(case, at) else lab, day(done)
    )
    paper.note("鉴定机构", lab)
    paper.note("鉴定文书编号", number)
    paper.note("鉴定意见", conclusion)
    _told(case, at, expertise, conclusion, number)


def _blank(case: Case, at: int) -> bool:
    last = 0 if case.plot.charge == "盗窃" else len(case.plot.expertises) - 1  # a price is no expert opinion
    return at == last and case.has("appraisal_unsigned")


def _signatures(case: Case, at: int, lab: str, priced: bool, year: int) -> None:
    """The qualifications of laboratory and experts, and their signatures."""
    paper = case.papers[-1]
    word = "价格认定人员" if priced else "鉴定人"
    pair = (case.experts[at % 3], case.experts[(at + 1) % 3])
    bad = at == 0 and case.has("appraiser_unqualified")
    licence = "价格认定机构登记证书" if priced else "公安机关鉴定机构资格证书"
    own = "价格认定人员岗位证书" if priced else "鉴定人资格证书"
    until = f"{year - 1}年3月31日（续期手续正在办理）" if bad else f"{year + 2}年12月31日"
    papers_of = [f"{own}号{_fixed(case, name + own, 10000, 99999)}" for name in pair]
    if bad:
        papers_of[1] = f"见习人员，{own}正在申领"
    paper.p(
        f"四、附件　{licence}号{_fixed(case, lab, 100, 999)}，有效期至{until}；{pair[0]}，"
        f"{papers_of[0]}；{pair[1]}，{papers_of[1]}。"
    )
    if _blank(case, at):
        paper.right(f"{word}：　　　　　　", f"{word}：　　　　　　")
        paper.plant("appraisal_unsigned", "鉴定意见没有鉴定人签名，也没有盖鉴定专用章")
    else:
        paper.right(*(f"{word}：{name}（签名）" for name in pair))
    if bad:
        paper.plant("appraiser_unqualified", f"鉴定机构资格证书在鉴定时已过期，{pair[1]}没有鉴定人资格")


def _fixed(case: Case, what: str, low: int, high: int) -> int:
    """A number that stays the same for the same person or laboratory throughout a case."""
    return random.Random(f"{case.seed} {what}").randint(low, high)


def _told(case: Case, at: int, expertise: Expertise, conclusion: str, number: str) -> None:
    opinion = case.papers[-1]
    if at == 0 and case.has("appraisal_not_told"):
        opinion.plant(
            "appraisal_not_told", f"{expertise.kind}没有告知犯罪嫌疑人和被害方，卷内没有鉴定意见通知书"
        )
        return
    start = case.t.sittings[3][0]
    people = [(case.accused.name, full(start))]
    if case.plot.charge != "贩卖毒品":
        victim = "k" if case.plot.dead else "v"
        people.append((case.people[victim].name, day(case.t.arrested + DAY)))
    for name, when in people:
        paper = case.paper("exp", "鉴定意见通知书", f"通知书（{expertise.kind}）{name}", "docx")
        paper.title("鉴定意见通知书")
        paper.right(case.number("鉴通"))
        paper.p(
            (
                f"{name}：我局指派或者聘请有关人员，对{case.accused.name}涉嫌{case.plot.charge}案作出{number}{expertise.kind}"
                f"，意见是：{conclusion}"
            ),
            "根据《中华人民共和国刑事诉讼法》第一百四十八条之规定，如果你对该鉴定意见有异议，可以提出补充鉴定或者重新鉴定的申请。",
            f"本通知书已收到，{case.rng.choice(('没有异议', '无异议，不申请重新鉴定'))}。{name}（签名、捺指印）　{when}",
        )
        paper.right(f"{case.bureau}（印）", day(case.t.arrested))
