"""What a planner does in the browser."""

from __future__ import annotations

from typing import Any

import flask
from playwright.sync_api import Browser, BrowserContext, Page
from sqlalchemy import select

from participation.accounts import signing_in
from participation.accounts.models import Person
from participation.extensions import db
from tests.browser.class_site import ClassSite
from tests.browser.sizes import SIZES
from tests.browser.survey_site import SurveySite

EMAIL = "planner@example.no"


def signed_in(browser: Browser, site: SurveySite, size: str) -> Page:
    """The planner's own browser, signed in, with nothing open yet."""
    return signed_in_on(browser, site, SIZES[size], locale="nb-NO")


def signed_in_on(
    browser: Browser, site: SurveySite | ClassSite, device: dict[str, Any], email: str = EMAIL, **more: Any
) -> Page:
    """The same of whoever has this address, on any device."""
    context = browser.new_context(**{**device, **more})
    let_in(context, site, email)
    return context.new_page()


def let_in(context: BrowserContext, site: SurveySite | ClassSite, email: str) -> None:
    """Give the browser the cookie of who has signed in: the form is for test_new_planner.py and test_lesson.py."""
    app = site.app
    with app.test_request_context():
        signing_in.let_in(db.session.scalars(select(Person).where(Person.email == email)).one())
        signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
        cookie = signer.dumps(dict(flask.session))
        db.session.remove()
    context.add_cookies([{"name": app.config["SESSION_COOKIE_NAME"], "value": cookie, "url": site.address}])
