"""Papers about places and things: scene, search, extraction, seizure, recordings, return."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from benchmarks.planted_files.family_bing.case import Case
from benchmarks.planted_files.family_bing.layout import Marks, Paper
from benchmarks.planted_files.family_bing.world import ar, at, cn, iso, minutes, small


def scene(case: Case) -> Paper:
    """现场勘验笔录."""
    w, p = case.w, case.p
    start, end = p.scene
    traffic = case.story.charge == "交通肇事"
    paper = case.paper("现场勘验笔录")
    paper.title("现 场 勘 验 笔 录")
    paper.centre(f"（现场勘验单位：{w.bureau}{'交警大队' if traffic else '刑侦大队'}）", 11)
    lines = case.hours(start, end)
    inside = "dates_inside" in case.flaws and not traffic
    paper.line(f"勘验时间‹{lines[0]}›", values=(("开始时间", iso(start)), ("结束时间", iso(end))))
    for more in lines[1:]:
        paper.line(f"‹{more}›")
    paper.line(f"勘验地点‹{case.say('{place}')}›")
    paper.line(
        f"接报时间‹{at(p.report)}›　天气‹"
        + case.say("[晴|多云|阴]")
        + f"，{case.rng.randint(12, 24)}℃，微风›"
    )
    paper.line(
        f"勘验人员‹{w['o5']}、{w['o6']}›　现场指挥‹{w['chief']}›",
        values=(("勘验人员", f"{w['o5']}、{w['o6']}"),),
    )
    paper.line(f"见证人‹{w['U']}›　住址‹{w.area}{w.street}›")
    paper.gap(6)
    paper.para("一、勘验过程及情况")
    for text in case.story.scene:
        paper.para(case.say(text))
    paper.para("二、提取痕迹、物证情况")
    paper.para(case.say("现场提取" + case.story.trace + "一处，编为1号，拍照固定后单独包装封存。"))
    if "unmatched_trace" in case.flaws:
        extra = "在相邻位置提取同类痕迹一处，编为2号，单独包装封存。"
        paper.para(extra)
    paper.para("三、现场拍照" + small(case.rng.randint(11, 19)) + "张，绘制现场平面示意图一张。")
    paper.gap()
    for role, names in (("勘验人员", f"{w['o5']}　{w['o6']}"), ("见证人", w["U"]), ("笔录人", w["o6"])):
        paper.right(f"{role}：‹{names}›")
    early = start.date() - timedelta(days=3)
    day = early if inside else end.date()
    done = f"勘验时间为{ar(start)}，落款却是{ar(early)}，早于接报"
    paper.right(f"‹{ar(day)}›", flaws=case.has("dates_inside", done) if inside else ())
    return paper


def photos(case: Case, count: int) -> Paper:
    """Sheets of scene photographs: frames with captions."""
    paper = case.paper("现场照片")
    paper.title("现　场　照　片", 18)
    views = (
        "现场方位",
        "现场概貌（由南向北摄）",
        "现场概貌（由北向南摄）",
        "中心现场",
        "出入口",
        "痕迹所在部位",
        "痕迹细目（附比例尺）",
    )
    for number in range(count):
        paper.photo()
        paper.line(f"照片{number + 1}　{views[number % len(views)]}", size=10.5)
    paper.right(f"拍照人：‹{case.w['o6']}›　{ar(case.p.scene[0])}")
    return paper


def searched(case: Case) -> Paper:
    """搜查笔录."""
    w, p = case.w, case.p
    start, end = p.search
    blank = "search_no_witness" in case.flaws
    paper = case.paper("搜查笔录")
    paper.title("搜　查　笔　录")
    lines = case.hours(start, end)
    paper.line(f"时间‹{lines[0]}›", values=(("开始时间", iso(start)), ("结束时间", iso(end))))
    for more in lines[1:]:
        paper.line(f"‹{more}›")
    paper.line(
        f"侦查人员姓名、单位‹{w['o5']}、{w['o6']}　{w.bureau}›",
        values=(("侦查人员", f"{w['o5']}、{w['o6']}"),),
    )
    paper.line(
        "见证人　　　　　　　　　"
        if blank
        else f"见证人‹{w['W3']}›（{w.area}{w.street2}居民委员会工作人员）",
        flaws=case.has("search_no_witness", "搜查笔录没有见证人，也没有说明原因和录像"),
    )
    paper.line(f"被搜查人家属‹{w['K']}›")
    paper.line(f"搜查对象‹{w.area}{w.street2}{case.a}住处›")
    paper.para(
        f"侦查人员{w['o5']}、{w['o6']}向{w['K']}出示搜查证（{case.fields['warrant']}）后，对{case.a}住处的卧室、客厅、厨房依次搜查。"
    )
    things = case.say(case.story.own_things)
    paper.para(
        f"搜查情况：在卧室衣柜内发现{things}一件，当场予以扣押，开列清单；其他房间未发现与案件有关的物品。搜查中未损坏物品。"
    )
    paper.gap()
    paper.right(f"被搜查人家属：‹{w['K']}›")
    paper.right("见证人：＿＿＿＿＿" if blank else f"见证人：‹{w['W3']}›")
    paper.right(f"侦查人员：‹{w['o5']}›　‹{w['o6']}›")
    paper.right(f"‹{ar(end)}›")
    return paper


def warrant(case: Case) -> Paper:
    """搜查证."""
    w, p = case.w, case.p
    paper = case.paper("搜查证")
    paper.title("搜　查　证")
    case.fields["warrant"] = case.number("搜查")
    paper.right(case.fields["warrant"])
    paper.para(
        f"根据《中华人民共和国刑事诉讼法》第一百三十六条之规定，兹派我局侦查人员‹{w['o5']}、{w['o6']}›对‹{case.a}在{w.area}{w.street2}的住处›进行搜查。"
    )
    paper.gap(14)
    paper.right(cn(p.search[0].date()))
    paper.stamp(w.bureau)
    paper.gap(46)
    paper.line(f"本证已于‹{at(p.search[0])}›向我出示。被搜查人家属：‹{w['K']}›")
    return paper


def search_list(case: Case) -> Paper:
    """扣押清单 of what was found at his home."""
    w, p = case.w, case.p
    things = case.say(case.story.own_things)
    blank = "search_no_witness" in case.flaws
    return seizure(case, [("1", things, "1件", "半旧")], p.search[1], w["K"], "" if blank else w["W3"])


def seizure(
    case: Case, rows: list[tuple[str, str, str, str]], day: datetime, holder: str, seen: str
) -> Paper:
    """扣押清单, with holder, officers and witness."""
    w = case.w
    paper = case.paper("扣押清单")
    paper.title("扣　押　清　单")
    table: list[tuple[str, ...]] = [("编号", "名称", "数量", "特征")]
    table += [(f"‹{a}›", f"‹{b}›", f"‹{c}›", f"‹{d}›") for a, b, c, d in rows]
    names = "、".join(f"{b}{c}" for _, b, c, _ in rows)
    marks: dict[int, tuple[Marks, Marks]] = {
        1: ((("扣押物品", names), ("扣押日期", day.date().isoformat())), ())
    }
    paper.table(table, (0.1, 0.24, 0.16, 0.5), marks=marks)
    paper.line("（一式三份：一份附卷，一份交物品持有人，一份交保管人员）", size=10)
    paper.gap()
    paper.line(f"物品持有人：‹{holder}›　　　见证人：‹{seen}›")
    paper.line(f"保管人：‹{w['keeper']}›　　　办案民警：‹{w['o5']}　{w['o6']}›")
    paper.right(f"‹{ar(day)}›")
    paper.stamp(w.bureau)
    return paper


def seize_order(case: Case, things: str, day: date) -> Paper:
    """扣押决定书."""
    paper = case.paper("扣押决定书")
    paper.title("扣 押 决 定 书")
    paper.right(case.number("扣"))
    paper.para(
        f"我局在侦查{case.story.charge}案件中发现{things}可用以证明案件事实。根据《中华人民共和国刑事诉讼法》第一百四十一条之规定，"
        "决定予以扣押（物品见扣押清单）。"
    )
    paper.gap()
    paper.right(cn(day))
    paper.stamp(case.w.bureau)
    return paper


def extraction(case: Case) -> Paper:
    """提取笔录 of the thing hidden, or of the recorder's card in a traffic case."""
    w, p, s = case.w, case.p, case.story
    start, end = p.extract
    paper = case.paper("提取笔录")
    paper.title("提　取　笔　录")
    early = "confession_after_finding" in case.flaws
    lines = case.hours(start, end)
    two = p.sessions[1]
    done = f"{ar(start)}已经提取，{ar(two.start)}的供述才说出藏匿地点"
    paper.line(
        f"时间‹{lines[0]}›",
        values=(("开始时间", iso(start)), ("结束时间", iso(end))),
        flaws=case.has("confession_after_finding", done),
    )
    for more in lines[1:]:
        paper.line(f"‹{more}›")
    where = case.say(s.hidden_at) if s.hidden_at else f"{w.bureau}交警大队停车场"
    paper.line(f"地点‹{where}›")
    paper.line(f"侦查人员‹{w['o5']}、{w['o6']}›　工作单位‹{w.bureau}›")
    paper.line(f"见证人‹{w['S3']}›　住址‹{w.area}{w.street2}›")
    if not s.hidden_at:
        how = "对停放在该处的肇事车辆进行检查，从前挡风玻璃内侧的行车记录仪上"
    elif early:
        how = f"侦查人员在案发地周边逐段搜索，在{where}"
    else:
        how = f"根据犯罪嫌疑人{case.a}在{ar(two.start)}讯问中的供述，侦查人员到{where}"
    things = f"{case.item.name}{case.item.count}"
    paper.para(
        f"{how}"
        + case.say("[提取到|发现并提取]")
        + f"{things}。提取前拍照固定，戴手套取出，装入物证袋封存，见证人全程在场。"
    )
    paper.gap()
    paper.right(f"见证人：‹{w['S3']}›")
    paper.right(f"侦查人员：‹{w['o5']}›　‹{w['o6']}›")
    paper.right(f"记录人：‹{w['o6']}›　‹{ar(end)}›")
    return paper


def thing_list(case: Case) -> Paper:
    """扣押清单 of the thing hidden."""
    rows = [("1", case.item.name, case.item.count, case.item.feature)]
    holder = case.a if not case.story.hidden_at else "无（见提取笔录）"
    return seizure(case, rows, case.p.extract[1], holder, case.w["S3"])


def thing_photos(case: Case) -> Paper:
    """物证照片."""
    paper = case.paper("物证照片")
    paper.title("物　证　照　片", 18)
    done = f"{case.item.name}没有提取笔录、扣押决定书和清单，来源不明"
    flaws = case.has("seizure_no_list", done)
    paper.photo()
    note = f"涉案{case.item.name}{case.item.count}，{case.item.feature}。"
    paper.line(note, flaws=flaws)
    paper.right(f"制作人：‹{case.w['o6']}›　{ar(case.p.labs)}")
    return paper


def returned_things(case: Case) -> Paper:
    """发还清单."""
    paper = case.paper("发还清单")
    paper.title("发　还　清　单")
    rows: list[tuple[str, ...]] = [
        ("名称", "数量", "备注"),
        (f"‹{case.item.name}›", f"‹{case.item.count}›", "‹已拍照固定›"),
    ]
    paper.table(rows, (0.4, 0.2, 0.4))
    paper.gap()
    paper.line(f"领取人：‹{case.w['V']}›　办案民警：‹{case.w['o1']}　{case.w['o2']}›")
    paper.right(f"‹{ar(case.p.told)}›")
    paper.stamp(case.w.bureau)
    return paper


def video(case: Case) -> Paper:
    """监控录像调取及内容说明."""
    w, p, s = case.w, case.p, case.story
    paper = case.paper("监控说明")
    paper.title("监控录像调取情况说明", 18)
    paper.para(
        f"{ar(p.scene[1])}，民警{w['o5']}、{w['o6']}依法调取{case.say('{place}')}周边监控录像，经与北京时间校对，误差在三秒以内，复制刻盘。"
    )
    paper.para("内容说明：" + case.say(s.video if case.linked else s.video_blind))
    if "exculpatory_not_moved" in case.flaws:
        words = case.say(s.favourable)
        paper.para(
            f"另有一段资料，{words}，因与认定犯罪无关，由我队另行留存，未刻盘，未随案移送。",
            flaws=case.has("exculpatory_not_moved", f"有利的资料没有随案移送：{words}"),
        )
    paper.para("刻录光盘一张，" + case.say("[随案移送|随卷移送]。"))
    paper.right(f"民警：‹{w['o5']}›　‹{w['o6']}›")
    paper.right(ar(p.detain))
    paper.stamp(w.bureau)
    return paper


def accident(case: Case) -> Paper:
    """道路交通事故认定书."""
    w, p = case.w, case.p
    paper = case.paper("道路交通事故认定书")
    paper.title("道路交通事故认定书", 18)
    paper.right(case.number("交认"))
    paper.para(case.say("事故时间：{date}{hour}。事故地点：{place}。"))
    paper.para(
        case.say("经调查，{A}驾驶机动车未按交通信号灯指示通行，是造成事故的[全部|唯一]原因；{V}没有过错。")
    )
    paper.para(f"根据《道路交通事故处理程序规定》第六十条，认定{case.a}负全部责任，{w['V']}无责任。")
    paper.right(f"交通警察：‹{w['o5']}›　‹{w['o6']}›")
    paper.right(cn(p.crime.date() + timedelta(days=2)))
    paper.stamp(w.bureau)
    paper.line(
        f"已收到并知晓权利。当事人：‹{case.a}›　死者家属：‹{w['S2']}›　‹{ar(p.crime.date() + timedelta(days=2))}›"
    )
    return paper


def weighed(case: Case) -> Paper:
    """称量笔录."""
    w, p = case.w, case.p
    start = p.extract[1] + minutes(70)
    end = start + minutes(25)
    paper = case.paper("称量笔录")
    paper.title("称　量　笔　录")
    values = (("开始时间", iso(start)), ("结束时间", iso(end)))
    paper.line(f"时间‹{at(start)}至{at(end)}›", values=values)
    paper.line(f"地点‹{w.bureau}涉案财物保管室›")
    paper.line(f"侦查人员‹{w['o5']}、{w['o6']}›　见证人‹{w['S3']}›")
    paper.line("衡器‹TCS-150电子台秤，检定有效›")
    paper.para(
        f"归零后将扣押的{case.item.name}{case.item.count}逐盘放置于台秤上称量，{case.item.feature}。称量后重新封存。"
    )
    paper.right(f"见证人：‹{w['S3']}›")
    paper.right(f"侦查人员：‹{w['o5']}›　‹{w['o6']}›")
    paper.right(f"‹{ar(end)}›")
    return paper


def sampling(case: Case) -> Paper:
    """样本采集登记表: the accused's blood or finger prints for comparison."""
    w, one = case.w, case.p.sessions[0]
    when = one.end + minutes(8)
    paper = case.paper("样本采集登记表")
    paper.title("人身检查（样本采集）登记表", 17)
    kind = "指端血样1份（滤纸）" if case.story.trace_kind == "生物检材" else "十指指印1套"
    rows: list[tuple[str, ...]] = [
        ("被采集人", f"‹{case.a}›"),
        ("采集时间", f"‹{at(when)}›"),
        ("样本、数量", f"‹{kind}›"),
        ("采集人", f"‹{w['o3']}　{w['nurse']}›"),
        ("见证人", f"‹{w['h1']}›"),
    ]
    paper.table(rows, (0.26, 0.74), marks={1: ((("采集时间", iso(when)),), ())})
    paper.line("告知采集目的后采集，样本当场封装。")
    paper.right(f"被采集人：‹{case.a}›（捺印）")
    return paper
