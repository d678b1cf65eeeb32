"""A respondent gives photos: from a phone, with and without network, and takes one back."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.axe import axe
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.survey_steps import begin, open_start
from tests.factories.surveys import document, page
from tests.unit.surveys.documents import question

PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True, "locale": "nb-NO"}
ASKED = page("one", question("photo", "seen", max_photos=3, required=True), question("short_text", "wish"))


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, document(ASKED)) as site:
        yield site


def file(name: str, colour: str, kind: str = "JPEG") -> FilePayload:
    data = BytesIO()
    Image.new("RGB", (3000, 2000), colour).save(data, kind)
    return {"name": name, "mimeType": f"image/{kind.lower()}", "buffer": data.getvalue()}


def choose(phone: Page, *files: FilePayload) -> None:
    phone.locator("input[type=file]").set_input_files(list(files))


def test_photos_are_sent_as_they_are_chosen_and_named_in_the_answer(browser: Browser, site: SurveySite) -> None:
    context = browser.new_context(**PHONE)
    phone = context.new_page()
    open_start(phone, site.link)
    phone.get_by_role("link", name="Begynn").click()
    phone.get_by_role("button", name="Send").click()
    expect(phone.get_by_role("alert")).to_contain_text("må du svare")
    choose(phone, file("rød.jpg", "red"), file("blå.png", "blue", "PNG"))
    expect(phone.locator(".photos__chosen img")).to_have_count(2)
    expect(phone.get_by_role("img", name="Bilde 2")).to_be_visible()
    assert (
        phone.get_by_role("img", name="Bilde 2").evaluate("image => image.decode().then(() => image.naturalWidth)")
        == 2048
    )

    context.set_offline(True)
    choose(phone, file("uten nett.jpg", "green"))
    expect(phone.get_by_text("uten nett.jpg")).to_be_visible()
    expect(phone.get_by_role("button", name="Prøv igjen")).to_be_visible()
    phone.get_by_role("button", name="Send").click()
    expect(phone.get_by_role("alert")).to_contain_text("ikke sendt ennå")
    assert axe(phone) == []
    context.set_offline(False)
    expect(phone.locator(".photos__chosen img")).to_have_count(3)
    phone.get_by_role("button", name="Fjern Bilde 1").click()
    expect(phone.locator(".photos__chosen img")).to_have_count(2)
    # What is on its way to the device's store when the page goes does not get there.
    expect(phone.locator("[data-saving]")).to_have_attribute("data-saving", "sent")

    phone.reload()
    expect(phone.locator(".photos__chosen img")).to_have_count(2)
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator("[data-receipt]")).to_be_visible()
    (stored,) = site.stored()
    assert (len(stored["answers"]["seen"]), stored["complete"]) == (2, True)


def test_what_is_no_photo_is_told_by_its_name(browser: Browser, site: SurveySite) -> None:
    phone = browser.new_context(**PHONE).new_page()
    begin(phone, site.link)
    choose(phone, {"name": "notat.jpg", "mimeType": "image/jpeg", "buffer": b"%PDF-1.7"})
    expect(phone.locator(".photos__name")).to_contain_text("notat.jpg: ")
    expect(phone.locator(".photos__name")).to_contain_text("JPEG")
    expect(phone.get_by_role("button", name="Prøv igjen")).to_have_count(0)
    phone.get_by_role("button", name="Fjern notat.jpg").click()
    expect(phone.locator(".photos__name")).to_have_count(0)
