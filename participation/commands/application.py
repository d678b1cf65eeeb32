"""The application for commands, with its database made or upgraded first."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import flask

from participation import create_app
from participation.commands.reader import inside
from participation.garbage import spare_what_is_there
from participation.schema import upgrade


@contextmanager
def application(upgraded: bool = True, screens: bool = True) -> Iterator[flask.Flask]:
    """The application inside its context, its database at the newest migration unless `upgraded` is False.

    Without `screens`: for a command that makes a file and is over.
    """
    logging.getLogger("alembic").setLevel(logging.WARNING)
    with inside(create_app(screens=screens)) as app:
        if upgraded:
            upgrade()
        if not screens:
            spare_what_is_there()
        yield app
