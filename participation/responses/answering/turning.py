"""What a button of a page without JavaScript does: on, back, stay, add or delete a place, send."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage, MultiDict

from participation.responses import hand_in
from participation.responses.answering import listed_places
from participation.responses.answering.filled_page import FilledPage, begun_page, filled_page, take
from participation.responses.answering.judging import judge
from participation.responses.answering.work import save

NEXT, BACK, SEND, ADD, DELETE = "next", "back", "send", "add", "delete"


@dataclass
class Turn:
    """The page to show now; or the receipt, once the answer is sent."""

    shown: FilledPage
    told: str = ""
    receipt: str | None = None


def turn(
    session: Session, stored: FilledPage, typed: MultiDict[str, str], files: MultiDict[str, FileStorage] | None = None
) -> Turn:
    """Keep what was typed on the page and the photos chosen there, and do what the button says."""
    verb, _colon, what = typed.get("page-go", NEXT).partition(":")
    asked = stored.seen()
    filled = take(stored, typed, finished=verb in (NEXT, SEND), files=files)
    if verb == ADD:
        listed_places.add(session, filled, what, typed)
    elif verb == DELETE:
        listed_places.delete(filled, what)
    if verb in (ADD, DELETE) or filled.errors:
        return keep(filled)
    if verb in (NEXT, SEND) and filled.seen() - asked:
        return keep(filled, _("Your answers opened more questions on this page."))
    if verb == SEND:
        return send(filled)
    return keep(beside(filled, {NEXT: 1, BACK: -1}.get(verb, 0)))


def beside(filled: FilledPage, steps: int) -> FilledPage:
    """The page one step on or back among those shown now; 0: this one, or the next where it is not shown any more."""
    pages = filled.survey.questionnaire.pages
    shown, here = {page.name for page in filled.flow.pages}, pages.index(filled.page)
    order = [number for number, page in enumerate(pages) if page.name in shown] or [here]
    if steps < 0:
        there = max((number for number in order if number < here), default=order[0])
    else:
        there = min((number for number in order if number >= here + steps), default=order[-1])
    return begun_page(filled.survey, filled.reader, filled.work, pages[there])


def keep(filled: FilledPage, told: str = "") -> Turn:
    """Save the draft, and show this page."""
    work, pages = filled.work, [page.name for page in filled.survey.questionnaire.pages]
    before = pages.index(work.page) if work.page in pages else 0
    work.page = pages[max(before, pages.index(filled.page.name))]
    answer = save(filled.survey, work, filled.reader.language)
    return Turn(filled, told if answer.status < 400 else said(answer))


def send(filled: FilledPage) -> Turn:
    """Hand the answer in; where something is left to mend, show the first page with it."""
    answer = save(filled.survey, filled.work, filled.reader.language, complete=True)
    if "receipt" in answer.content:
        return Turn(filled, receipt=answer.content["receipt"])
    for page in filled.survey.questionnaire.pages:
        other = filled_page(filled.survey, filled.reader, filled.work, page)
        judge(other, finished=True)
        if other.errors:
            return keep(other)
    return Turn(filled, said(answer))


def said(answer: hand_in.Answer) -> str:
    """What the server said of an answer it did not take."""
    errors = answer.content.get("errors", [])
    return " ".join(error["message"] for error in errors) or str(answer.content.get("error", ""))
