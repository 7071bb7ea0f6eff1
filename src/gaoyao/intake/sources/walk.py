"""Every file of a folder, and every member of its archives, in the order people number them.

Nothing is skipped in silence: what cannot be had is a Source with a problem.  Links are not followed and
archives are never unpacked under their members' names, so no name can lead out of the folder.
"""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from gaoyao.intake.sources.model import Form, Limits, Source
from gaoyao.intake.sources.naming import leaves_the_folder, member_name, natural, of_the_system
from gaoyao.intake.sources.sniff import form_of, misnamed
from gaoyao.intake.sources.store import Kept, Store, TooLargeError
from gaoyao.zips import BROKEN

_ENCRYPTED = "压缩包内的文件加了密码"


class _Budget:
    """What one run may still unfold."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.entries, self.total = limits.entries, limits.total


def collect(
    folder: Path,
    store: Store,
    limits: Limits | None = None,
    skip: frozenset[Path] = frozenset(),
    names: Mapping[str, str] | None = None,
) -> list[Source]:
    """The files of `folder` (or the one file it is), in natural order, kept in `store`.

    `skip` are resolved paths that this run itself writes; the store is always skipped.  Of files with the same bytes
    the first is read, or the one that `names` gives for their sha256.
    """
    budget = _Budget(limits or Limits())
    found: list[Source] = []
    for name, path in sorted(_files(folder, skip | {store.root.resolve()}), key=lambda one: natural(one[0])):
        found.extend(_from_disk(name, path, store, budget))
    return _mark_repeats(_unique_names(found), names or {})


def _files(folder: Path, skip: frozenset[Path]) -> Iterator[tuple[str, Path]]:
    if not folder.is_dir():
        yield folder.name, folder
        return
    for here, folders, names in os.walk(folder, followlinks=False):
        base = Path(here)
        folders[:] = sorted(name for name in folders if (base / name).resolve() not in skip)
        links = [name for name in folders if (base / name).is_symlink()]
        for name in [*names, *links]:
            if (base / name).resolve() not in skip or (base / name).is_symlink():
                yield (base / name).relative_to(folder).as_posix(), base / name


def _from_disk(name: str, path: Path, store: Store, budget: _Budget) -> Iterator[Source]:
    shown = "".join(char if char.isprintable() else "�" for char in name)
    if path.is_symlink():
        yield Source(shown, problem="是符号链接，没有跟随", cure="请把所指的文件本身放进文件夹")
        return
    if of_the_system(shown):
        yield Source(shown, form=Form.SYSTEM)
        return
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield Source(shown, problem="不是普通文件（管道、设备等）", cure="请另存为普通文件")
            return
        with path.open("rb") as stream:
            kept = store.keep(stream, budget.limits.one)
    except TooLargeError as error:
        yield Source(shown, problem=f"文件过大：{error}", cure="请拆分成几个文件")
        return
    except OSError as error:
        yield Source(shown, problem=f"打不开：{error.strerror or error}", cure="请检查读取权限和磁盘")
        return
    yield from _known(shown, kept, store, budget, 0)


def _known(name: str, kept: Kept, store: Store, budget: _Budget, depth: int) -> Iterator[Source]:
    form = form_of(kept.path, kept.head, name)
    wrong = misnamed(name, form)
    source = Source(name, kept.sha256, kept.size, form, kept.path, notes=(wrong,) if wrong else ())
    if form is not Form.ZIP:
        yield source
        return
    if depth >= budget.limits.depth:
        yield replace(
            source,
            problem=f"压缩包套了 {depth + 1} 层，超过 {budget.limits.depth} 层的限度",
            cure="请先解压，再放进文件夹",
        )
        return
    try:
        with zipfile.ZipFile(kept.path) as box:
            yield replace(source, notes=(*source.notes, f"压缩包，内有 {len(box.infolist())} 项"))
            for info in sorted(box.infolist(), key=lambda one: natural(member_name(one))):
                yield from _member(f"{name}/{member_name(info)}", box, info, store, budget, depth)
    except BROKEN as error:
        yield replace(source, problem=f"压缩包已损坏，打不开：{error}", cure="请重新取得完整的压缩包")


def _member(
    name: str, box: zipfile.ZipFile, info: zipfile.ZipInfo, store: Store, budget: _Budget, depth: int
) -> Iterator[Source]:
    refused = _refusal(info, budget)
    if info.is_dir():
        return
    if refused:
        yield Source(name, size=info.file_size, problem=refused[0], cure=refused[1])
        return
    if of_the_system(name):
        yield Source(name, form=Form.SYSTEM)
        return
    try:
        with box.open(info) as stream:
            kept = store.keep(stream, min(budget.limits.one, budget.total))
    except TooLargeError as error:
        yield Source(
            name,
            size=info.file_size,
            problem=f"没有解压：{error}",
            cure="请核对来源；确需阅读的，人工解压后放进文件夹",
        )
        return
    except Exception as error:  # noqa: BLE001 - zlib, lzma, bz2 and zipfile raise many kinds; each is a member that is listed
        secret = "password" in str(error) or "encrypted" in str(error)
        yield Source(
            name,
            size=info.file_size,
            problem=_ENCRYPTED if secret else f"解压失败：{error}",
            cure="请解开密码或者重新取得后再放进文件夹",
        )
        return
    budget.total -= kept.size
    yield from _known(name, kept, store, budget, depth + 1)


def _refusal(info: zipfile.ZipInfo, budget: _Budget) -> tuple[str, str] | None:
    budget.entries -= 1
    limits, cure = budget.limits, "请核对来源；确需阅读的，人工解压后放进文件夹"
    if leaves_the_folder(member_name(info)):
        return "名称指向文件夹以外（路径穿越），没有解压", cure
    if stat.S_ISLNK(info.external_attr >> 16):
        return "是符号链接，没有解压", cure
    if info.flag_bits & 0x1:
        return _ENCRYPTED, "请解开密码后再放进文件夹"
    if budget.entries < 0:
        return f"压缩包里超过 {limits.entries} 项，没有解压", cure
    if info.file_size > limits.ratio_from and info.file_size > limits.ratio * max(info.compress_size, 1):
        return f"压缩比超过 {limits.ratio} 倍，疑为压缩炸弹，没有解压", cure
    if info.file_size > min(limits.one, budget.total):
        return f"展开后超过 {min(limits.one, budget.total) >> 20} MB 的限度，没有解压", cure
    return None


def _unique_names(found: list[Source]) -> list[Source]:
    """Two members may carry one name; both stay, the later ones numbered."""
    seen: dict[str, int] = {}
    out: list[Source] = []
    for source in found:
        seen[source.name] = seen.get(source.name, 0) + 1
        count = seen[source.name]
        out.append(
            source
            if count == 1
            else replace(source, name=f"{source.name}#{count}", notes=(*source.notes, "压缩包里有同名文件"))
        )
    return out


def _mark_repeats(found: list[Source], names: Mapping[str, str]) -> list[Source]:
    first = {one.sha256: one.name for one in found if one.size and names.get(one.sha256) == one.name}
    out: list[Source] = []
    for source in found:
        before = (
            first.setdefault(source.sha256, source.name) if source.sha256 and source.size else source.name
        )
        out.append(source if before == source.name else replace(source, same_as=before))
    return out
