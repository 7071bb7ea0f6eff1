"""无障碍：每一个网址、每种身份在真的浏览器里用 axe-core 检查，WCAG 2.2 AA 的违反一处也没有；每页的 HTML、CSS、JS 不到 300 KB。"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.test_parts import ELSEWHERE, PAGES
from tests.web.test_walk import browser, enter, workbench  # noqa: F401 - fixtures

FILES = {
    "export",
    "paper",
    "crop",
    "page-image",
    "raw-log",
    "proof-export",
    "audit-heads-text",
    "scenario",
    "list-lines",
}
"""网址给出的是文件，或者一页的一部分，不是页面。"""
ACTS = {
    "mark",
    "confirm",
    "accept",
    "order",
    "undo",
    "logout",
    "everywhere",
    "job-cancel",
    "job-again",
    "revoke",
    "draft",
    "upload",
    "material-add",
    "answer-sheet",
}
"""网址只接受提交。"""
LARGEST = 300_000
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
REAL = {"EX1": "E52", "E03": "E27", "DX1": "D1"}
MORE = [
    "evidence/item/?id=E52",
    "cell/?f=item.shown&s=E52",
    "cell/?f=item.happened&s=E52",
    "ruling/?item=E52",
    "graph/?breaks=1",
    "timeline/?page=1",
]
EACH = {
    "judge": ["", "evidence/", "registers/", "arguments/", "panel/"],
    "prosecutor": ["", "registers/", "favourable/?new=1", "papers/"],
    "defender": [
        "",
        "evidence/item/?id=E52",
        "registers/?new=1",
        "cell/?f=item.shown&s=E52",
        "ruling/?item=E52",
    ],
    "lay": ["", "panel/", "cell/?f=item.shown&s=E52"],
    "member1": ["panel/"],
    "clerk": ["evidence/", "panel/convene/"],
    "reviewer": ["", "dissections/"],
}
"""其他身份：和审判长看到的不同的页面；审判长看全部网址。"""


def paths_of_case():
    """每一个网址一次，换成演示案件里真有的编号；没有的编号看到的是“没有这一页”，也检查。"""
    for name, paths in PAGES.items():
        if name not in FILES | ACTS:
            yield from (_real(path) for path in paths if not path.startswith("jobs/"))
    yield from MORE


def _real(path):
    for planted, there in REAL.items():
        path = path.replace(f"={planted}", f"={there}") if path.endswith(planted) else path
    return path


def elsewhere():
    return [path for name, path in ELSEWHERE.items() if name not in FILES | ACTS]


class Look:
    """看一页：重量，axe 发现的违反。"""

    def __init__(self, page):
        self.page, self.axe, self.found, self.sizes, self.parts = page, Axe(), [], {}, {}
        page.on("response", self._weigh)

    def _weigh(self, response):
        kind = response.headers.get("content-type", "").split(";")[0]
        if (
            kind in ("text/html", "text/css", "text/javascript", "application/javascript")
            and response.status < 300
        ):
            self.parts[response.url] = response

    def at(self, address):
        self.parts = {}
        self.page.goto(address, wait_until="load")
        size = sum(len(one.body()) for one in self.parts.values())
        self.sizes[address] = size
        self.page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        result = self.axe.run(
            self.page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
        )
        for one in result.response["violations"]:
            for node in one["nodes"][:3]:
                self.found.append(
                    f"{address} {one['id']}：{node['html'][:160]} {node['failureSummary'][:200]}"
                )
        if size >= LARGEST:
            self.found.append(f"{address}：{size} 字节")


def open_case(page):
    page.get_by_role("link", name="贺某甲等四人抢劫案").click()
    return page.url


def test_every_page_as_the_presiding_judge(enter):  # noqa: F811
    page = enter("presiding")
    case = open_case(page)
    look = Look(page)
    for path in dict.fromkeys([*paths_of_case()]):
        look.at(case + path)
    for path in elsewhere():
        look.at(path)
    assert look.found == []
    assert len(look.sizes) > 60


@pytest.mark.parametrize("who", EACH)
def test_what_other_roles_see_differently(enter, who):  # noqa: F811
    page = enter(who)
    case = open_case(page)
    look = Look(page)
    for path in EACH[who]:
        look.at(case + path)
    assert look.found == []


def test_administrator_and_log_in(enter):  # noqa: F811
    page = enter("admin")
    look = Look(page)
    for path in [
        "/",
        "/assignments/",
        "/audit/readings/",
        "/audit/",
        "/safety/",
        "/password/",
        "/cases/xxxxxxxxxxxx/",
    ]:
        look.at(path)
    page.get_by_role("button", name="退出").click()
    look.at("/login/")
    assert look.found == []
