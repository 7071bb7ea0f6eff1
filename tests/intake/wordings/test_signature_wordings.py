"""签了名的，不管签在哪里、怎么写，都不说没有签名；落款、页脚和续页不改变这一点。材料全部虚构。"""

import pytest

from gaoyao.intake.documents.cut import Sheet, documents
from gaoyao.intake.forms.reading import read_form
from gaoyao.intake.pages.dispatch import Volume
from gaoyao.intake.pages.model import Page, State
from gaoyao.intake.sources.model import Form, Source
from tests.intake.test_forms import value_of

HEAD = "讯问笔录（第1次）\n时间：2023年3月4日10时05分至11时40分\n地点：青岭县公安局办案中心\n讯问人：赵大海、李立平\n记录人：李立平\n被讯问人：孙小满  性别：男  出生日期：1990年4月21日\n问：这是诉讼权利义务告知书，你看一下。\n答：看清楚了。\n问：说说经过。\n答：我拿了别人的手机。\n"
ENDS = [
    ("亲笔语后面直接签名和日期", "以上笔录我看过，和我说的相符。\n孙小满  2023年3月4日\n讯问人：赵大海（签名） 李立平（签名）"),
    ("亲笔语同一行签名", "以上笔录我看过，和我说的相符。孙小满 2023.3.4\n讯问人：赵大海（签名） 李立平（签名）"),
    ("名字在下一行", "以上笔录我看过，和我说的相符。\n被讯问人（签名、捺指印）：\n孙小满\n2023年3月4日\n讯问人（签名）：\n赵大海  李立平"),
    ("括号在名字前", "被讯问人：（签名）孙小满（捺印）\n讯问人：（签名）赵大海、李立平"),
    ("名字在标签前", "孙小满（被讯问人签名）\n讯问人：赵大海（签名）"),
    ("没有标签只有名字和捺印", "孙小满（捺指印）\n讯问人：赵大海（签名） 李立平（签名）"),
    ("签名人一栏", "签名：孙小满  日期：2023年3月4日\n讯问人：赵大海（签名）"),
    ("嫌疑人简称", "嫌疑人：孙小满（签字捺印）\n讯问人：赵大海（签字）"),
    ("两栏并排", "被讯问人：孙小满（签名）        讯问人：赵大海（签名）、李立平（签名）\n2023年3月4日"),
    ("后面还有页码", "被讯问人：孙小满（签名、捺印）  2023年3月4日\n讯问人：赵大海（签名） 李立平（签名）\n第 3 页 共 3 页\n12"),
    ("法定代理人也签", "被讯问人：孙小满（签名）\n法定代理人：孙大满（签名）\n讯问人：赵大海（签名）"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "end"), ENDS, ids=[row[0] for row in ENDS])
def test_签了名的讯问笔录(says: str, end: str) -> None:
    assert value_of(HEAD + end, "interrogation.confirmed") is not False


WITNESS = "询问笔录\n时间：2023年3月5日9时10分至10时\n地点：青岭县东街1号\n询问人：吴一凡、郑文\n记录人：郑文\n被询问人：钱秋生\n问：你应当如实作证。\n答：知道了。\n问：你看见什么？\n答：有人跑出来。\n"


@pytest.mark.parametrize(("says", "end"), ENDS, ids=[row[0] for row in ENDS])
def test_签了名的询问笔录(says: str, end: str) -> None:
    words = (
        end.replace("被讯问人", "被询问人")
        .replace("讯问人", "询问人")
        .replace("孙小满", "钱秋生")
        .replace("嫌疑人", "证人")
    )
    assert value_of(WITNESS + words, "inquiry.confirmed") is not False


PAGES = [
    ("签名在续页", [HEAD, "被讯问人：孙小满（签名、捺印）  2023年3月4日\n讯问人：赵大海（签名） 李立平（签名）\n第 2 页 共 2 页"]),
    ("续页有页眉题名", [HEAD + "第 1 页 共 2 页", "讯问笔录\n问：还有补充的吗？\n答：没有。\n被讯问人：孙小满（签名、捺印）\n讯问人：赵大海（签名）\n第 2 页 共 2 页"]),
    ("续页以续页开头", [HEAD, "讯问笔录（续页）\n问：还有补充的吗？\n答：没有。\n被讯问人：孙小满（签名、捺印）\n讯问人：赵大海（签名）"]),
    ("续页有卷宗页眉", ["青岭县公安局刑事侦查卷宗\n" + HEAD, "青岭县公安局刑事侦查卷宗\n问：还有吗？\n答：没有。\n被讯问人：孙小满（签名、捺印）\n讯问人：赵大海（签名）"]),
    ("每页都签名", [HEAD + "被讯问人：孙小满（捺印）\n第1页", "问：还有吗？\n答：没有。\n被讯问人：孙小满（捺印）\n讯问人：赵大海（签名）\n第2页"]),
]  # fmt: skip


@pytest.mark.parametrize(("says", "pages"), PAGES, ids=[row[0] for row in PAGES])
def test_续页属于同一份笔录(says: str, pages: list[str]) -> None:
    made = [Page(n, f"第{n}页", State.TEXT, text) for n, text in enumerate(pages, 1)]
    found = documents([Volume(Source("卷.pdf", form=Form.PDF, sha256="a" * 64), made)])
    spoken = [one for one in found if one.kind.code == "interrogation"]
    assert len(spoken) == 1
    form = read_form(Sheet(spoken[0]))
    assert form.speaker == "孙小满"
    assert next((cell.value for cell in form.cells if cell.field.name == "confirmed"), None) is not False


def test_同一页上的两份短文书各是一份() -> None:
    text = "传唤证\n兹传唤孙小满到我局接受讯问。\n青岭县公安局\n2023年3月4日\n\n拘留通知书\n钱秋生：\n我局已于2023年3月5日10时将孙小满刑事拘留。\n青岭县公安局\n2023年3月5日"
    found = documents(
        [Volume(Source("卷.txt", form=Form.TEXT, sha256="a" * 64), [Page(1, "第1页", State.TEXT, text)])]
    )
    assert [one.kind.code for one in found] == ["summons", "detention_notice"]


OPINION = "青岭市公安局物证鉴定所\nDNA鉴定书\n（青）公鉴（DNA）字〔2023〕18号\n一、委托单位：青岭县公安局\n二、检材：现场血迹1份\n三、鉴定意见\n1号检材与孙小满血样的基因型相同。\n{end}"
SIGNED = [
    ("名字在下一行", "鉴定人：\n郑文（签名）\n冯武（签名）\n青岭市公安局物证鉴定所（公章）\n2023年3月12日"),
    ("职称和名字", "鉴定人：主检法医师  郑文\n        法医师      冯武\n授权签字人：卫国\n青岭市公安局物证鉴定所\n（鉴定专用章）\n2023年3月12日"),
    ("竖排两人", "鉴定人  郑文（签名）\n复核人  冯武（签名）\n二〇二三年三月十二日\n（加盖鉴定专用章）"),
    ("司法鉴定人签名", "司法鉴定人签名：郑文\n《司法鉴定人执业证》证号：990012\n司法鉴定人签名：冯武\n《司法鉴定人执业证》证号：990013\n（司法鉴定专用章）\n2023年3月12日"),
    ("评估人员", "价格认定人员：郑文、冯武\n青岭县价格认证中心（印章）\n2023年3月12日"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "end"), SIGNED, ids=[row[0] for row in SIGNED])
def test_签了名的鉴定文书(says: str, end: str) -> None:
    assert value_of(OPINION.format(end=end), "appraisal.unsigned") is not True
