"""Acts of a panel's deliberation.  The protocol refuses what is out of order, with the article; nothing is written then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from gaoyao.dossier.chain import PartKey
from gaoyao.dossier.exchange.quantities import parse_amount
from gaoyao.dossier.model import DossierError
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.view import Role, View
from gaoyao.dossier.vocabulary import Count, Opinion, Panel, Remark, Reply
from gaoyao.dossier.vocabulary.deliberation import FACTS, RESULTS
from gaoyao.procedure.deliberation import Matter, Seat, panel
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.models import Assignment, Case
from gaoyao.web.cases.policy import YES, Answer, Permission, Policy
from gaoyao.web.evidence.actions import free_id
from gaoyao.web.panel.acting import MemberAct, Writing, lawful, now
from gaoyao.web.panel.envelope import INNER, Filed, put_away, take_out
from gaoyao.web.panel.record import PanelRecord, Place, panel_of, panels

NOTHING = Filed("", "", attended=False, read_file=False)
SIZES = {3: "three", 5: "five", 7: "seven"}
JUDGES = frozenset({Role.JUDGE, Role.PRESIDING_JUDGE})
SEATS: dict[str, tuple[Seat, bool, str]] = {
    "in_charge": (Seat.IN_CHARGE, True, "承办法官"), "judge": (Seat.JUDGE, False, "审判员"), "presiding": (Seat.PRESIDING, False, "审判长"),
    "presiding_in_charge": (Seat.PRESIDING, True, "审判长，并为承办法官"), "lay": (Seat.LAY, False, "人民陪审员"),
}  # fmt: skip
"""What the form offers: seat, whether this member is the judge in charge, the words."""


def found(view: View, subject: str) -> PanelRecord:
    """The deliberation of that id.  Raises DossierError."""
    one = panel_of(view, subject)
    if one is None:
        raise DossierError(("没有这次评议。",))
    return one


@dataclass(frozen=True, slots=True)
class ConvenePanel:
    """Register the panel: who sits in which seat (codes of SEATS), what is deliberated."""

    sentence: ClassVar[str] = "评议：召集"
    members: tuple[tuple[Account, str], ...]
    counts: tuple[str, ...]
    about: str = ""
    reason: str = ""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """The presiding judge, or the clerk for him; members are people assigned to the case."""
        answer = policy.may(Permission.PANEL_CONVENE, assignment)
        if not answer:
            return answer
        for account, code in self.members:
            held = Policy(account).which().filter(case=assignment.case).first()
            if held is None:
                return Answer(False, f"{account.name}没有被指派到本案，不能登记为合议庭成员；请先指派。")
            lay = Role(held.role) is Role.LAY_ASSESSOR
            if code not in SEATS or (code == "lay") != lay or not (lay or Role(held.role) in JUDGES):
                return Answer(
                    False, f"{account.name}在本案的身份是{Role(held.role).label}，不能登记在这个席位。"
                )
        return YES

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """法院副卷."""
        return INNER

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Declare panel, members and their empty places."""
        if any(not one.stopped and not one.protocol.complete for one in panels(view)):
            raise DossierError(("本案还有没有完成的评议；请先完成，或者写明原因中止。",))
        if wrong := [one for one in self.counts if view.kind(one) != Count.kind]:
            raise DossierError((f"没有编号为“{wrong[0]}”的指控。",))
        write, subject, taken = Writing(change), free_id(view, "HY"), set[str]()
        change.declare(Panel.kind, subject)
        seated = [
            (*write.person(account, taken), account, *SEATS[code][:2]) for account, code in self.members
        ]
        charge = {person for person, _, _, _, in_charge in seated if in_charge}
        presiding = {person for person, _, _, seat, _ in seated if seat is Seat.PRESIDING}
        for number, (person, _, account, seat, _) in enumerate(seated, 1):
            place = f"{subject}-{number}"
            change.declare(Opinion.kind, place, subject)
            write.put(Opinion.kind, place, member=person, account=account.username, role=seat.value)
        write.put(
            Panel.kind, subject, size=SIZES.get(len(seated), "other"), lay_members=any(seat is Seat.LAY for _, _, _, seat, _ in seated),
            judge_in_charge=next(iter(charge), None) if len(charge) == 1 else None, presiding_judge=next(iter(presiding), None),
            counts=self.counts or None, about=self.about,
        )  # fmt: skip
        self._lawful(seated)

    def _lawful(self, seated: list[tuple[str, str, Account, Seat, bool]]) -> None:
        seats = {
            name: (seat, *((Seat.IN_CHARGE,) if charge and seat is not Seat.IN_CHARGE else ()))
            for _, name, _, seat, charge in seated
        }
        lawful(lambda: panel(seats))


@dataclass(frozen=True)
class Act(MemberAct[PanelRecord, Place]):
    """An act of one member in one deliberation.  `case`: where sealed opinions are kept."""

    case: Case
    not_own: ClassVar[str] = "你不是这次评议的合议庭成员；意见、表决和签名只能由成员本人作出。"
    absent: ClassVar[str] = "你不是这次评议的成员。"

    def record(self, view: View) -> PanelRecord:
        """The deliberation of that id."""
        return found(view, self.subject)

    def own(self, record: PanelRecord) -> Place | None:
        """The member's place."""
        return record.place(self.account.username)

    def refuse_closed(self, record: PanelRecord) -> None:
        """A deliberation that was broken off takes no further act."""
        if record.stopped:
            raise DossierError((f"这次评议已经中止：{record.stopped}。请在更换成员、重新开庭以后另行召集。",))


@dataclass(frozen=True)
class Explain(Act):
    """The judge in charge has explained the law and the rules of evidence to the lay assessors."""

    sentence: ClassVar[str] = "评议：承办法官介绍法律和证据规则"

    def write(self, out: Writing, record: PanelRecord, own: Place) -> None:
        """Once, by the judge in charge."""
        lawful(lambda: record.protocol.explain(own.name))
        out.put(Panel.kind, record.subject, explained_first=True)


@dataclass(frozen=True)
class FileOpinion(Act):
    """File the own opinion: sealed until the own turn to speak."""

    filed: Filed = NOTHING
    sentence: ClassVar[str] = "评议：提交意见（密封）"

    def write(self, out: Writing, record: PanelRecord, own: Place) -> None:
        """The box beside the log, its commitment in the log."""
        if any(one.stance == "disputed" and not one.text for one in self.filed.replies):
            raise DossierError(("不认同一项障碍的，要写明理由。",))
        lawful(lambda: record.protocol.file(own.name, self.filed.opinion, self.filed.reason))
        seal = put_away(self.case, own.subject, self.account, self.filed)
        out.put(Opinion.kind, own.subject, filed_on=now(), seal=seal)


@dataclass(frozen=True)
class Speak(Act):
    """Speak in the lawful order: the sealed opinion is opened into the log."""

    sentence: ClassVar[str] = "评议：发表意见（启封）"

    def write(self, out: Writing, record: PanelRecord, own: Place) -> None:
        """Everything that was sealed, with the salt of the commitment."""
        after = lawful(lambda: record.protocol.speak(own.name))
        opened = take_out(self.case, own.subject, self.account)
        if opened is None:
            raise DossierError(("没有找到你提交的密封意见，请告知管理员核查。",))
        salt, filed = opened
        order = len(after.spoken)
        out.put(
            Opinion.kind, own.subject, order=parse_amount(str(order), "位"), opinion=filed.opinion, reason=filed.reason, attended=filed.attended,
            read_file=filed.read_file, independent=True, reasoned=True, in_record=True, seal_salt=salt,
        )  # fmt: skip
        for number, one in enumerate(filed.replies, 1):
            reply = f"{own.subject}-Z{number}"
            out.change.declare(Reply.kind, reply, own.subject)
            out.put(Reply.kind, reply, obstacle=one.obstacle, rule=one.rule, stance=one.stance, text=one.text)
        if own.seat is Seat.PRESIDING:
            out.put(Panel.kind, record.subject, presiding_last=order == len(record.places))
        if order == 1 and not record.protocol.with_lay:
            out.put(Panel.kind, record.subject, explained_first="承办法官" in own.label or None)


@dataclass(frozen=True)
class Vote(Act):
    """Vote on the facts and, where entitled, on the result."""

    facts: str = ""
    result: str = ""
    sentence: ClassVar[str] = "评议：表决"

    def write(self, out: Writing, record: PanelRecord, own: Place) -> None:
        """The own vote; with the last one, majority and minority."""
        protocol = record.protocol
        if protocol.next_speaker:
            lawful(lambda: protocol.vote(Matter.FACTS, {}))
        if own.facts_vote:
            raise DossierError(("你已经表决。",))
        entitled = own.name in protocol.entitled(Matter.LAW)
        if self.facts not in FACTS or (entitled and self.result not in RESULTS):
            raise DossierError(
                ("请对事实认定和裁判结果都作出选择；不得弃权、拒绝表态（合议庭规定第十条第二款）。",)
            )
        if not entitled and self.result:
            lawful(lambda: protocol.vote(Matter.LAW, {own.name: self.result}))
        out.put(
            Opinion.kind, own.subject, facts_vote=self.facts, result_vote=self.result, voted_on_law=entitled
        )
        places = tuple(
            replace(one, facts_vote=self.facts, result_vote=self.result) if one is own else one
            for one in record.places
        )
        if all(one.facts_vote for one in places):
            self._count(out, record, places)

    def _count(self, out: Writing, record: PanelRecord, places: tuple[Place, ...]) -> None:
        protocol = record.protocol
        facts = lawful(lambda: protocol.vote(Matter.FACTS, {one.name: one.facts_vote for one in places}))
        both = lawful(
            lambda: facts.vote(Matter.LAW, {one.name: one.result_vote for one in places if one.result_vote})
        )
        on_facts, on_result = both.ballots
        out.put(
            Panel.kind,
            record.subject,
            facts_majority=on_facts.majority or "none",
            result_majority=on_result.majority or "none",
            deliberated_on=now(),
        )
        for one in places:
            against = any(ballot.majority and one.name in ballot.minority for ballot in both.ballots)
            out.put(Opinion.kind, one.subject, minority=against)


@dataclass(frozen=True)
class Sign(Act):
    """Sign the record after reading it."""

    sentence: ClassVar[str] = "评议：签名"

    def write(self, out: Writing, record: PanelRecord, own: Place) -> None:
        """The own signature; with the last one the record is signed by all."""
        if own.signed:
            raise DossierError(("你已经签名；要补充的，写“签名后的补充说明”。",))
        if not record.voted:
            lawful(lambda: replace(record.protocol, ballots=()).sign(own.name))
        out.put(Opinion.kind, own.subject, signed_on=now())
        if all(one.signed for one in record.places if one is not own):
            out.put(Panel.kind, record.subject, record_signed=True)


@dataclass(frozen=True)
class AddRemark(Act):
    """After signing: a new entry beside the record, which itself stays."""

    text: str = ""
    sentence: ClassVar[str] = "评议：签名后的补充说明"

    def write(self, out: Writing, record: PanelRecord, own: Place) -> None:
        """Only after the own signature."""
        if not own.signed:
            raise DossierError(("还没有签名；补充说明在签名以后写。",))
        if not self.text.strip():
            raise DossierError(("补充说明没有内容。",))
        remark = f"{record.subject}-B{len(record.remarks) + 1}"
        out.change.declare(Remark.kind, remark, record.subject)
        out.put(Remark.kind, remark, member=own.person, text=self.text.strip(), made_on=now())


STOPS = {"recused": "回避", "unable": "不能继续履行审判职责", "other": "其他"}
REHEAR = "评议以前更换成员的，应当依法更换后重新开庭审理（刑诉法解释第三百零一条第一款）"


@dataclass(frozen=True, slots=True)
class StopPanel:
    """Break a deliberation off: a member is recused or cannot go on.  Sealed opinions stay sealed for ever."""

    sentence: ClassVar[str] = "评议：中止"
    subject: str
    kind: str
    member: str
    why: str

    @property
    def reason(self) -> str:
        """Which member and why."""
        return f"{self.member}{STOPS.get(self.kind, '')}：{self.why}"

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """Who convenes."""
        return policy.may(Permission.PANEL_CONVENE, assignment)

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """法院副卷."""
        return INNER

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Before the vote only: afterwards the conclusion stands (Interp. 301(2))."""
        record = found(view, self.subject)
        if record.stopped:
            raise DossierError(("这次评议已经中止。",))
        if record.voted:
            raise DossierError(
                ("已经表决，评议结论不因成员变动改变（刑诉法解释第三百零一条第二款）；要补充的写补充说明。",)
            )
        if (
            self.kind not in STOPS
            or not self.why.strip()
            or self.member not in {one.name for one in record.places}
        ):
            raise DossierError(("请选择成员和原因，并写明理由。",))
        Writing(change).put(Panel.kind, self.subject, stopped=self.reason, stopped_on=now())
