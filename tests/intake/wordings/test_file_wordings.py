"""几份材料合起来才看得出的缺口：没有入卷的、说到而没有的、没有清单的、没有告知的、查获在先的、检材特征不同的。材料全部虚构。"""

import pytest

from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import read_folder
from gaoyao.intake.sources.store import Store

CLOSED = "起诉意见书\n青公诉字〔2023〕6号\n犯罪嫌疑人孙小满，男，1990年4月21日出生。\n经依法侦查查明：2023年3月5日22时许，犯罪嫌疑人孙小满窃取钱秋生手机一部。\n综上所述，犯罪嫌疑人孙小满的行为已触犯《中华人民共和国刑法》第二百六十四条之规定，涉嫌盗窃罪。\n青岭县公安局\n2023年5月1日"
HEARD = "讯问笔录（第{n}次）\n时间：2023年3月{day}日9时10分至11时20分\n地点：{place}\n讯问人：赵大海、李立平\n记录人：李立平\n被讯问人：孙小满  性别：男\n{words}\n以上笔录我看过，和我说的相符。\n被讯问人：孙小满（签名、捺印）\n讯问人：赵大海（签名） 李立平（签名）"
ASKED = "询问笔录\n时间：2023年3月{day}日9时10分至9时50分\n地点：青岭县东街\n询问人：吴一凡、郑文\n记录人：郑文\n被询问人：{who}\n问：你应当如实作证。\n答：好。\n{words}\n以上笔录我看过，和我说的相符。\n被询问人：{who}（签名）"
OPINION = "青岭市公安局物证鉴定所\nDNA鉴定书\n（青）公鉴（物）字〔2023〕18号\n一、委托单位：青岭县公安局\n二、受理日期：2023年3月20日\n三、检材：{sample}\n四、鉴定意见：检材与孙小满血样的基因型相同。\n鉴定人：郑武（签名）\n青岭市公安局物证鉴定所（鉴定专用章）\n2023年3月25日"
SEARCH = "搜查笔录\n时间：2023年3月8日9时10分至10时\n地点：青岭县东街1号\n侦查人员：赵大海、李立平\n见证人：周一\n搜查中于卧室抽屉内发现手机1部（黑色）、银行卡2张，带回处理。\n侦查人员：赵大海（签名）\n见证人：周一（签名）"
SEIZED = "扣押清单\n编号 名称 数量 特征\n1 手机 1部 黑色\n2 银行卡 2张\n持有人：孙小满（签名）\n2023年3月8日"
EXTRACTED = "提取笔录\n时间：2023年3月{day}日15时至15时40分\n地点：青岭县河堤\n侦查人员：赵大海、李立平\n见证人：周一\n在河堤第三个涵洞口的石板底下提取到尖刀1把（木柄，全长23厘米）。\n侦查人员：赵大海（签名）\n见证人：周一（签名）"
HID = "问：刀在哪里？\n答：我把刀塞在河堤第三个涵洞口的石板底下了。"
NOTICE = "鉴定意见通知书\n孙小满：\n我局对检材进行了鉴定，（青）公鉴（物）字〔2023〕18号意见是：检材与你的基因型相同。\n2023年3月28日"
NOTE = "情况说明\n{words}\n侦查人员：赵大海\n青岭县公安局\n2023年4月1日"
ROOM = "青岭县看守所讯问室"
BLOOD = "现场血迹1份"

FILES = [
    ("监控录像没有入卷", [NOTE.format(words="我队调取了路口监控录像，录像中的男子身高与孙小满不符，该录像没有入卷。")], {"kept_back"}),
    ("笔录未随案移送", [NOTE.format(words="证人周二的询问笔录因与在案证据不一致，未随案移送。")], {"kept_back"}),
    ("辨认记录未附卷", [NOTE.format(words="曾组织钱秋生辨认，未能辨认出孙小满，该次辨认的记录未附卷。")], {"kept_back"}),
    ("赃物没有移送不算", [NOTE.format(words="扣押的电动车已发还，赃款未随案移送。")], set()),
    ("录像已随案移送", [NOTE.format(words="讯问录像光盘已随案移送。")], set()),
    ("问到前天的笔录而卷内没有", [ASKED.format(day=12, who="钱秋生", words="问：你前天做过一份笔录，说的和今天不一样？\n答：我记错了。")], {"record_missing"}),
    ("问到上次的笔录而卷内有", [ASKED.format(day=10, who="钱秋生", words="问：说说。\n答：没看清。"), ASKED.format(day=12, who="钱秋生", words="问：你上次的笔录说没看清，现在呢？\n答：还是没看清。")], set()),
    ("说没有认出而卷内没有那次辨认", [ASKED.format(day=12, who="钱秋生", words="问：上次组织你辨认，你为什么没有认出来？\n答：当时没看清。")], {"record_missing"}),
    ("搜查发现的物品没有清单", [CLOSED, SEARCH], {"object_unlisted"}),
    ("搜查发现的物品有清单", [CLOSED, SEARCH, SEIZED], set()),
    ("侦查没有终结的不说没有清单", [SEARCH], set()),
    ("鉴定的尖刀没有提取材料", [CLOSED, SEARCH, SEIZED, NOTICE, OPINION.format(sample="1号：尖刀1把；2号：现场血迹1份。")], {"object_unlisted"}),
    ("鉴定意见没有告知", [CLOSED, OPINION.format(sample=BLOOD)], {"opinion_untold"}),
    ("鉴定意见有通知书", [CLOSED, OPINION.format(sample=BLOOD), NOTICE], set()),
    ("鉴定意见在讯问时告知", [CLOSED, OPINION.format(sample=BLOOD), HEARD.format(n=1, day=10, place=ROOM, words="问：现将DNA鉴定意见告知你，有无异议？\n答：没有。")], set()),
    ("先提取，后供述", [EXTRACTED.format(day=9), HEARD.format(n=1, day=10, place=ROOM, words=HID)], {"found_before_told"}),
    ("先供述，后提取", [EXTRACTED.format(day=12), HEARD.format(n=1, day=10, place=ROOM, words=HID)], set()),
    ("检材颜色不同", [SEIZED.replace("1 手机 1部 黑色", "手机1部（黑色）"), OPINION.format(sample="手机1部（白色）")], {"sample_description"}),
    ("检材数量多于提取", [EXTRACTED.format(day=12).replace("尖刀1把", "血迹棉签2支，尖刀1把"), OPINION.format(sample="血迹棉签5支")], {"sample_description"}),
    ("检材与提取的相同", [EXTRACTED.format(day=12), OPINION.format(sample="尖刀1把（木柄，全长23厘米）")], set()),
    ("粉末变成晶体", [SEIZED.replace("1 手机 1部 黑色", "白色粉末2包"), OPINION.format(sample="白色晶体2包")], {"sample_description"}),
]  # fmt: skip
MINE = {
    "kept_back",
    "record_missing",
    "object_unlisted",
    "opinion_untold",
    "found_before_told",
    "sample_description",
}


def drafted(papers, room):
    folder = room / "案卷"
    folder.mkdir()
    for number, text in enumerate(papers, 1):
        (folder / f"{number}材料.txt").write_text(text, encoding="utf-8")
    return build(read_folder(folder, Store(room / "store"), ocr=False), "案卷", "2026-01-01T10:00")


@pytest.mark.parametrize(("says", "papers", "codes"), FILES, ids=[row[0] for row in FILES])
def test_合起来才看得出的缺口(says: str, papers: list[str], codes: set[str], tmp_path) -> None:
    assert {one.code for one in drafted(papers, tmp_path).mismatches} & MINE == codes


def cell(made, field, number=1):
    found = [one.value for one in made.log.assertions() if f"{one.kind}.{one.field}" == field]
    return found[number - 1] if len(found) >= number else None


CELLS = [
    ("证人说辨认以前看过照片", [ASKED.format(day=12, who="钱秋生", words="问：辨认以前你见过他的照片吗？\n答：见过，来之前民警给我看过手机里的照片。"), "辨认笔录\n时间：2023年3月11日9时\n侦查人员：赵大海、李立平\n辨认人：钱秋生\n见证人：周一\n将12张男性照片混杂后由钱秋生辨认。"], "identification.seen_before", True),
    ("证人说没有看过", [ASKED.format(day=12, who="钱秋生", words="问：辨认以前你见过他的照片吗？\n答：没有见过。"), "辨认笔录\n时间：2023年3月11日9时\n侦查人员：赵大海、李立平\n辨认人：钱秋生\n见证人：周一\n将12张男性照片混杂后由钱秋生辨认。"], "identification.seen_before", None),
    ("另附的证书在鉴定以前过期", [OPINION.format(sample=BLOOD), "鉴定机构资格证书\n青岭市公安局物证鉴定所\n有效期：2015年3月1日至2020年2月28日"], "appraisal.agency_unqualified", True),
    ("另附的证书是别的鉴定项目", [OPINION.format(sample=BLOOD), "鉴定机构资格证书\n青岭市公安局物证鉴定所\n鉴定项目：声像资料鉴定\n有效期：2020年3月1日至2028年2月28日"], "appraisal.agency_unqualified", True),
    ("另附的证书是本项鉴定", [OPINION.format(sample=BLOOD), "鉴定机构资格证书\n青岭市公安局物证鉴定所\n鉴定项目：法医物证鉴定、痕迹鉴定\n有效期：2020年3月1日至2028年2月28日"], "appraisal.agency_unqualified", None),
    ("说明写第二次讯问没有录音录像", [HEARD.format(n=2, day=10, place=ROOM, words="问：说说。\n答：好。"), NOTE.format(words="第二次讯问因设备检修，未能同步录音录像。")], "interrogation.recorded", False),
    ("说明写全部讯问没有录音录像", [HEARD.format(n=1, day=10, place=ROOM, words="问：说说。\n答：好。"), NOTE.format(words="侦查期间对孙小满的讯问均没有同步录音录像。")], "interrogation.recorded", False),
    ("说明写录像中断", [HEARD.format(n=1, day=10, place=ROOM, words="问：说说。\n答：好。"), NOTE.format(words="第一次讯问的录音录像因断电中断二十分钟。")], "interrogation.recording_complete", False),
    ("说明写录像没有中断", [HEARD.format(n=1, day=10, place=ROOM, words="问：说说。\n答：好。"), NOTE.format(words="上述讯问均全程录音录像，未中断、未剪接。")], "interrogation.recording_complete", None),
    ("在看守所讯问以后又在办案区讯问", [HEARD.format(n=1, day=10, place=ROOM, words="问：说说。\n答：好。"), HEARD.format(n=2, day=15, place="青岭县公安局刑侦大队三楼办公室", words="问：说说。\n答：好。")], "interrogation.outside_premises", True),
    ("被讯问人不懂汉语", [HEARD.format(n=1, day=10, place=ROOM, words="问：你懂普通话吗？\n答：我不会说普通话。")], "accused.needs_interpreter", True),
]  # fmt: skip


@pytest.mark.parametrize(("says", "papers", "field", "value"), CELLS, ids=[row[0] for row in CELLS])
def test_别的材料说到的(says: str, papers: list[str], field: str, value: object, tmp_path) -> None:
    made = drafted(papers, tmp_path)
    found = [one.value for one in made.log.assertions() if f"{one.kind}.{one.field}" == field]
    assert (
        (value in found)
        if value is not None
        else not any(
            isinstance(one, bool) and one != (field != "identification.seen_before") for one in found
        )
    )
