"""Settings of the workbench; everything an installation changes comes from the environment (docs/guide/workbench.md).

GAOYAO_WEB_DATA        the folder of the SQLite database, of the originals and of the key; default: <data folder>/workbench
GAOYAO_WEB_DATABASE    postgresql://user:password@host:port/name; without it SQLite
GAOYAO_WEB_PRODUCTION  1: behind HTTPS, with secure cookies and HSTS; needs GAOYAO_WEB_HOSTS and GAOYAO_WEB_SECRET_KEY
GAOYAO_WEB_HOSTS       host names, separated by commas
GAOYAO_WEB_KEY_FILE    the key ring of what is kept encrypted; default: keys.json in the data folder; production needs it
GAOYAO_WEB_KEYS        the key ring itself instead of a file: 编号=base64 …, the first one active
GAOYAO_WEB_ORIGINALS   the folder of the sealed originals; default: originals in the data folder
GAOYAO_WEB_OCR_PROCESSES  processes that recognise scanned pages (about 1 GB of memory each); default: one a core; 0: none
GAOYAO_WEB_READS_SECONDS  readings are written to the database at the latest after so many seconds; 0: at once; default 5
GAOYAO_WEB_READS_DAYS  readings are kept so many days, at least 183; default 1095
GAOYAO_WEB_SECOND_FACTOR  roles that must have a second factor, separated by commas; all; none; default: all in production
GAOYAO_WEB_SESSION_HOURS  a log-in ends after so many hours whatever is done; default 12
GAOYAO_WEB_SECRET_KEY  at least 50 characters; outside production a key is made once and kept in the data folder
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from gaoyao.dossier.view import Role
from gaoyao.law.texts.store import home

PRODUCTION = os.environ.get("GAOYAO_WEB_PRODUCTION") == "1"
DEBUG = False
DATA = Path(os.environ.get("GAOYAO_WEB_DATA") or home() / "workbench")
HERE = Path(__file__).resolve().parent


def _secret_key() -> str:
    given = os.environ.get("GAOYAO_WEB_SECRET_KEY", "")
    if given or PRODUCTION:
        if len(given) < 50:
            raise ImproperlyConfigured("正式运行要用 GAOYAO_WEB_SECRET_KEY 给出至少 50 个字符的密钥。")
        return given
    kept = DATA / "secret-key"
    if not kept.is_file():
        DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    return kept.read_text()


def _second_factor() -> frozenset[str]:
    given = os.environ.get("GAOYAO_WEB_SECOND_FACTOR") or ("all" if PRODUCTION else "none")
    names = frozenset(name.strip() for name in given.split(",")) - {"none", ""}
    unknown = names - {"all", *Role}
    if unknown:
        raise ImproperlyConfigured(
            f"GAOYAO_WEB_SECOND_FACTOR 里没有这样的身份：{'、'.join(sorted(unknown))}。"
        )
    return names


def _database(address: str) -> dict[str, Any]:
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "workbench.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise ImproperlyConfigured("GAOYAO_WEB_DATABASE 应写作 postgresql://用户:密码@主机:端口/库名。")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


SECRET_KEY = _secret_key()
KEY_RING = os.environ.get("GAOYAO_WEB_KEYS", "")
KEY_FILE = Path(os.environ.get("GAOYAO_WEB_KEY_FILE") or DATA / "keys.json")
ORIGINALS = Path(os.environ.get("GAOYAO_WEB_ORIGINALS") or DATA / "originals")
WORK = DATA / "work"  # plain files while something is read, and what jobs made; on the same disk as the data
INCOMING = WORK / "incoming"
DATABASES = {"default": _database(os.environ.get("GAOYAO_WEB_DATABASE", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "gaoyao.web.front",
    "gaoyao.web.accounts",
    "gaoyao.web.sealing",
    "gaoyao.web.ledger",
    "gaoyao.web.cases",
    "gaoyao.web.evidence",
    "gaoyao.web.questions",
    "gaoyao.web.facts",
    "gaoyao.web.aspects",
    "gaoyao.web.drafts",
    "gaoyao.web.api",
    "gaoyao.web.rulings",
    "gaoyao.web.arguments",
    "gaoyao.web.papers",
    "gaoyao.web.jobs",
    "gaoyao.web.originals",
    "gaoyao.web.adding",
    "gaoyao.web.confirming",
    "gaoyao.web.panel",
    "gaoyao.web.assignments",
    "gaoyao.web.interference",
    "gaoyao.web.dissection",
    "gaoyao.web.audit",
    "gaoyao.web.backup",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks_db",
    "axes",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "gaoyao.web.front.middleware.NeverStored",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "gaoyao.web.accounts.middleware.Sessions",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "gaoyao.web.urls"
WSGI_APPLICATION = "gaoyao.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

# ---------------------------------------------------------------- accounts
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "cases"
LOGOUT_REDIRECT_URL = "login"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "accounts/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = False
SESSION_COOKIE_AGE = 45 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_LONGEST = int(float(os.environ.get("GAOYAO_WEB_SESSION_HOURS") or 12) * 3600)  # seconds
SECOND_FACTOR = _second_factor()

# ---------------------------------------------------------------- what a browser is told
ALLOWED_HOSTS = [name for name in os.environ.get("GAOYAO_WEB_HOSTS", "").split(",") if name] or (
    [] if PRODUCTION else ["127.0.0.1", "localhost", "[::1]"]
)
CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in ALLOWED_HOSTS] if PRODUCTION else []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "gaoyao.web.front.views.expired_form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
if os.environ.get("GAOYAO_WEB_BEHIND_PROXY") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

DEMO = Path(os.environ.get("GAOYAO_WEB_DEMO") or "demo")  # the invented cases a lesson's scenario is run over

# ---------------------------------------------------------------- limits
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_TEMP_DIR = INCOMING
DATA_UPLOAD_MAX_NUMBER_FILES = 2500
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
UPLOAD_LARGEST = 20 * 1024 * 1024  # bytes of one case file
MATERIAL_LARGEST = 500 * 1024 * 1024  # bytes of the papers of one upload
OCR_PROCESSES = int(os.environ.get("GAOYAO_WEB_OCR_PROCESSES") or -1)  # -1: one a core; 0: no recognition
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

READS_SECONDS = float(os.environ.get("GAOYAO_WEB_READS_SECONDS") or 5)
READS_DAYS = int(os.environ.get("GAOYAO_WEB_READS_DAYS") or 1095)
if READS_DAYS < 183:
    raise ImproperlyConfigured(
        "GAOYAO_WEB_READS_DAYS 不能少于 183：网络日志依法至少保留六个月（网络安全法）。"
    )

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"axes": {"level": "WARNING"}},
}
