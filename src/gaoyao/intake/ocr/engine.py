"""The recogniser (rapidocr, models in its wheel) behind one small interface."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

import numpy as np

INSTALL = "pip install 'gaoyao[ocr]'"
LONGEST_SIDE = 960


class Word(NamedTuple):
    """A recognised line: its text, four corners in pixels, and how sure the recogniser is (0 to 1)."""

    text: str
    corners: tuple[tuple[float, float], ...]
    score: float

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom in pixels."""
        xs, ys = zip(*self.corners, strict=True)
        return int(min(xs)), int(min(ys)), int(max(xs)) + 1, int(max(ys)) + 1

    @property
    def upright(self) -> bool:
        """Is the line taller than wide, as lines are on a page that lies on its side?"""
        left, top, right, bottom = self.bounds
        return (bottom - top) > 1.5 * (right - left)


class Engine(Protocol):
    """What the rest needs of a recogniser."""

    name: str

    def words(self, grey: Any) -> list[Word]:
        """Detect and recognise all lines of a grey picture."""

    def read_lines(self, crops: Sequence[Any]) -> list[tuple[str, float]]:
        """Recognise pictures of single lines."""


def available() -> bool:
    """Are the recogniser and an engine for it installed?"""
    return importlib.util.find_spec("rapidocr") is not None and bool(_runtime())


def _runtime() -> str:
    for name in ("openvino", "onnxruntime"):
        if importlib.util.find_spec(name) is not None:
            return name
    return ""


def block_telemetry() -> None:
    """Keep openvino from importing its module that reports use to its makers; it falls back to doing nothing."""
    blocked: dict[str, Any] = {"openvino_telemetry": None}
    sys.modules.update(blocked)


class _Rapid:
    def __init__(self, threads: int) -> None:
        import logging

        block_telemetry()
        from rapidocr import EngineType, RapidOCR  # type: ignore[import-not-found, import-untyped, unused-ignore]

        runtime = _runtime()
        kind = EngineType.OPENVINO if runtime == "openvino" else EngineType.ONNXRUNTIME
        settings: dict[str, Any] = {
            "Det.engine_type": kind, "Cls.engine_type": kind, "Rec.engine_type": kind, "Global.use_cls": False,
            "Det.limit_side_len": LONGEST_SIDE, "Det.limit_type": "max", "Global.log_level": "error",
        }  # fmt: skip
        if threads:
            settings["EngineConfig.openvino.inference_num_threads"] = threads
            settings["EngineConfig.onnxruntime.intra_op_num_threads"] = threads
        logging.getLogger("RapidOCR").setLevel(logging.ERROR)
        self.ocr: Any = RapidOCR(params=settings)
        self.name = f"rapidocr+{runtime}"

    def words(self, grey: Any) -> list[Word]:
        found = self.ocr(_three(grey), use_det=True, use_cls=False, use_rec=True)
        if found is None or found.boxes is None or found.txts is None:
            return []
        return [
            Word(str(text), tuple((float(x), float(y)) for x, y in box), float(score))
            for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
        ]

    def read_lines(self, crops: Sequence[Any]) -> list[tuple[str, float]]:
        out: list[tuple[str, float]] = []
        for crop in crops:
            found = self.ocr(_three(crop), use_det=False, use_cls=False, use_rec=True)
            text, score = (
                ("".join(found.txts), float(np.mean(found.scores)))
                if found is not None and found.txts
                else ("", 0.0)
            )
            out.append((text, score))
        return out


def _three(grey: Any) -> Any:
    return np.ascontiguousarray(np.dstack([grey] * 3))


@lru_cache(maxsize=1)
def engine(threads: int = 0) -> Engine:
    """The recogniser of this process, made once; `threads` 0 leaves the number to it.

    Raises ImportError where the optional part is not installed.
    """
    return _Rapid(threads)
