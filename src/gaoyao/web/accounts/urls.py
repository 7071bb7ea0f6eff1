"""Addresses of the accounts."""

from django.urls import path

from gaoyao.web.accounts import second_views, views

urlpatterns = [
    path("login/", views.LogIn.as_view(), name="login"),
    path("logout/", views.LogOut.as_view(), name="logout"),
    path("logout/everywhere/", second_views.everywhere, name="everywhere"),
    path("second/", second_views.verify, name="second"),
    path("safety/", second_views.safety, name="safety"),
    path("password/", views.password, name="password"),
]
