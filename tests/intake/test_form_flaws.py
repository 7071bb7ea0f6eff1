"""文书自己写出来的缺口：空着的签名处、没有见证人、照片张数、没有告知。同一份文书齐全时不说缺。材料全部虚构。"""

import pytest

from gaoyao.intake.pages.model import State
from tests.intake.test_forms import form_of, value_of

RECORD = """讯问笔录（第1次）
讯问时间：2021年3月6日14时20分至16时30分
讯问地点：青岭县公安局执法办案中心讯问室
讯问人：赵大海、李立平（均为青岭县公安局民警）　记录人：李立平
被讯问人：孙小满，男，1990年4月21日生，住青岭县东街1号。
？这是《犯罪嫌疑人诉讼权利义务告知书》，念给你听。
：听明白了。
？讲一下经过。
：东西是我拿的。本次讯问全程同步录音录像。
？看一下笔录，与你讲的是否一致。
：是的。
这份笔录我从头看过了，跟我说的一样。
被讯问人：孙小满（签名、捺指印）　2021年3月6日
讯问人：赵大海（签名）　李立平（签名）
"""
UNSIGNED = RECORD.replace("这份笔录我从头看过了，跟我说的一样。\n", "").replace(
    "孙小满（签名、捺指印）　2021年3月6日", "　　　　　　　　年　　月　　日"
)
SPLIT = RECORD.replace("被讯问人：孙小满（签名、捺指印）", "孙\n小满（签名、捺指印）")
BLANK = RECORD.replace("孙小满（签名、捺指印）　2021年3月6日", "＿＿＿＿＿＿")
UNTOLD = RECORD.replace(
    "？这是《犯罪嫌疑人诉讼权利义务告知书》，念给你听。\n：听明白了。\n", "？找你了解点情况。\n：好。\n"
)
ALONE = (
    RECORD.replace("赵大海、李立平（均", "赵大海（")
    .replace("记录人：李立平", "记录人：赵大海")
    .replace("赵大海（签名）　李立平（签名）", "赵大海（签名）")
)
CHILD = RECORD.replace("1990年4月21日生", "2005年4月21日生")
GUARDED = CHILD.replace("？这是《", "到场法定代理人：孙大满（系被讯问人父亲）\n？这是《")
REFUSED = RECORD.replace("孙小满（签名、捺指印）", "（孙小满看过笔录后拒绝签名）")
SECRET = RECORD.replace("本次讯问全程同步录音录像。", "本次讯问没有录音录像。")
WITNESS = """询问笔录
询问时间：2021年3月7日9时10分至10时
询问地点：青岭县东街派出所
询问人：赵大海、李立平　记录人：李立平
被询问人：钱秋生，男，1980年1月1日生
？你应当如实提供证据，作伪证要负法律责任。
：知道了。
？你看见什么？
：看见有人从楼里跑出来。
看过了，没有出入。
被询问人：钱秋生（签名、捺印）　2021年3月7日
询问人：赵大海（签名）　李立平（签名）
"""
PAIR = WITNESS.replace("1980年1月1日生", "1980年1月1日生；周春林，男，1982年1月1日生（二人一同到场接受询问）")
PAIR_SIGNED = WITNESS.replace("钱秋生（签名、捺印）", "钱秋生（签名、捺印）　周春林（签名、捺印）")
MUTE = WITNESS.replace("看过了，没有出入。\n", "").replace(
    "被询问人：钱秋生（签名、捺印）　2021年3月7日", "被询问人：　　　　"
)
SPOKEN = [
    ("看过笔录并签名捺印的，是核对确认", RECORD, "interrogation.confirmed", True),
    ("签名断在两行的，也是签了名", SPLIT, "interrogation.confirmed", True),
    ("签名处空着、没有核对的话", UNSIGNED, "interrogation.confirmed", False),
    ("打印了核对的话，签名处空着", BLANK, "interrogation.confirmed", False),
    ("看过以后拒绝签名", REFUSED, "interrogation.confirmed", False),
    ("拒绝签名已经注明", REFUSED, "interrogation.refusal_noted", True),
    ("讯问人的名字后面写着签名", RECORD, "interrogation.officers_signed", True),
    ("读了告知书", RECORD, "interrogation.rights_recorded", True),
    ("整份首次笔录没有一个字提到权利", UNTOLD, "interrogation.rights_recorded", False),
    ("第一次", RECORD, "interrogation.first", True),
    ("第二次不是首次", RECORD.replace("第1次", "第2次"), "interrogation.first", False),
    ("问话的同步录音录像", RECORD, "interrogation.recorded", True),
    ("写明没有录音录像", SECRET, "interrogation.recorded", False),
    ("讯问人、记录人都是同一人", ALONE, "interrogation.too_few_officers", True),
    ("记录的侦查人员计算在内", RECORD.replace("赵大海、李立平（均", "赵大海（"), "interrogation.too_few_officers", False),
    ("检察人员讯问不问这一项", ALONE.replace("讯问笔录（第1次）", "青岭县人民检察院\n讯问笔录（第1次）"), "interrogation.too_few_officers", None),
    ("未成年人的笔录写着到场的父亲", GUARDED, "interrogation.adult_present", True),
    ("未成年人的笔录，在场和签名里都没有成年人", CHILD, "interrogation.adult_present", False),
    ("成年人的笔录不问法定代理人", RECORD, "interrogation.adult_present", None),
    ("证人看过并签名", WITNESS, "inquiry.confirmed", True),
    ("证人的签名处空着", MUTE, "inquiry.confirmed", False),
    ("两个证人在一份笔录里", PAIR, "inquiry.individual", False),
    ("两个证人签在一份笔录上", PAIR_SIGNED, "inquiry.individual", False),
    ("一个证人的笔录不推定个别进行", WITNESS, "inquiry.individual", None),
]  # fmt: skip


@pytest.mark.parametrize(("says", "text", "path", "value"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_笔录写出来的缺口(says: str, text: str, path: str, value: object) -> None:
    assert value_of(text, path) == value


@pytest.mark.parametrize("text", [UNSIGNED, BLANK, ALONE, CHILD, UNTOLD])
def test_识别出来的页面_空着的签名处不说没有签名(text: str) -> None:
    _, form = form_of(text, State.OCR)
    said = {cell.field.name: cell.value for cell in form.cells}
    assert said.get("confirmed") is not False
    assert said.get("too_few_officers") is None
    assert said.get("adult_present") is not False
    assert said.get("rights_recorded") is not False


PARADE = """辨认笔录
时间：2021年3月8日9时10分起至9时30分止
主持人、侦查人员：赵大海、李立平　记录人：李立平
辨认人：钱秋生　见证人：吴一凡
辨认对象：不同男性正面照片6张，编号1至6号，其余5人与本案无关，脸型相近。
经问，除案发那次见面以外，本次辨认以前没有见过辨认对象本人，也没有看过其照片。
过程：将照片无规则排列，钱秋生独自逐张查看，指出4号。
辨认人：钱秋生（签名、捺印）
见证人：吴一凡（签名）　侦查人员：赵大海（签名）　李立平（签名）
"""
SHOWN = PARADE.replace(
    "经问，除案发那次见面以外，本次辨认以前没有见过辨认对象本人，也没有看过其照片。",
    "辨认人称：昨天民警叫我来，给我看过手机上这个人的照片。",
)
JOINT = PARADE.replace("辨认人：钱秋生　", "辨认人：钱秋生、周春林　").replace(
    "钱秋生独自逐张查看", "钱秋生、周春林一起逐张查看"
)
SEARCH = """搜查笔录
搜查时间：2021年3月6日9时20分起至10时30分止
搜查地点：东街1号　侦查人员：赵大海、李立平　记录人：李立平
见证人：吴一凡
搜查情况：出示搜查证后进行搜查，在抽屉内发现手机1部。
当事人（持有人）：孙小满（签名、捺指印）
见证人：吴一凡（签名）
侦查人员：赵大海（签名）　李立平（签名）
"""
ATTESTED_BY_NOBODY = SEARCH.replace("见证人：吴一凡（签名）\n", "").replace("见证人：吴一凡", "见证人：无")
EMPTY_PLACE = "现场勘验笔录\n勘验开始时间 2021年3月6日8时44分\n现场地点 东街1号\n勘验人员 赵大海、李立平\n提取指纹1枚。\n勘验人员：赵大海、李立平\n笔录人：李立平\n见证人：\n2021年3月6日\n"
FILMED = ATTESTED_BY_NOBODY.replace("见证人：无", "见证人：无（因深夜山区无法找到见证人）").replace(
    "手机1部。", "手机1部。全程录音录像。"
)
OPINION = """DNA鉴定书
青公鉴字〔2021〕8号
一、委托单位：青岭县公安局　受理日期：2021年3月9日
三、鉴定意见　检材与孙小满血样同一。
四、附件　公安机关鉴定机构资格证书号995，有效期至2025年12月31日；郑文，鉴定人资格证书号12057。
鉴定人：郑文（签名）
鉴定人：冯武（签名）
青岭市公安局物证鉴定所（鉴定专用章）
2021年3月12日
"""
NOBODY_SIGNED = (
    OPINION.replace("郑文（签名）", "　　　").replace("冯武（签名）", "　　　").replace("（鉴定专用章）", "")
)
EXPIRED = OPINION.replace("有效期至2025年", "有效期至2020年")
ACTS = [
    ("照片的总数", PARADE, "identification.total", 6.0),
    ("其余人与本案无关、无规则排列，是混杂", PARADE, "identification.mixed", True),
    ("独自查看", PARADE, "identification.individual", True),
    ("写明没有见过、没有看过照片", PARADE, "identification.seen_before", False),
    ("辨认人说前一天看过照片", SHOWN, "identification.seen_before", True),
    ("二人一起查看", JOINT, "identification.individual", False),
    ("两个辨认人签在一份笔录上", PARADE.replace("辨认人：钱秋生（签名、捺印）", "辨认人：钱秋生（捺印）\n辨认人：周春林（捺印）"), "identification.individual", False),
    ("主持人、见证人、辨认人都签了名", PARADE, "identification.signatures_complete", True),
    ("见证人的签名处空着", PARADE.replace("吴一凡（签名）", "　　　"), "identification.signatures_complete", False),
    ("有见证人", SEARCH, "acquisition.no_attestor", False),
    ("见证人写着无", ATTESTED_BY_NOBODY, "acquisition.no_attestor", True),
    ("打印的名字都在，见证人处空着", EMPTY_PLACE, "acquisition.no_attestor", True),
    ("没有说明原因", ATTESTED_BY_NOBODY, "acquisition.no_attestor_explained", False),
    ("说明了原因并录像", FILMED, "acquisition.no_attestor_explained", True),
    ("签名齐全", SEARCH, "acquisition.signatures_missing", False),
    ("侦查人员的签名处空着", SEARCH.replace("赵大海（签名）　李立平（签名）", "　　　　"), "acquisition.signatures_missing", True),
    ("持有人拒绝签名已注明", SEARCH.replace("孙小满（签名、捺指印）", "　　").replace("手机1部。", "手机1部。持有人拒绝签名。"), "acquisition.missing_signature_explained", True),
    ("出示了搜查证", SEARCH, "acquisition.no_warrant", False),
    ("没有出示搜查证", SEARCH.replace("出示搜查证后", "因情况紧急未出示搜查证，随即"), "acquisition.no_warrant", True),
    ("两名侦查人员", SEARCH, "acquisition.too_few_officers", False),
    ("只有一名侦查人员", SEARCH.replace("赵大海、李立平　记录人：李立平", "赵大海　记录人：赵大海").replace("赵大海（签名）　李立平（签名）", "赵大海（签名）"), "acquisition.too_few_officers", True),
    ("鉴定人签名、机构盖章", OPINION, "appraisal.unsigned", False),
    ("鉴定人签名处空着", NOBODY_SIGNED, "appraisal.unsigned", True),
    ("鉴定机构在落款", OPINION, "appraisal.agency", "青岭市公安局物证鉴定所"),
    ("证书在有效期内", OPINION, "appraisal.agency_unqualified", False),
    ("证书在鉴定以前过期", EXPIRED, "appraisal.agency_unqualified", True),
]  # fmt: skip


@pytest.mark.parametrize(("says", "text", "path", "value"), ACTS, ids=[row[0] for row in ACTS])
def test_辨认_搜查_鉴定写出来的缺口(says: str, text: str, path: str, value: object) -> None:
    assert value_of(text, path) == value


# 提讯提解证：一行一次提讯；表头里的入所时间不是提讯。
LOG = """提讯提解证
犯罪嫌疑人：孙小满　入所：2021年3月6日16时15分
|1|2021年3月6日19时38分|2021年3月6日20时59分|讯问|
|2|2021年3月9日14时31分|2021年3月9日16时10分|讯问|
"""


def test_提讯登记逐行成对() -> None:
    _, form = form_of(LOG)
    assert [(row[0].text, row[1].text) for row in form.rows if row[1]] == [
        ("2021年3月6日19时38分", "2021年3月6日20时59分"),
        ("2021年3月9日14时31分", "2021年3月9日16时10分"),
    ]
