"""`lokalkjent serve`: makes or upgrades the database, then serves until stopped."""

from __future__ import annotations

import signal
import sys

import click
import flask
from flask_babel import gettext as _

from participation import config, database
from participation.commands.application import application
from participation.commands.output import say
from participation.downloads.jobs import queue
from participation.errors import Refused
from participation.extensions import db
from participation.garbage import collect_as_usual
from participation.reasons import reason
from participation.web_server import WebServer


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
def command(host: str, port: int) -> None:
    """Serve the application."""
    with application() as app:
        say(database_in_use())
        db.session.remove()
    server = listening(app, host, port)
    say(_("Lokalkjent listens on %(address)s (stop with Ctrl+C).", address=f"http://{host}:{server.port}"))
    # The web server, done with what it was at, lets a signal have its usual way: the process ended in the midst of this.
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit())
    exports = queue.start(app)
    try:
        server.run()
    finally:
        exports.stop()


def database_in_use() -> str:
    """Which database, and how it keeps what it is given."""
    if db.engine.dialect.name != "sqlite":
        return _("Database: PostgreSQL.")
    version, mode = database.sqlite_driver.sqlite_version, database.journal_mode()
    return _("Database: SQLite %(version)s, journal %(mode)s, full sync.", version=version, mode=mode)


def listening(app: flask.Flask, host: str, port: int) -> WebServer:
    """The server on its address; refused when that cannot be had."""
    collect_as_usual()
    try:
        return WebServer(app, host, port, threads=max(1, config.whole_number("THREADS")))
    except (OSError, OverflowError) as wrong:
        why = reason(wrong) if isinstance(wrong, OSError) else _("there is no such address on this machine")
        message = _(
            "Cannot listen on %(host)s, port %(port)s: %(why)s. Choose others with --host and --port.",
            host=host,
            port=port,
            why=why,
        )
        raise Refused(message) from wrong
