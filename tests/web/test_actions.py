"""一个动作：可否 → 做 → 追加，一个事务；冲突成为“说法冲突”；撤销是撤回；数据库里的内容从导出文件读。"""

import io
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from docx import Document

from gaoyao.dossier import raw
from gaoyao.dossier.exchange import load
from gaoyao.dossier.model import Absent, Basis, DossierError
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import Role, View, readable
from gaoyao.dossier.vocabulary import Argument, Group, Item, Ruling
from gaoyao.logic.truth import Why
from gaoyao.papers import FORMS
from gaoyao.web.cases.actions import perform
from gaoyao.web.evidence.actions import EditCell, standing
from gaoyao.web.ledger import storage
from gaoyao.web.ledger.models import Record, Revision
from gaoyao.web.rulings.actions import MakeRuling
from tests.web import people
from tests.web.people import CASE, text

MAIN = (Part.MAIN, "")


def exported(client, cast):
    """What stands in the database, read through the exchange file that the reader downloads."""
    response = client.get(cast.at("export/"))
    assert response.status_code == 200
    return View(load(response.content).log, readable("judge"))


def live(cast, field, subject, parts=frozenset({MAIN})):
    return View(storage.load(cast.case.pk, parts), parts).live(field, subject)


def save(client, cast, field, subject, **given):
    seen = [
        one.id for one in standing(View(storage.load(cast.case.pk, {MAIN}), {MAIN}), MAIN, field, subject)
    ]
    return client.post(
        cast.at(f"cell/?f={field.path}&s={subject}&back=item:{subject}"), {"seen": seen, **given}
    )


def test_an_edit_is_one_revision_and_the_page_tells_what_it_changed(cast, judge):
    before = Revision.objects.count()
    response = save(judge, cast, Item.shown, "E14", answer="no", page="庭审笔录第9页", reason="核对笔录")
    assert response.status_code == 302
    assert Revision.objects.count() == before + 1
    page = judge.get(response.headers["Location"])
    assert "这次修改以后，审查结果" in text(page)
    found = exported(judge, cast).live(Item.shown, "E14")
    assert (found.value, found.first.address.page) == (False, "庭审笔录第9页")
    assert Revision.objects.order_by("-pk")[0].actor == "测试审判员（审判员，judge）"


@pytest.mark.parametrize(
    ("answer", "note", "why"),
    [
        # 查过卷，没有
        ("file_silent", "", Why.FILE_SILENT),
        # 查过仍不清楚
        ("unresolved", "已向看守所核实，录像被覆盖", Why.UNRESOLVED),
        # 不发生这个问题
        ("not_applicable", "本案未采取技术侦查措施", Why.NOT_APPLICABLE),
    ],
)
def test_three_ways_of_not_knowing_are_kept_apart(cast, judge, answer, note, why):
    assert save(judge, cast, Item.technical_measure, "E14", answer=answer, note=note).status_code == 302
    found = live(cast, Item.technical_measure, "E14")
    assert (found.why, found.note) == (why, note)


@pytest.mark.parametrize(
    ("field", "given", "told"),
    [
        # 没有选答案
        (Item.shown, {}, "请选择"),
        # 查而不明没有写理由
        (Item.shown, {"answer": "unresolved"}, "要写明理由"),
        # 日期写错
        (Item.happened, {"answer": "value", "value": "二〇二三年某日"}, "形成时间"),
        # 指向不存在的证据组
        (Item.group, {"answer": "value", "value": "Z99"}, "Z99"),
        # 控制字符
        (Item.title, {"answer": "value", "value": "a\x00b"}, "控制字符"),
        # 太长
        (Item.title, {"answer": "value", "value": "长" * 20_001}, "超过"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(cast, judge, field, given, told):
    before = Revision.objects.count(), Record.objects.count()
    response = save(judge, cast, field, "E14", **given)
    assert response.status_code == 422
    assert told in text(response)
    assert (Revision.objects.count(), Record.objects.count()) == before


def test_two_people_on_one_cell_are_a_conflict_until_one_resolves_it(cast):
    judge, clerk = cast.client(Role.JUDGE), cast.client(Role.CLERK)
    address = cast.at("cell/?f=item.technical_measure&s=E14")
    # 两人都打开空白的表单，先后保存不同的值
    assert judge.post(address, {"answer": "yes"}).status_code == 302
    assert clerk.post(address, {"answer": "no"}).status_code == 302
    assert live(cast, Item.technical_measure, "E14").why is Why.CONFLICTING
    assert "一说“是”" in text(judge.get(cast.at("evidence/item/?id=E14")))
    # 看到冲突以后，一人更正
    assert (
        save(judge, cast, Item.technical_measure, "E14", answer="yes", reason="核对批准文书").status_code
        == 302
    )
    assert live(cast, Item.technical_measure, "E14").value is True


def test_two_people_on_different_cells_merge(cast):
    judge, clerk = cast.client(Role.JUDGE), cast.client(Role.CLERK)
    save(judge, cast, Item.technical_measure, "E14", answer="no")
    save(clerk, cast, Item.police_note, "E14", answer="no")
    assert live(cast, Item.technical_measure, "E14").value is False
    assert live(cast, Item.police_note, "E14").value is False


def test_seen_cannot_take_back_another_cell(cast, judge):
    other = standing(View(storage.load(cast.case.pk, {MAIN}), {MAIN}), MAIN, Item.title, "E14")[0].id
    judge.post(cast.at("cell/?f=item.technical_measure&s=E14"), {"answer": "no", "seen": other})
    assert live(cast, Item.title, "E14").why is Why.KNOWN


def test_a_confirmed_value_is_changed_with_a_reason_by_those_who_confirm(cast):
    judge, clerk = cast.client(Role.JUDGE), cast.client(Role.CLERK)
    first = live(cast, Item.title, "E14").first.id
    response = judge.post(
        cast.at("evidence/confirm/"), {"cell": f"item.title|{first}|E14", "back": "item:E14"}
    )
    assert response.status_code == 302
    assert live(cast, Item.title, "E14").basis is Basis.CONFIRMED
    denied = save(clerk, cast, Item.title, "E14", answer="value", value="改名", reason="误")
    assert denied.status_code == 403
    assert "已经人员确认" in text(denied)
    assert save(judge, cast, Item.title, "E14", answer="value", value="改名").status_code == 422
    assert (
        save(judge, cast, Item.title, "E14", answer="value", value="改名", reason="与原件不符").status_code
        == 302
    )
    assert (live(cast, Item.title, "E14").value, live(cast, Item.title, "E14").basis) == (
        "改名",
        Basis.CONFIRMED,
    )


def test_what_changed_in_the_meantime_is_not_confirmed(cast, judge):
    first = live(cast, Item.title, "E14").first.id
    save(judge, cast, Item.title, "E14", answer="value", value="新名称", reason="更正")
    response = judge.post(cast.at("evidence/confirm/"), {"cell": f"item.title|{first}|E14"})
    assert response.status_code == 422
    assert "在此期间已被改动" in text(response)


def test_a_group_is_marked_in_one_act(cast, judge):
    before = Revision.objects.count()
    response = judge.post(
        cast.at("evidence/mark/"),
        {"group": "Z2", "mark": ["undisputed", "verified"], "page": "庭审笔录第5页"},
    )
    assert response.status_code == 302
    assert Revision.objects.count() == before + 1
    assert [live(cast, field, "Z2").value for field in (Group.shown, Group.undisputed, Group.verified)] == [
        True,
        True,
        True,
    ]


def test_items_are_put_into_a_new_group(cast, judge):
    response = judge.post(cast.at("evidence/mark/"), {"do": "place", "item": ["EX1"], "title": "新的一组"})
    assert response.status_code == 302
    group = live(cast, Item.group, "EX1").value
    assert live(cast, Group.title, group).value == "新的一组"


def test_a_ruling_needs_body_outcome_and_reason_and_changes_the_standing(cast, judge):
    given = {
        "outcome": "excluded",
        "by": "合议庭",
        "ruled_on": "2023-09-20",
        "reason": "不能排除以非法方法收集",
        "page": "庭审笔录第12页",
    }
    assert judge.post(cast.at("ruling/?item=E52"), given | {"reason": " "}).status_code == 422
    response = judge.post(cast.at("ruling/?item=E52"), given)
    assert response.status_code == 302
    page = text(judge.get(response.headers["Location"]))
    assert "经裁定排除" in page
    view = exported(judge, cast)
    (ruling,) = [
        one for one in view.children("ruling", "E52") if view.live(Ruling.outcome, one).basis is Basis.RULED
    ]
    assert view.live(Ruling.reason, ruling).value == "不能排除以非法方法收集"
    # 裁定的内容不能当作普通内容改动
    assert judge.get(cast.at(f"cell/?f=ruling.outcome&s={ruling}")).status_code == 200
    assert (
        judge.post(
            cast.at(f"cell/?f=ruling.outcome&s={ruling}"), {"answer": "value", "value": "not_excluded"}
        ).status_code
        == 403
    )


@pytest.mark.parametrize("who", [Role.CLERK, Role.PROSECUTOR, Role.DEFENDER, Role.REVIEWER])
def test_only_judges_rule_and_answer(cast, who):
    client, before = cast.client(who), Revision.objects.count()
    given = {"outcome": "excluded", "by": "合议庭", "ruled_on": "2023-09-20", "reason": "理由"}
    for path, data in (
        ("ruling/?item=E52", given),
        ("arguments/", {"argument": "G1", "adopted": "采纳", "reason": "理由"}),
        ("evidence/mark/", {"group": "Z2", "mark": ["verified"]}),
    ):
        response = client.post(cast.at(path), data)
        if path == "evidence/mark/" and who is Role.CLERK:
            continue  # 书记员可以记载出示、质证
        assert response.status_code == 403, path
        assert "由审判员、审判长" in text(response)
    assert Revision.objects.count() == before + (who is Role.CLERK)


def test_a_defender_writes_to_his_own_material_only(cast):
    defender, judge = cast.client(Role.DEFENDER), cast.client(Role.JUDGE)
    assert defender.post(cast.at("cell/?f=item.favourable&s=E14"), {"answer": "yes"}).status_code == 302
    row = Revision.objects.order_by("-pk")[0]
    assert (row.part, row.owner) == ("defence", "defender")
    assert live(cast, Item.favourable, "E14").why is not Why.CONFLICTING
    assert (
        f"第 {row.number} 次：录入、更正内容"
        not in text(judge.get(cast.at("revisions/"))).split("辩护材料")[-1]
    )


def test_a_prosecutor_answers_what_his_side_owes(cast):
    client = cast.client(Role.PROSECUTOR)
    assert client.post(cast.at("cell/?f=item.technical_measure&s=E14"), {"answer": "no"}).status_code == 302
    denied = client.post(cast.at("cell/?f=item.verified&s=E14"), {"answer": "yes"})
    assert denied.status_code == 403
    assert "合议庭" in text(denied)


def test_an_argument_is_answered_with_reasons(cast, judge):
    owed = text(judge.get(cast.at("arguments/"))).count("<summary>回应</summary>")
    assert (
        judge.post(cast.at("arguments/"), {"argument": "GX1", "adopted": "采纳", "reason": ""}).status_code
        == 422
    )
    response = judge.post(
        cast.at("arguments/"),
        {"argument": "GX1", "adopted": "不予采纳", "reason": "与监控不符", "page": "判决书第8页"},
    )
    assert response.status_code == 302
    assert text(judge.get(response.headers["Location"])).count("<summary>回应</summary>") == owed - 1
    assert exported(judge, cast).live(Argument.answer, "GX1").value == "不予采纳。与监控不符"


def test_undo_is_a_retraction_and_brings_back_what_stood(cast, judge):
    before = live(cast, Item.shown, "E14")
    save(judge, cast, Item.shown, "E14", answer="no", reason="误")
    number = Revision.objects.order_by("-pk")[0].number
    assert (
        judge.post(cast.at("revisions/undo/"), {"part": "main", "number": number, "why": ""}).status_code
        == 422
    )
    assert (
        judge.post(
            cast.at("revisions/undo/"), {"part": "main", "number": number, "why": "看错了"}
        ).status_code
        == 302
    )
    after = live(cast, Item.shown, "E14")
    assert (after.value, after.why, after.basis) == (before.value, before.why, before.basis)
    assert (
        judge.post(cast.at("revisions/undo/"), {"part": "main", "number": 1, "why": "x"}).status_code == 422
    )


def test_a_denial_inside_the_action_leaves_nothing(cast):
    before = Revision.objects.count(), Record.objects.count()
    day = live(cast, Item.happened, "E14").value
    with pytest.raises(PermissionDenied, match="书记员"), transaction.atomic():
        perform(cast.accounts[Role.CLERK], cast.key, MakeRuling("E52", "excluded", "合议庭", day, "理由"))
    with pytest.raises(DossierError), transaction.atomic():
        perform(
            cast.accounts[Role.JUDGE], cast.key, EditCell(Item.group, "E14", Absent(Why.NOT_APPLICABLE, ""))
        )
    assert (Revision.objects.count(), Record.objects.count()) == before


@pytest.mark.parametrize("table", ["ledger_revision", "ledger_record"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_the_log(cast, table, statement):
    with pytest.raises(DatabaseError, match="只能追加"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))


@pytest.mark.parametrize(
    "tamper",
    [
        # 改一个值
        "UPDATE ledger_record SET value = 'false' WHERE id = (SELECT min(id) FROM ledger_record WHERE value = 'true')",
        # 删一条记录
        "DELETE FROM ledger_record WHERE id = (SELECT max(id) FROM ledger_record)",
        # 改修改人
        "UPDATE ledger_revision SET actor = '他人' WHERE part = 'main' AND number = 1",
    ],
)
def test_a_log_changed_behind_our_back_is_not_shown(cast, judge, tamper):
    with connection.cursor() as cursor:
        people.drop_triggers(cursor)
        if "max(id)" in tamper:  # 最后一条在审判员读不到的卷里，换成正卷的
            tamper = "DELETE FROM ledger_record WHERE revision_id = (SELECT id FROM ledger_revision WHERE part = 'main' AND number = 1) AND place = 3"
        cursor.execute(tamper)
    response = judge.get(cast.at())
    assert response.status_code == 500
    assert "日志校验不符" in text(response)
    assert "抢劫" not in text(response)
    judge.get("/lines/?asked=20")
    assert "日志校验不符" in text(judge.get("/lines/?asked=21"))
    assert "日志校验不符" in text(judge.get("/"))
    assert "抢劫" not in text(judge.get("/"))


def test_what_is_loaded_is_what_is_exported(cast, judge):
    data = CASE.read_bytes()
    response = judge.post("/load/", {"file": SimpleUploadedFile("案件.yaml", data)})
    assert response.status_code == 302
    back = judge.get(response.headers["Location"] + "export/").content
    parts = readable("judge")
    ours, theirs = View(load(back).log, parts), View(load(data).log, parts)
    assert {p: {s: (one.value, one.why) for s, one in c.items()} for p, c in ours.cells.items()} == {
        p: {s: (one.value, one.why) for s, one in c.items()} for p, c in theirs.cells.items()
    }


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7", "不是案件文件"),
        (b"PK\x03\x04zip", "不是案件文件"),
        (b"\xff\xfe\x00\x01", "不是案件文件"),
        (b"", "空"),
        ("皋陶: 1\n案件: {案件名: 甲}\n".encode(), "案件名"),
        (b"<script>alert(1)</script>", ""),
    ],
)
def test_what_is_no_case_file_is_refused_with_what_is_wrong(cast, judge, data, told):
    before = Revision.objects.count()
    response = judge.post("/load/", {"file": SimpleUploadedFile("案件.yaml", data)})
    assert response.status_code == 422
    assert told in text(response)
    assert b"<script>alert" not in response.content
    assert Revision.objects.count() == before


def test_a_file_with_parts_the_reader_may_not_read_is_refused(cast):
    response = cast.client(Role.PROSECUTOR).post(
        "/load/", {"file": SimpleUploadedFile("案件.yaml", CASE.read_bytes())}
    )
    assert response.status_code == 422
    assert "法院副卷" in text(response)


def test_the_raw_log_is_read_back_by_the_stand_alone_reader(cast, judge):
    save(judge, cast, Item.technical_measure, "E14", answer="no")
    log = raw.load(judge.get(cast.at("revisions/log/")).content)
    assert log.verify() == []
    assert log.parts == readable("judge") & log.parts


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_paper_is_made_by_its_writers_and_says_otherwise_why_not(cast, form):
    for who in (Role.JUDGE, Role.CLERK, Role.PROSECUTOR, Role.DEFENDER, Role.REVIEWER):
        client = cast.client(who)
        listed = text(client.get(cast.at("papers/")))
        response = client.get(cast.at(f"papers/docx/?kind={form.id}"))
        offered = f"{form.label}.docx" in listed
        assert offered == (response.status_code == 200), who
        if offered:
            told = "".join(
                one.text for one in Document(io.BytesIO(response.content)).element.body.iter() if one.text
            )
            assert "草稿" in told or len(told) > 200
        else:
            assert response.status_code in (403, 422), who
            assert "制作" in text(response) or "没有" in text(response)


def test_every_link_inside_the_review_leads_to_its_place(cast, judge):
    sections = re.findall(r'href="\?section=([\w-]+)"', text(judge.get(cast.at("review/"))))
    pages = {one: text(judge.get(cast.at(f"review/?section={one}"))) for one in sections}
    dead = []
    for name, page in pages.items():
        for section, ident in re.findall(r'href="\?section=([\w-]+)#([\w-]+)"', page):
            if f'id="{ident}"' not in pages[section]:
                dead.append((name, section, ident))
        dead += [
            (name, ident) for ident in re.findall(r'href="#([\w-]+)"', page) if f'id="{ident}"' not in page
        ]
    assert dead == []


@pytest.mark.parametrize(
    ("names", "told"),
    [
        # 卷宗材料不是案件文件
        (("笔录.pdf",), "不是案件文件"),
        # 名称里有路径：只取最后一段，读不成就说读不成
        (("../../逃出去.yaml",), "空"),
    ],
)
def test_files_of_two_sorts_or_with_strange_names(cast, judge, names, told):
    response = judge.post("/load/", {"file": [SimpleUploadedFile(name, b"") for name in names]})
    assert response.status_code == 422
    assert told in text(response)
