"""术语表：词汇里的每个公开名称都在 docs/dev/glossary.md 里，一个术语只对应一个标识。"""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys
from collections import Counter
from enum import Enum
from pathlib import Path

import pytest

import gaoyao
from gaoyao.dossier.model import Basis
from gaoyao.dossier.schema import KINDS
from gaoyao.logic.truth import Truth

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


def labelled() -> list[type[Enum]]:
    """The enumerations of the core whose members have a label."""
    found = []
    for one in pkgutil.walk_packages(gaoyao.__path__, "gaoyao."):
        if one.name.startswith("gaoyao.web") or one.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(one.name)).values():
            if (
                isinstance(value, type)
                and issubclass(value, Enum)
                and value.__module__ == one.name
                and hasattr(value, "label")
            ):
                found.append(value)
    return found


LABELLED = labelled()


@pytest.mark.parametrize("one", LABELLED, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_每一组固定用语都有一节(one: type[Enum]) -> None:
    rows = "".join(
        f"| {each.label} | `{each.value if isinstance(each.value, str) else each.name}` |\n" for each in one
    )
    assert re.search(rf"^### {one.__name__} .+\n\n.+\n.+\n{re.escape(rows)}\n", PAGE, flags=re.MULTILINE)


def test_固定用语找得到() -> None:
    assert {Truth, Basis} <= set(LABELLED)


def test_同一对象里一个术语只对应一个标识() -> None:
    for kind in KINDS.values():
        labels = Counter(field.label for field in kind.fields.values())
        assert [label for label, number in labels.items() if number > 1] == [], kind.kind


def test_不同对象不同名() -> None:
    labels = Counter(kind.label for kind in KINDS.values() if not kind.derived)
    assert [label for label, number in labels.items() if number > 1] == []
