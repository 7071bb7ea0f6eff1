"""Acts of the judicial committee: members one after another, the chair last; the decision is recorded, never stopped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from gaoyao.dossier.chain import PartKey
from gaoyao.dossier.exchange.quantities import parse_amount
from gaoyao.dossier.model import DossierError
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.view import Role, View
from gaoyao.dossier.vocabulary import Committee, Speech
from gaoyao.dossier.vocabulary.deliberation import RESULTS
from gaoyao.procedure.deliberation import committee
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import YES, Answer, Permission, Policy
from gaoyao.web.evidence.actions import free_id
from gaoyao.web.panel.acting import MemberAct, Writing, lawful, now
from gaoyao.web.panel.envelope import INNER
from gaoyao.web.panel.record import NO_MAJORITY, CommitteeRecord, Voice, committee_of, panel_of


@dataclass(frozen=True, slots=True)
class ConveneCommittee:
    """Register a session: who is present in order of seniority from the lowest, who chairs, how many the committee has."""

    sentence: ClassVar[str] = "审判委员会：登记会议"
    members: tuple[Account, ...]
    chair: Account
    whole: int
    asked: str
    panel: str = ""
    reason: str = ""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """The presiding judge, or the clerk for him; members are assigned as members of the committee."""
        answer = policy.may(Permission.PANEL_CONVENE, assignment)
        if not answer:
            return answer
        for account in (*self.members, self.chair):
            held = Policy(account).which().filter(case=assignment.case).first()
            if held is None or Role(held.role) is not Role.COMMITTEE_MEMBER:
                return Answer(
                    False,
                    f"{account.name}没有以审判委员会委员的身份被指派到本案，不能登记为到会委员；请先指派。",
                )
        return YES

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """法院副卷."""
        return INNER

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Declare the session and a place for everybody present."""
        if not self.asked.strip():
            raise DossierError(
                (
                    "请写明提交审判委员会讨论的理由（法院组织法第三十九条第一款：由审判长提出申请，院长批准）。",
                )
            )
        if self.panel and panel_of(view, self.panel) is None:
            raise DossierError(("没有这次合议庭评议。",))
        write, subject, taken = Writing(change), free_id(view, "SW"), set[str]()
        change.declare(Committee.kind, subject)
        seated = [
            (account, *write.person(account, taken), account.pk == self.chair.pk)
            for account in (*self.members, self.chair)
        ]
        lawful(
            lambda: committee(
                seated[-1][2], tuple(name for _, _, name, chairs in seated if not chairs), self.whole
            )
        )
        for number, (account, person, _, chairs) in enumerate(seated, 1):
            place = f"{subject}-{number}"
            change.declare(Speech.kind, place, subject)
            write.put(Speech.kind, place, member=person, chair=chairs, account=account.username)
        write.put(
            Committee.kind,
            subject,
            held_on=now(),
            quorum=True,
            whole=parse_amount(str(self.whole), "人"),
            asked=self.asked.strip(),
            panel=self.panel,
        )


def session(view: View, subject: str) -> CommitteeRecord:
    """The session of that id.  Raises DossierError."""
    one = committee_of(view, subject)
    if one is None:
        raise DossierError(("没有这次审判委员会会议。",))
    return one


@dataclass(frozen=True)
class CommitteeAct(MemberAct[CommitteeRecord, Voice]):
    """An act of one member in one session."""

    not_own: ClassVar[str] = "你不是这次会议的到会委员；意见和表决只能由委员本人作出。"
    absent: ClassVar[str] = "你不是这次会议的到会委员。"

    def record(self, view: View) -> CommitteeRecord:
        """The session of that id."""
        return session(view, self.subject)

    def own(self, record: CommitteeRecord) -> Voice | None:
        """The member's place among those present."""
        return record.voice(self.account.username)


@dataclass(frozen=True)
class CommitteeSpeak(CommitteeAct):
    """Speak, with reasons; the chair last."""

    opinion: str = ""
    why: str = ""
    sentence: ClassVar[str] = "审判委员会：委员发言"

    def write(self, out: Writing, record: CommitteeRecord, own: Voice) -> None:
        """The speech and its place; with the last one, how the order was kept."""
        after = lawful(lambda: record.protocol.speak(own.name, self.opinion, self.why))
        order = len(after.spoken)
        out.put(
            Speech.kind, own.subject, order=parse_amount(str(order), "位"), opinion=self.opinion.strip(), reason=self.why.strip(), independent=True,
            reasoned=True,
        )  # fmt: skip
        if order == len(record.voices):
            spoken = [one.member for one in after.spoken]
            out.put(
                Committee.kind,
                record.subject,
                in_turn=True,
                chair_last=own.chair,
                junior_first=spoken == [one.name for one in record.voices],
            )


@dataclass(frozen=True)
class CommitteeVote(CommitteeAct):
    """Vote, after all have spoken."""

    result: str = ""
    sentence: ClassVar[str] = "审判委员会：表决"

    def write(self, out: Writing, record: CommitteeRecord, own: Voice) -> None:
        """The own vote."""
        if record.protocol.next_speaker:
            raise DossierError(
                (
                    f"{'、'.join(record.protocol.next_speaker)}尚未发表意见，不能表决（防范冤假错案意见第十七条）。",
                )
            )
        if own.vote:
            raise DossierError(("你已经表决。",))
        if self.result not in RESULTS:
            raise DossierError(("请选择表决意见。",))
        out.put(Speech.kind, own.subject, result_vote=self.result)


@dataclass(frozen=True)
class Decide(CommitteeAct):
    """The chair records the decision and its reasons, also where it departs from the panel's majority."""

    why: str = ""
    sentence: ClassVar[str] = "审判委员会：记载决定"

    def write(self, out: Writing, record: CommitteeRecord, own: Voice) -> None:
        """What the majority voted; against the panel or not."""
        if not own.chair:
            raise DossierError(("决定由主持人记载。",))
        if not record.protocol.ballots:
            raise DossierError(("还没有全体表决，不能记载决定。",))
        if record.result:
            raise DossierError(("决定已经记载；要改变的，另行召开会议。",))
        if not self.why.strip():
            raise DossierError(
                ("请写明决定的理由：决定及其理由应当在裁判文书中公开（法院组织法第三十九条第三款）。",)
            )
        result = record.protocol.ballots[0].majority or NO_MAJORITY
        panel = panel_of(record.view, record.panel)
        against = None
        if panel is not None and panel.majority not in ("", NO_MAJORITY) and result != NO_MAJORITY:
            against = result != panel.majority
        out.put(
            Committee.kind,
            record.subject,
            result=result,
            decision_reason=self.why.strip(),
            against_panel=against,
        )


def tally(votes: list[str], labels: dict[str, str]) -> tuple[tuple[str, int], ...]:
    """Conclusion in words → how many, most first; about conclusions, never about people."""
    return tuple(
        (labels.get(code, code), number)
        for code, number in Counter(one for one in votes if one).most_common()
    )
