"""What is found worth a look before a questionnaire is published, and what is not."""

from __future__ import annotations

from typing import Any

import pytest

from surveys.checks import CHECKS, Audience, Finding, Weight, Where, findings
from surveys.checks.colours import contrast
from surveys.questionnaire import Questionnaire
from tests.unit.surveys.documents import category, choices, document, label, question, questionnaire


def found(asked: Questionnaire, check: str, audience: Audience | None = None) -> list[Finding]:
    return [one for one in findings(asked, audience) if one.check == check]


def where(asked: Questionnaire, check: str) -> list[str]:
    return [one.where.question or one.where.page for one in found(asked, check)]


def test_nothing_is_found_of_a_questionnaire_that_is_in_order() -> None:
    asked = questionnaire(
        question("single_choice", "way", label=label("Hvordan kommer du til skolen?"), choices=choices("walk", "bus")),
        question("place", "places", label=label("Hva liker du?"), categories=[category("good"), category("bad")]),
    )
    assert findings(asked) == []


def test_texts_that_are_not_in_every_language_are_told_with_their_place() -> None:
    one = question("single_choice", "way", label={"nb": "Hvordan?", "nn": "Korleis?"}, choices=choices("walk"))
    page = {"name": "first", "title": {"nb": "Side", "nn": "Side"}, "questions": [one]}
    asked = Questionnaire.from_document(
        {"format": 1, "languages": ["nb", "nn"], "title": {"nb": "Skjema"}, "pages": [page]}
    )
    told = found(asked, "missing_translations")
    places = [Where(language="nn", member="title"), Where("first", "way", "nn", "choices[0].label")]
    assert [(one.where, one.weight) for one in told] == [(place, Weight.ADVICE) for place in places]
    assert "“Walk”" in told[1].message.render()


def test_a_text_that_is_not_in_the_first_language_stops_the_publishing() -> None:
    about = question("long_text", "why", label={"en": "Why?"})
    asked = document(question("place", "p", categories=[category("good", followups=[about])]), languages=["nb", "en"])
    [told] = [one for one in findings(Questionnaire.from_document(asked)) if one.weight == Weight.STOPS]
    assert told.where == Where("first", "why", "nb", "label")


LONG = "Kommunedelplanen forutsetter medvirkningsprosesser som gjennomføres innenfor samtlige planområder"


@pytest.mark.parametrize(
    ("text", "age", "audience", "hard"),
    [
        (LONG, None, Audience(), True),
        ("Vi vil vite hva du synes om veien til skolen.", None, Audience(), False),
        ("Hva synes du om kommuneplanens arealdel?", None, Audience(), False),
        ("Tegn veien du bruker når du går til skolen om morgenen.", "3-7", Audience(in_class=True), True),
        ("Tegn veien du bruker når du går til skolen om morgenen.", "8-10", Audience(in_class=True), False),
        (
            "Vi vil vite mer om hva du synes om veien, vennene dine, leken og naturen her.",
            None,
            Audience(in_class=True),
            True,
        ),
        ("Vi vil vite mer om hva du synes om veien, vennene dine, leken og naturen her.", None, Audience(), False),
    ],
)
def test_a_text_that_is_too_hard_for_its_readers(text: str, age: str | None, audience: Audience, hard: bool) -> None:
    own = {"age": age} if age else {}
    asked = Questionnaire.from_document(document(question("long_text", label=label(text)), **own))
    assert bool(found(asked, "hard_to_read", audience)) is hard


def test_languages_that_the_index_is_not_made_for_are_not_measured() -> None:
    asked = document(question("long_text", label={"pl": LONG}), languages=["pl"], title={"pl": "A"})
    asked["pages"][0]["title"] = {"pl": "A"}
    assert not found(Questionnaire.from_document(asked), "hard_to_read")


def test_a_pale_colour_cannot_be_seen() -> None:
    pale, clear = category("pale", colour="#f0e442"), category("clear", colour="#0072b2")
    told = found(questionnaire(question("place", "places", categories=[pale, clear])), "colours")
    assert [one.message.params["category"] for one in told] == ["Pale"]
    assert [one.where for one in told] == [Where("first", "places", member="categories[0].colour")]
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "Navn", "Hva er navnet ditt?", "Skriv fullt navn", "Etternavn", "Kva heiter du?", "What is your name?",
        "Hva er adressen din?", "Adresse", "Where do you live?", "Telefonnummer", "Mobil", "Your phone",
        "Skriv e-posten din", "E-postadresse", "Email address", "Fødselsdato", "Når er du født?", "Date of birth",
        "Fødselsnummer (11 siffer)", "Personnummer",
    ],
)  # fmt: skip
def test_questions_that_ask_who_somebody_is(text: str) -> None:
    assert where(questionnaire(question("short_text", "who", label=label(text))), "personal_questions") == ["who"]


@pytest.mark.parametrize(
    ("text", "audience", "weight"),
    [
        ("Navn", Audience(), Weight.ADVICE),
        ("Navn", Audience(in_class=True), Weight.STOPS),
        ("Fødselsnummer", Audience(), Weight.STOPS),
    ],
)
def test_pupils_are_not_asked_who_they_are_and_nobody_for_an_identity_number(
    text: str, audience: Audience, weight: Weight
) -> None:
    asked = questionnaire(question("short_text", "who", label=label(text)))
    assert [one.weight for one in found(asked, "personal_questions", audience)] == [weight]


@pytest.mark.parametrize(
    "text",
    ["Navn på stedet", "Hva heter stedet?", "Kva heiter plassen?", "Name of the place", "Hva bør bli bedre?",
     "Hvordan er mobildekningen?", "Hvilket år flyttet du hit?", "Hvem bruker stedet?"],
)  # fmt: skip
def test_questions_about_places_ask_for_nobody(text: str) -> None:
    assert not where(questionnaire(question("short_text", "what", label=label(text))), "personal_questions")


def test_a_choice_that_names_a_telephone_asks_for_none() -> None:
    asked = questionnaire(question("single_choice", label=label("Telefon eller e-post?"), choices=choices("a")))
    assert not where(asked, "personal_questions")


def test_a_question_about_a_mark_may_ask_who_somebody_is_too() -> None:
    about = question("short_text", "who", label=label("Telefonnummer"))
    assert where(questionnaire(question("place", "p", followups=[about])), "personal_questions") == ["who"]


def test_pupils_get_what_their_own_screens_can_ask() -> None:
    about = question("time", "hour")
    asked = questionnaire(
        question("place", "p", categories=[category("good", followups=[about])]),
        question("area", "a"),
        question("hidden", "h", parameter="from"),
        question("information", "told", text=label("Les dette.")),
        question("date", "day"),
        question("smiley_scale", "mood", choices=choices(*"12345")),
    )
    told = found(asked, "not_for_pupils", Audience(in_class=True))
    assert [one.where for one in told] == [Where("first", name, member="type") for name in ("hour", "day", "a")]
    assert [one.weight for one in told] == [Weight.STOPS, Weight.STOPS, Weight.ADVICE]
    assert not found(asked, "not_for_pupils")


def test_what_is_called_the_same_cannot_be_told_apart() -> None:
    twice = [{"code": "a", "label": label("Her")}, {"code": "b", "label": label("her ")}]
    one, other = question("single_choice", "one", choices=twice), question("long_text", "other")
    assert where(questionnaire(one, other), "alike") == ["one", "other"]


def test_what_only_stands_on_different_pages_or_about_different_marks_may_be_called_the_same() -> None:
    comment = {"label": label("Si gjerne mer.")}
    good = category("good", followups=[question("long_text", "comment", **comment)])
    bad = category("bad", followups=[{**question("long_text", "comment", **comment), "uid": "comment2"}])
    asked = document(question("place", "places", label=label("Sted"), categories=[good, bad]))
    asked["pages"].append(
        {"name": "second", "title": label("To"), "questions": [question("long_text", label=label("Sted"))]}
    )
    assert not found(Questionnaire.from_document(asked), "alike")


@pytest.mark.parametrize(("count", "long"), [(5, False), (6, True)])
def test_a_page_is_long_with_more_than_five_questions(count: int, long: bool) -> None:
    asked = [question("scale", f"q{number}", label=label(f"Nummer {number}")) for number in range(count)]
    told = question("information", "told", text=label("Les dette."))
    assert bool(found(questionnaire(*asked, told, question("place", "p")), "long_pages")) is long


def test_the_heaviest_is_told_first() -> None:
    never: dict[str, Any] = {"relevant": {"and": [{"=": [{"answer": "count"}, 1]}, {"=": [{"answer": "count"}, 2]}]}}
    pale = question("place", "p", label=label("Hvor?"), categories=[category("pale", colour="#ffffff")])
    lost = question("long_text", "lost", label=label("Hvorfor?"), required=True, **never)
    told = findings(questionnaire(pale, question("whole_number", "count", label=label("Antall")), lost))
    assert [(one.check, one.weight) for one in told] == [
        ("unreachable", Weight.STOPS), ("colours", Weight.ADVICE)
    ]  # fmt: skip


@pytest.mark.parametrize("name", CHECKS)
def test_what_is_told_can_be_said_in_words(name: str) -> None:
    """Each check finds something here, and its words have a place for all they name."""
    never = {"relevant": {"and": [{"=": [{"answer": "count"}, 1]}, {"=": [{"answer": "count"}, 2]}]}}
    many = [question("short_text", f"q{number}", label=label("Navn")) for number in range(6)]
    pale = question("place", "p", label={"nb": LONG}, categories=[category("pale", colour="#ffffff")])
    asked = document(question("whole_number", "count"), question("long_text", "lost", **never), *many, pale)
    asked["languages"].append("nn")
    asked["pages"][0]["questions"].append(question("date", "day"))
    told = found(Questionnaire.from_document(asked), name, Audience(in_class=True))
    assert told
    assert all("%(" not in one.message.render() for one in told)
