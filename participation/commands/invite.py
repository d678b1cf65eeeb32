"""`lokalkjent invite`: personal codes for those on a list, and new ones for those who have not answered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import flask
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage

from participation.activities.models import Activity
from participation.activities.services import is_open_to_residents
from participation.audit.acts import Act
from participation.commands.application import application
from participation.commands.logged import logged
from participation.commands.output import give, say
from participation.commands.rows import activity_numbered
from participation.database import patient_writing, reading
from participation.errors import Refused
from participation.extensions import db
from participation.invitations import queries, services
from participation.invitations.merge_files import merge_archive
from participation.invitations.recipient_list import read_list
from participation.invitations.recipients import Recipient
from participation.invitations.services import Issued
from participation.invitations.table_file import rows_of_file


@click.group("invite")
def command() -> None:
    """Personal one-time codes for a survey."""


@command.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--activity", required=True, help="the survey's id")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="the ZIP that holds the codes")
@click.option("--json", "as_json", is_flag=True)
def add(file: Path, activity: str, output: Path, as_json: bool) -> None:
    """Give a code to each recipient in FILE (CSV, text or Excel: ids, then at most three coarse facts).

    The files for letters, SMS and Digipost go into OUTPUT, which holds the only copy of the codes.
    """
    with application():
        refuse_unless_writable(output)
        with reading(db) as session:
            invited = recipients_in(session, survey(session, activity), file)
        made = services.new_codes(len(invited))
        with patient_writing(db) as session:
            # Somebody else may have invited meanwhile.
            invited = recipients_in(session, survey(session, activity), file)
            found = survey(session, activity)
            issued = services.invite(session, found, invited, made)
            logged(session, Act.RESIDENTS_INVITED, activity=found, count=len(issued))
        hand_out(activity, issued, output, as_json)


@command.command("remind")
@click.option("--activity", required=True, help="the survey's id")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="the ZIP that holds the codes")
@click.option("--json", "as_json", is_flag=True)
def remind(activity: str, output: Path, as_json: bool) -> None:
    """Give new codes to those who have not answered; their old codes stop working."""
    with application():
        refuse_unless_writable(output)
        with reading(db) as session:
            waiting = len(queries.unused(session, survey(session, activity)))
        made = services.new_codes(waiting)
        with patient_writing(db) as session:
            found = survey(session, activity)
            issued = services.remind(session, found, made)
            logged(session, Act.RESIDENTS_REMINDED, activity=found)
        hand_out(activity, issued, output, as_json)


def survey(session: Session, identity: str) -> Activity:
    """The survey; refused when residents do not answer it by a link."""
    found = activity_numbered(session, identity)
    if not is_open_to_residents(found):
        raise Refused(_("Only a survey for residents has personal codes. Give the id of one with --activity."))
    return found


def refuse_unless_writable(output: Path) -> None:
    """The codes are told once: where they cannot be written down, none is made."""
    if not flask.current_app.config["BASE_URL"]:
        raise Refused(_("Set LOKALKJENT_BASE_URL first: the links in the letters begin with it."))
    if output.exists():
        raise Refused(_("“%(file)s” is there already. Give another name: its codes may be the only copy.", file=output))
    if not output.parent.is_dir():
        raise Refused(_("There is no folder “%(folder)s”. Make it, or give another name.", folder=output.parent))


def recipients_in(session: Session, activity: Activity, file: Path) -> list[Recipient]:
    """The list read against those who are invited already; refused with every problem told."""
    try:
        with file.open("rb") as stream:
            rows = rows_of_file(FileStorage(stream, file.name))
    except OSError as wrong:
        why = wrong.strerror or str(wrong)
        raise Refused(_("“%(file)s” cannot be read: %(why)s.", file=file, why=why)) from wrong
    found = read_list(rows, queries.recipients(session, activity), queries.sizes(session, activity))
    for problem in found.problems:
        say(_("Row %(rows)s: %(message)s", rows=problem["row"], message=problem["message"]))
    if found.problems:
        raise Refused(_("Nobody was invited. Mend what is told of each row, and try again."))
    return found.recipients


def hand_out(activity: str, issued: Sequence[Issued], output: Path, as_json: bool) -> None:
    """Write the codes where only their owner may read them."""
    with reading(db) as session:
        archive = merge_archive(survey(session, activity), issued)
    output.touch(mode=0o600)
    output.write_bytes(archive)
    give({"invited": len(issued), "file": str(output)}, as_json)
