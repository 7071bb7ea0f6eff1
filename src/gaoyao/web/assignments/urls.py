"""Addresses of assignments: of one case, and the administrator's."""

from django.urls import path

from gaoyao.web.assignments import views

of_case = [path("assignments/", views.of_case, name="assignments")]
urlpatterns = [path("assignments/", views.staff, name="staff")]
