"""The sheets: what is printed on them, and that anyone can read it."""

from __future__ import annotations

from datetime import date

import pytest
from flask.testing import FlaskClient

from participation.class_sessions import codes
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from participation.safeguards.keyed_codes import grouped
from tests.factories.classes import make_activity, make_class, make_project
from tests.integration.classroom.room import enter
from tests.integration.front.reading import lix_of
from tests.integration.responses.test_hand_in import join


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize(("sheet", "hardest"), [("", 40), ("/lesson-plan", 40), ("/letter", 30), ("/slips", 30)])
def test_the_sheets_are_easy(client: FlaskClient, sheet: str, hardest: int, language: str) -> None:
    room = enter(client, make_class())
    page = client.get(f"{room}/preparation{sheet}?lang={language}").get_data(as_text=True)
    assert lix_of(page) <= hardest


def test_the_letter_prints_the_privacy_fields(client: FlaskClient) -> None:
    project = make_project()
    with writing(db) as session:
        found = session.get_one(Project, project.id)
        found.controller, found.contact, found.legal_basis = "Bergen kommune", "Kari Plan", "Kommuneloven § 1"
        found.opt_out_by, found.delete_by = date(2026, 12, 1), date(2027, 6, 30)
    room = enter(client, make_class(make_activity(project)))
    page = client.get(f"{room}/preparation/letter").get_data(as_text=True)
    for text in ("Bergen kommune", "Kari Plan", "Kommuneloven § 1", "1. desember 2026", "30. juni 2027", "116 111"):
        assert text in page
    assert "uten navn" in page
    assert "anonym" not in page.lower()


def test_the_letter_says_what_the_planner_has_not_filled_in(client: FlaskClient) -> None:
    room = enter(client, make_class())
    page = client.get(f"{room}/preparation/letter").get_data(as_text=True)
    assert "personvernombud" in page


def test_a_slip_for_each_expected_pupil_opens_its_place(client: FlaskClient) -> None:
    class_session = make_class(pupils=4)
    room = enter(client, class_session)
    extra = join(client, class_session)
    page = client.get(f"{room}/preparation/slips").get_data(as_text=True)
    assert page.count('class="slip"') == 4
    assert extra["personal_code"] not in page
    code = grouped(codes.personal_code(class_session.id, 2))
    assert code in page
    assert join(client, class_session, code)["nickname"] in page


def test_practice_is_one_click_away(client: FlaskClient) -> None:
    class_session = make_class()
    page = client.get(f"{enter(client, class_session)}/preparation").get_data(as_text=True)
    assert f"/c/{class_session.code}/practice" in page
