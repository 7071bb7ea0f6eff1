"""害人的文件，都是真的：几百字节到几百千字节，能让不设限的解析程序吃光内存、停不下来、崩溃。"""

import zlib


def raw_pdf(*objects):
    """对象依次编号，第 1 个是目录。"""
    out, at = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    places = b"".join(b"%010d 00000 n \n" % one for one in at)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, places) + tail


def stream(told, data):
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (told, len(data), data)


def _page(more, contents):
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%b/Contents %d 0 R>>" % (more, contents)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
WORDS = b"BT /A 12 Tf 50 700 Td (Page %d of the record, 2021-03-05, read as it stands here.) Tj ET"


def memory_eater(millions=16):
    """三页；第二页的内容压缩成四百多 KB，展开后有一千多万个图形，每个都要占内存。"""
    packer, block = zlib.compressobj(9), b"0 0 1 1 re f\n" * 80_000
    packed = b"".join(packer.compress(block) for _ in range(millions * 1_000_000 // 80_000)) + packer.flush()
    font = b"/Resources<</Font<</A 9 0 R>>>>"
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>",
        _page(font, 6), _page(font, 7), _page(font, 8),
        stream(b"", WORDS % 1), stream(b"/Filter/FlateDecode", packed), stream(b"", WORDS % 3), FONT,
    )  # fmt: skip


def endless(depth=12, breadth=12):
    """一页；每个图形用十二次下一个图形，十二层：要画几万亿次。"""
    made = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        _page(b"/Resources<</XObject<</F 5 0 R>>>>", 4), stream(b"", b"/F Do"),
    ]  # fmt: skip
    for level in range(depth):
        last = level == depth - 1
        below = b"" if last else b"/Resources<</XObject<</F %d 0 R>>>>" % (6 + level)
        made.append(
            stream(
                b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]" + below,
                b"0 0 100 100 re f" if last else b"/F Do " * breadth,
            )
        )
    return raw_pdf(*made)


def huge_picture(side=30_000):
    """一页；图像九亿个点，压缩成不到一 MB。"""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(side)) for _ in range(side)) + packer.flush()
    told = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8" % (
        side,
        side,
    )
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        _page(b"/Resources<</XObject<</I 5 0 R>>>>", 4), stream(b"", b"q 595 0 0 842 0 0 cm /I Do Q"),
        stream(told + b"/Filter/FlateDecode", packed),
    )  # fmt: skip
