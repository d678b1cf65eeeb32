"""*Fra fil*: registrations made elsewhere, such as earlier deliveries of Barnetråkk and paper drawn off in QGIS."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import flask
from flask_babel import ngettext

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.audit.acts import Act
from participation.audit.recording import concerning, records
from participation.database import writing
from participation.extensions import db
from participation.projects.access import project_at
from participation.projects.files.preview import Preview
from participation.projects.files.report import FileRead
from participation.projects.taking_in import Intake, keep, take_in
from participation.registrations.forms import RegistrationFieldsForm, RegistrationsFileForm, guesses, names_of
from participation.registrations.own_fields import OwnFields, own_fields, questions
from participation.responses import imported_rows, importing
from participation.responses.queries import by_channel

blueprint = flask.Blueprint(
    "registrations", __name__, url_prefix="/projects/<slug>/activities/<int:identity>/registrations"
)


@blueprint.get("")
@requires(Permission.ACTIVITY_EDIT)
def index(slug: str, identity: int) -> str:
    """How many came from files, and another file."""
    return page(activity_or_404(db.session(), project_at(slug), identity))


@blueprint.post("")
@requires(Permission.ACTIVITY_EDIT)
def upload(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Keep the file and go on to its fields."""
    activity, form = activity_or_404(db.session(), project_at(slug), identity), RegistrationsFileForm()
    kept = keep(form.file, slug, intake(activity), identity=identity) if form.validate_on_submit() else None
    return kept or (page(activity, form), 422)


@blueprint.route("/files/<token>", methods=["GET", "POST"])
@requires(Permission.ACTIVITY_EDIT)
@records(Act.MARKS_IMPORTED)
def fields(slug: str, identity: int, token: str) -> flask.typing.ResponseReturnValue:
    """Which field is what, and the problems."""
    activity = activity_or_404(db.session(), project_at(slug), identity)
    return take_in(slug, token, intake(activity), identity=identity)


def page(activity: Activity, form: RegistrationsFileForm | None = None) -> str:
    return flask.render_template(
        "registrations/index.html",
        project=activity.project,
        activity=activity,
        form=form or RegistrationsFileForm(formdata=None),
        there=by_channel(db.session(), activity).get(imported_rows.CHANNEL, 0),
    )


def intake(activity: Activity) -> Intake:
    """What is particular to registrations for this activity."""
    identity = activity.id

    def own(seen: Preview) -> OwnFields:
        return own_fields(names_of(seen), questions(db.session(), activity))

    def form(seen: Preview, _file_name: str) -> RegistrationFieldsForm:
        made = RegistrationFieldsForm()
        made.know(names_of(seen), seen.layers, own(seen))
        if flask.request.method == "GET":
            made.cut.data = made.own.are_ours
        return made

    return Intake(
        fields_endpoint="registrations.fields",
        done_endpoint="registrations.index",
        template="registrations/fields.html",
        form=form,
        guesses=lambda seen: guesses(seen, own(seen)),
        read=lambda path, said: read(path, said, identity),
        carry_out=lambda slug, said, _found: carry_out(slug, identity, said.plan),
        told=lambda count: ngettext("One registration is taken in.", "%(num)s registrations are taken in.", count),
        needs_fields=False,
    )


def read(path: Path, form: Any, identity: int) -> FileRead[Any]:
    """What can be taken in, and how that is to be written."""
    registrations, report = importing.read(form.rows(path), form.fields())
    activity = db.session().get_one(Activity, identity)
    form.plan = importing.prepare(db.session(), activity, registrations, report)
    return FileRead({str(number): whole for number, whole in enumerate(form.plan.whole)}, report)


def carry_out(slug: str, identity: int, plan: importing.Plan) -> None:
    """Write the plan, a part at a time, so that nobody who hands in waits long."""
    with writing(db) as session:
        concerning(count=0)
        version = importing.publish(session, activity_or_404(session, project_at(slug), identity), plan)
    for part in plan.parts():
        with writing(db) as session:
            concerning(count=len(part))
            imported_rows.store(
                session, activity_or_404(session, project_at(slug), identity), version, part, plan.report
            )
