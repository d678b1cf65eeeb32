"""Every route says who may use it: `@public`, `@requires(permission)` or `@bearer_link(kind)`. A house test sees to it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import flask
from flask_login import current_user

from participation.accounts.permissions import Permission
from participation.extensions import login_manager

View = TypeVar("View", bound=Callable[..., Any])


def public(view: View) -> View:
    """Open to anyone."""
    view.access = "public"  # type: ignore[attr-defined]
    return view


def bearer_link(kind: str) -> Callable[[View], View]:
    """For whoever holds a link or token of `kind` (pupil, teacher, projector, kiosk); the view itself loads its row by it."""

    def declare(view: View) -> View:
        view.access = f"link:{kind}"  # type: ignore[attr-defined]
        return view

    return declare


def requires(permission: Permission) -> Callable[[View], View]:
    """For signed-in people whose role has `permission`; others get the sign-in page or 403."""

    def declare(view: View) -> View:
        @functools.wraps(view)
        def guarded(*args: Any, **values: Any) -> Any:
            if not current_user.is_authenticated:
                return login_manager.unauthorized()
            if not current_user.may(permission):
                flask.abort(403)
            return view(*args, **values)

        guarded.access = str(permission)  # type: ignore[attr-defined]
        return guarded  # type: ignore[return-value]

    return declare
