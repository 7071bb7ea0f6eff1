"""An export that anybody can verify: the log, the proofs, the verifier itself and a page that says how."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from gaoyao.audit import verifier
from gaoyao.audit.verifier import LOG, PROOFS, canonical

README = """这是皋陶工作台的可核验导出。

核对不需要皋陶，只需要 Python 3.11 以上：

    python verifier.py 这个文件.zip --head 以前抄录另存的校验头

log.jsonl     日志：每次修改、每条记录和校验值
proofs.json   每日校验头，以及本案各分卷在其中的证明
verifier.py   核对程序，一个文件，只用 Python 标准库

校验头应当来自别处：抄录、打印后另存的，或者对方另存的。只用这份导出里的校验头核对，发现不了整体改写。
核对程序也最好用别处取得的一份：能改导出的人也能改里面的核对程序。
"""
_DATE = (1980, 1, 1, 0, 0, 0)


def pack(log: bytes, proofs: Mapping[str, object]) -> bytes:
    """The zip; the same content gives the same bytes."""
    target = io.BytesIO()
    content = {
        "说明.txt": README.encode(),
        LOG: log,
        PROOFS: canonical(proofs),
        "verifier.py": Path(verifier.__file__).read_bytes(),
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in content.items():
            made.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()
