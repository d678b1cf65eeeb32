"""The planner makes tokens, sees what became of them, and revokes them; the analyst only what is published."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import parse_qsl

import flask
import pytest

from participation.audit.models import AuditEntry
from participation.clock import local, now
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from participation.tokens import queries
from participation.tokens.models import ApiToken
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_project
from tests.factories.tokens import make_token, set_over
from tests.factories.undoing import undo_offered

TOKENS = "/projects/loddefjord/tokens"
FULL = {"name": "QGIS", "opens": "full", "reason": "Planprogram", "days": "90"}
PUBLISHED = {"name": "ArcGIS", "opens": "published", "days": "365"}


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    make_project()
    return make_cast(app)


def shown(page: str) -> str:
    found = re.search(r'value="(lokalkjent_[\w-]+)"', page)
    assert found
    return found[1]


def works(secret: str) -> bool:
    db.session.rollback()
    return queries.token_for(db.session(), secret) is not None


def test_a_token_is_shown_once_and_listed(cast: Cast) -> None:
    secret = shown(cast.planner.post(TOKENS, data=FULL).text)
    assert works(secret)
    page = cast.planner.get(TOKENS).text
    assert secret not in page
    assert "Planprogram" in page and "planner@example.no" in page and "http://localhost/ogc/" in page
    entry = db.session.query(AuditEntry).one()
    assert (entry.act, entry.asked) == ("tokens:change", "token=1&name=QGIS&full=1&change=made")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"name": " "}, "Gi den et navn"),
        ({"reason": " "}, "Skriv hvorfor det må være alt"),
        ({"days": "365"}, "fra 1 til 90 dager. Velg færre"),
        ({"opens": "published", "reason": "", "days": "10000"}, "fra 1 til 730 dager. Velg færre"),
        ({"days": "0"}, "fra 1 til 90 dager. Velg minst 1 dag"),
        ({"days": "-1"}, "fra 1 til 90 dager. Velg minst 1 dag"),
        ({"days": "soon"}, "days"),
        ({"opens": "everything"}, "opens"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(cast: Cast, wrong: dict[str, str], told: str) -> None:
    answer = cast.planner.post(TOKENS, data={**FULL, **wrong})
    assert answer.status_code == 422
    assert told in answer.text
    assert db.session.query(ApiToken).count() == 0


def test_an_analyst_gets_what_is_published_whatever_is_sent(cast: Cast) -> None:
    assert 'name="opens"' not in cast.analyst.get(TOKENS).text
    assert works(shown(cast.analyst.post(TOKENS, data=FULL).text))
    assert (db.session.query(ApiToken).one().full, db.session.query(ApiToken).one().reason) == (False, "")


def test_a_revoked_token_says_so_and_comes_back_by_one_press(cast: Cast) -> None:
    secret = shown(cast.planner.post(TOKENS, data=PUBLISHED).text)
    answer = cast.planner.post(f"{TOKENS}/1/revoke", follow_redirects=True)
    assert "Trukket tilbake" in answer.text and not works(secret)
    address, fields = undo_offered(answer)
    assert "virker igjen" in cast.planner.post(address, data=fields, follow_redirects=True).text
    assert works(secret)


def test_a_revocation_is_undone_by_its_own_button_alone(cast: Cast) -> None:
    """Not by that of an earlier one, on a page gone back to: the later may be meant."""
    secret = shown(cast.planner.post(TOKENS, data=PUBLISHED).text)
    address, fields = undo_offered(cast.planner.post(f"{TOKENS}/1/revoke", follow_redirects=True))
    cast.planner.post(address, data=fields)
    assert cast.planner.post(address, data=fields).status_code == 409
    with writing(db) as session:
        session.get_one(ApiToken, 1).revoked_at = now() - timedelta(minutes=5)
    assert cast.planner.post(address, data=fields).status_code == 409
    assert not works(secret)


def test_what_is_revoked_already_is_told_and_not_logged_again(cast: Cast) -> None:
    """As by two who see it in their lists."""
    shown(cast.planner.post(TOKENS, data=PUBLISHED).text)
    cast.planner.post(f"{TOKENS}/1/revoke")
    answer = cast.analyst.post(f"{TOKENS}/1/revoke", follow_redirects=True)
    assert "var trukket tilbake fra før" in answer.text and "Angre" not in answer.text
    changes = [dict(parse_qsl(entry.asked))["change"] for entry in db.session.query(AuditEntry).order_by(AuditEntry.id)]
    assert changes == ["made", "revoked"]


def test_a_token_is_known_by_its_number_and_its_last_minute(cast: Cast) -> None:
    shown(cast.planner.post(TOKENS, data=PUBLISHED).text)
    page = " ".join(cast.planner.get(TOKENS).text.split())
    assert "<dt>Nummer</dt><dd>1</dd>" in page
    assert f"<dt>Varer til</dt><dd>{local(db.session.query(ApiToken).one().expires_at):%-d}. " in page
    assert re.search(r"<dt>Varer til</dt><dd>[^<]* kl\. \d\d:\d\d</dd>", page)


@pytest.mark.parametrize("text", ["a\x00b", "a\nb", "\u202ea b"])
def test_what_cannot_be_kept_in_a_name_is_left_out(cast: Cast, text: str) -> None:
    shown(cast.planner.post(TOKENS, data={**FULL, "name": text, "reason": text}).text)
    made = db.session.query(ApiToken).one()
    assert {made.name, made.reason} <= {"ab", "a b"}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_anyone_is_told_how_to_connect_in_pictures_with_words(cast: Cast, language: str) -> None:
    page = cast.stranger.get(f"/help/map-programs?lang={language}").text
    assert 'value="http://localhost/ogc/"' in page
    pictures = re.findall(r"<svg[^>]*>", page)
    told = {found[1] for picture in pictures if (found := re.search(r'role="img" aria-label="([^"]{20,})"', picture))}
    assert len(told) == len(pictures) == 7


def test_another_projects_token_is_not_there(cast: Cast) -> None:
    secret = make_token(make_project("annet"))
    assert cast.planner.post(f"{TOKENS}/1/revoke").status_code == 404
    assert works(secret)


def test_a_token_whose_time_is_over_says_so(cast: Cast) -> None:
    set_over(make_token(db.session.query(Project).one()))
    page = cast.planner.get(TOKENS).text
    assert "Har gått ut" in page
    assert "revoke" not in page
