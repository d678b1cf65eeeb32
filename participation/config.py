"""Settings: environment variables with the prefix LOKALKJENT_, each declared once here and described in the README."""

from __future__ import annotations

import errno
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask_babel import gettext as _

from participation import catalogues
from participation.compressed_once import Compressed, name_of_answer
from participation.errors import Refused
from participation.reasons import reason

PREFIX = "LOKALKJENT_"
ASSETS = Path(__file__).parent / "_assets"
ROOT = ASSETS if ASSETS.exists() else Path(__file__).parent.parent
MIGRATIONS = Path(__file__).parent / "migrations"


@dataclass(frozen=True)
class Setting:
    """One environment variable (without the prefix), its default as text, and what it does.

    `fewest`, `most`: of one that is a number.
    """

    name: str
    default: str
    meaning: str
    fewest: int = 0
    most: int = 1_000_000_000


# To add a setting: one line here and one row in the README's table (a house test compares them).
SETTINGS = (
    Setting(
        "DATA_DIR", "instance", "folder of the database, keys, tile cache, and the log of what was erased and revoked"
    ),
    Setting("DATABASE_URL", "", "postgresql://… ; empty means SQLite in the data folder"),
    Setting("SECRET_KEY", "", "signs cookies and codes; made and kept in the data folder when empty"),
    Setting("BASE_URL", "", "the address that QR codes and letters say; empty means the address asked for"),
    Setting("TRUSTED_PROXIES", "0", "number of reverse proxies in front whose X-Forwarded headers are believed"),
    Setting(
        "MUNICIPALITY", "", "the name in letters and on the privacy page; empty says “the municipality” to each reader"
    ),
    Setting("KARTVERKET", "1", "1 offers Kartverket's open maps through the tile proxy, 0 does not"),
    Setting("TILE_SOURCES", "", "JSON list of further tile sources for the proxy"),
    Setting("TILE_CACHE_MB", "2000", "largest size of the tile cache on disk"),
    Setting("TILE_PRIVATE_HOSTS", "0", "1 lets the tile proxy reach map servers on private addresses"),
    Setting(
        "EMBED_SITES", "", "sites that may show surveys in a frame, with spaces between, such as https://www.kommune.no"
    ),
    # The order of a file is forgotten after a week, and the file with it (retention/periods.py).
    Setting(
        "EXPORTS_KEPT_HOURS", "24", "how long a large file that was ordered is kept for whoever ordered it", 1, 168
    ),
    Setting("THREADS", "8", "threads of the web server"),
    Setting("WRONG_CODES_PER_HOUR", "300", "wrong codes taken from one address in an hour before it must wait"),
    Setting("OIDC_ISSUER", "", "issuer of the municipality's own sign-in (OpenID Connect); empty means passwords only"),
    Setting("OIDC_CLIENT_ID", "", "what this installation is called there"),
    Setting("OIDC_CLIENT_SECRET", "", "its secret there"),
    Setting("OIDC_NAME", "", "what the sign-in is called on buttons, such as Entra ID, ID-porten or Feide"),
    Setting("OIDC_ACR_VALUES", "", "how sure the sign-in must be (acr_values), where the provider asks for it"),
    Setting(
        "RATE_LIMIT_STORAGE",
        "memory://",
        "where failures are counted; redis://… when several processes serve",
    ),
)

OIDC = tuple(setting.name for setting in SETTINGS if setting.name.startswith("OIDC_"))


def read(name: str) -> str:
    """The value of setting `name`: the environment's, else its default."""
    return os.environ.get(PREFIX + name, "") or _setting(name).default


def whole_number(name: str) -> int:
    """The value of a setting that is a number; refused when it is none, or smaller or larger than it may be."""
    text, setting = read(name), _setting(name)
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 18 else -1
    if not setting.fewest <= number <= setting.most:
        message = _(
            "%(setting)s must be a whole number from %(fewest)s to %(most)s, not “%(value)s”.",
            setting=PREFIX + name,
            fewest=setting.fewest,
            most=setting.most,
            value=text[:100],
        )
        raise Refused(message)
    return number


def _setting(name: str) -> Setting:
    return next(setting for setting in SETTINGS if setting.name == name)


def data_dir() -> Path:
    """The data folder, made when it is missing; refused when it cannot be used."""
    folder = Path(read("DATA_DIR")).resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, "")
    except OSError as wrong:
        message = _(
            "The data folder %(folder)s cannot be used: %(why)s. Let %(setting)s name a folder that may be written in.",
            folder=folder,
            why=reason(wrong),
            setting=PREFIX + "DATA_DIR",
        )
        raise Refused(message) from wrong
    return folder


def secret_key(folder: Path) -> str:
    """The installation's secret: the setting, else one made once and kept readable by its owner only."""
    given = read("SECRET_KEY")
    if given:
        return given
    path = folder / "secret_key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        os.fsync(file.fileno())
    return path.read_text(encoding="ascii").strip()


def flask_settings(overrides: dict[str, Any] | None = None) -> dict[str, Any]:
    """All that `create_app` needs, from the environment, with `overrides` (tests) on top."""
    given = dict(overrides or {})
    folder = Path(given.pop("DATA_DIR", None) or data_dir())
    folder.mkdir(parents=True, exist_ok=True)
    settings: dict[str, Any] = {
        "DATA_DIR": folder,
        "SECRET_KEY": secret_key(folder),
        "SQLALCHEMY_DATABASE_URI": store_url(folder),
        "BASE_URL": read("BASE_URL").rstrip("/"),
        "TRUSTED_PROXIES": whole_number("TRUSTED_PROXIES"),
        "MUNICIPALITY": read("MUNICIPALITY"),
        "EMBED_SITES": read("EMBED_SITES"),
        "RATE_LIMIT_STORAGE": read("RATE_LIMIT_STORAGE"),
        "WRONG_CODES_PER_HOUR": whole_number("WRONG_CODES_PER_HOUR"),
        "EXPORTS_KEPT_HOURS": whole_number("EXPORTS_KEPT_HOURS"),
        **{name: read(name) for name in OIDC},
        "MAX_CONTENT_LENGTH": 20 * 1024 * 1024,
        "MAX_FORM_MEMORY_SIZE": 2 * 1024 * 1024,
        "SESSION_COOKIE_NAME": "lokalkjent",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": read("BASE_URL").startswith("https://"),
        "PERMANENT_SESSION_LIFETIME": 12 * 3600,
        "WTF_CSRF_TIME_LIMIT": None,
        "BABEL_DEFAULT_LOCALE": "nb",
        "BABEL_DEFAULT_TIMEZONE": "Europe/Oslo",
        "BABEL_DOMAIN": catalogues.BOTH,
        "BABEL_TRANSLATION_DIRECTORIES": catalogues.FOLDERS,
        "COMPRESS_CACHE_BACKEND": Compressed,
        "COMPRESS_CACHE_KEY": name_of_answer,
        "COMPRESS_MIMETYPES": [
            "text/html",
            "text/css",
            "application/json",
            "application/geo+json",
            "application/vnd.oai.openapi+json",
            "text/javascript",
        ],
    }
    return settings | given


def store_url(folder: Path) -> str:
    """Where the store is: what the setting says, else a SQLite file in the data `folder`."""
    url = read("DATABASE_URL")
    return database_url(url) if url else f"sqlite:///{folder / 'lokalkjent.sqlite3'}"


def database_url(url: str) -> str:
    """`url` with the driver this program uses: psycopg 3 for PostgreSQL; refused for other databases."""
    scheme, _colon, rest = url.partition("://")
    if scheme == "sqlite" and rest.startswith("/"):
        return url
    if scheme in ("postgresql", "postgres", "postgresql+psycopg") and rest:
        return f"postgresql+psycopg://{rest}"
    message = _("%(setting)s must begin with postgresql://, or be empty for SQLite.", setting=PREFIX + "DATABASE_URL")
    raise Refused(message)
