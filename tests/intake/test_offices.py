"""一个名字担任两种不能由一人担任的职务；提讯登记的提讯人与笔录的讯问人不同；见证人不得担任见证人。全部虚构。"""

import pytest

from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import read_folder
from gaoyao.intake.sources.store import Store

RECORD = "讯问笔录（第1次）\n讯问时间：2023年6月14日9时至10时\n讯问地点：岚川县看守所讯问室\n讯问人：谭辉、{second}\n被讯问人：罗某强，男\n问：说说。\n答：是我的。\n以上笔录我看过，和我说的相符。"
LOG = "提讯提解证\n姓名：罗某强\n2023年6月14日8时55分|2023年6月14日10时10分|谭辉、卢凯|讯问"
OPINION = "检验报告\n鉴定意见：检出甲基苯丙胺成分。\n鉴定人：{expert}（签名）\n2023年6月25日"
SEARCH = "搜查笔录\n时间：2023年6月11日22时至23时\n侦查人员：谭辉、卢凯\n见证人：{attestor}\n查获三包。"
ROWS = [
    (
        "侦查人员又作鉴定人",
        [RECORD.format(second="卢凯"), OPINION.format(expert="卢凯")],
        {"expert_investigated"},
    ),
    (
        "现场检测本来由办案人员做",
        [RECORD.format(second="卢凯"), OPINION.format(expert="卢凯").replace("检验报告", "现场检测报告书")],
        set(),
    ),
    ("鉴定人是别人", [RECORD.format(second="卢凯"), OPINION.format(expert="施展")], set()),
    (
        "侦查人员又作见证人",
        [RECORD.format(second="施展"), SEARCH.format(attestor="施展")],
        {"attestor_investigated"},
    ),
    ("见证人是别人", [RECORD.format(second="施展"), SEARCH.format(attestor="伍某")], set()),
    (
        "笔录的讯问人，登记里是另一人",
        [RECORD.format(second="施展"), LOG, SEARCH.format(attestor="伍某")],
        {"log_officers"},
    ),
    (
        "登记只写了其中一人",
        [RECORD.format(second="施展"), LOG.replace("谭辉、卢凯", "谭辉"), SEARCH.format(attestor="伍某")],
        set(),
    ),
    ("登记与笔录的讯问人相同", [RECORD.format(second="卢凯"), LOG], set()),
    ("登记没有写提讯人的，不比", [RECORD.format(second="施展"), LOG.replace("谭辉、卢凯", "")], set()),
]
ATTESTORS = [
    ("辅警作见证人", "卢小凯（系岚川县公安局禁毒大队辅警）", [True]),
    ("派出所的人作见证人", "卢小凯，河东派出所", [True]),
    ("居民作见证人", "伍某（河东社区居民）", []),
    ("没有写身份的，不说", "伍某", []),
]


def drafted(papers, tmp_path):
    room = tmp_path / "案卷"
    room.mkdir()
    for n, text in enumerate(papers):
        (room / f"{n}.txt").write_text(text, encoding="utf-8")
    return build(read_folder(room, Store(tmp_path / "s"), ocr=False), "卷", "2026-01-01T10:00")


@pytest.mark.parametrize(("why", "papers", "codes"), ROWS, ids=[row[0] for row in ROWS])
def test_职务(why, papers, codes, tmp_path):
    found = {one.code for one in drafted(papers, tmp_path).mismatches}
    assert found & {"expert_investigated", "attestor_investigated", "log_officers"} == codes, why


@pytest.mark.parametrize(("why", "attestor", "values"), ATTESTORS, ids=[row[0] for row in ATTESTORS])
def test_不得担任见证人(why, attestor, values, tmp_path):
    made = drafted([SEARCH.format(attestor=attestor)], tmp_path)
    assert [one.value for one in made.log.assertions() if one.field == "attestor_unqualified"] == values, why
