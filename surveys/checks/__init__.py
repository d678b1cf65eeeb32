"""What is worth a look before a questionnaire is published.

To add a check: write it in a module of its own, with a NAME, and add that module here; and its heading where findings are
shown (participation/activities/checks.py). It is given the questionnaire and who reads it, and gives its findings in order.
"""

from __future__ import annotations

from surveys.checks import (
    alike,
    colours,
    hard_to_read,
    long_pages,
    missing_translations,
    not_for_pupils,
    personal_questions,
    unreachable,
)
from surveys.checks.audience import Audience
from surveys.checks.finding import Finding, Weight, Where
from surveys.questionnaire import Questionnaire

__all__ = ["CHECKS", "Audience", "Finding", "Weight", "Where", "findings"]

CHECKS = {
    one.NAME: one.check
    for one in (
        unreachable,
        not_for_pupils,
        personal_questions,
        missing_translations,
        alike,
        hard_to_read,
        colours,
        long_pages,
    )
}


def findings(questionnaire: Questionnaire, audience: Audience | None = None, *, whole: bool = True) -> list[Finding]:
    """The heaviest first, then by check. `whole`: False where questions are left out that conditions may name."""
    read_by = audience or Audience()
    checks = [check for name, check in CHECKS.items() if whole or name != unreachable.NAME]
    found = [finding for check in checks for finding in check(questionnaire, read_by)]
    return sorted(found, key=lambda finding: finding.weight)
