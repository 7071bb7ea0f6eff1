"""卷里写着而审查没有说出来的：相反的证据、矛盾、疑点、痕迹、供述的迹象，都不能因为没有写全、写错了地方或者被撤回就消失。"""

import pytest

from tests.proof import dossiers
from tests.proof.small import case, confessed, item, labels, link, tied, titles

BASE = [confessed(), tied()]
GONE = {"rulings": [{"outcome": "excluded"}]}


def contrary(kind="expert", direction="contradicts", **told):
    made = {"fact": "F0", "direction": direction} | told.pop("link", {})
    return item("反", kind, *told.pop("links", [made]), against="否", favourable="是", **told)


def paper(**told):
    return item("页", "documentary", **told)


ALIBI = {"id": "L1", "facts": ["F0"], "accused": "A0", "status": "refuted", "reason": "经查不实"}
RIVAL = {"id": "R1", "facts": ["F0"], "type": "other_person", "status": "excluded", "reason": "经查不实"}
DOUBT = {"id": "D1", "facts": ["F0"], "raised_by": "court", "status": "removed", "reason": "已查明"}
KNOT = {
    "id": "K1",
    "facts": ["F0"],
    "items": ["供", "物"],
    "essential": "是",
    "status": "explained",
    "reason": "已查明",
}
RECORDING = item("像", "audio_video", derived_from=["供"])
STATES = [
    ("没有别的：未见障碍", BASE, {}, "未见障碍"),
    ("相反的鉴定", [*BASE, contrary()], {}, "有障碍"),
    ("相反的鉴定，控方撤回", [*BASE, contrary(withdrawn="是")], {}, "待查"),
    ("相反的鉴定，裁定排除", [*BASE, contrary(**GONE)], {}, "待查"),
    ("相反的鉴定，写为已有解释而没有写明依据", [*BASE, contrary(link={"explained": "是"})], {}, "待查"),
    ("相反的鉴定，已有解释并写明依据", [*BASE, contrary(link={"explained": "是", "reason": "检材系案发前遗留，见卷二第8页"})], {}, "未见障碍"),
    ("不在场主张以账页否定", [*BASE, paper()], {"alibis": [ALIBI | {"items": ["页"]}]}, "未见障碍"),
    ("不在场主张以已经排除的账页否定", [*BASE, paper(**GONE)], {"alibis": [ALIBI | {"items": ["页"]}]}, "有障碍"),
    ("不在场主张以讯问录像否定", [*BASE, RECORDING], {"alibis": [ALIBI | {"items": ["像"]}]}, "待查"),
    ("不在场主张写了理由，一份证据也没有列", BASE, {"alibis": [ALIBI]}, "待查"),
    ("不在场主张否定的理由只有一个点", [*BASE, paper()], {"alibis": [ALIBI | {"items": ["页"], "reason": "。"}]}, "有障碍"),
    ("其他可能以账页排除", [*BASE, paper()], {"rivals": [RIVAL | {"excluded_by": ["页"]}]}, "未见障碍"),
    ("其他可能以讯问录像排除", [*BASE, RECORDING], {"rivals": [RIVAL | {"excluded_by": ["像"]}]}, "待查"),
    ("其他可能以只转述供述的录像排除", [*BASE, RECORDING | {"only_restates_confession": "是"}], {"rivals": [RIVAL | {"excluded_by": ["像"]}]}, "有障碍"),
    ("法庭的疑点以账页消除", [*BASE, paper()], {"doubts": [DOUBT | {"items": ["页"]}]}, "未见障碍"),
    ("法庭的疑点以已经排除的账页消除", [*BASE, paper(**GONE)], {"doubts": [DOUBT | {"items": ["页"]}]}, "待查"),
    ("法庭的疑点以供述消除", BASE, {"doubts": [DOUBT | {"items": ["供"]}]}, "待查"),
    ("矛盾写为已解释而没有理由，是不是实质矛盾没有录入", BASE, {"conflicts": [{k: v for k, v in KNOT.items() if k not in ("essential", "reason")}]}, "待查"),
    ("矛盾写为已解释而没有依据，是不是实质矛盾没有录入", BASE, {"conflicts": [{k: v for k, v in KNOT.items() if k != "essential"}]}, "待查"),
    ("矛盾不涉及定罪，写为已解释", BASE, {"conflicts": [KNOT | {"essential": "否"}]}, "未见障碍"),
    ("矛盾以账页解释", [*BASE, paper()], {"conflicts": [KNOT | {"support": ["页"]}]}, "未见障碍"),
    ("矛盾以已经排除的账页解释", [*BASE, paper(**GONE)], {"conflicts": [KNOT | {"support": ["页"]}]}, "待查"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "items", "registers", "state"), STATES, ids=[row[0] for row in STATES])
def test_状态(says, items, registers, state):
    assert labels(case(*items, **registers)) == [state], says


# ---- 说法


def said(value, slot="tool", **told):
    return {"slot": slot, "value": value, "material": "是", **told}


def told(one, other, **registers):
    return case(confessed(claims=one), tied(claims=other), **registers)


TRIVIAL = {
    "id": "K1",
    "items": ["供", "物"],
    "facts": ["F0"],
    "about": "衣着不一致",
    "essential": "否",
    "status": "open",
}
KNIFE, STICK = said("尖刀"), said("木棍")
CLAIMS = [
    ("尖刀与木棍，有人写明关键", [KNIFE], [STICK], {}, "有障碍"),
    ("登记过一项次要矛盾，不能盖住关键的细节", [KNIFE], [STICK], {"conflicts": [TRIVIAL]}, "有障碍"),
    ("登记的矛盾写明是工具、不实质，而说法写明关键：两说不一，仍然列出", [KNIFE], [STICK], {"conflicts": [TRIVIAL | {"slot": "tool"}]}, "有障碍"),
    ("登记的矛盾写明是衣着，盖不住工具", [KNIFE | {"material": "否"}, said("红衣", "clothing", material="否")], [STICK | {"material": "查而不明"}, said("黑衣", "clothing", material="否")],
     {"conflicts": [TRIVIAL | {"slot": "clothing"}]}, "待查"),
    ("两处不一致，登记的矛盾没有写明是哪一处：哪一处也盖不住", [said("尖刀", material="查而不明"), said("红衣", "clothing", material="查而不明")],
     [said("木棍", material="查而不明"), said("黑衣", "clothing", material="查而不明")], {"conflicts": [TRIVIAL]}, "待查"),
    ("只有一处不一致，登记的矛盾就是它", [said("尖刀", material="查而不明")], [said("木棍", material="查而不明")], {"conflicts": [TRIVIAL]}, "未见障碍"),
    ("一方没有写是哪名被告人，本案只有一名", [KNIFE | {"accused": "A0"}], [STICK], {}, "有障碍"),
    ("三号楼与十三号楼不是一处", [said("3号楼", "place")], [said("13号楼", "place")], {}, "有障碍"),
    ("三楼与十三楼", [said("三楼", "place")], [said("十三楼", "place")], {}, "有障碍"),
    ("三楼，说得更细", [said("三楼", "place")], [said("三楼东户", "place")], {}, "未见障碍"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("says", "one", "other", "registers", "state"), CLAIMS, ids=[row[0] for row in CLAIMS]
)
def test_说法的矛盾(says, one, other, registers, state):
    assert labels(told(one, other, **registers)) == [state], says


# ---- 没有与事实核对的，写明没有核对
FACT_OF_NOTHING = [{"id": "F0", "role": "identity"}, {"id": "F9", "role": "exculpatory"}]
LINES = [
    ("有利证据没有联系", case(*BASE, contrary(links=[])), "有利于被告人的证据 反"),
    ("证明联系没有写方向", case(*BASE, contrary(links=[{"fact": "F0"}])), "证明联系 证据 反"),
    ("痕迹排除被告人，没有写是不是现场遗留", case(confessed(), tied(traces=[{"result": "exclusion"}])), "现场痕迹"),
    ("支持定罪的供述写为不是用来指控的", case(confessed(against="否"), tied()), "证据 供"),
    ("疑点只写在阻却事由上", case(*BASE, doubts=[{"id": "D1", "facts": ["F9"], "status": "open", "raised_by": "court"}]) | {"facts": FACT_OF_NOTHING}, "登记 疑点 D1"),
    ("其他可能只写在阻却事由上", case(*BASE, rivals=[{"id": "R1", "facts": ["F9"], "status": "open", "type": "lawful"}]) | {"facts": FACT_OF_NOTHING}, "登记 其他可能 R1"),
    ("说法没有写所指", told([KNIFE | {"about": "凶器"}], [STICK]), "说法比对（工具）"),
    ("时间只有文字", told([said("三月五日晚八时", "time")], [said("三月六日凌晨", "time")]), "说法比对（时间）"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "file", "line"), LINES, ids=[row[0] for row in LINES])
def test_没有与事实核对的写明_不出具未见障碍(says, file, line):
    made = dossiers.reviewed(file)
    assert [one for one in made.not_checked if one.what.startswith(line)], says
    assert not made.certificate.granted


def test_都写全了的没有这些行():
    made = dossiers.reviewed(case(*BASE, contrary(link={"explained": "是", "reason": "见卷二第8页"})))
    assert [one.what for one in made.not_checked] == ["指控 N1（被告人 A0，盗窃）（盗窃）", "期限"]


# ---- 供述的迹象
RETRACTED = {"accused": [{"id": "A0", "retracted_in_court": "是"}]}
LONG = {"confirmed": "是", "start": "2024-01-01 20:00", "end": "2024-01-02 09:00"}
SIGN = "供述有须审查真实性的迹象，虚假供述的可能没有排除"
SIGNS = [
    ("当庭翻供", case(*BASE) | RETRACTED),
    ("没有录入是不是承认犯罪，而该份供述支持系其所为", case({k: v for k, v in confessed().items() if k != "admits"}, tied()) | RETRACTED),
    ("没有录入陈述人，本案只有一名被告人", case({k: v for k, v in confessed().items() if k != "speaker"}, tied()) | RETRACTED),
    ("供述没有日期，另有通宵讯问", case(*BASE, item("问", "confession", admits="否", interrogation=LONG))),
]  # fmt: skip


@pytest.mark.parametrize(("says", "file"), SIGNS, ids=[row[0] for row in SIGNS])
def test_迹象不因没有写全而落空(says, file):
    assert SIGN in titles(file), says


# ---- 一人的证据不能认定另一人
def two(**fact):
    seen = item("证", "witness", link(tie="statement", direct="是"), speaker="P1")
    file = case(seen, item("账", "documentary", link()))
    file["accused"].append({"id": "A1"})
    file["counts"].append({"id": "N2", "accused": "A1", "incident": "I1", "charge": "盗窃"})
    file["facts"] = [{"id": "F0", "role": "identity", **fact}]
    return file


def test_两名被告人_系谁所为没有写明属于哪一项指控的_待查():
    assert labels(two()) == ["待查", "待查"]
    assert labels(two(counts=["N1"])) == ["未见障碍"]


def test_两起事实_没有写明属于哪一起的_待查():
    file = two()
    file["accused"].pop()
    file["incidents"].append({"id": "I2"})
    file["counts"][1] |= {"accused": "A0", "incident": "I2"}
    assert labels(file) == ["待查", "待查"]
