"""Sheets of paper in every script we have."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from unicodedata import normalize

from pypdf import PdfReader

from exports.paper.pdf import drawn
from exports.paper.sheet import Block, Boxes, Heading, Lines, Sheet, Text

ARABIC = "كيف تذهب إلى المدرسة؟"


def sheet(title: str, *blocks: Block, language: str = "nb", direction: str = "ltr") -> Sheet:
    made_at = datetime(2026, 3, 2, tzinfo=UTC)
    return Sheet(title, language, direction, made_at, blocks, lambda number, of: f"Side {number} av {of}")


def read(made: bytes) -> tuple[PdfReader, str]:
    reader = PdfReader(io.BytesIO(made))
    return reader, normalize("NFKC", "\n".join(page.extract_text() for page in reader.pages))


def test_what_is_written_can_be_read_back() -> None:
    """In each script; a character that no font has is named, and one that draws nothing is gone."""
    words = "Blåbær på Ærøy “nær” – Żółć Ґанок її ሰላም 10 € \u200b🎉"
    reader, text = read(
        drawn(sheet("Vis oss veien", Heading("Side", 2), Text(words), Boxes([("walk", "Jeg går")]), Lines(3)))
    )
    for word in (
        "Blåbær",
        "Ærøy",
        "“nær”",
        "Żółć",
        "Ґанок",
        "ሰላም",
        "€",
        "[party popper]",
        "walk",
        "Jeg går",
        "Side 1 av 1",
    ):
        assert word in text
    assert reader.xmp_metadata.dc_title == {"x-default": "Vis oss veien"}


def test_right_to_left() -> None:
    """Readers give the letters of a line in either order."""
    reader, text = read(drawn(sheet("نموذج", Text(ARABIC), Boxes([("walk", "أمشي")]), language="ar", direction="rtl")))
    for word in (*ARABIC.rstrip("؟").split(), "أمشي"):
        assert word in text or word[::-1] in text, word
    assert reader.trailer["/Root"]["/Lang"] == "ar"


def test_letters_that_are_not_to_join_stay_apart() -> None:
    """In Persian and Kurdish words; in other scripts there is nothing to keep apart."""
    apart, joined = (drawn(sheet("x", Text(f"می{between}روید"), direction="rtl")) for between in ("\u200c", ""))
    assert read(apart)[0].pages[0].get_contents().get_data() != read(joined)[0].pages[0].get_contents().get_data()
    _reader, text = read(drawn(sheet("x", Text("Auf\u200clage"))))
    assert "Auflage" in text


def test_it_is_an_archives_pdf() -> None:
    """PDF/A-2u: fonts within, and nothing that depends on when or where it was made."""
    wanted = sheet("Skjema & svar", Text("Hei"))
    made = drawn(wanted)
    reader, _text = read(made)
    assert made == drawn(wanted)
    told = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>" in told
    assert "Skjema &amp; svar" in told
    assert reader.trailer["/Root"]["/OutputIntents"]
    assert str(reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]) == "True"
    for font in reader.pages[0]["/Resources"]["/Font"].values():
        [descendant] = font.get_object()["/DescendantFonts"]
        assert "/FontFile2" in descendant.get_object()["/FontDescriptor"].get_object()


def test_a_long_sheet_goes_on_and_no_heading_stands_alone() -> None:
    blocks = [block for number in range(40) for block in (Heading(f"Spørsmål {number}", 3), Text("Svar her. " * 20))]
    reader, _text = read(drawn(sheet("Langt", *blocks)))
    lines = [page.extract_text().splitlines() for page in reader.pages]
    assert len(lines) > 3
    assert all("Spørsmål" not in page[-2] for page in lines)


def test_any_text_can_be_drawn() -> None:
    hostile = [
        "",
        "\ud800x",
        "a\x00b",
        "\u202eabc",
        "W" * 500,
        "x\n\n\ny",
        "👨\u200d👩\u200d👧 🇳🇴",
        "א中文",
        "ا" * 300,
        "(\\)",
    ]
    for direction in ("ltr", "rtl"):
        blocks = [block for text in hostile for block in (Heading(text, 2), Text(text), Boxes([(text, text)]))]
        reader, text = read(drawn(sheet(hostile[1], *blocks, direction=direction)))
        assert "hebrew letter alef" in text.replace("\n", " ")
        assert "override" not in text
        assert len(reader.pages) > 1


def test_a_line_after_one_in_another_script_is_as_large_as_it() -> None:
    """It was drawn in the font of what stood before, or in none where a page began with the line before it."""
    both = Text("Українською: " + "et utrygt sted med svært langt navn " * 4, strong=True)
    for before in ([Text("litt", quiet=True)], [Boxes([("a", "A")])] * 39):
        reader, text = read(drawn(sheet("Skjema", *before, both)))
        assert text.count("utrygt") == 4
        assert "".join(part for part, size in sizes(reader) if size == 10.5).count("utrygt") == 4


def sizes(reader: PdfReader) -> list[tuple[str, float]]:
    """Each piece of text with the size it is drawn in."""
    found: list[tuple[str, float]] = []
    for page in reader.pages:
        page.extract_text(visitor_text=lambda part, _page, _line, _font, size: found.append((part, size)))
    return found


def test_a_question_is_on_one_page_with_what_is_ticked_below_it() -> None:
    """And the heading of a page with its first question."""
    steps = Boxes([(str(step), f"Trinn {step}") for step in range(1, 8)])
    for lines in range(1, 8):
        asked = [block for number in range(9) for block in (Heading(f"Spørsmål {number}", 3), steps, Lines(lines))]
        headed = [asked[0], *asked[1:9], Heading("Ny side", 2), *asked[9:]]
        reader, _text = read(drawn(sheet("Skjema", *headed)))
        pages = [page.extract_text() for page in reader.pages]
        assert len(pages) > 2
        assert all(page.count("Spørsmål") == page.count("Trinn 7") == page.count("Trinn 1") for page in pages)
        assert not any(page.strip().splitlines()[-2] == "Ny side" for page in pages)
