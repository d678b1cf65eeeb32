"""Nothing that a workbook says is lost without a word."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.surveys.xlsform.forms import NORWEGIAN, choices, imported, notices, questions, row

LISTED = choices("l", "a", "b")
GROUP = {"type": "begin group", "name": "g", "label": "Gruppe"}
END = {"type": "end group", "name": "", "label": ""}


def told(*rows: dict[str, str], listed: Any = LISTED, settings: Any = None) -> list[str]:
    return [text for _sheet, _row, text in notices(imported(list(rows), listed, settings))]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (row("rank l or_other", "a"), "“or_other”: it is left out"),
        (row("range", "a", parameters="start=1 end=5 tick_interval=2 loose"), "“tick_interval, loose” of “parameters”"),
        (row("select_one l", "a", appearance="minimal columns-2"), "the appearance “columns-2” is left out"),
        (row("text", "a", read_only="${rooms} > 3"), "“read_only” is left out"),
        (row("note", "a", constraint=". > 1"), "“constraint” does nothing"),
    ],
)
def test_what_a_question_says(asked: dict[str, str], said: str) -> None:
    [found] = told(row("integer", "rooms"), asked)
    assert said in found


@pytest.mark.parametrize("asked", [
    row("range", "a", parameters="start=1 end=5, step=2"), row("select_one l", "a", appearance="minimal"),
    row("text", "a", read_only="no"), row("select_one l or_other", "a"),
])  # fmt: skip
def test_what_is_taken_over_is_not_told(asked: dict[str, str]) -> None:
    assert told(asked) == []


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (
            {"hint": "Hjelp", "required": "yes", "required_message": "Må"},
            "“required, hint, required_message” is left out",
        ),
        ({"appearance": "table-list"}, "No table can be made of this"),
        ({"appearance": "w2 field-list"}, "the appearance “w2” is left out"),
        ({"required": "no"}, ""),
    ],
)
def test_what_a_group_says(own: dict[str, str], said: str) -> None:
    inner = {**GROUP, "name": "h", "appearance": "field-list"}
    for rows in ([GROUP | own, row("text", "a"), END], [inner, GROUP | own, row("text", "a"), END, END]):
        found = told(*rows)
        assert [said in text for text in found] == [True] * bool(said)


def test_what_a_table_says() -> None:
    table = {**GROUP, "appearance": "table-list", "hint": "Hjelp", "required_message": "Må", "constraint": ". = 1"}
    [found] = told(table, row("select_one l", "a"), row("select_one l", "b"), END)
    assert "“constraint, required_message” is left out" in found


@pytest.mark.parametrize("page", ["outer", "inner", "neither"])
def test_every_condition_that_cannot_be_read_is_kept(page: str) -> None:
    outer = {**GROUP, "relevant": "foo()", "appearance": "field-list" if page == "outer" else ""}
    inner = {**GROUP, "name": "h", "relevant": "bar()", "appearance": "field-list" if page == "inner" else ""}
    form = imported([outer, inner, row("text", "a"), row("text", "b", relevant="baz()"), END, END])
    kept = [part.get("unread", {}).get("relevant", "") for part in (form.document["pages"][0], *questions(form)[-2:])]
    assert all(name in kept[0] + kept[1] for name in ("foo()", "bar()"))
    assert all(name in kept[0] + kept[2] for name in ("foo()", "bar()", "baz()"))


def test_a_choice_that_stands_twice_is_told_to_be_left_out() -> None:
    settings = NORWEGIAN | {"allow_choice_duplicates": "yes"}
    found = told(row("select_one l", "a"), listed=[*LISTED, *choices("l", "a")], settings=settings)
    assert found == ["The choice “a” stands in the list already: this row is left out."]


def test_settings_that_mean_nothing_here() -> None:
    found = told(row("text", "a"), settings=NORWEGIAN | {"version": "3", "style": "pages"})
    assert found == [f"The setting “{name}” means nothing here and is left out." for name in ("version", "style")]
