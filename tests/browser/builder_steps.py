"""What a planner does in the builder."""

from __future__ import annotations

from playwright.sync_api import FrameLocator, Locator, Page, expect


def saved(page: Page) -> None:
    """Waits until all is saved. Asked first what is not, so that the state before does not pass for the one after."""
    expect(page.locator("[data-saving]")).to_have_text("Alt er lagret")


def pane(page: Page, name: str) -> Locator:
    """ "Oversikt" or "Egenskaper"."""
    return page.get_by_label(name, exact=True)


def shown(page: Page) -> FrameLocator:
    """The page as respondents see it."""
    return page.frame_locator("iframe")


def add(page: Page, kind: str, words: str, on_page: int = 1) -> None:
    """A question of this kind at the end of the page, or after the one that is chosen there."""
    outline = pane(page, "Oversikt")
    outline.get_by_role("button", name="Legg til et spørsmål").nth(on_page - 1).click()
    outline.get_by_role("button", name=kind, exact=True).click()
    field = pane(page, "Egenskaper").get_by_label("Spørsmål", exact=True)
    expect(field).to_be_focused()
    page.keyboard.type(words)


def choices(page: Page, *words: str) -> None:
    """Typed one after the other, with Enter between."""
    properties = pane(page, "Egenskaper")
    properties.get_by_label("Valg, nummer 1", exact=True).fill(words[0])
    properties.get_by_label("Valg, nummer 2", exact=True).fill(words[1])
    for number, word in enumerate(words[2:], 3):
        page.keyboard.press("Enter")
        expect(properties.get_by_label(f"Valg, nummer {number}", exact=True)).to_be_focused()
        page.keyboard.type(word)


def paste(field: Locator, text: str) -> None:
    """As from a document: the clipboard itself asks for leave."""
    field.evaluate(
        """(field, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text", text);
          field.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
        }""",
        text,
    )
