"""A planner lays plans over the map, and those who answer see them beneath their marks and choose which."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import axe
from tests.browser.class_site import SCHOOL, ClassSite
from tests.browser.pupil_steps import IPAD, LAPTOP, PHONE, STILL, new_pupil
from tests.browser.sizes import too_wide
from tests.browser.test_planner_screens import signed_in
from tests.unit.map_layers.drawings import quarters, saved
from tests.unit.projects.map_files import collection

EAST, NORTH = SCHOOL
ROAD = shapely.LineString([(EAST - 0.003, NORTH), (EAST + 0.003, NORTH + 0.001)])
# Degrees, with north up: five by five hundredths of a degree around the school.
WORLD_FILE = f"0.00005\n0\n0\n-0.00003\n{EAST - 0.002}\n{NORTH + 0.0012}\n"


@pytest.mark.streets
def test_plans_are_laid_over_the_map(browser: Browser, open_class: ClassSite, tmp_path: Path) -> None:
    page, project = signed_in(browser, open_class, LAPTOP)
    upload_a_plan(page, project, tmp_path)
    upload_a_drawing(page, tmp_path)
    assert axe(page) == []
    put_in_order(page)
    show_to_the_class(page)
    page.goto(f"{project}/activities/1/marks")
    expect(page.locator(".overlay-menu")).to_be_visible()
    seen_on_a_phone(page, project)
    seen_by_a_pupil(browser, open_class)


def upload_a_plan(page: Page, project: str, folder: Path) -> None:
    """The outline that crosses itself is seen before it is mended."""
    file = folder / "Ny vei.geojson"
    bow_tie = shapely.Polygon(
        [(EAST, NORTH), (EAST + 0.001, NORTH + 0.001), (EAST + 0.001, NORTH), (EAST, NORTH + 0.001)]
    )
    file.write_bytes(collection(ROAD, bow_tie))
    page.goto(f"{project}/layers")
    page.locator("[name=file]").set_input_files(file)
    page.get_by_role("button", name="Se på filen").click()
    expect(page.locator(".file-row--line")).to_have_count(1)
    expect(page.locator(".file-row--broken")).to_have_count(1)
    assert axe(page) == []
    expect(page.get_by_label("Navn", exact=True)).to_have_value("Ny vei")
    page.get_by_role("button", name="Ta inn laget").click()
    expect(page.locator(".layer")).to_contain_text("2 rader")


def upload_a_drawing(page: Page, folder: Path) -> None:
    """Without its world file it has no place, which is told at the field."""
    image, world = folder / "plan.png", folder / "plan.pgw"
    image.write_bytes(saved(quarters(), "PNG"))
    world.write_text(WORLD_FILE)
    for given in ((image,), (image, world)):
        for name, file in zip(("drawing", "world"), given, strict=False):
            page.locator(f"[name={name}]").set_input_files(file)
        page.get_by_role("button", name="Se på tegningen").click()
        if len(given) == 1:
            expect(page.get_by_text("Bildet sier ikke hvor det ligger")).to_be_visible()
    expect(page.locator("#map img.leaflet-image-layer")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Navn").fill("Plantegning")
    page.get_by_role("button", name="Ta inn tegningen").click()
    expect(page.locator("#map img.leaflet-image-layer")).to_be_visible()
    expect(page.locator(".layer__name")).to_have_text(["Plantegning", "Ny vei"])


def put_in_order(page: Page) -> None:
    """By button, and by dragging."""
    page.get_by_role("button", name="Flytt Ny vei opp").click()
    expect(page.locator(".layer__name")).to_have_text(["Ny vei", "Plantegning"])
    grips = page.locator("[data-grip]")
    first, second = grips.nth(0).bounding_box(), grips.nth(1).bounding_box()
    assert first
    assert second
    page.mouse.move(first["x"] + 20, first["y"] + 20)
    page.mouse.down()
    page.mouse.move(first["x"] + 20, second["y"] + 80, steps=4)
    page.mouse.up()
    expect(page.locator(".layer__name")).to_have_text(["Plantegning", "Ny vei"])


def show_to_the_class(page: Page) -> None:
    for name in ("Plantegning", "Ny vei"):
        page.get_by_role("link", name=f"Endre {name}").click()
        page.get_by_label("Barnetråkk").check()
        if name == "Ny vei":
            page.get_by_label("Skrives ved hver").select_option("navn")
        page.get_by_role("button", name="Lagre").click()
    expect(page.get_by_text("vises i Barnetråkk")).to_have_count(2)


def seen_on_a_phone(page: Page, project: str) -> None:
    page.set_viewport_size(PHONE["viewport"])
    page.goto(f"{project}/layers")
    expect(page.locator(".overlay-menu")).to_be_visible()
    assert too_wide(page) <= 0
    assert axe(page) == []


def seen_by_a_pupil(browser: Browser, site: ClassSite) -> None:
    pupil = new_pupil(browser, site, IPAD, **STILL)
    pupil.open()
    pupil.join()
    page = pupil.page
    expect(page.locator("img.leaflet-image-layer")).to_be_visible()
    expect(page.locator("path.overlay--line")).to_have_count(1)
    expect(page.get_by_text("Sone 1", exact=True)).to_be_visible()
    page.get_by_text("Kartlag", exact=True).click()
    page.get_by_label("Plantegning").uncheck()
    expect(page.locator("img.leaflet-image-layer")).to_have_count(0)
    expect(page.locator("path.overlay--line")).to_have_count(1)
    assert axe(page) == []
    pupil.close()
