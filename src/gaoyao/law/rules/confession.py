"""Confessions: how obtained, recorded, confirmed (2013 Opinion art. 8; CPL 56, 60, 118–123; Interp. 2021 art. 74, 93–96, 123–124, 137)."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Accused, Case, Interrogation, Item
from gaoyao.dossier.vocabulary.court import ITEM_SPEAKER
from gaoyao.law.citation import cite
from gaoyao.law.rule import TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import (
    AGAINST_CONFESSION,
    CLUE,
    CORROBORATED,
    NOT_EXCLUDED,
    RECORDING_DUTY,
    RECORDING_IN_TIME,
    in_case,
    interrogation,
)
from gaoyao.logic.relations import at
from gaoyao.logic.tree import Flag, Prop, all_of, any_of, cannot_exclude

I = Interrogation  # noqa: E741 - a short name for what stands in every line
EXCLUDE = "对该供述应当予以排除，不得作为起诉意见、起诉决定和判决的依据"
NOT_BASIS = "该供述不得作为定案的根据"
DEFECT = "经补正或者作出合理解释的可以采用；不能补正或者作出合理解释的，不得作为定案的根据"
OLD_EXCLUSION = [cite("cpl2012", 54, 1), cite("spc2012", 95, 1)]
SINCE_OPINION = [cite("cpl2012", 54, 1, since="2013-10-09"), cite("spc2012", 95, 1, since="2013-10-09")]
"""Cited beside the 2013 Opinion only while it is in force: before, they did not carry its consequence."""
DEPRIVED = (I.freezing, I.hunger, I.sun, I.heat, I.fatigue)
DEPRIVATION, DEPRIVATION_OPEN = any_of(*DEPRIVED), any_of(*map(cannot_exclude, DEPRIVED))
VIOLENCE, THREAT = cannot_exclude(I.violence), cannot_exclude(I.threat)
UNLAWFUL_CUSTODY, AGAINST_WILL = cannot_exclude(I.unlawful_custody), cannot_exclude(I.against_will)
PAIN = all_of(cannot_exclude(I.unbearable), AGAINST_WILL)
"""Both are elements of Interp. 2021 art. 123(1)(2); without them neither violence nor threat excludes."""
DISGUISED = all_of(DEPRIVATION_OPEN, cannot_exclude(I.disguised_corporal), PAIN)
UNLAWFUL = interrogation(any_of(all_of(any_of(VIOLENCE, THREAT), PAIN), UNLAWFUL_CUSTODY))
NO_RECORDING = interrogation(any_of(~I.recording_transferred, ~I.recorded, ~I.recording_complete))


@rule(
    title="以暴力方法刑讯逼供取得的供述", stratum=2, about=Item, effect=Effect.GROUND, concept="ground",
    sources=[cite("spc2013", 8, 1), cite("cpl", 56, 1), cite("spc2021", 123, item=1), *OLD_EXCLUSION, cite("spp2019", 67, item=1), cite("pf2017", 2)],
    consequence=EXCLUDE, rows=("spc2013-08-1", "cpl-56-1", "spc2021-123-1", "spp2019-67-1", "pf2017-02-1", "spc2012-95-1"),
    cure="由控方就取证合法性举证：播放讯问录音录像、出示入所体检和提讯登记、通知侦查人员出庭；不能排除的，裁定排除",
)  # fmt: skip
def violence() -> When:
    """以殴打、违法使用戒具等暴力方法，使人遭受难以忍受的痛苦而违背意愿作出的供述，应当排除；查证终结仍不能排除的，同样应当排除。"""
    return when(
        AGAINST_CONFESSION & (CLUE | interrogation(I.violence)),
        interrogation(all_of(VIOLENCE, PAIN)),
    )


@rule(
    title="以冻、饿、晒、烤、疲劳审讯取得的供述（2013年意见口径）", stratum=2, about=Item, effect=Effect.GROUND,
    sources=[cite("spc2013", 8, 1), *SINCE_OPINION], interpretation=("deprivation", "wording_2013"), stages=TRIAL,
    consequence=EXCLUDE, rows=("spc2013-08-1",),
    cure="由控方以讯问录音录像、提讯登记、休息和饮食记录证明没有上述情形",
)  # fmt: skip
def deprivation_2013() -> When:
    """以冻、饿、晒、烤、疲劳审讯等非法方法收集的被告人供述，应当排除。"""
    return when(
        AGAINST_CONFESSION & (CLUE | interrogation(DEPRIVATION)),
        interrogation(DEPRIVATION_OPEN),
    )


@rule(
    title="以冻、饿、晒、烤、疲劳审讯等变相肉刑取得的供述（2021年解释口径）", stratum=2, about=Item, effect=Effect.GROUND,
    sources=[cite("spc2021", 123, item=1), cite("cpl", 56, 1), cite("spp2019", 67, item=1), *OLD_EXCLUSION],
    interpretation=("deprivation", "wording_2021"), stages=TRIAL, consequence=EXCLUDE, rows=("spc2021-123-1", "spc2013-08-1"),
    cure="由控方举证没有上述做法；审判人员判断是否属变相肉刑、是否造成难以忍受的痛苦并写明理由",
)  # fmt: skip
def deprivation_2021() -> When:
    """冻、饿、晒、烤、疲劳审讯属于变相肉刑的恶劣手段，使人遭受难以忍受的痛苦而违背意愿作出供述的，应当排除。"""
    return when(
        AGAINST_CONFESSION & (CLUE | interrogation(DEPRIVATION)),
        interrogation(DISGUISED),
    )


@rule(
    title="以威胁取得的供述", stratum=2, about=Item, effect=Effect.GROUND,
    sources=[cite("spc2021", 123, item=2), cite("cpl", 56, 1), cite("spp2019", 67, item=2), cite("pf2017", 3)],
    consequence=EXCLUDE, rows=("spc2021-123-2", "pf2017-03-1"),
    cure="由控方以录音录像等证明没有威胁；审判人员判断痛苦程度和是否违背意愿",
)  # fmt: skip
def threat() -> When:
    """以暴力或者严重损害本人及其近亲属合法权益等相威胁，使人遭受难以忍受的痛苦而违背意愿作出的供述，应当排除；一般的威胁不在此列。"""
    return when(
        AGAINST_CONFESSION & (CLUE | interrogation(I.threat)),
        interrogation(all_of(THREAT, PAIN)),
    )


@rule(
    title="以非法拘禁等非法限制人身自由的方法取得的供述", stratum=2, about=Item, effect=Effect.GROUND,
    sources=[cite("spc2021", 123, item=3), cite("cpl", 56, 1), cite("spp2019", 67, item=3), cite("pf2017", 4)],
    consequence=EXCLUDE, rows=("spc2021-123-3", "pf2017-04-1"),
    cure="由控方提交传唤、拘传、拘留等手续，证明讯问时的人身自由限制有合法依据",
)  # fmt: skip
def unlawful_custody() -> When:
    """采用非法拘禁等非法限制人身自由的方法收集的被告人供述，应当排除。"""
    return when(
        AGAINST_CONFESSION & (CLUE | interrogation(I.unlawful_custody)),
        interrogation(UNLAWFUL_CUSTODY),
    )


@rule(
    title="不能排除以非法方法取得的供述", stratum=2, about=Item, effect=Effect.GROUND, stages=TRIAL,
    sources=[cite("spc2013", 8, 2), cite("cpl", 60), cite("spc2021", 137), cite("cpl2012", 58), cite("spc2012", 102, 1), cite("pf2017", 34)],
    consequence=EXCLUDE, rows=("spc2013-08-4", "cpl-60-1", "spc2021-137-1", "pf2017-34-1"),
    cure="合法性调查尚可继续的，补充录音录像、体检记录、侦查人员出庭说明；已终结的，裁定排除",
)  # fmt: skip
def legality_not_shown() -> When:
    """已有非法取证的线索或者法庭有疑问，经法庭调查，确认或者不能排除以非法方法收集情形的，应当排除；证明合法的责任在控方。"""
    return when(AGAINST_CONFESSION & CLUE, NOT_EXCLUDED)


@rule(
    title="在规定的办案场所以外讯问（2013年意见口径）", stratum=2, about=Item, effect=Effect.GROUND,
    sources=[cite("spc2013", 8, 2)], interpretation=("interrogation_place", "wording_2013"), stages=TRIAL,
    consequence=EXCLUDE, rows=("spc2013-08-2",),
    cure="说明是否属于情况紧急必须现场讯问，或者法律允许的住处、指定地点、医院、执行场所",
)  # fmt: skip
def outside_premises_2013() -> When:
    """除情况紧急必须现场讯问以外，在规定的办案场所外讯问取得的供述，应当排除。"""
    return when(AGAINST_CONFESSION & interrogation(I.outside_premises), interrogation(~I.lawful_other_place))


@rule(
    title="情况紧急必须现场讯问的例外", stratum=2, about=Item, effect=Effect.GROUND, exception_to="confession.outside_premises_2013",
    sources=[cite("spc2013", 8, 2)], consequence="不因讯问地点排除",
)  # fmt: skip
def urgent_on_scene() -> When:
    """情况紧急，必须在现场讯问的，不因场所在外而排除。"""
    return when(interrogation(I.urgent_on_scene))


@rule(
    title="在规定的办案场所以外讯问（2021年解释口径：合法性疑问）", stratum=2, about=Item, effect=Effect.NOTE, concept="legality_doubt",
    sources=[cite("spc2021", 137), cite("cpl", 118, 2), cite("spc2021", 93, 1, 1)], interpretation=("interrogation_place", "wording_2021"),
    basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW, consequence="列为合法性疑问，要求控方作出合理解释；不因场所一项自动排除",
    rows=("spc2013-08-2", "cpl-118-2"), cure="说明在该处讯问的原因，提交录音录像和审批材料",
)  # fmt: skip
def outside_premises_2021() -> When:
    """被送看守所羁押后应当在看守所内讯问；在规定场所以外讯问的，要求作出合理解释，并结合全案审查是否存在非法取证。"""
    return when(
        AGAINST_CONFESSION & interrogation(I.outside_premises),
        interrogation(all_of(~I.lawful_other_place, ~I.urgent_on_scene)),
    )


@rule(
    title="应当录音录像而未依法全程录制（2013年意见口径）", stratum=2, about=Item, effect=Effect.GROUND,
    sources=[cite("spc2013", 8, 2), cite("cpl", 123), cite("cpl2012", 121, since="2013-10-09")], interpretation=("recording", "wording_2013"),
    stages=TRIAL, consequence=EXCLUDE, rows=("spc2013-08-3",), cure="移送完整录音录像；无法移送的，说明不属于应当录制的讯问",
)  # fmt: skip
def unrecorded_2013() -> When:
    """依法应当对讯问全程录音录像而没有录制，或者录制不完整的，所取得的供述应当排除。"""
    return when(
        AGAINST_CONFESSION & RECORDING_DUTY,
        interrogation(any_of(~I.recorded, ~I.recording_complete)) & RECORDING_IN_TIME,
    )


@rule(
    title="应当录音录像而没有录制或者录制不完整", stratum=2, about=Item, effect=Effect.DUTY, concept="recording_missing",
    sources=[cite("cpl", 123), cite("cpl2012", 121), cite("jcf2024", 44, 2), cite("spp2019", 190), cite("spp2012", 201, 1), cite("mps2020", 208)],
    routine=True, basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW, rows=("cpl-123-1",),
    consequence="讯问应当全程录音录像、保持完整；没有录制或者不完整的，应当说明原因，并审查能否排除非法取证、供述是否真实",
    cure="移送完整的讯问录音录像，或者书面说明没有录制、不完整的原因",
)  # fmt: skip
def recording_missing() -> When:
    """可能判处无期徒刑、死刑或者其他重大犯罪案件（监察案件、检察机关直接受理侦查的案件为每一次），讯问应当全程录音录像；二〇一三年以前的讯问，当时的刑事诉讼法没有这一要求。"""
    return when(
        AGAINST_CONFESSION & RECORDING_DUTY,
        interrogation(any_of(~I.recorded, ~I.recording_complete)) & RECORDING_IN_TIME,
    )


@rule(
    title="讯问录音录像没有随案移送", stratum=2, about=Item, effect=Effect.NOTE, concept="recording_untransferred", stages=TRIAL,
    sources=[cite("spc2021", 74), cite("spc2012", 80, 2)], routine=True, basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW,
    rows=("spc2021-74-1",), consequence="必要时，法院可以通知检察院在指定时间内移送；未移送而不能排除非法取证、真实性无法确认的，另有规则",
    cure="通知检察院在指定时间内移送；辩护律师可以申请查阅",
)  # fmt: skip
def recording_untransferred() -> When:
    """依法应当录音录像的讯问，录音录像没有随案移送的，提示是否通知移送；没有移送本身不导致排除。"""
    return when(
        AGAINST_CONFESSION & RECORDING_DUTY, interrogation(~I.recording_transferred) & RECORDING_IN_TIME
    )


@rule(
    title="录音录像未移送，不能排除非法取证（2021年解释口径）", stratum=2, about=Item, effect=Effect.GROUND,
    sources=[cite("spc2021", 74), cite("cpl", 123, since="2021-03-01"), cite("cpl", 56, 1, since="2021-03-01")], interpretation=("recording", "wording_2021"),
    stages=TRIAL,
    consequence=EXCLUDE, rows=("spc2021-74-1", "spc2013-08-3"), cure="通知检察院在指定时间内移送录音录像；仍未移送的，对能否排除非法取证作出认定",
)  # fmt: skip
def recording_not_transferred() -> When:
    """依法应当录音录像的讯问，录像没有移送（包括没有录制或者录制中断），致使不能排除非法方法收集证据情形的，应当排除。"""
    return when(
        AGAINST_CONFESSION & RECORDING_DUTY & NO_RECORDING, any_of(UNLAWFUL, NOT_EXCLUDED) & RECORDING_IN_TIME
    )


@rule(
    title="录音录像未移送，供述真实性无法确认", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 74), cite("cpl", 123, since="2021-03-01")], interpretation=("recording", "wording_2021"),
    stages=TRIAL,
    consequence=NOT_BASIS, rows=("spc2021-74-2",), cure="移送录音录像；或者以其他证据确认供述真实性，由合议庭写明理由",
)  # fmt: skip
def recording_truth() -> When:
    """依法应当录音录像的讯问，录像没有移送，导致供述的真实性无法确认的，不得作为定案的根据。"""
    return when(
        AGAINST_CONFESSION & RECORDING_DUTY & NO_RECORDING,
        interrogation(cannot_exclude(~I.truth_confirmable, I.truth_confirmable.unresolved))
        & RECORDING_IN_TIME,
    )


def _not_shown(flag: Flag) -> Prop:
    """The exception to exclusion is the prosecution's to show: no, or looked into and not established."""
    return cannot_exclude(~flag, flag.unresolved)


REPEATS = AGAINST_CONFESSION & interrogation(I.repeats_excluded)
NOT_BY_OTHERS = all_of(_not_shown(I.officers_changed_for_illegality), _not_shown(I.questioned_by_later_stage))
REPEATED = [cite("spc2021", 124), cite("pf2017", 5), cite("spp2019", 68)]


@rule(
    title="重复性供述", stratum=3, about=Item, effect=Effect.GROUND,
    sources=REPEATED, interpretation=("repeated_confession", "all_recorded"),
    consequence="与非法取得的供述一并排除", rows=("spc2021-124-1", "pf2017-05-1", "spp2019-68-1"),
    cure="证明例外之一：因确认或不能排除非法取证而更换人员并告知权利和后果、自愿供述；或者由检察、审判人员告知后自愿供述",
)  # fmt: skip
def repeated() -> When:
    """以刑讯逼供方法使人作出供述，之后受其影响作出的相同的重复性供述，一并排除；两种例外要逐项有记录。"""
    return when(
        REPEATS,
        interrogation(any_of(NOT_BY_OTHERS, _not_shown(I.consequences_told), _not_shown(I.voluntary))),
    )


@rule(
    title="重复性供述（推定自愿说）", stratum=3, about=Item, effect=Effect.GROUND, sources=REPEATED, interpretation=("repeated_confession", "presumed"),
    consequence="与非法取得的供述一并排除", rows=("spc2021-124-1",), cure="证明已更换人员或者由检察、审判人员讯问，并告知了权利和认罪的后果",
)  # fmt: skip
def repeated_presumed() -> When:
    """按推定自愿的口径：没有更换人员（也不是检察、审判人员讯问），或者没有告知权利和后果的，一并排除；两项都有的，推定自愿。"""
    return when(REPEATS, interrogation(any_of(NOT_BY_OTHERS, _not_shown(I.consequences_told))))


@rule(
    title="重复性供述不是自愿作出（推定自愿说）", stratum=3, about=Item, effect=Effect.GROUND, sources=REPEATED,
    interpretation=("repeated_confession", "presumed"), consequence="与非法取得的供述一并排除", rows=("spc2021-124-1",),
    cure="确认该次供述不是自愿的，裁定排除",
)  # fmt: skip
def repeated_involuntary() -> When:
    """推定自愿可以推翻：确认重复供述不是自愿作出的，例外不成立，一并排除。"""
    return when(REPEATS, interrogation(~I.voluntary))


@rule(
    routine=True, title="讯问笔录未经被告人核对确认", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 94, item=1), cite("spc2012", 81, item=1), cite("cpl", 122)],
    consequence=NOT_BASIS, rows=("spc2021-94-1", "cpl-122-1"), cure="不能补正；重新依法讯问",
)  # fmt: skip
def unconfirmed() -> When:
    """讯问笔录没有经被告人核对确认的，不得作为定案的根据。"""
    return when(AGAINST_CONFESSION, interrogation(~I.confirmed))


@rule(
    title="讯问聋、哑人没有通晓手势的人员", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 94, item=2), cite("spc2012", 81, item=2), cite("cpl", 121)],
    consequence=NOT_BASIS, rows=("spc2021-94-2", "cpl-121-1"), cure="不能补正；重新依法讯问",
)  # fmt: skip
def no_sign_language() -> When:
    """讯问聋、哑人，应当提供通晓聋、哑手势的人员而未提供的，供述不得作为定案的根据。"""
    return when(
        AGAINST_CONFESSION & at(ITEM_SPEAKER, Accused.deaf_or_mute), interrogation(~I.sign_language_present)
    )


@rule(
    title="讯问不通晓当地语言文字的人没有翻译", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 94, item=3), cite("spc2012", 81, item=3), cite("cpl", 9, 1)],
    consequence=NOT_BASIS, rows=("spc2021-94-3",), cure="不能补正；重新依法讯问",
)  # fmt: skip
def no_interpreter() -> When:
    """讯问不通晓当地通用语言、文字的被告人，应当提供翻译人员而未提供的，供述不得作为定案的根据。"""
    return when(
        AGAINST_CONFESSION & at(ITEM_SPEAKER, Accused.needs_interpreter),
        interrogation(~I.interpreter_present),
    )


@rule(
    title="讯问未成年人没有法定代理人或合适成年人在场", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 94, item=4), cite("cpl", 281, 1, since="2021-03-01")],
    consequence=NOT_BASIS, rows=("spc2021-94-4", "cpl-281-1"), interpretation=("minor_alone", "not_basis"),
    cure="不能补正；在法定代理人或者合适成年人到场时重新讯问",
)  # fmt: skip
def minor_alone() -> When:
    """讯问时不满十八周岁的，其法定代理人或者合适成年人不在场，供述不得作为定案的根据。"""
    return when(AGAINST_CONFESSION & interrogation(I.minor), interrogation(~I.adult_present))


@rule(
    title="讯问未成年人没有成年人在场：取证合法性疑问", stratum=2, about=Item, effect=Effect.NOTE, concept="minor_alone",
    sources=[cite("cpl", 281, 1), cite("cpl2012", 270, 1)], interpretation=("minor_alone", "doubt"), basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW,
    consequence="应当通知法定代理人或者合适成年人到场；没有到场的列为取证合法性疑问", rows=("cpl-281-1",), cure="查明原因；依法重新讯问",
)  # fmt: skip
def minor_alone_doubt() -> When:
    """讯问未成年人应当通知法定代理人或者合适成年人到场；二〇二一年解释以前没有写明后果，列为合法性疑问。"""
    return when(AGAINST_CONFESSION & interrogation(I.minor), interrogation(~I.adult_present))


@rule(
    title="讯问笔录的时间、地点、人员等有误或矛盾", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 95, item=1), cite("spc2012", 82, item=1)], consequence=DEFECT, rows=("spc2021-95-1",),
    cure="由讯问人说明并以提讯登记、录音录像等客观材料印证后补正",
)  # fmt: skip
def particulars() -> When:
    """讯问笔录填写的时间、地点、讯问人、记录人、法定代理人等有误或者存在矛盾的，是瑕疵。"""
    return when(AGAINST_CONFESSION & interrogation(I.particulars_wrong))


@rule(
    routine=True, title="讯问人没有签名", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 95, item=2), cite("spc2012", 82, item=2), cite("cpl", 122)], consequence=DEFECT,
    rows=("spc2021-95-2",), cure="由讯问人补签并说明，以录音录像等印证确系其讯问",
)  # fmt: skip
def officers_unsigned() -> When:
    """讯问笔录没有讯问人签名的，是瑕疵。"""
    return when(AGAINST_CONFESSION, interrogation(~I.officers_signed))


@rule(
    routine=True, title="首次讯问笔录没有记录告知权利", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 95, item=3), cite("spc2012", 82, item=3), cite("cpl", 120, 2)],
    consequence=DEFECT, rows=("spc2021-95-3", "cpl-120-1"), cure="提交当时的权利告知书或者录音录像证明已经告知",
)  # fmt: skip
def rights_unrecorded() -> When:
    """首次讯问笔录没有记录告知被讯问人有关权利和法律规定的，是瑕疵。"""
    return when(AGAINST_CONFESSION & interrogation(I.first), interrogation(~I.rights_recorded))


@rule(
    title="引诱、欺骗取证", stratum=2, about=Item, effect=Effect.NOTE, concept="truth_doubt",
    sources=[cite("cpl", 52)], interpretation=("inducement", "truth_doubt"),
    basis=ConsequenceBasis.WORKFLOW, consequence="列为真实性疑点和程序违法，由人判断；不自动排除", rows=("cpl-52-1",),
    cure="核对该细节此前是否已为侦查机关掌握，审查录音录像中的发问方式",
)  # fmt: skip
def inducement() -> When:
    """以引诱、欺骗方法收集供述为法律所禁止；排除清单没有列举，软件列为疑点，交人判断。"""
    return when(AGAINST_CONFESSION & interrogation(I.inducement))


@rule(
    title="引诱、欺骗取证（应予排除说）", stratum=2, about=Item, effect=Effect.GROUND,
    sources=[cite("jcf2024", 36, 3), cite("jcf2024", 43, 2), cite("cpl", 52)], interpretation=("inducement", "exclude"),
    basis=ConsequenceBasis.WORKFLOW, consequence="按机构选用的口径列为应当排除的理由，由人裁定；刑诉法的排除清单没有列举", rows=("cpl-52-1",),
    cure="审查录音录像中的发问方式；由有权的人裁定是否排除并写明理由",
)  # fmt: skip
def inducement_excluded() -> When:
    """按应予排除的口径，以引诱、欺骗使人违背意愿作出的供述，列为应当排除的理由，由人裁定。"""
    return when(AGAINST_CONFESSION & interrogation(I.inducement), interrogation(AGAINST_WILL))


@rule(
    title="庭前供述反复、庭审不供认且无印证", stratum=4, about=Item, effect=Effect.NOT_BASIS, concept="retracted", stages=TRIAL,
    sources=[cite("spc2021", 96, 3), cite("spc2012", 83, 3)], consequence="不得采信其庭前供述", rows=("spc2021-96-2",),
    cure="补充与庭前供述相互印证的其他来源的证据",
)  # fmt: skip
def wavering_uncorroborated() -> When:
    """庭前供述和辩解存在反复，庭审中不供认，又没有其他证据与庭前供述印证的，不得采信其庭前供述。"""
    waver = at(ITEM_SPEAKER, all_of(Accused.pretrial_unstable, ~Accused.confesses_in_court))
    return when(AGAINST_CONFESSION & Item.admits & waver, ~CORROBORATED)


@rule(
    routine=True, title="监察案件的讯问应当全程录音录像", stratum=2, about=Item, effect=Effect.DUTY, concept="recording_duty",
    sources=[cite("jcf2024", 44, 2), cite("jcf2018", 41, 2)], consequence="监察机关讯问应当全程录音录像，留存备查",
    basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW, rows=("jcf2024-44-1",), cure="商请监察机关移送或者调取该次讯问的录音录像",
)  # fmt: skip
def supervision_recording() -> When:
    """监察机关进行讯问，应当对全过程录音录像，留存备查。"""
    return when(
        AGAINST_CONFESSION & in_case("item", Case.investigating_body.equals("supervision")),
        interrogation(any_of(~I.recorded, ~I.recording_complete)),
    )
