"""起诉意见书、起诉书按种类或者按名称列出的证据，对得上卷内的哪些材料；题名的不同写法。材料全部虚构。"""

import pytest

from gaoyao.intake.documents.kinds import kind_of_title
from tests.intake.wordings.test_file_wordings import (
    ASKED,
    EXTRACTED,
    HEARD,
    OPINION,
    ROOM,
    SEARCH,
    SEIZED,
    drafted,
)

HEAD = "起诉意见书\n青公诉字〔2023〕6号\n犯罪嫌疑人孙小满，男，1990年4月21日出生。\n经依法侦查查明：2023年3月5日22时许，犯罪嫌疑人孙小满窃取钱秋生手机一部。\n{words}\n综上所述，犯罪嫌疑人孙小满的行为涉嫌盗窃罪。\n青岭县公安局\n2023年5月1日"
PAPERS = {
    "证言": ASKED.format(day=10, who="周春林", words="问：说说。\n答：看见有人跑出来。"),
    "供述": HEARD.format(n=1, day=10, place=ROOM, words="问：说说。\n答：我拿的。"),
    "鉴定": OPINION.format(sample="现场血迹1份"),
    "搜查": SEARCH,
    "扣押": SEIZED,
    "提取": EXTRACTED.format(day=12),
}
TITLES = {
    "证言": "周春林询问笔录",
    "供述": "孙小满讯问笔录",
    "鉴定": "DNA鉴定书",
    "搜查": "搜查笔录",
    "扣押": "扣押清单",
    "提取": "提取笔录",
}
LISTS = [
    ("勘验、检查等笔录", "认定上述事实的证据如下：证人证言；犯罪嫌疑人供述；鉴定意见；勘验、检查、辨认等笔录。", {"证言", "供述", "鉴定", "搜查", "提取"}),
    ("物证列出名称", "认定上述犯罪事实的证据如下：手机、银行卡等物证；证人周春林的证言。", {"证言", "搜查", "扣押"}),
    ("按名称列出", "上述事实，有搜查笔录、扣押清单、提取笔录、DNA鉴定书、证人周春林的证言、犯罪嫌疑人孙小满的供述等证据证实。", {"证言", "供述", "鉴定", "搜查", "扣押", "提取"}),
    ("事实清楚证据充分", "上述犯罪事实清楚，证据确实、充分，有证人证言、鉴定意见、犯罪嫌疑人供述等证据予以证实。", {"证言", "供述", "鉴定"}),
    ("编号列出", "认定上述事实的证据如下：\n1.物证：手机一部；\n2.书证：扣押清单；\n3.证人周春林的证言；\n4.犯罪嫌疑人孙小满的供述和辩解；\n5.鉴定意见：DNA鉴定书；\n6.搜查笔录、提取笔录。", {"证言", "供述", "鉴定", "搜查", "扣押", "提取"}),
    ("以上事实有下列证据", "以上事实，有下列证据证明：证人证言、鉴定意见。", {"证言", "鉴定"}),
]  # fmt: skip


@pytest.mark.parametrize(("says", "words", "against"), LISTS, ids=[row[0] for row in LISTS])
def test_列出的证据对得上卷内的材料(says: str, words: str, against: set[str], tmp_path) -> None:
    made = drafted([HEAD.format(words=words), *PAPERS.values()], tmp_path)
    cells = [one for one in made.log.assertions() if one.kind == "item"]
    named = {one.subject: str(one.value) for one in cells if one.field == "title"}
    listed = {one.subject for one in cells if one.field == "against"}
    found = {key for key, title in TITLES.items() for subject in listed if title in named[subject]}
    assert found == against


KINDS = [
    ("立案告知书", "notice"), ("不予立案通知书", "notice"), ("受案回执", "notice"), ("接报案登记表", "intake_form"), ("提取物证清单", "seizure_list"),
    ("接受证据材料清单", "seizure_list"), ("毒品称量、取样笔录", "weighing"), ("毒品称量、取样、封装笔录", "weighing"), ("称量、取样笔录", "weighing"), ("人身检查及生物样本采集笔录", "extraction"),
    ("解剖尸体通知书", "notice"), ("翻译人员聘请书", "entrusting"), ("价格认定协助书", "entrusting"), ("重大案件侦查终结前讯问合法性核查意见书", "legality"), ("提供法律援助通知书", "lawyer"),
    ("提供法律帮助情况记录", "lawyer"), ("指定辩护（法律援助）通知回执", "lawyer"), ("委托辩护人、申请法律援助告知书", "rights"), ("违法犯罪经历查询情况说明", "record"), ("违法犯罪记录查询证明", "record"),
    ("通信记录清单", "chat"), ("视频监控调取及截图说明", "recording"), ("辨认照片对应身份说明", "photos"), ("现场图、照片目录", "photos"), ("支付交易明细", "bank"),
    ("讯问笔录（第三次）", "interrogation"), ("第二次讯问笔录", "interrogation"), ("犯罪嫌疑人孙小满讯问笔录", "interrogation"), ("询问笔录（被害人）", "inquiry"), ("证人钱秋生询问笔录", "inquiry"),
    ("照片辨认笔录", "identification"), ("辨认笔录（二）", "identification"), ("刑事案件现场勘验检查工作记录", "scene"), ("现场勘验检查笔录", "scene"), ("入所健康检查登记表", "body_check"),
    ("提讯、提解证", "extraction_log"), ("提讯登记簿", "extraction_log"), ("鉴定意见通知书", "appraisal_told"), ("鉴定意见告知书", "appraisal_told"), ("扣押物品、文件清单", "seizure_list"),
    ("扣押清单（第1页）", "seizure_list"), ("提取痕迹、物证登记表", "extraction"), ("现场提取痕迹、物证登记表", "extraction"), ("调取证据清单", "seizure_list"), ("电子数据提取固定清单", "electronic"),
    ("被取保候审人义务告知书", "rights"), ("犯罪嫌疑人诉讼权利义务告知书", "rights"), ("延长拘留期限通知书", "detention_notice"), ("变更羁押期限通知书", "release"), ("换押证", "extension"),
    ("呈请拘留报告书", "approval"), ("呈请立案报告书", "approval"), ("呈请搜查报告书", "approval"), ("补充侦查报告书", "return_report"), ("认罪认罚具结书", "plea"),
    ("吸毒检测告知书", "notice"), ("现场检测报告书", "test_report"), ("吸毒成瘾认定书", "test_report"), ("伤情鉴定意见书", "injury_grade"), ("道路交通事故认定书", "accident"),
    ("随案移送物品清单", "seizure_list"), ("发还清单", "seizure_list"), ("情况说明", "note"), ("关于讯问录音录像的情况说明", "recording_note"), ("抓获经过", "arrival"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "code"), KINDS, ids=[row[0] for row in KINDS])
def test_题名(title: str, code: str) -> None:
    kind = kind_of_title(title.replace("(", "（").replace(")", "）"))
    assert kind is not None
    assert kind.code == code
