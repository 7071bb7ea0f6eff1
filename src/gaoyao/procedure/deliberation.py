"""Deliberation as a protocol: who may speak when is enforced, not checked afterwards.

A `Deliberation` is a pure, immutable value; every act returns a new one or refuses with the article.  Panel: each
member files an opinion with reasons, sealed until all have filed; then they are opened in the order of speaking and
nobody changes what he filed.  With lay assessors the judge in charge first explains law and rules of evidence and the
presiding judge speaks last (陪审员法解释 art. 12); without them the judge in charge speaks first and the presiding judge
last (合议庭规定 art. 10).  Committee: members one after another, the chair last (法发〔2013〕11号 art. 17).  Voting follows;
in a panel of seven lay assessors do not vote on law (陪审员法 art. 22).  The minority is kept in the record (刑诉法 art. 184).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from gaoyao.law.citation import Citation, cite


class Seat(StrEnum):
    """The capacity in which somebody takes part."""

    IN_CHARGE = "in_charge"
    JUDGE = "judge"
    LAY = "lay"
    PRESIDING = "presiding"
    MEMBER = "member"
    CHAIR = "chair"

    @property
    def label(self) -> str:
        """The Chinese name."""
        return {
            "in_charge": "承办法官", "judge": "审判员", "lay": "人民陪审员", "presiding": "审判长", "member": "委员", "chair": "主持人",
        }[self.value]  # fmt: skip


class Body(StrEnum):
    """Which body deliberates."""

    PANEL = "panel"
    COMMITTEE = "committee"


class Matter(StrEnum):
    """What is voted on."""

    FACTS = "facts"
    LAW = "law"


class DeliberationRefused(ValueError):
    """An act out of order.  `citations` names the articles that forbid it."""

    def __init__(self, why: str, *citations: Citation) -> None:
        self.why, self.citations = why, citations
        named = "、".join(one.brief for one in citations)
        super().__init__(f"{why}（{named}）" if named else why)


@dataclass(frozen=True, slots=True)
class Member:
    """One member: name, and seats (a presiding judge may also be the judge in charge)."""

    name: str
    seats: frozenset[Seat]

    def sits(self, seat: Seat) -> bool:
        """Does the member sit in this capacity?"""
        return seat in self.seats


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one member said, with the reasons given."""

    member: str
    opinion: str
    reasons: str


@dataclass(frozen=True, slots=True)
class Ballot:
    """The vote on one matter: member → conclusion, the majority ('' where there is none), and the minority."""

    matter: Matter
    votes: Mapping[str, str]
    majority: str
    minority: tuple[str, ...]


FIRST, LAST = (Seat.IN_CHARGE,), (Seat.PRESIDING, Seat.CHAIR)
REASONS = (cite("spc2013", 16, 2), cite("spc2021", 214))
PANEL_ORDER = (cite("hy2002", 10, 1),)
LAY_ORDER = (cite("ps2019", 12),)
COMMITTEE_ORDER = (cite("spc2013", 17),)
MAJORITY = (cite("cpl", 184), cite("org2018", 31))


@dataclass(frozen=True, slots=True)
class Deliberation:
    """One deliberation on one case.  Make it with `panel` or `committee`."""

    body: Body
    members: tuple[Member, ...]
    explained: bool = False
    sealed: Mapping[str, Spoken] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    spoken: tuple[Spoken, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    signed: frozenset[str] = frozenset()

    # ------------------------------------------------------------ who

    @property
    def with_lay(self) -> bool:
        """Do lay assessors take part?"""
        return any(one.sits(Seat.LAY) for one in self.members)

    def member(self, name: str) -> Member:
        """The member of that name.  Raises DeliberationRefused for somebody who is not one."""
        for one in self.members:
            if one.name == name:
                return one
        raise DeliberationRefused(
            f"“{name}”不是成员，不能参加评议；成员是{'、'.join(m.name for m in self.members)}",
            cite("spc2021", 214),
        )

    @property
    def waiting(self) -> tuple[str, ...]:
        """Who has not filed an opinion yet (panel)."""
        return tuple(one.name for one in self.members if one.name not in self.sealed)

    @property
    def next_speaker(self) -> tuple[str, ...]:
        """Who may speak now: one name, or several among whom the order is free; empty when all have spoken."""
        left = [one for one in self.members if one.name not in {said.member for said in self.spoken}]
        if not left:
            return ()
        if self.body is Body.PANEL and not self.with_lay and not self.spoken:
            first = [
                one.name for one in left if any(one.sits(seat) for seat in FIRST) and not self._last(one)
            ]
            if first:
                return tuple(first)
        middle = [one.name for one in left if not self._last(one)]
        return tuple(middle) if middle else tuple(one.name for one in left)

    def _last(self, one: Member) -> bool:
        return any(one.sits(seat) for seat in LAST)

    def _order(self) -> tuple[Citation, ...]:
        if self.body is Body.COMMITTEE:
            return COMMITTEE_ORDER
        return LAY_ORDER if self.with_lay else PANEL_ORDER

    # ------------------------------------------------------------ acts

    def explain(self, by: str) -> Deliberation:
        """The judge in charge explains the law and the rules of evidence; needed first where lay assessors sit."""
        one = self.member(by)
        if not one.sits(Seat.IN_CHARGE):
            raise DeliberationRefused(f"介绍案件涉及的法律、证据规则的是承办法官，不是{by}", *LAY_ORDER)
        return replace(self, explained=True)

    def file(self, by: str, opinion: str, reasons: str) -> Deliberation:
        """A panel member files an opinion; it stays sealed until all have filed and cannot be changed."""
        self.member(by)
        if self.body is not Body.PANEL:
            raise DeliberationRefused("审判委员会委员当场依次发言，不先提交", *COMMITTEE_ORDER)
        self._explained_first()
        if by in self.sealed:
            raise DeliberationRefused(
                f"{by}已经提交评议意见，提交后不能更改；改变看法的在发言后另行说明", *REASONS
            )
        said = _reasoned(by, opinion, reasons)
        return replace(self, sealed=MappingProxyType({**self.sealed, by: said}))

    def read(self, by: str, of: str) -> Spoken:
        """Read an opinion: one's own at any time, another's once all have filed."""
        self.member(by)
        self.member(of)
        if by != of and self.waiting:
            raise DeliberationRefused(
                f"{'、'.join(self.waiting)}尚未提交，全体提交以前不能查看他人的评议意见", *REASONS
            )
        if of not in self.sealed:
            raise DeliberationRefused(f"{of}尚未提交评议意见", *REASONS)
        return self.sealed[of]

    def speak(self, by: str, opinion: str = "", reasons: str = "") -> Deliberation:
        """The next member speaks: in a panel the filed opinion is opened, in the committee it is given now."""
        self.member(by)
        if by in {said.member for said in self.spoken}:
            raise DeliberationRefused(f"{by}已经发表意见", *self._order())
        if self.body is Body.PANEL:
            if self.waiting:
                raise DeliberationRefused(
                    f"{'、'.join(self.waiting)}尚未提交评议意见，不能开始发言", *REASONS
                )
            said = self.sealed[by]
        else:
            said = _reasoned(by, opinion, reasons)
        if by not in self.next_speaker:
            raise DeliberationRefused(
                f"现在应由{'或者'.join(self.next_speaker)}发表意见，{by}还不能发言", *self._order()
            )
        return replace(self, spoken=(*self.spoken, said))

    def vote(self, matter: Matter, votes: Mapping[str, str]) -> Deliberation:
        """The vote on facts or law once all have spoken.  Every member entitled votes, nobody else does."""
        if len(self.spoken) < len(self.members):
            raise DeliberationRefused(
                f"{'、'.join(self.next_speaker)}等尚未发表意见，不能表决", *self._order()
            )
        if any(one.matter is matter for one in self.ballots):
            raise DeliberationRefused("该事项已经表决", *MAJORITY)
        entitled = set(self.entitled(matter))
        if wrong := sorted(set(votes) - entitled):
            seven = matter is Matter.LAW and len(self.members) == 7
            raise DeliberationRefused(
                f"{'、'.join(wrong)}不参加这一表决",
                *((cite("ps2018", 22), cite("spc2021", 215, 2)) if seven else MAJORITY),
            )
        if missing := sorted(entitled - set(votes)):
            raise DeliberationRefused(
                f"{'、'.join(missing)}没有表决；不得弃权、拒绝表态", cite("hy2002", 10, 2)
            )
        (leading, number), *_ = Counter(votes.values()).most_common(1)
        majority = leading if 2 * number > len(votes) else ""
        minority = tuple(name for name, said in votes.items() if said != majority)
        return replace(
            self, ballots=(*self.ballots, Ballot(matter, MappingProxyType(dict(votes)), majority, minority))
        )

    def entitled(self, matter: Matter) -> tuple[str, ...]:
        """Who votes on the matter: in a panel of seven, lay assessors do not vote on law."""
        return tuple(one.name for one in self.members if self._votes(one, matter))

    def _votes(self, one: Member, matter: Matter) -> bool:
        return not (matter is Matter.LAW and one.sits(Seat.LAY) and len(self.members) == 7)

    def sign(self, by: str) -> Deliberation:
        """A member signs the record, which holds every opinion, the minority's included."""
        self.member(by)
        if not self.ballots:
            raise DeliberationRefused("还没有表决，评议笔录不能签名", *MAJORITY)
        return replace(self, signed=self.signed | {by})

    @property
    def complete(self) -> bool:
        """Have all spoken, voted and signed?"""
        return bool(self.ballots) and self.signed == {one.name for one in self.members}

    def _explained_first(self) -> None:
        if self.with_lay and not self.explained:
            raise DeliberationRefused(
                "有人民陪审员参加，应当先由承办法官介绍案件涉及的法律、证据规则",
                *LAY_ORDER,
                cite("ps2018", 20, 2),
            )


def _reasoned(by: str, opinion: str, reasons: str) -> Spoken:
    if not opinion.strip():
        raise DeliberationRefused(f"{by}没有写明意见；不得拒绝陈述意见", *REASONS, cite("hy2002", 10, 2))
    if not reasons.strip():
        raise DeliberationRefused(
            f"{by}没有说明理由；同意他人意见的，也要提出事实根据和法律依据", *REASONS, cite("hy2002", 10, 2)
        )
    return Spoken(by, opinion.strip(), reasons.strip())


def panel(members: Mapping[str, tuple[Seat, ...]]) -> Deliberation:
    """A panel: name → seats.  Raises DeliberationRefused for an unlawful composition (CPL 183: odd, one presiding judge).

    Exactly one judge is in charge and exactly one presides; they may be the same person; a lay assessor is neither.
    """
    made = tuple(Member(name, frozenset(seats)) for name, seats in members.items())
    law = (cite("cpl", 183, 5), cite("org2018", 30, 1))
    if len(made) < 3 or len(made) % 2 == 0:
        raise DeliberationRefused(f"合议庭成员应当是三人以上的单数，现为{len(made)}人", *law)
    for seat in (Seat.PRESIDING, Seat.IN_CHARGE):
        number = sum(one.sits(seat) for one in made)
        if number != 1:
            raise DeliberationRefused(
                f"{seat.label}应当是一人，现为{number}人", cite("org2018", 30, 2), cite("hy2002", 7)
            )
    for one in made:
        if not one.seats or one.seats & {Seat.MEMBER, Seat.CHAIR}:
            raise DeliberationRefused(f"{one.name}的身份不是合议庭成员的身份", *law)
        if one.sits(Seat.LAY) and len(one.seats) > 1:
            raise DeliberationRefused(
                f"{one.name}是人民陪审员，不能担任审判长、承办法官",
                cite("hy2002", 1, 2),
                cite("org2018", 30, 2),
            )
    return Deliberation(Body.PANEL, made)


def committee(chair: str, members: tuple[str, ...], whole: int) -> Deliberation:
    """A session of the committee: the chair, the other members present, and how many members the committee has.

    Raises DeliberationRefused without a quorum (more than half of the members, Organic Law 38).
    """
    present = (*members, chair)
    if len(set(present)) != len(present):
        raise DeliberationRefused("同一委员登记了两次", cite("org2018", 38, 1))
    if 2 * len(present) <= whole or len(present) > whole:
        raise DeliberationRefused(
            f"审判委员会共{whole}人，到会{len(present)}人；应当有组成人员的过半数出席", cite("org2018", 38, 1)
        )
    made = tuple(Member(name, frozenset({Seat.MEMBER})) for name in members)
    return Deliberation(Body.COMMITTEE, (*made, Member(chair, frozenset({Seat.CHAIR}))))
