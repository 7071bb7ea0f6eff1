"""The register: everybody sees what he entered himself; named readers see all of it.  It is in no review."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.views.decorators.http import require_http_methods

from gaoyao.dossier.exchange.moments import parse_moment
from gaoyao.dossier.exchange.problems import Wrong
from gaoyao.dossier.model import DossierError, Span
from gaoyao.dossier.texts import value_text
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Contact
from gaoyao.logic.tree import Field
from gaoyao.web.cases.actions import Action
from gaoyao.web.cases.desks import act, at_desk, page
from gaoyao.web.cases.policy import Permission
from gaoyao.web.cases.reading import Desk
from gaoyao.web.evidence.entry import text_of
from gaoyao.web.interference.actions import REGISTER, TYPES, ClassContact, EnterContact
from gaoyao.web.ledger import storage


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the page shows it; the classing is empty for those who may not see it."""

    number: str
    person: str
    unit: str
    channel: str
    content: str
    happened: str
    recorded_on: str
    recorder: str
    original_kept: bool
    type: str
    reported: str
    own: bool


def entries(desk: Desk) -> list[Entry]:
    """What this reader may see, newest first: all of it for a named reader, else his own."""
    log = storage.load(desk.case.pk, {REGISTER})
    view, everything = View(log, {REGISTER}), bool(desk.policy.may_read_register(desk.assignment))
    found = []
    for one in reversed(view.subjects(Contact.kind)):
        own = view.live(Contact.recorder, one).value == desk.policy.account.username
        if own or everything:
            found.append(_entry(view, one, own=own, classed=everything))
    return found


def _entry(view: View, one: str, *, own: bool, classed: bool) -> Entry:
    def told(field: Field) -> str:
        value = view.live(field, one).value
        return "" if value is None else value_text(field, value)

    return Entry(
        one, told(Contact.person), told(Contact.unit), told(Contact.channel), told(Contact.content), told(Contact.happened), told(Contact.recorded_on),
        told(Contact.recorder), view.live(Contact.original_kept, one).value is True, told(Contact.type) if classed else "",
        told(Contact.reported) if classed else "", own,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def register(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Enter one's own; read one's own, or all where named."""
    may = desk.may(Permission.INTERFERENCE_ENTER)
    if not may:
        raise PermissionDenied(may.reason)
    problems: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            action, done = _action(desk, request.POST)
            revision, problems = act(request, desk, action, done)
            if revision is not None:
                return HttpResponseRedirect(reverse("interference", args=[desk.case.key]))
        except DossierError as error:
            problems = error.problems
    return page(
        request, desk, "interference/register.html", "interference", "过问登记", 422 if problems else 200, entries=entries(desk), problems=problems,
        reads=desk.policy.may_read_register(desk.assignment), given=request.POST, types=TYPES.items(),
        today=request.POST.get("happened", timezone.localdate().isoformat()),
    )  # fmt: skip


def _action(desk: Desk, data: QueryDict) -> tuple[Action, str]:
    account = desk.policy.account
    if data.get("do") == "class":
        return ClassContact(
            account, data.get("number", ""), data.get("type", ""), "reported" in data
        ), "已归类。"
    texts = {name: text_of(data, name) for name in ("person", "unit", "channel", "content")}
    number = f"GW-{get_random_string(8, 'ABCDEFGHJKMNPQRSTUVWXYZ23456789')}"
    action = EnterContact(
        account,
        number,
        happened=_moment(text_of(data, "happened")),
        original_kept="original" in data,
        **texts,
    )
    return action, f"已登记，编号 {number}。登记单独成卷，不进入案件的审查，也不作为认定事实的根据。"


def _moment(text: str) -> Span:
    try:
        return parse_moment(text)
    except Wrong as error:
        raise DossierError((f"时间：{error}",)) from error
