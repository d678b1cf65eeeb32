"""Is everything there and readable? Each check yields sentences about what is wrong; none means it is in order."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import orjson
import shapely
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.activities.models import QuestionnaireTrial, QuestionnaireVersion
from participation.audit.queries import broken_at
from participation.class_sessions import codes
from participation.class_sessions.models import Pupil
from participation.database import Base
from participation.extensions import db
from participation.responses.models import Mark, Response
from participation.schema import at_head, from_newer
from surveys.errors import QuestionnaireError
from surveys.questionnaire import Questionnaire

CHUNK = 5000
MOST = 20


def counts(session: Session) -> dict[str, int]:
    """Rows by table."""
    tables = Base.metadata.sorted_tables
    return {str(table.name): session.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def problems() -> Iterator[str]:
    """Everything that is wrong, the first twenty of a kind."""
    if not at_head():
        behind = _(
            "The database is not at the newest migration. Start the program once (lokalkjent serve) to upgrade it."
        )
        yield from_newer() or behind
        return
    session = db.session()
    for check in CHECKS:
        for number, problem in enumerate(check(session)):
            if number == MOST:
                yield _("… and more of the same.")
                break
            yield problem
        db.session.rollback()


def integrity(session: Session) -> Iterator[str]:
    """What the database itself finds."""
    if db.engine.dialect.name == "sqlite":
        for (found,) in session.connection().exec_driver_sql("PRAGMA integrity_check"):
            if found != "ok":
                yield f"SQLite: {found}"


def foreign_keys(session: Session) -> Iterator[str]:
    """Rows that point at a row that is not there."""
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            parent = key.column.table.alias()
            lost = (
                select(func.count())
                .select_from(table.outerjoin(parent, parent.c[key.column.name] == key.parent))
                .where(key.parent.is_not(None), parent.c[key.column.name].is_(None))
            )
            count = session.scalar(lost)
            if count:
                yield ngettext(
                    "One row of %(table)s points with %(column)s at a row that is not there.",
                    "%(num)s rows of %(table)s point with %(column)s at a row that is not there.",
                    count,
                    table=table.name,
                    column=key.parent.name,
                )


def questionnaires(session: Session) -> Iterator[str]:
    """Published versions that cannot be read, and responses to a version that is not there."""
    known = set()
    for version in session.scalars(select(QuestionnaireVersion).order_by(QuestionnaireVersion.id)):
        known.add((version.activity_id, version.number))
        try:
            Questionnaire.from_document(orjson.loads(version.document))
        except (QuestionnaireError, orjson.JSONDecodeError) as wrong:
            yield _(
                "Version %(number)s of activity %(activity)s's questionnaire cannot be read: %(why)s",
                number=version.number,
                activity=version.activity_id,
                why=wrong,
            )
    tried = select(QuestionnaireTrial.activity_id, QuestionnaireTrial.number)
    known |= {(row.activity_id, row.number) for row in session.execute(tried)}
    used = select(Response.activity_id, Response.questionnaire_version).distinct().order_by(Response.activity_id)
    for row in session.execute(used):
        if tuple(row) not in known:
            yield _(
                "Responses of activity %(activity)s answer version %(number)s of its questionnaire, which is not there.",
                activity=row[0],
                number=row[1],
            )


def responses(session: Session) -> Iterator[str]:
    """Responses whose answers are no JSON object."""
    wanted = select(Response.id, Response.answers).order_by(Response.id).execution_options(yield_per=CHUNK)
    for row in session.execute(wanted):
        if not readable(row.answers):
            yield _("The answers of response %(id)s cannot be read.", id=row.id)


def marks(session: Session) -> Iterator[str]:
    """Marks whose answers or geometry cannot be read, or whose box is not the geometry's."""
    wanted = select(Mark.id, Mark.answers, Mark.geometry, Mark.west, Mark.south, Mark.east, Mark.north)
    for row in session.execute(wanted.order_by(Mark.id).execution_options(yield_per=CHUNK)):
        if not readable(row.answers):
            yield _("The answers of mark %(id)s cannot be read.", id=row.id)
        bounds = bounds_of(row.geometry)
        if bounds is None:
            yield _("The geometry of mark %(id)s cannot be read.", id=row.id)
        elif any(abs(one - other) > 1e-6 for one, other in zip(bounds, row[3:], strict=True)):
            yield _("The box of mark %(id)s is not its geometry's.", id=row.id)


def readable(text: str) -> bool:
    """True for the text of a JSON object."""
    try:
        return isinstance(orjson.loads(text), dict)
    except orjson.JSONDecodeError:
        return False


def bounds_of(text: str) -> Any:
    """West, south, east, north of a GeoJSON text; None when it is none on the globe."""
    try:
        shape = shapely.from_geojson(text)
    except shapely.errors.ShapelyError:
        return None
    if shape is None or shape.is_empty:
        return None
    west, south, east, north = shape.bounds
    fits = -180 <= west <= east <= 180 and -90 <= south <= north <= 90
    return shape.bounds if fits and all(map(math.isfinite, shape.bounds)) else None


def secret_key(session: Session) -> Iterator[str]:
    """Codes on slips and links that another secret key made."""
    pupil = session.scalar(select(Pupil).order_by(Pupil.id.desc()).limit(1))
    if pupil and codes.hashed(codes.personal_code(pupil.class_session_id, pupil.number)) != pupil.code_hash:
        yield _(
            "The secret key is not the one that the pupils' codes were made with: no code or link opens. "
            "Put the old key back."
        )


def log(session: Session) -> Iterator[str]:
    """Entries of the log that were changed, or are gone."""
    for fault in broken_at(session):
        if fault.missing:
            yield _("The log is broken: what stood before entry %(id)s is gone.", id=fault.id)
        else:
            yield _(
                "The log is broken: entry %(id)s is not what was written, or the one before it is not.", id=fault.id
            )


Check = Callable[[Session], Iterator[str]]
CHECKS: tuple[Check, ...] = (integrity, foreign_keys, questionnaires, responses, marks, secret_key, log)
