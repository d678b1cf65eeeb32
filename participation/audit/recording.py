"""Views say what they do, and it is logged: with a change in its own transaction, with a reading before it is sent."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import urlencode

import flask
from flask_login import current_user
from sqlalchemy import event
from sqlalchemy.orm import Session

from participation.audit import queries
from participation.audit.acts import Act
from participation.audit.asked import asked_in_the_address
from participation.audit.services import record
from participation.audit.wanted import Wanted
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.unchanged import until_changed

View = TypeVar("View", bound=Callable[..., Any])
# Those who read and read again, as every live page does, are logged once in this time.
BETWEEN_READINGS = timedelta(minutes=10)


@dataclass
class Doing:
    """What the view of this request does, as far as it is known yet."""

    act: Act
    is_reading: bool = False
    project_id: int | None = None
    activity_id: int | None = None
    actor: str = ""
    count: int | None = None
    about: dict[str, str] = field(default_factory=dict)


_doing: ContextVar[Doing | None] = ContextVar("doing", default=None)


def records(act: Act) -> Callable[[View], View]:
    """For a view that changes something: every transaction in which it writes gets an entry."""

    def declare(view: View) -> View:
        @functools.wraps(view)
        def recorded(*args: Any, **values: Any) -> Any:
            with _as(Doing(act, activity_id=values.get("identity"))):
                return view(*args, **values)

        recorded.logged = act  # type: ignore[attr-defined]
        return recorded  # type: ignore[return-value]

    return declare


def reads(act: Act, each_time: bool = False) -> Callable[[View], View]:
    """For a view that gives out what people have said: nothing is sent that could not be logged.

    The same reading again within ten minutes is not logged again, unless `each_time`; nor is one that says by
    `concerning(count=0)` that it gives nothing out.
    """

    def declare(view: View) -> View:
        @functools.wraps(view)
        def recorded(*args: Any, **values: Any) -> Any:
            doing = Doing(act, is_reading=True, activity_id=values.get("identity"))
            with _as(doing):
                answer = view(*args, **values)
            if doing.count != 0 and getattr(answer, "status_code", 200) < 400:
                _note_reading(doing, each_time)
            return answer

        recorded.logged = act  # type: ignore[attr-defined]
        return recorded  # type: ignore[return-value]

    return declare


def concerning(**facts: Any) -> None:
    """Say more of what this view does, where it is logged: `act`, `project_id`, `activity_id`, `actor`, `count`, or `about`,
    such as whom it is done to."""
    doing = _doing.get()
    for name, value in facts.items() if doing else ():
        setattr(doing, name, value)


@contextmanager
def apart_from_the_log() -> Iterator[None]:
    """For what is written beside what the view does, such as when a link was last used."""
    with _as(None):
        yield


@contextmanager
def _as(doing: Doing | None) -> Iterator[None]:
    token = _doing.set(doing)
    try:
        yield
    finally:
        _doing.reset(token)


@event.listens_for(Session, "before_commit")
def _with_the_change(session: Session) -> None:
    doing = _doing.get()
    if doing and not doing.is_reading and doing.count != 0 and not session.in_nested_transaction():
        _record(session, doing)


def _note_reading(doing: Doing, each_time: bool) -> None:
    same, asked, since = _same(doing), _asked(doing), now() - BETWEEN_READINGS
    if not each_time and _is_noted(same, asked, since):
        return
    with writing(db) as session:
        if each_time or queries.last_noted(session, same, asked, since) is None:
            _record(session, doing)


def _is_noted(same: Wanted, asked: str, since: datetime) -> bool:
    key = ("last noted", same, asked)
    last = until_changed(key, lambda: queries.last_noted(db.session(), same, asked, since))
    return last is not None and last > since


def _record(session: Session, doing: Doing) -> None:
    record(
        session,
        doing.act,
        actor=_actor(doing),
        project_id=_project_id(doing),
        activity_id=doing.activity_id,
        asked=_asked(doing),
        count=doing.count,
    )


def _asked(doing: Doing) -> str:
    return "&".join(filter(None, [urlencode(doing.about), asked_in_the_address()]))


def _same(doing: Doing) -> Wanted:
    return Wanted(_project_id(doing), doing.activity_id, _actor(doing), doing.act.value)


def _project_id(doing: Doing) -> int | None:
    of_the_page = flask.g.get("project_id") if "slug" in (flask.request.view_args or {}) else None
    return doing.project_id or of_the_page


def _actor(doing: Doing) -> str:
    return doing.actor or (current_user.email if current_user.is_authenticated else "")
