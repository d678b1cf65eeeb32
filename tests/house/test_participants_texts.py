"""The look at what participants read sees what it should, and nothing when nobody looks."""

from __future__ import annotations

from threading import Barrier, Thread

import flask
import pytest
from flask_babel import gettext as _

from tests.house.participants_texts import participants_texts_only

PLANNERS = "The project is in the archive."
ON_SQLITE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@ON_SQLITE
def test_a_planners_text_is_not_read_by_a_participant(app: flask.Flask) -> None:
    with app.test_request_context("/"), participants_texts_only(), pytest.raises(AssertionError, match="list its file"):
        _(PLANNERS)


@ON_SQLITE
def test_nobody_looks_any_more_after_two_have_at_once(app: flask.Flask) -> None:
    together = Barrier(2)

    def look() -> None:
        with participants_texts_only():
            together.wait(timeout=20)

    threads = [Thread(target=look) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    with app.test_request_context("/"):
        assert _(PLANNERS)
