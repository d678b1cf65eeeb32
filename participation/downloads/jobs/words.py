"""An ordered file in the words of its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import orjson
from babel.numbers import format_decimal, format_percent
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from participation.audit.asked import SEARCHES
from participation.clock import now
from participation.export_jobs import files, queries
from participation.export_jobs.models import CANCELLED, DONE, EXPIRED, FAILED, OUTDATED, RUNNING, WAITING, ExportJob
from participation.languages import current, moment

KILO = 1000
UNITS = ("kB", "MB", "GB")


@dataclass(frozen=True)
class File:
    """`told`: how it is with it, in a sentence; `line`: more of that, in `language`; `percent` is None where nobody knows.

    The same is ordered again as `table` and `format_name`, by the query string `asked`.
    """

    id: int
    name: str
    state: str
    told: str
    line: str
    language: str
    percent: int | None
    made_at: datetime
    table: str
    format_name: str
    asked: str

    @property
    def is_unfinished(self) -> bool:
        return self.state in (WAITING, RUNNING)

    @property
    def is_there(self) -> bool:
        return self.state == DONE


def file_in_words(session: Session, job: ExportJob) -> File:
    """The job as it is now; a file that is missing or whose time is over counts as deleted."""
    state = EXPIRED if job.state == DONE and not (job.is_kept(now()) and files.is_there(job)) else job.state
    lines = {
        WAITING: lambda: _turn(queries.count_before(session, job)),
        RUNNING: lambda: _so_far(job),
        DONE: lambda: _kept_until(job),
        FAILED: lambda: job.problem,
        CANCELLED: lambda: _("You have stopped it, or deleted the file."),
        EXPIRED: lambda: _gone(job),
        OUTDATED: lambda: _(
            "Something that stood in it has been withdrawn or hidden since. Order it again to get what may be had now."
        ),
    }
    percent = _percent(job) if state == RUNNING and job.rows_in_all else None
    asked = orjson.loads(job.asked)
    # Why it failed was written down when it did, in the language that its person read then.
    told = (_sentences()[state], lines[state](), asked["reader"] if state == FAILED else current(), percent)
    return File(job.id, job.name, state, *told, job.made_at, asked["table"], asked["format"], _query(asked))


def _gone(job: ExportJob) -> str:
    if job.is_kept(now()):
        return _(
            "It is not on the server any more. Order it again. If that fails, tell the person who runs the server."
        )
    return _("Files are kept for a while only, because they hold personal data. Order it again if you need it.")


def _query(asked: dict[str, Any]) -> str:
    """Apart from the address's own parts: a question may be called as one of them is."""
    named = {name: value for name, value in (("crs", asked["crs"]), ("published", int(asked["published"]))) if value}
    return urlencode({**named, **asked["selection"]}, doseq=True)


def _sentences() -> dict[str, str]:
    return {
        WAITING: _("The file waits for its turn"),
        RUNNING: _("The file is being made"),
        DONE: _("The file is ready"),
        FAILED: _("The file could not be made"),
        CANCELLED: _("The file was given up"),
        EXPIRED: _("The file is deleted"),
        OUTDATED: _("The file is deleted, because answers have changed"),
    }


def _turn(before: int) -> str:
    if not before:
        return _("It begins in a moment.")
    return ngettext("One file is made before it.", "%(num)s files are made before it.", before)


def _so_far(job: ExportJob) -> str:
    if not job.rows_in_all:
        return _("The work has begun.")
    if job.rows_done >= job.rows_in_all:
        return _("All rows are read. The file is being finished.")
    # Not the rows themselves, of which some are read more than once.
    return _("%(share)s of the work is done", share=format_percent(_percent(job) / 100, locale=current()))


def _percent(job: ExportJob) -> int:
    return min(100, 100 * job.rows_done // job.rows_in_all)


def _kept_until(job: ExportJob) -> str:
    assert job.expires_at
    return _("%(size)s. Kept until %(moment)s.", size=size(job.size), moment=moment(job.expires_at))


def size(count: int) -> str:
    """A size as people read it, such as 1,5 MB."""
    value = count / KILO
    for unit in UNITS:
        if value < KILO or unit == UNITS[-1]:
            return f"{format_decimal(value, '#,##0' if value >= 10 else '#,##0.0', locale=current())} {unit}"
        value /= KILO
    raise AssertionError


def asked_in_the_log(job: ExportJob) -> dict[str, str]:
    """What the file holds, as the log tells it of one that is made at once."""
    asked = orjson.loads(job.asked)
    told = {name: str(asked[name]) for name in ("table", "format", "crs", "published") if asked[name]}
    for name, values in asked["selection"].items():
        told[name] = "*" if name in SEARCHES else ",".join(map(str, values))
    return told
