"""Checks that the answers filled into a text are those of earlier questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from surveys.conditions.names import Names
from surveys.document_check import DocumentCheck
from surveys.messages import _, shown
from surveys.piping import variables_piped


def check_piping(part: dict[str, Any], members: Iterable[str], place: str, names: Names, check: DocumentCheck) -> None:
    for member in members:
        texts = part.get(member)
        for language, text in texts.items() if isinstance(texts, dict) else ():
            for variable in variables_piped(text) if isinstance(text, str) and "{" in text else ():
                _check(variable, f"{place}.{member}.{shown(language)}", names, check)


def _check(variable: str, place: str, names: Names, check: DocumentCheck) -> None:
    if variable in names.known:
        return
    reason = names.why_not(variable)
    if reason is not None:
        check.report(place, reason.template, **reason.params)
        return
    check.report(
        place,
        _(
            "No question before this has the variable “%(variable)s”, whose answer is to stand here. Write {{ for a brace."
        ),
        variable=variable,
    )
