"""The log as a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from exports.formats import FORMATS
from exports.table import Column, FeatureTable, Row
from participation.audit.models import AuditEntry
from participation.clock import local
from participation.languages import current
from participation.log.words import Words

PART = 500


def write_log(session: Session, entries: Iterable[AuditEntry], path: Path) -> None:
    """CSV for Norwegian Excel, with the hash of each entry, so that it can be compared with the store later."""
    FORMATS["csv"].write(FeatureTable("log", _columns(), _rows(session, entries)), path, current(), _)


def _columns() -> list[Column]:
    headings = {
        "number": _("Number"),
        "time": _("Time"),
        "who": _("Who"),
        "what": _("What"),
        "where": _("Where"),
        "filter": _("Filter"),
        "count": _("Count"),
        "hash": _("Seal"),
    }
    kinds = {"number": "integer", "time": "datetime", "count": "integer"}
    return [Column(name, kinds.get(name, "text"), {current(): heading}) for name, heading in headings.items()]


def _rows(session: Session, entries: Iterable[AuditEntry]) -> Iterator[Row]:
    going = iter(entries)
    while part := list(islice(going, PART)):
        words = Words(session, part, within_project=False)
        for entry in part:
            line = words.line(entry)
            told = [line.id, local(line.at), line.who, line.what, line.where, line.asked, line.count]
            yield Row([*told, entry.hash])
