"""What is worth a look in an activity's questionnaire, and what of it may not be published."""

from __future__ import annotations

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from participation import catalogues
from participation.activities.kinds import KINDS
from participation.activities.models import Activity
from participation.errors import Refused
from surveys.checks import Audience, Finding, Weight, findings
from surveys.messages import Message
from surveys.questionnaire import Questionnaire

# Every check of surveys/checks has its heading here.
HEADINGS: dict[str, LazyString] = {
    "unreachable": _l("Never asked"),
    "not_for_pupils": _l("Not as pupils can answer"),
    "personal_questions": _l("Asks who the respondent is"),
    "missing_translations": _l("Missing in a language"),
    "alike": _l("Called the same"),
    "hard_to_read": _l("Hard to read"),
    "colours": _l("Hard to see"),
    "long_pages": _l("Long pages"),
}


def findings_of(activity: Activity, questionnaire: Questionnaire, *, whole: bool = True) -> list[Finding]:
    """Measured for those who answer activities of its kind. `whole`: False where questions are left out."""
    return findings(questionnaire, Audience(in_class=KINDS[activity.kind].in_class), whole=whole)


def in_words(finding: Finding) -> str:
    """The finding in the reader's language, with the names of languages for their codes, of several too."""
    params = finding.message.params
    if "language" in params:
        codes = params["language"]
        named = tuple(map(catalogues.name, codes)) if isinstance(codes, tuple) else catalogues.name(codes)
        params = {**params, "language": named}
    return Message(finding.message.template, params).render(_)


def refuse_what_would_harm(activity: Activity, questionnaire: Questionnaire) -> None:
    """Refused, with what is to be mended, where a finding stops the publishing."""
    stops = [in_words(one) for one in findings_of(activity, questionnaire) if one.weight == Weight.STOPS]
    if stops:
        raise Refused("\n".join([_("This must be mended before it can be published:"), *stops]))
