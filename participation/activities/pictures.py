"""Pictures of questionnaires: kept with the version that names them, and found by its number and their name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import flask
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from participation.activities.models import Picture, QuestionnaireVersion
from participation.activities.queries import AnySession
from participation.kept import kept
from surveys.pictures_named import pictures_named


def keep(
    session: Session, version: QuestionnaireVersion, given: Mapping[str, bytes], before: QuestionnaireVersion | None
) -> None:
    """Keep what the questionnaire `document` shows of `given`, encoded anew already, and of the version `before`."""
    held = (
        dict(session.execute(select(Picture.name, Picture.data).where(Picture.version_id == before.id)).all())
        if before
        else {}
    )
    for name in pictures_named(flask.json.loads(version.document)):
        data = given.get(name) or held.get(name)
        if data is not None:
            session.add(Picture(version_id=version.id, name=name, data=data))


def address(session: AnySession, activity_id: int, number: int, name: str) -> str:
    """Where a picture is to be found; "" where there is none of this name."""
    if name not in names(session, activity_id, number):
        return ""
    return flask.url_for("activities.picture", identity=activity_id, number=number, name=name)


def names(session: AnySession, activity_id: int, number: int) -> frozenset[str]:
    """The pictures of a version, kept in memory: versions never change."""
    return kept(
        "picture names",
        (activity_id, number),
        lambda: frozenset(session.scalars(_of(activity_id, number, Picture.name)).all()),
    )


def picture(session: AnySession, activity_id: int, number: int, name: str) -> bytes | None:
    found: bytes | None = session.scalar(_of(activity_id, number, Picture.data).where(Picture.name == name))
    return found


def all_of(session: AnySession, version: QuestionnaireVersion) -> dict[str, bytes]:
    """Name → file."""
    return dict(session.execute(_of(version.activity_id, version.number, Picture.name, Picture.data)).all())


def _of(activity_id: int, number: int, *columns: Any) -> Select[Any]:
    its = (QuestionnaireVersion.activity_id == activity_id, QuestionnaireVersion.number == number)
    wanted = select(*columns).join(QuestionnaireVersion, Picture.version_id == QuestionnaireVersion.id)
    return wanted.where(*its).order_by(Picture.id)
