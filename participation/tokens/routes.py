"""*QGIS og andre programmer*: the project's tokens; made, revoked, and how to connect."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy.orm import Session

from participation import undoing
from participation.accounts.access import may, public, requires
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import concerning, records
from participation.database import writing
from participation.extensions import db
from participation.projects.access import project_at
from participation.projects.models import Project
from participation.tokens import queries, revocations, services
from participation.tokens.address import address
from participation.tokens.forms import TokenForm
from participation.tokens.models import ApiToken
from participation.tokens.standing import standing

blueprint = flask.Blueprint("tokens", __name__)


@blueprint.get("/projects/<slug>/tokens")
@requires(Permission.RESPONSE_EXPORT)
def index(slug: str) -> str:
    """The tokens there are, and a new one."""
    return page(project_at(slug))


@blueprint.post("/projects/<slug>/tokens")
@requires(Permission.RESPONSE_EXPORT)
@records(Act.TOKENS_CHANGED)
def create(slug: str) -> flask.typing.ResponseReturnValue:
    """A new token, shown this once."""
    project, form = project_at(slug), TokenForm(may(Permission.TOKEN_FULL))
    if not form.validate_on_submit():
        return page(project, form), 422
    secret = services.new_secret()
    with writing(db) as session:
        token = services.make(session, project_at(slug), current_user, form.wish, secret)
        concerning(about=services.told(token, services.MADE))
    return page(project_at(slug), secret=secret)


@blueprint.post("/projects/<slug>/tokens/<int:token_id>/revoke")
@requires(Permission.RESPONSE_EXPORT)
@records(Act.TOKENS_CHANGED)
def revoke(slug: str, token_id: int) -> flask.typing.ResponseReturnValue:
    """The token is worth nothing at once."""
    with writing(db) as session:
        token = token_at(session, slug, token_id)
        name, is_revoked = token.name, token.revoked_at is not None
        services.revoke(token)
        revoked_at = str(token.revoked_at)
        concerning(about=services.told(token, services.REVOKED), count=0 if is_revoked else None)
    revocations.log_revocations()
    if is_revoked:
        flask.flash(_("The token “%(name)s” was revoked already.", name=name))
        return back(slug)
    undo = flask.url_for("tokens.let_stand", slug=slug, token_id=token_id)
    told = _("The token “%(name)s” is revoked. Programs that show it are refused.", name=name)
    undoing.offer(told, undo, revoked_at=revoked_at)
    return back(slug)


@blueprint.post("/projects/<slug>/tokens/<int:token_id>/let-stand")
@requires(Permission.RESPONSE_EXPORT)
@records(Act.TOKENS_CHANGED)
def let_stand(slug: str, token_id: int) -> flask.typing.ResponseReturnValue:
    """Undo the revocation just made."""
    project_at(slug)
    gone = undoing.gone()
    with writing(db) as session:
        token = token_at(session, slug, token_id)
        if str(token.revoked_at) != gone.get("revoked_at"):
            # Undone already, or revoked again since, perhaps by another, who means it.
            undoing.refuse()
        services.let_stand(token)
        concerning(about=services.told(token, services.LET_STAND))
    revocations.log_let_stand(token)
    flask.flash(_("The token “%(name)s” works again.", name=token.name))
    return back(slug)


@blueprint.get("/help/map-programs")
@public
def connect() -> str:
    """How to connect QGIS and ArcGIS, in pictures."""
    return flask.render_template("tokens/connect.html", address=address())


def token_at(session: Session, slug: str, token_id: int) -> ApiToken:
    """The project's token with this number; a missing one or another project's is a 404."""
    return queries.token_numbered(session, project_at(slug), token_id) or flask.abort(404)


def back(slug: str) -> flask.typing.ResponseReturnValue:
    return flask.redirect(flask.url_for("tokens.index", slug=slug))


def page(project: Project, form: TokenForm | None = None, secret: str = "") -> str:
    return flask.render_template(
        "tokens/index.html",
        project=project,
        form=form or TokenForm(may(Permission.TOKEN_FULL), formdata=None),
        secret=secret,
        address=address(),
        tokens=[(token, standing(token)) for token in queries.tokens(db.session(), project)],
    )
