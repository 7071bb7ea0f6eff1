"""Build one case of family 乙: write its papers, sort them into folders, tell the truth about them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.planted_files.contract import Planted, Truth, Value
from benchmarks.planted_files.family_yi import court, experts, forms, jail, media, persons, scene
from benchmarks.planted_files.family_yi.flaws import choose
from benchmarks.planted_files.family_yi.model import Paper
from benchmarks.planted_files.family_yi.story import Case
from benchmarks.planted_files.family_yi.talks import interrogations
from benchmarks.planted_files.family_yi.writers import EXTENSION, write, zipped

KEYS = ("law", "ask", "wit", "scene", "search", "exp", "ident", "av", "data", "who", "note", "proc")
WORDS = (
    "法律手续 讯问笔录 询问笔录 现场勘验提取 搜查扣押 鉴定 辨认 视听电子 调取数据 身份前科 情况说明 检察文书".split(),
    "立案强制措施 嫌疑人供述 被害人证人 勘查 扣押物品 鉴定意见 辨认笔录 监控和电子数据 话单流水 户籍 到案及说明 移送起诉".split(),
    "程序卷 讯问 询问 现场 物证 鉴定文书 辨认 视频 数据 人员 工作说明 诉讼文书".split(),
)
THICK = 26  # so many pages of lists in `data` and more go into a zip


def tell(seed: int, flaws: Sequence[str] | None) -> Case:
    """Write the papers of a case in the order they came about."""
    case = Case(seed, *choose(seed, flaws))
    forms.cover(case)
    forms.opening(case)
    scene.survey(case)
    persons.interviews(case)
    media.cameras(case)
    media.electronics(case)
    scene.body(case)
    sittings = interrogations(case)
    scene.search(case)
    scene.reveal(case)
    scene.weighing(case)
    forms.custody(case)
    jail.health(case)
    jail.log(case, sittings)
    jail.recordings(case, sittings)
    persons.identifications(case)
    experts.opinions(case)
    media.bulk(case)
    forms.coming(case)
    court.returned(case)
    court.legality(case)
    court.ending(case)
    thin(case)
    if case.has("confession_only"):
        record = next(paper for paper in case.papers if paper.kind == "起诉意见书")
        record.plant(
            "confession_only",
            "谁进入现场实施盗窃只有犯罪嫌疑人的供述，没有指纹、监控、辨认、赃物等其他证据与其相连",
        )
    if case.has("alibi_unchecked"):
        record = [paper for paper in case.papers if paper.kind == "讯问笔录"][1]
        record.plant("alibi_unchecked", "犯罪嫌疑人提出案发时在表哥处，有证人和摄像头，卷内没有任何查证")
    return case


def thin(case: Case) -> None:
    """In some seeds a lean volume: what the records tell themselves is not kept as a paper of its own."""
    if random.Random(f"yi thin {case.seed}").random() < 0.45:
        spare = {"现场照片说明", "情况说明", "前科查询"} | (
            {"电子数据提取笔录"} if case.plot.charge == "盗窃" else set()
        )
        case.papers = [
            paper
            for paper in case.papers
            if paper.planted
            or not (paper.kind in spare or (paper.folder == "wit" and paper.kind == "权利义务告知书"))
        ]


def places(case: Case) -> list[tuple[Paper, str]]:
    """Each paper with its path inside the folder, folder by folder, numbered in each."""
    rng = random.Random(f"yi places {case.seed}")
    words, style = rng.choice(WORDS), rng.choice(("{n:02d}_{w}", "{n:02d} {w}", "{n}、{w}"))
    order = [*KEYS[:2], *rng.sample(KEYS[2:-1], k=len(KEYS) - 3), KEYS[-1]]
    named = rng.choice(("{n:02d} {s}", "{n:02d}_{s}", "{n}. {s}"))
    placed: list[tuple[Paper, str]] = [
        (paper, paper.stem + EXTENSION[paper.fmt]) for paper in case.papers if not paper.folder
    ]
    counts: Counter[str] = Counter()
    present = [key for key in order if any(paper.folder == key for paper in case.papers)]
    for number, key in enumerate(present, 1):
        folder = style.format(n=number, w=words[KEYS.index(key)])
        for paper in (paper for paper in case.papers if paper.folder == key):
            counts[key] += 1
            placed.append(
                (paper, f"{folder}/{named.format(n=counts[key], s=paper.stem)}{EXTENSION[paper.fmt]}")
            )
    return placed


def build(folder: Path, seed: int, flaws: Sequence[str] | None = None) -> Truth:
    """Write the case of `seed` into `folder` and return the truth about it.

    A docx or txt counts one page for every thousand characters; its papers and flaws are told with page 1.
    Papers inside a zip are told as `lists.zip/paper.txt`; no flaw and no value lies in a zip.

    Raises:
        ValueError: the flaws asked for cannot stand in one case of this family.
    """
    case = tell(seed, flaws)
    written = [(paper, path, *write(paper, seed)) for paper, path in places(case)]
    packed = sum(pages for paper, _, _, pages in written if paper.folder == "data") >= THICK
    archives: dict[str, list[tuple[str, bytes]]] = {}
    told: list[tuple[str, str, int, int]] = []
    planted: list[Planted] = []
    values: list[Value] = []
    total = 0
    for paper, path, content, pages in written:
        if paper.folder == "data" and packed:
            archive, _, member = path.partition("/")
            path = f"{archive}.zip/{member}"
            archives.setdefault(f"{archive}.zip", []).append((member, content))
        else:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        total += pages
        told.append((paper.kind, path, 1, pages if paper.fmt == "pdf" else 1))
        planted += [Planted(code, path, 1, done) for code, done in paper.planted]
        values += [Value(path, 1, paper.kind, label, value) for label, value in paper.values]
    for name, members in archives.items():
        (folder / name).write_bytes(zipped(members))
    return Truth(
        "乙", seed, case.plot.charge, (case.accused.name,), total, tuple(told), tuple(planted), tuple(values)
    )
