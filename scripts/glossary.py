"""Write docs/dev/glossary.md from the vocabulary: one 术语, one identifier.

python scripts/glossary.py           rewrite the page
python scripts/glossary.py --check   fail when the page is not current
"""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path

from gaoyao.citing.quotes import Match
from gaoyao.citing.resolve import Status as Naming
from gaoyao.dossier.model import Basis
from gaoyao.dossier.schema import KINDS, Answerer, Part
from gaoyao.dossier.view import Role
from gaoyao.intake.pages import model as pages
from gaoyao.intake.pages.model import State
from gaoyao.intake.sources.model import Form
from gaoyao.law.instruments import Citable, Rank
from gaoyao.law.rule import ConsequenceBasis, Effect, Weight
from gaoyao.law.texts.checking import Held
from gaoyao.logic.questions import Answer
from gaoyao.logic.truth import Truth, Why
from gaoyao.procedure import result
from gaoyao.procedure.deliberation import Seat
from gaoyao.procedure.governors import Body, Ground
from gaoyao.procedure.model import Cause, Excluded, Nature
from gaoyao.proof.routes import ROUTES
from gaoyao.quality import dissection
from gaoyao.quality.codebook import Gate, Visible
from gaoyao.quality.dissection import Trigger
from gaoyao.review.api import Reader
from gaoyao.review.gates import Step
from gaoyao.review.model import FactState
from gaoyao.review.standing import Rung

PAGE = Path(__file__).resolve().parents[1] / "docs" / "dev" / "glossary.md"
HEAD = """# Glossary 术语表

One term, one identifier, bound both ways. Written by `python scripts/glossary.py` from the code; a test fails when it is
not current, so a public name of the vocabulary, or a word of a fixed list outside the workbench, cannot be missing here.

Words that must not be mixed (design §5): “fact” alone is always 待证事实; a leaf of a rule is a *field* 字段; an *item* is a
piece of evidence 证据; a *doubt* 疑点 is the numbered entry in the register, a *rival* 其他可能 is one kind of doubt. A *ground*
理由 is found by the machine; an *exclusion* 排除 is the ruling of a named body. A *point* 待证点 is one fact for one count.
"""
ENUMS: tuple[tuple[type[Enum], str], ...] = (
    (Truth, "规则的回答"), (Why, "没有值的原因"), (Answer, "人的回答"), (Basis, "值的依据"), (Weight, "发现的分量"), (Effect, "规则的结论类型"),
    (ConsequenceBasis, "后果的来源"), (Rung, "证据的处境"), (FactState, "待证事实的状态"), (Step, "有闸门的步骤"), (Part, "分卷"),
    (Answerer, "由谁回答"), (Role, "阅看者"), (Reader, "审查者"), (Rank, "效力位阶"), (Citable, "引用方式"), (Held, "条文核对的结论"),
    (Naming, "引用的名称怎样处理"), (Match, "引文与原文"), (Nature, "期限的性质"), (Cause, "期限重新计算的原因"), (Excluded, "不计入的时间"),
    (result.Status, "期限的状态"), (Body, "退回到哪里"), (Ground, "发回的理由"), (Seat, "评议中的身份"), (Form, "文件的格式"), (State, "一页读到没有"),
    (pages.Why, "没有读到的原因"), (Trigger, "剖析的起因"), (dissection.Part, "剖析中的身份"), (Gate, "案件经过的关口"), (Visible, "起诉时看不看得到"),
)  # fmt: skip
"""Every enumeration of the core whose members have a label; a test looks for one that is not here."""


def identifier(member: Enum) -> str:
    """What stands in files and in code: the value where it is a word, otherwise the name."""
    return member.value if isinstance(member.value, str) else member.name


def text() -> str:
    """The whole page."""
    out = [HEAD, "## Fixed words\n"]
    words = [
        (f"{one.__name__} {told}", [(identifier(each), each.label) for each in one]) for one, told in ENUMS
    ]
    for title, rows in [*words, ("Route 认定途径", list(ROUTES.items()))]:
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
