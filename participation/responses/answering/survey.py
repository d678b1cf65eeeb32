"""The survey behind an address, or why it cannot be answered now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import flask
from sqlalchemy.orm import Session

from participation.activities import pictures
from participation.activities import queries as activities
from participation.activities.kinds import KINDS, OPEN_LINK
from participation.activities.models import CLOSED, DRAFT, OPEN, PAUSED, SCHEDULED, Activity
from participation.extensions import db
from participation.kept import kept
from participation.kiosks.models import Kiosk
from participation.responses.imported_questionnaire import asked
from surveys.questionnaire import Questionnaire

UNKNOWN = "unknown"
# What the address answers when nobody can begin there.
STATUS = {UNKNOWN: 404, DRAFT: 404, SCHEDULED: 503, PAUSED: 503, CLOSED: 410}


@dataclass(frozen=True)
class Survey:
    """An activity that anyone with its address may answer, and the version new respondents get.

    `kiosk`: the tablet it is shown on, where people answer one after the other. `trial`: the end of the link by which it is
    tried; what is answered then is a test.
    """

    activity: Activity
    version: int
    questionnaire: Questionnaire
    kiosk: Kiosk | None = None
    trial: str | None = None

    @property
    def is_public(self) -> bool:
        """Whether it is shown at its own address, where people answer on devices of their own."""
        return self.kiosk is None and self.trial is None

    @property
    def id(self) -> int:
        return self.activity.id

    def address(self, view: str, **values: Any) -> str:
        """The address of one of its pages, which on a tablet are others."""
        if self.trial:
            return flask.url_for(f"responses.answering.preview.{view}", address=self.id, token=self.trial, **values)
        place = "responses.answering.kiosk" if self.kiosk else "responses.answering"
        return flask.url_for(f"{place}.{view}", address=self.id, **values)

    def picture(self, name: str) -> str:
        """The address of a picture of the questionnaire; "" where there is none."""
        if self.version < 0:
            return self.address("picture", name=name)
        return pictures.address(db.session, self.id, self.version, name)

    @property
    def next_person(self) -> str:
        """Where the next person begins, in the survey's first language."""
        return self.address("start", lang=self.questionnaire.languages[0])


class Away(Exception):
    """The survey cannot be answered: `state` is unknown, draft, scheduled, paused or closed."""

    def __init__(self, state: str, activity: Activity | None = None) -> None:
        super().__init__(state)
        self.state, self.activity = state, activity


def survey_at(session: Session, address: str, *also: str) -> Survey:
    """The survey with this id while it is open, or in one of the states `also`; else Away."""
    activity = activities.activity_by_id(session, address)
    if activity is None or activity.kind not in KINDS or KINDS[activity.kind].channel != OPEN_LINK:
        raise Away(UNKNOWN)
    version = activities.newest_number(session, activity)
    state = activity.state
    if state not in (OPEN, *also) or version is None:
        raise Away(state if state in STATUS and version is not None else DRAFT, activity)
    questionnaire = asked_in(session, activity.id, version)
    assert questionnaire is not None
    return Survey(activity, version, questionnaire)


def asked_in(session: Session, activity_id: int, number: int) -> Questionnaire | None:
    """Version `number` of the questionnaire as respondents are asked it."""
    whole = activities.questionnaire(session, activity_id, number)
    if whole is None or len(left := asked(whole.document)["pages"]) == len(whole.pages):
        return whole
    document = {**whole.document, "pages": left}
    return kept("asked", (activity_id, number), lambda: Questionnaire.checked_before(document))
