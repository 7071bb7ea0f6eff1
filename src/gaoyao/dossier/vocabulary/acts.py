"""How evidence was obtained: questioning, taking, identification, appraisal, data, appearance in court."""

from __future__ import annotations

from gaoyao.dossier.schema import Answerer, Kind, choice, flag, moment, quantity, refs, words

# fmt: off

COURT, PROSECUTION, INVESTIGATOR = Answerer.COURT, Answerer.PROSECUTION, Answerer.INVESTIGATOR
DETENTION, DEFENCE, APPRAISER = Answerer.DETENTION, Answerer.DEFENCE, Answerer.APPRAISER


class Interrogation(Kind, kind="interrogation", label="讯问", parent="item", single=True, key="interrogation"):
    """One questioning of an accused (CPL 118–123; Interp. 2021 art. 93–95, 123; 2013 Opinion art. 8)."""

    page = words("卷宗页码")
    sequence = quantity("第几次", "次", INVESTIGATOR)
    start = moment("讯问开始", INVESTIGATOR)
    end = moment("讯问结束", INVESTIGATOR)
    place = words("地点")
    place_type = choice(
        "地点类别", INVESTIGATOR, detention_room="看守所讯问室", case_room="办案场所讯问室", scene="现场", residence="住处",
        hospital="医院", prison="执行场所", liuzhi="留置场所", designated="指定地点", other="其他场所",
    )  # fmt: skip
    officers = refs("讯问人", "person")
    too_few_officers = flag("讯问的侦查人员不足二人", "侦查人员讯问时不足二人（记录的侦查人员计算在内）", "讯问的侦查人员不少于二人", INVESTIGATOR)
    rest_denied = flag("没有保证饮食和必要的休息", "传唤、拘传、讯问期间没有保证饮食和必要的休息时间", "传唤、拘传、讯问期间保证了饮食和必要的休息时间", INVESTIGATOR)
    serial_summons = flag("以连续传唤、拘传变相拘禁", "该供述系在连续传唤、拘传、变相拘禁期间取得", "没有以连续传唤、拘传变相拘禁", INVESTIGATOR)
    page_signatures_missing = flag("有的页没有签名捺印", "讯问笔录有的页没有被讯问人签名、捺指印", "讯问笔录每页都有被讯问人签名、捺指印", INVESTIGATOR)
    refusal_noted = flag(
        "拒绝签名捺印已注明", "笔录注明了被讯问人拒绝签名、捺指印", "笔录没有注明被讯问人拒绝签名、捺指印", INVESTIGATOR,
        question="笔录是否注明被讯问人拒绝签名、捺指印？",
    )  # fmt: skip
    in_custody = flag("讯问时已送看守所羁押", "讯问时该人已送看守所羁押", "讯问时该人尚未送看守所羁押", DETENTION)
    outside_premises = flag("在规定的办案场所以外", "讯问在规定的办案场所以外进行", "讯问在规定的办案场所内进行", INVESTIGATOR)
    urgent_on_scene = flag("情况紧急必须现场讯问", "情况紧急，必须在现场讯问", "不存在必须在现场讯问的紧急情况", INVESTIGATOR)
    lawful_other_place = flag(
        "法律允许的其他地点", "讯问地点属于法律允许的住处、指定地点、医院、执行场所等", "讯问地点不属于法律允许的其他地点", INVESTIGATOR
    )
    first = flag("首次讯问", "这是首次讯问", "这不是首次讯问", INVESTIGATOR)
    rights_recorded = flag(
        "笔录记载已告知权利和法律规定", "笔录记载已告知权利和有关法律规定", "笔录没有记载告知权利和有关法律规定", INVESTIGATOR,
        question="首次讯问笔录是否记载已告知权利和有关法律规定？",
    )  # fmt: skip
    confirmed = flag(
        "经被讯问人核对确认", "笔录经被讯问人核对确认", "笔录没有经被讯问人核对确认", INVESTIGATOR,
        question="讯问笔录是否经被讯问人核对确认？",
    )  # fmt: skip
    officers_signed = flag(
        "讯问人签名", "笔录有讯问人签名", "笔录没有讯问人签名", INVESTIGATOR,
        question="讯问笔录是否有讯问人签名？",
    )  # fmt: skip
    particulars_wrong = flag(
        "时间、地点、人员等填写有误或矛盾", "笔录填写的时间、地点、讯问人、记录人、法定代理人等有误或者存在矛盾",
        "笔录填写的时间、地点、人员等没有错误和矛盾", INVESTIGATOR,
    )  # fmt: skip
    minor = flag("被讯问人当时不满十八周岁", "被讯问人当时不满十八周岁", "被讯问人当时已满十八周岁", INVESTIGATOR)
    adult_present = flag(
        "法定代理人或合适成年人在场", "法定代理人或者合适成年人在场", "法定代理人或者合适成年人不在场", INVESTIGATOR,
        question="法定代理人或者合适成年人是否在场？",
    )  # fmt: skip
    sign_language_present = flag(
        "通晓聋、哑手势的人员在场", "有通晓聋、哑手势的人员在场", "没有通晓聋、哑手势的人员在场", INVESTIGATOR,
        question="是否有通晓聋、哑手势的人员在场？",
    )  # fmt: skip
    interpreter_present = flag(
        "翻译人员在场", "有翻译人员在场", "没有翻译人员在场", INVESTIGATOR,
        question="是否有翻译人员在场？",
    )  # fmt: skip
    recording_duty_noted = flag(
        "属于应当全程录音录像的讯问", "该次讯问依法应当全程录音录像", "该次讯问不属于依法应当录音录像的范围", INVESTIGATOR
    )
    recorded = flag(
        "有录音录像", "讯问过程有录音录像", "讯问过程没有录音录像", INVESTIGATOR,
        question="讯问过程是否有录音录像？",
    )  # fmt: skip
    recording_complete = flag(
        "录音录像全程不间断", "录音录像全程不间断、保持完整", "录音录像有中断、剪接或者只录了一部分", INVESTIGATOR,
        question="录音录像是否全程不间断、保持完整？",
    )  # fmt: skip
    recording_transferred = flag(
        "录音录像已随案移送", "录音录像已随案移送", "录音录像没有随案移送", PROSECUTION,
        question="录音录像是否已随案移送？",
    )  # fmt: skip
    recording_requested = flag("已通知移送录音录像", "法院已通知检察院移送录音录像", "法院没有通知检察院移送录音录像", COURT)
    truth_confirmable = flag("供述真实性能够确认", "该份供述的真实性能够确认", "该份供述的真实性无法确认", COURT)
    violence = flag("殴打、违法使用戒具等暴力", "讯问中有殴打、违法使用戒具等暴力", "讯问中没有殴打、违法使用戒具等暴力", INVESTIGATOR)
    freezing = flag("冻", "讯问中有冻的做法", "讯问中没有冻的做法", INVESTIGATOR)
    hunger = flag("饿", "讯问中有饿的做法", "讯问中没有饿的做法", INVESTIGATOR)
    sun = flag("晒", "讯问中有晒的做法", "讯问中没有晒的做法", INVESTIGATOR)
    heat = flag("烤", "讯问中有烤的做法", "讯问中没有烤的做法", INVESTIGATOR)
    fatigue = flag("疲劳审讯", "讯问中有疲劳审讯的做法", "讯问中没有疲劳审讯的做法", INVESTIGATOR)
    disguised_corporal = flag(
        "属于变相肉刑的恶劣手段", "审判人员确认该做法属于变相肉刑的恶劣手段", "审判人员确认该做法不属于变相肉刑的恶劣手段", COURT
    )
    threat = flag(
        "以暴力或严重损害合法权益等相威胁", "讯问中以暴力或者严重损害本人及其近亲属合法权益等相威胁",
        "讯问中没有以暴力或者严重损害合法权益等相威胁", INVESTIGATOR,
    )  # fmt: skip
    unbearable = flag("遭受难以忍受的痛苦", "审判人员确认该人遭受了难以忍受的痛苦", "审判人员确认该人没有遭受难以忍受的痛苦", COURT)
    against_will = flag("违背意愿作出供述", "审判人员确认供述违背该人意愿", "审判人员确认供述没有违背该人意愿", COURT)
    unlawful_custody = flag("采用非法拘禁等非法限制自由的方法", "供述系以非法拘禁等非法限制人身自由的方法取得", "取得供述时没有非法限制人身自由", INVESTIGATOR)
    inducement = flag("引诱、欺骗", "讯问中有引诱、欺骗", "讯问中没有引诱、欺骗", INVESTIGATOR)
    injury_at_check = flag("入所或其后体检有伤", "入所或者其后的健康检查记载有伤", "健康检查没有记载伤情", DETENTION)
    complaint = flag(
        "本人控告该次讯问有非法取证", "该人在其他笔录或者书面材料中说该次讯问有殴打、威胁、不让休息等做法", "该人没有说过该次讯问有非法取证的做法", DEFENCE,
        question="该人是否说过该次讯问有殴打、威胁、不让休息等做法？",
    )  # fmt: skip
    complaint_examined = flag(
        "检察院已对控告调查核实", "人民检察院已对非法取证的控告进行审查或者调查核实", "人民检察院没有对非法取证的控告进行审查或者调查核实", PROSECUTION,
        question="人民检察院是否已对非法取证的控告进行审查或者调查核实？",
    )  # fmt: skip
    extraction_log_conflicts = flag("提讯登记与笔录不符", "提讯登记与讯问笔录记载不符", "提讯登记与讯问笔录记载相符", DETENTION)
    rest_hours = quantity("讯问前二十四小时内连续休息", "小时", DETENTION)
    repeats_excluded = flag(
        "与非法取得的供述相同的重复供述", "该份供述与此前以刑讯逼供方法取得的供述相同且受其影响", "该份供述没有受此前非法取供的影响", COURT
    )
    officers_changed_for_illegality = flag(
        "因非法取证更换人员后再次讯问", "因确认或者不能排除非法取证而更换了人员再次讯问", "没有因非法取证更换人员", INVESTIGATOR
    )
    questioned_by_later_stage = flag("由检察、审判人员讯问", "该次讯问由检察人员或者审判人员进行", "该次讯问不是由检察人员、审判人员进行", PROSECUTION)
    consequences_told = flag("告知诉讼权利和认罪后果", "讯问时告知了诉讼权利和认罪的法律后果", "讯问时没有告知诉讼权利和认罪的法律后果", INVESTIGATOR)
    voluntary = flag("自愿供述", "审判人员确认该人自愿供述", "审判人员确认该人不是自愿供述", COURT)


class Inquiry(Kind, kind="inquiry", label="询问", parent="item", single=True, key="inquiry"):
    """One questioning of a witness or victim (CPL 124–127; Interp. 2021 art. 87–92)."""

    page = words("卷宗页码")
    start = moment("询问开始", INVESTIGATOR)
    end = moment("询问结束", INVESTIGATOR)
    place = words("地点")
    officers = refs("询问人", "person")
    individual = flag(
        "个别询问", "询问个别进行", "询问没有个别进行", INVESTIGATOR,
        question="询问是否个别进行？",
    )  # fmt: skip
    confirmed = flag(
        "经证人核对确认", "书面证言经证人核对确认", "书面证言没有经证人核对确认", INVESTIGATOR,
        question="书面证言是否经证人核对确认？",
    )  # fmt: skip
    deaf_or_mute = flag("证人聋、哑", "证人聋、哑", "证人不聋、哑", INVESTIGATOR)
    sign_language_present = flag(
        "通晓聋、哑手势的人员在场", "有通晓聋、哑手势的人员在场", "没有通晓聋、哑手势的人员在场", INVESTIGATOR,
        question="是否有通晓聋、哑手势的人员在场？",
    )  # fmt: skip
    needs_interpreter = flag("证人不通晓当地语言文字", "证人不通晓当地通用语言、文字", "证人通晓当地通用语言、文字", INVESTIGATOR)
    interpreter_present = flag(
        "翻译人员在场", "有翻译人员在场", "没有翻译人员在场", INVESTIGATOR,
        question="是否有翻译人员在场？",
    )  # fmt: skip
    impaired = flag("作证时明显醉酒、中毒、麻醉", "证人处于明显醉酒、中毒或者麻醉等状态，不能正常感知或者正确表达", "证人没有明显醉酒、中毒或者麻醉等状态", INVESTIGATOR)
    opinion = flag("猜测、评论、推断性证言", "用以证明案件事实的内容系证人的猜测、评论或者推断", "用以证明案件事实的内容不是证人的猜测、评论、推断", COURT)
    opinion_experience = flag(
        "根据一般生活经验判断符合事实", "该猜测、评论或者推断根据一般生活经验判断符合事实", "该猜测、评论或者推断根据一般生活经验判断不能认为符合事实", COURT,
        question="该猜测、评论或者推断根据一般生活经验判断是否符合事实？",
    )  # fmt: skip
    particulars_missing = flag(
        "未填询问人、起止时间、地点等", "笔录没有填写询问人、记录人、法定代理人姓名或者询问起止时间、地点", "笔录填写了询问人、记录人和起止时间、地点", INVESTIGATOR,
        question="询问笔录是否漏填询问人、记录人姓名或者起止时间、地点？",
    )  # fmt: skip
    place_improper = flag("询问地点不符合规定", "询问地点不符合规定", "询问地点符合规定", INVESTIGATOR)
    rights_recorded = flag(
        "笔录记载已告知权利义务和责任", "笔录记载已告知证人权利义务和法律责任", "笔录没有记载告知证人权利义务和法律责任", INVESTIGATOR,
        question="询问笔录是否记载已告知权利义务和法律责任？",
    )  # fmt: skip
    same_time_same_officer = flag("同一时段同一人询问不同证人", "笔录反映同一时段同一询问人员询问了不同证人", "没有同一时段同一询问人员询问不同证人的情形", INVESTIGATOR)
    minor = flag("被询问人不满十八周岁", "被询问人当时不满十八周岁", "被询问人当时已满十八周岁", INVESTIGATOR)
    adult_present = flag(
        "法定代理人或合适成年人在场", "法定代理人或者合适成年人在场", "法定代理人或者合适成年人不在场", INVESTIGATOR,
        question="法定代理人或者合适成年人是否在场？",
    )  # fmt: skip
    case_leaked = flag("向其泄露案情或表示看法", "侦查人员向证人、被害人泄露了案情或者表示了对案件的看法", "侦查人员没有向证人、被害人泄露案情、表示看法", INVESTIGATOR)
    unlawful_means = flag(
        "以暴力、威胁等非法方法收集", "证言系以暴力、威胁或者非法限制人身自由等方法收集", "收集证言时没有使用暴力、威胁等非法方法", INVESTIGATOR,
        question="收集证言是否使用了暴力、威胁或者非法限制人身自由等方法？",
    )  # fmt: skip


class Appearance(Kind, kind="appearance", label="出庭", parent="item", single=True, key="appearance"):
    """Whether a witness or expert appeared (CPL 192–193; Interp. 2021 art. 91(3), 99; 2013 Opinion art. 13)."""

    must_appear = flag("依法应当出庭", "该人依法应当出庭作证", "该人不属于依法应当出庭的人", COURT)
    notified = flag(
        "经法院通知出庭", "法院已通知该人出庭", "法院没有通知该人出庭", COURT,
        question="法院是否已通知该人出庭？",
    )  # fmt: skip
    refused = flag(
        "拒绝出庭或出庭后拒绝作证", "该人拒绝出庭或者出庭后拒绝作证", "该人没有拒绝出庭，也没有出庭后拒绝作证", COURT,
        question="该人是否拒绝出庭，或者出庭后拒绝作证？",
    )  # fmt: skip
    justified = flag(
        "有正当理由", "该人不出庭有正当理由", "该人不出庭没有正当理由", COURT,
        question="该人不出庭是否有正当理由？",
    )  # fmt: skip
    truth_confirmable = flag(
        "庭前证言真实性能够确认", "其庭前证言的真实性能够确认", "其庭前证言的真实性无法确认", COURT,
        question="其庭前证言的真实性能否确认？",
    )  # fmt: skip


class Acquisition(Kind, kind="acquisition", label="提取、搜查、扣押、勘验", parent="item", single=True, key="acquisition"):
    """How an object, document or trace was taken (CPL 128–145; Interp. 2021 art. 82–86)."""

    page = words("卷宗页码")
    happened = moment("提取、扣押时间", INVESTIGATOR)
    place = words("地点")
    officers = refs("侦查人员", "person")
    by_search_or_scene = flag("勘验、检查、搜查中提取、扣押", "它系在勘验、检查、搜查过程中提取、扣押", "它不是在勘验、检查、搜查过程中提取、扣押", INVESTIGATOR)
    record_or_list = flag(
        "附有笔录或清单", "提取、扣押附有笔录或者清单", "提取、扣押没有附笔录或者清单", INVESTIGATOR,
        question="提取、扣押是否附有笔录或者清单？",
    )  # fmt: skip
    source_provable = flag(
        "能够证明来源", "现有材料能够证明它的来源", "现有材料不能证明它的来源", INVESTIGATOR,
        question="现有材料能否证明它的来源？",
    )  # fmt: skip
    signatures_missing = flag("笔录、清单缺少签名", "笔录或者清单缺少侦查（调查）人员、持有人、见证人的签名", "笔录、清单的签名齐全", INVESTIGATOR)
    missing_signature_explained = flag(
        "未签名的原因已注明", "笔录或者清单注明了未签名的原因", "笔录或者清单没有注明未签名的原因", INVESTIGATOR,
        question="笔录或者清单是否注明了未签名的原因？",
    )  # fmt: skip
    no_attestor = flag("没有见证人在场", "勘验、检查、搜查、提取、扣押时没有见证人在场", "勘验、检查、搜查、提取、扣押时有见证人在场", INVESTIGATOR)
    no_attestor_explained = flag(
        "没有见证人的客观原因已注明并录像", "笔录注明了没有见证人的客观原因，并有全程录音录像", "笔录没有注明没有见证人的客观原因，或者没有全程录音录像", INVESTIGATOR,
        question="笔录是否注明了没有见证人的客观原因，并有全程录音录像？",
    )  # fmt: skip
    attestor_unqualified = flag(
        "见证人不得担任见证人", "见证人是依法不得担任见证人的人（办案机关的工作人员或者其聘用的人员、有利害关系的人、没有辨别或者表达能力的人）",
        "见证人不是依法不得担任见证人的人", INVESTIGATOR, question="见证人是不是办案机关的工作人员、聘用人员，或者与案件有利害关系？",
    )  # fmt: skip
    too_few_officers = flag("勘查、搜查的侦查人员不足二人", "勘查、搜查的侦查人员不足二人", "勘查、搜查的侦查人员不少于二人", INVESTIGATOR)
    no_warrant = flag("没有出示搜查证", "搜查没有出示搜查证", "搜查时出示了搜查证", INVESTIGATOR)
    urgent_at_arrest = flag(
        "执行逮捕、拘留时的紧急情况", "搜查系执行逮捕、拘留时遇有紧急情况", "搜查不属于执行逮捕、拘留时的紧急情况", INVESTIGATOR,
        question="搜查是否属于执行逮捕、拘留时的紧急情况？",
    )  # fmt: skip
    plainly_irregular = flag("勘验、检查笔录明显不符合规定", "勘验、检查笔录存在明显不符合法律、有关规定的情形", "勘验、检查笔录没有明显不符合规定的情形", COURT)
    irregular_unexplained = flag(
        "明显不符合规定之处不能合理解释", "对明显不符合规定之处不能作出合理解释", "对明显不符合规定之处作出了合理解释", PROSECUTION,
        question="对勘验、检查笔录明显不符合规定之处，是否不能作出合理解释？",
    )  # fmt: skip
    conditions_differ = flag("实验条件与事件发生时明显不同", "侦查实验的条件与事件发生时的条件有明显差异", "侦查实验的条件与事件发生时没有明显差异", COURT)
    unscientific = flag("有影响实验科学性的其他情形", "侦查实验存在影响结论科学性的其他情形", "侦查实验没有影响结论科学性的其他情形", COURT)
    experiment_unapproved = flag("侦查实验没有经过批准", "侦查实验没有经公安机关负责人批准", "侦查实验经公安机关负责人批准", INVESTIGATOR)
    experiment_unrecorded = flag("侦查实验没有全程录音录像", "侦查实验没有全程录音录像", "侦查实验全程录音录像", INVESTIGATOR)
    list_drawn_later = flag("清单不是当场开列", "查封、扣押清单不是当场开列", "查封、扣押清单是当场开列", INVESTIGATOR)
    holder_absent = flag("没有会同持有人查点", "查封、扣押没有会同持有人查点", "查封、扣押会同持有人查点清楚", INVESTIGATOR)
    holder_absence_noted = flag("持有人不明、不在场、拒签已注明", "清单注明了持有人无法确定、不在现场或者拒绝签名", "清单没有注明持有人无法确定、不在现场或者拒绝签名", INVESTIGATOR)
    kept_by_officer = flag("由侦查人员自行保管", "该物品由侦查人员自行保管", "该物品由指定的保管人员、场所保管", INVESTIGATOR)
    particulars_unclear = flag(
        "名称、特征、数量、质量注明不详", "笔录或者清单对物品的名称、特征、数量、质量等注明不详", "笔录、清单对名称、特征、数量、质量等注明清楚", INVESTIGATOR
    )
    copy_faithful = flag(
        "复制件能反映原物、原件", "照片、录像、复制品或者副本、复制件能够反映原物的外形和特征、原件及其内容", "照片、录像、复制品或者副本、复制件不能反映原物的外形和特征、原件及其内容", INVESTIGATOR,
        question="照片、录像、复制件能否反映原物、原件？",
    )  # fmt: skip
    altered = flag("书证有更改或更改迹象", "书证有更改或者更改迹象", "书证没有更改或者更改迹象", INVESTIGATOR)
    copy_unmarked = flag("复制件未注明核对、制作、存放情况", "复制件没有注明与原件核对无异、复制时间、制作过程或者原物存放地点",
                         "复制件注明了核对、制作和存放情况", INVESTIGATOR)  # fmt: skip
    source_doubt = flag("来源、收集程序有疑问", "对它的来源或者收集程序有疑问", "对它的来源和收集程序没有疑问", COURT)
    source_doubt_unexplained = flag(
        "来源、收集程序有疑问不能合理解释", "来源或者收集程序有疑问，不能作出合理解释", "来源和收集程序没有不能解释的疑问", PROSECUTION,
        question="来源或者收集程序的疑问是否不能作出合理解释？",
    )  # fmt: skip
    serious_illegality = flag(
        "不符合法定程序、可能严重影响司法公正", "收集不符合法定程序，审判人员确认可能严重影响司法公正",
        "收集没有可能严重影响司法公正的程序违法", COURT,
    )  # fmt: skip
    not_collected = flag("应当提取而没有提取", "与案件事实可能有关联的痕迹、样本、物品应当提取而没有提取", "应当提取的痕迹、样本、物品已经提取", INVESTIGATOR)
    not_tested = flag("应当鉴定而没有鉴定", "提取的痕迹、样本、物品应当鉴定而没有鉴定", "应当鉴定的痕迹、样本、物品已经鉴定", INVESTIGATOR)
    opinion_withheld = flag("应当移送鉴定意见而没有移送", "已经作出的鉴定意见应当移送而没有移送", "已经作出的鉴定意见都已移送", INVESTIGATOR)
    fact_left_doubtful = flag(
        "致案件事实存疑", "因此致使案件事实存疑", "案件事实没有因此存疑", COURT,
        question="案件事实是否因此存疑？",
    )  # fmt: skip


class Identification(Kind, kind="identification", label="辨认", parent="item", single=True, key="identification"):
    """An identification parade (Interp. 2021 art. 104–105; foil numbers by the investigating body)."""

    page = words("卷宗页码")
    happened = moment("辨认时间", INVESTIGATOR)
    subject = choice(
        "辨认对象", INVESTIGATOR, person="人", person_photo="人的照片", object="物品", object_photo="物品照片", scene="场所", corpse="尸体"
    )
    conducted_by_officers = flag(
        "由侦查（调查）人员主持", "辨认由侦查（调查）人员主持", "辨认不是由侦查（调查）人员主持", INVESTIGATOR,
        question="辨认是否由侦查（调查）人员主持？",
    )  # fmt: skip
    seen_before = flag(
        "辨认前见到辨认对象", "辨认前使辨认人见到了辨认对象", "辨认前没有使辨认人见到辨认对象", INVESTIGATOR,
        question="辨认前是否使辨认人见到了辨认对象或者其影像？",
    )  # fmt: skip
    individual = flag(
        "个别进行", "辨认个别进行", "辨认没有个别进行", INVESTIGATOR,
        question="辨认是否个别进行？",
    )  # fmt: skip
    mixed = flag(
        "混杂在类似对象中", "辨认对象混杂在具有类似特征的其他对象中", "辨认对象没有混杂在具有类似特征的其他对象中", INVESTIGATOR,
        question="辨认对象是否混杂在具有类似特征的其他对象中？",
    )  # fmt: skip
    total = quantity("供辨认对象总数（含目标）", "个", INVESTIGATOR)
    unique_features = flag(
        "有独有特征、无需混杂", "辨认人能够准确描述物品的独有特征，或者辨认对象是场所、尸体等特定对象", "辨认人没有准确描述物品的独有特征，辨认对象也不是场所、尸体等特定对象", INVESTIGATOR,
        question="辨认人是否准确描述了物品的独有特征？",
    )  # fmt: skip
    two_officers = flag(
        "主持人员不少于二人", "主持辨认的人员不少于二人", "主持辨认的人员少于二人", INVESTIGATOR,
        question="主持辨认的人员是否不少于二人？",
    )  # fmt: skip
    features_asked = flag(
        "辨认前询问了具体特征", "辨认前详细询问了辨认对象的具体特征", "辨认前没有详细询问辨认对象的具体特征", INVESTIGATOR,
        question="辨认前是否详细询问了辨认对象的具体特征？",
    )  # fmt: skip
    signatures_complete = flag(
        "辨认笔录签名齐全", "辨认笔录有主持人员、辨认人、见证人签名", "辨认笔录缺少主持人员、辨认人或者见证人签名", INVESTIGATOR,
        question="辨认笔录的签名是否齐全？",
    )  # fmt: skip
    hint = flag("明显暗示或指认嫌疑", "辨认中有明显暗示或者明显有指认嫌疑", "辨认中没有明显暗示和指认嫌疑", COURT)
    truth_undeterminable = flag("违反规定且不能确定真实性", "辨认违反有关规定，不能确定笔录真实性", "没有其他不能确定笔录真实性的违规情形", COURT)


class Appraisal(Kind, kind="appraisal", label="鉴定", parent="item", single=True, key="appraisal"):
    """An expert opinion (Interp. 2021 art. 97–101)."""

    page = words("卷宗页码")
    agency = words("鉴定机构")
    issued_on = moment("鉴定日期", APPRAISER)
    sample = words("检材")
    agency_unqualified = flag(
        "机构不具备资质或超出范围", "鉴定机构不具备法定资质，或者鉴定事项超出其业务范围、技术条件", "鉴定机构具备法定资质，事项未超出其范围", APPRAISER,
        question="鉴定机构是否不具备法定资质，或者鉴定事项超出其范围？",
    )  # fmt: skip
    expert_unqualified = flag(
        "鉴定人不具备资质或违反回避", "鉴定人不具备法定资质、相关技术或者职称，或者违反回避规定", "鉴定人具备资质且不存在应当回避的情形", APPRAISER,
        question="鉴定人是否不具备资质，或者违反回避规定？",
    )  # fmt: skip
    sample_unreliable = flag(
        "检材来源不明或被污染", "送检材料、样本来源不明，或者因污染不具备鉴定条件", "送检材料、样本来源清楚，没有污染", INVESTIGATOR,
        question="送检材料、样本是否来源不明或者被污染？",
    )  # fmt: skip
    sample_mismatch = flag("鉴定对象与检材、样本不一致", "鉴定对象与送检材料、样本不一致", "鉴定对象与送检材料、样本一致", APPRAISER)
    procedure_violated = flag("鉴定程序违反规定", "鉴定程序违反规定", "鉴定程序没有违反规定", APPRAISER)
    method_improper = flag("过程、方法不符合专业规范", "鉴定过程和方法不符合专业规范要求", "鉴定过程和方法符合专业规范要求", APPRAISER)
    unsigned = flag(
        "缺少签名、盖章", "鉴定文书缺少签名、盖章", "鉴定文书签名、盖章齐全", APPRAISER,
        question="鉴定文书是否缺少签名、盖章？",
    )  # fmt: skip
    irrelevant = flag("与案件事实没有关联", "鉴定意见与案件事实没有关联", "鉴定意见与案件事实有关联", COURT)
    conclusion = choice(
        "结论性质", APPRAISER, identity="同一认定", exclusion="排除", class_only="仅种类认定", inconclusive="不能认定",
        quantity="数量、含量", grade="等级、程度", composition="成分",
    )  # fmt: skip
    family_not_called = flag("解剖没有通知死者家属", "为查明死因解剖尸体，没有通知死者家属到场", "为查明死因解剖尸体，已通知死者家属到场", INVESTIGATOR)
    family_unreachable = flag(
        "身份不明、无法通知家属已注明", "笔录注明死者身份不明，无法通知家属", "笔录没有注明死者身份不明、无法通知家属", INVESTIGATOR,
        question="笔录是否注明死者身份不明、无法通知家属？",
    )  # fmt: skip
    told_to_parties = flag(
        "已告知当事人", "鉴定意见已告知犯罪嫌疑人、被害人", "鉴定意见没有告知犯罪嫌疑人、被害人", INVESTIGATOR,
        question="鉴定意见是否已告知犯罪嫌疑人、被害人？",
    )  # fmt: skip


class DigitalCopy(Kind, kind="digital_copy", label="视听资料、电子数据的提取", parent="item", single=True, key="digital_copy"):
    """How audio-video or electronic data was taken (Interp. 2021 art. 108–115)."""

    page = words("卷宗页码")
    happened = moment("提取时间", INVESTIGATOR)
    forged = flag(
        "篡改、伪造或无法确定真伪", "它系篡改、伪造，或者无法确定真伪", "它的真伪已经确定，没有篡改、伪造", INVESTIGATOR,
        question="它是否系篡改、伪造，或者无法确定真伪？",
    )  # fmt: skip
    altered = flag("有增加、删除、修改", "它有增加、删除、修改等情形", "它没有增加、删除、修改等情形", INVESTIGATOR)
    altered_affecting_truth = flag(
        "增删改影响真实性", "它有增加、删除、修改等情形，影响真实性", "它没有影响真实性的增加、删除、修改", INVESTIGATOR,
        question="增加、删除、修改是否影响真实性？",
    )  # fmt: skip
    truth_unassured = flag("其他无法保证真实性的情形", "它有其他无法保证真实性的情形", "它没有其他无法保证真实性的情形", COURT)
    making_doubt = flag("制作、取得情况有疑问", "对它的制作、取得的时间、地点、方式等有疑问", "对它的制作、取得的时间、地点、方式等没有疑问", COURT)
    making_doubt_unexplained = flag(
        "制作、取得情况有疑问不能合理解释", "制作、取得的时间、地点、方式等有疑问，不能作出合理解释", "制作、取得的时间、地点、方式没有不能解释的疑问", PROSECUTION,
        question="制作、取得的疑问是否不能作出合理解释？",
    )  # fmt: skip
    unsealed = flag(
        "未以封存状态移送", "它没有以封存状态移送", "它以封存状态移送", INVESTIGATOR,
        question="它是否没有以封存状态移送？",
    )  # fmt: skip
    unsigned = flag("笔录、清单缺少签名或盖章", "提取笔录或者清单缺少侦查人员、持有人、提供人、见证人签名或者盖章", "提取笔录、清单签名或者盖章齐全", INVESTIGATOR)
    missing_signature_explained = flag(
        "未签名的原因已注明", "笔录或者清单注明了未签名、盖章的原因", "笔录或者清单没有注明未签名、盖章的原因", INVESTIGATOR,
        question="笔录或者清单是否注明了未签名、盖章的原因？",
    )  # fmt: skip
    described_unclearly = flag("名称、类别、格式注明不清", "名称、类别、格式等注明不清", "名称、类别、格式等注明清楚", INVESTIGATOR)
