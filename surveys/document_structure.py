"""Walks a questionnaire document and notes every problem with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from surveys.document_check import LANGUAGE, DocumentCheck
from surveys.errors import Problem
from surveys.logic_check import check_logic
from surveys.map_question_check import check_map_question
from surveys.messages import _, shown
from surveys.question_check import check_question, variables_of
from surveys.unread_check import check_unread

FORMAT = 1
AGES = ("3-7", "8-10")
MEMBERS = ("format", "languages", "title", "age", "intro", "pages")
MAX_LANGUAGES, MAX_PARAGRAPHS, MAX_PAGES, MAX_QUESTIONS_ON_A_PAGE = 40, 20, 50, 100


def check_document(document: object) -> list[Problem]:
    check = DocumentCheck()
    if check.mapping(document, "") is not None and isinstance(document, dict):
        _check_front(document, check)
        pages = check.items(document.get("pages"), "pages", MAX_PAGES, 1)
        for index, page in enumerate(pages):
            _check_page(page, f"pages[{index}]", check)
        check.unlike((page.get("name") for page in pages if isinstance(page, dict)), "pages")
        _check_names(pages, check)
        check_logic(document, check)
    return check.problems


def _check_front(document: dict[str, Any], check: DocumentCheck) -> None:
    check.known_members(document, MEMBERS, "")
    if document.get("format") != FORMAT or isinstance(document.get("format"), bool):
        check.report("format", _("Write %(format)s: no other format is known."), format=FORMAT)
    languages = check.items(document.get("languages"), "languages", MAX_LANGUAGES, 1)
    for index, language in enumerate(languages):
        if not isinstance(language, str) or not LANGUAGE.fullmatch(language):
            check.report(
                f"languages[{index}]", _("“%(language)s” is not a language code such as nb."), language=shown(language)
            )
    check.unlike(languages, "languages")
    check.languages = [language for language in languages if isinstance(language, str)]
    check.texts(document.get("title"), "title")
    if document.get("age") is not None:
        check.one_of(document["age"], AGES, "age")
    for index, paragraph in enumerate(check.items(document.get("intro", []), "intro", MAX_PARAGRAPHS)):
        check.texts(paragraph, f"intro[{index}]")


def _check_page(page: object, place: str, check: DocumentCheck) -> None:
    if check.mapping(page, place) is None or not isinstance(page, dict):
        return
    check.known_members(page, ("name", "title", "relevant", "unread", "questions"), place)
    check_unread(page, place, check)
    check.code(page.get("name"), f"{place}.name")
    check.texts(page.get("title"), f"{place}.title")
    questions = check.items(page.get("questions"), f"{place}.questions", MAX_QUESTIONS_ON_A_PAGE)
    for index, question in enumerate(questions):
        behaviour = check_question(question, f"{place}.questions[{index}]", check)
        if behaviour is not None and behaviour.collects_marks:
            check_map_question(question, behaviour, f"{place}.questions[{index}]", check)


def _check_names(pages: list[Any], check: DocumentCheck) -> None:
    questions = list(_questions_of(pages, "questions"))
    check.unlike((name for question in questions for name in variables_of(question)), "pages")
    followups = list(_questions_of(questions, "followups"))
    for question in questions:
        followups.extend(_questions_of(question.get("categories"), "followups"))
    check.unlike((question.get("uid") for question in [*questions, *followups]), "pages")
    types: dict[str, object] = {}
    for question in followups:
        variable, kind = question.get("variable"), question.get("type")
        if isinstance(variable, str) and types.setdefault(variable, kind) != kind:
            check.report(
                "pages",
                _("The follow-up “%(variable)s” has two types. Give one of them another variable."),
                variable=shown(variable),
            )


def _questions_of(parents: object, member: str) -> Iterator[dict[str, Any]]:
    for parent in parents if isinstance(parents, list) else ():
        questions = parent.get(member) if isinstance(parent, dict) else None
        yield from (q for q in questions if isinstance(q, dict)) if isinstance(questions, list) else ()
