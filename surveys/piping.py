"""Earlier answers within a text: `{variable}` stands for the answer, `{{` for a brace."""

from __future__ import annotations

import re
from collections.abc import Callable

PIPED = re.compile(r"\{\{|\{([a-z][a-z0-9_]*)\}")
NOT_ANSWERED = "…"


def variables_piped(text: str) -> list[str]:
    return [found[1] for found in PIPED.finditer(text) if found[1]]


def filled(text: str, answer_text: Callable[[str], str]) -> str:
    """Plain text: whoever shows it escapes it. `answer_text` gives "" where nothing was answered."""
    if "{" not in text:
        return text
    return PIPED.sub(lambda found: (answer_text(found[1]) or NOT_ANSWERED) if found[1] else "{", text)
