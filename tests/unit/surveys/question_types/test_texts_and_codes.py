from typing import Any

import pytest

from surveys.errors import AnswerError
from tests.unit.surveys.documents import choices, question, questionnaire


def clean(kind: str, value: object, **settings: Any) -> Any:
    return questionnaire(question(kind, **settings)).question("asked").clean(value)


@pytest.mark.parametrize(
    ("kind", "settings", "sent", "stored"),
    [
        ("multiple_choice", {"choices": choices("a", "b")}, "b", ["b"]),
        ("multiple_choice", {"choices": choices("a", "b")}, ["b", "a", "b"], ["a", "b"]),
        ("multiple_choice", {"choices": choices("a", "b")}, [], None),
        ("short_text", {}, "  En\nlinje \t her ", "En linje her"),
        ("short_text", {}, "a\x00b\u202ec\ud800d", "abcd"),
        ("short_text", {}, "A\u030a", "Å"),
        ("short_text", {"max_length": 3}, " abc ", "abc"),
        ("long_text", {}, "En\r\nto\rtre", "En\nto\ntre"),
        ("long_text", {}, " \u0000 ", None),
        ("long_text", {}, "👩‍👧 <b>=1+1</b>", "👩‍👧 <b>=1+1</b>"),
        ("whole_number", {}, "-3", -3),
        ("whole_number", {}, 3.0, 3),
        ("hidden", {}, 2, 2),
        ("hidden", {}, "web", "web"),
    ],
)
def test_an_answer_is_stored_clean(kind: str, settings: dict[str, Any], sent: object, stored: object) -> None:
    assert clean(kind, sent, **settings) == stored


@pytest.mark.parametrize(
    ("kind", "settings", "sent"),
    [
        ("single_choice", {"choices": choices("a")}, ["a"]),
        ("single_choice", {"choices": choices("1")}, 1),
        ("single_choice", {"choices": choices("a")}, {"a": 1}),
        ("multiple_choice", {"choices": choices("a")}, [["a"]]),
        ("multiple_choice", {"choices": choices("a")}, ["a", None]),
        ("smiley_scale", {"choices": choices("1", "2", "3", "4", "5")}, True),
        ("smiley_scale", {"choices": choices("1", "2", "3", "4", "5")}, 4.0),
        ("smiley_scale", {"choices": choices("1", "2", "3", "4", "5")}, 10**400),
        ("short_text", {}, ["a"]),
        ("short_text", {}, 7),
        ("short_text", {"max_length": 3}, "abcd"),
        ("long_text", {}, "x" * 3_000_000),
        ("whole_number", {}, True),
        ("whole_number", {}, 1.5),
        ("whole_number", {}, float("inf")),
        ("whole_number", {}, 10**400),
        ("whole_number", {}, "1" * 5000),
        ("whole_number", {}, "³"),
        ("whole_number", {"max": 5}, 6),
        ("hidden", {}, True),
        ("hidden", {}, 2**60),
    ],
)
def test_an_answer_is_refused_in_words(kind: str, settings: dict[str, Any], sent: object) -> None:
    with pytest.raises(AnswerError) as refused:
        clean(kind, sent, **settings)

    assert refused.value.render().endswith(".")
    assert len(refused.value.render()) < 200


def test_cells_have_codes_and_labels() -> None:
    asked = questionnaire(question("multiple_choice", choices=choices("dark", "traffic"))).question("asked")

    assert asked.behaviour.cells(asked, ["dark", "traffic"], "nb") == ["dark traffic", "Dark; Traffic"]
    assert asked.behaviour.cells(asked, ["gone"], "nb") == ["gone", "gone"]
    assert asked.behaviour.cells(asked, None, "nb") == [None, None]
