"""The filter that an address asks for, as the log tells it."""

from __future__ import annotations

from urllib.parse import urlencode

import flask

# No filters: where in a list somebody is, the language, and what a search looks for, which may be a child's name.
NOT_TOLD = frozenset({"after", "page", "lang", "pupil", "done"})
SEARCHES = frozenset({"text"})


def asked_in_the_address() -> str:
    """The query string of this request, but for what is no filter."""
    told = [(name, "*" if name in SEARCHES else value) for name, value in flask.request.args.items(multi=True)]
    return urlencode([pair for pair in told if pair[0] not in NOT_TOLD])
