"""The WSGI application, for gunicorn or any other server; in production it does not start without its key ring."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gaoyao.web.settings")

application = get_wsgi_application()

from gaoyao.web.sealing.keys import RING  # noqa: E402 - needs Django

RING.now()
