"""Numbered steps between two ends, such as 1–6, 1–7 or 0–10: stored as a whole number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from surveys.document_check import DocumentCheck
from surveys.editing.settings import DONT_KNOW, HIGH_LABEL, HIGHEST_STEP, LOW_LABEL, LOWEST_STEP
from surveys.messages import _
from surveys.question_types.coded import dont_know
from surveys.question_types.scaled import ScaledType
from surveys.setting_checks import check_ends

if TYPE_CHECKING:
    from surveys.question import Question

LEAST, MOST = 1, 6
LOWEST, HIGHEST = 0, 10


class Scale(ScaledType):
    name = "scale"
    settings = frozenset({"min", "max", "low_label", "high_label", "dont_know"})
    configured_by = (LOWEST_STEP, HIGHEST_STEP, LOW_LABEL, HIGH_LABEL, DONT_KNOW)
    begins_as = {"min": 1, "max": 5}

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        check_scale(document, place, check)

    def choices(self, document: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
        ends = steps_of(document)
        named = {ends[0]: document.get("low_label"), ends[-1]: document.get("high_label")}
        languages = document["label"]
        for step in ends:
            yield {"code": str(step), "label": {spoken: _label(step, named.get(step), spoken) for spoken in languages}}
        yield from dont_know(document)

    def steps(self, question: Question) -> range:
        return steps_of(question.settings)


def check_scale(document: dict[str, Any], place: str, check: DocumentCheck) -> None:
    """The members of a scale, which a matrix has too."""
    for name in ("min", "max"):
        check.whole_number(document, name, place, LOWEST, HIGHEST)
    check_ends(document, place, check)
    check.texts(document.get("dont_know"), f"{place}.dont_know", required=False)
    ends = [document.get("min", LEAST), document.get("max", MOST)]
    if all(type(end) is int for end in ends) and ends[0] >= ends[1]:
        check.report(f"{place}.max", _("A scale needs two steps at least, the lowest first."))


def steps_of(settings: Mapping[str, Any]) -> range:
    return range(settings.get("min", LEAST), settings.get("max", MOST) + 1)


def _label(step: int, meaning: Mapping[str, str] | None, language: str) -> str:
    text = (meaning or {}).get(language)
    return f"{step} – {text}" if text else str(step)
