"""Which fact an item is said to prove: by the words of the sentence and the kind of paper; no word, no particular fact.

The order of the rules is the order of how much their words decide.  What proves none of the facts charged
(how he was caught, former convictions) is linked with none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gaoyao.intake.drafting.accusing import Accusation, Point

_OUTSIDE = re.compile(r"到案|归案|抓获|投案|自首|前科|累犯|刑满释放|刑事判决|刑事裁定|曾因|释放证明|谅解|赔偿|退赃|退赔|认罪认罚|立功|受案|立案|强制措施|羁押|拘留证|逮捕证|认罪态度|社会调查|悔罪")
_AGE = re.compile(r"户籍|常住人口|出生|年龄|周岁|刑事责任能力人?|身份情况|身份信息|自然情况|基本情况|人口信息|身份证明|主体身份")
_OFFICE = re.compile(r"任职|职务|国家工作人员|任命|任免|主体资格")
_DEATH = re.compile(r"死亡|死因|尸体|窒息|失血|致死")
_INJURY = re.compile(r"轻微伤|轻伤|重伤|伤残|损伤程度|伤情|骨折")
_VALUE = re.compile(r"价格|价值|认定价|总价|净重|含量|称量|转账|流水|数额|金额|损失|账目|审计")
_SAME = re.compile(r"DNA|STR|指纹|足迹|血迹|精斑|生物检材|同一|所留|比对|辨认出|指认|声纹")
_CORPSE = re.compile(r"(?:死者|无名尸体?|尸体)(?:的|经[^，。]{0,8})?(?:系|为|身份)(?![^，。]{0,20}(?:死亡|致死))|亲缘|身源")
_TOOL = re.compile(r"作案工具|凶器|作案用|刀|棍|钢管|斧|锤|枪")
_TAKEN = re.compile(r"扣押|提取|查获|搜查|起获|缴获|物证|辨认")
_MIND = re.compile(r"明知|预谋|商量|商议|事先|共谋|目的是|故意|为了|动机|起因|纠纷|矛盾")
_DEED = re.compile(r"抢|偷|盗|窃|捅|刺|砍|打|殴|杀|骗|贩|卖|运输|持|实施|作案|参与|强奸|猥亵|放火|纵火|绑|收受|驾驶|开设|纠集|跑出|逃离|进入|出现在|组织|推走|骑走|开走|拿走|搬走|供认|供述|承认")


def roles(title: str, said: str) -> tuple[str, ...]:
    """Codes of Fact.role an item is said to speak to, the most particular first; () where none of a charge."""
    both = title + said
    if _OUTSIDE.search(title) or (said and _OUTSIDE.search(said) and not _DEED.search(_OUTSIDE.sub("", said))):
        return ()
    rules = (
        (_AGE.search(both) is not None and not _DEED.search(said), ("age", "subject", "capacity")), (_OFFICE.search(both) is not None, ("subject",)), (_CORPSE.search(both) is not None, ("victim_identity", "crime_exists")),
        (_INJURY.search(both) is not None, ("result", "crime_exists")), (_DEATH.search(both) is not None and "证言" not in title, ("crime_exists", "result", "causation")),
        (_VALUE.search(both) is not None and "证言" not in title and "供述" not in title and "陈述" not in title, ("quantity", "result", "crime_exists")), (_SAME.search(both) is not None, ("identity", "act")),
        (_TOOL.search(both) is not None and _TAKEN.search(title) is not None, ("tool", "crime_exists")), (_MIND.search(said) is not None and not _DEED.search(said), ("intent",)),
        (bool(re.search(r"供述|供认|辩解", title)) or _DEED.search(said) is not None, ("identity", "act", "crime_exists")),
    )  # fmt: skip
    return next((chosen for met, chosen in rules if met), ("crime_exists",))


def points_for(made: Accusation, title: str, said: str, incidents: Sequence[int]) -> list[Point]:
    """The facts meant: of the first role that the charge knows; personal ones only of the accused who are named (or of
    the only one).  Of several charges of one incident each has its own."""
    wanted = roles(title, said)
    out: list[Point] = []
    for number in incidents:
        here = [point for point in made.points if point.incident == number]
        people = made.named.get(number, [])
        named = [name for name in people if name in said or name in title] or (people if len(people) == 1 else [])
        for role in wanted:
            own = [point for point in here if point.role == role and (not point.name or point.name in named)]
            if own:
                out += own
                break
        else:
            if wanted and wanted[0] not in ("age", "subject", "intent", "quantity"):
                out += [point for point in here if point.role == "crime_exists"]
    return out


def every_incident(title: str, said: str) -> bool:
    """Does the item concern the person and not one incident (age, office)?"""
    return roles(title, said)[:1] in (("age",), ("subject",))
