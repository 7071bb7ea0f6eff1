"""同样的动作测试在一个真的 PostgreSQL 上再跑一遍；测试自己启动它。CI 里没有 PostgreSQL 就是失败。"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent


def tools():
    """The folder of initdb: the newest installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(scope="module")
def postgresql(tmp_path_factory):
    bin_ = tools()
    if bin_ is None:
        told = "没有 PostgreSQL，数据层没有在它上面测试。Debian：apt-get install -y postgresql"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    folder = tmp_path_factory.mktemp("postgresql")
    data, port = folder / "data", free_port()
    as_user = []
    if os.geteuid() == 0:  # initdb refuses root
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        for path in (folder, *folder.parents):
            if path.stat().st_uid == 0 and path.is_relative_to(tmp_path_factory.getbasetemp().parent.parent):
                path.chmod(0o755)
        shutil.chown(folder, "postgres", "postgres")
    locale = ["-A", "trust", "--locale=C.UTF-8", "-E", "UTF8"]
    made = [*as_user, bin_ / "initdb", "-D", data, "-U", "gaoyao", *locale]
    subprocess.run(made, check=True, capture_output=True, cwd=folder)
    settings = [f"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [*as_user, bin_ / "postgres", "-D", data, *(word for one in settings for word in ("-c", one))],
            cwd=folder, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            address = f"postgresql://gaoyao@127.0.0.1:{port}/postgres"
            wait_for(address, server)
            yield address
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()


def wait_for(address, server):
    for _ in range(300):
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            assert server.poll() is None, "PostgreSQL 没有启动"
            time.sleep(0.1)
        else:
            return
    raise AssertionError("PostgreSQL 三十秒没有应答")


ALSO = ("actions", "together", "sealing")


def test_the_same_tests_pass_on_postgresql(postgresql):
    # 文书、上传、页面链接与数据库无关，不再跑一遍
    without = "not paper and not document and not refused and not sort and not link and not is_told"
    chosen = [*(HERE / f"test_{name}.py" for name in ALSO), "-k", without]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", "-o", "addopts=--import-mode=importlib", *chosen],
        cwd=ROOT, env={**os.environ, "GAOYAO_TEST_DATABASE": postgresql}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert "skipped" not in done.stdout
