"""Addresses of the confirmation queue."""

from django.urls import path

from gaoyao.web.confirming import views

urlpatterns = [
    path("confirming/", views.queue, name="queue"),
    path("confirming/accept/", views.accept, name="accept"),
]
