import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.safeguards.worrying_text import find_worries

WORRYING = {
    "self_harm": [
        "jeg vil ikke leve mer",
        "Eg vil døy",
        "Noen ganger tenker jeg på å ta livet mitt",
        "tenkjer på sjølvmord",
        "jeg kutter meg selv",
        "Jeg hater livet mitt",
        "ønsker jeg var død",
        "I want to die",
        "I cut myself",
        "just kms",
    ],
    "abuse": [
        "pappa slår mamma",
        "en mann tar på meg her",
        "Han rører meg",
        "jeg er redd hjemme",
        "eg tør ikkje gå heim",
        "hun ble voldtatt her",
        "ein blottar i skogen",
        "han tvinger meg",
        "han vil ha nakenbilder",
        "my dad hits me",
        "he touched me",
    ],
    "violence": [
        "de slår meg her",
        "storebroren min blei banka opp",
        "Her ble jeg slått ned",
        "noen truet meg med kniv",
        "Dei sparkar oss",
        "jeg får juling",
        "de skal drepe meg",
        "They beat me up",
        "he has a gun",
    ],
}
HARMLESS = [
    "",
    "Bilene kjører fort, og det er mørkt.",
    "Vi spiller ball og skyter på mål.",
    "Her slår vi gras og leker.",
    "Det er glatt, jeg falt og slo kneet.",
    "Pappa kjører meg til skolen.",
    "Jeg er redd for å gå her når det er mørkt.",
    "Jeg tar bussen hjem.",
    "Dødens dal er en bakke.",
    "Vi sparker fotball.",
    "Jeg vil ikke gå her om vinteren.",
    "Vi tar på oss ski her.",
    "Hunden biter.",
    "I hit the ball here.",
    "Livet er bra.",
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in WORRYING.items() for text in texts])
def test_a_worrying_text_is_found(kind: str, text: str) -> None:
    assert find_worries(text)[0].kind == kind
    assert find_worries(text.upper())


@pytest.mark.parametrize("text", HARMLESS)
def test_a_harmless_text_is_left_alone(text: str) -> None:
    assert find_worries(text) == []


def test_the_gravest_is_named_first() -> None:
    assert [worry.kind for worry in find_worries("De slår meg. Jeg vil dø.")] == ["self_harm", "violence"]


@given(st.text())
def test_places_are_inside_the_text(text: str) -> None:
    assert all(0 <= worry.start < worry.end <= len(text) for worry in find_worries(text))


@pytest.mark.parametrize("part", ["slår ", "vil ikke ", "a", "tar ", "meg ", "vil a a "])
def test_no_text_makes_the_search_slow(part: str) -> None:
    begun = time.process_time()
    find_worries(part * (10_000 // len(part)))

    assert time.process_time() - begun < 5
