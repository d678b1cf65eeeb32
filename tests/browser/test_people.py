"""A planner invites a colleague, who takes part by the link, and is out again when removed."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.class_site import ClassSite
from tests.browser.pupil_steps import LAPTOP
from tests.browser.sizes import faults
from tests.browser.test_planner_screens import signed_in


def invite(page: Page, project: str, role: str, note: str) -> str:
    """The link of a new invitation."""
    page.goto(f"{project}/people")
    page.get_by_label(role).check()
    page.get_by_label("Hvem den er til").fill(note)
    page.get_by_role("button", name="Lag lenken").click()
    return page.locator("#made-link").input_value()


def test_a_colleague_takes_part_sees_and_is_out_when_removed(browser: Browser, open_class: ClassSite) -> None:
    page, project = signed_in(browser, open_class, LAPTOP)
    link = invite(page, project, "Analytiker", "Kari")
    colleague = browser.new_context(**LAPTOP).new_page()
    colleague.goto(link)
    colleague.get_by_label("E-post").fill("kari@example.no")
    colleague.get_by_label("Velg et passord").fill("seks lange ord for meg")
    colleague.get_by_role("button", name="Bli med").click()
    expect(colleague.get_by_role("status")).to_contain_text("Rollen din: Analytiker")
    places = colleague.get_by_role("navigation", name="Prosjekt")
    expect(places.get_by_role("link", name="Svar og kart")).to_be_visible()
    expect(places.get_by_role("link", name="Innstillinger")).to_have_count(0)
    page.goto(f"{project}/people")
    row = page.get_by_role("row", name="kari@example.no")
    expect(page.get_by_text("Kari", exact=True)).to_have_count(0)
    row.get_by_role("button", name="Fjern").click()
    expect(page.get_by_role("status")).to_contain_text("kari@example.no er ikke lenger med i prosjektet.")
    colleague.goto(project)
    expect(colleague.get_by_text("Her er det ingen side.")).to_be_visible()


def test_axe_finds_nothing_where_people_are_invited(browser: Browser, open_class: ClassSite) -> None:
    page, project = signed_in(browser, open_class, LAPTOP)
    link = invite(page, project, "Planlegger", "et_langt_navn_uten_mellomrom@avdeling.kommune.example.no")
    wrong = faults(page)
    guest = browser.new_context(**LAPTOP).new_page()
    guest.goto(link)
    wrong += faults(guest)
    guest.get_by_role("button", name="Bli med").click()
    expect(guest.get_by_role("alert")).to_be_visible()
    wrong += faults(guest)
    page.goto(link)
    wrong += faults(page)
    assert wrong == []


def test_axe_finds_nothing_on_the_pages_of_no_project(browser: Browser, open_class: ClassSite) -> None:
    page, _project = signed_in(browser, open_class, LAPTOP, "administrator")
    wrong = []
    for path in ("/account", "/people", "/help/map-programs"):
        page.goto(open_class.address + path)
        wrong += faults(page)
    assert wrong == []
