"""The planner's downloads of an activity."""

from __future__ import annotations

from urllib.parse import urlencode

import flask
import orjson
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound

from exports.formats import FORMATS
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.activities.newest_answers import newest_left_out
from participation.activities.queries import activity_or_404
from participation.audit.acts import Act
from participation.audit.recording import concerning, reads
from participation.database import reading, writing
from participation.downloads import queries
from participation.downloads.file_names import file_name
from participation.downloads.jobs import queue
from participation.downloads.jobs import routes as jobs
from participation.downloads.jobs.at_once import size_of, write_considerately
from participation.downloads.jobs.orders import order_of
from participation.downloads.jobs.words import file_in_words
from participation.downloads.request import TABLES, Request, unknown_crs
from participation.downloads.selection import Selection, selection_from
from participation.downloads.services import check
from participation.downloads.shown import as_shown, refuse_unknown
from participation.errors import Refused
from participation.export_jobs import services as export_jobs
from participation.export_jobs.queries import own
from participation.extensions import db
from participation.languages import current
from participation.projects.access import project_at, refuse_who_has_left
from participation.sent_file import made_and_sent

blueprint = flask.Blueprint("downloads", __name__, url_prefix="/projects/<slug>/activities/<int:identity>/downloads")
blueprint.register_blueprint(jobs.blueprint)

SYSTEMS = (4326, 25832, 25833)


@blueprint.get("")
@requires(Permission.RESPONSE_EXPORT)
def index(slug: str, identity: int) -> str:
    """What can be downloaded, of all or of the selection in the address."""
    with reading(db) as session:
        project = project_at(slug)
        activity = activity_or_404(session, project, identity)
        selection = _selection(session, activity)
        size = size_of(session, selection)
        # Some files are of the whole activity, whatever is chosen.
        whole = size_of(session, Selection(activity.id)) if selection.narrowed else size
        return flask.render_template(
            "downloads/index.html",
            project=project,
            activity=activity,
            selection=selection,
            chosen=urlencode(selection.as_arguments(), doseq=True),
            size=size,
            whole=whole,
            newest_left_out=newest_left_out(activity),
            hours_kept=flask.current_app.config["EXPORTS_KEPT_HOURS"],
            files=[file_in_words(session, job) for job in own(session, activity.id, current_user.id)],
            crs=_crs() or project.crs,
            systems=sorted({project.crs, *SYSTEMS}),
        )


@blueprint.get("/<table>.<format_name>")
@requires(Permission.RESPONSE_EXPORT)
@reads(Act.EXPORTED, each_time=True)
def show(slug: str, identity: int, table: str, format_name: str) -> flask.Response:
    """A file. The query string narrows it: class, school, year, question, category and follow-up variables.

    `crs`: the EPSG code of its places; `published=1`, as anything but 0: only what the public may see, whatever is chosen.
    """
    concerning(about={"table": table, "format": format_name})
    with reading(db) as session:
        request = _request(session, slug, identity, table, format_name)
        answer = _sent(session, request, file_name(slug, request))
    refuse_who_has_left(slug)
    return answer


@blueprint.post("/<table>.<format_name>")
@requires(Permission.RESPONSE_EXPORT)
def order(slug: str, identity: int, table: str, format_name: str) -> flask.typing.ResponseReturnValue:
    """Have a large file made, of what the query string asks for; its page tells how far it has come."""
    with reading(db) as session:
        request = _request(session, slug, identity, table, format_name)
        check(session, request)
        asked = orjson.dumps(order_of(request), option=orjson.OPT_SORT_KEYS).decode()
        wanted = (request.activity.id, current_user.id, asked, file_name(slug, request), request.format.mimetype)
    try:
        with writing(db) as session:
            job_id = export_jobs.order(session, *wanted).id
    except Refused as refused:
        # Those that wait stand on this page, each with the way to cancel it.
        flask.flash(refused.message, "error")
        return index(slug, identity), refused.status
    queue.wake()
    return flask.redirect(flask.url_for("downloads.files.show", slug=slug, identity=identity, job_id=job_id), 303)


def _request(session: Session, slug: str, identity: int, table: str, format_name: str) -> Request:
    """What the address asks for."""
    activity = activity_or_404(session, project_at(slug), identity)
    if format_name not in FORMATS or table not in TABLES:
        raise NotFound
    format_ = FORMATS[format_name]
    return Request(
        activity,
        format_,
        _selection(session, activity),
        language=_language(),
        table=table,
        crs=None if format_.wgs84_only else _crs(),
        published=flask.request.args.get("published", "0") not in ("", "0"),
    )


def _language() -> str:
    """The reader's, but English only for those who chose it: files are Norwegian whatever the browser speaks."""
    chosen = flask.request.args.get("lang") or flask.request.cookies.get("language")
    return "nb" if current() == "en" and chosen != "en" else current()


def _selection(session: Session, activity: Activity) -> Selection:
    followups = list(queries.codebook(session, activity.id).followups)
    refuse_unknown(flask.request.args, followups)
    return as_shown(session, activity, selection_from(activity.id, flask.request.args, followups))


def _crs() -> int | None:
    """The coordinate reference system asked for; None for the project's."""
    code, asked = flask.request.args.get("crs", type=int), flask.request.args.get("crs")
    if asked and code is None:
        raise Refused(unknown_crs(asked))
    return code


def _sent(session: Session, request: Request, name: str) -> flask.Response:
    return made_and_sent(lambda path: write_considerately(session, request, path), request.format.mimetype, name)
