"""Addresses of the accounts."""

from django.urls import path

from gaoyao.web.accounts import views

urlpatterns = [
    path("login/", views.LogIn.as_view(), name="login"),
    path("logout/", views.LogOut.as_view(), name="logout"),
    path("password/", views.password, name="password"),
]
