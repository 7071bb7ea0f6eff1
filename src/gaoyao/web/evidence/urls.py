"""Addresses of the evidence of a case."""

from django.urls import path

from gaoyao.web.evidence import views

urlpatterns = [
    path("evidence/", views.evidence, name="evidence"),
    path("evidence/mark/", views.mark, name="mark"),
    path("evidence/item/", views.item, name="item"),
    path("evidence/confirm/", views.confirm, name="confirm"),
    path("cell/", views.cell, name="cell"),
]
