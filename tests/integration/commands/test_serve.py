"""`lokalkjent serve` from the outside: stopping it."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

SERVE = """
from participation.commands import serve
from participation.downloads.jobs.queue import Queue

def stop(queue, stops=Queue.stop):
    stops(queue)
    print("given back", flush=True)

Queue.stop = stop
serve.command(["--port", "0"])
"""


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_what_is_being_made_is_given_back_when_the_server_is_stopped(tmp_path: Path, sent: signal.Signals) -> None:
    """As systemd stops it, and as a person does: else the next one waits for it, and counts it as begun in vain."""
    environment = {**os.environ, "LOKALKJENT_DATA_DIR": str(tmp_path)}
    pipe, command = subprocess.PIPE, [sys.executable, "-c", SERVE]
    with subprocess.Popen(command, env=environment, stdout=pipe, stderr=subprocess.STDOUT, text=True) as server:
        try:
            wait_until_it_answers(server)
            server.send_signal(sent)
            told, _nothing = server.communicate(timeout=30)
        finally:
            server.kill()
    assert "given back" in told
    assert "Traceback" not in told


def wait_until_it_answers(server: subprocess.Popen[str]) -> None:
    """A signal before that may be lost: Python lets nothing out of some of what it does while it imports."""
    assert server.stdout
    found = next(filter(None, (re.search(r"http://127\.0\.0\.1:\d+", line) for line in server.stdout)))
    address = found[0]
    for _ in range(300):
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/healthz", timeout=10):
            return
        time.sleep(0.1)
    pytest.fail(f"{address} does not answer")
