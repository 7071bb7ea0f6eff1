"""Addresses of the deliberation."""

from django.urls import path

from gaoyao.web.panel import views

urlpatterns = [
    path("panel/", views.panel_list, name="panel"),
    path("panel/convene/", views.convene, name="panel-convene"),
    path("panel/session/", views.deliberation, name="deliberation"),
    path("panel/committee/", views.committee, name="committee"),
    path("panel/committee/convene/", views.convene_committee, name="committee-convene"),
]
