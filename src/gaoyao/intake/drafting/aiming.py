"""Which fact an item is said to prove: by the words of the sentence and the kind of paper; no word, no particular fact.

The order of the rules is the order of how much their words decide.  What proves none of the facts charged
(how he was caught, former convictions) is linked with none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gaoyao.intake.drafting.accusing import Accusation, Point

_OUTSIDE = re.compile(
    r"到案|归案|抓获|投案|自首|前科|累犯|刑满释放|刑事判决|刑事裁定|曾因|释放证明|谅解|赔偿|退赃|退赔|认罪认罚|立功|受案|立案|强制措施|羁押|拘留证|逮捕证|认罪态度|社会调查|悔罪"
)
_AGE = re.compile(
    r"户籍|常住人口|出生|年龄|周岁|刑事责任能力人?|身份情况|身份信息|自然情况|基本情况|人口信息|身份证明|主体身份"
)
_OFFICE = re.compile(r"任职|职务|国家工作人员|任命|任免|主体资格")
_DEATH = re.compile(r"死亡|死因|尸体|窒息|失血|致死")
_INJURY = re.compile(r"轻微伤|轻伤|重伤|伤残|损伤程度|伤情|骨折")
_VALUE = re.compile(r"价格|价值|认定价|总价|净重|含量|称量|转账|流水|数额|金额|损失|账目|审计")
_SAME = re.compile(r"DNA|STR|指纹|足迹|血迹|精斑|生物检材|同一|所留|比对|辨认出|指认|声纹")
_CORPSE = re.compile(
    r"(?:死者|无名尸体?|尸体)(?:的|经[^，。]{0,8})?(?:系|为|身份)(?![^，。]{0,20}(?:死亡|致死))|亲缘|身源"
)
_TOOL = re.compile(r"作案工具|凶器|作案用|刀|棍|钢管|斧|锤|枪")
_TAKEN = re.compile(r"扣押|提取|查获|搜查|起获|缴获|物证|辨认")
_MIND = re.compile(r"明知|预谋|商量|商议|事先|共谋|目的是|故意|为了|动机|起因|纠纷|矛盾")
_DEED = re.compile(
    r"抢|偷|盗|窃|捅|刺|砍|打|殴|杀|骗|贩|卖|运输|持(?!有?的?(?:手机|电话|号|\d))|实施|作案|参与|强奸|猥亵|放火|纵火|绑|收受|驾驶|开设|纠集|跑出|逃离|进入|出现在|组织|购买|交易|收取|付给|推走|骑走|开走|拿走|搬走|从[^，。]{1,14}(?:离开|出来|走出)|供认|供述|承认"
)


_PROCESS = re.compile(
    r"说明|搜查证|拘留证|逮捕证|指认|工作(?:情况|记录)|查询|信息(?:表|单)?$|通知书|决定书|告知书|聘请|委托|资格|资质|许可|录音录像|同步|接警|报警|报案|案件来源|查获经过|破案|协议|合格证|处罚|裁定|判决|记录表|登记表|登记保存|调取|证据保全|清单$(?<!扣押清单)(?<!物品清单)"
    r"|尿(?:液|样|检)|吸毒|成瘾|血(?:液|醇|样)|乙醇|酒精|^照片|^相关|^有关"
)
_BARE = (
    (re.compile(r"供述|供认|供词|辩解"), ("identity", "act", "crime_exists")), (re.compile(r"证言|证词|陈述"), ("crime_exists",)), (re.compile(r"户籍|常住人口|人口(?:基本)?信息|身份证明|出生证明"), ("age", "capacity")),
    (re.compile(r"损伤程度|伤情鉴定|人体损伤|伤残"), ("result",)), (re.compile(r"价格|价值|估价|称量|称重|过磅"), ("quantity",)), (re.compile(r"尸体|尸检|死亡|死因"), ("result", "crime_exists")),
    (re.compile(r"勘验|勘查|现场(?:图|照片|方位)|搜查|扣押(?:笔录|清单|物品)|毒品(?:检验|鉴定)|理化检验|检出[^。]{0,16}(?:成分|甲基苯丙胺|海洛因|氯胺酮)|监控|录像|视频|交通事故认定|事故责任认定"), ("crime_exists", "quantity")),
)  # fmt: skip
"""What a bare title in a list tells; a title that stands here for nothing is linked with nothing."""


def roles(title: str, said: str) -> tuple[str, ...]:
    """Codes of Fact.role an item is said to speak to, the most particular first; () where none of a charge."""
    both = title + said
    if not said:
        return (
            ()
            if _OUTSIDE.search(title) or (_PROCESS.search(title) and not _AGE.search(title))
            else next((chosen for pattern, chosen in _BARE if pattern.search(title)), ())
        )
    if (
        _OUTSIDE.search(title)
        or re.search(r"说明$|工作(?:情况|记录)$", title)
        or (said and _OUTSIDE.search(said) and not _DEED.search(_OUTSIDE.sub("", said)))
    ):
        return ()
    rules = (
        (_AGE.search(both) is not None and not _DEED.search(said), ("age", "subject", "capacity")), (_OFFICE.search(both) is not None, ("subject",)), (_CORPSE.search(both) is not None, ("victim_identity", "crime_exists")),
        (_INJURY.search(both) is not None, ("result", "crime_exists")), (_DEATH.search(both) is not None and "证言" not in title, ("result", "crime_exists", "causation")),
        (_VALUE.search(both) is not None and "证言" not in title and "供述" not in title and "陈述" not in title, ("quantity", "result")), (_SAME.search(both) is not None, ("identity", "act")),
        (_TOOL.search(both) is not None and _TAKEN.search(title) is not None, ("tool", "crime_exists")), (_MIND.search(said) is not None and not _DEED.search(said), ("intent",)),
        (bool(re.search(r"供述|供认|辩解", title)) or _DEED.search(said) is not None, ("identity", "act", "crime_exists")),
    )  # fmt: skip
    return next(
        (chosen for met, chosen in rules if met),
        ("crime_exists", "quantity") if _TAKEN.search(title) else ("crime_exists",),
    )


def points_for(made: Accusation, title: str, said: str, incidents: Sequence[int], kind: str) -> list[Point]:
    """The facts meant: of the first role that the charge knows and that such evidence usually proves; personal ones only
    of the accused who are named (or of the only one).  Of several charges of one incident each has its own.
    `kind`: a code of Item.type."""
    wanted = roles(title, said)
    out: list[Point] = []
    for number in incidents:
        here = [point for point in made.points if point.incident == number]
        people = made.named.get(number, [])
        named = _meant(title, said, people)
        for role in wanted:
            own = [
                point
                for point in here
                if point.role == role
                and (not point.name or point.name in named)
                and _usual(point, kind, title, said)
            ]
            if own:
                out += own
                break
    return out


_SPOKEN = frozenset(("witness", "victim"))


def _usual(point: Point, kind: str, title: str, said: str) -> bool:
    """Is it a kind of evidence that usually proves such a fact?  Asked where no words say what is proved, and always where
    they say no more than that something happened.  Where a victim usually tells of it and the scene shows it, so may a
    witness; of what happens between two people a witness need not know."""
    if (
        not point.evidence
        or kind == "confession"
        or (kind == "expert" and point.role == "quantity")
        or (said and point.role != "crime_exists")
    ):
        return True
    if kind == "audio_video" and point.role == "quantity":
        return kind in point.evidence and bool(re.search(r"搜查|扣押|称量|称重", title))
    others = kind in _SPOKEN and not _SPOKEN.isdisjoint(point.evidence) and "scene" in point.evidence
    return kind in point.evidence or others


def every_incident(title: str, said: str) -> bool:
    """Does the item concern the person and not one incident (age, office)?"""
    return roles(title, said)[:1] in (("age",), ("subject",))


_OWN = re.compile(
    r"^(?:原审)?(?:各|全案|二|两|三|四|五|诸)?(?:名)?(?:被告人|上诉人|犯罪嫌疑人)?(?:的|们的)?(?:当庭|庭前|庭审|在侦查阶段|在公安机关|自愿认罪)?(?:的)?(?:供述|供认|供词|辩解)"
)


def _meant(title: str, said: str, people: Sequence[str]) -> list[str]:
    """The accused whose deed is meant: who is named; else the only one, unless a statement is another person's."""
    named = [name for name in people if name in title or name in said]
    if (
        re.search(r"供述|供认|供词", title)
        and not any(name in title for name in people)
        and not _OWN.search(title)
    ):
        return [name for name in people if name in said]
    return named or (list(people) if len(people) == 1 else [])
