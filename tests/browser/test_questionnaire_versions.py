"""The planner changes a survey in its workbook, sees what would change, and publishes it: as seen on every screen."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, FilePayload, Page, expect

from surveys.templates import template, template_pictures
from tests.browser.planner_steps import signed_in
from tests.browser.sizes import faults
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.survey_steps import open_start
from tests.factories.people import make_person

QUESTIONNAIRE = "/projects/loddefjord/activities/1/questionnaire"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TITLE = "Slik er det å bo her nå"


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    assert template_pictures("neighbourhood")
    with survey_site(migrated, template("neighbourhood")) as site:
        with site.app.app_context():
            make_person()
        yield site


def downloaded(page: Page) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned arbeidsboken").click()
    return Path(download.value.path()).read_bytes()


def changed(data: bytes, unknown_type: bool = False) -> FilePayload:
    """The workbook with another title, and a question that asks for a name; `unknown_type`: one of a type there is not."""
    book = load_workbook(BytesIO(data))
    columns = [cell.value for cell in book["survey"][1]]
    [row] = [cell.row for cell in book["survey"]["B"] if cell.value == "best"]
    [label] = [name for name in columns if str(name).startswith("label") and "(nb)" in str(name)]
    book["survey"].cell(row, columns.index(label) + 1).value = "Hva heter du?"
    settings = [cell.value for cell in book["settings"][1]]
    book["settings"].cell(2, settings.index("form_title") + 1).value = TITLE
    if unknown_type:
        book["survey"].cell(3, columns.index("type") + 1).value = "hologram"
    file = BytesIO()
    book.save(file)
    return {"name": "skjema.xlsx", "mimeType": EXCEL, "buffer": file.getvalue()}


def test_a_changed_workbook_is_looked_at_and_published(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    page.goto(site.address + QUESTIONNAIRE)
    assert faults(page) == []
    data = downloaded(page)
    look = page.get_by_role("button", name="Se på endringene")
    page.get_by_label("Arbeidsbok (XLSForm)").set_input_files(changed(data, unknown_type=True))
    look.click()
    expect(page.get_by_role("alert")).to_contain_text("survey: Rad 3")
    assert faults(page) == []
    page.get_by_label("Arbeidsbok (XLSForm)").set_input_files(changed(data))
    look.click()
    expect(page.get_by_role("heading", name="Utkast til neste versjon")).to_be_visible()
    page.get_by_text("Spør om hvem som svarer (1)").click()
    expect(page.get_by_text("«Hva heter du?» ser ut til å be om navn")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Publiser denne versjonen").click()
    expect(page.get_by_text("Versjon 2 er publisert")).to_be_visible()
    page.get_by_text("Andre ord, de samme spørsmålene").click()
    expect(page.get_by_text("Tittelen eller innledningen er endret.")).to_be_visible()
    assert faults(page) == []
    open_start(page, site.link)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    page.context.close()
