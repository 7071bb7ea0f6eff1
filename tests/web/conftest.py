"""A real database for every test: SQLite in a file, migrated once a process, rolled back after each test."""

import os
import tempfile
from pathlib import Path

_DATA = tempfile.TemporaryDirectory(prefix="gaoyao-web-")
os.environ["DJANGO_SETTINGS_MODULE"] = "gaoyao.web.settings"
os.environ["GAOYAO_WEB_DATA"] = _DATA.name
for name in [name for name in os.environ if name.startswith("GAOYAO_WEB_") and name != "GAOYAO_WEB_DATA"]:
    os.environ.pop(name)
os.environ["GAOYAO_WEB_READS_SECONDS"] = "0"  # 阅读登记当时就写，不另开线程
if os.environ.get("GAOYAO_TEST_DATABASE"):  # test_postgresql.py runs the same tests on a PostgreSQL it starts
    os.environ["GAOYAO_WEB_DATABASE"] = os.environ["GAOYAO_TEST_DATABASE"]
(Path(_DATA.name) / "static").mkdir()

import django  # noqa: E402

django.setup()

import pytest  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from gaoyao.dossier.exchange import load  # noqa: E402
from gaoyao.dossier.view import Role  # noqa: E402
from gaoyao.web.cases.reading import SHELF  # noqa: E402
from tests.web import people  # noqa: E402


@pytest.fixture(scope="session", autouse=True)
def database():
    setup_test_environment()
    call_command("migrate", verbosity=0, interactive=False)
    yield
    connection.close()
    _DATA.cleanup()


@pytest.fixture
def db(database):
    """Everything a test writes is undone; what was read is forgotten."""
    SHELF._kept.clear()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def cast(db):
    """One person of every role, all but the administrator and the stranger assigned to one case."""
    return people.cast(load(people.CASE).log)


@pytest.fixture
def judge(cast):
    return cast.client(Role.JUDGE)


@pytest.fixture
def without_ocr(monkeypatch):
    """识别另有测试；这里不识别，扫描页列为未读。"""
    monkeypatch.setattr(settings, "OCR_PROCESSES", 0)


@pytest.fixture
def bench(cast):
    """The court of the case: judge in charge, a second judge, presiding judge, lay assessors, committee members."""
    return cast.join(
        second=Role.JUDGE, lay2=Role.LAY_ASSESSOR, m2=Role.COMMITTEE_MEMBER, m3=Role.COMMITTEE_MEMBER
    )
