"""The codebook as a table: every variable and code, in every language of the questionnaire."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from itertools import chain

from flask_babel import force_locale
from flask_babel import gettext as _

from exports.table import Column, FeatureTable, Row
from participation.activities import channels
from participation.downloads import wording
from participation.downloads.background import Background
from participation.downloads.codebook import Codebook
from participation.downloads.columns import column_name
from surveys.questionnaire import Choice, Question

Texts = Mapping[str, str]


def codebook_table(
    name: str,
    codebook: Codebook,
    language: str,
    background: Background | None = None,
    taken: Container[str] = (),
) -> FeatureTable:
    """One row for each code, and one for each question without codes, by the name of its column.

    `taken`: columns that the table of answers has before any question's.
    """
    known = wording.headings()
    columns = [Column("variable", "code", {language: known["variable"]})]
    columns += [
        Column(f"question_{spoken}", "text", {language: f"{known['question_label']} ({spoken})"})
        for spoken in codebook.languages
    ]
    columns += [Column("code", "code", {language: known["code"]})]
    columns += [
        Column(f"label_{spoken}", "text", {language: f"{known['label']} ({spoken})"}) for spoken in codebook.languages
    ]
    return FeatureTable(
        name, columns, chain(_rows(codebook, taken), _backgrounds(codebook, background or Background()))
    )


def _rows(codebook: Codebook, taken: Container[str]) -> Iterator[Row]:
    seen = set()
    answered = set(map(id, codebook.answer_questions.values()))
    for question in codebook.every_question():
        for part in question.parts or (question,):
            heading = _heading(question, part)
            column = column_name(part.variable, taken if id(question) in answered else ())
            for code, label in _codes(part):
                row = (column, *_spoken(heading, codebook), code, *_spoken(label, codebook))
                if row not in seen:
                    seen.add(row)
                    yield Row(row)
    yield from _fixed(codebook)


def _heading(question: Question, part: Question) -> Texts:
    if part is question:
        return question.label
    return {spoken: f"{text}: {part.label_in(spoken)}" for spoken, text in question.label.items()}


def _codes(question: Question) -> list[tuple[str | None, Texts]]:
    coded: list[tuple[str | None, Texts]] = [(choice.code, choice.label) for choice in _choices(question)]
    return coded or [(None, {})]


def _choices(question: Question) -> list[Choice]:
    if question.categories:
        return [Choice(category.code, category.label) for category in question.categories]
    return list(question.choices)


def _spoken(texts: Texts, codebook: Codebook) -> list[str | None]:
    return [texts.get(language) for language in codebook.languages]


def _fixed(codebook: Codebook) -> Iterator[Row]:
    """Codes that are the application's own, in its translations."""
    spoken = []
    for language in codebook.languages:
        with force_locale(language):
            spoken.append(_own_codes())
    for variable in _own_codes():
        titles = [words[variable][0] for words in spoken]
        for code in _own_codes()[variable][1]:
            yield Row((variable, *titles, code, *(words[variable][1][code] for words in spoken)))


def _backgrounds(codebook: Codebook, background: Background) -> Iterator[Row]:
    """What stood in the list of those invited, in its own words."""
    for name, heading, value in background.codes():
        yield Row((name, *[heading] * len(codebook.languages), value, *[value] * len(codebook.languages)))


def _own_codes() -> dict[str, tuple[str, dict[str, str]]]:
    return {
        "sentiment": (_("Sentiment"), wording.sentiments()),
        "channel": (_("Channel"), channels.labels()),
        "status": (_("Status"), wording.statuses()),
    }
