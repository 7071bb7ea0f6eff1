"""Read the words people use for amounts, causes, kinds and dates in a flat record of facts."""

from __future__ import annotations

import re
from datetime import date, datetime

from gaoyao.procedure.counting import Length
from gaoyao.procedure.model import Cause, Excluded, Value

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_NUMBER = r"(\d+|[一二两三四五六七八九十]+)"
_AMOUNT = re.compile(rf"{_NUMBER}\s*个?(半)?(个工作日|工作日|个半月|月|日|天|年|小时|时)(半)?")

_CAUSES = (
    ("补侦", Cause.SUPPLEMENT), ("补充侦查", Cause.SUPPLEMENT), ("补充调查", Cause.SUPPLEMENT), ("退补",
        Cause.SUPPLEMENT),
    ("指定管辖", Cause.DESIGNATED), ("管辖", Cause.JURISDICTION), ("发回", Cause.REMAND), ("转", Cause.CONVERSION),
    ("重大职务", Cause.LIUZHI), ("国家监委", Cause.LIUZHI), ("另有", Cause.NEW_CRIME), ("重要罪行", Cause.NEW_CRIME),
    ("新罪", Cause.NEW_CRIME), ("身份", Cause.IDENTITY), ("重新办理", Cause.REDECIDED), ("续保", Cause.REDECIDED),
    ("重新决定", Cause.REDECIDED), ("继续取保", Cause.REDECIDED), ("继续监视", Cause.REDECIDED),
)  # fmt: skip
_KINDS = (
    ("精神", Excluded.PSYCHIATRIC), ("中止", Excluded.STAY), ("阅卷", Excluded.FILE_REVIEW), ("查阅",
        Excluded.FILE_REVIEW),
    ("决定", Excluded.DECISION), ("羁押", Excluded.DETAINED), ("障碍", Excluded.OBSTACLE), ("不可抗力",
        Excluded.OBSTACLE),
    ("鉴定", Excluded.OTHER_APPRAISAL), ("审计", Excluded.OTHER_APPRAISAL),
)  # fmt: skip
_VALUES: dict[str, tuple[tuple[str, Value], ...]] = {
    "doc": (("判决", "判决"), ("裁定", "裁定")),
    "procedure": (("简易", "简易"), ("速裁", "速裁"), ("普通", "普通"), ("ordinary", "普通"), ("summary", "简易"),
        ("fast", "速裁")),
    "measure": (("取保", "取保候审"), ("监视", "监视居住"), ("监居", "监视居住"), ("bail", "取保候审")),
    "case_subtype": (
        ("流窜", "流窜作案"), ("多次", "多次作案"), ("结伙", "结伙作案"), ("无", False), ("普通", False), ("一般", False),
        ("单人", False), ("其他", False), ("none", False),
    ),
    "crime_type": (
        ("国家安全", "危害国家安全犯罪"), ("危安", "危害国家安全犯罪"), ("恐怖", "恐怖活动犯罪"), ("其他", "其他"), ("普通", "其他"),
    ),
    "pronounced": (("当庭", "当庭"), ("定期", "定期")),
    "non_arrest_ground": (
        ("证据不足", "其他"), ("社会危险", "其他"), ("无犯罪事实", "应当撤案"), ("没有犯罪事实", "应当撤案"),
        ("16", "应当撤案"), ("十六", "应当撤案"), ("非本人", "应当撤案"), ("不是", "应当撤案"),
    ),
    "stage": (("侦查", "侦查"), ("审查起诉", "审查起诉"), ("审判", "审判"), ("一审", "审判"), ("二审", "审判")),
}  # fmt: skip


_GROUNDS = frozenset((
    "特殊情况", "特殊", "案情复杂", "重大复杂", "重大、复杂", "复杂", "可能判处死刑", "可能判死刑", "死刑", "附带民事诉讼", "附带民诉",
    "四类案件", "十年以上", "至", "增加", "一次",
))  # fmt: skip


class UnreadableError(ValueError):
    """A value of a flat record that cannot be read; the message names the value and what is expected."""


def number(text: str) -> int:
    """Arabic or Chinese numerals up to 九十九; raises `UnreadableError` for what is not a number (十十)."""
    if text.isdigit():
        return int(text)
    head, ten, tail = text.partition("十")
    try:
        if not ten:
            return _DIGITS[text]
        return (_DIGITS[head] if head else 1) * 10 + (_DIGITS[tail] if tail else 0)
    except KeyError:
        raise UnreadableError(f"“{text}”不是数字；可写阿拉伯数字或者一至九十九") from None


def _one_amount(found: re.Match[str]) -> Length:
    count, unit = number(found[1]), found[3]
    half = int(bool(found[2] or found[4] or unit == "个半月"))
    if "工作日" in unit:
        return Length(working_days=count)
    if unit in ("月", "个半月"):
        return Length(months=count, half_months=half)
    if unit == "年":
        return Length(years=count, months=6 * half)
    return Length(hours=count) if "时" in unit else Length(days=count)


def amount_in(text: str) -> Length | None:
    """The first length in `text`: 2个月, 三日, 一个半月, 3个工作日, 一年六个月; None when there is none."""
    text = re.sub(r"[一二三四五六七八九十\d]+[至到—-](?=[一二三四五六七八九十\d])", "", text)
    found = _AMOUNT.search(text)
    if found is None:
        return Length(half_months=1) if "半个月" in text or "半月" in text else None
    total = _one_amount(found)
    while following := _AMOUNT.match(text.removeprefix(text[: found.end()]).lstrip("又零加")):
        text = text.removeprefix(text[: found.end()]).lstrip("又零加")
        found = following
        total = total + _one_amount(found)
    return total


def body_in(text: str) -> str:
    """What remains of "上一级检察院1个月" when the amount and filler words are taken off."""
    rest = re.sub(r"（.*?）|\(.*?\)|第?\d{3}条", "", text)
    rest = _AMOUNT.sub("", rest)
    rest = rest.strip(" ：:（）()，。+＋")
    before = None
    while before != rest:
        before = rest
        rest = re.sub(
            r"^(报请|经|报|再次|再|延长)|(批准或者决定|批准或决定|批准|决定|再次延长|再延长|延长|再延|再)$",
            "",
            rest,
        )
    rest = rest.strip(" ：:（）()，。+＋")
    return "" if rest in _GROUNDS else rest


def article_in(text: str) -> str | None:
    """The article of an investigation extension that `text` names (156, 158, 159), else None."""
    found = re.search(r"(?<!\d)(156|158|159)(?!\d)", text)
    return found[1] if found else None


def cause_in(text: str) -> Cause:
    """The cause of a restart named in `text`; raises `UnreadableError` for an unknown one."""
    for word, cause in _CAUSES:
        if word in text:
            return cause
    raise UnreadableError(f"不认识的重新计算事由“{text}”；可写：" + "、".join(cause.label for cause in Cause))


def kind_in(text: str) -> Excluded:
    """The kind of time not counted named in `text`; raises `UnreadableError` for an unknown one."""
    for word, kind in _KINDS:
        if word in text:
            return kind
    raise UnreadableError(f"不认识的扣除事由“{text}”；可写：" + "、".join(kind.label for kind in Excluded))


def value_of(name: str, raw: object) -> Value:
    """The value of the attribute `name` that `raw` means; raises `UnreadableError` otherwise."""
    if raw is False and name == "case_subtype":
        return False
    for word, value in _VALUES[name]:
        if isinstance(raw, str) and word in raw:
            return value
    known = "、".join(dict.fromkeys(str(value) for _, value in _VALUES[name]))
    raise UnreadableError(f"“{name}”的值 {raw!r} 读不懂；可写：{known}")


def truth_of(name: str, raw: object) -> bool:
    """yes/no in any of the usual forms; raises `UnreadableError` otherwise (null is not no)."""
    table = {
        "true": True,
        "false": False,
        "是": True,
        "否": False,
        "在押": True,
        "未在押": False,
        "未羁押": False,
        "羁押": True,
    }
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.strip().lower() in table:
        return table[raw.strip().lower()]
    raise UnreadableError(f"“{name}”应当是 是/否（true/false），收到 {raw!r}")


def moment_of(name: str, raw: object) -> date | datetime:
    """An ISO date, or date and time; raises `UnreadableError` otherwise."""
    if isinstance(raw, str):
        try:
            return (
                datetime.fromisoformat(raw)
                if "T" in raw or " " in raw.strip()
                else date.fromisoformat(raw.strip())
            )
        except ValueError:
            pass
    raise UnreadableError(f"“{name}”应当是日期（2025-03-01 或者 2025-03-01T09:30），收到 {raw!r}")


def day_of(name: str, raw: object) -> date:
    """An ISO date; a time is dropped."""
    moment = moment_of(name, raw)
    return moment.date() if isinstance(moment, datetime) else moment


def spans_of(name: str, raw: object) -> list[tuple[date | None, date | None, int | None, str]]:
    """Periods in any usual form: [a, b], [[a, b], …], {"from", "to", "kind"}, a number of days."""
    if isinstance(raw, bool):
        raise UnreadableError(f"“{name}”应当写起止日，收到 {raw!r}")
    if isinstance(raw, int):
        return [(None, None, raw, "")]
    if isinstance(raw, dict):
        first = raw.get("from") or raw.get("start") or raw.get("first")
        last = raw.get("to") or raw.get("end") or raw.get("last")
        word = str(raw.get("kind") or raw.get("cause") or raw.get("reason") or raw.get("type") or "")
        if first is None and isinstance(raw.get("days"), int):
            return [(None, None, raw["days"], word)]
        return [(day_of(name, first), day_of(name, last) if last else None, None, word)]
    if (
        isinstance(raw, list)
        and len(raw) == 2
        and isinstance(raw[0], str)
        and (raw[1] is None or isinstance(raw[1], str))
    ):
        return [(day_of(name, raw[0]), day_of(name, raw[1]) if raw[1] else None, None, "")]
    if isinstance(raw, list) and raw:
        return [one for part in raw for one in spans_of(name, part)]
    raise UnreadableError(f"“{name}”应当是 [起, 止]、若干 [起, 止] 或者日数，收到 {raw!r}")
