"""Large files: ordered, followed, fetched by whoever ordered them, given up."""

from __future__ import annotations

import flask
import orjson
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy.orm import Session

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.audit.acts import Act
from participation.audit.recording import concerning, reads
from participation.clock import now
from participation.database import reading, writing
from participation.downloads.jobs.words import File, asked_in_the_log, file_in_words
from participation.export_jobs import files, queries, services
from participation.export_jobs.models import DONE, ExportJob
from participation.extensions import db
from participation.projects.access import project_at

blueprint = flask.Blueprint("files", __name__, url_prefix="/files/<int:job_id>")


@blueprint.get("")
@requires(Permission.RESPONSE_EXPORT)
def show(slug: str, identity: int, job_id: int) -> flask.typing.ResponseReturnValue:
    """How far it has come, and the file when it is there."""
    with reading(db) as session:
        activity = activity_or_404(session, project_at(slug), identity)
        file = file_in_words(session, _own(session, activity, job_id))
        return flask.render_template("downloads/file.html", project=activity.project, activity=activity, file=file)


@blueprint.get("/progress")
@requires(Permission.RESPONSE_EXPORT)
def progress(slug: str, identity: int, job_id: int) -> flask.typing.ResponseReturnValue:
    """What the page asks for every few seconds: JSON, with ETag."""
    with reading(db) as session:
        job = _own(session, activity_or_404(session, project_at(slug), identity), job_id)
        answer = flask.Response(orjson.dumps(_told(file_in_words(session, job))), mimetype="application/json")
    answer.headers["Cache-Control"] = "no-cache, private"
    answer.add_etag()
    return answer.make_conditional(flask.request)


@blueprint.get("/file")
@requires(Permission.RESPONSE_EXPORT)
@reads(Act.EXPORTED, each_time=True)
def fetch(slug: str, identity: int, job_id: int) -> flask.typing.ResponseReturnValue:
    """The file, or the parts of it that are asked for. Whoever has lost the right to the answers gets nothing."""
    with reading(db) as session:
        job = _own(session, activity_or_404(session, project_at(slug), identity), job_id)
        try:
            answer = _sent(job)
        except OSError:  # It is not there, or went just now.
            concerning(count=0)
            return flask.redirect(flask.url_for(".show", slug=slug, identity=identity, job_id=job_id))
        concerning(about=asked_in_the_log(job))
    answer.headers["Cache-Control"] = "no-store, no-transform"
    return answer


@blueprint.post("/give-up")
@requires(Permission.RESPONSE_EXPORT)
def give_up(slug: str, identity: int, job_id: int) -> flask.typing.ResponseReturnValue:
    """Stop making the file, or delete the one that is there. Where it is over already, its page tells how."""
    with writing(db) as session:
        job = _own(session, activity_or_404(session, project_at(slug), identity), job_id)
        if not (job.is_unfinished or job.state == DONE):
            return flask.redirect(flask.url_for(".show", slug=slug, identity=identity, job_id=job_id))
        told = _("The file is deleted.") if job.state == DONE else _("The work is stopped. No file was made.")
        services.give_up(job)
    flask.flash(told)
    return flask.redirect(flask.url_for("downloads.index", slug=slug, identity=identity))


def _sent(job: ExportJob) -> flask.Response:
    """OSError when it is not there, yet or any more."""
    if not job.is_kept(now()):
        raise FileNotFoundError
    path = files.path_of(job)
    return flask.send_file(path, job.mimetype, as_attachment=True, download_name=job.name, conditional=True)


def _own(session: Session, activity: Activity, job_id: int) -> ExportJob:
    """The reader's own order; whoever asks for another is told so where files are ordered."""
    job = queries.own_one(session, job_id, activity.id, current_user.id)
    if job is None:
        flask.flash(_("That file is somebody else's, or was deleted long ago. Order your own here."), "error")
        orders = flask.url_for("downloads.index", slug=activity.project.slug, identity=activity.id)
        flask.abort(flask.redirect(orders))
    return job


def _told(file: File) -> dict[str, object]:
    return {"unfinished": file.is_unfinished, "told": file.told, "line": file.line, "percent": file.percent}
