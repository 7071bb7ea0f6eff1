"""From bytes to text: size, encoding and characters are checked before anything is parsed."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from gaoyao.dossier.exchange.nodes import Limits
from gaoyao.dossier.exchange.problems import Problems

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text_of(source: Path | str | bytes, problems: Problems) -> str:
    """The text of a path, of bytes, or a text itself.  Raises DossierError when it is no readable text."""
    if isinstance(source, Path):
        source = _read(source, problems)
    if isinstance(source, str):
        size = len(source.encode("utf-8", "surrogatepass"))
    else:
        size = len(source)
    if size > Limits.BYTES:
        raise problems.stop(0, _too_large(size))
    text = source if isinstance(source, str) else _decode(source, problems)
    text = text.removeprefix("\ufeff")
    bad = _UNPRINTABLE.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        raise problems.stop(
            line,
            f"含有不可显示的字符 U+{ord(bad.group()):04X}，不是正常的文本文件。请删去该字符，或者核对是否选错了文件。",
        )
    return text


def _too_large(size: int) -> str:
    return (
        f"文件有 {size / 1048576:.0f} MB，超过 {Limits.BYTES // 1048576} MB 的上限，没有读取。"
        "案件文件只写要素和页码，扫描件、录像不要放进来；确实很大的，请按被告人或者证据组拆成几个文件一并载入。"
    )


def _read(path: Path, problems: Problems) -> bytes:
    try:
        if path.is_dir():
            raise problems.stop(0, "这是一个文件夹，不是案件文件。请指明其中的 .yaml 或 .json 文件。")
        if "\0" in str(path) or not path.exists():
            raise problems.stop(0, "没有这个文件。请核对路径；新建案件文件用 gaoyao new。")
        if not path.is_file():
            raise problems.stop(0, "这不是普通文件，没有读取。")
        size = path.stat().st_size
        if size > Limits.BYTES:
            raise problems.stop(0, _too_large(size))
        return path.read_bytes()
    except (OSError, ValueError) as error:
        detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise problems.stop(0, f"文件不能读取（{detail}）。请核对路径和读取权限。") from error


def _decode(data: bytes, problems: Problems) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise problems.stop(
            0, "文件是 UTF-16 编码。请另存为 UTF-8，或者执行：iconv -f UTF-16 -t UTF-8 原文件 > 新文件"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise problems.stop(line, _not_utf8(data, error.start)) from None


def _not_utf8(data: bytes, at: int) -> str:
    if b"\x00" not in data:
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            pass
        else:
            if not _UNPRINTABLE.search(text) and re.search("[\u4e00-\u9fff]", text):
                return (
                    "文件是 GB18030（GBK）编码，案件文件要用 UTF-8。不作猜测性转换；请在编辑器里另存为 UTF-8，"
                    "或者执行：iconv -f GB18030 -t UTF-8 原文件 > 新文件"
                )
    if len(data) - at < 4:
        return "文件末尾的字符不完整，文件可能被截断。请重新取得完整的文件。"
    return "文件不是 UTF-8 文本（可能是二进制文件，或者已损坏）。请核对是否选错了文件，或者另存为 UTF-8。"
