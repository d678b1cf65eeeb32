"""The real application with one page more, which holds a question of every type and says what was answered."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import flask
import jinja2
from flask_babel import gettext
from PIL import Image, ImageDraw

from participation import create_app, languages
from participation.accounts.access import public
from participation.schema import upgrade
from surveys.answer_form import answer_form
from tests.browser.every_question import EVERY
from tests.serving import served
from tools.node import node

ROOT = Path(__file__).resolve().parents[2]
PAGES = Path(__file__).parent / "pages"
SCRIPTS = sorted((ROOT / "static/js/question_types").glob("*.js"))
SAID = re.compile(r"\bt\(\"([^\"]+)\"")
SETTINGS = {"TESTING": True, "SECRET_KEY": "a key for tests", "WTF_CSRF_ENABLED": False, "KARTVERKET": "0"}
COLOURS = {"square.jpg": "#b08968", "park.jpg": "#588157", "school.jpg": "#457b9d"}


@contextmanager
def question_page(folder: Path) -> Iterator[str]:
    """The address of the page; `?lang=`, `?spoken=` the language of the questions."""
    app = create_app({**SETTINGS, "DATA_DIR": folder})
    own = jinja2.FileSystemLoader(PAGES)
    app.jinja_loader = jinja2.ChoiceLoader([own, app.jinja_loader])  # type: ignore[list-item]
    _build(folder / "trial")
    _add_routes(app, folder / "trial")
    with app.app_context():
        upgrade()
    with served(app) as port:
        yield f"http://127.0.0.1:{port}/trial/"


def _build(folder: Path) -> None:
    options = ["--bundle", "--format=esm", f"--outdir={folder}", "--log-level=error"]
    command = [node(), "node_modules/esbuild/bin/esbuild", str(PAGES / "questions.js"), *options]
    subprocess.run(command, cwd=ROOT, check=True)


def _add_routes(app: flask.Flask, scripts: Path) -> None:
    @app.route("/trial/", methods=["GET", "POST"])
    @public
    @languages.for_participants
    def trial() -> str:
        return page()

    @app.get("/trial/questions.js")
    @public
    def trial_script() -> flask.Response:
        return flask.send_file(scripts / "questions.js")

    @app.get("/trial/<name>.jpg")
    @public
    def trial_picture(name: str) -> flask.Response:
        return flask.send_file(BytesIO(picture(f"{name}.jpg")), "image/jpeg")


def page() -> str:
    spoken = flask.request.args.get("spoken", "nb")
    questions = EVERY.pages[0].questions
    make = answer_form(questions, spoken, gettext)
    sent: Any = flask.request.form if flask.request.method == "POST" else None
    form = make(sent)
    valid = sent is not None and form.validate()
    problems = {"places": [gettext("Choose at least %(least)s.") % {"least": 1}]} if sent is not None else {}
    answers = json.dumps(form.cleaned, ensure_ascii=False) if valid else ""
    texts = {text: gettext(text) for script in SCRIPTS for text in SAID.findall(script.read_text(encoding="utf-8"))}
    return flask.render_template(
        "questions.html",
        form=form,
        questions=questions,
        spoken=spoken,
        picture=lambda name: f"/trial/{name}",
        problems=problems,
        answers=answers,
        texts=texts,
    )


def picture(name: str) -> bytes:
    made = Image.new("RGB", (400, 300), COLOURS.get(name, "#888888"))
    ImageDraw.Draw(made).ellipse((120, 70, 280, 230), fill="#f4f1de")
    file = BytesIO()
    made.save(file, "JPEG")
    return file.getvalue()
