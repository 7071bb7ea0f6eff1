"""An empty page of Django: what the framework and the server cost alone.  For `benchmarks.load`."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="empty", MIDDLEWARE=[])


def page(request: HttpRequest) -> HttpResponse:
    """Nothing but a few words."""
    return HttpResponse("<!DOCTYPE html><title>空</title><p>空")


urlpatterns = [path("", page), path("login/", page)]
application = get_wsgi_application()
