"""What the standard library raises for a zip that is broken, cut short, encrypted or packed in a way it does not know.

One list for every place that opens somebody else's zip: a kind that one place forgets is a crash there.
(`gaoyao.audit.verifier` keeps its own: it is handed out as a single file and may import nothing of ours.)
"""

from __future__ import annotations

import lzma
import zipfile
import zlib

BROKEN: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,  # also a broken bzip2 stream
    ValueError,
    KeyError,  # a part that is not there
    RuntimeError,  # a password is needed; a method of packing that is not known
)
