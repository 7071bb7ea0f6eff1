"""Who else was there: guardian, other adult, interpreter; whether the law asked for them: age and language."""

from __future__ import annotations

import re

from gaoyao.dossier.model import Span
from gaoyao.intake.forms.base import MOMENT, Cell, Reader, moment_of
from gaoyao.intake.forms.signing import shows_signers, tail, typed
from gaoyao.logic.tree import Field

GUARDIAN = r"法定代理人|合适成年人|适当成年人|监护人|(?:到场|在场)(?:的)?(?:代理人|成年人|亲属)"
INTERPRETER = r"翻译(?:人员|员)?|手语(?:翻译|人员)|通晓(?:聋哑)?手势(?:的)?人员"
_ID = re.compile(r"(?<!\d)\d{6}(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])\d{3}[\dXx]")
_AGE = re.compile(r"年龄[：:]?(?P<n>\d{1,2})(?!\d)|[，、]\s*(?P<m>\d{1,2})(?:周)?岁")
_NOBODY = r"[：:]?(?:[（(]?(?:无|未到场|没有到场|未能到场|未通知|/|－|—)[）)]?(?=[\n；，。　 ]|$)|[_＿]{2,}|(?=\n|$))"
_LANGUAGE = r"汉语|汉文|汉话|普通话|国语|中文|国家通用语言|当地(?:通用)?(?:的)?(?:语言|话|文字)"
_NOT_SPOKEN = re.compile(
    rf"(?:不通晓|不懂|不大懂|不太懂|听不(?:太|大|怎么)?懂|不(?:太|大|怎么)?会(?:说|讲)?|看不懂|不认识|不识|(?:只能|只)(?:听|说)[^。，\n]{{0,6}}(?:一点|几句))[^。，？\n]{{0,6}}(?:{_LANGUAGE})"
    rf"|(?:{_LANGUAGE})[^。？\n]{{0,10}}(?:不通晓|不熟练|听不(?:太|大)?懂|不太懂|不大懂|讲不好|说不好|不会(?:说|讲)|(?:都|也)?只(?:会|能|听|懂|说|讲)[^。，\n]{{0,8}}(?:一点|几句|简单|少量))"
)
_DEAF = re.compile(
    r"(?:系|是|为|属|：)[^。，？\n吗]{0,4}(?:聋哑|聋|哑)人(?!吗)|先天性聋哑|听力(?:、言语)?(?:一级|二级)?残疾|聋哑(?:学校|残疾)|不会(?:说话|讲话)"
)


def head(reader: Reader) -> str:
    """The record before the first question."""
    found = re.search(r"^(?:问|[？?])[：:]?", reader.text, re.MULTILINE)
    return reader.text[: found.start()] if found else reader.text[:800]


def unspoken(reader: Reader) -> str:
    """The cleaned text with every line of speech blanked: head, notes and signatures; offsets stay."""
    return re.sub(
        r"^(?:[问答]|[？?：])[^\n]*", lambda one: " " * len(one.group()), reader.text, flags=re.MULTILINE
    )


def present(reader: Reader, field: Field, who: str) -> Cell | None:
    """A name after the label, in the head or among the signatures."""
    own = unspoken(reader)
    for found in re.finditer(
        rf"(?:{who})(?:[（(][^）)\n]{{0,10}}[）)])?(?:姓名|签名|签字)?[：:]?(?P<said>[^\n]{{0,40}})", own
    ):
        before = own[max(0, found.start() - 2) : found.start()]
        names = (
            reader.names(*found.span("said")) if not re.search(r"^(?:人)?(?:无|未)", found["said"]) else ()
        )
        if (
            names
            and not before.endswith(("问", "知"))
            and not re.match(r"是否|到场|在场|签名$", found["said"])
        ):
            return reader.cell(field, True, found.start(), found.end("said"))
    return None


def minor(reader: Reader, field: Field, start: Field, cells: list[Cell | None]) -> Cell | None:
    """Under eighteen on the day of the questioning: by date of birth, by the identity number, by the age on the form."""
    begun = next((cell.value for cell in cells if cell and cell.field.path == start.path), None)
    if not isinstance(begun, Span):
        return _aged(reader, field)
    for found in MOMENT.finditer(reader.text):
        before, after = (
            reader.text[max(0, found.start() - 8) : found.start()],
            reader.text[found.end() : found.end() + 3],
        )
        if "出生" in before or after.startswith(("出生", "生")):
            born = moment_of(found, reader.raw(*found.span()))
            return _young(reader, field, born, begun, found) if born is not None else None
    number = _ID.search(head(reader))
    if number is not None:
        dated = MOMENT.fullmatch(f"{number['y']}年{int(number['m'])}月{int(number['d'])}日")
        born = moment_of(dated, dated.group()) if dated else None
        if born is not None:
            return _young(reader, field, born, begun, number)
    return _aged(reader, field)


def _young(reader: Reader, field: Field, born: Span, begun: Span, found: re.Match[str]) -> Cell | None:
    """By 365.25 days a year; within a day of the birthday nothing is said."""
    years, rest = divmod(begun.low - born.low, 525_960)
    if years == 17 and rest > 524_000 or years == 18 and rest < 2_000:
        return None
    return reader.cell(field, years < 18, *found.span())


def _aged(reader: Reader, field: Field) -> Cell | None:
    found = _AGE.search(head(reader))
    return reader.cell(field, int(found["n"] or found["m"]) < 18, *found.span()) if found else None


def adult(reader: Reader, field: Field, young: Cell | None) -> Cell | None:
    """A guardian or another adult; of a minor's record that shows who signed, none named is none."""
    found = present(reader, field, GUARDIAN)
    if found is not None or young is None or young.value is not True:
        return found
    return _absent(reader, field, GUARDIAN)


def interpreter(reader: Reader, field: Field) -> Cell | None:
    """An interpreter; of a record of somebody who does not speak the language and that shows who signed, none named is none."""
    found = present(reader, field, INTERPRETER)
    return found if found is not None or tongue(reader) is None else _absent(reader, field, INTERPRETER)


def absent(reader: Reader, field: Field) -> Cell | None:
    """No interpreter, as the record of somebody shows who is known to need one."""
    return _absent(reader, field, INTERPRETER)


def _absent(reader: Reader, field: Field, who: str) -> Cell | None:
    own = unspoken(reader)
    none = re.search(rf"(?:{who})(?:[/／、或][^：:\n]{{0,8}})?(?:[（(][^）)\n]{{0,10}}[）)])?{_NOBODY}", own)
    if none and (typed(reader) or re.search("无|未|没", none.group())):
        return reader.cell(field, False, *none.span())
    if re.search(who, own) or not typed(reader) or not shows_signers(reader):
        return None
    begin, text = tail(reader)
    return Cell(field, False, begin, begin + len(text))


def tongue(reader: Reader) -> tuple[int, int] | None:
    """Words of the record that its speaker does not know the language; not those of a question, nor of another person."""
    for line in re.finditer(r"[^\n]+", reader.text):
        if line.group().startswith(("问", "？", "?")):
            continue
        found = _NOT_SPOKEN.search(reader.text, *line.span())
        if found and not re.search(
            r"他|她|对方|别人|谁|本案无", reader.text[max(line.start(), found.start() - 10) : found.start()]
        ):
            return found.span()
    asked = re.search(
        rf"(?:{_LANGUAGE})[^？\n]{{0,12}}[？?]?\n?(?:答)?[：:](?:我)?(?P<no>(?:听|说|看)?不(?:太|大|怎么)?(?:懂|会|通晓|熟)|只(?:会|懂|能)|[^。\n]{{0,8}}一点点)",
        reader.text,
    )
    return asked.span("no") if asked else None


def deaf(reader: Reader) -> tuple[int, int] | None:
    """The head of the record, or a note in it, says that its speaker is deaf or mute."""
    found = _DEAF.search(head(reader)) or re.search(
        r"(?:我|本人|被讯问人|被询问人)(?:是|系)(?:个)?(?:聋哑|聋|哑)人", reader.text
    )
    return found.span() if found else None
