"""What an opinion is while it is sealed: its canonical text, its commitment, and the box that holds it.

The commitment (SHA-256 over a random salt and the text) stands in the log when the opinion is filed; salt and text
follow when it is opened.  Anyone can then see that nobody changed the opinion in between, its author included.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import asdict, dataclass

from gaoyao.dossier.chain import PartKey
from gaoyao.dossier.schema import Part
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.models import Case
from gaoyao.web.panel.models import Envelope
from gaoyao.web.sealing.keys import of_part

INNER: PartKey = (Part.COURT_INNER, "")


@dataclass(frozen=True, slots=True)
class Answered:
    """What the member says to one obstacle: its words, the rules behind it, stance (Reply.stance), reason."""

    obstacle: str
    rule: str
    stance: str
    text: str


@dataclass(frozen=True, slots=True)
class Filed:
    """An opinion as it is filed."""

    opinion: str
    reason: str
    attended: bool
    read_file: bool
    replies: tuple[Answered, ...] = ()

    def canonical(self) -> bytes:
        """The text the commitment is about."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def commitment(salt: str, filed: Filed) -> str:
    """SHA-256 of salt and opinion, 64 hex digits."""
    return hashlib.sha256(bytes.fromhex(salt) + filed.canonical()).hexdigest()


def put_away(case: Case, subject: str, account: Account, filed: Filed) -> str:
    """Seal an opinion; its commitment.  Call inside the transaction that writes the commitment to the log."""
    salt = secrets.token_hex(32)
    data = json.dumps({"salt": salt, "filed": asdict(filed)}, ensure_ascii=False).encode()
    Envelope.objects.create(
        case=case,
        subject=subject,
        account=account,
        box=of_part(case.key, INNER).seal(data, "opinion", subject),
    )
    return commitment(salt, filed)


def take_out(case: Case, subject: str, account: Account) -> tuple[str, Filed] | None:
    """Salt and opinion of the person who filed it; None where he filed none.  Raises SealError."""
    row = Envelope.objects.filter(case=case, subject=subject, account=account).first()
    if row is None:
        return None
    read = json.loads(of_part(case.key, INNER).unseal(bytes(row.box), "opinion", subject))
    told = read["filed"]
    replies = tuple(Answered(**one) for one in told.pop("replies"))
    return read["salt"], Filed(**told, replies=replies)
