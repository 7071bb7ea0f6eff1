"""Hearings, motions, rulings, cures, arguments, supplements, earlier instances, decisions."""

from __future__ import annotations

from gaoyao.dossier.schema import (
    Answerer,
    Kind,
    Part,
    by_field,
    children,
    choice,
    flag,
    moment,
    ref,
    refs,
    relate,
    reverse,
    words,
)
from gaoyao.dossier.vocabulary import acts, evidence, people, proof
from gaoyao.logic.tree import Relation

# fmt: off

COURT, PROSECUTION, DEFENCE, CLERK = Answerer.COURT, Answerer.PROSECUTION, Answerer.DEFENCE, Answerer.CLERK


class Hearing(Kind, kind="hearing", label="庭审、庭前会议", key="hearings"):
    """One hearing or pre-trial conference."""

    type = choice("类型", CLERK, pretrial="庭前会议", trial="开庭审理", other="其他")
    held_on = moment("日期", CLERK)
    page = words("卷宗页码")
    shown = refs("当庭出示的证据", "item|group")
    confronted = refs("当庭质证的证据", "item|group")


class Motion(Kind, kind="motion", label="排除非法证据申请或合法性疑问", key="motions"):
    """An application to exclude, or the court's own doubt about legality (CPL 58; Interp. 2021 art. 127–137)."""

    items = refs("涉及证据", "item")
    filed_on = moment("提出日期", CLERK)
    by = words("提出人")
    page = words("卷宗页码")
    clue = flag("提供线索或材料", "申请人提供了非法取证的线索或者材料", "申请人没有提供非法取证的线索或者材料", DEFENCE)
    court_doubts = flag("审判人员对合法性有疑问", "审判人员对证据收集的合法性有疑问", "审判人员对证据收集的合法性没有疑问", COURT)
    inquiry_closed = flag("合法性调查已经终结", "对证据收集合法性的调查已经终结", "对证据收集合法性的调查尚未终结", COURT)
    illegality_excluded = flag(
        "合议庭确认非法取证已被排除", "合议庭经调查确认不存在非法取证的情形", "合议庭经调查没有确认不存在非法取证的情形", COURT
    )
    only_note = flag("控方只提交说明材料", "控方只提交了侦查机关出具的合法性说明", "控方提交了录音录像、体检记录等材料", PROSECUTION)


class Ruling(Kind, kind="ruling", label="对证据的裁定", parent="item", key="rulings"):
    """What a named body decided about an item; a ground is the machine's, an exclusion is a ruling."""

    outcome = choice(
        "结论", COURT, excluded="予以排除", not_excluded="不予排除", not_basis="不作为定案的根据", cure_accepted="补正或解释成立", cure_refused="补正或解释不成立"
    )
    by = words("作出机关")
    ruled_on = moment("作出日期", COURT)
    reason = words("理由")
    page = words("卷宗页码")


class Cure(Kind, kind="cure", label="补正、合理解释", parent="item", key="cures"):
    """A correction or explanation offered for a defect (Interp. 2021 art. 86, 90, 95, 113)."""

    text = words("内容")
    page = words("卷宗页码")
    by = words("出具人")
    only_own_note = flag("仅有取证人自述", "补正或者解释只有取证人自己的说明", "补正或者解释有客观材料支持", Answerer.INVESTIGATOR)


class Argument(Kind, kind="argument", label="辩解、辩护意见", key="arguments"):
    """A defence argument or defence material that is owed an answer (2013 Opinion art. 14; Interp. 2021 art. 300)."""

    text = words("内容")
    by = words("提出人")
    accused = ref("被告人", "accused")
    page = words("卷宗页码")
    items = refs("涉及证据", "item")
    facts = refs("涉及事实", "fact")
    substance = choice("类型", DEFENCE, innocence="无罪", lesser="罪轻或此罪彼罪", sentence="量刑", procedure="程序", evidence="证据合法性或真实性")
    answered = flag("已说明采纳与否", "法庭或者裁判文书已说明是否采纳", "法庭和裁判文书都没有说明是否采纳", COURT)
    reasoned = flag("已说明理由", "是否采纳的理由已经说明", "是否采纳的理由没有说明", COURT)
    answer = words("回应内容")
    answer_page = words("回应页码")


class Restriction(Kind, kind="restriction", label="限制辩方发问、质证、辩论", key="restrictions"):
    """The court limited the defence in questioning, examining or arguing (2013 Opinion art. 14)."""

    about = words("内容")
    page = words("卷宗页码")
    reason_recorded = flag("笔录记载理由", "笔录记载了限制的理由", "笔录没有记载限制的理由", COURT)
    reason_lawful = flag("理由有法律依据", "所记载的理由有法律依据", "所记载的理由没有法律依据", COURT)


class Supplement(Kind, kind="supplement", label="补充调查（侦查）", key="supplements"):
    """A request for supplementary evidence and its answer (2013 Opinion art. 15; Interp. 2021 art. 274, 297)."""

    by = choice("提出方", CLERK, court="法院建议", prosecution_return="检察院退回", prosecution_request="检察院申请延期")
    written = flag("书面提出", "补充调查以书面提出", "补充调查没有以书面提出", COURT)
    received_on = moment("检察院收到日期", PROSECUTION)
    answered = flag("已提交书面材料", "检察院已提交书面材料", "检察院没有提交书面材料", PROSECUTION)
    answered_on = moment("提交日期", PROSECUTION)
    due_on = moment("期限届满日", CLERK)
    facts = refs("涉及事实", "fact")
    page = words("卷宗页码")


class Instance(Kind, kind="instance", label="以往审次", key="instances"):
    """An earlier decision in the same case."""

    court = words("法院")
    decided_on = moment("裁判日期", CLERK)
    result = choice(
        "结果", CLERK, convicted="有罪", acquitted="无罪", remanded_facts="以事实不清、证据不足发回", remanded_procedure="以程序违法发回",
        affirmed="维持", modified="改判", not_approved="不核准",
    )  # fmt: skip
    page = words("卷宗页码")


class Decision(Kind, kind="decision", label="拟处理意见、裁判", key="decisions", part=Part.COURT_INNER):
    """A proposed or signed disposition of a count; the machine never stops it, it only compares."""

    counts = refs("所涉指控", "count")
    status = choice("状态", COURT, proposed="拟处理", signed="已签署")
    decided_on = moment("日期", COURT)
    outcome = choice(
        "结果", COURT, convict="有罪", convict_lesser="认定较轻的罪", acquit_insufficient="证据不足的无罪", acquit_law="依法无罪",
        remand_facts="以事实不清、证据不足发回", remand_procedure="以程序违法发回", affirm="维持", modify="改判",
        approve_death="核准死刑", refuse_death="不核准死刑", indict="提起公诉", no_indictment_doubt="存疑不起诉",
        no_indictment_law="法定不起诉", no_indictment_discretion="相对不起诉", arrest="批准逮捕", no_arrest="不批准逮捕", other="其他",
    )  # fmt: skip
    sentence = choice("刑罚", COURT, death="死刑立即执行", death_reprieve="死刑缓期执行", life="无期徒刑", term="有期徒刑或更轻", exempt="免予刑事处罚", none="无")
    leniency_from_doubt = flag("从轻的理由是证据有疑问", "从轻、降格的理由是证据有疑问或者需要留有余地", "从轻、降格的理由不是证据有疑问", COURT)
    guilt_doubted = flag("评议认为定罪证据不足", "合议庭评议认为定罪证据未达到确实、充分", "合议庭评议认为定罪证据确实、充分", COURT)
    reasonable_doubt_remains = flag("仍有合理怀疑", "合议庭记录综合全案仍有合理怀疑没有排除", "合议庭记录综合全案已排除合理怀疑", COURT)
    reason = words("理由")
    page = words("卷宗页码")


# Relations that rules walk -------------------------------------------------------------------------------------------
C, E, A, P = people, evidence, acts, proof


def _of_case(kind: str) -> Relation:
    return relate(Relation("case", kind, "case", "本案", to_one=True))


CASE_OF = {kind: _of_case(kind) for kind in (
    "item", "interrogation", "inquiry", "trace", "exhibit", "fact", "count", "argument", "supplement", "decision",
    "incident", "accused", "appearance", "identification", "restriction", "motion", "acquisition", "appraisal",
    "instance", "doubt", "rival", "conflict", "favourable", "alibi", "digital_copy", "person", "hearing", "arrival",
)}  # fmt: skip
ITEM_INTERROGATION = children(E.Item, A.Interrogation)
ITEM_INQUIRY = children(E.Item, A.Inquiry)
ITEM_APPEARANCE = children(E.Item, A.Appearance)
ITEM_ACQUISITION = children(E.Item, A.Acquisition)
ITEM_IDENTIFICATION = children(E.Item, A.Identification)
ITEM_APPRAISAL = children(E.Item, A.Appraisal)
ITEM_DIGITAL = children(E.Item, A.DigitalCopy)
ITEM_TRACES = children(E.Item, E.Trace)
ITEM_EXHIBITS = children(E.Item, E.Exhibit)
ITEM_RULINGS = children(E.Item, Ruling)
ITEM_CURES = children(E.Item, Cure)
ITEM_LINKS = children(E.Item, P.Link)
ITEM_HIDDEN = children(E.Item, P.Hidden)
RIVAL_ITEMS = by_field(P.Rival.items, E.Item)
RIVAL_EXCLUDED_BY = by_field(P.Rival.excluded_by, E.Item)
CONFLICT_ITEMS = by_field(P.Conflict.items, E.Item)
CONFLICT_SUPPORT = by_field(P.Conflict.support, E.Item)
ALIBI_ITEMS = by_field(P.Alibi.items, E.Item)
DOUBT_ITEMS = by_field(P.Doubt.items, E.Item)
ITEM_GROUP = by_field(E.Item.group, E.Group, to_one=False)
ITEM_EXEMPTIONS = children(E.Item, E.Exemption)
ITEM_SHOWN_AT = reverse(Hearing.shown, E.Item, "出示它的庭审")
ITEM_CONFRONTED_AT = reverse(Hearing.confronted, E.Item, "质证它的庭审")
GROUP_SHOWN_AT = reverse(Hearing.shown, E.Group, "出示该组的庭审")
GROUP_CONFRONTED_AT = reverse(Hearing.confronted, E.Group, "质证该组的庭审")
ITEM_SPEAKER = by_field(E.Item.speaker, C.Accused)
ITEM_MOTIONS = reverse(Motion.items, E.Item, "合法性申请、疑问")
ITEM_CONFLICTS = reverse(P.Conflict.items, E.Item, "矛盾")
LINK_FACT = by_field(P.Link.fact, P.Fact)
FACT_CONFLICTS = reverse(P.Conflict.facts, P.Fact, "矛盾")
FACT_RIVALS = reverse(P.Rival.facts, P.Fact, "其他可能")
FACT_ALIBIS = reverse(P.Alibi.facts, P.Fact, "不在场主张")
FACT_DOUBTS = reverse(P.Doubt.facts, P.Fact, "疑点")
FACT_FAVOURABLES = reverse(P.Favourable.facts, P.Fact, "有利证据")
FACT_COUNTS = by_field(P.Fact.counts, C.Count)
COUNT_FACTS = reverse(P.Fact.counts, C.Count, "待证事实")
COUNT_INCIDENT = by_field(C.Count.incident, C.Incident)
COUNT_ACCUSED = by_field(C.Count.accused, C.Accused)
ACCUSED_COUNTS = reverse(C.Count.accused, C.Accused, "对该人的指控")
COUNT_DECISIONS = reverse(Decision.counts, C.Count, "拟处理意见")
DECISION_COUNTS = by_field(Decision.counts, C.Count)
ACCUSED_ARRIVAL = children(C.Accused, C.Arrival)


def _all(kind: str, label: str) -> Relation:
    return relate(Relation(f"all_{kind}", "case", kind, label))


CASE_INSTANCES = _all("instance", "以往审次")
CASE_SUPPLEMENTS = _all("supplement", "补充调查")
CASE_ITEMS = relate(Relation("all_item", "case", "item", "证据", closed=C.Case.evidence_complete))
CASE_DOUBTS = _all("doubt", "疑点")
CASE_FACTS = _all("fact", "待证事实")
