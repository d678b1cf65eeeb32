"""To add an operator: write it in one of these modules, add it to that module's OPERATORS, to
static/js/surveys/operators.js, to docs/conditions.md, and cases of it to tests/data/condition_cases.json.
"""

from surveys.conditions.operators import arithmetic, choices, comparisons, days, logic, texts
from surveys.conditions.operators.operator import Operator

OPERATORS: dict[str, Operator] = {
    **logic.OPERATORS,
    **comparisons.OPERATORS,
    **choices.OPERATORS,
    **arithmetic.OPERATORS,
    **texts.OPERATORS,
    **days.OPERATORS,
}

__all__ = ["OPERATORS", "Operator"]
