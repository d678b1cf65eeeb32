"""The look at three sizes sees what only one of them shows, and leaves the page as it was."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.sizes import SIZES, faults

PAGE = """<!doctype html><html lang="nb"><title>Prøve</title><style>
  .narrow { display: none; inline-size: 400px } .touched { display: none }
  @media (max-width: 400px) { .narrow { display: block } }
  @media (pointer: coarse) { .touched { display: block } }
</style><main><h1>Prøve</h1><p class="narrow">Bred</p><button class="touched"></button></main></html>"""


def test_each_size_shows_its_own_faults(browser: Browser) -> None:
    page = browser.new_page(viewport=SIZES["desk"]["viewport"])
    page.set_content(PAGE)
    found = faults(page, "prøve", lambda page: [f"seen at {page.viewport_size}"] if page.viewport_size else [])
    assert [one.partition(":")[0] for one in found if "seen at" in one] == [f"prøve ({name})" for name in SIZES]
    assert [one.partition(": <")[0] for one in found if "button-name" in one] == [
        "prøve (tablet): button-name",
        "prøve (phone): button-name",
    ]
    assert [one.partition(":")[0] for one in found if "wider than the screen" in one] == ["prøve (phone)"]
    assert len(found) == 6
    assert page.viewport_size == SIZES["desk"]["viewport"]
    assert not page.evaluate("matchMedia('(pointer: coarse)').matches")
    page.close()
