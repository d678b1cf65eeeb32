"""What the package lacks, and why: nobody is to take a gap for a zero."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _

from exports.readme import Section
from participation.downloads.request import Request
from participation.downloads.research.findings import Findings
from participation.downloads.research.reviewed_texts import POINTED_OUT, TOLD, UNREAD
from participation.downloads.selection import DRAFT, HIDDEN, REPLACED, TEST


def left_out(request: Request, found: Findings) -> Section:
    names = {
        HIDDEN: _("Hidden by moderation"),
        TEST: _("Test"),
        DRAFT: _("Not sent and not collected"),
        REPLACED: _("Replaced by a later one"),
    }
    states = {
        names[state]: _("Responses: %(responses)s. Marks: %(marks)s.", responses=responses, marks=marks)
        for state, (responses, marks) in found.left_out.items()
    }
    return Section(
        _("What was left out"),
        facts={
            **states,
            _("Withdrawn and deleted"): _("Responses: %(responses)s.", responses=found.withdrawn),
            _("Texts that are there"): str(found.texts[TOLD]),
            _("Texts left out because nobody has read them in moderation"): str(found.texts[UNREAD]),
            _("Texts left out because something is pointed out in them"): str(found.texts[POINTED_OUT]),
            _("Values left out because few gave them"): str(found.rare),
            _("Answers left out because their question has been asked in more than one form"): str(
                found.of_other_forms
            ),
            _("Photos left out"): str(found.photos),
        },
        points=[
            *_without_rows(request, found),
            *_newest(request),
            _(
                "School, class, date of the lesson and week of each answer, lengths and areas, dates, times, hidden and "
                "calculated values, and questions that ask for a name or an address."
            ),
            _(
                "What was written in answer to questions that tell who somebody is, such as their work, and every answer to "
                "such questions about places."
            ),
            _("The pictures that questions and choices were shown with: the PDFs hold their words."),
        ],
    )


def _without_rows(request: Request, found: Findings) -> Iterator[str]:
    fewest = request.activity.project.fewest_in_public
    told = (
        _("svar.csv has no rows, for fewer than %(fewest)s different respondents have answered.", fewest=fewest),
        _(
            "steder.csv has no rows, for fewer than %(fewest)s different respondents have marked a place.",
            fewest=fewest,
        ),
    )
    yield from (text for text, is_so in zip(told, found.too_few, strict=True) if is_so)


def _newest(request: Request) -> Iterator[str]:
    if request.in_steps:
        yield _(
            "Places of the newest answers, while fewer than %(fewest)s people have answered or corrected since what is "
            "published last changed: the project's page is for everyone, and the difference would tell of them.",
            fewest=request.activity.project.fewest_in_public,
        )
