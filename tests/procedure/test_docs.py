"""文档不说谎：每一种口径、状态、提示代码、模块都写在 docs/dev/deadlines.md 里，文中的例子算得出文中的答案。"""

import re
from pathlib import Path

from gaoyao.procedure import DEFAULT_CONVENTIONS, INTERPRETATIONS, Status
from gaoyao.procedure.model import Nature

ROOT = Path(__file__).resolve().parents[2]
DOC = (ROOT / "docs" / "dev" / "deadlines.md").read_text(encoding="utf-8")
SOURCES = sorted((ROOT / "src" / "gaoyao" / "procedure").rglob("*.py"))


def test_提示代码都有说明_也没有多写的():
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    codes = set(re.findall(r'(?:\.find|Finding)\(\s*"([a-z_]+)"', text))
    table = DOC.split("## Findings")[1].split("## Calendar")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert set(re.findall(r"`([a-z_]+)`", " ".join(rows))) == codes


def test_口径都有说明_默认写在最前():
    for name, interpretation in INTERPRETATIONS.items():
        default = interpretation.schools[getattr(DEFAULT_CONVENTIONS, name)]
        assert f"| `{name}` | {interpretation.title} | **{default}**" in DOC
        assert all(school in DOC for school in interpretation.schools.values())


def test_状态和性质都有说明():
    assert all(f"`{status.value}` {status.label}" in DOC for status in Status)
    assert all(f"| `{nature.value}`" in DOC for nature in Nature)


def test_模块都有一行():
    names = {path.stem for path in SOURCES if path.parent.name == "procedure" and path.stem != "__init__"}
    listed = DOC.split("## Where things are")[1].split("**The seam")[0]
    assert names <= set(re.findall(r"`([a-z_]+)`", listed))


def test_文中的例子():
    code = DOC.split("```python")[1].split("```")[0].replace("print(", "answers.append(")
    code = code.replace(
        "answers.append(answer.due, answer.status)", "answers.append((answer.due, answer.status))"
    )
    answers: list[object] = []
    exec(compile(code, "deadlines.md", "exec"), {"answers": answers})
    due, status = answers[0]
    assert f"# {due} {status}" in DOC
    assert str(answers[1]).startswith("1．侦查羁押期限")
