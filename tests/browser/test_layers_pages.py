"""A layer as people read it without a map program: a map, one category at a time, and the same as a table."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from participation import create_app
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from tests.browser.class_site import SETTINGS
from tests.browser.ground import take_up_streets
from tests.browser.pupil_steps import LAPTOP
from tests.browser.sizes import faults
from tests.factories.mapped_class import make_activity, make_mark, make_response
from tests.serving import served


def test_one_category_at_a_time_on_the_map_of_what_is_published(browser: Browser, migrated: Path) -> None:
    app = create_app({**SETTINGS, "DATA_DIR": migrated})
    take_up_streets(app, migrated)
    with app.app_context():
        with writing(db) as session:
            activity = make_activity(session, public_since=now())
            for number in range(7):
                good = [make_mark("POINT (5.225 60.375)")] if number < 6 else []
                make_response(session, activity, marks=[*good, make_mark("POINT (5.25 60.36)", category="unsafe")])
            items = f"/ogc/collections/published-{activity.id}/items"
        db.session.remove()
    with served(app) as port:
        page = browser.new_context(**LAPTOP).new_page()
        page.goto(f"http://127.0.0.1:{port}{items}")
        numbers = page.locator(".cell-number")
        expect(numbers).to_have_text(["7"])
        page.get_by_label("Vis på kartet").select_option(label="Bra")
        expect(numbers).to_have_text(["6"])
        assert faults(page, items) == []
        page.context.close()
