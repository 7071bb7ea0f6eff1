"""Boxes and sealed streams: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce and bound to their place.

The context (which case, part, row or file) is associated data: a box that was moved or renamed does not open.
A stream is sealed in chunks under a key of its own; number and end of the chunks are bound as well, so that a
stream that was cut, reordered or joined does not open either.  Nothing here knows Django or the key ring.
"""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES, NONCE_BYTES, TAG_BYTES, SALT_BYTES = 32, 12, 16, 32
CHUNK = 1 << 20
"""Bytes of plain text in a chunk of a stream."""
_BOX, _STREAM = b"\x01", b"GYS1"


class SealError(Exception):
    """A box does not open: nothing of it is shown.  The message is for people and holds no content."""


def new_key() -> bytes:
    """A random key of 256 bits."""
    return os.urandom(KEY_BYTES)


def derived(key: bytes, *names: str) -> bytes:
    """A key for another use, from a key and the names of the use (HMAC-SHA256 as a pseudo-random function)."""
    return hmac.digest(key, place(*names), "sha256")


def place(*names: str) -> bytes:
    """The context of a box: names in order, written so that no two lists of names read the same."""
    return json.dumps(names, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def seal(key: bytes, data: bytes, context: bytes) -> bytes:
    """A box: version, nonce, cipher text with its tag."""
    nonce = os.urandom(NONCE_BYTES)
    return _BOX + nonce + AESGCM(key).encrypt(nonce, data, context)


def unseal(key: bytes, box: bytes, context: bytes) -> bytes:
    """What was sealed.  Raises SealError for another key, another place, a changed or cut box."""
    if box[:1] != _BOX or len(box) < 1 + NONCE_BYTES + TAG_BYTES:
        raise SealError("密封的内容格式不对，已损坏或者被替换；没有显示任何内容。请用备份核对。")
    return _opened(key, box[1:], context)


def seal_stream(key: bytes, source: BinaryIO, target: BinaryIO, context: bytes) -> int:
    """Seal everything from `source` into `target`; the number of plain bytes.  Memory: two chunks."""
    salt = os.urandom(SALT_BYTES)
    cipher = AESGCM(hmac.digest(key, salt + context, "sha256"))
    target.write(_STREAM + salt)
    number, total, chunk = 0, 0, source.read(CHUNK)
    while True:
        following = source.read(CHUNK) if chunk else b""
        nonce = os.urandom(NONCE_BYTES)
        sealed = nonce + cipher.encrypt(nonce, chunk, _chunk_place(context, number, last=not following))
        target.write(len(sealed).to_bytes(4, "big") + sealed)
        number, total = number + 1, total + len(chunk)
        if not following:
            return total
        chunk = following


def unseal_stream(key: bytes, source: BinaryIO, context: bytes) -> Iterator[bytes]:
    """The chunks of what was sealed, each checked before it is given out.

    Raises SealError for another key or place, for a changed chunk, and at the end for a stream that was cut or
    joined: what was given out before that is genuine but not whole, so write it elsewhere first where that matters.
    """
    if source.read(len(_STREAM)) != _STREAM:
        raise SealError("原件不是密封保存的，或者已损坏；没有显示任何内容。请用备份核对。")
    salt = source.read(SALT_BYTES)
    own, number, size = hmac.digest(key, salt + context, "sha256"), 0, source.read(4)
    while size:
        length = int.from_bytes(size, "big")
        if len(size) < 4 or not NONCE_BYTES + TAG_BYTES <= length <= NONCE_BYTES + CHUNK + TAG_BYTES:
            raise SealError("原件已损坏；没有显示其余内容。请用备份核对。")
        sealed, size = source.read(length), source.read(4)
        yield _opened(own, sealed, _chunk_place(context, number, last=not size))
        number += 1
    if number == 0:
        raise SealError("原件被截断；没有显示任何内容。请用备份核对。")


def _chunk_place(context: bytes, number: int, *, last: bool) -> bytes:
    return number.to_bytes(8, "big") + (b"\x01" if last else b"\x00") + context


def _opened(key: bytes, sealed: bytes, context: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)
    except (InvalidTag, ValueError) as error:
        raise SealError(
            "密封的内容解不开：密钥不对，或者内容被改动、截断、从别处移来；没有显示任何内容。请用备份核对。"
        ) from error
