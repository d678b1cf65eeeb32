"""The server writes down nobody's address or browser, whatever comes in and whatever goes wrong."""

from __future__ import annotations

import socket
from pathlib import Path

import flask
import pytest

from participation import create_app
from participation.accounts.access import public
from tests.serving import served

# Any address of this machine's own will do, as long as nothing else is called that.
SOURCE, FORWARDED, BROWSER = "127.0.0.93", "192.0.2.77", "Telltale/7.0"
HEADERS = f"Host: x\r\nUser-Agent: {BROWSER}\r\nX-Forwarded-For: {FORWARDED}\r\nConnection: close\r\n"


def send(port: int, request: str) -> bytes:
    """What comes back on a connection from SOURCE."""
    with socket.create_connection(("127.0.0.1", port), source_address=(SOURCE, 0), timeout=20) as connection:
        connection.sendall(request.encode())
        return connection.makefile("rb").read()


@pytest.mark.parametrize("proxies", [0, 1])
def test_nothing_tells_who_asked(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, proxies: int
) -> None:
    app = create_app({"SECRET_KEY": "k", "DATA_DIR": tmp_path, "TRUSTED_PROXIES": proxies})

    @app.get("/breaks")
    @public
    def breaks() -> str:
        raise ZeroDivisionError(flask.request.path)

    with served(app) as port:
        answers = [
            send(port, f"GET /healthz HTTP/1.1\r\n{HEADERS}\r\n"),
            send(port, f"GET /nowhere HTTP/1.1\r\n{HEADERS}\r\n"),
            send(port, f"GET /breaks HTTP/1.1\r\n{HEADERS}\r\n"),
            send(port, f"PUT /api/responses/x HTTP/1.1\r\n{HEADERS}Content-Length: 2\r\n\r\n{{}}"),
            send(port, "this is no HTTP\r\n\r\n"),
        ]
    assert [answer.split()[1] for answer in answers] == [b"200", b"404", b"500", b"415", b"400"]
    written = "".join(capfd.readouterr()) + caplog.text
    assert "ZeroDivisionError" in written
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for telling in (SOURCE, FORWARDED, BROWSER):
        assert telling not in written
        assert telling.encode() not in kept
