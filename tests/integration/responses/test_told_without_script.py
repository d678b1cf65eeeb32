"""What the pages without JavaScript say: who has read their words, what must be answered, what is to be mended."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.factories.surveys import document, make_survey, page
from tests.integration.responses.plain_form import PlainForm
from tests.unit.surveys.documents import choices, label, question

UNREAD, IN_BOKMAL = "Ten tekst przetłumaczyła maszyna.", ">Przeczytaj po norwesku (bokmål)<"


@pytest.mark.parametrize("spoken", ["nb", "pl"])
def test_every_page_says_that_no_speaker_has_read_it(client: FlaskClient, spoken: str) -> None:
    survey = make_survey(document(languages=["nb", "pl"]))
    told = [client.get(f"/a/{survey.id}{page}?lang={spoken}").text for page in ("", "/code", "/resume")]
    form = PlainForm(client, f"/a/{survey.id}/page/1?lang={spoken}")
    token = form.fields()
    for press, typed in (("next", {"lives_here": "yes"}), ("next", {}), ("send", {})):
        told.append(form.response.text)
        form.press(press, **typed)
    told += [form.response.text, client.post(f"/a/{survey.id}/page/1", data=token).text]

    assert [UNREAD in page for page in told] == [spoken == "pl"] * len(told)
    # Where something is typed, or was sent, the address alone does not give the page again.
    assert [IN_BOKMAL in page for page in told] == [spoken == "pl"] * 3 + [False] * (len(told) - 3)


REQUIRED = "(må besvares)"
FEW = {"<": [{"answer": "household"}, 3]}


@pytest.mark.parametrize(("people", "required"), [("2", True), ("5", False)])
def test_what_answers_before_it_make_required_says_so(client: FlaskClient, people: str, required: bool) -> None:
    rows = question("matrix", "works", rows=choices("paths"), choices=choices("well", "badly"), required=FEW)
    about = question("place", "spots", required=FEW, followups=[question("short_text", "why", required=FEW)])
    asked = (question("short_text", "street", required=FEW), rows, about, question("short_text", "free"))
    survey = make_survey(document(page("first", question("whole_number", "household")), page("second", *asked)))
    form = PlainForm(client, f"/a/{survey.id}/page/1").press("next", household=people)
    form.press("add:spots", **{"place-spots": "school-1"})

    shown = [one for one in form.page.iter("span") if one.text == REQUIRED and "hidden" not in one.attrib]
    assert len(shown) == (4 if required else 0)
    told = [one.get("id") for one in form.page.iter() if one.get("aria-required")]
    assert told == (["answer-street", "answer-works_paths", "answer-mark-0-why"] if required else [])


def test_what_is_to_be_mended_names_its_question(client: FlaskClient) -> None:
    about = question("short_text", "why", label=label("Hvorfor?"), required=True)
    first, second = (question("short_text", name, label=label(f"Hva med {name}?"), required=True) for name in "ab")
    survey = make_survey(document(page("only", first, second, question("place", "spots", followups=[about]))))
    form = PlainForm(client, f"/a/{survey.id}/page/1")
    form.press("add:spots", **{"place-spots": "school-1"}).press("send")

    lacks = "Dette spørsmålet må du svare på."
    links = ["".join(one.itertext()) for one in form.page.findall(".//*[@id='to-mend']//a")]
    school = "Loddefjord skole"
    assert links == [f"Hva med a? – {lacks}", f"Hva med b? – {lacks}", f"{school}: Hvorfor? – {lacks}"]


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"required": True}, "«Hvor er det fint?» må besvares på kartet."),
        ({"required": True, "required_message": label("Sett ett merke.")}, "Sett ett merke."),
        ({"constraint": {">": [{"self": True}, 1]}, "constraint_message": label("Sett to.")}, "Sett to."),
        ({"min_marks": 2}, "«Hvor er det fint?» har 1 merker."),
    ],
)
def test_a_map_question_says_in_words_what_it_lacks(client: FlaskClient, own: dict[str, Any], told: str) -> None:
    survey = make_survey(document(page("only", question("place", "spots", label=label("Hvor er det fint?"), **own))))
    form = PlainForm(client, f"/a/{survey.id}/page/1")
    if "required" not in own:
        form.press("add:spots", **{"place-spots": "school-1"})

    assert told in form.press("send").text and "spots" not in form.text
