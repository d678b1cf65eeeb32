"""The wheel, installed alone in a new environment, serves the same demo."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `lokalkjent` command of an environment that holds the wheel and its dependencies only."""
    wheels = sorted((ROOT / "dist").glob("*.whl"))
    assert wheels, "There is no wheel in dist/: run `make interop`, which makes it."
    folder = tmp_path_factory.mktemp("environment")
    uv = shutil.which("uv")
    python = folder / "bin" / "python"
    if uv:
        subprocess.run([uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, folder], check=True)
        subprocess.run([uv, "pip", "install", "--quiet", "--python", python, wheels[-1]], check=True)
    else:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", wheels[-1]], check=True)
    return folder / "bin" / "lokalkjent"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(url: str) -> bytes:
    for _ in range(60):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return bytes(answer.read())
        except OSError:
            time.sleep(0.5)
    raise AssertionError(f"{url} did not answer")


def test_the_wheel_alone_serves_the_demo(installed: Path, tmp_path: Path) -> None:
    environment = {
        "PATH": os.environ["PATH"],
        "LOKALKJENT_DATA_DIR": str(tmp_path / "data"),
        "LOKALKJENT_KARTVERKET": "0",
    }
    made = subprocess.run(
        [installed, "demo", "--json"], env=environment, cwd=tmp_path, check=True, capture_output=True, text=True
    )
    code = json.loads(made.stdout)["class_code"]
    port = free_port()
    server = subprocess.Popen([installed, "serve", "--port", str(port)], env=environment, cwd=tmp_path)
    try:
        page = fetch(f"http://127.0.0.1:{port}/c/{code}").decode()
        script = re.search(r'src="(/static/pupil-[^"]+\.js)"', page)
        assert script, "the pupil's page names its script"
        assert len(fetch(f"http://127.0.0.1:{port}{script[1]}")) > 1000
    finally:
        server.terminate()
        server.wait(10)
