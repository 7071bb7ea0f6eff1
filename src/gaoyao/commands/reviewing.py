"""`gaoyao review`: many files, one after another; a bad one does not stop the others and is listed at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console

from gaoyao.commands.outputs import CASE_SUFFIXES, OutputError, Plan, plan, write
from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.exchange import load
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DossierError
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import View, readable
from gaoyao.law.interpretations import UnknownInterpretationError
from gaoyao.law.rule import Weight
from gaoyao.law.texts.store import Store, home
from gaoyao.law.texts.timeline import Library
from gaoyao.review.api import Reader, ReviewError, review
from gaoyao.review.model import Review
from gaoyao.review.provenance import digest_of
from gaoyao.review.words import with_words

FORMATS = ("terminal", "html", "json")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the options say."""

    today: date
    hearing: date | None
    stage: str | None
    role: Reader
    switches: dict[str, str]
    format: str | None
    output: Path | None
    defence: str = ""
    library: Library | None = None
    robust: bool = False


@dataclass(slots=True)
class Job:
    """What became of every file; `done` has each by its number in the list."""

    done: list[tuple[int, Review]] = field(default_factory=list)
    failed: list[tuple[Path, str]] = field(default_factory=list)
    written: bool = True

    @property
    def compelling(self) -> bool:
        """Does any review hold a finding that compels?"""
        return any(one.weight is Weight.MANDATORY for _, made in self.done for one in made.findings)


def case_files(paths: tuple[Path, ...]) -> Iterator[tuple[Path, str]]:
    """Every case file named or found in the folders, in order, each with a reason where it cannot be one."""
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.iterdir() if one.suffix.lower() in CASE_SUFFIXES)
            if not inside:
                papers = any(one.is_file() for one in path.rglob("*"))
                yield (
                    path,
                    "" if papers else f"{path}: 文件夹里没有案件文件（.yaml、.yml、.json），也没有卷宗材料。",
                )
            for one in inside:
                yield one, ""
        elif not path.exists():
            yield path, f"{path}: 没有这个文件。请检查路径。"
        else:
            yield path, ""


def imported_texts() -> Library | None:
    """The statute texts this user imported with `gaoyao law import`; None where there are none."""
    folder = home()
    return Library(Store(folder).load()) if (folder / "laws").is_dir() else None


def parts_for(log: Log, role: Reader, defence: str) -> frozenset[PartKey]:
    """The parts this reader may read; a defender reads his own material, named where the file holds several.

    Raises ReviewError when it is not clear whose material is meant.
    """
    if role is not Reader.DEFENDER:
        return readable(role.value)
    owners = sorted(owner for part, owner in log.parts if part is Part.DEFENCE)
    if defence and defence not in owners:
        raise ReviewError(f"案件里没有“{defence}”的辩护材料；有的是：{'、'.join(owners) or '无'}")
    if not defence and len(owners) > 1:
        raise ReviewError(f"案件里有几方的辩护材料：{'、'.join(owners)}；请用 --defence 写明是哪一方")
    owner = defence or (owners[0] if owners else "")
    return readable(role.value, owner) if owner else frozenset({MAIN})


def read_papers(folder: Path) -> Log:
    """The draft of a folder of papers that holds no case file; what was not read is told on standard error.

    Nothing is kept: `gaoyao read` writes the draft, so that a person can confirm it.  Raises DossierError.
    """
    from gaoyao.commands.reading import draft_only

    return draft_only(folder)


def review_file(path: Path, settings: Settings) -> Review:
    """Load and review one file, or the papers of one folder.  Raises DossierError, ReviewError, UnknownInterpretationError."""
    log = read_papers(path) if path.is_dir() else load(path).log
    view = View(log, parts_for(log, settings.role, settings.defence))
    made = review(view, settings.today, settings.stage, settings.hearing, settings.switches, settings.role)
    made = replace(made, material=digest_of(path))
    return with_words(made, settings.library) if settings.library else made


def review_files(paths: tuple[Path, ...], settings: Settings) -> Job:
    """Review all, then write; progress and errors go to standard error.  Raises OutputError before reviewing."""
    errors = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    job = Job()
    listed = list(case_files(paths))
    places = plan([path for path, _ in listed], settings.output, settings.format)
    for number, (path, problem) in enumerate(listed, 1):
        if len(listed) > 1:
            errors.print(f"[{number}/{len(listed)}] {path.name}")
        try:
            if problem:
                raise DossierError((problem,))
            job.done.append((number - 1, review_file(path, settings)))
        except (DossierError, ReviewError, UnknownInterpretationError) as error:
            job.failed.append((path, str(error.args[0] if error.args else error)))
    try:
        _write(job, places, settings, errors)
    except OutputError as error:
        job.written = False
        errors.print(f"{error}")
    for path, problem in job.failed:
        errors.print(f"未审查：{path}\n{problem}")
    return job


def _write(job: Job, places: Plan, settings: Settings, errors: Console) -> None:
    if not job.done:
        return
    if not places.targets:
        for _, made in job.done:
            _print(made, places.format, settings.robust)
        return
    pages = {places.targets[number]: made for number, made in job.done}
    texts = {path: rendered(made, places.format, settings.robust) for path, made in pages.items()}
    if places.index:
        from gaoyao.review.render.html import index

        texts[places.index] = index(
            [(path.name, made) for path, made in pages.items()], [path.name for path, _ in job.failed]
        )
    for path, text in texts.items():
        write(path, text)
    errors.print(
        f"已写出 {len(texts)} 个文件：{places.index or (places.targets[0] if len(pages) == 1 else places.targets[0].parent)}"
    )
    if len(places.targets) > 1 and places.format != "terminal":
        from gaoyao.review.render.terminal import summary

        summary(list(pages.values()), Console())


def _print(made: Review, chosen: str, robust: bool) -> None:
    if chosen == "terminal":
        from gaoyao.review.render.terminal import render

        console = Console() if sys.stdout.isatty() else Console(width=120, no_color=True)
        render(made, console, robust)
    else:
        sys.stdout.write(rendered(made, chosen, robust))


def rendered(made: Review, chosen: str, robust: bool = False) -> str:
    """The review as text in a format."""
    if chosen == "json":
        from gaoyao.review.render.as_json import dumps

        return dumps(made, robust)
    if chosen == "html":
        from gaoyao.review.render.html import page

        return page(made, made.robustness if robust else None)
    from gaoyao.review.render.terminal import render

    text = StringIO()
    render(made, Console(width=120, no_color=True, file=text), robust)
    return text.getvalue()
