"""现场勘验, 搜查, 扣押, 提取, 称量取样: how each thing came into the file."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from benchmarks.planted_files.family_yi.model import Paper, day, full, span
from benchmarks.planted_files.family_yi.story import Case

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def _attested(case: Case, at: int) -> str:
    person = case.attestors[at]
    return f"{person.name}（{person.job}，身份证号{person.number}，非办案单位人员，与本案无利害关系）"


def _signed(
    paper: Paper, case: Case, pair: tuple[str, ...], at: int, when: datetime, holder: str = ""
) -> None:
    if holder:
        paper.right(f"当事人（持有人）：{holder}（签名、捺指印）")
    paper.right(
        f"见证人：{case.attestors[at].name}（签名）",
        f"侦查人员：{'　'.join(f'{name}（签名）' for name in pair)}　{day(when)}",
    )


def survey(case: Case) -> None:
    """现场勘验检查笔录 with its list of photographs and plan."""
    if not case.plot.scene:
        return
    start, end = case.t.scene
    pair = (case.officers[6], case.officers[7])
    case.duty(pair, start, end, "勘验")
    paper = case.paper("scene", "现场勘验检查笔录", "现场勘验检查笔录", case.rng.choice(("docx", "pdf")))
    paper.title("现场勘验检查笔录")
    paper.p(
        f"现场勘验单位：{case.bureau}刑事技术室　　勘验号：K9901{start:%Y%m%d}{case.rng.randint(1, 60):04d}",
        f"指派/报告时间：{full(case.t.report)}接指挥中心指令。",
        (
            f"勘验时间：{span(start, end, case.style)}　天气：{case.rng.choice(('晴', '多云', '阴'))}　光线："
            f"{'照明灯光' if start.hour < 6 else case.rng.choice(('自然光', '自然光和照明灯光'))}"
        ),
        f"勘验人员：{'、'.join(pair)}（{pair[0]}负责笔录、照相，{pair[1]}负责痕迹提取、制图）　现场指挥：{case.leader}",
        f"见证人：{_attested(case, 0)}",
        f"现场保护情况：现场由派出所民警设置警戒带保护，除{'报案人开门查看外' if case.plot.dead else '报案人外'}无其他人员进入。勘验证已出示。",
    )
    paper.p(*(case.say(text) for text in case.plot.scene))
    if case.has("unmatched_trace"):
        paper.p(case.plot.extra["trace"] + "，已照相、提取送检。")
    paper.p("现场照相28张，绘制现场方位图、平面图各1张，录像1段。提取的痕迹物品见提取登记。")
    _signed(paper, case, pair, 0, start)
    paper.note("勘验时间", start)
    plan = case.paper("scene", "现场照片说明", "现场图及照片目录", "docx")
    plan.title("现场图、照片目录")
    plan.table(
        [["序号", "内容", "拍摄人", "时间"]]
        + [
            [str(n), what, pair[0], f"{start + n * 6 * MINUTE:%H:%M}"]
            for n, what in enumerate(
                ("现场方位", "现场概貌（由外向内）", "出入口", "中心现场", "痕迹物品（带比例尺）", "细目"), 1
            )
        ]
    )
    plan.right(f"制作：{pair[0]}、{pair[1]}　{day(start)}")


def body(case: Case) -> None:
    """Samples of the accused; for rape also the examination of the injured woman by women."""
    when = case.t.sittings[0][0] - 20 * MINUTE
    pair = (case.officers[6], case.officers[7])
    paper = case.paper("scene", "人身检查笔录", f"{case.accused.name}人身检查及样本采集笔录", "docx")
    paper.title("人身检查及生物样本采集笔录")
    mark = "，颈部见两道旧抓痕（已照相）" if case.plot.charge == "强奸" else ""
    paper.p(
        f"检查时间：{span(when, when + 15 * MINUTE, case.style)}　地点：{case.centre}信息采集室",
        f"检查人：{'、'.join(pair)}　见证人：{_attested(case, 1)}",
        f"对象：犯罪嫌疑人{case.accused.name}。体表未见新鲜外伤{mark}；采集指尖血样1份（滤纸）、十指指纹捺印卡1份、正面侧面照片各1张，编号封装。",
    )
    _signed(paper, case, pair, 1, when, case.accused.name)
    case.duty(pair, when, when + 15 * MINUTE, "人身检查")
    if case.plot.charge != "强奸":
        return
    start = case.t.report + 25 * MINUTE
    women = (case.officers[4], case.officers[5])
    paper = case.paper("scene", "人身检查笔录", f"{case.facts['v']}人身检查提取笔录", "docx")
    paper.title("人身检查、提取笔录")
    paper.p(
        f"检查时间：{span(start, start + 35 * MINUTE, case.style)}　地点：{case.city}市妇幼保健院妇科检查室",
        f"检查人：{women[0]}、{women[1]}（均为女民警），由女医师在场协助　见证人：{_attested(case, 3)}",
        f"经{case.facts['v']}同意，检查见双腕环形皮下出血、右膝擦伤，已照相；提取拭子2支、指甲擦拭物1份、血样1份，分别编号封存，送物证室冷藏。",
    )
    _signed(paper, case, women, 3, start, case.facts["v"])
    case.duty(women, start, start + 35 * MINUTE, "被害人检查")


def search(case: Case) -> None:
    """搜查证, 搜查笔录, 扣押决定书, 扣押笔录, 扣押清单."""
    items = case.plot.items
    if not items:
        return
    start, end = case.t.search
    pair = (case.officers[2], case.officers[3])
    case.duty(pair, start, end, "搜查")
    home = case.accused.home if case.minor else case.rent
    paper = case.paper("search", "搜查证", "搜查证", "docx")
    paper.title("搜查证")
    paper.right(case.number("搜查"))
    paper.p(
        f"根据《中华人民共和国刑事诉讼法》第一百三十六条之规定，兹派侦查人员{'、'.join(pair)}对犯罪嫌疑人{case.accused.name}位于{case.rent}"
        "的住处进行搜查。"
    )
    paper.right(
        f"{case.bureau}（印）　{day(start)}", f"本证已于{full(start)}向我宣布。{case.accused.name}（签名）"
    )
    told = "、".join(case.facts[f"item{n}"] for n in range(len(items)))
    drugs = case.plot.charge == "贩卖毒品"  # weighed afterwards: the search itself knows no weight
    seen = "、".join(f"{item.name}{item.count}" for item in items) if drugs else told
    alone = case.has("search_no_witness")
    listless = case.has("seizure_no_list")
    paper = case.paper("search", "搜查笔录", "搜查笔录", case.mixed())
    paper.title("搜查笔录")
    paper.p(
        f"搜查时间：{span(start, end, case.style)}",
        f"搜查地点：{case.rent}　　侦查人员：{'、'.join(pair)}　记录人：{pair[1]}",
        "见证人：无" if alone else f"见证人：{_attested(case, 1)}",
        (
            f"搜查情况：出示搜查证后，在{case.accused.name}在场的情况下对其住处{'' if home == case.rent else '（租住房）'}依次搜查"
            f"，于{case.plot.found}发现{seen}。搜查中未损坏物品。"
        ),
        f"对上述物品{'带回单位处理' if listless else '当场拍照、扣押，另行制作扣押笔录和清单，清单一式三份'}。"
        + ("" if alone else "全程录像。"),
    )
    if alone:
        paper.right(
            f"犯罪嫌疑人：{case.accused.name}（签名、捺指印）",
            f"侦查人员：{pair[0]}（签名）　{pair[1]}（签名）　{day(start)}",
        )
        paper.plant("search_no_witness", "搜查没有见证人，也没有说明原因、没有录像")
    else:
        _signed(paper, case, pair, 1, start, case.accused.name)
    paper.note("搜查时间", start)
    if listless:
        paper.plant("seizure_no_list", f"搜查发现的{items[0].name}等物品没有扣押决定书、扣押笔录和清单")
        return
    _seize(case, pair, told)


def _seize(case: Case, pair: tuple[str, str], told: str) -> None:
    drugs = case.plot.charge == "贩卖毒品"
    end = weighed(case) + 55 * MINUTE if drugs else case.t.search[1]
    items = case.plot.items
    paper = case.paper("search", "扣押决定书", "扣押决定书", "docx")
    paper.title("扣押决定书")
    paper.right(case.number("扣"))
    paper.p(
        f"根据《中华人民共和国刑事诉讼法》第一百四十一条之规定，决定对{case.accused.name}持有的与案件有关的物品予以扣押，详见扣押清单。"
    )
    paper.right(f"{case.bureau}（印）", day(end))
    paper = case.paper("search", "扣押笔录", "扣押笔录", case.mixed())
    paper.title("扣押笔录")
    paper.p(
        f"时间：{span(end, end + 25 * MINUTE, case.style)}　地点：{f'{case.centre}物证室' if drugs else case.rent}",
        f"侦查人员：{'、'.join(pair)}　记录人：{pair[1]}",
        "见证人：无" if case.has("search_no_witness") else f"见证人：{_attested(case, 1)}",
        f"扣押过程：向{case.accused.name}宣读扣押决定书后，对{told}逐件查点、拍照、封存，由其核对并在清单上签名。",
    )
    if case.has("search_no_witness"):
        paper.right(
            f"持有人：{case.accused.name}（签名、捺指印）",
            f"侦查人员：{pair[0]}（签名）　{pair[1]}（签名）　{day(end)}",
        )
    else:
        _signed(paper, case, pair, 1, end, case.accused.name)
    paper.note("扣押日期", end.date())
    paper.note("扣押物品", "、".join(item.name for item in items))
    case.duty(pair, end, end + 25 * MINUTE, "扣押")
    paper = case.paper("search", "扣押清单", "扣押清单", case.rng.choice(("docx", "jpg")))
    paper.title("扣押清单")
    paper.table(
        [["编号", "名称", "数量", "特征", "备注"]]
        + [[str(n), item.name, item.count, case.say(item.feature), "随案"] for n, item in enumerate(items, 1)]
    )
    attestor = "" if case.has("search_no_witness") else f"　见证人：{case.attestors[1].name}（签名）"
    paper.right(
        f"持有人：{case.accused.name}（签名、捺指印）{attestor}",
        f"办案人：{pair[0]}、{pair[1]}　保管人：{case.officers[5]}",
        day(end),
    )
    paper.stamp = case.bureau
    paper.note("扣押日期", end.date())
    paper.note("扣押物品", "、".join(item.name for item in items))


def reveal(case: Case) -> None:
    """提取笔录 of the thing the accused had hidden and led the officers to."""
    if not case.plot.hidden:
        return
    start, end = case.t.reveal
    pair = (case.officers[0], case.officers[6])
    known = case.has("confession_after_finding")
    case.duty(pair, start, end, "提取")
    thing, where = (
        re.sub(r"净重[\d.]+克，", "", case.facts["hidden"]),
        case.facts["bridge"],
    )  # not weighed yet
    paper = case.paper("scene", "提取笔录", f"{case.plot.hidden.name}提取笔录", case.mixed())
    paper.title("提取笔录" if known else "指认、提取笔录")
    signed = start - 9 * DAY if case.has("dates_inside") else start
    paper.p(
        f"提取时间：{span(start, end, case.style)}",
        f"提取地点：{where}　侦查人员：{'、'.join(pair)}　记录人：{pair[1]}",
        f"见证人：{_attested(case, 2)}",
    )
    hideout = case.facts["hideout"]
    if known:
        paper.p(
            f"提取经过：民警在案发地周边排查时，于{where}发现{thing}（发现时：{hideout}），拍照固定后提取。"
        )
        paper.plant(
            "confession_after_finding",
            (
                f"{case.plot.hidden.name}于{full(start)}已被查获，早于{full(case.t.sittings[0][0])}开始的第一次供述，"
                "到案经过却称根据供述提取"
            ),
        )
    else:
        paper.p(
            f"提取经过：根据犯罪嫌疑人{case.accused.name}本人的供述，由其带领侦查人员到{where}，指明位置，当场取出{thing}。"
            f"全程录像，{case.accused.name}辨看后称就是其藏放的。"
        )
    paper.p(f"提取物品：{thing}，装入物证袋，封口处由在场人签名。" + "同时列入扣押清单（二）。")
    paper.right(*([] if known else [f"犯罪嫌疑人：{case.accused.name}（签名、捺指印）"]))
    paper.right(
        f"见证人：{case.attestors[2].name}（签名）",
        f"侦查人员：{pair[0]}（签名）　{pair[1]}（签名）　{day(signed)}",
    )
    if case.has("dates_inside"):
        paper.plant("dates_inside", f"提取时间写{day(start)}，落款写{day(signed)}")
    paper.note("提取时间", start)
    paper.note("提取物品", case.plot.hidden.name)
    decision = case.paper("search", "扣押决定书", "扣押决定书（二）", "docx")
    decision.title("扣押决定书")
    decision.right(case.number("扣"))
    decision.p(
        f"根据《中华人民共和国刑事诉讼法》第一百四十一条之规定，决定对在{where}提取的{case.plot.hidden.name}{case.plot.hidden.count}予以扣押。"
    )
    decision.right(f"{case.bureau}（印）", day(start))
    listed = case.paper("search", "扣押清单", "扣押清单（二）", "docx")
    listed.title("扣押清单")
    listed.table(
        [
            ["编号", "名称", "数量", "特征", "备注"],
            [
                "1",
                case.plot.hidden.name,
                case.plot.hidden.count,
                case.say(case.plot.hidden.feature),
                "见提取笔录",
            ],
        ]
    )
    holder = "" if known else f"持有人：{case.accused.name}（签名、捺指印）　"
    listed.right(
        f"{holder}见证人：{case.attestors[2].name}（签名）",
        f"办案人：{pair[0]}、{pair[1]}　保管人：{case.officers[5]}",
        day(start),
    )
    listed.note("扣押日期", start.date())
    listed.note("扣押物品", case.plot.hidden.name)


def weighed(case: Case) -> datetime:
    """When the weighing begins: after the search and the second find."""
    return max(case.t.search[1] + 45 * MINUTE, case.t.reveal[1] + 40 * MINUTE)


def weighing(case: Case) -> None:
    """称量、取样笔录 of the drug and the test of the accused's urine."""
    if case.plot.charge != "贩卖毒品":
        return
    start = weighed(case)
    pair = (case.officers[3], case.officers[7])
    case.duty(pair, start, start + 50 * MINUTE, "称量")
    f = case.facts
    weigh = case.paper("search", "称量笔录", "毒品称量、取样笔录", case.mixed())
    weigh.title("毒品称量、取样、封装笔录")
    weigh.p(
        f"称量、取样时间：{span(start, start + 50 * MINUTE, case.style)}　地点：{case.centre}物证室",
        f"侦查人员：{'、'.join(pair)}　记录人：{pair[1]}　见证人：{_attested(case, 2)}",
        (
            f"衡器：电子天平（型号TY-300，感量0.01克），检定证书编号JD{case.seed % 900 + 100}，检定有效期至{case.t.crime.year + 1}"
            "年12月31日，称量前示数归零。"
        ),
        (
            f"犯罪嫌疑人{case.accused.name}在场，拆封后逐包称量：编号{f['seal']}净重{f['w']}克；编号{f['seal9']}净重{f['w9']}"
            f"克，合计{f['gross']}克。"
        ),
        f"取样：编号{f['seal']}研混均匀后取0.52克，编号{f['seal9']}取0.31克，分别装入检材袋，余量重新封装签字。全程录像。",
    )
    _signed(weigh, case, pair, 2, start, case.accused.name)
    weigh.note("称量时间", start)
    paper = case.paper("search", "现场检测报告书", "尿样现场检测报告书", "docx")
    paper.title("现场检测报告书")
    paper.p(
        f"被检测人：{case.accused.name}。{full(start - 15 * MINUTE)}采集其尿液，用甲基苯丙胺检测试剂（胶体金法）"
        "检测，结果呈阳性。已当面告知，其签字确认，无异议。"
    )
    paper.right(
        f"检测人：{pair[0]}（签名）　{pair[1]}（签名）",
        f"被检测人：{case.accused.name}（签名、捺指印）　{day(start)}",
    )
