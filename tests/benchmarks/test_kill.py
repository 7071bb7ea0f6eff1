"""在保存的随机时刻杀死服务十次（基准是二百次）：已确认的修改不丢，没有半次修改。"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import postgresql

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_no_acknowledged_edit_is_lost(database):
    if database == "postgresql" and postgresql.tools() is None:
        if os.environ.get("CI") == "true":
            pytest.fail(postgresql.ABSENT)
        pytest.skip(postgresql.ABSENT)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.kill", "--times", "10", "--database", database],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    assert "已确认而丢失 0，半次修改 0，重复 0，来历不明 0" in done.stdout
