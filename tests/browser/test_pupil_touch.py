"""An iPad: one finger draws, lifting it ends nothing, and a tap puts a sticker."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, CDPSession, expect

from tests.browser.at_rest import at_rest
from tests.browser.class_site import ClassSite
from tests.browser.in_page import come_back_to
from tests.browser.pupil_steps import IPAD, STILL, new_pupil
from tests.browser.sizes import SIZES

Point = tuple[float, float]


def touch(fingers: CDPSession, kind: str, *points: Point) -> None:
    places = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    fingers.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": places})


def draw(fingers: CDPSession, *path: Point) -> None:
    touch(fingers, "Start", path[0])
    for (x1, y1), (x2, y2) in pairwise(path):
        for step in range(1, 13):
            touch(fingers, "Move", (x1 + (x2 - x1) * step / 12, y1 + (y2 - y1) * step / 12))
    touch(fingers, "End")


@pytest.mark.streets
def test_a_lesson_with_one_finger(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, IPAD)
    pupil.open()
    pupil.join()
    fingers = pupil.context.new_cdp_session(pupil.page)
    pupil.choose_school_road()
    x, y = pupil.school()
    draw(fingers, (x, y), (x - 120, y + 80))
    expect(pupil.page.locator(".sentence")).to_have_text(
        "Du kan slippe og fortsette. Trykk Ferdig når veien er tegnet."
    )
    draw(fingers, (x - 122, y + 84), (40, y + 160))
    pupil.press("Angre")
    draw(fingers, (x - 122, y + 84), (40, y + 200))
    pupil.press("Ferdig")
    sheet = pupil.page.get_by_role("dialog", name="Skoleveien min")
    sheet.get_by_text("Jeg sykler").tap()
    sheet.get_by_role("button", name="Ferdig").tap()

    pupil.page.locator(".tool", has_text="Bra").tap()
    touch(fingers, "Start", (500, 300))
    touch(fingers, "End")
    sheet = pupil.page.get_by_role("dialog", name="Dette stedet")
    sheet.get_by_text("Gøy").tap()
    sheet.get_by_role("button", name="Ferdig").tap()
    pupil.made(2)
    pupil.saving("Sendt")
    road, sticker = sorted(open_class.stored()[0]["marks"], key=lambda mark: mark["geometry"]["type"])
    assert (road["answers"], road["home_cut"]) == ({"mode": "cycle"}, True)
    assert len(road["geometry"]["coordinates"]) < 20
    assert (sticker["category"], sticker["answers"]) == ("good", {"why": ["fun"]})
    pupil.close()


# What can be pressed on the card, and is under the message.
HIDDEN = """() => {
  const said = document.querySelector(".toast").getBoundingClientRect();
  const pressed = [...document.querySelectorAll(".card button, .card input, .card a")];
  const boxes = pressed.map((one) => [one.outerHTML, one.getBoundingClientRect()]);
  return boxes.filter(([, box]) => box.bottom > said.top && box.top < said.bottom).map(([html]) => html);
}"""


def test_five_minutes_left_is_said_kindly(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, IPAD, **STILL)
    pupil.open()
    pupil.join()
    open_class.five_minutes_left()
    come_back_to(pupil.page)
    said = pupil.page.locator(".toast")
    expect(said).to_have_text("5 minutter igjen. Alt du har laget, er trygt.")

    # It stands for a minute, and hides nothing that is to be pressed meanwhile.
    pupil.press("Videre")
    expect(pupil.page.locator(".card--questions")).to_be_visible()
    for size in SIZES.values():
        pupil.page.set_viewport_size(size["viewport"])
        at_rest(pupil.page)
        assert pupil.page.evaluate(HIDDEN) == []
    pupil.press("Neste")
    expect(pupil.page.locator(".card--summary")).to_be_visible()
    expect(said).to_be_visible()
    pupil.close()
