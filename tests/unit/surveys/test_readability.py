import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.readability import lix


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("", 0),
        ("... !", 0),
        ("Vi går hjem.", 3),
        ("Vi går hjem. Du går ut!", 3),
        ("Kommunen leser det du skriver", 5 + 100 * 2 / 5),
        ("Overskrift\nVi går hjem", 2 + 100 * 1 / 4),
        ("Det koster 3,50 kroner.", 5),
        ("Skriv til oss på skole.no", 6),
    ],
)
def test_the_index_counts_words_sentences_and_long_words(text: str, index: float) -> None:
    assert lix(text) == pytest.approx(index)


@given(st.text())
def test_any_text_has_an_index(text: str) -> None:
    assert lix(text) >= 0
