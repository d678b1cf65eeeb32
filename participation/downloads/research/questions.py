"""Which answers may be in the package, by how they are given and what is asked."""

from __future__ import annotations

import re

from surveys.checks.personal_questions import LANGUAGES, asks_for
from surveys.question import Question
from surveys.question_types.number import NumberType
from surveys.question_types.text import TextType

# What is asked of who somebody is, such as age, gender, years in the area, household, work, languages, in bokmål, nynorsk and
# English. One question too many costs some detail; one too few could cost somebody their privacy.
WHO = re.compile(
    r"\b(?:alder(?:en)? din|din alder|aldersgruppe\w*|hvor gammel|kor gammal|kor gamal|fødselsår\w*|født|fødd|kjønn\w*"
    r"|gutt eller jente|gut eller jente|morsmål\w*|språk(?:et)? (?:snakke|bruke)\w*|landbakgrunn|fødeland|bodd|budd"
    r"|(?<!der )(?:bor|bur) (?:du|dere|de|det)|husstand\w*|husholdning\w*|hushald\w*|sivilsta\w*|utdanning\w*|yrke\w*"
    r"|jobba?r du|i arbeid|inntekt\w*|klassetrinn\w*|(?:hvilken|hvilket|kva) (?:trinn|klasse|skole|skule)|bydel\w*"
    r"|barn har du|funksjonsnedsett\w*|religion\w*"
    r"|your age|age group|how old|born|gender|sex|mother tongue|languages? do you|lived|do you live|lives? with you"
    r"|household|married|marital|education|occupation|do you work|employ\w*|income|(?:which|what) (?:grade|class|school)"
    r"|children do you|disabilit\w*)\b|^(?:alder|age)\b",
    re.IGNORECASE,
)
NAMED = re.compile(r"(?:^|_)(?:age|gender|sex|birth|household|education|income|occupation|lived|grade|language)(?:_|$)")


def is_text(question: Question) -> bool:
    return isinstance(question.behaviour, TextType) and not asks_for(question)


def is_kept(question: Question) -> bool:
    """True for what is chosen or counted: dates, times and photos say too much, hidden and calculated values anything."""
    counted = isinstance(question.behaviour, NumberType)
    return (question.behaviour.coded or counted or bool(question.parts)) and not asks_for(question)


def is_background(question: Question) -> bool:
    """True for one value that seems to tell who somebody is."""
    if not is_kept(question) or question.parts or question.behaviour.value_kind == "codes":
        return False
    labels = [text for language, text in question.label.items() if language in LANGUAGES]
    return bool(NAMED.search(question.variable)) or any(WHO.search(text) for text in labels)
