"""Addresses of dissections: of one case, and all that a person takes part in."""

from django.urls import path

from gaoyao.web.dissection import views

of_case = [
    path("dissections/", views.of_case, name="dissections"),
    path("dissection/", views.one, name="dissection"),
    path("dissection/scenario/", views.scenario, name="scenario"),
]
urlpatterns = [path("dissections/", views.everything, name="all-dissections")]
