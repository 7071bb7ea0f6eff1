"""How fast and how well a folder is read, on invented pages made here: text PDF, recognition, memory.

Usage: python -m benchmarks.reading [--pages N] [--ocr N] [--memory N] [--worn N [--kinds K …]]

Prints pages a second of a text PDF (the whole way: store, text layer judged, documents cut, draft made and
saved), seconds a page of recognition beside the bare recogniser on the same pictures, the share of characters
wrong, and the growth of memory over N pages.  `--worn N` reads N pages of every kind of worn scan (benchmarks/worn.py)
and nothing else: characters wrong, dates and numbers found exactly, what the page was said to be; then how many pages
that were read badly (5 % of the characters wrong or more) were called read, and how many read well were not.  Figures depend on the machine and on what else runs on it.
"""

from __future__ import annotations

import argparse
import re
import resource
import tempfile
import time
import unicodedata
from pathlib import Path

import numpy as np

from benchmarks import worn
from benchmarks.wilson import interval
from benchmarks.wilson import share as share_of
from gaoyao.dossier.exchange import save
from gaoyao.intake.documents.cut import documents
from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import alike, read_folder
from gaoyao.intake.ocr.engine import available, engine
from gaoyao.intake.pages.apart import PARSER
from gaoyao.intake.pages.model import State
from gaoyao.intake.sources.store import Store
from tests.intake.papers import Pdf, prose, scan

QUESTIONING = [
    "讯问笔录（第{n}次）", "时间 2021年3月{day}日9时10分至2021年3月{day}日11时20分", "地点 青岭县看守所讯问室", "讯问人 张某、李某", "记录人 王某",
    "被讯问人 赵某甲 性别 男 出生日期 1990年1月2日", "以上笔录我看过，和我说的相符。",
]  # fmt: skip


SPOKEN = [
    "问：你把经过讲一下。", "答：2021年3月5日晚上10点多，我和孙某丙到北街小店，我用一把水果刀朝她左胳膊捅了一下，", "把柜台上的手提包抢走了，里面有现金3000元和一部手机。之后我们往河堤方向跑了。",
    "问：刀在哪里？", "答：我把刀扔到河里了。", "问：你们几个人？", "答：就我和孙某丙两个人。", "问：你当时穿什么衣服？", "答：我穿着一件黑色夹克。",
]  # fmt: skip
"""A page of a record holds these turns twice; the other lines are prose."""


def text_volume(pages: int) -> bytes:
    """A volume of questionings of four pages each in turns, some 900 characters a page."""
    pdf = Pdf()
    for number in range(pages):
        body = SPOKEN + prose() + SPOKEN + prose() * 2
        if number % 4 == 0:
            n = number // 4 + 1
            body = [line.format(n=n, day=n % 27 + 1) for line in QUESTIONING] + body
        pdf.page(body[:40])
    return pdf.bytes()


def speed(pages: int) -> None:
    """Text PDF, beside the merely opened one."""
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room) / "case"
        folder.mkdir()
        (folder / "卷一.pdf").write_bytes(text_volume(pages))
        began, busy = time.perf_counter(), _busy()
        volumes = read_folder(folder, Store(Path(room) / "store"), ocr=False)
        read, read_busy = time.perf_counter(), _busy() - busy
        made = build(volumes, "卷", "2026-01-01T10:00")
        text = save(made.log)
        done, busy = time.perf_counter(), _busy() - busy
        characters = sum(len(page.text) for page in volumes[0].pages)
        assert all(page.state is State.TEXT for page in volumes[0].pages)
    print(f"文字 PDF {pages} 页、{characters:,} 字：读取 {read - began:.2f} 秒 = {pages / (read - began):.0f} 页/秒；"
          f"分件、读表、写出 {done - read:.2f} 秒（材料 {len(documents(volumes))} 份，提出 {made.proposals} 项，{len(text):,} 字）；"
          f"合计 {pages / (done - began):.0f} 页/秒；按处理器时间，读取 {pages / read_busy:.0f} 页/秒，合计 {pages / busy:.0f} 页/秒")  # fmt: skip


def _busy() -> float:
    """Processor seconds of this process and of the parsing one, which ends with this."""
    PARSER.close()
    return time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def recognition(pages: int) -> None:
    """Recognition: the whole way of a page beside the bare recogniser, one process; then a folder, a process a core."""
    if not available():
        print("识别：没有安装识别组件，未测")
        return
    lines = prose(
        wide=26,
        head=[
            "询问笔录（第1次）",
            "时间 2021年3月5日14时20分至16时30分",
            "地点 青岭县公安局城关派出所询问室",
        ],
    )
    images = [
        scan(lines, seed=n, skew=(n % 5 - 2) * 0.5, stamp=(640, 520, 190) if n % 3 == 0 else None)
        for n in range(pages)
    ]
    arrays = [np.asarray(image) for image in images]
    from gaoyao.intake.ocr.reading import read_picture

    reader = engine()
    reader.words(np.ascontiguousarray(arrays[0][:, :, 0]))  # the first page loads the models
    bare = whole = bare_busy = whole_busy = 0.0
    right = total = 0
    for array in arrays:  # in turn, so that what else runs on the machine meets both
        began, busy = time.perf_counter(), time.process_time()
        reader.words(np.ascontiguousarray(array[:, :, 0]))
        middle, middle_busy = time.perf_counter(), time.process_time()
        read = read_picture(array, reader)
        whole, whole_busy = (
            whole + time.perf_counter() - middle,
            whole_busy + time.process_time() - middle_busy,
        )
        bare, bare_busy = bare + middle - began, bare_busy + middle_busy - busy
        truth = "".join(lines)
        total += len(truth)
        right += round(alike(truth, read.text) * len(truth))
    low, high = interval(right, total)
    print(f"识别 {pages} 页（{reader.name}，一个进程）：裸识别 {bare / pages:.2f} 秒/页，全程 {whole / pages:.2f} 秒/页，多 {whole / bare - 1:+.0%}（按处理器时间 {bare_busy / pages:.2f}、{whole_busy / pages:.2f} 秒/页，多 {whole_busy / bare_busy - 1:+.0%}）；"
          f"与原文相似 {right}/{total} 字（{low:.4f}–{high:.4f}）")  # fmt: skip
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room) / "case"
        folder.mkdir()
        pdf = Pdf()
        for image in images:
            pdf.page(image=image)
        (folder / "卷.pdf").write_bytes(pdf.bytes())
        began = time.perf_counter()
        (volume,) = read_folder(folder, Store(Path(room) / "store"))
        first = time.perf_counter() - began
        began = time.perf_counter()
        read_folder(folder, Store(Path(room) / "store"))
        again = time.perf_counter() - began
    states = ", ".join(
        f"{state.label} {sum(page.state is state for page in volume.pages)}" for state in State
    )
    print(
        f"扫描 PDF {pages} 页，每核一个进程：{first / pages:.2f} 秒/页（含起动），再读 {again:.2f} 秒（取自保存的结果）；{states}"
    )


_FIELD = re.compile(r"\d{4}年\d+月\d+日|\d+时\d+分|\d+\.\d+克|〔\d{4}〕\d+号|\d{11,19}")
BADLY, WELL = 0.05, 0.02
"""Shares of characters wrong from which a page is read badly, and up to which it is read well.  Ours."""


def _bare(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def wrong(truth: str, read: str) -> float:
    """Edit distance, as a share of the characters of the truth; blanks and widths left out."""
    one, two = _bare(truth), _bare(read)
    row = list(range(len(two) + 1))
    for n, char in enumerate(one, 1):
        diagonal, row[0] = row[0], n
        for m, other in enumerate(two, 1):
            diagonal, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, diagonal + (char != other))
    return row[-1] / max(1, len(one))


def worn_pages(count: int, kinds: list[str]) -> None:
    """Every kind of worn scan: how it is read and what it is said to be."""
    from gaoyao.intake.ocr.reading import read_picture

    reader = engine()
    found: list[tuple[float, State]] = []
    print("旧扫描件 | 页 | 错字 | 日期和号码读对 | 结论")
    for kind in kinds:
        rows, right, fields = [], 0, 0
        for seed in range(count):
            lines, picture = worn.page(kind, seed)
            read = read_picture(picture, reader)
            text = _bare(read.text)
            wanted = [_bare(one) for line in lines for one in _FIELD.findall(line)]
            right, fields = right + sum(one in text for one in wanted), fields + len(wanted)
            rows.append((wrong("".join(lines), read.text), read.state))
        found += rows
        states = "，".join(
            f"{state.label} {sum(one is state for _, one in rows)}"
            for state in State
            if any(one is state for _, one in rows)
        )
        print(f"{worn.KINDS[kind][0]} | {count} | {sum(share for share, _ in rows) / count:.2%} | {right}/{fields} | {states}", flush=True)  # fmt: skip
    badly = [state for share, state in found if share >= BADLY]
    well = [state for share, state in found if share <= WELL]
    print(
        f"错字 {BADLY:.0%} 以上的页，说成读完的：{share_of(sum(state.read for state in badly), len(badly))['text']}"
    )
    print(
        f"错字不超过 {WELL:.0%} 的页，没有说成读完的：{share_of(sum(not state.read for state in well), len(well))['text']}"
    )


def memory(pages: int) -> None:
    """Peak memory before and after a large text PDF."""
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room) / "case"
        folder.mkdir()
        (folder / "小.pdf").write_bytes(text_volume(100))
        read_folder(folder, Store(Path(room) / "store"), ocr=False)
        (folder / "小.pdf").unlink()
        data = text_volume(pages)
        (folder / "大.pdf").write_bytes(data)
        size = len(data)
        del data
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        (volume,) = read_folder(folder, Store(Path(room) / "store"), ocr=False)
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    text = sum(len(page.text) for page in volume.pages)
    print(
        f"内存：{pages} 页（{size >> 20} MB 的 PDF，{text:,} 字）使峰值从 {before >> 10} MB 到 {after >> 10} MB"
    )


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--ocr", type=int, default=10)
    parser.add_argument("--memory", type=int, default=3000)
    parser.add_argument(
        "--worn", type=int, default=0, help="pages of every kind of worn scan; nothing else is measured"
    )
    parser.add_argument("--kinds", nargs="+", choices=list(worn.KINDS), default=list(worn.KINDS))
    given = parser.parse_args()
    if given.worn:
        worn_pages(given.worn, given.kinds)
        return
    memory(given.memory)
    speed(given.pages)
    recognition(given.ocr)


if __name__ == "__main__":
    main()
