"""Write docs/dev/glossary.md from the vocabulary: one 术语, one identifier.

python scripts/glossary.py           rewrite the page
python scripts/glossary.py --check   fail when the page is not current
"""

from __future__ import annotations

import sys
from pathlib import Path

from gaoyao.dossier.schema import KINDS, Answerer, Part
from gaoyao.dossier.view import Role
from gaoyao.law.instruments import Citable, Rank
from gaoyao.law.rule import ConsequenceBasis, Effect, Weight
from gaoyao.logic.truth import Truth, Why
from gaoyao.proof.routes import ROUTES
from gaoyao.review.model import FactState
from gaoyao.review.standing import Rung

PAGE = Path(__file__).resolve().parents[1] / "docs" / "dev" / "glossary.md"
HEAD = """# Glossary 术语表

One term, one identifier, bound both ways. Written by `python scripts/glossary.py` from the code; a test fails when it is
not current, so a public name of the vocabulary cannot be missing here.

Words that must not be mixed (design §5): “fact” alone is always 待证事实; a leaf of a rule is a *field* 字段; an *item* is a
piece of evidence 证据; a *doubt* 疑点 is the numbered entry in the register, a *rival* 其他可能 is one kind of doubt. A *ground*
理由 is found by the machine; an *exclusion* 排除 is the ruling of a named body. A *point* 待证点 is one fact for one count.
"""
ENUMS = (
    ("Truth 规则的回答", [(one.name, one.label) for one in Truth]),
    ("Why 没有值的原因", [(one.name, one.label) for one in Why]),
    ("Weight 发现的分量", [(one.value, one.label) for one in Weight]),
    ("Effect 规则的结论类型", [(one.value, one.label) for one in Effect]),
    ("ConsequenceBasis 后果的来源", [(one.value, one.label) for one in ConsequenceBasis]),
    ("Standing 证据的处境", [(one.value, one.label) for one in Rung]),
    ("FactState 待证事实的状态", [(one.value, one.label) for one in FactState]),
    ("Route 认定途径", list(ROUTES.items())),
    ("Part 分卷", [(one.value, one.label) for one in Part]),
    ("Answerer 由谁回答", [(one.value, one.label) for one in Answerer]),
    ("Role 阅看者", [(one.value, one.label) for one in Role]),
    ("Rank 效力位阶", [(one.value, one.label) for one in Rank]),
    ("Citable 引用方式", [(one.value, one.label) for one in Citable]),
)


def text() -> str:
    """The whole page."""
    out = [HEAD, "## Fixed words\n"]
    for title, rows in ENUMS:
        out += [
            f"### {title}\n",
            "| 术语 | identifier |",
            "|---|---|",
            *(f"| {label} | `{name}` |" for name, label in rows),
            "",
        ]
    out.append("## Kinds and fields 对象与字段\n")
    for kind in KINDS.values():
        note = "，由检测器计算" if kind.derived else ""
        out += [
            f"### {kind.label} `{kind.kind}`{note}\n",
            "| 术语 | identifier | 类型 | 取值 |",
            "|---|---|---|---|",
        ]
        for name, field in kind.fields.items():
            values = (
                "；".join(f"{label} `{code}`" for code, label in field.options)
                or field.unit
                or field.target.replace("|", "、")
            )
            out.append(f"| {field.label} | `{name}` | {field.type.value} | {values} |")
        out.append("")
    return "\n".join(out).rstrip() + "\n"


def main() -> int:
    """Write or check."""
    made = text()
    if "--check" in sys.argv:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != made:
            print("docs/dev/glossary.md 与词汇不一致；请运行 python scripts/glossary.py", file=sys.stderr)
            return 1
        return 0
    PAGE.write_text(made, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
