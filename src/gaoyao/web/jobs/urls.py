"""Addresses of background work."""

from django.urls import path

from gaoyao.web.jobs import views

urlpatterns = [
    path("jobs/", views.jobs, name="jobs"),
    path("jobs/<slug:key>/", views.job, name="job"),
    path("jobs/<slug:key>/state/", views.state, name="job-state"),
    path("jobs/<slug:key>/cancel/", views.cancel, name="job-cancel"),
    path("jobs/<slug:key>/again/", views.again, name="job-again"),
    path("jobs/<slug:key>/result/", views.result, name="job-result"),
    path("cases/<slug:key>/jobs/", views.order, name="order"),
]
