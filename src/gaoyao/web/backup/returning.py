"""The return of a backup into an empty installation: everything or nothing, and verified before it counts."""

from __future__ import annotations

import io
import shutil
from itertools import zip_longest
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from gaoyao.web.backup import tables
from gaoyao.web.backup.archive import BackupError, Manifest, Reader
from gaoyao.web.backup.saving import originals
from gaoyao.web.sealing.envelope import SealError
from gaoyao.web.sealing.keys import RING


def restore(path: Path) -> Manifest:
    """Check the file, the installation and the keys; then write all.  Raises BackupError; then nothing was changed."""
    backup = Reader(path)
    backup.check()
    _refuse_unfit(backup)
    staged = settings.ORIGINALS.with_name(f"{settings.ORIGINALS.name}.restoring")
    shutil.rmtree(staged, ignore_errors=True)
    try:
        for name in backup.originals():
            backup.extract(name, staged / name)
        with transaction.atomic():
            _write(backup)
            _verify(backup)
            if staged.is_dir():
                if settings.ORIGINALS.is_dir():
                    settings.ORIGINALS.rmdir()
                staged.rename(settings.ORIGINALS)
    except OSError as error:
        raise BackupError(f"原件写不进去：{error.strerror}。数据库没有改动。") from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return backup.manifest


def _refuse_unfit(backup: Reader) -> None:
    filled = [model._meta.label for model in tables.kept() if model._base_manager.exists()]
    if filled or originals():
        what = "、".join(filled) or "原件"
        raise BackupError(f"这个安装不是空的（{what}）：只能恢复到新建立的空安装，以免覆盖。没有改动。")
    if backup.manifest.migrations != tables.migrations():
        raise BackupError(
            f"备份是皋陶 {backup.manifest.program} 做的，数据库结构与现在的不同：请装同一版本，执行 migrate，再恢复；以后再升级。没有改动。"
        )
    if backup.tables() != {model._meta.label_lower for model in tables.kept()}:
        raise BackupError("备份里的表与现在的不同：请装同一版本再恢复。没有改动。")
    try:
        missing = set(backup.manifest.keys) - set(RING.now().keys)
    except SealError as error:
        raise BackupError(f"{error} 没有改动。") from error
    if missing:
        raise BackupError(
            f"备份用编号为 {'、'.join(sorted(missing))} 的密钥密封，密钥文件里没有：请先放回当时的密钥文件。没有改动。"
        )


def _write(backup: Reader) -> None:
    try:
        for model in tables.kept():
            tables.write(model, backup.rows(model._meta.label_lower))
        tables.reset_sequences()
    except (DatabaseError, ValueError, TypeError) as error:
        raise BackupError(f"备份写不进数据库：{error}。没有改动。") from error


def _verify(backup: Reader) -> None:
    """Every table reads as it was saved; every log fits its hashes and the last head."""
    for model in tables.kept():
        if any(
            one != other
            for one, other in zip_longest(tables.lines(model), backup.rows(model._meta.label_lower))
        ):
            raise BackupError(f"{model._meta.label} 写入以后读回的与备份不同。没有改动。")
    try:
        call_command("verify_log", stdout=io.StringIO())
    except CommandError as error:
        raise BackupError(f"恢复的日志核对不上：{error} 没有改动。") from error
