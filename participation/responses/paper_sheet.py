"""One paper on the screen: every page of the survey at once, taken in like the pages that respondents fill in."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage, MultiDict

from participation.class_sessions import codes
from participation.clock import now
from participation.responses.answering.filled_page import FilledPage, filled_page, take
from participation.responses.answering.reader import Reader
from participation.responses.answering.survey import Survey
from participation.responses.answering.work import Work
from participation.responses.models import Response
from participation.responses.rows import receipt
from surveys.questionnaire import Page

LONGEST_NUMBER = 40


@dataclass
class PaperSheet:
    """`pages` are filled in; `number`: the paper's own, "" for none; `told`: what is wrong with the whole."""

    survey: Survey
    reader: Reader
    work: Work
    pages: list[FilledPage]
    number: str = ""
    number_wrong: str = ""
    told: str = ""

    def page_of(self, variable: str) -> FilledPage:
        """The page that asks it; the first where none does."""
        asking = (one for one in self.pages if any(asked.variable == variable for asked in one.page.questions))
        return next(asking, self.pages[0])

    @property
    def lacks_something(self) -> bool:
        """True where something about the questions is to be mended, which the paper may not tell."""
        return any(page.errors for page in self.pages)

    @property
    def has_errors(self) -> bool:
        return bool(self.number_wrong or self.told or self.lacks_something)


def blank(survey: Survey, reader: Reader, work: Work, number: str) -> PaperSheet:
    """With what is stored of it so far."""
    pages = [filled_page(survey, reader, work, page) for page in survey.questionnaire.pages]
    return PaperSheet(survey, reader, work, pages, number)


def typed_in(
    sheet: PaperSheet, typed: MultiDict[str, str], files: MultiDict[str, FileStorage], finished: bool
) -> PaperSheet:
    """With what was typed and the photos chosen; `finished`: what is left open is told too."""
    pages = [_taken(sheet, page, typed, files, finished) for page in sheet.survey.questionnaire.pages]
    return PaperSheet(sheet.survey, sheet.reader, sheet.work, pages, sheet.number)


def _taken(
    sheet: PaperSheet, page: Page, typed: MultiDict[str, str], files: MultiDict[str, FileStorage], finished: bool
) -> FilledPage:
    """All of the page lies on the screen, so what an answer opens has been answered along with it."""
    while True:
        stored = filled_page(sheet.survey, sheet.reader, sheet.work, page)
        asked = len(stored.questions)
        filled = take(stored, typed, finished, files)
        if len(filled.questions) <= asked:
            return filled


def is_entered(session: Session, activity_id: int, number: str, but: str) -> bool:
    """True when a paper with this number is there, other than the one with the UUID `but`."""
    wanted = select(Response.id).where(
        Response.activity_id == activity_id, Response.paper_number == number, Response.uuid != but
    )
    return session.scalar(wanted) is not None


def take_in_unfinished(session: Session, uuid: str) -> str:
    """Count a paper that lacks what must be answered as an incomplete answer; its receipt."""
    found = session.scalars(select(Response).where(Response.uuid == uuid)).one()
    code = receipt(uuid, None)
    found.collected_at, found.receipt_hash = now(), codes.hashed(code)
    return code
