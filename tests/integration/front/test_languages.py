"""Participants choose among all languages of their catalogue, planners among theirs; nobody is told a foreign word in silence."""

from __future__ import annotations

import json
import re
from pathlib import Path

import polib
import pytest
from flask.testing import FlaskClient

from participation import catalogues
from tests.factories.cast import make_cast
from tests.factories.classes import make_class

PLANNERS = ["nb", "nn", "en"]
PARTICIPANTS = [*PLANNERS, "ar", "pl", "so", "uk"]
UNREAD = ["ar", "pl", "so", "uk"]
MENU = re.compile(r'hreflang="(\w+)"(?: aria-current="true")?>([^<]+)</a>')


@pytest.fixture
def store() -> str:
    return "sqlite"


def menu(page: str) -> dict[str, str]:
    return dict(MENU.findall(page[page.index("<footer") :]))


def page_language(page: str) -> tuple[str, str]:
    found = re.search(r'<html lang="(\w+)" dir="(\w+)"', page)
    assert found
    return found[1], found[2]


@pytest.mark.parametrize("path", ["/", "/personvern", "/tilgjengelighet", "/receipt", "/nowhere", "/c/AAAAAA"])
def test_participants_choose_among_all_languages_by_their_own_names(client: FlaskClient, path: str) -> None:
    names = ["Bokmål", "Nynorsk", "English", "العربية", "Polski", "Soomaali", "Українська"]
    assert menu(client.get(path).text) == dict(zip(PARTICIPANTS, names, strict=True))


def test_planners_choose_among_theirs(client: FlaskClient) -> None:
    assert list(menu(client.get("/login").text)) == PLANNERS
    page = client.get("/login?lang=pl").text
    assert page_language(page) == ("nb", "ltr")
    planner = make_cast(client.application).planner
    assert list(menu(planner.get("/projects?lang=uk").text)) == PLANNERS


@pytest.mark.parametrize("language", PARTICIPANTS)
def test_a_page_in_the_language_asked_for(client: FlaskClient, language: str) -> None:
    page = client.get(f"/?lang={language}").text
    assert page_language(page) == (language, "rtl" if language == "ar" else "ltr")
    assert page_language(client.get("/receipt").text)[0] == language, "the choice is remembered"


@pytest.mark.parametrize(
    ("accepts", "language"),
    [("so-SO,en;q=0.5", "so"), ("fi,uk;q=0.8,en;q=0.5", "uk"), ("no,en", "nb"), ("fi", "nb"), ("*", "nb")],
)
def test_the_browsers_language_where_none_was_chosen(client: FlaskClient, accepts: str, language: str) -> None:
    assert page_language(client.get("/", headers={"Accept-Language": accepts}).text)[0] == language


def test_a_look_at_another_language_leaves_the_planners_own(client: FlaskClient) -> None:
    client.get("/login?lang=nn")
    client.get("/?lang=ar")
    assert page_language(client.get("/").text)[0] == "ar"
    assert page_language(client.get("/login").text)[0] == "nn"
    client.get("/?lang=en")
    assert page_language(client.get("/").text)[0] == page_language(client.get("/login").text)[0] == "en"


@pytest.mark.parametrize("cookie", ["", "..", "xx", "ar.xx.nn", "%00", "a" * 4000])
def test_a_cookie_of_any_kind(client: FlaskClient, cookie: str) -> None:
    client.set_cookie("language", cookie)
    assert client.get("/").status_code == client.get("/login").status_code == 200


@pytest.mark.parametrize("language", PARTICIPANTS)
def test_what_no_speaker_has_read_says_so(client: FlaskClient, language: str) -> None:
    page = client.get(f"/personvern?lang={language}").text
    assert ('class="unread-note"' in page) is (language in UNREAD)
    assert ('href="?lang=nb" hreflang="nb">' in page[: page.index("<footer")]) is (language in UNREAD)


@pytest.mark.parametrize(
    ("header", "read"), [("no", False), (" No ", False), ("yes", True), ("Halina K.", True), (None, True)]
)
def test_a_speaker_who_has_read_it_puts_a_name_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, client: FlaskClient, header: str | None, read: bool
) -> None:
    kept = polib.pofile(str(catalogues.FOLDER / "pl" / "LC_MESSAGES" / "participant.po"))
    assert kept.metadata.pop("X-Read-By-Speaker") == "no"
    if header is not None:
        kept.metadata["X-Read-By-Speaker"] = header
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    kept.save_as_mofile(str(folder / "participant.mo"))
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    monkeypatch.setattr(catalogues, "is_read", catalogues.is_read.__wrapped__)
    assert ('class="unread-note"' in client.get("/?lang=pl").text) is not read


def page_data(client: FlaskClient, address: str) -> tuple[dict[str, object], dict[str, object]]:
    page = client.get(address).text
    found = re.findall(r'<script type="application/json" id="([\w-]+)">(.*?)</script>', page, re.DOTALL)
    parts = {name: json.loads(text) for name, text in found}
    return parts["page-data"], parts["texts"]


def test_a_class_has_its_own_language_until_a_pupil_chooses(client: FlaskClient) -> None:
    code = make_class().code
    client.get("/?lang=uk")
    data, texts = page_data(client, f"/c/{code}")
    assert (data["language"], data["unread"], texts["Send"]) == ("nb", False, "Send")
    data, texts = page_data(client, f"/c/{code}?lang=uk")
    assert (data["language"], data["unread"], texts["Send"]) == ("uk", True, "Надіслати")
    assert ["so", "Soomaali"] in data["languages"]  # type: ignore[operator]
    assert page_data(client, f"/c/{code}?lang=xx")[0]["language"] == "nb"


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("nb", {"other": "veier", "one": "vei"}),
        ("pl", {"many": "dróg", "one": "droga", "few": "drogi"}),
        ("uk", {"many": "доріг", "one": "дорога", "few": "дороги"}),
        (
            "ar",
            dict.fromkeys(("zero", "few"), "طرق") | {"one": "طريق", "two": "طريقان", "many": "طريقًا", "other": "طريق"},
        ),
        ("so", {"other": "waddo", "one": "waddo"}),
    ],
)
def test_scripts_get_one_and_many_by_the_languages_own_rule(client: FlaskClient, language: str, forms: object) -> None:
    _data, texts = page_data(client, f"/c/{make_class().code}?lang={language}")
    assert texts["road | roads"] == forms


def test_who_chose_a_language_on_the_front_page_has_it_in_the_class(client: FlaskClient) -> None:
    code = make_class().code
    client.get("/?lang=nn")
    assert client.get(f"/join?code={code}").location == f"/c/{code}", "a class has a language form of its own"
    client.get("/?lang=so")
    assert client.get(f"/join?code={code}").location == f"/c/{code}?lang=so"


def test_what_a_device_is_told_is_in_its_language(client: FlaskClient) -> None:
    wrong = client.post("/api/classes/AAAAAA/pupils", json={}, headers={"Accept-Language": "pl"})
    assert wrong.json["error"] == "Kod klasy jest błędny. Spójrz na tablicę i wpisz go jeszcze raz."
