"""`lokalkjent restore`: put a backup back into an empty installation. Stop the server first."""

from __future__ import annotations

from pathlib import Path

import click
from sqlalchemy import Engine

from participation import config, create_app
from participation.commands.output import give, say
from participation.database import patient_writing
from participation.errors import Refused
from participation.extensions import db
from participation.responses import services as responses
from participation.retention import copying, restoring, snapshot
from participation.retention.archive import SECRET_KEY, Manifest
from participation.retention.backing_up import key_fingerprint
from participation.retention.erasures import Tombstone, read_logs, replay
from participation.schema import upgrade


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--erasures",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    help="erasures.jsonl of the installation that was lost, when it was kept elsewhere",
)
@click.option("--json", "as_json", is_flag=True)
def command(file: Path, erasures: tuple[Path, ...], as_json: bool) -> None:
    """Put the backup FILE into an empty data folder and database, and erase again what was erased since."""
    folder = config.data_dir()
    url = config.database_url(config.read("DATABASE_URL")) or f"sqlite:///{folder / 'lokalkjent.sqlite3'}"
    if restoring.database_has_rows(url):
        raise Refused("There are rows in the database already. Restore into an empty data folder and database.")
    log = folder / "erasures.jsonl"
    stones = read_logs([*erasures, *([log] if log.exists() else [])])
    again = 0

    def prepare(database: Path) -> None:
        nonlocal again
        again = brought_up_to_date(database, stones)
        if url.startswith("sqlite"):
            restoring.put_in_place(database, Path(url.removeprefix("sqlite:///")))
        else:
            fill_postgresql(url, database, folder)

    try:
        manifest = restoring.unpack(file, folder, prepare)
    except OSError as wrong:
        raise Refused(f"The backup could not be put back: {wrong}.") from wrong
    finish(manifest)
    rows = {name: table["rows"] for name, table in manifest.tables.items()}
    give({"made_at": manifest.made_at, "rows": rows, "erased_again": again}, as_json)


def brought_up_to_date(database: Path, stones: dict[str, Tombstone]) -> int:
    """Run the migrations on the snapshot and replay erasures in it; how many responses they erased."""
    app = create_app(
        {"DATA_DIR": database.parent / "app", "SECRET_KEY": "-", "SQLALCHEMY_DATABASE_URI": f"sqlite:///{database}"}
    )
    with app.app_context():
        upgrade()
        with patient_writing(db) as session:
            again = replay(session, stones)
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
    with app.app_context():
        upgrade()
        with snapshot.engine(database) as made, made.connect() as source, patient_writing(db) as session:
            copying.copy_rows(source, session.connection())
            if copying.digests(source) != copying.digests(session.connection()):
                raise Refused("The rows in PostgreSQL are not those of the backup. Nothing was changed.")
        db.session.remove()
        db.engine.dispose()


def finish(manifest: Manifest) -> None:
    """Remember the erasures beside the new store too, and say what is left to do."""
    app = create_app()
    with app.app_context():
        responses.log_erasures()
        db.session.remove()
        db.engine.dispose()
        same_key = key_fingerprint(str(app.config["SECRET_KEY"])) == manifest.key_fingerprint
    if not same_key:
        where = "in the backup" if SECRET_KEY in manifest.files else "in LOKALKJENT_SECRET_KEY where it was made"
        say(
            f"The secret key is another than the backup's (it was {where}): codes and links will not open until it is set."
        )
    say("Now run `lokalkjent verify`, and `lokalkjent purge` for what should have been deleted since.")
