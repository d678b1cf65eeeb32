"""Whatever somebody of the municipality or a teacher changes, and whoever reads what people have said, is logged."""

from __future__ import annotations

import flask
import pytest

from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from tests.house.repository import sources
from tests.house.test_routes import rules

# Views that change something and are not logged, each with why.
UNLOGGED = {
    "accounts.sign_in": "a sign-in is listed for the person, and forgotten soon",
    "accounts.sign_out": "as signing in",
    "basemaps.prepare": "fetches maps; nothing of the project changes",
    "basemaps.stop_preparing": "as making the map ready",
    "builder.preview": "shows what was sent, and keeps nothing of it",
    "classroom.leave": "forgets a cookie; nothing is stored",
    "downloads.files.give_up": "one's own file; nothing of the project changes",
    "downloads.order": "fetching the file is logged",
    "front.join": "a participant's",
    "projects.schools_upload": "keeps a file; the next step takes it in and is logged",
    "map_layers.file_upload": "keeps a file; the next step takes it in and is logged",
    "map_layers.drawing_upload": "keeps a file; the next step takes it in and is logged",
    "projects.population_upload": "keeps a file; the next step takes it in and is logged",
    "registrations.upload": "keeps a file; the next step takes it in and is logged",
    "projects.zones_upload": "keeps a file; the next step takes it in and is logged",
}
# Views for those who may read or download answers, which give none out.
WITHOUT_ANSWERS = {
    "downloads.files.progress": "only counts",
    "downloads.files.show": "only counts",
    "barnetrakk.index": "what categories are in the national product",
    "barnetrakk.sheet": "tells of the product, and of no answer",
    "barnetrakk.sheet_xml": "as the sheet",
    "downloads.index": "only counts",
    "feedback.planner.index": "what the municipality has told, and counts",
    "moderation.index": "the marks come in a call of their own",
    "moderation.waiting": "only counts",
    "tokens.index": "who may read, and until when",
}
PARTICIPANTS = {"link:pupil", "link:kiosk", "link:preview", "link:projector"}
ANSWERS = {str(Permission.RESPONSE_SEE), str(Permission.RESPONSE_EXPORT), str(Permission.RESPONSE_MODERATE)}
ON_SQLITE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


def is_logged(app: flask.Flask, endpoint: str) -> bool:
    return isinstance(getattr(app.view_functions[endpoint], "logged", None), Act)


@ON_SQLITE
def test_every_change_is_logged(app: flask.Flask) -> None:
    changing = {
        rule.endpoint
        for rule, access in rules(app)
        if access not in PARTICIPANTS | {"public"} and (rule.methods or set()) & {"POST", "PUT", "PATCH", "DELETE"}
    }
    missing = {endpoint for endpoint in changing if not is_logged(app, endpoint)} - UNLOGGED.keys()
    assert not missing, f"Put @records(Act.…) on {missing}, or say in UNLOGGED why not"


@ON_SQLITE
def test_every_reading_of_answers_is_logged(app: flask.Flask) -> None:
    reading = {rule.endpoint for rule, access in rules(app) if access in ANSWERS and "GET" in (rule.methods or set())}
    missing = {endpoint for endpoint in reading if not is_logged(app, endpoint)} - WITHOUT_ANSWERS.keys()
    assert not missing, f"Put @reads(Act.…) on {missing}, or say in WITHOUT_ANSWERS why not"


@ON_SQLITE
def test_the_lists_of_exceptions_name_what_is_there(app: flask.Flask) -> None:
    listed = UNLOGGED.keys() | WITHOUT_ANSWERS.keys()
    assert listed <= app.view_functions.keys()
    assert not [endpoint for endpoint in listed if is_logged(app, endpoint)]


def test_every_act_is_used() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sources(".py") if path.name != "acts.py"]
    assert not [act for act in Act if not any(f"Act.{act.name}" in text for text in texts)]
