"""The form of a ruling."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gaoyao.dossier.exchange.problems import Wrong
from gaoyao.dossier.exchange.values import PARSERS
from gaoyao.dossier.model import DossierError, Span
from gaoyao.dossier.vocabulary import Item, Ruling
from gaoyao.logic.tree import FieldType
from gaoyao.web.cases.desks import act, at_desk, back_to, page
from gaoyao.web.cases.policy import Permission
from gaoyao.web.cases.reading import Desk
from gaoyao.web.cases.showing import about_item, shown
from gaoyao.web.drafts import keeping
from gaoyao.web.evidence.cells import entered
from gaoyao.web.evidence.entry import text_of
from gaoyao.web.evidence.views import item_address
from gaoyao.web.rulings.actions import OUTCOMES, MakeRuling


def _day(text: str) -> Span:
    try:
        day = PARSERS[FieldType.MOMENT](text, Ruling.ruled_on)
    except Wrong as error:
        raise DossierError((f"作出日期：{error}",)) from error
    if not isinstance(day, Span):
        raise TypeError(day)
    return day


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def ruling(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Rule on one item; afterwards its page tells what the ruling changed."""
    item = request.GET.get("item", "")
    if desk.read.view.kind(item) != Item.kind:
        raise Http404
    form = f"ruling:{item}"
    data = keeping.given(request, desk, form)
    problems: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            texts = {name: text_of(data, name) for name in ("outcome", "by", "reason", "page")}
            action = MakeRuling(item, ruled_on=_day(text_of(data, "ruled_on")), **texts)
            revision, problems = act(
                request, desk, action, f"已记载裁定：{OUTCOMES.get(action.outcome, '')}。"
            )
            if revision is not None:
                keeping.drop(desk, form)
                return back_to(item_address(desk.case.key, item), revision)
        except DossierError as error:
            problems = error.problems
    findings = about_item(desk.read, desk.read.review, item)
    before = [table for table in entered(desk, item, "") if table[0].startswith("对证据的裁定")]
    return page(
        request, desk, "rulings/form.html", "evidence", f"裁定：{desk.read.name(item)}", 422 if problems else 200, item=item,
        name=desk.read.name(item), outcomes=Ruling.outcome.options, form=form, given=data, problems=problems, allowed=desk.may(Permission.RULING_MAKE),
        today=data.get("ruled_on", timezone.localdate().isoformat()), findings=[shown(desk, one) for one in findings], before=before,
        back=item_address(desk.case.key, item), address=request.get_full_path(),
    )  # fmt: skip
