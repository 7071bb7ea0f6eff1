"""把一卷分成一份一份材料，说出是什么材料；认不出的就说认不出。首页全部是虚构的。"""

import pytest

from gaoyao.intake.documents.cut import Sheet, documents
from gaoyao.intake.documents.kinds import BY_CODE, KINDS, kind_of_title, looks_like_title
from gaoyao.intake.pages.dispatch import Volume
from gaoyao.intake.pages.model import Page, State, Why
from gaoyao.intake.sources.model import Form, Source
from tests.intake.papers import PROSE

# 首页标题（虚构机关）→ 材料种类
TITLES = [
    ("起诉意见书", "prosecution_opinion"), ("青岭县人民检察院|起诉书|青检刑诉〔2021〕66号", "indictment"), ("青岭县人民法院|刑事判决书", "judgment"),
    ("青岭市中级人民法院|刑事附带民事裁定书", "ruling"), ("讯问笔录（第一次）", "interrogation"), ("讯 问 笔 录", "interrogation"), ("第2次|讯问笔录", "interrogation"),
    ("询问笔录", "inquiry"), ("辨认笔录", "identification"), ("现场勘验检查笔录", "scene"), ("搜查笔录", "search"), ("扣押笔录", "seizure_record"),
    ("扣押清单", "seizure_list"), ("随案移送清单", "seizure_list"), ("扣押决定书", "seizure_decision"), ("提取笔录", "extraction"), ("称量笔录", "weighing"),
    ("毒品取样笔录", "sampling"), ("侦查实验笔录", "experiment"), ("电子数据提取笔录", "electronic"), ("青岭县公安局物证鉴定所|鉴定书", "appraisal"),
    ("法医物证鉴定意见书", "appraisal"), ("法医学尸体检验鉴定书", "autopsy"), ("法医学人体损伤程度鉴定书", "injury_grade"), ("价格认定结论书", "price"),
    ("司法会计鉴定意见书", "audit"), ("精神病司法鉴定意见书", "psychiatric"), ("鉴定意见通知书", "appraisal_told"), ("鉴定聘请书", "entrusting"),
    ("提讯提解证", "extraction_log"), ("提讯、提解证", "extraction_log"), ("入所健康检查表", "body_check"), ("看守所在押人员健康检查登记表", "body_check"),
    ("犯罪嫌疑人诉讼权利义务告知书", "rights"), ("认罪认罚从宽制度告知书", "rights"), ("认罪认罚具结书", "plea"), ("讯问同步录音录像说明", "recording_note"),
    ("关于讯问录音录像情况的说明", "recording_note"), ("到案经过", "arrival"), ("抓获经过", "arrival"), ("情况说明", "note"), ("关于未提取指纹的情况说明", "note"),
    ("青岭县公安局|拘留证", "detention"), ("拘留通知书", "detention_notice"), ("提请批准逮捕书", "arrest_request"), ("批准逮捕决定书", "arrest_decision"),
    ("逮捕证", "arrest"), ("取保候审决定书", "bail"), ("指定居所监视居住决定书", "residence"), ("留置决定书", "liuzhi"), ("释放证明书", "release"),
    ("传唤证", "summons"), ("退回补充侦查决定书", "return"), ("补充侦查报告书", "return_report"), ("庭审笔录", "trial_record"), ("法庭审理笔录", "trial_record"),
    ("庭前会议报告", "pretrial"), ("排除非法证据申请书", "exclusion"), ("辩护词", "defence"), ("合议庭评议笔录", "deliberation"), ("受案登记表", "intake_form"),
    ("立案决定书", "filing"), ("破案经过", "police_course"), ("卷内文件目录", "catalogue"), ("证据目录", "evidence_list"), ("举证质证提纲", "showing_outline"),
    ("常住人口登记表", "household"), ("道路交通事故认定书", "accident"), ("刑事谅解书", "understanding"), ("社会调查报告", "social"), ("搜查证", "search_warrant"),
    ("公诉案件审查报告", "examination"), ("不起诉决定书", "no_indictment"), ("刑事上诉状", "appeal"), ("现场照片", "photos"), ("量刑建议书", "sentencing_advice"),
    ("通话清单", "chat"), ("银行账户交易明细", "bank"), ("送达回证", "delivery"), ("亲笔供词", "confession_paper"),
]  # fmt: skip

# 不是标题的行：正文里提到一份材料
NO_TITLES = [
    "经宣读讯问笔录，被告人无异议。",
    "附：扣押清单一份",
    "现将有关情况说明如下：",
    "以上辨认笔录属实",
    "证据",
    "目录见后，共三页",
    "我看过起诉书了",
]


def page(number, text, state=State.TEXT, why=None):
    return Page(number, f"第{number}页", state, text, why)


def volume(*pages, form=Form.PDF):
    return Volume(Source("卷一.pdf", sha256="a" * 64, form=form), list(pages))


BODY = "\n".join(PROSE)


@pytest.mark.parametrize(("head", "code"), TITLES, ids=[row[0] for row in TITLES])
def test_首页的标题(head, code):
    text = head.replace("|", "\n") + "\n" + BODY
    (document,) = documents([volume(page(1, text))])
    assert document.kind.code == code


@pytest.mark.parametrize("line", NO_TITLES)
def test_正文里的话不是标题(line):
    assert kind_of_title("".join(line.split())) is None
    (document,) = documents([volume(page(1, line + "\n" + BODY))])
    assert document.kind.code == "unknown"


def test_认得的材料不少于四十种而且编号不重():
    assert len(KINDS) == len(BY_CODE) >= 40
    assert len({code for _, code in TITLES}) >= 60
    assert {code for _, code in TITLES} <= set(BY_CODE)


CUTS = [
    # 两份连着的讯问笔录各是一份，续页归前一份
    (["讯问笔录（第一次）\n" + BODY, BODY, "讯问笔录（第二次）\n" + BODY], [("interrogation", [1, 2]), ("interrogation", [3])]),
    # 续页上重复的标题带着页码，不另起一份
    (["讯问笔录\n" + BODY + "\n第1页 共2页", "讯问笔录\n" + BODY + "\n第2页 共2页"], [("interrogation", [1, 2])]),
    # 页脚是全卷的页码：同名的两份笔录各是一份，不并成一份
    (["卷内目录\n- 1 -", "询问笔录\n" + BODY + "\n- 2 -", "询问笔录\n" + BODY + "\n- 3 -"], [("catalogue", [1]), ("inquiry", [2]), ("inquiry", [3])]),
    # 页码接得上，但又填了时间、被询问人，是另一份
    (["询问笔录\n时间：2021年3月5日\n" + BODY + "\n第1页", "询问笔录\n时间：2021年3月6日\n被询问人：周某\n" + BODY + "\n第2页"], [("inquiry", [1]), ("inquiry", [2])]),
    # 三页的笔录每页都印标题
    (["询问笔录\n时间：2021年3月5日\n" + BODY + "\n第1页共3页", "询问笔录\n" + BODY + "\n第2页共3页", "询问笔录\n" + BODY + "\n第3页共3页"], [("inquiry", [1, 2, 3])]),
    # 标题认不得的，另起一份而说不认识
    (["讯问笔录\n" + BODY, "购车发票\n" + BODY], [("interrogation", [1]), ("unknown", [2])]),
    # 没有标题的卷首
    ([BODY, "辨认笔录\n" + BODY], [("unknown", [1]), ("identification", [2])]),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "wanted"), CUTS)
def test_分件(texts, wanted):
    found = documents([volume(*(page(n, text) for n, text in enumerate(texts, 1)))])
    assert [(one.kind.code, [page.number for page in one.pages]) for one in found] == wanted


def test_一个文本文件里的几份材料也分开而且一字不丢():
    text = (
        "讯问笔录（第1次）\n时间 一\n青岭县公安局物证鉴定所\nDNA鉴定书\n检材：烟头\n情况说明\n没有提取指纹。"
    )
    found = documents([volume(page(1, text), form=Form.TEXT)])
    assert [one.kind.code for one in found] == ["interrogation", "appraisal", "note"]
    assert found[1].text.startswith("青岭县公安局物证鉴定所")
    assert "".join(one.text for one in found) == text


def test_没读到的页使前后那一份不完整(tmp_path):
    found = documents(
        [
            volume(
                page(1, "讯问笔录\n" + BODY),
                page(2, "", State.UNREAD, Why.SCAN),
                page(3, "辨认笔录\n" + BODY),
            )
        ]
    )
    assert [(one.kind.code, one.incomplete) for one in found] == [
        ("interrogation", True),
        ("identification", False),
    ]


def test_字的位置从清洗后的文字回到原页():
    first, second = "询 问 笔 录\n时间： 2021年3月5日", "地点： 北街（小店）"
    (document,) = documents([volume(page(1, first), page(2, second))])
    sheet = Sheet(document)
    at = sheet.cleaned.text.index("北街")
    place = sheet.place(*sheet.raw_span(at, at + 2))
    assert (place.page.number, place.page.text[place.start : place.end]) == (2, "北街")
    assert sheet.place(0, 3).page.number == 1


@pytest.mark.parametrize("line", ["购车发票", "车辆行驶证", "某某公司合同"])
def test_像标题而不在表里的(line):
    assert kind_of_title(line) is None
    assert looks_like_title(line)
