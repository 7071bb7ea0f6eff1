"""Builds one case: draws it, lays its papers into a few merged PDFs, and tells the truth about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from random import Random

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from benchmarks.planted_files.contract import Planted, Truth, Value
from benchmarks.planted_files.family_bing.case import Case, amounts, confess, take_statements
from benchmarks.planted_files.family_bing.flaws import choose_story, draw
from benchmarks.planted_files.family_bing.layout import Laid, Paper, lay
from benchmarks.planted_files.family_bing.papers_bulk import contents, last_sheet
from benchmarks.planted_files.family_bing.plan import make_plan, shift_log
from benchmarks.planted_files.family_bing.render import draw_picture, draw_text, picture, spoiled, worn
from benchmarks.planted_files.family_bing.story import Item
from benchmarks.planted_files.family_bing.volumes import volumes
from benchmarks.planted_files.family_bing.world import FEMALE, make_world

FAMILY = "丙"
FULL = 6  # runs of text on a page worth reading
SHOPS = ("晴川", "老巷口", "三棵树", "云上", "福来", "渡口", "小满", "十里")
SCANNED = (
    "传唤证",
    "拘留证",
    "逮捕证",
    "扣押清单",
    "入所健康检查表",
    "提讯提解证",
    "办案区登记表",
    "搜查证",
    "鉴定意见通知书",
)


def trait_of(rng: Random, charge: str, flaws: frozenset[str]) -> str:
    """Whether the accused is a minor or needs an interpreter."""
    chance = rng.random()
    if "minor_alone" in flaws:
        return "minor"
    if "no_interpreter" in flaws:
        return "tongue"
    if charge in ("盗窃", "抢劫", "故意伤害") and chance < 0.12:
        return "minor"
    return "tongue" if charge in ("盗窃", "故意伤害") and chance > 0.9 else ""


def make_case(seed: int, flaws: Sequence[str] | None) -> Case:
    """Draw a case from the seed."""
    rng = Random(f"bing-{seed}")
    story = choose_story(rng, flaws or ())
    codes = draw(rng, seed, story.charge) if flaws is None else frozenset(flaws)
    trait = trait_of(rng, story.charge, codes)
    hour = rng.randint(story.hour[0], story.hour[1] - 1)
    crime = datetime(
        rng.randint(2019, 2024), rng.randint(1, 12), rng.randint(1, 28), hour, rng.randint(2, 57)
    )
    women = FEMALE | {"V"} if story.charge == "抢劫" else FEMALE
    w = make_world(rng, crime.year, trait == "minor", women)
    plan = make_plan(rng, w, codes, crime, story.charge)
    fields = amounts(rng, crime, rng.choice(SHOPS))
    fields |= {
        "city": w.city,
        "county": w.county,
        "street": w.street,
        "street2": w.street2,
        "trace": story.trace,
    }
    first = story.items[0]
    values = [
        filled(text, fields)
        for text in (first.name, first.count, first.feature, first.odd_count, first.odd_feature)
    ]
    fields |= {"count": values[1], "item": values[0]}
    case = Case(rng, codes, w, plan, story, trait, fields, Item(*values))
    take_statements(case)
    confess(case)
    return case


def filled(text: str, fields: dict[str, str]) -> str:
    """A text with the story's numbers put in."""
    for key, value in fields.items():
        text = text.replace("{" + key + "}", value)
    return text


def choose_scans(case: Case, papers: list[tuple[str, Paper, list[Laid]]]) -> set[tuple[int, int]]:
    """The pages to be scanned: a few one-page forms, and the signed last page of a questioning."""
    rng = case.rng
    forms = [
        (number, 0)
        for number, (_, paper, pages) in enumerate(papers)
        if paper.kind in SCANNED and len(pages) == 1
    ]
    chosen = set(rng.sample(forms, min(len(forms), rng.randint(2, 5))))
    talks = [(n, len(pages) - 1) for n, (_, paper, pages) in enumerate(papers) if paper.kind == "讯问笔录"]
    chosen.add(rng.choice(talks))
    return chosen


def written(page: Laid) -> int:
    """How many runs of text a page has."""
    return sum(1 for op in page.ops if op.what == "text" and op.text.strip())


def choose_spoiled(case: Case, papers: list[tuple[str, Paper, list[Laid]]]) -> tuple[int, int]:
    """An inner page without values or flaws, to be made unreadable."""
    inner = [
        (number, at)
        for number, (_, paper, pages) in enumerate(papers)
        for at in range(1, len(pages) if paper.kind == "现场照片" else len(pages) - 1)
        if not pages[at].values and not pages[at].flaws and written(pages[at]) >= FULL
    ]
    return case.rng.choice(inner)


def indexed(case: Case, laid: list[tuple[str, Paper, list[Laid]]]) -> list[tuple[str, Paper, list[Laid]]]:
    """Put a table of contents before the papers of a volume, where the volume has one."""
    result: list[tuple[str, Paper, list[Laid]]] = []
    for file in dict.fromkeys(name for name, _, _ in laid):
        mine = [entry for entry in laid if entry[0] == file]
        if file.startswith("案卷") and case.rng.random() < 0.6:
            page, entries = 2, []
            for _, paper, pages in mine:
                entries.append((paper.kind, page))
                page += len(pages)
            table = contents(case, entries)
            result.append((file, table, lay(table)))
        result.extend(mine)
    return result


class Binder:
    """Draws the papers into their files and keeps the truth."""

    def __init__(self, folder: Path, case: Case, seed: int) -> None:
        self.folder, self.case, self.seed = folder, case, seed
        self.papers: list[tuple[str, str, int, int]] = []
        self.flaws: list[Planted] = []
        self.values: list[Value] = []
        self.pages = 0

    def bind(self, laid: list[tuple[str, Paper, list[Laid]]]) -> None:
        """Draw every file."""
        scans = choose_scans(self.case, laid)
        sideways = self.case.rng.choice(sorted(scans))
        bad = choose_spoiled(self.case, laid) if "page_unreadable" in self.case.flaws else None
        how = self.case.rng.choice(("倒置", "镜像", "空白", "只有水印"))
        for file in dict.fromkeys(name for name, _, _ in laid):
            canvas = Canvas(str(self.folder / file), pagesize=(595.0, 842.0), invariant=1, pageCompression=1)
            page = 0
            for number, (name, paper, pages) in enumerate(laid):
                if name != file:
                    continue
                self.papers.append((paper.kind, file, page + 1, page + len(pages)))
                for at, one in enumerate(pages):
                    page += 1
                    self.note(file, page, paper.kind, one)
                    if (number, at) == bad:
                        self.flaws.append(Planted("page_unreadable", file, page, f"这一页{how}，不能阅读"))
                        rng = Random(f"spoil-{self.seed}")
                        draw_picture(canvas, spoiled(worn(picture(one, rng), rng), how), False)
                    elif (number, at) in scans:
                        rng = Random(f"scan-{self.seed}-{number}-{at}")
                        draw_picture(canvas, worn(picture(one, rng), rng), (number, at) == sideways)
                    else:
                        draw_text(canvas, one)
            canvas.save()
            self.pages += page

    def note(self, file: str, page: int, kind: str, laid: Laid) -> None:
        """Keep the values and flaws of a page."""
        self.values.extend(Value(file, page, kind, label, value) for label, value in laid.values)
        self.flaws.extend(Planted(code, file, page, done) for code, done in laid.flaws)


def build(folder: Path, seed: int, flaws: Sequence[str] | None = None) -> Truth:
    """Write the volumes of one invented case into `folder` and tell the truth about them.

    The same seed and flaws give the same bytes.  Raises ValueError for unknown flaws or flaws that do not fit
    one case together (`flaws.NOT_IN`, `flaws.APART`).
    """
    case = make_case(seed, flaws)
    moved = shift_log(case.p) if "log_disagrees" in case.flaws else None
    laid = [(file, paper, lay(paper)) for file, paper in volumes(case, moved)]
    sheet = last_sheet(case)
    laid = [*indexed(case, laid), (laid[-1][0], sheet, lay(sheet))]
    folder.mkdir(parents=True, exist_ok=True)
    binder = Binder(folder, case, seed)
    binder.bind(laid)
    planted = unique(binder.flaws)
    missing = case.flaws - {flaw.code for flaw in planted}
    if missing:
        raise ValueError(f"flaws {sorted(missing)} found no place in case {seed} ({case.story.charge})")
    papers, values = tuple(binder.papers), tuple(binder.values)
    return Truth(FAMILY, seed, case.story.charge, (case.a,), binder.pages, papers, planted, values)


def unique(flaws: list[Planted]) -> tuple[Planted, ...]:
    """The flaws without repeats of the same place."""
    return tuple(dict.fromkeys(flaws))
