"""Answering with the keyboard alone: Tab to what is asked for, and the keys that each kind of field takes."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.browser.survey_steps import TOLD

MOST_TABS = 60
# Signs that are read alike wherever the day or the month comes first, and on a clock of twelve hours or of twenty-four.
TYPED = {"moved": ("05052005", "2005-05-05"), "home": ("1130a", "11:30"), "met": ("050520211130a", "2021-05-05T11:30")}


def go_to(page: Page, selector: str) -> None:
    """Tab on until what has the focus matches."""
    for _press in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not come to {selector}")


def answer(page: Page, variable: str, told: Any) -> None:
    """One question, with the focus somewhere before it."""
    if isinstance(told, dict):
        for row, own in told.items():
            answer(page, f"{variable}_{row}", own)
    elif variable == "first":
        for code in told:
            # The focus goes on to the first that is not ranked yet.
            if not page.evaluate("code => document.activeElement.dataset.code === code", code):
                go_to(page, f".ranking__left [data-code={code}]")
            page.keyboard.press("Enter")
    elif isinstance(told, list):
        for code in told:
            go_to(page, f"[name={variable}][value={code}]")
            page.keyboard.press("Space")
    elif variable == "minutes":
        go_to(page, "#answer-minutes")
        page.keyboard.press("ArrowRight")
    else:
        answer_one(page, variable, told)


def answer_one(page: Page, variable: str, told: Any) -> None:
    """One that is chosen, ticked or typed."""
    go_to(page, f"[name={variable}]")
    kind = page.evaluate("document.activeElement.type")
    if kind == "radio":
        values = page.locator(f"[name={variable}]").evaluate_all("fields => fields.map((field) => field.value)")
        for _step in range(values.index(str(told))):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Space")
    elif kind == "checkbox":
        page.keyboard.press("Space")
    elif kind == "select-one":
        page.keyboard.press("ArrowDown")
    else:
        page.keyboard.type(TYPED.get(variable, (str(told),))[0])


def answer_page(page: Page, answers: dict[str, Any] = TOLD) -> None:
    """Everything on the page that is shown; the focus is on its heading."""
    shown = page.locator("section[data-page]:visible [data-question]")
    for variable in shown.evaluate_all("places => places.map((place) => place.dataset.question)"):
        for name in (variable, f"{variable}_other"):
            if name in answers:
                answer(page, name, answers[name])
