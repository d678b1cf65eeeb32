import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.answer_form import answer_form
from tests.unit.surveys.question_types.asking import ask, columns, problems, refusal


@pytest.mark.parametrize("typed", ["2026-02-03", "3.2.2026", "03.02.2026", " 3. 2. 2026 "])
def test_a_date_is_stored_in_one_way(typed: str) -> None:
    assert ask("date").clean(typed) == "2026-02-03"


@pytest.mark.parametrize(
    "typed",
    ["2026-02-30", "30.2.2026", "2026-13-01", "3.2.26", "20260203", "3/2/2026", "i går", "0000-01-01", "٣.٢.٢٠٢٦",
     "2026-02-03T10:00", 20260203, True, ["2026-02-03"], "1" * 100],
)  # fmt: skip
def test_what_is_no_date_is_refused(typed: object) -> None:
    assert "24.12.2026" in refusal(ask("date"), typed)


def test_a_date_has_limits() -> None:
    asked = ask("date", min="2026-01-01", max="2026-12-31")

    assert asked.clean("1.1.2026") == "2026-01-01"
    assert "from 01.01.2026 to 31.12.2026" in refusal(asked, "31.12.2025")
    assert 'min="2026-01-01"' in str(answer_form([asked], "nb", str)()["asked"]())


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_day_is_taken_both_ways(day: dt.date) -> None:
    asked = ask("date")

    assert asked.clean(day.isoformat()) == asked.clean(f"{day.day}.{day.month}.{day.year}") == day.isoformat()
    assert asked.behaviour.cells(asked, day.isoformat(), "nb") == [day]


@pytest.mark.parametrize(
    ("typed", "stored"), [("08:30", "08:30"), ("8.30", "08:30"), (" 23:59 ", "23:59"), ("08:30:00", "08:30")]
)
def test_a_time_is_stored_in_one_way(typed: str, stored: str) -> None:
    assert ask("time").clean(typed) == stored


@pytest.mark.parametrize("typed", ["24:00", "8:60", "8", "830", "kl. 8", "８:30", 8.3, 830, None.__class__, ["08:30"]])
def test_what_is_no_time_is_refused(typed: object) -> None:
    assert "14:30" in refusal(ask("time"), typed)


@pytest.mark.parametrize(
    "typed", ["2026-02-03T14:30", "3.2.2026 14.30", "03.02.2026, 14:30", " 2026-02-03 14:30 ", "2026-02-03T14:30:00"]
)
def test_a_date_and_time_is_stored_in_one_way(typed: str) -> None:
    assert ask("date_time").clean(typed) == "2026-02-03T14:30"


@pytest.mark.parametrize(
    "typed", ["2026-02-03", "14:30", "2026-02-30T14:30", "3.2.2026 24:00", "i går", 3, ["x"], "1" * 99]
)
def test_what_is_no_date_and_time_is_refused(typed: object) -> None:
    assert "24.12.2026 14:30" in refusal(ask("date_time"), typed)


def test_a_date_and_time_has_limits_and_a_column_of_its_own() -> None:
    asked = ask("date_time", min="2026-01-01T08:00", max="2026-12-31T23:59")

    assert asked.clean("1.1.2026 08:00") == "2026-01-01T08:00"
    assert "from 01.01.2026 08:00 to 31.12.2026 23:59" in refusal(asked, "1.1.2026 07:59")
    assert 'type="datetime-local"' in str(answer_form([asked], "nb", str)()["asked"]())
    assert columns(asked) == {"asked": "datetime"}
    assert asked.behaviour.cells(asked, "2026-01-01T08:00", "nb") == [dt.datetime(2026, 1, 1, 8)]


@pytest.mark.parametrize(
    "settings", [{"min": "2026-01-01"}, {"max": 3}, {"min": "2026-01-02T00:00", "max": "2026-01-01T00:00"}]
)
def test_wrong_limits_of_a_date_and_time_are_refused(settings: dict[str, Any]) -> None:
    assert problems("date_time", **settings)


def test_columns_hold_days_and_texts() -> None:
    assert (columns(ask("date")), columns(ask("time"))) == ({"asked": "date"}, {"asked": "text"})


@pytest.mark.parametrize(
    ("settings", "place"),
    [({"min": "1.1.2026"}, "min"), ({"max": 2026}, "max"), ({"min": "2026-01-02", "max": "2026-01-01"}, "min")],
)
def test_wrong_settings_are_told(settings: dict[str, Any], place: str) -> None:
    assert place in problems("date", **settings)
