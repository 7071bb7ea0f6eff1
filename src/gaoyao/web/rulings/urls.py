"""Addresses of rulings."""

from django.urls import path

from gaoyao.web.rulings import views

urlpatterns = [path("ruling/", views.ruling, name="ruling")]
