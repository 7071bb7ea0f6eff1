"""同一类文书的种种写法：读法跟文书的体例走，不跟某一批样本的字句走。以下文字全是虚构。"""

from __future__ import annotations

import pytest

from gaoyao.intake.judgments import read_judgment
from tests.intake.invented import FIRST, appeal, first, one_line

# ---------------------------------------------------------------- 首部

COURTS = [
    "青岭省云河县人民法院", "青岭省南山市云河区人民法院", "青岭省高级人民法院", "南山林区中级法院", "云河林区基层法院",
    "南山铁路运输法院", "南山铁路运输中级法院", "新岭维吾尔自治区高级人民法院生产建设兵团分院", "新岭生产建设兵团第九师中级人民法院", "云河垦区人民法院",
    "中国人民解放军南山军事法院", "青岭省云河土家族苗族自治县人民法院", "南山海事法院", "最高人民法院",
]  # fmt: skip


@pytest.mark.parametrize("court", COURTS)
@pytest.mark.parametrize("shape", [str, one_line])
def test_各种法院名称(court: str, shape: object) -> None:
    """林区、铁路、军事、兵团、垦区、民族自治地方的法院，名称照写。"""
    text = FIRST.replace("青岭省云河县人民法院", court)
    read = read_judgment(one_line(text) if shape is one_line else text)
    assert read.court is not None
    assert read.court.text == court


NUMBERS = [
    ("（2021）青0199刑初77号", "一审"), ("(2021)青0199刑初77号", "一审"), ("〔2021〕青0199刑初77号", "一审"), ("［2021］青0199刑初77号", "一审"),
    ("[2021]青0199刑初77号", "一审"), ("（２０２１）青０１９９刑初７７号", "一审"), ("（2012）云刑初字第77号", "一审"), ("（2012）云少刑初字第77号", "一审"),
    ("（2021）青0199刑初77号之一", "一审"), ("（2021）青01刑再7号", "再审"), ("（2012）云刑再初字第7号", "再审"), ("（2021）青01刑抗2号", "再审（审判监督抗诉）"),
    ("（2021）青01刑更1234号", "减刑假释"), ("（2021）青7101刑初5号", "一审"), ("（2021）兵9001刑初12号", "一审"), ("（2021）青刑核31号", "死刑复核"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "procedure"), NUMBERS)
def test_案号的括号与审判程序(number: str, procedure: str) -> None:
    """案号照原文记，括号、全角半角不影响审判程序。"""
    read = read_judgment(FIRST.replace("（2021）青0199刑初77号", number))
    assert read.case_number is not None
    assert read.case_number.text == number
    assert read.procedure == procedure


KINDS = [
    "刑事判决书", "刑 事 判 决 书", "刑　事　判　决　书", "刑事裁定书", "刑事附带民事判决书", "刑事附带民事裁定书", "刑事决定书", "刑事附带民事调解书",
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_文书种类(kind: str) -> None:
    read = read_judgment(FIRST.replace("刑 事 判 决 书", kind))
    assert read.document_type is not None
    assert read.document_type.text == kind.replace(" ", "").replace("　", "")


PROSECUTORS = [
    # 有冒号
    ("公诉机关：云河县人民检察院。", "云河县人民检察院"),
    # 没有句号
    ("公诉机关云河县人民检察院", "云河县人民检察院"),
    # 公诉机关兼公益诉讼起诉人
    ("公诉机关暨附带民事公益诉讼起诉人云河县人民检察院。", "云河县人民检察院"),
    # 带简称的括号
    ("公诉机关青岭省云河土家族自治县（以下简称云河县）人民检察院。", "青岭省云河土家族自治县人民检察院"),
    # 分院
    ("公诉机关青岭省人民检察院南山分院。", "青岭省人民检察院南山分院"),
    # 铁路检察院
    ("公诉机关南山铁路运输检察院。", "南山铁路运输检察院"),
    # 原公诉机关
    ("原公诉机关云河县人民检察院。", "云河县人民检察院"),
    # 公诉机关与公益诉讼机关合写
    ("原公诉暨公益诉讼机关云河县人民检察院。", "云河县人民检察院"),
]


@pytest.mark.parametrize(("line", "name"), PROSECUTORS)
def test_公诉机关的写法(line: str, name: str) -> None:
    read = read_judgment(FIRST.replace("公诉机关云河县人民检察院。", line))
    assert read.procuratorate is not None
    assert read.procuratorate.text == name


def test_自诉案件没有公诉机关() -> None:
    """自诉案件没有检察院就空着，不从别处猜。"""
    text = (
        FIRST.replace("公诉机关云河县人民检察院。", "自诉人兼附带民事诉讼原告人林某，男，1980年2月2日出生。")
        .replace(
            "云河县人民检察院以云检刑诉〔2021〕66号起诉书指控被告人赵某甲、孙某1犯盗窃罪，于2021年3月1日向本院提起公诉。",
            "自诉人林某以被告人赵某甲、孙某1犯侮辱罪，于2021年3月1日向本院提起控诉。",
        )
        .replace("云河县人民检察院指控：", "自诉人林某诉称：")
        .replace("盗窃罪", "侮辱罪")
    )
    read = read_judgment(text)
    assert read.procuratorate is None
    assert read.charges_accused == ("侮辱罪",)
    assert [p.name for p in read.parties] == ["赵某甲", "孙某1"]


def test_没有提出抗诉不是抗诉案件() -> None:
    text = appeal("驳回上诉，维持原判。").replace(
        "宣判后，冯某×", "在法定期限内，云河县人民检察院没有提出抗诉，原审被告人冯某×"
    )
    assert read_judgment(text).procedure == "二审"


# ---------------------------------------------------------------- 当事人

NAMES = [
    "张某某",
    "张某1",
    "张某甲",
    "被告人A",
    "张×",
    "×××",
    "张XX",
    "欧阳某某",
    "买买提·艾山",
    "张三",
    "向建军",
    "于均",
]


@pytest.mark.parametrize("name", NAMES)
def test_匿名的各种写法(name: str) -> None:
    """名字照写；名字里的字（向、建、均、于）不当虚词。"""
    shown = name.removeprefix("被告人")
    read = read_judgment(FIRST.replace("赵某甲，曾用名赵小甲", shown).replace("赵某甲", shown))
    assert [p.name for p in read.parties] == [shown, "孙某1"]
    assert {p.name: p.outcome for p in read.parties} == {shown: "acquitted", "孙某1": "guilty"}


def test_被告单位和翻译人员() -> None:
    """被告单位是被告人，诉讼代表人、翻译人员不是。"""
    text = first(
        "一、被告单位云河山货有限公司犯走私普通货物罪，判处罚金人民币十万元。\n二、被告人孙某1犯走私普通货物罪，判处有期徒刑一年，缓刑一年。"
    ).replace("盗窃罪", "走私普通货物罪")
    start, end = text.index("被告人赵某甲，曾用名"), text.index("被告人孙某1，女")
    text = (
        text[:start]
        + "被告单位云河山货有限公司，住所地云河县。\n诉讼代表人何某，男，该公司职员。\n翻译人员吕某，青岭外国语学院教师。\n"
        + text[end:]
    ).replace("被告人赵某甲、孙某1犯", "被告单位云河山货有限公司、被告人孙某1犯")
    read = read_judgment(text)
    assert [(p.name, p.outcome, p.sentence) for p in read.parties] == [
        ("云河山货有限公司", "guilty", "罚金十万元"),
        ("孙某1", "guilty", "有期徒刑一年，缓刑一年"),
    ]


# ---------------------------------------------------------------- 结果

OUTCOMES = [
    # 宣告无罪
    ("宣告被告人赵某甲无罪。\n二、被告人孙某1犯盗窃罪，判处管制六个月。", ("acquitted", "guilty")),
    # 不负刑事责任
    ("一、被告人赵某甲不负刑事责任。\n二、被告人孙某1犯盗窃罪，免予刑事处罚。", ("acquitted", "exempt")),
    # 判处免予刑事处罚
    (
        "一、被告人赵某甲犯盗窃罪，判处免予刑事处罚。\n二、被告人孙某1犯盗窃罪，单处罚金人民币二千元。",
        ("exempt", "guilty"),
    ),
    # 终止审理
    ("一、本案对被告人赵某甲终止审理。\n二、被告人孙某1无罪。", ("terminated", "acquitted")),
    # 准许撤回起诉
    (
        "准许云河县人民检察院撤回对被告人赵某甲、孙某1的起诉。",
        ("prosecution_withdrawn", "prosecution_withdrawn"),
    ),
    # 罪名在前、人名在后
    (
        "以盗窃罪，分别判处被告人赵某甲有期徒刑三年；被告人孙某1有期徒刑二年。",
        ("guilty", "guilty"),
    ),
]


@pytest.mark.parametrize(("operative", "outcomes"), OUTCOMES)
def test_两人各是各的结果(operative: str, outcomes: tuple[str, str]) -> None:
    read = {p.name: p.outcome for p in read_judgment(first(operative)).parties}
    assert (read["赵某甲"], read["孙某1"]) == outcomes


def test_罪名在前时刑罚各归各人() -> None:
    read = read_judgment(
        first("以盗窃罪，判处被告人赵某甲有期徒刑三年，并处罚金人民币三千元；判处被告人孙某1拘役四个月。")
    )
    assert {p.name: p.sentence for p in read.parties} == {
        "赵某甲": "有期徒刑三年，罚金三千元",
        "孙某1": "拘役四个月",
    }


def test_数罪并罚看决定执行的刑罚() -> None:
    """分号隔开的几罪，最后决定执行的才是应执行的刑罚。"""
    operative = "被告人赵某甲犯盗窃罪，判处有期徒刑三年；犯诈骗罪，判处有期徒刑四年；数罪并罚，决定执行有期徒刑六年。\n被告人孙某1犯盗窃罪，判处有期徒刑一年。"
    read = {p.name: p.sentence for p in read_judgment(first(operative)).parties}
    assert read == {"赵某甲": "有期徒刑六年", "孙某1": "有期徒刑一年"}


def test_以危险方法的以字是罪名的一部分() -> None:
    operative = "被告人赵某甲、孙某1犯以危险方法危害公共安全罪，判处有期徒刑三年。"
    assert read_judgment(first(operative)).charges_convicted == ("以危险方法危害公共安全罪",)


def test_各人所控罪名写在一案两字之前() -> None:
    """被告人甲滥用职权、被告人乙玩忽职守一案：各归各人。"""
    text = FIRST.replace(
        "云河县人民检察院以云检刑诉〔2021〕66号起诉书指控被告人赵某甲、孙某1犯盗窃罪，于2021年3月1日向本院提起公诉。",
        "被告人赵某甲滥用职权、被告人孙某1玩忽职守一案，由云河县人民检察院于2021年3月1日向本院提起公诉。",
    )
    read = {p.name: p.charges_accused for p in read_judgment(text).parties}
    assert read == {"赵某甲": ("滥用职权罪",), "孙某1": ("玩忽职守罪",)}


# ---------------------------------------------------------------- 证据

START = FIRST.index("上述事实，有经庭审质证")
END = FIRST.index("本院认为，被告人孙某1")
SAME = ["证人李某的证言", "搜查笔录", "扣押清单", "被告人孙某1的供述"]


def listed(passage: str) -> list[str]:
    return [e.title for e in read_judgment(FIRST[:START] + passage + "\n" + FIRST[END:]).evidence]


LISTS = [
    "上述事实，有下列证据证实：\n1、证人李某的证言，证实所见；\n2、搜查笔录、扣押清单，证实查获；\n3、被告人孙某1的供述，证实经过。",
    "上述事实，有下列证据证实：\n1.证人李某的证言：证实所见。\n2.搜查笔录、扣押清单：证实查获。\n3.被告人孙某1的供述：供称经过。",
    "上述事实，有下列证据证实：\n（1）证人李某的证言。证实所见。\n（2）搜查笔录、扣押清单。证实查获。\n（3）被告人孙某1的供述。证实经过。",
    "上述事实，有下列证据证实：\n①证人李某的证言，证实所见；②搜查笔录、扣押清单，证实查获；③被告人孙某1的供述，证实经过。",
    "上述事实，有下列证据证实：\n（一）证人李某的证言，证实所见；\n（二）搜查笔录、扣押清单，证实查获；\n（三）被告人孙某1的供述，证实经过。",
    "认定上述事实的证据有：证人李某的证言，搜查笔录，扣押清单，被告人孙某1的供述。",
    "上述事实，被告人孙某1在庭审中亦无异议，并有证人李某的证言、搜查笔录、扣押清单、被告人孙某1的供述等证据予以证实，足以认定。",
    "以上事实，有经当庭举证、质证的证人李某的证言，搜查笔录、扣押清单，被告人孙某1的供述等证据在案佐证。",
    "上列事实，分别有证人李某的证言、搜查笔录、扣押清单和被告人孙某1的供述证实。",
    "上述事实，有下列证据证实：1、关于事情起因的证据：\n（1）证人李某的证言。证实所见。\n（2）搜查笔录。证实查获。\n2、关于经过的证据：\n（1）扣押清单。证实查获。\n（2）被告人孙某1的供述。证实经过。",
]


@pytest.mark.parametrize("passage", LISTS)
def test_同样四项证据的十种列法(passage: str) -> None:
    assert listed(passage) == SAME


PIECES = [
    # 几个动作共一份笔录
    ("搜查、扣押、提取笔录，户籍证明", ["搜查、扣押、提取笔录", "户籍证明"]),
    # 物品的尺寸不是几项证据
    ("长11厘米、宽6厘米、重500克的铁锁一把，户籍证明", ["长11厘米、宽6厘米、重500克的铁锁一把", "户籍证明"]),
    # 案件来源及抓获经过是一份材料
    ("案件来源及抓获经过，户籍证明", ["案件来源及抓获经过", "户籍证明"]),
    # 机动车及驾驶人信息是一份查询单
    ("机动车及驾驶人信息查询单，户籍证明", ["机动车及驾驶人信息查询单", "户籍证明"]),
    # 两个文号共一份决定书
    ("云公扣字〔2021〕1号、2号扣押决定书，户籍证明", ["云公扣字〔2021〕1号、2号扣押决定书", "户籍证明"]),
    # 几样东西的照片是一项
    ("涉案毒品、毒资和吸毒工具的照片，户籍证明", ["涉案毒品、毒资和吸毒工具的照片", "户籍证明"]),
    # 陈述和辨认笔录是两项
    ("被害人郑某的陈述及辨认笔录，户籍证明", ["被害人郑某的陈述", "辨认笔录", "户籍证明"]),
    # “书证-”是栏目不是题目
    ("书证-被告人赵某甲、孙某1的户籍证明", ["被告人赵某甲、孙某1的户籍证明"]),
    # 几家单位、几个基金、几个部门合着说的是一项
    ("甲乙厂、丙丁公司、戊己公司的登记材料，收据", ["甲乙厂、丙丁公司、戊己公司的登记材料", "收据"]),
    ("甲字基金、乙字基金交易明细资料", ["甲字基金、乙字基金交易明细资料"]),
    ("丙丁公司向税务、土地管理部门付费的凭证", ["丙丁公司向税务、土地管理部门付费的凭证"]),
    ("证券公司提供的吴某1、周某2账户信息", ["证券公司提供的吴某1、周某2账户信息"]),
    ("赵某甲办公电话8101分机与孙某1手机的通话内容", ["赵某甲办公电话8101分机与孙某1手机的通话内容"]),
    # 谁提交的不是题目；“还”有时是还款的还
    ("二审期间抗诉机关和原审被告人赵某甲的辩护人补充提交的收条，还款手续", ["收条", "还款手续"]),
    ("例会纪要以及林某、经理马某的证言", ["例会纪要", "林某、经理马某的证言"]),
    ("录像及制作过程说明，营业执照及相关文件", ["录像及制作过程说明", "营业执照及相关文件"]),
    ("被害人郑某的报案和陈述笔录，辨认照片和笔录", ["被害人郑某的报案和陈述笔录", "辨认照片和笔录"]),
]


@pytest.mark.parametrize(("items", "titles"), PIECES)
def test_一项还是几项(items: str, titles: list[str]) -> None:
    assert listed(f"上述事实，有{items}，证人李某的证言等证据证实，足以认定。") == [*titles, "证人李某的证言"]


def test_二审确认一审证据又补充查明的两处都算() -> None:
    text = appeal("驳回上诉，维持原判。").replace(
        "经审理查明的事实与原判一致。",
        "原判认定，2020年1月，冯某×骗取他人五千元。认定上述事实的证据有：被害人沈某的陈述，转账凭证，被告人冯某×的供述。\n"
        "上诉人冯某×对事实无异议。\n"
        "二审查明的事实与一审相同，据以认定的证据均经一审庭审质证属实，本院予以确认。\n"
        "另查明，冯某×退赔五千元。以上事实，有收条予以证实。",
    )
    assert [e.title for e in read_judgment(text).evidence] == [
        "被害人沈某的陈述", "转账凭证", "被告人冯某×的供述", "收条",
    ]  # fmt: skip


def test_二审除确认外另查明的两处都算() -> None:
    text = appeal("驳回上诉，维持原判。").replace(
        "经审理查明的事实与原判一致。",
        "原判认定，2020年1月，冯某×骗取他人五千元。认定上述事实的证据有：被害人沈某的陈述，转账凭证。\n"
        "上诉人冯某×对事实无异议。\n"
        "本院经审理，除确认原判查明的事实外，另查明，冯某×退赔五千元。\n"
        "以上事实，有原判认定的证据、辩护人提交的收条、赔偿协议等证据证实。",
    )
    assert [e.title for e in read_judgment(text).evidence] == [
        "被害人沈某的陈述", "转账凭证", "辩护人提交的收条", "赔偿协议",
    ]  # fmt: skip


def test_清单之后说供述与证据吻合的供述也算() -> None:
    passage = "上述事实，有证人李某的证言、扣押清单证实。被告人的供述也与上述证据吻合。证据确凿，足以认定。"
    assert listed(passage) == ["证人李某的证言", "扣押清单", "被告人的供述"]
    assert listed(passage.replace("扣押清单", "被告人赵某甲的供述")) == [
        "证人李某的证言",
        "被告人赵某甲的供述",
    ]


def test_法院只说有公诉人出示的证据就采公诉人的清单() -> None:
    """法院不重列、只说上述事实有公诉人出示的证据证实：公诉人列的那几项就是认定所据。"""
    text = FIRST[:START] + "上述事实，有公诉人出示的证据以及辩护人提交的收条证实。\n" + FIRST[END:]
    at = text.index("被告人赵某甲辩称")
    text = (
        text[:at] + "公诉人出示以下证据：\n1.证人李某的证言，证实所见。\n2.扣押清单，证实查获。\n" + text[at:]
    )
    assert [e.title for e in read_judgment(text).evidence] == [
        "证人李某的证言",
        "扣押清单",
        "辩护人提交的收条",
    ]


def test_依照的条文连同引文写在一起() -> None:
    """引号里的句号不是法律依据那一句的开头。"""
    text = FIRST.replace(
        "依照《中华人民共和国刑法》第二百六十四条、第六十七条第三款、",
        "依照《中华人民共和国刑法》第二百六十四条：“盗窃公私财物的，依法处罚。没收的财物上缴国库”、第六十七条第三款：“可以从轻处罚。”、",
    )
    found = {(c.article, c.paragraph) for c in read_judgment(text).citations if c.law == "中华人民共和国刑法"}
    assert found == {(264, None), (67, 3)}


# ---------------------------------------------------------------- 辩护意见与回应

PLEA_START = FIRST.index("被告人赵某甲辩称")
PLEA_END = FIRST.index("经审理查明")
ANSWER_START = FIRST.index("关于赵某甲及其辩护人提出")
ANSWER_END = FIRST.index("孙某1如实供述，可以从轻")


def argued(plea: str, answer: str = "", after: str = "") -> list[tuple[str, str | None]]:
    """辩护写在查明事实之前（plea）或之后（after），回应写在理由里。"""
    text = (
        FIRST[:PLEA_START]
        + plea
        + "\n"
        + FIRST[PLEA_END:END]
        + after
        + "\n"
        + FIRST[END:ANSWER_START]
        + answer
        + FIRST[ANSWER_END:]
    )
    return [(d.quote, d.result) for d in read_judgment(text).defence]


ALIBI = "案发时其在外地打工"
SAID = [
    f"被告人赵某甲辩称，{ALIBI}。",
    f"被告人赵某甲辩解称{ALIBI}。",
    f"庭审中，被告人赵某甲辩称{ALIBI}。",
    f"被告人赵某甲对公诉机关指控的罪名无异议，但辩称{ALIBI}。",
    f"被告人赵某甲对指控的事实有异议，辩解提出{ALIBI}。",
    f"在法庭审理过程中，被告人赵某甲提出{ALIBI}。",
    f"被告人赵某甲的辩护人提出的辩护意见是：{ALIBI}。",
    f"被告人赵某甲的辩护人钱某的主要辩护意见为：{ALIBI}。",
    f"其辩护人认为，{ALIBI}，请求依法判处。",
    f"被告人赵某甲及其辩护人对起诉书指控的罪名无异议，其辩护人就事实提出以下辩护意见：{ALIBI}。",
    f"辩护人钱某对公诉机关指控的罪名不持异议，并认为{ALIBI}，建议从轻处罚。",
]


@pytest.mark.parametrize("plea", SAID)
def test_引出辩护意见的种种说法(plea: str) -> None:
    answer = f"关于{ALIBI}的意见，经查与查明的事实不符，不予采纳。"
    assert argued(plea, answer) == [(ALIBI, "rejected")]


def test_辩护意见写在查明事实之后() -> None:
    found = argued("", after=f"被告人赵某甲的辩护人提出，{ALIBI}，建议对其从轻处罚。")
    assert (ALIBI, None) in found


def test_辩护意见只写在理由里() -> None:
    """被告人辩称……。辩护人提出……的辩护意见。经查……：两人的话都算。"""
    found = argued(
        "",
        f"被告人赵某甲辩称{ALIBI}。辩护人提出本案侦查程序违法的辩护意见。经查，均与查明的事实不符，不予采纳。",
    )
    assert [quote for quote, _ in found] == [ALIBI, "本案侦查程序违法"]


PLEAS = [
    "被告人赵某甲、孙某1对指控的事实、罪名及量刑建议均无异议，认罪认罚且签字具结。",
    "被告人赵某甲、孙某1对指控供认不讳，未提出辩解意见。",
    "被告人赵某甲及其辩护人对指控的事实和罪名均没有意见。",
    "公诉机关出示了证人证言、被告人的供述和辩解等证据，建议判处有期徒刑一年。",
    "检察员认为，上诉人的上诉理由不能成立，建议驳回上诉，维持原判。",
]


@pytest.mark.parametrize("plea", PLEAS)
def test_认罪和检察院的话不是辩护意见(plea: str) -> None:
    assert argued(plea) == []


APPEALS = [
    "宣判后，冯某×不服，以“原判量刑过重”为由，提出上诉。",
    "宣判后，原审被告人冯某×以原判量刑过重为由，向青岭省南山市中级人民法院提出上诉。",
    "宣判后，冯某×不服，提出上诉，其上诉理由是：原判量刑过重。",
    "宣判后，冯某×上诉提出，原判量刑过重。",
    "宣判后，上诉人冯某×上诉称：原判量刑过重。",
]
MEASURES = [
    ("原判认定事实清楚，量刑适当。", "rejected"),
    ("冯某×的上诉理由查无实据，不能成立。", "rejected"),
    ("原判对冯某×量刑畸重，本院予以改判。", "accepted"),
    ("关于上诉人冯某×提出原判量刑过重的意见，经查属实，予以采纳。", "accepted"),
    ("原判认定事实清楚。", None),
]


@pytest.mark.parametrize("ground", APPEALS)
@pytest.mark.parametrize(("reasons", "result"), MEASURES)
def test_上诉理由与二审的回应(ground: str, reasons: str, result: str | None) -> None:
    text = appeal("驳回上诉，维持原判。", reasons).replace(
        "宣判后，冯某×不服，提出上诉称：其没有非法占有的目的。", ground
    )
    assert [(d.quote, d.result) for d in read_judgment(text).defence] == [("原判量刑过重", result)]


def test_否认而法院认定就是不采纳() -> None:
    """被告人说没有，法院认定有：是否定的回应，不是采纳。"""
    found = dict(
        argued(
            "被告人赵某甲辩称，其没有对被害人实施暴力行为。",
            "被告人赵某甲将被害人反锁在房间内，属于对被害人实施强制禁闭的暴力行为。",
        )
    )
    assert found["其没有对被害人实施暴力行为"] == "rejected"


ANSWERS = [
    # 关于……的意见，经查……：没有“不予采纳”四个字也是回应
    (
        "赵某甲不构成盗窃罪",
        "关于赵某甲不构成盗窃罪的意见，经查，赵某甲事先明知并参与分赃，应以盗窃罪追究刑事责任。",
        "rejected",
    ),
    # 只采纳从轻的请求：为从轻所说的都答了
    ("赵某甲系初犯，认罪态度好", "辩护人请求对赵某甲从轻处罚的意见，本院予以采纳。", "accepted"),
    # 采纳从轻不等于采纳无罪
    ("赵某甲的行为不构成盗窃罪", "辩护人请求对赵某甲从轻处罚的意见，本院予以采纳。", None),
    # 不影响认定
    (
        "赵某甲没有分得赃款",
        "辩护人提出赵某甲没有分得赃款的意见，经查，是否分赃不影响对其盗窃事实的认定。",
        "rejected",
    ),
    # 笼统一句：辩护人的意见不能成立
    ("赵某甲没有到过现场", "被告人赵某甲的辩护人的意见，没有证据支持，不能成立。", "rejected"),
    # 回应里引的是意见的一半
    (
        "公诉机关提交的估价报告把早已发放的奖金二万元一并算入，没有从总额中扣除，计算方法有误",
        "辩护人关于“奖金应当从总额中扣除”的意见，予以采纳。",
        "accepted",
    ),
]


@pytest.mark.parametrize(("argument", "answer", "result"), ANSWERS)
def test_回应的种种说法(argument: str, answer: str, result: str | None) -> None:
    assert argued(f"被告人赵某甲的辩护人提出，{argument}。", answer) == [(argument, result)]


def test_理由里分项列出的辩护意见逐项算() -> None:
    found = argued(
        "",
        "被告人赵某甲的辩护人提出如下辩护意见：1、赵某甲没有分得赃款；2、赵某甲系初犯；3、赵某甲认罪态度好。辩护人所提第一条意见，没有证据支持，不予采纳；所提第二、三条意见，与事实相符，予以采纳。",
    )
    assert found == [
        ("赵某甲没有分得赃款", "rejected"),
        ("赵某甲系初犯", "accepted"),
        ("赵某甲认罪态度好", "accepted"),
    ]


def test_二审纠正定性就是采纳定性的上诉理由() -> None:
    text = appeal(
        "一、撤销原判。\n二、上诉人冯某×犯侵占罪，判处拘役三个月。",
        "冯某×将代为保管的财物据为己有，构成侵占罪。一审认定冯某×犯诈骗罪，属定性错误，应当纠正。",
        "判决",
    ).replace("其没有非法占有的目的。", "其行为不构成诈骗罪。")
    assert [(d.quote, d.result) for d in read_judgment(text).defence] == [("其行为不构成诈骗罪", "accepted")]


# ---------------------------------------------------------------- 扫描与转换留下的痕迹


def spaced(text: str) -> str:
    """每两个汉字之间插一个空格，像从扫描件转出来的那样。"""
    return "\n".join(" ".join(line) for line in text.splitlines())


SHAPES = {
    "一行": one_line(FIRST),
    "字间空格": spaced(FIRST),
    "半角标点": FIRST.translate(str.maketrans("，：；（）", ",:;()")),
    "全角数字": FIRST.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "回车换行": FIRST.replace("\n", "\r\n"),
    "空行与缩进": "\n\n".join("　　" + line for line in FIRST.splitlines()),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_版式不同读得相同(shape: str) -> None:
    """空格、全角半角、换行方式变了，读出的法院、日期、被告人、证据件数、辩护意见件数不变。"""
    plain, other = read_judgment(FIRST), read_judgment(SHAPES[shape])
    assert plain.court is not None
    assert other.court is not None
    assert plain.date is not None
    assert other.date is not None
    assert "".join(other.court.text.split()) == plain.court.text
    assert other.date.text == plain.date.text
    assert [p.outcome for p in other.parties] == [p.outcome for p in plain.parties]
    assert [(e.kind, e.subkind) for e in other.evidence] == [(e.kind, e.subkind) for e in plain.evidence]
    assert [d.result for d in other.defence] == [d.result for d in plain.defence]
