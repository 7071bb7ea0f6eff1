"""材料上传以后：原件加密保存，后台读取，开立案件，每一页都有交代；同样的材料只读一次；出错说明原因和办法。"""

import io
import json
import re
import zipfile

import pytest
from django.conf import settings

from gaoyao.dossier.model import Basis
from gaoyao.dossier.view import Role, View, readable
from gaoyao.dossier.vocabulary import Case as CaseKind
from gaoyao.web.cases.models import Case
from gaoyao.web.jobs.models import Job, Status
from gaoyao.web.jobs.queue import begin, stop
from gaoyao.web.jobs.running import run
from gaoyao.web.ledger import storage
from gaoyao.web.originals.models import Original, Upload
from gaoyao.web.originals.vault import ORIGINAL, Vault
from tests.web import volumes
from tests.web.people import text


def plain(response):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text(response))


pytestmark = pytest.mark.usefixtures("db")


def test_a_folder_becomes_a_case_with_its_originals(cast, judge, without_ocr):
    given = volumes.files(pages=8, scans=1)
    job = volumes.read(judge, given)
    assert (job.status, job.problem) == (Status.DONE, "")
    view = View(storage.load(job.case_id, readable("judge")), readable("judge"))
    assert {live.basis for live in view.cells["item.title"].values()} == {Basis.READ}
    assert view.live(CaseKind.unread_pages, view.subjects("case")[0]).value.low == 1
    # 谁上传的，写在日志里
    assert "测试审判员" in view.log.revisions[0].actor
    # 原件按内容保存，压缩包里的也在；保存的不是明文
    upload = Upload.objects.get(case=job.case)
    names = {one.name for one in upload.originals.all()}
    assert "卷三 手续.zip/拘留证.pdf" in names
    vault = Vault(upload)
    for one in upload.originals.all():
        kept = vault.path(ORIGINAL, one.sha256).read_bytes()
        assert vault.get(ORIGINAL, one.sha256) not in kept
    # 读取用的明文已经删除
    assert not list((settings.WORK / "rooms").glob("*"))


def test_the_same_files_are_one_job_and_one_case(cast, judge, without_ocr):
    given = volumes.files(pages=7, scans=0)
    before = Case.objects.count()
    job = volumes.read(judge, given)
    again = volumes.send(judge, given)
    assert again.headers["Location"] == f"/jobs/{job.key}/"
    assert run(job.key) == Status.DONE.label  # 排队的任务来两次，也只做一次
    assert (Case.objects.count(), Upload.objects.count(), Job.objects.count()) == (before + 1, 1, 1)
    # 少一个文件就是另一份材料
    assert volumes.send(judge, dict(list(given.items())[1:])).headers["Location"] != f"/jobs/{job.key}/"


def test_a_cancelled_reading_makes_nothing_and_can_begin_again(cast, judge, without_ocr):
    given = volumes.files(pages=7, scans=0)
    key = volumes.send(judge, given).headers["Location"].split("/")[2]
    assert judge.post(f"/jobs/{key}/cancel/").status_code == 302
    before = Case.objects.count()
    assert run(key) == Status.CANCELLED.label
    assert Case.objects.count() == before
    assert "没有开立案件" in text(judge.get(f"/jobs/{key}/"))
    judge.post(f"/jobs/{key}/again/")
    assert run(key) == Status.DONE.label
    assert Case.objects.count() == before + 1


def test_a_wish_to_stop_is_heard_while_it_runs(cast, judge, without_ocr):
    key = volumes.send(judge, volumes.files(pages=7, scans=0)).headers["Location"].split("/")[2]
    job = Job.objects.get(key=key)
    Job.objects.filter(key=key).update(status=Status.RUNNING)
    stop(job)
    assert Job.objects.get(key=key).asked_to_stop
    assert run(key) == Status.CANCELLED.label


def test_a_failure_says_what_where_and_what_to_do(cast, judge, without_ocr):
    job_key = volumes.send(judge, volumes.files(pages=7, scans=0)).headers["Location"].split("/")[2]
    upload = Upload.objects.get()
    lost = upload.originals.all()[1]
    Vault(upload).path(ORIGINAL, lost.sha256).unlink()
    before = Case.objects.count()
    assert run(job_key) == Status.FAILED.label
    told = text(judge.get(f"/jobs/{job_key}/"))
    assert lost.name in told
    assert "原件不在保存处" in told
    assert "请重新上传" in told
    assert Case.objects.count() == before


def test_nothing_readable_opens_no_case(cast, judge, without_ocr):
    before = Case.objects.count()
    job = volumes.read(judge, {"程序.exe": b"MZ\x00\x01" * 50, "空.pdf": b""})
    assert (job.status, Case.objects.count()) == (Status.FAILED, before)
    told = text(judge.get(f"/jobs/{job.key}/"))
    assert "没有一个文件能打开成页" in told
    assert "程序.exe：不认识的文件" in told
    assert "另存为 PDF" in told


def test_a_damaged_file_is_listed_and_the_others_are_read(cast, judge, without_ocr):
    given = volumes.files(pages=7, scans=0) | {
        "案卷/坏.pdf": b"%PDF-1.7\nnothing",
        "案卷/程序.exe": b"MZ\x00\x01" * 50,
    }
    job = volumes.read(judge, given)
    assert job.status == Status.DONE
    told = text(judge.get(f"/cases/{job.case.key}/coverage/"))
    assert "坏.pdf" in told
    assert "程序.exe" in told
    assert "不认识的文件" in told


@pytest.mark.parametrize(
    ("paths", "shown"),
    [
        # 想逃出文件夹的、绝对路径、反斜杠，都留在文件夹里
        ("../../etc/passwd", "passwd"),
        ("/data/a.txt", "a.txt"),
        ("案卷\\卷一\\a.txt", "卷一/a.txt"),
        ("..", "文件"),
    ],
)
def test_names_stay_inside(cast, judge, without_ocr, paths, shown):
    response = volumes.send(judge, {"a.txt": "一份材料".encode()}, paths=json.dumps([paths]))
    assert response.status_code == 302
    assert [one.name for one in Original.objects.all()] == [shown]


def test_too_much_or_nothing_is_refused_before_it_is_kept(cast, judge, monkeypatch):
    monkeypatch.setattr(settings, "MATERIAL_LARGEST", 3000)
    refused = volumes.send(judge, {"大.txt": b"a" * 200_000})
    assert refused.status_code == 422
    assert "没有接收" in text(refused)
    assert "请选择" in text(judge.post("/upload/", {"paths": ""}))
    assert not Upload.objects.exists()
    assert not list(settings.INCOMING.glob("*.upload*"))


def test_who_handles_no_cases_uploads_nothing(cast):
    for who in (Role.ADMINISTRATOR, Role.REVIEWER):
        assert volumes.send(cast.client(who), {"a.txt": b"a"}).status_code == 403


def test_a_job_is_its_askers_only(cast, judge, without_ocr):
    job = volumes.read(judge, volumes.files(pages=7, scans=0))
    other = cast.client(Role.PRESIDING_JUDGE)
    absent = other.get("/jobs/xxxxxxxxxxxx/")
    for path in ("", "state/", "result/"):
        response = other.get(f"/jobs/{job.key}/{path}")
        assert (response.status_code, plain(response)) == (404, plain(absent)), path
    assert job.key not in text(other.get("/jobs/"))


def test_a_review_and_an_export_are_made_in_the_background(cast, judge, without_ocr):
    job = volumes.read(judge, volumes.files(pages=7, scans=0))
    at = f"/cases/{job.case.key}/jobs/"
    for kind in ("review", "export"):
        made = [judge.post(at, {"kind": kind}).headers["Location"] for _ in range(2)]
        assert made[0] == made[1]  # 案件没有改动，要两次也是一项工作
        key = made[0].split("/")[2]
        assert run(key) == Status.DONE.label, Job.objects.get(key=key).problem
        data = b"".join(judge.get(f"/jobs/{key}/result/").streaming_content)
        if kind == "review":
            assert "审查意见" in data.decode()
            continue
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            names = set(box.namelist())
            assert {"案件.yaml", "日志.jsonl", "原件/卷二 讯问.pdf"} <= names
            assert box.read("原件/卷二 讯问.pdf") == volumes.files(pages=7, scans=0)["案卷/卷二 讯问.pdf"]
    # 做好的文件不在了，可以重新做
    begin(Job.objects.get(key=key))
    assert Job.objects.get(key=key).status == Status.WAITING
