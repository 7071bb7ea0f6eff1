"""All addresses.  Everything about a case stands under its key, so that one gate decides who comes in."""

from django.urls import include, path

from gaoyao.web.assignments import urls as assignments
from gaoyao.web.dissection import urls as dissection
from gaoyao.web.front import views

_CASE = "cases/<slug:key>/"

urlpatterns = [
    path("review.css", views.stylesheet, name="review-css"),
    path("", include("gaoyao.web.accounts.urls")),
    path("", include("gaoyao.web.cases.urls")),
    path("", include("gaoyao.web.audit.site_urls")),
    path("", include("gaoyao.web.jobs.urls")),
    path("", include("gaoyao.web.originals.urls")),
    path("", include("gaoyao.web.api.urls")),
    path(_CASE, include("gaoyao.web.adding.urls")),
    path(_CASE, include("gaoyao.web.confirming.urls")),
    path(_CASE, include("gaoyao.web.evidence.urls")),
    path(_CASE, include("gaoyao.web.questions.urls")),
    path(_CASE, include("gaoyao.web.facts.urls")),
    path(_CASE, include("gaoyao.web.rulings.urls")),
    path(_CASE, include("gaoyao.web.aspects.urls")),
    path(_CASE, include("gaoyao.web.drafts.urls")),
    path(_CASE, include("gaoyao.web.arguments.urls")),
    path(_CASE, include("gaoyao.web.papers.urls")),
    path(_CASE, include("gaoyao.web.panel.urls")),
    path(_CASE, include("gaoyao.web.interference.urls")),
    path(_CASE, include(assignments.of_case)),
    path(_CASE, include(dissection.of_case)),
    path("", include("gaoyao.web.dissection.urls")),
    path("", include("gaoyao.web.assignments.urls")),
    path(_CASE, include("gaoyao.web.audit.urls")),
]

handler403 = views.denied
handler404 = views.absent
handler500 = views.failed
