"""术语表：词汇里的每个公开名称都在 docs/dev/glossary.md 里，一个术语只对应一个标识。"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

from gaoyao.dossier.schema import KINDS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "dev" / "glossary.md").read_text(encoding="utf-8")


def test_术语表与词汇一致() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/glossary.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_每个对象和字段都有一行() -> None:
    for kind in KINDS.values():
        assert f"### {kind.label} `{kind.kind}`" in PAGE
        for name, field in kind.fields.items():
            assert f"| {field.label} | `{name}` |" in PAGE, field.path


def test_同一对象里一个术语只对应一个标识() -> None:
    for kind in KINDS.values():
        labels = Counter(field.label for field in kind.fields.values())
        assert [label for label, number in labels.items() if number > 1] == [], kind.kind


def test_不同对象不同名() -> None:
    labels = Counter(kind.label for kind in KINDS.values() if not kind.derived)
    assert [label for label, number in labels.items() if number > 1] == []
