"""A planner takes map layers in, puts them in order and chooses who sees them, with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import shapely
from playwright.sync_api import Browser, Page, expect

from tests.browser.class_site import SCHOOL, ClassSite
from tests.browser.pupil_steps import LAPTOP
from tests.browser.survey_keys import go_to
from tests.browser.test_planner_screens import signed_in
from tests.unit.map_layers.drawings import quarters, saved
from tests.unit.projects.map_files import collection

EAST, NORTH = SCHOOL
ROAD = shapely.LineString([(EAST - 0.003, NORTH), (EAST + 0.003, NORTH + 0.001)])
WORLD_FILE = f"0.00005\n0\n0\n-0.00003\n{EAST - 0.002}\n{NORTH + 0.0012}\n"
SWAPPED = shapely.transform(ROAD, lambda places: places[:, ::-1])


def test_layers_are_taken_in_with_the_keyboard_alone(browser: Browser, open_class: ClassSite, tmp_path: Path) -> None:
    page, project = signed_in(browser, open_class, LAPTOP)
    # Listened for long before the press: nobody tells when the browser has begun to hand choosers over.
    page.on("filechooser", lambda _chooser: None)
    file, image, world = tmp_path / "Ny vei.geojson", tmp_path / "Plan.png", tmp_path / "Plan.pgw"
    file.write_bytes(collection(SWAPPED))
    image.write_bytes(saved(quarters(), "PNG"))
    world.write_text(WORLD_FILE)
    page.goto(f"{project}/layers")
    take_in_a_file_the_right_way_round(page, file)
    take_in_a_drawing(page, image, world)
    put_in_order_and_show(page)
    page.close()


def choose(page: Page, field: str, file: Path) -> None:
    go_to(page, f"[name={field}]")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(file)


def press(page: Page, selector: str) -> None:
    go_to(page, selector)
    page.keyboard.press("Enter")


def take_in_a_file_the_right_way_round(page: Page, file: Path) -> None:
    choose(page, "file", file)
    press(page, "section[aria-labelledby=file-heading] button[type=submit]")
    expect(page.get_by_text("De to koordinatene ser ut til å være byttet om")).to_be_visible()
    press(page, "button[name=offer]")
    expect(page.get_by_label("Koordinatsystem", exact=True)).to_have_value("4326-swapped")
    press(page, "#file-fields .form__actions:last-child button[type=submit]:not([name])")
    expect(page.locator(".layer__name")).to_have_text(["Ny vei"])


def take_in_a_drawing(page: Page, image: Path, world: Path) -> None:
    choose(page, "drawing", image)
    choose(page, "world", world)
    press(page, "section[aria-labelledby=drawing-heading] button[type=submit]")
    expect(page.locator("#map img.leaflet-image-layer")).to_be_visible()
    press(page, "#drawing-form button[type=submit]:not([name])")
    expect(page.locator(".layer__name")).to_have_text(["Plan", "Ny vei"])


def put_in_order_and_show(page: Page) -> None:
    press(page, ".layer:first-child button[value='2']")
    expect(page.locator(".layer__name")).to_have_text(["Ny vei", "Plan"])
    press(page, ".layer:first-child .layer__acts a")
    expect(page.locator("[name=colour]")).to_be_visible()
    go_to(page, "[name=colour]")
    page.keyboard.press("ArrowDown")
    go_to(page, "[name=shown_in]")
    page.keyboard.press("Space")
    press(page, "main form button[type=submit]")
    expect(page.get_by_text("vises i Barnetråkk")).to_have_count(1)
    go_to(page, ".overlay-menu summary")
    page.keyboard.press("Enter")
    go_to(page, ".overlay-menu input")
    page.keyboard.press("Space")
    expect(page.locator(".overlay-menu input").first).not_to_be_checked()
    expect(page.locator("path.overlay--line")).to_have_count(0)
