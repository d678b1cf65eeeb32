"""The filter that an address asks for, as the log tells it."""

from __future__ import annotations

from urllib.parse import urlencode

import flask

# No filters: where in a list somebody is, how it is shown, and the language.
NOT_TOLD = frozenset({"after", "page", "lang", "pupil", "done", "limit", "offset", "f"})
# Only that there was one: what a search looks for may be a child's name, and a map that is moved asks for box after box.
SEARCHES = frozenset({"text", "bbox"})


def asked_in_the_address() -> str:
    """The query string of this request, but for what is no filter."""
    told = [(name, "*" if name in SEARCHES else value) for name, value in flask.request.args.items(multi=True)]
    return urlencode([pair for pair in told if pair[0] not in NOT_TOLD])
