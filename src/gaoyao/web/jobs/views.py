"""A person's jobs: what is under way, what came of it, cancel, begin again, download."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from gaoyao.web.audit import readings
from gaoyao.web.cases.desks import account_of, at_desk
from gaoyao.web.cases.policy import Permission, Policy
from gaoyao.web.cases.reading import Desk
from gaoyao.web.jobs.models import Job, Kind, Status
from gaoyao.web.jobs.queue import ask, begin, fingerprint, stop
from gaoyao.web.jobs.results import chunks, path_of

PER_PAGE = 30
NEEDS = {Kind.REVIEW: Permission.CASE_READ, Kind.EXPORT: Permission.CASE_EXPORT}


def job_of(request: HttpRequest, key: str) -> Job:
    """The asker's own job, while the case it is about is still his.  Raises Http404 for every other."""
    account = account_of(request)
    found = Job.objects.filter(account=account, key=key).select_related("case", "account").first()
    if found is None:
        raise Http404
    if found.case is not None:
        Policy(account).of(found.case.key)
    return found


@require_safe
def jobs(request: HttpRequest) -> HttpResponse:
    """All jobs of this person, newest first."""
    account = account_of(request)
    mine = Job.objects.filter(account=account).filter(
        Q(case=None) | Q(case__in=Policy(account).which().values("case"))
    )
    listed = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "jobs/list.html", {"title": "后台工作", "listed": listed})


@require_safe
def job(request: HttpRequest, key: str) -> HttpResponse:
    """One job; the page asks for `state` every second while it is open."""
    found = job_of(request, key)
    return render(request, "jobs/job.html", {"title": found.title, "job": found, "ready": ready(found)})


@require_safe
def state(request: HttpRequest, key: str) -> HttpResponse:
    """The part of the page that changes."""
    found = job_of(request, key)
    return render(request, "jobs/state.html", {"job": found, "ready": ready(found)})


def ready(found: Job) -> bool:
    """Is there something to download?"""
    return found.status == Status.DONE and not found.reading and path_of(found).is_file()


@require_POST
def cancel(request: HttpRequest, key: str) -> HttpResponse:
    """Ask the worker to stop."""
    stop(job_of(request, key))
    return redirect("job", key)


@require_POST
def again(request: HttpRequest, key: str) -> HttpResponse:
    """Begin again what failed or was cancelled, or what was made and is no longer kept."""
    found = job_of(request, key)
    if found.status in (Status.FAILED, Status.CANCELLED) or (
        not found.reading and not found.open and not ready(found)
    ):
        begin(found)
    return redirect("job", key)


@require_safe
def result(request: HttpRequest, key: str) -> HttpResponseBase:
    """What was made, to be saved; asked for again under the assignment as it stands now."""
    found = job_of(request, key)
    if not ready(found) or found.case is None:
        raise Http404
    policy = Policy(account_of(request))
    answer = policy.may(NEEDS[Kind(found.kind)], policy.of(found.case.key))
    if not answer:
        raise PermissionDenied(answer.reason)
    readings.note(policy.account, "job-result", found.case.key, page=request.path)
    response = StreamingHttpResponse(chunks(found), content_type=found.result["type"])
    response.headers["Content-Disposition"] = (
        f"attachment; filename*=UTF-8''{quote(found.result['name'], safe='')}"
    )
    response.headers["Content-Length"] = str(found.result["bytes"])
    return response


@require_POST
@at_desk
def order(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Ask for the whole review or the export of this case as it stands; the same state gives the same job."""
    kind = next((one for one in NEEDS if one.value == request.POST.get("kind")), None)
    if kind is None:
        raise Http404
    answer = desk.may(NEEDS[kind])
    if not answer:
        raise PermissionDenied(answer.reason)
    heads = [
        f"{part.value}:{owner}:{hash_}" for (part, owner), (_, hash_) in sorted(desk.read.log.heads.items())
    ]
    mark = fingerprint(kind.value, desk.case.key, desk.role.value, str(desk.read.today), *heads)
    made = ask(account_of(request), kind, kind.label, mark, desk.case)
    if not made.open and not ready(made):
        begin(made)
    messages.success(request, "已经排入后台，可以离开这一页，以后从“后台工作”回来。")
    return redirect("job", made.key)
