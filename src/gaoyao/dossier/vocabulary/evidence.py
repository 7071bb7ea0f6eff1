"""Items of evidence, groups, traces from the scene and objects (CPL art. 50; guide §A.1)."""

from __future__ import annotations

from gaoyao.dossier.schema import Answerer, Kind, choice, flag, moment, ref, refs, words

# fmt: off

COURT, PROSECUTION, INVESTIGATOR = Answerer.COURT, Answerer.PROSECUTION, Answerer.INVESTIGATOR


class Group(Kind, kind="group", label="证据组", key="groups"):
    """Items handled in one act: shown, examined, undisputed."""

    title = words("名称")
    shown = flag("已当庭出示", "该组证据已当庭出示", "该组证据没有当庭出示", COURT)
    confronted = flag("已当庭质证", "该组证据已经质证", "该组证据没有质证", COURT)
    undisputed = flag("控辩双方无异议", "控辩双方对该组证据没有异议", "控辩双方对该组证据有异议", COURT)
    verified = flag("合议庭查证属实", "合议庭经法庭调查确认该组证据属实", "合议庭没有确认该组证据属实", COURT)


class Item(Kind, kind="item", label="证据", key="items"):
    """A piece of evidence."""

    title = words("名称")
    type = choice(
        "证据种类", PROSECUTION,
        physical="物证", documentary="书证", witness="证人证言", victim="被害人陈述", confession="被告人供述和辩解",
        expert="鉴定意见", scene="勘验、检查笔录", identification="辨认笔录", experiment="侦查实验笔录",
        seizure="搜查、扣押、提取笔录", audio_video="视听资料", electronic="电子数据",
        special_report="有专门知识的人的报告", accident_report="事故调查报告", legality_note="取证合法性说明",
        arrival_note="到案经过等说明材料", social_report="社会调查报告",
    )  # fmt: skip
    page = words("卷宗页码")
    file = words("原件文件")
    summary = words("要点")
    transcript = words("笔录正文")
    speaker = ref("陈述人", "accused|person")
    group = ref("证据组", "group")
    happened = moment("形成时间", INVESTIGATOR)
    origin = words("来源标识")
    derived_from = refs("派生自", "item")
    offered_by = choice("提出方", Answerer.CLERK, prosecution="控方", defence="辩方", court="法院调取")
    against = flag(
        "用以证明不利于被告人的事实", "控方用它证明不利于被告人的事实", "它不是用来证明不利于被告人的事实", PROSECUTION
    )
    favourable = flag("有利于被告人", "它有利于被告人", "它并非有利于被告人", Answerer.DEFENCE)
    admits = flag("承认犯罪", "该份供述承认犯罪", "该份供述没有承认犯罪", COURT)
    only_restates_confession = flag(
        "仅由供述派生、没有独立信息", "它只是供述的派生材料，没有独立信息", "它含有供述以外的独立信息", COURT
    )
    withdrawn = flag("控方已撤回", "控方已撤回该证据", "控方没有撤回该证据", PROSECUTION)
    shown = flag("已当庭出示（含原审）", "该证据已当庭出示", "该证据没有当庭出示", COURT)
    confronted = flag("已当庭质证（含原审）", "该证据已经当庭质证", "该证据没有当庭质证", COURT)
    verified = flag("合议庭查证属实", "合议庭经法庭调查确认该证据属实", "合议庭没有确认该证据属实", COURT)
    disputed = flag("控辩双方有异议", "控辩一方对该证据提出异议", "控辩双方对该证据没有异议", COURT)
    technical_measure = flag("采取技术调查、侦查措施收集", "该证据系采取技术调查、侦查措施收集", "该证据不是采取技术调查、侦查措施收集", INVESTIGATOR)
    undercover = flag("隐匿身份侦查收集", "该证据系有关人员隐匿身份实施侦查收集", "该证据不是隐匿身份实施侦查收集", INVESTIGATOR)
    undercover_decided = flag("隐匿身份侦查有负责人决定", "隐匿身份实施侦查有公安机关负责人的决定", "隐匿身份实施侦查没有公安机关负责人的决定", INVESTIGATOR)
    intent_induced = flag("诱使他人产生犯罪意图", "隐匿身份的人员促使原无犯意的人产生犯罪意图", "隐匿身份的人员没有促使他人产生犯罪意图", COURT)
    undercover_danger = flag("采用可能危害公共安全的方法", "隐匿身份的人员采用可能危害公共安全或者发生重大人身危险的方法", "隐匿身份的人员没有采用可能危害公共安全或者发生重大人身危险的方法", COURT)
    police_note = flag("办案机关说明材料", "它是办案机关出具的说明材料", "它不是办案机关出具的说明材料", INVESTIGATOR)
    note_signed_and_sealed = flag("说明材料签名并盖章", "说明材料有办案人员签名并加盖公章", "说明材料缺少办案人员签名或者公章", INVESTIGATOR)
    original = flag("原物、原件", "该证据是原物、原件", "该证据不是原物、原件", INVESTIGATOR)
    copy_verified = flag("复制件已核对或经鉴定", "复制件经与原物、原件核对无误或者以其他方式确认真实", "复制件没有核对，也没有以其他方式确认真实", INVESTIGATOR)
    altered_unexplained = flag("更改迹象不能合理解释", "更改或者更改迹象不能作出合理解释", "没有不能解释的更改迹象", PROSECUTION)


class Trace(Kind, kind="trace", label="现场痕迹、生物样本", parent="item", key="traces"):
    """A trace left at the scene and its comparison (2013 Opinion art. 9(1); Interp. 2021 art. 82(4), 85)."""

    type = choice(
        "痕迹类别", INVESTIGATOR, fingerprint="指纹", blood="血迹", semen="精斑", hair="毛发", footprint="足迹",
        dna="脱落细胞等生物样本", tool_mark="工具痕迹", other="其他",
    )  # fmt: skip
    place = words("提取位置")
    from_scene = flag("遗留在现场", "该痕迹遗留在现场，可能与犯罪有关", "该痕迹不是现场遗留", INVESTIGATOR)
    compared = flag("已与相应样本比对鉴定", "该痕迹已与被告人、被害人的相应样本比对鉴定", "该痕迹没有与被告人、被害人的相应样本比对鉴定", INVESTIGATOR)
    result = choice(
        "比对结论", Answerer.APPRAISER, identity="同一认定", exclusion="排除（不同一）", class_only="仅种类相同",
        inconclusive="不能认定",
    )  # fmt: skip
    matched_to = choice("对应的人", Answerer.APPRAISER, accused="被告人", victim="被害人", third="其他人", unknown_person="身份不明的人")
    lost = flag("检材已灭失", "检材已经灭失", "检材没有灭失", INVESTIGATOR)
    disposal = choice("处理", COURT, open="未处理", traced="已查明遗留人且与本案无关", explained="已作合理解释")
    reason = words("理由")
    support = refs("依据的证据", "item")


class Exhibit(Kind, kind="exhibit", label="涉案物品、作案工具", parent="item", key="exhibits"):
    """An object or tool and how its source was fixed (2013 Opinion art. 9(1))."""

    name = words("名称")
    tool = flag("作案工具", "该物品被指为作案工具", "该物品没有被指为作案工具", PROSECUTION)
    source_by_identification = flag("经辨认确定来源", "该物品的来源经辨认确定", "该物品的来源没有经辨认确定", INVESTIGATOR)
    source_by_appraisal = flag("经鉴定确定来源", "该物品的来源经鉴定确定", "该物品的来源没有经鉴定确定", INVESTIGATOR)
    source_by_other = flag("以其他方式确定来源", "该物品的来源以其他可靠方式确定", "该物品的来源没有以其他可靠方式确定", INVESTIGATOR)
    tied_to_act = choice("与行为的联系", INVESTIGATOR, individual="可与本次行为个别对应", class_only="仅种类相符", none="没有联系依据")


class Exemption(Kind, kind="exemption", label="不经当庭出示质证的依据", parent="item", key="exemptions"):
    """A lawful ground for using an item without examination in open court; not entered means not claimed."""

    type = choice(
        "依据", COURT, technical="技术调查、侦查证据的庭外核实", out_of_court="庭外征求意见（非关键证据、有利的量刑证据、前科裁判文书等）",
        simplified="庭前会议确定的简化方式",
    )  # fmt: skip
    danger = flag(
        "当庭调查有危险", "当庭调查可能危及有关人员人身安全或者产生其他严重后果", "当庭调查不会危及人身安全，也不会产生其他严重后果", INVESTIGATOR
    )
    recorded = flag("核实、征求意见有记录", "庭外核实或者征求意见有记录", "庭外核实或者征求意见没有记录", COURT)
    undisputed = flag("控辩双方无异议", "控辩双方对它没有异议", "控辩一方对它有异议", COURT)
    page = words("卷宗页码")
