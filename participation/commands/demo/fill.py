"""Filling the demo, each project in one go; what is there already is left as it is."""

from __future__ import annotations

from datetime import date, timedelta

from flask_babel import gettext as _
from sqlalchemy import select

from participation.accounts import queries as people
from participation.accounts import services as accounts
from participation.clock import now
from participation.commands.demo import loddefjord, oslo_east, told
from participation.config import PREFIX
from participation.database import patient_writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects.models import Project


def fill() -> None:
    """Make the demo's planner, projects, classes and answers unless they are there."""
    session = db.session()
    real = session.scalar(select(Project.slug).where(Project.is_demo.is_(False)).limit(1))
    if real is not None:
        message = _(
            "This database has a real project (%(slug)s). Fill the demo in a data folder of its own: %(command)s",
            slug=real,
            command=f"{PREFIX}DATA_DIR=demo lokalkjent demo",
        )
        raise Refused(message)
    there = set(session.scalars(select(Project.slug)))
    hashed = accounts.hash_password(told.password()) if people.person_by_email(session, told.EMAIL) is None else None
    if hashed:
        with patient_writing(db) as writer:
            accounts.add_person(writer, told.EMAIL, "planner", hashed)
    for place in (loddefjord, oslo_east):
        if place.SLUG not in there:
            place.fill()


def fill_privacy_fields(project: Project) -> None:
    """The fields a real class needs, with invented but likely content."""
    today = now().date()
    project.is_demo = True
    project.controller = "Demo kommune"
    project.contact = "Områdesatsingen, omradesatsing@demo.example"
    project.privacy_officer = "Personvernombudet, personvernombud@demo.example"
    project.legal_basis = "Personvernforordningen artikkel 6 nr. 1 e og plan- og bygningsloven §§ 3-3 og 5-1"
    project.opt_out_by = today + timedelta(days=14)
    project.delete_by = date(today.year + 1, 12, 31)
    project.dpia_done_on = today - timedelta(days=30)
    project.adult_to_talk_to = "helsesykepleieren på skolen"
    project.worry_routine = (
        "Ring skolens ledelse samme dag. Ved fare for liv og helse: ring 112. "
        "Barnevernsvakten kan nås hele døgnet på 116 111."
    )
