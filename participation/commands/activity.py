"""`lokalkjent activity`: rounds of participation."""

from __future__ import annotations

from pathlib import Path

import click
from flask_babel import gettext as _

from participation.activities import checks, publishing, services
from participation.activities.kinds import KINDS
from participation.activities.models import Activity
from participation.audit.acts import Act
from participation.commands.application import application
from participation.commands.logged import logged
from participation.commands.output import give, say
from participation.commands.rows import activity_numbered, project_named
from participation.commands.workbooks import taken_in
from participation.database import patient_writing
from participation.errors import Refused
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


def refuse_what_would_harm(activity: Activity, questionnaire: Questionnaire) -> None:
    """As on screen, with the way past it."""
    try:
        checks.refuse_what_would_harm(activity, questionnaire)
    except Refused as refused:
        way = _("Mend it in the workbook, or publish it as it is with --anyway.")
        raise Refused(f"{refused.message}\n{way}") from refused


@command.command("publish")
@click.argument("activity")
@click.option("--xlsform", required=True, type=click.Path(path_type=Path), help="a workbook with its questionnaire")
@click.option("--media", type=click.Path(path_type=Path), help="the folder with the workbook's pictures")
@click.option("--anyway", is_flag=True, help="publish it also where something in it should be mended first")
@click.option("--json", "as_json", is_flag=True)
def publish(activity: str, xlsform: Path, media: Path | None, anyway: bool, as_json: bool) -> None:
    """Publish the workbook's questionnaire as the next version of ACTIVITY (its id), and tell what it changes.

    Refused where answers that have come in would lose their meaning; and, without --anyway, where something in it should
    be mended first: a question that must be answered and never can be, a text that is missing in the first language, a
    question for an identity number, or one that asks a class who they are.
    """
    document, shown = taken_in(xlsform, media)
    questionnaire = Questionnaire.from_document(document)
    with application():
        with patient_writing(db) as session:
            found = activity_numbered(session, activity)
            if not anyway:
                refuse_what_would_harm(found, questionnaire)
            changed = publishing.proposed_changes(session, found, questionnaire)
            version = publishing.publish(session, found, document, shown, used_codes(session, found))
            made = {"version": version.number}
            logged(session, Act.QUESTIONNAIRE_PUBLISHED, activity=found)
        for change in changed:
            say(change.message.render(_))
        give(made, as_json)
