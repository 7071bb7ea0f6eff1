"""Addresses of the facts of a case."""

from django.urls import path

from gaoyao.web.facts import views

urlpatterns = [path("facts/", views.matrix, name="matrix")]
