"""Addresses of adding material."""

from django.urls import path

from gaoyao.web.adding import views

urlpatterns = [
    path("material/", views.material, name="material"),
    path("material/add/", views.add, name="material-add"),
]
