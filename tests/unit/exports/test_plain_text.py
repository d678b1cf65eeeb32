import pytest

from exports.plain_text import plain_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Blåbær på Ærøy 🫐", "Blåbær på Ærøy 🫐"),
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("en\r\nto\rtre\n\tfire", "en\nto\ntre\n\tfire"),
        ("halv \ud83d", "halv \ufffd"),
        ("\ud83d\ude00", "😀"),
        ("\ufffe\uffff!", "!"),
        ("\u202emotsatt", "\u202emotsatt"),
    ],
)
def test_plain_text(text, plain):
    assert plain_text(text) == plain
