"""What is worth a look in an activity's questionnaire, and what of it may not be published."""

from __future__ import annotations

from flask_babel import gettext as _

from participation import catalogues
from participation.activities.kinds import KINDS
from participation.activities.models import Activity
from participation.errors import Refused
from surveys.checks import Audience, Finding, Weight, findings
from surveys.messages import Message
from surveys.questionnaire import Questionnaire


def findings_of(activity: Activity, questionnaire: Questionnaire) -> list[Finding]:
    """Measured for those who answer activities of its kind."""
    return findings(questionnaire, Audience(in_class=KINDS[activity.kind].in_class))


def in_words(finding: Finding) -> str:
    """The finding in the reader's language, with the names of languages for their codes."""
    params = finding.message.params
    if "language" in params:
        params = {**params, "language": catalogues.name(params["language"])}
    return Message(finding.message.template, params).render(_)


def refuse_what_would_harm(activity: Activity, questionnaire: Questionnaire) -> None:
    """Refused, with what is to be mended, where a finding stops the publishing."""
    stops = [in_words(one) for one in findings_of(activity, questionnaire) if one.weight == Weight.STOPS]
    if stops:
        raise Refused("\n".join([_("This must be mended before it can be published:"), *stops]))
