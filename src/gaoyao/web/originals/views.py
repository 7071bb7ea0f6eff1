"""Uploading, what was read of every page, a page with its boxes, the crop beside a value."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from gaoyao.dossier.model import Assertion, DossierError
from gaoyao.web.cases.desks import account_of, at_desk, page
from gaoyao.web.cases.policy import Policy
from gaoyao.web.cases.reading import Desk
from gaoyao.web.evidence.cells import line
from gaoyao.web.evidence.entry import field_of
from gaoyao.web.originals import pictures, places
from gaoyao.web.originals.models import Original
from gaoyao.web.originals.receiving import load_page, prepare, receive, too_much
from gaoyao.web.originals.vault import LostOriginalError

STATES = {
    "text": ("○", "calm", "文字层"), "ocr": ("◇", "calm", "识别"), "partial": ("▲", "warn", "不完整"), "blank": ("·", "soft", "空白"),
    "unread": ("■", "bad", "未读"),
}  # fmt: skip
PAGES_SHOWN = 1500
OVERHEAD = 1 << 20
"""Bytes that a form of the largest size may have beside its files."""


@csrf_exempt  # the handlers must be set before the token is read out of the body; `_upload` checks it
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Take the files and go to their reading."""
    account = account_of(request)
    answer = Policy(account).may_import()
    if not answer:
        raise PermissionDenied(answer.reason)
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.MATERIAL_LARGEST + OVERHEAD:
        return _refused(request, too_much().problems)
    quota = prepare(request)

    @csrf_protect
    def checked(request: HttpRequest) -> HttpResponse:
        try:
            job = receive(account, request, quota)
        except DossierError as error:
            return _refused(request, error.problems)
        address = reverse("job", args=[job.key])
        return JsonResponse({"to": address}) if _by_script(request) else redirect(address)

    answered: HttpResponse = checked(request)
    return answered


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "XMLHttpRequest"


def _refused(request: HttpRequest, problems: tuple[str, ...]) -> HttpResponse:
    if _by_script(request):
        return JsonResponse({"problems": problems}, status=422)
    return render(request, "cases/load.html", load_page(problems), status=422)


@require_safe
@at_desk
def coverage(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Every file and every page of the originals of this case: text, recognised, unread and why."""
    files, troubles, left_out = [], [], []
    try:
        for upload_ in [one for one in desk.case.uploads.all() if one.part_key in desk.parts]:
            report = places.REPORTS.of(upload_)
            files += report["volumes"]
            left_out += report.get("left_out", [])
    except LostOriginalError as error:
        return page(request, desk, "cases/problems.html", "coverage", "读不出覆盖报告", 500, problems=(str(error),), back=reverse("case", args=[desk.case.key]))  # fmt: skip
    for one in files:
        troubles += [
            (one, each, *STATES[each["state"]]) for each in one["pages"] if each["reason"] or each["notes"]
        ]
    counts = {
        state: sum(each["state"] == state for one in files for each in one["pages"]) for state in STATES
    }
    first = _number(request.GET.get("page", "1"))
    shown, last = _paged(files, first)
    return page(
        request, desk, "originals/coverage.html", "coverage", "材料与覆盖",
        files=[(one, [(each, *STATES[each["state"]]) for each in one["pages"]]) for one in shown], total=len(files),
        pages=sum(counts.values()), counts=[(*STATES[state], number) for state, number in counts.items() if number],
        troubles=troubles[:200], more=max(0, len(troubles) - 200), broken=[one for one in files if one["problem"]],
        left_out=left_out[:100], left_more=max(0, len(left_out) - 100), number=first, last=last,
    )  # fmt: skip


def _paged(files: list[dict[str, Any]], number: int) -> tuple[list[dict[str, Any]], int]:
    """The files of one page of the report, about PAGES_SHOWN pages each, and how many there are."""
    sheets: list[list[dict[str, Any]]] = [[]]
    room = PAGES_SHOWN
    for one in files:
        if sheets[-1] and room < len(one["pages"]):
            sheets.append([])
            room = PAGES_SHOWN
        sheets[-1].append(one)
        room -= len(one["pages"]) + 3
    return sheets[min(number, len(sheets)) - 1], len(sheets)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 6 and int(text) else 1


def record_of(desk: Desk, ident: str) -> Assertion | None:
    """A value of the parts this person reads, by its id."""
    return next(
        (
            found
            for key in desk.read.log.parts & desk.parts
            if (found := desk.read.log.chain(*key).find(ident))
        ),
        None,
    )


def _spot(request: HttpRequest, desk: Desk) -> tuple[places.Spot, Assertion | None]:
    ident = request.GET.get("a", "")
    if ident:
        record = record_of(desk, ident)
        found = places.spot(desk, record) if record is not None else None
        if found is None:
            raise Http404
        return found, record
    original = places.stored(desk).get(request.GET.get("o", ""))
    try:
        told = places.page_of(original, _number(request.GET.get("n", "1"))) if original is not None else None
    except LostOriginalError:
        told = None
    if original is None or told is None:
        raise Http404
    return places.Spot(original, told), None


@require_safe
@at_desk
def sheet(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One page of an original, with boxes over what a value quotes, and the text as it was read."""
    found, record = _spot(request, desk)
    try:
        row = places.row_of(found.original, found.number)
        volume = places.volume_of(found.original)
    except LostOriginalError as error:
        return page(request, desk, "cases/problems.html", "coverage", "读不出原件", 500, problems=(str(error),), back=reverse("coverage", args=[desk.case.key]))  # fmt: skip
    field = field_of(f"{record.kind}.{record.field}") if record is not None else None
    text, start, end = str(row["text"]), found.start, found.end
    marked = (
        (text[:start], text[start:end], text[end:])
        if start is not None and end is not None
        else (text, "", "")
    )
    last = len((volume or {"pages": []})["pages"])
    return page(
        request, desk, "originals/page.html", "coverage", f"{found.original.name} {found.label}", spot=found, marked=marked,
        state=STATES[found.page["state"]], last=last, frames=[places.wide(box) for box in places.boxes(found, row)],
        image=reverse("page-image", args=[desk.case.key, found.original.sha256, found.number]) if found.drawable else "",
        previous=_beside(desk, found, -1) if found.number > 1 else "", following=_beside(desk, found, 1) if found.number < last else "",
        value=line(desk, field, record.subject, "queue") if field is not None and record is not None else None,
    )  # fmt: skip


def _beside(desk: Desk, found: places.Spot, step: int) -> str:
    wanted = {"o": found.original.sha256, "n": str(found.number + step)}
    return reverse("page", args=[desk.case.key]) + "?" + urlencode(wanted)


@require_safe
@at_desk
def page_image(request: HttpRequest, desk: Desk, sha256: str, number: int) -> HttpResponse:
    """The picture of a page; 404, the same, where there is none and where the part is closed."""
    original = places.stored(desk).get(sha256)
    return _webp(original, number)


def _picture(original: Original | None, number: int) -> bytes:
    try:
        told = places.page_of(original, number) if original is not None else None
        if original is None or told is None or not places.Spot(original, told).drawable:
            raise Http404
        made = pictures.picture(
            original,
            number,
            pictures.place_in_docx(told["label"], original.form),
            pictures.turned(told["notes"]),
        )
    except LostOriginalError as error:
        raise Http404 from error
    if made is None:
        raise Http404
    return made


def _webp(original: Original | None, number: int) -> HttpResponse:
    return HttpResponse(_picture(original, number), content_type="image/webp")


@require_safe
@at_desk
def crop(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The strip of the page around a value."""
    found, _ = _spot(request, desk)
    strip = pictures.crop(_picture(found.original, found.number), found.box)
    return HttpResponse(strip, content_type="image/webp")
