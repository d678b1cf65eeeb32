"""What commands print: one JSON object on standard output, everything else on standard error."""

from __future__ import annotations

from typing import Any

import click
import orjson
from flask_babel import gettext as _
from flask_babel import ngettext

from participation.errors import Refused
from participation.projects.files.report import Report, grouped


def say(message: str) -> None:
    """A message for a person."""
    click.echo(message, err=True)


def give(content: dict[str, Any], as_json: bool) -> None:
    """`content` as JSON when asked for, else a line for each of its fields on standard error."""
    if as_json:
        click.echo(orjson.dumps(content))  # as bytes: JSON is UTF-8 whatever the terminal is
        return
    for name, value in content.items():
        say(f"{name}: {value if isinstance(value, str | int | float) else orjson.dumps(value).decode()}")


def give_report(report: Report, as_json: bool) -> None:
    """How an import went. Refused, after telling it, when nothing in the file could be taken in."""
    if as_json:
        give(report.as_json(), as_json)
    else:
        for problem in grouped(report.problems):
            say(_("Row %(rows)s: %(message)s", rows=problem["rows"], message=problem["message"]))
        if report.untold:
            say(
                ngettext(
                    "One more message is left out: of each kind, the first thousand stand here.",
                    "%(num)s more messages are left out: of each kind, the first thousand stand here.",
                    report.untold,
                )
            )
        counts = {"read": report.read, "accepted": report.accepted, "rejected": report.rejected}
        say(_("Rows read: %(read)s. Taken in: %(accepted)s. Left out: %(rejected)s.", **counts))
    if report.is_refusal:
        raise Refused(_("No row of the file could be taken in. Mend what is told of each row, and try again."))
