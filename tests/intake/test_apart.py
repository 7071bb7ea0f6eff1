"""解析程序吃内存、停不下来、崩溃，只丢它自己的那一页、那个文件，写明原因；别的照读；它不能在自己的文件夹以外写。"""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from gaoyao.intake.coverage import account, totals, unread_pages
from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import read_folder
from gaoyao.intake.pages import dispatch
from gaoyao.intake.pages.apart import Apart, Bounds
from gaoyao.intake.pages.confined import page_of, row
from gaoyao.intake.pages.model import Line, Page, State, Why
from gaoyao.intake.sources.store import Store
from tests.intake.bombs import endless, huge_picture, memory_eater
from tests.intake.papers import prose, text_pdf

TIGHT = Bounds(memory=1 << 30, seconds=4, patience=60.0)


@pytest.fixture
def use(monkeypatch):
    """用这些限度读；测试完了，进程也结束。"""
    made = []

    def use(bounds):
        made.append(Apart(bounds))
        monkeypatch.setattr(dispatch, "PARSER", made[-1])
        return made[-1]

    yield use
    for one in made:
        one.close()


@pytest.fixture
def parser(use):
    return use(TIGHT)


def read(tmp_path, **files):
    folder = tmp_path / "卷"
    folder.mkdir()
    for name, data in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_bytes(data)
    return read_folder(folder, Store(tmp_path / "store"), ocr=False)


def told(volume):
    return [(page.number, page.state, page.why) for page in volume.pages]


TABLE = [
    ("吃光内存的一页，前后的页照读", memory_eater(), TIGHT, [(1, State.TEXT, None), (2, State.UNREAD, Why.CRASHED), (3, State.TEXT, None)], "崩溃"),
    ("停不下来的一页", endless(), Bounds(seconds=4), [(1, State.UNREAD, Why.TIMED_OUT)], "超时"),
    ("九亿个点的图像：画不出来不等于空白", huge_picture(), TIGHT, [(1, State.UNREAD, Why.BROKEN)], "打不开"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "bomb", "bounds", "pages", "reason"), TABLE, ids=[row_[0] for row_ in TABLE]
)
def test_a_bomb_costs_its_own_page(use, tmp_path, sentence, bomb, bounds, pages, reason):
    use(bounds)
    one, two, three = read(tmp_path, a_pdf=text_pdf(prose()), b_pdf=bomb, c_pdf=text_pdf(prose(), prose()))
    assert told(two) == pages
    assert [page.state for volume in (one, three) for page in volume.pages] == [State.TEXT] * 3
    fallen = next(page for page in two.pages if page.why)
    assert reason in fallen.why.label + "".join(fallen.notes)
    assert fallen.why.cure
    # 算未读，不出具“未见障碍”；覆盖报告写明是哪一页、为什么
    assert unread_pages([one, two, three]).low == 1
    page = account([two])["volumes"][0]["pages"][fallen.number - 1]
    assert (page["state"], page["why"]) == ("unread", fallen.why.value)
    assert build([one, two, three], "卷", "2026-01-01T10:00").log.assertions()


def test_a_parser_that_waits_for_ever(use, tmp_path):
    """不用处理器时间、只是不回答的（这里用停住进程的信号），到时候就结束。"""
    made = use(Bounds(patience=3.0))
    (one,) = read(tmp_path, a_pdf=text_pdf(prose()))
    assert told(one) == [(1, State.TEXT, None)]
    os.kill(made._process.pid, signal.SIGSTOP)
    source, path = one.source, one.source.path
    began = time.monotonic()
    volume = dispatch.read_volume(source)
    assert time.monotonic() - began < 40
    assert path.exists()
    assert not volume.pages
    assert "超时" in volume.problem
    assert totals([volume]).unread == 1
    assert dispatch.read_volume(source).pages  # 下一次重新启动，照读


def test_a_parser_that_is_killed(parser, tmp_path):
    """解析到一半被杀（内核因为内存杀进程，也是这样）：写明，别的照读。"""

    def kill():
        until = time.monotonic() + 50
        while time.monotonic() < until:
            process = parser._process
            if process is not None and process.poll() is None:
                time.sleep(1.5)
                process.kill()
                return
            time.sleep(0.01)

    killer = threading.Thread(target=kill)
    killer.start()
    one, two = read(tmp_path, a_pdf=endless(), b_pdf=text_pdf(prose()))
    killer.join()
    # 还没有数出页数就被杀的，丢的是文件；数出以后的，丢的是那一页
    assert totals([one]).unread == 1
    assert "崩溃" in one.problem + "".join(note for page in one.pages for note in page.notes)
    assert [page.state for page in two.pages] == [State.TEXT]


def test_a_file_without_pages_of_its_own_is_named(use, tmp_path):
    use(Bounds(memory=700 << 20))
    one, two = read(tmp_path, a_txt="一二三四五六七八九十\n".encode() * 6_000_000, b_txt="到案经过".encode())
    assert not one.pages
    assert "内存" in one.problem
    assert one.cure
    assert two.pages[0].state is State.TEXT


WRITES = """
import os, socket, sys
from pathlib import Path
from gaoyao.intake.pages.confined import write_only_in
room, outside = Path(sys.argv[1]), Path(sys.argv[2])
held = write_only_in(room)
def tried(act):
    try:
        act()
    except OSError as error:
        return error.errno
    return 0
(room / "own").write_text("a")
print(held, tried(lambda: (outside / "new").write_text("x")), tried(lambda: (outside / "old").write_text("x")),
      tried(lambda: (outside / "old").unlink()), tried(lambda: (outside / "folder").mkdir()), tried(lambda: open(os.devnull, "w").write("x")))
"""


def test_it_writes_in_its_own_folder_only(tmp_path):
    room, outside = tmp_path / "room", tmp_path / "outside"
    room.mkdir()
    outside.mkdir()
    (outside / "old").write_text("原来的")
    done = subprocess.run(
        [sys.executable, "-c", WRITES, str(room), str(outside)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    held, *errors = done.stdout.split()
    if held == "True":  # 内核没有 Landlock 的，只有大小的限度（威胁模型写明）
        assert [error != "0" for error in errors] == [True, True, True, True, False]
        assert (outside / "old").read_text() == "原来的"
        assert [one.name for one in outside.iterdir()] == ["old"]


def test_a_page_comes_back_as_it_was():
    page = Page(
        3,
        "第3页",
        State.OCR,
        "一\u2028二",
        Why.FAINT,
        0.5,
        ("注",),
        (Line(0, 2, (1, 2, 3, 4), 0.9),),
        True,
        True,
    )
    import json

    assert page_of(json.loads(json.dumps(row(page)))) == page
