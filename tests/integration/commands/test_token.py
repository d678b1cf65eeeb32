"""Tokens made, listed and revoked on the command line."""

from __future__ import annotations

import json

import flask
import pytest

from participation.audit.models import AuditEntry
from participation.extensions import db
from participation.tokens import queries
from participation.tokens.standing import Standing, standing
from tests.factories.classes import make_project
from tests.integration.commands.conftest import Run

ADD = ("token", "add", "--project", "loddefjord", "--scope", "read")


def test_a_token_is_made_listed_and_revoked(app: flask.Flask, run: Run) -> None:
    make_project()
    told = json.loads(run(*ADD, "--name", "ArcGIS", "--json").stdout)
    assert (told["full"], told["project"], told["name"]) == (False, "loddefjord", "ArcGIS")
    assert queries.token_for(db.session(), told["token"]) is not None
    listed = json.loads(run("token", "list", "--project", "loddefjord", "--json").stdout)["tokens"]
    assert [one["id"] for one in listed] == [told["id"]]
    assert told["token"] not in str(listed)
    assert run("token", "revoke", told["id"], "--project", "loddefjord").exit_code == 0
    found = queries.token_with(db.session(), told["token"])
    assert found is not None and standing(found) is Standing.REVOKED
    asked = [(one.actor, one.act, one.asked) for one in db.session.query(AuditEntry).order_by(AuditEntry.id)]
    one = "token=1&name=ArcGIS&full=0&change="
    assert asked == [("command line", "tokens:change", one + change) for change in ("made", "revoked")]
    assert run("token", "revoke", told["id"], "--project", "loddefjord").exit_code == 0
    assert db.session.query(AuditEntry).count() == 2


def test_a_full_token_needs_a_reason_and_ends_in_ninety_days(app: flask.Flask, run: Run) -> None:
    make_project()
    refused = run(*ADD, "--full")
    assert (refused.exit_code, "needs a reason" in refused.stderr) == (1, True)
    refused = run(*ADD, "--full", "--reason", "Planprogram", "--days", "91")
    assert (refused.exit_code, "from 1 to 90 days" in refused.stderr) == (1, True)
    assert "Choose fewer days" in refused.stderr
    made = run(*ADD, "--full", "--reason", "Planprogram", "--days", "90")
    assert made.exit_code == 0
    assert "token: lokalkjent_" in made.stderr


@pytest.mark.parametrize("days", ["0", "-3"])
def test_a_token_lasts_for_a_day_at_least(
    app: flask.Flask, run: Run, days: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_project()
    refused = run(*ADD, "--full", "--reason", "Planprogram", "--days", days)
    assert (refused.exit_code, "from 1 to 90 days. Choose at least 1 day." in refused.stderr) == (1, True)
    monkeypatch.setenv("LANGUAGE", "nn")
    assert "frå 1 til 730 dagar. Vel minst 1 dag." in run(*ADD, "--days", days).stderr


def test_what_is_not_there_and_wrong_usage(app: flask.Flask, run: Run) -> None:
    make_project()
    assert run("token", "add", "--project", "annet", "--scope", "read").exit_code == 1
    assert run("token", "add", "--project", "loddefjord").exit_code == 2
    assert run("token", "add", "--project", "loddefjord", "--scope", "write").exit_code == 2
    for number in (7, 10**30):
        assert run("token", "revoke", number, "--project", "loddefjord").exit_code == 1
