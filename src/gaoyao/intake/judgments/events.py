"""Find the dated steps of the proceedings: indictment, hearings, adjournments, remands — and exclusion motions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gaoyao.intake.judgments.arguments import Argument
from gaoyao.intake.judgments.numerals import make_date
from gaoyao.intake.judgments.replies import Reply
from gaoyao.intake.judgments.sections import Parts


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the proceedings in the cleaned text; `date` is ISO or None when not stated."""

    kind: str
    date: str | None
    start: int
    end: int


_DAY = r"(?:(?:(?:19|20)\d\d年|同年|次年|当年)?\d{1,2}月\d{1,2}日|(?:同月|当月)?\d{1,2}日|(?:同|当|次)日)"
_STEPS = re.compile(
    rf"(?P<days>{_DAY}(?:(?:至|[、，和及])(?:于)?{_DAY})*)(?P<between>[^。；\n]{{0,40}}?)"
    r"(?P<what>提起公诉|开庭|延期审理|恢复审理|中止审理|补充侦查|立案受理|重新审判|重新审理|召开(?:了)?庭前会议|变更起诉|追加起诉|撤回起诉)"
)
_UNDATED = re.compile(r"(?P<what>发回[^。；\n]{0,24}重新?审|补充侦查|延期审理|中止审理|庭前会议)")
_NAMES = {"提起公诉": "起诉", "开庭": "开庭", "延期审理": "延期审理", "恢复审理": "恢复审理", "中止审理": "中止审理", "补充侦查": "补充侦查", "立案受理": "受理",
          "重新审判": "发回重审", "重新审理": "发回重审", "变更起诉": "变更起诉", "追加起诉": "追加起诉", "撤回起诉": "撤回起诉"}  # fmt: skip
_ONE = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<same>同年|次年|当年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
)


def find_steps(parts: Parts) -> list[Step]:
    """Steps told in the course of the proceedings, in order of the text."""
    text = parts.text
    start = parts.get("proceedings")[0]
    end = max(parts.get("proceedings")[1], parts.get("header")[1])
    if not parts.get("proceedings")[1]:
        end = parts.get("accusation")[1] or parts.get("found")[0] or end
    steps: list[Step] = []
    year = month = None
    for match in _STEPS.finditer(text, start, end):
        name = _NAMES.get(match.group("what"), "庭前会议")
        before = re.findall(r"((?:19|20)\d\d)年", text[start : match.start("days")])
        year = int(before[-1]) if before else year
        months = re.findall(r"(\d{1,2})月\d", text[start : match.start("days")])
        month = int(months[-1]) if months else month
        for one in _ONE.finditer(text, match.start("days"), match.end("days")):
            year = int(one["year"]) if one["year"] else year + 1 if one["same"] == "次年" and year else year
            month = int(one["month"]) if one["month"] else month
            iso = make_date(str(year), str(month), one["day"]) if year and month else None
            if iso:
                steps.append(Step(name, iso, one.start(), match.end()))
    known = {step.kind for step in steps}
    for match in _UNDATED.finditer(text, start, end):
        kind = "发回重审" if match.group("what").startswith("发回") else match.group("what")
        if kind not in known:
            steps.append(Step(kind, None, match.start(), match.end()))
            known.add(kind)
    return steps


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion to exclude evidence as the document tells it."""

    by: str | None
    target: str | None
    ground: str | None
    result: str | None
    start: int
    end: int


_ILLEGAL = re.compile(
    r"非法证据|刑讯|诱供|逼供|疲劳审讯|威胁[^。，]{0,6}取得|(?:申请|请求|要求|应当?|依法)(?:予以|依法)?排除[^。；]{0,24}(?:供述|笔录|证据|鉴定)?|(?:供述|笔录|证据)[^。；，]{0,16}(?:应当?|依法|应予|予以)排除|收集证据的非法性|(?:非法|违法)(?:取证|取得|收集)|排除非法"
)
_NO_MOTION = re.compile(
    r"排除[^。；]{0,16}(?:可能|合理怀疑|嫌疑)|不(?:存在|能)[^。，]{0,8}(?:刑讯|诱供)|(?:没有|无|未)[^。，]{0,4}(?:刑讯|诱供|逼供)|防止|排除妨害"
)
_TARGET = re.compile(
    r"(?:讯问笔录|有罪供述|庭前供述|供述笔录|供述|辨认笔录|搜查笔录|扣押笔录|鉴定意见|鉴定书|证言|同步录音录像|电子数据|物证)"
)
_GROUND = re.compile(
    r"刑讯逼供|诱供|指供|逼供|威胁|引诱|疲劳审讯|取证程序违法|程序违法|非法取证|没有(?:同步)?录音录像|收集证据的非法性|取证非法"
)
_EXCLUDED = re.compile(
    r"(?<!不)予以排除|依法排除|不(?:得|能)作为(?:本案)?(?:定案|认定案件|裁判)的?(?:根据|依据)|(?:该|上述)[^。，]{0,10}(?:供述|笔录|证据)[^。，]{0,6}(?:不予采[信纳]|排除)"
)


def find_motion(parts: Parts, arguments: list[Argument], replies: Mapping[int, Reply]) -> Motion | None:
    """The motion to exclude illegal evidence, with the ruling; None when the document tells of none."""
    asked = [
        (i, a) for i, a in enumerate(arguments) if _ILLEGAL.search(a.text) and not _NO_MOTION.search(a.text)
    ]
    if asked:
        told = "".join(a.text for _, a in asked)
        speakers = "、".join(dict.fromkeys(a.by for _, a in asked))
        result = _ruling(parts, [replies[i] for i, _ in asked if i in replies])
        target, ground = _TARGET.search(told), _GROUND.search(told)
        first = asked[0][1]
        return Motion(
            speakers,
            target.group() if target else None,
            ground.group() if ground else None,
            result,
            first.start,
            first.end,
        )
    start, end = parts.get("reasons")
    match = re.compile(
        r"(?:辩护人|被告人|上诉人)[^。]{0,40}(?:申请|提出|要求)[^。]{0,30}(?:非法证据|排除非法|刑讯逼供)[^。]{0,80}"
    ).search(parts.text, start, end)
    if not match or _NO_MOTION.search(match.group()):
        return None
    result = (
        "rejected"
        if re.search(r"不予|不成立|理由不足|驳回", parts.text[match.start() : match.end() + 60])
        else _ruling(parts, [])
    )
    speaker = re.match(r"辩护人|被告人|上诉人", match.group())
    return Motion(speaker.group() if speaker else None, None, None, result, match.start(), match.end())


def _ruling(parts: Parts, replies: list[Reply]) -> str | None:
    if replies:
        reply = replies[0]
        if _EXCLUDED.search(parts.text, reply.start, reply.end):
            return "excluded"
        return {"rejected": "rejected", "accepted": "excluded", "partly": "partly"}[reply.result]
    found = _EXCLUDED.search(parts.body("found") + parts.body("reasons"))
    return "excluded" if found and "非法" in (parts.body("found") + parts.body("reasons")) else None
