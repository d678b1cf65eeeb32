"""A token works for its time, until it is revoked, and a full one as long as its maker may make one."""

from __future__ import annotations

from datetime import timedelta

import flask
import pytest

from participation.accounts.models import Membership, Person
from participation.clock import now
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects.models import Project
from participation.tokens import queries, services
from participation.tokens.models import ApiToken
from participation.tokens.services import Wish
from participation.tokens.standing import Standing, standing
from tests.factories.classes import make_project
from tests.factories.people import make_member, make_person
from tests.factories.tokens import make_token, set_over


@pytest.fixture
def project(app: flask.Flask) -> Project:
    return make_project()


def works(secret: str) -> bool:
    db.session.rollback()
    return queries.token_for(db.session(), secret) is not None


def the_token() -> ApiToken:
    return db.session.query(ApiToken).one()


def test_the_store_holds_a_hash_alone(project: Project) -> None:
    secret = make_token(project)
    assert secret.startswith("lokalkjent_")
    assert secret not in str(vars(the_token()))
    found = queries.token_for(db.session(), secret)
    assert found is not None
    assert (found.project_id, found.full, found.last_used_at) == (project.id, False, None)


@pytest.mark.parametrize("shown", ["", "lokalkjent_", "ø" * 5000, "lokalkjent_\x00"])
def test_what_is_made_up_is_no_token(project: Project, shown: str) -> None:
    make_token(project)
    assert not works(shown)


def test_a_token_ends_with_its_time(project: Project) -> None:
    secret = make_token(project)
    set_over(secret)
    assert not works(secret)
    assert standing(the_token()) is Standing.OVER


def test_a_revoked_token_is_worth_nothing_until_that_is_undone(project: Project) -> None:
    secret = make_token(project)
    with writing(db):
        services.revoke(the_token())
    assert not works(secret)
    with writing(db):
        services.let_stand(the_token())
    assert works(secret)


def test_a_full_token_ends_with_its_makers_right(project: Project) -> None:
    maker = make_member(project, "planner")
    full, published = make_token(project, maker, full=True), make_token(project, maker)
    assert works(full)
    with writing(db) as session:
        session.query(Membership).one().role = "analyst"
    assert not works(full)
    assert works(published)
    with writing(db) as session:
        session.query(Membership).one().role = "planner"
    assert works(full)


def test_a_full_token_ends_when_its_maker_leaves(project: Project) -> None:
    secret = make_token(project, make_person(), full=True)
    assert works(secret)
    with writing(db) as session:
        session.query(Person).one().disabled_at = now()
    assert not works(secret)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Wish("a", full=True), "trenger en grunn"),
        (Wish("a", full=True, reason="  "), "trenger en grunn"),
        (Wish("a", reason="Plan"), "Bare en nøkkel til alt"),
        (Wish("a", full=True, reason="Plan", days=91), "fra 1 til 90 dager"),
        (Wish("a", days=731), "fra 1 til 730 dager"),
        (Wish("a", days=0), "fra 1 til 730 dager"),
        (Wish("a" * 81), "Hva den er til: Teksten har 81 tegn. Kort den ned til 80"),
        (Wish("a", full=True, reason="Plan" * 76), "Hvorfor det må være alt: Teksten har 304 tegn"),
        (Wish("a" * 20_000), "Kort den ned til 80"),
        (Wish(" \u202e\n"), "Gi den et navn"),
    ],
)
def test_a_token_that_may_not_be_is_refused(project: Project, wish: Wish, told: str) -> None:
    with pytest.raises(Refused, match=told), writing(db) as session:
        services.make(session, project, None, wish, services.new_secret())
    assert db.session.query(ApiToken).count() == 0


def test_a_name_cannot_look_as_more_than_a_name(project: Project) -> None:
    """In a list, a line of its own or letters the other way round could be taken for what the program tells."""
    with writing(db) as session:
        wish = Wish("QGIS\nstanding: works\x00\u202e", full=True, reason="Plan\x00\r\nfor Lia")
        made = services.make(session, project, None, wish, services.new_secret())
        assert (made.name, made.reason) == ("QGIS standing: works", "Plan for Lia")


@pytest.mark.parametrize(("full", "days"), [(True, 30), (False, 365)])
def test_a_token_lasts_for_the_usual_time(project: Project, full: bool, days: int) -> None:
    make_token(project, full=full)
    assert timedelta(0) <= now() + timedelta(days=days) - the_token().expires_at < timedelta(minutes=1)


def test_a_project_has_no_more_tokens_than_a_list_can_show(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "MOST_IN_A_PROJECT", 1)
    make_token(project)
    with pytest.raises(Refused, match="så mange nøkler"):
        make_token(project)


def test_tokens_go_with_their_project(project: Project) -> None:
    secret = make_token(project)
    with writing(db) as session:
        session.delete(session.get_one(Project, project.id))
    assert not works(secret)
    assert db.session.query(ApiToken).count() == 0
