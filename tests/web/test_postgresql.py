"""同样的动作测试在一个真的 PostgreSQL 上再跑一遍；测试自己启动它。CI 里没有 PostgreSQL 就是失败。"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import postgresql as servers

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="module")
def postgresql(tmp_path_factory):
    if servers.tools() is None:
        if os.environ.get("CI") == "true":
            pytest.fail(servers.ABSENT)
        pytest.skip(servers.ABSENT)
    folder = tmp_path_factory.mktemp("postgresql")
    base = tmp_path_factory.getbasetemp()
    for path in (base, base.parent):
        if path.stat().st_uid == os.geteuid():
            path.chmod(0o755)
    with servers.postgresql(folder) as address:
        yield address


ALSO = ("listing", "onward", "actions", "together", "sealing", "audit", "second", "reading_job")


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
