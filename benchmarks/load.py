"""Fifty people at work on a thousand cases: how long a page and an edit take, and was every edit kept?

gunicorn as the guide says (two processes of four threads) and the worker beside it, with the settings of production on a
real PostgreSQL that is started for the purpose, everything on the same machine.  Each person asks for something every
six seconds: a page, or one time in ten an edit, which ends with the page that shows the new review.  The first minute is
cold: nothing is in any memory.  Who has opened a case stays with it for some ten requests before the next.  A list that
says that lines are being prepared is asked for again as the browser does, until the person goes on; these requests are
told apart and not among the pages.  At the end every log is read again, its hashes are recomputed, and it is compared
with what was told.  `--prepared` runs prepare_lists first, as after midnight; without it no line of any list is prepared.

Usage: python -m benchmarks.load [--people 50] [--cases 1000] [--large 1000] [--seconds 180] [--seed 1] [--prepared]
"""

from __future__ import annotations

import argparse
import html
import http.client
import json
import os
import random
import re
import secrets
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

from benchmarks.kill import TOKEN, Server, _manage
from benchmarks.postgresql import free_port, postgresql
from benchmarks.spent import Spent

ROOT = Path(__file__).resolve().parents[1]
EVERY, EDITS, COLD, STAY = 6.0, 0.1, 60.0, 0.9
PAGES = (
    ("/", 15), ("", 20), ("evidence/", 15), ("item", 20), ("facts/", 10), ("questions/", 7), ("graph/", 4), ("registers/", 3), ("timeline/", 2),
    ("periods/", 2), ("review/", 2),
)  # fmt: skip
"""Which pages people open, with their weights."""
SIZES = (20, 30, 40, 60)
LATER = re.compile(r'<div id="lines" hx-get="([^"]+)" hx-trigger="load delay:(\d+)s"')
"""How a list says when it asks again for lines that are being prepared."""
PREPARE = """
import json
from importlib import import_module
from pathlib import Path
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection, transaction
from benchmarks.performance import case_of
from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import Role
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.models import Assignment, Case
from gaoyao.web.ledger import storage

ACT = "part, owner, number, actor, action, reason, at, previous_hash, hash, sealed"
ROW = "place, subject, kind, field, value, basis, address, confidence, note, retracts, sealed"
people, cases, large, sizes, demo = {given}
logs = [case_of(size) for size in sizes] + [load(Path(one), actor="演示", at="2026-11-01T09:00:00").log for one in demo]
logs = [log for log in logs if len(log.parts) == 1] or logs
made, items = [], []
with transaction.atomic():
    for log in [*logs, case_of(large)]:
        case = Case.objects.create()
        storage.append_log(case.pk, log)
        made.append(case)
        items.append(sorted(one.subject for one in log.assertions() if one.kind == "item" and one.field == "title"))
templates, last = made[:-1], made[-1]
every = [(last, items[-1])] + list(zip(templates, items))
with connection.cursor() as cursor, transaction.atomic():
    for n in range(cases - len(made)):
        case, source = Case.objects.create(), templates[n % len(templates)]
        cursor.execute(f"INSERT INTO ledger_revision (case_id, {{ACT}}) SELECT %s, {{ACT}} FROM ledger_revision WHERE case_id = %s", [case.pk, source.pk])
        cursor.execute(
            f"INSERT INTO ledger_record (revision_id, {{ROW}}) SELECT new.id, r.{{ROW.replace(', ', ', r.')}} FROM ledger_record r "
            "JOIN ledger_revision old ON r.revision_id = old.id "
            "JOIN ledger_revision new ON new.case_id = %s AND (new.part, new.owner, new.number) = (old.part, old.owner, old.number) "
            "WHERE old.case_id = %s", [case.pk, source.pk],
        )
        every.append((case, items[n % len(templates)]))
with connection.cursor() as cursor:
    cursor.execute("ANALYZE")
out = []
for n in range(people):
    account = Account.objects.open(f"judge{{n}}", f"测试审判员{{n}}", Role.JUDGE, "unused-password-9137", one_time=False)
    own = [every[k] for k in range(len(every)) if k % people == n or (k == 0 and n < 5)]
    Assignment.objects.bulk_create([Assignment(case=case, account=account, role=Role.JUDGE.value) for case, _ in own])
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(account.pk), "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    out.append([session.session_key, [[case.key, names] for case, names in own]])
print(json.dumps(out))
"""
REPLAY = """
import json, sys
from gaoyao.web.cases.models import Case
from gaoyao.web.ledger import storage
from gaoyao.dossier.schema import Part
told = json.load(open({path!r}))
wrong, seen = [], 0
for key, edits in told.items():
    log = storage.load(Case.objects.get(key=key).pk, [(Part.MAIN, "")])
    records = log.chain(Part.MAIN, "").records
    for number, item, value in edits:
        kept = number <= len(records) and any(one.subject == item and one.field == "title" and one.value == value for one in records[number - 1])
        seen += kept
        if not kept:
            wrong.append((key, number, item, value))
print(json.dumps([seen, wrong]))
"""


@dataclass
class Told:
    """What the clients saw: (seconds since the start, seconds taken, what) and the edits that were acknowledged."""

    pages: list[tuple[float, float, str]] = field(default_factory=list)
    edits: list[tuple[float, float, str]] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    kept: dict[str, list[tuple[int, str, str]]] = field(default_factory=dict)
    again: list[tuple[float, float, str]] = field(default_factory=list)
    waited: list[tuple[float, float, str]] = field(default_factory=list)
    lists: Counter[str] = field(default_factory=Counter)
    behind: int = 0


class Person(threading.Thread):
    """One person: something every six seconds, begun at a moment of his own."""

    def __init__(self, number: int, port: int, session: str, cases: list[tuple[str, list[str]]], told: Told, begin: float, end: float, seed: int) -> None:  # fmt: skip
        super().__init__(daemon=True)
        self.number, self.port, self.session, self.cases, self.told = number, port, session, cases, told
        self.begin, self.end, self.rest = begin, end, random.Random(seed * 1000 + number)
        self.case = self.rest.choice(cases) if cases else ("", [])
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.due = begin

    def run(self) -> None:
        """Until the end; a person who had to wait does not make up for it."""
        due = self.begin + self.rest.uniform(0, EVERY)
        count = 0
        while due < self.end:
            time.sleep(max(0.0, due - time.monotonic()))
            self.told.behind += time.monotonic() - due > 1
            count += 1
            self.due = max(due + EVERY, time.monotonic())
            try:
                if self.cases and self.rest.random() < EDITS:
                    self._edit(count)
                else:
                    self._page()
            except (OSError, http.client.HTTPException) as error:
                self.told.errors[type(error).__name__] += 1
                self.connection.close()
            due = max(due + EVERY, time.monotonic())

    def _page(self) -> None:
        if not self.cases:
            self._timed("/", "空页", self.told.pages)
            return
        name = self.rest.choices([one for one, _ in PAGES], [weight for _, weight in PAGES])[0]
        key, items = self._case()
        path = f"evidence/item/?id={self.rest.choice(items)}" if name == "item" else name
        began = time.monotonic()
        page = self._timed("/" if name == "/" else f"/cases/{key}/{path}", name, self.told.pages)
        if name == "/":
            self._list(page, began)

    def _list(self, page: str, began: float) -> None:
        """Wait for the lines that are being prepared, as the page does, until it is time for something else."""
        self.told.lists["列表"] += 1
        self.told.lists["行"] += page.count('id="case-')
        self.told.lists["还没有准备好的行"] += page.count("正在准备</td>")
        whole = "hx-get" not in page
        self.told.lists["一打开就完整的列表"] += whole
        while found := LATER.search(page):
            address, delay = html.unescape(found[1]), float(found[2])
            if time.monotonic() + delay > min(self.due, self.end):
                return
            time.sleep(delay)
            page = self._timed(address, "补行", self.told.again)
        if not whole:
            self.told.waited.append((began - self.begin, time.monotonic() - began, "列表补齐"))

    def _case(self) -> tuple[str, list[str]]:
        if self.rest.random() > STAY:
            self.case = self.rest.choice(self.cases)
        return self.case

    def _timed(self, path: str, name: str, kept: list[tuple[float, float, str]]) -> str:
        began = time.monotonic()
        status, page, _ = self._ask("GET", path)
        kept.append((began - self.begin, time.monotonic() - began, name))
        if status != 200:
            self.told.errors[f"{status} {name}"] += 1
        return page

    def _edit(self, count: int) -> None:
        """Open the form (a page), save it and read the page with the new review (the edit)."""
        key, items = self._case()
        item = self.rest.choice(items)
        address = f"/cases/{key}/cell/?{urlencode({'f': 'item.title', 's': item, 'back': f'item:{item}'})}"
        began = time.monotonic()
        status, form, _ = self._ask("GET", address)
        self.told.pages.append((began - self.begin, time.monotonic() - began, "表单"))
        seen = re.findall(r'name="seen" value="([^"]+)"', form)
        value = f"虚构证据改 {self.number}-{count}"
        given = [
            ("csrfmiddlewaretoken", TOKEN),
            ("answer", "value"),
            ("value", value),
            ("reason", "测试改动"),
            ("page", "卷1第1页"),
            *(("seen", one) for one in seen),
        ]
        began = time.monotonic()
        status, _, place = self._ask("POST", address, urlencode(given))
        number = re.search(r"after=main:(\d+)", place.replace("%3A", ":"))
        if status != 302 or number is None:
            self.told.errors[f"{status} 保存"] += 1
            return
        self.told.kept.setdefault(key, []).append((int(number[1]), item, value))
        status, page, _ = self._ask("GET", place)
        self.told.edits.append((began - self.begin, time.monotonic() - began, "修改"))
        if status != 200 or value not in page:
            self.told.errors[f"{status} 修改以后的页面"] += 1

    def _ask(self, verb: str, path: str, body: str | None = None) -> tuple[int, str, str]:
        host = f"127.0.0.1:{self.port}"
        headers = {
            "Cookie": f"sessionid={self.session}; csrftoken={TOKEN}", "X-Forwarded-Proto": "https", "Referer": f"https://{host}/",
            "Content-Type": "application/x-www-form-urlencoded", "Connection": "close",
        }  # fmt: skip
        self.connection.request(verb, quote(path, safe="/?=&:%+"), body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        self.connection.close()
        return answer.status, text, answer.headers.get("Location", "")


def shown(name: str, times: list[float]) -> str:
    """A line of the table: how many, median, 95th percentile, longest, in milliseconds."""
    if not times:
        return f"| {name} | 0 | — | — | — |"
    ranked = sorted(times)
    at = [ranked[min(len(ranked) - 1, int(len(ranked) * share))] * 1000 for share in (0.5, 0.95)]
    return f"| {name} | {len(ranked)} | {at[0]:.0f} | {at[1]:.0f} | {ranked[-1] * 1000:.0f} |"


def work(
    port: int, prepared: list[tuple[str, list[tuple[str, list[str]]]]], seconds: float, seed: int
) -> Told:
    """Let the people work; what they were told."""
    told, begin = Told(), time.monotonic()
    people = [
        Person(n, port, session, cases, told, begin, begin + seconds, seed)
        for n, (session, cases) in enumerate(prepared)
    ]
    for one in people:
        one.start()
    for one in people:
        one.join()
    return told


def measure(arguments: argparse.Namespace, folder: Path, address: str) -> bool:
    """Prepare, work, print, replay.  True where nothing was lost and no error came."""
    keys = folder / "keys.json"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOYAO_")}
    environment = kept | {
        "GAOYAO_WEB_DATA": str(folder / "data"), "GAOYAO_WEB_DATABASE": address, "GAOYAO_WEB_PRODUCTION": "1", "GAOYAO_WEB_HOSTS": "127.0.0.1",
        "GAOYAO_WEB_SECRET_KEY": secrets.token_urlsafe(64), "GAOYAO_WEB_KEY_FILE": str(keys), "GAOYAO_WEB_BEHIND_PROXY": "1",
        "GAOYAO_WEB_SECOND_FACTOR": "none",
    }  # fmt: skip
    (folder / "data" / "static").mkdir(parents=True)
    _manage(environment, "new_keys")
    _manage(environment, "migrate", "-v0")
    demo = [str(path) for path in sorted((ROOT / "demo").glob("*.yaml"))]
    began = time.monotonic()
    given = repr((arguments.people, arguments.cases, arguments.large, SIZES, demo))
    prepared = json.loads(_manage(environment, "shell", "-v0", "-c", PREPARE.format(given=given)))
    print(
        f"准备：{arguments.cases} 件案件，其中一件 {arguments.large} 件证据，{time.monotonic() - began:.0f} 秒；负载 {os.getloadavg()[0]:.1f}",
        flush=True,
    )
    empty = _empty(arguments)
    if arguments.prepared:
        print(_manage(environment, "prepare_lists").strip(), flush=True)
    server = Server(environment, folder / "server.log")
    with (folder / "worker.log").open("wb") as log:
        worker = subprocess.Popen(
            [sys.executable, "-m", "gaoyao.web", "worker"], cwd=ROOT, env=environment, stdout=log, stderr=log
        )
    before = Spent.now()
    try:
        told = work(server.port, prepared, arguments.seconds, arguments.seed)
        spent = Spent.now().since(before)
    finally:
        worker.terminate()
        server.stop()
        worker.wait(60)
    _print(told, empty, arguments, spent)
    good = _replay(environment, told, folder)
    return good and not told.errors


def _empty(arguments: argparse.Namespace) -> Told:
    """The same people on an empty page, half a minute."""
    port = free_port()
    bind = (
        f"--bind 127.0.0.1:{port} --workers 2 --threads 4 --worker-class gthread --log-level critical".split()
    )
    server = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "gunicorn", *bind, "benchmarks.empty_page:application"],
        cwd=ROOT,
    )
    try:
        time.sleep(4)
        return work(port, [("", [])] * arguments.people, min(30.0, arguments.seconds), arguments.seed)
    finally:
        server.terminate()
        server.wait(30)


def _print(told: Told, empty: Told, arguments: argparse.Namespace, spent: str) -> None:
    cold = min(COLD, arguments.seconds / 3)
    print(
        f"\n{arguments.people} 人，每人每 {EVERY:.0f} 秒一次，{arguments.seconds:.0f} 秒；一分钟平均负载 {os.getloadavg()[0]:.1f}；{spent}\n"
    )
    print("| 毫秒 | 次数 | 中位 | 95% | 最长 |\n|---|---:|---:|---:|---:|")
    for name, lines in (("页面", told.pages), ("修改连同新的审查", told.edits)):
        print(shown(f"{name}（全部）", [taken for _, taken, _ in lines]))
        print(
            shown(
                f"{name}（前 {cold:.0f} 秒，内存里什么也没有）",
                [taken for at, taken, _ in lines if at < cold],
            )
        )
        print(shown(f"{name}（以后）", [taken for at, taken, _ in lines if at >= cold]))
    for page in dict.fromkeys(what for _, _, what in told.pages):
        print(
            shown(
                f"　其中 {page or '概览'}（以后）",
                [taken for at, taken, what in told.pages if what == page and at >= cold],
            )
        )
    print(shown("列表再问还没有准备好的行（htmx，不在“页面”之内）", [taken for _, taken, _ in told.again]))
    print(shown("不完整的列表从打开到补齐", [taken for _, taken, _ in told.waited]))
    print(shown("Django 的空页", [taken for _, taken, _ in empty.pages]))
    print("\n" + "，".join(f"{name} {count}" for name, count in told.lists.items()))
    print(f"\n错误 {sum(told.errors.values())}：{dict(told.errors)}；迟到一秒以上的请求 {told.behind}")


def _replay(environment: dict[str, str], told: Told, folder: Path) -> bool:
    path = folder / "told.json"
    path.write_text(json.dumps(told.kept))
    seen, wrong = json.loads(_manage(environment, "shell", "-v0", "-c", REPLAY.format(path=str(path))))
    _manage(environment, "verify_log")
    print(
        f"重放：告诉过客户已保存的 {sum(map(len, told.kept.values()))} 次，日志里相符 {seen} 次，不符 {len(wrong)} 次；全部日志的校验值重算相符"
    )
    return not wrong


def main() -> int:
    """Run; exit 1 where an edit was lost or an error came."""
    parser = argparse.ArgumentParser(description="五十人、一千件案件的负载；最后重放全部日志")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--large", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=180.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--prepared", action="store_true", help="先运行 prepare_lists，如同零点以后")
    arguments = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="gaoyao-load-") as name,
        postgresql(Path(name), durable=True) as address,
    ):
        return 0 if measure(arguments, Path(name), address) else 1


if __name__ == "__main__":
    sys.exit(main())
