"""The queue, one step at a time: a value with its crop, then papers of one kind; y confirms, e corrects, n goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from gaoyao.dossier.model import Assertion
from gaoyao.dossier.texts import shortened
from gaoyao.law.rule import Weight
from gaoyao.logic.tree import Field
from gaoyao.web.cases.desks import act, at_desk, back_to, page
from gaoyao.web.cases.policy import Permission
from gaoyao.web.cases.reading import Desk
from gaoyao.web.confirming.waiting import DOUBTFUL, Group, Queue, Waiting
from gaoyao.web.evidence.actions import ConfirmCells
from gaoyao.web.evidence.cells import line, worded
from gaoyao.web.evidence.entry import field_of
from gaoyao.web.evidence.views import item_address
from gaoyao.web.originals import places
from gaoyao.web.originals.vault import LostOriginalError
from gaoyao.web.originals.views import record_of

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """One value in a group."""

    label: str
    text: str
    page: str
    doubtful: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One paper in a group: its name, its page, its values, the ids of what is confirmed with it."""

    name: str
    address: str
    original: str
    where: str
    values: tuple[Shown, ...]
    ids: str
    doubtful: bool


@require_safe
@at_desk
def queue(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One step of the queue; `at` counts the steps that were passed over."""
    waiting = Queue(desk)
    steps: list[Waiting | Group] = [*waiting.single, *waiting.groups]
    asked = request.GET.get("at", "0")
    at = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    step = steps[at] if at < len(steps) else None
    more = (
        _single(desk, step) if isinstance(step, Waiting) else _group(desk, step) if step is not None else {}
    )
    return page(
        request, desk, "confirming/queue.html", "queue", "待确认", at=at, step=step, total=len(steps), left=len(steps) - at,
        single=len(waiting.single), groups=len(waiting.groups), values=len(waiting.read), allowed=desk.may(Permission.CELL_CONFIRM),
        following=_address(desk, at + 1) if step is not None else "", previous=_address(desk, at - 1) if at else "", **more,
    )  # fmt: skip


def _address(desk: Desk, at: int) -> str:
    return reverse("queue", args=[desk.case.key]) + (f"?at={at}" if at else "")


def _single(desk: Desk, one: Waiting) -> dict[str, Any]:
    """What is shown of one value: its question, the place in the original, what waits for it."""
    made: dict[str, Any] = {
        "one": one,
        "value": line(desk, one.field, one.subject, "queue"),
        "page_address": "",
        "crop": "",
        "excerpt": None,
    }
    found = places.spot(desk, one.record)
    if found is not None:
        made["page_address"] = places.page_address(desk, one.record)
        if found.drawable:
            made["crop"] = reverse("crop", args=[desk.case.key]) + "?" + urlencode({"a": one.record.id})
        else:
            try:
                made["excerpt"] = places.excerpt(found)
            except LostOriginalError:
                made["excerpt"] = None
    made["compels"] = [
        (finding.rule.title, finding.subject.name, finding.rule.consequence) for finding in one.findings[:5]
    ]
    made["more_compels"] = max(0, len(one.findings) - 5)
    made["mandatory"] = Weight.MANDATORY.label
    return made


def _group(desk: Desk, group: Group) -> dict[str, Any]:
    rows = [
        ShownRow(
            desk.read.name(row.subject), item_address(desk.case.key, row.subject) if desk.read.view.kind(row.subject) == "item" else "",
            places.page_address(desk, row.records[0][1]), _where(row.records[0][1]),
            tuple(_shown(desk, field, record) for field, record in row.records), " ".join(record.id for _, record in row.records), row.doubtful,
        ) for row in group.rows
    ]  # fmt: skip
    return {"group": group, "rows": rows}


def _where(record: Assertion) -> str:
    return record.address.page


def _shown(desk: Desk, field: Field, record: Assertion) -> Shown:
    sure = record.confidence
    doubt = f"识别把握 {sure:.2f}" if sure is not None and sure < DOUBTFUL else ""
    return Shown(
        field.label,
        shortened(worded(field, record.value, desk.read), LONGEST),
        places.page_address(desk, record),
        doubt,
    )


@require_POST
@at_desk
def accept(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Confirm what the step showed, in one act; what changed in the meantime is refused and said."""
    asked = request.POST.get("at", "0")
    back = _address(desk, int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0)
    cells: list[tuple[Field, str, str]] = []
    for ident in " ".join(request.POST.getlist("ids")).split():
        record = record_of(desk, ident)
        field = field_of(f"{record.kind}.{record.field}") if record is not None else None
        if record is None or field is None:
            raise Http404
        cells.append((field, record.subject, record.id))
    revision, problems = act(request, desk, ConfirmCells(tuple(cells)), f"已确认 {len(cells)} 项内容。")
    if revision is None:
        return page(
            request, desk, "cases/problems.html", "queue", "没有保存", 422, problems=problems, back=back
        )
    return back_to(back, revision)
