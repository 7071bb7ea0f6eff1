"""仓库里不得出现软件包仓库的地址和某台机器上的路径。"""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load_script(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


check_tree = load_script("check_tree")

SLASH = "/"

FORBIDDEN = [
    # 写了软件包仓库的地址
    "pip install --index-url https://py" + "pi.org/simple",
    "https://files.python" + "hosted.org/packages/x.whl",
    "registry.npm" + "js.org",
    "http://deb." + "debian.org/debian",
    # 写了某台机器上的路径
    "见 " + SLASH + "work/shared/design.md",
    "OUT=" + SLASH + "tmp/x.html",
    "(" + SLASH + "root)",
    "file://" + SLASH + "home/li/case.yaml",
]

ALLOWED = [
    # 系统约定的位置，不是某台机器上的路径
    "#!/usr/bin/env bash",
    "build" + SLASH + "work/x",
    "https://example.org" + SLASH + "root/page",
    "读/写/workflow",
    "工作/root.yaml",
]


@pytest.mark.parametrize("line", FORBIDDEN)
def test_forbidden_line_is_an_error(line):
    remarks = list(check_tree.read_remarks("docs/x.md", f"一行\n{line}\n"))
    assert [(remark.line, remark.error) for remark in remarks] == [(2, True)]


@pytest.mark.parametrize("line", ALLOWED)
def test_allowed_line_is_silent(line):
    assert list(check_tree.read_remarks("docs/x.md", line)) == []


def test_long_file_and_long_line_are_only_warned_of():
    text = "x = 1\n" * 400 + "y = '" + "长" * 110 + "'\n"
    remarks = list(check_tree.read_remarks("src/gaoyao/x.py", text))
    assert [(remark.line, remark.error) for remark in remarks] == [(401, False), (401, False)]


def test_no_tracked_file_holds_a_registry_host_or_a_machine_path():
    names = check_tree.tracked_files()
    assert "pyproject.toml" in names
    assert [str(remark) for remark in check_tree.check(names) if remark.error] == []
