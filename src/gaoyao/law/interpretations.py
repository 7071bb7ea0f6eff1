"""Interpretations as data: where the law is silent or schools differ, who says what, our default, the switch.

A finding that depends on one prints which school was used.  This table: guide §C rows 1–6 as corrected by
audit §5 (under Interpretation 2021 art. 655 that Interpretation prevails over the 2013 wording for cases
tried since 2021-03-01).  Rows 7–23 are in `disputes`; what an interpretation is, in `schools`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from gaoyao.law.disputes import DISPUTES
from gaoyao.law.schools import Interpretation, School, UnknownInterpretationError

__all__ = ["INTERPRETATIONS", "Interpretation", "School", "UnknownInterpretationError", "resolve"]


_START = date(1979, 1, 1)
_OPINION = date(2013, 10, 9)
_NEW = date(2021, 3, 1)
_655 = "刑诉法解释第六百五十五条：以前的规定与该解释不一致的，以该解释为准；故二〇二一年三月一日起审理的，用二〇二一年口径；意见自二〇一三年十月九日起施行，此前审理的不能适用它"


def _two(ident: str, question: str, old: tuple[str, str], new: tuple[str, str]) -> Interpretation:
    return Interpretation(
        ident, question,
        (School("wording_2013", "2013年意见口径", old[0], old[1]), School("wording_2021", "2021年解释口径", new[0], new[1])),
        ((_START, "wording_2021"), (_OPINION, "wording_2013"), (_NEW, "wording_2021")), _655,
    )  # fmt: skip


_TABLE = (
    _two(
        "deprivation", "以冻、饿、晒、烤、疲劳审讯取得的供述，是否仅因方法本身即应排除？",
        ("法发〔2013〕11号第八条第一款", "查明有五种方法之一，即应排除"),
        ("刑诉法解释第一百二十三条；检察规则第六十七条", "须属变相肉刑的恶劣手段，使人遭受难以忍受的痛苦而违背意愿，由人判断"),
    ),
    _two(
        "interrogation_place", "在规定的办案场所以外讯问取得的供述，是否应当排除？",
        ("法发〔2013〕11号第八条第二款", "除情况紧急必须现场讯问外，应当排除"),
        ("刑诉法解释第一百二十三条、第一百三十七条", "不因场所一项自动排除，列为合法性疑问，须作出合理解释"),
    ),
    _two(
        "recording", "依法应当录音录像而没有录、没有移送的，供述如何处理？",
        ("法发〔2013〕11号第八条第二款", "未依法全程录音录像的，应当排除"),
        ("刑诉法解释第七十四条", "未移送且不能排除非法取证的，排除；未移送致真实性无法确认的，不得作为定案的根据"),
    ),
    Interpretation(
        "trace_identity", "现场痕迹、涉案物品没有作同一认定或者确定来源的，能否定案？",
        (
            School("wording_2013", "仍不得定案说", "法发〔2013〕11号第九条第一款；二〇二一年解释没有相反规定", "用来证明有罪的，不得作为定案的根据"),
            School("wording_2021", "审查补充说", "刑诉法解释第八十二条第（四）项、第八十五条、第八十六条第三款", "应当审查并通知补充；来源疑问不能合理解释的才不得定案"),
        ),
        ((_START, "wording_2013"),), "二〇二一年解释要求审查和补充，没有取消不得定案的后果，二者不构成第六百五十五条所说的不一致；机构可以改用另一说",
    ),
    Interpretation(
        "inducement", "以引诱、欺骗取得的供述如何处理？",
        (
            School("truth_doubt", "真实性疑点说", "刑诉法第五十二条禁止、第五十六条及解释的排除清单未列", "列为真实性疑点和程序违法，由人判断"),
            School("exclude", "应予排除说", "监察法第四十三条第二款、第三十六条第三款（监察案件）及部分学者", "以引诱、欺骗使人违背意愿的，列为应当排除的理由，由人裁定"),
        ),
        ((_START, "truth_doubt"),), "排除清单没有列举，软件不替法律增加排除事由；监察案件另列，由人判断",
    ),
    Interpretation(
        "repeated_confession", "重复性供述的例外由谁证明？",
        (
            School("all_recorded", "逐项有记录说", "刑诉法解释第一百二十四条", "更换人员（或检察、审判人员讯问）、告知权利和后果、自愿，逐项有记录才成立例外"),
            School("presumed", "推定自愿说", "部分实务意见", "换人（或检察、审判人员讯问）并告知的，推定自愿；查明不自愿的除外"),
        ),
        ((_START, "all_recorded"),), "例外有利于控方，由控方证明；任一项查而不明，例外即不成立",
    ),
    Interpretation(
        "confession_alone", "“只有被告人供述，没有其他证据”按全案看，还是按“谁做的”这一事实看？",
        (
            School("per_fact", "逐项事实说", "印证须及于“谁做的”：刘静坤等；刑诉法第五十五条第一款与第二款第（一）项一并理解",
                   "系被告人所为这一事实除其供述外没有别的证据，即不能认定"),
            School("literal", "字面说", "按条文字面", "全案除供述外还有任何其他证据，本条即不适用"),
        ),
        ((_START, "per_fact"),), "有尸体、有现场总会有“其他证据”，字面说使本条几乎不起作用；已知错案多在“谁做的”上只有口供",
        "逐项待证事实审查是本软件证明模型的前提；字面说列出供对照，没有另一套模型可以选用", "point",
    ),
    Interpretation(
        "co_accused", "同案被告人的供述是不是“其他证据”？",
        (
            School("own_only", "非其他证据说", "共同犯罪的同案人口供性质仍是口供，互证不能补强", "只有同案各被告人供述互相印证的，仍属只有供述"),
            School("other", "其他证据说", "同案人供述对他人具有证言性质", "同案人供述可以作为其他证据"),
        ),
        ((_START, "own_only"),), "同案口供可能同源、可能互相推诿，作刹车的软件取较严的口径；机构可以改用另一说",
    ),
)  # fmt: skip

INTERPRETATIONS: dict[str, Interpretation] = {row.id: row for row in (*_TABLE, *DISPUTES)}


def resolve(hearing: date, switches: Mapping[str, str]) -> dict[str, str]:
    """The school used for every interpretation on a hearing day, with the institution's switches applied.

    Raises UnknownInterpretationError for a switch that names nothing, or that would choose what the law has settled.
    """
    for name, school in switches.items():
        if name not in INTERPRETATIONS:
            raise UnknownInterpretationError(
                f"没有名为“{name}”的解释口径；可选：{'、'.join(INTERPRETATIONS)}"
            )
        row = INTERPRETATIONS[name]
        row.school(school)
        if row.settled and school != row.default_on(hearing):
            raise UnknownInterpretationError(f"解释口径“{name}”不能选用“{school}”：{row.settled}")
    return {name: switches.get(name, row.default_on(hearing)) for name, row in INTERPRETATIONS.items()}
