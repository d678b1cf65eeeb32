"""Which answers may be in the package, by how they are given and what is asked."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any, cast

from surveys.checks.personal_questions import LANGUAGES, asks_for
from surveys.question import Question
from surveys.question_types.long_text import LongText
from surveys.question_types.number import NumberType
from surveys.question_types.ranking import Ranking
from surveys.question_types.text import TextType

# What is asked of who somebody is, such as age, gender, years in the area, household, work, languages, in bokmål, nynorsk and
# English. One question too many costs some detail; one too few could cost somebody their privacy.
WHO = re.compile(
    r"\b(?:alder(?:en)? din|din alder|aldersgruppe\w*|hvor gammel|kor gammal|kor gamal|fødselsår\w*|født|fødd|kjønn\w*"
    r"|gutt eller jente|gut eller jente|morsmål\w*|språk(?:et)? (?:snakke|bruke)\w*|landbakgrunn|fødeland|bodd|budd"
    r"|(?<!der )(?:bor|bur) (?:du|dere|de|det)|husstand\w*|husholdning\w*|hushald\w*|sivilsta\w*|utdanning\w*|yrke\w*"
    r"|jobba?r du|i arbeid|inntekt\w*|klassetrinn\w*|(?:hvilken|hvilket|kva) (?:trinn|klasse|skole|skule|bydel)|(?:din|i) bydel"
    r"|(?:bor|bur) (?:hos|sammen med|saman med)|barn har du|(?:antall|antal|tal) barn (?:du|i)|mange (?:søsken|sysken)"
    r"|har du (?:søsken|sysken)|funksjonsnedsett\w*|religion\w*|arbeidssituasjon\w*|(?:eier|leier|eig|leiger) du|postnummer\w*"
    r"|(?:hvilken|hvilket|kva|din|ditt) (?:nasjonalitet\w*|statsborg\w*|etnisk\w*)|statsborg\w* (?:er|har) du"
    r"|your age|age group|how old|born|gender|sex|mother tongue|languages? do you|lived|do you live|lives? with you"
    r"|household|married|marital|education|occupation|do you work|employ\w*|income|(?:which|what) (?:grade|class|school)"
    r"|children do you|many siblings|siblings do you|disabilit\w*|(?:which|what|your) (?:nationalit\w*|citizenship|ethnic\w*)"
    r"|do you (?:rent|own)|post(?:al )?codes?|zip codes?)\b|^(?:alder|age|bydel)\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?:^|_)(?:age|gender|sex|birth|household|education|income|occupation|lived|grade|language|languages|siblings|nationality|citizenship"
    r"|postcode|district)(?:_|$)"
)


def is_text(question: Question) -> bool:
    """True for what may be told when it has been read. What somebody writes of who they are, such as their work or the language
    that was not among the choices, is theirs alone: in a few words, as a long text is of something else that is named with it."""
    says_who = not isinstance(question.behaviour, LongText) and _asks_who(question)
    return isinstance(question.behaviour, TextType) and not asks_for(question) and not says_who


def is_kept(question: Question) -> bool:
    """True for what is chosen or counted: dates, times and photos say too much, hidden and calculated values anything."""
    counted = isinstance(question.behaviour, NumberType)
    return (question.behaviour.coded or counted or bool(question.parts)) and not asks_for(question)


def is_background(question: Question) -> bool:
    """True for what seems to tell who somebody is, in one value or in several: which languages somebody speaks together are a
    background as well."""
    return is_kept(question) and _asks_who(question)


def _asks_who(question: Question) -> bool:
    labels = [text for language, text in question.label.items() if language in LANGUAGES]
    return bool(NAMED.search(question.variable)) or any(WHO.search(text) for text in labels)


def as_background(question: Question, answer: Any) -> Hashable:
    """The answer as one value, whatever parts it has: the same for all who told the same."""
    if isinstance(answer, dict):
        return tuple(sorted(answer.items()))
    if isinstance(answer, list):
        order = {code: place for place, code in enumerate(question.choice_by_code)}
        ranked = isinstance(question.behaviour, Ranking)
        return tuple(answer if ranked else sorted(answer, key=lambda code: (order.get(code, len(order)), code)))
    return cast(Hashable, answer)


def as_answer(question: Question, background: Any) -> Any:
    """What `as_background` made one value of."""
    if not isinstance(background, tuple):
        return background
    return dict(background) if question.parts else list(background)
