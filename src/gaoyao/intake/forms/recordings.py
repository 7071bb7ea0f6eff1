"""What a paper says of the recordings of questionings: which was not recorded, which recording has gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Interrogation
from gaoyao.intake.forms.base import Reader
from gaoyao.intake.judgments.numerals import number
from gaoyao.logic.tree import Field

_UNIT = re.compile(r"[^。；\n]+")
_ABSENT = re.compile(
    r"(?:未|没有?|不)(?:能|予|曾)?(?:进行|予以|制作|开启|做|作|全程|同步|对[^，。]{0,16}|完整|的)*(?:录制|录音|录像|摄录|拍摄)|(?:无法|不能)(?:提供|移送)[^。，]{0,16}录(?:音|像|制)|无(?:同步|讯问)*(?:录音|录像)|录音录像[：:]?无"
)
_GAP = re.compile(
    r"(?<![未无不])(?<!没有)(?<!未见)(?<!未发现)(?<!均未)(?:中断|缺失|损坏|丢失|被?覆盖|无法(?:播放|读取|打开)|设备故障|未(?:能)?保存|不完整|剪接|剪辑|黑屏|没有声音|无声|只(?:录制|录)(?:了|有)|仅(?:录制|录)(?:了|有)|缺少)(?!等?(?:情形|现象|情况|问题)?(?:均)?(?:未|没有))"
)
_ABOUT = re.compile(r"录音|录像|录制|摄录|光盘|音视频")
_ORDINAL = re.compile(
    r"第?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})(?:、第?(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2}))?次"
)


_ROW = 20
"""Two numbers of questionings further apart than this are two rows."""


class Said(NamedTuple):
    """One statement: the field of the questioning and its value; which questionings (numbers, moments; neither: all), raw span."""

    field: Field
    value: bool
    numbers: tuple[int, ...]
    moments: tuple[Span, ...]
    start: int
    end: int


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Sentences and lines; of a table whose rows were joined, its rows: each begins with its number."""
    for unit in _UNIT.finditer(text):
        cuts = [unit.start()]
        for one in _ORDINAL.finditer(text, *unit.span()):
            if one.start() - cuts[-1] > _ROW:
                cuts.append(one.start())
        yield from zip(cuts, [*cuts[1:], unit.end()], strict=True)


def of_recordings(reader: Reader) -> Iterator[Said]:
    """Every statement of a paper that a questioning was not recorded, or not wholly."""
    text = reader.sheet.flow.text
    if not _ABOUT.search(text) or "讯问" not in text:
        return
    for begin, stop in _units(text):
        words = text[begin:stop]
        absent, gap = _ABSENT.search(words), _GAP.search(words)
        if not (absent or (gap and (_ABOUT.search(words) or re.search("第.{1,3}次", words)))):
            continue
        if absent and re.search(r"(?:没有|未)(?:发现|出现)", words[: absent.end()]):
            continue
        start, end = reader.sheet.flow.span(begin, stop)
        numbers = tuple(
            value
            for one in _ORDINAL.finditer(words)
            for name in ("n", "m")
            if one[name] and (value := number(one[name]) or 0)
        )
        moments = tuple(one[0] for one in reader.moments(start, end))
        if not numbers and not moments and not re.search(r"讯问|均|全部|历次|各次|所有", words):
            continue
        if absent:
            yield Said(Interrogation.recorded, False, numbers, moments, *reader.span(start, end))
        else:
            yield Said(Interrogation.recording_complete, False, numbers, moments, *reader.span(start, end))
