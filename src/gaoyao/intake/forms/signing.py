"""Who signed a paper: what stands after the places of signature, and what a paper that marks its signatures leaves out.

A typed paper that marks signatures （签名）, （捺印） says by an empty place that nobody signed there.  On a scan an empty
place says nothing: handwriting may have gone unread.
"""

from __future__ import annotations

import re

from gaoyao.intake.forms.base import Reader, names_in
from gaoyao.intake.pages.model import State

MARK = re.compile(r"[（(][^（）()\n]{0,10}(?:签名|签字|签章|捺|指印|盖章)[^（）()\n]{0,10}[）)]")
"""（签名）, （签名、捺指印）, （捺印） after a name."""
_REFUSED = re.compile(
    r"(?:拒绝|拒不|不(?:愿|肯|予))(?:在[^。\n]{0,10}上)?(?:签名|签字|捺印|捺指印|核对)|拒签"
)
_TAIL = 420


def typed(reader: Reader) -> bool:
    """Was every page of the paper read from its own text, and whole?"""
    document = reader.sheet.document
    return not document.incomplete and all(page.state is State.TEXT for page in document.pages)


_FILLED = re.compile(
    r"^\s*(?!(?:被?见证|持有|被[\u4e00-\u9fff]{2,3}|当事|在场|辨认|申请)人)[\u4e00-\u9fff]{1,6}(?:人(?:员)?|民警|侦查员|技术员)[：:]\s*(?:[\u4e00-\u9fff]{2,8}\s+)?[\u4e00-\u9fff]{2,4}(?:[、，（\s]|$)",
    re.MULTILINE,
)


def marks_signatures(reader: Reader) -> bool:
    """Does the paper mark what was signed?"""
    return MARK.search(reader.sheet.raw) is not None


def shows_signers(reader: Reader) -> bool:
    """Does it mark signatures, or bear typed names at the places of those who made it?  Then an empty place tells."""
    return marks_signatures(reader) or _FILLED.search(tail(reader)[1]) is not None


_SPEECH = re.compile(r"^[ \t\u3000]*(?:[问答][：:]|[？?：:])", re.MULTILINE)


def tail(reader: Reader) -> tuple[int, str]:
    """The last part of the raw text, where signatures stand, and where it begins: never before the last turn of speech."""
    text = reader.sheet.raw.rstrip()
    begin = max(0, len(text) - _TAIL)
    for turn in _SPEECH.finditer(text, begin):
        begin = turn.start()
    return begin, text[begin:]


_EMPTY = re.compile(
    r"[：:]?\s*[（(]?(?:空白?|空缺|缺|无|未签(?:名|字)?|没有签(?:名|字)|无签(?:名|字)|/|－|—)[）)]?\s*(?=$|[\s，。；])"
)
"""What a form bears at a place of signature to say that there is none."""


def refused(reader: Reader) -> re.Match[str] | None:
    """Words that somebody refused to sign, in the tail of the cleaned text."""
    return _REFUSED.search(reader.text, max(0, len(reader.text) - _TAIL))


BELOW = re.compile(
    rf"[ \t\u3000]*\n[ \t\u3000]*(?!年|月|日|无|空)[\u4e00-\u9fff·]{{2,4}}[ \t\u3000]*(?:{MARK.pattern}|(?=\n|$)|(?=[ \t\u3000]+(?:[\u4e00-\u9fff]{{2,4}}|\d{{4}})))"
)
"""A name of its own on the line below the place of a signature."""


def _own(name: str, text: str) -> re.Match[str] | None:
    """The speaker's name written at the end: marked, or alone before a date, a bracket or the end of the line; no line of speech."""
    spread = r"\s*".join(map(re.escape, name))  # 周 某海, or broken over two lines
    for found in re.finditer(
        rf"(?:{spread}\s*{MARK.pattern}|(?:^|(?<=[。！：: \t\u3000]))(?:[（(]签[名字][）)])?{re.escape(name)}[ \t\u3000]*(?=$|[（(]|\d{{4}}|二[〇○零]|日期))",
        text,
        re.MULTILINE,
    ):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()].lstrip()
        if not re.match(r"[问答][：:]|[？?：:]", line):
            return found
    return None


def signature(reader: Reader, labels: str, name: str = "", owed: bool = True) -> tuple[bool, int, int] | None:
    """Signed, and the raw span that shows it: at the label's place, or a marked name; None where the paper does not tell.

    False only where the paper is typed, marks its signatures, and leaves this place empty, or has none where one is owed.
    """
    begin, text = tail(reader)
    own = _own(name, text) if name else None
    if own:
        return True, begin + own.start(), begin + own.end()
    place = None
    for found in re.finditer(
        rf"(?:{labels})(?:签名|签字|签章)?(?:、?(?:捺|按)指?[印手]印?)?(?:[（(][^）)\n]{{0,12}}[）)])?(?:[：:]|[ \t\u3000]+(?=[\u4e00-\u9fff]{{2,4}}[ \t\u3000]*{MARK.pattern}))(?P<said>[^\n]*)",
        text,
    ):
        place = found
    if place is not None:
        said = re.split(r"[\u4e00-\u9fff]{2,8}[：:]", place["said"])[0]
        if _EMPTY.match(said):
            return False, begin + place.start(), begin + place.end()
        if MARK.search(said) or (names_in(said) and not re.search(r"[，,].{0,4}(?:男|女)", said)):
            return True, begin + place.start(), begin + place.end()
        below = BELOW.match(text, place.end()) if not _written(said) else None
        if below:
            return True, begin + place.start(), begin + below.end()
    if typed(reader) and (
        owed and marks_signatures(reader)
        if place is None
        else shows_signers(reader) and not _written(place["said"])
    ):
        return (
            (False, begin + place.start(), begin + place.end())
            if place is not None
            else (False, begin, begin + len(text))
        )
    return None


def _written(said: str) -> bool:
    return bool(
        re.search(
            r"[\u4e00-\u9fffA-Za-z0-9]",
            re.sub(r"年|月|日", "", re.split(r"[\u4e00-\u9fff]{2,8}[：:]", said)[0]),
        )
    )
