"""A page of a questionnaire that may not be whole yet, as far as it can be shown."""

from __future__ import annotations

from typing import Any

from surveys.document_check import LANGUAGE, DocumentCheck
from surveys.document_structure import AGES
from surveys.map_question_check import check_map_question
from surveys.question_check import check_question
from surveys.questionnaire import Questionnaire
from surveys.texts import Texts

FIRST = "nb"


class WithoutWords(DocumentCheck):
    """Without languages it asks for no words; what can be read without them may be away altogether."""

    def texts(self, value: object, place: str, *, required: bool = True) -> None:
        super().texts(value, place, required=required and not place.endswith((".image_alt", ".reason")))


def presentable(document: dict[str, Any], at: int, broken: Texts) -> Questionnaire:
    """With the page `at` alone. A question that lacks more than words is shown as `broken` says."""
    pages = [page for page in _listed(document.get("pages")) if isinstance(page, dict)]
    page = pages[min(max(at, 0), len(pages) - 1)] if pages else {}
    questions = [_shown(one, f"question-{number}", broken) for number, one in enumerate(_listed(page.get("questions")))]
    made = {
        "languages": languages_of(document),
        "title": _texts(document.get("title")),
        "intro": [_texts(one) for one in _listed(document.get("intro"))],
        "age": age if (age := document.get("age")) in AGES else None,
        "pages": [{"name": "page", "title": _texts(page.get("title")), "questions": questions}],
    }
    return Questionnaire.checked_before(made)


def languages_of(document: dict[str, Any]) -> list[str]:
    """Those that can be such; bokmål where there is none."""
    found = [one for one in _listed(document.get("languages")) if isinstance(one, str) and LANGUAGE.fullmatch(one)]
    return found or [FIRST]


def _shown(question: object, name: str, broken: Texts) -> dict[str, Any]:
    check = WithoutWords()
    behaviour = check_question(question, "", check)
    if isinstance(question, dict) and behaviour is not None and behaviour.collects_marks:
        check_map_question(question, behaviour, "", check)
    if isinstance(question, dict) and not check.problems:
        return question
    asked = question if isinstance(question, dict) else {}
    uid = asked.get("uid") if isinstance(asked.get("uid"), str) else name
    label = _texts(asked.get("label"))
    return {"uid": uid, "variable": name, "type": "information", "label": label, "text": broken}


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: object) -> dict[str, str]:
    texts = value if isinstance(value, dict) else {}
    return {language: text for language, text in texts.items() if isinstance(text, str)}
