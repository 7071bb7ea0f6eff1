"""Papers with one date, notes, logs of a detention house, motions, hearings, returns for supplement."""

from __future__ import annotations

import re

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Hearing, Item, Motion, Supplement
from gaoyao.intake.forms.base import Cell, Form, Reader, whole
from gaoyao.intake.forms.boxes import ticked

_PERSON = re.compile(
    r"(?:犯罪嫌疑人|被告人|被拘留人|被逮捕人|在押人员|姓名|对)[：:]?([\u4e00-\u9fff]{2,4}?)(?=[（，,。、\s（性男女因涉于执行一位被]|$)"
)


def dated(reader: Reader) -> Form:
    """A paper of which the date and the person matter: 立案, 拘留, 逮捕, 移送 …"""
    form = Form("dated")
    moments = list(reader.moments(0, len(reader.text)))
    if moments:
        form.item.append(reader.cell(Item.happened, *moments[-1]))
    who = _PERSON.search(reader.text)
    form.speaker = who[1] if who else ""
    return form


def note(reader: Reader) -> Form:
    """A note of the investigating body about its own work."""
    form = dated(reader)
    form.kind = "note"
    form.item.append(reader.cell(Item.police_note, True, 0, min(len(reader.text), 40)))
    signed = re.search(
        r"(?:办案人|办案民警|侦查人员|民警|出具人|承办人)(?:员)?(?:（签名）|签名)?[：:]([^\n]{2,30})",
        reader.text,
    )
    sealed = re.search(r"（(?:公章|印章|盖章)）|加盖(?:单位)?公章", reader.text)
    if signed and sealed and re.search(r"[\u4e00-\u9fff]{2}", signed[1]):
        form.item.append(reader.cell(Item.note_signed_and_sealed, True, *signed.span()))
    return form


def extraction_log(reader: Reader) -> Form:
    """提讯提解证: every time the person was taken out and brought back."""
    form = Form("extraction_log", speaker_role="accused")
    who = reader.labelled("被提讯人|在押人员(?:姓名)?|犯罪嫌疑人(?:姓名)?|姓名|提讯对象")
    names = reader.names(*who) if who else ()
    form.speaker = names[0] if names else ""
    form.rows = _rows(reader)
    return form


_NO_ROW = re.compile(r"(?:入所|收押|羁押|出生|逮捕|拘留|填发|签发|入监)(?:时间|日期|于)?[：:]?$")


def _rows(reader: Reader) -> list[tuple[Span, Span | None, int, int]]:
    """Out and back, line by line of the paper; where recognition broke or joined lines, by two moments of one day."""
    lines: dict[int, list[tuple[Span, int, int]]] = {}
    for one in _clocked(reader):
        if not _NO_ROW.search(reader.text[max(0, one[1] - 8) : one[1]]):
            start = reader.span(one[1], one[2])[0]
            lines.setdefault(reader.sheet.raw.count("\n", 0, start), []).append(one)
    rows: list[tuple[Span, Span | None, int, int]] = []
    single: list[tuple[Span, int, int]] = []
    for line in lines.values():
        if len(line) == 1:
            single += line
        for first, second in zip(line[::2], [*line[1::2], None], strict=False) if len(line) > 1 else ():
            rows.append(_row(reader, first, second))
    while single:
        first = single.pop(0)
        second = single.pop(0) if single and 0 <= single[0][0].low - first[0].low < 1440 else None
        rows.append(_row(reader, first, second))
    return sorted(rows, key=lambda row: row[0].low)


def _clocked(reader: Reader) -> list[tuple[Span, int, int]]:
    """The moments of a log that tell a time of day; a clock time that follows a day of another row is not its own."""
    out: list[tuple[Span, int, int]] = []
    for line in _lines(reader):
        out += [one for one in reader.moments(*line) if one[0].high - one[0].low < 1439]
    return out


def _lines(reader: Reader) -> list[tuple[int, int]]:
    """Cleaned spans of the lines of the paper: the cleaned text joins lines that were broken in the middle."""
    out, start, before = [], 0, 0
    for at in range(len(reader.text)):
        line = reader.sheet.raw.count("\n", before, place := reader.span(at, at + 1)[0])
        if line and at > start:
            out.append((start, at))
            start = at
        before = place
    return [*out, (start, len(reader.text))]


def _row(
    reader: Reader, first: tuple[Span, int, int], second: tuple[Span, int, int] | None
) -> tuple[Span, Span | None, int, int]:
    a, b = reader.span(first[1], second[2] if second else first[2])
    return first[0], second[0] if second else None, a, b


_HURT = r"(?:伤痕|外伤|淤青|瘀青|淤血|瘀血|红肿|肿胀|青紫|擦伤|划伤|骨折|破损|破溃|瘀斑|瘀痕|淤斑|抓痕|勒痕|咬痕|压痛|疤痕新鲜|挫伤|皮下出血)"


def body_check(reader: Reader) -> Form:
    """入所健康检查表: injuries recorded, recorded as absent, or not told."""
    form = Form("body_check", speaker_role="accused")
    who = reader.labelled("姓名|在押人员(?:姓名)?|被检查人(?:姓名)?")
    names = reader.names(*who) if who else ()
    form.speaker = names[0] if names else ""
    moments = list(reader.moments(0, len(reader.text)))
    if moments:
        form.item.append(reader.cell(Item.happened, *moments[-1]))
    hurt, clear = _injury(reader)
    found = hurt or clear
    if found:
        form.item.append(reader.cell(Item.summary, reader.raw(*found.span()).strip(), *found.span()))
        from gaoyao.dossier.vocabulary import Interrogation

        form.cells.append(reader.cell(Interrogation.injury_at_check, hurt is not None, *found.span()))
    return form


_CHECKED = r"(?:体表|体检|身体|全身|皮肤)?[^。，；\n]{0,6}(?:有无|是否有?)?[^。，；\n]{0,4}(?:外伤|伤痕|伤情|损伤|伤病)(?:情况|痕迹)?"
_OLD = re.compile(r"陈旧|(?<!新)旧|结痂脱落|手术|幼年|疤痕|瘢痕|胎记|纹身")


def _injury(reader: Reader) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The words of an injury, or of none: by the ticked box, by fresh marks that are described, by words that deny any."""
    box = ticked(reader.text, _CHECKED)
    if box is not None:
        told = re.compile(r".+", re.DOTALL).match(reader.text, box[1], box[2])
        return (told, None) if box[0] else (None, told)
    clear = re.search(
        rf"(?:体表|身体|全身)?[^。，；\n]{{0,8}}(?:无|未见|没有|未发现)(?:明显|任何|新鲜|异常)?{_HURT}?(?:外伤|伤痕|损伤|伤情|异常)|(?:外伤|伤痕|伤情|损伤|体表)(?:情况|检查)?[：:]?(?:无|未见)(?=[。；，\n]|$)",
        reader.text,
    )
    for found in re.finditer(rf"[^。，；\n]{{0,24}}{_HURT}[^。，；\n]{{0,24}}", reader.text):
        denied = re.search(
            rf"(?:无|未见|没有|未发现|否认)(?:明显|任何|新鲜)?[^。，；\n]{{0,6}}{_HURT}", found.group()
        )
        if (
            not denied
            and not (
                _OLD.search(found.group())
                and not re.search(r"新鲜(?!外伤)|青紫|瘀|淤|红肿|出血", found.group())
            )
            and not re.search(rf"{_HURT}[：:]?(?:无|未见)", found.group())
        ):
            return found, None
    return None, clear or re.search(r"(?:未见|无)(?:明显)?异常", reader.text)


def recording(reader: Reader) -> Form:
    """A note on the recording of questionings: when each was made.  What was not recorded: `forms.recordings`."""
    form = note(reader)
    form.kind = "recording"
    for row in re.finditer(r"[^\n。]+", reader.text):
        moments = list(reader.moments(*row.span()))
        if moments and re.search("讯问|录音", row.group()):
            a, b = reader.span(moments[0][1], moments[-1][2])
            form.rows.append((moments[0][0], moments[1][0] if len(moments) > 1 else None, a, b))
    return form


def motion(reader: Reader) -> Form:
    """An application to exclude evidence: by whom, when, whether it gives leads."""
    form = Form("motion")
    who = re.search(r"申请人[：:]?([^\n，。]{2,20})", reader.text)
    moments = list(reader.moments(0, len(reader.text)))
    cells: list[Cell | None] = [
        reader.cell(Motion.by, reader.raw(*who.span(1)).strip(), *who.span(1)) if who else None
    ]
    cells.append(reader.cell(Motion.filed_on, *moments[-1]) if moments else None)
    clue = re.search(
        r"(?:线索|材料)[：:][^\n]{4,}|(?:殴打|刑讯|威胁|不让睡|戒具|电击|疲劳审讯)[^。\n]{0,40}", reader.text
    )
    cells.append(reader.cell(Motion.clue, True, *clue.span()) if clue else None)
    form.cells = whole(cells, (Motion.by, Motion.filed_on))
    return form


def hearing(reader: Reader) -> Form:
    """庭审笔录, 庭前会议: when and of what kind."""
    form = Form("hearing")
    kind = "pretrial" if reader.sheet.document.kind.code == "pretrial" else "trial"
    form.cells.append(reader.cell(Hearing.type, kind, 0, min(len(reader.text), 20)))
    found = reader.labelled("(?:开庭|会议|庭审)?时间")
    moments = list(reader.moments(*found)) if found else []
    moments = moments or list(reader.moments(0, len(reader.text)))
    if moments:
        form.cells.append(reader.cell(Hearing.held_on, *moments[0]))
    return form


def supplement(reader: Reader) -> Form:
    """A return for supplementary investigation, or the court's advice."""
    form = Form("supplement")
    by = (
        "court"
        if "人民法院" in reader.text[:60]
        else "prosecution_return"
        if "退回" in reader.text[:200]
        else "prosecution_request"
    )
    form.cells += [
        reader.cell(Supplement.by, by, 0, min(len(reader.text), 30)),
        reader.cell(Supplement.written, True, 0, min(len(reader.text), 30)),
    ]
    received = re.search(r"(?:收到|送达)(?:日期|时间)[：:]?", reader.text)
    moments: list[tuple[Span, int, int]] = (
        list(reader.moments(received.end(), len(reader.text))) if received else []
    )
    if moments:
        form.cells.append(reader.cell(Supplement.received_on, *moments[0]))
    return form
