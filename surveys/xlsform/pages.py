"""Groups and what stands between them as pages of questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from surveys.document_structure import MAX_QUESTIONS_ON_A_PAGE
from surveys.xlsform.naming import code_for
from surveys.xlsform.own_columns import own_members, with_own
from surveys.xlsform.reading import Reading
from surveys.xlsform.rows import Row

MOST_UNGROUPED = 20
ON_ONE_PAGE = "field-list"


@dataclass
class Around:
    """The group that a row lies in. `whole`: all of it stands on one page; `inner`: conditions of groups within that
    page, read, and not read in `unread`."""

    row: Row
    title: dict[str, str]
    relevant: list[Any] = field(default_factory=list)
    whole: bool = False
    inner: list[Any] = field(default_factory=list)
    unread: str = ""
    kept: dict[str, str] = field(default_factory=dict)


class Pages:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.documents: list[dict[str, Any]] = []
        self.current: Around | None = None

    def put(self, question: dict[str, Any], around: Around) -> None:
        most = MAX_QUESTIONS_ON_A_PAGE if around.whole else MOST_UNGROUPED
        if self.current is not around or len(self.documents[-1]["questions"]) >= most:
            self.open(around)
        self.documents[-1]["questions"].append(question)

    def open(self, around: Around) -> None:
        names = {page["name"] for page in self.documents}
        page: dict[str, Any] = {
            "name": code_for(around.row.cell("name") or "page", names),
            "title": around.title,
            "questions": [],
        }
        if around.relevant:
            page["relevant"] = around.relevant[0] if len(around.relevant) == 1 else {"and": around.relevant}
        if around.kept:
            page["unread"] = around.kept
        page = with_own(page, own_members(around.row, self.reading.findings))
        self.documents.append(page)
        self.reading.rows_of[id(page)] = around.row
        self.current = around

    def end(self, around: Around) -> None:
        """What comes after the group stands on another page."""
        if self.current is around:
            self.current = None
