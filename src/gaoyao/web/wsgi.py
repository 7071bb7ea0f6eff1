"""The WSGI application, for gunicorn or any other server; in production it does not start without its key ring."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gaoyao.web.settings")

application = get_wsgi_application()

from django.urls import get_resolver  # noqa: E402 - needs Django

from gaoyao.web.cases.prepared import program  # noqa: E402 - needs Django
from gaoyao.web.cases.reading import warm  # noqa: E402 - needs Django
from gaoyao.web.sealing.keys import RING  # noqa: E402 - needs Django

RING.now()
# All pages are imported before the first request: an error shows at the start, and no two threads import at once.
get_resolver().url_patterns  # noqa: B018 - looking makes it
warm()
program()
