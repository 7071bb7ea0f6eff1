"""读取卷宗：任意弄坏的文件都不崩溃、不丢失、写明原因；草稿总能存成案件文件再读回来。种子固定，材料虚构。"""

import os
import random
import time
import zipfile

import pytest

from gaoyao.dossier.exchange import load, save
from gaoyao.intake.coverage import account, told
from gaoyao.intake.drafting.build import build
from gaoyao.intake.folder import read_folder
from gaoyao.intake.pages.model import State
from gaoyao.intake.sources.store import Store
from tests.intake.papers import Pdf, packed, png, prose, scan, scan_pdf, text_pdf, word

SECONDS = float(os.environ.get("GAOYAO_FUZZ_SECONDS", "60"))
"""How long to go on; the seeds are the same every time, so a longer run only goes further."""

PAPER = """讯问笔录（第1次）
时间 2021年3月6日14时20分至2021年3月6日16时30分
地点 青岭县看守所讯问室
讯问人 张某、李某
被讯问人 赵某甲
以上笔录我看过，和我说的相符。
起诉书
被告人赵某甲，男，1990年1月2日出生。
经依法审查查明：2021年3月5日，被告人赵某甲持刀抢走手提包。
认定上述事实的证据如下：被害人钱某乙的陈述，证实被抢；
本院认为，应当以抢劫罪追究其刑事责任。"""

SMALL = scan(prose()[:4], width=300, height=420, size=9)
SEEDS = {
    "a.pdf": text_pdf(prose(), PAPER.split("\n")),
    "b.pdf": scan_pdf(SMALL, SMALL),
    "c.pdf": Pdf().page(prose(), unmapped=True).page(prose(), rotate=90).bytes(),
    "d.docx": word(PAPER, "\n".join(prose()), tables=[[["序号", "名称"], ["1", "刀"]]]),
    "e.txt": PAPER.encode(),
    "f.txt": PAPER.encode("gb18030"),
    "g.html": f"<html><body><p>{PAPER}</p></body></html>".encode(),
    "h.png": png(SMALL),
    "i.zip": packed({"卷一/笔录.txt": PAPER, "卷二/x.pdf": text_pdf(prose())}),
    "j.rtf": b"{\\rtf1\\ansicpg936 {\\fonttbl{\\f0 x;}}" + "".join(f"\\u{ord(c)}?" for c in PAPER[:120] if c > "~").encode() + b"\\par}",
    "k.ofd": packed({"OFD.xml": "<OFD><DocBody><DocRoot>D/D.xml</DocRoot></DocBody></OFD>", "D/D.xml": '<D><Pages><Page BaseLoc="P.xml"/></Pages></D>',
                     "D/P.xml": f'<P><TextObject Boundary="1 2 3 4"><TextCode>{PAPER}</TextCode></TextObject></P>'}),
}  # fmt: skip


def broken(data, chance):
    """One way of going wrong: bits, cuts, repeats, swaps, other bytes in between."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        if not out:
            return b""
        at = chance.randrange(len(out))
        way = chance.randrange(6)
        if way == 0:
            out[at] ^= 1 << chance.randrange(8)
        elif way == 1:
            del out[at:]
        elif way == 2:
            del out[at : at + chance.randint(1, 200)]
        elif way == 3:
            out[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 40)))
        elif way == 4:
            out[at:at] = out[max(0, at - 300) : at]
        else:
            out[at : at + 4] = chance.choice(
                [b"\x00\x00\x00\x00", b"\xff\xff\xff\xff", b"<!DO", b"9999", b"\\bin", b"obj\n"]
            )
    return bytes(out)


def checked(folder, store):
    """Read, draft, account, save, load: what must hold whatever stands in the folder."""
    volumes = read_folder(folder, store, ocr=False)
    data = account(volumes)
    assert (
        sum(data["pages_by_state"].values())
        == data["pages"]
        == sum(len(one["pages"]) for one in data["volumes"])
    )
    for volume in volumes:
        assert (
            volume.pages
            or volume.problem
            or volume.source.same_as
            or volume.source.form.value in ("zip", "case", "system")
        ), volume
        assert not volume.problem or volume.cure
        for page in volume.pages:
            assert page.state.read or page.why or page.state is State.BLANK
    assert told(volumes)
    made = build(volumes, "卷", "2026-01-01T10:00")
    text = save(made.log)
    assert save(load(text).log) == text
    return volumes


def test_弄坏的文件不崩溃不丢失(tmp_path):
    started, number = time.monotonic(), 0
    while number < len(SEEDS) or time.monotonic() - started < SECONDS:
        chance = random.Random(number)
        name = list(SEEDS)[number % len(SEEDS)]
        folder = tmp_path / f"case{number}"
        folder.mkdir()
        data = broken(SEEDS[name], chance)
        if chance.random() < 0.1:
            name = name.rsplit(".", 1)[0] + chance.choice([".pdf", ".docx", ".doc", ".zip", ".txt", ""])
        (folder / name).write_bytes(data)
        try:
            volumes = checked(folder, Store(tmp_path / "store"))
        except Exception as error:
            raise AssertionError(f"第 {number} 号种子，{name}") from error
        assert volumes[0].source.name == name
        number += 1
    assert number >= len(SEEDS)


@pytest.mark.parametrize("name", SEEDS)
def test_没有弄坏的文件都读得到(tmp_path, name):
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / name).write_bytes(SEEDS[name])
    volumes = checked(folder, Store(tmp_path / "store"))
    assert not [one.problem for one in volumes if one.problem]


def test_随机的字不崩溃(tmp_path):
    words = [
        "讯问笔录",
        "时间",
        "2021年3月5日",
        "至",
        "次日",
        "99时",
        "被告人",
        "，",
        "\n",
        "\t",
        "〇",
        "\u0000",
        "\ud83d\ude00",
        "起诉书",
        "证实",
        "赵某甲",
        "（",
        "。",
        "\f",
        "第2次",
        "二〇二一年十三月",
    ]
    folder = tmp_path / "case"
    folder.mkdir()
    for seed in range(60):
        chance = random.Random(seed)
        text = "".join(chance.choice(words) for _ in range(chance.randint(1, 120)))
        (folder / "a.txt").write_text(text, encoding="utf-8", errors="surrogatepass")
        checked(folder, Store(tmp_path / "store"))


def test_压缩包里的名称不逃出文件夹(tmp_path):
    folder = tmp_path / "case"
    folder.mkdir()
    chance = random.Random(1)
    pieces = ["..", "/", "a", "C:", "\\", "卷", ".", "~", "%2e", "\n"]
    with zipfile.ZipFile(folder / "a.zip", "w") as box:
        for _ in range(60):
            box.writestr(
                "".join(chance.choice(pieces) for _ in range(chance.randint(1, 6)))
                + f"{chance.random()}.txt",
                PAPER + str(chance.random()),
            )
    before = set(tmp_path.rglob("*"))
    checked(folder, Store(tmp_path / "store"))
    assert {path for path in tmp_path.rglob("*") if (tmp_path / "store") not in path.parents} <= before | {
        tmp_path / "store"
    }
