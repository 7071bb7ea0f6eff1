"""The words and signs of the page: every state has a sign, a word and a colour, never a colour alone."""

from __future__ import annotations

from collections.abc import Iterable

from gaoyao.law.rule import Weight
from gaoyao.logic.frame import Source
from gaoyao.logic.reasons import leaves
from gaoyao.logic.truth import Truth
from gaoyao.review.model import FactState, Finding, Subject
from gaoyao.review.render.markup import Safe, tag
from gaoyao.review.standing import Rung

LONG = 260
"""Characters of a sentence beyond which it is condensed."""

Tone = str
"""A colour class of the page: bad, warn, note, calm, mute."""

WEIGHTS: dict[Weight, tuple[str, Tone]] = {
    Weight.MANDATORY: ("■", "bad"),
    Weight.EXPLAIN: ("▲", "warn"),
    Weight.RISK: ("◆", "note"),
    Weight.CLUE: ("◇", "mute"),
}
STATES: dict[FactState, tuple[str, Tone]] = {
    FactState.OBSTACLE: ("■", "bad"),
    FactState.OPEN: ("△", "warn"),
    FactState.NO_OBSTACLE: ("○", "calm"),
}
RUNGS: dict[Rung, tuple[str, Tone]] = {
    Rung.USABLE: ("○", "calm"),
    Rung.CURED: ("◎", "calm"),
    Rung.UNEXAMINED: ("▽", "warn"),
    Rung.PENDING: ("△", "warn"),
    Rung.CURABLE: ("▲", "warn"),
    Rung.GROUND_FOUND: ("◆", "warn"),
    Rung.NOT_BASIS: ("■", "bad"),
    Rung.EXCLUDED: ("×", "bad"),
    Rung.WITHDRAWN: ("□", "mute"),
}
RUNG_MEANINGS: dict[Rung, str] = {
    Rung.USABLE: "本次检查没有发现不得使用的情形",
    Rung.CURED: "原有瑕疵，补正或者合理解释已被接受",
    Rung.UNEXAMINED: "没有录入它是否用来证明不利于被告人的事实，取证是否合法的检查没有进行",
    Rung.PENDING: "能不能用，取决于还没有录入或者查明的内容",
    Rung.CURABLE: "有瑕疵，可以补正或者作出合理解释",
    Rung.GROUND_FOUND: "有应当排除的理由，等有权机关裁定",
    Rung.NOT_BASIS: "依所引条文，不得作为定案的根据",
    Rung.EXCLUDED: "案卷中已有排除的裁定",
    Rung.WITHDRAWN: "控方已撤回，不再作为证据",
}
BANDS: tuple[tuple[Truth, str], ...] = (
    (Truth.YES, "未见不得使用的情形"),
    (Truth.UNKNOWN, "能否使用尚未定"),
    (Truth.NO, "不能用来认定事实"),
)
WEIGHT_MEANINGS: dict[Weight, str] = {
    Weight.MANDATORY: "后果由所引条文规定，至少一条已与文本核对（没有核对的标“条号未核”），所依据的内容已由人录入或者确认。依法应当如此处理，由有权处理的人确认。",
    Weight.EXPLAIN: "条文提出了要求，或者所依据的内容还须人确认：处理时应当说明理由。",
    Weight.RISK: "不是法律规定的后果，只提醒注意；不能据此作出不利或者有利的认定。",
    Weight.CLUE: "统计上的线索，只供核对。",
}
TRUTHS: dict[Truth, tuple[str, str]] = {
    Truth.YES: ("●", "是"),
    Truth.NO: ("○", "否"),
    Truth.UNKNOWN: ("△", "不明"),
}


def badge(sign: str, words: str, tone: Tone) -> Safe:
    """A sign and its words in a tone."""
    return tag("b", f"{sign} {words}", class_=tone)


def state_badge(state: FactState) -> Safe:
    """未见障碍 / 待查 / 有障碍 with its sign."""
    sign, tone = STATES[state]
    return badge(sign, state.label, tone)


def rung_badge(rung: Rung) -> Safe:
    """A rung of the ladder with its sign."""
    sign, tone = RUNGS[rung]
    return badge(sign, rung.label, tone)


def content(subject: Subject) -> str:
    """What a subject says, without its kind and id: 证据 E1《讯问笔录》 → 讯问笔录."""
    name = subject.name
    cut = name.find(f" {subject.id}")
    if not subject.id or cut < 0:
        return name
    rest = name[cut + 1 + len(subject.id) :]
    for left, right in ("《》", "“”"):
        if rest.startswith(left) and rest.endswith(right) and len(rest) > 1:
            return rest[1:-1]
    return rest or name


def places(sources: Iterable[Source]) -> list[str]:
    """Addresses as a person reads them, file by file: 卷二第15页（15、18行）、未记页码（4行）｜案卷.yaml."""
    files: dict[str, dict[str, set[int]]] = {}
    for one in sources:
        if one.page or one.file:
            files.setdefault(one.file, {}).setdefault(one.page, set()).add(one.line)
    made = []
    for file, pages in files.items():
        spots = [
            _spot(page, lines - {0})
            for page, lines in sorted(pages.items(), key=lambda pair: (not pair[0], min(pair[1])))
        ]
        made.append("、".join(spots) + (f"｜{file}" if file else ""))
    return made


def _spot(page: str, lines: set[int]) -> str:
    known = _runs(sorted(lines))
    return (page or "未记页码") + (f"（{known}行）" if known else "")


def _runs(numbers: list[int]) -> str:
    """3、5至8、12."""
    runs: list[list[int]] = []
    for one in numbers:
        if runs and one == runs[-1][1] + 1:
            runs[-1][1] = one
        else:
            runs.append([one, one])
    return "、".join(str(a) if a == b else f"{a}、{b}" if b == a + 1 else f"{a}至{b}" for a, b in runs)


def told(one: Finding) -> str:
    """A finding's sentence; in a long one, subjects about which the same is said stand together, three by name."""
    if len(one.sentence) <= LONG:
        return one.sentence
    said: dict[tuple[str, int], tuple[str, dict[str, None]]] = {}
    for leaf in leaves(one.reason):
        if leaf.sentence in one.sentence:  # what the finding leaves out is left out here
            said.setdefault((leaf.kind, leaf.subject), (leaf.name, {}))[1].setdefault(leaf.sentence)
    groups: dict[tuple[bool, tuple[str, ...]], list[str]] = {}
    for key, (name, clauses) in said.items():
        groups.setdefault((key == (one.reason.kind, one.reason.subject), tuple(clauses)), []).append(name)
    parts = [
        ("" if own else f"{_several(names)}：") + "，".join(clauses)
        for (own, clauses), names in groups.items()
    ]
    return "；".join(parts) + "。"


def _several(names: list[str], shown: int = 3) -> str:
    return "、".join(names[:shown]) + (f"等 {len(names)} 项" if len(names) > shown else "")


def quotes(sources: Iterable[Source]) -> list[str]:
    """The words quoted from the file, each once."""
    return list(dict.fromkeys(one.quote for one in sources if one.quote))


def at(moment: str) -> str:
    """A day or a minute as written by the calendar, without empty seconds: 2021-03-06 18:00."""
    return moment[:-3] if moment.count(":") == 2 and moment.endswith(":00") else moment


def shortened(text: str, limit: int) -> str:
    """The beginning of a text on one line; `limit` counts characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
