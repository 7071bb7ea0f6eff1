"""The panel, its members' opinions, the judicial committee and requests to a higher court: the court's inner part.

Sources: 2013 Opinion art. 2, 16, 17, 19; CPL 183–185, 249; Interp. 2021 art. 212–217; Organic Law of the Courts 30–39;
Lay Assessors Law 20–23 and its Interpretation art. 12; Collegiate Panel Rules of 2002 and 2010.
"""

from __future__ import annotations

from gaoyao.dossier.schema import (
    Answerer,
    Kind,
    Part,
    children,
    choice,
    flag,
    moment,
    quantity,
    ref,
    refs,
    relate,
    words,
)
from gaoyao.dossier.vocabulary.court import CASE_OF
from gaoyao.logic.tree import Relation

# fmt: off

COURT, CLERK = Answerer.COURT, Answerer.CLERK
INNER = Part.COURT_INNER
FACTS = {
    "sufficient": "事实清楚，证据确实、充分", "partly": "部分事实不能认定", "insufficient": "事实不清、证据不足",
    "not_so": "没有犯罪事实，或者不是被告人所为",
}  # fmt: skip
"""What a member may vote on the facts: the words of the judge, never of the machine."""
RESULTS = {
    "convict": "有罪", "convict_lesser": "认定较轻的罪", "acquit_insufficient": "证据不足的无罪", "acquit_law": "依法无罪",
    "remand_facts": "以事实不清、证据不足发回", "remand_procedure": "以程序违法发回", "affirm": "维持", "modify": "改判",
    "approve_death": "核准死刑", "refuse_death": "不核准死刑", "supplement": "建议补充侦查、继续调查", "committee": "提请院长决定提交审判委员会",
    "other": "其他（见意见）",
}  # fmt: skip
"""What a member may vote on the result."""


class Panel(Kind, kind="panel", label="合议庭", key="panels", part=INNER):
    """A panel (or sole judge) and how it deliberated."""

    size = choice("人数", CLERK, one="一人（独任）", three="三人", five="五人", seven="七人", other="其他人数")
    lay_members = flag("有人民陪审员参加", "合议庭有人民陪审员参加", "合议庭没有人民陪审员参加", CLERK)
    judge_in_charge = ref("承办法官", "person")
    presiding_judge = ref("审判长", "person")
    responsibility_registered = flag("承办法官和成员责任已登记", "承办法官和合议庭成员的责任已登记", "承办法官和合议庭成员的责任没有登记", CLERK)
    years_in_criminal_trials = quantity("承办法官从事刑事审判年限", "年", CLERK)
    experience_confirmed = flag("院庭长确认承办法官经验丰富", "院长、庭长已书面确认承办法官经验丰富", "院长、庭长没有书面确认承办法官经验丰富", COURT)
    same_panel = flag("审理和评议为同一合议庭", "开庭审理和评议由同一合议庭进行", "开庭审理和评议不是由同一合议庭进行", CLERK)
    deliberated_on = moment("评议日期", CLERK)
    explained_first = flag("承办法官先介绍、先发表意见", "承办法官先介绍案件和有关法律、证据规则或者先发表意见", "承办法官没有先介绍、先发表意见", CLERK)
    presiding_last = flag("审判长最后发表意见", "审判长最后发表意见", "审判长没有最后发表意见", CLERK)
    record_signed = flag("评议笔录由全体成员签名", "评议笔录由全体成员审阅后签名", "评议笔录没有由全体成员签名", CLERK)
    counts = refs("评议的指控", "count")
    about = words("评议事项")
    facts_majority = choice("事实认定的多数意见", COURT, **FACTS, none="没有形成多数意见")
    result_majority = choice("裁判结果的多数意见", COURT, **RESULTS, none="没有形成多数意见")
    stopped = words("中止评议的原因")
    stopped_on = moment("中止日期", CLERK)
    page = words("卷宗页码")


class Opinion(Kind, kind="opinion", label="评议意见", parent="panel", key="opinions", part=INNER):
    """What one member said when the panel deliberated; sealed until all have filed (`gaoyao.procedure.deliberation`)."""

    member = ref("成员", "person")
    role = choice("身份", CLERK, in_charge="承办法官", judge="审判员", lay="人民陪审员", presiding="审判长")
    order = quantity("发言次序", "位", CLERK)
    filed_on = moment("提交时间", CLERK)
    attended = flag("参加了庭审", "该成员参加了庭审", "该成员没有参加庭审", CLERK)
    read_file = flag("阅卷", "该成员阅卷", "该成员没有阅卷", CLERK)
    independent = flag("独立发表意见", "该成员独立发表了意见", "该成员没有独立发表意见", CLERK)
    reasoned = flag("说明理由", "该成员说明了理由", "该成员只作同意与否的表态，没有说明理由", CLERK)
    minority = flag("少数意见", "该意见是少数意见", "该意见不是少数意见", CLERK)
    in_record = flag("记入评议笔录", "该意见已记入评议笔录", "该意见没有记入评议笔录", CLERK)
    voted_on_law = flag("对法律适用参加表决", "该成员对法律适用参加了表决", "该成员没有对法律适用参加表决", CLERK)
    account = words("账户")
    seal = words("密封校验值")
    seal_salt = words("密封随机数")
    opinion = words("意见")
    reason = words("理由")
    facts_vote = choice("对事实认定的表决", COURT, **FACTS)
    result_vote = choice("对裁判结果的表决", COURT, **RESULTS)
    signed_on = moment("签名时间", CLERK)
    rests_on_pressure = flag("以外部压力为理由", "该意见以舆论、上访、维稳等外部压力为理由", "该意见没有以外部压力为理由", COURT)
    page = words("卷宗页码")


class Reply(Kind, kind="reply", label="对障碍的意见", parent="opinion", key="replies", part=INNER):
    """What a member says to one legal obstacle that the review showed when he filed."""

    obstacle = words("障碍")
    rule = words("规则")
    stance = choice("态度", COURT, accepted="认同，依该规定处理", cured="已经补救", disputed="不认同", inquire="应当继续查明", none="没有回答")
    text = words("理由")


class Remark(Kind, kind="remark", label="签名后的补充说明", parent="panel", key="remarks", part=INNER):
    """What a member adds after the record was signed; the signed record itself stays as it is."""

    member = ref("成员", "person")
    text = words("内容")
    made_on = moment("时间", CLERK)


class Committee(Kind, kind="committee", label="审判委员会讨论", key="committees", part=INNER):
    """One session of the judicial committee on this case (2013 Opinion art. 17; Organic Law 36–39)."""

    held_on = moment("讨论日期", CLERK)
    quorum = flag("过半数委员出席", "出席委员超过组成人员的半数", "出席委员没有超过组成人员的半数", CLERK)
    in_turn = flag("委员依次发表意见", "委员依次发表意见", "委员没有依次发表意见", CLERK)
    chair_last = flag("主持人最后发表意见", "主持人最后发表意见", "主持人没有最后发表意见", CLERK)
    junior_first = flag("由低到高发言", "委员按资历、级别由低到高的次序发言", "委员没有按由低到高的次序发言", CLERK)
    reasons_published = flag("决定及理由在裁判文书中公开", "决定及其理由已在裁判文书中公开", "决定及其理由没有在裁判文书中公开", COURT)
    publication_exempt = flag("法律规定不公开", "属于法律规定不公开的情形", "不属于法律规定不公开的情形", COURT)
    panel = ref("汇报的合议庭", "panel")
    whole = quantity("审判委员会组成人员", "人", CLERK)
    asked = words("提交讨论的理由")
    result = choice("审判委员会的决定", COURT, **RESULTS, none="没有形成多数意见")
    against_panel = flag("改变合议庭的多数意见", "决定改变了合议庭的多数意见", "决定没有改变合议庭的多数意见", COURT)
    decision_reason = words("决定的理由")
    page = words("卷宗页码")


class Speech(Kind, kind="speech", label="委员发言", parent="committee", key="speeches", part=INNER):
    """What one committee member said."""

    member = ref("委员", "person")
    chair = flag("主持人", "该委员是主持人", "该委员不是主持人", CLERK)
    order = quantity("发言次序", "位", CLERK)
    independent = flag("独立发表意见", "该委员独立发表了意见", "该委员没有独立发表意见", CLERK)
    reasoned = flag("说明理由", "该委员说明了理由", "该委员没有说明理由", CLERK)
    account = words("账户")
    opinion = words("意见")
    reason = words("理由")
    result_vote = choice("表决", COURT, **RESULTS)
    page = words("卷宗页码")


class Instruction(Kind, kind="instruction", label="向上级法院请示", key="instructions", part=INNER):
    """A request to a higher court for instruction on this case (2013 Opinion art. 19)."""

    about = choice("请示事项", COURT, facts="事实认定", evidence="证据采信", law="法律适用", procedure="程序")
    sent_on = moment("发出日期", CLERK)
    to = words("上级法院")
    page = words("卷宗页码")


CASE_OF.update({
    kind: relate(Relation("case", kind, "case", "本案", to_one=True))
    for kind in ("panel", "opinion", "reply", "remark", "committee", "speech", "instruction")
})  # fmt: skip
PANEL_OPINIONS = children(Panel, Opinion)
COMMITTEE_SPEECHES = children(Committee, Speech)
CASE_COMMITTEES = relate(Relation("all_committee", "case", "committee", "审判委员会讨论"))
