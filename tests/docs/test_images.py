"""手册里的图：每一幅都由脚本从真的工作台拍下，都有说明文字，都不大；没有拍而没有用的，也没有用而没有的。"""

from __future__ import annotations

import re
import struct
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/guide"
SHOWN = re.findall(
    r"!\[([^\]]*)\]\(images/([\w-]+)\.png\)",
    "".join(one.read_text(encoding="utf-8") for one in GUIDE.glob("*.md")),
)
TAKEN = set(
    re.findall(r'walk\.shot\(\s*"([\w-]+)"', (ROOT / "scripts/screenshots.py").read_text(encoding="utf-8"))
) | set(
    re.findall(r'\("([\w-]+)", "[^"]*", \d+\)', (ROOT / "scripts/screenshots.py").read_text(encoding="utf-8"))
)
LARGEST, WIDE = 120_000, 1280


def test_每一幅图_都在手册里_都由脚本拍下() -> None:
    there = {one.stem for one in (GUIDE / "images").glob("*.png")}
    assert there == {name for _, name in SHOWN} == TAKEN
    assert len(there) >= 12


def test_每一幅图_有说明文字() -> None:
    for alt, name in SHOWN:
        assert len(re.findall(r"[\u4e00-\u9fff]", alt)) >= 10, name


def test_每一幅图_宽1280_不超过120千字节() -> None:
    for one in (GUIDE / "images").glob("*.png"):
        data = one.read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n", one.name
        wide, _ = struct.unpack(">II", data[16:24])
        assert (wide, len(data) <= LARGEST) == (WIDE, True), one.name
