"""A deliberation as it stands in the log, and the same as a value of the protocol.

Only what was written by an act of deliberation counts (basis `ruled`): nobody moves a deliberation on, or puts words
into somebody's mouth, by editing a cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from gaoyao.dossier.model import Amount, Basis, Span, Value
from gaoyao.dossier.texts import value_text
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Committee, Opinion, Panel, Person, Remark, Reply, Speech
from gaoyao.dossier.vocabulary.deliberation import FACTS, RESULTS
from gaoyao.logic.tree import Field
from gaoyao.procedure.deliberation import Deliberation, Matter, Seat, committee, panel
from gaoyao.web.panel.envelope import Answered, Filed, commitment

SEALED = "（密封）"
NO_MAJORITY = "none"
NONE_FORMED = {NO_MAJORITY: "没有形成多数意见"}


def said(view: View, field: Field, subject: str) -> Value | None:
    """A value written by an act of deliberation; None for anything else."""
    live = view.live(field, subject)
    return live.value if live.basis is Basis.RULED else None


def words(view: View, field: Field, subject: str) -> str:
    """The same in words; '' for none."""
    value = said(view, field, subject)
    return "" if value is None else value_text(field, value)


def code(view: View, field: Field, subject: str) -> str:
    """The code of a choice or the text of a field; '' for none."""
    value = said(view, field, subject)
    return value if isinstance(value, str) else ""


def _number(view: View, field: Field, subject: str) -> int:
    value = said(view, field, subject)
    return int(value.low) if isinstance(value, Amount) else 0


@dataclass(frozen=True, slots=True)
class Place:
    """One member's place: who, in which seat, what he has done so far."""

    subject: str
    person: str
    name: str
    account: str
    seat: Seat
    label: str
    filed: bool
    order: int
    opinion: str
    reason: str
    attended: bool | None
    read_file: bool | None
    replies: tuple[Answered, ...]
    facts_vote: str
    result_vote: str
    signed: str
    minority: bool
    seal: str
    seal_salt: str

    @property
    def facts_label(self) -> str:
        """His vote on the facts, in words."""
        return FACTS.get(self.facts_vote, "")

    @property
    def result_label(self) -> str:
        """His vote on the result, in words."""
        return RESULTS.get(self.result_vote, "")

    @property
    def told(self) -> tuple[tuple[str, str, str], ...]:
        """(obstacle, stance in words, reason) of every answer to an obstacle."""
        stances = dict(Reply.stance.options)
        return tuple((one.obstacle, stances.get(one.stance, one.stance), one.text) for one in self.replies)

    @property
    def sealed_well(self) -> bool | None:
        """Does the opened opinion fit the commitment of its filing?  None before it is opened."""
        if not (self.seal_salt and self.order):
            return None
        filed = Filed(self.opinion, self.reason, bool(self.attended), bool(self.read_file), self.replies)
        return commitment(self.seal_salt, filed) == self.seal


@dataclass(frozen=True)
class PanelRecord:
    """One deliberation of a panel."""

    view: View
    subject: str

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The members, in the order of the registration."""
        view = self.view
        return tuple(
            self._place(one)
            for one in view.children(Opinion.kind, self.subject)
            if code(view, Opinion.account, one)
        )

    def _place(self, one: str) -> Place:
        view = self.view
        seat = Seat(code(view, Opinion.role, one))
        person = code(view, Opinion.member, one)
        charge = code(view, Panel.judge_in_charge, self.subject) == person
        label = seat.label + ("、承办法官" if charge and seat is not Seat.IN_CHARGE else "")
        attended, read_file = said(view, Opinion.attended, one), said(view, Opinion.read_file, one)
        return Place(
            one, person, name(view, person), code(view, Opinion.account, one), seat, label, said(view, Opinion.filed_on, one) is not None,
            _number(view, Opinion.order, one), code(view, Opinion.opinion, one), code(view, Opinion.reason, one),
            attended if isinstance(attended, bool) else None, read_file if isinstance(read_file, bool) else None, replies(view, one),
            code(view, Opinion.facts_vote, one), code(view, Opinion.result_vote, one), words(view, Opinion.signed_on, one),
            said(view, Opinion.minority, one) is True, code(view, Opinion.seal, one), code(view, Opinion.seal_salt, one),
        )  # fmt: skip

    def place(self, account: str) -> Place | None:
        """The place of an account; None for somebody who does not sit."""
        return next((one for one in self.places if one.account == account), None)

    @property
    def counts(self) -> tuple[str, ...]:
        """The counts deliberated."""
        value = said(self.view, Panel.counts, self.subject)
        return (
            tuple(str(one) for one in value)
            if isinstance(value, tuple) and not isinstance(value, Span)
            else ()
        )

    @property
    def about(self) -> str:
        """What is deliberated, in words."""
        return code(self.view, Panel.about, self.subject)

    @property
    def stopped(self) -> str:
        """Why it was broken off; '' where it was not."""
        return code(self.view, Panel.stopped, self.subject)

    @property
    def explained(self) -> bool:
        """Has the judge in charge explained law and rules of evidence?"""
        return said(self.view, Panel.explained_first, self.subject) is True

    @cached_property
    def protocol(self) -> Deliberation:
        """The value of the protocol with every act replayed; an unopened opinion is in it without its words."""
        charge = code(self.view, Panel.judge_in_charge, self.subject)
        seats = {
            one.name: (
                one.seat,
                *((Seat.IN_CHARGE,) if one.person == charge and one.seat is not Seat.IN_CHARGE else ()),
            )
            for one in self.places
        }
        done = panel(seats)
        if self.explained:
            done = done.explain(next(one.name for one in self.places if one.person == charge))
        for one in self.places:
            if one.filed:
                done = done.file(one.name, one.opinion or SEALED, one.reason or SEALED)
        for one in sorted((one for one in self.places if one.order), key=lambda one: one.order):
            done = done.speak(one.name)
        for matter in (Matter.FACTS, Matter.LAW):
            votes = self.votes(matter)
            if set(votes) == set(done.entitled(matter)):
                done = done.vote(matter, votes)
        for one in self.places:
            if one.signed:
                done = done.sign(one.name)
        return done

    def votes(self, matter: Matter) -> dict[str, str]:
        """Member → code of his vote, of those who have voted."""
        voted = {
            one.name: one.facts_vote if matter is Matter.FACTS else one.result_vote for one in self.places
        }
        return {name: vote for name, vote in voted.items() if vote}

    @property
    def voted(self) -> bool:
        """Have all voted on everything?"""
        return len(self.protocol.ballots) == 2

    @property
    def majority(self) -> str:
        """The code of the result of the majority; '' before the vote, NO_MAJORITY where there is none."""
        ballots = [one for one in self.protocol.ballots if one.matter is Matter.LAW]
        return (ballots[0].majority or NO_MAJORITY) if ballots else ""

    @property
    def majority_label(self) -> str:
        """The same in words."""
        return (RESULTS | NONE_FORMED).get(self.majority, "")

    @property
    def remarks(self) -> tuple[tuple[str, str, str], ...]:
        """(name, day, text) of what was added after the signatures."""
        view = self.view
        return tuple(
            (
                name(view, code(view, Remark.member, one)),
                words(view, Remark.made_on, one),
                code(view, Remark.text, one),
            )
            for one in view.children(Remark.kind, self.subject)
        )

    @property
    def state(self) -> str:
        """Where it stands, in words."""
        protocol = self.protocol
        if self.stopped:
            return "已中止"
        if protocol.with_lay and not self.explained:
            return "等待承办法官介绍法律和证据规则"
        if protocol.waiting:
            return f"等待提交意见：{'、'.join(protocol.waiting)}"
        if protocol.next_speaker:
            return f"等待发言：{'或者'.join(protocol.next_speaker)}"
        if not self.voted:
            return "等待表决"
        if not protocol.complete:
            return "等待签名"
        return "评议完毕，已签名"


@dataclass(frozen=True, slots=True)
class Voice:
    """One committee member: who, whether he presides, what he said and voted."""

    subject: str
    name: str
    account: str
    chair: bool
    order: int
    opinion: str
    reason: str
    vote: str

    @property
    def vote_label(self) -> str:
        """His vote in words."""
        return RESULTS.get(self.vote, "")


@dataclass(frozen=True)
class CommitteeRecord:
    """One session of the judicial committee."""

    view: View
    subject: str

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """The members present, in the order of the registration."""
        view = self.view
        return tuple(
            Voice(
                one, name(view, code(view, Speech.member, one)), code(view, Speech.account, one), said(view, Speech.chair, one) is True,
                _number(view, Speech.order, one), code(view, Speech.opinion, one), code(view, Speech.reason, one), code(view, Speech.result_vote, one),
            )
            for one in view.children(Speech.kind, self.subject) if code(view, Speech.account, one)
        )  # fmt: skip

    def voice(self, account: str) -> Voice | None:
        """The voice of an account."""
        return next((one for one in self.voices if one.account == account), None)

    @property
    def panel(self) -> str:
        """The panel that reported; '' for none held here."""
        return code(self.view, Committee.panel, self.subject)

    @property
    def whole(self) -> int:
        """How many members the committee has."""
        return _number(self.view, Committee.whole, self.subject)

    @cached_property
    def protocol(self) -> Deliberation:
        """The value of the protocol with every act replayed."""
        chair = next(one.name for one in self.voices if one.chair)
        done = committee(chair, tuple(one.name for one in self.voices if not one.chair), self.whole)
        for one in sorted((one for one in self.voices if one.order), key=lambda one: one.order):
            done = done.speak(one.name, one.opinion, one.reason)
        votes = {one.name: one.vote for one in self.voices if one.vote}
        if set(votes) == set(done.entitled(Matter.LAW)):
            done = done.vote(Matter.LAW, votes)
        return done

    @property
    def result(self) -> str:
        """The code of the decision; '' before it is recorded."""
        return code(self.view, Committee.result, self.subject)

    @property
    def result_label(self) -> str:
        """The decision in words."""
        return (RESULTS | NONE_FORMED).get(self.result, "")

    @property
    def state(self) -> str:
        """Where it stands, in words."""
        if self.protocol.next_speaker:
            return f"等待发言：{'或者'.join(self.protocol.next_speaker)}"
        if not self.protocol.ballots:
            return "等待表决"
        return "已作决定" if self.result else "等待主持人记载决定"


def replies(view: View, opinion: str) -> tuple[Answered, ...]:
    """What was said to the obstacles."""
    return tuple(
        Answered(
            code(view, Reply.obstacle, one),
            code(view, Reply.rule, one),
            code(view, Reply.stance, one),
            code(view, Reply.text, one),
        )
        for one in view.children(Reply.kind, opinion)
    )


def name(view: View, person: str) -> str:
    """The name of a member."""
    return code(view, Person.name, person) or person


def panels(view: View) -> tuple[PanelRecord, ...]:
    """The deliberations of panels held here."""
    found = (PanelRecord(view, subject) for subject in view.subjects(Panel.kind))
    return tuple(one for one in found if _held_here(one))


def panel_of(view: View, subject: str) -> PanelRecord | None:
    """The deliberation of that id, where it was held here."""
    return next((one for one in panels(view) if one.subject == subject), None)


def committees(view: View) -> tuple[CommitteeRecord, ...]:
    """The sessions of the committee held here."""
    found = (CommitteeRecord(view, subject) for subject in view.subjects(Committee.kind))
    return tuple(one for one in found if _held_here(one))


def committee_of(view: View, subject: str) -> CommitteeRecord | None:
    """The session of that id, where it was held here."""
    return next((one for one in committees(view) if one.subject == subject), None)


def _held_here(record: PanelRecord | CommitteeRecord) -> bool:
    """Was it written act by act?  What a file tells of a deliberation held elsewhere need not fit the protocol."""
    try:
        there = bool(record.places if isinstance(record, PanelRecord) else record.voices)
        return there and bool(record.protocol.members)
    except (ValueError, StopIteration):  # DeliberationRefused is a ValueError
        return False
