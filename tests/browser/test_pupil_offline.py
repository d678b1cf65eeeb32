"""What a child made survives a lost network, a reload, a hotel's login page, a refusal and a full disk, and the pill is true."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Route, expect

from participation.assets import preloads
from tests.browser.class_site import ClassSite
from tests.browser.pupil_steps import IPAD, LAPTOP, STILL, new_pupil

WAITING = "Lagret her. Sendes når nettet er tilbake."
LETTERS = "**/api/responses/*"


@pytest.mark.streets
def test_without_network_page_map_and_work_open_again(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, IPAD, **STILL, service_workers="allow")
    pupil.open()
    pupil.join()
    pupil.put_sticker()
    pupil.saving("Sendt")
    pupil.is_kept_for_offline()

    pupil.context.set_offline(True)
    pupil.draw_school_road()
    pupil.saving(WAITING)
    pupil.page.reload()
    pupil.page.get_by_role("button", name="Fortsett som").click()
    pupil.map_is_ready()
    assert pupil.listed() == ["Utrygt", "Skoleveien min"]
    pupil.put_sticker("Bra", "Trygt", at=(0.3, 0.3))
    pupil.saving(WAITING)
    assert len(open_class.stored()[0]["marks"]) == 1

    pupil.context.set_offline(False)
    pupil.saving("Sendt")
    assert len(open_class.stored()[0]["marks"]) == 3
    pupil.close()


def test_a_login_page_that_says_200_sends_nothing_away(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.open()
    pupil.join()
    pupil.context.route(LETTERS, lambda route: route.fulfill(status=200, body="<html>Welcome to our hotel</html>"))
    pupil.put_sticker()
    pupil.saving(WAITING)
    assert len(pupil.kept_on_device()["letters"]) == 1
    pupil.context.unroute(LETTERS)
    pupil.saving("Sendt")
    assert pupil.once_on_device(lambda kept: not kept["letters"])["letters"] == []
    pupil.close()


def test_a_refusal_is_shown_kindly_and_can_be_saved_to_a_file(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.open()
    pupil.join()
    tries: list[str] = []

    def refuse(route: Route) -> None:
        tries.append(route.request.url)
        route.fulfill(status=422, json={"errors": [{"field": "marks[0].geometry", "message": "Utenfor området"}]})

    pupil.context.route(LETTERS, refuse)
    pupil.put_sticker()
    pupil.saving("Lagret her, men ikke sendt. Se hvorfor.")
    pupil.page.locator(".pill").click()
    expect(pupil.page.get_by_role("dialog")).to_contain_text("Utenfor området")
    with pupil.page.expect_download() as download:
        pupil.press("Lagre til en fil")
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert (saved["revision"], len(saved["marks"])) == (1, 1)
    pupil.page.evaluate("dispatchEvent(new Event('online'))")
    pupil.page.wait_for_timeout(3000)
    assert len(tries) == 1
    pupil.close()


def test_a_device_that_keeps_nothing_says_so_and_sends_at_once(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.page.add_init_script(
        "IDBFactory.prototype.open = () => { throw new DOMException('private', 'SecurityError'); }"
    )
    pupil.open()
    pupil.join()
    pupil.context.route(LETTERS, lambda route: route.abort())
    pupil.put_sticker()
    pupil.saving("Ikke lagret. La siden stå åpen.")
    pupil.context.unroute(LETTERS)
    pupil.saving("Sendt")
    assert len(open_class.stored()[0]["marks"]) == 1
    pupil.close()


def test_no_network_when_joining_is_said_kindly(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.open()
    pupil.context.set_offline(True)
    pupil.press("Bli med")
    expect(pupil.page.locator(".toast")).to_have_text("Vi får ikke tak i nettet. Prøv igjen om litt.")
    pupil.context.set_offline(False)
    pupil.join()
    pupil.close()


def test_the_first_screen_says_when_the_rest_of_the_page_cannot_come(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, IPAD, **STILL)
    tried = "**/static/part-*.js"
    pupil.context.route(tried, lambda route: route.continue_() if is_now(route) else route.abort())
    pupil.open()
    pupil.press("Bli med")
    expect(pupil.page.locator(".toast")).to_contain_text("Vi får ikke tak i nettet.")
    pupil.context.unroute(tried)
    pupil.press("Prøv igjen")
    pupil.page.locator("#pupil .screen h1").wait_for()
    pupil.join()
    pupil.close()


def is_now(route: Route) -> bool:
    """True for a part that the first screen itself is made of."""
    return any(route.request.url.endswith(part) for part in preloads("pupil", "now"))
