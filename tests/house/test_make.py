"""`make help` 列出全部目标；每个目标调用的东西都在仓库里；CI 调用 `make test`。"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
WANTED = {"help", "serve", "demo", "test", "lint", "docs", "bench", "mutants", "dev", "lock", "clean"}


def run(*command, **options):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **options)


def targets():
    return set(re.findall(r"^([a-z][a-z_-]*):(?!=)", MAKEFILE, flags=re.MULTILINE))


def test_make_help_lists_every_target_with_a_sentence():
    listed = dict(re.findall(r"^  make (\S+)\s+(\S.*)$", run("make", "help").stdout, flags=re.MULTILINE))
    assert set(listed) == targets()
    assert targets() >= WANTED
    assert all(re.search(r"[\u4e00-\u9fff]", sentence) for sentence in listed.values())


def test_plain_make_is_help():
    assert run("make").stdout == run("make", "help").stdout


def test_every_target_is_phony_because_folders_share_their_names():
    phony = set(re.search(r"^\.PHONY: (.*)$", MAKEFILE, flags=re.MULTILINE).group(1).split())
    assert phony == targets()


@pytest.mark.parametrize("target", sorted(WANTED))
def test_make_can_plan_every_target(target):
    planned = run("make", "--dry-run", "--always-make", target)
    assert planned.returncode == 0, planned.stderr
    scripts = re.findall(r"\bscripts/\w+\.(?:sh|py)", planned.stdout)
    assert [name for name in scripts if not (ROOT / name).is_file()] == []
    modules = re.findall(r"-m (benchmarks[.\w]+)", planned.stdout)
    assert [
        name for name in modules if not (ROOT / name.replace(".", "/")).with_suffix(".py").is_file()
    ] == []


def test_ci_runs_make_test_and_fails_when_it_fails(tmp_path):
    # 把 make 换成一个只报告参数、以指定状态退出的命令
    ci = tmp_path / "project" / ".ci" / "run"
    ci.parent.mkdir(parents=True)
    shutil.copy(ROOT / ".ci" / "run", ci)
    fake = tmp_path / "bin" / "make"
    fake.parent.mkdir()
    fake.write_text('#!/bin/sh\necho "called: $*"\necho "== 3 passed in 0.10s =="\nexit $STATUS\n')
    fake.chmod(0o755)
    for status in (0, 1, 2):
        environment = {"PATH": f"{fake.parent}:/usr/bin:/bin", "STATUS": str(status)}
        done = subprocess.run(["bash", ci], env=environment, capture_output=True, text=True, check=False)
        lines = done.stdout.splitlines()
        assert lines[0] == "called: test"
        assert lines[-1] == "== 3 passed in 0.10s =="
        assert (done.returncode == 0) == (status == 0)
