"""The questionnaires that the house itself offers are as it tells planners to make theirs."""

import pytest

from participation.activities.checks import HEADINGS
from surveys.checks import CHECKS, Audience, findings, not_for_pupils
from surveys.questionnaire import Questionnaire
from surveys.templates import TEMPLATES, template


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_is_found_of_a_ready_questionnaire(name: str) -> None:
    assert [
        (found.where, found.message.render()) for found in findings(Questionnaire.from_document(template(name)))
    ] == []


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.startswith("barnetrakk")])
def test_pupils_can_answer_what_is_ready_for_classes(name: str) -> None:
    asked = Questionnaire.from_document(template(name))
    assert [one for one in findings(asked, Audience(in_class=True)) if one.check == not_for_pupils.NAME] == []


def test_every_check_has_a_heading() -> None:
    assert HEADINGS.keys() == CHECKS.keys()
