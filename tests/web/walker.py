"""像人那样走一遍：从一个文件夹到裁定和阅卷笔录；每一次点击、按键、填写都计数。浏览器测试和基准都用它。"""

import re
import socket
import time
from pathlib import Path

from playwright.sync_api import expect

LONG = 900_000


class Acts:
    """一个人在页面上的操作；每次算一次，填一格也算一次。"""

    def __init__(self, page):
        self.page, self.count = page, 0

    def click(self, where):
        self.count += 1
        where.click()

    def check(self, where):
        self.count += 1
        where.check()

    def fill(self, where, text):
        self.count += 1
        where.fill(text)

    def choose(self, where, path):
        self.count += 1
        where.set_input_files(path)

    def key(self, key):
        """按一个键，等新的一页。"""
        self.count += 1
        with self.page.expect_navigation():
            self.page.keyboard.press(key)


def link(page, name):
    return page.get_by_role("link", name=name, exact=True)


def upload(page, acts, folder):
    """选一个文件夹，上传，回到读取的进度页。"""
    acts.click(link(page, "载入案件").first)
    acts.choose(page.get_by_label("一个文件夹"), folder)
    acts.click(page.get_by_role("button", name="上传并读取"))
    page.wait_for_url("**/jobs/*/", timeout=LONG)


def read(page, acts):
    """等读完，开始确认；返回案件的地址。"""
    button = link(page, "开始确认")
    expect(button).to_be_visible(timeout=LONG)
    acts.click(button)
    page.wait_for_url("**/confirming/")
    return page.url.removesuffix("confirming/")


def confirm(page, acts):
    """按 y 直到没有；返回逐项、成组各几步。"""
    single = group = 0
    while page.locator("button[data-key=y]").count():
        if page.locator("table.look").count():
            group += 1
        else:
            single += 1
        acts.key("y")
        expect(page.get_by_role("status")).to_contain_text("已确认")
    return single, group


def gather(page, acts, title="公诉人出示的证据"):
    """全部证据编成一组，出示、质证、无异议一次记载。"""
    acts.click(link(page, "证据"))
    acts.check(page.get_by_label("全选"))
    acts.fill(page.get_by_label("新组名称"), title)
    acts.click(page.get_by_role("button", name="编组"))
    acts.click(page.get_by_role("region", name=re.compile(title)).get_by_role("button", name="记载"))
    expect(page.get_by_role("status")).to_contain_text("已记载")


def without_statements(page, acts):
    """假如没有供述。"""
    acts.click(link(page, "待证事实"))
    acts.check(page.get_by_label("全部供述"))
    acts.click(page.get_by_role("button", name="试一试"))
    expect(page.get_by_role("heading", name=re.compile("假如没有"))).to_be_visible()


def rule(page, acts, item):
    """看一件证据，对它作出排除的裁定。"""
    acts.click(link(page, "证据"))
    acts.click(page.get_by_role("link", name=item).first)
    acts.click(link(page, "对它作出裁定"))
    acts.check(page.get_by_label("予以排除", exact=True))
    acts.fill(page.get_by_label("作出日期"), "2021-08-20")
    acts.fill(page.get_by_label("理由（排除、不排除都要写明）"), "在规定的办案场所以外讯问，没有合理解释")
    acts.fill(page.get_by_label("裁定、笔录的页码"), "庭审笔录第12页")
    acts.click(page.get_by_role("button", name="记载裁定"))
    expect(page.get_by_role("region", name="处境")).to_contain_text("经裁定排除")


def paper(page, acts):
    """下载阅卷笔录，返回字节。"""
    acts.click(link(page, "文书"))
    with page.expect_download() as waiting:
        acts.click(link(page, "阅卷笔录.docx"))
    return Path(waiting.value.path()).read_bytes()


def write(given, folder):
    """把虚构的卷宗写成一个文件夹。"""
    for name, data in given.items():
        path = Path(folder) / name.partition("/")[2]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return Path(folder)


def listening(port, seconds=120):
    """等到有人在这个端口上应答：打印了地址的服务，还要一会儿才接得上。"""
    until = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def free_port():
    """一个没有人用的端口。"""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
