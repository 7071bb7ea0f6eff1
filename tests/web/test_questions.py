"""待查问题：同一问的几份材料一并回答，一次一张；已经有人录入的不改；无权的人看不到也答不了。案件为虚构。"""

from __future__ import annotations

import re

import pytest

from gaoyao.dossier.model import Basis
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import View
from gaoyao.logic.truth import Why
from gaoyao.web.evidence.entry import field_of
from gaoyao.web.ledger import storage
from gaoyao.web.ledger.models import Revision
from tests.web.people import STRANGER, text

MAIN = frozenset({(Part.MAIN, "")})


def forms(body: str) -> list[tuple[list[str], list[str]]]:
    """(papers, parts) of every form on the page that answers several papers."""
    return [
        (re.findall(r'name="subject" value="([^"]+)"', one), re.findall(r'name="part" value="([^"]+)"', one))
        for one in re.findall(r"<form[^>]*questions/answer/.*?</form>", body, re.DOTALL)
    ]


@pytest.fixture
def form(cast, judge):
    found = forms(judge.get(cast.at("questions/")).content.decode())
    assert found, "示例案件里有几份材料可以一并回答的问题"
    return max(found, key=lambda one: len(one[0]))


def cell(cast, path, subject):
    field = field_of(path)
    assert field is not None
    return View(storage.load(cast.case.pk, MAIN), MAIN).live(field, subject)


def post(client, cast, subjects, given, **more):
    return client.post(
        cast.at("questions/answer/"),
        {"subject": subjects, "part": list(given), **{f"answer:{path}": said for path, said in given.items()}, **more},
    )  # fmt: skip


def test_一张一次答完_只有一次修订_下次不再列(cast, judge, form):
    subjects, parts = form
    before = Revision.objects.count()
    response = post(judge, cast, subjects, dict.fromkeys(parts, "no"))
    assert response.status_code == 302
    assert Revision.objects.count() == before + 1
    assert "已就" in text(judge.get(response.headers["Location"]))
    found = [cell(cast, path, subject) for path in parts for subject in subjects]
    assert {(one.value, one.basis) for one in found} == {(False, Basis.STATED)}
    assert (subjects, parts) not in forms(judge.get(cast.at("questions/")).content.decode())


def test_去掉勾的不答_没有选答案的项目不动(cast, judge, form):
    subjects, parts = form
    assert post(judge, cast, subjects[:1], {parts[0]: "yes"}).status_code == 302
    assert cell(cast, parts[0], subjects[0]).value is True
    assert cell(cast, parts[0], subjects[1]).why is Why.NOT_ENTERED


REFUSED = [
    # 一份也没有勾
    ([], "no", {}, "没有选择材料"),
    # 查而不明要写怎样查的
    (None, "unresolved", {}, "要写明理由"),
]


@pytest.mark.parametrize(("chosen", "said", "more", "told"), REFUSED)
def test_答得不全的不收_一项也不写(cast, judge, form, chosen, said, more, told):
    subjects, parts = form
    before = Revision.objects.count()
    response = post(judge, cast, subjects if chosen is None else chosen, {parts[0]: said}, **more)
    assert response.status_code == 422
    assert told in text(response)
    assert Revision.objects.count() == before


def test_在此期间有人答了_不盖掉(cast, judge, form):
    subjects, parts = form
    assert post(judge, cast, subjects[:1], {parts[0]: "yes"}).status_code == 302
    response = post(judge, cast, subjects, {parts[0]: "no"})
    assert response.status_code == 422
    assert "在此期间已经有人录入" in text(response)
    assert cell(cast, parts[0], subjects[0]).value is True


def test_不是是非题的字段不能这样答(cast, judge, form):
    subjects, _ = form
    assert post(judge, cast, subjects, {"item.title": "no"}).status_code == 404
    assert post(judge, cast, subjects, {"point.complete": "no"}).status_code == 404


def test_外人看不到_也答不了(cast, form):
    subjects, parts = form
    before = Revision.objects.count()
    assert post(cast.client(STRANGER), cast, subjects, {parts[0]: "no"}).status_code == 404
    assert Revision.objects.count() == before
