"""离线识别：转正、去红章、遮住的不算读完、断了接着读；识别组件由 requirements/test.txt 装上，这里真的识别。"""

import json
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image, ImageDraw

from benchmarks.worn import Wear, drawn
from gaoyao.intake.folder import alike, read_folder
from gaoyao.intake.ocr import jobs
from gaoyao.intake.ocr.cache import Cache
from gaoyao.intake.ocr.engine import Word, engine
from gaoyao.intake.ocr.layout import laid_out
from gaoyao.intake.ocr.reading import Read, read_picture
from gaoyao.intake.pages.model import SCALE, Line, State, Why
from gaoyao.intake.sources.model import Form
from gaoyao.intake.sources.store import Store
from tests.intake.papers import over_scan, png, prose, scan, scan_pdf

HEAD = [
    "询问笔录（第1次）",
    "时间 2021年3月5日14时20分至2021年3月5日16时30分",
    "地点 青岭县公安局城关派出所询问室",
]
LINES = prose(wide=26, head=HEAD)
PLAIN = scan(LINES)
NIGHT = ["被告人赵某甲供称当晚十时到过北街", "被害人钱某乙的手提包在河堤下找到"]


def covered():
    """印刷文字被一块黑色盖住一半。"""
    image = PLAIN.copy()
    ImageDraw.Draw(image).rectangle((100, 380, 1130, 620), fill=(15, 15, 15))
    return image


def ruled():
    """表格线不算漏读的内容。"""
    image = PLAIN.copy()
    draw = ImageDraw.Draw(image)
    for y in range(118, 1000, 58):
        draw.line((60, y, 1180, y), fill=(0, 0, 0), width=2)
    return image


def scrawled():
    """下半页是潦草的手写笔迹。"""
    image = PLAIN.copy()
    draw = ImageDraw.Draw(image)
    shake = np.random.default_rng(3)
    for y in range(960, 1560, 70):
        points = [(150, y), *((x, y + int(shake.integers(-22, 23))) for x in range(160, 1000, 9))]
        draw.line(points, fill=(30, 30, 90), width=3)
    return image


def worn(**how):
    """一页旧扫描件，同样的字。"""
    return Image.fromarray(drawn(LINES, Wear(dpi=150, points=12, jpeg=70, **how), 1))


PICTURES = [
    # 清楚的扫描件
    ("清楚", PLAIN, {State.OCR}, None),
    ("歪斜两度", scan(LINES, skew=2.0), {State.OCR}, None),
    # 红章压在字上，字仍读得出
    ("红章", scan(LINES, stamp=(640, 520, 190)), {State.OCR}, None),
    ("有表格线", ruled(), {State.OCR}, None),
    # 倒置、横置的页转正以后读
    ("倒置", PLAIN.rotate(180), {State.OCR}, None),
    ("横置", PLAIN.rotate(90, expand=True), {State.OCR}, None),
    # 镜像不读
    ("镜像", PLAIN.transpose(Image.Transpose.FLIP_LEFT_RIGHT), {State.UNREAD}, Why.MIRRORED),
    # 黑色印章、涂黑遮住一半
    ("遮住", covered(), {State.PARTIAL}, Why.OUTSIDE),
    # 手写不猜
    ("手写", scrawled(), {State.PARTIAL, State.UNREAD}, None),
    ("空白", scan([]), {State.BLANK}, None),
    # 半边阴影、装订孔、手写签名：印刷的字都读到了，是读完的页
    ("半边阴影", worn(shadow=0.55), {State.OCR}, None),
    ("装订孔和黑边", worn(holes=True, specks=20), {State.OCR}, None),
    ("歪斜的格线", ruled().rotate(1.5, fillcolor=(250, 250, 247)), {State.OCR}, None),
    # 黑白复印的印章压在字上、失焦：读得不准的页不算读完
    (
        "复印的印章",
        Image.fromarray(np.dstack([np.asarray(worn(stamps=2).convert("L"))] * 3)),
        {State.PARTIAL},
        None,
    ),
    ("失焦", worn(blur=3.4), {State.PARTIAL, State.UNREAD}, Why.ILLEGIBLE),
]


@pytest.mark.parametrize(("name", "image", "states", "why"), PICTURES, ids=[row[0] for row in PICTURES])
def test_一页识别成什么(name, image, states, why):
    read = read_picture(np.asarray(image), engine())
    assert read.state in states, read
    if why is not None:
        assert read.why is why
    if read.state is State.OCR:
        assert alike("".join(LINES), read.text) > 0.95
        assert read.text.startswith("询问笔录")
        assert read.legibility > 0.9
    if name == "红章":
        assert "红色" in read.notes[0]


def test_识别的字有位置():
    read = read_picture(np.asarray(PLAIN), engine())
    place = read.text.index("地点")
    line = next(one for one in read.lines if one.start <= place < one.end)
    assert line.box[1] < 0.2 * SCALE
    assert line.box[0] < 0.12 * SCALE
    assert read.text[line.start : line.end].startswith("地点")


def word(text, x, y, width=100, height=20):
    return Word(text, ((x, y), (x + width, y), (x + width, y + height), (x, y + height)), 0.99)


def test_表格同一行的格子在一行里以制表符隔开():
    words = [
        word("木棍", 300, 102),
        word("1", 50, 100, 20),
        word("2", 52, 160, 20),
        word("手机", 300, 158),
        word("根", 500, 99, 30),
    ]
    text, lines = laid_out(words, 1000, 1000)
    assert text == "1\t木棍\t根\n2\t手机"
    assert lines[1] == Line(2, 4, (3000, 1020, 4010, 1230), 0.99)
    assert [text[one.start : one.end] for one in lines] == ["1", "木棍", "根", "2", "手机"]


def folder_with(tmp_path, **files):
    folder = tmp_path / "case"
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    return folder


def test_扫描件识别后每页有着落而且第二次不再识别(tmp_path, monkeypatch):
    folder = folder_with(
        tmp_path, 卷一_pdf=scan_pdf(PLAIN, scan(prose(wide=26, head=NIGHT)), scan([])), 图_png=png(PLAIN)
    )
    store = Store(tmp_path / "store")
    first = read_folder(folder, store, workers=2)
    assert [page.state for volume in first for page in volume.pages] == [
        State.OCR,
        State.OCR,
        State.BLANK,
        State.OCR,
    ]
    assert "赵某甲" in first[0].pages[1].text
    monkeypatch.setattr(
        jobs, "_anew", lambda tasks, workers: pytest.fail("又识别了一次") if tasks else iter(())
    )
    again = read_folder(folder, store)
    assert [volume.pages for volume in again] == [volume.pages for volume in first]


def test_中途被杀以后接着读(tmp_path):
    path = tmp_path / "x.jsonl"
    one = Read(State.OCR, "文", None, 0.9, ("注",), (Line(0, 1, (1, 2, 3, 4), 0.9),))
    cache = Cache(path, "e")
    cache.put(1, one)
    cache.put(2, one)
    path.write_bytes(path.read_bytes()[:-20])
    kept = Cache(path, "e")
    assert (kept.get(1), kept.get(2)) == (one, None)
    kept.put(2, one)
    assert Cache(path, "e").get(2) == one
    assert Cache(path, "另一版本").get(1) is None


def test_文字层与图像不符时不信文字层(tmp_path):
    wrong = ["这一层文字说的是另一件事情与图像完全没有关系" for _ in LINES]
    pdf = over_scan(wrong, PLAIN)
    (volume,) = read_folder(folder_with(tmp_path, a_pdf=pdf.bytes()), Store(tmp_path / "store"))
    (page,) = volume.pages
    assert page.state is State.OCR
    assert alike("".join(LINES), page.text) > 0.95
    assert any("不符" in note for note in page.notes)


def test_识别进程死掉只失去那一页(tmp_path):
    good = tmp_path / "good.png"
    good.write_bytes(png(PLAIN))
    tasks = [jobs.Task("a", good, Form.IMAGE, 1), jobs.Task("b", tmp_path / "没有.png", Form.IMAGE, 1)]
    done = dict(jobs.run(tasks, lambda sha: tmp_path / f"{sha}.jsonl", 1))
    assert done[tasks[0]].state is State.OCR
    assert done[tasks[1]].state is State.UNREAD


def test_识别不联网也不带回传使用情况的模块():
    code = (
        "import socket, sys\n"
        "def no(*a, **k): raise OSError('联网了')\n"
        "socket.socket.connect = no\n"
        "import numpy as np\n"
        "from gaoyao.intake.ocr.engine import engine\n"
        "engine().words(np.full((200, 200), 255, np.uint8))\n"
        "print(sys.modules.get('openvino_telemetry'))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "None"


def test_识别结果的记录是一行一条(tmp_path):
    cache = Cache(tmp_path / "x.jsonl", "e")
    cache.put(3, Read(State.UNREAD, "", Why.PICTURE, 0.0, (), ()))
    (row,) = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text().splitlines()]
    assert row[1:3] == [3, "unread"]
