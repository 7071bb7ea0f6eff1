"""起诉书的几起事实、每人每罪的指控和待证事实；每一句“证实”对准哪一项。全部虚构。"""

import pytest

from gaoyao.intake.drafting.aiming import roles
from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import read_folder
from gaoyao.intake.sources.store import Store
from gaoyao.law.charges import outline as elements

HEAD = """青岭县人民检察院
起诉书
青检刑诉〔2021〕66号
被告人赵某甲，男，1990年1月2日出生，汉族，农民。
被告人孙某丙，男，1992年2月2日出生，汉族，无业。
本案由青岭县公安局侦查终结，以被告人赵某甲涉嫌{first}、被告人孙某丙涉嫌{second}，于2021年6月1日向本院移送审查起诉。
经依法审查查明：
"""
TAIL = """
本院认为，被告人赵某甲的行为触犯了《中华人民共和国刑法》的规定，应当以{first}追究其刑事责任；被告人孙某丙的行为应当以{second}追究其刑事责任。
此致
青岭县人民法院
检察员：周某
2021年7月1日"""


def indictment(body, first="盗窃罪", second="盗窃罪"):
    return HEAD.format(first=first, second=second) + body.strip() + TAIL.format(first=first, second=second)


THREE = """
1.2021年3月1日，被告人赵某甲在青岭县北街窃取电动车一辆，价值3000元。
2.2021年3月3日，被告人赵某甲、孙某丙在青岭县南街窃取手机两部。
3.2021年3月5日，被告人孙某丙在青岭县东街窃取现金2000元。
认定上述事实的证据如下：
1.物证：撬棍一根；
2.户籍证明，证实赵某甲、孙某丙已年满十八周岁；
3.被害人钱某乙的陈述，证实第2起中其手机被偷。
"""
HEADED = """
一、盗窃罪
2021年3月1日，被告人赵某甲在青岭县北街窃取电动车一辆。
二、故意伤害罪
2021年3月3日，被告人赵某甲、孙某丙在青岭县南街持木棍殴打吴某，致其轻伤。
认定上述事实的证据如下：
1.被害人吴某的陈述；
"""
EACH = """
（一）2021年3月1日，被告人赵某甲在青岭县北街窃取电动车一辆。
上述事实，有下列证据证实：
1.证人吴某的证言，证实其看见赵某甲推走电动车；
（二）2021年3月5日，被告人孙某丙在青岭县东街窃取现金2000元。
上述事实，有下列证据证实：
1.证人周某的证言，证实其看见孙某丙偷走现金；
"""
SAME_STYLE = """
1、2021年3月1日，被告人赵某甲在青岭县北街窃取电动车一辆。
2、2021年3月3日，被告人赵某甲在青岭县南街窃取手机两部。
上述事实，有下列证据证实：
1、证人吴某的证言，证实赵某甲于2021年3月3日在南街窃取手机；
2、证人周某的证言，证实其看见赵某甲推走一辆车；
3、检测结果证实，对赵某甲、孙某丙的检测结果一致；
"""
ONE = """
2021年3月5日22时许，被告人赵某甲、孙某丙在青岭县北街小店窃取手提包一个。
上述事实，有受案登记表、被害人钱某乙的陈述、价格认定书、证人吴某的证言、被告人赵某甲的供述等证据证实。
"""


def draft(text, tmp_path, outline=elements):
    room = tmp_path / "案卷"
    room.mkdir()
    (room / "起诉书.txt").write_text(text, encoding="utf-8")
    return build(read_folder(room, Store(tmp_path / "s"), ocr=False), "卷", "2026-01-01T10:00", outline)


def values(made, path):
    kind, field = path.split(".")
    return {one.subject: one.value for one in made.log.assertions() if (one.kind, one.field) == (kind, field)}


def counts(made):
    """(姓名, 第几起, 罪名)。"""
    names, incident, charge = (
        values(made, "accused.name"),
        values(made, "count.incident"),
        values(made, "count.charge"),
    )
    return [
        (names[who], incident.get(count, ""), charge[count])
        for count, who in values(made, "count.accused").items()
    ]


TABLE = [
    ("选择性罪名的一部分与另一罪并列，是两罪", indictment(HEADED.replace("故意伤害罪", "强制猥亵罪"), "盗窃罪、强制猥亵罪", "强制猥亵罪"), [("赵某甲", "I1", "盗窃罪"), ("赵某甲", "I2", "强制猥亵罪"), ("孙某丙", "I2", "强制猥亵罪")]),
    ("三起，各起只写到的人才有那一起的指控", indictment(THREE), [("赵某甲", "I1", "盗窃罪"), ("赵某甲", "I2", "盗窃罪"), ("孙某丙", "I2", "盗窃罪"), ("孙某丙", "I3", "盗窃罪")]),
    ("按罪名分段，各段的标题说明是哪一罪", indictment(HEADED, "盗窃罪、故意伤害罪", "故意伤害罪"), [("赵某甲", "I1", "盗窃罪"), ("赵某甲", "I2", "故意伤害罪"), ("孙某丙", "I2", "故意伤害罪")]),
    ("没有写罪名的两起，各起所写的行为说明是哪一罪", indictment("一、2021年3月1日，被告人赵某甲、孙某丙在青岭县北街骗取周某3000元。\n二、2021年3月3日，被告人赵某甲、孙某丙在青岭县南街对吴某实施猥亵。", "诈骗罪、强制猥亵罪", "诈骗罪、强制猥亵罪"), [("赵某甲", "I1", "诈骗罪"), ("孙某丙", "I1", "诈骗罪"), ("赵某甲", "I2", "强制猥亵罪"), ("孙某丙", "I2", "强制猥亵罪")]),
    ("每起后面列证据，证据的编号不是起数", indictment(EACH), [("赵某甲", "I1", "盗窃罪"), ("孙某丙", "I2", "盗窃罪")]),
    ("证据的编号与起数同一写法，证据接着编到第三，不是第三起", indictment(SAME_STYLE), [("赵某甲", "I1", "盗窃罪"), ("赵某甲", "I2", "盗窃罪"), ("孙某丙", "", "盗窃罪")]),
    ("一起的被告人是另一起的被害人", indictment("1.2021年3月1日，被告人赵某甲伙同孙某丙在青岭县北街窃取手机一部。\n2.2021年3月3日，被告人赵某甲因怀疑孙某丙私吞手机，殴打孙某丙并窃走其现金。"), [("赵某甲", "I1", "盗窃罪"), ("孙某丙", "I1", "盗窃罪"), ("赵某甲", "I2", "盗窃罪")]),
    ("只有一起", indictment(ONE), [("赵某甲", "I1", "盗窃罪"), ("孙某丙", "I1", "盗窃罪")]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "wanted"), TABLE, ids=[row[0] for row in TABLE])
def test_每人每起每罪一项指控(why, text, wanted, tmp_path):
    assert counts(draft(text, tmp_path)) == wanted


OPINION = """虚河市公安局
起诉意见书
虚公（刑）诉字〔2021〕15号
犯罪嫌疑人周某海，男，1987年9月16日生，汉族，务工，住虚河市临江区。因涉嫌故意杀人罪，于2021年3月5日被刑事拘留，同年4月9日被逮捕。
{second}犯罪嫌疑人周某海{others}涉嫌故意杀人一案，由柳某芬报案。
经依法侦查查明：2021年3月2日22时许，犯罪嫌疑人周某海{others}进入贺某山家中，持刀将其杀害。
认定上述事实的证据如下：
1.证人柳某芬的证言，证实2021年3月2日晚看到周某海从12号院离开；
2.犯罪嫌疑人周某海的供述，证实其作案经过。
上述犯罪事实清楚，证据确实、充分，足以认定。
综上所述，犯罪嫌疑人周某海{others}的行为已触犯《中华人民共和国刑法》第二百三十二条之规定，涉嫌故意杀人罪。现将此案移送审查起诉。
此致
虚河市人民检察院
二〇二一年五月十日
"""
SECOND = (
    "犯罪嫌疑人郑某，男，1990年2月2日生，汉族，无业，住虚河市。因涉嫌故意杀人罪，于2021年3月6日被刑事拘留。\n"
)


@pytest.mark.parametrize(
    ("why", "second", "others", "wanted"),
    [
        ("只有起诉意见书、没有起诉书的，由起诉意见书给出指控", "", "", [("周某海", "故意杀人罪")]),
        ("二人的各有一项", SECOND, "、郑某", [("周某海", "故意杀人罪"), ("郑某", "故意杀人罪")]),
    ],
)
def test_起诉意见书的犯罪嫌疑人就是被指控的人(why, second, others, wanted, tmp_path):
    made = draft(OPINION.format(second=second, others=others), tmp_path)
    assert [(name, charge) for name, _, charge in counts(made)] == wanted, why
    assert values(made, "fact.role")
    assert links(made)


RECORDS = {
    "第一次.txt": ("讯问笔录（第1次）\n被讯问人 周某海\n问：是你干的吗？\n答：我没有参与。"),
    "第二次.txt": ("讯问笔录（第2次）\n被讯问人 周某海\n问：是你干的吗？\n答：是我干的。"),
    "柳1.txt": ("询问笔录\n被询问人 柳某芬\n问：看见什么？\n答：看见一个人。"),
    "柳2.txt": ("询问笔录\n被询问人 柳某芬\n问：再讲一下。\n答：看见一个高个子的人。"),
    "鉴定.txt": ("虚河司法鉴定中心\n法庭科学DNA鉴定书\n三、鉴定意见\n检出一男性分型。\n鉴定人：丁一"),
}


def test_概括写的证据_联系到卷内那几份_不另立一件(tmp_path):
    """起诉意见书写“供述”的，是承认的那几份笔录；写某证人证言的，是该证人的每一份；写鉴定书简称的，是那一份。"""
    room = tmp_path / "案卷"
    room.mkdir()
    opinion = OPINION.format(second="", others="").replace(
        "2.犯罪", "2.DNA鉴定书，证实检出周某海的分型；\n3.犯罪"
    )
    for name, text in {"意见书.txt": opinion, **RECORDS}.items():
        (room / name).write_text(text, encoding="utf-8")
    made = build(read_folder(room, Store(tmp_path / "s"), ocr=False), "卷", "2026-01-01T10:00", elements)
    assert {item for item, _ in links(made)} == {
        "周某海讯问笔录（第2次）",
        "柳某芬询问笔录",
        "法庭科学DNA鉴定书",
    }
    assert len(values(made, "item.title")) == 5


def test_各起的时间取自各起(tmp_path):
    happened = values(draft(indictment(THREE), tmp_path), "incident.happened")
    assert [one.text for one in happened.values()] == ["2021年3月1日", "2021年3月3日", "2021年3月5日"]


def test_待证事实按罪名的要件_个人的各有一项_共同的只有一项(tmp_path):
    made = draft(indictment(ONE), tmp_path)
    wanted = [one for one in elements("盗窃罪") if one.condition in ("", "共同犯罪的")]
    assert sum(one.personal for one in wanted) >= 2
    assert len(values(made, "fact.text")) == sum(2 if one.personal else 1 for one in wanted)
    assert set(values(made, "fact.template").values()) == {one.id for one in wanted}
    by_fact = values(made, "fact.counts")
    roles_ = values(made, "fact.role")
    assert sorted(len(by_fact[fact]) for fact, role in roles_.items() if role == "identity") == [1, 1]
    assert [len(by_fact[fact]) for fact, role in roles_.items() if role == "crime_exists"] == [2]


def links(made):
    """(证据, 待证事实)。"""
    titles, text = values(made, "item.title"), values(made, "fact.text")
    owner = values(made, "link.@")
    return [(titles[owner[link]], text[fact]) for link, fact in values(made, "link.fact").items()]


def test_每起后面的证据归那一起(tmp_path):
    assert links(draft(indictment(EACH), tmp_path)) == [
        ("证人吴某的证言", "第1起：系赵某甲窃取"),
        ("证人周某的证言", "第2起：系孙某丙窃取"),
    ]


def test_共用的证据目录里写了日期的_归那一天的那一起(tmp_path):
    made = draft(indictment(SAME_STYLE), tmp_path)
    assert links(made) == [("证人吴某的证言", "第2起：系赵某甲窃取")]


def test_共用的证据目录只联系写明的那一起_年龄各起都要(tmp_path):
    made = draft(indictment(THREE), tmp_path)
    assert ("被害人钱某乙的陈述", "第2起：财物被人窃取") in links(made)
    aged = [fact for item, fact in links(made) if item == "户籍证明"]
    assert sorted(aged) == [
        "第1起：已满十六周岁（赵某甲）",
        "第2起：已满十六周岁（孙某丙）",
        "第2起：已满十六周岁（赵某甲）",
        "第3起：已满十六周岁（孙某丙）",
    ]
    # 物证撬棍没有写明是哪一起，不联系，告诉人
    assert not [item for item, _ in links(made) if "撬棍" in item]
    assert any("没有写明证明哪一起" in one.why for one in made.left_out)


def test_上述事实有某某证实_逐项联系_受案登记表不证明犯罪(tmp_path):
    made = links(draft(indictment(ONE), tmp_path))
    assert ("价格认定书", "被盗的财物、数量和价值") in made
    assert ("被告人赵某甲的供述", "系赵某甲窃取") in made
    assert ("被害人钱某乙的陈述", "财物被人窃取") in made
    assert not [item for item, _ in made if "受案" in item]


KILLED = """
2021年3月5日22时许，被告人赵某甲、孙某丙在青岭县北街持刀捅刺吴某，致吴某失血性休克死亡。
"""


@pytest.mark.parametrize(
    ("body", "charge", "case", "count"),
    [(KILLED, "故意伤害罪", [True], [True, True]), (KILLED, "交通肇事罪", [], [True, True]), (KILLED, "盗窃罪", [], []), (ONE, "故意伤害罪", [], [])],
)  # fmt: skip
def test_写明致人死亡的_没有写的不说没有(body, charge, case, count, tmp_path):
    made = draft(indictment(body, charge, charge), tmp_path)
    assert list(values(made, "case.homicide").values()) == case
    assert list(values(made, "case.other_major_crime").values()) == case
    assert list(values(made, "count.homicide").values()) == count


def test_办案机关和法院级别取自起诉书(tmp_path):
    made = draft(indictment(ONE), tmp_path)
    assert list(values(made, "case.investigating_body").values()) == ["police"]
    assert list(values(made, "case.court_level").values()) == ["basic"]


def test_几人共同的_要有各人的作用(tmp_path):
    made = draft(indictment(KILLED, "诈骗罪", "诈骗罪"), tmp_path)
    joint = [one.id for one in elements("诈骗罪") if one.condition == "共同犯罪的"]
    assert joint
    assert set(joint) <= set(values(made, "fact.template").values())


AIMS = [
    ("户籍证明", "证实赵某甲的出生日期", "age"), ("法医学人体损伤程度鉴定书", "证实吴某的损伤构成轻伤二级", "result"), ("尸体检验报告", "证实吴某系失血性休克死亡", "result"),
    ("价格认定书", "证实被盗车辆价值3000元", "quantity"), ("DNA鉴定书", "证实刀柄血迹系吴某所留", "identity"), ("证人吴某的证言", "证实其看见赵某甲持刀捅人", "identity"),
    ("扣押清单", "证实扣押作案工具尖刀一把", "tool"), ("到案经过", "证实赵某甲被抓获归案", None), ("刑事判决书", "证实赵某甲曾因犯盗窃罪被判刑", None), ("证人吴某的证言", "证实其听说出了事", "crime_exists"),
    ("微信聊天记录", "证实二人事先商量", "intent"), ("证人吴某的证言", "证实赵某甲自首", None),
    # 只列名称的：说明、查询、血醇等不说明证明什么的，不联系
    ("证人吴某的证言", "", "crime_exists"), ("情况说明", "", None), ("驾驶人信息查询结果单", "", None), ("血醇鉴定意见", "", None), ("调取证据通知书", "", None), ("户籍证明", "", "age"),
    ("毒品检验报告", "", "crime_exists"), ("称量笔录", "", "quantity"), ("购买合同", "", None), ("同步录音录像", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("title", "said", "role"), AIMS)
def test_证明内容说的是哪一种事实(title, said, role):
    assert (roles(title, said) or (None,))[0] == role
