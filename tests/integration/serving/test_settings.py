"""Settings that are numbers: what they may be is told where they are something else."""

from __future__ import annotations

import flask
import pytest

from participation import config
from participation.errors import Refused
from participation.retention.periods import PERIODS

NAME = "EXPORTS_KEPT_HOURS"
pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.mark.parametrize("value", ["0", "169", "-1", "1e2", " 5", "en time", "9" * 30, "9" * 5000])
def test_files_are_kept_for_an_hour_at_least_and_a_week_at_most(
    app: flask.Flask, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv(config.PREFIX + NAME, value)
    with pytest.raises(Refused, match="et helt tall fra 1 til 168, ikke"):
        config.whole_number(NAME)


@pytest.mark.parametrize("value", ["1", "168", ""])
def test_and_for_what_is_between(app: flask.Flask, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(config.PREFIX + NAME, value)
    assert config.whole_number(NAME) == int(value or 24)


def test_no_file_outlives_its_order(app: flask.Flask) -> None:
    most = next(setting.most for setting in config.SETTINGS if setting.name == NAME)
    assert most == PERIODS["exports"].days * 24
