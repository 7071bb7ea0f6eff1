"""Views: which value counts, what is in conflict, and who sees what.  虚构材料。"""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Absent, Address, Amount, Basis, DossierError, Span, Value
from gaoyao.dossier.schema import KINDS, Part
from gaoyao.dossier.view import Live, Role, View, readable
from gaoyao.dossier.vocabulary import Case, Conflict, Interrogation, Item
from gaoyao.logic.truth import Why
from tests.dossier.logs import DEFENCE, INNER, Put, begin, declare_all, logs, puts, small, write

READ, STATED, CONFIRMED, RULED = Basis.READ, Basis.STATED, Basis.CONFIRMED, Basis.RULED
SILENT, UNRESOLVED = Absent(Why.FILE_SILENT, "通阅全卷"), Absent(Why.UNRESOLVED, "已函询，无回复")
PLACE = Address("案件.yaml", 3)

LIVE: list[tuple[str, str, list[tuple[Value, Basis]], Why, Value | None]] = [
    # 情形, 字段, 依次录入的值和依据, 结果, 值
    ("只有一个值", "item.shown", [(True, STATED)], Why.KNOWN, True),
    ("两人录入相同", "item.shown", [(True, STATED), (True, STATED)], Why.KNOWN, True),
    ("两人录入不同：说法冲突", "item.shown", [(True, STATED), (False, STATED)], Why.CONFLICTING, None),
    ("三人中两人相同仍是说法冲突", "item.shown", [(True, STATED), (False, STATED), (True, STATED)], Why.CONFLICTING, None),
    ("人员录入高于机器读取", "item.shown", [(True, STATED), (False, READ)], Why.KNOWN, True),
    ("后来的机器读取不能推翻人员录入", "item.shown", [(False, STATED), (True, READ)], Why.KNOWN, False),
    ("人员确认了结冲突", "item.shown", [(True, STATED), (False, STATED), (False, CONFIRMED)], Why.KNOWN, False),
    ("裁定高于确认", "item.verified", [(True, CONFIRMED), (False, RULED)], Why.KNOWN, False),
    ("两次裁定不同：说法冲突", "item.verified", [(True, RULED), (False, RULED), (True, CONFIRMED)], Why.CONFLICTING, None),
    ("机器说卷内无记载，人员录入了值", "item.shown", [(SILENT, READ), (True, STATED)], Why.KNOWN, True),
    ("机器读出了值，人员说卷内无记载", "item.shown", [(True, READ), (SILENT, STATED)], Why.FILE_SILENT, None),
    ("一人有值、一人说卷内无记载：说法冲突", "item.shown", [(True, STATED), (SILENT, STATED)], Why.CONFLICTING, None),
    ("卷内无记载与查而不明是两回事", "item.shown", [(SILENT, STATED), (UNRESOLVED, STATED)], Why.CONFLICTING, None),
    ("查而不明，理由写法不同仍相同", "item.shown", [(UNRESOLVED, STATED), (Absent(Why.UNRESOLVED, "无从查起"), STATED)], Why.UNRESOLVED, None),
    ("数量相同、写法不同", "case.unread_pages", [(Amount(2, 2, "2页"), STATED), (Amount(2, 2, "两页"), STATED)], Why.KNOWN, Amount(2, 2, "2页")),
    ("数量区间不同", "case.unread_pages", [(Amount(2, 2, "2页"), STATED), (Amount(2, 3, "两三页"), STATED)], Why.CONFLICTING, None),
    ("时间相同、写法不同", "item.happened", [(Span(0, 9, "某日"), STATED), (Span(0, 9, "该日"), STATED)], Why.KNOWN, Span(0, 9, "某日")),
    ("引用的次序不算不同", "conflict.items", [(("E1", "E2"), STATED), (("E2", "E1"), STATED)], Why.KNOWN, ("E1", "E2")),
    ("引用的对象不同", "conflict.items", [(("E1",), STATED), (("E1", "E2"), STATED)], Why.CONFLICTING, None),
    ("选项不同", "item.type", [("physical", STATED), ("documentary", STATED)], Why.CONFLICTING, None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "path", "said", "why", "value"), LIVE, ids=[row[0] for row in LIVE])
def test_依据最高的值算数_同级不同的是说法冲突(
    case: str, path: str, said: list[tuple[Value, Basis]], why: Why, value: Value | None
) -> None:
    kind, name = path.split(".")
    log, subject = small(), {"item": "E1", "case": "C", "conflict": "X"}[kind]
    with begin(log) as tx:
        old = next((r.id for r in log.assertions() if r.subject == "E1" and r.field == name), None)
        if old:
            tx.retract(old, "重新录入")
        tx.declare("conflict", "X")
    for each, basis in said:
        with begin(log) as tx:
            tx.put(kind, subject, name, each, basis, PLACE)
    live = View(log, [MAIN]).live(KINDS[kind].fields[name], subject)
    assert (live.why, live.value) == (why, value), case


def test_说法冲突时两处出处都在() -> None:
    log = small()
    with begin(log) as tx:
        tx.put("item", "E1", "shown", False, address=Address("庭审.yaml", 8, "卷5第9页"))
    live = View(log, [MAIN]).live(Item.shown, "E1")
    assert {record.address.page for record in live.assertions} == {"卷5第3页", "卷5第9页"}


def test_确认机器读取的值_原来的出处也在() -> None:
    log = small()
    with begin(log) as tx:
        tx.put("item", "E2", "shown", True, READ, Address(page="卷5第4页"))
        tx.put("item", "E2", "shown", True, CONFIRMED)
        tx.put("item", "E2", "shown", False, READ, Address(page="卷5第8页"))
    live = View(log, [MAIN]).live(Item.shown, "E2")
    assert (live.value, live.basis) == (True, CONFIRMED)
    assert [(record.basis, record.address.page) for record in live.assertions] == [
        (CONFIRMED, ""),
        (READ, "卷5第4页"),
    ]


def test_没有录入与录入了没有是两回事() -> None:
    log = small()
    with begin(log) as tx:
        tx.put("item", "E2", "shown", SILENT)
    view = View(log, [MAIN])
    assert view.live(Item.shown, "E2").why is Why.FILE_SILENT
    assert view.live(Item.shown, "E2").note == "通阅全卷"
    assert view.live(Item.verified, "E2").why is Why.NOT_ENTERED
    assert view.live(Item.verified, "E2").assertions == ()


def test_撤回再录入就是改正() -> None:
    log = small()
    old = next(record.id for record in log.assertions() if record.field == "shown")
    with begin(log) as tx:
        tx.retract(old, "看错了页")
        tx.put("item", "E1", "shown", False)
    live = View(log, [MAIN]).live(Item.shown, "E1")
    assert (live.value, len(live.assertions)) == (False, 1)


def test_撤回登记_对象和下级都不在了_重新登记就都回来() -> None:
    log = small()
    with begin(log) as tx:
        tx.put("interrogation", "E1.讯问", "recorded", True)
    declared = next(r.id for r in log.assertions() if r.subject == "E1" and r.field == "@")
    with begin(log) as tx:
        tx.retract(declared, "误列")
    view = View(log, [MAIN])
    assert view.subjects("item") == ["E2"]
    assert view.subjects("interrogation") == []
    assert view.live(Interrogation.recorded, "E1.讯问").why is Why.NOT_ENTERED
    assert "E1" not in {subject for column in view.cells.values() for subject in column}
    with begin(log) as tx:
        tx.declare("item", "E1")
    view = View(log, [MAIN])
    assert view.subjects("item") == ["E2", "E1"]
    assert view.live(Interrogation.recorded, "E1.讯问").value is True


def test_对象按登记的次序_下级属于上级() -> None:
    view = View(small(), [MAIN])
    assert view.subjects("item") == ["E1", "E2"]
    assert view.index("item") == {"E1": 0, "E2": 1}
    assert view.children("interrogation", "E1") == ["E1.讯问"]
    assert (view.kind("E1.讯问"), view.parent("E1.讯问")) == ("interrogation", "E1")
    assert (view.kind("没有"), view.parent("没有"), view.exists("没有")) == ("", "", False)


def test_辩护材料可以补充正卷的证据_也可以与正卷冲突() -> None:
    log = small()
    with begin(log, DEFENCE) as tx:
        tx.put("item", "E1", "shown", False)
        tx.put("item", "E2", "favourable", True)
    court, defence = View(log, readable("judge")), View(log, readable("defender", "D1"))
    assert court.live(Item.shown, "E1").value is True
    assert court.live(Item.favourable, "E2").why is Why.NOT_ENTERED
    assert defence.live(Item.shown, "E1").why is Why.CONFLICTING
    assert defence.live(Item.favourable, "E2").value is True


def test_撤回只对本部分有效() -> None:
    """辩护材料里同样的话被撤回，正卷的话不受影响。"""
    log = small()
    with begin(log, DEFENCE) as tx:
        said = tx.put("item", "E1", "shown", True)
    with begin(log, DEFENCE) as tx:
        tx.retract(said, "不再主张")
    assert View(log, readable("defender", "D1")).live(Item.shown, "E1").value is True


def test_同一编号两个部分各作一物_以正卷为准并且说明() -> None:
    log = small()
    with begin(log, DEFENCE) as tx:
        tx.declare("fact", "N1")
        tx.put("fact", "N1", "text", "辩方的事实")
    with begin(log) as tx:
        tx.declare("item", "N1")
        tx.put("item", "N1", "title", "正卷的证据")
    view = View(log, readable("defender", "D1"))
    assert view.kind("N1") == "item"
    assert view.subjects("fact") == ["F1"]
    assert "fact.text" not in view.cells
    assert len(view.clashes) == 1
    assert "N1" in view.clashes[0]
    assert View(log, [MAIN]).clashes == ()


ROLES: list[tuple[str, Role, str, set[PartKey]]] = [
    ("法官读正卷和副卷", Role.JUDGE, "", {MAIN, INNER}),
    ("审判长同", Role.PRESIDING_JUDGE, "", {MAIN, INNER}),
    ("书记员同", Role.CLERK, "", {MAIN, INNER}),
    ("人民陪审员参加评议，同", Role.LAY_ASSESSOR, "", {MAIN, INNER}),
    ("审判委员会委员讨论案件，同", Role.COMMITTEE_MEMBER, "", {MAIN, INNER}),
    ("检察人员读正卷和检察内卷", Role.PROSECUTOR, "", {MAIN, (Part.PROCURATORATE_INNER, "")}),
    ("辩护人读正卷和自己的材料", Role.DEFENDER, "D1", {MAIN, DEFENCE}),
    ("评查人员读正卷", Role.REVIEWER, "", {MAIN}),
    ("管理员不读案件内容", Role.ADMINISTRATOR, "", set()),
]


@pytest.mark.parametrize(("case", "role", "owner", "parts"), ROLES, ids=[row[0] for row in ROLES])
def test_各人能读的部分(case: str, role: Role, owner: str, parts: set[PartKey]) -> None:
    assert readable(role, owner) == parts, case
    assert readable(role.value, owner) == parts
    assert (Part.INTERFERENCE, "") not in readable(role, owner)


@pytest.mark.parametrize(("role", "owner", "words"), [
    ("root", "", "没有“root”这个角色"), ("defender", "", "要写明是哪一方"), ("judge", "D1", "不能读取辩护材料"),
])  # fmt: skip
def test_没有的角色_没有归属的辩护人被拒绝(role: str, owner: str, words: str) -> None:
    with pytest.raises(DossierError, match=words):
        readable(role, owner)


# ---------------------------------------------------------------- properties


def shown(view: View) -> dict[tuple[str, str], tuple[object, ...]]:
    """What a view says, without the ids of the records."""
    return {
        (path, subject): (
            live.value if live.value is None or live.why is not Why.KNOWN else _content(live),
            live.why,
            live.basis,
        )
        for path, column in view.cells.items()
        for subject, live in column.items()
    }


def _content(live: Live) -> object:
    match live.value:
        case Amount(low, high, _) | Span(low, high, _):
            return (low, high)
        case tuple():
            return tuple(sorted(live.value))
    return live.value


def _log_of(given: list[Put]) -> Log:
    log = Log()
    with begin(log) as tx:
        declare_all(tx)
    with begin(log) as tx:
        write(tx, given)
    return log


@given(st.data(), puts())
def test_同一次修改里录入的先后不影响结果(data: st.DataObject, given_: list[Put]) -> None:
    shuffled = data.draw(st.permutations(given_))
    assert shown(View(_log_of(given_), [MAIN])) == shown(View(_log_of(shuffled), [MAIN]))


@given(puts(), puts())
def test_撤回全部再录入等于只录入后来的(before: list[Put], after: list[Put]) -> None:
    log = _log_of(before)
    with begin(log) as tx:
        for record in log.assertions():
            if record.field != "@":
                tx.retract(record.id, "重录")
        write(tx, after)
    assert shown(View(log, [MAIN])) == shown(View(_log_of(after), [MAIN]))


@given(logs(), st.permutations([MAIN, INNER, DEFENCE]))
def test_合并各部分与次序无关(log: Log, order: list[PartKey]) -> None:
    view, other = View(log, [MAIN, INNER, DEFENCE]), View(log, order)
    assert shown(view) == shown(other)
    assert [view.subjects(kind) for kind in KINDS] == [other.subjects(kind) for kind in KINDS]


@given(logs())
def test_两个人先后合入与合在一次里一样(log: Log) -> None:
    """每个部分的全部未撤回的录入，合写成一次修改，结果相同。"""
    records = [r for r in log.assertions([MAIN]) if not r.retracts and r.id not in log.chain(*MAIN).dead]
    once = Log()
    with begin(once) as tx:
        for record in records:
            if record.field == "@" and (
                not record.value or tx.declared(KINDS[record.kind].parent, str(record.value))
            ):
                tx.declare(record.kind, record.subject, str(record.value))
        for record in records:
            if record.field != "@" and tx.declared(record.kind, record.subject):
                named = record.value if type(record.value) is tuple else (record.value,)
                field = KINDS[record.kind].fields[record.field]
                if (
                    not field.target
                    or isinstance(record.value, Absent)
                    or all(
                        any(tx.declared(kind, str(name)) for kind in field.target.split("|"))
                        for name in named
                    )
                ):
                    tx.put(record.kind, record.subject, record.field, record.value, record.basis)
    assume(len(once.assertions()) == len(records))
    assert shown(View(once, [MAIN])) == shown(View(log, [MAIN]))


@given(logs())
@settings(max_examples=60)
def test_别的部分的内容不会出现在视图里(log: Log) -> None:
    """在副卷和辩护材料里埋下暗记，只读正卷的人看到的任何内容里都没有它。"""
    planted = "暗记七三一"
    for key in (INNER, DEFENCE):
        with begin(log, key) as tx:
            tx.declare("doubt", f"{planted}-{key[0]}")
            tx.put("doubt", f"{planted}-{key[0]}", "about", planted)
            tx.put("item", "E2", "title", planted, RULED, Address(planted, 3, planted, planted), note=planted)
            tx.put("case", "C", "homicide", Absent(Why.UNRESOLVED, planted), RULED)
    view = View(log, readable("reviewer"))
    everything = [view.cells, view.clashes, view.parts, [view.subjects(kind) for kind in KINDS]]
    assert planted not in repr(everything)
    assert planted in repr(View(log, readable("judge")).cells)
    assert shown(view) == shown(View(log.until({MAIN: len(log.chain(*MAIN).revisions)}), [MAIN]))


@given(logs())
def test_每个单元格与逐条核算的一样(log: Log) -> None:
    """直接按定义逐格核算：未撤回的、对象存在的、依据最高的。"""
    parts = [MAIN, DEFENCE]
    view = View(log, parts)
    dead = {r.retracts for key in parts for r in log.assertions([key]) if r.retracts}
    alive = [r for key in parts for r in log.assertions([key]) if not r.retracts and r.id not in dead]
    declared = {r.subject: str(r.value) for r in alive if r.field == "@"}
    standing = {s for s, parent in declared.items() if not parent or parent in declared}
    assert standing == {subject for kind in KINDS for subject in view.subjects(kind)}
    cells = {(r.kind, r.field, r.subject) for r in alive if r.field != "@" and r.subject in standing}
    assert cells == {(*path.split("."), subject) for path, column in view.cells.items() for subject in column}
    for kind, field, subject in cells:
        said = [r for r in alive if (r.kind, r.field, r.subject) == (kind, field, subject)]
        top = [r for r in said if r.basis == max(s.basis for s in said)]
        live = view.cells[f"{kind}.{field}"][subject]
        assert live.basis == top[0].basis
        assert set(live.assertions) <= set(said)
        assert {r.id for r in top} <= {r.id for r in live.assertions} or live.why is not Why.CONFLICTING
        if len({repr(_bare(r.value)) for r in top}) == 1:
            assert live.why is not Why.CONFLICTING
        else:
            assert live.why is Why.CONFLICTING


def _bare(value: Value) -> object:
    match value:
        case Amount(low, high, _) | Span(low, high, _):
            return (float(low), float(high))
        case Absent(why, _):
            return why
        case tuple():
            return sorted(value)
    return value


def test_没有一个部分_什么也看不到() -> None:
    view = View(small(), readable("administrator"))
    assert view.cells == {}
    assert view.subjects("item") == []
    assert view.live(Case.title, "C").why is Why.NOT_ENTERED
    assert view.live(Conflict.items, "X").assertions == ()
