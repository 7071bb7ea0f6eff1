"""Read a folder: files → pages → recognition of what has no trusted text; every file and page accounted for."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path

from gaoyao.intake.ocr import jobs
from gaoyao.intake.ocr.engine import available
from gaoyao.intake.ocr.reading import as_page
from gaoyao.intake.pages.dispatch import Volume, read_volume
from gaoyao.intake.pages.model import Page, State, Why
from gaoyao.intake.sources.model import Form, Limits
from gaoyao.intake.sources.store import Store
from gaoyao.intake.sources.walk import collect

Progress = Callable[[str, int, int, str], None]
"""Told what is being done, how many are done, of how many, and which file or page is meant."""

SAMPLE = 10
"""Of pages whose text layer lies over a scan, every tenth is also recognised and compared."""
ALIKE = 0.75
"""Below this likeness the layer of the file is not believed.  Ours (提示)."""


def _silent(what: str, done: int, total: int, where: str) -> None:
    return None


def read_folder(
    folder: Path, store: Store, *, ocr: bool = True, workers: int = 0, limits: Limits | None = None,
    skip: frozenset[Path] = frozenset(), progress: Progress = _silent, names: Mapping[str, str] | None = None,
) -> list[Volume]:  # fmt: skip
    """All volumes of a folder, a zip or a single file, in order.

    `ocr` asks for recognition where it is installed; `workers` 0 takes a process a core; `skip` are paths this
    run writes itself; `names` (sha256 → name) says which of several files with the same bytes is read.  What stands in a file never raises; OSError of the store does.
    """
    sources = collect(folder, store, limits, skip, names)
    volumes: list[Volume] = []
    for number, source in enumerate(sources, 1):
        progress("读取", number, len(sources), source.name)
        volumes.append(read_volume(source))
    if ocr and available():
        _recognise(volumes, store, workers, progress)
    for volume in volumes:
        if volume.pages:
            _keep_pages(volume, store)
    return volumes


def recognised(pages: Path) -> Path:
    """What recognition said of an original: beside the text of its pages."""
    return pages.with_suffix(".ocr.jsonl")


def _recognise(volumes: list[Volume], store: Store, workers: int, progress: Progress) -> None:
    places = {task: (volume, n) for volume, n, task in _tasks(volumes)}
    if places:
        results = jobs.run(list(places), lambda sha: recognised(store.pages_of(sha)), workers)
        differing: list[Volume] = []
        for done, (task, read) in enumerate(results, 1):
            volume, n = places[task]
            page = volume.pages[n]
            progress("识别", done, len(places), f"{volume.source.name} {page.label}")
            if page.state is State.TEXT:
                if alike(page.text, read.text) < ALIKE and volume not in differing:
                    differing.append(volume)
            else:
                volume.pages[n] = as_page(page, read)
        for volume in differing:
            volume.pages[:] = [_disbelieved(page) for page in volume.pages]
        if differing:
            _recognise(differing, store, workers, progress)


def _tasks(volumes: list[Volume]) -> Iterator[tuple[Volume, int, jobs.Task]]:
    for volume in volumes:
        source = volume.source
        if source.path is None or source.form not in (Form.PDF, Form.IMAGE, Form.DOCX):
            continue
        doubles = 0
        for n, page in enumerate(volume.pages):
            sampled = page.double and page.state is State.TEXT and doubles % SAMPLE == 0
            doubles += page.double
            if sampled or (page.picture and page.state is State.UNREAD):
                place = int(page.label[1:]) if source.form is Form.DOCX else 0
                yield volume, n, jobs.Task(source.sha256, source.path, source.form, page.number, place)


def _disbelieved(page: Page) -> Page:
    if page.state is State.TEXT and page.double:
        return Page(
            page.number,
            page.label,
            State.UNREAD,
            page.text,
            Why.LAYER_DIFFERS,
            notes=("文字层与抽查页的识别结果不符，改用识别",),
            picture=True,
        )
    return page


def alike(layer: str, seen: str) -> float:
    """How alike two readings of one page are: 0 to 1, blanks and punctuation left out."""
    one, two = ("".join(char for char in text if char.isalnum()) for text in (layer, seen))
    if not one or not two:
        return float(one == two)
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def _keep_pages(volume: Volume, store: Store) -> None:
    """The text of every page beside the originals, so that an address can be opened again."""
    target = store.pages_of(volume.source.sha256)
    with tempfile.NamedTemporaryFile(
        "w", dir=target.parent, delete=False, encoding="utf-8", newline="\n", suffix=".part"
    ) as out:
        for page in volume.pages:
            row = {
                "number": page.number,
                "label": page.label,
                "state": page.state.value,
                "text": page.text,
                "lines": page.lines,
            }
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    Path(out.name).replace(target)
