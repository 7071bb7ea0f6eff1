"""看守所 and recordings: 提讯提解证, 入所健康检查表, 讯问录音录像说明."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from benchmarks.planted_files.family_yi.model import day, full
from benchmarks.planted_files.family_yi.story import Case
from benchmarks.planted_files.family_yi.talks import Sitting

MINUTE = timedelta(minutes=1)


def log(case: Case, sittings: list[Sitting]) -> None:
    """提讯提解证 as a text table: each interrogation in the detention centre."""
    paper = case.paper("law", "提讯提解证", "提讯提解证", case.rng.choice(("utf8", "gbk")))
    paper.title("提讯提解证")
    paper.p(
        f"犯罪嫌疑人：{case.accused.name}　性别：{case.accused.sex}　涉嫌：{case.plot.charge}　羁押："
        f"{case.jail}　入所：{full(case.t.entry)}"
    )
    rows = [["序号", "提讯（解）时间", "回所（还押）时间", "事由", "地点", "提讯（解）人", "看守民警"]]
    wards = ("莫", "万", "柳", "江")
    for sitting in sittings:
        if sitting.start < case.t.entry:
            continue
        start, end = sitting.start, sitting.end
        why, place = "讯问", "所内讯问室"
        if sitting.number == 2 and case.has("log_disagrees"):
            shift = case.rng.choice((-1, 1)) * case.rng.randint(75, 140) * MINUTE
            start, end = start + shift, end + shift
            paper.plant(
                "log_disagrees", f"第二次讯问笔录写{full(sitting.start)}开始，提讯登记写{full(start)}提出"
            )
        if sitting.number == 3 and case.has("outside_detention"):
            why, place = "讯问（提解出所）", "刑侦部门办公楼"
            start, end = start - 45 * MINUTE, end + 50 * MINUTE
        rows.append(
            [
                str(len(rows)),
                full(start),
                full(end),
                why,
                place,
                "、".join(sitting.officers),
                case.rng.choice(wards) + "警官",
            ]
        )
    paper.table(rows)
    paper.right(f"{case.bureau}（印）", day(case.t.entry))


def health(case: Case) -> None:
    """入所健康检查表 as a table: clean, with an old scar that is explained, or with the planted injury."""
    t = case.t
    paper = case.paper("law", "入所健康检查表", "入所健康检查表", "docx")
    rng = case.rng
    skin = rng.choice(("体表未见外伤、瘀斑、破损", "未见新鲜外伤", "全身皮肤完整，无伤痕"))
    told = "无外伤史，无不适"
    if case.has("injury_at_entry"):
        skin = rng.choice(
            (
                "左眼眶青紫约3×2cm，右前臂条状瘀痕两处，长4cm、6cm",
                "双手腕环形皮下出血，腰背部片状青紫约8×5cm",
                "右颧部肿胀青紫约4×3cm，左大腿外侧瘀斑约7×4cm",
            )
        )
        told = rng.choice(("问其成因，沉默不答", "自述“不小心碰的”，何时何处碰的讲不清"))
        paper.plant("injury_at_entry", f"入所检查记“{skin}”，成因不明，没有照片和说明")
    elif case.plot.charge == "强奸":
        skin = "颈部右侧两道浅表旧抓痕，已结痂脱落，余未见异常"
        told = "自述系案发当晚被本案被害人所抓（与其供述一致），到案后无外伤"
    elif rng.random() < 0.3:
        skin = "左小腿一处陈旧性瘢痕约5cm，表面光滑，余未见外伤"
        told = "自述系幼年摔伤缝合所留，与办案无关"
    paper.title("入所健康检查表")
    paper.table(
        [
            ["姓名", case.accused.name, "性别", case.accused.sex, "入所时间", full(t.entry)],
            [
                "血压",
                f"{rng.randint(112, 134)}/{rng.randint(70, 86)}mmHg",
                "心率",
                f"{rng.randint(66, 88)}次/分",
                "体温",
                f"36.{rng.randint(2, 8)}℃",
            ],
            ["心肺", "未闻异常", "腹部", "平软", "B超、胸片", "未见明显异常"],
            ["体表检查", skin],
            ["本人自述", told],
            ["既往病史、传染病", "无"],
            ["检查结论", "符合收押条件"],
            ["检查医生", f"{case.doctor}（签名）"],
            ["送押民警", "、".join(case.officers[2:4])],
            ["被检查人", f"{case.accused.name}（签名、捺指印）"],
        ]
    )
    paper.right(f"{case.jail}卫生所　{day(t.entry)}")
    paper.note("检查时间", t.entry)
    paper.note("体表检查", skin)


def recordings(case: Case, sittings: list[Sitting]) -> None:
    """讯问录音录像说明: each interrogation of the police with its hours and its file."""
    paper = case.paper("note", "录音录像说明", "讯问同步录音录像情况说明", case.mixed())
    paper.title("关于讯问同步录音录像的情况说明")
    police = [sitting for sitting in sittings if sitting.number < 5]
    paper.p(
        f"犯罪嫌疑人{case.accused.name}涉嫌{case.plot.charge}一案，我{case.squad[-2:]}对其讯问{len(police)}次，"
        "录音录像情况如下："
    )
    rows = [["次序", "录制起", "录制止", "文件名", "校验值（MD5）"]]
    for sitting in police:
        if sitting.number == 2 and case.has("no_recording"):
            rows.append(["第2次", "—", "—", "未录制（设备检修）", "—"])
            continue
        name = f"{sitting.start:%Y%m%d%H%M}_{sitting.number}.mp4"
        digest = hashlib.md5(f"{case.seed}{name}".encode(), usedforsecurity=False).hexdigest()
        rows.append([f"第{sitting.number}次", full(sitting.start), full(sitting.end), name, digest])
    paper.table(rows)
    if case.has("no_recording"):
        paper.p(
            "第二次讯问因讯问室录制设备检修，未能同步录音录像，其余各次为全程不间断录制，已刻盘随案移送。"
        )
        paper.plant("no_recording", "可能判处无期徒刑以上刑罚的案件，第二次讯问没有录音录像")
    else:
        paper.p(
            "上述讯问均全程、不间断录制，录制起止时间与笔录一致，未剪接、删改，已刻录光盘两张，封存一张，随案移送一张。"
        )
    paper.right(
        f"说明人：{case.officers[0]}（签名）　{case.officers[1]}（签名）",
        f"{case.squad}（印）",
        day(case.t.concluded),
    )
