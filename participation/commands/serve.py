"""`lokalkjent serve`: makes or upgrades the database, then serves until stopped."""

from __future__ import annotations

from typing import Any

import click
import flask
import waitress
from flask_babel import gettext as _

from participation import config, database
from participation.commands.application import application
from participation.commands.output import say
from participation.commands.unreadable import refuse_in_our_words
from participation.errors import Refused
from participation.extensions import db
from participation.reasons import reason


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
def command(host: str, port: int) -> None:
    """Serve the application."""
    with application() as app:
        say(database_in_use())
        db.session.remove()
    server = listening(app, host, port)
    say(_("Lokalkjent listens on %(address)s (stop with Ctrl+C).", address=f"http://{host}:{port}"))
    server.run()


def database_in_use() -> str:
    """Which database, and how it keeps what it is given."""
    if db.engine.dialect.name != "sqlite":
        return _("Database: PostgreSQL.")
    version, mode = database.sqlite_driver.sqlite_version, database.journal_mode()
    return _("Database: SQLite %(version)s, journal %(mode)s, full sync.", version=version, mode=mode)


def listening(app: flask.Flask, host: str, port: int) -> Any:
    """The server on its address; refused when that cannot be had."""
    listeners: dict[int, Any] = {}
    try:
        # Waitress reads a request whole before a thread gets it, so slow senders hold no thread.
        server = waitress.create_server(
            app,
            map=listeners,
            host=host,
            port=port,
            threads=max(1, config.whole_number("THREADS")),
            connection_limit=2000,
            channel_timeout=30,
            cleanup_interval=5,
            max_request_body_size=21 * 1024 * 1024,
            backlog=1024,
            ident=None,
            clear_untrusted_proxy_headers=False,
            asyncore_use_poll=True,
        )
    except (OSError, ValueError) as wrong:
        why = reason(wrong) if isinstance(wrong, OSError) else _("there is no such address on this machine")
        message = _(
            "Cannot listen on %(host)s, port %(port)s: %(why)s. Choose others with --host and --port.",
            host=host,
            port=port,
            why=why,
        )
        raise Refused(message) from wrong
    refuse_in_our_words(listeners, app)
    return server
