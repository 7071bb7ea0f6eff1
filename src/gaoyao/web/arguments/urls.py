"""Addresses of defence arguments."""

from django.urls import path

from gaoyao.web.arguments import views

urlpatterns = [path("arguments/", views.arguments, name="arguments")]
