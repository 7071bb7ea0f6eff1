"""原页：按分卷给，没有的与关闭的一样；值的框在引用的字上；画不出来的不是错误；只给程序重新画的图像。"""

import hashlib
import io
import json
import re

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from gaoyao.dossier.model import Basis
from gaoyao.dossier.view import Role, readable
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import Policy
from gaoyao.web.jobs.models import Status
from gaoyao.web.ledger import storage
from gaoyao.web.originals.listed import keep
from gaoyao.web.originals.models import Original, Upload
from gaoyao.web.originals.vault import COVERAGE, IMAGE, ORIGINAL, LostOriginalError, Vault
from tests.intake.papers import png, scan
from tests.web import volumes
from tests.web.people import OTHER_DEFENDER, SECRETS, STRANGER, text

pytestmark = pytest.mark.usefixtures("db")
EVERYBODY = [*Role, STRANGER, OTHER_DEFENDER]


def plain(response):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode("utf-8", "replace"))


def planted(cast):
    """每个分卷一份原件，名称里是该分卷的记号。"""
    made = {}
    for (part, owner), secret in SECRETS.items():
        upload = Upload.objects.create(
            account=cast.accounts[Role.JUDGE], case=cast.case, part=part.value, owner=owner, title=secret
        )
        data = f"原件{secret}".encode()
        sha256, vault = hashlib.sha256(data).hexdigest(), Vault(upload)
        keep(
            upload,
            [
                Original(
                    upload=upload,
                    place=1,
                    name=f"{secret}.pdf",
                    sha256=sha256,
                    size=len(data),
                    form="pdf",
                    pages=1,
                )
            ],
            secret,
        )
        page = {
            "number": 1,
            "label": "第1页",
            "state": "text",
            "why": "",
            "reason": "",
            "cure": "",
            "notes": [secret],
        }
        volume = {
            "name": f"{secret}.pdf",
            "sha256": sha256,
            "form": "pdf",
            "notes": [],
            "same_as": "",
            "problem": "",
            "cure": "",
            "pages": [page],
        }
        vault.put(ORIGINAL, sha256, data)
        vault.put(COVERAGE, "report", json.dumps({"volumes": [volume]}).encode())
        vault.put(IMAGE, f"{sha256}-1", b"RIFF-image")
        made[part, owner] = sha256
    return made


@pytest.mark.parametrize("who", EVERYBODY)
def test_originals_follow_the_parts(cast, who):
    hashes = planted(cast)
    account = cast.accounts[who]
    assigned = Assignment.objects.filter(case=cast.case, account=account).first()
    parts = Policy(account).parts(assigned) if assigned else frozenset()
    client = cast.client(who)
    client.get("/")
    for path in ("pages/{}/1.webp", "pages/?o={}&n=1"):
        answers = {}
        for key, sha256 in [*hashes.items(), (None, "b" * 64)]:
            with CaptureQueriesContext(connection) as queries:
                response = client.get(cast.at(path.format(sha256)))
            answers[key] = (response.status_code, plain(response), len(queries))
        for key in hashes:
            if key in parts:
                assert answers[key][0] == 200, (path, key)
            else:
                assert answers[key] == answers[None], (path, key)
                assert answers[key][0] == 404
    told = plain(client.get(cast.at("coverage/")))
    assert {key for key, secret in SECRETS.items() if f"{secret}.pdf" in told} == set(parts)


def test_every_kind_of_page_is_shown(cast, judge, without_ocr):
    given = volumes.files(pages=8, scans=1) | {
        "案卷/照片.png": png(scan(["现场照片"], width=400, height=500, size=30))
    }
    job = volumes.read(judge, given)
    at = f"/cases/{job.case.key}/"
    for one in Original.objects.filter(upload__case=job.case).exclude(form="zip"):
        page = judge.get(f"{at}pages/?o={one.sha256}&n=1")
        assert page.status_code == 200, one.name
        image = judge.get(f"{at}pages/{one.sha256}/1.webp")
        if one.form in ("pdf", "image"):
            assert (image.status_code, image.headers["Content-Type"]) == (200, "image/webp")
            with Image.open(io.BytesIO(image.content)) as drawn:
                assert drawn.format == "WEBP"
                assert max(drawn.size) <= 3000
            # 第二次从保存处取；保存的是密封的
            kept = Vault(one.upload).path(IMAGE, f"{one.sha256}-1").read_bytes()
            assert image.content not in kept
            assert judge.get(f"{at}pages/{one.sha256}/1.webp").content == image.content
        else:
            assert image.status_code == 404
            assert "没有图像" in text(page)
            assert "起诉书" in text(page)
        assert judge.get(f"{at}pages/?o={one.sha256}&n=999").status_code == 404


def test_the_box_stands_over_the_quoted_words(cast, judge, without_ocr):
    job = volumes.read(judge, volumes.files(pages=7, scans=0))
    log = storage.load(job.case_id, readable("judge"))
    record = next(one for one in log.assertions() if one.field == "place" and "宾馆" in one.address.quote)
    page = text(judge.get(f"/cases/{job.case.key}/pages/?a={record.id}"))
    assert "<mark>青岭县云河宾馆302房间</mark>" in page
    x, y, wide, high = map(
        int, re.search(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"', page).groups()
    )
    left, top, right, bottom = record.address.box
    assert x <= left < right <= x + wide
    assert y <= top < bottom <= y + high
    crop = judge.get(f"/cases/{job.case.key}/pages/crop.webp?a={record.id}")
    with Image.open(io.BytesIO(crop.content)) as strip:
        assert strip.width > 4 * strip.height
        dark = sum(strip.convert("L").histogram()[:120])
    assert dark > 50  # 有字


def test_a_page_that_cannot_be_drawn_and_an_original_that_was_changed(cast, judge, without_ocr):
    job = volumes.read(judge, volumes.files(pages=7, scans=0))
    at, one = f"/cases/{job.case.key}/", Original.objects.filter(upload__case=job.case, form="pdf").first()
    path = Vault(one.upload).path(ORIGINAL, one.sha256)
    sealed = bytearray(path.read_bytes())
    sealed[-20] ^= 1
    path.write_bytes(sealed)
    with pytest.raises(LostOriginalError, match="解不开"):
        Vault(one.upload).get(ORIGINAL, one.sha256)
    assert judge.get(f"{at}pages/{one.sha256}/1.webp").status_code == 404
    assert judge.get(f"{at}pages/?o={one.sha256}&n=1").status_code == 200  # 读到的文字仍在


def test_confirming_makes_a_finding_compel(cast, judge, without_ocr):
    job = volumes.read(judge, volumes.files(pages=7, scans=0))
    at = f"/cases/{job.case.key}/"
    steps = 0
    while (
        found := re.findall(r'name="ids" value="([^"]+)"', text(judge.get(at + "confirming/")))
    ) and steps < 60:
        if "逐项确认" not in text(judge.get(at + "confirming/")):
            break
        steps += 1
        assert judge.post(at + "confirming/accept/", {"ids": found, "at": "0"}).status_code == 302
    assert steps >= 2
    assert re.search("依法应当如此处理的（[1-9]", text(judge.get(at)))
    # 其余成组；一次确认的就是显示的，显示过的值都成了“确认”
    record = found[0].split()[0]
    assert judge.post(at + "confirming/accept/", {"ids": found, "at": "0"}).status_code == 302
    log = storage.load(job.case_id, readable("judge"))
    first = log.find(record)
    bases = {
        one.basis for one in log.assertions() if (one.subject, one.field) == (first.subject, first.field)
    }
    assert Basis.CONFIRMED in bases
    # 同一屏再交一次：已经没有可确认的，不重复记载
    assert judge.post(at + "confirming/accept/", {"ids": found, "at": "0"}).status_code == 422


@pytest.mark.parametrize("who", [Role.CLERK, Role.PROSECUTOR, Role.DEFENDER])
def test_who_may_not_confirm_is_told_who_does(cast, judge, without_ocr, who):
    job = volumes.read(judge, volumes.files(pages=7, scans=0))
    account = cast.accounts[who]
    Assignment.objects.create(
        case=job.case, account=account, role=who.value, owner="defender" if who is Role.DEFENDER else ""
    )
    client, at = cast.client(who), f"/cases/{job.case.key}/confirming/"
    page = text(client.get(at))
    assert "由审判员、审判长" in page
    assert 'action="' + at + 'accept/"' not in page or "disabled" in page
    record = next(
        one.id for one in storage.load(job.case_id, readable("judge")).assertions() if one.field == "title"
    )
    assert client.post(at + "accept/", {"ids": record}).status_code == 403


def test_plain_copies_are_gone_whatever_happens(cast, judge, without_ocr):
    job = volumes.read(judge, volumes.files(pages=7, scans=0))
    assert job.status == Status.DONE
    key = volumes.send(judge, volumes.files(pages=8, scans=0)).headers["Location"].split("/")[2]
    judge.post(f"/jobs/{key}/cancel/")
    assert not list((settings.WORK / "rooms").glob("*"))
    assert not list(settings.INCOMING.glob("*"))
