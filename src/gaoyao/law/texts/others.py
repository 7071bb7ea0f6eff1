"""Instruments that judgments often cite and that no rule of ours reads: known by name, number and dates only.

Without this table 《关于处理自首和立功具体应用法律若干问题的解释》 would be reported as an unknown text.  Dates
are from professional memory (`text_at_hand=False`): they serve to say “in force or not”, never to make a
finding compel.
"""

from __future__ import annotations

from datetime import date

from gaoyao.law.instruments import Citable, Instrument, Rank


def _row(
    ident: str, title: str, short: str, number: str, issuer: str, rank: str, since: str, until: str | None = None,
    family: str = "", replaced_by: str | None = None,
) -> Instrument:  # fmt: skip
    return Instrument(
        ident, title, short, number, issuer, Rank(rank), Citable.BASIS if rank != "normative_document" else Citable.REASONS,
        date.fromisoformat(since), date.fromisoformat(until) if until else None, family or ident, replaced_by, False,
    )  # fmt: skip


_NPC, _SPC = "全国人民代表大会", "最高人民法院"
_TWO = "最高人民法院、最高人民检察院"
_THREE = "最高人民法院、最高人民检察院、公安部"
_FIVE = "最高人民法院、最高人民检察院、公安部、国家安全部、司法部"
_LAW, _JI, _ND = "law", "judicial_interpretation", "normative_document"
_PRC = "中华人民共和国"

_ROWS = (
    # laws, older versions of the two codes
    _row("cl1979", f"{_PRC}刑法", "刑法（1979）", "", _NPC, _LAW, "1980-01-01", "1997-09-30", "cl", "cl"),
    _row("cpl1979", f"{_PRC}刑事诉讼法", "刑事诉讼法（1979）", "", _NPC, _LAW, "1980-01-01", "1996-12-31", "cpl", "cpl1996"),
    _row("spc1998", "最高人民法院关于执行《中华人民共和国刑事诉讼法》若干问题的解释", "刑诉法解释（1998）", "法释〔1998〕23号", _SPC, _JI, "1998-09-08", "2012-12-31", "spcint", "spc2012"),
    # laws in force
    _row("constitution", f"{_PRC}宪法", "宪法", "", _NPC, _LAW, "1982-12-04"),
    _row("legislation", f"{_PRC}立法法", "立法法", "", _NPC, _LAW, "2000-07-01"),
    _row("civil2020", f"{_PRC}民法典", "民法典", "", _NPC, _LAW, "2021-01-01"),
    _row("civil_procedure", f"{_PRC}民事诉讼法", "民事诉讼法", "", _NPC, _LAW, "1991-04-09"),
    _row("admin_procedure", f"{_PRC}行政诉讼法", "行政诉讼法", "", _NPC, _LAW, "1990-10-01"),
    _row("admin_penalty", f"{_PRC}行政处罚法", "行政处罚法", "", _NPC, _LAW, "1996-10-01"),
    _row("public_security2005", f"{_PRC}治安管理处罚法", "治安管理处罚法", "", _NPC, _LAW, "2006-03-01"),
    _row("road", f"{_PRC}道路交通安全法", "道路交通安全法", "", _NPC, _LAW, "2004-05-01"),
    _row("narcotics", f"{_PRC}禁毒法", "禁毒法", "", _NPC, _LAW, "2008-06-01"),
    _row("police", f"{_PRC}人民警察法", "人民警察法", "", _NPC, _LAW, "1995-02-28"),
    _row("prison", f"{_PRC}监狱法", "监狱法", "", _NPC, _LAW, "1994-12-29"),
    _row("spp_org", f"{_PRC}人民检察院组织法", "检察院组织法", "", _NPC, _LAW, "2019-01-01"),
    _row("minors", f"{_PRC}未成年人保护法", "未成年人保护法", "", _NPC, _LAW, "1992-01-01"),
    _row("minors_crime", f"{_PRC}预防未成年人犯罪法", "预防未成年人犯罪法", "", _NPC, _LAW, "1999-11-01"),
    _row("food", f"{_PRC}食品安全法", "食品安全法", "", _NPC, _LAW, "2009-06-01"),
    _row("drug_adm", f"{_PRC}药品管理法", "药品管理法", "", _NPC, _LAW, "1985-07-01"),
    _row("forest", f"{_PRC}森林法", "森林法", "", _NPC, _LAW, "1985-01-01"),
    _row("land", f"{_PRC}土地管理法", "土地管理法", "", _NPC, _LAW, "1987-01-01"),
    _row("company", f"{_PRC}公司法", "公司法", "", _NPC, _LAW, "1994-07-01"),
    _row("securities", f"{_PRC}证券法", "证券法", "", _NPC, _LAW, "1999-07-01"),
    _row("trademark", f"{_PRC}商标法", "商标法", "", _NPC, _LAW, "1983-03-01"),
    _row("copyright", f"{_PRC}著作权法", "著作权法", "", _NPC, _LAW, "1991-06-01"),
    _row("competition", f"{_PRC}反不正当竞争法", "反不正当竞争法", "", _NPC, _LAW, "1993-12-01"),
    _row("product", f"{_PRC}产品质量法", "产品质量法", "", _NPC, _LAW, "1993-09-01"),
    _row("labour_contract", f"{_PRC}劳动合同法", "劳动合同法", "", _NPC, _LAW, "2008-01-01"),
    _row("community", f"{_PRC}社区矫正法", "社区矫正法", "", _NPC, _LAW, "2020-07-01"),
    _row("appraisal", "全国人民代表大会常务委员会关于司法鉴定管理问题的决定", "司法鉴定管理决定", "", "全国人民代表大会常务委员会", _LAW, "2005-10-01"),
    *(
        _row(ident, f"{_PRC}{short}", short, "", _NPC, _LAW, since)
        for ident, short, since in (
            ("environment", "环境保护法", "1989-12-26"), ("labour", "劳动法", "1995-01-01"), ("safety", "安全生产法", "2002-11-01"),
            ("reconsider", "行政复议法", "1999-10-01"), ("coercion", "行政强制法", "2012-01-01"), ("licence", "行政许可法", "2004-07-01"),
            ("maritime", "海商法", "1993-07-01"), ("patent", "专利法", "1985-04-01"), ("insurance", "保险法", "1995-10-01"),
            ("bank", "商业银行法", "1995-07-01"), ("arbitration", "仲裁法", "1995-09-01"), ("bankruptcy", "企业破产法", "2007-06-01"),
            ("antitrust", "反垄断法", "2008-08-01"), ("consumer", "消费者权益保护法", "1994-01-01"), ("bills", "票据法", "1996-01-01"),
            ("guns", "枪支管理法", "1996-10-01"), ("identity_card", "居民身份证法", "2004-01-01"), ("exit_entry", "出境入境管理法", "2013-07-01"),
            ("terror", "反恐怖主义法", "2016-01-01"), ("cyber", "网络安全法", "2017-06-01"), ("organised", "反有组织犯罪法", "2022-05-01"),
            ("telecom_fraud", "反电信网络诈骗法", "2022-12-01"), ("personal_information", "个人信息保护法", "2021-11-01"),
            ("domestic_violence", "反家庭暴力法", "2016-03-01"), ("tax", "税收征收管理法", "1993-01-01"), ("wildlife", "野生动物保护法", "1989-03-01"),
            ("tobacco", "烟草专卖法", "1992-01-01"), ("extradition", "引渡法", "2000-12-28"), ("civil_servant", "公务员法", "2006-01-01"),
            ("supervisor", "监察官法", "2022-01-01"), ("epidemic", "传染病防治法", "1989-09-01"), ("customs", "海关法", "1987-07-01"),
            ("judicial_assistance", "国际刑事司法协助法", "2018-10-26"), ("waste", "固体废物污染环境防治法", "1996-04-01"),
            ("water", "水污染防治法", "1984-11-01"), ("foreign_law", "涉外民事关系法律适用法", "2011-04-01"),
        )
    ),
    _row("ji2010_fundraising", "最高人民法院关于审理非法集资刑事案件具体应用法律若干问题的解释", "非法集资解释", "法释〔2010〕18号", _SPC, _JI, "2011-01-04"),
    _row("ji2013_defamation", "关于办理利用信息网络实施诽谤等刑事案件适用法律若干问题的解释", "网络诽谤解释", "法释〔2013〕21号", _TWO, _JI, "2013-09-10"),
    _row("ji2015_safety", "关于办理危害生产安全刑事案件适用法律若干问题的解释", "危害生产安全解释", "法释〔2015〕22号", _TWO, _JI, "2015-12-16"),
    _row("ji2011_computer", "关于办理危害计算机信息系统安全刑事案件应用法律若干问题的解释", "计算机犯罪解释", "法释〔2011〕19号", _TWO, _JI, "2011-09-01"),
    _row("ji2004_ip", "关于办理侵犯知识产权刑事案件具体应用法律若干问题的解释", "知识产权解释", "法释〔2004〕19号", _TWO, _JI, "2004-12-22", "2025-04-25"),
    _row("ji2017_confiscation", "关于适用犯罪嫌疑人、被告人逃匿、死亡案件违法所得没收程序若干问题的规定", "没收程序规定", "法释〔2017〕1号", _TWO, _JI, "2017-01-05"),
    _row("ji2015_compensation", "关于办理刑事赔偿案件适用法律若干问题的解释", "刑事赔偿解释", "法释〔2015〕24号", _TWO, _JI, "2016-01-01"),
    _row("ji2015_conceal", "最高人民法院关于审理掩饰、隐瞒犯罪所得、犯罪所得收益刑事案件适用法律若干问题的解释", "掩饰隐瞒解释", "法释〔2015〕11号", _SPC, _JI, "2015-06-01"),
    _row("ji2013_snatch", "关于办理抢夺刑事案件适用法律若干问题的解释", "抢夺解释", "法释〔2013〕25号", _TWO, _JI, "2013-11-18"),
    _row("ji2014_smuggling", "关于办理走私刑事案件适用法律若干问题的解释", "走私解释", "法释〔2014〕10号", _TWO, _JI, "2014-09-10"),
    _row("ji2016_mining", "关于办理非法采矿、破坏性采矿刑事案件适用法律若干问题的解释", "采矿解释", "法释〔2016〕25号", _TWO, _JI, "2016-12-01"),
    _row("ji2015_refuse", "最高人民法院关于审理拒不执行判决、裁定刑事案件适用法律若干问题的解释", "拒执解释", "法释〔2015〕16号", _SPC, _JI, "2015-07-22", "2024-11-30"),
    _row("detention", f"{_PRC}看守所条例", "看守所条例", "国务院令第52号", "国务院", "departmental_rule", "1990-03-17"),
    # judicial interpretations and joint opinions often cited in criminal judgments
    _row("ji1998_surrender", "最高人民法院关于处理自首和立功具体应用法律若干问题的解释", "自首立功解释", "法释〔1998〕8号", _SPC, _JI, "1998-05-09"),
    _row("nd2010_surrender", "最高人民法院关于处理自首和立功若干具体问题的意见", "自首立功意见", "法发〔2010〕60号", _SPC, _ND, "2010-12-22"),
    _row("nd2009_duty", "关于办理职务犯罪案件认定自首、立功等量刑情节若干问题的意见", "职务犯罪自首立功意见", "法发〔2009〕13号", _TWO, _ND, "2009-03-12"),
    _row("ji2000_traffic", "最高人民法院关于审理交通肇事刑事案件具体应用法律若干问题的解释", "交通肇事解释", "法释〔2000〕33号", _SPC, _JI, "2000-11-21"),
    _row("ji2000_fine", "最高人民法院关于适用财产刑若干问题的规定", "财产刑规定", "法释〔2000〕45号", _SPC, _JI, "2000-12-19"),
    _row("ji2013_theft", "关于办理盗窃刑事案件适用法律若干问题的解释", "盗窃解释", "法释〔2013〕8号", _TWO, _JI, "2013-04-04"),
    _row("ji2013_extort", "关于办理敲诈勒索刑事案件适用法律若干问题的解释", "敲诈勒索解释", "法释〔2013〕10号", _TWO, _JI, "2013-04-27"),
    _row("ji2013_affray", "关于办理寻衅滋事刑事案件适用法律若干问题的解释", "寻衅滋事解释", "法释〔2013〕18号", _TWO, _JI, "2013-07-22"),
    _row("ji2011_fraud", "关于办理诈骗刑事案件具体应用法律若干问题的解释", "诈骗解释", "法释〔2011〕7号", _TWO, _JI, "2011-04-08"),
    _row("nd2016_telecom", "关于办理电信网络诈骗等刑事案件适用法律若干问题的意见", "电信网络诈骗意见", "法发〔2016〕32号", _THREE, _ND, "2016-12-20"),
    _row("ji2016_bribe", "关于办理贪污贿赂刑事案件适用法律若干问题的解释", "贪污贿赂解释", "法释〔2016〕9号", _TWO, _JI, "2016-04-18"),
    _row("ji2016_drug", "最高人民法院关于审理毒品犯罪案件适用法律若干问题的解释", "毒品解释", "法释〔2016〕8号", _SPC, _JI, "2016-04-11"),
    _row("ji2000_drug", "最高人民法院关于审理毒品案件定罪量刑标准有关问题的解释", "毒品解释（2000）", "法释〔2000〕13号", _SPC, _JI, "2000-06-10", "2016-04-10", "", "ji2016_drug"),
    _row("nd2016_drug_sample", "办理毒品犯罪案件毒品提取、扣押、称量、取样和送检程序若干问题的规定", "毒品取样送检规定", "公禁毒〔2016〕511号", _THREE, _ND, "2016-07-01"),
    _row("nd2013_drunk", "关于办理醉酒驾驶机动车刑事案件适用法律若干问题的意见", "醉驾意见（2013）", "法发〔2013〕15号", _THREE, _ND, "2013-12-18", "2023-12-27"),
    _row("ji2017_privacy", "关于办理侵犯公民个人信息刑事案件适用法律若干问题的解释", "公民个人信息解释", "法释〔2017〕10号", _TWO, _JI, "2017-06-01"),
    _row("ji2005_gamble", "关于办理赌博刑事案件具体应用法律若干问题的解释", "赌博解释", "法释〔2005〕3号", _TWO, _JI, "2005-05-13"),
    _row("nd2014_gamble", "关于办理利用赌博机开设赌场案件适用法律若干问题的意见", "赌博机意见", "公通字〔2014〕17号", _THREE, _ND, "2014-03-26"),
    _row("nd2010_netgamble", "关于办理网络赌博犯罪案件适用法律若干问题的意见", "网络赌博意见", "公通字〔2010〕40号", _THREE, _ND, "2010-08-31"),
    _row("ji2001_gun", "最高人民法院关于审理非法制造、买卖、运输枪支、弹药、爆炸物等刑事案件具体应用法律若干问题的解释", "枪支弹药解释", "法释〔2001〕15号", _SPC, _JI, "2001-05-16"),
    _row("ji2010_tobacco", "关于办理非法生产、销售烟草专卖品等刑事案件具体应用法律若干问题的解释", "烟草专卖品解释", "法释〔2010〕7号", _TWO, _JI, "2010-03-26"),
    _row("ji2009_card", "关于办理妨害信用卡管理刑事案件具体应用法律若干问题的解释", "信用卡解释", "法释〔2009〕19号", _TWO, _JI, "2009-12-16"),
    _row("ji2000_robbery", "最高人民法院关于审理抢劫案件具体应用法律若干问题的解释", "抢劫解释", "法释〔2000〕35号", _SPC, _JI, "2000-11-28"),
    _row("nd2005_robbery", "最高人民法院关于审理抢劫、抢夺刑事案件适用法律若干问题的意见", "两抢意见", "法发〔2005〕8号", _SPC, _ND, "2005-06-08"),
    _row("ji2003_damages", "最高人民法院关于审理人身损害赔偿案件适用法律若干问题的解释", "人身损害赔偿解释", "法释〔2003〕20号", _SPC, _JI, "2004-05-01"),
    _row("ji2012_commute", "最高人民法院关于办理减刑、假释案件具体应用法律若干问题的规定", "减刑假释规定（2012）", "法释〔2012〕2号", _SPC, _JI, "2012-07-01", "2016-12-31", "commute", "ji2016_commute"),
    _row("ji2016_commute", "最高人民法院关于办理减刑、假释案件具体应用法律的规定", "减刑假释规定", "法释〔2016〕23号", _SPC, _JI, "2017-01-01", family="commute"),
    _row("nd2010_exclusion", "关于办理刑事案件排除非法证据若干问题的规定", "排除非法证据规定", "法发〔2010〕20号", _FIVE, _ND, "2010-07-01"),
    _row("nd2019_plea", "关于适用认罪认罚从宽制度的指导意见", "认罪认罚意见", "高检发〔2019〕13号", _FIVE, _ND, "2019-10-11"),
    _row("nd2020_self_defence", "关于依法适用正当防卫制度的指导意见", "正当防卫意见", "法发〔2020〕31号", _THREE, _ND, "2020-08-28"),
    _row("ji2020_fixed", "最高人民法院关于统一法律适用加强类案检索的指导意见（试行）", "类案检索意见", "法发〔2020〕24号", _SPC, _ND, "2020-07-31"),
)  # fmt: skip

OTHERS: dict[str, Instrument] = {row.id: row for row in _ROWS}

# Number of the last article: an article beyond it does not exist, even when no text has been imported.
LAST_ARTICLE: dict[str, int] = {
    "cl": 452, "cl1979": 192, "cpl": 308, "cpl2012": 290, "cpl1996": 225, "cpl1979": 164, "spc2021": 655, "spc2012": 548,
    "spp2019": 684, "spp2012": 708, "mps2020": 388, "spc2013": 27, "la2021": 71, "jcf2024": 78, "jcf2018": 69,
    "civil2020": 1260, "contract1999": 428, "marriage1980": 51,
}  # fmt: skip
