"""Everyone reaches everything: keyboard alone, axe-core on every screen at three sizes, few bytes, no third party."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response, expect

from tests.browser.axe import axe
from tests.browser.class_site import ClassSite, class_site
from tests.browser.pupil_steps import IPAD, LAPTOP, PHONE, STILL, PupilPage, new_pupil
from tests.browser.sizes import faults, too_wide

FIRST_LOAD = 130_000
REPEAT = 10_000
MOST_REQUESTS = 15


@pytest.mark.streets
def test_keyboard_alone(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    page = pupil.page
    pupil.open()
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Bli med", exact=True).focus()
    page.keyboard.press("Enter")
    page.locator(".card--joined").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for name in ("Neste", "Neste", "Neste", "Start", "Hopp over"):
        page.get_by_role("button", name=name, exact=True).press("Enter")
    pupil.map_is_ready()

    page.get_by_role("button", name="Vei", exact=True).press("Enter")
    expect(page.get_by_role("button", name="Skoleveien min")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".map-place")).to_be_focused()
    expect(page.locator(".crosshair")).to_be_visible()
    page.keyboard.press("Enter")
    for _step in range(4):
        for _press in range(4):
            page.keyboard.press("ArrowLeft")
            # The map takes no step while it glides.
            expect(page.locator(".leaflet-pan-anim")).to_have_count(0)
        page.keyboard.press("Enter")
    page.keyboard.press("f")
    sheet = page.get_by_role("dialog", name="Skoleveien min")
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    pupil.saving("Sendt")

    page.get_by_role("button", name="Utrygt", exact=True).press("Enter")
    expect(page.locator(".map-place")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Dette stedet")).to_be_focused()
    page.get_by_role("checkbox", name="Mørkt").press("Space")
    page.get_by_role("dialog").get_by_role("button", name="Ferdig").press("Enter")
    expect(page.locator('[data-tool="unsafe"]')).to_be_focused()

    page.get_by_role("button", name="Min liste").press("Enter")
    expect(page.get_by_role("heading", name="Min liste")).to_be_focused()
    page.get_by_role("button", name="Slett: Utrygt").press("Enter")
    expect(page.get_by_role("heading", name="Min liste")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Min liste")).to_be_focused()
    pupil.saving("Sendt")
    assert [mark["category"] for mark in open_class.stored()[0]["marks"]] == ["school_road"]
    pupil.close()


@pytest.mark.streets
def test_axe_finds_nothing_and_nothing_overflows(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    page = pupil.page
    wrong: list[str] = []

    def look(screen: str) -> None:
        wrong.extend(faults(page, screen))

    page.goto(open_class.address + "/?lang=nb")
    look("front")
    pupil.open()
    look("welcome")
    pupil.press("Jeg har min egen kode")
    look("code")
    pupil.press("Tilbake")
    pupil.press("Bli med")
    page.locator(".card--joined").wait_for()
    look("joined")
    pupil.press("Jeg har skrevet den ned")
    look("intro")
    for _card in range(3):
        pupil.press("Neste")
    look("help")
    pupil.press("Start")
    look("school")
    pupil.press("Hopp over")
    pupil.map_is_ready()
    look("map")
    pupil.tool("Vei")
    look("which road")
    pupil.press("Skoleveien min")
    look("drawing")
    pupil.press("Avbryt")
    pupil.tool("Utrygt")
    page.mouse.click(LAPTOP["viewport"]["width"] / 2, 260)
    sheet = page.get_by_role("dialog", name="Dette stedet")
    sheet.get_by_text("Mer", exact=True).click()
    look("sticker")
    sheet.get_by_text("Mørkt", exact=True).click()
    sheet.get_by_role("button", name="Ferdig").click()
    pupil.saving("Sendt")
    page.locator(".list-button").click()
    look("list")
    page.keyboard.press("Escape")
    pupil.press("Meny")
    look("menu")
    pupil.press("Lukk")
    pupil.press("Finn et sted")
    look("search")
    pupil.press("Lukk")
    pupil.press("Videre")
    look("questions")
    pupil.press("Neste")
    look("summary")
    pupil.press("Send")
    page.locator(".step.is-reached").wait_for()
    look("thanks")
    assert wrong == []
    pupil.close()


@pytest.mark.streets
def test_the_first_load_is_light_until_the_map_is_drawn(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, IPAD, **STILL, extra_http_headers={"Accept-Encoding": "gzip"})
    seen: list[Response] = []
    pupil.page.on("response", lambda response: seen.append(response))
    pupil.open()
    pupil.join()
    pupil.map_is_drawn()
    assert all(response.url.startswith((open_class.address, "data:", "blob:")) for response in seen)
    fetched = [response for response in seen if response.url.startswith("http") and "/tiles/" not in response.url]
    weighed = [(response.url, transferred(response)) for response in fetched]
    assert sum(size for _url, size in weighed) <= FIRST_LOAD, weighed
    assert len(weighed) <= MOST_REQUESTS, weighed
    pupil.close()


@pytest.mark.streets
def test_a_repeat_visit_is_lighter_still(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, IPAD, **STILL, service_workers="allow")
    pupil.open()
    pupil.is_kept_for_offline()
    seen: list[Response] = []
    pupil.page.on("response", lambda response: seen.append(response))
    pupil.open()
    pupil.page.wait_for_load_state("networkidle")
    again = [
        (response.url, 0 if response.from_service_worker and "/c/" not in response.url else transferred(response))
        for response in seen
    ]
    assert sum(size for _url, size in again) <= REPEAT, again
    pupil.close()


def transferred(response: Response) -> int:
    sizes = response.request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def test_the_older_pupils_template_has_the_same_screens(browser: Browser, migrated: Path) -> None:
    with class_site(migrated, "barnetrakk_8_10") as site:
        pupil: PupilPage = new_pupil(browser, site, LAPTOP, **STILL)
        pupil.open()
        pupil.join()
        pupil.put_sticker("Utrygt", "Mangler gangfelt")
        pupil.saving("Sendt")
        assert site.stored()[0]["marks"][0]["answers"] == {"why": ["no_crossing"]}
        pupil.close()


def test_a_pupil_reads_arabic_from_the_right_and_is_told_what_is_in_bokmål(
    browser: Browser, open_class: ClassSite
) -> None:
    page = new_pupil(browser, open_class, PHONE, **STILL).page
    page.goto(f"{open_class.link}?lang=ar")
    page.get_by_text("الأسئلة مكتوبة بهذه اللغة: Bokmål.").wait_for()
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert axe(page) == []
    page.get_by_role("button", name="شارك").click()
    code = page.locator(".personal-code")
    expect(code).to_have_attribute("dir", "ltr")
    page.get_by_role("button", name="كتبت الرمز عندي").click()
    expect(page.locator("main p[lang=nb]")).to_have_attribute("dir", "auto")
    assert axe(page) == []
    assert too_wide(page) <= 0
