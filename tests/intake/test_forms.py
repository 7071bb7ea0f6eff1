"""从格式文书读出来的值：每一项都指得出原文；写明没有的才是没有，没写的是卷内无记载。材料全部虚构。"""

import pytest

from gaoyao.dossier.model import Absent, Amount, Span
from gaoyao.intake.documents.cut import Sheet, documents
from gaoyao.intake.forms.base import Names, names_in
from gaoyao.intake.forms.reading import read_form
from gaoyao.intake.pages.dispatch import Volume
from gaoyao.intake.pages.model import Page, State
from gaoyao.intake.sources.model import Form, Source
from gaoyao.logic.truth import Why

QUESTIONING = """讯问笔录（第1次）
时间 2021年3月6日14时20分至2021年3月6日16时30分
地点 青岭县公安局执法办案中心讯问室
讯问人 张某、李某 工作单位 青岭县公安局
记录人 王某 工作单位 青岭县公安局
被讯问人 赵某甲 性别 男 出生日期 2004年1月2日
法定代理人 赵某丁
问：现在向你宣读犯罪嫌疑人诉讼权利义务告知书，你是否听清？
答：听清了。本次讯问全程同步录音录像。
以上笔录我看过，和我说的相符。
讯问人签名：张某 李某
"""
PARADE = """辨认笔录
时间：2021年3月8日9时10分至9时30分
侦查人员：张某、李某
辨认人：钱某乙
见证人：吴某
辨认前，侦查人员询问了被辨认人的体貌特征。
侦查人员将犯罪嫌疑人的照片与其他十一张不同男性照片随机混杂编号，由辨认人单独辨认，从中辨认出五号。
"""


def form_of(text, state=State.TEXT):
    page = Page(1, "第1页", state, text)
    (document,) = documents([Volume(Source("卷.pdf", form=Form.PDF, sha256="a" * 64), [page])])
    return Sheet(document), read_form(Sheet(document))


def value_of(text, path):
    _, form = form_of(text)
    cells = [cell for cell in (*form.cells, *form.item) if cell.field.path == path]
    if not cells:
        return None
    value = cells[0].value
    if isinstance(value, Absent):
        return value.why
    if isinstance(value, Names):
        return value.names
    if isinstance(value, Amount):
        return value.low
    return value.text if isinstance(value, Span) else value


SILENT, NOTHING = Why.FILE_SILENT, None
FIELDS = [
    # 讯问笔录：起止、地点、人员、次数、权利、核对、录音录像、未成年人
    (QUESTIONING, "interrogation.start", "2021年3月6日14时20分"),
    (QUESTIONING, "interrogation.end", "2021年3月6日16时30分"),
    (QUESTIONING, "interrogation.place", "青岭县公安局执法办案中心讯问室"),
    (QUESTIONING, "interrogation.place_type", "case_room"),
    (QUESTIONING, "interrogation.outside_premises", False),
    (QUESTIONING, "interrogation.officers", ("张某", "李某")),
    (QUESTIONING, "interrogation.sequence", 1.0),
    (QUESTIONING, "interrogation.rights_recorded", True),
    (QUESTIONING, "interrogation.confirmed", True),
    (QUESTIONING, "interrogation.officers_signed", True),
    (QUESTIONING, "interrogation.recorded", True),
    (QUESTIONING, "interrogation.minor", True),
    (QUESTIONING, "interrogation.adult_present", True),
    # 没有写的，卷内无记载
    (QUESTIONING.replace("以上笔录我看过，和我说的相符。", ""), "interrogation.confirmed", SILENT),
    (QUESTIONING.replace("本次讯问全程同步录音录像", "是的"), "interrogation.recorded", SILENT),
    (QUESTIONING.replace("时间 2021年3月6日14时20分至2021年3月6日16时30分", "时间"), "interrogation.start", SILENT),
    # 第二次讯问的笔录没有再告知权利，不说卷内无记载
    (QUESTIONING.replace("第1次", "第2次").replace("现在向你宣读犯罪嫌疑人诉讼权利义务告知书，你是否听清？", "接着说。"), "interrogation.rights_recorded", NOTHING),
    # 写明没有的，才是没有
    (QUESTIONING.replace("本次讯问全程同步录音录像", "本次讯问没有录音录像"), "interrogation.recorded", False),
    (QUESTIONING.replace("以上笔录我看过，和我说的相符。", "被讯问人拒绝签名。"), "interrogation.confirmed", False),
    # 止点只写时分的，用起点的日期
    (QUESTIONING.replace("至2021年3月6日16时30分", "至16时30分"), "interrogation.end", "2021年3月6日16时30分"),
    # 次日的止点
    (QUESTIONING.replace("至2021年3月6日16时30分", "至次日2时10分"), "interrogation.end", "2021年3月7日2时10分"),
    # 宾馆是办案场所以外；看守所是已送羁押
    (QUESTIONING.replace("青岭县公安局执法办案中心讯问室", "青岭县云河宾馆302房间"), "interrogation.outside_premises", True),
    (QUESTIONING.replace("青岭县公安局执法办案中心讯问室", "青岭县看守所讯问室"), "interrogation.in_custody", True),
    # 住处、现场可能是法律允许的地点，机器不说内外
    (QUESTIONING.replace("青岭县公安局执法办案中心讯问室", "赵某甲家中"), "interrogation.outside_premises", NOTHING),
    # 汉字写的日期
    (QUESTIONING.replace("2021年3月6日14时20分至2021年3月6日16时30分", "二〇二一年三月六日十四时二十分至十六时"), "interrogation.start", "二〇二一年三月六日十四时二十分"),
    # 辨认
    (PARADE, "identification.happened", "2021年3月8日9时10分至9时30分"),
    (PARADE, "identification.total", 12.0),
    (PARADE, "identification.subject", "person_photo"),
    (PARADE, "identification.mixed", True),
    (PARADE, "identification.individual", True),
    (PARADE, "identification.features_asked", True),
    (PARADE, "identification.two_officers", True),
    (PARADE, "identification.signatures_complete", True),
    (PARADE.replace("张某、李某", "张某"), "identification.two_officers", False),
    (PARADE.replace("将犯罪嫌疑人的照片与其他十一张不同男性照片随机混杂编号", "将赵某甲的照片一张出示"), "identification.mixed", SILENT),
    (PARADE.replace("见证人：吴某\n", ""), "identification.signatures_complete", SILENT),
    # 扣押
    ("扣押笔录\n时间：2021年3月6日18时\n地点：青岭县北街9号\n侦查人员：张某、李某\n见证人：吴某\n从卧室衣柜搜出手提包一个。", "acquisition.place", "青岭县北街9号"),
    ("扣押笔录\n时间：2021年3月6日18时\n地点：青岭县北街9号\n侦查人员：张某、李某\n见证人：吴某\n扣押手提包一个。", "acquisition.signatures_missing", False),
    ("扣押笔录\n地点：青岭县北街9号\n扣押手提包一个。", "acquisition.happened", SILENT),
    ("搜查笔录\n时间 2021年3月5日10时20分至11时10分\n侦查人员姓名、单位 王卫国、孟超  临江分局刑侦大队\n记录人 孟超", "acquisition.officers", ("王卫国", "孟超")),
    # 鉴定意见的性质
    ("DNA鉴定书\n检材：烟头一枚\n鉴定意见：烟头上的DNA与赵某甲的血样不一致，排除赵某甲所留。\n二〇二一年三月二十日", "appraisal.conclusion", "exclusion"),
    ("DNA鉴定书\n检材：烟头一枚\n鉴定意见：支持烟头上的脱落细胞来源于赵某甲。\n二〇二一年三月二十日", "appraisal.conclusion", "identity"),
    ("毒品检验报告\n检材：白色晶体\n检验结论：送检的白色晶体中检出甲基苯丙胺成分。", "appraisal.conclusion", "composition"),
    ("鉴定意见书\n鉴定意见：现场鞋印与送检鞋的鞋底花纹种类相同。", "appraisal.conclusion", "class_only"),
    ("鉴定书\n鉴定意见：现场血迹与赵某甲的血型相同，均为O型。", "appraisal.conclusion", "class_only"),
    ("鉴定书\n鉴定意见：送检纤维与赵某甲上衣纤维的颜色、材质一致。", "appraisal.conclusion", "class_only"),
    ("鉴定书\n鉴定意见：现场指印与赵某甲右手食指指印相同，系其所留。", "appraisal.conclusion", "identity"),
    ("伤情鉴定意见书\n鉴定意见：钱某乙的损伤程度为轻伤二级。", "appraisal.conclusion", "grade"),
    ("鉴定书\n鉴定意见：送检指纹不具备比对条件。", "appraisal.conclusion", "inconclusive"),
    ("鉴定书\n检材：刀一把", "appraisal.conclusion", SILENT),
    # 到案
    ("到案经过\n2021年3月6日10时许，民警在北街网吧将犯罪嫌疑人赵某甲抓获。\n青岭县公安局（公章）", "arrival.manner", "caught"),
    ("到案经过\n2021年3月6日，犯罪嫌疑人赵某甲主动到派出所投案。", "arrival.manner", "surrendered"),
    ("到案经过\n2021年3月6日，犯罪嫌疑人赵某甲经电话通知到案。", "arrival.manner", "summoned"),
    ("到案经过\n2021年3月6日10时许，民警将犯罪嫌疑人赵某甲抓获。", "arrival.sealed", SILENT),
    # 健康检查
    ("入所健康检查表\n姓名 赵某甲\n体表检查：左前臂有淤青两处。\n2021年3月7日", "interrogation.injury_at_check", True),
    ("入所健康检查表\n姓名 赵某甲\n体表检查：未见明显外伤。\n2021年3月7日", "interrogation.injury_at_check", False),
    ("入所健康检查表\n姓名 赵某甲\n血压正常。\n2021年3月7日", "interrogation.injury_at_check", NOTHING),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "path", "value"), FIELDS, ids=[f"{n}-{row[1]}" for n, row in enumerate(FIELDS)]
)
def test_读出的值(text, path, value):
    assert value_of(text, path) == value


def test_次日的止点在起点之后():
    _, form = form_of(QUESTIONING.replace("至2021年3月6日16时30分", "至次日2时10分"))
    start, end = (
        next(cell.value for cell in form.cells if cell.field.name == name) for name in ("start", "end")
    )
    assert (end.low - start.low) == 11 * 60 + 50


@pytest.mark.parametrize("text", [QUESTIONING, PARADE], ids=["讯问", "辨认"])
def test_每个值都指得出原文(text):
    sheet, form = form_of(text)
    for cell in (*form.cells, *form.item):
        if isinstance(cell.value, Absent):
            continue
        quote = sheet.raw[cell.start : cell.end]
        assert quote.strip(), cell
        if isinstance(cell.value, Names):
            assert all(name in quote for name in cell.value.names)


def test_没有读完的材料不说卷内无记载():
    text = QUESTIONING.replace("以上笔录我看过，和我说的相符。", "")
    _, whole = form_of(text)
    _, part = form_of(text, State.PARTIAL)
    assert any(isinstance(cell.value, Absent) for cell in whole.cells)
    assert not any(isinstance(cell.value, Absent) for cell in part.cells)


def test_提讯提解证逐次读出起止():
    _, form = form_of(
        "提讯提解证\n姓名 赵某甲\n2021年3月10日9时05分 2021年3月10日11时40分 张某\n2021年3月12日14时00分 2021年3月12日18时20分"
    )
    assert form.speaker == "赵某甲"
    assert [(a.text, b.text) for a, b, *_ in form.rows] == [
        ("2021年3月10日9时05分", "2021年3月10日11时40分"), ("2021年3月12日14时00分", "2021年3月12日18时20分"),
    ]  # fmt: skip


SPEAKERS = [
    (QUESTIONING, "赵某甲", "accused"),
    ("询问笔录\n被询问人：钱某乙 性别：女\n问：你作为被害人，享有被害人诉讼权利义务。", "钱某乙", "victim"),
    ("询问笔录\n被询问人 孙 某 性别 男\n问：你看见了什么？", "孙某", "witness"),
]


@pytest.mark.parametrize(("text", "name", "role"), SPEAKERS)
def test_谁在说(text, name, role):
    _, form = form_of(text)
    assert (form.speaker, form.speaker_role) == (name, role)


def test_识别丢了空格也分得开标签():
    glued = QUESTIONING.replace(" 工作单位 ", "工作单位").replace(
        "被讯问人 赵某甲 性别 男 ", "被讯问人赵某甲性别男"
    )
    _, form = form_of(glued, State.OCR)
    assert form.speaker == "赵某甲"
    assert value_of(glued, "interrogation.officers") == ("张某", "李某")


ALONE = [
    ("张某", State.TEXT, False),
    ("张某", State.OCR, None),
    ("张某李某", State.TEXT, None),
    ("张某、李某", State.OCR, True),
]


@pytest.mark.parametrize(("names", "state", "two"), ALONE)
def test_识别出的一个名字不说主持人员少于二人(names, state, two):
    _, form = form_of(PARADE.replace("张某、李某", names), state)
    values = [cell.value for cell in form.cells if cell.field.name == "two_officers"]
    assert values == ([] if two is None else [two])


NAMES = [
    ("张某、李某", ("张某", "李某")),
    ("张 某", ("张某",)),
    ("张三 李四", ("张三", "李四")),
    ("青岭县公安局", ()),
    ("张某（签名）", ("张某",)),
    ("郝明（技术员）、田野（技术员）", ("郝明", "田野")),
    ("", ()),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_姓名(text, names):
    assert names_in(text) == names
