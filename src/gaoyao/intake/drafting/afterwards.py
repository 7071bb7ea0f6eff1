"""What other papers tell of an act: a witness of what he was shown before, a certificate of its last day, a note of a
recording, a record of the language; and what was found before it was told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoyao.dossier.model import Amount
from gaoyao.dossier.vocabulary import Accused, Identification, Inquiry, Interrogation
from gaoyao.intake.drafting.certifying import certificates
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.mismatches import Mismatch, side
from gaoyao.intake.drafting.people import People
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.forms import present
from gaoyao.intake.forms.base import Reader
from gaoyao.intake.forms.recordings import Said, of_recordings
from gaoyao.intake.saying.lexicon import LOOT, TOOLS
from gaoyao.intake.saying.turns import Turn, turns

SLACK = 30


def afterwards(draft: Draft, people: People, entries: list[Entry]) -> None:
    """Propose what such papers tell, at their own addresses."""
    _shown(draft, entries)
    certificates(draft, entries)
    _filmed(draft, entries)
    _tongues(draft, people, entries)


# ------------------------------------------------------------ identification

_BEFORE = re.compile(
    r"(?:辨认|认人|进辨认室|去辨认|来辨认|指认)[^。，？?]{0,6}(?:以前|之前|前)|事先|提前|来之前|认之前|昨[天晚]|前[一两]天|头[一]?天"
)
_SAW = re.compile(
    r"(?:看|见|翻)(?:过|到|了)|(?:给|让|拿|叫)我[^。，]{0,10}(?:看|认)|(?:出示|展示|发)(?:过|了|给)|指着[^。]{0,12}(?:说|讲)|(?:告诉|说|讲)[^。]{0,8}(?:就是(?:他|这个人|几号|[\d一二三四五六七八九十]+号))"
)
_WHAT = re.compile(r"照片|相片|视频|监控|录像|他|她|这个人|那个人|本人|嫌疑人|人像")
_NEVER = re.compile(r"^(?:从来|从|都|我)?(?:没有?|未|不曾|没见|没看)|没有?(?:看|见|给|让)|从(?:来)?没")


def _shown(draft: Draft, entries: list[Entry]) -> None:
    """A witness says in a record that he saw the person or a picture before the identification."""
    for parade in entries:
        if parade.form.kind != "identification" or not parade.act or not parade.form.speaker:
            continue
        own = parade.form.get(Identification.seen_before)
        if own is not None and own.value is True:
            continue
        for record in entries:
            if record.form.kind != "inquiry" or record.form.speaker != parade.form.speaker:
                continue
            found = next((span for turn in turns(record.sheet) if (span := _told_seen(turn))), None)
            if found is not None:
                draft.put(
                    parade.act, Identification.seen_before, True, record.sheet, *record.sheet.raw_span(*found)
                )
                break


def _told_seen(turn: Turn) -> tuple[int, int] | None:
    question, answer = turn.question.text, turn.answer.text
    if "辨认" not in question + answer and "指认" not in question + answer:
        return None
    for start, end in turn.answer.sentences():
        said = answer[start:end]
        if _NEVER.search(said.lstrip("：: ")) or not _SAW.search(said):
            continue
        asked = _BEFORE.search(question) is not None and _WHAT.search(question) is not None
        if asked or (_BEFORE.search(said) and _WHAT.search(said)):
            return turn.answer.span(start, end)
    return None


# ------------------------------------------------------------ recordings

_NOTES = frozenset(("recording_note", "note", "legality", "police_course", "recording"))


def _filmed(draft: Draft, entries: list[Entry]) -> None:
    """Notes that say which questionings were not recorded, or not wholly: by number, by moment, or all."""
    asked = [one for one in entries if one.form.kind == "interrogation" and one.act]
    for note in entries:
        if note.sheet.document.kind.code not in _NOTES:
            continue
        own = [
            one for one in asked if one.form.speaker and one.form.speaker in note.sheet.cleaned.text
        ] or asked
        for said in of_recordings(Reader(note.sheet)):
            for one in own:
                if _meant(said, one, own):
                    draft.fill(one.act, said.field, said.value, note.sheet, said.start, said.end)


def _meant(said: Said, one: Entry, own: list[Entry]) -> bool:
    begun = one.begun
    if said.numbers:
        cell = one.form.get(Interrogation.sequence)
        place = (
            int(cell.value.low) if cell is not None and isinstance(cell.value, Amount) else _place(one, own)
        )
        return place in said.numbers
    if said.moments:
        return begun is not None and any(
            abs(when.low - begun.low) <= SLACK
            or (when.high - when.low >= 1439 and when.low <= begun.low <= when.high)
            for when in said.moments
        )
    cell = one.form.get(Interrogation.recorded)
    official = next((cell for cell in one.form.cells if cell.field.name == "questioned_by_later_stage"), None)
    return official is None and not (cell is not None and cell.value is True)


def _place(one: Entry, own: list[Entry]) -> int:
    """Which questioning of the person it is, by time."""
    earlier = [
        other
        for other in own
        if other.form.speaker == one.form.speaker
        and other.begun
        and one.begun
        and other.begun.low < one.begun.low
    ]
    return len(earlier) + 1


# ------------------------------------------------------------ language


def _tongues(draft: Draft, people: People, entries: list[Entry]) -> None:
    """Who does not know the language, or is deaf, by any of his records; and his records that name no interpreter."""
    for name, accused in people.accused.items():
        own = [
            one
            for one in entries
            if one.form.kind == "interrogation" and one.act and one.form.speaker == name
        ]
        for field, read in (
            (Accused.needs_interpreter, present.tongue),
            (Accused.deaf_or_mute, present.deaf),
        ):
            told = next(((one, span) for one in own if (span := read(Reader(one.sheet)))), None)
            if told is None:
                continue
            draft.put(accused, field, True, told[0].sheet, *told[0].sheet.raw_span(*told[1]))
            there = (
                Interrogation.interpreter_present
                if field is Accused.needs_interpreter
                else Interrogation.sign_language_present
            )
            for one in own:
                if one.form.get(there) is None:
                    cell = present.absent(Reader(one.sheet), there)
                    if cell is not None:
                        draft.put(one.act, there, cell.value, one.sheet, cell.start, cell.end)  # type: ignore[arg-type]
    for one in entries:
        if one.form.kind == "inquiry" and one.act:
            for field, read in (
                (Inquiry.needs_interpreter, present.tongue),
                (Inquiry.deaf_or_mute, present.deaf),
            ):
                span = read(Reader(one.sheet))
                if span is not None:
                    draft.put(one.act, field, True, one.sheet, *one.sheet.raw_span(*span))


# ------------------------------------------------------------ found before it was told

_TAKERS = frozenset(("extraction", "seizure_record", "seizure_list", "search", "scene"))
_CREDITED = re.compile(
    r"(?:根据|依据|按照|经|由|依)(?:犯罪嫌疑人|被告人|其|该人|[\u4e00-\u9fff]{2,3})?[^，。；\n]{0,12}(?:供述|交代|交待|供认|指认|辨认|带领|指引|所述|所供)[^。；\n]{0,40}?(?:提取|起获|查获|找到|扣押|搜出|打捞|起出|挖出)"
)
_HID = re.compile(r"(?:扔|丢|抛|藏|埋|塞|压|裹|沉|放|搁|插|掖|垫|存)(?:在|到|进|入|了|着|于|住)")
_NOUN = re.compile(
    "|".join(
        sorted({*TOOLS, *LOOT, "钱", "现金", "毒品", "冰毒", "衣服", "鞋"} - {"枪"}, key=len, reverse=True)
    )
)
_RUN = 9
"""So many equal characters about a hiding place, in a paper of taking and in a confession, are the same detail.  Ours."""


def found_first(entries: list[Entry]) -> Iterator[Mismatch]:
    """A hidden thing that was taken before the first confession that tells where it was: in like words, or though some
    paper says that it was found from what he said."""
    credited = [
        one
        for one in entries
        if one.form.kind in ("arrival", "note") and _CREDITED.search(one.sheet.flow.text)
    ]
    for record in sorted(
        (one for one in entries if one.form.kind == "interrogation" and one.begun),
        key=lambda one: one.begun.low if one.begun else 0,
    ):
        for turn in turns(record.sheet):
            for start, end in turn.answer.sentences():
                said = turn.answer.text[start:end]
                if not _HID.search(said):
                    continue
                found = _earlier(
                    record, said, _NOUN.findall(turn.question.text + said), entries, bool(credited)
                )
                if found is not None and not _told_before(record, said, entries):
                    paper, span = found
                    yield Mismatch(
                        "found_before_told",
                        f"{paper.sheet.document.title}记载{paper.begun.text if paper.begun else ''}已经取得，{record.form.speaker}到{record.begun.text if record.begun else ''}开始的讯问才说出所在"
                        + ("，而有材料写明是根据其供述取得的" if credited else ""),
                        (
                            side(paper.sheet, *paper.sheet.raw_span(*span)),
                            side(record.sheet, *record.sheet.raw_span(*turn.answer.span(start, end))),
                        ),
                    )
                    return


def _earlier(
    record: Entry, said: str, things: list[str], entries: list[Entry], credited: bool
) -> tuple[Entry, tuple[int, int]] | None:
    for paper in entries:
        begun = paper.begun
        if (
            paper.sheet.document.kind.code not in _TAKERS
            or begun is None
            or record.begun is None
            or begun.high >= record.begun.low
        ):
            continue
        text = paper.sheet.cleaned.text
        shared = _shared(said, text)
        if shared is not None:
            return paper, shared
        if credited and paper.sheet.document.kind.code == "extraction":
            thing = next(
                (
                    one
                    for one in things
                    if one[-1] in "刀棍绳锤斧枪管"
                    and one[-1] in text
                    and re.search(rf"{re.escape(one[-1])}[^\n。]{{0,4}}[1一]", text)
                ),
                None,
            )
            if thing:
                at = text.find(thing[-1])
                return paper, (at, at + 1)
    return None


def _shared(said: str, text: str) -> tuple[int, int] | None:
    """A run of RUN equal characters that tells a place, not an address."""
    for at in range(len(said) - _RUN + 1):
        piece = said[at : at + _RUN]
        if re.search(r"[，。\d]|[路街巷号栋楼室]|小区|单元|[省市县区乡镇村]", piece) or not re.search(
            r"[里内中下上旁边后缝洞底处角层]|" + _HID.pattern, piece
        ):
            continue
        place = text.find(piece)
        if place >= 0:
            return place, place + _RUN
    return None


def _told_before(record: Entry, said: str, entries: list[Entry]) -> bool:
    """Did an earlier record of the same person already tell it?"""
    return any(
        one is not record and one.form.kind == "interrogation" and one.form.speaker == record.form.speaker and one.begun and record.begun
        and one.begun.low < record.begun.low and _shared(said, one.sheet.cleaned.text)
        for one in entries
    )  # fmt: skip
