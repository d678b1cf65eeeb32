"""`lokalkjent serve`: makes or upgrades the database, then serves until stopped."""

from __future__ import annotations

from typing import Any

import click
import waitress

from participation import config, database
from participation.commands.application import application
from participation.commands.unreadable import refuse_in_our_words
from participation.extensions import db


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
def command(host: str, port: int) -> None:
    """Serve the application."""
    with application() as app:
        if db.engine.dialect.name == "sqlite":
            version, mode = database.sqlite_driver.sqlite_version, database.journal_mode()
            click.echo(f"Database: SQLite {version}, journal {mode}, full sync.", err=True)
        else:
            click.echo("Database: PostgreSQL.", err=True)
        db.session.remove()
    click.echo(f"Lokalkjent listens on http://{host}:{port} (stop with Ctrl+C).", err=True)
    listeners: dict[int, Any] = {}
    # Waitress reads a request whole before a thread gets it, so slow senders hold no thread.
    server = waitress.create_server(
        app,
        map=listeners,
        host=host,
        port=port,
        threads=int(config.read("THREADS")),
        connection_limit=2000,
        channel_timeout=30,
        cleanup_interval=5,
        max_request_body_size=21 * 1024 * 1024,
        backlog=1024,
        ident=None,
        clear_untrusted_proxy_headers=False,
        asyncore_use_poll=True,
    )
    refuse_in_our_words(listeners, app)
    server.run()
