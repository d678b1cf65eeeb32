"""The demo's token: everything of its first project, which is invented, so that a newcomer can look at it in QGIS at once."""

from __future__ import annotations

from flask_babel import gettext as _

from participation.accounts import queries as people
from participation.commands.demo import loddefjord, told
from participation.database import patient_writing
from participation.extensions import db
from participation.projects import queries as projects
from participation.tokens import queries, services
from participation.tokens.services import MOST_DAYS, Wish
from participation.tokens.standing import Standing, standing


def fill() -> None:
    """Make the token where there is none, or none that works: with the same secret, for as long as may be."""
    secret = told.api_token()
    found = queries.token_with(db.session(), secret)
    if found is not None and standing(found) is Standing.WORKS:
        return
    with patient_writing(db) as session:
        old = queries.token_with(session, secret)
        if old is not None:
            session.delete(old)
            session.flush()
        project = projects.project_by_slug(session, loddefjord.SLUG)
        maker = people.person_by_email(session, told.EMAIL)
        wish = Wish("QGIS", full=True, reason=_("To try out. All answers are invented."), days=MOST_DAYS[True])
        if project is not None:
            services.make(session, project, maker, wish, secret)
