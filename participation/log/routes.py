"""*Logg*: who has changed and read what, in a project or in the whole installation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import flask

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.audit import queries
from participation.audit.acts import Act
from participation.audit.recording import reads
from participation.audit.wanted import Wanted
from participation.clock import local, now
from participation.extensions import db
from participation.log.asked_for import as_arguments, asked_for
from participation.log.table import write_log
from participation.log.words import Words
from participation.projects.access import project_at
from participation.sent_file import made_and_sent

blueprint = flask.Blueprint("log", __name__)

A_PAGE = 50


@blueprint.get("/projects/<slug>/log")
@requires(Permission.LOG_SEE)
def of_project(slug: str) -> str:
    """The project's log."""
    project = project_at(slug)
    addresses = (
        partial(flask.url_for, ".of_project", slug=slug),
        partial(flask.url_for, ".of_project_as_file", slug=slug),
    )
    facts = content(asked_for(project.id), *addresses)
    return flask.render_template("log/of_project.html", project=project, **facts)


@blueprint.get("/projects/<slug>/log.csv")
@requires(Permission.LOG_SEE)
@reads(Act.LOG_EXPORTED, each_time=True)
def of_project_as_file(slug: str) -> flask.Response:
    """What the page shows, all of it."""
    return sent(asked_for(project_at(slug).id), slug)


@blueprint.get("/log")
@requires(Permission.PERSON_EDIT)
def of_installation() -> str:
    """Everything, for administrators."""
    addresses = partial(flask.url_for, ".of_installation"), partial(flask.url_for, ".of_installation_as_file")
    return flask.render_template("log/of_installation.html", **content(asked_for(None), *addresses))


@blueprint.get("/log.csv")
@requires(Permission.PERSON_EDIT)
@reads(Act.LOG_EXPORTED, each_time=True)
def of_installation_as_file() -> flask.Response:
    """What the page shows, all of it."""
    return sent(asked_for(None), "lokalkjent")


def content(wanted: Wanted, page_at: Callable[..., str], file_at: Callable[..., str]) -> dict[str, Any]:
    """A page of the log, its filters and their addresses, and whether the chain is whole."""
    session = db.session()
    total = queries.count(session, wanted)
    pages = max(1, -(-total // A_PAGE))
    number = min(max(1, flask.request.args.get("page", 1, type=int)), pages)
    entries = queries.page(session, wanted, number, A_PAGE)
    words = Words(session, entries, within_project=wanted.project_id is not None)
    return {
        "page_at": page_at,
        "file_at": file_at,
        "lines": [words.line(entry) for entry in entries],
        "total": total,
        "number": number,
        "pages": pages,
        "wanted": wanted,
        "chosen": as_arguments(wanted),
        "actors": [(actor, words.who(actor)) for actor in queries.actors(session, wanted.project_id)],
        "acts": sorted(Act, key=lambda act: str(act.words)),
        "is_whole": queries.is_whole(session),
    }


def sent(wanted: Wanted, stem: str) -> flask.Response:
    session = db.session()
    name = f"{stem}-logg-{local(now()):%Y-%m-%d}.csv"
    return made_and_sent(lambda path: write_log(session, queries.everything(session, wanted), path), "text/csv", name)
