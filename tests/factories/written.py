"""A class map and a survey in which people have written all sorts of things."""

from __future__ import annotations

from typing import NamedTuple

from participation.activities.models import Activity
from participation.class_sessions.models import ClassSession
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from tests.factories.cast import Cast
from tests.factories.classes import body, make_class, new_uuid, point
from tests.factories.surveys import document, make_survey, page, survey_body
from tests.unit.surveys.documents import label, question
from tests.unit.surveys.test_photo import photo

PHONE, BLOW, SLUR = "ring meg på 47 12 34 56 eller Kari", "noen slo meg her", "så mange pakkiser"
PLAIN, WISH, FOREIGN = "fin benk ved Ærfuglveien", "jeg heter Ola og vil ha lys", "тут темно, дзвоніть 47123456"


class Written(NamedTuple):
    """Where it was written. The class's marks have the ids 1 to 4, the survey's answers and photo come after."""

    mapped: ClassSession
    survey: Activity

    @property
    def queue(self) -> str:
        return f"/projects/{self.survey.project.slug}/moderation"


def write(cast: Cast) -> Written:
    """Four marks with texts, two answers of a survey with texts, a photo, and a draft with a phone number."""
    mapped = make_class()
    marks = [
        point(5.23 + at / 1000, 60.36, "unsafe", comment=text) for at, text in enumerate((PLAIN, PHONE, BLOW, SLUR))
    ]
    assert (
        cast.stranger.put(f"/api/responses/{new_uuid()}", json=body(mapped, *marks, complete=True)).status_code == 201
    )
    draft = body(mapped, point(5.24, 60.36, "good", comment="mobil 48 12 34 56"))
    assert cast.stranger.put(f"/api/responses/{new_uuid()}", json=draft).status_code == 201
    with writing(db) as session:
        session.get_one(Project, mapped.activity.project_id).worry_routine = "Ring rektor samme dag."
    content = document(
        page(
            "one", question("long_text", "wish", label=label("Hva ønsker du?")), question("photo", "seen", max_photos=3)
        )
    )
    survey = make_survey(content, project=db.session.get_one(Project, mapped.activity.project_id))
    for language, text in (("nb", WISH), ("uk", FOREIGN)):
        response, name = new_uuid(), new_uuid()
        seen = [name] if language == "nb" else []
        if seen:
            cast.stranger.post(f"/api/responses/{response}/photos/{name}?activity={survey.id}", data=photo())
        answers = {"wish": text} | ({"seen": seen} if seen else {})
        given = survey_body(survey, answers=answers, language=language, complete=True)
        assert cast.stranger.put(f"/api/responses/{response}", json=given).status_code == 201
    return Written(mapped, survey)
