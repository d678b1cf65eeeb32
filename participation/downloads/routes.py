"""The planner's downloads of an activity."""

from __future__ import annotations

from urllib.parse import urlencode

import flask
from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound

from exports.formats import FORMATS
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.audit.acts import Act
from participation.audit.recording import reads
from participation.clock import local, now
from participation.database import reading
from participation.downloads import queries
from participation.downloads.apart import write_considerately
from participation.downloads.request import MARKS, RESPONSES, Request
from participation.downloads.selection import Selection, selection_from
from participation.downloads.shown import as_shown
from participation.extensions import db
from participation.languages import current
from participation.projects.access import project_at, refuse_who_has_left
from participation.sent_file import made_and_sent

blueprint = flask.Blueprint("downloads", __name__, url_prefix="/projects/<slug>/activities/<int:identity>/downloads")

SYSTEMS = (4326, 25832, 25833)
FILE_NAMES = {MARKS: "steder", RESPONSES: "svar"}


@blueprint.get("")
@requires(Permission.RESPONSE_EXPORT)
def index(slug: str, identity: int) -> str:
    """What can be downloaded, of all or of the selection in the address."""
    with reading(db) as session:
        project = project_at(slug)
        activity = activity_or_404(session, project, identity)
        selection = _selection(session, activity)
        return flask.render_template(
            "downloads/index.html",
            project=project,
            activity=activity,
            selection=selection,
            chosen=urlencode(selection.as_arguments(), doseq=True),
            responses=sum(queries.count_by_channel(session, selection).values()),
            marks=queries.count_marks(session, selection),
            crs=_crs() or project.crs,
            systems=sorted({project.crs, *SYSTEMS}),
        )


@blueprint.get("/<table>.<format_name>")
@requires(Permission.RESPONSE_EXPORT)
@reads(Act.EXPORTED, each_time=True)
def show(slug: str, identity: int, table: str, format_name: str) -> flask.Response:
    """A file. The query string narrows it: class, school, year, question, category and follow-up variables.

    `crs`: the EPSG code of its places; `published=1`: only what the public may see, whatever is chosen.
    """
    if format_name not in FORMATS or table not in FILE_NAMES:
        raise NotFound
    with reading(db) as session:
        activity = activity_or_404(session, project_at(slug), identity)
        selection = _selection(session, activity)
        format_ = FORMATS[format_name]
        request = Request(
            activity,
            format_,
            selection,
            language=_language(),
            table=table,
            crs=None if format_.wgs84_only else _crs(),
            published=flask.request.args.get("published") == "1",
        )
        answer = _sent(session, request, f"{slug}-{activity.id}-{_kind_of(request)}-{local(now()):%Y-%m-%d}")
    refuse_who_has_left(slug)
    return answer


def _language() -> str:
    """The reader's, but English only for those who chose it: files are Norwegian whatever the browser speaks."""
    chosen = flask.request.args.get("lang") or flask.request.cookies.get("language")
    return "nb" if current() == "en" and chosen != "en" else current()


def _selection(session: Session, activity: Activity) -> Selection:
    followups = list(queries.codebook(session, activity.id).followups)
    return as_shown(session, activity, selection_from(activity.id, flask.request.args, followups))


def _crs() -> int | None:
    """The coordinate reference system asked for; None for the project's."""
    return flask.request.args.get("crs", type=int)


def _kind_of(request: Request) -> str:
    if request.published:
        return "offentlig"
    if request.format.write_package:
        return "arkivpakke"
    return "alt" if request.format.write_workbook else FILE_NAMES[request.table]


def _sent(session: Session, request: Request, stem: str) -> flask.Response:
    name = stem + request.format.suffix
    return made_and_sent(lambda path: write_considerately(session, request, path), request.format.mimetype, name)
