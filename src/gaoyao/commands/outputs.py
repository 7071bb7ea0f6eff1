"""Where reviews are written: settled before anything is reviewed, never over a case file, never two to one name."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = {"html": ".html", "json": ".json", "terminal": ".txt"}
CASE_SUFFIXES = (".yaml", ".yml", ".json")
_FORMATS = {suffix: name for name, suffix in SUFFIXES.items()}
_REASONS = {
    errno.EACCES: "没有写入的权限", errno.EPERM: "没有写入的权限", errno.EROFS: "所在的磁盘是只读的", errno.ENOSPC: "磁盘已满",
    errno.ENOTDIR: "路径中有一段是文件，不是文件夹", errno.EEXIST: "路径中有一段是文件，不是文件夹", errno.EISDIR: "这是一个文件夹",
    errno.ENOENT: "没有这个文件夹", errno.ENAMETOOLONG: "文件名太长",
}  # fmt: skip


def reason(error: OSError) -> str:
    """Why the system refused, in Chinese where we have words for it."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


class OutputError(ValueError):
    """What was asked for cannot be written as asked; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`format`: terminal, html or json.  `targets`: one path for each case file in its order; empty: standard output.
    `index`: the page over several, where there is one.
    """

    format: str
    targets: tuple[Path, ...] = ()
    index: Path | None = None


def plan(cases: Sequence[Path], output: Path | None, chosen: str | None) -> Plan:
    """Where the review of each of `cases` goes.  Raises OutputError before anything is reviewed or written."""
    if output is None:
        if len(cases) > 1 and chosen in ("html", "json"):
            raise OutputError(
                f"有 {len(cases)} 个案件，{chosen} 不能连在一起写到屏幕；请用 --output 写明文件夹，例如 --output 审查结果"
            )
        return Plan(chosen or "terminal")
    file = bool(output.suffix) and not output.is_dir()
    if file and len(cases) > 1 and (output.is_file() or output.suffix.lower() in _FORMATS):
        raise OutputError(
            f"有 {len(cases)} 个案件，--output 应写文件夹，不能是一个文件（{output}）；例如 --output 审查结果 --format html"
        )
    if output.is_file() and not file:
        raise OutputError(f"{output} 是文件，不是文件夹；请换一个名称，或者写明扩展名 .html、.json、.txt")
    if file and len(cases) == 1:
        _spare_cases(cases, (output,))
        return Plan(chosen or _by_suffix(output), (output,))
    made = _in_folder(cases, output, chosen or "terminal")
    _spare_cases(cases, made.targets)
    return made


def _by_suffix(output: Path) -> str:
    try:
        return _FORMATS[output.suffix.lower()]
    except KeyError:
        raise OutputError(
            f"不会写“{output.suffix}”文件；可以写 .html、.json、.txt（网页可以在浏览器里打印成 PDF）。要写到文件夹的，请先建好文件夹"
        ) from None


def _in_folder(cases: Sequence[Path], folder: Path, chosen: str) -> Plan:
    """One file a case, named after it; where two have one name, the folder it lies in comes in front, then a number."""
    taken = {"index"} if chosen == "html" else set()
    targets = []
    for path in cases:
        stems = (
            path.stem,
            f"{path.resolve().parent.name}-{path.stem}",
            *(f"{path.stem}-{n}" for n in range(2, len(cases) + 3)),
        )
        stem = next(one for one in stems if one.casefold() not in taken)
        taken.add(stem.casefold())
        targets.append(folder / (stem + SUFFIXES[chosen]))
    return Plan(chosen, tuple(targets), folder / "index.html" if chosen == "html" else None)


def _spare_cases(cases: Sequence[Path], targets: Sequence[Path]) -> None:
    read = {path.resolve() for path in cases}
    for target in targets:
        if target.resolve() in read or target.suffix.lower() in (".yaml", ".yml") or _holds_case(target):
            raise OutputError(
                f"{target} 是案件文件（或者用了案件文件的扩展名），写上去会毁掉它；请换一个输出的名称，例如 审查.html"
            )


def _holds_case(path: Path) -> bool:
    if path.suffix.lower() not in CASE_SUFFIXES or not path.is_file():
        return False
    with suppress(OSError), path.open("rb") as file:
        head = file.read(4096).decode("utf-8", errors="replace")
        return '"皋陶"' in head or '"gaoyao":' in head.replace(" ", "")
    return False


def write(path: Path, text: str) -> None:
    """Write a whole file or none of it, making its folder.  Raises OutputError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:40]}-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(f"{path}: 写不进去：{reason(error)}。请换一个位置，没有留下半个文件") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
