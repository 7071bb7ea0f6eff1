"""强制措施的时间、文书内的日期、不在现场的辩解、不明来源的痕迹：不同写法。材料全部虚构。"""

import pytest

from gaoyao.dossier.exchange.moments import parse_moment
from tests.intake.wordings.test_file_wordings import CLOSED, HEARD, ROOM, drafted

QUESTIONED = HEARD.format(n=1, day=10, place=ROOM, words="问：说说。\n答：好。")


def steps(made):
    rows = {}
    for one in made.log.assertions():
        if one.kind == "step":
            rows.setdefault(one.subject, {})[one.field] = one.value
    return {row["event"]: row["happened"] for row in rows.values() if "event" in row and "happened" in row}


STEPS = [
    ("拘留证：宣布的时间", "拘留证\n兹决定对孙小满执行拘留。\n青岭县公安局\n2023年3月6日\n本证已于2023年3月6日10时05分向我宣布。\n被拘留人：孙小满", "detained", "2023年3月6日10时5分"),
    ("拘留证：汉字日期", "拘 留 证\n兹决定对犯罪嫌疑人孙小满执行拘留。\n二〇二三年三月六日\n本证已于二〇二三年三月六日十时五分向我宣布。被拘留人：孙小满", "detained", "2023年3月6日10时5分"),
    ("拘留证：执行时间栏", "拘留证\n被拘留人：孙小满\n执行拘留时间：2023-03-06 10:05\n青岭县公安局", "detained", "2023年3月6日10时5分"),
    ("拘留通知书", "拘留通知书\n孙大满：\n我局已于2023年3月6日10时05分将涉嫌盗窃罪的孙小满刑事拘留，现羁押在青岭县看守所。\n2023年3月6日", "detained", "2023年3月6日10时5分"),
    ("送所：拘留证副本", "拘留证\n兹决定对孙小满执行拘留。\n本证已于2023年3月6日10时05分向我宣布。\n被拘留人孙小满已于2023年3月7日16时20分送至我所。接收民警：周三\n青岭县看守所", "sent_to_centre", "2023年3月7日16时20分"),
    ("送所：收押时间栏", "入所健康检查登记表\n姓名：孙小满\n收押时间：2023年3月7日16时20分\n体表：无外伤", "sent_to_centre", "2023年3月7日16时20分"),
    ("送所：短横", "入所登记表\n姓名：孙小满  性别：男\n入所日期：2023-03-07 16:20", "sent_to_centre", "2023年3月7日16时20分"),
    ("送所：健康检查表的入所", "收押人员健康检查表\n被收押人：孙小满\n入所时间 2023.3.7 16:20\n体表检查 未见异常", "sent_to_centre", "2023年3月7日16时20分"),
    ("传唤证：到案", "传唤证\n兹传唤孙小满于2023年3月5日9时到我局接受讯问。\n到案时间：2023年3月5日9时05分\n结束时间：2023年3月6日10时30分\n被传唤人：孙小满", "summoned", "2023年3月5日9时5分"),
    ("传唤证：离开", "传唤证\n兹传唤孙小满到我局接受讯问。\n被传唤人于2023年3月5日9时05分到达，2023年3月6日10时30分离开。\n被传唤人：孙小满", "summons_ended", "2023年3月6日10时30分"),
    ("提请批准逮捕书", "提请批准逮捕书\n犯罪嫌疑人孙小满，男。\n2023年3月6日被刑事拘留。\n此致\n青岭县人民检察院\n青岭县公安局\n二〇二三年三月三十日", "arrest_requested", "2023年3月30日"),
    ("立案决定书", "立 案 决 定 书\n青公立字〔2023〕12号\n决定对孙小满盗窃案立案侦查。\n青岭县公安局\n二〇二三年三月六日", "filed", "2023年3月6日"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "paper", "event", "when"), STEPS, ids=[row[0] for row in STEPS])
def test_步骤的时间(says: str, paper: str, event: str, when: str, tmp_path) -> None:
    found = steps(drafted([paper, QUESTIONED, CLOSED], tmp_path))
    assert event in found
    assert found[event].low == parse_moment(when).low


OPINION = "青岭市公安局物证鉴定所\nDNA鉴定书\n（青）公鉴（DNA）字〔2023〕18号\n一、委托单位：青岭县公安局\n受理日期：{received}\n鉴定开始日期：{begun}\n二、检材：现场血迹1份\n三、鉴定意见\n{said}\n鉴定人：郑文（签名）\n鉴定人：冯武（签名）\n青岭市公安局物证鉴定所（鉴定专用章）\n{issued}"
SAID = "1号检材与孙小满血样的基因型相同。"
INSIDE = [
    ("受理晚于出具", OPINION.format(received="2023年3月20日", begun="2023年3月10日", said=SAID, issued="2023年3月12日"), True),
    ("开始晚于出具", OPINION.format(received="2023年3月9日", begun="2023年3月19日", said=SAID, issued="2023年3月12日"), True),
    ("次序正常", OPINION.format(received="2023年3月9日", begun="2023年3月10日", said=SAID, issued="2023年3月12日"), False),
    ("落款早于讯问", QUESTIONED.replace("孙小满（签名、捺印）\n", "孙小满（签名、捺印）  2023年3月8日\n"), True),
    ("讯问结束早于开始", QUESTIONED.replace("9时10分至11时20分", "9时10分至8时20分"), True),
    ("落款同日", QUESTIONED.replace("孙小满（签名、捺印）\n", "孙小满（签名、捺印）  2023年3月10日\n"), False),
    ("通知书早于所通知的事", "拘留通知书\n孙大满：\n我局已于2023年3月6日10时将孙小满刑事拘留。\n青岭县公安局\n2023年3月4日", True),
    ("拘留证签发晚于宣布", "拘留证\n兹决定对孙小满执行拘留。\n青岭县公安局\n2023年3月8日\n本证已于2023年3月6日10时05分向我宣布。\n被拘留人：孙小满", True),
    ("拘留证同日宣布", "拘留证\n兹决定对孙小满执行拘留。\n青岭县公安局\n2023年3月6日\n本证已于2023年3月6日10时05分向我宣布。\n被拘留人：孙小满", False),
    ("次日才宣布", "逮捕证\n兹由我局对孙小满执行逮捕。\n青岭县公安局\n2023年4月6日\n本证已于2023年4月7日10时05分向我宣布。\n被逮捕人：孙小满", False),
    ("出生日期与身份证号不同", QUESTIONED.replace("性别：男", "性别：男  出生日期：1990年4月21日  身份证号码：990123199204211238"), True),
    ("出生日期与身份证号相同", QUESTIONED.replace("性别：男", "性别：男  出生日期：1990年4月21日  身份证号码：990123199004211238"), False),
]  # fmt: skip


@pytest.mark.parametrize(("says", "paper", "told"), INSIDE, ids=[row[0] for row in INSIDE])
def test_文书内的日期(says: str, paper: str, told: bool, tmp_path) -> None:
    codes = {one.code for one in drafted([paper], tmp_path).mismatches}
    assert ("inside" in codes) is told


ACCUSED = """青岭县公安局
起诉意见书
青公诉字〔2023〕6号
犯罪嫌疑人孙小满，男，1990年4月21日出生，汉族，农民。2023年3月6日因涉嫌盗窃罪被刑事拘留。
犯罪嫌疑人孙小满涉嫌盗窃一案，由钱秋生于2023年3月6日报案至我局。经依法侦查查明：
2023年3月5日22时许，犯罪嫌疑人孙小满在青岭县东街窃取钱秋生手机一部，价值3000元。
认定上述事实的证据如下：被害人钱秋生的陈述；犯罪嫌疑人孙小满的供述和辩解。
综上所述，犯罪嫌疑人孙小满的行为已触犯《中华人民共和国刑法》第二百六十四条之规定，涉嫌盗窃罪。依照《中华人民共和国刑事诉讼法》第一百六十二条之规定，现将此案移送审查起诉。
此致
青岭县人民检察院
2023年5月1日"""
ALIBIS = [
    ("没去过现场", "答：我没有去过那里，那天晚上我在家里睡觉。", True),
    ("当时在外地", "答：案发时我在外地打工，根本不在青岭县。", True),
    ("在朋友家打牌", "答：那天晚上我一直在朋友周春林家打牌，没有出去过，他可以作证。", True),
    ("在网吧", "答：当时我在网吧上网，有监控，你们可以去查。", True),
    ("人不在", "答：出事的时候我人不在现场，在厂里上夜班。", True),
    ("不是我，我在医院", "答：不是我干的，3月5日晚上我在县医院陪我母亲住院。", True),
    ("承认在现场", "答：我当时在现场，是我拿的。", False),
    ("作案以前在家", "答：我先在家里吃的饭，后来去拿了手机。", False),
]  # fmt: skip


@pytest.mark.parametrize(("says", "words", "found"), ALIBIS, ids=[row[0] for row in ALIBIS])
def test_不在现场的辩解(says: str, words: str, found: bool, tmp_path) -> None:
    record = HEARD.format(n=1, day=10, place=ROOM, words=f"问：3月5日晚上的事你说一下。\n{words}")
    made = drafted([record, ACCUSED], tmp_path)
    assert any(one.kind == "alibi" for one in made.log.assertions()) is found


TRACES = [
    ("未知男性", "3号烟蒂检出一名未知男性的DNA分型，与孙小满不一致。", True),
    ("不是同一人所留", "现场提取的2号指纹与孙小满的捺印样本不是同一人所留。", True),
    ("排除", "现场血迹检材排除来源于孙小满。", True),
    ("未比中", "4号指纹与孙小满、钱秋生的指纹均不同一，录入指纹库未比中人员。", True),
    ("另有他人分型", "刀柄拭子检出混合分型，除孙小满外，还检出另一男性个体的分型，来源不明。", True),
    ("足迹不符", "现场足迹与孙小满所穿鞋的鞋底花纹种类不同。", True),
    ("相同", "现场血迹的基因型与孙小满相同。", False),
    ("与被害人相同", "刀刃血迹的基因型与钱秋生相同，与孙小满不同。", False),
]  # fmt: skip


@pytest.mark.parametrize(("says", "said", "found"), TRACES, ids=[row[0] for row in TRACES])
def test_不属于被告人的痕迹(says: str, said: str, found: bool, tmp_path) -> None:
    opinion = OPINION.format(
        received="2023年3月9日", begun="2023年3月10日", said=said, issued="2023年3月12日"
    )
    made = drafted([opinion, QUESTIONED, CLOSED], tmp_path)
    assert any(one.kind == "trace" for one in made.log.assertions()) is found
