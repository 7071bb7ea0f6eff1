"""A PostgreSQL of one's own on a free port of this machine, for tests and benchmarks; gone afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

ABSENT = "没有 PostgreSQL，数据层没有在它上面测试。Debian：apt-get install -y postgresql"


def tools() -> Path | None:
    """The folder of initdb: the newest installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def postgresql(folder: Path, *, durable: bool = False) -> Iterator[str]:
    """The address of a running server.  `durable` flushes every commit to the disk, as in production.

    Raises RuntimeError where there is none to start or it does not answer.
    """
    bin_ = tools()
    if bin_ is None:
        raise RuntimeError(ABSENT)
    data, as_user = folder / "data", list[str]()
    if os.geteuid() == 0:  # initdb refuses root
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        for path in folder.parents:
            if path.stat().st_uid == 0 and path.stat().st_mode & 0o077 == 0:
                path.chmod(0o755)
        shutil.chown(folder, "postgres", "postgres")
    locale = ["-A", "trust", "--locale=C.UTF-8", "-E", "UTF8"]
    made = [*as_user, str(bin_ / "initdb"), "-D", str(data), "-U", "gaoyao", *locale]
    subprocess.run(made, check=True, capture_output=True, cwd=folder)
    for _ in range(3):
        port = free_port()  # another program may take it before the server does
        given = [
            f"port={port}",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            f"fsync={'on' if durable else 'off'}",
        ]
        with (folder / "log").open("ab") as log:
            server = subprocess.Popen(
                [*as_user, str(bin_ / "postgres"), "-D", str(data), *(word for one in given for word in ("-c", one))],
                cwd=folder, stdout=log, stderr=log,
            )  # fmt: skip
        address = f"postgresql://gaoyao@127.0.0.1:{port}/postgres"
        if not _answers(address, server):
            continue
        try:
            yield address
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()
        return
    raise RuntimeError(f"PostgreSQL 没有启动：{(folder / 'log').read_text(errors='replace')[-2000:]}")


def _answers(address: str, server: subprocess.Popen[bytes]) -> bool:
    for _ in range(600):
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            if server.poll() is not None:
                return False
            time.sleep(0.1)
        else:
            return True
    server.kill()
    server.wait()
    return False
