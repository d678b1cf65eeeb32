"""Checks what only questions for the map have: categories and follow-up questions."""

from __future__ import annotations

import re
from typing import Any

from surveys.document_check import DocumentCheck
from surveys.messages import _
from surveys.question_check import check_followups
from surveys.question_types import MapQuestionType, QuestionType

MEMBERS = ("code", "label", "prompt", "symbol", "colour", "sentiment", "icon", "followups")
SENTIMENTS = ("positive", "negative", "wish", "neutral")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
MAX_CATEGORIES = 50


def check_map_question(question: dict[str, Any], behaviour: QuestionType, place: str, check: DocumentCheck) -> None:
    common = check_followups(question.get("followups"), f"{place}.followups", check)
    check.unlike(common, f"{place}.followups")
    place = f"{place}.categories"
    categories = check.items(question.get("categories", []), place, MAX_CATEGORIES)
    for index, category in enumerate(categories):
        _check_category(category, behaviour, common, f"{place}[{index}]", check)
    check.unlike((category.get("code") for category in categories if isinstance(category, dict)), place)


def _check_category(
    category: object, behaviour: QuestionType, common: list[str], place: str, check: DocumentCheck
) -> None:
    if check.mapping(category, place) is None or not isinstance(category, dict):
        return
    check.known_members(category, MEMBERS, place)
    check.code(category.get("code"), f"{place}.code")
    check.texts(category.get("label"), f"{place}.label")
    check.texts(category.get("prompt"), f"{place}.prompt", required=False)
    if isinstance(behaviour, MapQuestionType):
        check.one_of(category.get("symbol"), behaviour.symbols, f"{place}.symbol")
    check.one_of(category.get("sentiment"), SENTIMENTS, f"{place}.sentiment")
    if not isinstance(category.get("colour"), str) or not COLOUR.fullmatch(category["colour"]):
        check.report(f"{place}.colour", _("Write the colour as # and six digits, such as #0072b2."))
    if "icon" in category:
        check.code(category["icon"], f"{place}.icon")
    own = check_followups(category.get("followups"), f"{place}.followups", check)
    check.unlike([*common, *own], f"{place}.followups")
