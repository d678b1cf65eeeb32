"""*Del*: each teacher's link, and sheets to print: all codes, a letter to each teacher."""

from __future__ import annotations

import flask

from participation import languages
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.class_sessions import codes, queries
from participation.class_sessions.models import ClassSession
from participation.classroom import join_link
from participation.clock import now
from participation.extensions import db
from participation.projects.access import project_at

blueprint = flask.Blueprint("share", __name__, url_prefix="/activities/<int:identity>/share")


def teacher_address(class_session: ClassSession) -> str:
    """The whole address of the teacher's link."""
    root = flask.current_app.config["BASE_URL"] or flask.request.url_root.rstrip("/")
    return f"{root}/t/{codes.teacher_token(class_session)}"


def loaded(slug: str, identity: int) -> Activity:
    return activity_or_404(db.session(), project_at(slug), identity)


def chosen_classes(activity: Activity) -> list[ClassSession]:
    """All classes of the activity, or the one that `?class=` names."""
    only = flask.request.args.get("class", type=int)
    return [found for found in queries.classes(db.session(), activity) if only in (None, found.id)]


@blueprint.get("", endpoint="index")
@requires(Permission.CLASS_EDIT)
def share(slug: str, identity: int) -> str:
    """The links with their last use, and what can be printed."""
    activity = loaded(slug, identity)
    return flask.render_template(
        "overview/share.html",
        project=activity.project,
        activity=activity,
        classes=queries.classes(db.session(), activity),
        teacher_address=teacher_address,
        now=now(),
    )


@blueprint.get("/codes")
@requires(Permission.CLASS_EDIT)
def all_codes(slug: str, identity: int) -> str:
    """One sheet with every class and its code."""
    activity = loaded(slug, identity)
    return flask.render_template(
        "overview/codes.html",
        project=activity.project,
        activity=activity,
        classes=chosen_classes(activity),
        root=join_link.readable_root(),
    )


@blueprint.get("/letters")
@requires(Permission.CLASS_EDIT)
def letters(slug: str, identity: int) -> str:
    """A letter to each teacher, a page of A4 each."""
    activity = loaded(slug, identity)
    classes = chosen_classes(activity)
    if classes and len({found.language for found in classes}) == 1:
        languages.use(classes[0].language)
    return flask.render_template(
        "overview/letters.html",
        project=activity.project,
        activity=activity,
        classes=classes,
        teacher_address=teacher_address,
        join_address=join_link.join_address,
        qr_code=join_link.qr_code,
        root=join_link.readable_root(),
    )
