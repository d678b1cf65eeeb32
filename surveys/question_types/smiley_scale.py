"""Five faces from very bad (1) to very good (5): stored as a whole number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from surveys.choice_check import check_choices
from surveys.document_check import DocumentCheck
from surveys.editing.settings import DONT_KNOW, FACES
from surveys.messages import _
from surveys.question_types.coded import choices_of
from surveys.question_types.scaled import ScaledType

if TYPE_CHECKING:
    from surveys.question import Question

STEPS = range(1, 6)
MEANING = {
    1: {"nb": "Svært dårlig", "nn": "Svært dårleg", "en": "Very bad"},
    2: {"nb": "Dårlig", "nn": "Dårleg", "en": "Bad"},
    3: {"nb": "Midt imellom", "nn": "Midt imellom", "en": "In between"},
    4: {"nb": "Bra", "nn": "Bra", "en": "Good"},
    5: {"nb": "Svært bra", "nn": "Svært bra", "en": "Very good"},
}


class SmileyScale(ScaledType):
    name = "smiley_scale"
    settings = frozenset({"choices", "dont_know"})
    configured_by = (FACES, DONT_KNOW)
    begins_as = {"choices": [{"code": str(step), "label": MEANING[step]} for step in STEPS]}

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        check_choices(document, f"{place}.choices", check)
        check.texts(document.get("dont_know"), f"{place}.dont_know", required=False)
        choices = document.get("choices")
        found = choices if isinstance(choices, list) else []
        if [choice.get("code") for choice in found if isinstance(choice, dict)] != [str(step) for step in STEPS]:
            check.report(f"{place}.choices", _("A scale of faces has the codes 1, 2, 3, 4 and 5 in that order."))

    def choices(self, document: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
        return choices_of(document)

    def steps(self, question: Question) -> range:
        return STEPS
