"""The questionnaires that the house itself offers are as it tells planners to make theirs."""

import pytest

from participation.activities.checks import HEADINGS
from surveys.checks import CHECKS, findings
from surveys.questionnaire import Questionnaire
from surveys.templates import TEMPLATES, template


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_is_found_of_a_ready_questionnaire(name: str) -> None:
    assert [
        (found.where, found.message.render()) for found in findings(Questionnaire.from_document(template(name)))
    ] == []


def test_every_check_has_a_heading() -> None:
    assert HEADINGS.keys() == CHECKS.keys()
