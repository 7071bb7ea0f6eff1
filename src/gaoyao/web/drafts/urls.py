"""The address of drafts."""

from django.urls import path

from gaoyao.web.drafts import views

urlpatterns = [path("draft/", views.draft, name="draft")]
