"""角色与分卷：每个网址、每个身份和陌生人；每个分卷埋一个记号，在全部回应里查找。"""

import io
import re
import zipfile

import pytest
from django.contrib.auth import SESSION_KEY
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from gaoyao.dossier.view import Role, readable
from gaoyao.papers import FORMS
from tests.web.people import OTHER_DEFENDER, SECRETS, STRANGER

PAGES = {
    "case": [""],
    "review": [
        "review/",
        *(f"review/?section={one}" for one in ("standing", "facts", "dispositions", "arguments", "duties", "periods", "questions", "timeline", "schools", "not-checked", "findings-explain", "findings-risk")),
    ],
    "export": ["export/"],
    "papers": ["papers/"],
    "paper": [f"papers/docx/?kind={form.id}" for form in FORMS],
    "evidence": ["evidence/", "evidence/?show=open"],
    "mark": ["evidence/mark/"],
    "item": [f"evidence/item/?id=EX{number}" for number in range(1, 7)] + ["evidence/item/?id=E03"],
    "confirm": ["evidence/confirm/"],
    "cell": [f"cell/?f=doubt.about&s=DX{number}" for number in range(1, 7)],
    "queue": ["confirming/", "confirming/?at=1"],
    "accept": ["confirming/accept/"],
    "coverage": ["coverage/"],
    "material": ["material/"],
    "material-add": ["material/add/"],
    "page": ["pages/", *(f"pages/?a={ident}" for ident in ("main:2:3", "court_inner:1:3", "defence:other-defender:1:3"))],
    "crop": ["pages/crop.webp?a=main:2:3"],
    "page-image": [f"pages/{'a' * 64}/1.webp"],
    "order": ["jobs/"],
    "questions": ["questions/"],
    "answer-sheet": ["questions/answer/"],
    "matrix": ["facts/", "facts/?without=statements", *(f"facts/?without=EX{number}" for number in (1, 5))],
    "graph": ["graph/", "graph/?breaks=1"],
    "statements": ["statements/"],
    "timeline": ["timeline/"],
    "periods": ["periods/"],
    "registers": ["registers/", "registers/?new=1", *(f"registers/?entry=DX{number}" for number in range(1, 7))],
    "favourable": ["favourable/", "favourable/?new=1"],
    "laws": ["laws/", "laws/?q=非法证据"],
    "draft": ["draft/?form=ruling:EX1"],
    "ruling": [f"ruling/?item=EX{number}" for number in range(1, 7)],
    "arguments": ["arguments/"],
    "revisions": ["revisions/", "revisions/?verify=1"],
    "raw-log": ["revisions/log/"],
    "undo": ["revisions/undo/"],
    "panel": ["panel/"],
    "panel-convene": ["panel/convene/"],
    "deliberation": ["panel/session/?id=HY1"],
    "committee": ["panel/committee/?id=SW1"],
    "committee-convene": ["panel/committee/convene/"],
    "interference": ["interference/"],
    "assignments": ["assignments/"],
    "dissections": ["dissections/"],
    "dissection": ["dissection/?id=x"],
    "scenario": ["dissection/scenario/?id=x&n=0"],
    "proof-export": ["revisions/export/"],
}  # fmt: skip
OPEN = {"login", "review-css"}
ELSEWHERE = {
    "cases": "/",
    "list-lines": "/lines/",
    "staff": "/assignments/",
    "all-dissections": "/dissections/",
    "jobs": "/jobs/",
    "job": "/jobs/x/",
    "job-state": "/jobs/x/state/",
    "job-cancel": "/jobs/x/cancel/",
    "job-again": "/jobs/x/again/",
    "job-result": "/jobs/x/result/",
    "upload": "/upload/",
    "load": "/load/",
    "password": "/password/",
    "logout": "/logout/",
    "audit-heads": "/audit/",
    "audit-heads-text": "/audit/heads/",
    "readings": "/audit/readings/",
    "tokens": "/tokens/",
    "revoke": "/tokens/revoke/",
    "everywhere": "/logout/everywhere/",
    "second": "/second/",
    "safety": "/safety/",
}
API = {
    "openapi-json",
    "api-root",
    "cases",
    "open",
    "one",
    "assertions",
    "append",
    "exchange",
    "review",
    "documents",
    "review-schema",
    "exchange-schema",
}
"""以令牌为准，不以登录为准：test_api.py。"""
EVERYBODY = [*Role, STRANGER, OTHER_DEFENDER]


def named(patterns):
    for one in patterns:
        if hasattr(one, "url_patterns"):
            yield from named(one.url_patterns)
        else:
            yield one.name


def test_every_address_is_in_the_table():
    assert set(named(get_resolver().url_patterns)) == {*PAGES, *OPEN, *ELSEWHERE, *API}


def content(response):
    data = b"".join(response.streaming_content) if response.streaming else response.content
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as inside:
            data = b"".join(inside.read(name) for name in inside.namelist())
    # 表单令牌每次不同
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", data.decode("utf-8", "replace"))


def everything(client, cast):
    for paths in PAGES.values():
        for path in paths:
            for response in (client.get(cast.at(path)), client.post(cast.at(path))):
                yield path, response
    for path in ELSEWHERE.values():
        if not path.startswith("/logout/"):
            yield path, client.get(path)


def reads(who):
    if who in (STRANGER, Role.ADMINISTRATOR):
        return frozenset()
    if who == OTHER_DEFENDER:
        return readable("defender", OTHER_DEFENDER)
    return readable(who, "defender" if who is Role.DEFENDER else "")


@pytest.mark.parametrize("who", EVERYBODY)
def test_no_secret_of_a_closed_part_is_in_any_response(cast, who):
    client, seen = cast.client(who), {}
    for path, response in everything(client, cast):
        assert response.status_code < 500, path
        told = content(response) + repr(response.headers)
        for key, secret in SECRETS.items():
            if secret in told:
                seen.setdefault(key, path)
    # 该看到的看得到，不该看到的一处也没有
    assert set(seen) == reads(who)


@pytest.mark.parametrize("who", [STRANGER, Role.ADMINISTRATOR])
@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_closed_case_is_the_same_as_none(cast, who, name):
    client = cast.client(who)
    client.get("/")  # 会话每分钟记一次时间；这一次不在比较之内
    for path in PAGES[name]:
        for verb in (client.get, client.post):
            answers = []
            for key in (cast.key, "x" * 12):
                client.session.save()
                with CaptureQueriesContext(connection) as queries:
                    response = verb(f"/cases/{key}/{path}")
                answers.append((response.status_code, content(response).replace(key, "KEY"), len(queries)))
            assert answers[0] == answers[1], path
            assert answers[0][0] in (404, 405), path


@pytest.mark.parametrize("who", [Role.PROSECUTOR, Role.CLERK, Role.REVIEWER, Role.DEFENDER])
@pytest.mark.parametrize("path", ["evidence/item/?id={}", "ruling/?item={}", "cell/?f=item.title&s={}"])
def test_an_item_of_a_closed_part_is_the_same_as_none(cast, who, path):
    client = cast.client(who)
    client.get(cast.at())
    answers = []
    for item in ("EX5", "EX9"):  # EX5 在另一辩护人的材料里，EX9 不存在
        with CaptureQueriesContext(connection) as queries:
            response = client.get(cast.at(path.format(item)))
        answers.append((response.status_code, content(response), len(queries)))
    assert answers[0] == answers[1]
    assert answers[0][0] == 404


def test_without_log_in_everything_leads_to_the_log_in(cast):
    client = Client(headers={"host": "127.0.0.1"})
    for path, response in everything(client, cast):
        assert response.status_code in (302, 403), path
        if response.status_code == 302:
            assert response.headers["Location"].startswith("/login/"), path
    assert SESSION_KEY not in client.session


def test_the_list_shows_assigned_cases_only(cast):
    for who in EVERYBODY:
        told = content(cast.client(who).get("/"))
        assert (cast.key in told) == (who not in (STRANGER, Role.ADMINISTRATOR)), who
