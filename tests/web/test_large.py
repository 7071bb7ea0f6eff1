"""一件大案：每一页都不重。分成几页的，一项不漏、一项不重，里面的链接都到得了；不认识的页码不出错。"""

import re

import pytest

from gaoyao.web.arguments import views as arguments
from gaoyao.web.cases import portions
from tests.web.test_parts import content

SECTIONS = ["findings-mandatory", "standing", "facts", "timeline"]


def text(response):
    return content(response).decode() if isinstance(content(response), bytes) else content(response)


@pytest.fixture
def small(monkeypatch):
    """把每页的上限改小，演示案件就成了大案。"""
    for name, size in (("FINDINGS", 5), ("ITEMS", 7), ("SUPPORTS", 6), ("POINTS", 3)):
        monkeypatch.setattr(portions, name, size)
    monkeypatch.setattr("gaoyao.web.aspects.narrowing.EVENTS", 20)


def pages(judge, address):
    """一节的每一页。"""
    first = text(judge.get(address))
    found = re.search(r"第 1 页，共 (\d+) 页", first)
    return [text(judge.get(f"{address}&page={number}")) for number in range(1, int(found[1]) + 1)]


@pytest.mark.parametrize(
    ("section", "ident"),
    [
        # 证据：每件一行
        ("standing", r'<tr id="(item-\d+)"'),
        # 法律强制的发现：每项一处
        ("findings-mandatory", r'id="(F\d+)"'),
        # 待证事实：每项指控
        ("facts", r'<tbody class="group" id="(count-\d+)"'),
    ],
)
def test_分成几页的_一项不漏(cast, judge, small, monkeypatch, section, ident):
    paged = pages(judge, cast.at(f"review/?section={section}"))
    assert len(paged) > 1
    monkeypatch.undo()
    every = re.findall(ident, text(judge.get(cast.at(f"review/?section={section}"))))
    told = [one for page in paged for one in re.findall(ident, page)]
    assert list(dict.fromkeys(told)) == every
    assert section == "facts" or len(told) == len(every)


def test_分页以后_每个链接都到得了(cast, judge, small):
    met, dead = {}, []
    for section in SECTIONS:
        for page in pages(judge, cast.at(f"review/?section={section}")):
            for there, ident in re.findall(r'href="(\?section=[\w-]+(?:&amp;page=\d+)?)#([\w-]+)"', page):
                there = there.replace("&amp;", "&")
                if there not in met:
                    met[there] = text(judge.get(cast.at(f"review/{there}")))
                if f'id="{ident}"' not in met[there]:
                    dead.append((section, there, ident))
    assert met
    assert dead == []


@pytest.mark.parametrize("number", ["0", "-1", "9999", "99999999", "一", "１", ""])
def test_不认识的页码_给出有的一页(cast, judge, small, number):
    for address in (
        f"review/?section=standing&page={number}",
        f"facts/?page={number}",
        f"arguments/?page={number}",
    ):
        response = judge.get(cast.at(address))
        assert response.status_code == 200
        assert "翻页" in text(response) or "arguments" in address


def test_辩护意见分页_答错的一项仍在眼前(cast, judge, monkeypatch):
    monkeypatch.setattr(arguments, "PER_PAGE", 1)
    first = text(judge.get(cast.at("arguments/")))
    last = int(re.search(r"第 1 页，共 (\d+) 页", first)[1])
    names = [re.search(r'name="argument" value="([^"]+)"', text(judge.get(cast.at(f"arguments/?page={n}"))))[1] for n in range(1, last + 1)]  # fmt: skip
    assert len(set(names)) == last > 1
    response = judge.post(cast.at("arguments/"), {"argument": names[-1], "adopted": "采纳", "reason": " "})
    assert response.status_code == 422
    assert f'value="{names[-1]}"' in text(response)


def test_待证事实的对照分页_每个待证点一次(cast, judge, small):
    first = text(judge.get(cast.at("facts/")))
    last = int(re.search(r"第 1 页，共 (\d+) 页", first)[1])
    total = int(re.search(r"（(\d+) 个待证点）", first)[1])
    told = [
        text(judge.get(cast.at(f"facts/?page={n}"))).count(">证明图</a></th>") for n in range(1, last + 1)
    ]
    assert last > 1
    assert sum(told) == total
