"""安装脚本：能做就做，不能做就说清楚装什么，不留下半成品。"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.test_tree import load_script

ROOT = Path(__file__).resolve().parents[2]


def command(folder, name, text):
    path = folder / name
    path.write_text("#!/bin/bash\n" + text)
    path.chmod(0o755)
    return path


def run(script, *arguments, path, **environment):
    return subprocess.run(
        ["/bin/bash", ROOT / "scripts" / script, *arguments],
        env={"PATH": str(path), "HOME": str(path), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def tools(tmp_path):
    """A PATH with only the basic commands; tests add what the case needs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("bash", "dirname", "basename", "rm", "cat", "id"):
        (folder / name).symlink_to(shutil.which(name))
    return folder


DPKG = 'case "${@: -1}" in have*) echo -n installed;; *) exit 1;; esac\n'


def test_debian_packages_are_silent_when_nothing_is_missing(tools):
    # 都装好了：什么也不做，什么也不说
    command(tools, "dpkg-query", DPKG)
    done = run("debian_packages.sh", "have-one", "have-two", path=tools)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_debian_packages_are_installed_by_root(tools, tmp_path):
    # 是 root：只装缺的
    command(tools, "dpkg-query", DPKG)
    (tools / "id").unlink()
    command(tools, "id", "echo 0\n")
    command(tools, "apt-get", f"echo \"$*\" >> '{tmp_path}/log'\n")
    done = run("debian_packages.sh", "have-one", "need-two", path=tools)
    assert done.returncode == 0, done.stderr
    calls = (tmp_path / "log").read_text().splitlines()
    assert calls[0].startswith("update")
    assert calls[1].endswith(" need-two")
    assert "have-one" not in calls[1]


def test_debian_packages_are_named_where_we_are_not_root(tools):
    # 不是 root：写出要输入的命令，以失败退出
    command(tools, "dpkg-query", DPKG)
    (tools / "id").unlink()
    command(tools, "id", "echo 1000\n")
    command(tools, "apt-get", "exit 99\n")
    done = run("debian_packages.sh", "need-one", "need-two", path=tools)
    assert done.returncode == 1
    assert "apt-get install -y --no-install-recommends need-one need-two" in done.stderr


def test_bootstrap_says_that_python_is_missing(tools, tmp_path):
    # 机器上没有 Python
    done = run("bootstrap.sh", str(tmp_path / "venv"), "requirements/run.txt", path=tools)
    assert done.returncode == 1
    assert "Python 3.11" in done.stderr
    assert "apt-get install" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_bootstrap_refuses_an_old_python(tools, tmp_path):
    # 指定的解释器太旧：不悄悄换成别的
    old = command(tools, "python-old", "exit 1\n")
    command(tools, "python3", f"exec '{sys.executable}' \"$@\"\n")
    done = run("bootstrap.sh", str(tmp_path / "venv"), "requirements/run.txt", path=tools, PYTHON=str(old))
    assert done.returncode == 1
    assert str(old) in done.stderr
    assert not (tmp_path / "venv").exists()


def test_bootstrap_without_ensurepip_and_pip_says_what_to_install(tools, tmp_path):
    # 既没有 ensurepip 也没有 pip：写出 python3-venv、python3-pip，不留下半个 .venv
    bare = f"""case "$*" in *ensurepip*|*"-m pip"*|*"-m venv"*) exit 1;; esac
exec '{sys.executable}' "$@"
"""
    python = command(tools, "python3.11", bare)
    done = run("bootstrap.sh", str(tmp_path / "venv"), "requirements/run.txt", path=tools)
    assert done.returncode == 1
    assert str(python) in done.stderr
    assert "python3-venv" in done.stderr
    assert "python3-pip" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_bootstrap_without_ensurepip_lets_the_system_pip_install_pip(tools, tmp_path):
    # 没有 ensurepip 但有 pip：先建不带 pip 的环境，再由系统的 pip 按锁定文件装 pip
    log = tmp_path / "log"
    text = f"""echo "$*" >> '{log}'
case "$*" in
  *ensurepip*) exit 1;;
  *"--version"*) exit 0;;
  *"-m pip --python"*"install"*) exit 0;;
esac
exec '{sys.executable}' "$@"
"""
    command(tools, "python3.11", text)
    venv = tmp_path / "venv"
    done = run("bootstrap.sh", str(venv), "requirements/run.txt", path=tools)
    calls = log.read_text().splitlines()
    made = [call for call in calls if "-m venv" in call]
    assert made == [f"-m venv --without-pip {venv}"]
    assert (
        f"-m pip --python {venv}/bin/python install --quiet --require-hashes -r requirements/build.txt"
        in calls
    )
    # 这里的“系统 pip”什么也没有装，所以环境不可用，脚本不能当作成功
    assert done.returncode == 1
    assert not venv.exists()


def test_scripts_can_be_read_by_bash():
    for script in sorted((ROOT / "scripts").glob("*.sh")):
        assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
        assert os.access(script, os.X_OK), script


check_site = load_script("check_site")
docs_nav = load_script("docs_nav")

PAGES = [
    # 点击才打开的链接：允许
    ('<a href="https://example.org/">x</a>', 0),
    ('<script src="assets/x.js"></script><link rel="stylesheet" href="x.css">', 0),
    # 打开页面就会从别处载入：不允许
    ('<script src="https://example.org/x.js"></script>', 1),
    ('<script src="//example.org/x.js"></script>', 1),
    ('<link rel="preconnect" href="https://example.org">', 1),
    ('<img alt="" src="http://example.org/x.png">', 1),
    ("<style>@import 'https://example.org/x.css';</style>", 1),
    ("<p style=\"background: url('https://example.org/x.png')\">x</p>", 1),
]


@pytest.mark.parametrize(("html", "count"), PAGES)
def test_what_a_page_loads_from_elsewhere(tmp_path, html, count, capsys):
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    assert check_site.main(str(tmp_path)) == (1 if count else 0)
    assert f"{count} 处从别处载入" in capsys.readouterr().out


def test_an_empty_site_is_not_a_good_site(tmp_path):
    assert check_site.main(str(tmp_path)) == 1


def test_every_document_is_in_the_navigation():
    def flat(entries):
        for entry in entries:
            if isinstance(entry, str):
                yield entry
            else:
                for inner in entry.values():
                    yield from flat(inner)

    docs = ROOT / "docs"
    shown = list(flat(docs_nav.build_nav(docs)))
    assert sorted(shown) == sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    assert shown[:2] == ["index.md", "guide/quickstart.md"]
