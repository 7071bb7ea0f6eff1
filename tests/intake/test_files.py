"""文件夹里的每个文件都列出来：分卷不丢、次序不乱，压缩包不越界，坏文件写明坏在哪里。"""

import io
import os
import stat
import zipfile

import pytest

from gaoyao.intake.folder import read_folder
from gaoyao.intake.pages.model import State
from gaoyao.intake.sources.model import Form, Limits
from gaoyao.intake.sources.naming import natural
from gaoyao.intake.sources.store import Store
from gaoyao.intake.sources.walk import collect
from tests.intake.papers import Pdf, locked_pdf, packed, png, prose, scan, text_pdf, word

PAGE = "\n".join(prose())


def written(folder, files):
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "case").mkdir()
    return tmp_path / "case"


def names(sources):
    return [source.name for source in sources]


def test_两卷同名加括号编号都在而且按次序(folder, store):
    written(folder, {f"证据卷({n}).pdf": text_pdf(prose(head=[f"第{n}卷"])) for n in (10, 2, 1)})
    volumes = read_folder(folder, store, ocr=False)
    assert [one.source.name for one in volumes] == ["证据卷(1).pdf", "证据卷(2).pdf", "证据卷(10).pdf"]
    assert [one.pages[0].text.split("\n")[0] for one in volumes] == ["第1卷", "第2卷", "第10卷"]


ORDER = [
    # 卷号用汉字、阿拉伯数字、全角数字都按数排
    (["卷十.pdf", "卷二.pdf", "卷一.pdf"], ["卷一.pdf", "卷二.pdf", "卷十.pdf"]),
    (
        ["第十二卷/1.pdf", "第三卷/2.pdf", "第三卷/10.pdf"],
        ["第三卷/2.pdf", "第三卷/10.pdf", "第十二卷/1.pdf"],
    ),
    (["卷（２）.pdf", "卷(1).pdf"], ["卷(1).pdf", "卷（２）.pdf"]),
]


@pytest.mark.parametrize(("given", "wanted"), ORDER)
def test_分卷次序(given, wanted):
    assert sorted(given, key=natural) == wanted


FORMS = [
    # 各种格式都读得到文字
    ("a.pdf", text_pdf(prose()), Form.PDF, State.TEXT),
    ("a.docx", word(PAGE), Form.DOCX, State.TEXT),
    ("a.txt", PAGE, Form.TEXT, State.TEXT),
    ("gbk.txt", PAGE.encode("gb18030"), Form.TEXT, State.TEXT),
    ("utf16.txt", PAGE.encode("utf-16"), Form.TEXT, State.TEXT),
    ("a.html", f"<html><body><p>{PAGE}</p><script>x()</script></body></html>", Form.HTML, State.TEXT),
    ("gbk.html", f'<html><meta charset="gb2312"><p>{PAGE}</p>'.encode("gb18030"), Form.HTML, State.TEXT),
    (
        "a.rtf",
        b"{\\rtf1\\ansi\\ansicpg936 " + "".join(f"\\u{ord(c)}?" for c in PAGE[:90]).encode() + b"\\par}",
        Form.RTF,
        State.TEXT,
    ),
    # 扩展名不对，按内容读
    ("其实是pdf.doc", text_pdf(prose()), Form.PDF, State.TEXT),
    ("其实是文本.pdf", PAGE, Form.TEXT, State.TEXT),
    # 没有识别组件时，图片列为未读
    ("a.png", png(scan(prose())), Form.IMAGE, State.UNREAD),
]


@pytest.mark.parametrize(("name", "data", "form", "state"), FORMS, ids=[row[0] for row in FORMS])
def test_格式(folder, store, name, data, form, state):
    written(folder, {name: data})
    (volume,) = read_folder(folder, store, ocr=False)
    assert (volume.source.form, volume.pages[0].state) == (form, state), volume
    if state is State.TEXT:
        assert "虚构内容" in volume.pages[0].text
        assert "x()" not in volume.pages[0].text
    if "其实" in name:
        assert "扩展名" in volume.source.notes[0]


def test_RTF里成对和不成对的代用字符(folder, store):
    # 模糊测试发现：半个字符曾使存盘崩溃
    written(
        folder,
        {
            "a.rtf": b"{\\rtf1 "
            b"\\u-10179?\\u-8704? " + "".join(f"\\u{ord(c)}?" for c in PAGE[:40]).encode() + b" \\u-10179? x}"
        },
    )
    (volume,) = read_folder(folder, store, ocr=False)
    assert volume.pages[0].text.startswith("😀")
    assert "�" in volume.pages[0].text


UNREADABLE = [
    # 读不了的，写明原因和办法
    ("空.pdf", b"", "空文件"),
    ("加密.pdf", locked_pdf(), "密码"),
    ("截断.pdf", text_pdf(*[prose()] * 5)[:2500], "截断"),
    ("旧版.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "没有能读它的工具"),
    ("稿件.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "没有能读它的工具"),
    ("a.rar", b"Rar!\x1a\x07\x01\x00" + bytes(50), "压缩格式"),
    ("录像.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(50), "录音录像"),
    ("a.bin", bytes(range(256)) * 4, "不认识"),
    ("坏.docx", packed({"word/document.xml": "<w:document>", "[Content_Types].xml": "<Types/>"}), "损坏"),
    ("坏.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "图片打不开"),
    ("坏.zip", b"PK\x03\x04" + bytes(40), "压缩包已损坏"),
    ("乱.txt", b"\xff\xff\xfd\x81\x20" * 9, "文字编码认不出"),
]


@pytest.mark.parametrize(("name", "data", "said"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_读不了的文件写明原因和办法(folder, store, name, data, said, monkeypatch):
    monkeypatch.setenv("PATH", str(folder))
    written(folder, {name: data})
    (volume,) = read_folder(folder, store, ocr=False)
    assert said in volume.problem
    assert volume.cure
    assert volume.unread >= 1


def test_截断而仍能打开的文件也说可能还有页(folder, store):
    written(folder, {"卷.pdf": text_pdf(*[prose()] * 3).replace(b"%%EOF", b"%%E")})
    (volume,) = read_folder(folder, store, ocr=False)
    assert len(volume.pages) == 3
    assert "截断" in volume.problem
    assert volume.open_end


ENTITIES = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "字字字字"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


def test_含实体声明的文档不展开(folder, store):
    box = io.BytesIO(word(PAGE))
    with zipfile.ZipFile(box, "a") as out:
        out.writestr("word/extra.xml", ENTITIES)
    written(folder, {"a.docx": box.getvalue(), "b.ofd": packed({"OFD.xml": ENTITIES})})
    assert ["实体" in one.problem for one in read_folder(folder, store, ocr=False)] == [True, True]


# ---------------------------------------------------------------- 压缩包


def test_压缩包里的文件逐个列出而且名称不乱码(folder, store):
    info = zipfile.ZipInfo("卷一/笔录.txt")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        box.writestr(info, PAGE)
        box.writestr("卷二/b.pdf", text_pdf(prose()))
    written(folder, {"全卷.zip": out.getvalue(), "外.txt": PAGE + "外"})
    found = collect(folder, store)
    assert names(found) == ["全卷.zip", "全卷.zip/卷一/笔录.txt", "全卷.zip/卷二/b.pdf", "外.txt"]


def test_中文系统压缩的名称(folder, store):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        box.writestr("XXXX.txt", PAGE)
    raw = out.getvalue().replace(b"XXXX", "笔录".encode("gbk"))
    assert len("笔录".encode("gbk")) == 4
    written(folder, {"a.zip": raw})
    assert names(collect(folder, store)) == ["a.zip", "a.zip/笔录.txt"]


def bomb():
    return packed({"零.txt": bytes(40 << 20)})


def nested(depth, inner):
    data = inner
    for level in range(depth):
        data = packed({f"层{level}.zip": data})
    return data


DANGEROUS = [
    # 路径穿越
    (packed({"../../逃.txt": "x"}), "文件夹以外"),
    (packed({"/绝对.txt": "x"}), "文件夹以外"),
    (packed({"C:/x.txt": "x"}), "文件夹以外"),
    # 压缩炸弹
    (bomb(), "压缩比"),
    # 层层套着的压缩包
    (nested(5, packed({"里.txt": "x"})), "层"),
]


@pytest.mark.parametrize(("data", "said"), DANGEROUS)
def test_危险的压缩包不解开而且说明(folder, store, tmp_path, data, said):
    written(folder, {"a.zip": data})
    before = {path for path in tmp_path.rglob("*") if store.root not in path.parents}
    found = collect(folder, store)
    assert any(said in one.problem for one in found), found
    assert {path for path in tmp_path.rglob("*") if store.root not in path.parents} == before


def test_加了密码的和符号链接的成员列为未读(folder, store):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        link = zipfile.ZipInfo("链.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        box.writestr(link, "目标")
        box.writestr("密.txt", "x")
    raw = bytearray(out.getvalue())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = raw.rfind(mark)
        raw[place + at] |= 1
    written(folder, {"a.zip": bytes(raw)})
    problems = [one.problem for one in collect(folder, store)[1:]]
    assert sum("密码" in one for one in problems) == 1
    assert sum("符号链接" in one for one in problems) == 1


def test_展开总量和项数有限度(folder, store):
    written(folder, {"a.zip": packed({f"{n}.txt": os.urandom(5000) for n in range(6)}, zipfile.ZIP_STORED)})
    few = collect(folder, store, Limits(entries=4))
    assert len(few) == 7
    assert sum("超过 4 项" in one.problem for one in few) == 2
    small = collect(folder, store, Limits(total=12000))
    assert sum("限度" in one.problem for one in small) == 4


def test_同名成员两个都留(folder, store):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        box.writestr("a.txt", PAGE)
        with pytest.warns(UserWarning, match="Duplicate"):
            box.writestr("a.txt", PAGE + "另")
    written(folder, {"a.zip": out.getvalue()})
    assert names(collect(folder, store)) == ["a.zip", "a.zip/a.txt", "a.zip/a.txt#2"]


def test_符号链接不跟随而且列出(folder, store, tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.txt").write_text("外面的")
    (folder / "链").symlink_to(tmp_path / "outside")
    (folder / "文件链.txt").symlink_to(tmp_path / "outside" / "x.txt")
    assert {one.name: bool(one.problem) for one in collect(folder, store)} == {"链": True, "文件链.txt": True}


def test_内容相同的两个文件只读一次但都列出(folder, store):
    written(folder, {"a.txt": PAGE, "b/副本.txt": PAGE, ".DS_Store": b"x"})
    found = {one.name: one for one in collect(folder, store)}
    assert found["b/副本.txt"].same_as == "a.txt"
    assert found[".DS_Store"].form is Form.SYSTEM


def test_原件按哈希保存一份而且内容一字不差(folder, store):
    written(folder, {"a.txt": PAGE})
    (source,) = collect(folder, store)
    assert source.path == store.path_of(source.sha256)
    assert source.path.read_bytes() == PAGE.encode()
    assert not list(store.root.glob("incoming-*"))


def test_装了工具就能读旧版文档(folder, store, monkeypatch, tmp_path):
    room = tmp_path / "bin"
    room.mkdir()
    tool = room / "antiword"
    tool.write_text(f"#!/bin/sh\ncat <<'END'\n{PAGE}\nEND\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{room}:/usr/bin:/bin")
    monkeypatch.setattr("gaoyao.intake.pages.external._OFFICE", ())
    written(folder, {"旧.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)})
    (volume,) = read_folder(folder, store, ocr=False)
    assert "虚构内容" in volume.pages[0].text
    tool.write_text("#!/bin/sh\nexit 3\n")
    (volume,) = read_folder(folder, store, ocr=False)
    assert "退出码 3" in volume.problem


def test_OFD按位置取出文字(folder, store):
    def page(*lines):
        objects = "".join(
            f'<ofd:TextObject Boundary="20 {y} 100 6"><ofd:TextCode X="0" Y="5">{text}</ofd:TextCode></ofd:TextObject>'
            for y, text in lines
        )
        return f'<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>'

    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    data = packed({
        "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f'<ofd:Document {space}><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/P1.xml"/></ofd:Pages></ofd:Document>',
        "Doc_0/Pages/P1.xml": page((40, "第二行写明情况"), (20, "情况说明")),
    })  # fmt: skip
    written(folder, {"a.ofd": data})
    (volume,) = read_folder(folder, store, ocr=False)
    assert volume.pages[0].text == "情况说明\n第二行写明情况"


def test_一万页也读完而且页页有着落(folder, store):
    pdf = Pdf()
    for number in range(10_000):
        pdf.page([f"第{number}页"])
    written(folder, {"万页.pdf": pdf.bytes()})
    (volume,) = read_folder(folder, store, ocr=False)
    assert len(volume.pages) == 10_000
    assert volume.pages[9_999].number == 10_000
