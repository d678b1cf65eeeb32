"""Every route says who may use it, and means it."""

from __future__ import annotations

from collections.abc import Iterator

import flask
import pytest
from flask.testing import FlaskClient
from werkzeug.routing import AnyConverter, IntegerConverter, Rule

from participation.accounts.permissions import Permission
from participation.projects.places import PLACES
from tests.house.repository import ROOT, sources

LINKS = {"link:pupil", "link:teacher", "link:projector", "link:kiosk", "link:preview", "link:token"}
ON_SQLITE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


def rules(app: flask.Flask) -> Iterator[tuple[Rule, str | None]]:
    for rule in app.url_map.iter_rules():
        yield rule, getattr(app.view_functions[rule.endpoint], "access", None)


def address_of(app: flask.Flask, rule: Rule, text: str) -> str:
    """An address of `rule`: 1 for each number, `text` for the rest, the first of a given few."""
    values: dict[str, int | str] = {}
    for name, converter in rule._converters.items():
        if isinstance(converter, AnyConverter):
            values[name] = sorted(converter.items)[0]
        else:
            values[name] = 1 if isinstance(converter, IntegerConverter) else text
    return app.url_map.bind("localhost").build(rule.endpoint, values)


@ON_SQLITE
def test_every_route_declares_its_access(app: flask.Flask) -> None:
    known = {"public", "signed in", *LINKS, *map(str, Permission)}
    undeclared = [f"{rule} ({rule.endpoint}): {access}" for rule, access in rules(app) if access not in known]
    assert not undeclared, "Put @public, @signed_in, @requires(...) or @bearer_link(...) on: " + ", ".join(undeclared)


@ON_SQLITE
def test_every_page_of_a_project_is_marked_in_its_navigation(app: flask.Flask) -> None:
    """Where the reader is: what is shown there, and read aloud, as the current place. An address with a point is a file."""
    inside = [rule for rule, _access in rules(app) if rule.rule.startswith("/projects/<slug>") and "." not in rule.rule]
    pages = {rule.endpoint for rule in inside if "GET" in (rule.methods or ())}
    found = {page: [place.endpoint for place in PLACES if page.startswith(place.within)] for page in pages}
    assert {page: places for page, places in found.items() if len(places) != 1} == {}


def test_only_the_checked_call_loads_a_project_by_its_address() -> None:
    """`project_at` checks the right to what it loads; the command line has its own rights, and new slugs must be free."""
    may = {
        "participation/projects/access.py",
        "participation/projects/queries.py",
        "participation/projects/services.py",
    }
    loading = {
        str(path.relative_to(ROOT))
        for path in sources(".py")
        if "project_by_slug" in path.read_text(encoding="utf-8") and path.is_relative_to(ROOT / "participation")
    }
    assert {path for path in loading - may if not path.startswith("participation/commands/")} == set()


def test_rights_are_asked_for_in_the_project_of_the_page() -> None:
    """`may(...)` knows the project; a person's role in the municipality alone would keep the project's members out."""
    asking = [path for path in sources(".html", ".py") if "current_user.may(" in path.read_text(encoding="utf-8")]
    right = {"accounts/access.py", "projects/access.py", "house/test_routes.py"}
    assert {"/".join(path.parts[-2:]) for path in asking} == right


@ON_SQLITE
def test_a_stranger_gets_no_further_than_the_sign_in(app: flask.Flask, client: FlaskClient) -> None:
    for rule, access in rules(app):
        if access == "public" or access in LINKS:
            continue
        address = address_of(app, rule, "x")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            answer = client.open(address, method=method)
            assert answer.status_code in (302, 401, 403), f"{method} {address} answers {answer.status_code}"
            if answer.status_code == 302:
                assert answer.location.startswith("/login"), address


@ON_SQLITE
def test_a_link_that_was_made_up_opens_nothing(app: flask.Flask, client: FlaskClient) -> None:
    for rule, access in rules(app):
        if access not in LINKS or rule.endpoint == "responses.erase":
            continue
        address = address_of(app, rule, "1-madeup")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            answer = client.open(address, method=method)
            assert answer.status_code in (400, 401, 403, 404, 410), f"{method} {address}: {answer.status_code}"
