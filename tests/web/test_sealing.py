"""加密保存：盒子只在原处、用原来的密钥打得开；数据库里没有关闭分卷的一个字；密钥更换以后内容不变。"""

import base64
import io
import json
import os
import stat

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import Role
from gaoyao.web.cases.models import Case
from gaoyao.web.ledger import storage
from gaoyao.web.ledger.models import Record, Revision
from gaoyao.web.sealing import envelope
from gaoyao.web.sealing.envelope import (
    CHUNK,
    SealError,
    new_key,
    place,
    seal,
    seal_stream,
    unseal,
    unseal_stream,
)
from gaoyao.web.sealing.keys import RING, names_in_use, of_part
from gaoyao.web.sealing.models import DataKey
from gaoyao.web.sealing.ring import BadRingError, MissingKeyError, from_file, from_text, new_ring, write
from tests.web import people
from tests.web.people import SECRETS, text

KEY, HERE = new_key(), place("case", "k", "defence", "d", "record", "1", "1")


@given(st.binary(max_size=300))
def test_what_is_sealed_comes_back(data):
    assert unseal(KEY, seal(KEY, data, HERE), HERE) == data


@given(st.binary(min_size=1, max_size=60), st.data())
def test_a_box_with_one_changed_byte_does_not_open(data, draw):
    box = bytearray(seal(KEY, data, HERE))
    box[draw.draw(st.integers(0, len(box) - 1))] ^= draw.draw(st.integers(1, 255))
    with pytest.raises(SealError):
        unseal(KEY, bytes(box), HERE)


@pytest.mark.parametrize(
    ("key", "where", "cut"),
    [
        # 别的密钥
        (new_key(), HERE, None),
        # 移到别的案件
        (KEY, place("case", "x", "defence", "d", "record", "1", "1"), None),
        # 移到别的辩护人名下
        (KEY, place("case", "k", "defence", "e", "record", "1", "1"), None),
        # 移到另一次修改
        (KEY, place("case", "k", "defence", "d", "record", "11", "1"), None),
        # 名称的边界挪动
        (KEY, place("case", "k", "defence", "d", "record", "1,1"), None),
        # 截短、清空
        (KEY, HERE, 20),
        (KEY, HERE, 0),
    ],
    ids=["别的密钥", "别的案件", "别的辩护人", "另一次修改", "名称的边界", "截短", "清空"],
)
def test_a_box_opens_in_its_own_place_only(key, where, cut):
    with pytest.raises(SealError, match="没有显示任何内容"):
        unseal(key, seal(KEY, "评议意见".encode(), HERE)[:cut], where)


def test_the_same_text_is_never_sealed_to_the_same_box():
    assert len({seal(KEY, b"x", HERE)[1:13] for _ in range(500)}) == 500


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_a_large_original_is_sealed_in_chunks(size):
    data, sealed = os.urandom(size), io.BytesIO()
    assert seal_stream(KEY, io.BytesIO(data), sealed, HERE) == size
    assert b"".join(unseal_stream(KEY, io.BytesIO(sealed.getvalue()), HERE)) == data
    assert size < 100 or data[:50] not in sealed.getvalue()


def frames(sealed):
    """The header of a sealed stream and its chunks with their lengths."""
    found, at = [], 36
    while at < len(sealed):
        end = at + 4 + int.from_bytes(sealed[at : at + 4], "big")
        found.append(sealed[at:end])
        at = end
    return sealed[:36], found


DAMAGE = {
    "截去最后一块": lambda head, found: head + b"".join(found[:-1]),
    "只剩开头": lambda head, found: head,
    "截在一块中间": lambda head, found: head + b"".join(found)[:-5],
    "两块调换": lambda head, found: head + found[1] + found[0] + found[2],
    "一块重复": lambda head, found: head + found[0] + b"".join(found),
    "末尾多出": lambda head, found: head + b"".join(found) + found[-1],
    "改一个字节": lambda head, found: head + b"".join(found)[:-1] + bytes([found[-1][-1] ^ 1]),
    "换了开头": lambda head, found: head[:-1] + bytes([head[-1] ^ 1]) + b"".join(found),
    "不是密封的": lambda head, found: b"%PDF-1.7 " + b"".join(found),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_original_is_refused(how):
    sealed = io.BytesIO()
    seal_stream(KEY, io.BytesIO(os.urandom(2 * CHUNK + 9)), sealed, HERE)
    damaged = DAMAGE[how](*frames(sealed.getvalue()))
    with pytest.raises(SealError):
        b"".join(unseal_stream(KEY, io.BytesIO(damaged), HERE))


def test_an_original_moved_to_another_case_does_not_open():
    sealed = io.BytesIO()
    seal_stream(KEY, io.BytesIO(b"x" * 10), sealed, HERE)
    with pytest.raises(SealError):
        list(unseal_stream(KEY, io.BytesIO(sealed.getvalue()), place("case", "other")))


# ---------------------------------------------------------------- the ring


def test_the_key_file_is_for_its_owner_only(tmp_path):
    path, ring = tmp_path / "keys.json", new_ring()
    write(path, ring)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert from_file(path) == ring
    assert base64.b64encode(ring.keys[ring.active]).decode() not in repr(ring)
    path.chmod(0o640)
    with pytest.raises(BadRingError, match="chmod 600"):
        from_file(path)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        # 空的
        ("", "没有现用的密钥"),
        # 太短
        ("a=AAAA", "32 个字节"),
        # 不是 base64
        ("a=不是", "32 个字节"),
    ],
)
def test_a_bad_ring_in_the_environment_is_told(given, told):
    with pytest.raises(BadRingError, match=told):
        from_text(given)


@pytest.mark.parametrize(
    "content", ["", "[]", '{"active": "a"}', '{"active": "a", "keys": {}}', '{"active":"a","keys":{"a":1}}']
)
def test_a_damaged_key_file_is_told(tmp_path, content):
    path = tmp_path / "keys.json"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(BadRingError):
        from_file(path)
    with pytest.raises(MissingKeyError, match="没有密钥文件"):
        from_file(tmp_path / "absent.json")


# ---------------------------------------------------------------- the database


def everything_stored():
    """Every cell of every table, as a superuser of the database reads it."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for cell in row:
                    yield table, bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()


def test_no_word_of_a_closed_part_is_in_the_database(cast):
    seen = {key: set() for key in SECRETS}
    for table, cell in everything_stored():
        for key, secret in SECRETS.items():
            if secret.encode() in cell:
                seen[key].add(table)
    assert seen.pop((Part.MAIN, "")) == {"ledger_revision", "ledger_record"}
    assert set().union(*seen.values()) == set()


def test_the_readers_of_a_closed_part_notice_nothing(cast):
    told = text(cast.client(Role.JUDGE).get(cast.at("revisions/")))
    assert SECRETS[(Part.COURT_INNER, "")] in told
    assert "密封" not in told.replace("密封随机数", ""), "字段的名称不是密封的标记"


def test_a_guess_of_a_short_text_cannot_be_confirmed_from_the_hash(cast):
    """数据库里关闭分卷的校验值，不是内容的校验值。"""
    keys = {(Part.COURT_INNER, "")}
    log = storage.load(cast.case.pk, keys)
    true = log.chain(Part.COURT_INNER).head
    assert true.encode() not in {cell for _, cell in everything_stored()}


@pytest.mark.parametrize(
    "sql",
    [
        # 把另一位辩护人的盒子搬来
        (
            "UPDATE ledger_record SET sealed = (SELECT r.sealed FROM ledger_record r JOIN ledger_revision v ON v.id = r.revision_id"
            " WHERE v.owner = 'other-defender' AND r.place = 1) WHERE place = 1 AND revision_id IN (SELECT id FROM ledger_revision WHERE owner = 'defender')"
        ),
        # 同一次修改里两个盒子换位
        (
            "UPDATE ledger_record SET sealed = (SELECT r.sealed FROM ledger_record r WHERE r.revision_id = ledger_record.revision_id AND r.place = 3 - ledger_record.place)"
            " WHERE place IN (1, 2) AND revision_id IN (SELECT id FROM ledger_revision WHERE owner = 'defender')"
        ),
        # 在空的列里另写内容
        "UPDATE ledger_record SET note = '添' WHERE revision_id IN (SELECT id FROM ledger_revision WHERE owner = 'defender')",
        "UPDATE ledger_revision SET reason = '添' WHERE owner = 'defender'",
        # 去掉密封
        "UPDATE ledger_record SET sealed = NULL WHERE revision_id IN (SELECT id FROM ledger_revision WHERE owner = 'defender')",
        "UPDATE ledger_revision SET sealed = NULL WHERE owner = 'defender'",
        # 换公开的校验值
        "UPDATE ledger_revision SET hash = previous_hash WHERE owner = 'defender'",
        # 换数据密钥
        "UPDATE sealing_datakey SET wrapped = (SELECT k.wrapped FROM sealing_datakey k WHERE k.scope LIKE '%other-defender%') WHERE scope LIKE '%\"defender\"%'",
    ],
)
def test_whoever_moves_a_box_is_found_out_and_nothing_is_shown(cast, sql):
    with connection.cursor() as cursor:
        people.drop_triggers(cursor)
        cursor.execute(sql)
    response = cast.client(Role.DEFENDER).get(cast.at())
    assert response.status_code == 500
    assert SECRETS[(Part.DEFENCE, "defender")] not in text(response)
    assert cast.client(Role.JUDGE).get(cast.at()).status_code == 200


def test_without_the_key_nothing_is_shown_and_nothing_is_written(cast, monkeypatch, tmp_path):
    other = tmp_path / "keys.json"
    write(other, new_ring())
    for path in (other, tmp_path / "none.json"):
        monkeypatch.setattr(settings, "KEY_FILE", path)
        monkeypatch.setattr(settings, "PRODUCTION", True)
        before = Revision.objects.count(), Record.objects.count()
        client = cast.client(Role.DEFENDER)
        shown = client.get(cast.at())
        answered = client.post(cast.at("cell/?f=item.technical_measure&s=E14"), {"answer": "yes"})
        for response in (shown, answered):
            assert response.status_code == 500
            assert "密钥" in text(response)
            assert not any(secret in text(response) for secret in SECRETS.values())
        assert (Revision.objects.count(), Record.objects.count()) == before
        with pytest.raises(storage.LockedLogError):
            storage.load(cast.case.pk, {(Part.DEFENCE, "defender")})


def test_a_data_key_is_never_deleted(cast):
    with pytest.raises(DatabaseError, match="不能删除"), transaction.atomic():
        DataKey.objects.all().delete()


def test_a_rotation_changes_the_envelopes_and_not_a_byte_of_the_log(cast, monkeypatch, tmp_path):
    path = tmp_path / "keys.json"
    write(path, RING.now())
    monkeypatch.setattr(settings, "KEY_FILE", path)
    keys = [
        (Part(part), owner)
        for part, owner in Revision.objects.order_by().values_list("part", "owner").distinct()
    ]
    before = storage.load(cast.case.pk, keys).dump(), list(Record.objects.values_list("pk", "sealed"))
    old = RING.now()
    out = io.StringIO()
    call_command("rotate_keys", stdout=out)
    assert RING.now().active != old.active
    assert names_in_use() == {RING.now().active: DataKey.objects.count()}
    assert f"共 {DataKey.objects.count()} 个" in out.getvalue()
    call_command("rotate_keys", "--retire", stdout=out)
    assert old.active not in RING.now().keys
    assert (
        storage.load(cast.case.pk, keys).dump(),
        list(Record.objects.values_list("pk", "sealed")),
    ) == before


def test_an_interrupted_rotation_goes_on_and_loses_nothing(cast, monkeypatch, tmp_path):
    path = tmp_path / "keys.json"
    write(path, RING.now())
    monkeypatch.setattr(settings, "KEY_FILE", path)
    from gaoyao.web.sealing.management.commands import rotate_keys as command

    done, real = [], command.rewrap

    def breaks(row, ring):
        if len(done) == 2:
            raise KeyboardInterrupt
        real(row, ring)
        done.append(row.pk)

    monkeypatch.setattr(command, "rewrap", breaks)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        call_command("rotate_keys", stdout=io.StringIO())
    monkeypatch.setattr(command, "rewrap", real)
    active = RING.now().active
    # 停在中间：新旧密钥都在，全部内容读得出
    assert len(RING.now().keys) > 1
    storage.load(cast.case.pk, {(Part.DEFENCE, "defender"), (Part.COURT_INNER, "")})
    call_command("rotate_keys", stdout=io.StringIO())
    assert RING.now().active == active
    assert set(names_in_use()) == {active}


def test_an_original_of_a_part_is_sealed_under_that_part(db):
    one, other = (Case.objects.create() for _ in range(2))
    sealed = io.BytesIO()
    of_part(one.key, (Part.MAIN, "")).seal_stream(io.BytesIO(b"%PDF original"), sealed, "original", "sha")
    again = io.BytesIO(sealed.getvalue())
    assert (
        b"".join(of_part(one.key, (Part.MAIN, "")).unseal_stream(again, "original", "sha"))
        == b"%PDF original"
    )
    for seal_, names in (
        (of_part(other.key, (Part.MAIN, "")), ("original", "sha")),
        (of_part(one.key, (Part.MAIN, "")), ("original", "other")),
    ):
        with pytest.raises(SealError):
            list(seal_.unseal_stream(io.BytesIO(sealed.getvalue()), *names))


def test_contexts_of_different_names_differ():
    assert len({envelope.place(*names) for names in (("a", "b"), ("a,b",), ('a","b',), ("", "a", "b"))}) == 4
    assert json.loads(envelope.place("案", "卷")) == ["案", "卷"]
