"""The record of changes of the parts a reader reads: what, who, when, why, and the hashes."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from gaoyao.audit.packing import pack
from gaoyao.dossier.chain import PartKey, part_name
from gaoyao.dossier.model import DECLARES, Assertion, DossierError, Revision
from gaoyao.dossier.schema import KINDS
from gaoyao.dossier.texts import shortened, value_text
from gaoyao.web.audit import heads
from gaoyao.web.audit.actions import Undo
from gaoyao.web.cases.desks import act, at_desk, back_to, page
from gaoyao.web.cases.policy import Permission
from gaoyao.web.cases.reading import Desk, Read
from gaoyao.web.cases.views import download
from gaoyao.web.evidence.entry import text_of
from gaoyao.web.ledger import storage

PER_PAGE, SHOWN = 30, 40


@dataclass(frozen=True, slots=True)
class Line:
    """One revision."""

    part: str
    code: str
    number: int
    actor: str
    action: str
    reason: str
    at: str
    hash: str
    previous: str
    told: tuple[str, ...]
    more: int
    undoable: bool


def told(read: Read, record: Assertion, key: PartKey) -> str:
    """One record in words."""
    target = read.log.chain(*key).find(record.retracts) if record.retracts else None
    one = target or record
    name = read.name(one.subject)
    if one.field == DECLARES:
        said = f"登记{KINDS[one.kind].label}“{one.subject}”"
    else:
        field = KINDS[one.kind].fields[one.field]
        said = f"{name}：{field.label} = {shortened(value_text(field, one.value), 60)}（{one.basis.label}）"
    return f"撤回 {said}；理由：{record.note}" if target else said


def _line(desk: Desk, one: Revision) -> Line:
    key = (one.part, one.part_owner)
    records = desk.read.log.chain(*key).records[one.number - 1]
    return Line(
        part_name(key), one.part.value, one.number, one.actor, one.action, one.reason, one.at.replace("T", " ")[:19], one.hash, one.previous_hash,
        tuple(told(desk.read, record, key) for record in records[:SHOWN]), max(0, len(records) - SHOWN),
        one.number > 1 and bool(desk.may(Permission.REVISION_UNDO)),
    )  # fmt: skip


@require_safe
@at_desk
def revisions(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Newest first.  `verify` reads every row again from the database and recomputes every hash."""
    log = desk.read.log
    verified = None
    if "verify" in request.GET:
        verified = storage.load(desk.case.pk, desk.parts).heads == log.heads
    every = list(reversed(log.revisions))
    last = max(1, -(-len(every) // PER_PAGE))
    given = request.GET.get("page", "1")
    number = (
        min(int(given), last)
        if given.isascii() and given.isdigit() and 0 < len(given) < 6 and int(given)
        else 1
    )
    lines = [_line(desk, one) for one in every[(number - 1) * PER_PAGE : number * PER_PAGE]]
    ends = [(part_name(key), count, hash_) for key, (count, hash_) in log.heads.items()]
    return page(
        request,
        desk,
        "audit/revisions.html",
        "revisions",
        "修订记录",
        lines=lines,
        heads=ends,
        verified=verified,
        number=number,
        last=last,
        total=len(every),
    )


@require_safe
@at_desk
def raw_log(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The log of the reader's parts, line by line, to be checked without this program."""
    return download(desk.read.log.dump(), "application/jsonl; charset=utf-8", f"{desk.case.key}.jsonl")


@require_safe
@at_desk
def proof_export(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Log, heads, proofs and the verifier in one file: whoever gets it can check it without this program."""
    answer = desk.may(Permission.CASE_EXPORT)
    if not answer:
        raise PermissionDenied(answer.reason)
    log = storage.load(desk.case.pk, desk.parts)
    return download(
        pack(log.dump(), heads.proofs(desk.case.key, log)), "application/zip", f"{desk.case.key}-可核验.zip"
    )


@require_POST
@at_desk
def undo(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Undo one revision by retraction."""
    code, number = request.POST.get("part", ""), request.POST.get("number", "")
    key = next((key for key in desk.parts if key[0].value == code), None)
    if key is None or not (number.isascii() and number.isdigit()) or len(number) > 9:
        raise Http404
    back = reverse("revisions", args=[desk.case.key])
    try:
        action = Undo(key, int(number), text_of(request.POST, "why"))
        revision, problems = act(
            request, desk, action, f"已撤销第 {number} 次修改；原来的记录仍在修订记录里。"
        )
    except DossierError as error:
        revision, problems = None, error.problems
    if revision is None:
        return page(
            request, desk, "cases/problems.html", "revisions", "没有撤销", 422, problems=problems, back=back
        )
    return back_to(back, revision)
