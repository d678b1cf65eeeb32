"""`lokalkjent backup`: the whole installation in one file."""

from __future__ import annotations

from pathlib import Path

import click

from participation.commands.application import application
from participation.commands.output import give
from participation.retention.backing_up import back_up


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
def command(file: Path, as_json: bool) -> None:
    """Write a whole backup to FILE while the server works: database, secret key, uploads. Keep it as safe as the data."""
    with application(upgraded=False):
        manifest = back_up(file)
    rows = {name: table["rows"] for name, table in manifest.tables.items()}
    give({"file": str(file), "bytes": file.stat().st_size, "made_at": manifest.made_at, "rows": rows}, as_json)
