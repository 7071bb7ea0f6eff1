"""The papers of a criminal file by their official titles; what is none of them is called unknown.

A row is data: a code, the Chinese name, the titles it goes by (patterns for a whole line without blanks), the
kind of evidence it is ('' where it is no evidence), and the form that reads it ('' where none does).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class DocumentKind(NamedTuple):
    """One kind of paper."""

    code: str
    label: str
    titles: str
    item: str = ""
    form: str = ""

    @property
    def is_list(self) -> bool:
        """Does it name other papers line by line?"""
        return self.form == "catalogue"


UNKNOWN = DocumentKind("unknown", "未识别的材料", "")

_K = DocumentKind
KINDS: tuple[DocumentKind, ...] = (
    # 卷宗本身
    _K("cover", "卷宗封面", r"(?:刑事)?(?:侦查|诉讼|检察|审判|证据|文书|补充侦查)?卷宗?(?:（.{1,12}）)?|(?:诉讼文书|证据|侦查工作)卷.{0,6}"),
    _K("catalogue", "卷内目录", r"(?:卷内)?(?:文件|文书|材料)?目录|卷内(?:文件|文书|材料)目录", "", "catalogue"),
    _K("evidence_list", "证据目录", r"证据(?:材料)?(?:目录|清单)", "", "catalogue"),
    _K("showing_outline", "举证提纲", r"(?:庭审)?举(?:证|示证据)(?:质证)?提纲|出庭预案", "", "catalogue"),
    # 受案、立案
    _K("intake_form", "受案登记表", r"受案登记表|接报?(?:受)?(?:刑事)?案(?:件)?登记表|接处?警(?:情)?登记[表单]|110接处?警(?:记录|登记表)", "documentary", "dated"),
    _K("report_record", "报案笔录", r"报案笔录|接受证人证言笔录", "witness", "inquiry"),
    _K("filing", "立案决定书", r"立案决定书|(?:监察)?立案(?:通知|呈批|审批)[书表]", "documentary", "dated"),
    _K("jurisdiction", "指定管辖文书", r"指定管辖决定书|移送案件通知书|案件移送(?:函|通知书)", "documentary", "dated"),
    _K("notice", "告知、通知、回执", r"立案告知书|不予立案通知书|受案回执|解剖尸体通知书|(?:吸毒)?检测告知书|(?:报案|控告|举报)[^，。]{0,6}回执|案件(?:办理)?(?:情况)?告知书|移送起诉告知书|终止侦查决定书", "documentary", "dated"),
    _K("approval", "呈请报告书", r"呈请.{2,20}(?:报告书|报告|审批表)|.{0,12}审批(?:报告)?表"),
    _K("police_course", "破案、侦破经过", r"(?:发)?破案(?:经过|报告)|侦破(?:经过|报告)|案件侦破经过|破案报告", "arrival_note", "note"),
    _K("arrival", "到案经过", r"(?:到|归)案(?:经过|情况)(?:说明)?|抓获经过(?:说明)?|投案经过|查获经过", "arrival_note", "arrival"),
    _K("note", "情况说明", r"(?:工作|办案|有关)?(?:情况|工作)说明|说明(?:材料)?|关于.{2,30}的(?:情况)?说明", "documentary", "note"),
    # 言词证据
    _K("interrogation", "讯问笔录", r"(?:第[一二三四五六七八九十\d]{1,3}次)?(?:(?:犯罪嫌疑人|被告人)?[\u4e00-\u9fff·×]{0,4})讯问笔录", "confession", "interrogation"),
    _K("confession_paper", "亲笔供词", r"(?:亲笔供词|自书材料|悔过书|自首书|亲笔供述)", "confession"),
    _K("inquiry", "询问笔录", r"(?:第[一二三四五六七八九十\d]{1,3}次)?(?:(?:证人|被害人|报案人)?[\u4e00-\u9fff·×]{0,4})(?:询问|调查|谈话)笔录", "witness", "inquiry"),
    _K("testimony_paper", "亲笔证词", r"(?:亲笔证词|证人证言|书面证言|证明材料)", "witness"),
    # 笔录
    _K("identification", "辨认笔录", r"(?:对.{1,12}的)?辨认笔录|指认(?:现场)?笔录|照片辨认笔录", "identification", "identification"),
    _K("scene", "现场勘验笔录", r"(?:现场)?(?:勘验|勘查|勘察|检查)(?:检查)?(?:工作)?(?:笔录|记录)|刑事案件现场勘验检查(?:工作)?(?:笔录|记录)|现场勘查(?:报告|记录)", "scene", "taking"),
    _K("body_examination", "人身检查笔录", r"人身(?:安全)?检查(?:笔录|记录)|身体检查笔录|检查笔录（人身）", "scene", "taking"),
    _K("experiment", "侦查实验笔录", r"侦查实验(?:笔录|记录)", "experiment", "taking"),
    _K("search", "搜查笔录", r"搜查笔录", "seizure", "taking"),
    _K("search_warrant", "搜查证", r"搜查(?:证|决定书)", "documentary", "dated"),
    _K("seizure_record", "扣押笔录", r"(?:查封|扣押|冻结)(?:物品|财物)?笔录", "seizure", "taking"),
    _K("seizure_decision", "扣押决定书", r"(?:查封|扣押|冻结|调取证据|证据保全|先行登记保存)(?:决定书|通知书)|协助(?:查询|冻结)(?:财产|存款)通知书", "documentary", "dated"),
    _K("seizure_list", "扣押清单", r"(?:查封|扣押|调取|提取|登记保存|证据保全|随案移送|发还|返还)(?:物品|财物|证据|文件|(?:物品、)?文件)?清单|(?:扣押|提取|调取|接受)(?:物品、?文件|物证|痕迹、?物证|证据材料)清单|接受证据(?:材料)?清单|发还(?:物品|清单).{0,4}", "seizure", "taking"),
    _K("extraction", "提取笔录", r"(?:(?:生物)?(?:检材|样本|样品|血样|尿样|痕迹|物证))?(?:提取|取样|采集|采样|抽样)(?:取证)?(?:笔录|记录|登记表)|(?:指认|人身检查)(?:、|及)(?:生物)?(?:样本|检材)?(?:提取|采集)笔录|提取(?:痕迹、?物证|物证|检材)登记表|现场提取(?:痕迹|物证)(?:、(?:痕迹|物证))?登记表", "seizure", "taking"),
    _K("weighing", "称量笔录", r"(?:毒品)?(?:称量|称重)(?:、?取样)?(?:、?封[装存])?(?:笔录|记录)|(?:毒品)?取样、?称量笔录|(?:毒品)?提取、扣押、称量、取样(?:、送检)?笔录", "seizure", "taking"),
    _K("sampling", "取样笔录", r"毒品(?:取样|封装)笔录|封存笔录|现场封存笔录", "seizure", "taking"),
    _K("electronic", "电子数据提取笔录", r"(?:电子数据|远程勘验)(?:现场)?(?:提取|检查|勘验|冻结)?(?:笔录|工作记录|清单|固定清单)|电子(?:证物)?检查工作记录", "electronic", "taking"),
    _K("destruction", "销毁清单", r"销毁(?:物品|证据)?(?:清单|笔录)", "documentary", "dated"),
    # 鉴定
    _K("entrusting", "鉴定聘请书、委托书", r"(?:鉴定|翻译人员|专家)?(?:聘请|委托)书|价格(?:认定|鉴定)(?:协助|委托)书|鉴定委托书|委托鉴定(?:函|书)", "documentary", "dated"),
    _K("appraisal", "鉴定意见", r"(?:.{0,16})(?:鉴定(?:意见)?书|鉴定意见|检验(?:鉴定)?报告|鉴定文书|检验意见|司法鉴定意见书|鉴定报告)(?:书)?", "expert", "appraisal"),
    _K("autopsy", "尸体检验报告", r"(?:法医)?(?:学)?尸体(?:检验|解剖|检查)(?:鉴定)?(?:报告|意见|记录|笔录)书?|法医学尸体检验鉴定书", "expert", "appraisal"),
    _K("injury_grade", "人体损伤程度鉴定书", r"(?:法医学)?人体损伤(?:程度)?鉴定(?:意见)?书|伤情鉴定(?:意见)?书?", "expert", "appraisal"),
    _K("price", "价格认定书", r"(?:关于.{2,30}的)?(?:涉案财物)?价格(?:认定|鉴证|鉴定)(?:结论)?书|价格认定结论书", "expert", "appraisal"),
    _K("audit", "审计报告", r"(?:司法(?:会计)?|专项)?(?:审计|会计)(?:鉴定)?(?:报告|意见书)", "expert", "appraisal"),
    _K("psychiatric", "精神鉴定意见书", r"(?:法医)?精神(?:病|疾病)?(?:学)?(?:司法)?鉴定(?:意见)?书", "expert", "appraisal"),
    _K("test_report", "检测报告", r"(?:现场|吸毒|尿液|毒品)?(?:检测|检验)(?:报告(?:书)?|结果)|吸毒(?:成瘾)?(?:严重)?认定(?:书|意见书)|血液(?:中)?(?:酒精|乙醇)(?:含量)?检(?:验|测)报告", "expert", "appraisal"),
    _K("appraisal_told", "鉴定意见通知书", r"鉴定(?:意见|结论)(?:告知|通知)书", "documentary", "told"),
    _K("qualification", "鉴定资质", r"(?:公安机关)?(?:司法鉴定|鉴定机构(?:、|和|及)?)?(?:鉴定人(?:员)?)?(?:许可证|资格证书?|资质证书?)|鉴定人执业证", "documentary"),
    _K("accident", "交通事故认定书", r"(?:道路)?交通事故(?:责任)?认定书", "documentary", "dated"),
    _K("accident_report", "事故调查报告", r".{0,30}事故调查报告", "accident_report", "dated"),
    _K("medical", "病历、诊断证明", r"(?:住院|门诊|急诊)?(?:病历|病案|诊断(?:证明|报告)(?:书)?|出院(?:记录|小结))|死亡(?:医学)?证明(?:书)?", "documentary", "dated"),
    # 强制措施
    _K("summons", "传唤证", r"传唤(?:证|通知书)|拘传证", "documentary", "dated"),
    _K("bail", "取保候审文书", r"取保候审(?:决定书|执行通知书|保证书)|(?:解除|变更)取保候审.{0,4}书|保证书", "documentary", "dated"),
    _K("residence", "监视居住文书", r"(?:指定居所)?监视居住(?:决定书|执行通知书)|解除监视居住.{0,4}书", "documentary", "dated"),
    _K("detention", "拘留证", r"(?:刑事)?拘留(?:证|决定书)", "documentary", "dated"),
    _K("detention_notice", "拘留通知书", r"(?:拘留|逮捕)通知书|延长拘留期限.{0,4}书|不准予延长.{0,8}书", "documentary", "dated"),
    _K("arrest_request", "提请批准逮捕书", r"提请批准逮捕书|逮捕意见书", "documentary", "dated"),
    _K("arrest_decision", "批准逮捕决定书", r"(?:不)?批准逮捕决定书|(?:不予)?逮捕决定书", "documentary", "dated"),
    _K("arrest", "逮捕证", r"逮捕证", "documentary", "dated"),
    _K("liuzhi", "留置文书", r"留置(?:决定书|通知书)|解除留置.{0,4}书", "documentary", "dated"),
    _K("extension", "延长羁押期限文书", r"(?:批准|决定)?延长(?:侦查)?羁押期限(?:决定书|通知书|意见书)|重新计算侦查羁押期限.{0,4}书|换押证", "documentary", "dated"),
    _K("release", "释放文书", r"释放(?:证明(?:书)?|通知书)|变更(?:强制措施|羁押期限)通知书", "documentary", "dated"),
    # 看守所
    _K("extraction_log", "提讯提解证", r"提(?:讯|解|讯、?提解|讯提解|审)(?:证|登记[表簿卡]?|记录|情况表?)|提讯(?:、提解)?证|提讯登记表", "documentary", "extraction_log"),
    _K("body_check", "入所健康检查表", r"(?:入所|收押|看守所在押人员|在押人员|出入所)?(?:健康|身体|体表)检查(?:登记)?(?:表|笔录|记录)|入所体检表|收押人员健康检查表", "documentary", "body_check"),
    _K("custody_log", "入所登记表", r"(?:在押人员)?(?:入所|收押)(?:人员)?登记表|收押(?:凭证|回执)|入所通知书", "documentary", "dated"),
    # 权利、录音录像
    _K("rights", "权利义务告知书", r"(?:犯罪嫌疑人|被告人|证人|被害人|委托辩护人)?.{0,14}(?:诉讼)?权利(?:和)?义务(?:和法律规定)?告知书|委托辩护人(?:、?申请法律援助)?告知书|被(?:取保候审|监视居住)人义务告知书|认罪认罚从宽(?:制度)?告知书", "documentary", "dated"),
    _K("recording_note", "讯问录音录像说明", r"(?:讯问)?(?:同步)?录音录像(?:情况)?(?:说明|资料.{0,6}(?:表|单|说明)|登记表|工作说明)|关于.{0,24}录音录像.{0,10}说明", "legality_note", "recording"),
    _K("legality", "取证合法性说明", r"(?:讯问|取证|侦查取证)?(?:过程)?合法性(?:的)?(?:情况)?说明|(?:(?:重大案件)?(?:侦查终结前)?讯问合法性核查意见书|关于.{0,20}合法性.{0,8}说明)", "legality_note", "note"),
    _K("plea", "认罪认罚具结书", r"认罪认罚具结书", "documentary", "dated"),
    _K("sentencing_advice", "量刑建议书", r"量刑建议书|调整量刑建议.{0,4}书"),
    _K("lawyer", "委托书、律师函", r"(?:刑事案件)?(?:授权)?委托书|提供法律(?:援助|帮助)(?:通知书|情况记录|告知书)|(?:指定辩护|法律援助|值班律师)(?:（法律援助）)?(?:通知|情况)?(?:回执|通知书|记录)|会见.{0,10}(?:通知书|记录|登记表)|律师事务所(?:所)?函|(?:指派)?(?:法律援助|辩护).{0,6}(?:公函|通知书|指派函)"),
    # 身份、前科
    _K("household", "户籍证明", r"(?:常住人口|人口)(?:基本)?信息(?:登记表|表)?|户籍(?:证明|信息)|身份证明|常住人口登记[表卡]|户口(?:簿|本).{0,4}", "documentary", "dated"),
    _K("record", "前科材料", r"(?:违法犯罪|前科)(?:经历|情况|记录)(?:查询)?(?:情况)?(?:证明|说明)|(?:违法犯罪|前科)(?:情况|记录)(?:查询)?(?:证明|说明)?|无违法犯罪记录证明|刑满释放证明(?:书)?|行政处罚决定书", "documentary", "dated"),
    _K("social", "社会调查报告", r"(?:未成年人)?社会(?:背景)?调查(?:评估)?报告|调查评估意见书?", "social_report", "dated"),
    # 起诉阶段
    _K("prosecution_opinion", "起诉意见书", r"(?:补充)?起诉意见书", "", "accusation"),
    _K("indictment", "起诉书", r"(?:(?:补充|变更|追加)?(?:刑事(?:附带民事)?)?起诉书|公诉意见书?)", "", "accusation"),
    _K("examination", "审查报告", r"(?:公诉案件|案件)?(?:审查(?:逮捕|起诉)?(?:意见书|报告)|审查报告|审结报告)", "", "catalogue"),
    _K("return", "退回补充侦查决定书", r"退回补充(?:侦查|调查)决定书|补充(?:侦查|调查)(?:决定书|提纲|建议书?)|提供法庭审判所需证据材料(?:意见书|通知书)", "", "supplement"),
    _K("return_report", "补充侦查报告书", r"补充(?:侦查|调查)(?:终结)?报告书?", "documentary", "dated"),
    _K("no_indictment", "不起诉决定书", r"不起诉(?:决定|理由说明)书", "", "dated"),
    _K("arrest_examination", "审查逮捕意见书", r"审查逮捕意见书"),
    # 审判阶段
    _K("judgment", "判决书", r"刑事(?:附带民事)?判决书|判决书", "", "judgment"),
    _K("ruling", "裁定书", r"刑事(?:附带民事)?裁定书|裁定书", "", "judgment"),
    _K("decision", "决定书", r"(?:再审|驳回申诉|延期审理|中止审理|刑事)决定书"),
    _K("trial_record", "庭审笔录", r"(?:法庭|庭审|开庭)(?:审理)?笔录|(?:公开)?开庭笔录", "", "hearing"),
    _K("pretrial", "庭前会议笔录、报告", r"庭前会议(?:笔录|报告|记录)", "", "hearing"),
    _K("exclusion", "排除非法证据申请书", r"(?:非法证据排除|排除非法证据)(?:的)?申请书?|关于.{0,20}排除非法证据.{0,10}", "", "motion"),
    _K("application", "申请书", r"(?:调取证据|证人出庭|重新鉴定|补充鉴定|取保候审|变更强制措施|羁押必要性审查|鉴定人出庭|回避|延期审理)(?:作证)?申请书|申请书"),
    _K("defence", "辩护词", r"辩护(?:词|意见|意见书)|(?:一审|二审)辩护词|量刑辩护意见", "", "defence"),
    _K("appeal", "上诉状、抗诉书", r"(?:刑事)?(?:上诉状|抗诉书|申诉书|再审申请书)"),
    _K("deliberation", "合议笔录", r"(?:合议庭)?(?:合议|评议)(?:庭)?笔录|审判委员会(?:会议)?(?:讨论)?(?:笔录|记录)"),
    _K("trial_report", "审理报告", r"(?:案件)?审理报告"),
    _K("delivery", "送达回证", r"送达回证|送达地址确认书"),
    _K("civil", "附带民事诉状", r"(?:刑事)?附带民事(?:起诉状|诉状)"),
    _K("understanding", "谅解书、赔偿协议", r"(?:刑事)?谅解书|(?:赔偿|和解|调解)协议书?|收条|领条|欠条|借条", "documentary", "dated"),
    # 视听、电子、照片
    _K("photos", "照片", r"(?:现场|物证|辨认|提取|尸体|伤情|涉案物品)?(?:照片|图片)(?:说明|册)?|现场照片(?:制作)?说明|现场(?:方位|平面|示意)(?:示意)?图|现场图、?照片目录|辨认照片(?:对应)?(?:身份)?说明|(?:辨认|被辨认)(?:人员|对象)(?:照片)?(?:对照表|名单|说明)", "scene"),
    _K("recording", "视听资料说明", r"(?:视听资料|(?:视频)?监控(?:录像|视频|调取)?|视频|光盘)(?:及|和)?(?:截图)?(?:情况)?(?:说明|目录|制作说明|截图|清单)?", "audio_video", "dated"),
    _K("chat", "聊天记录、话单", r"(?:微信|QQ|手机)?(?:聊天|通话|转账|支付宝|短信)(?:记录|清单|详单|明细)(?:截图)?|通话清单|话单|通信(?:记录|话单)(?:清单)?", "electronic", "dated"),
    _K("bank", "银行流水", r"(?:银行|支付|微信|支付宝|第三方支付)?(?:账户)?(?:交易)?(?:流水|明细|对账单|交易明细)(?:清单|单)?|查询(?:存款|财产)?(?:结果|回执)", "documentary", "dated"),
)  # fmt: skip

BY_CODE: dict[str, DocumentKind] = {kind.code: kind for kind in KINDS}

_BEFORE = r"(?:.{2,26}(?:局|院|队|所|厅|委|委员会|中心|公司|部|处|站|医院|大学|研究所|检察院|法院))?"
_AFTER = r"(?:（[^）]{1,16}）|第?[一二三四五六七八九十\d]{1,3}次|[一二三四五六七八九十\d]{1,2})?"
_PATTERNS = tuple((kind, re.compile(f"{_BEFORE}(?P<title>{kind.titles}){_AFTER}")) for kind in KINDS)
_TITLE_LIKE = re.compile(
    r"[\u4e00-\u9fff（）、《》“”〇\d]{2,28}(?:书|笔录|表|单|证|说明|报告|记录|通知|函|凭证|协议|照片|材料|合同|发票|收据)"
)
_STOP = re.compile(r"[。；，：:,;？！]")
_PART = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.．])")
"""A numbered heading is a part of a paper, not the head of one."""


@lru_cache(maxsize=4096)
def kind_of_title(line: str) -> DocumentKind | None:
    """The kind whose title this whole line (without blanks) is; None where it is none."""
    if not 2 <= len(line) <= 60 or _STOP.search(line) or _PART.match(line):
        return None
    best: tuple[int, DocumentKind] | None = None
    for kind, pattern in _PATTERNS:
        found = pattern.fullmatch(line)
        if found and (best is None or len(found["title"]) >= best[0]):
            best = (len(found["title"]), kind)
    return best[1] if best else None


def looks_like_title(line: str) -> bool:
    """Might this line be the title of a paper that the table does not know?"""
    return bool(_TITLE_LIKE.fullmatch(line)) and not _STOP.search(line) and not _PART.match(line)
