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
UNSIGNED = RECORD.replace("这份笔录我从头看过了，跟我说的一样。\n", "").replace("孙小满（签名、捺指印）　2021年3月6日", "　　　　　　　　年　　月　　日")
BLANK = RECORD.replace("孙小满（签名、捺指印）　2021年3月6日", "＿＿＿＿＿＿")
UNTOLD = RECORD.replace("？这是《犯罪嫌疑人诉讼权利义务告知书》，念给你听。\n：听明白了。\n", "？找你了解点情况。\n：好。\n")
ALONE = RECORD.replace("赵大海、李立平（均", "赵大海（").replace("记录人：李立平", "记录人：赵大海").replace("赵大海（签名）　李立平（签名）", "赵大海（签名）")
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
MUTE = WITNESS.replace("看过了，没有出入。\n", "").replace("被询问人：钱秋生（签名、捺印）　2021年3月7日", "被询问人：　　　　")
SPOKEN = [
    ("看过笔录并签名捺印的，是核对确认", RECORD, "interrogation.confirmed", True),
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
