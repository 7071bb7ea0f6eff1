"""虚构的卷宗材料：测试当场写出的 PDF、docx、图片、压缩包；内容与任何真实案件无关。"""

import io
import zipfile
import zlib

import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
)
A4 = (595, 842)


def font(size):
    """一种有汉字的字体（Debian 的 fonts-noto-cjk，make test 会装上）。"""
    for path in FONTS:
        try:
            return ImageFont.truetype(path, size, index=2)
        except OSError:
            continue
    raise RuntimeError("没有找到汉字字体：请安装 fonts-noto-cjk")


# ---------------------------------------------------------------- PDF


class Pdf:
    """最小的 PDF：逐页写文字（不嵌入字体，UniGB-UCS2-H）和图片。"""

    def __init__(self):
        self.objects = [b""]
        self.kids = []
        self.font = self._add(
            b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
            b"/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>]>>"
        )
        self.unmapped = self._add(
            b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Secret/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
            b"/BaseFont/ABCDEF+Secret/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000"
            b"/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Secret/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent 0"
            b"/CapHeight 700/StemV 80>>>>]>>"
        )

    def _add(self, body):
        self.objects.append(body)
        return len(self.objects) - 1

    def _stream(self, head, data):
        packed = zlib.compress(data)
        return self._add(
            b"<<" + head + b"/Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream"
        )

    def page(
        self,
        lines=(),
        image=None,
        matrix="1 0 0 1 0 0",
        rotate=0,
        unmapped=False,
        size=12,
        extra=b"",
        top=790,
        invisible=False,
        step=None,
    ):
        """一页：文字逐行自上而下；image 铺满全页；matrix 变换文字；返回自身，可以连写。"""
        width, height = A4
        body = [b"q %d 0 0 %d 0 0 cm /I Do Q" % A4] if image is not None else []
        body.append(extra)
        name = b"/U" if unmapped else b"/F"
        for number, line in enumerate(lines):
            code = b"".join(b"%02x" % byte for byte in line.encode("utf-16-be"))
            y = int(top - number * (step or int(size * 1.6)))
            mode = b"3 Tr " if invisible else b""
            body.append(
                b"q %s cm BT %s%s %d Tf 1 0 0 1 60 %d Tm <%s> Tj ET Q"
                % (matrix.encode(), mode, name, size, y, code)
            )
        content = self._stream(b"", b"\n".join(body))
        resources = b"/Font<</F %d 0 R/U %d 0 R>>" % (self.font, self.unmapped)
        if image is not None:
            rgb = np.asarray(image.convert("RGB"))
            head = (
                b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8"
                % (rgb.shape[1], rgb.shape[0])
            )
            resources += b"/XObject<</I %d 0 R>>" % self._stream(head, rgb.tobytes())
        kid = self._add(
            b"<</Type/Page/Parent PARENT/MediaBox[0 0 %d %d]/Rotate %d/Contents %d 0 R/Resources<<%s>>>>"
            % (width, height, rotate, content, resources)
        )
        self.kids.append(kid)
        return self

    def bytes(self):
        """整个文件。"""
        parent = self._add(
            b"<</Type/Pages/Kids[%s]/Count %d>>"
            % (b" ".join(b"%d 0 R" % k for k in self.kids), len(self.kids))
        )
        root = self._add(b"<</Type/Catalog/Pages %d 0 R>>" % parent)
        out, places = bytearray(b"%PDF-1.7\n"), []
        for number, body in enumerate(self.objects[1:], 1):
            places.append(len(out))
            out += (
                b"%d 0 obj\n" % number
                + body.replace(b"/Parent PARENT", b"/Parent %d 0 R" % parent)
                + b"\nendobj\n"
            )
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % len(self.objects) + b"".join(
            b"%010d 00000 n \n" % one for one in places
        )
        out += b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(self.objects), root, table)
        return bytes(out)


def over_scan(lines, image):
    """双层 PDF 的一页：与 scan(…, size=34) 的图像逐行对齐的隐形文字层。"""
    return Pdf().page(
        lines, image=image, invisible=True, size=16, top=762, step=27.35, matrix="1.02 0 0 1 -8.4 0"
    )


def text_pdf(*pages):
    """每页一段文字（按行），成为一个 PDF。"""
    pdf = Pdf()
    for page in pages:
        pdf.page(page.strip("\n").split("\n") if isinstance(page, str) else page)
    return pdf.bytes()


def locked_pdf():
    """加了密码的 PDF（标准安全处理器，口令不为空）。"""
    body = Pdf().page(["加密的内容" * 4])
    plain = body.bytes()
    secret = (
        b"/Encrypt<</Filter/Standard/V 1/R 2/O<"
        + b"41" * 32
        + b">/U<"
        + b"42" * 32
        + b">/P -4>>/ID[<00112233><00112233>]"
    )
    return plain.replace(b"trailer<<", b"trailer<<" + secret)


# ---------------------------------------------------------------- 图像


def scan(lines, size=34, skew=0.0, stamp=None, noise=6, seed=1, width=1240, height=1754, hand=()):
    """一页扫描件（150 dpi）：印刷文字，可以歪斜、盖红章、有噪点；hand 是手写般扭曲的字。"""
    image = Image.new("RGB", (width, height), (250, 250, 247))
    draw = ImageDraw.Draw(image)
    face = font(size)
    for number, line in enumerate(lines):
        draw.text((110, 130 + number * int(size * 1.7)), line, font=face, fill=(25, 25, 30))
    if stamp is not None:
        x, y, radius = stamp
        for ring in range(12):
            box = (x - radius + ring, y - radius + ring, x + radius - ring, y + radius - ring)
            draw.ellipse(box, outline=(215, 30, 35))
        draw.text((x - radius + 30, y - 22), "青岭县公安局", font=font(int(radius / 3.4)), fill=(215, 30, 35))
        draw.ellipse((x - 30, y - 70, x + 30, y - 30), fill=(215, 30, 35))
    if skew:
        image = image.rotate(skew, fillcolor=(250, 250, 247), resample=Image.Resampling.BICUBIC)
    if noise:
        shake = np.random.default_rng(seed).normal(0, noise, (height, width, 1))
        image = Image.fromarray(np.clip(np.asarray(image) + shake, 0, 255).astype(np.uint8))
    return image


def png(image):
    """图片的字节。"""
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def scan_pdf(*images):
    """每页一幅扫描图像的 PDF，没有文字层。"""
    pdf = Pdf()
    for image in images:
        pdf.page(image=image)
    return pdf.bytes()


# ---------------------------------------------------------------- 压缩包、docx


def packed(members, compression=zipfile.ZIP_DEFLATED):
    """压缩包：名称 → 字节。"""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as box:
        for name, data in members.items():
            box.writestr(name, data)
    return out.getvalue()


def word(*pages, tables=()):
    """一个 docx：每页几段，页间分页；tables 是若干行若干格。"""
    import docx

    document = docx.Document()
    for number, page in enumerate(pages):
        if number:
            document.add_page_break()
        for line in page.strip("\n").split("\n"):
            document.add_paragraph(line)
    for rows in tables:
        table = document.add_table(len(rows), len(rows[0]))
        for y, row in enumerate(rows):
            for x, said in enumerate(row):
                table.cell(y, x).text = said
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


PROSE = (
    "本份材料是测试所用的虚构内容，人名、地名和案号均为编造。二〇二一年三月五日晚，证人在城关镇北街的小店里看见一名男子",
    "从后门进入，随后听见有人喊叫。证人当时站在柜台旁边，灯光不亮，没有看清那个人的面貌，只记得他身材较高，穿深色外衣。",
    "大约过了十分钟，该男子从前门离开，手里提着一个袋子，往河堤方向走去。证人随即打电话报警，并在原地等候民警到来。",
    "以上内容系本人所述，经核对无误。以后如想起其他情况，本人愿意随时向办案机关说明，并承担作证的法律责任。",
)
"""几行像样的正文。"""


def prose(*, wide=36, head=()):
    """若干行正文，每行至多 wide 个字。"""
    text = "".join(PROSE)
    return [*head, *(text[at : at + wide] for at in range(0, len(text), wide))]
