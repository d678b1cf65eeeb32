"""`lokalkjent serve` from the outside: stopping it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

SERVE = """
from participation.commands import serve
from participation.downloads.jobs.queue import Queue

def stop(queue, stops=Queue.stop):
    stops(queue)
    print("given back", flush=True)

def run(server, runs=serve.WebServer.run):
    print("serving", flush=True)
    runs(server)

Queue.stop, serve.WebServer.run = stop, run
serve.command(["--port", "0"])
"""


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_what_is_being_made_is_given_back_when_the_server_is_stopped(tmp_path: Path, sent: signal.Signals) -> None:
    """As systemd stops it, and as a person does: else the next one waits for it, and counts it as begun in vain."""
    environment = {**os.environ, "LOKALKJENT_DATA_DIR": str(tmp_path)}
    pipe, command = subprocess.PIPE, [sys.executable, "-c", SERVE]
    with subprocess.Popen(command, env=environment, stdout=pipe, stderr=subprocess.STDOUT, text=True) as server:
        assert server.stdout
        assert any("serving" in line for line in server.stdout)
        server.send_signal(sent)
        told, _nothing = server.communicate(timeout=30)
    assert "given back" in told
    assert "Traceback" not in told
