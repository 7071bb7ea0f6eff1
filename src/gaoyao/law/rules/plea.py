"""Pleas, simplified procedures that must be left, and age in doubt (CPL 174, 221, 226; Interp. 2021 art. 146, 368, 375)."""

from __future__ import annotations

from gaoyao.dossier.derived import COUNT_POINTS, POINT_FACT
from gaoyao.dossier.vocabulary import Accused, Case, Count, Fact
from gaoyao.dossier.vocabulary.court import COUNT_ACCUSED
from gaoyao.law.citation import cite
from gaoyao.law.rule import TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import in_case
from gaoyao.law.rules.dispositions import BARRED, GUILT_BARRED, NO_CRIME
from gaoyao.logic.relations import at, exists
from gaoyao.logic.tree import any_of

DENIES = at(COUNT_ACCUSED, ~Accused.confesses_in_court)
AGAINST_WILL = at(COUNT_ACCUSED, Accused.plea_against_will)


@rule(
    title="签署认罪认罚具结书时没有辩护人或者值班律师在场", stratum=7, about=Accused, effect=Effect.DUTY, concept="plea_unassisted",
    stages=("prosecution_review", *TRIAL), sources=[cite("cpl", 174, 1)], basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW,
    consequence="应当在辩护人或者值班律师在场的情况下签署；须审查认罪认罚的自愿性", rows=("cpl-174-1",),
    cure="在辩护人或者值班律师在场的情况下重新签署，并核实认罪认罚是否自愿",
)  # fmt: skip
def signed_alone() -> When:
    """自愿认罪、同意量刑建议和程序适用的，应当在辩护人或者值班律师在场的情况下签署具结书；依法不需要签署的除外。"""
    return when(
        Accused.pleads_guilty & Accused.plea_paper, ~Accused.lawyer_at_plea & ~Accused.plea_paper_not_needed
    )


@rule(
    title="不宜适用速裁程序的，应当转换程序", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="leave_fast_track",
    stages=("first_instance",), sources=[cite("cpl", 226), cite("spc2021", 375)],
    consequence="应当转为普通程序或者简易程序重新审理", rows=("spc2021-375-1",), cure="决定转换程序并重新审理；审理期限自作出决定之日起计算",
)  # fmt: skip
def leave_fast_track() -> When:
    """适用速裁程序，发现行为可能不构成犯罪、定罪事实有障碍、违背意愿认罪认罚或者否认指控的犯罪事实的，应当转换程序。"""
    return when(
        in_case("count", Case.procedure.equals("fast_track")),
        any_of(GUILT_BARRED, NO_CRIME, AGAINST_WILL, DENIES),
    )


@rule(
    title="不宜适用简易程序的，应当转为普通程序", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="leave_summary",
    stages=("first_instance",), sources=[cite("cpl", 221), cite("spc2021", 368, 1)],
    consequence="应当转为普通程序重新审理", cure="决定转为普通程序并重新审理；审理期限自作出决定之日起计算",
)  # fmt: skip
def leave_summary() -> When:
    """适用简易程序，行为可能不构成犯罪、事实不清证据不足或者被告人当庭否认指控的犯罪事实的，应当转为普通程序。"""
    return when(in_case("count", Case.procedure.equals("summary")), any_of(GUILT_BARRED, NO_CRIME, DENIES))


@rule(
    title="责任年龄证据不足的，作有利于被告人的认定", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="age_in_doubt", stages=TRIAL,
    sources=[cite("spc2021", 146, 2), cite("spc2012", 112, 2)], consequence="应当认定其没有达到相应的法定责任年龄",
    rows=("spc2021-146-2",), cure="补充户籍证明、出生证明文件、学籍卡、人口普查登记、无利害关系人的证言等，综合判断",
)  # fmt: skip
def age_in_doubt() -> When:
    """证明被告人已满相应责任年龄的证据不足的，应当作出有利于被告人的认定。"""
    age = at(POINT_FACT, Fact.role.equals("age"))
    return when(exists(COUNT_POINTS, age), exists(COUNT_POINTS, age & BARRED))
