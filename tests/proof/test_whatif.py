"""gaoyao whatif：变化说得全、说得对；变好的说出随之落空的是什么；与真的删去再审查逐字节一致。"""

import json
import random

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from gaoyao.cli import main
from gaoyao.review.render.as_json import as_dict, schema
from gaoyao.review.whatif import Supposition, WhatIfError, suppose
from tests.proof import dossiers, small


def supposed(file, *gone, **kinds):
    return suppose(dossiers.view(file), Supposition(tuple(gone), **kinds), dossiers.TODAY)


@pytest.mark.parametrize("seed", range(30))
def test_与真的删去再审查逐字节一致_变化不多不少(seed):
    rng = random.Random(1300 + seed)
    file = dossiers.case(rng)
    items = [one["id"] for one in file["items"]]
    gone = rng.sample(items, rng.randrange(1, len(items) + 1))
    made = supposed(file, *gone)
    before, after = dossiers.reviewed(file), dossiers.reviewed(dossiers.deleted(file, set(gone)))
    assert dossiers.data(made.after) == dossiers.data(after)
    assert dossiers.data(made.before) == dossiers.data(before)
    then, now = dossiers.states(before), dossiers.states(after)
    told = {
        one.point.id: (one.before.value, one.after.value)
        for one in (*made.worse, *(each.change for each in made.better))
    }
    assert told == {point: (then[point], now[point]) for point in then if then[point] != now[point]}


@pytest.mark.parametrize("seed", range(120))
def test_去掉证据而状态变好的_说出随之落空的矛盾_可能或者反证(seed):
    file = dossiers.case(random.Random(1500 + seed))
    for one in file["items"]:
        for better in supposed(file, one["id"]).better:
            assert better.gone, "说出不再有的障碍"
            assert better.fell, "说出随之落空的是什么"


def test_矛盾因一方去掉而不复存在_说出矛盾的编号():
    file = plain(
        conflicts=[{"id": "K1", "facts": ["F0"], "items": ["E1", "E2"], "essential": "是", "status": "open"}]
    )
    (better,) = supposed(file, "E2").better
    assert better.gone == ("关键矛盾没有排除",)
    assert "矛盾 K1：一方已去掉，矛盾不复存在" in better.fell


def test_用来排除其他可能的证据去掉以后_排除随之落空():
    file = plain(
        rivals=[
            {
                "id": "R1",
                "facts": ["F0"],
                "type": "other_person",
                "status": "excluded",
                "excluded_by": ["E2"],
                "reason": "书证所载",
            }
        ]
    )
    made = supposed(file, "E2")
    assert made.fell == ("其他可能 R1：“据以排除的证据”已无证据",)
    assert [one.after.label for one in made.worse] == ["待查"]
    assert made.after.points[0].pending == ("其他可能没有排除", "其他可能还没有审查")


def plain(**registers):
    """One fact that happened, two documents that show it, nothing in the way."""
    items = [
        {"id": f"E{n}", "type": "documentary", "against": "是", "shown": "是", "confronted": "是", "verified": "是",
         "acquisition": dict.fromkeys(("source_provable", "record_or_list"), "是"), "links": [{"fact": "F0", "direction": "supports"}]}
        for n in (1, 2, 3)
    ]  # fmt: skip
    return {
        "皋陶": "1", "case": {"id": "C", "evidence_complete": "是", "hearing_on": "2024-05-10"}, "accused": [{"id": "A0"}],
        "incidents": [{"id": "I1"}], "counts": [{"id": "N1", "accused": "A0", "incident": "I1", "charge": "盗窃"}],
        "facts": [{"id": "F0", "role": "result"}], "items": items, **registers,
    }  # fmt: skip


def run(tmp_path, file, *words):
    path = tmp_path / "案.json"
    path.write_text(dossiers.text(file), encoding="utf-8")
    return CliRunner().invoke(main, ["whatif", str(path), "--on", "2024-06-01", *words])


def test_命令_json_附有去掉以后的完整审查(tmp_path):
    file = plain()
    done = run(tmp_path, file, "--without", "E1", "--format", "json")
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert found["format"] == "gaoyao-whatif/1"
    assert [one["id"] for one in found["removed"]] == ["E1"]
    assert dossiers._lineless(found["review"]) == json.loads(
        dossiers.data(dossiers.reviewed(dossiers.deleted(file, {"E1"})))
    )
    Draft202012Validator(schema()).validate(found["review"])


def test_命令_终端写明是假定_写明去掉了什么(tmp_path):
    done = run(tmp_path, plain(), "--without", "E1", "--without", "E2", "--without", "E3")
    assert done.exit_code == 0
    assert "只是假定，没有改动文件" in done.stdout
    assert "证据 E1、证据 E2、证据 E3" in done.stdout
    assert "未见障碍 → 有障碍：待证事实没有任何证据" in done.stdout


def test_命令_首次供述被排除的_证据处境写经裁定排除(tmp_path):
    file = plain()
    file["items"].append(
        {
            "id": "E9",
            "type": "confession",
            "speaker": "A0",
            "admits": "是",
            "against": "是",
            "links": [{"fact": "F0", "direction": "supports"}],
        }
    )
    done = run(tmp_path, file, "--exclude-first-confession", "--format", "json")
    found = json.loads(done.stdout)
    assert [one["id"] for one in found["excluded"]] == ["E9"]
    assert [(one["item"]["id"], one["after"]) for one in found["standings"]] == [("E9", "excluded")]


CONFESSED = {"id": "E8", "type": "confession", "speaker": "A0", "admits": "是", "against": "是"}
NOTE = {"id": "E9", "type": "arrival_note", "derived_from": ["E8"]}
# 只凭供述写成的材料 · 没有供述时一并去掉吗
DRAWN = [
    ("到案经过派生自供述：没有供述就没有它", NOTE, True),
    ("说明材料只是复述供述：没有供述就没有它", {"id": "E9", "type": "documentary", "only_restates_confession": "是"}, True),
    ("根据供述找到的物证：另有来源，留下", {"id": "E9", "type": "physical", "derived_from": ["E8"]}, False),
    ("到案经过没有写派生自供述：留下", {"id": "E9", "type": "arrival_note"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "item", "goes"), DRAWN, ids=[row[0] for row in DRAWN])
def test_命令_没有全部供述时_只凭供述的材料不能留下来充数(tmp_path, sentence, item, goes):
    file = plain()
    file["items"] = [CONFESSED, item | {"links": [{"fact": "F0", "direction": "supports"}]}]
    found = json.loads(run(tmp_path, file, "--without-statements", "--format", "json").stdout)
    assert [one["id"] for one in found["removed"]] == ["E8", *(["E9"] if goes else [])]
    assert found["better"] == []


# 写法 · 标准错误里要有的话
WRONG = [
    ("标识写错，列出本案的证据", ["--without", "E77"], "没有标识为“E77”的证据。本案的证据：E1、E2、E3"),
    ("不是证据的标识", ["--without", "F0"], "没有标识为“F0”的证据"),
    ("什么都没有写", [], "没有写要去掉什么"),
    ("没有供述可去", ["--without-statements"], "没有可去掉的"),
    ("没有供述可排除", ["--exclude-first-confession"], "没有可排除的"),
]


@pytest.mark.parametrize(("says", "words", "told"), WRONG, ids=[row[0] for row in WRONG])
def test_命令_输入有误退出码为二_说明怎样写(tmp_path, says, words, told):
    done = run(tmp_path, plain(), *words)
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stdout == ""


def test_命令_文件不存在(tmp_path):
    done = CliRunner().invoke(main, ["whatif", str(tmp_path / "无.yaml"), "--without", "E1"])
    assert done.exit_code == 2
    assert "没有这个文件" in done.stderr


def test_已去掉的供述不再算首次供述():
    file = plain()
    file["items"][0] |= {"type": "confession", "speaker": "A0"}
    with pytest.raises(WhatIfError, match="没有可排除的"):
        supposed(file, "E1", first_confession=True)


def test_审查的数据合乎公布的格式_含致破组合和压力测试():
    validator = Draft202012Validator(schema())
    for seed in range(12):
        validator.validate(as_dict(dossiers.reviewed(dossiers.case(random.Random(seed), most=8))))


def test_去掉带出物证的供述_说出物证不再按隐蔽性证据审查():
    told = small.case(
        small.confessed(),
        small.item("刀", "physical", small.link(tie="class"), derived_from=["供"]),
        small.item("账", "documentary", small.link()),
        small.item("票", "documentary", small.link()),
    )
    made = supposed(told, "供")
    assert "证据 刀：据以找到它的供述已去掉，不再按隐蔽性证据审查" in made.fell
    assert dossiers.states(made.after) == dossiers.states(dossiers.reviewed(dossiers.deleted(told, {"供"})))
