"""分层、类型和代码检查在测试里也要通过：主干随时可以发布。"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [["lint-imports"], ["ruff", "check", "."], ["mypy"]],
    ids=["layers", "ruff", "mypy"],
)
def test_tool_is_content(command):
    done = subprocess.run(
        [BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


BREACHES = [
    # 下层引用上层
    ("logic/truth.py", "import gaoyao.law", "layers"),
    # 除 web 以外引用 Django，哪怕只在函数里
    ("law/numerals.py", "def f() -> None:\n    import django.db", "django"),
    # 按列计算的读法引用说理的读法
    ("logic/columns.py", "import gaoyao.logic.reasons", "readings"),
    # 新的包没有分到层
    ("stray.py", "", "layers"),
    # 虚构卷宗的一家引用阅读程序，或者引用另一家
    ("../benchmarks/planted_files/family_jia.py", "import gaoyao.law", "planted"),
    ("../benchmarks/planted_files/family_yi.py", "import benchmarks.planted_files.family_jia", "families"),
    # 程序引用测量
    ("law/numerals.py", "import benchmarks.planted_files", "benchmarks"),
]


@pytest.mark.parametrize(("file", "line", "contract"), BREACHES)
def test_a_breach_of_the_layers_is_noticed(tmp_path, file, line, contract):
    package = tmp_path / "gaoyao"
    for name in ("logic", "law"):
        (package / name).mkdir(parents=True)
        (package / name / "__init__.py").touch()
    for name in ("__init__.py", "logic/truth.py", "logic/columns.py", "logic/reasons.py", "law/numerals.py"):
        (package / name).touch()
    volumes = tmp_path / "benchmarks" / "planted_files"
    volumes.mkdir(parents=True)
    (volumes.parent / "__init__.py").touch()
    for name in ("__init__", "family_jia", "family_yi", "family_bing"):
        (volumes / f"{name}.py").touch()
    command = [
        BIN / "lint-imports",
        "--config",
        ROOT / "pyproject.toml",
        "--no-cache",
        "--contract",
        contract,
    ]
    environment = {"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin"}

    def lint():
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    before = lint()
    assert before.returncode == 0, before.stdout + before.stderr
    (package / file).write_text(line + "\n", encoding="utf-8")
    after = lint()
    assert after.returncode == 1
    assert "BROKEN" in after.stdout
