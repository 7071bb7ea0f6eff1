"""说明文件以两条命令开头；文档里的链接都有去处；决定都列在目录里。"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READMES = ["README.md", "README.en.md"]
ROOT_PAGES = [*READMES, "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"]


def pages():
    return [ROOT / name for name in ROOT_PAGES] + sorted((ROOT / "docs").rglob("*.md"))


@pytest.mark.parametrize("name", READMES)
def test_readme_begins_with_the_two_commands(name):
    first, *rest = (ROOT / name).read_text(encoding="utf-8").split("```")[1:]
    assert (ROOT / name).read_text(encoding="utf-8").startswith("```sh\n")
    commands = [line.split("#")[0].strip() for line in first.splitlines()[1:] if line.strip()]
    assert commands == ["make demo", "make test"]
    assert rest[0].lstrip().startswith("# ")


@pytest.mark.parametrize("name", READMES)
def test_readme_says_what_the_program_never_says(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "未见障碍" in text
    assert re.search(r"不是法律意见|not legal advice", text)
    assert re.search(r"不是中立的|not neutral", text)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_somewhere(page):
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text)
    missing = [
        target
        for target in targets
        if not re.match(r"[a-z]+:", target) and not (page.parent / target).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_page_has_one_title(page):
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert len(re.findall(r"^# \S", text, flags=re.MULTILINE)) == 1


def test_every_decision_is_in_the_index():
    folder = ROOT / "docs" / "adr"
    index = (folder / "index.md").read_text(encoding="utf-8")
    decisions = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert len(decisions) >= 5
    assert [name for name in decisions if f"({name})" not in index] == []
    for name in decisions:
        title = (folder / name).read_text(encoding="utf-8").splitlines()[0]
        assert title.startswith(f"# {name[:4]} ")
        assert f"| {title[7:]} |" in index, f"{name} 的标题与目录不一致"


def test_licence_is_the_apache_licence_and_the_package_says_so():
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
