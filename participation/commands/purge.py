"""`lokalkjent purge`: carry out retention. Run it daily."""

from __future__ import annotations

import click
from flask_babel import gettext as _
from flask_babel import ngettext

from participation.audit.acts import Act
from participation.commands.application import application
from participation.commands.logged import logged
from participation.commands.output import give, say
from participation.database import patient_writing
from participation.extensions import db
from participation.retention import purging
from participation.retention.periods import PERIODS


@click.command("purge")
@click.option("--dry-run", is_flag=True, help="say what would be done, and change nothing")
@click.option("--json", "as_json", is_flag=True)
def command(dry_run: bool, as_json: bool) -> None:
    """Delete what has been kept for its time (see retention/periods.py)."""
    with application():
        outcomes = list(purging.due() if dry_run else purging.purge())
        if not dry_run:
            log(sum(outcome.count for outcome in outcomes))
        for outcome in outcomes if not as_json else []:
            if outcome.count:
                say(told(outcome))
        if not any(outcome.count for outcome in outcomes):
            say(_("Nothing has been kept for its whole time yet."))
    rows = [{"period": outcome.period, "rows": outcome.rows, "count": outcome.count} for outcome in outcomes]
    give({"dry_run": dry_run, "done": rows} if as_json else {}, as_json)


def log(count: int) -> None:
    """That retention was carried out, where there was anything to do."""
    if count:
        with patient_writing(db) as session:
            logged(session, Act.RETENTION_DONE, count=count)


def told(outcome: purging.Outcome) -> str:
    """One outcome as a line: what, when its time is over, how many rows."""
    period = PERIODS[outcome.period]
    when = ngettext("one day after %(since)s", "%(num)s days after %(since)s", period.days, since=period.since)
    if not period.days:
        when = _("after %(since)s", since=period.since)
    return f"{period.what} ({when}): {outcome.count} {row_names()[outcome.rows]}"


def row_names() -> dict[str, str]:
    """The rows that the rules deal with, in words."""
    return {
        "open activities closed": _("open activities closed"),
        "classes ended": _("classes ended"),
        "forgotten classes ended": _("classes that nobody had ended, now ended and their unsent maps taken in"),
        "unsent maps taken in": _("unsent maps taken in as incomplete"),
        "responses": _("responses"),
        "test answers": _("test answers"),
        "drafts tried": _("drafts that were tried"),
        "kept bodies": _("kept versions"),
        "photos": _("photos"),
        "pupils": _("pupils"),
        "classes": _("classes"),
        "invitations": _("surveys, whose lists of those invited are deleted"),
        "used codes mixed": _("used codes, whose order is mixed"),
        "tablets": _("tablets"),
        "projector's maps": _("projector's maps"),
        "invitations to projects": _("old invitations to projects"),
        "tokens": _("tokens of other programs"),
        "sign-ins": _("sign-ins that are over"),
        "blurred texts": _("texts whose blurred words are gone for good"),
        "decisions": _("decisions of moderation that cannot be undone any more"),
        "removed rows": _("removed things that cannot be brought back any more"),
        "kept files": _("large files that were kept for their time"),
        "files of those without right": _("orders of large files by people who may not have them any more"),
        "orders of files": _("old orders of large files"),
        "log entries": _("entries of the log"),
    }
