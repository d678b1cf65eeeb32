"""Small questionnaire documents for tests."""

from typing import Any

from surveys.questionnaire import Questionnaire


def label(text: str = "Noe") -> dict[str, str]:
    return {"nb": text}


def choices(*codes: str) -> list[dict[str, Any]]:
    return [{"code": code, "label": label(code.title())} for code in codes]


def question(kind: str, variable: str = "asked", **own: Any) -> dict[str, Any]:
    return {"uid": variable, "variable": variable, "type": kind, "label": label("Spørsmål"), **own}


def category(code: str, symbol: str = "circle", **own: Any) -> dict[str, Any]:
    look = {"symbol": symbol, "colour": "#0072b2", "sentiment": "neutral"}
    return {"code": code, "label": label(code.title()), **look, **own}


def document(*questions: dict[str, Any], **own: Any) -> dict[str, Any]:
    pages = [{"name": "first", "title": label("Første"), "questions": list(questions)}]
    return {"format": 1, "languages": ["nb"], "title": label("Skjema"), "pages": pages, **own}


def questionnaire(*questions: dict[str, Any]) -> Questionnaire:
    return Questionnaire.from_document(document(*questions))
