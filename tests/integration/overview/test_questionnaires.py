"""A planner looks at what is asked, changes it in a workbook, sees what would change, and publishes it or makes another activity."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import flask
import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy.orm import Session

from participation.activities import drafts, publishing
from participation.activities.models import Activity, QuestionnaireDraft, QuestionnaireVersion
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.overview import questionnaires
from participation.overview.versions import next_version
from participation.responses.used_codes import used_codes
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import new_uuid
from tests.factories.surveys import document, make_survey, survey_body
from tests.integration.commands.test_pictures import picture
from tests.unit.surveys.documents import choices, label, question

QUESTIONNAIRE = "/projects/loddefjord/activities/1/questionnaire"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def survey(cast: Cast) -> Activity:
    return make_survey()


def workbook(planner: FlaskClient) -> dict[str, Worksheet]:
    """What the planner downloads, by sheet; `saved` makes a file of it again."""
    answer = planner.get(f"{QUESTIONNAIRE}/workbook.xlsx")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="loddefjord-1-v1.xlsx"'
    book = load_workbook(BytesIO(answer.data))
    return {sheet.title: sheet for sheet in book.worksheets}


def saved(sheets: dict[str, Worksheet]) -> bytes:
    file = BytesIO()
    sheets["survey"].parent.save(file)
    return file.getvalue()


def cells(sheet: Worksheet, name: str) -> dict[str, Any]:
    """The cell of each column in the row of `name`."""
    headings = [cell.value for cell in sheet[1]]
    at = headings.index("name")
    [row] = [row for row in sheet.iter_rows(min_row=2) if row[at].value == name]
    return dict(zip(headings, row, strict=True))


def seen() -> str:
    """The edition of the draft, as the page shows it."""
    draft = db.session.query(QuestionnaireDraft).populate_existing().one_or_none()
    return draft.edition if draft else ""


def send(planner: FlaskClient, data: bytes, *files: tuple[bytes, str]) -> Any:
    pictures = [(BytesIO(content), name) for content, name in files]
    sent = {"workbook": (BytesIO(data), "skjema.xlsx"), "pictures": pictures, "seen": seen()}
    return planner.post(QUESTIONNAIRE, data=sent, content_type="multipart/form-data", follow_redirects=True)


def publish(planner: FlaskClient, page: str) -> Any:
    [based_on] = re.findall(r'name="based_on" value="(\d*)"', page)
    edition = re.findall(r'name="seen" value="([^"]+)"', page)[0]
    return planner.post(f"{QUESTIONNAIRE}/publish", data={"based_on": based_on, "seen": edition}, follow_redirects=True)


def reworded(planner: FlaskClient, text: str = "Bor du i nabolaget?") -> bytes:
    sheets = workbook(planner)
    [heading] = [name for name in cells(sheets["survey"], "lives_here") if str(name).startswith("label")]
    cells(sheets["survey"], "lives_here")[heading].value = text
    return saved(sheets)


def without(planner: FlaskClient, code: str) -> bytes:
    sheets = workbook(planner)
    sheets["choices"].delete_rows(cells(sheets["choices"], code)["name"].row)
    return saved(sheets)


def numbers() -> list[int]:
    return [version.number for version in db.session.query(QuestionnaireVersion).order_by(QuestionnaireVersion.number)]


def test_what_is_asked_stands_page_by_page(cast: Cast, survey: Activity) -> None:
    page = cast.planner.get(QUESTIONNAIRE).text
    assert re.search(r"Hva det spørres om nå.*Home.*Må besvares.*Places.*På kartet", page, re.DOTALL)
    assert "Versjoner</h2>" not in page


def test_other_words_become_a_version_that_new_respondents_get(
    cast: Cast, survey: Activity, client: FlaskClient
) -> None:
    page = send(cast.planner, reworded(cast.planner)).text
    assert "Andre ord, de samme spørsmålene" in page
    assert "ord eller oversettelser er endret" in page
    assert numbers() == [1]
    assert "Versjon 2 er publisert" in publish(cast.planner, page).text
    assert numbers() == [1, 2]
    assert "Bor du i nabolaget?" in client.get(f"/a/{survey.id}/page/1").text
    late = survey_body(survey, answers={"lives_here": "yes"}, complete=True)
    assert client.put(f"/api/responses/{new_uuid()}", json=late).status_code == 201
    assert db.session.query(QuestionnaireDraft).count() == 0


def test_a_choice_nobody_made_may_go_and_one_that_was_made_may_not(
    cast: Cast, survey: Activity, client: FlaskClient
) -> None:
    body = survey_body(survey, answers={"misses": ["light"]})
    assert client.put(f"/api/responses/{new_uuid()}", json=body).status_code == 201
    page = send(cast.planner, without(cast.planner, "light")).text
    assert "Den kan ikke publiseres her" in page
    assert "valget «Light» er borte" in page
    assert "based_on" not in page
    forced = cast.planner.post(
        f"{QUESTIONNAIRE}/publish", data={"based_on": "1", "seen": seen()}, follow_redirects=True
    ).text
    assert "ville mist" in forced
    assert numbers() == [1]
    page = send(cast.planner, without(cast.planner, "bench")).text
    assert "Noe spørres det ikke lenger om" in page
    assert "Versjon 2 er publisert" in publish(cast.planner, page).text


def test_the_draft_becomes_an_activity_of_its_own(cast: Cast, survey: Activity, client: FlaskClient) -> None:
    body = survey_body(survey, answers={"misses": ["light"]})
    assert client.put(f"/api/responses/{new_uuid()}", json=body).status_code == 201
    send(cast.planner, without(cast.planner, "light"))
    refused = cast.planner.post(
        f"{QUESTIONNAIRE}/copy", data={"title": " ", "seen": seen()}, follow_redirects=True
    ).text
    assert "Gi aktiviteten en tittel" in refused
    made = cast.planner.post(f"{QUESTIONNAIRE}/copy", data={"title": "Runde to", "seen": seen()}, follow_redirects=True)
    assert "Den nye aktiviteten er laget" in made.text
    second = db.session.get_one(Activity, 2)
    assert (second.title, second.kind, second.status) == ("Runde to", "resident_survey", "draft")
    assert "light" not in second.versions[0].document
    assert numbers() == [1, 1]


def test_a_version_published_meanwhile_is_not_overwritten(cast: Cast, survey: Activity) -> None:
    first = send(cast.planner, reworded(cast.planner)).text
    publish(cast.planner, first)
    sheets = load_workbook(BytesIO(cast.planner.get(f"{QUESTIONNAIRE}/workbook.xlsx").data))
    file = BytesIO()
    sheets.save(file)
    send(cast.planner, file.getvalue())
    late = cast.planner.post(
        f"{QUESTIONNAIRE}/publish", data={"based_on": "1", "seen": seen()}, follow_redirects=True
    ).text
    assert "en annen versjon" in late
    assert numbers() == [1, 2]


def test_a_draft_that_came_meanwhile_takes_nothing_away(
    cast: Cast, survey: Activity, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = survey_body(survey, answers={"misses": ["light"]})
    assert client.put(f"/api/responses/{new_uuid()}", json=body).status_code == 201
    send(cast.planner, reworded(cast.planner))
    lacking = document()
    lacking["pages"][1]["questions"][0]["choices"] = choices("bench", "tree")

    def looked_at(session: Session, activity: Activity) -> Any:
        found = next_version(session, activity)
        with writing(db) as writer:
            drafts.keep(writer, writer.get_one(Activity, activity.id), lacking, {}, [], "other@example.no", edition)
            # Another page's, under the same name.
            writer.get_one(QuestionnaireDraft, activity.id).edition = edition
        return found

    edition = seen()
    monkeypatch.setattr(questionnaires, "next_version", looked_at)
    page = cast.planner.post(
        f"{QUESTIONNAIRE}/publish", data={"based_on": "1", "seen": seen()}, follow_redirects=True
    ).text
    assert "ville mist" in page
    assert numbers() == [1]


def test_a_workbook_with_problems_changes_nothing(cast: Cast, survey: Activity) -> None:
    sheets = workbook(cast.planner)
    cells(sheets["survey"], "lives_here")["type"].value = "select_everything"
    answer = send(cast.planner, saved(sheets))
    assert answer.status_code == 422
    assert re.search(r"survey: Rad \d+: ", answer.text)
    assert send(cast.planner, b"not a workbook").status_code == 422
    assert cast.planner.post(QUESTIONNAIRE, data={}).status_code == 422
    assert db.session.query(QuestionnaireDraft).count() == 0


def test_the_draft_is_put_away(cast: Cast, survey: Activity) -> None:
    send(cast.planner, reworded(cast.planner))
    page = cast.planner.post(f"{QUESTIONNAIRE}/discard", data={"seen": seen()}, follow_redirects=True)
    assert "Utkastet er lagt bort" in page.text
    gone = cast.planner.post(
        f"{QUESTIONNAIRE}/publish", data={"based_on": "1", "seen": "a draft"}, follow_redirects=True
    ).text
    assert "Utkastet er borte" in gone


def test_pictures_come_with_the_workbook(cast: Cast, survey: Activity, client: FlaskClient) -> None:
    sheets = workbook(cast.planner)
    survey_sheet = sheets["survey"]
    survey_sheet.cell(1, survey_sheet.max_column + 1, "media::image")
    cells(survey_sheet, "lives_here")
    row = survey_sheet.max_row + 1
    headings = [cell.value for cell in survey_sheet[1]]
    new = {"type": "note", "name": "seen", "media::image": "park.jpg"}
    new |= {name: "Parken" for name in headings if str(name).startswith("label")}
    for name, value in new.items():
        survey_sheet.cell(row, headings.index(name) + 1, value)
    lacking = send(cast.planner, saved(sheets)).text
    assert "Bildet «park.jpg» er ikke blant filene" in lacking
    page = send(cast.planner, saved(sheets), (picture("JPEG", "red"), "park.jpg"), (b"x", "other.png")).text
    assert "Arbeidsboken nevner ikke bildet «other.png»" in page
    publish(cast.planner, page)
    assert client.get(f"/a/{survey.id}/pictures/2/park.jpg").status_code == 200


def test_versions_tell_what_each_changed(cast: Cast, survey: Activity) -> None:
    publish(cast.planner, send(cast.planner, reworded(cast.planner)).text)
    page = cast.planner.get(QUESTIONNAIRE).text
    assert re.search(r"Versjon 2, publisert.*Andre ord.*Versjon 1, publisert.*Den første", page, re.DOTALL)


def test_only_those_who_may_change_activities_come_here(cast: Cast, survey: Activity) -> None:
    for address in (QUESTIONNAIRE, f"{QUESTIONNAIRE}/workbook.xlsx"):
        assert cast.analyst.get(address).status_code == 403
        assert cast.stranger.get(address).status_code == 302
    for act in ("publish", "discard", "copy"):
        assert cast.analyst.post(f"{QUESTIONNAIRE}/{act}").status_code == 403


def test_choices_about_marks_and_categories_are_kept_too(cast: Cast, client: FlaskClient) -> None:
    why = question("multiple_choice", "why", choices=choices("dark", "cars"))
    categories = [{"code": code, "label": label(code.title()), "symbol": "circle", "colour": "#0072b2", "sentiment": "neutral"} for code in ("good", "bad")]  # fmt: skip
    asked = question("place", "spots", categories=categories, followups=[why])
    page = {"name": "places", "title": label("Steder"), "questions": [asked]}
    survey = make_survey({"format": 1, "languages": ["nb"], "title": label("Skjema"), "pages": [page]})
    mark = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [5.26, 60.36]},
        "properties": {"question": "spots", "category": "bad", "answers": {"why": ["dark"]}},
    }
    assert client.put(f"/api/responses/{new_uuid()}", json=survey_body(survey, mark)).status_code == 201
    for gone, stays in (({"categories": categories[:1]}, False), ({"followups": [why | {"choices": choices("cars")}]}, False), ({"categories": categories[1:]}, True)):  # fmt: skip
        assert may_become(survey, page, asked | gone) is stays


def may_become(survey: Activity, page: dict[str, Any], asked: dict[str, Any]) -> bool:
    """Whether the questionnaire with this question in place of the first would be published; nothing is."""
    changed = {"format": 1, "languages": ["nb"], "title": label("Skjema"), "pages": [page | {"questions": [asked]}]}
    try:
        with writing(db) as session:
            activity = session.get_one(Activity, survey.id)
            publishing.publish(session, activity, changed, used=used_codes(session, activity))
            session.rollback()
    except Refused:
        return False
    return True
