"""Two devices made different things: what only one of them has is set aside, seen, brought along or thrown away, never lost."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, expect

from tests.browser.class_site import SCHOOL, ClassSite
from tests.browser.pupil_steps import IPAD, LAPTOP, STILL, Made, PupilPage, new_pupil
from tests.browser.sizes import faults
from tests.browser.test_pupil_offline import LETTERS
from tests.factories.classes import point

TWO = "Du har jobbet på en annen enhet også"


def two_devices(browser: Browser, site: ClassSite, device: dict[str, Any]) -> tuple[PupilPage, PupilPage]:
    """Both have one sticker; the first is told to hold its letters."""
    here = new_pupil(browser, site, device, **STILL)
    code = here.come_back().code
    there = new_pupil(browser, site, IPAD, **STILL)
    there.open()
    there.resume(code)
    there.map_is_ready()
    here.context.route(LETTERS, lambda route: route.abort())
    return here, there


def apart(browser: Browser, site: ClassSite, device: dict[str, Any]) -> tuple[PupilPage, PupilPage]:
    """The child made two things here and three there, and set the two aside."""
    here, there = two_devices(browser, site, device)
    make_two(here)
    # The others must not be the newer for their number alone.
    for at in (0.3, 0.4, 0.5):
        there.put_sticker("Utrygt", "Mørkt", at=(at, 0.3))
    there.saving("Sendt")
    set_aside(here)
    return here, there


def apart_from_afar(browser: Browser, site: ClassSite, device: dict[str, Any]) -> PupilPage:
    """The same where only what is seen here counts: what was made there comes to the server without a page."""
    here = new_pupil(browser, site, device, **STILL)
    made = here.come_back()
    here.context.route(LETTERS, lambda route: route.abort())
    make_two(here)
    send_three_more(site, made)
    set_aside(here)
    return here


def make_two(here: PupilPage) -> None:
    here.put_sticker("Ønske", "Mer lys", at=(0.3, 0.3))
    here.put_sticker("Bra", "Trygt", at=(0.6, 0.4))


def send_three_more(site: ClassSite, made: Made) -> None:
    """Another device's letters, each with one unsafe place more."""
    for number in (1, 2, 3):
        another = point(SCHOOL[0] + number / 1000, SCHOOL[1], category="unsafe", why=["dark"])
        made = made.send(site, revision=number + 1, marks=[*made.body["marks"], another])


def set_aside(here: PupilPage) -> None:
    here.context.unroute(LETTERS)
    here.page.evaluate("dispatchEvent(new Event('online'))")
    dialog = here.page.get_by_role("dialog", name=TWO)
    expect(dialog).to_contain_text("2 ting er bare laget her.")
    dialog.get_by_role("button", name="Legg til side").click()
    here.made(4)


def open_aside(pupil: PupilPage, name: str = "2 ting er lagt til side") -> None:
    pupil.press("Meny")
    pupil.page.get_by_role("dialog").get_by_role("button", name=name).click()
    expect(pupil.page.get_by_role("heading", name="Lagt til side")).to_be_visible()


def rows(pupil: PupilPage) -> list[str]:
    return pupil.page.locator(".marks--aside strong").all_text_contents()


def test_brought_along_one_by_one(browser: Browser, open_class: ClassSite) -> None:
    here, there = apart(browser, open_class, LAPTOP)
    open_aside(here)
    assert rows(here) == ["Ønske", "Bra"]
    here.press("Ta med: Bra")
    expect(here.page.locator(".marks--aside .mark")).to_have_count(1)
    here.page.reload()
    here.page.get_by_role("button", name="Fortsett som").click()
    here.map_is_ready()
    here.made(5)
    here.page.locator(".list-button").click()
    here.page.locator(".drawer").get_by_role("button", name="Én ting er lagt til side").click()
    here.press("Ta med alt")
    here.map_is_ready()
    here.made(6)
    here.saving("Sendt")
    (response,) = open_class.stored()
    assert sorted(mark["category"] for mark in response["marks"]) == ["good", *["unsafe"] * 4, "wish"]
    kept = here.once_on_device(lambda found: not found["pupils"][0].get("set_aside"))
    assert kept["pupils"][0].get("set_aside") is None
    here.close()
    there.close()


def test_thrown_away_and_regretted(browser: Browser, open_class: ClassSite) -> None:
    here = apart_from_afar(browser, open_class, LAPTOP)
    open_aside(here)
    here.press("Kast: Ønske")
    expect(here.page.locator(".marks--aside .mark")).to_have_count(1)
    here.press("Angre")
    expect(here.page.locator(".marks--aside .mark")).to_have_count(2)
    here.page.get_by_role("button", name="Kast:").first.click()
    expect(here.page.locator(".marks--aside .mark")).to_have_count(1)
    here.page.get_by_role("button", name="Kast:").click()
    expect(here.page.get_by_text("Ingenting er lagt til side nå.")).to_be_visible()
    here.press("Tilbake")
    here.made(4)
    assert len(open_class.stored()[0]["marks"]) == 4
    here.close()


def test_handing_the_tablet_on_says_what_goes_away(browser: Browser, open_class: ClassSite) -> None:
    here = apart_from_afar(browser, open_class, LAPTOP)
    here.press("Meny")
    here.press("Gi nettbrettet videre")
    expect(here.page.get_by_role("dialog")).to_contain_text("Det som er lagt til side, finnes bare på denne enheten.")
    here.page.get_by_role("dialog").get_by_role("button", name="Videre", exact=True).click()
    here.close()


def test_sent_from_another_device_what_was_made_here_is_a_correction(browser: Browser, open_class: ClassSite) -> None:
    here, there = two_devices(browser, open_class, LAPTOP)
    there.send()
    there.saving("Sendt")
    here.put_sticker("Ønske", "Mer lys", at=(0.3, 0.3))
    here.context.unroute(LETTERS)
    here.page.evaluate("dispatchEvent(new Event('online'))")
    expect(here.page.get_by_role("heading", name="Takk!")).to_be_visible()
    expect(here.page.locator(".toast")).to_contain_text("Det du laget her, er lagt til side.")
    here.press("Se")
    assert rows(here) == ["Ønske"]
    here.press("Ta med: Ønske")
    expect(here.page.get_by_role("heading", name="Rett på svaret")).to_be_visible()
    here.made(2)
    here.send()
    here.saving("Sendt")
    assert [(row["replaced"], len(row["marks"])) for row in open_class.stored()] == [(True, 1), (False, 2)]
    here.close()
    there.close()


def test_what_another_device_sent_before_a_correction_from_here_is_set_aside(
    browser: Browser, open_class: ClassSite
) -> None:
    here, there = two_devices(browser, open_class, LAPTOP)
    here.send()
    here.correct()
    here.put_sticker("Ønske", "Mer lys", at=(0.3, 0.3))
    there.put_sticker("Bra", "Trygt", at=(0.3, 0.4))
    there.send()
    there.saving("Sendt")
    here.context.unroute(LETTERS)
    here.page.evaluate("dispatchEvent(new Event('online'))")
    expect(here.page.locator(".toast")).to_contain_text("Det du bare laget der, er lagt til side.")
    here.press("Se")
    assert rows(here) == ["Bra"]
    here.press("Ta med: Bra")
    here.made(3)
    here.send()
    here.saving("Sendt")
    assert [(row["replaced"], len(row["marks"])) for row in open_class.stored()] == [(True, 2), (False, 3)]
    here.close()
    there.close()


def test_another_answer_is_set_aside_too(browser: Browser, open_class: ClassSite) -> None:
    here, there = two_devices(browser, open_class, LAPTOP)
    for pupil, answer in ((here, "Svært bra"), (there, "Dårlig")):
        pupil.press("Videre")
        pupil.page.get_by_role("group", name="Er veien til skolen trygg?").get_by_text(answer, exact=True).click()
        pupil.press("Tilbake til kartet")
    there.saving("Sendt")
    here.put_sticker("Ønske", "Mer lys", at=(0.3, 0.3))
    there.put_sticker("Bra", "Trygt", at=(0.3, 0.3))
    there.put_sticker("Bra", "Trygt", at=(0.6, 0.3))
    there.saving("Sendt")
    here.context.unroute(LETTERS)
    here.page.evaluate("dispatchEvent(new Event('online'))")
    here.page.get_by_role("dialog", name=TWO).get_by_role("button", name="Ta med").click()
    here.made(4)
    open_aside(here, "Én ting er lagt til side")
    expect(here.page.locator(".marks--aside")).to_contain_text("Er veien til skolen trygg?Svært bra")
    here.press("Ta med: Er veien til skolen trygg?")
    here.map_is_ready()
    here.saving("Sendt")
    assert open_class.stored()[0]["answers"] == {"safe_on_road": 5}
    here.close()
    there.close()


def test_axe_finds_nothing_aside(browser: Browser, open_class: ClassSite) -> None:
    here = apart_from_afar(browser, open_class, LAPTOP)
    here.page.locator(".list-button").click()
    wrong = faults(here.page)
    here.page.locator(".drawer").get_by_role("button", name="2 ting er lagt til side").click()
    here.page.locator(".marks--aside").wait_for()
    wrong += faults(here.page)
    assert wrong == []
    here.close()
