"""Those invited with personal codes, for tests."""

from __future__ import annotations

from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from participation.invitations import services
from participation.invitations.recipients import Recipient
from participation.invitations.services import Issued


def recipients(number: int = 20, first: int = 1001, **background: str) -> list[Recipient]:
    """So many recipients with one background; no hash holds the like of their ids."""
    return [Recipient(row, f"r-{first + row}", dict(background)) for row in range(number)]


def invite(survey: Activity, *lists: list[Recipient], only: bool = False) -> list[Issued]:
    """Give them codes; `only`: nobody else may answer."""
    invited = [one for each in lists or (recipients(),) for one in each]
    made = services.new_codes(len(invited))
    with writing(db) as session:
        activity = session.get_one(Activity, survey.id)
        issued = services.invite(session, activity, invited, made)
        services.let_in_only_invited(activity, only)
    return issued
