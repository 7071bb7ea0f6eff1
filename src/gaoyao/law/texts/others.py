"""Instruments that judgments often cite and that no rule of ours reads: known by name, number and dates only.

Without this table 《关于处理自首和立功具体应用法律若干问题的解释》 would be reported as an unknown text.  Dates
are from professional memory (`text_at_hand=False`): they serve to say “in force or not”, never to make a finding compel.
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
