"""The cast of three: a planner who may change things, an analyst who may look, a stranger."""

from __future__ import annotations

from typing import NamedTuple

import flask
from flask.testing import FlaskClient

from tests.factories.people import make_person, sign_in


class Cast(NamedTuple):
    """A browser for each."""

    planner: FlaskClient
    analyst: FlaskClient
    stranger: FlaskClient


def make_cast(app: flask.Flask) -> Cast:
    """The three, the first two signed in."""
    make_person("planner@example.no", "planner")
    make_person("analyst@example.no", "analyst")
    cast = Cast(app.test_client(), app.test_client(), app.test_client())
    sign_in(cast.planner, "planner@example.no")
    sign_in(cast.analyst, "analyst@example.no")
    return cast
