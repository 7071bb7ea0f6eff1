"""The key ring of an installation: named master keys, one of them active; it stays outside the database and its backups.

A file of JSON that only its owner may read: {"active": "k-…", "keys": {"k-…": "base64 of 32 bytes"}}; or the
environment: 编号=base64, the first one active, separated by spaces.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

from gaoyao.web.sealing.envelope import KEY_BYTES, SealError, new_key, seal, unseal


class MissingKeyError(SealError):
    """The key ring, or the key that a box names, is not there."""


class BadRingError(SealError):
    """The key ring cannot be read, or others may read it."""


@dataclass(frozen=True)
class KeyRing:
    """Master keys by name.  `repr` shows names only."""

    active: str
    keys: dict[str, bytes]

    def __repr__(self) -> str:
        return f"KeyRing({self.active!r}, {sorted(self.keys)})"

    def wrap(self, data: bytes, context: bytes) -> bytes:
        """Seal under the active key; the name of the key stands in the envelope and is bound to it."""
        name = self.active.encode()
        return bytes([len(name)]) + name + seal(self.keys[self.active], data, name + b"\0" + context)

    def unwrap(self, envelope: bytes, context: bytes) -> bytes:
        """What `wrap` sealed.  Raises MissingKeyError where the ring has no such key, SealError for a bad box."""
        name = name_in(envelope)
        if name not in self.keys:
            raise MissingKeyError(
                f"密钥环里没有编号为“{name}”的密钥：内容没有显示，也没有别的办法读出。请管理员把含有这个密钥的密钥文件放回原处。"
            )
        return unseal(self.keys[name], envelope[1 + envelope[0] :], name.encode() + b"\0" + context)

    def with_new_key(self) -> KeyRing:
        """The same ring with one more key, which is active."""
        name = new_name()
        return KeyRing(name, {**self.keys, name: new_key()})

    def without(self, *names: str) -> KeyRing:
        """The ring without some retired keys; never without the active one."""
        return KeyRing(
            self.active,
            {one: key for one, key in self.keys.items() if one not in names or one == self.active},
        )


def name_in(envelope: bytes) -> str:
    """The name of the key that an envelope is sealed under.  Raises SealError."""
    if not envelope or len(envelope) < 1 + envelope[0]:
        raise SealError("密钥信封已损坏；没有显示任何内容。请用备份核对。")
    return envelope[1 : 1 + envelope[0]].decode("utf-8", "replace")


def new_name() -> str:
    """A name that says nothing and is not used again."""
    return f"k-{secrets.token_hex(4)}"


def new_ring() -> KeyRing:
    """A ring of one key."""
    name = new_name()
    return KeyRing(name, {name: new_key()})


def from_text(text: str) -> KeyRing:
    """The ring from the environment: 编号=base64, the first active.  Raises BadRingError."""
    pairs = [word.partition("=") for word in text.split()]
    return _ring(pairs[0][0] if pairs else "", {name: value for name, _, value in pairs}, "GAOYAO_WEB_KEYS")


def from_file(path: Path) -> KeyRing:
    """The ring from its file.  Raises MissingKeyError where there is none, BadRingError for anything else."""
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            data = file.read()
    except FileNotFoundError as error:
        raise MissingKeyError(
            f"没有密钥文件“{path.name}”（GAOYAO_WEB_KEY_FILE）：加密保存的内容不能显示，也不能写入。请放回原来的密钥文件；新装的用 python -m gaoyao.web new_keys 生成。"
        ) from error
    except OSError as error:
        raise BadRingError(f"密钥文件“{path.name}”读不出来：{error.strerror}。") from error
    if stat.S_IMODE(mode) & 0o077:
        raise BadRingError(f"密钥文件“{path.name}”别人也能读：请先执行 chmod 600，再启动。")
    try:
        read = json.loads(data)
        return _ring(read["active"], dict(read["keys"]), path.name)
    except (ValueError, KeyError, TypeError) as error:
        raise BadRingError(f"密钥文件“{path.name}”的格式不对，已损坏。请用另存的一份替换。") from error


def write(path: Path, ring: KeyRing) -> None:
    """Write the ring beside the old one, flush it to the disk, then put it in its place: never half a file."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    kept = {name: base64.b64encode(key).decode() for name, key in ring.keys.items()}
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump({"active": ring.active, "keys": kept}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _ring(active: str, given: dict[str, str], where: str) -> KeyRing:
    keys: dict[str, bytes] = {}
    for name, value in given.items():
        try:
            keys[name] = base64.b64decode(value, validate=True)
        except (binascii.Error, ValueError, TypeError):
            keys[name] = b""
        if len(keys[name]) != KEY_BYTES or not 0 < len(name.encode()) < 100:
            raise BadRingError(f"{where} 里的密钥“{name}”不是 {KEY_BYTES} 个字节的 base64。")
    if active not in keys:
        raise BadRingError(f"{where} 里没有现用的密钥“{active}”。")
    return KeyRing(active, keys)
