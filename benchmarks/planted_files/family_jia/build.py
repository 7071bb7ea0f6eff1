"""Builds the two volumes of one case and tells the truth about them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from benchmarks.planted_files.contract import Planted, Truth, Value
from benchmarks.planted_files.family_jia import forms_filing as filing
from benchmarks.planted_files.family_jia import forms_jail as jail
from benchmarks.planted_files.family_jia import forms_lab as lab
from benchmarks.planted_files.family_jia import forms_other as other
from benchmarks.planted_files.family_jia import forms_scene as scenes
from benchmarks.planted_files.family_jia import forms_search as searches
from benchmarks.planted_files.family_jia.binder import Bound, bind, cover
from benchmarks.planted_files.family_jia.blocks import Flaw, Paper
from benchmarks.planted_files.family_jia.forms_rights import rights
from benchmarks.planted_files.family_jia.layout import lay_out
from benchmarks.planted_files.family_jia.make import make_plot, make_story
from benchmarks.planted_files.family_jia.plot import Plot, cn_day
from benchmarks.planted_files.family_jia.story import Story
from benchmarks.planted_files.family_jia.talks import interrogation
from benchmarks.planted_files.family_jia.witnesses import added_trace, identifications, statements

PROCEDURE = "诉讼文书卷/诉讼文书卷.pdf"
EVIDENCE = "证据材料卷/证据材料卷.pdf"
SPOILS = ("倒置", "镜像", "空白", "水印")
SPOILABLE = ("通话清单", "现场平面示意图", "违法犯罪记录查询证明")


def searched(story: Story) -> bool:
    """Whether the papers of search and seizure are in the file."""
    return not story.has("confession_only") and not story.has("seizure_no_list")


def procedure_papers(story: Story, plot: Plot) -> list[Paper]:
    """诉讼文书卷 in order."""
    s = story
    papers = filing.accepted(s, plot) + filing.filed(s, plot) + [filing.summons(s)] + rights(s)
    papers += filing.detained(s)
    if searched(s):
        papers += searches.search(s, plot)[0]
    papers += [lab.engaged(s, plot.lab, plot), lab.engaged(s, plot.trace, plot)]
    papers += [jail.body_check(s), jail.log(s)]
    papers += filing.arrested(s, plot)
    papers += lab.told(s, plot)
    papers += [*jail.checked(s), jail.suggestion(s, plot)]
    if not s.lean:
        papers += [*jail.moved(s), jail.indictment(s, plot)]
    return papers


def evidence_papers(story: Story, plot: Plot) -> list[Paper]:
    """证据材料卷 in order, without the sheets that fill it."""
    s = story
    papers = [other.brought_in(s, plot), *other.household(s)]
    papers += [interrogation(s, plot, index) for index in range(4 if s.lean else 5)]
    papers += statements(s, plot)
    linked = not s.has("confession_only")
    if linked:
        papers += identifications(s, plot)
    papers += scenes.scene(s, plot)
    if searched(s):
        papers += searches.search(s, plot)[1]
    if s.charge == "贩卖毒品":
        papers.append(scenes.weighing(s, plot))
    if plot.items:
        papers.append(scenes.thing_photos(s, plot))
    if linked:
        papers += scenes.taken_back(s, plot)
    papers.append(scenes.body_sample(s, plot))
    if plot.victim:
        papers.append(scenes.victim_sample(s, plot))
    papers += lab.opinion(s, plot.lab, plot) + lab.opinion(s, plot.trace, plot)
    if plot.returned and searched(s):
        papers.append(other.given_back(s, plot.returned))
    papers += [other.tapes(s), *other.explained(s, plot)]
    return papers


def filling(story: Story, plot: Plot, missing: int) -> list[Paper]:
    """Lists of calls, payments and photographs until the case has about the pages drawn for it."""
    s = story
    company = f"{s.cast.province}通信有限公司{s.cast.county}分公司"
    calls = max(1, round(missing * 0.4))
    papers = [other.obtained(s, "通话记录", company), other.call_list(s, s.accused.phone, calls, "accused")]
    if missing > 6:
        papers += [other.obtained(s, "支付账户交易明细", f"{s.cast.province}惠付支付有限公司")]
        papers += [
            other.payment_list(s, max(1, round(missing * 0.3))),
            other.stills(s, max(1, round(missing * 0.2)), "around"),
        ]
    return papers


def spoil(story: Story, papers: list[Paper]) -> None:
    """Choose one page and make it unreadable."""
    rng = Random(f"jia-spoil-{story.seed}")
    chosen = rng.choice([paper for paper in papers if paper.kind in SPOILABLE])
    chosen.spoil = (rng.randrange(1, len(lay_out(chosen)) + 1), rng.choice(SPOILS))


def front(story: Story, plot: Plot, volume: str) -> Paper:
    """The cover of one volume."""
    s = story
    lines = [
        ("案件名称", plot.case_name),
        ("案件编号", s.code),
        ("犯罪嫌疑人", s.accused.name),
        ("涉嫌罪名", s.charge),
        ("立案时间", cn_day(s.times["filing"])),
        ("结案时间", cn_day(s.times["suggest"])),
        ("立卷人", f"{s.officers[6]}"),
        ("审核人", s.names["大队长"]),
    ]
    return cover(s.bureau, volume, lines, f"卷号：{s.code}    共 2 卷")


def build(folder: Path, seed: int, flaws: Sequence[str] | None = None) -> Truth:
    """Write the volumes of one invented case into `folder`; the same seed and flaws give the same bytes.

    Raises:
        ValueError: a flaw this family does not plant, or flaws that cannot stand in one case.
        FileNotFoundError: no Noto CJK font for the scanned pages.
    """
    story = make_story(seed, flaws)
    plot = make_plot(story)
    added_trace(story, plot)
    volumes = [
        (PROCEDURE, "诉讼文书卷", procedure_papers(story, plot)),
        (EVIDENCE, "证据材料卷", evidence_papers(story, plot)),
    ]
    have = sum(len(lay_out(paper)) for _, _, papers in volumes for paper in papers) + 6
    if have < story.pages or story.has("page_unreadable"):
        volumes[1][2].extend(filling(story, plot, story.pages - have))
    if story.has("page_unreadable"):
        spoil(story, volumes[1][2])
    bounds: list[tuple[str, Bound]] = []
    for number, (file, volume, papers) in enumerate(volumes):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        rng = Random(f"jia-scan-{seed}-{number}")
        bounds.append((file, bind(path, front(story, plot, volume), papers, rng, f"{story.bureau} 内部资料")))
    return truth_of(story, bounds)


def truth_of(story: Story, bounds: list[tuple[str, Bound]]) -> Truth:
    """Pages, papers, flaws and values of the bound volumes."""
    papers, planted, values = [], [], []
    for file, bound in bounds:
        papers += [(kind, file, first, last) for kind, first, last in bound.papers]
        for page, kind, mark in bound.marks:
            if isinstance(mark, Flaw):
                planted.append(Planted(mark.code, file, page, mark.done))
            elif mark.value:
                values.append(Value(file, page, kind, mark.label, mark.value))
    lost = story.flaws - {flaw.code for flaw in planted}
    if lost:
        raise AssertionError(f"family_jia: flaws asked for and not planted: {sorted(lost)}")
    return Truth(
        family="甲",
        seed=story.seed,
        charge=story.charge,
        accused=(story.accused.name,),
        pages=sum(bound.pages for _, bound in bounds),
        papers=tuple(papers),
        flaws=tuple(planted),
        values=tuple(values),
    )
