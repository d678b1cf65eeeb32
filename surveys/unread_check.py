"""What a questionnaire brought along that nothing here can read, kept as the text it was: member → text.

It stands for a condition that has no effect, until somebody writes it anew.
"""

from __future__ import annotations

from typing import Any

from surveys.document_check import MAX_TEXT, DocumentCheck
from surveys.messages import _

UNREAD = "unread"
READABLE = ("relevant", "required", "constraint", "calculation", "choice_filter")


def check_unread(document: dict[str, Any], place: str, check: DocumentCheck) -> None:
    unread = document.get(UNREAD)
    place = f"{place}.{UNREAD}"
    if unread is None or check.mapping(unread, place) is None or not isinstance(unread, dict):
        return
    check.known_members(unread, READABLE, place)
    for name, text in unread.items():
        if not isinstance(text, str) or not text.strip() or len(text) > MAX_TEXT:
            check.report(f"{place}.{name}", _("Write a text of at most %(most)s characters here."), most=MAX_TEXT)


def is_unread(document: dict[str, Any], member: str) -> bool:
    unread = document.get(UNREAD)
    return isinstance(unread, dict) and member in unread
