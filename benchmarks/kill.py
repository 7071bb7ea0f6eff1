"""Kill the server while people save: no acknowledged edit may be lost, no edit may be half there.

A real server (gunicorn, two processes of four threads) on SQLite or PostgreSQL; four people save edits without
pause; a process of the server is killed (SIGKILL) at a random moment of an edit, and every twentieth time the
whole server.  At the end the log is exported by command, every hash is recomputed, and every edit is compared with
what its client was told.

Usage: python -m benchmarks.kill [--times 200] [--database sqlite|postgresql|both] [--seed 1]
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.postgresql import free_port, postgresql
from gaoyao.dossier import raw

ROOT = Path(__file__).resolve().parents[1]
CASE = ROOT / "demo" / "03-速裁危险驾驶-顶包.yaml"
PEOPLE, WHOLE_EVERY, TOKEN = 4, 20, "k" * 32
PREPARE = """
import json, sys
from importlib import import_module
from pathlib import Path
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import Role
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.actions import open_case
account = Account.objects.open("judge", "测试审判员", Role.JUDGE, "unused-password-9137", one_time=False)
log = load(Path({path!r}), actor="演示", at="2026-11-01T09:00:00").log
case = open_case(account, log)
session = import_module(settings.SESSION_ENGINE).SessionStore()
session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(account.pk), "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = account.get_session_auth_hash()
session.save()
items = sorted({{one.subject for one in log.assertions() if one.kind == "item"}})
print(json.dumps([case.key, session.session_key, items]))
"""


@dataclass
class Told:
    """What the clients were told about each edit."""

    acknowledged: set[str] = field(default_factory=set)
    unanswered: set[str] = field(default_factory=set)
    refused: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    flying: int = 0


class Server:
    """The server, started and killed."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self._environment, self._log, self.port = environment, log, free_port()
        self.start()

    def start(self) -> None:
        """Start it and wait until it answers."""
        bind = f"--bind 127.0.0.1:{self.port} --workers 2 --threads 4 --worker-class gthread".split()
        quiet = ["--preload", "--log-level", "critical", "--graceful-timeout", "5"]
        with self._log.open("ab") as log:
            self._master = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "gunicorn", *bind, *quiet, "gaoyao.web.wsgi:application"],
                cwd=ROOT, env=self._environment, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        for _ in range(1200):
            if self._master.poll() is not None:
                raise RuntimeError(f"服务没有启动：{self._log.read_text(errors='replace')[-2000:]}")
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            try:
                connection.request("GET", "/login/")
                status = connection.getresponse().status
                if status in (200, 301):  # 301: production sends to HTTPS
                    return
                if status >= 500:
                    raise RuntimeError(f"登录页答 {status}：{self._log.read_text(errors='replace')[-2000:]}")
            except (OSError, http.client.HTTPException):
                pass
            finally:
                connection.close()
            time.sleep(0.1)
        raise RuntimeError("服务两分钟没有应答")

    def workers(self) -> list[int]:
        """The processes that serve."""
        found = Path(f"/proc/{self._master.pid}/task/{self._master.pid}/children").read_text().split()
        return [int(one) for one in found]

    def kill_one(self, rest: random.Random) -> None:
        """SIGKILL to one of its processes; the master starts another."""
        workers = self.workers()
        if workers:
            os.kill(rest.choice(workers), signal.SIGKILL)

    def kill_all(self) -> None:
        """SIGKILL to all of it."""
        os.killpg(self._master.pid, signal.SIGKILL)
        self._master.wait()

    def stop(self) -> None:
        """An orderly end."""
        self._master.send_signal(signal.SIGTERM)
        self._master.wait(60)


class Person(threading.Thread):
    """Saves one edit after the other, each with a value of its own."""

    def __init__(
        self, number: int, server: Server, told: Told, lock: threading.Lock, prepared: list[object]
    ) -> None:
        super().__init__(daemon=True)
        self.number, self.server, self.told, self.lock = number, server, told, lock
        self.key, self.session, self.items = prepared
        self.end = threading.Event()

    def run(self) -> None:
        """Until told to end."""
        count = 0
        while not self.end.is_set():
            count += 1
            self._save(
                f"改动-{self.number}-{count}", str(self.items[(self.number + count) % len(self.items)])
            )  # type: ignore[index, arg-type]

    def _save(self, value: str, item: str) -> None:
        given = urlencode(
            {
                "csrfmiddlewaretoken": TOKEN,
                "answer": "value",
                "value": value,
                "reason": "测试改动",
                "page": "第1页",
            }
        )
        headers = {
            "Cookie": f"sessionid={self.session}; csrftoken={TOKEN}", "Content-Type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=90)
        began, status = time.perf_counter(), 0
        with self.lock:
            self.told.flying += 1
        try:
            connection.request(
                "POST", f"/cases/{self.key}/cell/?{urlencode({'f': 'item.title', 's': item})}", given, headers
            )
            status = connection.getresponse().status
        except (OSError, http.client.HTTPException):
            time.sleep(0.02)
        finally:
            connection.close()
        with self.lock:
            self.told.flying -= 1
            if status == 302:
                self.told.acknowledged.add(value)
                self.told.seconds.append(time.perf_counter() - began)
            elif status:
                self.told.refused[str(status)] += 1
                self.told.unanswered.add(value)
            else:
                self.told.unanswered.add(value)


def measure(times: int, database: str, address: str, folder: Path, seed: int) -> bool:
    """One engine; prints a line of the table.  True where nothing was lost and nothing is half there."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOYAO_")}
    environment = kept | {"GAOYAO_WEB_DATA": str(folder / "data"), "GAOYAO_WEB_DATABASE": address}
    _manage(environment, "migrate", "-v0")
    prepared = json.loads(_manage(environment, "shell", "-v0", "-c", PREPARE.format(path=str(CASE))))
    rest, told, lock = random.Random(seed), Told(), threading.Lock()
    server = Server(environment, folder / "server.log")
    people = [Person(number, server, told, lock, prepared) for number in range(PEOPLE)]
    for one in people:
        one.start()
    try:
        _wait(lambda: len(told.acknowledged) >= PEOPLE)
        for number in range(1, times + 1):
            before = len(told.acknowledged)
            _wait(lambda: told.flying > 0)
            with lock:
                usual = sorted(told.seconds[-40:])[len(told.seconds[-40:]) // 2]
            time.sleep(rest.uniform(0, 2 * usual))
            if number % WHOLE_EVERY:
                server.kill_one(rest)
            else:
                server.kill_all()
                server.start()
            _wait(lambda known=before: len(told.acknowledged) > known)
            if number % WHOLE_EVERY == 0:
                print(
                    f"{database}：已杀死 {number} 次，确认 {len(told.acknowledged)} 次",
                    file=sys.stderr,
                    flush=True,
                )
    finally:
        for one in people:
            one.end.set()
        for one in people:
            one.join(100)
        server.stop()
    return _compare(environment, str(prepared[0]), told, times, database)


def _compare(environment: dict[str, str], key: str, told: Told, times: int, database: str) -> bool:
    _manage(environment, "verify_log")
    log = raw.load(_manage(environment, "export_case", "judge", key, "--log").encode())
    found = Counter(str(one.value) for one in log.assertions() if str(one.value).startswith("改动-"))
    lost = [one for one in told.acknowledged if found[one] != 1]
    twice = [one for one, count in found.items() if count > 1]
    strange = [one for one in found if one not in told.acknowledged | told.unanswered]
    half = [one for one in log.verify() if one]
    whole = sum(found[one] == 1 for one in told.unanswered)
    print(
        f"{database}：杀死 {times} 次（其中 {times // WHOLE_EVERY} 次整个服务）；保存 {len(told.acknowledged) + len(told.unanswered)} 次，"
        f"确认 {len(told.acknowledged)} 次，没有得到确认 {len(told.unanswered)} 次（其中没有写入 {len(told.unanswered) - whole}，完整写入 {whole}）；"
        f"已确认而丢失 {len(lost)}，半次修改 {len(half)}，重复 {len(twice)}，来历不明 {len(strange)}；其他应答 {dict(told.refused)}"
    )
    return not (lost or twice or strange or half) and bool(told.unanswered)


def _manage(environment: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "gaoyao.web", *words],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{words[0]}：{done.stdout[-1000:]}{done.stderr[-1000:]}")
    return done.stdout


def _wait(ready: object, seconds: float = 600) -> None:
    end = time.monotonic() + seconds
    while not ready():  # type: ignore[operator]
        if time.monotonic() > end:
            raise RuntimeError("十分钟没有一次保存得到确认")
        time.sleep(0.002)


def main() -> int:
    """Measure the engines asked for; exit 1 where something was lost, or no kill hit an edit."""
    parser = argparse.ArgumentParser(description="在保存的随机时刻杀死服务：已确认的修改不丢，没有半次修改")
    parser.add_argument("--times", type=int, default=200, help="杀死几次")
    parser.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="both", help="数据库")
    parser.add_argument("--seed", type=int, default=1, help="随机数种子")
    given = parser.parse_args()
    good = True
    for name in ("sqlite", "postgresql") if given.database == "both" else (given.database,):
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="gaoyao-kill-")))
            address = ""
            if name == "postgresql":
                folder.chmod(0o755)
                (folder / "postgresql").mkdir()
                address = stack.enter_context(postgresql(folder / "postgresql", durable=True))
            good = measure(given.times, name, address, folder, given.seed) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
