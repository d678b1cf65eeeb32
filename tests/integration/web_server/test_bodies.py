"""Bodies in every way they may come: in pieces, chunked, too large, half, twice on one connection."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from typing import Any

import flask
import pytest

from participation import create_app
from participation.accounts.access import public
from participation.web_server import adapter, incoming
from tests.serving import served

Address = tuple[str, int]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    app = create_app({"TESTING": True, "SECRET_KEY": "k", "DATA_DIR": tmp_path_factory.mktemp("web")})

    @app.route("/api/echo", methods=["PUT"])
    @public
    def echo() -> flask.typing.ResponseReturnValue:
        length = len(flask.request.get_data())
        return {"length": length, "address": flask.request.remote_addr, "query": flask.request.args.get("q")}

    @app.get("/many")
    @public
    def many() -> flask.typing.ResponseReturnValue:
        return flask.Response((b"x" * 1000 for _ in range(2000)), mimetype="application/octet-stream")

    app.config["WTF_CSRF_ENABLED"] = False
    with served(app) as port:
        yield "127.0.0.1", port


def head(*more: str, method: str = "PUT", path: str = "/api/echo") -> bytes:
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: x", *more, "", ""]).encode()


def answer(connection: socket.socket) -> tuple[int, dict[str, str], bytes]:
    """The status, headers and content of the next answer on the connection."""
    file = connection.makefile("rb")
    status = int(file.readline().split()[1])
    headers = {}
    while (line := file.readline().strip()) != b"":
        name, _, value = line.decode().partition(": ")
        headers[name.lower()] = value
    return status, headers, file.read(int(headers.get("content-length", 0)))


def told(connection: socket.socket) -> Any:
    return json.loads(answer(connection)[2])


def test_a_body_in_pieces_and_two_requests_on_one_connection(address: Address) -> None:
    with socket.create_connection(address, timeout=10) as connection:
        for text in (b"abc", b"defgh"):
            connection.sendall(head(f"Content-Length: {len(text)}", path="/api/echo?q=%C3%A6"))
            for letter in text:
                connection.sendall(bytes([letter]))
            assert told(connection) == {"length": len(text), "address": "127.0.0.1", "query": "æ"}


def test_a_chunked_body(address: Address) -> None:
    with socket.create_connection(address, timeout=10) as connection:
        connection.sendall(head("Transfer-Encoding: chunked") + b"3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n")
        assert told(connection)["length"] == 7


def test_a_body_on_disk_comes_whole(address: Address) -> None:
    length = incoming.IN_MEMORY * 5
    with socket.create_connection(address, timeout=20) as connection:
        connection.sendall(head(f"Content-Length: {length}") + b"x" * length)
        assert told(connection)["length"] == length


def test_a_body_beyond_the_bound_is_refused_in_our_words(address: Address) -> None:
    length = incoming.LARGEST + 100
    with socket.create_connection(address, timeout=30) as connection:
        connection.sendall(head(f"Content-Length: {length}") + b"x" * length)
        status, headers, content = answer(connection)
    assert status == 413
    assert "error" in json.loads(content)
    assert headers["content-security-policy"]


def test_a_half_sent_request_takes_no_thread(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    stuck = []
    for _number in range(40):
        connection = socket.create_connection(address, timeout=10)
        connection.sendall(head("Content-Length: 10") + b"abc")
        stuck.append(connection)
    with socket.create_connection(address, timeout=10) as connection:
        begun = time.monotonic()
        connection.sendall(head("Content-Length: 3") + b"abc")
        assert told(connection)["length"] == 3
        assert time.monotonic() - begun < 5
    for connection in stuck:
        connection.close()


def test_who_sends_nothing_more_is_let_go(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "PATIENCE_SECONDS", 0.2)
    with socket.create_connection(address, timeout=10) as connection:
        connection.sendall(head("Content-Length: 10") + b"abc")
        assert answer(connection)[0] == 408
        assert connection.recv(1) == b""


def test_a_long_answer_comes_whole(address: Address) -> None:
    with socket.create_connection(address, timeout=20) as connection:
        connection.sendall(head("Connection: close", method="GET", path="/many"))
        content = b"".join(iter(lambda: connection.recv(65536), b""))
    assert content.count(b"x") >= 2_000_000 > adapter.AT_ONCE


def test_a_head_with_underscores_does_not_pass_for_one_with_dashes(address: Address) -> None:
    with socket.create_connection(address, timeout=10) as connection:
        connection.sendall(head("Content-Length: 0", "X_Forwarded_For: 10.0.0.1"))
        assert told(connection)["address"] == "127.0.0.1"
