"""Panel, members' opinions, judicial committee, requests to a higher court (2013 Opinion art. 16, 17, 19).

The order of speaking is enforced where the software itself runs the deliberation (`gaoyao.procedure.deliberation`);
these rules check the record of one that was held elsewhere.
"""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Case, Committee, Decision, Instruction, Opinion, Panel, Speech
from gaoyao.dossier.vocabulary.court import CASE_OF
from gaoyao.dossier.vocabulary.deliberation import CASE_COMMITTEES, PANEL_OPINIONS
from gaoyao.law.citation import cite
from gaoyao.law.rule import TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import in_case
from gaoyao.logic.relations import at, exists
from gaoyao.logic.tree import Always, all_of, any_of

PLUS, WORKFLOW, CROSS = (
    ConsequenceBasis.STATUTE_PLUS_WORKFLOW,
    ConsequenceBasis.WORKFLOW,
    ConsequenceBasis.CROSS_REFERENCE,
)
HEARD = ("first_instance", "second_instance", "retrial")
UNLAWFUL_PANEL = "审判组织的组成不合法；属于第一审的，第二审人民法院应当裁定撤销原判、发回重新审判"
RECOMPOSE = "依法重新组成审判组织，重新审理"


SOLE = all_of(
    Panel.size.equals("one"), in_case("panel", Case.court_level.equals("basic")),
    in_case("panel", Case.procedure.isin("summary", "fast_track")), ~Panel.lay_members,
)  # fmt: skip
LOWER = all_of(
    in_case("panel", Case.court_level.isin("basic", "intermediate")),
    any_of(Panel.size.equals("three"), all_of(Panel.size.equals("seven"), Panel.lay_members)),
)
HIGH = all_of(
    in_case("panel", Case.court_level.equals("high")),
    any_of(Panel.size.isin("three", "seven"), all_of(Panel.size.equals("five"), ~Panel.lay_members)),
)
SUPREME = all_of(
    in_case("panel", Case.court_level.equals("supreme")),
    Panel.size.isin("three", "five", "seven"),
    ~Panel.lay_members,
)


@rule(
    title="第一审审判组织的组成不合法", stratum=7, about=Panel, effect=Effect.DUTY, concept="procedure_breach", stages=("first_instance",), basis=CROSS,
    sources=[cite("cpl", 183, 1), cite("cpl", 183, 2), cite("cpl", 183, 3), cite("cpl", 238, item=4), cite("spc2013", 3, since="2018-10-26")], rows=("cpl-183-1", "cpl-238-1", "spc2013-03-1"),
    consequence=UNLAWFUL_PANEL, cure=RECOMPOSE,
)  # fmt: skip
def first_instance_panel() -> When:
    """基层、中级法院一审由审判员三人，或者审判员和陪审员三人、七人组成合议庭；基层法院适用简易、速裁程序的可以独任；高级法院可以是审判员三至七人。"""
    return when(Always(), all_of(~SOLE, ~LOWER, ~HIGH, ~SUPREME))


@rule(
    title="第二审合议庭的组成不合法", stratum=7, about=Panel, effect=Effect.DUTY, concept="procedure_breach", stages=("second_instance",), basis=CROSS,
    sources=[cite("cpl", 183, 4), cite("spc2013", 3), cite("cpl2012", 178, 4)], rows=("cpl-183-1",), consequence="审判组织的组成不合法，应当依法重新组成合议庭",
    cure=RECOMPOSE,
)  # fmt: skip
def second_instance_panel() -> When:
    """审判上诉和抗诉案件，由审判员三人或者五人组成合议庭进行，没有人民陪审员。"""
    return when(Always(), any_of(~Panel.size.isin("three", "five"), Panel.lay_members))


@rule(
    title="复核死刑合议庭的组成不合法", stratum=7, about=Panel, effect=Effect.DUTY, concept="procedure_breach", stages=("death_review",), basis=CROSS,
    sources=[cite("cpl", 249), cite("spc2013", 3), cite("cpl2012", 238)], rows=("cpl-249-1",), consequence="应当由审判员三人组成合议庭进行", cure=RECOMPOSE,
)  # fmt: skip
def death_review_panel() -> When:
    """复核死刑、死刑缓期执行的案件，应当由审判员三人组成合议庭进行。"""
    return when(Always(), any_of(~Panel.size.equals("three"), Panel.lay_members))


@rule(
    title="审理和评议不是同一合议庭", stratum=7, about=Panel, effect=Effect.DUTY, concept="procedure_breach", stages=HEARD,
    sources=[cite("spc2021", 214), cite("spc2021", 301, 1), cite("spc2012", 176), cite("hy2002", 3)], rows=("spc2021-214-1", "spc2021-301-1", "hy2002-03-1"),
    consequence="应当由同一合议庭进行；评议前更换成员的，应当重新开庭审理", cure="依法更换后重新开庭审理并评议",
)  # fmt: skip
def panel_changed() -> When:
    """开庭审理和评议案件，应当由同一合议庭进行；宣判前的正常更换不改变评议结论的除外。"""
    return when(~Panel.size.equals("one"), ~Panel.same_panel)


@rule(
    title="承办法官和成员责任没有登记", stratum=7, about=Panel, effect=Effect.NOTE, concept="panel_duty", stages=TRIAL, basis=WORKFLOW,
    sources=[cite("spc2013", 16, 1), cite("hy2002", 4), cite("org2018", 33, 1)], rows=("spc2013-16-1", "hy2002-04-1", "org2018-33-1"),
    consequence="合议庭成员共同对案件事实负责，承办法官为案件质量第一责任人；软件只提示登记", cure="补登记",
)  # fmt: skip
def responsibility_unregistered() -> When:
    """合议庭成员共同对案件事实负责，承办法官为案件质量第一责任人。"""
    return when(Always(), ~Panel.responsibility_registered)


@rule(
    title="成员没有通过庭审或者阅卷审查事实和证据", stratum=7, about=Opinion, effect=Effect.DUTY, concept="member_absent", stages=TRIAL,
    sources=[cite("spc2013", 16, 2), cite("spc2021", 400), cite("hy2010", 4), cite("hy2010", 5), cite("spc2012", 324)], rows=("spc2013-16-2", "hy2010-04-1"),
    consequence="应当通过庭审或者阅卷等方式审查事实和证据；没有审查的重新评议", cure="由该成员阅卷、参加庭审后重新评议",
)  # fmt: skip
def member_absent() -> When:
    """合议庭成员通过庭审或者阅卷等方式审查事实和证据；两样都没有的，不能据以评议。"""
    return when(Always(), all_of(~Opinion.attended, ~Opinion.read_file))


@rule(
    title="开庭审理的案件，成员没有参加庭审", stratum=7, about=Opinion, effect=Effect.DUTY, concept="member_absent", stages=HEARD, basis=PLUS,
    sources=[cite("hy2010", 5), cite("spc2021", 214), cite("spc2012", 176)], rows=("spc2021-214-1",),
    consequence="开庭审理时合议庭全体成员应当共同参加；软件提示重新开庭或者写明本案依法不开庭", cure="重新开庭；依法不开庭的写明",
)  # fmt: skip
def member_missed_hearing() -> When:
    """开庭审理时，合议庭全体成员应当共同参加；只阅卷而没有参加庭审的，写明本案是否依法不开庭。"""
    return when(Opinion.read_file, ~Opinion.attended)


@rule(
    title="成员没有独立发表意见并说明理由", stratum=7, about=Opinion, effect=Effect.DUTY, concept="opinion_unreasoned", stages=TRIAL,
    sources=[cite("spc2013", 16, 2), cite("spc2021", 214), cite("spc2012", 176), cite("hy2002", 10, 2), cite("hy2010", 6, 1)],
    rows=("spc2013-16-2", "spc2021-214-1", "hy2002-10-2"), consequence="应当独立发表意见并说明理由；不得拒绝陈述意见或者只作同意与否的表态",
    cure="由该成员补充发表意见、说明事实根据和法律依据后重新评议",
)  # fmt: skip
def opinion_unreasoned() -> When:
    """合议庭成员评议时应当独立发表意见并说明理由，同意他人意见的也要提出事实根据和法律依据。"""
    return when(Always(), any_of(~Opinion.independent, ~Opinion.reasoned))


@rule(
    title="少数意见没有记入评议笔录", stratum=7, about=Opinion, effect=Effect.DUTY, concept="minority_lost", stages=TRIAL,
    sources=[cite("cpl", 184), cite("org2018", 31), cite("spc2021", 214), cite("spc2012", 176), cite("hy2002", 11, 1), cite("cpl2012", 179)],
    rows=("cpl-184-1", "spc2021-214-1"), consequence="少数人的意见应当写入笔录", cure="补记少数意见，由全体成员审阅签名",
)  # fmt: skip
def minority_lost() -> When:
    """意见分歧的，按多数人的意见作出决定，少数人的意见应当写入笔录。"""
    return when(Opinion.minority, ~Opinion.in_record)


@rule(
    title="评议笔录没有由全体成员签名", stratum=7, about=Panel, effect=Effect.DUTY, concept="record_unsigned", stages=TRIAL,
    sources=[cite("cpl", 184), cite("org2018", 31), cite("spc2021", 214), cite("spc2012", 176), cite("hy2002", 11, 2), cite("cpl2012", 179)],
    rows=("cpl-184-1", "spc2021-214-1"), consequence="评议笔录由合议庭的组成人员签名", cure="由全体成员审阅确认后签名",
)  # fmt: skip
def record_unsigned() -> When:
    """评议笔录由合议庭的组成人员审阅确认无误后签名；独任审判没有评议笔录。"""
    return when(~Panel.size.equals("one"), ~Panel.record_signed)


@rule(
    title="七人合议庭的陪审员对法律适用参加表决", stratum=7, about=Panel, effect=Effect.DUTY, concept="lay_vote", stages=("first_instance",),
    sources=[cite("ps2018", 22), cite("spc2021", 215, 2), cite("ps2019", 13, 2)], rows=("ps2018-22-1", "spc2021-215-1", "ps2019-13-1"),
    consequence="对法律适用可以发表意见，但不参加表决", cure="就法律适用由法官重新表决",
)  # fmt: skip
def lay_vote_on_law() -> When:
    """人民陪审员参加七人合议庭，对事实认定与法官共同表决；对法律适用可以发表意见，不参加表决。"""
    return when(
        Panel.size.equals("seven"), exists(PANEL_OPINIONS, Opinion.role.equals("lay") & Opinion.voted_on_law)
    )


@rule(
    title="评议发言的次序不合规定", stratum=7, about=Panel, effect=Effect.DUTY, concept="panel_order", stages=TRIAL, basis=PLUS,
    sources=[cite("hy2002", 10, 1), cite("hy2022", 6)], interpretation=("speaking_order", "chair_last"), rows=("hy2002-10-1", "hy2022-06-1"),
    consequence="先由承办法官发表意见，审判长最后发表意见；软件提示重新评议", cure="按次序重新评议",
)  # fmt: skip
def panel_order() -> When:
    """没有陪审员的合议庭评议，先由承办法官发表意见，审判长最后发表意见。"""
    return when(
        all_of(~Panel.size.equals("one"), ~Panel.lay_members),
        any_of(~Panel.explained_first, ~Panel.presiding_last),
    )


@rule(
    title="有陪审员的合议庭评议次序不合规定", stratum=7, about=Panel, effect=Effect.DUTY, concept="panel_order", stages=TRIAL,
    sources=[cite("ps2019", 12), cite("ps2018", 20, 2)], rows=("ps2019-12-1", "hy2002-10-1"),
    consequence="承办法官先介绍法律、证据规则，陪审员和法官依次发表意见，审判长最后发表意见并总结", cure="按次序重新评议",
)  # fmt: skip
def lay_panel_order() -> When:
    """有人民陪审员的合议庭评议，先由承办法官介绍有关法律、证据规则，然后由陪审员和法官依次发表意见，审判长最后发表意见。"""
    return when(Panel.lay_members, any_of(~Panel.explained_first, ~Panel.presiding_last))


DEATH_CASE = in_case("panel", Case.death_possible)
EXPERIENCED = [cite("spc2013", 16, 3)]


@rule(
    title="死刑案件承办法官的经验没有确认", stratum=7, about=Panel, effect=Effect.NOTE, concept="experience", stages=TRIAL, basis=WORKFLOW,
    sources=EXPERIENCED, interpretation=("experienced_judge", "confirmed"), rows=("spc2013-16-3",),
    consequence="死刑案件由经验丰富的法官承办；没有法定年限，由院庭长确认", cure="由院长、庭长书面确认，或者另行指定承办法官",
)  # fmt: skip
def experience_unconfirmed() -> When:
    """死刑案件，由经验丰富的法官承办；是否经验丰富，由院长、庭长确认。"""
    return when(DEATH_CASE, ~Panel.experience_confirmed)


@rule(
    title="死刑案件承办法官从事刑事审判不满五年", stratum=7, about=Panel, effect=Effect.NOTE, concept="experience", stages=TRIAL, basis=WORKFLOW,
    sources=EXPERIENCED, interpretation=("experienced_judge", "five_years"), rows=("spc2013-16-3",),
    consequence="提示：五年是本院选用的提示线，不是法定年限", cure="另行指定承办法官，或者由院长、庭长写明理由",
)  # fmt: skip
def under_five_years() -> When:
    """死刑案件，由经验丰富的法官承办；本院以从事刑事审判满五年为提示线。"""
    return when(DEATH_CASE, Panel.years_in_criminal_trials < 5)


@rule(
    title="死刑案件承办法官从事刑事审判不满十年", stratum=7, about=Panel, effect=Effect.NOTE, concept="experience", stages=TRIAL, basis=WORKFLOW,
    sources=EXPERIENCED, interpretation=("experienced_judge", "ten_years"), rows=("spc2013-16-3",),
    consequence="提示：十年是本院选用的提示线，不是法定年限", cure="另行指定承办法官，或者由院长、庭长写明理由",
)  # fmt: skip
def under_ten_years() -> When:
    """死刑案件，由经验丰富的法官承办；本院以从事刑事审判满十年为提示线。"""
    return when(DEATH_CASE, Panel.years_in_criminal_trials < 10)


@rule(
    title="审判委员会发言次序不合规定", stratum=7, about=Committee, effect=Effect.DUTY, concept="committee_order", stages=TRIAL, basis=PLUS,
    sources=[cite("spc2013", 17), cite("sw2019", 22)], rows=("spc2013-17-1", "sw2019-22-1"),
    consequence="委员依次独立发表意见，主持人最后发表意见；软件提示重新讨论", cure="按次序重新讨论、表决",
)  # fmt: skip
def committee_order() -> When:
    """审判委员会讨论案件，委员依次独立发表意见并说明理由，主持人最后发表意见。"""
    return when(Always(), any_of(~Committee.in_turn, ~Committee.chair_last))


@rule(
    title="委员没有按由低到高的次序发言", stratum=7, about=Committee, effect=Effect.NOTE, concept="committee_order", stages=TRIAL, basis=WORKFLOW,
    sources=[cite("sw2019", 22)], interpretation=("speaking_order", "junior_first"), rows=("sw2019-22-1",), consequence="提示：按由低到高的次序发言",
    cure="按由低到高的次序重新讨论",
)  # fmt: skip
def junior_not_first() -> When:
    """二〇一九年意见要求按由低到高的次序发言（条号未核）；默认口径只把主持人最后作为硬要求。"""
    return when(Always(), ~Committee.junior_first)


@rule(
    title="委员没有独立发表意见并说明理由", stratum=7, about=Speech, effect=Effect.DUTY, concept="speech_unreasoned", stages=TRIAL, basis=PLUS,
    sources=[cite("spc2013", 17), cite("sw2019", 22)], rows=("spc2013-17-1",), consequence="应当独立发表意见并说明理由",
    cure="由该委员补充说明理由后重新表决",
)  # fmt: skip
def speech_unreasoned() -> When:
    """审判委员会讨论案件，委员独立发表意见并说明理由。"""
    return when(Always(), any_of(~Speech.independent, ~Speech.reasoned))


@rule(
    title="审判委员会没有过半数委员出席", stratum=7, about=Committee, effect=Effect.DUTY, concept="quorum", stages=TRIAL,
    sources=[cite("org2018", 38, 1)], rows=("spc2013-17-1",), consequence="应当有组成人员的过半数出席", cure="重新召开会议讨论、表决",
)  # fmt: skip
def no_quorum() -> When:
    """审判委员会召开会议，应当有其组成人员的过半数出席。"""
    return when(Always(), ~Committee.quorum)


@rule(
    title="审判委员会的决定及理由没有在裁判文书中公开", stratum=7, about=Committee, effect=Effect.DUTY, concept="committee_hidden", stages=TRIAL,
    sources=[cite("org2018", 39, 3)], rows=("org2018-39-1",), consequence="决定及其理由应当在裁判文书中公开，法律规定不公开的除外",
    cure="在裁判文书中写明审判委员会的决定和理由",
)  # fmt: skip
def committee_hidden() -> When:
    """审判委员会讨论案件的决定及其理由应当在裁判文书中公开，法律规定不公开的除外。"""
    return when(~Committee.reasons_published, ~Committee.publication_exempt)


DEATH = Decision.sentence.equals("death")
ASKED = at(CASE_OF["decision"], exists(CASE_COMMITTEES, Always()))


@rule(
    title="拟判处死刑没有提请审判委员会讨论", stratum=7, about=Decision, effect=Effect.DUTY, concept="committee_missing",
    stages=("first_instance", "second_instance", "retrial"),
    sources=[cite("spc2021", 216, 2, 1), cite("spc2012", 178, 2), cite("hy2002", 12, item=1), cite("sw2019", 8)],
    rows=("spc2021-216-2", "sw2019-08-1"), consequence="合议庭应当提请院长决定提交审判委员会讨论决定", cure="提请院长决定提交审判委员会讨论决定",
)  # fmt: skip
def death_without_committee() -> When:
    """高级、中级人民法院拟判处死刑立即执行的案件，应当提请院长决定提交审判委员会讨论决定。"""
    return when(DEATH & in_case("decision", Case.court_level.isin("intermediate", "high")), ~ASKED)


@rule(
    title="中级法院拟判处死刑缓期执行没有提请审判委员会讨论", stratum=7, about=Decision, effect=Effect.DUTY, concept="committee_missing",
    stages=("first_instance",), sources=[cite("spc2021", 216, 2, 1), cite("spc2012", 178, 2)], interpretation=("reprieve_committee", "must"),
    rows=("spc2021-216-2",), consequence="合议庭应当提请院长决定提交审判委员会讨论决定", cure="提请院长决定提交审判委员会讨论决定",
)  # fmt: skip
def reprieve_without_committee() -> When:
    """中级人民法院拟判处死刑缓期执行的案件，应当提请院长决定提交审判委员会讨论决定；二〇二一年以前的规定只写“拟判处死刑”。"""
    reprieve = Decision.sentence.equals("death_reprieve")
    return when(reprieve & in_case("decision", Case.court_level.equals("intermediate")), ~ASKED)


@rule(
    title="就事实、证据问题向上级法院请示", stratum=7, about=Instruction, effect=Effect.DUTY, concept="instruction", stages=TRIAL, basis=PLUS,
    sources=[cite("spc2013", 19)], rows=("spc2013-19-2",), consequence="不得就事实和证据问题请示上级人民法院",
    cure="撤回请示，由审理的法院独立认定；法律适用问题另按程序办理",
)  # fmt: skip
def instruction_on_facts() -> When:
    """不得就事实和证据问题请示上级人民法院；法律适用问题不在此列。"""
    return when(Always(), Instruction.about.isin("facts", "evidence"))
