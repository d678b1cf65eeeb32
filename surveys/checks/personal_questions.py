"""A question that asks who somebody is: name, address, phone, e-mail, birth date or identity number.

What is asked is told from the words of the question, in bokmål, nynorsk and English. Pupils answer without names, so of
them nothing such is asked; an identity number is asked of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from surveys.checks.audience import Audience
from surveys.checks.finding import Finding, Weight
from surveys.checks.placed import placed_questions
from surveys.messages import Message, _, shown
from surveys.question import Question
from surveys.questionnaire import Questionnaire

NAME = "personal_questions"
TYPES = frozenset({"short_text", "long_text", "whole_number", "date", "date_time"})
LANGUAGES = frozenset({"nb", "nn", "no", "en"})

IDENTITY_NUMBER = _("an identity number")

# What is asked for → words that ask for it, parts of patterns.
WORDS = {
    _("a name"): (
        r"\b(?:for|etter|full[et]*\s+)(?:navn|namn)\w*",
        r"^(?:ditt\s+|your\s+)?(?:navn|namn|name)(?:et)?\W*$",
        r"\b(?:navn|namn)(?:et)?\s+(?:ditt|på\s+(?:deg|barnet|den\s+som))",
        r"\bditt\s+(?:\w+\s+)?(?:navn|namn)\b",
        r"\b(?:hva\s+heter|kva\s+heiter)\s+(?:du|barnet)|\b(?:hvem|kven)\s+er\s+du\b",
        r"\byour\s+(?:own\s+)?name\b|\b(?:full|first|last|family)\s+name\b|\bsurname\b",
    ),
    _("an address"): (
        r"\b(?:post|hjemme|heime|bosteds|bustads|gate)?adress[ea]\w*",
        r"\b(?:home|street|postal|your)\s+address\b|^address\W*$",
        r"\bhvor\s+bor\s+du\b|\bkvar\s+bur\s+du\b|\bwhere\s+do\s+you\s+live\b",
    ),
    _("a telephone number"): (r"\b(?:telefon|mobil|tlf)(?:nummer\w*|nr)?\b", r"\b(?:tele)?phone\b|\bmobile\s+number\b"),
    _("an e-mail address"): (r"\be-?post(?:en|adress\w*)?\b", r"\be-?mail\b"),
    _("a birth date"): (
        r"\bfødsels?(?:dato|dag)\w*|\bfødd\s+(?:dato|når)|\bnår\s+(?:er|ble|vart)\s+du\s+født\w*",
        r"\bdate\s+of\s+birth\b|\bbirth\s?da(?:te|y)\b",
    ),
    IDENTITY_NUMBER: (
        r"\b(?:fødsels|person|d-)nummer\w*|\bfnr\b",
        r"\b(?:identity|national\s+id|social\s+security|id)\s+number\b",
    ),
}
PATTERNS = {what: re.compile("|".join(words), re.IGNORECASE) for what, words in WORDS.items()}


def check(questionnaire: Questionnaire, audience: Audience) -> Iterator[Finding]:
    for placed in placed_questions(questionnaire):
        found = asks_for(placed.question)
        if found is not None:
            what, language, text = found
            told = _(
                "“%(question)s” seems to ask for %(what)s. Answers are given without names: take it away, or ask for something "
                "coarser, such as an age group or a part of town."
            )
            message = Message(told, {"question": shown(text), "what": Message(what)})
            weight = Weight.STOPS if audience.in_class or what == IDENTITY_NUMBER else Weight.ADVICE
            yield Finding(NAME, message, placed.where(language, "label"), weight)


def asks_for(question: Question) -> tuple[str, str, str] | None:
    """What it seems to ask for, in which language, in which words; None where it does not."""
    if question.type not in TYPES:
        return None
    for language, text in question.label.items():
        for what, pattern in PATTERNS.items():
            if language in LANGUAGES and pattern.search(text):
                return what, language, text
    return None
