"""What a page of a case of 1,000 items weighs in a real browser: HTML, CSS and JavaScript as they arrive, unpacked.

    python -m benchmarks.weights                    1,000 items (invented), 200 entries of the registers, 200 arguments
    python -m benchmarks.weights --items 3000

The case is that of benchmarks.load with registers and arguments added; the workbench is served as `make serve` does.
Every link of the case is followed from the overview, at most SAME of one kind (one address with other values), so a
page that is added is weighed without being named here.  One line a kind with its heaviest page; exit 1 over LARGEST.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

LARGEST, SAME, REGISTERED = 300_000, 6, 200
KINDS = {"text/html", "text/css", "text/javascript", "application/javascript"}
FILES = re.compile(r"/(export|docx|crop\.webp|log|\d+\.webp)/?$|/revisions/export/|/scenario/|/api/")


def large(items: int) -> str:
    """The case as an exchange file."""
    from benchmarks.performance import case_of
    from gaoyao.dossier.exchange import save
    from gaoyao.dossier.schema import Part

    log = case_of(items)
    with log.begin(Part.MAIN, "benchmark", "load", "invented", "2024-01-02T00:00") as tx:
        for n in range(REGISTERED):
            item = (f"E{n % items}",)
            for kind, ident, values in (
                ("doubt", f"D{n}", {"about": f"虚构的疑点，第 {n} 项：来源没有查明", "items": item}),
                ("favourable", f"Y{n}", {"about": f"虚构的有利材料，第 {n} 项", "items": item}),
                ("argument", f"G{n}", {"text": f"虚构的辩护意见，第 {n} 项：取证地点不合规定", "by": "虚构的辩护人", "items": item}),
            ):  # fmt: skip
                tx.declare(kind, ident)
                for name, value in values.items():
                    tx.put(kind, ident, name, value)
    return save(log, parts=log.parts)


def kind_of(address: str) -> str:
    """The kind of a page: its path without the case, and the names of what is asked."""
    split = urlsplit(address)
    path = re.sub(r"^/cases/\w+/", "", split.path) or "（概览）"
    names = sorted(
        {f"section={value}" if name == "section" else name for name, value in parse_qsl(split.query) if value and name != "back"}
    )  # fmt: skip
    return path + ("?" + "&".join(names) if names else "")


def weighed(page: Any, address: str) -> tuple[int, list[str]]:
    """Bytes of a page with what it loads, and the links of its case."""
    parts: dict[str, Any] = {}

    def note(response: Any) -> None:
        if response.headers.get("content-type", "").split(";")[0] in KINDS and response.status < 300:
            parts[response.url] = response

    page.on("response", note)
    try:
        page.goto(address, wait_until="load")
        size = sum(len(one.body()) for one in parts.values())
    finally:
        page.remove_listener("response", note)
    return size, page.evaluate("[...document.querySelectorAll('a[href]')].map(one => one.href.split('#')[0])")


def crawl(page: Any, case: str) -> dict[str, list[tuple[int, str]]]:
    """Every kind of page of the case: sizes and addresses."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    waiting, met = [case], {case}
    while waiting:
        address = waiting.pop(0)
        kind = kind_of(address)
        if len(found[kind]) >= SAME:
            continue
        size, links = weighed(page, address)
        found[kind].append((size, address))
        for link in links:
            if link.startswith(case) and link not in met and not FILES.search(urlsplit(link).path):
                met.add(link)
                waiting.append(link)
    return found


def main() -> int:
    """Serve, crawl, tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--items", type=int, default=1000)
    items = parser.parse_args().items
    from playwright.sync_api import sync_playwright

    from benchmarks.postgresql import free_port
    from benchmarks.walk import FLAGS, enter, served

    room = Path(tempfile.mkdtemp(prefix="gaoyao-weights-"))
    (room / "demo").mkdir()
    (room / "demo" / "大案.yaml").write_text(large(items), encoding="utf-8")
    port = free_port()
    server, passwords = served(room / "data", port, room / "demo")
    try:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            page = browser.new_page(base_url=f"http://127.0.0.1:{port}/", locale="zh-CN")
            page.set_default_timeout(300_000)
            enter(page, passwords, "presiding")
            page.locator("tbody th a").first.click()
            page.wait_for_url("**/cases/*/")
            found = crawl(page, page.url)
            browser.close()
    finally:
        server.terminate()
        server.wait(60)
        shutil.rmtree(room, ignore_errors=True)
    return tell(found, items)


def tell(found: dict[str, list[tuple[int, str]]], items: int) -> int:
    """The heaviest first; 1 if a page is over the limit."""
    pages = sum(map(len, found.values()))
    worst = sorted(((max(sizes)[0], kind, len(sizes)) for kind, sizes in found.items()), reverse=True)
    print(f"{items} 件证据的虚构案件：{len(found)} 种页面，{pages} 页；HTML、CSS、JS 合计（未压缩）")
    for size, kind, count in worst:
        print(f"  {size / 1000:>7.1f} KB  {kind}（{count} 页里最重的）{'　超过' if size > LARGEST else ''}")
    over = sum(size > LARGEST for size, _, _ in worst)
    print(f"超过 {LARGEST // 1000} KB 的：{over} 种")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
