"""补充侦查提纲 / 书面补充调查建议: what to find out, by whom, why, under which article; neutral, in both directions."""

from __future__ import annotations

from gaoyao.dossier.schema import KINDS, Answerer
from gaoyao.dossier.vocabulary import Alibi, Case, Conflict, Doubt, Fact, Favourable, Rival
from gaoyao.law.citation import Citation, cite
from gaoyao.law.rule import PRE_TRIAL, Effect
from gaoyao.logic.reasons import leaves
from gaoyao.logic.tree import Choice
from gaoyao.papers.blocks import basis, by_rule, case_form, closing, instruments
from gaoyao.papers.form import Form
from gaoyao.papers.material import Material
from gaoyao.papers.quotable import briefly, in_full, of_question, quotable
from gaoyao.papers.sheet import Sheet
from gaoyao.review.api import Reader
from gaoyao.review.model import Finding, QuestionLine
from gaoyao.review.standing import Rung

BOTH = (cite("cpl", 52),)
"""Evidence of guilt and of innocence, of heavier and of lighter, must be gathered alike."""
COURT = (cite("spc2013", 15), cite("spc2021", 297, 1))
PROSECUTION = (cite("cpl", 175, 2), cite("spp2019", 342))
SUPERVISION = (cite("cpl", 170, 1), cite("spp2019", 343))
TRIAL = (cite("cpl", 204, item=2), cite("cpl", 205))
"""The prosecution supplements during trial."""
_ASKED = tuple(
    one.label for one in (Answerer.INVESTIGATOR, Answerer.PROSECUTION, Answerer.APPRAISER, Answerer.DETENTION)
)
_INNER = (Fact.panel_doubt.path, "decision.", "panel.", "committee.", "opinion.", "speech.", "instruction.")
_SETTLED = (Rung.CURED, Rung.EXCLUDED, Rung.WITHDRAWN)
_MENDED = (Effect.NOT_BASIS, Effect.CURABLE, Effect.GROUND, Effect.OBSTACLE)
_OPEN: tuple[tuple[str, Choice, tuple[str, ...], str], ...] = (
    ("conflict", Conflict.status, ("open",), "矛盾"),
    ("doubt", Doubt.status, ("open",), "疑点"),
    ("rival", Rival.status, ("not_examined", "open"), "其他可能"),
    ("alibi", Alibi.status, ("unchecked",), "不在场主张"),
    ("favourable", Favourable.status, ("open",), "有利于被告人的证据"),
)
_SAYS = {
    "conflict": Conflict.about,
    "doubt": Doubt.about,
    "rival": Rival.story,
    "alibi": Alibi.content,
    "favourable": Favourable.about,
}


def title(m: Material) -> str:
    """What the paper is called, by who writes it and who has investigated."""
    if m.review.role == Reader.JUDGE.value:
        return "补充调查建议书"
    return "补充调查提纲" if _supervised(m) else "补充侦查提纲"


def _supervised(m: Material) -> bool:
    return bool(m.case) and m.code(Case.investigating_body, m.case) == "supervision"


def _legal(m: Material) -> tuple[Citation, ...]:
    if m.review.role == Reader.JUDGE.value:
        return COURT
    if m.review.stage not in PRE_TRIAL:
        return TRIAL
    return SUPERVISION if _supervised(m) else PROSECUTION


def _deliberated(one: Finding) -> bool:
    """Does it rest on what a panel or committee deliberated or intends?  That never leaves the court."""
    return any(leaf.field is not None and leaf.field.startswith(_INNER) for leaf in leaves(one.reason))


def _mendable(m: Material, one: Finding) -> bool:
    """Can it still be mended?  What was ruled cured, excluded or withdrawn is done with."""
    if _deliberated(one):
        return False
    line = m.item_lines.get(one.subject.id) if one.subject.kind == "item" else None
    return (
        one.rule.effect in _MENDED
        and bool(one.rule.cure)
        and not one.aside
        and (line is None or line.rung not in _SETTLED)
    )


def layout(sheet: Sheet, m: Material) -> None:
    """Fill the sheet."""
    rows = _legal(m)
    legal, both = (
        [one for one in cited if one.in_force(m.review.hearing)] for cited in (quotable(rows), quotable(BOTH))
    )
    case_form(sheet, m)
    sheet.blank("送往：", "由制作机关填写")
    sheet.say(
        f"依照{in_full(legal)}，" * bool(legal)
        + "请就下列事项查明情况，并书面答复。"
        + f"依照{in_full(both)}，" * bool(both)
        + "能够证明有罪、无罪、情节轻重的材料都要收集；无论结果对被告人有利还是不利，都要如实附卷，查不清的写明查过什么、为什么查不清。"
    )
    cited: list[Citation] = [*legal, *both]
    cited += _questions(sheet, m)
    cited += _mending(sheet, m)
    _open(sheet, m)
    instruments(sheet, cited)
    closing(sheet, ("承办人（签名）", "制作机关（印章）"))


def _questions(sheet: Sheet, m: Material) -> list[Citation]:
    """What the offices that can gather evidence are asked; the rest is counted, for it is not theirs to answer."""
    asked: dict[str, dict[object, list[QuestionLine]]] = {who: {} for who in _ASKED}
    others: dict[str, int] = {}
    for one in m.review.questions:
        if one.answers in asked:
            asked[one.answers].setdefault((one.subjects, one.because), []).append(one)
        else:
            others[one.answers] = others.get(one.answers, 0) + 1
    cited: list[Citation] = []
    for who, groups in asked.items():
        if groups:
            sheet.heading(f"请{who}查明（{sum(map(len, groups.values()))}问）")
        for number, together in enumerate(groups.values(), 1):
            cited += _question(sheet, m, together, number)
    if not cited and not any(asked.values()):
        sheet.heading("请查明的问题")
        sheet.say("按已经录入的内容，没有要送出查明的问题。没有录入的部分没有检查，不等于没有问题。")
    if others:
        sheet.say(
            f"另有{'、'.join(f'由{who}回答的{n}问' for who, n in others.items())}，不属于取证的事项，不列入本文书，见审查报告。"
        )
    return cited


def _question(sheet: Sheet, m: Material, together: list[QuestionLine], number: int) -> tuple[Citation, ...]:
    """Questions about the same subjects for the same reasons: what, about what and where, why, under which article."""
    one = together[0]
    cited = quotable(cited for question in together for cited in of_question(question, m.review))
    sheet.say("".join(question.text for question in together), f"{number}．", keep=True)
    about = [
        f"{subject.name}" + (f"，{where}" if (where := m.subject_place(subject)) else "")
        for subject in one.subjects
    ]
    if about:
        sheet.say("；".join(about) + "。", "涉及：")
    sheet.say(f"{'；'.join(dict.fromkeys(_because(title) for title in one.because))}。", "为何要查：")
    if cited:
        sheet.say(briefly(cited) + "。", "依据：")
    return cited


def _because(title: str) -> str:
    """A rule's title said neutrally: whether it is so is what has to be found out."""
    return title if title.startswith("反证核查：") else f"是否存在“{title}”的情形尚不清楚"


def _mending(sheet: Sheet, m: Material) -> list[Citation]:
    """What was found and can still be mended, rule by rule."""
    found = [one for one in m.review.findings if _mendable(m, one)]
    sheet.heading("已见的障碍和瑕疵，请补正、说明或者补充")
    if not found:
        sheet.say("没有可以补正的发现。")
    for group in by_rule(found):
        first = group[0]
        sheet.subheading(f"{first.rule.title}" + (f"（{len(group)}项）" if len(group) > 1 else ""))
        either = "查明的结果相反或者查不清的，同样如实写明。" if first.rule.effect is Effect.OBSTACLE else ""
        sheet.say(f"{first.rule.cure.rstrip('。')}。{either}", "怎样补正或者查明：")
        sheet.say(basis(first), "依据：")
        sheet.say(
            "；".join(f"{one.subject.name}（{m.finding_place(one)}）" for one in group) + "。", "涉及："
        )
    return [cited for one in found for cited in one.citations]


def _open(sheet: Sheet, m: Material) -> None:
    """Open contradictions, doubts, rivals, alibis and favourable evidence: they are to be examined, whichever way it goes."""
    sheet.heading("尚未回答的矛盾、疑点、其他可能和有利证据")
    number = 0
    for kind, status, codes, label in _OPEN:
        for one in m.subjects(kind):
            state = m.code(status, one)
            if state is None or state in codes:
                number += 1
                items = [m.name(item) for item in m.refs(KINDS[kind].fields["items"], one)]
                sheet.say(
                    f"{m.told(_SAYS[kind], one)}（{m.told(status, one)}；{m.place(one)}）"
                    + (f"；相关：{'、'.join(items)}" if items else "")
                    + "。请核实并写明结果和根据。",
                    f"{number}．{label}{one}：",
                )
    if not number:
        sheet.say("没有登记尚未回答的事项。")


FORM = Form(
    "outline",
    "补充侦查提纲",
    "检察人员写补充侦查（调查）提纲，审判人员写书面补充调查建议：查什么、谁查、为什么、依据",
    (Reader.PROSECUTOR, Reader.JUDGE),
    layout,
    title,
    outgoing=True,
)
