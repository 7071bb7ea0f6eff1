"""评议：次序、密封、少数意见、签名、回避；以及谁也不能从别的页面看到、改动、撤销。"""

import json
import re

import pytest
from django.db import DatabaseError, connection, transaction

from gaoyao.dossier.view import Role
from gaoyao.dossier.vocabulary import Opinion
from gaoyao.web.ledger import storage
from gaoyao.web.ledger.models import Revision
from gaoyao.web.panel.models import Envelope
from gaoyao.web.panel.record import panels
from tests.web.deliberating import PARTS, SEATS, SECRET, convene, do, file, spoken, view
from tests.web.people import text
from tests.web.test_parts import content


def everything_of(cast, username):
    """Every page that could hold it, read by somebody."""
    client, subject = cast.by(username), panels(view(cast))[-1].subject
    pages = [
        "",
        "panel/",
        f"panel/session/?id={subject}",
        "revisions/",
        "revisions/log/",
        "export/",
        "review/?section=duties",
    ]
    pages += [f"cell/?f=opinion.opinion&s={one.subject}" for one in panels(view(cast))[-1].places]
    return "".join(text(client.get(cast.at(path))) for path in pages)


def test_a_whole_deliberation_keeps_order_majority_and_minority(bench):
    spoken(bench)
    for username, facts, result in (
        ("judge", "insufficient", "acquit_insufficient"), ("second", "sufficient", "affirm"), ("presiding_judge", "insufficient", "acquit_insufficient"),
    ):  # fmt: skip
        assert do(bench, username, "vote", facts=facts, result=result).status_code == 302
    record = panels(view(bench))[-1]
    assert record.majority == "acquit_insufficient"
    assert [one.name for one in record.places if one.minority] == [
        bench.accounts["second"].name + "（second）"
    ]
    for username in SECRET:
        assert do(bench, username, "sign").status_code == 302
    record = panels(view(bench))[-1]
    assert record.state == "评议完毕，已签名"
    assert all(one.sealed_well for one in record.places)
    # 少数意见仍在
    assert any(SECRET["second"] == one.opinion and one.minority for one in record.places)
    # 签名以后只能另写
    assert do(bench, "judge", "sign").status_code == 422
    assert do(bench, "judge", "remark", text="补充：证据E52").status_code == 302
    assert panels(view(bench))[-1].remarks[0][2] == "补充：证据E52"


def test_what_is_open_before_the_next_step_is_told_and_stops_nobody(bench):
    """评议以前、裁判以前没有处理的程序问题列在评议页上，点得开；不处理也照样可以评议。"""
    asked = content(bench.by("presiding_judge").get(bench.at("panel/convene/")))
    assert "评议以前：" in asked
    assert "作出裁判以前：" in asked
    convene(bench)
    subject = panels(view(bench))[-1].subject
    told = content(bench.by("judge").get(bench.at(f"panel/session/?id={subject}")))
    listed = re.findall(r'href="[^"]*/review/#(F\d+)"', told)
    assert listed
    review = content(bench.by("judge").get(bench.at("review/")))
    assert f'id="{listed[0]}"' in review
    assert file(bench, "judge").status_code == 302


def test_nobody_reads_a_sealed_opinion_before_it_is_opened(bench):
    convene(bench)
    file(bench, "judge")
    file(bench, "second")
    for username in ("judge", "second", "presiding_judge", "clerk", "lay_assessor", "committee_member"):
        told = everything_of(bench, username)
        for owner in ("judge", "second"):
            assert (SECRET[owner] in told) == (owner == username), (username, owner)
    # 日志里只有校验值，密封内容在表里也不是明文
    log = storage.load(bench.case.pk, PARTS).dump().decode()
    assert not any(secret in log for secret in SECRET.values())
    boxes = b"".join(bytes(one.box) for one in Envelope.objects.all())
    assert not any(
        secret.encode() in boxes or json.dumps(secret).encode() in boxes for secret in SECRET.values()
    )


def test_an_opinion_is_opened_one_by_one_presiding_judge_last(bench):
    convene(bench)
    file(bench, "judge")
    # 没有全体提交，不能发言
    early = do(bench, "judge", "speak")
    assert early.status_code == 422
    assert "尚未提交" in text(early)
    file(bench, "second")
    file(bench, "presiding_judge")
    for username in ("presiding_judge", "second"):  # 承办法官先发言
        refused = do(bench, username, "speak")
        assert refused.status_code == 422, username
        assert "还不能发言" in text(refused)
    assert do(bench, "judge", "speak").status_code == 302
    assert do(bench, "presiding_judge", "speak").status_code == 422
    # 启封一份，别人看到的也只有这一份
    told = everything_of(bench, "presiding_judge")
    assert SECRET["judge"] in told
    assert SECRET["second"] not in told
    assert do(bench, "second", "speak").status_code == 302
    assert do(bench, "second", "vote", facts="sufficient", result="affirm").status_code == 422
    assert do(bench, "presiding_judge", "speak").status_code == 302


REFUSED = [
    ("没有理由", {"opinion": "意见", "reason": " "}, "没有说明理由"),
    ("没有意见", {"opinion": "", "reason": "理由"}, "没有写明意见"),
]


@pytest.mark.parametrize(("case", "given", "told"), REFUSED, ids=[one[0] for one in REFUSED])
def test_an_opinion_without_words_or_reasons_is_refused(bench, case, given, told):
    convene(bench)
    before = Revision.objects.count(), Envelope.objects.count()
    response = do(bench, "judge", "file", **given)
    assert response.status_code == 422
    assert told in text(response)
    assert (Revision.objects.count(), Envelope.objects.count()) == before


def test_every_obstacle_is_put_to_every_member_and_a_silence_is_kept(bench):
    convene(bench)
    page = text(bench.by("judge").get(bench.at(f"panel/session/?id={panels(view(bench))[-1].subject}")))
    keys = [part.split('"')[0] for part in page.split('name="why-')[1:]]
    assert len(keys) >= 4
    # 不认同而没有理由，不收
    assert file(bench, "judge", **{f"stance-{keys[0]}": "disputed"}).status_code == 422
    given = {f"stance-{keys[0]}": "disputed", f"why-{keys[0]}": "另有物证", f"stance-{keys[1]}": "accepted"}
    assert file(bench, "judge", **given).status_code == 302
    file(bench, "second")
    file(bench, "presiding_judge")
    do(bench, "judge", "speak")
    told = panels(view(bench))[-1].places[0].told
    assert [one[1] for one in told][:3] == ["不认同", "认同，依该规定处理", "没有回答"]
    assert told[0][2] == "另有物证"
    # 每个成员都看得到这张对照表
    page = text(bench.by("second").get(bench.at(f"panel/session/?id={panels(view(bench))[-1].subject}")))
    table = page.split("对障碍的意见</h2>")[1]
    assert "另有物证" in table
    assert "没有回答" in table


UNLAWFUL = [
    ("两人", {"seat-judge": "in_charge", "seat-presiding_judge": "presiding"}, "三人以上的单数"),
    (
        "没有审判长",
        {"seat-judge": "in_charge", "seat-second": "judge", "seat-presiding_judge": "judge"},
        "审判长应当是一人",
    ),
    (
        "没有承办法官",
        {"seat-judge": "judge", "seat-second": "judge", "seat-presiding_judge": "presiding"},
        "承办法官应当是一人",
    ),
]


@pytest.mark.parametrize(("case", "seats", "told"), UNLAWFUL, ids=[one[0] for one in UNLAWFUL])
def test_an_unlawful_panel_is_not_registered(bench, case, seats, told):
    before = Revision.objects.count()
    response = convene(bench, seats)
    assert response.status_code == 422
    assert told in text(response)
    assert Revision.objects.count() == before


def test_a_judge_who_is_not_assigned_or_not_a_member_does_nothing(bench):
    assert convene(bench, who="judge").status_code == 403
    convene(bench)
    # 陪审员席位只给陪审员；不是成员的不能提交
    for username in ("lay_assessor", "committee_member"):
        response = do(bench, username, "file", opinion="意见", reason="理由")
        assert response.status_code == 403
        assert "不是这次评议的合议庭成员" in text(response)
    assert do(bench, "clerk", "file", opinion="意见", reason="理由").status_code == 403


def test_lay_assessors_hear_the_law_first_and_four_of_seven_do_not_vote_on_it(bench):
    bench.join(lay3=Role.LAY_ASSESSOR, lay4=Role.LAY_ASSESSOR)
    lay = ["lay_assessor", "lay2", "lay3", "lay4"]
    assert convene(bench, {**SEATS, **{f"seat-{one}": "lay" for one in lay}}).status_code == 302
    assert file(bench, "lay2").status_code == 422
    assert do(bench, "second", "explain").status_code == 422
    assert do(bench, "judge", "explain").status_code == 302
    everybody = [*lay, "judge", "second", "presiding_judge"]
    for username in everybody:
        assert file(bench, username).status_code == 302, username
    for username in everybody:
        assert do(bench, username, "speak").status_code == 302, username
    assert do(bench, "lay2", "vote", facts="sufficient", result="affirm").status_code == 422
    for username in everybody:
        result = {} if username in lay else {"result": "affirm"}
        assert do(bench, username, "vote", facts="sufficient", **result).status_code == 302
    assert panels(view(bench))[-1].majority == "affirm"


def test_a_recused_member_ends_it_and_the_seals_stay(bench):
    convene(bench)
    file(bench, "judge")
    name = next(one.name for one in panels(view(bench))[-1].places if one.account == "second")
    assert (
        do(bench, "second", "stop", kind="recused", member=name, why="与被害人有亲属关系").status_code == 403
    )
    assert do(bench, "presiding_judge", "stop", kind="recused", member=name, why="").status_code == 422
    assert (
        do(
            bench, "presiding_judge", "stop", kind="recused", member=name, why="与被害人有亲属关系"
        ).status_code
        == 302
    )
    refused = file(bench, "presiding_judge")
    assert refused.status_code == 422
    assert "已经中止" in text(refused)
    assert SECRET["judge"] not in everything_of(bench, "presiding_judge")
    # 更换以后可以另行召集
    assert convene(bench).status_code == 302
    assert convene(bench).status_code == 422


def test_what_was_said_is_neither_edited_nor_undone(bench):
    spoken(bench)
    place = panels(view(bench))[-1].places[0].subject
    for username in ("judge", "presiding_judge", "clerk"):
        response = bench.by(username).post(
            bench.at(f"cell/?f=opinion.opinion&s={place}"),
            {"answer": "value", "value": "改过的意见", "reason": "误"},
        )
        assert response.status_code == 403, username
    acts = [one for one in storage.load(bench.case.pk, PARTS).revisions if one.action.startswith("评议：")]
    assert len(acts) == 7
    for row in acts:
        response = bench.by("presiding_judge").post(
            bench.at("revisions/undo/"), {"part": "court_inner", "number": row.number, "why": "撤"}
        )
        assert response.status_code == 403
        assert "不能撤销" in text(response)
    # 用录入页面也不能替人签名、推进
    bench.by("clerk").post(
        bench.at(f"cell/?f=opinion.signed_on&s={place}"), {"answer": "value", "value": "2026-01-01"}
    )
    bench.by("clerk").post(
        bench.at(f"cell/?f=opinion.facts_vote&s={place}"), {"answer": "value", "value": "sufficient"}
    )
    assert view(bench).live(Opinion.signed_on, place).value is not None
    assert not panels(view(bench))[-1].places[0].signed
    assert not panels(view(bench))[-1].places[0].facts_vote


def test_envelopes_are_only_added(bench):
    convene(bench)
    file(bench, "judge")
    for statement in ("UPDATE panel_envelope SET subject = subject", "DELETE FROM panel_envelope"):
        with (
            pytest.raises(DatabaseError, match="只能追加"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


@pytest.mark.parametrize("who", [Role.PROSECUTOR, Role.DEFENDER, Role.REVIEWER])
def test_the_denial_does_not_tell_whether_there_was_a_deliberation(bench, who):
    client = bench.client(who)
    before = client.get(bench.at("panel/"))
    spoken(bench)
    after = client.get(bench.at("panel/"))
    assert after.status_code == before.status_code == 403
    assert content(after) == content(before)
    assert "法院副卷" in text(before)


@pytest.mark.parametrize(
    "path",
    [
        "panel/",
        "panel/convene/",
        "panel/committee/convene/",
        "panel/session/",
        "interference/",
        "assignments/",
    ],
)
def test_pages_have_no_inline_code_and_stay_small(bench, path):
    convene(bench)
    if path == "panel/session/":
        path += f"?id={panels(view(bench))[-1].subject}"
    response = bench.by("presiding_judge").get(bench.at(path))
    assert response.status_code == 200
    for inline in (b"style=", b"<style", b" onclick", b"javascript:"):
        assert inline not in response.content
    assert len(response.content) < 200_000
    ids = re.findall(r' id="([^"]+)"', response.content.decode())
    assert len(ids) == len(set(ids))


def test_an_unknown_deliberation_is_not_found(bench):
    for path in ("panel/session/?id=HY9", "panel/session/", "panel/committee/?id=SW9"):
        assert bench.by("judge").get(bench.at(path)).status_code == 404
    convene(bench)
    assert do(bench, "judge", "nothing").status_code == 422
