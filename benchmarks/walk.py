"""The walk from a folder to a signed ruling, in a real browser: how many interactions, how many minutes.

    python -m benchmarks.walk                 300 pages (invented), 6 of them scans, with recognition
    python -m benchmarks.walk --pages 60 --scans 2
    python -m benchmarks.walk --fast          a fast-track (速裁) file of invented papers, to its reading notes

An interaction is one click, one key, one field filled.  Minutes are those of the program and the machine; what a person
needs for reading comes on top and is shown as an assumption of SECONDS an interaction.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 4
PASSWORD = "走一遍工作台的密码-5530"
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split()


def served(data: Path, port: int, demo: Path | None = None) -> tuple[subprocess.Popen, dict[str, str]]:
    """The workbench as `make serve` starts it, and the one-time passwords; `demo` has other cases than ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOYAO_")}
    server = subprocess.Popen(
        [sys.executable, "-u", "-m", "gaoyao.web", "serve", "--port", str(port), *(["--demo", str(demo)] if demo else [])],
        cwd=ROOT, env=kept | {"GAOYAO_WEB_DATA": str(data)}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    told = ""
    for line in server.stdout or ():
        told += line
        if "工作台：" in line:
            break
    return server, dict(re.findall(r"用户名 (\w+)　一次性密码 (\S+)", told))


def enter(page, passwords: dict[str, str], who: str = "judge") -> None:
    """Log in and change the one-time password; not counted."""
    page.goto("/")
    page.get_by_label("用户名").fill(who)
    page.get_by_label("密码").fill(passwords[who])
    page.get_by_role("button", name="登录").click()
    page.get_by_label("新密码").fill(PASSWORD)
    page.get_by_label("再写一遍").fill(PASSWORD)
    page.get_by_role("button", name="保存").click()


def walk(page, folder: Path, fast: bool) -> list[tuple[str, int, float]]:
    """Each stretch of the way: its name, interactions, seconds."""
    from tests.web import walker

    acts = walker.Acts(page)
    stretches: list[tuple[str, int, float]] = []
    before, at = 0, time.monotonic()

    def done(name: str) -> None:
        nonlocal before, at
        stretches.append((name, acts.count - before, time.monotonic() - at))
        before, at = acts.count, time.monotonic()

    walker.upload(page, acts, folder)
    done("上传")
    walker.read(page, acts)
    done("读取")
    single, groups = walker.confirm(page, acts)
    done(f"确认（逐项 {single}，成组 {groups}）")
    walker.gather(page, acts)
    done("编组、出示质证无异议")
    if not fast:
        walker.without_statements(page, acts)
        done("假如没有供述")
        walker.rule(page, acts, "赵某甲讯问笔录（第1次）")
        done("裁定")
    walker.paper(page, acts)
    done("阅卷笔录")
    return stretches


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=294)
    parser.add_argument("--scans", type=int, default=6)
    parser.add_argument("--fast", action="store_true")
    options = parser.parse_args()
    room = Path(tempfile.mkdtemp(prefix="gaoyao-walk-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gaoyao.web.settings")
    os.environ["GAOYAO_WEB_DATA"] = str(room / "unused")
    import django

    django.setup()
    from playwright.sync_api import sync_playwright

    from tests.web import volumes, walker

    given = volumes.fast_track() if options.fast else volumes.files(options.pages, options.scans)
    folder = walker.write(given, room / "案卷")
    port = walker.free_port()
    server, passwords = served(room / "data", port)
    try:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            context = browser.new_context(
                viewport={"width": 1280, "height": 900}, locale="zh-CN", base_url=f"http://127.0.0.1:{port}/"
            )
            page = context.new_page()
            page.set_default_timeout(300_000)
            enter(page, passwords)
            tell(walk(page, folder, options.fast), options)
            browser.close()
    finally:
        server.terminate()
        server.wait(60)
        shutil.rmtree(room, ignore_errors=True)


def tell(stretches: list[tuple[str, int, float]], options: argparse.Namespace) -> None:
    """One line a stretch, then the sum."""
    what = (
        "速裁卷（虚构）"
        if options.fast
        else f"{options.pages + options.scans} 页的虚构案卷，其中扫描 {options.scans} 页"
    )
    print(what)
    for name, count, seconds in stretches:
        print(f"  {name:<24} {count:>3} 次操作 {seconds:>7.1f} 秒")
    count, seconds = sum(one[1] for one in stretches), sum(one[2] for one in stretches)
    load = os.getloadavg()[0]
    print(
        f"合计 {count} 次操作，程序用时 {seconds / 60:.1f} 分钟；按每次操作 {SECONDS} 秒计的人的时间 {count * SECONDS / 60:.1f} 分钟（假定）"
    )
    print(f"{os.cpu_count()} 核，结束时负载 {load:.1f}")


if __name__ == "__main__":
    main()
