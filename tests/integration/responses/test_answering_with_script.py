"""What a survey's page holds for its scripts: the whole form, and the questionnaire in the reader's language."""

from __future__ import annotations

import json
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient

from participation.responses.answering.whole_form import AFTER, BEFORE
from tests.browser.survey_steps import every_plain_question
from tests.factories.surveys import document, make_survey, page
from tests.unit.surveys.documents import choices, label, question

HAS_CAR = {"=": [{"answer": "car"}, "yes"]}
PIPED = document(
    page("first", question("single_choice", "car", choices=choices("yes", "no"))),
    page("second", question("short_text", "which", label=label("Bil: {car}, {{ikke det}"), relevant=HAS_CAR),
         question("single_choice", "odd", choices=[{"code": "a", "label": label("{car}")}]), question("photo", "photo")),
)  # fmt: skip


def page_of(client: FlaskClient, address: str) -> Element:
    return html5lib.parse(client.get(address).text, namespaceHTMLElements=False)


def by_id(read: Element, identity: str) -> Element:
    [found] = read.findall(f".//*[@id='{identity}']")
    return found


def data_of(read: Element) -> dict[str, Any]:
    return dict(json.loads(by_id(read, "page-data").text or ""))


def test_the_whole_form_is_in_the_page_and_hidden_until_scripts_show_it(client: FlaskClient) -> None:
    survey = make_survey(every_plain_question())
    read = page_of(client, f"/a/{survey.id}")
    form = by_id(read, "answers")
    assert "hidden" in form.attrib
    assert [one.get("data-page") for one in form.iter("section")] == ["page1", "page2", "page3", "page4", "page5"]
    shown = {one.get("data-question") for one in form.iter("div")} - {None}
    asked = {one["variable"] for part in every_plain_question()["pages"] for one in part["questions"]}
    assert shown == asked - {"score", "source"}


def test_the_questionnaire_is_in_the_readers_language_alone(client: FlaskClient) -> None:
    survey = make_survey(every_plain_question())
    data = data_of(page_of(client, f"/a/{survey.id}?lang=ar"))
    assert (data["language"], data["own"], data["questionnaire_version"]) == ("ar", "ar", 1)
    assert data["questionnaire"]["pages"][0]["title"] == {"ar": "الجزء 1"}
    assert "uid" not in data["questionnaire"]["pages"][0]["questions"][0]
    assert data_of(page_of(client, f"/a/{survey.id}?lang=nb"))["questionnaire"]["pages"][0]["title"] == {"nb": "Del 1"}


def test_conditions_go_to_the_device_as_they_are(client: FlaskClient) -> None:
    survey = make_survey(PIPED)
    [_car, second] = data_of(page_of(client, f"/a/{survey.id}"))["questionnaire"]["pages"]
    assert second["questions"][0]["relevant"] == HAS_CAR


def test_where_earlier_answers_belong_is_marked_in_questions_alone(client: FlaskClient) -> None:
    survey = make_survey(PIPED)
    text = "".join(by_id(page_of(client, f"/a/{survey.id}"), "answers").itertext())
    assert f"Bil: {BEFORE}car{AFTER}, {{ikke det}}" in text
    assert text.count(BEFORE) == 1
    assert "{car}" in text


def test_a_photo_is_asked_for(client: FlaskClient) -> None:
    survey = make_survey(PIPED)
    assert page_of(client, f"/a/{survey.id}").findall(".//*[@data-question='photo']//input[@type='file']")


def test_a_questionnaire_cannot_end_the_script_element_it_stands_in(client: FlaskClient) -> None:
    hostile = "</script><script>alert(1)</script>"
    survey = make_survey(document(page("first", question("short_text", "what", label=label(hostile)))))
    [asked] = data_of(page_of(client, f"/a/{survey.id}"))["questionnaire"]["pages"][0]["questions"]
    assert asked["label"] == {"nb": hostile}
    assert "alert(1)</script>" not in client.get(f"/a/{survey.id}").text
