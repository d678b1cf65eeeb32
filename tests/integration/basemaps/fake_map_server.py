"""A map server on this machine that behaves as the path asks: well, slowly, too much, somewhere else, dripping."""

from __future__ import annotations

import base64
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
LONGEST = 30.0


class FakeMapServer:
    """Serves until `stop`; what it holds back it gives once `let_go` is set; remembers paths, headers, and how many requests it had at the same time."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.at_once = 0
        self.most_at_once = 0
        self.lock = threading.Lock()
        self.let_go = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def url(self, behaviour: str) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/{behaviour}/{{z}}/{{x}}/{{y}}.png"

    def stop(self) -> None:
        self.let_go.set()
        self.server.shutdown()
        self.server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        known = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with known.lock:
                    known.paths.append(self.path)
                    known.headers.append(dict(self.headers))
                    known.at_once += 1
                    known.most_at_once = max(known.most_at_once, known.at_once)
                try:
                    getattr(self, self.path.split("/")[1])()
                except OSError:
                    pass
                finally:
                    self.done()

            here = True

            def done(self) -> None:
                """Count the request as over: before the other side may have the whole answer and ask anew."""
                with known.lock:
                    known.at_once -= self.here
                self.here = False

            def image(self, data: bytes = PNG, kind: str = "image/png", length: int | None = None) -> None:
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data) if length is None else length))
                self.end_headers()
                self.done()
                self.wfile.write(data)

            def good(self) -> None:
                self.image()

            def unhurried(self) -> None:
                time.sleep(0.3)
                self.image()

            def held(self) -> None:
                known.let_go.wait(LONGEST)
                self.image()

            def slow(self) -> None:
                time.sleep(3)
                self.image()

            def huge(self) -> None:
                self.image(PNG + bytes(2_000_000))

            def page(self) -> None:
                self.image(b"<html>log in to the hotel</html>", "text/html")

            def disguised(self) -> None:
                self.image(b"<svg onload='alert(1)'/>", "image/png")

            def cut(self) -> None:
                self.image(PNG, length=len(PNG) + 500)

            def elsewhere(self) -> None:
                self.send_response(302)
                self.send_header("Location", f"http://127.0.0.1:{self.server.server_address[1]}/good/1/1/1.png")
                self.end_headers()

            def missing(self) -> None:
                self.send_error(404)

            def broken(self) -> None:
                self.send_error(500)

            def dripping(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "image/png")
                self.end_headers()
                for byte in PNG:
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    time.sleep(0.2)

            def dripping_head(self) -> None:
                for byte in b"HTTP/1.0 200 OK\r\nContent-Type: image/png\r\n\r\n":
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    time.sleep(0.2)

            def log_message(self, *_arguments: object) -> None:
                pass

        return Handler
