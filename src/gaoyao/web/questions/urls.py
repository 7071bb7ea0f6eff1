"""Addresses of the questions of a case."""

from django.urls import path

from gaoyao.web.questions import views

urlpatterns = [
    path("questions/", views.questions, name="questions"),
    path("questions/answer/", views.answer, name="answer-sheet"),
]
