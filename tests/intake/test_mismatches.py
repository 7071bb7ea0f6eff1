"""两份材料写同一件事而不一致的，列出来，两边都有页和原文；一致的不列。全部虚构。"""

import pytest

from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import read_folder
from gaoyao.intake.sources.store import Store

HEAD = "讯问笔录（第{n}次）\n时间 2021年3月{day}日{start}至2021年3月{day}日{end}\n地点 {place}\n讯问人 {officers}\n记录人 {recorder}\n被讯问人 {who} 性别 男{more}\n问：说说。\n答：我没有去过。\n以上笔录我看过，和我说的相符。"
ASKED = "询问笔录\n询问时间：2021年3月{day}日{start}至{end}\n询问地点：{place}\n询问人：{officers}\n记录人：{recorder}\n被询问人：{who} 性别：女\n问：说说。\n答：我看见了。\n以上笔录我看过，和我说的相符。"
LOG = "提讯提解证\n姓名 赵某甲\n2021年3月10日9时05分 2021年3月10日11时40分 张某 讯问\n2021年3月12日15时00分 2021年3月12日18时20分 张某 {why}"


def heard(
    n=1,
    day=10,
    start="9时10分",
    end="11时20分",
    place="青岭县看守所讯问室",
    officers="张某、李某",
    recorder="王某",
    who="赵某甲",
    more="",
):
    return HEAD.format(
        n=n,
        day=day,
        start=start,
        end=end,
        place=place,
        officers=officers,
        recorder=recorder,
        who=who,
        more=more,
    )


def asked(
    who="钱某乙",
    day=6,
    start="9时10分",
    end="9时50分",
    place="青岭县北街小店",
    officers="张某、李某",
    recorder="周某",
):
    return ASKED.format(
        who=who, day=day, start=start, end=end, place=place, officers=officers, recorder=recorder
    )


def seized(text, title="扣押清单", day="2021年3月6日"):
    return f"{title}\n扣押时间 {day}\n{text}\n持有人 赵某甲\n见证人 周某"


def opinion(text, day="2021年3月9日"):
    return f"鉴定意见书\n青岭县公安局物证鉴定室\n受理日期 {day}\n{text}\n鉴定意见：检出甲基苯丙胺成分。\n鉴定日期 2021年3月20日"


TABLE = [
    ("提讯了而卷内没有这次的笔录", [heard(), LOG.format(why="讯问")], {"log_without_record"}),
    ("提讯是为了律师会见的，不问笔录", [heard(), LOG.format(why="律师会见")], set()),
    ("两次提讯都有笔录", [heard(), heard(n=2, day=12, start="15时10分", end="18时"), LOG.format(why="讯问")], set()),
    ("同一讯问人同一时间讯问两人", [heard(), heard(who="孙某丙")], {"officer_twice", "recorder_twice"}),
    ("同一记录人同一时间在两处", [heard(), asked(day=10, officers="吴某、郑某", recorder="王某")], {"recorder_twice"}),
    ("讯问的同时在别处搜查", [heard(), "搜查笔录\n搜查时间 2021年3月10日10时至2021年3月10日11时\n搜查地点 青岭县河堤\n侦查人员 李某、吴某\n见证人 周某"], {"officer_twice"}),
    ("讯问以后搜查", [heard(), "搜查笔录\n搜查时间 2021年3月10日12时至2021年3月10日13时\n搜查地点 青岭县河堤\n侦查人员 李某、吴某\n见证人 周某"], set()),
    ("前后相接不算重叠", [heard(), heard(who="孙某丙", start="11时20分", end="12时")], set()),
    ("讯问早于到案", [heard(day=6), "到案经过\n2021年3月8日10时，犯罪嫌疑人赵某甲在家中被抓获。\n青岭县公安局"], {"questioned_before_arrival"}),
    ("讯问在到案以后", [heard(), "到案经过\n2021年3月8日10时，犯罪嫌疑人赵某甲在家中被抓获。\n青岭县公安局"], set()),
    ("立案早于受案", ["受案登记表\n报案人：钱某乙\n2021年3月6日", "立案决定书\n决定对赵某甲抢劫案立案侦查。\n2021年3月4日"], {"filed_before_report"}),
    ("拘留早于立案", ["立案决定书\n决定对赵某甲抢劫案立案侦查。\n2021年3月9日", "拘留证\n兹决定对赵某甲执行拘留。\n2021年3月6日"], {"detained_before_filing"}),
    ("先受案，再立案，再拘留", ["受案登记表\n报案人：钱某乙\n2021年3月5日", "立案决定书\n决定立案侦查。\n2021年3月6日", "拘留证\n兹决定对赵某甲执行拘留。\n2021年3月7日"], set()),
    ("检材重量多于扣押的全部", [seized("白色晶体一袋，净重9.87克"), opinion("检材：白色晶体，净重12.30克")], {"sample_weight"}),
    ("检材重量与扣押的相同", [seized("白色晶体一袋，净重9.87克"), opinion("检材：白色晶体，净重9.87克")], set()),
    ("只取一部分送检、有取样笔录的，重量不同不列", [seized("白色晶体一袋，净重9.87克"), seized("从中取样", "取样笔录"), opinion("检材：白色晶体，净重1.02克")], set()),
    ("检材编号不在扣押编号之中", [seized("白色晶体一袋，检材编号A2021-07"), opinion("检材编号A2021-09，白色晶体")], {"sample_mark"}),
    ("检材编号一致", [seized("白色晶体一袋，检材编号A2021-07"), opinion("检材编号A2021-07，白色晶体")], set()),
    ("刀长不一", [seized("水果刀一把，全长15厘米"), opinion("水果刀全长23厘米")], {"object_size"}),
    ("刀长差在测量误差以内", [seized("水果刀一把，全长23厘米"), opinion("水果刀全长23.2厘米")], set()),
    ("送检早于扣押", [seized("水果刀一把", day="2021年3月12日"), opinion("水果刀一把")], {"sent_before_taken"}),
    ("同日的扣押笔录与清单数量不一", [seized("水果刀一把"), seized("当场扣押水果刀两把", "扣押笔录")], {"object_number"}),
    ("一个身份证号码两个姓名", [heard(more="\n身份证号码 990101199001021234"), heard(n=2, day=12, who="孙某丙", more="\n身份证号码 990101199001021234")], {"one_id_two_names"}),
    ("一人两个身份证号码", [heard(more="\n身份证号码 990101199001021234"), heard(n=2, day=12, more="\n身份证号码 990101199001021253")], {"one_name_two_ids"}),
    ("赵某与赵某甲按两人处理并且提示", [heard(), heard(n=2, day=12, who="赵某")], {"names_alike"}),
    ("判决书自己前后矛盾", ["青岭省云河县人民法院\n刑事判决书\n（2021）青0199刑初77号\n被告人赵某甲，男。\n经审理查明：2021年1月3日，被告人赵某甲盗窃。\n本院认为，其行为构成盗窃罪。判决如下：\n被告人赵某甲犯盗窃罪，判处拘役四个月（刑期自2021年9月20日起至2021年5月19日止）。\n审判长 吴某\n二〇二一年五月二十日\n书记员 王某"], {"inside"}),
]  # fmt: skip


def draft(papers, tmp_path):
    room = tmp_path / "案卷"
    room.mkdir()
    (room / "卷.txt").write_text("\f".join(papers), encoding="utf-8")
    return build(read_folder(room, Store(tmp_path / "s"), ocr=False), "卷", "2026-01-01T10:00")


@pytest.mark.parametrize(("why", "papers", "codes"), TABLE, ids=[row[0] for row in TABLE])
def test_文书间的不一致(why, papers, codes, tmp_path):
    made = draft(papers, tmp_path)
    assert {one.code for one in made.mismatches} == codes, why
    pages = {
        f"{one.volume.source.name} {piece.page.label}": piece.page.text
        for one in made.documents
        for piece in one.pieces
    }
    for one in made.mismatches:
        assert one.sides
        for side in one.sides:
            assert " ".join(pages[side.where][side.start : side.end].split())[:120] == side.quote


def values(made, path):
    kind, field = path.split(".")
    return {one.subject: one.value for one in made.log.assertions() if (one.kind, one.field) == (kind, field)}


def test_同一询问人同一时段询问两名证人_规则读得到(tmp_path):
    made = draft([asked(), asked(who="吴某", start="9时30分", end="10时10分", recorder="郑某")], tmp_path)
    assert list(values(made, "inquiry.same_time_same_officer").values()) == [True, True]


def test_检材不一致_规则读得到(tmp_path):
    made = draft([seized("白色晶体一袋，检材编号A2021-07"), opinion("检材编号A2021-09，白色晶体")], tmp_path)
    assert list(values(made, "appraisal.sample_mismatch").values()) == [True]


def test_入所以后在别处讯问_写明当时已在押(tmp_path):
    check = "入所健康检查表\n姓名 赵某甲 性别 男\n体表检查：无伤。\n2021年3月7日"
    made = draft(
        [heard(place="青岭县公安局办案区讯问室"), heard(n=2, day=6, place="青岭县公安局办案区讯问室"), check],
        tmp_path,
    )
    titles = values(made, "item.title")
    held = {
        titles[subject.removesuffix("-interrogation")]: value
        for subject, value in values(made, "interrogation.in_custody").items()
    }
    assert held == {"赵某甲讯问笔录（第1次）": True}


def test_两次提讯之间没有登记的讯问_登记与笔录不符(tmp_path):
    made = draft(
        [
            heard(day=11),
            heard(n=2, day=10),
            heard(n=3, day=12, start="15时10分", end="18时"),
            LOG.format(why="讯问"),
        ],
        tmp_path,
    )
    titles = values(made, "item.title")
    told = {
        titles[subject.removesuffix("-interrogation")]: value
        for subject, value in values(made, "interrogation.extraction_log_conflicts").items()
    }
    assert told == {
        "赵某甲讯问笔录（第1次）": True,
        "赵某甲讯问笔录（第2次）": False,
        "赵某甲讯问笔录（第3次）": False,
    }


def test_笔录写明的曾用名归入同一人(tmp_path):
    made = draft([heard(more="\n曾用名 赵小甲"), heard(n=2, day=12, who="赵小甲")], tmp_path)
    assert list(values(made, "accused.name").values()) == ["赵某甲"]
    assert list(values(made, "accused.aliases").values()) == [("赵小甲",)]
    assert set(values(made, "item.speaker").values()) == {"A1"}


@pytest.mark.parametrize(
    ("text", "said"),
    [("根据犯罪嫌疑人赵某甲的供述，在河堤垃圾桶内起获水果刀一把", [True]), ("在犯罪嫌疑人赵某甲的指认下，打捞出水果刀一把", [True]), ("在现场提取水果刀一把", [])],
)  # fmt: skip
def test_笔录写明根据供述起获的_记入隐蔽性证据审查(text, said, tmp_path):
    made = draft([seized(text, "扣押笔录")], tmp_path)
    assert list(values(made, "hidden.from_statement").values()) == said
