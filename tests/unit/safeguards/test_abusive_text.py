"""Abuse of people is pointed out; swearing at roads, and words that only look like it, are not."""

from __future__ import annotations

import time

import pytest

from participation.safeguards.abusive_text import find_abuse


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Han naboen er en jævla idiot", "insult"),
        ("du er så stygg", "insult"),
        ("du er berre dum", "insult"),
        ("Hald kjeften din", "insult"),
        ("hold kjeft alle sammen", "insult"),
        ("Din dust!", "insult"),
        ("dritunger overalt", "insult"),
        ("Dra til helvete", "insult"),
        ("she is such a bitch", "insult"),
        ("Fuck you", "insult"),
        ("you are so stupid", "insult"),
        ("for mange pakkiser her", "slur"),
        ("din\nmongo", "slur"),
        ("jævla homoer", "slur"),
        ("that retarded kid", "slur"),
    ],
)
def test_abuse(text: str, kind: str) -> None:
    assert [found.kind for found in find_abuse(text)][:1] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Jævla dårlig vei!",
        "Faen så mørkt det er her",
        "Veien er stygg og ekkel om vinteren",
        "Huset er stygt, bygget er dumt plassert",
        "De soper aldri gata her",
        "Vi taper alltid på denne banen",
        "Det er mye dust og støv",
        "Bonden har svin og sauer",
        "Tapre barn går her",
        "Vi hører toget fra Horten",
        "Idiotisk kryss, en idiotsikker løype trengs",
        "Horisonten er fin",
        "Her er det kjeft fra voksne",
        "Det var et helvete å gå her i fjor",
        "Mongolia-restauranten er fin",
        "fagskolen og fagforeningen",
        "The shop is fat with goods and the road is stupid",
        "Neglesalongen, negativ trafikk",
        "Montessori, retardasjon av bilene",
        "Fuck, it is dark here",
    ],
)
def test_no_abuse(text: str) -> None:
    assert find_abuse(text) == []


def test_the_part_that_is_abuse() -> None:
    text = "Bra sted, men du er så dum og feit"
    found = find_abuse(text)[0]
    assert text[found.start : found.end] == "du er så dum"


def test_a_hostile_text_takes_no_time() -> None:
    began = time.process_time()
    find_abuse("du er så " * 3000 + "jævla " * 3000)
    assert time.process_time() - began < 1
