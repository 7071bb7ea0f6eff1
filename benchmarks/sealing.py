"""What encryption costs: originals a second, records a second, beside the same without it.

Usage: python -m benchmarks.sealing [--megabytes 256] [--records 20000]
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import time

from gaoyao.web.sealing.envelope import new_key, place, seal, seal_stream, unseal, unseal_stream

LINE = '["E14","item","title","虚构的一条记录，长度与案卷里常见的相当",2,["卷一.pdf",0,"第12页","原文一句","",null,null,null],null,"",""]'


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="加密的代价")
    parser.add_argument("--megabytes", type=int, default=256, help="原件多大")
    parser.add_argument("--records", type=int, default=20_000, help="记录多少条")
    given = parser.parse_args()
    key, where = new_key(), place("case", "k", "main", "")
    data = os.urandom(1 << 20) * given.megabytes
    sealed = io.BytesIO()
    began = time.perf_counter()
    seal_stream(key, io.BytesIO(data), sealed, where)
    middle = time.perf_counter()
    sealed.seek(0)
    same = (
        hashlib.sha256(b"".join(unseal_stream(key, sealed, where))).digest() == hashlib.sha256(data).digest()
    )
    end = time.perf_counter()
    hashlib.sha256(data).digest()
    plain = time.perf_counter() - end
    print(
        f"原件 {given.megabytes} MB：密封 {given.megabytes / (middle - began):.0f} MB/s，解开并核对 {given.megabytes / (end - middle - plain):.0f} MB/s，相同：{same}"
    )
    line = LINE.encode()
    began = time.perf_counter()
    boxes = [seal(key, line, place("record", str(number))) for number in range(given.records)]
    middle = time.perf_counter()
    good = all(unseal(key, box, place("record", str(number))) == line for number, box in enumerate(boxes))
    end = time.perf_counter()
    print(
        f"记录 {given.records} 条（每条 {len(line)} 字节，盒子多 {len(boxes[0]) - len(line)} 字节）："
        f"密封每秒 {given.records / (middle - began):,.0f} 条，解开每秒 {given.records / (end - middle):,.0f} 条，相同：{good}"
    )


if __name__ == "__main__":
    main()
