"""A project's privacy fields in words, for the privacy page and the letter to guardians."""

from __future__ import annotations

from datetime import date

from flask_babel import gettext as _

from participation import languages
from participation.projects.models import Project


def told(project: Project) -> list[tuple[str, str]]:
    """What and the answer, for each field that is filled in, in the order a reader asks for them."""
    return [(what, answer) for what, answer in every(project) if answer]


def every(project: Project) -> list[tuple[str, str]]:
    """As `told`, with "" for those that are not filled in."""
    answers: list[tuple[str, str | date | None]] = [
        (_("Who is responsible"), project.controller),
        (_("Whom you can ask"), project.contact),
        (_("Privacy officer"), project.privacy_officer),
        (_("Why we may do this"), project.legal_basis),
        (_("Say no by"), project.opt_out_by),
        (_("We delete the answers by"), project.delete_by),
        (_("We weighed the risks on"), project.dpia_done_on),
    ]
    return [(what, languages.day(answer) if isinstance(answer, date) else answer or "") for what, answer in answers]
