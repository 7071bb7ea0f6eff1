"""Between the sealed entries and `gaoyao.quality.dissection`: replaying what is stored, appending a lawful act."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from gaoyao.dossier.model import DossierError
from gaoyao.dossier.view import Role
from gaoyao.quality.codebook import Gate, Visible
from gaoyao.quality.dissection import (
    Cause,
    Coding,
    Dissection,
    DissectionRefused,
    Feedback,
    Lesson,
    Measure,
    Opening,
    Part,
    Scenario,
    Trigger,
    opened,
)
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.models import Assignment, Case
from gaoyao.web.cases.policy import Answer, Permission, Policy
from gaoyao.web.dissection.models import Dissection as Row
from gaoyao.web.dissection.models import Entry
from gaoyao.web.ledger.storage import BrokenLogError, seals_told
from gaoyao.web.sealing.keys import of_installation

Body = dict[str, Any]
GENESIS = "0" * 64
KINDS = {
    "open": "发起剖析", "file": "提交意见（密封）", "code": "提交编码（密封）", "settle": "确定原因", "learn": "写下教训", "plan": "改进措施",
    "finish": "措施完成", "send": "反馈发出", "hear": "反馈签收、答复", "keep": "教训存为情景",
}  # fmt: skip
OWN = frozenset(("file", "code"))
"""Acts of the person's own role; the others are the host's."""


@dataclass(frozen=True, slots=True)
class Held:
    """A dissection as it stands: its row, its state, who leads it, who takes part, and the course of it."""

    row: Row
    state: Dissection
    host: Account
    people: dict[Part, Account]
    course: tuple[tuple[str, str, str], ...]

    def sees(self, assignment: Assignment) -> bool:
        """May this person see it: he leads it, takes part in it, or reviews the quality of this case?"""
        who = {self.host.pk, *(one.pk for one in self.people.values())}
        return assignment.account_id in who or Role(assignment.role) is Role.REVIEWER


def _date(text: object) -> date:
    return date.fromisoformat(str(text))


def applied(state: Dissection | None, kind: str, by: str, body: Body) -> Dissection:
    """The state after an act.  Raises DissectionRefused."""
    if kind == "open":
        opening = Opening(Trigger(body["trigger"]), _date(body["happened"]), body["document"], body["page"])
        return opened(opening, {Part(part): who for part, who in body["people"].items()})
    if state is None:
        raise DissectionRefused("没有这次剖析")
    match kind:
        case "file":
            return state.file(by, body["text"])
        case "code":
            return state.code(
                by,
                tuple(
                    Coding(one["code"], Visible(one["visible"]), Gate(one["gate"]), one["why"])
                    for one in body["codings"]
                ),
            )
        case "settle":
            return state.settle(
                tuple(
                    Cause(
                        one["code"], Visible(one["visible"]), Gate(one["gate"]), one["safeguard"], one["why"]
                    )
                    for one in body["causes"]
                )
            )
        case "learn":
            return state.learn(Lesson(body["text"], body["code"]))
        case "plan":
            return state.plan(Measure(body["lesson"], body["text"], body["owner"], _date(body["due"])))
        case "finish":
            return state.finish(body["measure"], _date(body["done"]), body["result"])
        case "send":
            return state.send(Feedback(body["to"], body["text"], _date(body["sent"])))
        case "hear":
            days = [_date(body[name]) if body[name] else None for name in ("received", "answered")]
            return state.hear(body["feedback"], days[0], days[1], body["answer"])
        case "keep":
            shown = tuple((file, title, number) for file, title, number in body["shown"])
            return state.keep(Scenario(body["lesson"], body["rule"], body["text"], shown))
    raise DissectionRefused("没有这种操作")


def held(row: Row) -> Held:
    """Read the chain, check it, replay it.  Raises BrokenLogError where it is not what was written."""
    state: Dissection | None = None
    previous, course, host, names = GENESIS, [], None, dict[str, str]()
    with seals_told():
        seal = of_installation("dissection")
        entries = list(Entry.objects.filter(dissection=row).select_related("account").order_by("number"))
        for place, one in enumerate(entries, 1):
            if one.number != place or one.previous_hash != previous or one.hash != _hash(row, one):
                raise BrokenLogError(
                    [f"剖析 {row.key} 第{place}项：内容与校验值不符，记录在本程序之外被改动、删去或者添加。"]
                )
            body = json.loads(seal.unseal(bytes(one.box), row.key, str(one.number)))
            try:
                state = applied(state, one.kind, one.account.username, body)
            except (DissectionRefused, KeyError, ValueError, TypeError) as error:
                raise BrokenLogError([f"剖析 {row.key} 第{place}项读不出来：{error}"]) from error
            host, previous = host or one.account, one.hash
            course.append(
                (
                    one.at.replace("T", " ")[:16],
                    names.setdefault(one.account.username, one.account.name),
                    KINDS[one.kind],
                )
            )
    if state is None or host is None:
        raise BrokenLogError([f"剖析 {row.key} 没有记录。"])
    accounts = {one.username: one for one in Account.objects.filter(username__in=state.people.values())}
    return Held(row, state, host, {part: accounts[who] for part, who in state.people.items()}, tuple(course))


def of_case(case: Case, assignment: Assignment) -> list[Held]:
    """The dissections of a case that this person may see, newest first."""
    return [one for one in (held(row) for row in Row.objects.filter(case=case)) if one.sees(assignment)]


def of_key(case: Case, key: str, assignment: Assignment) -> Held:
    """One of them.  Raises Http404, the same for one he may not see and for none."""
    row = Row.objects.filter(case=case, key=key).first()
    found = held(row) if row else None
    if found is None or not found.sees(assignment):
        raise Http404
    return found


def may_lead(policy: Policy, assignment: Assignment, one: Held) -> Answer:
    """May this person settle causes, lessons, measures, feedback?  The host and the reviewers; never the handler."""
    answer = policy.may(Permission.DISSECTION_OPEN, assignment)
    if not answer:
        return answer
    if one.people[Part.SELF].pk == assignment.account_id:
        return Answer(False, "承办人不主持自己案件的剖析；由发起人、评查人员办理。")
    return Answer(True)


def begin(account: Account, assignment: Assignment, body: Body) -> Row:
    """Open a dissection.  Raises DossierError with what is wrong, PermissionDenied is the caller's."""
    if body["people"].get(Part.SELF.value) == account.username:
        raise DossierError(("承办人不能发起、主持自己案件的剖析；请由别人发起。",))
    for username in body["people"].values():
        other = (
            Assignment.objects.filter(case=assignment.case, account__username=username)
            .select_related("account")
            .first()
        )
        runs = other is not None and Policy(other.account).which().filter(pk=other.pk).exists()
        if other is None or not runs or not Policy(other.account).may(Permission.DISSECTION_JOIN, other):
            raise DossierError((f"“{username}”没有被指派到本案，或者其身份不参加剖析。",))
    with transaction.atomic():
        row = Row.objects.create(case=assignment.case)
        _append(row, account, "open", body, None)
    return row


def act(account: Account, row: Row, kind: str, body: Body) -> None:
    """Do one act, or raise DossierError in words; then nothing is written."""
    with transaction.atomic():
        locked = Row.objects.select_for_update().get(pk=row.pk)
        _append(locked, account, kind, body, held(locked).state)


def _append(row: Row, account: Account, kind: str, body: Body, state: Dissection | None) -> None:
    try:
        applied(state, kind, account.username, body)
    except DissectionRefused as refused:
        raise DossierError((f"{refused}。",)) from refused
    last = Entry.objects.filter(dissection=row).order_by("-number").first()
    number = last.number + 1 if last else 1
    with seals_told():
        box = of_installation("dissection").seal(
            json.dumps(body, ensure_ascii=False).encode(), row.key, str(number)
        )
    entry = Entry(
        dissection=row, number=number, kind=kind, account=account, at=timezone.localtime().isoformat(timespec="seconds"), box=box,
        previous_hash=last.hash if last else GENESIS,
    )  # fmt: skip
    entry.hash = _hash(row, entry)
    entry.save(force_insert=True)


def _hash(row: Row, one: Entry) -> str:
    head = [
        one.previous_hash,
        row.key,
        one.number,
        one.kind,
        one.account_id,
        one.at,
        hashlib.sha256(bytes(one.box)).hexdigest(),
    ]
    return hashlib.sha256(json.dumps(head, separators=(",", ":")).encode()).hexdigest()
