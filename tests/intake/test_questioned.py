"""拘留后、逮捕后的第一次讯问取自笔录；送看守所取自拘留证上的回执。全部虚构。"""

import pytest

from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import read_folder
from gaoyao.intake.sources.store import Store

WARRANT = "拘留证\n兹决定对孙小满执行拘留。\n本证已于2021年3月6日10时向我宣布。{receipt}\n2021年3月6日"
ARREST = "逮捕证\n兹对孙小满执行逮捕。\n本证已于2021年4月9日10时向我宣布。\n2021年4月9日"
RECORD = "讯问笔录（第{n}次）\n讯问时间：{time}\n讯问地点：看守所讯问室\n讯问人：赵大海、李立平\n被讯问人：孙小满，男\n问：说说。\n答：我拿的。\n以上笔录我看过，和我说的相符。"
BEFORE = RECORD.format(n=1, time="2021年3月6日1时至3时")
SOON = RECORD.format(n=2, time="2021年3月6日15时至16时")
LATE = RECORD.format(n=2, time="2021年3月9日15时至16时")
AFTER = RECORD.format(n=3, time="2021年4月12日9时至10时")
UNDATED = RECORD.format(n=4, time="")
ROWS = [
    ("拘留以后的第一次", [WARRANT.format(receipt=""), BEFORE, SOON, LATE], "questioned", ["2021年3月6日15时"]),
    ("拘留以前的不算", [WARRANT.format(receipt=""), BEFORE], "questioned", []),
    ("第一次在三日以后，照实提出", [WARRANT.format(receipt=""), BEFORE, LATE], "questioned", ["2021年3月9日15时"]),
    ("逮捕以后的不算拘留后讯问", [WARRANT.format(receipt=""), ARREST, AFTER], "questioned", []),
    ("逮捕以后的第一次", [WARRANT.format(receipt=""), ARREST, SOON, AFTER], "questioned_after_arrest", ["2021年4月12日9时"]),
    ("有一份没有写时间，可能就是第一次，不提", [WARRANT.format(receipt=""), UNDATED, LATE], "questioned", []),
    ("没有拘留证的，不提", [BEFORE, SOON], "questioned", []),
    ("拘留证回执写明送至看守所", [WARRANT.format(receipt="\n被拘留人孙小满已于2021年3月7日16时20分送至我所。")], "sent_to_centre", ["2021年3月7日16时20分"]),
    ("拘留证没有回执", [WARRANT.format(receipt="")], "sent_to_centre", []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "papers", "event", "wanted"), ROWS, ids=[row[0] for row in ROWS])
def test_讯问和送押的时间(why, papers, event, wanted, tmp_path):
    room = tmp_path / "案卷"
    room.mkdir()
    for n, text in enumerate(papers):
        (room / f"{n}.txt").write_text(text, encoding="utf-8")
    made = build(read_folder(room, Store(tmp_path / "s"), ocr=False), "卷", "2026-01-01T10:00")
    cells = {(one.subject, one.field): one.value for one in made.log.assertions() if one.kind == "step"}
    found = [subject for (subject, field), value in cells.items() if field == "event" and value == event]
    assert [cells[subject, "happened"].text for subject in found] == wanted, why
