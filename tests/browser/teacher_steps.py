"""A teacher's page, and pupils who draw without a browser of their own."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession
from participation.extensions import db
from participation.projects.models import Project
from tests.browser.class_site import SCHOOL, ClassSite
from tests.factories.classes import body, new_uuid, point, road


class TeacherPage:
    """One teacher's tab. Errors in the page fail the test that closes it."""

    def __init__(self, browser: Browser, site: ClassSite, device: dict[str, Any], **options: Any) -> None:
        self.site = site
        self.context = browser.new_context(**{**device, **options})
        self.context.set_default_timeout(15_000)
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def enter(self) -> str:
        """Open the teacher's link; the room's address."""
        self.page.goto(f"{self.site.address}/t/{token(self.site, codes.teacher_token)}")
        expect(self.page).to_have_url(re.compile(r"/classroom/\d+$"))
        return self.page.url

    def close(self) -> None:
        self.context.close()
        assert self.errors == []


def token(site: ClassSite, of: Any) -> str:
    """The token that `of` (a function of codes) derives for the site's class."""
    with site.app.app_context():
        found = str(of(db.session.scalars(select(ClassSession)).one()))
        db.session.remove()
    return found


def projector_address(site: ClassSite) -> str:
    return f"{site.address}/projector/{token(site, codes.projector_token)}"


def draw(site: ClassSite, *, complete: bool = False, where: tuple[float, float] = SCHOOL) -> str:
    """A new pupil draws a road, a good and an unsafe place; the nickname."""
    client = site.app.test_client()
    pupil = client.post(f"/api/classes/{site.code}/pupils", json={}).json
    with site.app.app_context():
        class_session = db.session.scalars(select(ClassSession)).one()
        line = [[where[0] - 0.006, where[1] - 0.003], [where[0] - 0.002, where[1]], [*where]]
        marks = [
            road(line, season="all_year"),
            point(*where, category="good", why=["friends"], place_name="Bua", comment="Her er det fint"),
            point(*where, category="unsafe", why=["dark"], season="winter"),
        ]
        sent = body(class_session, *marks, pupil=pupil["token"], complete=complete)
        db.session.remove()
    answer = client.put(f"/api/responses/{new_uuid()}", json=sent)
    assert answer.status_code == 201, answer.json
    return str(pupil["nickname"])


def fill_class(site: ClassSite, pupils: int) -> None:
    """Make the class one of so many pupils, each with a slip."""
    from participation.class_sessions.joining import add_place
    from participation.database import writing

    with site.app.app_context():
        with writing(db) as session:
            class_session = session.scalars(select(ClassSession)).one()
            for _place in range(pupils - len(class_session.pupils)):
                add_place(session, class_session, on_slip=True)
        db.session.remove()


def renew_link(site: ClassSite) -> None:
    """The planner gives the teacher a new link."""
    from participation.class_sessions.services import renew_teacher_link
    from participation.database import writing

    with site.app.app_context():
        with writing(db) as session:
            renew_teacher_link(session.scalars(select(ClassSession)).one())
        db.session.remove()


def make_real(site: ClassSite) -> None:
    """Make the project a real one, whose privacy fields are missing, and its class not yet opened."""
    from participation.database import writing

    with site.app.app_context():
        with writing(db) as session:
            session.scalars(select(Project)).one().is_demo = False
            session.scalars(select(ClassSession)).one().status = "planned"
        db.session.remove()
