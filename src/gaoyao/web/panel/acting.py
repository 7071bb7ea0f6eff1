"""What acts of deliberation share: the protocol's answer, what is written, and the act of one member in his own place."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from django.utils import timezone

from gaoyao.dossier.chain import PartKey
from gaoyao.dossier.exchange.moments import parse_moment
from gaoyao.dossier.model import Basis, DossierError, Span, Value
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Person
from gaoyao.procedure.deliberation import Deliberation, DeliberationRefused
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import YES, Answer, Permission, Policy
from gaoyao.web.panel.envelope import INNER

Record = TypeVar("Record")
Own = TypeVar("Own")


def now() -> Span:
    """This minute, as the log writes it."""
    return parse_moment(timezone.localtime().strftime("%Y-%m-%d %H:%M"))


def lawful(act: Callable[[], Deliberation]) -> Deliberation:
    """The protocol's answer.  Raises DossierError with the protocol's words and articles."""
    try:
        return act()
    except DeliberationRefused as refused:
        raise DossierError((f"{refused}。",)) from refused


class Writing:
    """Puts the values of an act: all on the basis of the act itself, so that no editing of cells can replace them."""

    def __init__(self, change: Transaction) -> None:
        self.change = change

    def put(self, kind: str, subject: str, **values: Value | None) -> None:
        """Every value that is there."""
        for name, value in values.items():
            if value is not None and value != "":
                self.change.put(kind, subject, name, value, Basis.RULED)

    def person(self, account: Account, taken: set[str]) -> tuple[str, str]:
        """Declare a member; his id and the name he goes by here (with the account where two share a name)."""
        subject, name = f"U-{account.username}", account.name
        if name in taken:
            name = f"{account.name}（{account.username}）"
        taken.add(name)
        if not self.change.declared(Person.kind, subject):
            self.change.declare(Person.kind, subject)
        self.put(Person.kind, subject, name=name, role="judge")
        return subject, name


@dataclass(frozen=True)
class MemberAct(ABC, Generic[Record, Own]):
    """An act of one member in his own place (`Own`) of one deliberation or session (`Record`).

    Who has no place there is told `not_own` when he asks whether he may act, `absent` when he acts all the same.
    """

    account: Account
    subject: str
    sentence: ClassVar[str]
    not_own: ClassVar[str]
    absent: ClassVar[str]

    @property
    def reason(self) -> str:
        """Acts of deliberation need no reason beside their own words."""
        return ""

    @abstractmethod
    def record(self, view: View) -> Record:
        """What the act belongs to.  Raises DossierError where there is none."""

    @abstractmethod
    def own(self, record: Record) -> Own | None:
        """The member's own place in it; None for a stranger."""

    def refuse_closed(self, record: Record) -> None:
        """Raise DossierError where the record takes no further act."""

    @abstractmethod
    def write(self, out: Writing, record: Record, own: Own) -> None:
        """Check with the protocol, then write what the act says.  Raises DossierError where it is out of order."""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """A member with a place here, for himself."""
        answer = policy.may(Permission.PANEL_SPEAK, assignment)
        if not answer:
            return answer
        if policy.account.pk != self.account.pk or self.own(self.record(view)) is None:
            return Answer(False, self.not_own)
        return YES

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """法院副卷."""
        return INNER

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """The act, where the record is open and the member has a place in it."""
        record = self.record(view)
        self.refuse_closed(record)
        own = self.own(record)
        if own is None:
            raise DossierError((self.absent,))
        self.write(Writing(change), record, own)
