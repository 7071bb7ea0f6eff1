"""Passages that two records share word for word, beyond the phrases of the form (proof model C3.6).

Reported as fact, to be explained: so many lines are identical, the longest common passage is this.  Never a
percentage.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LEAST = 32
"""A common run of characters within one answer is looked for from this length on: an address, a usual formula of
courtesy and a short answer are shorter.  Ours."""
LONE = 56
"""Where only one passage is common it is reported from this length on: nobody says so much twice in the same words.  Ours."""
WHOLE = 14
"""An answer of this length that stands in both records word for word counts towards TOTAL.  Ours."""
TOTAL = 50
"""Two or more whole answers that are the same are reported when they have this many characters together.  Ours."""
LINE = 8
"""A line shorter than this says too little to count as copied.  Ours."""
CROWD = 64
"""A fragment that stands at more places than this is a formula; it starts no search."""
_ASKS = ("问", "？", "?")
_APART = 0xF0000
"""Private characters between the lines, of each record its own, so that no run goes over the end of a line."""
FORM = (
    "你的姓名", "姓名出生", "出生日期", "身份证", "户籍", "现住址", "文化程度", "工作单位", "联系电话", "家庭情况", "权利义务", "诉讼权利", "告知书", "是否申请回避",
    "有无申请回避", "听清楚了吗", "看清楚了吗", "如实回答", "如实供述", "我们是", "出示证件", "工作证件", "以上笔录", "以上所述", "和我说的相符", "我看过", "与我说的一致",
    "捺指印", "按指印", "以上记录", "还有什么补充", "没有补充", "曾受过", "前科", "是否受过刑事处罚", "人大代表", "政协委员", "认罪认罚", "被询问人", "被讯问人",
)  # fmt: skip


_USUAL = re.compile(
    r"姓名|基本情况|自然情况|个人(?:情况|简历)|简历|身份|介绍一?下(?:你|自己)|家庭|家里(?:都)?有|住址|住在哪|籍贯|文化|职业|前科|处罚|处分|人大代表|政协|党员|回避|权利|义务|律师|辩护|身体|疾病|健康|吸毒|怀孕|补充"
    r"|属实|是否真实|笔录|刑讯|逼供|诱供|威胁、?引诱|饮食|休息|听清|明白|清楚(?:吗|了|没)|认罪认罚|自愿|态度|认识|悔|还有(?:什么|没有|别的)|通知(?:你的?)?家属|手机号|联系(?:方式|电话)|告知|作证|如实|伪证|语言|翻译|录音录像"
)
"""Questions of the form: what is answered to them is alike in every record of a person, and tells nothing of the deed."""
_ABOUT_SELF = re.compile(
    r"我叫|出生|汉族|文化|年级|毕业|读书|上学|小学|初中|高中|务工|打工|结婚|离婚|未婚|父亲|母亲|妻子|丈夫|儿子|女儿|户口|居住|住在|从业|职业|住[\u4e00-\u9fff]{2,12}(?:村|号|室|街|路)"
)
_RIGHTS = re.compile(r"权利|义务|律师|回避|伪证|如实|法律责任|从宽|认罪|属实|看清|听清|明白|清楚|笔录")


@dataclass(frozen=True, slots=True)
class Shared:
    """What two records share: their keys, identical lines, the longest common run and its length in characters."""

    one: int
    other: int
    lines: int
    longest: str
    length: int


def body(text: str) -> list[str]:
    """The answers and statements of a record that tell something, normalised (width, blanks, punctuation, 问 and 答).

    Questions are the officer's: that two are alike says nothing of the answers.  Phrases of the form, answers to the usual
    questions about the person and his rights, and what people say of themselves are left out.
    """
    kept = []
    asked = ""
    for raw in text.splitlines():
        if raw.strip()[:1] in _ASKS:
            asked = raw
            continue
        line = "".join(char for char in unicodedata.normalize("NFKC", raw) if char.isalnum())
        line = line[1:] if line[:1] in "问答" else line
        usual = (
            _USUAL.search(asked)
            or len(set(_ABOUT_SELF.findall(line))) > 1
            or len(set(_RIGHTS.findall(line))) > 1
        )
        if line and not usual and not any(phrase in line for phrase in FORM):
            kept.append(line)
    return kept


def shared(records: Mapping[int, str]) -> list[Shared]:
    """Every pair of records that share a passage of LONE characters within one answer, or several whole answers of TOTAL
    characters together; in order of their keys, with the number of lines that are identical."""
    bodies = {key: body(text) for key, text in records.items()}
    lines = same_lines(bodies)
    runs = longest_runs({key: chr(_APART + n).join(own) for n, (key, own) in enumerate(bodies.items())})
    found = []
    for one, other in sorted({*runs, *lines}):
        both = {line for line in bodies[one] if len(line) >= WHOLE} & set(bodies[other])
        longest = max((runs.get((one, other), ""), *sorted(both)), key=len)
        if len(longest) >= LONE or (len(both) > 1 and sum(map(len, both)) >= TOTAL):
            found.append(Shared(one, other, lines.get((one, other), 0), longest, len(longest)))
    return found


def same_lines(bodies: Mapping[int, Iterable[str]]) -> dict[tuple[int, int], int]:
    """Pairs of records → how many different lines of at least LINE characters stand in both."""
    where: dict[str, set[int]] = defaultdict(set)
    for key, own in bodies.items():
        for line in own:
            if len(line) >= LINE:
                where[line].add(key)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for keys in where.values():
        ordered = sorted(keys)
        for n, one in enumerate(ordered):
            for other in ordered[n + 1 :]:
                counts[one, other] += 1
    return dict(counts)


def longest_runs(texts: Mapping[int, str], least: int = LEAST) -> dict[tuple[int, int], str]:
    """Pairs of records → the longest run of characters they share, where it has at least `least`.

    A run of that length holds a whole fragment of half its length that starts at a multiple of that half in the
    first record, so only those fragments are looked up; each hit is extended both ways.  Of equally long runs the
    first in the first record is given.
    """
    step = max(1, (least + 1) // 2)
    index: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for key in sorted(texts):
        text = texts[key]
        for at in range(0, len(text) - step + 1, step):
            index[text[at : at + step]].append((key, at))
    best: dict[tuple[int, int], tuple[int, int, str]] = {}
    for other in sorted(texts):
        text = texts[other]
        reached: dict[tuple[int, int], int] = {}
        for at in range(len(text) - step + 1):
            places = index.get(text[at : at + step], ())
            if len(places) > CROWD:
                continue
            for key, start in places:
                if key < other and reached.get((key, start - at), -1) < at:
                    first, last, run = _extended(texts[key], start, text, at, step)
                    reached[key, start - at] = last
                    if len(run) >= least and (len(run), -first) > best.get((key, other), (0, 0, ""))[:2]:
                        best[key, other] = (len(run), -first, run)
    return {pair: run for pair, (_, _, run) in best.items()}


def _extended(one: str, at: int, other: str, there: int, step: int) -> tuple[int, int, str]:
    """The whole common run around a fragment: its start in `one`, its end in `other`, its characters."""
    before = 0
    while before < min(at, there) and one[at - before - 1] == other[there - before - 1]:
        before += 1
    after = step
    while at + after < len(one) and there + after < len(other) and one[at + after] == other[there + after]:
        after += 1
    return at - before, there + after, one[at - before : at + after]
