"""Conflicts and changes between sources, rows 7–23 of the guide's table C as corrected by the audit, as data.

Where a later or higher norm settles a point, or simply the version in force on the day of the hearing, there is
nothing to choose and `settled` says so; a switch to another school is refused with that reason.
"""

from __future__ import annotations

from datetime import date

from gaoyao.law.schools import Interpretation, School

_START = date(1979, 1, 1)
_2012, _2013, _2021 = date(2013, 1, 1), date(2013, 10, 9), date(2021, 3, 1)
_BY_VERSION = "由审理时施行的版本决定，不是学说之争"
_655 = "刑诉法解释第六百五十五条：以前的规定与该解释不一致的，以该解释为准"

DISPUTES = (
    Interpretation(
        "minor_alone", "讯问未成年被告人没有法定代理人或者合适成年人在场，供述能否定案？",
        (
            School("doubt", "合法性疑问说", "刑诉法解释（2012）第八十一条没有列入", "列为取证合法性疑问，由人判断，不因此一项不得定案"),
            School("not_basis", "不得定案说", "刑诉法解释第九十四条第（四）项；未成年证人另依第九十条第（五）项，只是瑕疵", "供述不得作为定案的根据"),
        ),
        ((_START, "doubt"), (_2021, "not_basis")), f"二〇二一年解释增加了这一项；{_655}",
    ),
    Interpretation(
        "record_place", "讯问笔录的讯问地点填写有误，是不是可以补正的瑕疵？",
        (
            School("without_place", "二〇一二年文本", "刑诉法解释（2012）第八十二条第（一）项没有写地点", "按其他填写有误的情形处理"),
            School("with_place", "二〇二一年文本", "刑诉法解释第九十五条第（一）项写明地点", "属于瑕疵，可以补正或者作出合理解释"),
        ),
        ((_START, "without_place"), (_2021, "with_place")), "旧案现在审理的，按现行解释作为瑕疵审查", _BY_VERSION,
    ),
    Interpretation(
        "foil_numbers", "供辨认的人数、照片数、物品数按哪一部规定？",
        (
            School("by_body", "按取证主体说", "公安程序规定第二百六十条；检察规则第二百二十六条", "由公安机关、检察机关各按自己的规定；都是包括目标在内的总数，公安的物品另有“混杂的同类物品不少于五件”"),
            School("strict", "一律从严说", "对没有自己文本可核的机关（监察、国家安全等）也参照较严的数", "人七、人的照片十、物品六（含目标）、物品照片十；不足的提示"),
        ),
        ((_START, "by_body"),), "数量规定约束各自的机关；没有文本的机关不替它设定数量",
    ),
    Interpretation(
        "identification_form", "主持人少于二人、没有先问特征、签名不全的辨认笔录怎样处理？",
        (
            School("note", "提示说", "刑诉法解释第一百零五条只列绝对事由和兜底", "提示说明；因此不能确定真实性的，依第一百零五条第（六）项不得定案"),
            School("curable", "可补正说", "死刑案件证据规定第三十条（条号未核）", "作为瑕疵，补正或者作出合理解释的可以采用"),
        ),
        ((_START, "note"),), "两部解释没有沿用可补正的清单；死刑证据规定的文本没有核对",
    ),
    Interpretation(
        "data_illegality", "违反法定程序收集的视听资料、电子数据，可否依刑诉法第五十六条第一款后段排除？",
        (
            School("objects_only", "限于物证书证说", "刑诉法第五十六条、刑诉法解释第一百二十六条只列物证、书证", "审判中依解释第一百零九、一百一十三、一百一十四条审查真实性；侦查中依公安程序规定第七十一条"),
            School("extended", "扩及说", "公安程序规定第七十一条加列视听资料、电子数据", "可能严重影响司法公正、不能补正的，审判中同样列为应当排除的理由"),
        ),
        ((_START, "objects_only"),), "法律和解释的列举没有扩及；部门规章约束侦查阶段",
    ),
    Interpretation(
        "exclusion_conference", "开庭前提出有线索的排非申请，是不是应当召开庭前会议？",
        (
            School("must", "应当召开说", "严格排非规定第二十五条、庭前会议规程第二条第二款（条号未核）", "提供线索或者材料的，应当召开"),
            School("may", "可以召开说", "刑诉法解释第一百三十条第一款；刑诉法解释（2012）第九十九条：有疑问的召开", "由法院决定；不召开的写明怎样了解情况"),
        ),
        ((_START, "may"), (date(2017, 6, 27), "must")), "两高三部的规定在后且更有利于查明；条号未核，只作风险提示",
    ),
    Interpretation(
        "legality_inquiry", "庭前会议后，什么情况下应当在庭审中调查取证合法性？",
        (
            School("doubt", "有疑问说", "刑诉法解释第一百三十三条：没有疑问，且没有新的线索或者材料的，可以说明理由后不再调查", "法院有疑问的应当调查；不再调查的两项条件都要写明"),
            School("dispute", "有争议说", "三项规程（试行）较宽的口径（条号未核）", "提供了线索、双方没有达成一致的，就应当调查"),
        ),
        ((_START, "doubt"),), "有文本可核的是刑诉法解释",
    ),
    Interpretation(
        "remand_cleared", "第二审查清事实后，还能不能发回重审？",
        (
            School("opinion", "不得发回说", "法发〔2013〕11号第十八条", "查清事实的，不得发回重新审判"),
            School("statute", "可以选择说", "刑诉法第二百三十六条第一款第（三）项给予选择", "可以查清后改判，也可以发回；发回的写明理由"),
        ),
        ((_START, "statute"), (_2013, "opinion")), "意见是对选择权的限定，与刑诉法解释第四百零四条并不抵触；作刹车的软件防止久拖",
    ),
    Interpretation(
        "speaking_order", "评议、审判委员会发言的次序以什么为硬要求？",
        (
            School("chair_last", "主持人最后说", "合议庭规定第十条；法发〔2013〕11号第十七条；有陪审员的依陪审员法解释第十二条", "主持人（审判长）最后发言是硬要求，有无陪审员各按自己的次序"),
            School("junior_first", "由低到高说", "审委会意见第二十二条（条号未核）", "除主持人最后外，委员按由低到高的次序发言"),
        ),
        ((_START, "chair_last"),), "由低到高的文本没有核对，只作提示",
    ),
    Interpretation(
        "trial_period", "审理期限按二〇〇〇年审限规定，还是按现行刑诉法？",
        (
            School("rules_2000", "二〇〇〇年规定", "按当时刑诉法写的一个月、一个半月", "与现行法不一致"),
            School("statute", "现行法", "刑诉法第二百零八条、二百二十条、二百二十五条、二百四十三条；刑诉法解释第二百一十条", "二个月至迟三个月等"),
        ),
        ((_START, "rules_2000"), (_2012, "statute")), "上位法、后法优先", "法律的期限优先于在先的司法解释，不能选用",
    ),
    Interpretation(
        "preparation_time", "另行委托、指派辩护人后，准备辩护的时间是多少？",
        (
            School("ten_days", "十日", "二〇〇〇年审限规定（没有文本）", "十日不计入审限"),
            School("fifteen_days", "十五日", "刑诉法解释第三百一十三条", "自宣布休庭之日起至第十五日止；自愿缩短的除外"),
        ),
        ((_START, "ten_days"), (_2012, "fifteen_days")), _655, _655,
    ),
    Interpretation(
        "legal_aid_scope", "应当通知指派律师的人，取刑诉法与法律援助法的并集，还是只按刑诉法？",
        (
            School("cpl_only", "刑诉法说", "刑诉法第三十五条、第二百七十八条", "盲聋哑人、限制责任能力的精神病人、可能判处无期徒刑死刑的人、未成年人"),
            School("union", "并集说", "另加法律援助法第二十五条：视力、听力、言语残疾人，不能完全辨认自己行为的成年人，申请援助的死刑复核被告人，缺席审判被告人", "属于任何一部法律所列的，都应当通知"),
        ),
        ((_START, "cpl_only"), (date(2022, 1, 1), "union")), "两部都是法律，后法增加了人员而没有减少；三年执业经历另依法律援助法第二十六条",
    ),
    Interpretation(
        "three_rules", "庭前会议、排非、法庭调查三项规程用哪一部？",
        (
            School("trial", "二〇一八年试行本", "法发〔2017〕31号（没有文本）", "二〇一八年一月一日至二〇二四年九月二日"),
            School("rules_2024", "二〇二四年规程", "法发〔2024〕12号（只见少数条文）", "二〇二四年九月三日起"),
        ),
        ((_START, "trial"), (date(2024, 9, 3), "rules_2024")), "两部条号不同，按庭审日期选用", _BY_VERSION,
    ),
    Interpretation(
        "reprieve_committee", "中级法院拟判处死刑缓期执行，是不是应当提交审判委员会？",
        (
            School("death_only", "限死刑立即执行说", "合议庭规定第十二条、刑诉法解释（2012）第一百七十八条只写“拟判处死刑”", "拟判死缓的由合议庭决定是否提请"),
            School("must", "应当提交说", "刑诉法解释第二百一十六条第二款第（一）项；缓期执行也是死刑", "应当提请院长决定提交"),
        ),
        ((_START, "death_only"), (_2021, "must")), "二〇二一年解释写明中级法院拟判死缓的应当提交",
    ),
    Interpretation(
        "administrative_material", "行政机关收集的鉴定意见、勘验检查笔录可否直接使用？",
        (
            School("usable", "审查后可用说", "检察规则第六十四条第二款；公安程序规定第六十三条", "经审查符合法定要求的可以使用；言词笔录一律重新收集"),
            School("recollect", "重新收集说", "刑诉法第五十四条第二款、刑诉法解释第七十五条只列物证、书证、视听资料、电子数据等", "言词笔录和鉴定意见、勘验检查笔录都要重新收集"),
        ),
        ((_START, "usable"),), "言词材料没有分歧，一律重新收集；鉴定、勘验笔录依检察规则可用",
    ),
    Interpretation(
        "prohibition_without_sanction", "法律只写禁止、没有写证据后果的违法取证（如监听律师会见），所得证据怎样处理？",
        (
            School("person", "由人判断说", "条文没有写后果，软件不替法律增加排除事由", "登记违法情况，由审判人员判断"),
            School("exclude", "应予排除说", "部分学者：违反禁止性规定即应排除", "列为应当排除的理由，由人裁定"),
        ),
        ((_START, "person"),), "没有条文依据的排除不是软件能作的",
    ),
    Interpretation(
        "indicator_list", "“等单项考核指标”包括不包括无罪率、撤回起诉率、有罪率？",
        (
            School("open", "包括说", "法发〔2013〕11号第二十二条的“等”；防止冤假错案规定第十四条（条号未核）", "任何单项指标都不得单独用来评价"),
            School("named", "限列举说", "只限上诉率、改判率、发回重审率", "其他指标由机构自定；案件质量评查把无罪、撤诉列为重点是分析，不等于扣分"),
        ),
        ((_START, "open"),), "单看无罪率、有罪率最容易使人不敢判无罪，正是该条要防的",
    ),
    Interpretation(
        "experienced_judge", "死刑案件“由经验丰富的法官承办”怎样认定？",
        (
            School("confirmed", "院庭长确认", "条文没有年限", "由院长、庭长书面确认"),
            School("five_years", "满五年", "本院选用的提示线", "从事刑事审判满五年"),
            School("ten_years", "满十年", "本院选用的提示线", "从事刑事审判满十年"),
        ),
        ((_START, "confirmed"),), "没有法定年限，默认由人确认；年限只能是提示，不是法定障碍",
    ),
    Interpretation(
        "simplified_procedures", "简易、速裁程序是否受送达期限和法庭调查规定的限制？",
        (
            School("ordinary", "与普通程序相同", "不区分程序", "不合刑诉法第二百一十九条、第二百二十四条"),
            School("exempt", "依法除外", "刑诉法第二百一十九条、第二百二十四条", "不受送达期限限制；速裁一般不进行法庭调查、辩论；最后陈述都要听取"),
        ),
        ((_START, "exempt"),), "法律明文", "法律明文规定了例外，不能选用",
    ),
    Interpretation(
        "postponement", "公诉人建议延期审理补充侦查，合议庭是应当还是可以同意？",
        (
            School("must", "应当同意", "刑诉法解释（2012）第二百二十三条第一款", "应当同意，不超过两次"),
            School("may", "可以同意", "刑诉法解释第二百七十四条", "由合议庭决定是否同意"),
        ),
        ((_START, "must"), (_2021, "may")), _655, _BY_VERSION,
    ),
    Interpretation(
        "note_signature", "取证合法性说明材料缺签名还是缺印章就不能用？",
        (
            School("signature", "没有签名的", "刑诉法解释（2012）第一百零一条第二款", "未经有关侦查人员签名的，不得作为证据使用"),
            School("either", "没有签名或者没有盖章的", "刑诉法解释第一百三十五条第三款", "未经签名或者盖章的，不得作为证据使用，缺一不可"),
        ),
        ((_START, "signature"), (_2021, "either")), _655, _BY_VERSION,
    ),
)  # fmt: skip
"""Every row: question, schools with their sources, default by day of hearing, why, and whether it is settled."""
