"""What was found of a questionnaire, as a planner reads it before publishing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import gettext as _

from participation.activities.checks import HEADINGS, findings_of, in_words
from participation.activities.models import Activity
from surveys.checks import Finding, Weight
from surveys.questionnaire import Questionnaire
from surveys.texts import text_in


@dataclass(frozen=True)
class Group:
    """What one check found, a line each."""

    heading: LazyString
    told: list[str]


@dataclass(frozen=True)
class Checked:
    """`stops`: what must be mended first; `advice`: what the planner may know better."""

    stops: list[str]
    advice: list[Group]

    @property
    def count(self) -> int:
        """How many lines of advice there are."""
        return sum(len(group.told) for group in self.advice)


def checked(activity: Activity, questionnaire: Questionnaire, language: str) -> Checked:
    """`language`: that the titles of pages are told in."""
    found = findings_of(activity, questionnaire)
    titles = {page.name: text_in(page.title, language) or page.name for page in questionnaire.pages}
    advice = [one for one in found if one.weight == Weight.ADVICE]
    groups = [Group(heading, _lines(advice, name, titles)) for name, heading in HEADINGS.items()]
    stops = [_line(one, titles) for one in found if one.weight == Weight.STOPS]
    return Checked(stops, [group for group in groups if group.told])


def _lines(found: Iterable[Finding], check: str, titles: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(_line(one, titles) for one in found if one.check == check))


def _line(finding: Finding, titles: dict[str, str]) -> str:
    page, told = titles.get(finding.where.page), in_words(finding)
    return _("%(page)s: %(message)s", page=page, message=told) if page and finding.where.question else told
