"""每个直接依赖都在 ADR 0004 里有一行，版本和许可证与锁定文件、安装的元数据一致；锁定文件只有哈希，没有地址。"""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "requirements"
ADR = (ROOT / "docs" / "adr" / "0004-libraries.md").read_text(encoding="utf-8")
LOCKS = sorted(FOLDER.glob("*.txt"))

# Words of the classifiers and of older metadata, and the SPDX identifier that they stand for.
SPDX = {
    "MIT License": "MIT",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD-2-Clause": "BSD-2-Clause",
    "MIT": "MIT",
}
# Metadata that names no version of the licence: what the LICENSE file in the distribution says, read by a person.
READ_IN_LICENSE = {
    "axe-playwright-python": "MIT",
    "reportlab": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
}
COPYLEFT = re.compile(r"(?<!L)\bA?GPL|Affero|(?<!Lesser )General Public License", re.IGNORECASE)


def key(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def direct_requirements():
    """Lower-case names of the direct dependencies, by .in file."""
    found = {}
    for path in sorted(FOLDER.glob("*.in")):
        lines = [line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()]
        found[path.stem] = {
            key(Requirement(line).name) for line in lines if line and not line.startswith("-")
        }
    return found


def adr_rows():
    """Rows of the tables up to the section on what was left out: name → (version, licence, why, offline)."""
    chosen = ADR.split("## Considered")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in chosen.splitlines()
        if line[:1] == "|"
    ]
    return {key(row[0].strip("| ")): row[1:] for row in rows if row[0].strip("| -") not in ("library", "")}


def locked_versions(path):
    found = {}
    for name, version in re.findall(
        r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", path.read_text(), flags=re.MULTILINE
    ):
        found.setdefault(key(name), set()).add(version)
    return found


def licence_of(name):
    """The licence of an installed distribution: SPDX expression, else classifiers, else the old field."""
    data = metadata(name)
    if expression := data.get("License-Expression"):
        return expression
    old = (data.get("License") or "").strip().split("\n")[0]
    classifiers = [
        line.split(" :: ")[-1] for line in data.get_all("Classifier") or [] if line.startswith("License")
    ]
    named = [SPDX[word] for word in [old, *classifiers] if word in SPDX]
    return named[0] if named else READ_IN_LICENSE.get(key(name)) or "; ".join([old, *classifiers])


def closure(names):
    """The named distributions and everything they require in this environment."""
    seen = set()
    queue = [key(name) for name in names]
    while queue:
        name = queue.pop()
        if name in seen:
            continue
        seen.add(name)
        for line in requires(name) or []:
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                queue.append(key(requirement.name))
    return seen


def is_installed(name):
    try:
        metadata(name)
    except PackageNotFoundError:
        return False
    return True


def test_adr_and_requirements_name_the_same_libraries():
    wanted = set().union(*direct_requirements().values())
    assert "numpy" in wanted
    assert sorted(wanted - set(adr_rows())) == [], "requirements 里有，ADR 0004 里没有"
    assert sorted(set(adr_rows()) - wanted) == [], "ADR 0004 里有，requirements 里没有"


def test_the_extra_for_recognition_has_one_list():
    # pip install 'gaoyao[ocr]' 与 requirements/ocr.in 装的是同样的东西
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = (FOLDER / "ocr.in").read_text(encoding="utf-8").splitlines()
    assert project["project"]["optional-dependencies"]["ocr"] == [
        line for line in lines if line[:1].isalpha()
    ]


def test_every_row_gives_reason_and_offline():
    assert [name for name, row in adr_rows().items() if len(row) != 4 or not all(row)] == []


def test_versions_in_the_adr_are_the_locked_ones():
    locked = {}
    for path in LOCKS:
        for name, versions in locked_versions(path).items():
            locked.setdefault(name, set()).update(versions)
    wrong = {
        name: (row[0], locked.get(name)) for name, row in adr_rows().items() if row[0] not in locked[name]
    }
    assert wrong == {}
    several = {name for name in adr_rows() if len(locked[name]) > 1}
    unsaid = [name for name in several for version in locked[name] if version not in ADR]
    assert unsaid == [], "锁定了几个版本的库，ADR 里要都写出来"


def test_locked_versions_agree_between_files():
    # 同一个包在不同锁定文件里版本不同，先后安装就会互相覆盖
    together = ["build", "run", "ocr", "test", "dev", "docs"]
    seen = {}
    for name in together:
        for package, versions in locked_versions(FOLDER / f"{name}.txt").items():
            seen.setdefault(package, {})[name] = sorted(versions)
    assert {package: by for package, by in seen.items() if len({tuple(v) for v in by.values()}) > 1} == {}


def test_licences_in_the_adr_are_those_of_the_metadata():
    # 只能核对装上的；测试环境装有运行和测试所需的全部
    here = [name for name in adr_rows() if is_installed(name)]
    needed = direct_requirements()["run"] | direct_requirements()["test"]
    assert needed <= set(here)
    wrong = {name: licence_of(name) for name in here if licence_of(name) != adr_rows()[name][1]}
    assert wrong == {}


def test_nothing_at_run_time_is_gpl_or_agpl():
    names = closure(direct_requirements()["run"])
    assert "markdown-it-py" in names, "没有走到依赖的依赖"
    licences = {name: licence_of(name) for name in names}
    assert {name: text for name, text in licences.items() if not text or COPYLEFT.search(text)} == {}


@pytest.mark.parametrize(
    ("licence", "forbidden"),
    [
        ("AGPL-3.0-or-later", True),
        ("GNU General Public License v3 (GPLv3)", True),
        ("GPL-2.0-only", True),
        ("GNU Affero General Public License v3", True),
        ("LGPL-3.0-only", False),
        ("MIT OR Apache-2.0", False),
    ],
)
def test_copyleft_is_recognised(licence, forbidden):
    assert bool(COPYLEFT.search(licence)) == forbidden


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_lock_has_hashes_for_every_package_and_no_address(path):
    text = path.read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text)[1:]
    assert blocks
    assert [block.split("\n")[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert re.findall(r"://|--(?:extra-)?index|--find-links| @ |^/|\s/", text, flags=re.MULTILINE) == []


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_lock_covers_its_source(path):
    assert direct_requirements()[path.stem] <= set(locked_versions(path))
