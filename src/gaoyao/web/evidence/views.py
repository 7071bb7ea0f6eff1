"""Evidence by group, one item, one value."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gaoyao.dossier.model import DossierError
from gaoyao.dossier.vocabulary import Group, Item
from gaoyao.logic.tree import FieldType
from gaoyao.logic.truth import Truth
from gaoyao.review.model import ItemLine
from gaoyao.review.render.wording import RUNG_MEANINGS, RUNGS, content
from gaoyao.review.standing import Rung
from gaoyao.web.cases.desks import act, at_desk, back_to, page
from gaoyao.web.cases.policy import Permission
from gaoyao.web.cases.reading import Desk
from gaoyao.web.cases.showing import about_item, shown
from gaoyao.web.drafts import keeping
from gaoyao.web.evidence import cells, entry
from gaoyao.web.evidence.actions import GROUP_ACTS, ConfirmCells, EditCell, MarkGroup, PlaceInGroup, standing
from gaoyao.web.originals import places

PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One item in the list."""

    id: str
    title: str
    type: str
    page: str
    sign: str
    tone: str
    rung: str
    findings: int
    address: str


@dataclass(frozen=True, slots=True)
class GroupBlock:
    """A group, its marks and its items."""

    id: str
    title: str
    marks: tuple[tuple[str, str, str, str], ...]
    rows: tuple[Row, ...]

    @property
    def done(self) -> bool:
        """Is nothing left to be marked?"""
        return all(text == "是" for _, _, text, _ in self.marks)


def item_address(key: str, item: str) -> str:
    """The page of an item."""
    return reverse("item", args=[key]) + "?" + urlencode({"id": item})


def _row(desk: Desk, one: ItemLine) -> Row:
    sign, tone = RUNGS[one.rung]
    return Row(one.subject.id, content(one.subject), one.type, one.page or "未录入", sign, tone, one.rung.label, len(one.findings),
               item_address(desk.case.key, one.subject.id))  # fmt: skip


def _blocks(desk: Desk, rows: list[ItemLine]) -> list[GroupBlock]:
    view = desk.read.view
    of: dict[str, list[Row]] = {}
    for one in rows:
        group = view.live(Item.group, one.subject.id).value
        of.setdefault(group if isinstance(group, str) and view.exists(group) else "", []).append(
            _row(desk, one)
        )
    blocks = []
    for group in (*view.subjects(Group.kind), ""):
        if group not in of and (not group or len(view.subjects(Item.kind)) > PER_PAGE):
            continue
        marks = tuple((name, field.label, cells.text_of(field, view.live(field, group)), cells.state_of(view.live(field, group)))
                      for name, field in GROUP_ACTS.items()) if group else ()  # fmt: skip
        blocks.append(
            GroupBlock(
                group, desk.read.name(group) if group else "没有编组的证据", marks, tuple(of.get(group, ()))
            )
        )
    return blocks


@require_safe
@at_desk
def evidence(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The list, group by group, a hundred items a page; `show` narrows it to what has to be dealt with."""
    review = desk.read.review
    show = request.GET.get("show", "")
    rows = [one for one in review.items if show != "open" or one.rung.truth is not Truth.YES]
    last = max(1, -(-len(rows) // PER_PAGE))
    asked = request.GET.get("page", "1")
    number = (
        min(int(asked), last)
        if asked.isascii() and asked.isdigit() and 0 < len(asked) < 6 and int(asked)
        else 1
    )
    kept = rows[(number - 1) * PER_PAGE : number * PER_PAGE]
    counts = [
        (RUNGS[rung][0], rung.label, RUNGS[rung][1], sum(one.rung is rung for one in review.items))
        for rung in Rung
    ]
    return page(request, desk, "evidence/list.html", "evidence", "证据", blocks=_blocks(desk, kept), counts=[one for one in counts if one[3]],
                total=len(rows), number=number, last=last, show=show, groups=[(one, desk.read.name(one)) for one in desk.read.view.subjects(Group.kind)])  # fmt: skip


@require_POST
@at_desk
def mark(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Mark a group in one act, or put chosen items into a group."""
    back = reverse("evidence", args=[desk.case.key])
    try:
        action: MarkGroup | PlaceInGroup
        if request.POST.get("do") == "place":
            items = tuple(request.POST.getlist("item"))
            action = PlaceInGroup(
                items, entry.text_of(request.POST, "to"), entry.text_of(request.POST, "title")
            )
            done = f"已将 {len(items)} 件证据编组。"
        else:
            group, marks = request.POST.get("group", ""), tuple(request.POST.getlist("mark"))
            if desk.read.view.kind(group) != Group.kind:
                raise Http404
            action = MarkGroup(group, marks, address=entry.address_of(request.POST))
            done = f"{desk.read.name(group)}：已记载{'、'.join(GROUP_ACTS[one].label for one in marks if one in GROUP_ACTS)}。"
        revision, problems = act(request, desk, action, done)
    except DossierError as error:
        revision, problems = None, error.problems
    if revision is None:
        return page(
            request, desk, "cases/problems.html", "evidence", "没有保存", 422, problems=problems, back=back
        )
    return back_to(back, revision)


def _item(desk: Desk, item: str) -> ItemLine:
    found = next((one for one in desk.read.review.items if one.subject.id == item), None)
    if found is None:
        raise Http404
    return found


@require_safe
@at_desk
def item(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One item: its standing, the findings about it, the values they rest on, everything entered."""
    one = _item(desk, request.GET.get("id", ""))
    review, back = desk.read.review, f"item:{one.subject.id}"
    findings = about_item(desk.read, review, one.subject.id)
    resting = cells.rests_on(desk, findings, back)
    order = [line.subject.id for line in review.items]
    place = order.index(one.subject.id)
    sign, tone = RUNGS[one.rung]
    return page(
        request, desk, "evidence/item.html", "evidence", one.subject.name, item=one, sign=sign, tone=tone, meaning=RUNG_MEANINGS[one.rung],
        findings=[shown(desk, finding) for finding in findings], resting=resting,
        confirmable=any(line.confirmable for line in resting), tables=cells.entered(desk, one.subject.id, back),
        leaf=_leaf(desk, one.subject.id), previous=item_address(desk.case.key, order[place - 1]) if place else "",
        following=item_address(desk.case.key, order[place + 1]) if place + 1 < len(order) else "", place=place + 1, total=len(order),
    )  # fmt: skip


def _leaf(desk: Desk, subject: str) -> dict[str, str] | None:
    """The first page of an item's original, to stand beside its standing."""
    first = desk.read.view.live(Item.title, subject).first
    found = places.spot(desk, first) if first is not None else None
    if first is None or found is None:
        return None
    image = (
        reverse("page-image", args=[desk.case.key, found.original.sha256, found.number])
        if found.drawable
        else ""
    )
    return {
        "address": places.page_address(desk, first),
        "image": image,
        "name": f"{found.original.name} {found.label}",
    }


@require_POST
@at_desk
def confirm(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Confirm the chosen values as they were shown, in one act."""
    back = page_of(desk, request.POST.get("back", ""))
    chosen = []
    for given in request.POST.getlist("cell"):
        path, _, rest = given.partition("|")
        first, _, subject = rest.partition("|")
        field = entry.field_of(path)
        if field is None or desk.read.view.kind(subject) != field.kind:
            raise Http404
        chosen.append((field, subject, first))
    revision, problems = act(request, desk, ConfirmCells(tuple(chosen)), f"已确认 {len(chosen)} 项内容。")
    if revision is None:
        return page(
            request, desk, "cases/problems.html", "evidence", "没有保存", 422, problems=problems, back=back
        )
    return back_to(back, revision)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def cell(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The form of one value: yes, no, a value, 卷内无记载, 查而不明 or 不适用 with its reason."""
    field, subject = entry.field_of(request.GET.get("f", "")), request.GET.get("s", "")
    view = desk.read.view
    if field is None or view.kind(subject) != field.kind:
        raise Http404
    back = request.GET.get("back", "")
    problems: tuple[str, ...] = ()
    allowed = desk.policy.may(Permission.CELL_EDIT, desk.assignment, field)
    if request.method == "POST":
        try:
            action = EditCell(
                field, subject, entry.value_of(field, request.POST), tuple(request.POST.getlist("seen")),
                entry.text_of(request.POST, "reason"), entry.address_of(request.POST),
            )  # fmt: skip
            revision, problems = act(
                request, desk, action, f"{desk.read.name(subject)}：“{field.label}”已保存。"
            )
            if revision is not None:
                keeping.drop(desk, f"cell:{field.path}|{subject}")
                return back_to(page_of(desk, back), revision)
        except DossierError as error:
            problems = error.problems
    live = view.live(field, subject)
    part = desk.policy.writes(desk.assignment, field.kind)
    form = f"cell:{field.path}|{subject}"
    data = keeping.given(request, desk, form)
    picked = (
        (tuple(data.getlist("value")) if field.type is FieldType.REFS else str(data["value"]))
        if data.get("value")
        else live.value
    )
    return page(
        request, desk, "evidence/cell.html", "evidence", f"{field.label}：{desk.read.name(subject)}", 422 if problems else 200,
        line=cells.line(desk, field, subject, back), field=field, answers=entry.answers(field, live.value, live.why), given=data, form=form,
        options=entry.options(field, view, picked), many=field.type is FieldType.REFS, long=field.type in (FieldType.TEXT, FieldType.TEXTS),
        written=data.get("value", entry.written(field, live.value)), note=data.get("note", live.note), page_given=data.get("page", desk.read.frame.page(subject)),
        quote=data.get("quote", ""), reason=data.get("reason", ""), seen=data.getlist("seen") or [one.id for one in standing(view, part, field, subject)],
        problems=problems, allowed=allowed, back=page_of(desk, back), address=request.get_full_path(),
    )  # fmt: skip


def page_of(desk: Desk, back: str) -> str:
    """The page a form returns to, by its short name; the list of evidence for anything else."""
    name, _, subject = back.partition(":")
    if name == "item" and desk.read.view.kind(subject) == Item.kind:
        return item_address(desk.case.key, subject)
    names = {
        "queue": "queue",
        "questions": "questions",
        "arguments": "arguments",
        "matrix": "matrix",
        "case": "case",
    }
    if name == "mismatches":
        return reverse("review", args=[desk.case.key]) + "?section=mismatches"
    return reverse(names.get(name, "evidence"), args=[desk.case.key])
