"""What a respondent does in a survey's page, step by step; by sight and pointer unless it says keys."""

from __future__ import annotations

import copy
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.every_question import QUESTIONS, say
from tests.browser.in_page import comes_true

ELSEWHERE = ("place", "route", "area", "photo")
A_PAGE = 5


def every_plain_question() -> dict[str, Any]:
    """A questionnaire with a question of every type but those of the map and photos, some of them a page."""
    asked = [question for question in copy.deepcopy(QUESTIONS) if question["type"] not in ELSEWHERE]
    pages = [
        {"name": f"page{number + 1}", "title": say(f"Del {number + 1}", f"الجزء {number + 1}"), "questions": some}
        for number, some in enumerate(asked[at : at + A_PAGE] for at in range(0, len(asked), A_PAGE))
    ]
    return {"format": 1, "languages": ["nb", "ar"], "title": say("Alle spørsmål", "كل الأسئلة"), "pages": pages}


# Variable → what is told, and what is stored.
TOLD: dict[str, Any] = {
    "mode": "other",
    "mode_other": "Sparkesykkel",
    "district": "walk",
    "favourite": "park",
    "wishes": ["benches", "lights"],
    "visited": ["square", "school"],
    "safe": 4,
    "recommend": 10,
    "mood": 5,
    "works": {"paths": 1, "lights": "dont_know", "snow": 6},
    "often": {"paths": "daily", "lights": "weekly"},
    "first": ["trees", "benches"],
    "called": "Løkka",
    "story": "Det er fint.\nMen mørkt.",
    "household": 3,
    "distance": 2.5,
    "minutes": 35,
    "moved": "2019-05-17",
    "met": "2026-11-22T08:15",
    "home": "16:30",
    "agreed": True,
}
STORED = TOLD | {"score": 2, "source": "sms"}


KEPT = """([variable, answer, page]) => new Promise((done) => {
  indexedDB.open("lokalkjent").onsuccess = ({ target: { result: store } }) => {
    store.transaction("drafts").objectStore("drafts").getAll().onsuccess = ({ target: { result: drafts } }) => {
      store.close();
      done(drafts.some((draft) => (page ? draft.page === page : draft.answers[variable] === answer)));
    };
  };
})"""


def open_start(page: Page, link: str) -> None:
    """The start, its scripts running: whoever presses a button before that gets the pages without them."""
    page.goto(link)
    expect(page.locator("[data-ready]")).to_be_attached()


def begin(page: Page, link: str) -> None:
    """From the start to the first page."""
    open_start(page, link)
    page.locator("[data-begin]").click()
    expect(page.locator("[data-screen=form]")).to_be_visible()


def turn(page: Page, go: str = "next") -> None:
    """To the next page, or back."""
    before = page.locator("section[data-page]:visible").get_attribute("data-page")
    page.locator(f"[data-go={go}]").click()
    expect(page.locator(f"section[data-page='{before}']")).to_be_hidden()


def kept_on_device(page: Page, variable: str, answer: Any) -> None:
    """Wait until an answer is on the disk: who leaves the page in the same instant may be faster."""
    comes_true(page, KEPT, [variable, answer, None])


def page_kept_on_device(page: Page, name: str) -> None:
    """Wait until it is on the disk that a page was come to."""
    comes_true(page, KEPT, [None, None, name])


def tell(page: Page, variable: str, answer: Any) -> None:
    """Answer one question, whatever its type."""
    if isinstance(answer, dict):
        for row, own in answer.items():
            tell(page, f"{variable}_{row}", own)
    elif variable == "first":
        for code in answer:
            page.locator(f".ranking__left [data-code={code}]").click()
    elif isinstance(answer, list):
        for code in answer:
            page.locator(f"[name={variable}][value={code}]").check(force=True)
    elif variable == "minutes":
        page.locator("#answer-minutes").fill(str(answer))
    else:
        tell_one(page, variable, answer)


def tell_one(page: Page, variable: str, answer: Any) -> None:
    """One that is chosen, ticked or written."""
    fields = page.locator(f"[name={variable}]")
    if fields.first.evaluate("field => field.type") in ("radio", "checkbox"):
        value = "true" if answer is True else answer
        page.locator(f"[name={variable}][value='{value}']").check(force=True)
    elif fields.first.evaluate("field => field.tagName") == "SELECT":
        fields.select_option(str(answer))
    else:
        fields.fill(str(answer).replace(".", ",") if isinstance(answer, float) else str(answer))


def tell_page(page: Page, told: dict[str, Any] = TOLD) -> None:
    """Answer everything on the page that is shown."""
    shown = page.locator("section[data-page]:visible [data-question]")
    for variable in shown.evaluate_all("places => places.map((place) => place.dataset.question)"):
        for name in (variable, f"{variable}_other"):
            if name in told:
                tell(page, name, told[name])
        if variable in told:
            # What was wrong with it is taken away a moment later, and all below moves up.
            expect(page.locator(f"[data-question='{variable}'] .question__errors")).to_have_count(0)


def tell_all(page: Page) -> None:
    """Every page, up to the last."""
    tell_page(page)
    while page.locator("[data-go=next]").is_visible():
        turn(page)
        tell_page(page)
