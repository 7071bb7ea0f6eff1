"""The case, its accused, other people, incidents (起) and counts (accused × incident × charge)."""

from __future__ import annotations

from gaoyao.dossier.schema import Answerer, Kind, choice, flag, moment, quantity, ref, refs, word_list, words

# fmt: off

COURT, PROSECUTION, INVESTIGATOR = Answerer.COURT, Answerer.PROSECUTION, Answerer.INVESTIGATOR
CLERK, DEFENCE = Answerer.CLERK, Answerer.DEFENCE


class Case(Kind, kind="case", label="案件", key="case", single=True):
    """The case as a whole; exactly one."""

    title = words("案件名称")
    number = words("案号")
    invented = flag("虚构案件", "本案为虚构", "本案不是虚构", CLERK)
    stage = choice(
        "诉讼阶段", CLERK,
        investigation="侦查", arrest_review="审查逮捕", prosecution_review="审查起诉", first_instance="一审",
        second_instance="二审", death_review="死刑复核", retrial="审判监督",
    )  # fmt: skip
    procedure = choice(
        "审理程序", CLERK,
        ordinary="普通程序", summary="简易程序", fast_track="速裁程序", absentia="缺席审判", private="自诉",
        confiscation="违法所得没收", treatment="强制医疗",
    )  # fmt: skip
    court_level = choice("法院级别", CLERK, basic="基层", intermediate="中级", high="高级", supreme="最高")
    investigating_body = choice(
        "办案机关", CLERK, police="公安机关", procuratorate="人民检察院", supervision="监察委员会",
        state_security="国家安全机关", customs="海关缉私部门",
    )  # fmt: skip
    hearing_on = moment("开庭日期", CLERK)
    judged_on = moment("裁判日期", CLERK)
    homicide = flag("命案", "本案是命案", "本案不是命案", PROSECUTION)
    death_possible = flag("可能判处死刑", "本案可能判处死刑", "本案没有判处死刑的可能", PROSECUTION)
    life_possible = flag("可能判处无期徒刑", "本案可能判处无期徒刑", "本案没有判处无期徒刑的可能", PROSECUTION)
    other_major_crime = flag("其他重大犯罪案件", "本案属于其他重大犯罪案件", "本案不属于其他重大犯罪案件", PROSECUTION)
    evidence_complete = flag(
        "全案证据已录入齐全", "全案证据已录入齐全", "全案证据尚未录入齐全", CLERK,
        question="证据目录所列证据是否已全部录入？",
    )  # fmt: skip
    objective_absence_explained = flag(
        "未取得客观性证据的原因已书面说明", "未能取得客观性证据的原因已有书面说明",
        "未能取得客观性证据的原因没有书面说明", PROSECUTION,
    )  # fmt: skip
    all_material_transferred = flag(
        "有利、不利的证据材料均已移送", "能够证明有罪、无罪、罪重、罪轻的证据材料均已随案移送",
        "有能够证明无罪、罪轻等的证据材料没有随案移送", PROSECUTION,
    )  # fmt: skip
    legality_reviewed = flag(
        "侦查终结时审查了取证合法性", "侦查终结时全面审查了证明证据收集合法性的材料",
        "侦查终结时没有全面审查证明证据收集合法性的材料", INVESTIGATOR,
    )  # fmt: skip
    prosecution_protested = flag("检察院抗诉", "检察院提出了抗诉", "检察院没有抗诉", CLERK)
    unread_pages = quantity("未能阅读的页数", "页", CLERK)


class Accused(Kind, kind="accused", label="被告人（犯罪嫌疑人）", key="accused"):
    """A person accused of an offence."""

    name = words("姓名")
    aliases = word_list("别名")
    born_on = moment("出生日期", INVESTIGATOR)
    deaf_or_mute = flag("聋、哑", "该人聋、哑", "该人不聋、哑", INVESTIGATOR)
    needs_interpreter = flag("不通晓当地语言文字", "该人不通晓当地通用语言、文字", "该人通晓当地通用语言、文字", INVESTIGATOR)
    pleads_guilty = flag("认罪认罚", "该人认罪认罚", "该人不认罪或者不认罚", DEFENCE)
    plea_paper = flag("认罪认罚具结书", "认罪认罚具结书在卷", "没有认罪认罚具结书", PROSECUTION)
    lawyer_at_plea = flag("具结时有辩护人或值班律师在场", "签署具结书时有辩护人或者值班律师在场",
                          "签署具结书时没有辩护人或者值班律师在场", PROSECUTION)  # fmt: skip
    plea_against_will = flag("违背意愿认罪认罚", "该人违背意愿认罪认罚", "该人没有违背意愿认罪认罚", COURT)
    plea_paper_not_needed = flag("依法不需要签署具结书", "该人属于依法不需要签署具结书的人", "该人不属于依法不需要签署具结书的人", PROSECUTION)
    has_defender = flag("有辩护人", "该人有辩护人", "该人没有辩护人", CLERK)
    pretrial_unstable = flag("庭前供述和辩解反复", "庭前供述和辩解存在反复", "庭前供述稳定", COURT)
    retracted_in_court = flag("庭审中翻供", "该人在庭审中翻供", "该人在庭审中没有翻供", COURT)
    confesses_in_court = flag("庭审中供认", "该人在庭审中供认", "该人在庭审中不供认", COURT)
    retraction_reasonable = flag("能合理说明翻供原因", "该人能够合理说明翻供原因", "该人不能合理说明翻供原因", COURT)
    defence_conflicts_with_evidence = flag("辩解与全案证据矛盾", "该人的辩解与全案证据矛盾", "该人的辩解与全案证据不矛盾", COURT)
    pregnant = flag("审判时怀孕", "该人在审判时怀孕", "该人在审判时没有怀孕", COURT)
    minor_at_act = flag("犯罪时不满十八周岁", "该人犯罪时不满十八周岁", "该人犯罪时已满十八周岁", INVESTIGATOR)
    capacity_doubt = flag("刑事责任能力存疑", "该人的刑事责任能力存在疑问", "该人的刑事责任能力没有疑问", COURT)


class Arrival(Kind, kind="arrival", label="到案经过", parent="accused", single=True, key="arrival"):
    """How the accused came into custody (Interp. 2021 art. 142)."""

    page = words("卷宗页码")
    happened = moment("到案时间", INVESTIGATOR)
    manner = choice("到案方式", INVESTIGATOR, caught="抓获", summoned="传唤到案", surrendered="自动投案", handed_over="扭送", other="其他")
    how_identified = words("怎样确定为嫌疑人")
    sealed = flag("加盖单位公章", "到案经过材料加盖办案单位公章", "到案经过材料没有加盖办案单位公章", INVESTIGATOR)
    officers_signed = flag("抓获人员签名", "到案经过材料有抓获等人员签名", "到案经过材料没有抓获等人员签名", INVESTIGATOR)
    identified_before_statement = flag(
        "在供述之前已锁定该人", "在该人供述之前已有其他线索指向该人", "在该人供述之前没有其他线索指向该人", INVESTIGATOR
    )


class Person(Kind, kind="person", label="其他人员", key="people"):
    """A witness, victim, officer, expert or anybody else named in the file."""

    name = words("姓名")
    aliases = word_list("别名")
    role = choice(
        "身份", CLERK, victim="被害人", witness="证人", investigator="侦查（调查）人员", expert="鉴定人",
        attesting="见证人", guardian="法定代理人", adult="合适成年人", interpreter="翻译", defender="辩护人",
        duty_lawyer="值班律师", prosecutor="检察人员", judge="审判人员", other="其他",
    )  # fmt: skip
    unit = words("单位")
    related_to_case = flag("与案件有利害关系", "该人与案件有利害关系", "该人与案件没有利害关系", INVESTIGATOR)
    minor = flag("不满十八周岁", "该人不满十八周岁", "该人已满十八周岁", INVESTIGATOR)


class Incident(Kind, kind="incident", label="犯罪事实（起）", key="incidents"):
    """One incident; many incidents are a table."""

    title = words("简述")
    happened = moment("发生时间", PROSECUTION)
    place = words("地点")
    victims = refs("被害人", "person")
    amount = quantity("涉案数额", "元", PROSECUTION)
    victim_identified_by_kin = flag("近亲属辨认确认死者身份", "死者身份经近亲属辨认确认", "死者身份没有经近亲属辨认确认", INVESTIGATOR)
    victim_identified_by_print = flag("指纹鉴定确认死者身份", "死者身份经指纹鉴定确认", "死者身份没有经指纹鉴定确认", INVESTIGATOR)
    victim_identified_by_dna = flag("DNA鉴定确认死者身份", "死者身份经DNA鉴定确认", "死者身份没有经DNA鉴定确认", INVESTIGATOR)
    victim_identified_otherwise = flag("以其他可靠方式确认死者身份", "死者身份以其他可靠方式确认", "死者身份没有以其他可靠方式确认", INVESTIGATOR)
    victim_identity_reviewed = flag("已审查死者身份的确认方式", "法庭已审查死者身份的确认方式", "法庭没有审查死者身份的确认方式", COURT)


class Count(Kind, kind="count", label="指控", key="counts"):
    """One accused, one incident, one charge."""

    accused = ref("被告人", "accused")
    incident = ref("犯罪事实", "incident")
    charge = words("罪名")
    leaves_traces = flag("此类犯罪通常留下客观痕迹", "此类犯罪通常会留下客观痕迹", "此类犯罪通常不留下客观痕迹", PROSECUTION)
    homicide = flag("致人死亡", "本项指控涉及被害人死亡", "本项指控不涉及被害人死亡", PROSECUTION)
