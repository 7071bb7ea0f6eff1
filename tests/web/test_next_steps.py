"""概览上的“接下来”：等人做的事各有个数和去处；没有的不列。"""

import re

from gaoyao.dossier.view import Role
from tests.web.test_parts import content


def told(page):
    return re.search(r"<h2>接下来</h2>(.*?)</section>", page, re.S)[1]


def test_等人做的事_各有个数_链接打得开(cast, judge):
    page = told(content(judge.get(cast.at(""))))
    assert re.search(r"<b>[1-9]\d*</b> 件证据有应当排除的理由", page)
    assert re.search(r"<b>[1-9]\d*</b> 项辩护意见没有得到回应", page)
    for address in re.findall(r'href="([^"]+)"', page):
        assert judge.get(address.replace("&amp;", "&")).status_code == 200


def test_没有机器读出的内容_不说要确认(cast, judge):
    assert "没有人确认" not in told(content(judge.get(cast.at(""))))


def test_不能确认的人_看不到空的确认一栏(cast, judge):
    column = '<th scope="col" class="tight">确认</th>'
    address = cast.at("evidence/item/?id=E52")
    assert column in content(judge.get(address))
    seen = content(cast.client(Role.DEFENDER).get(address))
    assert column not in seen
    assert "发现所依据的内容" in seen
