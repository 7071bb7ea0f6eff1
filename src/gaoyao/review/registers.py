"""The registers as numbered lists, and what an entry still lacks to count as answered.

An entry is answered, never removed: 矛盾, 其他可能, 不在场主张, 疑点, 有利证据, and what the program registers by
itself: contradictions between claims, traces that are nobody's, and 虚假供述 for everybody who confesses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.model import Span
from gaoyao.dossier.schema import KINDS, Answerer
from gaoyao.dossier.vocabulary import Accused, Alibi, Conflict, Doubt, Favourable, Rival, Trace
from gaoyao.dossier.vocabulary.court import ITEM_TRACES
from gaoyao.law.rules.common import FROM_CONFESSION, USABLE
from gaoyao.law.rules.disposal import BY_ITEMS, BY_PERSON, DISPOSED
from gaoyao.logic.tree import Choice
from gaoyao.proof.claims import MOST, SLOTS, unplaced
from gaoyao.proof.disagreement import facts_touched, traces_by_fact
from gaoyao.proof.points import NO, UNKNOWN, YES
from gaoyao.review.derived import Derived, written
from gaoyao.review.model import NotChecked, QuestionLine, Subject
from gaoyao.review.pages import ContradictionLine, RegisterLine, Registers, RivalColumn
from gaoyao.review.statements import Pages

SHOWN = 20
"""Questions about contradictions shown at once."""
_ANSWERED = {
    "conflict": ("excluded_one", "explained", "supplemented"), "rival": ("excluded",), "alibi": ("refuted",),
    "doubt": ("removed", "unreasonable"), "favourable": ("tested", "answered"),
}  # fmt: skip
_ABOUT = {"conflict": "about", "rival": "story", "alibi": "content", "doubt": "about", "favourable": "about"}
_SUPPORT = {
    "conflict": "support",
    "rival": "excluded_by",
    "alibi": "items",
    "doubt": "items",
    "favourable": "items",
}
_BY_ITEMS = ("rival", "alibi", "conflict", "doubt")
_STATUS: dict[str, Choice] = {
    "conflict": Conflict.status, "rival": Rival.status, "alibi": Alibi.status, "doubt": Doubt.status, "favourable": Favourable.status,
}  # fmt: skip


def registers(frame: CaseFrame, derived: Derived) -> Registers:
    """Everything registered, numbered by kind in the order of the file; the program's own entries after."""
    pages = Pages(frame)
    entries = [line for kind in _STATUS for line in _entered(pages, kind)]
    machine = (*_traces(pages, derived), *_confessions(pages, derived))
    return Registers(contradictions(frame, derived), (*entries, *machine), _rivals(frame, entries))


def _rivals(frame: CaseFrame, entries: list[RegisterLine]) -> tuple[RivalColumn, ...]:
    return tuple(
        RivalColumn(one.number, one.about, _refs(frame, "rival", "items", one.id, "item"), one.items)
        for one in entries if one.kind == "rival"
    )  # fmt: skip


def contradictions(frame: CaseFrame, derived: Derived) -> tuple[ContradictionLine, ...]:
    """The contradictions between claims, numbered in a fixed order, grouped by slot."""
    pages, found = Pages(frame), derived.compared.found
    words = {YES: "是", NO: "否", UNKNOWN: "未判断"}
    return tuple(
        ContradictionLine(
            number, SLOTS[one.key[2]], pages.about(one.key), one.one, tuple(pages.item(said.item) for said in one.one_claims), one.other,
            tuple(pages.item(said.item) for said in one.other_claims), words[one.essential],
            _facts(frame, facts),
        )
        for number, (one, facts) in enumerate(zip(found, facts_touched(frame, found), strict=True), 1)
    )  # fmt: skip


def _entered(pages: Pages, kind: str) -> list[RegisterLine]:
    frame, status = pages.frame, _STATUS[kind]
    codes = [code for code, _ in status.options] + [""]
    labels = [label for _, label in status.options] + ["状态未录入"]
    reasons = written(frame, kind)
    lines = []
    for n, (ident, choice) in enumerate(
        zip(frame.subjects(kind), frame.choice(status)[0].tolist(), strict=True)
    ):
        support = _refs(frame, kind, _SUPPORT[kind], ident, "item")
        lacking = "" if codes[choice] in _ANSWERED[kind] else f"{labels[choice]}"
        if not lacking:
            lacking = _lacking(frame, kind, bool(reasons[n] == YES), [one.number for one in support])
        lines.append(RegisterLine(
            _words(frame, kind, "number", ident) or f"{KINDS[kind].label}{n + 1}", kind, KINDS[kind].label, ident, _about(frame, kind, ident), labels[choice],
            not lacking, lacking, _words(frame, kind, "reason", ident), _words(frame, kind, "by", ident), support,
            _refs(frame, kind, "facts", ident, "fact"), *_place(frame, kind, ident), False,
            _refs(frame, kind, "items", ident, "item") if kind in ("conflict", "rival") else (),
        ))  # fmt: skip
    return lines


def _about(frame: CaseFrame, kind: str, ident: str) -> str:
    """What an entry is about; of an alibi also when and where it is said to have been."""
    told = _words(frame, kind, _ABOUT[kind], ident)
    if kind != Alibi.kind:
        return told
    times = [frame.view.live(field, ident).value for field in (Alibi.start, Alibi.end)]
    known = [one.text for one in times if isinstance(one, Span)]
    end = "" if len(known) != 1 else "起" if isinstance(times[0], Span) else "止"
    said = "，".join(part for part in (" 至 ".join(known) + end, _words(frame, kind, "place", ident)) if part)
    return f"{told}（所称：{said}）" if said else told


def _lacking(frame: CaseFrame, kind: str, reason: bool, support: list[int]) -> str:
    """What a disposed entry still lacks; '' for nothing."""
    if not reason:
        return "没有写明理由"
    if kind in _BY_ITEMS and support:
        confession, able = frame.concluded(FROM_CONFESSION), frame.concluded(USABLE)
        if all(confession[item] == YES for item in support):
            return "依据只有被告人供述"
        if all(able[item] == NO for item in support):
            return "所列依据都不能使用"
        if kind != "conflict" and not any(confession[item] == NO and able[item] == YES for item in support):
            return "所列依据能否使用、有没有供述以外的内容，尚未确定"
    return "没有列明依据的证据" if kind == "conflict" and not support else ""


def _traces(pages: Pages, derived: Derived) -> list[RegisterLine]:
    frame = pages.frame
    disposed = frame.concluded(DISPOSED)
    labels = [label for _, label in Trace.disposal.options] + ["未处理"]
    types = [label for _, label in Trace.type.options] + ["痕迹"]
    item_of = {
        trace: item
        for item, trace in zip(*(column.tolist() for column in frame.pairs(ITEM_TRACES)), strict=True)
    }
    disposal, kinds = frame.choice(Trace.disposal)[0].tolist(), frame.choice(Trace.type)[0].tolist()
    lines = []
    bears = traces_by_fact(frame, derived.traces)
    for n, trace in enumerate(derived.traces, 1):
        ident = frame.identifier("trace", trace)
        place = _words(frame, "trace", "place", ident)
        told = f"现场{types[kinds[trace]]}不属于被告人、被害人" + (f"（{place}）" if place else "")
        lines.append(RegisterLine(
            f"痕迹{n}", "trace", "他人的现场痕迹", ident, told, labels[disposal[trace]], bool(disposed[trace] == YES),
            "" if disposed[trace] == YES else "没有查明遗留人，也没有写明理由的解释", _words(frame, "trace", "reason", ident), "",
            (pages.item(item_of[trace]),), _facts(frame, bears[trace]), *_place(frame, "trace", ident), True,
        ))  # fmt: skip
    return lines


def _confessions(pages: Pages, derived: Derived) -> list[RegisterLine]:
    frame = pages.frame
    by_items, by_person = frame.concluded(BY_ITEMS), frame.concluded(BY_PERSON)
    lines = []
    for n, (person, signs) in enumerate(derived.signs.items(), 1):
        number = frame.view.index(Accused.kind)[person]
        done = by_items[number] == YES or by_person[number] == YES
        state = "已答" if done else "有迹象，未答" if signs else "未见所列迹象"
        lines.append(RegisterLine(
            f"供述{n}", "false_confession", "虚假供述（系统登记）", person, f"{frame.name(Accused.kind, number)}的供述是否虚假"
            + (f"；迹象：{'；'.join(signs)}" if signs else ""), state, bool(done) or not signs,
            "" if done or not signs else "没有以供述以外的证据或者具名的理由排除", "", "",
            tuple(pages.item(item) for item in sorted(derived.told.admitting.get(person, ()))), (), "", "", 0, True,
        ))  # fmt: skip
    return lines


def _facts(frame: CaseFrame, facts: Iterable[int]) -> tuple[Subject, ...]:
    return tuple(
        Subject("fact", frame.identifier("fact", fact), frame.name("fact", fact), fact) for fact in facts
    )


def _words(frame: CaseFrame, kind: str, name: str, ident: str) -> str:
    field = KINDS[kind].fields.get(name)
    value = None if field is None else frame.view.live(field, ident).value
    return value if isinstance(value, str) else ""


def _refs(frame: CaseFrame, kind: str, name: str, ident: str, target: str) -> tuple[Subject, ...]:
    value = frame.view.live(KINDS[kind].fields[name], ident).value
    numbers = frame.view.index(target)
    named = [str(one) for one in value if str(one) in numbers] if isinstance(value, tuple) else []
    return tuple(Subject(target, one, frame.name(target, numbers[one]), numbers[one]) for one in named)


def _place(frame: CaseFrame, kind: str, ident: str) -> tuple[str, str, int]:
    """Where an entry stands: page, and the place in the exchange file, of the first thing entered about it."""
    for field in KINDS[kind].fields.values():
        live = frame.view.cells.get(field.path, {}).get(ident)
        if live is not None and live.first is not None:
            told = live.first.address
            return told.page or frame.page(ident), told.file, told.line
    return "", "", 0


def homeless(frame: CaseFrame) -> list[NotChecked]:
    """Entries that name no fact: no point can show them, so they were not checked."""
    lines = []
    for kind in _STATUS:
        cells = frame.view.cells.get(KINDS[kind].fields["facts"].path, {})
        for ident in frame.subjects(kind):
            if ident not in cells or not isinstance(cells[ident].value, tuple):
                lines.append(
                    NotChecked(f"{KINDS[kind].label} {ident}", "没有写明涉及哪一项待证事实，没有与事实核对")
                )
    return lines


def unfinished(frame: CaseFrame, derived: Derived) -> list[NotChecked]:
    """What comparing the claims could not finish."""
    lines = [
        NotChecked(f"说法比对（{SLOTS[key[2]]}）", f"互相矛盾的说法超过 {MOST} 对，其余没有逐对列出")
        for key in derived.compared.unlisted
    ]
    lines += [
        NotChecked(f"说法比对（{SLOTS[key[2]]}）", "不同的说法太多，没有逐对比完")
        for key in derived.compared.incomplete
    ]
    loose = unplaced(derived.told.said, frame.size("incident"))
    if loose:
        lines.append(NotChecked("说法比对", f"{loose} 条说法没有写明是哪一起事实，没有与各起的说法比对"))
    return lines


def questions(
    lines: tuple[ContradictionLine, ...], subject: Callable[[Subject], Subject] = lambda one: one
) -> list[QuestionLine]:
    """One question per undecided contradiction, at most SHOWN: neutral, to the court."""
    asked = []
    for one in lines:
        if one.essential == "未判断":
            text = f"“{one.slot}”一项，{one.one_items[0].name}说“{one.one}”，{one.other_items[0].name}说“{one.other}”：是否涉及定罪的关键事实，如何处理？"
            asked.append(QuestionLine(
                text, Answerer.COURT.label, "claim.material", tuple(subject(fact) for fact in one.facts), ("不同证据的说法互相矛盾",),
                ("刑事诉讼法第五十五条第二款第（三）项",), False, bool(one.facts),
            ))  # fmt: skip
    return asked[:SHOWN]
