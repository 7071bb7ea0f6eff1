"""Write docs/law: a page a rule, an index by article of the Opinion, the conflicts, the coverage of the catalogue.

python scripts/law_pages.py           rewrite the pages and remove those of rules that are gone
python scripts/law_pages.py --check   fail when a page is missing, left over or not current
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.coverage import LABELS, known, place  # noqa: E402
from benchmarks.mutants import folded  # noqa: E402
from gaoyao.dossier.schema import KINDS, Answerer  # noqa: E402
from gaoyao.dossier.vocabulary import Case  # noqa: E402
from gaoyao.law.instruments import INSTRUMENTS  # noqa: E402
from gaoyao.law.interpretations import INTERPRETATIONS, Interpretation  # noqa: E402
from gaoyao.law.numerals import to_chinese  # noqa: E402
from gaoyao.law.rule import EVERY_STAGE, RULES, Rule, weight_of  # noqa: E402
from gaoyao.logic.prose import describe, fields  # noqa: E402
from gaoyao.review.engine import rules  # noqa: E402
from gaoyao.review.scenarios import Scenario, read  # noqa: E402

FOLDER = ROOT / "docs" / "law"
MADE = "本页由 `python scripts/law_pages.py` 从代码写出，不要手改。"
STAGES = dict(Case.stage.options)
ARTICLES = 27


def shown(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)


def link(rule: Rule, up: str = "") -> str:
    """A link to a rule's page."""
    module, name = rule.id.split(".")
    return f"[{shown(rule.title)}]({up}{module}/{name}.md)"


@cache
def scenarios() -> dict[str, list[Scenario]]:
    """Rule → its scenarios, in the order of the files."""
    found: dict[str, list[Scenario]] = defaultdict(list)
    for path in sorted((ROOT / "tests" / "scenarios").glob("*.yaml")):
        for one in read(path):
            found[one.rule].append(one)
    return found


def _sources(rule: Rule) -> list[str]:
    lines = []
    for one in rule.sources:
        first = one.since or one.instrument.since
        last = one.until or one.instrument.until
        lines.append(
            f"- {one.full}；{first} 起"
            + (f"，至 {last}" if last else "")
            + f"；{one.instrument.citable.label}"
        )
    return lines


def _weights(rule: Rule) -> str:
    sure = weight_of(rule.effect, rule.basis, rule.verified, True)
    read_only = weight_of(rule.effect, rule.basis, rule.verified, False)
    return f"{sure.label}（所依据的内容都经人录入、确认）；{read_only.label}（有机器读取、尚未确认的内容）"


def _tree(title: str, lines: list[str]) -> list[str]:
    return [f"**{title}**", "", "```text", *lines, "```", ""]


def _asked(rule: Rule) -> list[str]:
    rows = sorted(fields(rule.whole), key=lambda field: field.path)
    out = ["| 问什么 | 由谁回答 | 字段 |", "|---|---|---|"]
    for field in rows:
        office = Answerer(field.answers).label if field.answers else "合议庭"
        question = field.question or f"{field.label}？"
        out.append(f"| {KINDS[field.kind].label}：{shown(question)} | {office} | `{field.path}` |")
    return out


def _schools(row: Interpretation, own: str) -> list[str]:
    out = [f"{row.question}", ""]
    for one in row.schools:
        here = "（本规则）" if one.id == own else ""
        out.append(f"- **{one.label}**{here}：{one.reading}。来源：{one.holders}。")
    days = "；".join(f"{day} 起“{row.school(school).label}”" for day, school in row.defaults)
    switch = (
        f"不能改用：{row.settled}"
        if row.settled
        else f"改用：`--interpretation {row.id}={own or row.schools[0].id}`"
    )
    return [*out, "", f"默认：{days}。{row.why_default}。{switch}", ""]


def _scenarios(rule: Rule) -> list[str]:
    rows = scenarios()[rule.id]
    out = ["| 情景（虚构） | 开庭 | 阶段 | 回答 |", "|---|---|---|---|"]
    return out + [
        f"| {shown(one.says)} | {one.hearing} | {STAGES[one.stage]} | {one.answer} |" for one in rows
    ]


def page(rule: Rule) -> str:
    """One rule's page."""
    stages = "全部" if rule.stages == EVERY_STAGE else "、".join(STAGES[one] for one in rule.stages)
    exceptions = [RULES[one] for one in rule.exceptions]
    lines = [
        f"# {rule.title}", "", f"{rule.statement}", "", f"`{rule.id}` · {rule.effect.label} · 关于{KINDS[rule.about].label} · 诉讼阶段：{stages}", "",
        "## 依据", "", *_sources(rule), "", "## 后果和补救", "", f"- 后果：{rule.consequence}（{rule.basis.label}）", f"- 补救：{rule.cure}",
        f"- 分量：{_weights(rule)}", "", "## 怎样判断", "",
        *_tree("前提", describe(folded(rule.premise))), *_tree("违反", describe(folded(rule.breach))),
    ]  # fmt: skip
    if exceptions:
        lines += [
            "例外（已并入上面的“违反”）：",
            "",
            *(f"- {one.title}：{one.statement}（{one.sources[0].brief}）" for one in exceptions),
            "",
        ]
    if rule.interpretation:
        name, school = rule.interpretation
        lines += ["## 解释口径", "", *_schools(INTERPRETATIONS[name], school)]
    lines += ["## 需要查明什么", "", *_asked(rule), "", "## 情景", "", *_scenarios(rule), ""]
    lines += ["## 覆盖的目录行", "", "、".join(f"`{row}`" for row in rule.rows), "", MADE]
    return "\n".join(lines) + "\n"


def _by_article() -> list[str]:
    lines = []
    for article in range(1, ARTICLES + 1):
        found = [
            rule
            for rule in rules()
            if any(one.instrument_id == "spc2013" and one.article == article for one in rule.sources)
        ]
        lines += [f"### 第{to_chinese(article)}条", "", *(f"- {link(rule)}" for rule in found), ""]
    return lines


def index() -> str:
    """The index: by article of the Opinion, then every rule by module."""
    groups: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules():
        groups[rule.id.split(".")[0]].append(rule)
    lines = [
        "# 规则", "", f"共 {len(rules())} 条规则，{sum(map(len, scenarios().values()))} 个情景。每条规则一页：依据、说明、前提、违反、例外、口径、要查明什么、情景。",
        "", "- [解释口径和新旧变化](interpretations.md)", "- [目录覆盖情况](coverage.md)", "", "## 按法发〔2013〕11号的条文", "", *_by_article(), "## 全部规则", "",
    ]  # fmt: skip
    for name, found in groups.items():
        lines += [f"### {name}", "", *(f"- {link(rule)}" for rule in found), ""]
    return "\n".join([*lines, MADE]) + "\n"


def interpretations() -> str:
    """Every disputed or changed point."""
    lines = [
        "# 解释口径和新旧变化",
        "",
        "法律没有写明或者各说不一的地方：列出各说、默认和理由；机构可以改用。法律已经定了的，写明为什么不能改用。",
        "",
    ]
    for row in INTERPRETATIONS.values():
        readers = [rule for rule in rules() if rule.interpretation and rule.interpretation[0] == row.id]
        lines += [f"## {row.id}", "", *_schools(row, "")]
        lines += (
            [
                "规则："
                + "、".join(
                    f"{link(rule)}（{row.school(rule.interpretation[1]).label}）"
                    for rule in readers
                    if rule.interpretation
                ),
                "",
            ]
            if readers
            else []
        )
    return "\n".join([*lines, MADE]) + "\n"


def coverage() -> str:
    """The coverage of the catalogue: ids and our classification, nothing of its content."""
    places = {row: place(row) for row in known()}
    counts = Counter(one.kind for one in places.values())
    lines = [
        "# 目录覆盖情况",
        "",
        "命令：`python -m benchmarks.coverage`。只列编号和我们的归类。",
        "",
        "| 归类 | 行数 |",
        "|---|---|",
    ]
    lines += [
        f"| {label} | {counts[kind]} |" for kind, label in LABELS.items() if kind != "nowhere" or counts[kind]
    ]
    lines += [f"| 共 | {len(places)} |", "", "| 编号 | 归类 | 落点 |", "|---|---|---|"]
    for row, one in sorted(places.items()):
        where = "、".join(
            link(RULES[name]) if name in {rule.id for rule in rules()} else shown(name) for name in one.where
        )
        lines.append(f"| `{row}` | {LABELS[one.kind]} | {where} |")
    return "\n".join([*lines, "", MADE]) + "\n"


def pages() -> dict[Path, str]:
    """Path → what stands there."""
    made = {
        FOLDER / "index.md": index(),
        FOLDER / "interpretations.md": interpretations(),
        FOLDER / "coverage.md": coverage(),
    }
    for rule in rules():
        module, name = rule.id.split(".")
        made[FOLDER / module / f"{name}.md"] = page(rule)
    return made


def main(arguments: list[str]) -> int:
    """Write or compare; the exit status."""
    made = pages()
    left = sorted(set(FOLDER.rglob("*.md")) - set(made))
    if "--check" in arguments:
        stale = [
            path
            for path, text in made.items()
            if not path.exists() or path.read_text(encoding="utf-8") != text
        ]
        for path in (*stale, *left):
            print(f"{path.relative_to(ROOT)} 不是最新，运行 python scripts/law_pages.py", file=sys.stderr)
        return 1 if stale or left else 0
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in left:
        path.unlink()
    for folder in [path for path in FOLDER.iterdir() if path.is_dir() and not any(path.iterdir())]:
        folder.rmdir()
    print(f"{len(made)} 页，{len(INSTRUMENTS)} 部法规，删去 {len(left)} 页")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
