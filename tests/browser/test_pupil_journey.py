"""A pupil's lesson from code to thank-you: what is drawn is what the server has, without the way to the home."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.class_site import SCHOOL, ClassSite
from tests.browser.in_page import come_back_to
from tests.browser.pupil_steps import IPAD, LAPTOP, STILL, metres, new_pupil


@pytest.mark.streets
def test_from_the_front_page_to_thank_you(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP)
    pupil.page.goto(open_class.address + "/?lang=nb")
    pupil.page.get_by_label("Skriv klassekoden").press_sequentially(open_class.code.lower())
    pupil.press("Bli med")
    pupil.page.wait_for_url(open_class.link)
    pupil.join()
    pupil.draw_school_road()
    pupil.put_sticker()
    assert pupil.listed() == ["Skoleveien min", "Utrygt"]
    pupil.saving("Sendt")

    (draft,) = open_class.stored()
    assert draft["complete"] is False
    pupil.press("Videre")
    pupil.page.get_by_role("group", name="Er veien til skolen trygg?").get_by_text("Bra", exact=True).click()
    pupil.press("Neste")
    expect(pupil.page.locator(".numbers")).to_have_text("1vei1sted0ønsker")
    pupil.press("Send")
    expect(pupil.page.get_by_role("heading", name="Takk!")).to_be_visible()
    pupil.saving("Sendt")
    expect(pupil.page.locator(".step.is-reached")).to_have_text("Mottatt")

    (response,) = open_class.stored()
    assert response["complete"] is True
    assert response["answers"] == {"safe_on_road": 4}
    road, sticker = response["marks"]
    assert (road["category"], road["home_cut"], road["answers"]["mode"]) == ("school_road", True, "walk")
    assert (sticker["category"], sticker["answers"]) == ("unsafe", {"why": ["dark"]})
    pupil.close()


def test_the_home_end_never_leaves_the_page(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, IPAD, **STILL)
    sent: list[str] = []
    pupil.page.on("request", lambda request: sent.append(request.post_data or ""))
    pupil.open()
    pupil.join()
    pupil.choose_school_road()
    x, y = pupil.school()
    pupil.drag((x, y), (x / 2, y + 60), (24, y + 150))
    pupil.press("Ferdig")
    pupil.page.get_by_role("dialog").get_by_role("button", name="Ferdig").click()
    pupil.saving("Sendt")

    (mark,) = open_class.stored()[0]["marks"]
    kept = mark["geometry"]["coordinates"]
    assert metres(kept[0], list(SCHOOL)) < 40
    per_pixel = 156_543 * 0.5013 / 2**16
    drawn = (x - 24) * per_pixel
    # The circle's middle lies within half a radius of the home, so at least half a radius is cut.
    assert drawn - metres(kept[-1], list(SCHOOL)) > 60
    assert all(round(number, 5) == number for position in kept for number in position)

    rows = pupil.kept_on_device()
    assert [row["marks"][0]["geometry"]["coordinates"] for row in rows["drafts"]] == [kept]
    assert "circle" not in json.dumps(rows)
    assert not [body for body in sent if "seed" in body or "centre" in body]
    pupil.close()


def test_another_road_asks_about_homes_and_may_be_left_whole(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.open()
    pupil.join()
    pupil.tool("Vei")
    pupil.press("Andre veier")
    x, y = pupil.school()
    pupil.drag((x - 300, y), (x - 100, y + 40))
    pupil.press("Ferdig")
    expect(pupil.page.locator(".line-end")).to_have_count(2)
    pupil.press("Nei")
    pupil.page.get_by_role("dialog").get_by_role("button", name="Ferdig").click()
    pupil.saving("Sendt")
    (mark,) = open_class.stored()[0]["marks"]
    assert (mark["category"], mark["home_cut"]) == ("other_road", False)
    pupil.close()


def test_who_lives_near_the_school_is_told_to_use_stickers(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.open()
    pupil.join()
    pupil.choose_school_road()
    x, y = pupil.school()
    pupil.drag((x, y), (x + 60, y + 20))
    pupil.press("Ferdig")
    expect(pupil.page.locator(".toast")).to_contain_text("Du bor nær skolen. Sett klistremerker i stedet.")
    assert pupil.listed() == []
    pupil.close()


def test_several_feelings_about_one_place(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, IPAD, **STILL)
    pupil.open()
    pupil.join()
    pupil.tool("Utrygt")
    pupil.page.mouse.click(400, 420)
    sheet = pupil.page.get_by_role("dialog", name="Dette stedet")
    sheet.get_by_text("Kjedelig").click()
    sheet.get_by_role("button", name="Bra", exact=True).click()
    sheet.get_by_text("Venner er her").click()
    sheet.get_by_text("Mer", exact=True).click()
    sheet.get_by_label("Hva kaller dere stedet?").fill("Gruslia")
    sheet.get_by_role("button", name="Ferdig").click()
    pupil.made(1)
    pupil.saving("Sendt")
    marks = open_class.stored()[0]["marks"]
    assert [(mark["category"], mark["answers"]["together"], mark["answers"]["why"]) for mark in marks] == [
        ("good", 1, ["friends"]),
        ("unsafe", 1, ["boring"]),
    ]
    assert marks[0]["geometry"] == marks[1]["geometry"]
    assert pupil.listed() == ["Gruslia: Bra + Utrygt"]
    pupil.close()


def test_change_delete_and_undo_from_the_list(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.open()
    pupil.join()
    pupil.put_sticker()
    pupil.put_sticker("Ønske", "Mer lys", at=(0.3, 0.6))
    pupil.page.get_by_role("button", name="Min liste").click()
    pupil.press("Slett: Utrygt")
    expect(pupil.page.locator(".mark")).to_have_count(1)
    pupil.page.locator(".toast").get_by_role("button", name="Angre").click()
    expect(pupil.page.locator(".mark")).to_have_count(2)
    pupil.press("Endre: Ønske")
    pupil.page.get_by_role("dialog").get_by_text("Ballbane").click()
    pupil.page.get_by_role("dialog").get_by_role("button", name="Ferdig").click()
    expect(pupil.page.locator(".mark__words").last).to_contain_text("Ballbane")
    pupil.saving("Sendt")
    answers = {mark["category"]: mark["answers"] for mark in open_class.stored()[0]["marks"]}
    assert answers == {"unsafe": {"why": ["dark"]}, "wish": {"wish_for": ["ball_court", "light"]}}
    pupil.close()


def test_a_phone_number_is_asked_about_before_it_is_saved(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.open()
    pupil.join()
    pupil.tool("Bra")
    pupil.page.mouse.click(500, 300)
    sheet = pupil.page.get_by_role("dialog", name="Dette stedet")
    sheet.get_by_text("Mer", exact=True).click()
    sheet.get_by_label("Si litt mer").fill("Ring 912 34 567")
    sheet.get_by_role("button", name="Ferdig").click()
    pupil.press("Endre teksten")
    sheet.get_by_label("Si litt mer").fill("Her er det fint")
    sheet.get_by_role("button", name="Ferdig").click()
    pupil.saving("Sendt")
    assert open_class.stored()[0]["marks"][0]["answers"] == {"comment": "Her er det fint"}
    pupil.close()


def test_practice_stores_and_sends_nothing(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.open(open_class.link + "/practice")
    calls: list[str] = []
    pupil.page.on("request", lambda request: calls.append(request.url) if "/api/" in request.url else None)
    pupil.press("Start å øve")
    pupil.to_map()
    pupil.draw_school_road()
    pupil.put_sticker()
    pupil.saving("Øving – lagres ikke")
    pupil.press("Videre")
    pupil.press("Neste")
    pupil.press("Avslutt øvingen")
    expect(pupil.page.get_by_role("heading", name="Bra jobbet!")).to_be_visible()
    assert calls == []
    assert open_class.stored() == []
    assert not any(pupil.kept_on_device().values())
    pupil.close()


def test_erasing_leaves_nothing_here_or_there(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.come_back()
    pupil.press("Meny")
    pupil.press("Slett mitt")
    pupil.press("Slett alt")
    expect(pupil.page.locator(".toast")).to_have_text("Alt du laget, er slettet.")
    assert open_class.stored() == []
    assert not any(pupil.once_on_device(lambda kept: not any(kept.values())).values())
    pupil.close()


def test_a_pause_covers_the_page_and_keeps_the_line(browser: Browser, open_class: ClassSite) -> None:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.come_back()
    open_class.told_by_teacher("paused")
    come_back_to(pupil.page)
    expect(pupil.page.get_by_role("dialog", name="En liten pause")).to_be_visible()
    open_class.told_by_teacher("open")
    come_back_to(pupil.page)
    expect(pupil.page.get_by_role("dialog", name="En liten pause")).to_be_hidden()
    pupil.close()
