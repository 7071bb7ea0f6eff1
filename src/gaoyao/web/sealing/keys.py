"""The seal of a part: its data key, unwrapped for use, never stored; and the ring as the installation has it now."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from django.conf import settings

from gaoyao.dossier.chain import PartKey
from gaoyao.web.sealing import envelope
from gaoyao.web.sealing.envelope import SealError
from gaoyao.web.sealing.models import DataKey
from gaoyao.web.sealing.ring import KeyRing, from_file, from_text, name_in, new_ring, write


class Ring:
    """The key ring, read again when its file changed (a rotation may run beside the server)."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._read: KeyRing | None = None
        self._stamp = (0, 0)

    def now(self) -> KeyRing:
        """The ring.  Outside production one is made where there is none.  Raises MissingKeyError, BadRingError."""
        if settings.KEY_RING:
            return from_text(settings.KEY_RING)
        path: Path = settings.KEY_FILE
        with self._lock:
            if not settings.PRODUCTION and not path.exists():
                write(path, new_ring())
            stamp = _stamp(path)
            if self._read is None or stamp != self._stamp:
                self._read, self._stamp = from_file(path), stamp
            return self._read


RING = Ring()


class Seal:
    """What seals and opens the things of one scope; `names` say which thing (a row, a file) and are bound to it."""

    __slots__ = ("_boxes", "_key", "scope")

    def __init__(self, scope: tuple[str, ...], key: bytes) -> None:
        self.scope, self._key = scope, key
        self._boxes = envelope.derived(key, "boxes")

    def __repr__(self) -> str:
        return f"Seal({self.scope})"

    def seal(self, data: bytes, *names: str) -> bytes:
        """A box that opens only here and under these names."""
        return envelope.seal(self._boxes, data, envelope.place(*self.scope, *names))

    def unseal(self, box: bytes, *names: str) -> bytes:
        """What is in the box.  Raises SealError."""
        return envelope.unseal(self._boxes, box, envelope.place(*self.scope, *names))

    def seal_stream(self, source: BinaryIO, target: BinaryIO, *names: str) -> int:
        """Seal a large original in chunks; the number of plain bytes."""
        key = envelope.derived(self._key, "streams")
        return envelope.seal_stream(key, source, target, envelope.place(*self.scope, *names))

    def unseal_stream(self, source: BinaryIO, *names: str) -> Iterator[bytes]:
        """The chunks of an original, each checked.  Raises SealError."""
        key = envelope.derived(self._key, "streams")
        return envelope.unseal_stream(key, source, envelope.place(*self.scope, *names))

    def commitment(self, *names: str) -> str:
        """64 hex digits that say nothing to who has not the key, and the same for the same names."""
        return hmac.digest(envelope.derived(self._key, "commitments"), envelope.place(*names), "sha256").hex()


def of_parts(case: str, parts: Iterable[PartKey]) -> dict[PartKey, Seal]:
    """The seals of the parts (of the case with that key) that have one.  One query.  Raises SealError."""
    return {part: seal for (_, part), seal in of_many((case, part) for part in parts).items()}


def of_many(wanted: Iterable[tuple[str, PartKey]]) -> dict[tuple[str, PartKey], Seal]:
    """The seals of parts of many cases, where they have one.  One query for each five hundred.  Raises SealError."""
    scopes = {_written(_scope(*one)): one for one in wanted}
    names, out = list(scopes), {}
    for start in range(0, len(names), 500):
        for row in DataKey.objects.filter(scope__in=names[start : start + 500]):
            out[scopes[row.scope]] = _unwrapped(row, _scope(*scopes[row.scope]))
    return out


def of_part(case: str, part: PartKey) -> Seal:
    """The seal of one part; made where there is none (call inside the transaction that writes).  Raises SealError."""
    return _made(_scope(case, part))


def of_installation(use: str) -> Seal:
    """The seal of one use of the installation, such as the secrets of accounts.  Raises SealError."""
    return _made(("installation", use))


def rewrap(row: DataKey, ring: KeyRing) -> None:
    """Wrap a data key under the active master key; read back and compared before it is saved.  Raises SealError."""
    context = row.scope.encode()
    key = ring.unwrap(bytes(row.wrapped), context)
    wrapped = ring.wrap(key, context)
    if not hmac.compare_digest(ring.unwrap(wrapped, context), key):
        raise SealError("重新密封后读回的密钥与原来的不同；没有改动。")
    DataKey.objects.filter(pk=row.pk).update(wrapped=wrapped, key_name=ring.active)


def _made(scope: tuple[str, ...]) -> Seal:
    row = DataKey.objects.filter(scope=_written(scope)).first()
    if row is None:
        ring = RING.now()
        wrapped = ring.wrap(envelope.new_key(), _written(scope).encode())
        row, _ = DataKey.objects.get_or_create(
            scope=_written(scope), defaults={"wrapped": wrapped, "key_name": ring.active}
        )
    return _unwrapped(row, scope)


def _unwrapped(row: DataKey, scope: tuple[str, ...]) -> Seal:
    return Seal(scope, RING.now().unwrap(bytes(row.wrapped), row.scope.encode()))


def _scope(case: str, part: PartKey) -> tuple[str, ...]:
    return ("case", case, part[0].value, part[1])


def _written(scope: tuple[str, ...]) -> str:
    return envelope.place(*scope).decode()


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_ino)


def names_in_use() -> dict[str, int]:
    """How many data keys are wrapped under each master key, as their envelopes say."""
    out: dict[str, int] = {}
    for wrapped in DataKey.objects.values_list("wrapped", flat=True):
        name = name_in(bytes(wrapped))
        out[name] = out.get(name, 0) + 1
    return out
