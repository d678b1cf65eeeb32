"""`lokalkjent restore`: put a backup back into an empty installation. Stop the server first."""

from __future__ import annotations

from pathlib import Path

import click
from flask_babel import gettext as _
from sqlalchemy import Engine

from participation import config, create_app, remembered
from participation.audit.acts import Act
from participation.commands.logged import logged, of_the_server
from participation.commands.output import give, say
from participation.commands.reader import inside
from participation.database import patient_writing
from participation.errors import Refused
from participation.extensions import db
from participation.reasons import reason
from participation.responses import services as responses
from participation.retention import copying, restoring, snapshot
from participation.retention.archive import SECRET_KEY, Manifest
from participation.retention.backing_up import key_fingerprint
from participation.retention.erasures import Log, read_logs, replay
from participation.schema import upgrade
from participation.tokens import revocations


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--erasures",
    type=click.Path(path_type=Path),
    multiple=True,
    help=f"{remembered.NAME} of the installation that was lost, when it was kept elsewhere",
)
@click.option("--json", "as_json", is_flag=True)
def command(file: Path, erasures: tuple[Path, ...], as_json: bool) -> None:
    """Put the backup FILE into an empty data folder and database, and erase and revoke again what was since."""
    folder = config.data_dir()
    url = config.store_url(folder)
    if restoring.database_has_rows(url):
        raise Refused(_("There are rows in the database already. Restore into an empty data folder and database."))
    log = folder / remembered.NAME
    since = read_logs([*erasures, *([log] if log.exists() else [])])
    again: dict[str, int] = {}

    def prepare(database: Path, manifest: Manifest) -> None:
        again.update(brought_up_to_date(database, since, manifest, file.name))
        if url.startswith("sqlite"):
            restoring.put_in_place(database, Path(url.removeprefix("sqlite:///")))
        else:
            fill_postgresql(url, database, folder)

    try:
        manifest = restoring.unpack(file, folder, prepare)
    except OSError as wrong:
        raise Refused(_("The backup could not be put back: %(why)s.", why=reason(wrong))) from wrong
    finish(manifest)
    rows = {name: table["rows"] for name, table in manifest.tables.items()}
    give({"made_at": manifest.made_at, "rows": rows, **again}, as_json)


def brought_up_to_date(database: Path, since: Log, manifest: Manifest, name: str) -> dict[str, int]:
    """Run the migrations on the snapshot, do in it what was done since, and log that it is put back.

    How many responses were erased again, and how many tokens revoked.
    """
    app = create_app(
        {"DATA_DIR": database.parent / "app", "SECRET_KEY": "-", "SQLALCHEMY_DATABASE_URI": f"sqlite:///{database}"}
    )
    with inside(app):
        upgrade()
        with patient_writing(db) as session:
            again = {
                "erased_again": replay(session, since.stones),
                "revoked_again": revocations.revoke_again(session, since.tokens),
            }
            told = of_the_server(file=name, made_at=manifest.made_at)
            logged(session, Act.RESTORED, asked=told, count=sum(table["rows"] for table in manifest.tables.values()))
        close(db.engine)
    return again


def close(engine: Engine) -> None:
    """Leave one whole file: no journal of changes beside it."""
    db.session.remove()
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
    engine.dispose()


def fill_postgresql(url: str, database: Path, folder: Path) -> None:
    """Copy the snapshot into an empty PostgreSQL in one transaction, and compare."""
    app = create_app({"DATA_DIR": folder, "SECRET_KEY": "-", "SQLALCHEMY_DATABASE_URI": url})
    with inside(app):
        upgrade()
        with snapshot.engine(database) as made, made.connect() as source, patient_writing(db) as session:
            copying.copy_rows(source, session.connection())
            if copying.digests(source) != copying.digests(session.connection()):
                raise Refused(_("The rows in PostgreSQL are not those of the backup. Nothing was changed."))
        db.session.remove()
        db.engine.dispose()


def finish(manifest: Manifest) -> None:
    """Remember beside the new store too what is not to come back, and say what is left to do."""
    with inside(create_app()) as app:
        responses.log_erasures()
        revocations.log_revocations()
        db.session.remove()
        db.engine.dispose()
        same_key = key_fingerprint(str(app.config["SECRET_KEY"])) == manifest.key_fingerprint
    if not same_key:
        say(whose_key(manifest))
    say(_("Now run lokalkjent verify, and lokalkjent purge for what should have been deleted since."))


def whose_key(manifest: Manifest) -> str:
    """Where to look for the key that the codes were made with."""
    setting = f"{config.PREFIX}SECRET_KEY"
    if SECRET_KEY in manifest.files:
        return _(
            "The secret key is not the backup's: codes and links will not open. "
            "Take %(setting)s away, or give it the key that the backup holds.",
            setting=setting,
        )
    return _(
        "The secret key is not the backup's: codes and links will not open. "
        "Give %(setting)s the value it had where the backup was made.",
        setting=setting,
    )
