"""`lokalkjent activity`: rounds of participation."""

from __future__ import annotations

from pathlib import Path

import click
from flask_babel import gettext as _

from participation.activities import publishing, services
from participation.activities.kinds import KINDS
from participation.audit.acts import Act
from participation.commands.application import application
from participation.commands.logged import logged
from participation.commands.output import give, say
from participation.commands.rows import activity_numbered, project_named
from participation.commands.workbooks import taken_in
from participation.database import patient_writing
from participation.extensions import db
from participation.responses.used_codes import used_codes
from surveys.questionnaire import Questionnaire


@click.group("activity")
def command() -> None:
    """Activities of a project."""


@command.command("add")
@click.option("--project", "slug", required=True)
@click.option("--kind", required=True, help=f"one of {', '.join(KINDS)}")
@click.option("--title", required=True)
@click.option("--xlsform", type=click.Path(path_type=Path), help="a workbook with its questionnaire")
@click.option("--media", type=click.Path(path_type=Path), help="the folder with the workbook's pictures")
@click.option("--open", "opened", is_flag=True, help="open it at once")
@click.option("--json", "as_json", is_flag=True)
def add(
    slug: str, kind: str, title: str, xlsform: Path | None, media: Path | None, opened: bool, as_json: bool
) -> None:
    """Add an activity, with the workbook's questionnaire, else its kind's ready one when it has one.

    Pictures that the workbook names lie beside it, in a folder "media" there, or where --media says.
    """
    document, shown = taken_in(xlsform, media) if xlsform else (None, {})
    with application():
        with patient_writing(db) as session:
            project = project_named(session, slug)
            activity = services.add_activity(session, project, kind, title, document=document, shown=shown)
            if opened:
                services.open_activity(session, activity)
            made = {"id": str(activity.id)}
            logged(session, Act.ACTIVITY_MADE, activity=activity)
        give(made, as_json)


@command.command("publish")
@click.argument("activity")
@click.option("--xlsform", required=True, type=click.Path(path_type=Path), help="a workbook with its questionnaire")
@click.option("--media", type=click.Path(path_type=Path), help="the folder with the workbook's pictures")
@click.option("--json", "as_json", is_flag=True)
def publish(activity: str, xlsform: Path, media: Path | None, as_json: bool) -> None:
    """Publish the workbook's questionnaire as the next version of ACTIVITY (its id), and tell what it changes.

    Refused where answers that have come in would lose their meaning.
    """
    document, shown = taken_in(xlsform, media)
    with application():
        with patient_writing(db) as session:
            found = activity_numbered(session, activity)
            changed = publishing.proposed_changes(session, found, Questionnaire.from_document(document))
            version = publishing.publish(session, found, document, shown, used_codes(session, found))
            made = {"version": version.number}
            logged(session, Act.QUESTIONNAIRE_PUBLISHED, activity=found)
        for change in changed:
            say(change.message.render(_))
        give(made, as_json)
