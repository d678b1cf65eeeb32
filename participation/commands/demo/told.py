"""What the demo tells whoever made it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession
from participation.commands.demo import loddefjord, oslo_east
from participation.projects.models import Project
from participation.safeguards import keyed_codes
from participation.tokens import services

EMAIL = "demo@lokalkjent.example"


def password() -> str:
    """The demo planner's password: follows from the installation's secret, so it is the same every time."""
    return keyed_codes.derived_code(codes.key(), "demo password", length=14)


def api_token() -> str:
    """The demo's token for QGIS; the same every time, as the password is."""
    return services.PREFIX + keyed_codes.derived_token(codes.key(), "demo token")


def told(session: Session, base: str) -> dict[str, Any]:
    """Sign-in, codes and addresses of the demo."""
    main, older = (class_parts(session, loddefjord.SLUG, base, year) for year in (6, 9))
    return {
        "planner": {"email": EMAIL, "password": password()},
        "class_code": main["class_code"],
        "teacher_url": main["teacher_url"],
        "project": loddefjord.SLUG,
        "activities": {"class_mapping": main["activity"], **survey(session, loddefjord.SLUG)},
        "api_token": api_token(),
        "older": older,
        "drawing": class_parts(session, oslo_east.SLUG, base, 6),
    }


def survey(session: Session, slug: str) -> dict[str, str]:
    """The id of the demo project's first survey; nothing in a demo that was filled before there were any."""
    wanted = select(Activity.id).join(Activity.project).where(Project.slug == slug, Activity.kind == "resident_survey")
    found = session.scalar(wanted.order_by(Activity.id).limit(1))
    return {"resident_survey": str(found)} if found else {}


def class_parts(session: Session, slug: str, base: str, year: int) -> dict[str, str]:
    """The first class of this school year in the demo project `slug`."""
    wanted = (
        select(ClassSession)
        .join(ClassSession.activity)
        .join(Activity.project)
        .where(Project.slug == slug, ClassSession.year == year)
        .order_by(ClassSession.id)
    )
    class_session = session.scalars(wanted.limit(1)).one()
    return {
        "project": slug,
        "activity": str(class_session.activity_id),
        "class_code": class_session.code,
        "teacher_url": f"{base}/t/{codes.teacher_token(class_session)}",
    }
