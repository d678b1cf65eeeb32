"""Questions of every type, answered by mouse, finger and keys, with and without JavaScript, in both directions of writing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from surveys.question_types import QUESTION_TYPES
from tests.browser.every_question import EVERY
from tests.browser.question_page import picture, question_page
from tests.browser.sizes import SIZES, faults

TOO_SMALL = """() => [...document.querySelectorAll("main :is(input, button, select, textarea)")]
  .filter((each) => each.checkVisibility() && each.type !== "hidden")
  .map((each) => [each.id || each.textContent, each.closest(".option, .scale__step, .matrix__cell") || each])
  .map(([name, each]) => [name, each.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44).map(([name]) => name)"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with question_page(tmp_path_factory.mktemp("questions")) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(**SIZES["desk"], locale="nb-NO")
    page.goto(address)
    yield page
    page.close()


def answers(page: Page) -> dict[str, Any]:
    """What the server made of the page, which is answered in the questions that must be."""
    page.get_by_label("Til fots").first.check(force=True)
    page.locator("#answer-safe input").first.check(force=True)
    for row in ("paths", "lights", "snow"):
        page.locator(f"#answer-works_{row} input").first.check(force=True)
    page.get_by_label("Jeg samtykker").check(force=True)
    with page.expect_navigation():  # till the page that comes has run its scripts
        page.get_by_role("button", name="Send").click()
    found: dict[str, Any] = json.loads(page.locator("#answers").text_content() or "{}")
    return found


def test_the_page_holds_every_type() -> None:
    assert {question.type for question in EVERY.questions} == set(QUESTION_TYPES)


@pytest.mark.parametrize("spoken", ["nb", "ar"])
def test_every_type_can_be_pressed_read_and_seen(browser: Browser, address: str, spoken: str) -> None:
    page = browser.new_page(**SIZES["desk"])
    page.goto(f"{address}?spoken={spoken}")
    assert faults(page, "asked", lambda page: list(page.evaluate(TOO_SMALL))) == []
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert faults(page, "refused") == []
    page.close()


def test_a_slider_is_no_answer_until_it_is_touched(page: Page) -> None:
    slider = page.get_by_label("Hvor mange minutter vil du gå?")
    expect(slider).to_have_attribute("aria-valuetext", "Ikke besvart")
    slider.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "35")
    page.get_by_role("button", name="Fjern svaret").click()
    assert "minutes" not in answers(page)

    slider.press("Space")
    expect(slider).to_have_attribute("aria-valuetext", "30")
    assert answers(page)["minutes"] == 30


def test_a_ranking_is_made_with_keys(page: Page) -> None:
    for name in ("Flere benker", "Trær", "Bedre belysning langs stien til skolen"):
        page.locator("[data-ranking]").get_by_role("button", name=name, exact=True).press("Enter")
    page.get_by_role("button", name="Flytt Trær opp").press("Enter")
    expect(page.get_by_role("button", name="Flytt Trær ned")).to_be_focused()
    page.get_by_role("button", name="Ta Flere benker ut").press("Enter")
    assert answers(page)["first"] == ["trees", "lights"]


def test_a_ranking_is_dragged_and_escape_puts_it_back(page: Page) -> None:
    for name in ("Flere benker", "Trær"):
        page.locator("[data-ranking]").get_by_role("button", name=name, exact=True).click()
    _drag(page, "benches", "trees")
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator(".ranking__item").first).to_have_attribute("data-code", "benches")
    _drag(page, "benches", "trees")
    page.mouse.up()
    assert answers(page)["first"] == ["trees", "benches"]


def test_a_choice_that_stands_alone_takes_the_others_away(page: Page) -> None:
    group = page.locator("#answer-wishes")
    group.get_by_label("Trær").check(force=True)
    group.get_by_label("Ingenting av dette").check(force=True)
    expect(group.get_by_label("Trær")).not_to_be_checked()
    group.get_by_label("Flere benker").check(force=True)
    expect(group.get_by_label("Ingenting av dette")).not_to_be_checked()


def test_the_text_of_another_choice_opens_with_it(page: Page) -> None:
    text = page.get_by_label("Annet – skriv hva:")
    expect(text).to_be_hidden()
    page.locator("#answer-mode").get_by_label("Annet", exact=True).check(force=True)
    expect(text).to_be_visible()


def test_chosen_photos_are_seen_and_taken_away(page: Page) -> None:
    photos = [{"name": f"{number}.jpg", "mimeType": "image/jpeg", "buffer": picture("a")} for number in range(4)]
    page.locator("input[type=file]").set_input_files(photos)  # type: ignore[arg-type]
    expect(page.locator(".photos__chosen li")).to_have_count(3)
    expect(page.get_by_text("Det er plass til 3.")).to_be_visible()
    page.get_by_role("button", name="Fjern 1.jpg").click()
    expect(page.locator(".photos__chosen li")).to_have_count(2)
    assert page.evaluate("document.querySelector('input[type=file]').files.length") == 2


def test_everything_can_be_answered_without_javascript(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False, locale="nb-NO")
    page.goto(address)
    page.get_by_label("Nummer 1", exact=True).select_option("lights")
    page.get_by_label("Hvor mange minutter vil du gå?").fill("35")
    page.get_by_label("Hvor mange kilometer").fill("2,5")
    page.get_by_label("Når flyttet du hit?").fill("2019-05-17")
    page.locator("#answer-mood").get_by_label("Svært bra").check(force=True)
    told = answers(page)
    assert told == {
        "agreed": True,
        "distance": 2.5,
        "first": ["lights"],
        "minutes": 35,
        "mode": "walk",
        "mood": 5,
        "moved": "2019-05-17",
        "safe": 1,
        "works": {"paths": 1, "lights": 1, "snow": 1},
    }
    page.close()


def _drag(page: Page, code: str, below: str) -> None:
    start = page.locator(f".ranking__item[data-code={code}] .ranking__grip").bounding_box()
    end = page.locator(f".ranking__item[data-code={below}]").bounding_box()
    assert start and end
    page.mouse.move(start["x"] + 10, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(start["x"] + 10, end["y"] + end["height"] - 4, steps=5)
