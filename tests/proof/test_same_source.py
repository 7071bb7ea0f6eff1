"""同一来源不得算两次：供述的录像、抄写、指认、转述、说明材料，重复录入的笔录和书证，都不能使“系被告人所为”变成未见障碍。"""

import pytest

from tests.proof import dossiers
from tests.proof.small import case, confessed, item, labels, link, tied

ALONE = "系被告人所为，只有各被告人的供述"
HEARD = {"speaker": "P1", "inquiry": {"individual": "是"}}
RECORDING = item("像", "audio_video", link(tie="presence"), derived_from=["供"])
WRITTEN = item("书", "documentary", link(tie="presence"), derived_from=["供"])
POINTING = item("勘", "scene", link(tie="presence"), derived_from=["供"])
CELLMATE = item("证", "witness", link(), derived_from=["供"], **HEARD)
ARRIVAL = item("到", "arrival_note", link(tie="presence"), note_signed_and_sealed="是")
NOTE = item("说", "documentary", link(tie="presence"), police_note="是", note_signed_and_sealed="是")
WITNESS = item("证", "witness", link(), **HEARD)
BILL = item("账", "documentary", link(), page="卷一第2页", title="账页")
REPORT = item("鉴", "expert", link(), appraisal={"sample": "甲检材"})
BOXES = dict.fromkeys(dossiers.HIDDEN, "是")
LED = item("刀", "physical", link(tie="class"), derived_from=["供"])
ROWS = [
    ("只有一份供述", [confessed()], "有障碍"),
    ("供述没有写陈述人，本案只有一名被告人：就是他的供述", [{k: v for k, v in confessed().items() if k != "speaker"}], "有障碍"),
    ("两个人都只转述供述，供述本身没有联系到该事实", [WITNESS | {"only_restates_confession": "是"}, WITNESS | {"id": "证2", "speaker": "P2", "only_restates_confession": "是"}], "有障碍"),
    ("供述，加该次讯问的录像", [confessed(), RECORDING], "待查"),
    ("供述，加该次讯问的录像，有人写明录像没有独立信息", [confessed(), RECORDING | {"only_restates_confession": "是"}], "有障碍"),
    ("供述，加列为书证的亲笔供词", [confessed(), WRITTEN], "待查"),
    ("供述，加列为勘验笔录的指认现场", [confessed(), POINTING], "待查"),
    ("供述，加同监人转述", [confessed(), CELLMATE], "待查"),
    ("供述，加转述再转述", [confessed(), CELLMATE | {"links": []}, item("证2", "witness", link(), **HEARD | {"speaker": "P2"}, derived_from=["证"])], "待查"),
    ("供述，加勘验，有人写明勘验另有独立信息", [confessed(), POINTING | {"only_restates_confession": "否"}], "未见障碍"),
    ("供述，加依供述找到的刀，没有审查隐蔽性", [confessed(), LED], "待查"),
    ("供述，加依供述找到的刀，六项都是", [confessed(), LED | {"hidden": BOXES}], "未见障碍"),
    ("供述，加依供述找到的刀，并不隐蔽", [confessed(), LED | {"hidden": BOXES | {"concealed": "否"}}], "待查"),
    ("供述，加依供述找到的刀，刀上有他的指纹", [confessed(), LED | {"links": [link(tie="individual")]}], "未见障碍"),
    (
        "供述，加他先前作为证人作的陈述：还是他一个人的话",
        [confessed(), item("询", "witness", link(tie="statement", direct="是"), speaker="A0")],
        "有障碍",
    ),
    (
        "供述，加他本人的辨认、一份没有写种类的陈述",
        [
            confessed(),
            item("辨", "identification", link(), speaker="A0"),
            {k: v for k, v in item("话", "witness", link(), speaker="A0").items() if k not in ("type", "inquiry")},
        ],
        "有障碍",
    ),
    ("供述，加到案经过：说明材料不是客观证据", [confessed(), ARRIVAL], "待查"),
    ("供述，加列为书证的办案机关情况说明", [confessed(), NOTE], "待查"),
    ("供述，加个别对应的物证", [confessed(), tied()], "未见障碍"),
    ("一名证人没有目击", [WITNESS], "有障碍"),
    ("同一证人问了两次", [WITNESS, WITNESS | {"id": "证2"}], "有障碍"),
    ("两份证言没有写陈述人：是不是一人没有人说", [WITNESS | {"id": "甲", "speaker": None}, WITNESS | {"id": "乙", "speaker": None}], "待查"),
    ("一份书证两处联系到同一事实", [BILL | {"links": [link(), link()]}], "有障碍"),
    ("同一检材两份鉴定", [REPORT, REPORT | {"id": "鉴2"}], "有障碍"),
    ("同一页账录了三遍：一个来源", [BILL, BILL | {"id": "账2"}, BILL | {"id": "账3"}], "有障碍"),
    ("三页不同的账：三个来源", [BILL, BILL | {"id": "账2", "page": "卷一第3页"}, BILL | {"id": "账3", "page": "卷一第4页"}], "未见障碍"),
]  # fmt: skip


def entered(items):
    return [{name: value for name, value in one.items() if value is not None} for one in items]


@pytest.mark.parametrize(("says", "items", "state"), ROWS, ids=[row[0] for row in ROWS])
def test_系被告人所为(says, items, state):
    assert labels(case(*entered(items))) == [state], says


SEEN = item("证", "witness", link(tie="statement", direct="是"), **HEARD)
SECOND = item("账", "documentary", link())
SINGLE = [
    ("一名目击证人，一份账页", [SEEN, SECOND], "未见障碍"),
    ("只有一名目击证人", [SEEN], "待查"),
    ("账页已经裁定排除：与没有一样", [SEEN, SECOND | {"rulings": [{"outcome": "excluded"}]}], "待查"),
    ("账页已经撤回：与没有一样", [SEEN, SECOND | {"withdrawn": "是"}], "待查"),
]


@pytest.mark.parametrize(("says", "items", "state"), SINGLE, ids=[row[0] for row in SINGLE])
def test_孤证只数可以使用的来源(says, items, state):
    assert labels(case(*items)) == [state], says


def test_另案处理的同案人供述不是本人供述_也不是其他证据():
    other = confessed() | {"speaker": "P1"}
    assert labels(case(other)) == ["有障碍"]
