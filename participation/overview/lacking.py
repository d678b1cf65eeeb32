"""What a survey lacks before it is whole: told to the planner where it is shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import orjson
from sqlalchemy.orm import Session

from participation.activities.models import Activity, QuestionnaireVersion
from participation.projects.queries import zone_kinds
from surveys.missing_texts import missing_texts
from surveys.questionnaire import Questionnaire


@dataclass(frozen=True)
class Lacking:
    """`texts`: language → those that are not in it; `languages`: those of the project that it is not in at all;
    `layers`: kinds of zones that questions show behind the map and the project has none of; `kinds`: those it has."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    languages: Sequence[str] = ()
    layers: Sequence[str] = ()
    kinds: Sequence[str] = ()


def lacking(session: Session, activity: Activity, version: QuestionnaireVersion | None) -> Lacking:
    """What the questionnaire that is asked now lacks."""
    if version is None:
        return Lacking()
    document = orjson.loads(version.document)
    kinds = [kind.kind for kind in zone_kinds(session, activity.project)]
    questions = Questionnaire.checked_before(document).map_questions
    layers = dict.fromkeys(layer for question in questions for layer in question.setting("layers", ()))
    unknown = [layer for layer in layers if layer not in kinds]
    wanted = activity.project.languages.replace(",", " ").split()
    languages = [code for code in dict.fromkeys(wanted) if code not in document["languages"]]
    return Lacking(missing_texts(document), languages, unknown, kinds)
