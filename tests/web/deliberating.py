"""How the tests of panel and committee deliberate: who sits, what they file, how all of them speak."""

from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import View
from gaoyao.web.ledger import storage
from gaoyao.web.panel.record import panels

PARTS = frozenset({(Part.MAIN, ""), (Part.COURT_INNER, "")})
SECRET = {
    "judge": "承办的秘密意见子",
    "second": "审判员的秘密意见丑",
    "presiding_judge": "审判长的秘密意见寅",
}


def view(cast):
    return View(storage.load(cast.case.pk, PARTS), PARTS)


SEATS = {"seat-judge": "in_charge", "seat-second": "judge", "seat-presiding_judge": "presiding"}


def convene(cast, seats=SEATS, who="presiding_judge"):
    return cast.by(who).post(cast.at("panel/convene/"), {**seats, "about": "全案"})


def do(cast, username, what, **data):
    subject = panels(view(cast))[-1].subject
    return cast.by(username).post(cast.at(f"panel/session/?id={subject}"), {"do": what, **data})


def file(cast, username, **more):
    return do(
        cast,
        username,
        "file",
        opinion=SECRET.get(username, f"{username}的意见"),
        reason=f"{username}的理由",
        attended="on",
        read_file="on",
        **more,
    )


def spoken(cast):
    convene(cast)
    for username in SECRET:
        assert file(cast, username).status_code == 302
    for username in ("judge", "second", "presiding_judge"):
        assert do(cast, username, "speak").status_code == 302
