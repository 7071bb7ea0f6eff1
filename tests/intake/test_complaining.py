"""被告人在后来的笔录里说先前的讯问打人、不让睡觉、威胁：哪些算，指哪几份。全部虚构。"""

import pytest

from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import read_folder
from gaoyao.intake.sources.store import Store

RECORD = """讯问笔录（第{n}次）
讯问时间：2021年{day}9时至10时
讯问地点：{place}
讯问人：王卫国、雷鸣
被讯问人：周某海，男
问：你讲一下。
答：{said}
以上笔录我看过，和我说的相符。"""
DENIED, ADMITTED = "我没有参与。", "是我干的。"
TOLD = [
    ("说民警打他，指此前承认的那一份", "我没有杀人，民警用橡胶棍打我后背，我才承认的。", {"2"}),
    ("点了讯问人的名字，没有说公安", "王卫国一夜没让我睡觉。", {"2"}),
    ("说出了日期，指那一天的那一份", "2021年3月4日在派出所，他们把我铐起来打。", {"1"}),
    ("以不利于家人相威胁", "公安说不承认就把我老婆抓进来。", {"2"}),
    ("说没有打过", "民警没有打我，供述属实。", set()),
    ("说的是别人打他", "贺某打了我一拳，这个我在公安承认过。", set()),
    ("没有说取证的人", "那天晚上被打了，我才还手。", set()),
    ("给了休息和饮食", "民警给我吃了饭，让我休息了，供述属实。", set()),
]


def complained(said, tmp_path, first=DENIED, second=ADMITTED):
    room = tmp_path / "案卷"
    room.mkdir()
    for n, (day, told) in enumerate((("3月4日", first), ("3月5日", second), ("4月12日", said)), 1):
        (room / f"{n}.txt").write_text(
            RECORD.format(n=n, day=day, place="虚河市公安局讯问室" if n < 3 else "看守所", said=told),
            encoding="utf-8",
        )
    made = build(read_folder(room, Store(tmp_path / "s"), ocr=False), "卷", "2026-01-01T10:00")
    found = [one for one in made.log.assertions() if (one.kind, one.field) == ("interrogation", "complaint")]
    numbers = {
        one.subject: f"{one.value.low:g}"
        for one in made.log.assertions()
        if (one.kind, one.field) == ("interrogation", "sequence")
    }
    assert all(one.value is True and one.address.quote in said for one in found)
    return {numbers[one.subject] for one in found}


@pytest.mark.parametrize(("why", "said", "records"), TOLD, ids=[row[0] for row in TOLD])
def test_后来控告先前的讯问(why, said, records, tmp_path):
    assert complained(said, tmp_path) == records, why


def test_先前都没有承认的_指先前的每一份(tmp_path):
    assert complained("警察打我。", tmp_path, DENIED, DENIED) == {"1", "2"}
