"""The file of a backup: a zip with tables, sealed originals and, written last, a manifest with the sha256 of each.

Written beside its name and put in its place when it is whole.  The keys are not in it.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from gaoyao.zips import BROKEN

MANIFEST, TABLES, ORIGINALS = "manifest.json", "tables/", "originals/"
FORMAT, VERSION = "gaoyao-backup", 1
CHUNK = 1 << 20


class BackupError(Exception):
    """The backup cannot be made, or is not whole; the message says what to do."""


@dataclass(frozen=True)
class Manifest:
    """What a backup holds: for every member its sha256 and its size, for a table its number of rows."""

    made: str
    program: str
    engine: str
    migrations: list[list[str]]
    keys: list[str]
    head: str
    members: dict[str, dict[str, Any]]

    def dump(self) -> bytes:
        """As JSON."""
        named = {"format": FORMAT, "version": VERSION, **self.__dict__}
        return json.dumps(named, ensure_ascii=False, indent=1, sort_keys=True).encode()

    @classmethod
    def read(cls, data: bytes) -> Manifest:
        """From JSON.  Raises BackupError."""
        try:
            found = json.loads(data)
            if (found.pop("format"), found.pop("version")) != (FORMAT, VERSION):
                raise BackupError("不是皋陶工作台的备份，或者是另一版本的。")
            return cls(**found)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BackupError("备份的清单读不出来，已损坏。请换一份备份。") from error


class Writer:
    """Adds members and remembers their sums."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive, self.members = archive, dict[str, dict[str, Any]]()

    def table(self, name: str, rows: Iterable[str]) -> None:
        """A table, a line a row."""
        digest, size, count = hashlib.sha256(), 0, 0
        with self._archive.open(
            _info(f"{TABLES}{name}.jsonl", zipfile.ZIP_DEFLATED), "w", force_zip64=True
        ) as out:
            for row in rows:
                data = f"{row}\n".encode("utf-8", "surrogatepass")
                digest.update(data)
                out.write(data)
                size, count = size + len(data), count + 1
        self.members[f"{TABLES}{name}.jsonl"] = {"sha256": digest.hexdigest(), "size": size, "rows": count}

    def original(self, name: str, path: Path) -> None:
        """A sealed original, as it is."""
        digest, size = hashlib.sha256(), 0
        with path.open("rb") as source, self._archive.open(_info(f"{ORIGINALS}{name}", zipfile.ZIP_STORED), "w", force_zip64=True) as out:  # fmt: skip
            while data := source.read(CHUNK):
                digest.update(data)
                out.write(data)
                size += len(data)
        self.members[f"{ORIGINALS}{name}"] = {"sha256": digest.hexdigest(), "size": size}

    def manifest(self, manifest: Manifest) -> None:
        """The last member."""
        self._archive.writestr(_info(MANIFEST, zipfile.ZIP_DEFLATED), manifest.dump())


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """A new backup, put in its place when the block ends well.  Raises BackupError where it cannot be written."""
    if path.exists():
        raise BackupError(f"“{path.name}”已经存在，没有覆盖。")
    part = path.with_name(f"{path.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as file:
            with zipfile.ZipFile(file, "w", allowZip64=True) as archive:
                yield Writer(archive)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
    except OSError as error:
        raise BackupError(f"“{path.name}”写不进去：{error.strerror}。没有留下备份。") from error
    finally:
        part.unlink(missing_ok=True)


class Reader:
    """A whole backup.  Raises BackupError for anything that is not exactly what its manifest says."""

    def __init__(self, path: Path) -> None:
        try:
            self._archive = zipfile.ZipFile(path)
            listed = self._archive.namelist()
            self.manifest = Manifest.read(self._archive.read(MANIFEST))
        except KeyError as error:
            raise BackupError(f"“{path.name}”没有清单：备份没有做完。请换一份备份。") from error
        except OSError as error:
            raise BackupError(f"“{path.name}”读不出来：{error.strerror}。") from error
        except BROKEN as error:
            raise BackupError(f"“{path.name}”不是备份，或者只有半个。请换一份备份。") from error
        if sorted(listed) != sorted([*self.manifest.members, MANIFEST]) or any(
            _outside(one) for one in listed
        ):
            raise BackupError(f"“{path.name}”里的文件与清单不符。请换一份备份。")

    def check(self) -> None:
        """Read everything once and compare every sum, before anything is written."""
        for name, said in self.manifest.members.items():
            digest = hashlib.sha256()
            self._each(name, digest.update)
            if digest.hexdigest() != said["sha256"]:
                raise BackupError(f"{name} 与清单的校验值不符，已损坏。请换一份备份。")

    def rows(self, name: str) -> Iterator[str]:
        """The rows of a table."""
        with self._open(f"{TABLES}{name}.jsonl") as source:
            for line in source:
                yield line.decode("utf-8", "surrogatepass").rstrip("\n")

    def originals(self) -> list[str]:
        """The names of the originals."""
        return [name.removeprefix(ORIGINALS) for name in self.manifest.members if name.startswith(ORIGINALS)]

    def extract(self, name: str, target: Path) -> None:
        """An original into its place."""
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            self._each(f"{ORIGINALS}{name}", out.write)
            out.flush()
            os.fsync(out.fileno())

    def tables(self) -> set[str]:
        """The names of the tables."""
        return {
            name.removeprefix(TABLES).removesuffix(".jsonl")
            for name in self.manifest.members
            if name.startswith(TABLES)
        }

    def _each(self, name: str, use: Callable[[bytes], object]) -> None:
        with self._open(name) as source:
            while data := self._chunk(source, name):
                use(data)

    @staticmethod
    def _chunk(source: IO[bytes], name: str) -> bytes:
        try:
            return source.read(CHUNK)
        except BROKEN as error:
            raise BackupError(f"{name} 已损坏。请换一份备份。") from error

    def _open(self, name: str) -> IO[bytes]:
        try:
            return self._archive.open(name)
        except BROKEN as error:
            raise BackupError(f"{name} 不在备份里，或者已损坏。请换一份备份。") from error


def _info(name: str, how: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = how
    return info


def _outside(name: str) -> bool:
    path = PurePosixPath(name)
    known = name == MANIFEST or name.startswith((TABLES, ORIGINALS))
    return path.is_absolute() or ".." in path.parts or "\\" in name or not known
