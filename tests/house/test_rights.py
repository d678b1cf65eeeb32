"""The rights matrix: every route, asked for by everybody, lets in exactly those whom its declared access lets in.

Made from the URL map and ROLES. A new route needs nothing here unless its address takes an argument of a new name.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import NamedTuple

import flask
import pytest
from flask import templating
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from participation import create_app
from participation.accounts.permissions import Permission
from participation.database import sqlite_driver
from participation.extensions import db
from participation.front import readiness
from tests.conftest import SETTINGS
from tests.house.rights_cast import Someone, everybody
from tests.house.rights_store import Store

LET_IN, SIGN_IN, NOT_HERE, REFUSED, KEPT_OUT = "let in", "sent to sign in", "told 404", "told 403", "kept out"
COOKIE = "lokalkjent"
MADE_UP = "1-madeup"


class Asked(NamedTuple):
    """One request."""

    method: str
    address: str
    rule: Rule
    access: str
    who: Someone


class Kept:
    """The store as it was, put back after what may have changed it."""

    def __init__(self) -> None:
        self.path, self.copy = db.engine.url.database, sqlite_driver.connect(":memory:")
        with closing(sqlite_driver.connect(self.path)) as source:
            source.backup(self.copy)

    def put_back(self) -> None:
        with closing(sqlite_driver.connect(self.path)) as target:
            self.copy.backup(target)

    def close(self) -> None:
        self.copy.close()


def expected(rule: Rule, access: str, who: Someone) -> str:
    """What the declared access says of `who`."""
    if access == "public":
        return LET_IN
    if access.startswith("link:"):
        return LET_IN if holds(rule, access, who) else KEPT_OUT
    if not who.signed_in:
        return SIGN_IN
    if access == "signed in":
        return LET_IN
    if "slug" not in rule.arguments:
        return LET_IN if access in who.everywhere else REFUSED
    if Permission.PROJECT_SEE not in who.here:
        return NOT_HERE
    return LET_IN if access in who.here else REFUSED


def holds(rule: Rule, access: str, who: Someone) -> bool:
    """True for who has the link; a planner of the project may enter its classrooms without."""
    by_right = "class_session_id" in rule.arguments and Permission.CLASS_EDIT in who.here
    return access == f"link:{who.link}" or by_right


def seen(answer: TestResponse, access: str) -> str:
    """What became of the request."""
    if answer.status_code == 302 and answer.location.startswith("/login?next="):
        return SIGN_IN
    if access == "public":
        return LET_IN if answer.status_code < 500 else str(answer.status_code)
    if access.startswith("link:") and answer.status_code in (400, 401, 403, 404):
        return KEPT_OUT
    named = {404: NOT_HERE, 403: REFUSED}
    let_in = answer.status_code < 400 or answer.status_code in (400, 409, 413, 415, 422)
    return LET_IN if let_in else named.get(answer.status_code, str(answer.status_code))


def address(app: flask.Flask, rule: Rule, arguments: dict[str, object], who: Someone, access: str) -> str:
    """The rule's address; who holds no link of its kind has to make the token up."""
    values = dict(arguments)
    if access.startswith("link:") and access != f"link:{who.link}" and "token" in values:
        values["token"] = MADE_UP
    if access == "link:pupil" and "uuid" in values and who.link != "pupil":
        values["uuid"] = "not-known"
    return app.url_map.bind("localhost").build(rule.endpoint, values)


def requests(app: flask.Flask, store: Store, cast: list[Someone]) -> list[Asked]:
    """Every method of every route for everybody; what is open to anyone, for those without rights."""
    found = []
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        access, arguments = getattr(app.view_functions[rule.endpoint], "access", ""), store.arguments(rule)
        methods = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        asking = cast if access != "public" else [who for who in cast if not who.here and not who.link]
        for method, who in product(methods, asking):
            found.append(Asked(method, address(app, rule, arguments, who, access), rule, access, who))
    return found


@pytest.fixture
def own_app(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> flask.Flask:
    """An application without a context around it, so that nothing of one request stays for the next.

    Its pages are blank: views run to their end, and who is let in has been decided by then. test_offers.py reads the pages.
    """
    monkeypatch.setattr(templating, "_render", lambda _app, _template, _context: "")
    monkeypatch.setattr(
        readiness, "is_synced", lambda: True
    )  # tests wait for no disk, and a server that does is not ready
    shutil.copytree(sqlite_template, tmp_path, dirs_exist_ok=True)
    return create_app({**SETTINGS, "DATA_DIR": tmp_path, "WRONG_CODES_PER_HOUR": 100_000})


def test_every_route_lets_in_those_it_says(own_app: flask.Flask) -> None:
    with own_app.app_context():
        store = Store()
        cast = everybody(own_app, store)
        every, kept = requests(own_app, store, cast), Kept()
    wrong = []
    for one in every:
        cookie = one.who.browser.get_cookie(COOKIE)
        answer = one.who.browser.open(one.address, method=one.method, headers=one.who.headers)
        due, came = expected(one.rule, one.access, one.who), seen(answer, one.access)
        if due != came:
            wrong.append(f"{one.method} {one.address} ({one.access}) by {one.who.name}: {came}, not {due}")
        if one.method != "GET" and came == LET_IN:
            kept.put_back()
            one.who.browser.set_cookie(COOKIE, cookie.value if cookie else "")
    kept.close()
    assert not wrong, "\n".join(wrong)
