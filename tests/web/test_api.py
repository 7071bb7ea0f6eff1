"""接口：每一个网址、每种身份和陌生人；和页面同样的把关；令牌只显示一次，数据库里只有校验值。"""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import Role
from gaoyao.web.api import tokens
from gaoyao.web.api.models import Token
from gaoyao.web.ledger import storage
from tests.web.people import CASE, OTHER_DEFENDER, SECRETS, STRANGER, fields, text
from tests.web.test_parts import EVERYBODY, reads

OF_CASE = ["", "/assertions", "/exchange", "/review", "/documents"]
NOTE = "接口写入的内容"


def item(value, subject="E03"):
    return json.dumps({"gaoyao": 1, "items": [{"id": subject, "summary": value}]}, ensure_ascii=False)


class Program:
    """A program with a token of its person."""

    def __init__(self, cast, who, *, writes=False, case=""):
        self.token, self.text = tokens.make(cast.accounts[who], "测试", writes=writes, case=case, days=30)
        self.client = Client(headers={"host": "127.0.0.1", "authorization": f"Bearer {self.text}"})

    def get(self, path):
        return self.client.get(f"/api/1{path}")

    def post(self, path, body):
        return self.client.post(f"/api/1{path}", body, content_type="application/json")


def program(cast, who, **more):
    if who is not Role.ADMINISTRATOR:
        return Program(cast, who, **more)
    # 管理员开不出令牌；假定开得出，也读不到
    made = Program.__new__(Program)
    made.token = Token.objects.create(account=cast.accounts[who], name="x", ident="x" * 12, hash=tokens._hash("s"), epoch=0, writes=True,
                                      expires=timezone.now() + timedelta(days=1))  # fmt: skip
    made.client = Client(headers={"host": "127.0.0.1", "authorization": f"Bearer gaoyao_{'x' * 12}_s"})
    return made


@pytest.mark.parametrize("who", EVERYBODY)
def test_no_secret_of_a_closed_part_leaves_by_the_interface(cast, who):
    one, seen = program(cast, who, **({} if who is Role.ADMINISTRATOR else {"writes": True})), set()
    told = [one.get("/cases"), *(one.get(f"/cases/{cast.key}{path}") for path in OF_CASE)]
    told.append(one.post(f"/cases/{cast.key}/assertions", "{}"))
    for response in told:
        assert response.status_code < 500
        body = response.content.decode() + repr(response.headers)
        seen |= {key for key, secret in SECRETS.items() if secret in body}
    assert seen == reads(who)


@pytest.mark.parametrize("who", [STRANGER, Role.ADMINISTRATOR])
def test_a_closed_case_is_the_same_as_none(cast, who):
    one = program(cast, who, **({} if who is Role.ADMINISTRATOR else {"writes": True}))
    assert one.get("/cases").json()["cases"] == []
    for path in OF_CASE:
        answers = [one.get(f"/cases/{key}{path}") for key in (cast.key, "x" * 12)]
        assert answers[0].status_code == 404
        assert answers[0].content == answers[1].content
    answers = [one.post(f"/cases/{key}/assertions", item(NOTE)) for key in (cast.key, "x" * 12)]
    assert [one.status_code for one in answers] == [404, 404]
    assert answers[0].content == answers[1].content


def test_without_a_token_nothing_but_the_schemas(cast):
    # 登录了也不算：接口只认令牌
    for client in (Client(headers={"host": "127.0.0.1"}), cast.client(Role.JUDGE)):
        for path in ["/cases", *(f"/cases/{cast.key}{path}" for path in OF_CASE)]:
            answer = client.get(f"/api/1{path}")
            assert answer.status_code == 401
            assert set(answer.json()["error"]) == {"what", "where", "rule", "do"}
        for path in ("/openapi.json", "/schemas/review", "/schemas/exchange"):
            assert client.get(f"/api/1{path}").status_code == 200
    told = client.get("/api/1/openapi.json").content.decode()
    assert "http://" not in told.replace("http://www.w3.org", "")
    assert "https://" not in told
    assert client.get("/api/1/docs").status_code == 404


def test_a_value_goes_through_the_gate_and_shows_on_the_page(cast):
    judge = Program(cast, Role.JUDGE, writes=True)
    head = judge.get(f"/cases/{cast.key}").json()["heads"]["main"]
    made = judge.post(f"/cases/{cast.key}/assertions?seen={head}&reason=核对原件", item(NOTE))
    assert made.status_code == 201, made.content.decode()
    assert made.json()["revision"] == head + 1
    assert NOTE in text(cast.client(Role.JUDGE).get(cast.at("evidence/item/?id=E03")))
    log = storage.load(cast.case.pk, {next(iter(SECRETS))})
    assert log.revisions[-1].action == "接口录入"
    assert log.revisions[-1].reason == "核对原件"
    again = judge.post(f"/cases/{cast.key}/assertions?seen={head + 1}", item(NOTE))
    assert again.status_code == 409
    # 没有看到的不收回：两个值都在，说法冲突
    other = judge.post(f"/cases/{cast.key}/assertions?seen={head}", item("另一个程序写的"))
    assert other.status_code == 201
    page = text(cast.client(Role.JUDGE).get(cast.at("evidence/item/?id=E03")))
    assert NOTE in page
    assert "另一个程序写的" in page


REFUSED = [
    # 陈述内容由法庭回答的，检察人员不能录入
    (Role.PROSECUTOR, {"items": [{"id": "E03", "shown": True}]}, 422, "检察人员录入由检察"),
    # 人民陪审员不录入
    (Role.LAY_ASSESSOR, {"items": [{"id": "E03", "summary": "x"}]}, 403, "录入、更正内容"),
    # 裁定只在工作台作出
    (
        Role.JUDGE,
        {"items": [{"id": "E03", "rulings": [{"id": "R9", "outcome": "excluded"}]}]},
        422,
        "不由接口录入",
    ),
    # 案卷里没有的编号，写明在哪一行
    (Role.JUDGE, {"doubts": [{"id": "D77", "about": "x", "facts": ["F999"]}]}, 422, "F999"),
    # 没有这一项
    (Role.JUDGE, {"items": [{"id": "E03", "guilty": True}]}, 422, "guilty"),
    # 辩护人写正卷
    (Role.DEFENDER, {"items": [{"id": "E03", "summary": "x"}]}, 422, "你只能写入"),
]


@pytest.mark.parametrize(("who", "body", "status", "told"), REFUSED)
def test_what_is_refused_says_why_and_writes_nothing(cast, who, body, status, told):
    before = storage.heads(cast.case.pk, SECRETS)
    one = Program(cast, who, writes=True)
    answer = one.post(f"/cases/{cast.key}/assertions", json.dumps({"gaoyao": 1, **body}))
    assert answer.status_code == status, answer.content.decode()
    assert told in answer.content.decode()
    assert answer.json()["error"]["what"]
    assert storage.heads(cast.case.pk, SECRETS) == before


def test_the_review_and_the_file_are_those_of_the_pages(cast):
    judge = Program(cast, Role.JUDGE)
    review = judge.get(f"/cases/{cast.key}/review").json()
    assert review["format"] == "gaoyao-review/1"
    assert len(review["items"]) > 50
    file = judge.get(f"/cases/{cast.key}/exchange").content
    assert file == cast.client(Role.JUDGE).get(cast.at("export/")).content
    first = judge.get(f"/cases/{cast.key}/assertions").json()
    assert len(first["assertions"]) == min(1000, first["total"])
    if first["next"]:
        assert (
            judge.get(f"/cases/{cast.key}/assertions?start={first['next']}").json()["assertions"][0]["id"]
            != first["assertions"][0]["id"]
        )


def test_a_case_is_opened_from_a_document(cast):
    answer = Program(cast, STRANGER, writes=True).post("/cases", CASE.read_bytes())
    assert answer.status_code == 201, answer.content.decode()
    assert answer.json()["key"] in text(cast.client(STRANGER).get("/"))
    assert load(CASE).log.revisions


def test_a_token_is_shown_once_kept_as_a_hash_and_ends_when_it_should(cast):
    client = cast.client(Role.JUDGE)
    page = client.post("/tokens/", {"name": "同步", "scope": "read", "case": cast.key, "days": "30"})
    shown = next(
        word for word in text(page).replace("<", " ").replace(">", " ").split() if word.startswith("gaoyao_")
    )
    assert shown not in text(client.get("/tokens/"))
    row = Token.objects.get()
    assert shown.split("_", 2)[2] not in repr(vars(row))
    ask = Client(headers={"host": "127.0.0.1", "authorization": f"Bearer {shown}"})
    address = f"/api/1/cases/{cast.key}"
    assert ask.get(address).status_code == 200
    # 只读的不能写；别人不能撤销
    assert ask.post(f"{address}/assertions", item(NOTE), content_type="application/json").status_code == 403
    cast.client(STRANGER).post("/tokens/revoke/", {"token": row.ident})
    assert ask.get(address).status_code == 200
    assert fields(client.get("/tokens/"), form=-1)["token"] == [row.ident]
    client.post("/tokens/revoke/", {"token": row.ident})
    assert ask.get(address).status_code == 401


def end_all(cast, token):
    cast.accounts[Role.JUDGE].end_sessions()


def expire(cast, token):
    Token.objects.update(expires=timezone.now() - timedelta(seconds=1))


def close(cast, token):
    cast.accounts[Role.JUDGE].is_active = False
    cast.accounts[Role.JUDGE].save()


@pytest.mark.parametrize("how", [end_all, expire, close])
def test_it_ends_with_everything_else(cast, how):
    one = Program(cast, Role.JUDGE)
    assert one.get("/cases").status_code == 200
    how(cast, one.token)
    assert one.get("/cases").status_code == 401


def test_a_token_for_one_case_opens_no_other(cast):
    second = Program(cast, Role.JUDGE, writes=True).post("/cases", CASE.read_bytes()).json()["key"]
    one = Program(cast, Role.JUDGE, case=cast.key, writes=True)
    assert [case["key"] for case in one.get("/cases").json()["cases"]] == [cast.key]
    assert one.get(f"/cases/{second}").status_code == 404
    assert one.post("/cases", CASE.read_bytes()).status_code == 403


def test_too_many_and_too_large_are_refused(cast):
    one = Program(cast, Role.JUDGE, writes=True)
    answer = one.post(f"/cases/{cast.key}/assertions", b" " * (2 * 1024 * 1024 + 1))
    assert answer.status_code == 413
    assert one.post(f"/cases/{cast.key}/assertions", b"").status_code == 422
    Token.objects.update(minute=10**9, used=tokens.REQUESTS)
    answer = one.get("/cases")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60


def test_wrong_parameters_are_told(cast):
    one = Program(cast, Role.JUDGE)
    assert one.get(f"/cases/{cast.key}/assertions?start=许多").status_code == 422
    assert one.get("/cases?page=-3").status_code == 200
    assert OTHER_DEFENDER not in one.get("/cases").content.decode()
