"""Sign-in cookies are for pages. A device's own calls carry their tokens in the body: no cookie is read or set for them."""

from __future__ import annotations

import flask
from flask.sessions import NullSession, SecureCookieSession, SecureCookieSessionInterface, SessionMixin


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

    def should_set_cookie(self, app: flask.Flask, session: SessionMixin) -> bool:
        """True for what has changed, and for a page, with which the time until one is signed out begins anew.

        The cookie that a map's tile was asked for with is older than the page that is under way by then: given back, it would
        take with it what that page is to tell.
        """
        return session.modified or (_is_for_a_page(flask.request) and super().should_set_cookie(app, session))


def _is_for_a_page(request: flask.Request) -> bool:
    """Browsers ask for pages by this name, and for what belongs to a page by none or another."""
    return "text/html" in request.headers.get("Accept", "")
