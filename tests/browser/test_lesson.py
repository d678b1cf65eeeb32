"""A whole lesson: three pupils with finger, trackpad and keyboard, one of them offline and then on another device; the
teacher who leads it; and the planner, whose files hold exactly what was drawn and nothing near a home."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyogrio
import pytest
import shapely
from playwright.sync_api import Browser, Page, expect
from python_calamine import CalamineWorkbook

from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession
from participation.extensions import db
from tests.browser.class_site import SCHOOL, ClassSite
from tests.browser.pupil_steps import IPAD, LAPTOP, STILL, PupilPage, metres, new_pupil
from tests.factories.people import PASSWORD, make_person

SURELY_CUT = 100  # metres: half the radius used where the density of dwellings is unknown


class Finger:
    """One finger on a touch screen."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)

    def _send(self, kind: str, *points: tuple[float, float]) -> None:
        touches = [{"x": x, "y": y, "id": 0} for x, y in points]
        self._session.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": touches})

    def drag(self, *path: tuple[float, float]) -> None:
        self._send("Start", path[0])
        for (x1, y1), (x2, y2) in pairwise(path):
            for step in range(1, 13):
                self._send("Move", (x1 + (x2 - x1) * step / 12, y1 + (y2 - y1) * step / 12))
        self._send("End")


@pytest.fixture
def lesson(open_class: ClassSite) -> ClassSite:
    """An open class, and a planner who may sign in."""
    with open_class.app.app_context():
        make_person()
        db.session.remove()
    return open_class


def teacher_link(site: ClassSite) -> str:
    with site.app.app_context():
        class_session = db.session.query(ClassSession).one()
        link = f"{site.address}/t/{codes.teacher_token(class_session)}"
        db.session.remove()
    return link


def draw_with_a_finger(pupil: PupilPage) -> None:
    """Two strokes with the finger lifted between them."""
    finger = Finger(pupil.page)
    pupil.choose_school_road()
    x, y = pupil.school()
    finger.drag((x, y), (x - 90, y + 70), (x - 160, y + 80))
    finger.drag((x - 160, y + 80), (x - 240, y + 150), (30, y + 260))
    finish_road(pupil)


def draw_with_a_trackpad(pupil: PupilPage) -> None:
    """Click, move, click."""
    pupil.choose_school_road()
    x, y = pupil.school()
    for point in ((x, y), (x - 150, y + 60), (x - 300, y + 90), (60, y + 200)):
        pupil.page.mouse.move(*point, steps=8)
        pupil.page.mouse.click(*point)
    finish_road(pupil)


def draw_with_keys(pupil: PupilPage) -> None:
    """The crosshair in the middle; arrows move the map under it."""
    page = pupil.page
    page.get_by_role("button", name="Vei", exact=True).press("Enter")
    page.get_by_role("button", name="Skoleveien min").press("Enter")
    expect(page.locator(".map-place")).to_be_focused()
    page.keyboard.press("Enter")
    for _step in range(5):
        for _press in range(4):
            page.keyboard.press("ArrowLeft")
            # The map takes no step while it glides.
            expect(page.locator(".leaflet-pan-anim")).to_have_count(0)
        page.keyboard.press("Enter")
    page.keyboard.press("f")
    sheet = page.get_by_role("dialog", name="Skoleveien min")
    sheet.get_by_role("button", name="Ferdig").press("Enter")
    expect(sheet).to_be_hidden()


def finish_road(pupil: PupilPage) -> None:
    pupil.press("Ferdig")
    sheet = pupil.page.get_by_role("dialog", name="Skoleveien min")
    expect(sheet).to_contain_text("Vi klipper bort biten nærmest der du bor.")
    sheet.get_by_role("button", name="Ferdig").click()
    expect(sheet).to_be_hidden()


def position_of(page: Page, x: float, y: float) -> list[float]:
    """Longitude and latitude of a point on the screen, from the school's place at the first zoom."""
    box = page.locator(".school-place").bounding_box()
    assert box
    degrees = 360 / 256 / 2**16
    return [SCHOOL[0] + (x - box["x"]) * degrees, SCHOOL[1] - (y - box["y"]) * degrees * 0.5013]


def send(pupil: PupilPage) -> None:
    pupil.press("Videre")
    pupil.press("Neste")
    pupil.press("Send")
    expect(pupil.page.get_by_role("heading", name="Takk!")).to_be_visible()
    pupil.saving("Sendt")


def download(page: Page, link: str, folder: Path) -> Path:
    with page.expect_download() as coming:
        page.get_by_role("link", name=link, exact=True).click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


@pytest.mark.streets
def test_a_lesson(browser: Browser, lesson: ClassSite, tmp_path: Path) -> None:
    teacher = browser.new_context(locale="nb-NO", viewport={"width": 1280, "height": 900}).new_page()
    teacher.goto(teacher_link(lesson))
    assert "/t/" not in teacher.url

    tablet = new_pupil(browser, lesson, IPAD, **STILL, service_workers="allow")
    trackpad = new_pupil(browser, lesson, LAPTOP, **STILL)
    keys = new_pupil(browser, lesson, LAPTOP, **STILL)
    codes_on_paper = []
    for pupil in (tablet, trackpad, keys):
        pupil.open()
        codes_on_paper.append(pupil.join())
    expect(teacher.get_by_text("3 av 3 er med")).to_be_visible(timeout=15_000)

    _x, y = tablet.school()
    tablet_home = position_of(tablet.page, 30, y + 260)
    trackpad_home = position_of(trackpad.page, 60, trackpad.school()[1] + 200)
    tablet.is_kept_for_offline()
    tablet.context.set_offline(True)
    draw_with_a_finger(tablet)
    tablet.saving("Lagret her. Sendes når nettet er tilbake.")
    tablet.page.reload()
    tablet.page.get_by_role("button", name="Fortsett som").click()
    tablet.map_is_ready()
    tablet.put_sticker("Utrygt", "Mørkt", at=(0.6, 0.3))
    tablet.context.set_offline(False)
    tablet.saving("Sendt")
    send(tablet)

    draw_with_a_trackpad(trackpad)
    trackpad.put_sticker("Bra", "Trygt", at=(0.4, 0.3))
    trackpad.saving("Sendt")
    trackpad.close()
    other_device = new_pupil(browser, lesson, IPAD, **STILL)
    other_device.open()
    other_device.resume(codes_on_paper[1])
    other_device.map_is_ready()
    assert other_device.listed() == ["Skoleveien min", "Bra"]
    other_device.put_sticker("Ønske", "Ballbane", at=(0.3, 0.4))
    send(other_device)

    draw_with_keys(keys)
    keys.saving("Sendt")
    expect(teacher.get_by_text("sendt", exact=True).nth(1)).to_be_visible(timeout=15_000)
    teacher.get_by_text("Avslutt og samle inn", exact=True).click()
    teacher.get_by_role("button", name="Ja, avslutt klassen").click()
    expect(teacher.get_by_text("Avsluttet").first).to_be_visible()
    for pupil in (tablet, other_device, keys):
        pupil.close()

    planner = browser.new_context(locale="nb-NO", accept_downloads=True).new_page()
    planner.goto(f"{lesson.address}/login?next=/projects/oslo/activities/1/downloads")
    planner.get_by_label("E-post").fill("planner@example.no")
    planner.get_by_label("Passord").fill(PASSWORD)
    planner.get_by_role("main").get_by_role("button", name="Logg inn").click()
    geojson = download(planner, "Kartfil (GeoJSON)", tmp_path)
    workbook = download(planner, "Excel-bok", tmp_path)

    stored = lesson.stored()
    drawn = [mark for response in stored for mark in response["marks"]]
    assert sorted(mark["category"] for mark in drawn) == ["good"] + ["school_road"] * 3 + ["unsafe", "wish"]
    assert exactly(geojson) == sorted(shapely.from_geojson(json.dumps(mark["geometry"])).wkt for mark in drawn)
    for home in (tablet_home, trackpad_home):
        assert min(metres(list(point), home) for point in vertices(geojson)) > SURELY_CUT
    assert rows(workbook, "Steder") == len(drawn)
    assert rows(workbook, "Svar") == len(stored) == 3


def exactly(path: Path) -> list[str]:
    """The file's geometries as GDAL reads them."""
    _meta, _ids, geometries, _fields = pyogrio.raw.read(path)
    return sorted(shapely.from_wkb(wkb).wkt for wkb in geometries)


def vertices(path: Path) -> list[tuple[float, float]]:
    """Every vertex of the file's lines."""
    _meta, _ids, geometries, _fields = pyogrio.raw.read(path)
    shapes = [shapely.from_wkb(wkb) for wkb in geometries]
    return [point for shape in shapes if shape.geom_type == "LineString" for point in shape.coords]


def rows(path: Path, sheet: str) -> int:
    """Rows of a sheet without its header."""
    table: list[list[Any]] = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()
    return len(table) - 1
