"""同样的材料，分成几个文件、合成一个文本、合成一份 Word：读出来的应当一样。全部虚构。"""

from collections import Counter

import pytest
from docx import Document

from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import read_folder
from gaoyao.intake.sources.store import Store
from tests.intake.test_accusing import OPINION, RECORDS

PAPERS = {
    "01 拘留证": "虚河市公安局\n拘留证\n兹决定对犯罪嫌疑人周某海执行拘留。\n本证已于2021年3月5日9时向我宣布。\n被拘留人周某海于2021年3月7日16时送至我所。\n2021年3月5日",
    "02 讯问一": "讯问笔录（第1次）\n讯问时间：2021年3月5日10时至11时\n讯问地点：虚河市公安局讯问室\n讯问人：王卫国、雷鸣\n被讯问人：周某海，男\n问：2021年3月2日晚上你在哪里？\n答：我一直在江边的网吧上网。\n以上笔录我看过，和我说的相符。",
    "03 讯问二": "讯问笔录（第2次）\n讯问时间：2021年3月5日22时至2021年3月6日7时\n讯问地点：虚河市公安局办公室\n讯问人：王卫国\n被讯问人：周某海，男\n问：怎么杀的？\n答：是我干的，我拿菜刀砍了他。\n以上笔录我看过，和我说的相符。",
    "04 尸检": "虚河司法鉴定中心\n法医学尸体检验鉴定书\n鉴定意见：系被他人持单刃刺器刺破颈动脉死亡。\n鉴定人：文涛、丁一",
    "05 询问": f"{RECORDS['柳1.txt']}\n以上笔录我看过，和我说的相符。",
    "06 意见书": OPINION.format(second="", others=""),
}


def told(folder, tmp_path):
    """每一项读出的内容（不看在哪个文件、哪一页）。"""
    made = build(read_folder(folder, Store(tmp_path / "store"), ocr=False), "卷", "2026-01-01T10:00")
    cells = [
        (one.kind, one.field, str(getattr(one.value, "text", one.value)))
        for one in made.log.assertions()
        if one.field not in ("file", "page")
    ]
    return Counter(cells), sorted(one.code for one in made.mismatches)


def apart(folder):
    for name, text in PAPERS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def as_text(folder):
    (folder / "全卷.txt").write_text("\n".join(PAPERS.values()), encoding="utf-8")


def as_word(folder):
    paper = Document()
    for number, text in enumerate(PAPERS.values()):
        if number:
            paper.add_page_break()
        for line in text.split("\n"):
            paper.add_paragraph(line)
    paper.save(folder / "全卷.docx")


@pytest.mark.parametrize("bind", [as_text, as_word], ids=["合成一个文本", "合成一份 Word"])
def test_怎样装订不改变读出的内容(bind, tmp_path):
    rooms = [tmp_path / "分开", tmp_path / "合成"]
    for room, lay in zip(rooms, (apart, bind), strict=True):
        room.mkdir()
        lay(room)
    (one, codes), (other, others) = (told(room, tmp_path) for room in rooms)
    assert len(one) > 60
    assert one - other == other - one == Counter()
    assert codes == others
