"""Addresses of papers."""

from django.urls import path

from gaoyao.web.papers import views

urlpatterns = [
    path("papers/", views.papers, name="papers"),
    path("papers/docx/", views.made, name="paper"),
]
