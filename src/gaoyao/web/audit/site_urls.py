"""Addresses outside a case: heads, and the register of readings."""

from django.urls import path

from gaoyao.web.audit import pages

urlpatterns = [
    path("audit/", pages.heads, name="audit-heads"),
    path("audit/heads/", pages.heads_text, name="audit-heads-text"),
    path("audit/readings/", pages.readings, name="readings"),
]
