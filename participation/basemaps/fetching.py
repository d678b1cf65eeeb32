"""One tile from another server: bounded in time and size, never redirected, never to an address inside the house.

The time limit covers everything from the connection on, so a server that sends one byte a second is cut off too.
Nothing about the person who asked is passed on.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

SECONDS = 4.0
LARGEST = 1024 * 1024
AGENT = "Lokalkjent tile cache (self-hosted)"
SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


class NoAnswer(Exception):
    """The other server cannot be reached, is too slow, or answers nonsense: try again later."""


class NoSuchTile(Exception):
    """The other server says it has no such tile."""


@dataclass(frozen=True)
class Limits:
    """What one fetch may cost."""

    seconds: float = SECONDS
    largest: int = LARGEST
    private_hosts: bool = False


def fetch_image(address: str, limits: Limits) -> bytes:
    """The image at `address`. Raises NoAnswer or NoSuchTile."""
    parts = urlsplit(address)
    deadline = time.monotonic() + limits.seconds
    connection = _Connection(parts, limits, deadline)
    try:
        data = connection.get(parts, limits.largest)
    except NoSuchTile:
        raise
    except (OSError, http.client.HTTPException, ValueError) as wrong:
        raise NoAnswer(f"{parts.hostname}: {wrong.__class__.__name__} {wrong}") from wrong
    finally:
        connection.close()
    if image_type(data) is None:
        raise NoAnswer(f"{parts.hostname}: the answer is not an image")
    return data


def image_type(data: bytes) -> str | None:
    """The media type the first bytes show, or None when it is no image a map server sends."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for signature, kind in SIGNATURES if data.startswith(signature)), None)


class _Connection:
    def __init__(self, parts: SplitResult, limits: Limits, deadline: float) -> None:
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        self._late = False
        self._deadline = deadline
        try:
            self._socket = self._reach(resolve(host, port, limits.private_hosts))
        except OSError as wrong:
            raise NoAnswer(f"{host}: {wrong}") from wrong
        self._timer = threading.Timer(self._left(), self._cut)
        self._timer.daemon = True
        self._timer.start()
        self._http = http.client.HTTPConnection(host, port)
        self._http.auto_open = 0

    def get(self, parts: SplitResult, largest: int) -> bytes:
        if parts.scheme == "https":
            context = ssl.create_default_context()
            self._socket = context.wrap_socket(
                self._socket, server_hostname=parts.hostname, do_handshake_on_connect=False
            )
            self._socket.settimeout(self._left())
            self._socket.do_handshake()
        self._http.sock = self._socket
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._http.request("GET", path, headers={"User-Agent": AGENT, "Accept": "image/*", "Connection": "close"})
        with self._http.getresponse() as response:
            if response.status in (204, 404, 410):
                raise NoSuchTile
            if response.status != 200:
                raise ValueError(f"status {response.status}")
            if not (response.headers.get_content_type() or "").startswith("image/"):
                raise ValueError(f"content type {response.headers.get_content_type()}")
            data = response.read(largest + 1)
            if len(data) > largest:
                raise ValueError("larger than a tile may be")
            if self._late or (response.length or 0) > 0:
                raise ValueError("the answer was cut off")
            return data

    def close(self) -> None:
        self._timer.cancel()
        self._http.close()
        self._socket.close()

    def _reach(self, addresses: list[tuple[str, int]]) -> socket.socket:
        for address in addresses[:-1]:
            with contextlib.suppress(OSError):
                return socket.create_connection(address, timeout=self._left() / 2)
        return socket.create_connection(addresses[-1], timeout=self._left())

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("too slow")
        return left

    def _cut(self) -> None:
        self._late = True
        with contextlib.suppress(OSError):
            socket.socket.shutdown(self._socket, socket.SHUT_RDWR)  # wakes the thread that reads


def resolve(host: str, port: int, private_hosts: bool) -> list[tuple[str, int]]:
    """Addresses of `host` to connect to; they are used as they are, so the name cannot change under way."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not private_hosts and not all(map(_is_public, addresses)):
        raise NoAnswer(f"{host} is an address inside the network; LOKALKJENT_TILE_PRIVATE_HOSTS=1 allows that")
    return [(address, port) for address in addresses]


def _is_public(address: str) -> bool:
    parsed = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(parsed, "ipv4_mapped", None) or parsed
    return mapped.is_global and not mapped.is_multicast
