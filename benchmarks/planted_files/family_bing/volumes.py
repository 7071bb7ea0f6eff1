"""Which papers the case has, in which of the merged files, in which order."""

from __future__ import annotations

from benchmarks.planted_files.family_bing import papers_custody as custody
from benchmarks.planted_files.family_bing import papers_lab as lab
from benchmarks.planted_files.family_bing import papers_open as opened
from benchmarks.planted_files.family_bing import papers_proc as proc
from benchmarks.planted_files.family_bing import papers_thing as thing
from benchmarks.planted_files.family_bing import papers_witness as witness
from benchmarks.planted_files.family_bing.case import Case
from benchmarks.planted_files.family_bing.layout import Paper
from benchmarks.planted_files.family_bing.papers_bulk import account, calls
from benchmarks.planted_files.family_bing.papers_talk import interrogation, rights_notice
from benchmarks.planted_files.family_bing.plan import LogRow
from benchmarks.planted_files.family_bing.world import minutes


def first_volume(case: Case, moved: LogRow | None) -> list[Paper]:
    """Procedure: from the report to the opinion."""
    p = case.p
    papers = [
        opened.accepted(case),
        opened.filed(case),
        opened.came(case),
        opened.summons(case),
        opened.office_register(case),
    ]
    if "rights_not_told" not in case.flaws:
        papers.append(rights_notice(case))
    papers += [opened.detained(case), opened.family_told(case, False), custody.health(case)]
    if p.extension:
        papers.append(opened.extended(case))
    papers += [
        opened.asked_arrest(case),
        opened.approved(case),
        opened.arrested(case),
        opened.family_told(case, True),
    ]
    if case.needs_counsel:
        papers.append(proc.legal_aid(case))
    if case.trait == "minor":
        papers.append(proc.social(case))
    papers += [custody.log(case, p.log, moved), custody.recordings(case)]
    if case.rng.random() < 0.5:
        papers[2], papers[3] = papers[3], papers[2]
    return [*papers, custody.household(case), custody.clean_record(case), custody.opinion(case)]


def things(case: Case) -> list[Paper]:
    """Scene, search, what was found, recordings."""
    p, s = case.p, case.story
    papers = [thing.scene(case), thing.photos(case, case.rng.randint(4, 9))]
    if s.own_things and case.has_thing:
        own = case.say(s.own_things)
        papers += [thing.warrant(case), thing.searched(case)]
        papers += [thing.seize_order(case, own, p.search[0].date()), thing.search_list(case)]
    if case.has_thing:
        if "seizure_no_list" not in case.flaws:
            papers += [thing.extraction(case), thing.seize_order(case, case.item.name, p.extract[0].date())]
            papers.append(thing.thing_list(case))
        if s.charge.startswith("掩饰"):
            papers.append(thing.weighed(case))
        papers.append(thing.thing_photos(case))
        if s.charge in ("盗窃", "抢劫", "掩饰、隐瞒犯罪所得"):
            papers.append(thing.returned_things(case))
    if s.charge == "交通肇事":
        papers.append(thing.accident(case))
    return [*papers, thing.video(case)]


def labs(case: Case) -> list[Paper]:
    """Commissions, appraisals, qualifications and notices."""
    papers = [thing.sampling(case)]
    for number in (0, 1):
        papers += [lab.commission(case, number), lab.appraisal(case, number), lab.qualification(case, number)]
        if not lab.flawed(case, number, "appraisal_not_told"):
            papers += [lab.notice(case, number, True), lab.notice(case, number, False)]
    return papers


def second_volume(case: Case) -> list[Paper]:
    """Evidence, in an order that differs from case to case."""
    own = [interrogation(case, session) for session in case.p.sessions[:3]]
    people: list[Paper] = []
    for taken in case.statements:
        people += [witness.witness_notice(case, taken), witness.statement(case, taken)]
    if case.linked:
        people += [witness.lineup(case), witness.lineup_photos(case)]
    groups = [own, people, things(case), labs(case)]
    case.rng.shuffle(groups)
    thick = case.rng.random()
    lines = case.rng.randint(900, 6400) if thick < 0.09 else case.rng.randint(75, 260)
    groups.append([account(case, lines)])
    return [paper for group in groups for paper in group]


def supplement(case: Case) -> list[Paper]:
    """The volume of the supplementary investigation."""
    four, w = case.p.sessions[3], case.w
    row = LogRow(four.start - minutes(6), four.end + minutes(5), "讯问", f"{w['o1']}、{w['o2']}")
    return [
        proc.supplemented(case),
        interrogation(case, four),
        custody.log(case, [row], None),
        proc.disc_note(case),
        calls(case, case.rng.randint(60, 150)),
        proc.clock_note(case),
    ]


def prosecution(case: Case) -> list[Paper]:
    """The procuratorate's volume."""
    p, w = case.p, case.w
    ask = p.sessions[-1]
    row = LogRow(ask.start - minutes(5), ask.end + minutes(6), "讯问", f"{w['q1']}、{w['q2']}")
    papers = [proc.taken_in(case), rights_notice(case, True), proc.victim_rights(case)]
    papers += [interrogation(case, ask), custody.log(case, [row], None, "提讯证")]
    if p.returned:
        papers += [proc.returned(case), proc.outline(case)]
    papers.append(proc.counsel(case))
    if case.pleads:
        papers.append(proc.plea(case))
    return [*papers, proc.indictment(case)]


def volumes(case: Case, moved: LogRow | None) -> list[tuple[str, Paper]]:
    """Every paper with the file it lies in."""
    result = [("案卷一.pdf", paper) for paper in first_volume(case, moved)]
    result += [("案卷二.pdf", paper) for paper in second_volume(case)]
    if case.p.returned:
        result += [("补充侦查卷.pdf", paper) for paper in supplement(case)]
    return result + [("检察卷.pdf", paper) for paper in prosecution(case)]
