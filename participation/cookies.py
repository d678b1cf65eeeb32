"""Sign-in cookies are for pages. A device's own calls carry their tokens in the body: no cookie is read or set for them."""

from __future__ import annotations

import flask
from flask.sessions import NullSession, SecureCookieSession, SecureCookieSessionInterface


class CookiesForPages(SecureCookieSessionInterface):
    """Flask's signed cookie, except under /api/."""

    def open_session(self, app: flask.Flask, request: flask.Request) -> SecureCookieSession | None:
        """The page's session; an empty one that cannot be changed for a device's call."""
        if request.path.startswith("/api/"):
            return NullSession()
        if self.get_cookie_name(app) not in request.cookies:
            # Most who come bring none, and nothing is read for them.
            return self.session_class()
        return super().open_session(app, request)
