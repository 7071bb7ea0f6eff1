"""Address of the register of interference."""

from django.urls import path

from gaoyao.web.interference import views

urlpatterns = [path("interference/", views.register, name="interference")]
