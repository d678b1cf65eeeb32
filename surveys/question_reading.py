"""Makes questions out of a document that has been checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from surveys.logic import read_logic, read_messages
from surveys.question import Category, Choice, Question
from surveys.question_types import QUESTION_TYPES

CHOICE_FLAGS = ("specify", "exclusive", "apart", "retired")


def read_questions(documents: Iterable[Mapping[str, Any]] | None) -> tuple[Question, ...]:
    return tuple(_question(document) for document in documents or ())


def _question(document: Mapping[str, Any]) -> Question:
    behaviour = QUESTION_TYPES[document["type"]]
    return Question(
        uid=document["uid"],
        variable=document["variable"],
        type=document["type"],
        label=document["label"],
        hint=document.get("hint"),
        required=document.get("required") is True,
        settings={name: document[name] for name in behaviour.settings if document.get(name) is not None},
        choices=tuple(map(_choice, behaviour.choices(document))),
        rows=tuple(map(_choice, document.get("rows", ()))),
        categories=tuple(map(_category, document.get("categories", ()))),
        followups=read_questions(document.get("followups")),
        logic=read_logic(document),
        messages=read_messages(document),
    )


def _choice(document: Mapping[str, Any]) -> Choice:
    flags = {name: document.get(name, False) for name in CHOICE_FLAGS}
    columns = document.get("columns", {})
    return Choice(
        document["code"], document["label"], document.get("icon"), document.get("image"), **flags, columns=columns
    )


def _category(document: Mapping[str, Any]) -> Category:
    return Category(
        code=document["code"],
        label=document["label"],
        symbol=document["symbol"],
        colour=document["colour"],
        sentiment=document["sentiment"],
        icon=document.get("icon"),
        prompt=document.get("prompt"),
        followups=read_questions(document.get("followups")),
    )
