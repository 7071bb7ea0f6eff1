"""安装包里带上全部数据文件；版本只写一处；提交前的检查都是本地的。"""

import fnmatch
import subprocess
import tomllib
from pathlib import Path

import yaml

import gaoyao

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def tracked(*patterns):
    done = subprocess.run(
        ["git", "ls-files", *patterns], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return done.stdout.split()


def test_every_data_file_of_the_package_is_installed():
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["*"]
    data = [Path(name) for name in tracked("src/gaoyao") if not name.endswith(".py")]
    assert Path("src/gaoyao/py.typed") in data
    assert [str(path) for path in data if not any(fnmatch.fnmatch(path.name, one) for one in patterns)] == []


def test_every_module_is_in_a_package():
    folders = {Path(name).parent for name in tracked("src/gaoyao/*.py")}
    assert [str(folder) for folder in folders if not (ROOT / folder / "__init__.py").is_file()] == []


def test_version_and_dependencies_have_one_source():
    assert "version" not in PROJECT["project"]
    assert PROJECT["tool"]["setuptools"]["dynamic"] == {
        "version": {"attr": "gaoyao.__version__"},
        "dependencies": {"file": ["requirements/run.in"]},
    }
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = gaoyao.__version__.partition(".dev")[0]
    assert ".dev" in gaoyao.__version__ or f"## {released}" in changelog


def test_each_section_of_the_changelog_begins_with_security():
    sections = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1:]
    assert sections
    for section in sections:
        assert section.split("### ")[1].startswith("安全\n"), section.splitlines()[0]


def test_hooks_are_local_and_need_no_download():
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    hooks = config["repos"][0]["hooks"]
    assert {"ruff-check", "mypy", "lint-imports", "check-tree"} <= {hook["id"] for hook in hooks}
    assert {hook["language"] for hook in hooks} == {"system"}
