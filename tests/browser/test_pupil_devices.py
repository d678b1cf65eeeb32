"""Two tabs, two pupils on one tablet, two devices: nothing is mixed and nothing is lost."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.class_site import ClassSite
from tests.browser.pupil_steps import IPAD, LAPTOP, STILL, PupilPage, new_pupil

LETTERS = "**/api/responses/*"


def test_two_tabs_of_one_pupil_follow_each_other(browser: Browser, open_class: ClassSite) -> None:
    first = new_pupil(browser, open_class, LAPTOP, **STILL)
    first.open()
    first.join()
    first.put_sticker()
    second = PupilPage(first.context, open_class)
    second.open()
    second.page.get_by_role("button", name="Fortsett som").click()
    second.map_is_ready()
    second.put_sticker("Bra", "Trygt", at=(0.3, 0.3))
    expect(first.page.locator(".mark")).to_have_count(2)
    first.page.bring_to_front()
    first.put_sticker("Ønske", "Mer lys", at=(0.3, 0.6))
    expect(first.page.locator(".mark")).to_have_count(3)
    expect(second.page.locator(".mark")).to_have_count(3)
    first.saving("Sendt")
    (response,) = open_class.stored()
    assert (response["revision"], len(response["marks"])) == (3, 3)
    first.close()


def test_handing_the_tablet_on_mixes_no_one(browser: Browser, open_class: ClassSite) -> None:
    first = new_pupil(browser, open_class, IPAD, **STILL)
    first.open()
    first.join()
    first.context.route(LETTERS, lambda route: route.abort())
    first.put_sticker()
    first.hand_over()

    # The next one finds a fresh page, and what the first made is still waiting to be sent.
    expect(first.page.get_by_role("heading", name="Du kjenner stedet best")).to_be_visible()
    assert len(first.kept_on_device()["letters"]) == 1
    first.join()
    assert first.listed() == []
    first.context.unroute(LETTERS)
    first.put_sticker("Bra", "Trygt")
    first.saving("Sendt")
    rows = open_class.once(lambda found: len(found) == 2)
    stored = {row["pupil"]: [mark["category"] for mark in row["marks"]] for row in rows}
    assert sorted(stored.values()) == [["good"], ["unsafe"]]
    drafts = first.once_on_device(lambda kept: len(kept["drafts"]) == 1)["drafts"]
    assert [[mark["category"] for mark in row["marks"]] for row in drafts] == [["good"]]

    # Opening the link again asks who it is.
    first.open()
    expect(first.page.get_by_role("button", name="Fortsett som")).to_have_count(1)
    first.press("Jeg er en annen")
    expect(first.page.get_by_role("button", name="Bli med", exact=True)).to_be_visible()
    first.close()


def test_the_personal_code_resumes_on_another_device(browser: Browser, open_class: ClassSite) -> None:
    at_school = new_pupil(browser, open_class, LAPTOP, **STILL)
    at_school.open()
    code = at_school.join()
    at_school.draw_school_road()
    at_school.saving("Sendt")
    at_school.close()

    elsewhere = new_pupil(browser, open_class, IPAD, **STILL)
    elsewhere.open()
    elsewhere.resume("2222 2222")
    expect(elsewhere.page.get_by_role("alert")).to_have_text("Ingen har den koden. Se en gang til, og prøv igjen.")
    elsewhere.page.get_by_label("Skriv koden din").fill(code.lower())
    elsewhere.press("Fortsett")
    elsewhere.map_is_ready()
    assert elsewhere.listed() == ["Skoleveien min"]
    elsewhere.put_sticker()
    elsewhere.saving("Sendt")
    (response,) = open_class.stored()
    assert (response["revision"], len(response["marks"])) == (3, 2)
    elsewhere.close()


def test_two_devices_at_once_keep_both_and_let_the_child_decide(browser: Browser, open_class: ClassSite) -> None:
    here = new_pupil(browser, open_class, LAPTOP, **STILL)
    code = here.come_back().code
    there = new_pupil(browser, open_class, IPAD, **STILL)
    there.open()
    there.resume(code)
    there.map_is_ready()
    there.put_sticker("Bra", "Trygt")
    there.saving("Sendt")

    here.put_sticker("Ønske", "Mer lys", at=(0.3, 0.6))
    dialog = here.page.get_by_role("dialog", name="Du har jobbet på en annen enhet også")
    expect(dialog).to_contain_text("Én ting er bare laget her.")
    dialog.get_by_role("button", name="Ta med").click()
    here.made(3)
    here.saving("Sendt")
    assert here.listed() == ["Utrygt", "Bra", "Ønske"]
    (response,) = open_class.stored()
    assert len(response["marks"]) == 3
    here.close()
    there.close()
