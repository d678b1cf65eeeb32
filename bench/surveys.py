"""A survey of ten questions: what its page costs the respondent, and what one complete answer costs the server.

Goals: at most 50 kB compressed on first load without a map question, 130 kB without tiles with one; at most 15 ms of processor time for one whole
answer, from the page to the receipt with the drafts between. The floor is a bare Flask page, asked for and
handed in to as often.
"""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import orjson
from playwright.sync_api import Browser, sync_playwright

from bench.first_load import FLAGS, Counted
from bench.floor import served_floor
from bench.installation import Installation, installation, served
from bench.load import processor_seconds
from bench.measurement import Measurement
from participation import create_app
from participation.activities import queries as activities
from participation.activities import services
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from tests.browser.survey_site import SurveySite, survey_site
from tools.browser import installed

ANSWERS = 100
TURNS = 3
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "locale": "nb-NO",
    "extra_http_headers": {"Accept-Encoding": "gzip"},
}
QUESTIONS: list[tuple[str, str, dict[str, Any]]] = [
    ("single_choice", "Hvor lenge har du bodd her?", {"choices": ["Under et år", "Ett til fem år", "Lenger"]}),
    ("scale", "Hvor fornøyd er du med å bo her?", {}),
    ("multiple_choice", "Hva savner du?", {"choices": ["Benker", "Trær", "Lys", "Lekeplasser", "Ingenting"]}),
    (
        "smiley_scale",
        "Hvordan er det å gå her om kvelden?",
        {"choices": ["Ille", "Dårlig", "Middels", "Bra", "Svært bra"]},
    ),
    ("matrix", "Hvor godt virker dette?", {"rows": ["Fortau", "Lys", "Brøyting", "Buss"]}),
    ("ranking", "Hva er viktigst?", {"choices": ["Benker", "Trær", "Lys"]}),
    ("slider", "Hvor mange minutter vil du gå til bussen?", {"max": 30}),
    ("short_text", "Hva kaller dere stedet?", {}),
    ("long_text", "Hva er best her?", {}),
    ("whole_number", "Hvor mange bor hos deg?", {"min": 1, "max": 20}),
]
A_PAGE = 4
CATEGORY = {
    "code": "good",
    "label": {"nb": "Et godt sted"},
    "symbol": "circle",
    "colour": "#007d5a",
    "sentiment": "positive",
}
ON_MAP = {"uid": "spots", "variable": "spots", "type": "place", "label": {"nb": "Hvor er det fint her?"}}


def document(on_map: bool = False) -> dict[str, Any]:
    """The questionnaire, some questions a page; `on_map`: the first of them is answered on the map."""
    asked = [_question(number, *one) for number, one in enumerate(QUESTIONS)]
    if on_map:
        asked[0] = ON_MAP | {"categories": [CATEGORY]}
    pages = [
        {"name": f"page{at}", "title": {"nb": f"Del {at // A_PAGE + 1}"}, "questions": asked[at : at + A_PAGE]}
        for at in range(0, len(asked), A_PAGE)
    ]
    return {"format": 1, "languages": ["nb"], "title": {"nb": "Nabolaget"}, "pages": pages}


def _question(number: int, kind: str, label: str, own: dict[str, Any]) -> dict[str, Any]:
    coded = {name: _coded(value) if isinstance(value, list) else value for name, value in own.items()}
    return {"uid": f"q{number}", "variable": f"q{number}", "type": kind, "label": {"nb": label}} | coded


def _coded(labels: list[str]) -> list[dict[str, Any]]:
    return [{"code": str(number + 1), "label": {"nb": text}} for number, text in enumerate(labels)]


def first_load(browser: Browser, site: SurveySite) -> tuple[int, int]:
    """Requests and bytes until the first question can be answered."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    counted = Counted(page)
    page.goto(site.link, wait_until="networkidle")
    page.locator("[data-begin]").click()
    page.locator("#answers .question:visible").first.wait_for()
    if page.locator("#answers .question--map").count():
        page.locator(".map-tool").first.wait_for()
        page.wait_for_load_state("networkidle")
    requests, size, _tiles = counted.taken()
    context.close()
    return requests, size


def answer(activity: int) -> Iterator[bytes]:
    """The bodies that one respondent's device sends: a draft when another page is turned to, then all of it."""
    told = {
        "q0": "2",
        "q1": 5,
        "q2": ["1", "3"],
        "q3": 4,
        "q4": {"1": 2, "2": 5},
        "q5": ["2", "1"],
        "q6": 12,
        "q7": "Løkka",
    }
    content = {"activity": str(activity), "questionnaire_version": 1, "language": "nb", "marks": [], "page": "page0"}
    for revision, share in ((1, 4), (2, 8)):
        given = dict(list(told.items())[:share])
        yield orjson.dumps({**content, "revision": revision, "complete": False, "answers": given})
    yield orjson.dumps({**content, "revision": 3, "complete": True, "answers": told})


def ask(browser: HTTPConnection, path: str, body: bytes | None = None) -> None:
    """One request as the respondent's browser makes it, on the connection that it keeps open."""
    headers = {"Accept-Encoding": "gzip", "Content-Type": "application/json"}
    browser.request("PUT" if body else "GET", path, body, headers)
    answered = browser.getresponse()
    answered.read()
    if answered.status >= 300:
        raise RuntimeError(f"{path} was answered with {answered.status}")


def cost(port: int, pid: int, page: str, bodies: list[bytes], one_body: bool = True) -> float:
    """Milliseconds of the server's processor time for one respondent, in the best of some turns.

    `one_body`: each to a UUID of its own.
    """

    def respond() -> None:
        own = str(uuid.uuid4())
        with closing(HTTPConnection("127.0.0.1", port)) as browser:
            ask(browser, page)
            for body in bodies:
                ask(browser, f"/api/responses/{uuid.uuid4() if one_body else own}", body)

    def turn() -> float:
        before = processor_seconds(pid)
        for _ in range(ANSWERS):
            respond()
        return (processor_seconds(pid) - before) * 1000 / ANSWERS

    respond()
    return min(turn() for _ in range(TURNS))


def open_survey(made: Installation) -> int:
    """The survey in the benchmark's installation; its id."""
    app = create_app({"DATA_DIR": made.folder, "TESTING": False})
    with app.app_context():
        with writing(db) as session:
            project = session.query(Project).one()
            activity = services.add_activity(session, project, "resident_survey", "Nabolaget", document=document())
            services.open_activity(session, activity)
            found = activity.id
        assert activities.activity_by_id(db.session(), str(found))
        db.session.remove()
        db.engine.dispose()
    return found


def measure() -> Iterator[Measurement]:
    """What the page costs the respondent, then what an answer costs the server."""
    for name, on_map, most in (("no map question", False, 50), ("a map question", True, 130)):
        with (
            tempfile.TemporaryDirectory() as folder,
            survey_site(Path(folder), document(on_map)) as site,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=installed(), args=FLAGS)
            requests, size = first_load(browser, site)
            browser.close()
        yield Measurement(f"survey's first load, {name}", size / 1000, "kB", at_most=most)
        yield Measurement(f"survey's first load, {name}", requests, "requests")
    with installation() as made:
        activity = open_survey(made)
        bodies = list(answer(activity))
        with served_floor(made.folder) as (process, port):
            floor = cost(port, process.pid, "/", bodies)
        with served(made) as (process, port):
            whole = cost(port, process.pid, f"/a/{activity}", bodies, one_body=False)
    note = f"page, {len(bodies) - 1} drafts and the answer; the floor, bare Flask + raw SQLite, {floor:.1f} ms"
    yield Measurement("one complete survey answer", whole, "ms CPU", at_most=15, note=note)
