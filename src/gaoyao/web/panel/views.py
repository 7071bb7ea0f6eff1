"""The pages of the deliberation: list, convening, one panel's deliberation, one session of the committee."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from gaoyao.dossier.model import DossierError
from gaoyao.dossier.view import Role
from gaoyao.dossier.vocabulary import Committee, Count, Reply
from gaoyao.dossier.vocabulary.deliberation import FACTS, RESULTS
from gaoyao.procedure.deliberation import Matter
from gaoyao.review.gates import GateLine, Step, gate
from gaoyao.review.model import FactState
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.actions import Action
from gaoyao.web.cases.desks import act, at_desk, page
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import Permission, Policy
from gaoyao.web.cases.reading import Desk
from gaoyao.web.drafts import keeping
from gaoyao.web.evidence.entry import text_of
from gaoyao.web.panel import actions, session
from gaoyao.web.panel.envelope import INNER, Answered, Filed, take_out
from gaoyao.web.panel.record import (
    NO_MAJORITY,
    CommitteeRecord,
    PanelRecord,
    code,
    committee_of,
    committees,
    panel_of,
    panels,
)

FORM = ("GET", "HEAD", "POST")
STANCES = tuple(Reply.stance.options)
LABELS = {
    "facts": FACTS | {NO_MAJORITY: "没有形成多数意见"},
    "results": RESULTS | {NO_MAJORITY: "没有形成多数意见"},
}
CLOSED = (
    "评议、审判委员会讨论的情况写在法院副卷，只由本案的审判人员、人民陪审员、审判委员会委员和书记员阅读。"
)


def in_court(view: Callable[[HttpRequest, Desk], HttpResponse]) -> Callable[[HttpRequest, str], HttpResponse]:
    """A page of the deliberation: for readers of 法院副卷; the denial is the same whether anything was deliberated or not."""

    def checked(request: HttpRequest, desk: Desk) -> HttpResponse:
        if INNER not in desk.parts:
            raise PermissionDenied(CLOSED)
        return view(request, desk)

    checked.__name__, checked.__doc__ = view.__name__, view.__doc__
    return at_desk(checked)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One point with a legal obstacle, to be answered by every member."""

    key: str
    text: str
    rules: str
    basis: str
    stance: str
    why: str


@require_safe
@in_court
def panel_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What was deliberated, and where each stands."""
    view = desk.read.view
    return page(
        request, desk, "panel/list.html", "panel", "评议", panels=panels(view), committees=committees(view),
        convene=desk.may(Permission.PANEL_CONVENE), account=desk.policy.account.username,
    )  # fmt: skip


def _gates(desk: Desk, voted: bool = False) -> list[GateLine]:
    """What the review still shows open before the next steps: told, never a lock."""
    steps = [*(() if voted else (Step.DELIBERATION,)), Step.DECISION]
    made = desk.read.review
    if made.stage == "death_review":
        steps.append(Step.DEATH_APPROVAL)
    return [gate(made, step) for step in steps]


def _assigned(desk: Desk, roles: frozenset[Role]) -> list[Assignment]:
    wanted = [role.value for role in roles]
    held = Assignment.objects.filter(case=desk.case, role__in=wanted).select_related("account").order_by("pk")
    return [one for one in held if Policy(one.account).which().filter(pk=one.pk).exists()]


@require_http_methods(FORM)
@in_court
def convene(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Register a panel: everybody assigned, a seat each."""
    problems: tuple[str, ...] = ()
    answer, data = desk.may(Permission.PANEL_CONVENE), request.POST
    people = _assigned(desk, actions.JUDGES | {Role.LAY_ASSESSOR})
    if request.method == "POST":
        try:
            chosen = tuple(
                (one.account, data[f"seat-{one.account.username}"])
                for one in people
                if data.get(f"seat-{one.account.username}")
            )
            action = actions.ConvenePanel(chosen, tuple(data.getlist("count")), text_of(data, "about"))
            revision, problems = act(
                request, desk, action, "已召集评议。各成员现在可以提交意见，全体提交以前互相看不到。"
            )
            if revision is not None:
                made = panels(Desk(desk.policy, desk.assignment).read.view)[-1]
                return _to(desk, "deliberation", made.subject)
        except DossierError as error:
            problems = error.problems
    view = desk.read.view
    seats = [
        (one, [(name, label) for name, (_, _, label) in actions.SEATS.items() if (name == "lay") == (one.role == Role.LAY_ASSESSOR)],
         data.get(f"seat-{one.account.username}", "")) for one in people
    ]  # fmt: skip
    counts = [(one, desk.read.name(one), one in data.getlist("count")) for one in view.subjects(Count.kind)]
    return page(request, desk, "panel/convene.html", "panel", "召集评议", 422 if problems else 200, seats=seats, counts=counts,
                problems=problems, allowed=answer, given=data, gates=_gates(desk))  # fmt: skip


def _to(desk: Desk, name: str, subject: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(name, args=[desk.case.key]) + "?" + urlencode({"id": subject}))


def _panel(desk: Desk, subject: str) -> PanelRecord:
    record = panel_of(desk.read.view, subject)
    if record is None:
        raise Http404
    return record


@require_http_methods(FORM)
@in_court
def deliberation(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One deliberation: the next thing this reader may do in it, and what may be read of it."""
    record = _panel(desk, request.GET.get("id", ""))
    problems: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            action, done = _act_of(desk, record, request.POST)
            revision, problems = act(request, desk, action, done)
            if revision is not None:
                keeping.drop(desk, f"opinion:{record.subject}")
                return _to(desk, "deliberation", record.subject)
        except DossierError as error:
            problems = error.problems
    own = record.place(desk.policy.account.username)
    given = keeping.given(request, desk, f"opinion:{record.subject}")
    protocol, sealed = record.protocol, None
    if own is not None and own.filed and not own.order:
        taken = take_out(desk.case, own.subject, desk.policy.account)
        sealed = taken[1] if taken else None
    ballots = [
        (
            label,
            LABELS[which].get(one.majority or NO_MAJORITY, one.majority),
            session.tally(list(one.votes.values()), LABELS[which]),
        )
        for one, label, which in zip(
            protocol.ballots, ("事实认定", "裁判结果"), ("facts", "results"), strict=False
        )
    ]
    return page(
        request, desk, "panel/session.html", "panel", f"评议 {record.subject}", 422 if problems else 200, record=record, own=own, protocol=protocol,
        sealed=sealed, ballots=ballots, problems=problems, given=given, facts=FACTS.items(), results=RESULTS.items(), stances=STANCES,
        obstacles=_obstacles(desk, record, given) if own and not own.filed else [], answers=_answers(record), turn=own is not None and own.name in protocol.next_speaker and not protocol.waiting,
        votes_result=own is not None and own.name in protocol.entitled(Matter.LAW), stops=actions.STOPS.items(),
        rehear=actions.REHEAR, convene=desk.may(Permission.PANEL_CONVENE), counts=[desk.read.name(one) for one in record.counts],
        gates=[] if record.stopped else _gates(desk, bool(record.voted)),
    )  # fmt: skip


def _obstacles(desk: Desk, record: PanelRecord, data: QueryDict) -> list[Obstacle]:
    """The points with a legal obstacle among the counts deliberated, with what a refused form said."""
    findings = {one.id: one for one in desk.read.review.findings}
    out = []
    for one in desk.read.review.points:
        if one.state is FactState.OBSTACLE and (not record.counts or one.count.id in record.counts):
            legal = [findings[ident] for ident in one.legal if ident in findings]
            text = f"{one.fact.name}（{one.count.name}）：{'；'.join(dict.fromkeys(found.rule.title for found in legal))}"
            rules = "、".join(dict.fromkeys(found.rule.id for found in legal))
            basis = "、".join(dict.fromkeys(cited.brief for found in legal for cited in found.citations))
            key = one.subject.id
            out.append(
                Obstacle(key, text, rules, basis, data.get(f"stance-{key}", ""), data.get(f"why-{key}", ""))
            )
    return out


def _answers(record: PanelRecord) -> tuple[list[str], list[tuple[str, list[tuple[str, str]]]]]:
    """Who has spoken, in order, and per obstacle what each said to it: (stance, reason)."""
    spoken = sorted((one for one in record.places if one.order), key=lambda one: one.order)
    told = [{obstacle: (stance, text) for obstacle, stance, text in one.told} for one in spoken]
    every = dict.fromkeys(obstacle for one in told for obstacle in one)
    return [one.name for one in spoken], [
        (obstacle, [one.get(obstacle, ("", "")) for one in told]) for obstacle in every
    ]


def _act_of(desk: Desk, record: PanelRecord, data: QueryDict) -> tuple[Action, str]:
    """The act a form asks for, and what is said when it is done."""
    who = (desk.policy.account, record.subject, desk.case)
    match data.get("do", ""):
        case "explain":
            return actions.Explain(*who), "已记载：承办法官介绍了法律和证据规则。"
        case "file":
            return actions.FileOpinion(
                *who, _filed(desk, record, data)
            ), "意见已密封。全体提交以后，按次序发言时启封；启封以前只有你自己看得到。"
        case "speak":
            return actions.Speak(*who), "意见已启封，记入评议笔录。"
        case "vote":
            return actions.Vote(*who, data.get("facts", ""), data.get("result", "")), "已记载表决。"
        case "sign":
            return actions.Sign(*who), "已签名。签名以后的记录不再改动，要补充的另写补充说明。"
        case "remark":
            return actions.AddRemark(*who, text_of(data, "text")), "已记载补充说明；原来的记录不变。"
        case "stop":
            stop = actions.StopPanel(
                record.subject, data.get("kind", ""), data.get("member", ""), text_of(data, "why")
            )
            return stop, f"评议已中止。{actions.REHEAR}。"
    raise DossierError(("没有这种操作。",))


def _filed(desk: Desk, record: PanelRecord, data: QueryDict) -> Filed:
    replies = tuple(
        Answered(
            one.text,
            one.rules,
            one.stance if one.stance in dict(STANCES) else "none",
            one.why.strip().replace("\r\n", "\n"),
        )
        for one in _obstacles(desk, record, data)
    )
    for one in replies:
        if len(one.text) > 5000:
            raise DossierError(("对一项障碍的说明超过 5000 字。",))
    return Filed(
        text_of(data, "opinion"), text_of(data, "reason"), "attended" in data, "read_file" in data, replies
    )


# ---------------------------------------------------------------- committee


@require_http_methods(FORM)
@in_court
def convene_committee(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Register a session of the committee."""
    problems: tuple[str, ...] = ()
    data, people = request.POST, _assigned(desk, frozenset({Role.COMMITTEE_MEMBER}))
    if request.method == "POST":
        try:
            action = _session_of(data, people)
            revision, problems = act(request, desk, action, "已登记会议。委员依次发言，主持人最后发言。")
            if revision is not None:
                return _to(
                    desk, "committee", committees(Desk(desk.policy, desk.assignment).read.view)[-1].subject
                )
        except DossierError as error:
            problems = error.problems
    return page(
        request, desk, "panel/convene_committee.html", "panel", "登记审判委员会会议", 422 if problems else 200, people=people, problems=problems, given=data,
        allowed=desk.may(Permission.PANEL_CONVENE), panels=[one for one in panels(desk.read.view) if one.voted],
    )  # fmt: skip


def _session_of(data: QueryDict, people: list[Assignment]) -> session.ConveneCommittee:
    """Members by the number typed beside each (the lowest in seniority is 1); an empty number is absent."""
    placed: list[tuple[int, Account]] = []
    for one in people:
        number = data.get(f"order-{one.account.username}", "").strip()
        if number:
            if not (number.isascii() and number.isdigit() and len(number) < 3):
                raise DossierError((f"{one.account.name}的次序应当是数字；没有到会的留空。",))
            placed.append((int(number), one.account))
    chair = next((account for _, account in placed if account.username == data.get("chair")), None)
    whole = data.get("whole", "").strip()
    if chair is None:
        raise DossierError(("请选择到会的主持人。",))
    if not (whole.isascii() and whole.isdigit() and len(whole) < 4):
        raise DossierError(("请写明审判委员会组成人员的人数。",))
    if len({number for number, _ in placed}) != len(placed):
        raise DossierError(("次序有重复；由低到高各写一个数字。",))
    ordered = tuple(account for _, account in sorted(placed, key=lambda pair: pair[0]) if account != chair)
    return session.ConveneCommittee(ordered, chair, int(whole), text_of(data, "asked"), data.get("panel", ""))


@require_http_methods(FORM)
@in_court
def committee(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One session of the committee."""
    record = committee_of(desk.read.view, request.GET.get("id", ""))
    if record is None:
        raise Http404
    problems: tuple[str, ...] = ()
    data, account = request.POST, desk.policy.account
    if request.method == "POST":
        try:
            action, done = _session_act(account, record, data)
            revision, problems = act(request, desk, action, done)
            if revision is not None:
                return _to(desk, "committee", record.subject)
        except DossierError as error:
            problems = error.problems
    view = desk.read.view
    heard = panel_of(view, record.panel)
    own = record.voice(account.username)
    return page(
        request, desk, "panel/committee.html", "panel", f"审判委员会讨论 {record.subject}", 422 if problems else 200, record=record, own=own, panel=heard,
        protocol=record.protocol, turn=own is not None and own.name in record.protocol.next_speaker, problems=problems, given=data, results=RESULTS.items(),
        asked=code(view, Committee.asked, record.subject), why=code(view, Committee.decision_reason, record.subject),
        against=view.live(Committee.against_panel, record.subject).value, tally=session.tally([one.vote for one in record.voices], RESULTS),
    )  # fmt: skip


def _session_act(account: Account, record: CommitteeRecord, data: QueryDict) -> tuple[Action, str]:
    match data.get("do", ""):
        case "speak":
            return session.CommitteeSpeak(
                account, record.subject, text_of(data, "opinion"), text_of(data, "reason")
            ), "已记载发言。"
        case "vote":
            return session.CommitteeVote(account, record.subject, data.get("result", "")), "已记载表决。"
        case "decide":
            return session.Decide(
                account, record.subject, text_of(data, "reason")
            ), "已记载决定。合议庭应当执行；少数意见保留在记录里。"
    raise DossierError(("没有这种操作。",))
