"""What the address of the log asks for."""

from __future__ import annotations

from datetime import date

import flask

from participation.audit.acts import KNOWN
from participation.audit.wanted import Wanted
from participation.clock import day_in

NAMES = ("actor", "act", "since", "until")


def asked_for(project_id: int | None) -> Wanted:
    """Read from the query string; what it does not know is passed over."""
    given = flask.request.args
    act = given.get("act", "")
    return Wanted(
        project_id=project_id,
        actor=given.get("actor", "").replace("\x00", "")[:254],
        act=act if act in KNOWN else "",
        since=day_in(given.get("since", "")),
        until=day_in(given.get("until", "")),
    )


def as_arguments(wanted: Wanted) -> dict[str, str]:
    """The query string that asks for this, so that an address can be shared."""
    values = {name: getattr(wanted, name) for name in NAMES}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items() if value}
