"""Run node with the given arguments: the machine's own, else the one set-up put in `.venv/`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent.parent / ".venv" / "bin"


def node() -> str:
    """The path of a node that runs."""
    for candidate in (shutil.which("node"), SCRIPTS / "node"):
        if candidate and subprocess.run([candidate, "--version"], capture_output=True, check=False).returncode == 0:
            return str(candidate)
    raise FileNotFoundError("node is missing: run `make setup`")


if __name__ == "__main__":
    environment = {**os.environ, "PATH": f"{os.environ.get('PATH', '')}{os.pathsep}{SCRIPTS}"}
    sys.exit(subprocess.run([node(), *sys.argv[1:]], check=False, env=environment).returncode)
