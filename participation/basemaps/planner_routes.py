"""The planner's page for making a project's map ready."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.basemaps import queries, services
from participation.basemaps.forms import FIRST_ZOOM, PrepareMapForm
from participation.basemaps.progress import Progress
from participation.basemaps.sources import map_sources
from participation.errors import Refused
from participation.extensions import db
from participation.projects.access import project_at
from participation.projects.extent import NORWAY, map_bounds
from participation.projects.models import Project


def register(blueprint: flask.Blueprint) -> None:
    """Put the page's addresses on the feature's blueprint."""
    blueprint.add_url_rule("/projects/<slug>/basemap", view_func=prepare, methods=["GET", "POST"])
    blueprint.add_url_rule("/projects/<slug>/basemap/stop", view_func=stop_preparing, methods=["POST"])
    blueprint.add_url_rule("/projects/<slug>/basemap/progress", view_func=preparation, methods=["GET"])


@requires(Permission.PROJECT_EDIT)
def prepare(slug: str) -> flask.typing.ResponseReturnValue:
    """What can be fetched, what is under way; a POST starts it."""
    project = project_at(slug)
    bounds = map_bounds(db.session(), project)
    placed = bounds != NORWAY
    sources = queries.sources_to_prepare(bounds) if placed else []
    form = PrepareMapForm()
    form.offer(sources, bounds)
    status = 200
    if form.validate_on_submit():
        try:
            chosen = next(source for source in sources if source.id == form.source.data)
            services.prepare_area(key(project), chosen, bounds, range(FIRST_ZOOM, form.deepest.data + 1))
            return flask.redirect(flask.url_for("basemaps.prepare", slug=slug))
        except Refused as refused:
            flask.flash(refused.message, "error")
            status = refused.status
    elif form.is_submitted():
        status = 422
    progress = services.progress_of(key(project))
    page = flask.render_template(
        "basemaps/prepare.html",
        project=project,
        form=form,
        sources=sources,
        progress=progress,
        placed=placed,
        map={"bounds": bounds, "sources": map_sources(bounds)},
    )
    return page, status


@requires(Permission.PROJECT_EDIT)
def stop_preparing(slug: str) -> flask.typing.ResponseReturnValue:
    """Stop; what is fetched stays."""
    services.stop_preparing(key(project_at(slug)))
    flask.flash(_("Stopped. What was fetched is kept."), "success")
    return flask.redirect(flask.url_for("basemaps.prepare", slug=slug))


@requires(Permission.PROJECT_EDIT)
def preparation(slug: str) -> flask.typing.ResponseReturnValue:
    """How far it has come, for the page to follow: JSON, or 204 when nothing was ever started."""
    progress = services.progress_of(key(project_at(slug)))
    return flask.jsonify(told(progress)) if progress else ("", 204)


def told(progress: Progress) -> dict[str, object]:
    """What the page shows of it."""
    return {
        "state": progress.state,
        "done": progress.done,
        "total": progress.total,
        "failed": progress.failed,
        "percent": progress.percent,
        "minutes_left": None if progress.seconds_left is None else max(1, round(progress.seconds_left / 60)),
    }


def key(project: Project) -> str:
    """The name of the project's preparation."""
    return f"project-{project.id}"
