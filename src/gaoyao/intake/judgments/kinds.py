"""The eight kinds of evidence (刑事诉讼法第五十条), judged by an item's own title, not by the list it stands in."""

from __future__ import annotations

import re
from functools import lru_cache

PHYSICAL = "物证"
DOCUMENT = "书证"
WITNESS = "证人证言"
VICTIM = "被害人陈述"
CONFESSION = "犯罪嫌疑人、被告人供述和辩解"
OPINION = "鉴定意见"
RECORD = "勘验、检查、辨认、侦查实验等笔录"
RECORDING = "视听资料、电子数据"
KINDS = (PHYSICAL, DOCUMENT, WITNESS, VICTIM, CONFESSION, OPINION, RECORD, RECORDING)

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"^书证(?!物证)|(?:协议|合同|执照|批复|决议|章程|委托|函)书?$", DOCUMENT),
        (r"^物证(?:（|[长重一二两]|\d)", PHYSICAL),
        (r"^(?![户身报前释死抓在收到诊亲关学婚任职工住出居村单羁无垫入开结完纳缴付销存用持残])[\u4e00-\u9fff×某]{2,3}证明$", WITNESS),
        (r"同步录音|讯问[^、]{0,12}录[音像]|录音录像|审讯(?:录像|光[碟盘])", RECORDING),
        (r"(?:请示|告知书|委托书|申请书|聘请书|批复|函)$|行政处罚|处罚决定|判决书|裁定书|释放证明|鉴定(?:意见|结论)?(?:告知|通知)|鉴定聘请|聘请书|委托(?:鉴定)?书|资格证|资质|检定证书|鉴定资", DOCUMENT),
        (r"(?:供述|供词)(?:和辩解|与辩解)?笔录$", CONFESSION),
        (r"(?:证言|证词)笔录$|^证人[^、]{1,20}(?:询问|陈述)笔录$", WITNESS),
        (r"陈述笔录$", VICTIM),
        (r"(?:扣押|查封|发还|移交|收缴|处理|登记保存)[^、]{0,6}(?:决定书|清单|单据)|登记表|收据|清单|现场检测照片|通知书$", DOCUMENT),
        (r"(?:称量|称重|检查|勘[查验]|搜查|辨认|提取|扣押|取样|封存|现场|指认|实验|勘验检查工作|检验)[^、（]{0,8}(?:笔录|记录)|笔录(?:及|、|和|与|（|$)|(?<!问)(?<!言)(?<!述)(?<!陈)笔录", RECORD),
        (r"供述|辩解|供认|供词|(?:被告人|上诉人|嫌疑人)[^、]{1,8}的?(?:讯问|审讯)", CONFESSION),
        (r"被害[^、]{0,20}陈述|报案[^、]{0,6}陈述|^陈述|(?:法定代理人|参与人|投资人|受害人)[^，]{0,40}陈述|(?<!证人)[^、]{0,10}陈述(?:笔录)?$", VICTIM),
        (r"证言|证词|证人|陈述|询问笔录|自述", WITNESS),
        (r"(?:情况|工作|办案|案情|称[重量]|记录)说明|说明$|事故认定|责任认定|检测报告|检测结果|检测[^、]{0,4}(?:单|书)|(?:侦[查破]|破案|查询|银行|调查|审批|考察|评估调查|信用)报告|成瘾认定|诊断|病历|(?<!尸)体检|出警|检测书", DOCUMENT),
        (r"鉴定|检验|检测意见|价格(?:认定|鉴证|评估|证明)|价值认定|估价|评估|审计|化验|尸检|法医|认定意见|鉴证|测定|毒物|理化|DNA|会计报告|认定结论|司法意见|专家意见|勘估|出版物审[读查]|核价|鉴別", OPINION),
        (r"监控|录像|录音|视频|视听|光盘|光碟|电子数据|聊天|短信|微信记录|QQ|U盘|电子证据|数字|数据|截屏|截图|天网|图像资料|语音", RECORDING),
        (r"(?:辨认|指认|现场|勘[验查]|称量|提取|取样|搜查|刑事科技|刑事技术|刑事侦查|检查)[^、]{0,8}(?:照片|图片)|方位图|示意图|现场图|平面图|绘图|^(?:辨认|指认|勘[验查]|检查)$|勘验|勘查|勘察", RECORD),
        (r"物证|照片|图片|赃物|赃款|毒资|作案工具|凶器|[匕尖菜砍水果]刀|刀具|枪支|枪$|子弹|弹药|缴获的|扣押的(?!.*[单书表])|查获的(?!.*[单书表])|(?:一|二|两|三|[0-9])(?:把|部|支|包|台|辆|根|枚|个|袋)|毒品$|实物|工具$|手机$|血迹|痕迹|样本", PHYSICAL),
    )
)  # fmt: skip

_POLICE_PAPER = re.compile(
    r"(?:到案|抓获|归案|投案|破案|发案|案发|查获|抓捕|起赃|发破案|侦破|破获|捉获|挡获|起获|案件侦破|缴获)[^、书单]{0,8}(?:经过|报告|情况|材料|说明|证明)|经过(?:说明|材料|证明)?$"
    r"|受案|立案|接(?:受|报|处)[^、]{0,6}(?:警|案)|报警|报案(?!人)|案件来源|情况说明|工作(?:情况|说明|记录)|办案说明|侦[破查]报告|破案报告|案件移送|案情说明|来源及|发破案|^说明|情况的?说明|出警|线索来源|110接|移送案件|办理情况"
)

_GENERIC = frozenset(
    "书证 物证 物证书证 证人证言 证言 被害人陈述 被害人的陈述 陈述 被告人供述 被告人的供述 供述 供述和辩解 供述与辩解 被告人供述和辩解 被告人的供述和辩解 "
    "被告人供述与辩解 被告人的供述与辩解 被告人供述及辩解 被告人的供述及辩解 被告人陈述 鉴定意见 鉴定结论 鉴定意见书 提取的物证 其他证人证言 有关证人证言 视听资料 电子数据 视听资料、电子数据 勘验、检查笔录 "
    "勘验、检查、辨认笔录 勘验、检查、辨认、侦查实验等笔录 笔录 相关证据 犯罪嫌疑人供述 上诉人供述 原审被告人供述 有关书证 相关书证".split()
)


@lru_cache(maxsize=8192)
def kind_of(title: str) -> str:
    """The kind of one item by its title; what fits nothing else is a document (书证)."""
    for pattern, kind in _RULES:
        if pattern.search(title):
            return kind
    return DOCUMENT


@lru_cache(maxsize=8192)
def is_police_paper(title: str) -> bool:
    """Is it a paper of the investigators about their own work (到案经过, 受案登记表, 情况说明)?"""
    return bool(_POLICE_PAPER.search(title))


def is_generic(title: str) -> bool:
    """Is the title a bare kind word that names no particular item?"""
    return title in _GENERIC
