"""A pupil comes back long after the lesson, with the code on the slip, to see what became of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import select

from participation.class_sessions.models import CLOSED, ClassSession
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.feedback import services
from participation.responses import services as responses
from tests.browser.class_site import SCHOOL, ClassSite
from tests.browser.pupil_steps import IPAD, LAPTOP, PLAIN, STILL, PupilPage
from tests.browser.sizes import faults
from tests.factories.classes import body, new_uuid, point

HEARD = "Dere vil ha lys på stien bak skolen. Vi setter opp tolv lamper før jul."


def months_later(site: ClassSite, complete: bool = True) -> str:
    """A pupil drew; the class ended a hundred days ago, and the planner has answered. The pupil's own code."""
    client = site.app.test_client()
    pupil = client.post(f"/api/classes/{site.code}/pupils", json={}).json
    with site.app.app_context():
        with writing(db) as session:
            found = session.scalars(select(ClassSession)).one()
            sent = body(found, point(*SCHOOL), pupil=pupil["token"], complete=complete)
        db.session.remove()
    assert client.put(f"/api/responses/{new_uuid()}", json=sent).status_code == 201
    with site.app.app_context():
        with writing(db) as session:
            found = session.scalars(select(ClassSession)).one()
            responses.collect_drafts(session, found)
            found.status, found.closed_at = CLOSED, now() - timedelta(days=100)
            services.tell(session, found.activity, HEARD)
            responses.advance(session, found.activity, "taken_further")
        db.session.remove()
    return str(pupil["personal_code"])


@pytest.mark.parametrize("complete", [True, False], ids=["sent", "taken in"])
def test_with_class_code_and_own_code(browser: Browser, open_class: ClassSite, complete: bool) -> None:
    code = months_later(open_class, complete)
    pupil = PupilPage(browser.new_context(**IPAD, **PLAIN, **STILL), open_class)
    pupil.open()
    expect(pupil.page.get_by_text("Klassen er ikke åpen nå.")).to_be_visible()
    pupil.resume(code)
    expect(pupil.page.get_by_role("heading", level=1)).to_have_text("Takk!")
    expect(pupil.page.get_by_text(HEARD)).to_be_visible()
    expect(pupil.page.locator(".step.is-reached")).to_have_count(3)
    pupil.close()


def test_with_the_code_alone(browser: Browser, open_class: ClassSite) -> None:
    code = months_later(open_class)
    context = browser.new_context(**LAPTOP)
    page = context.new_page()
    page.goto(open_class.address)
    page.get_by_role("link", name="Se hva som skjedde med svaret mitt").click()
    page.get_by_label("Koden din").fill(code)
    page.get_by_role("button", name="Vis").click()
    expect(page.get_by_text(HEARD)).to_be_visible()
    expect(page.locator(".step--reached")).to_have_count(3)
    assert faults(page) == []
    delete = page.get_by_role("button", name="Ja, slett det for godt")
    expect(delete).to_be_hidden()
    page.get_by_text("Slett svaret mitt").click()
    assert faults(page) == []
    delete.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Svaret ditt er slettet")
    assert open_class.stored() == []
    context.close()
