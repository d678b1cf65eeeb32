"""Correcting what was sent: a copy that stands only when it is sent, offline, after a reload and on another device too."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.class_site import ClassSite
from tests.browser.pupil_steps import IPAD, LAPTOP, PHONE, STILL, PupilPage, new_pupil
from tests.browser.sizes import faults
from tests.browser.test_pupil_offline import LETTERS, WAITING

ARRIVED = "Det du rettet, er kommet fram. Nå gjelder det i stedet for det du sendte før."
STANDS = "Det du sendte før, gjelder så lenge."


def hand_in(pupil: PupilPage) -> None:
    """One sticker, on this device from the first."""
    pupil.open()
    pupil.join()
    pupil.put_sticker()
    pupil.send()
    pupil.saving("Sendt")


def told(site: ClassSite) -> list[tuple[bool, bool, int]]:
    """For each response: complete, replaced, marks."""
    return [(row["complete"], row["replaced"], len(row["marks"])) for row in site.stored()]


def test_the_old_stands_until_the_correction_is_sent(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, IPAD, **STILL)
    hand_in(pupil)
    expect(pupil.page.get_by_text(ARRIVED)).to_be_hidden()
    pupil.correct()
    assert pupil.listed() == ["Utrygt"]
    expect(pupil.page.locator(".sentence")).to_have_text("Det du sendte, gjelder til du trykker Send på nytt.")
    pupil.put_sticker("Ønske", "Mer lys", at=(0.3, 0.3))
    pupil.saving("Sendt")
    assert told(open_class) == [(True, False, 1), (False, False, 2)]
    pupil.send()
    expect(pupil.page.get_by_text(ARRIVED)).to_be_visible()
    assert told(open_class) == [(True, True, 1), (True, False, 2)]
    rows = pupil.once_on_device(lambda kept: not kept["letters"] and len(kept["drafts"]) == 1)
    assert [len(rows[name]) for name in ("pupils", "drafts", "letters")] == [1, 1, 0]

    # And once more: of three, only the last stands.
    pupil.correct()
    pupil.page.locator(".list-button").click()
    pupil.press("Slett: Utrygt")
    pupil.made(1)
    pupil.press("Lukk")
    pupil.send()
    expect(pupil.page.get_by_text(ARRIVED)).to_be_visible()
    assert told(open_class) == [(True, True, 1), (True, True, 2), (True, False, 1)]
    pupil.close()


def test_all_without_network_and_after_a_reload(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL, service_workers="allow")
    pupil.open()
    pupil.join()
    pupil.put_sticker()
    pupil.saving("Sendt")
    pupil.is_kept_for_offline()

    pupil.context.set_offline(True)
    pupil.send()
    pupil.saving(WAITING)
    pupil.correct()
    pupil.put_sticker("Bra", "Trygt", at=(0.3, 0.3))
    pupil.page.reload()
    pupil.page.get_by_role("button", name="Fortsett som").click()
    expect(pupil.page.get_by_role("heading", name="Rett på svaret")).to_be_visible()
    pupil.map_is_ready()
    assert pupil.listed() == ["Utrygt", "Bra"]
    pupil.send()
    expect(pupil.page.get_by_text(STANDS)).to_be_visible()
    assert told(open_class) == [(False, False, 1)]

    pupil.context.set_offline(False)
    pupil.saving("Sendt")
    expect(pupil.page.get_by_text(ARRIVED)).to_be_visible()
    assert told(open_class) == [(True, True, 1), (True, False, 2)]
    pupil.close()


def test_begun_on_one_device_and_sent_from_another(browser: Browser, open_class: ClassSite) -> None:
    first = new_pupil(browser, open_class, LAPTOP, **STILL)
    code = first.come_back(complete=True).code
    second = new_pupil(browser, open_class, PHONE, **STILL)
    second.open()
    second.resume(code)
    second.correct()
    second.put_sticker("Ønske", "Mer lys", at=(0.3, 0.3))
    second.saving("Sendt")

    # The first has heard nothing of it, and goes on where the second is.
    first.correct()
    expect(first.page.locator(".toast")).to_have_text("Her er det du laget på den andre enheten.")
    assert first.listed() == ["Utrygt", "Ønske"]
    first.send()
    first.saving("Sendt")
    assert told(open_class) == [(True, True, 1), (True, False, 2)]

    third = new_pupil(browser, open_class, IPAD, **STILL)
    third.open()
    third.resume(code)
    expect(third.page.get_by_text(ARRIVED)).to_be_visible()
    for pupil in (first, second, third):
        pupil.close()


def test_going_back_keeps_what_was_sent(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    code = pupil.come_back(complete=True).code
    pupil.correct()
    pupil.put_sticker("Bra", "Trygt", at=(0.3, 0.3))
    pupil.saving("Sendt")
    elsewhere = new_pupil(browser, open_class, IPAD, **STILL)
    elsewhere.open()
    elsewhere.resume(code)
    elsewhere.map_is_ready()
    for each in (pupil, elsewhere):
        each.press("Meny")
        each.press("Behold det jeg sendte før")
        each.press("Behold det jeg sendte")
        expect(each.page.get_by_role("heading", name="Takk!")).to_be_visible()
    assert told(open_class) == [(True, False, 1)]
    pupil.correct()
    assert pupil.listed() == ["Utrygt"]
    pupil.close()
    elsewhere.close()


def test_erasing_takes_both(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.come_back(complete=True)
    pupil.correct()
    pupil.put_sticker("Bra", "Trygt", at=(0.3, 0.3))
    pupil.saving("Sendt")
    pupil.press("Meny")
    pupil.press("Slett mitt")
    pupil.press("Slett alt")
    expect(pupil.page.locator(".toast")).to_have_text("Alt du laget, er slettet.")
    assert open_class.stored() == []
    assert not any(pupil.once_on_device(lambda kept: not any(kept.values())).values())
    pupil.close()


def test_what_was_refused_is_mended_and_sent(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.come_back()
    problem = {"errors": [{"field": "marks[0].geometry", "message": "Utenfor området"}]}
    pupil.context.route(LETTERS, lambda route: route.fulfill(status=422, json=problem))
    pupil.send()
    expect(pupil.page.get_by_text("noe må rettes før det kan sendes")).to_be_visible()
    pupil.context.unroute(LETTERS)
    pupil.press("Rett på svaret")
    pupil.map_is_ready()
    pupil.send()
    pupil.saving("Sendt")
    assert told(open_class) == [(True, False, 1)]
    pupil.close()


def test_the_second_tab_follows(browser: Browser, open_class: ClassSite) -> None:
    first = new_pupil(browser, open_class, LAPTOP, **STILL)
    first.come_back(complete=True)
    second = PupilPage(first.context, open_class)
    second.open()
    second.page.get_by_role("button", name="Fortsett som").click()
    expect(second.page.get_by_role("heading", name="Takk!")).to_be_visible()
    second.correct()
    first.page.get_by_role("button", name="Fortsett som").click()
    first.map_is_ready()
    assert first.listed() == ["Utrygt"]
    first.close()


def test_nothing_is_corrected_long_after_the_class(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.come_back(complete=True)
    pupil.correct()
    pupil.put_sticker("Bra", "Trygt", at=(0.3, 0.3))
    pupil.saving("Sendt")
    open_class.ended(days_ago=15)
    pupil.page.reload()
    pupil.page.get_by_role("button", name="Fortsett som").click()
    expect(pupil.page.get_by_text("Du har ikke trykt Send ennå. Derfor gjelder det du sendte før.")).to_be_visible()
    expect(pupil.page.get_by_role("button", name="Rett på svaret")).to_have_count(0)
    pupil.close()


def test_axe_finds_nothing_while_correcting(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.come_back(complete=True)
    wrong = faults(pupil.page)
    pupil.correct()
    wrong += faults(pupil.page)
    pupil.press("Meny")
    wrong += faults(pupil.page)
    pupil.press("Behold det jeg sendte før")
    wrong += faults(pupil.page)
    pupil.press("Fortsett å rette")
    pupil.put_sticker("Bra", "Trygt", at=(0.3, 0.3))
    pupil.send()
    expect(pupil.page.get_by_text(ARRIVED)).to_be_visible()
    wrong += faults(pupil.page)
    assert wrong == []
    pupil.close()


def test_corrected_while_what_was_sent_is_tried_again_and_again(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.come_back()
    pupil.context.route(LETTERS, lambda route: route.abort())
    pupil.put_sticker("Ønske", "Mer lys", at=(0.3, 0.3))
    pupil.send()
    pupil.page.evaluate("void setInterval(() => dispatchEvent(new Event('online')), 5)")
    pupil.correct()
    pupil.made(2)
    pupil.close()
