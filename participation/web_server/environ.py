"""A WSGI environment out of an ASGI scope."""

from __future__ import annotations

import sys
from typing import IO, Any

UNPREFIXED = {"CONTENT_LENGTH", "CONTENT_TYPE"}


def environ(scope: dict[str, Any], body: IO[bytes]) -> dict[str, Any]:
    """What PEP 3333 asks for; texts are bytes read as Latin-1."""
    server, client = scope.get("server") or ("localhost", 0), scope.get("client") or ("", 0)
    made: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode("utf-8", "surrogateescape").decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or 0),
        "REMOTE_ADDR": client[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for raw_name, raw_value in scope["headers"]:
        # A name with an underscore would pass for one with a dash, such as a proxy's X-Forwarded-For.
        if b"_" not in raw_name:
            _add(made, raw_name.decode("latin-1").upper().replace("-", "_"), raw_value.decode("latin-1"))
    return made


def _add(made: dict[str, Any], name: str, value: str) -> None:
    key = name if name in UNPREFIXED else f"HTTP_{name}"
    if key in made:
        separator = "; " if name == "COOKIE" else ","
        value = f"{made[key]}{separator}{value}"
    made[key] = value
