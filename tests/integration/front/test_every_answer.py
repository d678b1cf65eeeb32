"""Every answer carries the security headers: pages, files, 304s, and refusals of what is no request at all."""

from __future__ import annotations

import socket

import flask
import pytest
from flask.testing import FlaskClient

from participation.assets import asset
from participation.security_headers import HEADERS, POLICY
from tests.serving import served


@pytest.fixture
def store() -> str:
    return "sqlite"


@pytest.mark.parametrize("path", ["/", "/nowhere", "/api/nowhere", "/sw.js", "/static/manifest.json", "css/adult.css"])
def test_pages_and_files(app: flask.Flask, client: FlaskClient, path: str) -> None:
    answer = client.get(path if path.startswith("/") else asset(path))
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert answer.headers["Cache-Control"]


def test_a_file_that_has_not_changed(client: FlaskClient) -> None:
    path = asset("css/adult.css")
    known = client.get(path).headers["ETag"]
    answer = client.get(path, headers={"If-None-Match": known})
    assert answer.status_code == 304
    assert answer.headers["Content-Security-Policy"] == POLICY


def test_https_is_asked_for_only_when_the_reader_came_by_it(app: flask.Flask) -> None:
    with app.test_client() as client:
        answer = client.get("/", base_url="https://localhost")
        assert answer.headers["Strict-Transport-Security"]
        assert "Strict-Transport-Security" not in client.get("/").headers


JSON_HEAD = b"PUT /api/responses/x HTTP/1.1\r\nContent-Type: application/json\r\n"


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"\x00\x01\r\n\r\n", b"400"),
        (JSON_HEAD + b"Content-Length: -3\r\n\r\n", b"400"),
        (JSON_HEAD + b"Content-Length: 99999999999\r\n\r\n", b"413"),
        (JSON_HEAD + b"Transfer-Encoding: gzip\r\n\r\n", b"400"),
    ],
)
def test_what_is_no_request(app: flask.Flask, sent: bytes, status: bytes) -> None:
    with served(app) as port, socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(sent)
        head, _, content = connection.makefile("rb").read(4000).partition(b"\r\n\r\n")
    assert head.split()[1] == status
    assert b"Content-Security-Policy".lower() in head.lower()
    assert b"uvicorn" not in head + content
    if b"/api/" in sent:
        assert content.startswith(b'{"error"')
