"""Every route says who may use it: `@public`, `@signed_in`, `@requires(permission)` or `@bearer_link(kind)`. A house test sees to it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import flask
from flask_babel import gettext as _
from flask_login import current_user

from participation.accounts.permissions import Permission
from participation.accounts.signing_in import note_seen
from participation.extensions import login_manager

View = TypeVar("View", bound=Callable[..., Any])


def public(view: View) -> View:
    """Open to anyone."""
    view.access = "public"  # type: ignore[attr-defined]
    return view


def bearer_link(kind: str) -> Callable[[View], View]:
    """For whoever holds a link or token of `kind` (pupil, teacher, projector, kiosk, preview, a program's token): the view
    itself loads its row by it."""

    def declare(view: View) -> View:
        view.access = f"link:{kind}"  # type: ignore[attr-defined]
        return view

    return declare


def signed_in(view: View) -> View:
    """For anyone who has signed in: what they see there is their own."""
    return _guard(view, "signed in", lambda _values: None)


def requires(permission: Permission) -> Callable[[View], View]:
    """For signed-in people with `permission`; others get the sign-in page or 403.

    On an address with a project's slug, the right in that project counts: the view loads it by `project_at`, which checks.
    """

    def check(values: dict[str, Any]) -> None:
        flask.g.required = permission
        if "slug" not in values and not current_user.may(permission):
            flask.abort(403)

    return lambda view: _guard(view, str(permission), check)


def may(permission: Permission) -> bool:
    """True when the reader may do this in the project of this page; on a page of no project, in the whole municipality."""
    return bool(current_user.is_authenticated and current_user.may(permission, flask.g.get("project_id")))


def to_sign_in() -> flask.typing.ResponseReturnValue:
    """The sign-in, which leads back to what was asked for; of what was pressed, to the page it stands on, and says so."""
    if flask.request.method in ("GET", "HEAD") or flask.request.is_json:
        return login_manager.unauthorized()
    flask.flash(_("You were signed out, so nothing was done. Sign in, and do it again."), "error")
    return flask.redirect(flask.url_for("accounts.sign_in", next=_page_of(flask.request.path)))


def _page_of(path: str) -> str:
    """The nearest page at or above the address of a button; "" where there is none. What has a dot in it is a file."""
    addresses = flask.globals.request_ctx.url_adapter
    while path and ("." in path.rpartition("/")[2] or not (addresses and addresses.test(path, method="GET"))):
        path = path.rpartition("/")[0]
    return path


def _guard(view: View, access: str, check: Callable[[dict[str, Any]], None]) -> View:
    @functools.wraps(view)
    def guarded(*args: Any, **values: Any) -> Any:
        if not current_user.is_authenticated:
            return to_sign_in()
        note_seen()
        check(values)
        return view(*args, **values)

    guarded.access = access  # type: ignore[attr-defined]
    return guarded  # type: ignore[return-value]
