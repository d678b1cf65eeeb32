"""A password that is not text is refused with a sentence."""

from __future__ import annotations

import pytest

from participation.commands.user import command
from participation.errors import Refused


@pytest.mark.parametrize("given", ["a long pass\x00word\n", "a long pass\x1bword\n", "a long pass\udcffword\n"])
def test_a_password_that_is_not_text(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("participation.commands.user.sys.stdin", type("Input", (), {"readline": lambda _self: given})())
    with pytest.raises(Refused, match="UTF-8"):
        command.commands["add"].callback("x@y.no", "planner", True)  # type: ignore[attr-defined]
