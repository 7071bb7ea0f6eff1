"""The vault: originals and what was made of them, sealed, outside the web root, each written whole or not at all."""

from __future__ import annotations

import hashlib
import io
import os
import secrets
import shutil
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from gaoyao.web.ledger.boxes import closed
from gaoyao.web.originals.models import Upload
from gaoyao.web.sealing.envelope import SealError
from gaoyao.web.sealing.keys import Seal, of_part

ORIGINAL, PAGES, COVERAGE, IMAGE = "original", "pages", "coverage", "image"
RECOGNISED, READING, LIST = "recognised", "reading", "list"
"""What was recognised of an original; the reading that the next one is compared with; the names of a closed part."""


class LostOriginalError(Exception):
    """An original is not in the vault, or is not what its sha256 says.  The message is for people."""


class Vault:
    """What one upload keeps.  Names are sha256 and numbers, never a name that came from outside; in a closed part
    commitments of them, so that nobody can ask the disk whether a paper that he knows is there."""

    def __init__(self, upload: Upload) -> None:
        self.upload = upload
        self.root: Path = settings.ORIGINALS / upload.key

    @cached_property
    def seal(self) -> Seal:
        """The seal of the upload's part."""
        return of_part(self.upload.key, self.upload.part_key)

    def path(self, kind: str, name: str) -> Path:
        """Where that thing is kept."""
        if closed(self.upload.part):
            name = self.seal.commitment(kind, name)
        return self.root / kind / name

    def has(self, kind: str, name: str) -> bool:
        """Is it kept?"""
        return self.path(kind, name).is_file()

    def put(self, kind: str, name: str, source: BinaryIO | bytes) -> None:
        """Seal it and put it in its place."""
        target = self.path(kind, name)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        new = target.with_name(f"{target.name}.{secrets.token_hex(4)}.new")
        try:
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                stream = io.BytesIO(source) if isinstance(source, bytes) else source
                self.seal.seal_stream(stream, out, kind, name)
                out.flush()
                os.fsync(out.fileno())
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)

    def chunks(self, kind: str, name: str) -> Iterator[bytes]:
        """What is kept, chunk by chunk, each checked.  Raises LostOriginalError."""
        try:
            with self.path(kind, name).open("rb") as source:
                yield from self.seal.unseal_stream(source, kind, name)
        except FileNotFoundError as error:
            raise LostOriginalError("原件不在保存处，可能被移走或者删除；请用备份恢复。") from error
        except SealError as error:
            raise LostOriginalError(str(error)) from error

    def get(self, kind: str, name: str) -> bytes:
        """The whole of a small thing.  Raises LostOriginalError."""
        return b"".join(self.chunks(kind, name))

    def extract(self, sha256: str, target: Path) -> None:
        """An original as a plain file, checked against its sha256.  Raises LostOriginalError."""
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        digest = hashlib.sha256()
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            for chunk in self.chunks(ORIGINAL, sha256):
                digest.update(chunk)
                out.write(chunk)
        if digest.hexdigest() != sha256:
            target.unlink()
            raise LostOriginalError("原件与它的校验值不符，已损坏或者被替换；请用备份核对。")

    def forget(self, kind: str, name: str) -> None:
        """Remove one thing that turned out to be kept elsewhere."""
        self.path(kind, name).unlink(missing_ok=True)

    def drop(self) -> None:
        """Remove everything of an upload that never became a case."""
        shutil.rmtree(self.root, ignore_errors=True)
