"""MkDocs hook: the navigation is what stands in docs/, known pages first and in order.

A page that somebody adds appears by itself at the end of its section, so that no page is left out in silence.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

# Folder under docs/, the section's title, the pages that come first (without .md).
SECTIONS: list[tuple[str, str, list[str]]] = [
    (
        "guide",
        "用户手册",
        [
            "quickstart",
            "writing-a-case",
            "exchange-format",
            "reading-a-review",
            "workbench",
            "audit",
            "papers",
            "charges",
            "faq",
        ],
    ),
    ("law", "规则", ["index"]),
    ("dev", "Developers", ["contributing", "glossary", "performance", "releasing"]),
    ("adr", "Decisions", ["index"]),
]


def _section(docs: Path, folder: str, first: list[str]) -> list[Any]:
    pages = sorted(path.relative_to(docs).as_posix() for path in (docs / folder).glob("*.md"))
    known = [f"{folder}/{name}.md" for name in first]
    nested = sorted(path for path in (docs / folder).iterdir() if path.is_dir() and any(path.glob("*.md")))
    return [
        *[page for page in known if page in pages],
        *[page for page in pages if page not in known],
        *[{path.name: _section(docs, f"{folder}/{path.name}", ["index"])} for path in nested],
    ]


def build_nav(docs: Path) -> list[Any]:
    """The navigation for the folder `docs`, as MkDocs' `nav` setting."""
    nav: list[Any] = ["index.md"]
    titles = {folder: (title, first) for folder, title, first in SECTIONS}
    others = sorted(
        path.name
        for path in docs.iterdir()
        if path.is_dir() and path.name not in titles and any(path.rglob("*.md"))
    )
    for folder in [*titles, *others]:
        title, first = titles.get(folder, (folder, []))
        if (docs / folder).is_dir():
            nav.append({title: _section(docs, folder, first)})
    nav.extend(sorted(path.name for path in docs.glob("*.md") if path.name != "index.md"))
    return nav


def on_config(config: Any) -> Any:
    """Called by MkDocs once the configuration is read."""
    config.nav = build_nav(Path(config.docs_dir))
    return config
