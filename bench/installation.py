"""An installation of the benchmark's own: a folder, a class that is open, and a server in a process of its own."""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from participation import create_app
from participation.activities import services as activities
from participation.class_sessions import codes, joining
from participation.class_sessions import services as class_sessions
from participation.database import writing
from participation.extensions import db
from participation.projects import services as projects
from participation.projects.models import School
from participation.schema import upgrade

SCHOOL = (5.2318, 60.36364)
AREA = '{"type":"Polygon","coordinates":[[[5.1,60.3],[5.4,60.3],[5.4,60.45],[5.1,60.45],[5.1,60.3]]]}'
PUPILS = 30


@dataclass
class Installation:
    """A filled data folder: the open class's activity and code, and a token for each pupil."""

    folder: Path
    activity: int = 0
    class_id: int = 0
    class_code: str = ""
    tokens: list[str] = field(default_factory=list)

    def environment(self) -> dict[str, str]:
        """The settings its server and commands run with."""
        own = {
            "LOKALKJENT_DATA_DIR": str(self.folder),
            "LOKALKJENT_KARTVERKET": "0",
            "LOKALKJENT_WRONG_CODES_PER_HOUR": "1000",
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith("LOKALKJENT_")}
        return kept | own


@contextmanager
def installation(under: Path | None = None) -> Iterator[Installation]:
    """A new installation with one open class of thirty, gone at the end."""
    with tempfile.TemporaryDirectory(prefix="lokalkjent-", dir=under, ignore_cleanup_errors=True) as name:
        made = Installation(Path(name))
        app = create_app({"DATA_DIR": made.folder, "TESTING": False})
        with app.app_context():
            upgrade()
            open_class(made)
            db.session.remove()
            db.engine.dispose()
        yield made


def open_class(made: Installation) -> None:
    """A project with an area and a school, and a class at work in it."""
    with writing(db) as session:
        project = projects.add_project(session, "trial", "Trial", AREA)
        project.is_demo = True
        session.add(School(project_id=project.id, name="Trial school", longitude=SCHOOL[0], latitude=SCHOOL[1]))
        activity = activities.add_activity(session, project, "class_mapping", "Trial")
        activities.open_activity(session, activity)
        class_session = class_sessions.add_class(
            session, activity, school_name="Trial school", year=6, class_name="6A", pupils=1
        )
        class_sessions.open_class(session, class_session)
        pupils = [joining.join(session, class_session) for _ in range(PUPILS)]
        made.activity, made.class_id, made.class_code = activity.id, class_session.id, class_session.code
        made.tokens = [codes.pupil_token(pupil) for pupil in pupils]


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(
    made: Installation, port: int | None = None, largest_file: int | None = None
) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """`lokalkjent serve` in its own process, answering; stopped at the end if it still runs."""
    port = port or free_port()
    process = start(made, port, largest_file)
    try:
        yield process, port
    finally:
        process.kill()
        process.wait()


def start(made: Installation, port: int, largest_file: int | None = None) -> subprocess.Popen[bytes]:
    """The server's process, answering. `largest_file`: bytes beyond which it cannot write, as on a full disk."""

    def limit() -> None:
        if largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    words = [sys.executable, "-c", "from participation.commands import main; main()", "serve", "--port", str(port)]
    with (made.folder / "server.log").open("ab") as log:
        process = subprocess.Popen(
            words,
            env=made.environment(),
            stdout=log,
            stderr=log,
            preexec_fn=limit,
        )
    try:
        wait_until_answering(process, port, made.folder / "server.log", "/healthz")
    except BaseException:
        process.kill()
        process.wait()
        raise
    return process


def wait_until_answering(process: subprocess.Popen[bytes], port: int, log: Path, address: str = "/") -> None:
    """Return when the server answers; it must within a minute."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped: {log.read_text(errors='replace')[-2000:]}")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}{address}", timeout=10).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"the server did not answer within a minute: {log.read_text(errors='replace')[-1000:]}")
