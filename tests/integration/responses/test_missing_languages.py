"""What a questionnaire lacks in the reader's language stands there in the one it has, and says so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import flask
import pytest
from flask.testing import FlaskClient

from tests.factories.cast import make_cast
from tests.factories.missing_languages import NORWEGIAN, QUESTIONNAIRE, both
from tests.factories.surveys import document, make_survey, page
from tests.integration.responses.plain_form import PlainForm
from tests.unit.surveys.documents import category, choices, label, question

WITH_OTHER = [*choices("Norsk-a", "Norsk-b"), {"code": "other", "label": label("Norsk annet"), "specify": True}]
# With as many of the program's own words as there can be.
IN_NORWEGIAN_ALONE = [
    question("single_choice", "one", choices=WITH_OTHER, required=True),
    question("single_choice", "menu", choices=choices("Norsk-a", "Norsk-b"), appearance="dropdown", required=True),
    question("multiple_choice", "several", choices=choices("Norsk-a", "Norsk-b"), min=1, max=2, required=True),
    question("ranking", "order", choices=choices("Norsk-a", "Norsk-b"), max_ranked=1),
    question("slider", "slid", low_label=label("Norsk lite"), high_label=label("Norsk mye"), required=True),
    question("consent", "agreed", required=True, reason=label("Norsk grunn")),
    question("photo", "shown", max_photos=2),
    question("matrix", "rows", rows=choices("norsk"), required=True),
    question("short_text", "short", required=True),
    question(
        "place",
        "spots",
        categories=[category("Norsk-god"), category("Norsk-ond")],
        min_marks=1,
        max_marks=2,
        required=True,
    ),
]


def answered(client: FlaskClient) -> PlainForm:
    """The second page in Polish, with a place to be asked about."""
    form = PlainForm(client, f"/a/{make_survey(QUESTIONNAIRE).id}/page/1?lang=pl")
    form.press("next", favourite="park", why="Fint der")
    return form.press("add:spots", **{"category-spots": "good", "place-spots": "school-1"})


def test_an_earlier_answer_within_a_text(client: FlaskClient) -> None:
    assert f"Więcej: Park ({NORWEGIAN})" in answered(client).text


def test_what_is_asked_about_a_place(client: FlaskClient) -> None:
    form = answered(client)
    about, when = [
        one for one in form.page.iter("div") if any("mark-0-" in (each.get("for") or "") for each in one.findall("div/label"))
    ]  # fmt: skip

    assert (about.get("lang"), about.find("span[@class='only-in']").text) == ("nb", NORWEGIAN)
    assert (when.get("lang"), when.find("span[@class='only-in']")) == (None, None)


def test_the_answers_by_their_receipt(client: FlaskClient) -> None:
    form = answered(client).press("send", **{"mark-0-about": "Utsikten", "mark-0-when": "Zawsze"})
    receipt = form.page.find(".//p[@class='thanks__code']").text
    told = client.post("/receipt?lang=pl", data={"code": receipt}).text
    listed = re.findall(r"<div( [^>]*)?><dt>(.*?)</dt><dd>(.*?)</dd></div>", told)
    plain = [(found, re.sub("<.*?>", "", asked), answer) for found, asked, answer in listed]

    assert plain == [
        (' lang="nb" dir="ltr"', f"Hvor? {NORWEGIAN}", "Park"),
        ("", f"Dlaczego Park ({NORWEGIAN})?", "Fint der"),
        (' lang="nb" dir="ltr"', f"Hva er fint? {NORWEGIAN}", "Utsikten"),
        ("", "Kiedy?", "Zawsze"),
    ]


def test_what_is_printed(app: flask.Flask) -> None:
    cast = make_cast(app)
    survey = make_survey(QUESTIONNAIRE)
    printed = cast.planner.get(f"/projects/loddefjord/activities/{survey.id}/ways/paper?lang=pl").text

    assert NORWEGIAN in printed


def test_scripts_get_each_question_in_the_language_it_is_asked_in(client: FlaskClient) -> None:
    got = client.get(f"/a/{make_survey(QUESTIONNAIRE).id}?lang=pl").text
    data = re.search(r'<script type="application/json" id="page-data">(.*?)</script>', got, re.DOTALL)
    assert data is not None
    first, second = (one["questions"] for one in json.loads(data[1])["questionnaire"]["pages"])

    assert [one["label"] for one in first] == [{"nb": "Hvor?"}, {"pl": "Dlaczego {favourite}?"}]
    assert [one["label"] for one in second[1]["followups"]] == [{"nb": "Hva er fint?"}, {"pl": "Kiedy?"}]
    assert second[1]["categories"][0]["label"] == {"pl": "Ładnie"}
    # Each of the two questions in Norwegian says so in the page.
    assert got.count('class="only-in"') == 2


@pytest.mark.parametrize("spoken", ["nb", "pl"])
def test_own_messages_are_for_those_who_read_them(client: FlaskClient, spoken: str) -> None:
    asked = question("short_text", "asked", required=True, required_message={"pl": "Napisz coś."}, hint=label("Tips"))
    survey = make_survey(document(page("only", asked | both("Hva?", "Co?")), languages=["nb", "pl"]))

    assert ("Napisz" in client.get(f"/a/{survey.id}?lang={spoken}").text) is (spoken == "pl")


def with_language(page: Any) -> Iterator[tuple[str, str]]:
    """Each text of the page's questions, and the language that it is marked as."""
    marked = {"": "pl"}

    def texts(node: Any, language: str) -> Iterator[tuple[str, str]]:
        own = node.get("lang") or language
        if (node.text or "").strip():
            yield own, node.text.strip()
        for child in node:
            yield from texts(child, own)
            if (child.tail or "").strip():
                yield own, child.tail.strip()

    for asked in page.iter("div"):
        if asked.get("lang") == "nb":
            yield from texts(asked, marked[""])


@pytest.mark.parametrize("scripts", [False, True])
def test_the_programs_own_words_within_them_are_marked_as_the_readers(client: FlaskClient, scripts: bool) -> None:
    asked = [one | {"label": label("Norsk spørsmål")} for one in IN_NORWEGIAN_ALONE]
    survey = make_survey(document(page("only", *asked), languages=["nb", "pl"]))
    form = PlainForm(client, f"/a/{survey.id}{'' if scripts else '/page/1'}?lang=pl")
    if not scripts:
        form.press("send")
    found = list(with_language(form.page))
    assert {text for language, text in found if language == "nb" and "orsk" not in text and not text.isdigit()} == set()
    ours = {text for language, text in found if language == "pl"}
    assert {text for text in ours if text.startswith("Norsk")} == set()
    assert "(trzeba odpowiedzieć)" in ours
