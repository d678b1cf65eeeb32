"""Publishing questionnaires: the first version, and the next as far as the answers there are keep their meaning."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import orjson
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.activities import pictures, queries
from participation.activities.models import Activity, QuestionnaireVersion
from participation.clock import now
from participation.errors import Refused
from surveys.changes.change import Change, Lost, losses, refusals
from surveys.changes.comparing import changes
from surveys.questionnaire import Questionnaire

Used = Callable[[Sequence[Lost]], Collection[Lost]]
"""Which of these somebody has chosen: a feature above knows."""


def anything(lost: Sequence[Lost]) -> Collection[Lost]:
    """Where nobody has looked, all may have been chosen."""
    return lost


def publish(
    session: Session,
    activity: Activity,
    document: Mapping[str, object],
    shown: Mapping[str, bytes] | None = None,
    used: Used = anything,
) -> QuestionnaireVersion:
    """Publish `document` as the activity's next version; it is checked first and never changes afterwards.

    `shown`: pictures that it names, encoded anew; those of the version before stay where none is given. Refused where
    answers to earlier versions would lose their meaning.
    """
    found = proposed_changes(session, activity, Questionnaire.from_document(document))
    in_the_way = refusals(found, used(losses(found)))
    if in_the_way:
        raise Refused(refusal(in_the_way))
    newest = queries.newest_version(session, activity)
    version = QuestionnaireVersion(
        activity_id=activity.id,
        number=newest.number + 1 if newest else 1,
        document=orjson.dumps(document).decode(),
        published_at=now(),
    )
    session.add(version)
    session.flush()
    pictures.keep(session, version, shown or {}, newest)
    return version


def proposed_changes(session: Session, activity: Activity, proposed: Questionnaire) -> list[Change]:
    """What `proposed` changes of what is published; nothing where nothing is."""
    versions = queries.every_version(session, activity)
    return changes(list(versions.values()), proposed) if versions else []


def refusal(in_the_way: Iterable[Change]) -> str:
    """What stands in the way, line by line, and what to do instead."""
    told = [change.message.render(_) for change in in_the_way]
    return "\n".join(
        [
            _("Answers that have come in would lose their meaning, so this is not published:"),
            *told,
            _(
                "Mend it in the workbook, or make a new activity of it. A choice or a row that is offered no longer keeps "
                "its place there, with true in a column lokalkjent.retired."
            ),
        ]
    )
