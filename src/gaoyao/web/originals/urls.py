"""Addresses of the originals of a case."""

from django.urls import path

from gaoyao.web.originals import views

urlpatterns = [
    path("upload/", views.upload, name="upload"),
    path("cases/<slug:key>/coverage/", views.coverage, name="coverage"),
    path("cases/<slug:key>/pages/", views.sheet, name="page"),
    path("cases/<slug:key>/pages/crop.webp", views.crop, name="crop"),
    path("cases/<slug:key>/pages/<slug:sha256>/<int:number>.webp", views.page_image, name="page-image"),
]
