"""尸检、伤情鉴定说的致伤方式：读成“工具”一项的说法，与供述的工具比对。全部虚构。"""

import pytest

from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import read_folder
from gaoyao.intake.sources.store import Store

BODY = "虚河司法鉴定中心\n法医学尸体检验鉴定书\n检验：颈部左侧见创口一处，{seen}。\n鉴定意见：{said}\n鉴定人：文涛、丁一"
ROWS = [
    ("单刃刺器", "贺某山系被他人持单刃刺器刺破左颈动脉致失血性休克死亡。", ["单刃刺器"]),
    ("两种都有的，合为一项", "死者头部损伤系钝器所致，颈部损伤系锐器所致。", ["钝器、锐器"]),
    ("没有说致伤物", "贺某山系失血性休克死亡。", []),
    ("排除的不是所见", "损伤不符合钝器伤的特征，系锐器形成。", ["锐器"]),
    ("扼颈", "系被他人扼颈致机械性窒息死亡。", ["扼颈"]),
]


def means(papers, tmp_path):
    room = tmp_path / "案卷"
    room.mkdir()
    for n, text in enumerate(papers):
        (room / f"{n}.txt").write_text(text, encoding="utf-8")
    made = build(read_folder(room, Store(tmp_path / "s"), ocr=False), "卷", "2026-01-01T10:00")
    return [one.value for one in made.log.assertions() if (one.kind, one.field) == ("claim", "value")]


@pytest.mark.parametrize(("why", "said", "wanted"), ROWS, ids=[row[0] for row in ROWS])
def test_致伤方式(why, said, wanted, tmp_path):
    assert means([BODY.format(seen="创缘整齐", said=said)], tmp_path) == wanted


def test_检验所见里的词_没有写进意见的不读(tmp_path):
    assert means([BODY.format(seen="未见钝器伤", said="失血性休克死亡。")], tmp_path) == []
