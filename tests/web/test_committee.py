"""审判委员会依次发言、表决、记载决定；别处的评议由文件带来的，只按文件显示。"""

import pytest

from gaoyao.dossier.exchange.quantities import parse_amount
from gaoyao.dossier.model import Basis
from gaoyao.dossier.schema import Part
from gaoyao.web.ledger import storage
from gaoyao.web.panel.record import committees, panels
from tests.web.deliberating import PARTS, SECRET, convene, do, spoken, view
from tests.web.people import text


def test_the_committee_speaks_in_turn_and_its_decision_against_the_panel_is_kept(bench):
    spoken(bench)
    for username in SECRET:
        do(bench, username, "vote", facts="insufficient", result="acquit_insufficient")
    heard = panels(view(bench))[-1].subject
    given = {
        "order-committee_member": "1",
        "order-m2": "2",
        "order-m3": "3",
        "chair": "m3",
        "whole": "5",
        "asked": "重大疑难",
        "panel": heard,
    }
    # 没有过半数出席
    few = bench.by("presiding_judge").post(bench.at("panel/committee/convene/"), given | {"whole": "7"})
    assert few.status_code == 422
    assert "过半数" in text(few)
    assert bench.by("presiding_judge").post(bench.at("panel/committee/convene/"), given).status_code == 302
    subject = committees(view(bench))[-1].subject

    def act(username, what, **data):
        return bench.by(username).post(bench.at(f"panel/committee/?id={subject}"), {"do": what, **data})

    early = act("m3", "speak", opinion="意见", reason="理由")
    assert early.status_code == 422
    assert "防范冤假错案意见第十七条" in text(early)
    assert act("m2", "speak", opinion="意见", reason=" ").status_code == 422
    for username in ("committee_member", "m2", "m3"):
        assert act(username, "speak", opinion=f"{username}的意见", reason="理由").status_code == 302
    assert act("judge", "vote", result="affirm").status_code == 403
    for username, result in (("committee_member", "acquit_insufficient"), ("m2", "affirm"), ("m3", "affirm")):
        assert act(username, "vote", result=result).status_code == 302
    assert act("m2", "decide", reason="理由").status_code == 422
    assert act("m3", "decide", reason="证据已查证").status_code == 302
    page = text(bench.by("presiding_judge").get(bench.at(f"panel/committee/?id={subject}")))
    assert "决定改变了合议庭的多数意见" in page
    assert "少数意见，保留在记录里" in page
    assert act("m3", "decide", reason="再来").status_code == 422


ELSEWHERE = [
    ("没有席位", {"account": "judge", "opinion": "别处的意见"}),
    ("两个审判长", {"account": "judge", "role": "presiding"}),
    ("没有人发言而有次序", {"account": "judge", "role": "judge", "order": parse_amount("3", "位")}),
]


@pytest.mark.parametrize(("case", "values"), ELSEWHERE, ids=[one[0] for one in ELSEWHERE])
def test_a_deliberation_told_by_a_file_is_shown_as_the_files_and_breaks_nothing(bench, case, values):
    log = storage.load(bench.case.pk, PARTS)
    with log.begin(Part.COURT_INNER, "文件", "载入", "", "2026-11-01T09:00:00") as change:
        change.declare("panel", "H8")
        change.declare("committee", "S8")
        change.declare("speech", "S8-1", "S8")
        change.put("speech", "S8-1", "account", "judge", Basis.RULED)
        for number in (1, 2):
            change.declare("opinion", f"H8-{number}", "H8")
            for name, value in values.items():
                change.put("opinion", f"H8-{number}", name, value, Basis.RULED)
    storage.append(bench.case.pk, change.revision, log.chain(Part.COURT_INNER).records[-1])
    page = bench.by("judge").get(bench.at("panel/"))
    assert page.status_code == 200
    assert "H8" not in text(page)
    assert bench.by("judge").get(bench.at("panel/session/?id=H8")).status_code == 404
    assert convene(bench).status_code == 302
