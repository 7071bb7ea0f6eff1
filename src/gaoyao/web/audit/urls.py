"""Addresses of the record of changes."""

from django.urls import path

from gaoyao.web.audit import views

urlpatterns = [
    path("revisions/", views.revisions, name="revisions"),
    path("revisions/log/", views.raw_log, name="raw-log"),
    path("revisions/export/", views.proof_export, name="proof-export"),
    path("revisions/undo/", views.undo, name="undo"),
]
