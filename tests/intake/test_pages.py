"""一页算不算“读到了”：水印、乱码、镜像、倒置、空白、盖章遮住、字体没有对照，都不算。"""

import docx
import numpy as np
import pytest
from docx.oxml import OxmlElement

from gaoyao.intake.coverage import account, runs, told, unread_pages
from gaoyao.intake.folder import read_folder
from gaoyao.intake.pages.model import State, Why
from gaoyao.intake.pages.pdf import lines_of
from gaoyao.intake.sources.store import Store
from tests.intake.papers import Pdf, over_scan, png, prose, scan, scan_pdf, text_pdf, word

MARK = "仅供青岭县人民检察院阅卷使用严禁外传复制二〇二一年编号零零七号"
PICTURE = scan(prose(wide=28))


def pages_of(tmp_path, name, data):
    folder = tmp_path / "case"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    (volume,) = read_folder(folder, Store(tmp_path / "store"), ocr=False)
    return volume.pages


def scrambled(lines):
    return [line.encode().decode("gb18030", "ignore") for line in lines]


PAGES = [
    # 正常的文字页
    (text_pdf(prose()), State.TEXT, None),
    # 横版页，文字随页转向
    (Pdf().page(prose(), rotate=90, matrix="0 1 -1 0 842 0").bytes(), State.TEXT, None),
    # 扫描件，没有文字层
    (scan_pdf(PICTURE), State.UNREAD, Why.SCAN),
    # 扫描件上只有三十一个字的水印（对手把它当作读过）
    (Pdf().page([MARK], image=PICTURE).bytes(), State.UNREAD, Why.WATERMARK),
    # 文字层只盖住上面两行，其余是图像
    (Pdf().page(prose()[:4], image=PICTURE).bytes(), State.UNREAD, Why.OUTSIDE),
    # 乱码：UTF-8 当作 GBK
    (Pdf().page(scrambled(prose())).bytes(), State.UNREAD, Why.MOJIBAKE),
    # 乱码：GBK 当作西文
    (Pdf().page(["ÖÐ¹úÈËÃñ·¨Ôº" * 5]).bytes(), State.UNREAD, Why.MOJIBAKE),
    # 字体没有 Unicode 对照
    (Pdf().page(prose(), unmapped=True).bytes(), State.UNREAD, Why.UNMAPPED),
    # 镜像
    (Pdf().page(prose(), matrix="-1 0 0 1 595 0").bytes(), State.UNREAD, Why.MIRRORED),
    # 倒置
    (Pdf().page(prose(), matrix="-1 0 0 -1 595 842").bytes(), State.UNREAD, Why.TURNED),
    # 横置
    (Pdf().page(prose(), rotate=90).bytes(), State.UNREAD, Why.TURNED),
    # 空白页
    (Pdf().page([]).bytes(), State.BLANK, None),
    # 扫描的空白页，有噪点
    (scan_pdf(scan([], noise=6)), State.BLANK, None),
    # 字迹过淡
    (scan_pdf(scan(prose()).point(lambda v: 255 - (255 - v) // 11)), State.UNREAD, Why.FAINT),
    # 双层 PDF：图像加对齐的文字层
    (over_scan(prose(wide=28), PICTURE).bytes(), State.TEXT, None),
    # 用线条画出来的文字（没有文字层）
    (Pdf().page([], extra=b"0 0 0 rg " + b"".join(b"%d %d 6 9 re f " % (60 + 11 * x, 700 - 20 * y) for x in range(40) for y in range(20))).bytes(),
     State.UNREAD, Why.SCAN),
]  # fmt: skip


@pytest.mark.parametrize(("data", "state", "why"), PAGES)
def test_一页算不算读到(tmp_path, data, state, why):
    (page,) = pages_of(tmp_path, "a.pdf", data)
    assert (page.state, page.why) == (state, why), page.text[:60]


def test_每页重复的水印不算文字(tmp_path):
    pdf = Pdf()
    for number in range(8):
        pdf.page([f"内部资料 严禁外传 第{number}页"])
    assert {page.why for page in pages_of(tmp_path, "a.pdf", pdf.bytes())} == {Why.WATERMARK}


def test_印章盖住一半的扫描件没有文字层就不算读到(tmp_path):
    stamped = scan(prose(wide=28), stamp=(620, 420, 220))
    (page,) = pages_of(tmp_path, "a.png", png(stamped))
    assert (page.state, page.why) == (State.UNREAD, Why.SCAN)


def test_文字所在的位置(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(text_pdf(["讯问笔录", "时间：二〇二一年三月五日"]))
    title, time = lines_of(path, 1, [(0, 4), (5, 17)])
    left, top, right, bottom = title.box
    assert 950 < left < 1100
    assert right < 2200
    assert top < bottom < time.box[1] + 80


def test_word文档里的表格修订和图片都有着落(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(word("第一页" * 6, "第二页" * 6, tables=[[["序号", "名称"], ["1", "木棍"]]]))
    document = docx.Document(path)
    deleted = OxmlElement("w:del")
    run, said = OxmlElement("w:r"), OxmlElement("w:delText")
    said.text = "删去的话"
    run.append(said)
    deleted.append(run)
    document.paragraphs[0]._p.append(deleted)
    document.sections[0].header.paragraphs[0].text = "青岭县公安局"
    picture = tmp_path / "p.png"
    picture.write_bytes(png(scan(prose())))
    document.add_picture(str(picture))
    document.save(path)
    pages = pages_of(tmp_path, "a.docx", path.read_bytes())
    assert [page.label for page in pages] == ["第1页", "第2页", "页眉", "图1"]
    assert "1\t木棍" in pages[1].text
    assert "删去" not in pages[0].text
    assert "删去" in pages[0].notes[0]
    assert (pages[3].state, pages[3].why) == (State.UNREAD, Why.SCAN)


def test_多页图片逐页有着落(tmp_path):
    frames = [scan(prose(), width=620, height=877, size=17), scan([], width=620, height=877)]
    path = tmp_path / "a.tif"
    frames[0].save(path, save_all=True, append_images=frames[1:])
    assert [page.state for page in pages_of(tmp_path, "a.tif", path.read_bytes())] == [
        State.UNREAD,
        State.BLANK,
    ]


def test_覆盖报告不漏一页(tmp_path):
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "卷一.pdf").write_bytes(
        Pdf().page(prose()).page(image=PICTURE).page(image=PICTURE).page([]).bytes()
    )
    (folder / "卷二.pdf").write_bytes(b"")
    volumes = read_folder(folder, Store(tmp_path / "store"), ocr=False)
    data = account(volumes)
    assert data["pages"] == sum(len(one["pages"]) for one in data["volumes"]) == 4
    assert data["pages_by_state"] == {"text": 1, "ocr": 0, "partial": 0, "blank": 1, "unread": 2}
    assert unread_pages(volumes).low == 3
    said = "\n".join(told(volumes))
    assert "卷一.pdf 第2—3页：未读：扫描图像，没有文字层" in said
    assert "gaoyao[ocr]" in said
    assert "卷二.pdf：空文件" in said


def test_打不开的文件使未读页数成为至少(tmp_path):
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(text_pdf(prose(), prose())[:1500])
    amount = unread_pages(read_folder(folder, Store(tmp_path / "store"), ocr=False))
    assert (amount.low, amount.high, amount.text) == (1.0, float("inf"), "1页以上")


RUNS = [
    (["第1页", "第2页", "第3页", "第7页"], "第1—3、7页"),
    (["图1"], "图1"),
    (["第2页", "页眉"], "第2页、页眉"),
]


@pytest.mark.parametrize(("labels", "said"), RUNS)
def test_页码连写(labels, said):
    assert runs(labels) == said


def test_图像的红章在红色通道里消失():
    from gaoyao.intake.pages.quality import uncovered

    plain, stamped = (
        np.ascontiguousarray(np.asarray(one)[:, :, 0])
        for one in (PICTURE, scan(prose(wide=28), stamp=(620, 420, 220)))
    )
    assert abs(float((plain < 120).mean()) - float((stamped < 120).mean())) < 0.002
    assert uncovered(plain, []) == 1.0
