"""A version of the questionnaire in one language as a sheet of paper, with the names and codes that the data have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import count

from flask_babel import force_locale
from flask_babel import gettext as _

from exports.paper.sheet import Block, Heading, Sheet, Text
from participation import catalogues
from participation.clock import local
from participation.downloads.research.questionnaire_blocks import Asking
from participation.responses.answering.only_if import known, left_open, only_if
from surveys.piping import filled
from surveys.questionnaire import Page, Questionnaire
from surveys.texts import text_in

# What our own words are in where the questionnaire's language has none.
OTHERWISE = "nb"


def questionnaire_pdf(questionnaire: Questionnaire, language: str, number: int, published_at: datetime) -> bytes:
    """The PDF of version `number`: the same version is the same bytes."""
    from exports.paper.pdf import drawn  # a second, and only packages need it

    ours = language if language in catalogues.languages(catalogues.PARTICIPANTS) else OTHERWISE
    with force_locale(ours):
        return drawn(_sheet(questionnaire, language, number, published_at))


def _sheet(questionnaire: Questionnaire, language: str, number: int, published_at: datetime) -> Sheet:
    title = text_in(questionnaire.title, language)
    version = f"{title} · v{number} · {local(published_at):%Y-%m-%d}"

    def footer(page: int, of: str) -> str:
        place = _("Page %(number)s of %(of)s", number=page, of=of)
        return f"{version} · {place}"

    blocks: list[Block] = [Heading(title, 1), *(Text(text_in(words, language)) for words in questionnaire.intro)]
    blocks += _pages(questionnaire, language)
    return Sheet(title, language, catalogues.direction(language), published_at, blocks, footer)


def _pages(questionnaire: Questionnaire, language: str) -> Iterator[Block]:
    asking, numbers = Asking(questionnaire, language), count(1)
    for place, page in enumerate(questionnaire.pages, start=1):
        yield Heading(_title(page, place, len(questionnaire.pages), language))
        told = only_if(page.logic.relevant, known(questionnaire), lambda _question: language)
        if told:
            yield Text(told, quiet=True)
        for question in page.questions:
            if question.behaviour.on_screen:
                yield from asking.question(str(next(numbers)), question)


def _title(page: Page, place: int, of: int, language: str) -> str:
    return filled(text_in(page.title, language), left_open) or _("Page %(number)s of %(of)s", number=place, of=of)
