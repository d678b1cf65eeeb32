"""The headers every answer carries (OWASP's list). Ten lines of our own: no library is kept up for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import flask

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# What a page of ours may show in a frame of its own, and the page that does so.
SHOWN_IN_OURS = {
    "Content-Security-Policy": POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    "X-Frame-Options": "SAMEORIGIN",
}
SHOWS_OURS = {"Content-Security-Policy": f"{POLICY}; frame-src 'self'"}
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "X-Permitted-Cross-Domain-Policies": "none",
}
HTTPS_ONLY = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


def register(app: flask.Flask) -> None:
    """Add the headers to every answer of `app`, files and 304s too; pages are never kept by shared caches."""
    app.wsgi_app = SecurityHeaders(app.wsgi_app)  # type: ignore[method-assign]


class SecurityHeaders:
    """WSGI: gives the answers of `app` the headers they lack."""

    def __init__(self, app: WSGIApplication) -> None:
        self.app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        secure = environ["wsgi.url_scheme"] == "https"

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            return start_response(status, completed(headers, secure), *more)

        return self.app(environ, start)


def completed(headers: list[tuple[str, str]], secure: bool) -> list[tuple[str, str]]:
    """`headers` and the ones they lack; `secure` when the reader came by HTTPS."""
    wanted = HEADERS | {"Cache-Control": "no-store"} | (HTTPS_ONLY if secure else {})
    given = {name.lower() for name, _value in headers}
    return headers + [(name, value) for name, value in wanted.items() if name.lower() not in given]
