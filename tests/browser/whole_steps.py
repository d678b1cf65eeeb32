"""A respondent goes through the survey with every type of question: by sight and pointer, without scripts, or by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser import survey_keys
from tests.browser.map_steps import MapSteps
from tests.browser.survey_steps import tell, tell_page, turn
from tests.browser.whole_survey import TOLD_HERE, TOLD_OF_BAD, photo_file, whole_survey

Look = Callable[[], object]
PLAIN = [page["name"] for page in whole_survey()["pages"] if page["name"] not in ("spots", "road", "green")]


def nothing() -> None:
    """Looks at nothing."""


def asked_on(name: str) -> list[dict[str, Any]]:
    return next(page["questions"] for page in whole_survey()["pages"] if page["name"] == name)


def tell_about(where: Locator, told: dict[str, Any], prefix: str) -> None:
    """What is asked about a mark, in its dialog or its card."""
    for variable, answer in told.items():
        name = prefix + variable
        if isinstance(answer, list):
            for code in answer:
                where.locator(f"[name='{name}'][value='{code}']").check(force=True)
        else:
            where.locator(f"[name='{name}']").fill(answer)


def give_photo(page: Page) -> None:
    page.locator("section[data-page=following] input[type=file]").set_input_files(photo_file())
    expect(page.locator(".photos__chosen img")).to_have_count(1)


def tell_plain_pages(page: Page, look: Look = nothing) -> None:
    """All but the maps', each page by its button; ends on the first map's. `look`: at each page, what lacks told and not."""
    for name in PLAIN:
        expect(page.locator(f"section[data-page={name}]")).to_be_visible()
        is_lacking(page, name, look)
        tell_page(page, TOLD_HERE)
        if name == "following":
            give_photo(page)
        look()
        turn(page)


def is_lacking(page: Page, name: str, look: Look) -> None:
    """Going on is refused, where something on the page must be answered."""
    if look is nothing or not any(question.get("required") for question in asked_on(name)):
        return
    page.locator("[data-go=next]:visible, [data-go=send]:visible").click()
    expect(page.locator("[data-to-mend]:visible")).to_be_focused()
    look()


def mark_a_bad_place(steps: MapSteps) -> None:
    steps.question = steps.page.locator("#answer-spots")
    nearer(steps, "bad")
    steps.press(30, 20)
    prefix = steps.dialog.locator("[data-question$=nickname]").get_attribute("data-question") or ""
    tell_about(steps.dialog, TOLD_OF_BAD, prefix.removesuffix("nickname"))
    steps.dialog.locator(".mark-dialog__actions button").first.click()
    expect(steps.marks).to_have_count(1)


def draw_a_road(steps: MapSteps) -> None:
    steps.question = steps.page.locator("#answer-road")
    nearer(steps, "")
    steps.draw((-100, 60), (-40, -60), (60, -30), (110, 70))
    steps.question.locator(".map-bar__finish").click()
    # The last of the answers to where somebody lives: nowhere here.
    steps.dialog.locator("button").last.click()
    expect(steps.marks).to_have_count(1)


def draw_a_park(steps: MapSteps) -> None:
    steps.question = steps.page.locator("#answer-green")
    nearer(steps, "park")
    steps.draw_around(60)
    steps.question.locator(".map-bar__finish").click()
    expect(steps.marks).to_have_count(1)


def nearer(steps: MapSteps, tool: str) -> None:
    """The first press from far away moves the map, and says so."""
    steps.tool(tool).click()
    before = steps.question.locator(".map-notice").inner_text()
    steps.press()
    expect(steps.question.locator(".map-notice")).not_to_have_text(before)


def mark_everything(steps: MapSteps, look: Look = nothing) -> None:
    """From the first map's page to the last's."""
    is_lacking(steps.page, "spots", look)
    for mark in (mark_a_bad_place, draw_a_road, draw_a_park):
        mark(steps)
        look()
        if mark is not draw_a_park:
            turn(steps.page)


def tell_without_scripts(page: Page, look: Look) -> None:
    """Every page by its form, from the first to *Send*."""
    pages = whole_survey()["pages"]
    for number, asked in enumerate(pages, start=1):
        expect(page.locator(f"form[action*='/page/{number}']")).to_be_visible()
        for question in asked["questions"]:
            tell_in_form(page, question["variable"])
        look()
        if number < len(pages):
            page.locator("main button[value=next]").click()


def tell_in_form(page: Page, variable: str) -> None:
    if variable in ("spots", "road", "green"):
        add_by_name(page, variable)
    elif variable == "photos":
        page.locator("#answer-photos-file").set_input_files(photo_file())
    elif variable == "first":
        for place, code in enumerate(TOLD_HERE[variable], start=1):
            page.locator(f"#answer-first-{place}").select_option(code)
    else:
        for name in (variable, f"{variable}_other"):
            if name in TOLD_HERE:
                tell(page, name, TOLD_HERE[name])


def add_by_name(page: Page, variable: str) -> None:
    """A place, a road between two, an area of a name; then what is asked about the first."""
    category = {"spots": "bad", "green": "park"}.get(variable)
    if category:
        page.locator(f"[name=category-{variable}][value={category}]").check(force=True)
    for number, name in enumerate(
        {"spots": ["Loddefjord skole"], "road": ["Loddefjord skole", "", "Vadmyra"], "green": ["Vadmyra"]}[variable]
    ):
        if name:
            page.locator(f"[name=place-{variable}]").nth(number).select_option(label=name)
    page.locator(f"main button[value='add:{variable}']").click()
    card = page.locator(f"#answer-{variable} .listed__mark")
    expect(card).to_have_count(1)
    if variable == "spots":
        prefix = (card.locator("[name$=nickname]").get_attribute("name") or "").removesuffix("nickname")
        first = {name: told for name, told in TOLD_OF_BAD.items() if name != "more"}
        tell_about(card, first, prefix)
        # What a condition opens comes with the next press.
        page.locator("main button[value=next]").click()
        expect(card.locator(f"[name='{prefix}more']")).to_be_visible()
        tell_about(card, {"more": TOLD_OF_BAD["more"]}, prefix)


def answer_by_keys(page: Page) -> None:
    """From the first page to *Send*; the focus is on a page's heading when it is turned to."""
    pages = [page["name"] for page in whole_survey()["pages"]]
    for name in pages:
        expect(page.locator(f"section[data-page={name}] h1")).to_be_focused()
        survey_keys.answer_page(page, TOLD_HERE)
        if name == "following":
            give_photo_by_keys(page)
        if name in MARKED_BY_KEYS:
            MARKED_BY_KEYS[name](page)
        survey_keys.go_to(page, "[data-go=next]" if name != pages[-1] else "[data-go=send]")
        page.keyboard.press("Enter")


def give_photo_by_keys(page: Page) -> None:
    # Listened for long before the press: nobody tells when the browser has begun to hand choosers over.
    page.on("filechooser", lambda _chooser: None)
    survey_keys.go_to(page, "input[type=file]")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(photo_file())
    expect(page.locator(".photos__chosen img")).to_have_count(1)


def mark_by_keys(page: Page) -> None:
    keys, dialog = page.keyboard, page.get_by_role("dialog")
    put_by_keys(page, "spots", "bad")
    expect(dialog.get_by_role("heading", name="Et utrygt sted")).to_be_focused()
    survey_keys.go_to(page, "[name$=nickname]")
    keys.type(TOLD_OF_BAD["nickname"])
    survey_keys.go_to(page, "[name$=why][value=cars]")
    keys.press("Space")
    survey_keys.go_to(page, "[name$=more]")
    keys.type(TOLD_OF_BAD["more"])
    survey_keys.go_to(page, "dialog .mark-dialog__actions button:first-child")
    keys.press("Enter")
    is_marked(page, "spots", "bad")


def road_by_keys(page: Page) -> None:
    put_by_keys(page, "road", "", "ArrowRight", "ArrowRight")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    survey_keys.go_to(page, "dialog button:last-child")
    expect(dialog.get_by_role("button", name="Nei")).to_be_focused()
    page.keyboard.press("Enter")
    is_marked(page, "road", "")


def park_by_keys(page: Page) -> None:
    put_by_keys(page, "green", "park", "ArrowRight", "ArrowDown", "ArrowLeft")
    is_marked(page, "green", "park")


def is_marked(page: Page, variable: str, tool: str) -> None:
    """The mark is kept, and the focus is back at what it was put with: Tab goes on from there."""
    expect(page.locator(f"#answer-{variable} .marks__one")).to_have_count(1)
    expect(page.locator(f"#answer-{variable} [data-tool='{tool}']")).to_be_focused()


def put_by_keys(page: Page, variable: str, tool: str, *turns: str) -> None:
    """Tab to the tool, and points by Enter, with the arrows between; F ends a line."""
    keys = page.keyboard
    survey_keys.go_to(page, f"#answer-{variable} [data-tool='{tool}']")
    keys.press("Enter")
    expect(page.locator(f"#answer-{variable} .map-ground")).to_be_focused()
    keys.press("ArrowUp")
    keys.press("Enter")
    expect(page.locator(f"#answer-{variable} .map-notice")).to_contain_text("Vi gikk nærmere")
    keys.press("Enter")
    for key in turns:
        keys.press(key)
        keys.press("Enter")
    if turns:
        keys.press("f")


MARKED_BY_KEYS = {"spots": mark_by_keys, "road": road_by_keys, "green": park_by_keys}
