"""Addresses of the sides of a case."""

from django.urls import path

from gaoyao.web.aspects import laws, ledger, views

urlpatterns = [
    path("graph/", views.graph, name="graph"),
    path("statements/", views.statements, name="statements"),
    path("timeline/", views.timeline, name="timeline"),
    path("periods/", views.periods, name="periods"),
    path("registers/", ledger.registers, name="registers"),
    path("favourable/", ledger.favourable, name="favourable"),
    path("laws/", laws.laws, name="laws"),
]
