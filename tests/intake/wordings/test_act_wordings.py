"""辨认、搜查、扣押、鉴定、提讯登记、健康检查的不同写法。材料全部虚构。"""

import pytest

from tests.intake.test_forms import form_of, value_of

PARADE = """辨 认 笔 录
时间：2023年3月8日9时10分至9时30分
地点：青岭县公安局刑侦大队辨认室
侦查人员：赵大海、李立平  记录人：李立平
辨认人：钱秋生
见证人：吴一凡
辨认前，侦查人员向辨认人详细询问了辨认对象的具体特征，并告知其故意作虚假辨认的法律责任。
{words}
辨认人：钱秋生（签名、捺印）
见证人：吴一凡（签名）
侦查人员：赵大海（签名） 李立平（签名）
"""
COUNTS = [
    ("张数在前", "将犯罪嫌疑人孙小满的照片混杂在其他11张男性照片中，由钱秋生进行辨认。", 12.0, "person_photo"),
    ("共几张", "侦查人员出示照片一组，共6张，均为男性正面免冠照片，由钱秋生辨认。", 6.0, "person_photo"),
    ("汉字", "侦查人员将十二张不同男性的免冠照片随机编号，供钱秋生辨认。", 12.0, "person_photo"),
    ("编号范围", "辨认照片编号为1号至8号，均系男性免冠照片，由钱秋生辨认，指出3号。", 8.0, "person_photo"),
    ("连同嫌疑人", "将包括犯罪嫌疑人孙小满在内的7张男性照片打乱顺序，由钱秋生辨认。", 7.0, "person_photo"),
    ("列队的人", "将犯罪嫌疑人孙小满与另外4名身高、年龄相近的男子混杂站成一排，由钱秋生辨认。", 5.0, "person"),
    ("共几人", "辨认对象为男性，共7人，站成一排，由钱秋生辨认。", 7.0, "person"),
    ("量词幅", "出示男性照片十幅，由钱秋生辨认。", 10.0, "person_photo"),
    ("排列的照片", "将5张照片（编号1－5）粘贴于一张纸上，由钱秋生辨认。", 5.0, "person_photo"),
    ("刀", "将扣押的尖刀与其他5把类似的刀具混放，由钱秋生辨认。", 6.0, "object"),
    ("手机照片", "出示10张不同手机的照片，由钱秋生辨认。", 10.0, "object_photo"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "words", "count", "code"), COUNTS, ids=[row[0] for row in COUNTS])
def test_辨认对象的数量和种类(says: str, words: str, count: float, code: str) -> None:
    assert value_of(PARADE.format(words=words), "identification.total") == count
    assert value_of(PARADE.format(words=words), "identification.subject") == code


SEEN = [
    ("看过手机里的照片", "辨认人钱秋生称，来之前民警曾给其看过手机里孙小满的照片。", True),
    ("走廊里见过", "钱秋生称其在辨认前于走廊内见到戴手铐的孙小满本人。", True),
    ("先带去看", "辨认前，侦查人员带钱秋生到讯问室外透过玻璃看了犯罪嫌疑人孙小满。", True),
    ("出示过", "侦查人员先行向钱秋生出示了孙小满的户籍照片，随后组织其辨认。", True),
    ("看监控", "辨认前民警向其播放了孙小满的监控录像。", True),
    ("没有见过", "辨认前，辨认人未见过辨认对象。", False),
    ("未展示", "辨认前未向辨认人展示过孙小满的照片及影像资料。", False),
    ("没有一个字", "由钱秋生逐一辨认，指出3号。", None),
    ("案发时见过不算", "钱秋生称案发当晚在楼道里见到过作案的男子，由其辨认，指出3号。", None),
]  # fmt: skip


@pytest.mark.parametrize(("says", "words", "value"), SEEN, ids=[row[0] for row in SEEN])
def test_辨认前见过辨认对象(says: str, words: str, value: bool | None) -> None:
    assert value_of(PARADE.format(words=words), "identification.seen_before") is value


JOINED = [
    ("二人一起", "辨认人：钱秋生、周春林", "二人共同查看照片后一致指出3号。", False),
    ("两人同时", "辨认人：钱秋生 周春林", "由两人同时进行辨认。", False),
    ("互相商量", "辨认人：钱秋生", "钱秋生与周春林商量后，共同指出3号。", False),
    ("个别", "辨认人：钱秋生", "由钱秋生单独进行辨认。", True),
    ("分别进行", "辨认人：钱秋生", "由各辨认人分别单独辨认，钱秋生指出3号。", True),
    ("没有一个字", "辨认人：钱秋生", "由钱秋生辨认。", None),
]  # fmt: skip


@pytest.mark.parametrize(("says", "who", "words", "value"), JOINED, ids=[row[0] for row in JOINED])
def test_辨认个别进行(says: str, who: str, words: str, value: bool | None) -> None:
    text = PARADE.replace("辨认人：钱秋生\n见证人", f"{who}\n见证人", 1).format(words=words)
    got = value_of(text, "identification.individual")
    assert got is value if value is not None else got not in (True, False)


SEARCH = """搜 查 笔 录
时间：2023年3月6日9时20分至10时30分
侦查人员姓名、单位：赵大海、李立平，青岭县公安局刑侦大队
记录人：李立平
当事人：孙小满
{attestor}
侦查人员向孙小满出示搜查证后，对其住处进行搜查。{words}
侦查人员：赵大海（签名） 李立平（签名）
当事人：孙小满（签名、捺指印）
{end}
"""
ATTESTED = [
    ("有见证人", "见证人：吴一凡，男，住青岭县东街2号", "", "见证人：吴一凡（签名）", False),
    ("见证人姓名栏", "见证人姓名、住址：吴一凡，青岭县东街2号", "", "见证人：吴一凡（签名）", False),
    ("见证人无", "见证人：无", "", "", True),
    ("划去", "见证人：/", "", "见证人：/", True),
    ("横线", "见证人：______", "", "见证人：______", True),
    ("没有这一栏", "", "", "", True),
    ("正文说没有", "见证人：", "因时间紧迫，没有邀请见证人到场。", "", True),
    ("邀请不到", "", "未能找到见证人。", "", True),
    ("家属见证", "在场人：孙大满（系孙小满父亲）", "", "在场人：孙大满（签名）", False),
    ("邻居在场", "在场人员：周春林（邻居）", "", "在场人：周春林（签名）", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("says", "attestor", "words", "end", "value"), ATTESTED, ids=[row[0] for row in ATTESTED]
)
def test_搜查的见证人(says: str, attestor: str, words: str, end: str, value: bool) -> None:
    assert (
        value_of(SEARCH.format(attestor=attestor, words=words, end=end), "acquisition.no_attestor") is value
    )


OPINION = """青岭市公安局物证鉴定所
DNA 鉴 定 书
（青）公（物）鉴（DNA）字〔2023〕18号
一、绪论
（一）委托单位：青岭县公安局
（二）受理日期：2023年3月9日
（三）检材：1号，现场提取的血迹1份
二、检验
按照标准方法检验。
三、论证
经比对分型一致。
四、鉴定意见
1号检材与孙小满血样的基因型相同。
{sign}
2023年3月12日
"""
SIGNED = [
    ("两人签名盖章", "鉴定人：主检法医师 郑文（签名）\n鉴定人：法医师 冯武（签名）\n青岭市公安局物证鉴定所（鉴定专用章）", False),
    ("签名处空着", "鉴定人：主检法医师\n鉴定人：法医师\n青岭市公安局物证鉴定所", True),
    ("横线", "鉴定人：__________\n鉴定人：__________\n（盖章）", True),
    ("写着未签", "鉴定人（签名）：（未签名）\n青岭市公安局物证鉴定所", True),
    ("写着空白", "鉴定人：（空白）  复核人：（空白）\n青岭市公安局物证鉴定所", True),
    ("职称以后空着", "鉴定人：副主任法医师　　　　　　\n　　　　主检法医师　　　　　　\n青岭市公安局物证鉴定所", True),
    ("打印的名字和章", "鉴定人：郑文、冯武\n青岭市公安局物证鉴定所（印）", False),
]  # fmt: skip


@pytest.mark.parametrize(("says", "sign", "value"), SIGNED, ids=[row[0] for row in SIGNED])
def test_鉴定人签名(says: str, sign: str, value: bool) -> None:
    assert value_of(OPINION.format(sign=sign), "appraisal.unsigned") is value


BOTH = "鉴定人：郑文（签名）\n鉴定人：冯武（签名）\n青岭市公安局物证鉴定所（鉴定专用章）\n"
QUALIFIED = [
    ("机构证书过期", "附：鉴定机构资格证书，有效期限：2017年1月1日至2021年12月31日", "agency_unqualified", True),
    ("短横的有效期", "附：司法鉴定许可证有效期2018-01-01至2022-12-31", "agency_unqualified", True),
    ("点分的有效期", "鉴定机构资格证书（编号995，有效期至2022.12.31）", "agency_unqualified", True),
    ("超出范围", "本所的业务范围为痕迹检验，不包括法医物证（DNA）鉴定。", "agency_unqualified", True),
    ("没有资质", "该鉴定所未取得DNA检验鉴定资质。", "agency_unqualified", True),
    ("鉴定人没有资格", "鉴定人冯武尚未取得鉴定人资格证书。", "expert_unqualified", True),
    ("鉴定人证书过期", "鉴定人郑文，资格证书有效期至2022年6月30日", "expert_unqualified", True),
    ("证书注销", "鉴定人冯武的鉴定人资格证书已于2022年5月1日注销。", "expert_unqualified", True),
    ("在有效期内", "附：鉴定机构资格证书，有效期限：2020年1月1日至2025年12月31日", "agency_unqualified", False),
]  # fmt: skip


@pytest.mark.parametrize(("says", "words", "field", "value"), QUALIFIED, ids=[row[0] for row in QUALIFIED])
def test_鉴定资质(says: str, words: str, field: str, value: bool) -> None:
    assert value_of(OPINION.format(sign=BOTH + words), f"appraisal.{field}") is value


LOGS = [
    ("两栏时间", "提讯提解证\n在押人员：孙小满\n|序号|提讯时间|还押时间|事由|提讯人|\n|1|2023年3月10日9时05分|2023年3月10日11时40分|讯问|赵大海、李立平|"),
    ("日期时刻分栏", "提讯、提解证\n犯罪嫌疑人姓名 孙小满\n序号 日期 提出时间 还押时间 办案人员\n1 2023年3月10日 9时05分 11时40分 赵大海"),
    ("短横日期", "提讯登记表\n姓名：孙小满\n1\t2023-03-10 09:05\t2023-03-10 11:40\t讯问\t赵大海、李立平"),
    ("点分日期", "提 讯 提 解 证\n被提讯人 孙小满\n2023.3.10 9:05 2023.3.10 11:40 讯问 赵大海"),
    ("一句话", "提讯提解登记\n在押人员姓名：孙小满\n2023年3月10日，赵大海、李立平提讯，9时05分提出，11时40分还押。"),
    ("只写一次日期", "提讯记录\n姓名 孙小满\n2023年3月10日 09：05—11：40 讯问 赵大海 李立平"),
    ("汉字", "提讯证\n姓名：孙小满\n二〇二三年三月十日九时五分提出 二〇二三年三月十日十一时四十分还押 讯问"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "text"), LOGS, ids=[row[0] for row in LOGS])
def test_提讯登记(says: str, text: str) -> None:
    from gaoyao.dossier.exchange.moments import parse_moment

    _, form = form_of(text)
    assert form.kind == "extraction_log"
    assert form.speaker == "孙小满"
    rows = [(row[0].low, row[1].low if row[1] else None) for row in form.rows]
    assert rows == [(parse_moment("2023年3月10日9时5分").low, parse_moment("2023年3月10日11时40分").low)]


CHECKS = [
    ("体表有伤", "体表检查：左眼眶青紫约3cm×2cm，右前臂条状瘀痕两处。", True),
    ("勾选有伤", "体表有无外伤：☑有 □无  部位：背部", True),
    ("外伤一栏", "外伤情况：双腕可见环形皮肤擦伤、红肿", True),
    ("自述被打", "伤情：右侧胸壁压痛，有皮下出血，自述被打所致", True),
    ("破溃结痂", "皮肤：双膝部皮肤破损、结痂", True),
    ("没有外伤", "体表检查：无外伤", False),
    ("未见", "体表：未见明显外伤及伤痕", False),
    ("勾选无", "体表有无外伤：□有 ☑无", False),
    ("栏目写无", "外伤：无", False),
    ("旧疤痕", "体表检查：左小腿有一陈旧性疤痕约5cm，余未见异常", False),
    ("手术疤痕", "右下腹有阑尾手术瘢痕，无新鲜外伤", False),
]  # fmt: skip


@pytest.mark.parametrize(("says", "words", "value"), CHECKS, ids=[row[0] for row in CHECKS])
def test_入所健康检查(says: str, words: str, value: bool) -> None:
    text = f"入所健康检查登记表\n姓名：孙小满  性别：男  入所时间：2023年3月6日16时15分\n血压：120/80\n{words}\n检查医生：郑文\n2023年3月6日"
    _, form = form_of(text)
    assert form.speaker == "孙小满"
    assert next((cell.value for cell in form.cells if cell.field.name == "injury_at_check"), None) is value
