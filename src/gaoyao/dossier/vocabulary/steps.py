"""Steps of the proceedings: what happened when, by whose paper; periods are computed from them (guide §G)."""

from __future__ import annotations

from gaoyao.dossier.schema import Answerer, Kind, choice, flag, moment, quantity, ref, words

# fmt: off

CLERK = Answerer.CLERK


class Step(Kind, kind="step", label="程序事项", key="steps"):
    """One declared event: it starts periods and ends others."""

    event = choice(
        "事项", CLERK, filed="立案", summoned="传唤、拘传到案", summons_ended="传唤、拘传结束", detained="执行拘留", sent_to_centre="送看守所羁押", told_family="通知家属", questioned="拘留后讯问", arrest_requested="提请批准逮捕",
        arrest_decided="作出批准或不批准逮捕决定", arrested="执行逮捕", questioned_after_arrest="逮捕后讯问", liuzhi="采取留置",
        liuzhi_ended="解除留置或移送", bailed="取保候审", supervised="监视居住", measure_ended="解除强制措施", released="释放",
        transferred="移送审查起诉", rights_told="告知委托辩护人等权利", returned="退回补充侦查", returned_back="补充侦查完毕移送",
        indicted="提起公诉", accepted="法院受理", indictment_served="送达起诉书副本", hearing="开庭审理", adjourned="延期审理",
        resumed="恢复审理", judged="宣告判决", judgment_delivered="送达判决书", judgment_received="接到判决书", appealed="提出上诉",
        protested="提出抗诉", second_accepted="二审法院受理", second_judged="二审裁判", reopened="决定再审", reopened_judged="再审裁判",
        other="其他",
    )  # fmt: skip
    happened = moment("时间", CLERK)
    accused = ref("被告人", "accused")
    in_custody = flag("当时在押", "当时该人在押", "当时该人没有在押", Answerer.DETENTION)
    by = words("机关")
    paper = words("文书名称")
    number = words("文书编号")
    page = words("卷宗页码")


class Approval(Kind, kind="approval", label="批准延长", parent="step", key="approvals"):
    """An approval that lengthens the period which the step starts: paper, number, authority."""

    authority = words("批准机关")
    paper = words("文书名称")
    number = words("文书编号")
    months = quantity("延长月数", "个月", CLERK)
    days = quantity("延长日数", "日", CLERK)
    approved_on = moment("批准日期", CLERK)
    page = words("卷宗页码")


class Pause(Kind, kind="pause", label="不计入期限", parent="step", key="pauses"):
    """Time that does not count in the period which the step starts."""

    ground = choice(
        "事由", CLERK, stay="中止审理", psychiatric="精神病鉴定", file_review="检察院查阅案卷", decision="决定采取强制措施", other_appraisal="精神病以外的鉴定"
    )
    first = moment("起日", CLERK)
    last = moment("止日", CLERK)
    paper = words("文书名称")
    page = words("卷宗页码")
