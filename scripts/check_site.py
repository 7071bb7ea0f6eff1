"""Read a built documentation site and fail if a page would load anything from elsewhere.

Links that a reader may click are allowed; scripts, styles, images, fonts and frames from another host are not.

Usage: python scripts/check_site.py FOLDER
"""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

_ELSEWHERE = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
_STYLE_LOAD = re.compile(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//[^'\")\s]+", re.IGNORECASE)
_LOADING_RELATIONS = {
    "stylesheet",
    "preconnect",
    "preload",
    "dns-prefetch",
    "icon",
    "manifest",
    "modulepreload",
}


class _Loads(HTMLParser):
    """Collects the addresses that a browser would fetch by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note src, srcset, poster, data and loading links of one tag."""
        values = {name: value or "" for name, value in attrs}
        addresses = [values[name] for name in ("src", "srcset", "poster") if name in values]
        if tag == "object" and "data" in values:
            addresses.append(values["data"])
        if tag == "link" and _LOADING_RELATIONS & set(values.get("rel", "").lower().split()):
            addresses.append(values.get("href", ""))
        self.found.extend(address for address in addresses if _ELSEWHERE.match(address.strip()))


def loads_from_elsewhere(path: Path) -> list[str]:
    """Addresses on other hosts that the page or style sheet at `path` would load."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".css":
        return _STYLE_LOAD.findall(text)
    parser = _Loads()
    parser.feed(text)
    return parser.found + _STYLE_LOAD.findall(text)


def main(folder: str) -> int:
    """Print what is loaded from elsewhere; 1 if anything is, or if there is no page."""
    pages = [path for path in sorted(Path(folder).rglob("*")) if path.suffix in {".html", ".css"}]
    found = [(path, address) for path in pages for address in loads_from_elsewhere(path)]
    for path, address in found:
        print(f"{path}：会从别处载入 {address}", file=sys.stderr)
    print(f"{folder}：{len(pages)} 个页面和样式，{len(found)} 处从别处载入")
    return int(bool(found) or not pages)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
