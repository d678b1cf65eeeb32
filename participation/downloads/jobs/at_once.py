"""Files that are made while their reader waits: here when they are small, else by a process of low priority."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import NamedTuple

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.downloads import queries
from participation.downloads.jobs.child import Broken, Child
from participation.downloads.jobs.orders import order_of
from participation.downloads.jobs.own_files import stopped, to_reader
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import write_file
from participation.errors import Refused

BIG = 3000
# What takes more than about two seconds is ordered instead: the slowest formats write 5,000 marks a second.
LARGE = 10_000
WAIT_SECONDS = 30.0
LONGEST_SECONDS = 120.0
# Whoever waits has a thread of the server, of which there are few: others want to hand in.
MOST_WAITING = 2
_one_at_a_time = threading.Lock()
_waiting = threading.BoundedSemaphore(MOST_WAITING)


class Size(NamedTuple):
    """How many marks and responses a selection has."""

    marks: int
    responses: int

    @property
    def is_large(self) -> bool:
        """True for what nobody should wait for."""
        return max(self) >= LARGE


def size_of(session: Session, selection: Selection) -> Size:
    """Of those that the selection chooses."""
    responses = sum(queries.count_by_channel(session, selection).values())
    return Size(queries.count_marks(session, selection), responses)


def write_considerately(session: Session, request: Request, path: Path) -> None:
    """As `write_file`, in a process of its own when there are many marks, or papers to draw.

    Refused (503) while others wait, and where the disk is in the way; (409) for a large file, which is to be ordered.
    """
    size = size_of(session, request.rows)
    if size.is_large:
        message = _("This file is large. Order it on the page “Downloads”: it is made while you do other things.")
        raise Refused(message, 409)
    if size.marks < BIG and not request.format.write_package:
        try:
            write_file(session, request, path)
        except Refused as refused:
            raise to_reader(refused) from refused.__cause__
        return
    if not _comes_to_turn():
        raise Refused(_("Another large file is being made. Try again in a minute."), 503)
    try:
        _in_a_child(request, path)
    finally:
        _one_at_a_time.release()


def _comes_to_turn() -> bool:
    """False when that would take too long, or enough wait already."""
    if _one_at_a_time.acquire(blocking=False):
        return True
    if not _waiting.acquire(blocking=False):
        return False
    try:
        return _one_at_a_time.acquire(timeout=WAIT_SECONDS)
    finally:
        _waiting.release()


def _in_a_child(request: Request, path: Path) -> None:
    child = Child(order_of(request), path)
    if not child.is_over(LONGEST_SECONDS):
        child.stop()
        raise Refused(_("The server has a lot to do right now. Nothing is lost. Try again in a few seconds."), 503)
    try:
        child.rows()
    except Broken as broken:
        if not broken.killed:
            raise
        raise stopped() from broken
