"""Take the pictures of the user's guide from a real run of the workbench, with invented cases only.

    python scripts/screenshots.py [--only NAME …] [--to docs/guide/images]

Starts the workbench as `make serve` does, uploads an invented file and walks it to a ruling, lets a panel deliberate and
opens a dissection, all in Chromium at 1280 pixels.  Times and check values that change from run to run
are made the same before a picture is taken, so that a picture changes only when the page does.  Each picture is
a PNG with a palette; one over LARGEST bytes ends the run with an error.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LARGEST, COLOURS, WIDE = 120_000, 128, 1280
ROBBERY, FIRST = "贺某甲等四人抢劫案", "赵某甲讯问笔录（第1次）"
SAME = r"""() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const day = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    node.data = node.data.replaceAll(day, "2026-03-02").replace(/(2026-03-02) \d\d:\d\d(:\d\d)?/g, "$1 09:30")
      .replace(/\b[0-9a-f]{64}\b/g, "0123456789abcdef".repeat(4));
  }
  document.querySelectorAll("input[type=text]").forEach(one => { if (one.value === day) one.value = "2026-03-02"; });
  document.activeElement && document.activeElement.blur();
}"""
Scene = Callable[["Walk"], None]


class Walk:
    """People in their windows, the case that was read, and the pictures taken."""

    def __init__(self, browser: Any, address: str, passwords: dict[str, str], folder: Path, to: Path) -> None:
        self.browser, self.address, self.passwords, self.folder, self.to = (
            browser,
            address,
            passwords,
            folder,
            to,
        )
        self.pages: dict[str, Any] = {}
        self.case = self.robbery = ""
        self.taken: dict[str, int] = {}

    def of(self, who: str) -> Any:
        """The window of a person, logged in."""
        from benchmarks.walk import enter

        if who not in self.pages:
            context = self.browser.new_context(
                viewport={"width": WIDE, "height": 900},
                locale="zh-CN",
                base_url=self.address,
                device_scale_factor=1,
            )
            self.pages[who] = context.new_page()
            self.pages[who].set_default_timeout(300_000)
            enter(self.pages[who], self.passwords, who)
            self.pages[who].wait_for_url("**/")
            self.pages[who].goto("/")
        return self.pages[who]

    def shot(self, name: str, page: Any, height: int = 900, top: str = "") -> None:
        """One picture, `height` pixels from the top of the page or of the first element that `top` selects."""
        page.wait_for_load_state("networkidle")
        for image in page.locator("main img").all()[:4]:
            with suppress(Exception):
                image.evaluate("one => one.decode()")
        page.evaluate(SAME)
        begin = int(page.locator(top).first.bounding_box()["y"] + page.evaluate("scrollY")) - 12 if top else 0
        whole = page.evaluate("document.documentElement.scrollHeight")
        clip = {"x": 0, "y": begin, "width": WIDE, "height": min(height, whole - begin)}
        data = smaller(page.screenshot(full_page=True, clip=clip, animations="disabled"))
        (self.to / f"{name}.png").write_bytes(data)
        self.taken[name] = len(data)
        print(f"  {name}.png　{len(data) / 1000:.0f} kB")


def smaller(data: bytes) -> bytes:
    """The picture with a palette."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        made = io.BytesIO()
        flat = image.convert("RGB").quantize(
            COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        flat.save(made, "PNG", optimize=True)
    return made.getvalue()


def reading(walk: Walk) -> None:
    """From a folder to the queue."""
    from tests.web import walker

    page = walk.of("judge")
    page.locator("[hx-trigger]").wait_for(state="detached")  # every line of the list is prepared
    walk.shot("list", page, 620)
    page.goto("/load/")
    acts = walker.Acts(page)
    walker.upload(page, acts, walk.folder)
    page.get_by_role("link", name="开始确认", exact=True).wait_for()
    walk.case = walker.read(page, acts)
    walk.shot("queue", page, 780)
    page.get_by_role("link", name="看整页").click()
    walk.shot("page", page, 900)
    page.go_back()
    taken = False
    while page.locator("button[data-key=y]").count():
        rows = page.locator("table.look tbody tr").count()
        if rows > 2 and not taken:
            walk.shot("group", page, 900)
            taken = True
        acts.key("y")
    walker.gather(page, acts)
    walker.rule(page, acts, FIRST)
    walk.shot("ruled", page, 900)


def looking(walk: Walk) -> None:
    """The pages of a case that was entered in full."""
    page = walk.of("presiding")
    page.goto("/")
    page.get_by_role("link", name=ROBBERY).click()
    walk.robbery = case = page.url
    walk.shot("overview", page, 1080)
    page.goto(case + "evidence/")
    walk.shot("evidence", page, 900)
    page.goto(case + "evidence/item/?id=E52")
    walk.shot("item", page, 1080)
    page.goto(case + "facts/?without=statements")
    walk.shot("matrix", page, 1100)
    page.goto(case + "graph/")
    page.get_by_label("看哪一项事实").select_option(index=1)
    page.get_by_role("button", name="看", exact=True).click()
    page.get_by_role("link", name="标出去掉哪一件证据状态就变").click()
    page.locator("#drawn .waiting").wait_for(state="detached")
    walk.shot("graph", page, 1100)
    for name, path, height in (
        ("registers", "registers/", 900), ("timeline", "timeline/", 1000), ("periods", "periods/", 900), ("questions", "questions/", 900),
        ("papers", "papers/", 780), ("keys", "evidence/item/?id=E52", 900),
    ):  # fmt: skip
        page.goto(case + path)
        if name == "keys":
            page.keyboard.press("?")
        walk.shot(name, page, height)


def comparing(walk: Walk) -> None:
    """The statements of one person, side by side."""
    page = walk.of("prosecutor")
    page.goto("/")
    page.get_by_role("link", name=re.compile("受贿")).click()
    page.get_by_role("link", name="供述比对").click()
    walk.shot("statements", page, 1000)


def deliberating(walk: Walk) -> None:
    """A panel of three, to the signatures."""
    presiding = walk.of("presiding")
    presiding.goto(walk.robbery + "panel/convene/")
    seats = {
        "judge": ("演示审判员", "承办法官"),
        "judge2": ("演示审判员乙", "审判员"),
        "presiding": ("演示审判长", "审判长"),
    }
    for name, seat in seats.values():
        presiding.get_by_label(f"{name}的席位", exact=True).select_option(label=seat)
    presiding.get_by_label("评议事项").fill("贺某甲河堤路一起的事实和证据")
    presiding.get_by_role("button", name="召集", exact=True).click()
    presiding.wait_for_url("**/panel/session/**")
    address = presiding.url.partition("&after")[0]
    opinions = {
        "judge": (
            "河堤路一起不能认定贺某甲参加。",
            "辨认前已看过单人照片，指认不能使用；转账和基站与供述相反。",
        ),
        "judge2": ("可以认定。", "同案人供述稳定。"),
        "presiding": ("同意承办法官的意见。", "其他可能没有排除，疑点没有答复。"),
    }
    for who in seats:
        page = walk.of(who)
        page.goto(address)
        page.get_by_label("你的意见").fill(opinions[who][0])
        page.get_by_label("理由（事实根据和法律依据").fill(opinions[who][1])
        page.get_by_label("我参加了庭审").check()
        page.get_by_label("我阅了卷").check()
        page.get_by_label("认同，依该规定处理").first.check()
        page.get_by_role("button", name="提交并密封").click()
        page.get_by_role("status").first.wait_for()
    for who in seats:
        page = walk.of(who)
        page.goto(address)
        page.get_by_role("button", name="发表意见（启封）").click()
        page.get_by_role("status").first.wait_for()
    for who, result in (("judge", "证据不足的无罪"), ("judge2", "维持"), ("presiding", "证据不足的无罪")):
        page = walk.of(who)
        page.goto(address)
        clear = "事实清楚，证据确实、充分"
        page.get_by_label("对事实认定").select_option(
            label=clear if who == "judge2" else "事实不清、证据不足"
        )
        page.get_by_label("对裁判结果").select_option(label=result)
        page.get_by_role("button", name="表决").click()
        page.get_by_role("status").first.wait_for()
    for who in seats:
        page = walk.of(who)
        page.goto(address)
        page.get_by_role("button", name="审阅无误，签名").click()
        page.get_by_role("status").first.wait_for()
    presiding.goto(address)
    walk.shot("panel", presiding, 1000)


def dissecting(walk: Walk) -> None:
    """A dissection, to the causes on which two coders agree."""
    lead = walk.of("reviewer")
    lead.goto(walk.robbery + "dissections/")
    lead.get_by_text("发起一次剖析").click()
    lead.get_by_label("宣告无罪").check()
    lead.get_by_label("文书（判决书").fill("（2026）虚01刑终77号")
    for label, who in (("承办人自查", "prosecutor"), ("同行评议", "prosecutor2"), ("专家点评", "presiding")):
        lead.get_by_label(label).select_option(who)
    lead.get_by_role("button", name="发起", exact=True).click()
    lead.wait_for_url("**/dissection/**")
    address = lead.url.partition("&after")[0]
    said = {
        "prosecutor": "起诉时已有两种说法，没有逐项核对。",
        "prosecutor2": "基站位置当时就在卷里。",
        "presiding": "辨认照片的张数不够。",
    }
    for who, words in said.items():
        page = walk.of(who)
        page.goto(address)
        page.get_by_label("当时看到什么").fill(words)
        page.get_by_role("button", name="提交并密封").click()
        page.get_by_role("status").first.wait_for()
    for who, codes in (("prosecutor2", ("C3", "E1")), ("presiding", ("C3",))):
        page = walk.of(who)
        page.goto(address)
        for code in codes:
            page.locator(f"input[name=code-{code}]").check()
            page.get_by_label(f"{code} 起诉时看得到吗").select_option(label="看得到")
            page.get_by_label(f"{code} 哪一关口可以看到").select_option(label="审查起诉")
            page.get_by_label(f"{code} 理由").fill("卷五第9页已有不同的说法")
        page.get_by_role("button", name="提交编码并密封").click()
        page.get_by_role("status").first.wait_for()
    lead.goto(address)
    walk.shot("dissection", lead, 1100)


def recording(walk: Walk) -> None:
    """Who did what, when and why."""
    page = walk.of("judge")
    page.goto(walk.case + "revisions/?verify=1")
    walk.shot("revisions", page, 900)


SCENES: tuple[Scene, ...] = (reading, looking, comparing, deliberating, dissecting, recording)


def main() -> int:
    """Start, walk, take; 1 where a picture is too large."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--to", type=Path, default=ROOT / "docs/guide/images")
    parser.add_argument(
        "--only", nargs="*", default=[], help="只跑这几段：" + "、".join(one.__name__ for one in SCENES)
    )
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    room = Path(tempfile.mkdtemp(prefix="gaoyao-pictures-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gaoyao.web.settings")
    os.environ["GAOYAO_WEB_DATA"] = str(room / "unused")
    import django

    django.setup()
    from playwright.sync_api import sync_playwright

    from benchmarks.walk import FLAGS, served
    from tests.web import volumes, walker

    options.to.mkdir(parents=True, exist_ok=True)
    folder = walker.write(volumes.files(pages=60, scans=2), room / "赵某甲案卷")
    port = walker.free_port()
    server, passwords = served(room / "data", port)
    try:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            walk = Walk(browser, f"http://127.0.0.1:{port}/", passwords, folder, options.to)
            for scene in SCENES:
                if not options.only or scene.__name__ in options.only:
                    scene(walk)
            browser.close()
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(60)
        shutil.rmtree(room, ignore_errors=True)
    heavy = {name: size for name, size in walk.taken.items() if size > LARGEST}
    print(
        f"{len(walk.taken)} 幅，合计 {sum(walk.taken.values()) / 1e6:.1f} MB；超过 {LARGEST // 1000} kB 的：{heavy or '没有'}"
    )
    return 1 if heavy else 0


if __name__ == "__main__":
    sys.exit(main())
