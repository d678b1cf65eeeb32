"""`lokalkjent purge`: carry out retention. Run it daily."""

from __future__ import annotations

import click

from participation.commands.application import application
from participation.commands.output import give, say
from participation.retention import purging
from participation.retention.periods import PERIODS


@click.command("purge")
@click.option("--dry-run", is_flag=True, help="say what would be done, and change nothing")
@click.option("--json", "as_json", is_flag=True)
def command(dry_run: bool, as_json: bool) -> None:
    """Delete what has been kept for its time (see retention/periods.py)."""
    with application():
        outcomes = list(purging.due() if dry_run else purging.purge())
        for outcome in outcomes if not as_json else []:
            period = PERIODS[outcome.period]
            say(f"{period.what} ({period.days} days after {period.since}): {outcome.count} {outcome.rows}")
    rows = [{"period": outcome.period, "rows": outcome.rows, "count": outcome.count} for outcome in outcomes]
    give({"dry_run": dry_run, "done": rows} if as_json else {}, as_json)
