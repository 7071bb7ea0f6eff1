"""Addresses of the list and of one case."""

from django.urls import path

from gaoyao.web.cases import views

urlpatterns = [
    path("", views.cases, name="cases"),
    path("lines/", views.list_lines, name="list-lines"),
    path("load/", views.load_case, name="load"),
    path("cases/<slug:key>/", views.case, name="case"),
    path("cases/<slug:key>/review/", views.review, name="review"),
    path("cases/<slug:key>/export/", views.export, name="export"),
]
