"""The hash chain and the raw export: every change, removal and reordering is found.  虚构材料。"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoyao.dossier.chain import MAIN, Chain
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Absent, Address, Amount, Basis, DossierError, Span
from gaoyao.dossier.raw import load
from gaoyao.dossier.wire import COLUMNS, assertion_line, canonical
from gaoyao.logic.truth import Why
from tests.dossier.logs import DEFENCE, INNER, begin, logs, small


def three() -> Log:
    """正卷三次修改，辩护材料一次。"""
    log = small()
    with begin(log) as tx:
        tx.put("item", "E1", "verified", True, Basis.CONFIRMED, note="评议后确认")
        tx.put("case", "C", "unread_pages", Amount(2, float("inf"), "两页以上"))
        tx.put("item", "E2", "happened", Span(0, 1439, "1970-01-01"))
        tx.put("item", "E2", "disputed", Absent(Why.UNRESOLVED, "双方均未表态"))
    with begin(log, DEFENCE) as tx:
        tx.put(
            "item",
            "E1",
            "favourable",
            True,
            Basis.READ,
            Address("", 0, "卷1第2页", "原文", "ab" * 32, (1, 2, 3, 4), 5, 9),
            0.5,
        )
    with begin(log) as tx:
        tx.retract("main:2:1", "评议尚未进行")
    return log


def _swap(chain: Chain, a: int, b: int) -> None:
    rows = chain.records[0]
    rows[a], rows[b] = rows[b], rows[a]


TAMPERED: list[tuple[str, Callable[[Chain], object]]] = [
    ("改一个值", lambda c: c.records[1].__setitem__(0, c.records[1][0]._replace(value=False))),
    ("改依据", lambda c: c.records[1].__setitem__(0, c.records[1][0]._replace(basis=Basis.RULED))),
    ("改出处的页码", lambda c: c.records[0].__setitem__(9, c.records[0][9]._replace(address=Address("案件.yaml", 14, "卷9")))),
    ("改说明", lambda c: c.records[1].__setitem__(0, c.records[1][0]._replace(note=""))),
    ("换一个对象", lambda c: c.records[1].__setitem__(0, c.records[1][0]._replace(subject="E2"))),
    ("改撤回的对象", lambda c: c.records[2].__setitem__(0, c.records[2][0]._replace(retracts="main:1:10"))),
    ("改记录的编号", lambda c: c.records[1].__setitem__(0, c.records[1][0]._replace(id="main:2:7"))),
    ("改记录所属的部分", lambda c: c.records[1].__setitem__(0, c.records[1][0]._replace(part_owner="D1"))),
    ("写进不成样子的值", lambda c: c.records[1].__setitem__(0, c.records[1][0]._replace(value=object()))),
    ("删去一条", lambda c: c.records[0].pop(3)),
    ("删去最后一条", lambda c: c.records[0].pop()),
    ("添加一条", lambda c: c.records[0].append(c.records[0][-1]._replace(id="main:1:11", value=False))),
    ("调换两条", lambda c: _swap(c, 8, 9)),
    ("调换两条并改编号", lambda c: (_swap(c, 8, 9), c.records[0].__setitem__(8, c.records[0][8]._replace(id="main:1:9")),
                              c.records[0].__setitem__(9, c.records[0][9]._replace(id="main:1:10")))),
    ("删去一次修改", lambda c: (c.revisions.pop(1), c.records.pop(1))),
    ("只删去修改的说明", lambda c: c.revisions.pop()),
    ("删去最后一次修改", lambda c: (c.revisions.pop(), c.records.pop())),
    ("调换两次修改", lambda c: (c.revisions.reverse(), c.records.reverse())),
]  # fmt: skip


@pytest.mark.parametrize(("case", "tamper"), TAMPERED, ids=[row[0] for row in TAMPERED])
def test_改动_删去_添加_调换都查得出来(case: str, tamper: Callable[[Chain], object]) -> None:
    log = three()
    assert log.verify() == []
    tamper(log.chain(*MAIN))
    assert log.verify(), case


@pytest.mark.parametrize(
    "name", ["actor", "action", "reason", "at", "previous_hash", "hash", "number", "part_owner"]
)
def test_修改的说明改动一项就查得出来(name: str) -> None:
    log = three()
    revision = log.chain(*MAIN).revisions[1]
    changed = 9 if name == "number" else "9" * 64
    log.chain(*MAIN).revisions[1] = type(revision)(**{**_fields(revision), name: changed})
    assert any("第2次修改" in problem for problem in log.verify())


def _fields(revision: object) -> dict[str, object]:
    return {name: getattr(revision, name) for name in revision.__dataclass_fields__}


def test_截去末尾要与另存的校验值比较才查得出来() -> None:
    log = three()
    kept = log.heads
    shorter = log.until({MAIN: 2, DEFENCE: 1})
    assert shorter.verify() == []
    assert shorter.verify(kept) == ["正卷：应当有 3 次修改，只有 2 次；最后的修改被删去"]
    longer = three()
    with begin(longer) as tx:
        tx.put("item", "E1", "disputed", True)
    assert longer.verify(kept) == []


def test_整体改写的日志与另存的校验值不符() -> None:
    rewritten = small()
    with begin(rewritten) as tx:
        tx.put("item", "E1", "verified", False)
    assert rewritten.verify() == []
    assert any("整体改写" in problem for problem in rewritten.verify(three().until({MAIN: 2}).heads))


def test_导出再读入_逐字节相同() -> None:
    log = three()
    again = load(log.dump())
    assert again.dump() == log.dump()
    assert again.assertions() == log.assertions()
    assert again.revisions == log.revisions


def test_只导出正卷_里面没有辩护材料_可以单独读入() -> None:
    log = three()
    with begin(log, DEFENCE) as tx:
        tx.declare("argument", "秘密辩点")
        tx.put("argument", "秘密辩点", "text", "绝密的会见内容")
    main = log.dump([MAIN])
    assert "绝密" not in main.decode()
    assert "秘密" not in main.decode()
    assert "defence" not in main.decode()
    assert load(main).assertions() == log.assertions([MAIN])


def test_任何人只用散列和JSON就能核对导出的日志() -> None:
    """十行以内、不用本系统代码的核对程序。"""
    previous, running, part = {}, hashlib.sha256(), ("", "")
    for line in three().dump().decode().splitlines()[1:-1]:
        record = json.loads(line)
        if isinstance(record, dict) and "hash" in record:
            assert record["hash"] == running.hexdigest()
            previous[part], running = record["hash"], hashlib.sha256()
            continue
        if isinstance(record, dict):
            part = (record["part"], record["owner"])
            assert record["previous"] == previous.get(part, "0" * 64)
        running.update(line.encode() + b"\n")
    assert set(previous) == {("main", ""), ("defence", "D1")}


@given(logs())
@settings(max_examples=40)
def test_每一行就是规范的JSON(log: Log) -> None:
    for record in log.assertions():
        line = assertion_line(record)
        assert canonical(json.loads(line)) == line
        assert len(json.loads(line)) == len(COLUMNS)
    assert log.verify() == []
    again = load(log.dump())
    assert again.dump() == log.dump()
    assert again.assertions() == log.assertions()


@given(st.data())
@settings(max_examples=300)
def test_导出的日志改任何一个字节都读不进来(data: st.DataObject) -> None:
    good = three().dump()
    at = data.draw(st.integers(0, len(good) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != good[at]))
    with pytest.raises(DossierError, match=r"^第\d+行："):
        load(good[:at] + bytes([byte]) + good[at + 1 :])


@given(st.data())
@settings(max_examples=200)
def test_导出的日志删去_添加_调换任何行都读不进来(data: st.DataObject) -> None:
    lines = three().dump().decode().split("\n")
    one, other = data.draw(st.integers(0, len(lines) - 1)), data.draw(st.integers(0, len(lines) - 1))
    match data.draw(st.sampled_from(["删去", "添加", "调换", "截断"])):
        case "删去":
            changed = lines[:one] + lines[one + 1 :]
        case "添加":
            changed = [*lines[:one], lines[other], *lines[one:]]
        case "调换":
            changed = list(lines)
            changed[one], changed[other] = lines[other], lines[one]
        case _:
            changed = lines[:one]
    if changed != lines:
        with pytest.raises(DossierError, match=r"^第\d+行："):
            load("\n".join(changed).encode())


@pytest.mark.parametrize(
    ("case", "data"),
    [
        ("空文件", b""),
        ("不是文字", b"\xff\xfe\x00"),
        ("不是日志", b'{"a":1}\n'),
        ("只有第一行", three().dump().split(b"\n")[0] + b"\n"),
        ("嵌套极深的行", three().dump().split(b"\n")[0] + b'\n{"action":' + b"[" * 100_000 + b"\n"),
    ],
)
def test_不是日志的文件被拒绝(case: str, data: bytes) -> None:
    with pytest.raises(DossierError, match="不能采用"):
        load(data)


def test_各部分各有一条链() -> None:
    log = three()
    assert log.parts == {MAIN, DEFENCE}
    assert log.heads[MAIN][0] == 3
    assert log.heads[DEFENCE][0] == 1
    assert log.chain(*INNER).revisions == []
    assert {record.part for record in log.assertions([DEFENCE])} == {DEFENCE[0]}
