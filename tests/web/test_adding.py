"""后来的材料加进已经开立的案件：读、并入、说明来了什么；人决定的不动；辩护人的只在辩护材料里。全部虚构。"""

import json
import re

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from gaoyao.dossier.model import Basis
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import Role, View, readable
from gaoyao.dossier.vocabulary import Accused, Item
from gaoyao.dossier.vocabulary import Case as CaseKind
from gaoyao.web.cases.models import Assignment, Case
from gaoyao.web.jobs.models import Job, Status
from gaoyao.web.jobs.queue import begin
from gaoyao.web.jobs.running import run
from gaoyao.web.ledger import storage
from gaoyao.web.originals.models import Original, Upload
from gaoyao.web.originals.vault import ORIGINAL, Vault
from tests.intake.papers import packed, text_pdf
from tests.web import volumes
from tests.web.people import STRANGER, text

pytestmark = [pytest.mark.usefixtures("db"), pytest.mark.usefixtures("without_ocr")]
GIVEN = volumes.files(pages=7, scans=0)
MORE = {"补充侦查卷/补充讯问.pdf": text_pdf(volumes.questioning(4, 20, "青岭县看守所讯问室"))}
LOG = "提讯提解证\n姓名 赵某甲\n2021年3月25日9时05分 2021年3月25日11时40分 张某 讯问"
SECRET = "律师自己找到的监控"
DEFENCE = {
    "辩方材料/证言.txt": "\n".join([*volumes.witness(3, "乔某")[:6], f"答：{SECRET}，那天他在家。"]).encode()
}


def send(client, key, given, **more):
    data = {
        "file": [SimpleUploadedFile(name.rsplit("/", 1)[-1], data) for name, data in given.items()],
        "paths": json.dumps(list(given)),
    }
    return client.post(f"/cases/{key}/material/add/", data | more)


def add(client, key, given):
    response = send(client, key, given)
    assert response.status_code == 302, response.content.decode()[:2000]
    job = response.headers["Location"].split("/")[2]
    run(job)
    return Job.objects.get(key=job)


def view_of(case, role="judge", owner=""):
    parts = readable(role, owner)
    return View(storage.load(case.pk, parts), parts)


@pytest.fixture
def opened(cast, judge):
    job = volumes.read(judge, GIVEN)
    assert job.status == Status.DONE, job.problem
    return job.case


def titles(view):
    return {str(live.value) for live in view.cells["item.title"].values()}


def test_a_supplementary_volume_is_merged_as_proposals(judge, opened):
    before = view_of(opened)
    held = {
        (path, subject): live.value
        for path, column in before.cells.items()
        for subject, live in column.items()
        if path != "case.unread_pages"
    }
    job = add(judge, opened.key, MORE)
    assert (job.status, job.problem) == (Status.DONE, "")
    after = view_of(opened)
    assert titles(after) - titles(before) == {"赵某甲讯问笔录（第4次）"}
    new = next(one for one, live in after.cells["item.title"].items() if "第4次" in str(live.value))
    assert {after.live(field, new).basis for field in (Item.title, Item.type)} == {Basis.READ}
    # 同一个被告人，没有多出一个
    assert len(after.subjects(Accused.kind)) == len(before.subjects(Accused.kind))
    # 原来有的，一个也没有少，一个也没有变
    assert {key: after.live(_field(*key), key[1]).value for key in held} == held
    # 修订记录写明谁上传的、上传了什么
    last = after.log.revisions[-1]
    assert "测试审判员" in last.actor
    assert "补充侦查卷" in last.reason
    # 来了什么，工作页、概览、补充材料、材料页都说
    told = text(judge.get(f"/jobs/{job.key}/"))
    assert f"新来文件 1 个，页 {job.result['pages']}" in told
    assert "没有未读页" in told
    for path in ("", "material/"):
        assert "补充侦查卷" in text(judge.get(f"/cases/{opened.key}/{path}")), path
    coverage = text(judge.get(f"/cases/{opened.key}/coverage/"))
    assert coverage.count("补充讯问.pdf（") == 1
    assert coverage.count("卷二 讯问.pdf（") == 1
    # 原件加密保存，页看得到
    one = Original.objects.get(name="补充讯问.pdf")
    vault = Vault(one.upload)
    assert b"%PDF" not in vault.path(ORIGINAL, one.sha256).read_bytes()
    assert judge.get(f"/cases/{opened.key}/pages/?o={one.sha256}&n=1").status_code == 200
    assert not list((settings.WORK / "rooms").glob("*"))


def _field(path, _):
    from gaoyao.web.evidence.entry import field_of

    return field_of(path)


def test_the_same_files_twice_add_nothing(judge, opened, cast):
    add(judge, opened.key, MORE)
    state = storage.heads(opened.pk, readable("judge"))
    # 同一人再传：同一项工作
    assert (
        send(judge, opened.key, MORE).headers["Location"]
        == f"/jobs/{Job.objects.filter(kind='add').get().key}/"
    )
    # 换一个名字、装进压缩包、连同旧的一起：都没有新的文件
    for given in (
        {"另一个名字.pdf": next(iter(MORE.values()))},
        {"打包.zip": packed({"补充讯问.pdf": next(iter(MORE.values()))})},
        GIVEN,
    ):
        job = add(judge, opened.key, given)
        assert job.status == Status.DONE, job.problem
        assert job.result["proposals"] == 0
        assert job.result["known"] >= 1
    assert storage.heads(opened.pk, readable("judge")) == state
    assert "没有新的文件" in text(judge.get(f"/jobs/{job.key}/"))


def test_what_a_person_decided_stays(judge, opened, cast):
    from gaoyao.web.cases.actions import perform
    from gaoyao.web.evidence.actions import ConfirmCells

    view = view_of(opened)
    who = view.subjects(Accused.kind)[0]
    judge_ = cast.accounts[Role.JUDGE]
    name = view.live(Accused.name, who)
    perform(judge_, opened.key, ConfirmCells(((Accused.name, who, name.first.id),)))
    gone = view.subjects(Item.kind)[0]
    log = storage.load(opened.pk, readable("judge"))
    declared = next(one for one in log.chain(Part.MAIN, "").declarations if one.subject == gone)
    with log.begin(Part.MAIN, "测试审判员", "删去", "不是本案的", "2026-01-01T10:00") as change:
        change.retract(declared.id, "不是本案的")
    storage.append(opened.pk, change.revision, log.chain(Part.MAIN, "").records[-1])
    add(judge, opened.key, MORE)
    after = view_of(opened)
    assert after.live(Accused.name, who).basis is Basis.CONFIRMED
    assert not after.exists(gone)  # 人删去的不加回


def test_a_page_not_read_counts_even_where_a_person_said_all_was_read(judge, opened, cast):
    from gaoyao.review.unread import unread
    from tests.intake.papers import scan, scan_pdf

    case = view_of(opened).subjects(CaseKind.kind)[0]
    response = judge.get(f"/cases/{opened.key}/cell/?f=case.unread_pages&s={case}")
    assert response.status_code == 200
    log = storage.load(opened.pk, readable("judge"))
    from gaoyao.dossier.model import Amount

    with log.begin(Part.MAIN, "测试审判员", "更正", "全部看过", "2026-01-01T10:00") as change:
        change.put("case", case, "unread_pages", Amount(0, 0, "0页"))
    storage.append(opened.pk, change.revision, log.chain(Part.MAIN, "").records[-1])
    picture = scan_pdf(scan(volumes.witness(1, "韩某"), width=930, height=1316, size=25))
    job = add(judge, opened.key, {"补卷/扫描.pdf": picture})
    assert job.result["unread"] == 1
    view = view_of(opened)
    assert view.live(CaseKind.unread_pages, case).value.high == 0
    assert unread(view) == (1, False)
    assert "1 页材料" in text(judge.get(f"/cases/{opened.key}/"))


def test_into_a_case_that_came_from_a_case_file(cast, judge):
    """载入的案件文件里有别处的未读页，并入以后仍然算；页码不同的材料不相混。"""
    from gaoyao.dossier.exchange import load
    from gaoyao.review.unread import unread

    made = load(
        "皋陶: 1\n案件:\n  案件名称: 虚构案\n  未能阅读的页数:\n    值: 12页\n    依据: 读取\n    页: 全部文件\n被告人:\n- id: P1\n  姓名: 赵某甲\n",
        name="a.yaml",
    ).log
    case = Case.objects.create()
    storage.append_log(case.pk, made)
    Assignment.objects.create(case=case, account=cast.accounts[Role.JUDGE], role="judge")
    add(judge, case.key, MORE)
    view = view_of(case)
    assert unread(view) == (12, False)
    assert view.subjects(Accused.kind) == ["P1"]
    job = add(
        judge,
        case.key,
        {"再补.rar": b"Rar!\x1a\x07\x01\x00" + b"x" * 60, "再补.txt": "情况说明\n补充。".encode()},
    )
    assert job.status == Status.DONE, job.problem
    assert unread(view_of(case)) == (13, True)


def test_papers_that_do_not_agree_are_hints_that_open_their_pages(judge, opened):
    """补来的提讯证与卷内笔录对不上：审查意见里编号的提示，两边都能点开原页；补来那次笔录，就不再列。"""
    add(judge, opened.key, {"补/提讯提解证.txt": LOG.encode()})
    told = text(judge.get(f"/cases/{opened.key}/review/?section=mismatches"))
    assert "文书之间对不上的（提示" in told
    (address,) = {
        one for one in re.findall(r'href="(/cases/\w+/pages/\?a=[^"]+)"', told) if "提讯登记" in told
    }
    assert "2021年3月25日" in text(judge.get(address))
    # 看过的，写核对结果
    form = next(one for one in re.findall(r'href="(/cases/\w+/cell/\?f=mismatch.result[^"]+)"', told))
    assert judge.get(form).status_code == 200
    view = view_of(opened)
    assert {live.basis for live in view.cells["mismatch.about"].values()} == {Basis.READ}
    assert "没有这次讯问的笔录" in told
    add(judge, opened.key, {"再补/笔录.pdf": text_pdf(volumes.questioning(6, 25))})
    left = [str(live.value) for live in view_of(opened).cells.get("mismatch.about", {}).values()]
    assert not [one for one in left if "没有这次讯问的笔录" in one]


def test_who_may_not_edit_adds_nothing(cast, opened):
    for role in (Role.REVIEWER, Role.LAY_ASSESSOR, Role.COMMITTEE_MEMBER):
        Assignment.objects.create(case=opened, account=cast.accounts[role], role=role.value)
        response = send(cast.client(role), opened.key, MORE)
        assert response.status_code == 403, role
        assert "补充材料" in text(response)
    assert send(cast.client(STRANGER), opened.key, MORE).status_code == 404
    assert not Job.objects.filter(kind="add").exists()


def test_an_assignment_that_ended_meanwhile_merges_nothing(cast, judge, opened):
    state = storage.heads(opened.pk, readable("judge"))
    job = send(judge, opened.key, MORE).headers["Location"].split("/")[2]
    from django.utils import timezone

    Assignment.objects.filter(case=opened, account=cast.accounts[Role.JUDGE]).update(ends=timezone.now())
    run(job)
    assert Job.objects.get(key=job).status == Status.FAILED
    assert storage.heads(opened.pk, readable("judge")) == state


def test_two_people_add_at_the_same_time(cast, judge, opened, monkeypatch):
    """一人读着的时候另一人的先并入了：从头再读，两份都在，一份也不重复。"""
    from gaoyao.web.adding import body

    Assignment.objects.create(
        case=opened, account=cast.accounts[Role.PRESIDING_JUDGE], role="presiding_judge"
    )
    first = send(judge, opened.key, MORE).headers["Location"].split("/")[2]
    other = {"第二册.pdf": text_pdf(volumes.questioning(5, 22, "青岭县看守所讯问室"))}
    real, calls = body.read_apart, []

    def slow(job, *rest):
        calls.append(job.key)
        real(job, *rest)
        if len(calls) == 1:
            add(cast.client(Role.PRESIDING_JUDGE), opened.key, other)

    monkeypatch.setattr(body, "read_apart", slow)
    run(first)
    assert Job.objects.get(key=first).status == Status.DONE, Job.objects.get(key=first).problem
    assert calls.count(first) == 2
    assert {one for one in titles(view_of(opened)) if "第4次" in one or "第5次" in one} == {
        "赵某甲讯问笔录（第4次）",
        "赵某甲讯问笔录（第5次）",
    }


def test_cancelled_changes_nothing_and_begins_again(judge, opened):
    state = storage.heads(opened.pk, readable("judge"))
    key = send(judge, opened.key, MORE).headers["Location"].split("/")[2]
    judge.post(f"/jobs/{key}/cancel/")
    assert run(key) == Status.CANCELLED.label
    assert storage.heads(opened.pk, readable("judge")) == state
    begin(Job.objects.get(key=key))
    assert run(key) == Status.DONE.label


def test_nothing_that_opens_merges_nothing(judge, opened):
    state = storage.heads(opened.pk, readable("judge"))
    job = add(judge, opened.key, {"程序.exe": b"MZ\x00\x01" * 50})
    assert job.status == Status.FAILED
    assert "没有并入" in job.problem
    assert storage.heads(opened.pk, readable("judge")) == state


# ---------------------------------------------------------------- 辩护人


@pytest.fixture
def both(cast, opened):
    Assignment.objects.create(
        case=opened, account=cast.accounts[Role.DEFENDER], role="defender", owner="defender"
    )
    for role in (Role.PROSECUTOR, Role.PRESIDING_JUDGE, Role.CLERK):
        Assignment.objects.create(case=opened, account=cast.accounts[role], role=role.value)
    return opened


def test_the_defenders_papers_go_into_his_part_and_nobody_else_sees_them(cast, both, judge):
    main = storage.heads(both.pk, readable("judge"))
    lawyer = cast.client(Role.DEFENDER)
    job = add(lawyer, both.key, DEFENCE)
    assert job.status == Status.DONE, job.problem
    # 正卷一字未动；他自己看得到
    assert storage.heads(both.pk, readable("judge")) == main
    view = view_of(both, "defender", "defender")
    own = [one for one in view.subjects(Item.kind) if one.startswith("B")]
    assert own
    assert {
        one.address.sha256 for one in view.log.assertions({(Part.DEFENCE, "defender")}) if one.address.sha256
    } == {one.sha256 for one in _files(both, "defence")}
    assert "辩方材料" in text(lawyer.get(f"/cases/{both.key}/material/"))
    assert "证言.txt" in text(lawyer.get(f"/cases/{both.key}/coverage/"))
    one = _files(both, "defence")[0]
    assert SECRET in text(lawyer.get(f"/cases/{both.key}/pages/?o={one.sha256}&n=1"))
    # 别人哪里也看不到
    for role in (Role.JUDGE, Role.PRESIDING_JUDGE, Role.CLERK, Role.PROSECUTOR):
        client = cast.client(role)
        for path in (
            "",
            "material/",
            "coverage/",
            "evidence/",
            "confirming/",
            "revisions/",
            "review/",
            "export/",
            f"pages/?o={one.sha256}&n=1",
        ):
            told = text(client.get(f"/cases/{both.key}/{path}"))
            assert not re.search(f"{SECRET}|证言.txt|辩方材料|{one.sha256}", told), (role, path)
    # 数据库里没有名称，磁盘上没有能对上的校验值
    from django.db import connection

    with connection.cursor() as cursor:
        for table in ("originals_upload", "originals_original", "jobs_job"):
            cursor.execute(f"SELECT * FROM {table}")
            rows = repr(cursor.fetchall())
            assert not re.search(f"证言.txt|辩方材料|{one.sha256}|乔某", rows), table
    upload = Upload.objects.get(part="defence")
    assert not [path for path in Vault(upload).root.rglob("*") if one.sha256 in path.name]
    # 再传一次，不增加
    again = add(lawyer, both.key, {"改名.txt": next(iter(DEFENCE.values()))})
    assert again.result["known"] == 1


def _files(case, part):
    from gaoyao.web.originals.listed import files

    return [row for one in Upload.objects.filter(case=case, part=part) for row in files(one)]


def test_the_court_adds_after_the_defender_and_they_do_not_mix(cast, both, judge):
    lawyer = cast.client(Role.DEFENDER)
    add(lawyer, both.key, DEFENCE)
    mine = {one for one in view_of(both, "defender", "defender").subjects(Item.kind) if one.startswith("B")}
    add(judge, both.key, MORE)
    view = view_of(both, "defender", "defender")
    assert mine <= set(view.subjects(Item.kind))
    assert not view.clashes
    assert not mine & set(view_of(both).subjects(Item.kind))
    # 法院也拿到了同一份材料：正卷照样加进去，不因为辩护人有而说“已经有”
    job = add(judge, both.key, {"法院收到的.txt": next(iter(DEFENCE.values()))})
    assert (job.result["known"], job.result["files"]) == (0, 1)


def test_the_prosecutor_adds_to_the_main_file(cast, both):
    job = add(cast.client(Role.PROSECUTOR), both.key, MORE)
    assert job.status == Status.DONE, job.problem
    assert "赵某甲讯问笔录（第4次）" in titles(view_of(both))
    assert "检察人员" in view_of(both).log.revisions[-1].actor
